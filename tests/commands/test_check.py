"""/check and the menu of a message in Discord."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.model import Request
from commands.check import MENU
from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.person import Where
from tests.discord_loopback.scenario import connected


def asked(text: str) -> list[Request]:
    return [Request("check", (("text", text),), f"/check text:{text}")]


async def test_a_text_reaches_the_desk_and_only_the_asker_sees_the_answer(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        reply = await discord.person().call("check", text="Arlen borders Torva.")
        shown = await discord.person().call("check", text="Arlen borders Torva.", private=False)
    assert desk.asked == 2 * asked("Arlen borders Torva.")
    assert (reply.private, shown.private) == (True, False)


@pytest.mark.parametrize("where", ["server", "direct", "group", "elsewhere"])
async def test_a_message_is_checked_privately_wherever_it_stands(
    tmp_path: Path, where: Where
) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        message = {"content": "Arlen borders Torva.\n> It is **long**"}
        reply = await discord.person(where=where).choose(MENU, message)
    assert reply.private
    assert desk.asked == asked("Arlen borders Torva. It is long.")


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ({"content": "<@123> says <:flag:5> [Arlen](https://a.example) grew, `he` said"},
         "says Arlen grew, he said."),
        ({"content": "```\nx = 1\n```\nArlen grew."}, "Arlen grew."),
        ({"flags": 1 << 14, "message_snapshots": [{"message": {
            "type": 0, "content": "Arlen **grew**. <@1>", "embeds": [], "attachments": [],
            "timestamp": "2020-01-01T00:00:00+00:00", "edited_timestamp": None,
        }}]}, "Arlen grew."),
        ({"embeds": [{"type": "rich", "title": "Arlen", "description": "It grew."}]},
         "Arlen. It grew."),
        ({"flags": 1 << 15, "components": [
            {"type": 17, "id": 1, "components": [
                {"type": 10, "id": 2, "content": "## Arlen\nIt is."}
            ]}
        ]}, "Arlen. It is."),
    ],
)  # fmt: skip
async def test_the_text_is_what_people_read(
    tmp_path: Path, message: dict[str, Any], text: str
) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        await discord.person().choose(MENU, message)
    assert desk.asked == asked(text)


@pytest.mark.parametrize(
    "content", ["", "https://a.example/b", "<@1> <#2>", "```py\nArlen borders Torva\n```"]
)
async def test_a_message_without_text_is_told_so(tmp_path: Path, content: str) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        reply = await discord.person().choose(MENU, {"content": content})
    assert reply.private
    assert reply.text == "This message holds no text that could be checked."
    assert desk.asked == []
