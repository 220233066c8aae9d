"""Channels as the schedule sees them: what was posted, and everything that may go wrong on the way.

Also the ways to end a process at a chosen step: `Kills` counts every step that changes something,
before and after it, and raises `Killed` at the one it is told.
"""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import aiosqlite

from bot.chat.cards import Page
from bot.chat.courier import Absent, Presence, Refused, Sent, Unclear, Unreadable
from bot.store.ledger import Ledger

NONCES_ARE_KEPT = datetime.timedelta(minutes=3)


class Killed(BaseException):
    """The process ends here."""


@dataclass
class Kills:
    """`at` is the number of the step at which the process ends; 0 for never."""

    at: int = 0
    steps: int = 0

    def step(self) -> None:
        if self.steps == self.at and self.at:
            self.at = 0  # the next process lives
        self.steps += 1
        if self.steps == self.at:
            raise Killed


@dataclass
class Clock:
    """A clock that tests set."""

    now: datetime.datetime

    def __call__(self) -> datetime.datetime:
        return self.now

    def forward(self, **time: float) -> None:
        self.now += datetime.timedelta(**time)


@dataclass
class FakeDiscord:
    """A courier. `faults` are taken one by one, for each post: "lost" (posted, but its answer does
    not come), "down" (not posted, no answer), or a reason for refusing it."""

    clock: Clock
    kills: Kills = field(default_factory=Kills)
    faults: list[str] = field(default_factory=list)
    refusing: dict[int, str] = field(default_factory=dict)
    presences: dict[int, Presence] = field(default_factory=dict)
    readable: bool = True
    reading_fails: int = 0
    deaf: bool = False
    channels: dict[int, list[Page]] = field(default_factory=dict)
    told: list[tuple[int, str]] = field(default_factory=list)
    silent: list[bool] = field(default_factory=list)
    asked: int = 0
    _nonces: dict[tuple[int, str], tuple[datetime.datetime, int]] = field(default_factory=dict)
    _ids: int = 0

    def presence(self, guild_id: int) -> Presence:
        return self.presences.get(guild_id, "there")

    async def post(
        self, channel_id: int, page: Page, nonce: str, silent: bool
    ) -> Sent | Refused | Unclear:
        self.asked += 1
        self.kills.step()
        assert 0 < len(nonce) <= 25
        if channel_id in self.refusing:
            return Refused(self.refusing[channel_id])
        fault = self.faults.pop(0) if self.faults else ""
        if fault == "down":
            return Unclear("no connection")
        if fault not in ("", "lost"):
            return Refused(fault)
        when, message_id = self._nonces.get((channel_id, nonce), (self.clock.now, 0))
        if not message_id or self.clock.now - when > NONCES_ARE_KEPT:
            self._ids += 1
            message_id = self._ids
            self._nonces[channel_id, nonce] = (self.clock.now, message_id)
            self.channels.setdefault(channel_id, []).append(page)
            self.silent.append(silent)
        self.kills.step()
        return Unclear("the answer was lost") if fault == "lost" else Sent(message_id)

    async def find(
        self, channel_id: int, page: Page, since: datetime.datetime
    ) -> Sent | Absent | Unreadable | Unclear:
        self.kills.step()
        if self.reading_fails:
            self.reading_fails -= 1
            return Unclear("no connection")
        if not self.readable:
            return Unreadable("Footnote lacks the permission Read Message History there")
        there = self.channels.get(channel_id, [])
        return Sent(there.index(page) + 1) if page in there else Absent()

    async def tell(self, user_id: int, text: str) -> bool:
        self.told.append((user_id, text))
        return not self.deaf

    def texts(self, channel_id: int) -> list[str]:
        return ["\n".join((*page.parts, page.foot)) for page in self.channels.get(channel_id, [])]


class KilledLedger(Ledger):
    """A ledger whose process may end right before and right after each thing is written."""

    kills: Kills

    @contextlib.asynccontextmanager
    async def transaction(self, deed: str) -> AsyncIterator[aiosqlite.Connection]:
        self.kills.step()
        async with super().transaction(deed) as connection:
            yield connection
        self.kills.step()


def killed_by(kills: Kills) -> Callable[[Ledger], Ledger]:
    """The same ledger, ended by these kills."""

    def made(ledger: Ledger) -> Ledger:
        killed = KilledLedger(ledger._connection, ledger.path)
        killed.kills = kills
        return killed

    return made
