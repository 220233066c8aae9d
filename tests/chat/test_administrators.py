"""Who may run Footnote is asked of Discord once at a time, and an unknown owner is told so."""

from __future__ import annotations

import asyncio
from typing import Any

import discord

from bot.chat.administrators import Administrators

OWNER, STRANGER = 70, 71


def application() -> discord.AppInfo:
    """What discord.py makes of Discord's answer, with this owner and no team."""
    user: dict[str, Any] = {
        "id": str(OWNER), "username": "o", "discriminator": "0", "avatar": None, "global_name": None
    }  # fmt: skip
    data: dict[str, Any] = {
        "id": "1", "name": "Footnote", "icon": None, "description": "", "owner": user,
        "bot_public": True, "bot_require_code_grant": False, "verify_key": "", "flags": 0,
        "rpc_origins": [], "team": None, "summary": "", "hook": True,
    }  # fmt: skip
    return discord.AppInfo(discord.Client(intents=discord.Intents.none())._connection, data)


class Discord:
    """Answers once it is let go; fails while `broken`."""

    def __init__(self) -> None:
        self.asked, self.broken, self.go = 0, False, asyncio.Event()

    async def application_info(self) -> discord.AppInfo:
        self.asked += 1
        await self.go.wait()
        if self.broken:
            raise OSError("unreachable")
        return application()


async def test_whoever_asks_while_discord_is_being_asked_gets_the_same_answer() -> None:
    world = Discord()
    administrators = Administrators(frozenset(), world.application_info, lambda: 0.0)
    first = asyncio.create_task(administrators.include(STRANGER))
    second = asyncio.create_task(administrators.include(OWNER))
    await asyncio.sleep(0)
    world.go.set()
    assert await first is False
    assert await second is True
    assert world.asked == 1


async def test_an_owner_whom_discord_does_not_name_is_unknown_and_asked_for_again_later() -> None:
    world, times = Discord(), [0.0]
    world.broken = True
    world.go.set()
    administrators = Administrators(frozenset({5}), world.application_info, lambda: times[0])
    assert await administrators.include(5) is True
    assert await administrators.include(OWNER) is False
    assert not administrators.are_known
    assert await administrators.include(OWNER) is False
    assert world.asked == 1  # not once more for each who waits: an answer is due within 3 s
    world.broken = False
    times[0] = 6.0
    assert await administrators.include(OWNER) is True
    assert administrators.are_known


async def test_an_owner_once_known_stays_known_while_discord_is_silent() -> None:
    world, times = Discord(), [0.0]
    world.go.set()
    administrators = Administrators(frozenset(), world.application_info, lambda: times[0])
    assert await administrators.include(OWNER) is True
    world.broken = True
    times[0] = 700.0
    assert await administrators.include(OWNER) is True
    assert world.asked == 2
