"""Which channels get a digest, at what local time, when the next one is due, and how the last went.

Knows nothing of time zones' rules: when a digest is due is told to it. Each change by a person
stands in the audit, in the same transaction.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.store.ledger import Detail, Ledger, moment, seconds, write_audit

_COLUMNS: Final = (
    "channel_id, guild_id, time, zone, topics, say_empty, silent, set_by, active, next_day, "
    "next_run, refused_since, paused_at, last_at, last_result"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What someone asked for a channel. `time` is local, `zone` an IANA name, `topics` are keys
    (none: everything)."""

    channel_id: int
    guild_id: int
    time: datetime.time
    zone: str
    topics: tuple[str, ...] = ()
    say_empty: bool = False
    silent: bool = False

    def today(self, now: datetime.datetime) -> datetime.date:
        """The local day of a moment."""
        return now.astimezone(ZoneInfo(self.zone)).date()


@dataclass(frozen=True, slots=True)
class Subscription:
    """A channel with its digest. `next_day` and `next_run` are None where none is to come: it was
    turned off (`active` is False), or it is paused."""

    wish: Wish
    set_by: int
    active: bool
    next_day: datetime.date | None
    next_run: datetime.datetime | None
    refused_since: datetime.datetime | None
    paused_at: datetime.datetime | None
    last_at: datetime.datetime | None
    last_result: str | None


