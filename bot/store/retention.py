"""What the ledger lets go of: what is older than it need be, servers that were left, people.

Ids of those who set a digest, loaded or rolled back are all that is kept about people.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.store.ledger import Ledger, seconds

LEFT_DAYS: Final = 30
"""How long a server's settings are kept after it was left: a removal may have been a slip."""
FORGOTTEN: Final = 0
"""The id that stands for everyone who was forgotten: that a deed was done stays on record."""


@dataclass(frozen=True, slots=True)
class LetGo:
    """How much was let go: deeds of the audit, digests, and servers with their settings."""

    deeds: int = 0
    digests: int = 0
    servers: int = 0


async def let_go(
    ledger: Ledger, audit_days: int, outbox_days: int, now: datetime.datetime
) -> LetGo:
    """Removes what has been kept long enough; 0 days keep the audit for ever."""
    async with ledger.transaction("letting go of what is old") as connection:

        async def count(sql: str, *parameters: Any) -> int:
            return len(list(await connection.execute_fetchall(sql, parameters)))

        deeds = 0
        if audit_days:
            deeds = await count(
                "DELETE FROM audit WHERE at < ? RETURNING id", _before(now, audit_days)
            )
        digests = await count(
            "DELETE FROM digest WHERE begun_at < ? AND state <> 'posting' RETURNING number",
            _before(now, outbox_days),
        )
        left = _before(now, LEFT_DAYS)
        await connection.execute(
            "DELETE FROM digest_channel WHERE guild_id IN "
            "(SELECT guild_id FROM left_guild WHERE since < ?)",
            (left,),
        )
        servers = await count("DELETE FROM left_guild WHERE since < ? RETURNING guild_id", left)
        await connection.execute(
            "DELETE FROM digest_page WHERE made_at < ? "
            "AND id NOT IN (SELECT page FROM digest_part)",
            (_before(now, outbox_days),),
        )
    return LetGo(deeds, digests, servers)


def _before(now: datetime.datetime, days: int) -> int:
    return seconds(now - datetime.timedelta(days=days))


async def note_servers(ledger: Ledger, present: Collection[int], now: datetime.datetime) -> None:
    """Keeps which servers with settings Footnote is not in, since when; one it is back in is not
    counted from before."""
    async with ledger.transaction("noting servers") as connection:
        rows = await connection.execute_fetchall("SELECT DISTINCT guild_id FROM digest_channel")
        gone = [guild for (guild,) in rows if guild not in present]
        await connection.executemany(
            "INSERT INTO left_guild VALUES (?, ?) ON CONFLICT DO NOTHING",
            [(guild, seconds(now)) for guild in gone],
        )
        known = await connection.execute_fetchall("SELECT guild_id FROM left_guild")
        await connection.executemany(
            "DELETE FROM left_guild WHERE guild_id = ?",
            [(guild,) for (guild,) in known if guild in present],
        )


async def forget(ledger: Ledger, user_id: int) -> int:
    """Removes a person's id wherever it stands; from how many rows. What they did stays done."""
    await ledger.rows("forgetting a person", "PRAGMA secure_delete = ON")
    changed: Sequence[int] = ()
    async with ledger.transaction("forgetting a person") as connection:
        changed = [
            len(list(await connection.execute_fetchall(sql, (FORGOTTEN, user_id))))
            for sql in (
                "UPDATE audit SET who_id = ? WHERE who_id = ? RETURNING id",
                "UPDATE digest_channel SET set_by = ? WHERE set_by = ? RETURNING channel_id",
            )
        ]
    # what was overwritten must not live on in the log of writes
    await ledger.rows("forgetting a person", "PRAGMA wal_checkpoint(TRUNCATE)")
    return sum(changed)
