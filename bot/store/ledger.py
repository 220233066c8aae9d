"""The ledger: what only Footnote knows and what must never be lost. Here: its file and the audit.

One connection writes and reads. An aiosqlite connection is one thread with one queue and knows no
isolation between coroutines, so whoever uses it takes a turn, and a turn is one transaction. A
write that has returned is on the disk (WAL with synchronous=FULL).
Knows nothing of Discord but that its ids are numbers. Times are aware and UTC.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import json
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiosqlite

from bot.errors import StoreError
from bot.store.migrate import BUSY_SECONDS, migrate

Detail = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One deed. `who_id` is None where Footnote did it by itself."""

    at: datetime.datetime
    what: str
    who_id: int | None
    guild_id: int | None
    details: Mapping[str, Detail]


class Ledger:
    """The open ledger. Get one from `open_ledger`."""

    def __init__(self, connection: aiosqlite.Connection, path: Path) -> None:
        self._connection = connection
        self._turn = asyncio.Lock()
        self.path = path

    @contextlib.asynccontextmanager
    async def transaction(self, deed: str) -> AsyncIterator[aiosqlite.Connection]:
        """A turn with the connection: all that is done in it is kept, or nothing is.

        For modules of this package, which hold their SQL. Raises StoreError that names the deed.
        """
        async with self._turn:
            try:
                await self._connection.execute("BEGIN IMMEDIATE")
                yield self._connection
                await self._connection.execute("COMMIT")
            except BaseException as error:
                # cancelled while BEGIN or COMMIT was in the queue, it is run all the same
                with contextlib.suppress(sqlite3.OperationalError):
                    await self._connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error):
                    raise StoreError(f"{deed}: {self.path} failed: {error}") from error
                raise

    async def rows(self, deed: str, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """The rows of one query, for modules of this package. Raises StoreError."""
        async with self._turn:
            try:
                return list(await self._connection.execute_fetchall(sql, parameters))
            except sqlite3.Error as error:
                raise StoreError(f"{deed}: {self.path} failed: {error}") from error

    async def is_readable(self) -> bool:
        """Whether it answers. Raises StoreError where it does not."""
        return bool(await self.rows("looking whether it answers", "SELECT 1"))

    # ── audit ───────────────────────────────────────────────────────────────────────────────

    async def record(
        self,
        what: str,
        who_id: int | None,
        guild_id: int | None,
        when: datetime.datetime,
        details: Mapping[str, Detail],
    ) -> None:
        """Writes a deed into the audit."""
        async with self.transaction("recording a deed") as connection:
            await write_audit(connection, what, who_id, guild_id, when, details)

    async def audit(
        self, limit: int, guild_id: int | None = None, before: datetime.datetime | None = None
    ) -> tuple[AuditEntry, ...]:
        """The last deeds, newest first; those of one server, or done before a time, if given."""
        conditions, parameters = ["TRUE"], list[Any]()
        if guild_id is not None:
            conditions.append("guild_id = ?")
            parameters.append(guild_id)
        if before is not None:
            conditions.append("at < ?")
            parameters.append(seconds(before))
        rows = await self.rows(
            "reading the audit",
            f"SELECT at, what, who_id, guild_id, details FROM audit "
            f"WHERE {' AND '.join(conditions)} ORDER BY id DESC LIMIT ?",
            (*parameters, limit),
        )
        return tuple(
            AuditEntry(moment(at), what, who, guild, json.loads(details))
            for at, what, who, guild, details in rows
        )


@contextlib.asynccontextmanager
async def open_ledger(path: Path, now: datetime.datetime) -> AsyncIterator[Ledger]:
    """The ledger in this file for as long as the block lasts, brought up to date first.

    Raises StoreError where the file is broken or from a newer Footnote.
    """
    await asyncio.to_thread(migrate, path, seconds(now))
    try:
        connection = await aiosqlite.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    except sqlite3.Error as error:
        raise StoreError(f"the ledger {path} could not be opened: {error}") from error
    try:
        await connection.execute("PRAGMA synchronous = FULL")
        await connection.execute("PRAGMA foreign_keys = ON")
        yield Ledger(connection, path)
    finally:
        await connection.close()


async def write_audit(
    connection: aiosqlite.Connection,
    what: str,
    who_id: int | None,
    guild_id: int | None,
    when: datetime.datetime,
    details: Mapping[str, Detail],
) -> None:
    """Writes a deed in the transaction that does it: neither stands there without the other."""
    await connection.execute(
        "INSERT INTO audit (at, what, who_id, guild_id, details) VALUES (?, ?, ?, ?, ?)",
        (seconds(when), what, who_id, guild_id, json.dumps(dict(details), ensure_ascii=False)),
    )


def seconds(when: datetime.datetime) -> int:
    """A time as the ledger keeps it: whole seconds since 1970, UTC."""
    if when.tzinfo is None:
        raise ValueError("a time without a zone")
    return int(when.timestamp())


def moment(kept: int) -> datetime.datetime:
    """The inverse of `seconds`."""
    return datetime.datetime.fromtimestamp(kept, datetime.UTC)