class Subscriptions:
    """The table of them in a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    async def put(
        self,
        wish: Wish,
        set_by: int,
        next_day: datetime.date,
        next_run: datetime.datetime,
        now: datetime.datetime,
    ) -> None:
        """Sets or changes the digest of a channel; one that was off or paused goes on."""
        details: dict[str, Detail] = {
            "channel": wish.channel_id,
            "time": f"{wish.time:%H:%M}",
            "zone": wish.zone,
            "topics": ", ".join(wish.topics) or "all",
            "empty": "say" if wish.say_empty else "skip",
            "silent": wish.silent,
        }
        async with self._ledger.transaction("setting a digest") as connection:
            await connection.execute(
                "INSERT INTO digest_channel (channel_id, guild_id, time, zone, topics, say_empty, "
                "silent, set_by, active, next_day, next_run) VALUES (?,?,?,?,?,?,?,?,1,?,?) "
                "ON CONFLICT (channel_id) DO UPDATE SET guild_id = excluded.guild_id, "
                "time = excluded.time, zone = excluded.zone, topics = excluded.topics, "
                "say_empty = excluded.say_empty, silent = excluded.silent, "
                "set_by = excluded.set_by, active = 1, next_day = excluded.next_day, "
                "next_run = excluded.next_run, refused_since = NULL, paused_at = NULL",
                (
                    wish.channel_id,
                    wish.guild_id,
                    f"{wish.time:%H:%M}",
                    wish.zone,
                    "\n".join(wish.topics),
                    wish.say_empty,
                    wish.silent,
                    set_by,
                    next_day.isoformat(),
                    seconds(next_run),
                ),
            )
            await write_audit(connection, "digest set", set_by, wish.guild_id, now, details)

    async def turn_off(self, channel_id: int, who_id: int, now: datetime.datetime) -> bool:
        """Whether there was a digest to turn off in the channel."""
        async with self._ledger.transaction("turning a digest off") as connection:
            rows = list(
                await connection.execute_fetchall(
                    "UPDATE digest_channel SET active = 0, next_day = NULL, next_run = NULL "
                    "WHERE channel_id = ? AND active RETURNING guild_id",
                    (channel_id,),
                )
            )
            if rows:
                details = {"channel": channel_id}
                await write_audit(connection, "digest off", who_id, rows[0][0], now, details)
        return bool(rows)

    async def one(self, channel_id: int) -> Subscription | None:
        """The digest of a channel; None where there never was one."""
        found = await self._where("channel_id = ?", (channel_id,))
        return found[0] if found else None

    async def of_guild(self, guild_id: int) -> Sequence[Subscription]:
        """The digests of a server, the next ones first and paused ones last."""
        return await self._where(
            "guild_id = ? AND active ORDER BY next_run IS NULL, next_run, channel_id", (guild_id,)
        )

    async def due(self, now: datetime.datetime) -> Sequence[Subscription]:
        """Those whose next digest is due, in the order in which they were."""
        return await self._where("next_run <= ? ORDER BY next_run, channel_id", (seconds(now),))

    async def later_than(self, when: datetime.datetime) -> Sequence[Subscription]:
        """Those whose next digest is due only after a time."""
        return await self._where("next_run > ? ORDER BY channel_id", (seconds(when),))

    async def move(
        self, channel_id: int, next_day: datetime.date, next_run: datetime.datetime
    ) -> None:
        """Says when the next digest is due, unless it was turned off or paused meanwhile."""
        async with self._ledger.transaction("moving a digest") as connection:
            await connection.execute(
                "UPDATE digest_channel SET next_day = ?, next_run = ? "
                "WHERE channel_id = ? AND next_run IS NOT NULL",
                (next_day.isoformat(), seconds(next_run), channel_id),
            )

    async def note(self, channel_id: int, result: str, now: datetime.datetime) -> None:
        """Keeps how the last digest went, for `/digest show`."""
        async with self._ledger.transaction("noting a digest") as connection:
            await connection.execute(
                "UPDATE digest_channel SET last_at = ?, last_result = ? WHERE channel_id = ?",
                (seconds(now), result, channel_id),
            )

    async def refused(
        self, channel_id: int, result: str, now: datetime.datetime
    ) -> datetime.datetime:
        """Keeps that Discord refused the digest, and why; since when it has done so."""
        async with self._ledger.transaction("noting a refusal") as connection:
            rows = await connection.execute_fetchall(
                "UPDATE digest_channel SET last_at = ?1, last_result = ?2, "
                "refused_since = coalesce(refused_since, ?1) WHERE channel_id = ?3 "
                "RETURNING refused_since",
                (seconds(now), result, channel_id),
            )
        return moment(next(iter(rows))[0])

    async def pause(self, channel_id: int, result: str, now: datetime.datetime) -> bool:
        """Stops the digest until it is set again; whether this call did it."""
        async with self._ledger.transaction("pausing a digest") as connection:
            rows = list(
                await connection.execute_fetchall(
                    "UPDATE digest_channel SET next_day = NULL, next_run = NULL, paused_at = ?, "
                    "last_at = ?, last_result = ? "
                    "WHERE channel_id = ? AND active AND paused_at IS NULL RETURNING guild_id",
                    (seconds(now), seconds(now), result, channel_id),
                )
            )
            if rows:
                details: dict[str, Detail] = {"channel": channel_id, "why": result}
                await write_audit(connection, "digest paused", None, rows[0][0], now, details)
        return bool(rows)

    async def _where(self, condition: str, parameters: Sequence[Any]) -> Sequence[Subscription]:
        rows = await self._ledger.rows(
            "reading digests",
            f"SELECT {_COLUMNS} FROM digest_channel WHERE {condition}",
            parameters,
        )
        return [_subscription(row) for row in rows]


def _subscription(row: Sequence[Any]) -> Subscription:
    return Subscription(
        wish=Wish(
            channel_id=row[0],
            guild_id=row[1],
            time=datetime.time.fromisoformat(row[2]),
            zone=row[3],
            topics=tuple(row[4].split("\n")) if row[4] else (),
            say_empty=bool(row[5]),
            silent=bool(row[6]),
        ),
        set_by=row[7],
        active=bool(row[8]),
        next_day=datetime.date.fromisoformat(row[9]) if row[9] else None,
        next_run=_moment(row[10]),
        refused_since=_moment(row[11]),
        paused_at=_moment(row[12]),
        last_at=_moment(row[13]),
        last_result=row[14],
    )


def _moment(kept: int | None) -> datetime.datetime | None:
    return None if kept is None else moment(kept)
