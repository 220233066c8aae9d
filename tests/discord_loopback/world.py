"""Who and what there is in the loopback, as Discord writes it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

APPLICATION = "1000000000000000001"
TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAwMQ.loopback.token"
GUILD, CHANNEL = "2000000000000000001", "3000000000000000001"
LOCKED, UNREAD = "3000000000000000002", "3000000000000000003"
"""Channels where the bot may not write, and where it may not read what was written."""
ELSEWHERE = "2000000000000000002"
EPHEMERAL, LOADING = 1 << 6, 1 << 7

Json = dict[str, Any]


@dataclass
class Interaction:
    """One thing that a person did, and what the bot made of it."""

    id: str
    token: str
    type: int
    user: Json
    pressed: Json | None = None
    message: Json | None = None
    callback: int | None = None
    edited: bool = False
    choices: list[Json] | None = None
    followups: list[Json] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Fault:
    """What happens to the next `times` requests whose route ends so, instead of an answer.

    With `done` the request takes effect all the same: only its answer is lost.
    """

    ending: str
    status: int = 0
    times: int = 1
    cut: bool = False
    done: bool = False
    retry_after: float = 0.05


class Refused(Exception):
    """Discord's answer to a request that it does not accept."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status, self.code = status, code


def bot() -> Json:
    return {
        "id": APPLICATION,
        "username": "footnote",
        "discriminator": "0",
        "avatar": None,
        "bot": True,
    }


VIEW, SEND, HISTORY, IN_THREADS = 1 << 10, 1 << 11, 1 << 16, 1 << 38
MANAGE_GUILD = 1 << 5


def guild() -> Json:
    may = str(VIEW | SEND | HISTORY | IN_THREADS)
    everyone = {"id": GUILD, "name": "@everyone", "permissions": may, "position": 0, "color": 0}
    flags = {"hoist": False, "managed": False, "mentionable": False, "flags": 0}
    member = {
        "user": bot(),
        "roles": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
    }
    denied = {LOCKED: SEND, UNREAD: HISTORY}
    names = {CHANNEL: "reading", LOCKED: "locked", UNREAD: "unread"}
    return {
        "id": GUILD,
        "name": "Desk",
        "owner_id": "5",
        "roles": [everyone | flags],
        "channels": [
            {
                "id": id,
                "type": 0,
                "name": name,
                "position": 0,
                "permission_overwrites": [
                    {"id": GUILD, "type": 0, "allow": "0", "deny": str(denied.get(id, 0))}
                ],
            }
            for id, name in names.items()
        ],
        "members": [member],
        **{key: [] for key in ("emojis", "stickers", "features", "threads")},
    }
