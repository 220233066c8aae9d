"""What was posted and what still has to be: digests and their parts, and what channels were told.

A digest is written here whole before its first part is posted. A part goes from waiting to trying
before it is sent and to sent when Discord has confirmed it, so that after a kill exactly the parts
that are "trying" are uncertain.
One module: what is news depends on what was told, and that on which parts got through.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import aiosqlite

from bot.model import PublishedDate
from bot.store.ledger import Ledger, moment, seconds

PartState = Literal["waiting", "trying", "sent", "withdrawn"]
Ending = Literal["posted", "empty", "given up"]


@dataclass(frozen=True, slots=True)
class Version:
    """One form of an article: enough to name it when it is gone. `content` is the hash of it."""

    article_id: str
    content: str
    title: str
    publisher: str | None
    url: str | None
    published: PublishedDate | None


@dataclass(frozen=True, slots=True)
class Cited:
    """An article that a digest of a channel cited, as it was, with the sentence told of it."""

    version: Version
    day: datetime.date
    sentence: str


@dataclass(frozen=True, slots=True)
class Citing:
    """An article that a part of a new digest cites; `content` is "" where it says it is gone."""

    article_id: str
    content: str
    sentence: str
    part: int


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A message as it is posted or shown: its name and its content as JSON."""

    id: str
    content: str


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a digest. `number` is 1-based."""

    number: int
    page: StoredPage
    nonce: str
    state: PartState = "waiting"
    tried_at: datetime.datetime | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedDigest:
    """The digest of a channel for one local day. `due` is when it should have been posted."""

    channel_id: int
    day: datetime.date
    zone: str
    due: datetime.datetime
    parts: tuple[Part, ...]
    number: int = 0
    begun_at: datetime.datetime | None = None


class Outbox:
    """The digests in a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    # ── what is news ────────────────────────────────────────────────────────────────────────

    async def know(self, versions: Iterable[Version]) -> None:
        """Gives a number to every version of an article that was not there before."""
        async with self._ledger.transaction("keeping the versions of articles") as connection:
            await connection.executemany(
                "INSERT INTO article_version "
                "(article, content, title, publisher, url, published, origin) "
                "VALUES (?,?,?,?,?,?,?) ON CONFLICT DO NOTHING",
                (
                    (
                        one.article_id,
                        one.content,
                        one.title,
                        one.publisher,
                        one.url,
                        one.published.isoformat() if one.published else None,
                        one.published.origin if one.published else None,
                    )
                    for one in versions
                ),
            )

    async def newest_version(self) -> int:
        """The number of the version that came last; 0 before the first."""
        rows = await self._ledger.rows(
            "reading versions", "SELECT coalesce(max(number), 0) FROM article_version"
        )
        return int(rows[0][0])

    async def news(self, channel_id: int) -> frozenset[tuple[str, str]]:
        """(article id, content) of what the channel has not been told and could not have been.

        An article that was only moved to another file is no news. A channel without a digest has
        been told nothing.
        """
        rows = await self._ledger.rows(
            "reading what is new",
            "WITH mine (known) AS (SELECT coalesce("
            " (SELECT known FROM digest_channel WHERE channel_id = ?1), 0)) "
            "SELECT article, content FROM article_version, mine WHERE number > known "
            "AND NOT EXISTS (SELECT 1 FROM article_version old WHERE number <= known "
            " AND old.content = article_version.content) "
            "UNION SELECT article, content FROM digest_owed "
            "JOIN article_version ON number = version WHERE channel_id = ?1",
            (channel_id,),
        )
        return frozenset((article, content) for article, content in rows)

    async def unheard(self, versions: Iterable[Version]) -> frozenset[tuple[str, str]]:
        """(article id, content) of those whose content was never kept by `know`."""
        rows = await self._ledger.rows("reading versions", "SELECT content FROM article_version")
        kept = {content for (content,) in rows}
        return frozenset(
            (one.article_id, one.content) for one in versions if one.content not in kept
        )

    async def cited(self, channel_id: int) -> Sequence[Cited]:
        """The articles that the channel's digests cited, each as it was the last time; those that
        it was told to be gone are left out. The longest ago come first."""
        rows = await self._ledger.rows(
            "reading what was cited",
            "SELECT article, content, title, publisher, url, published, origin, day, sentence FROM "
            "(SELECT article, content, digest, sentence, max(digest) OVER (PARTITION BY article) "
            " AS latest FROM digest_cited WHERE channel_id = ?) AS mine "
            "JOIN article_version USING (article, content) JOIN digest ON digest.number = digest "
            "WHERE digest = latest ORDER BY digest, article",
            (channel_id,),
        )
        return [
            Cited(
                Version(
                    *(row[0], row[1], row[2], row[3], row[4]),
                    PublishedDate.fromisoformat(row[5], row[6]) if row[5] else None,
                ),
                datetime.date.fromisoformat(row[7]),
                row[8],
            )
            for row in rows
        ]

    # ── writing a digest ────────────────────────────────────────────────────────────────────

    async def plan(
        self,
        digest: PlannedDigest,
        pages: Iterable[StoredPage],
        citing: Iterable[Citing],
        known: int,
        following: tuple[datetime.date, datetime.datetime],
        now: datetime.datetime,
    ) -> int | None:
        """Writes a digest with its parts, and when the channel's next one is due; its number.

        None where the channel has a digest of that day already, or gets none any more. `known` is
        the newest version of an article that the digest was made from; a digest without parts is
        a day without news.
        """
        async with self._ledger.transaction("planning a digest") as connection:
            rows = list(
                await connection.execute_fetchall(
                    "INSERT INTO digest (channel_id, day, zone, due, begun_at, state, known) "
                    "SELECT channel_id, ?, ?, ?, ?, ?, known FROM digest_channel "
                    "WHERE channel_id = ? AND next_run IS NOT NULL "
                    "ON CONFLICT (channel_id, day, zone) DO UPDATE SET due = excluded.due, "
                    " begun_at = excluded.begun_at, state = excluded.state, known = excluded.known "
                    " WHERE NOT EXISTS (SELECT 1 FROM digest_part WHERE digest = number "
                    "  AND state <> 'withdrawn') AND state <> 'posting' "
                    "RETURNING number",
                    (
                        digest.day.isoformat(),
                        digest.zone,
                        seconds(digest.due),
                        seconds(now),
                        "posting" if digest.parts else "empty",
                        digest.channel_id,
                    ),
                )
            )
            await connection.execute(
                "UPDATE digest_channel SET next_day = ?, next_run = ? "
                "WHERE channel_id = ? AND next_run IS NOT NULL",
                (following[0].isoformat(), seconds(following[1]), digest.channel_id),
            )
            if not rows:
                return None
            await _write_parts(connection, rows[0][0], digest, pages, citing, now)
            await connection.execute(
                "UPDATE digest_channel SET known = max(known, ?) WHERE channel_id = ?",
                (known, digest.channel_id),
            )
            await connection.execute(
                "DELETE FROM digest_owed WHERE channel_id = ?", (digest.channel_id,)
            )
        return int(rows[0][0])

    async def one_unfinished(self, number: int) -> PlannedDigest | None:
        """A digest by its number, as long as it is being posted."""
        found = await self._digests("number = ? AND state = 'posting'", (number,))
        return found[0] if found else None

    async def keep_pages(self, pages: Iterable[StoredPage], now: datetime.datetime) -> None:
        """Keeps pages that a button may ask for."""
        async with self._ledger.transaction("keeping pages") as connection:
            await _write_pages(connection, pages, now)

    async def page(self, page_id: str) -> StoredPage | None:
        """A page by its name; None where it is not kept any more."""
        rows = await self._ledger.rows(
            "reading a page", "SELECT id, content FROM digest_page WHERE id = ?", (page_id,)
        )
        return StoredPage(*rows[0]) if rows else None

    # ── posting it ──────────────────────────────────────────────────────────────────────────

    async def unfinished(self) -> Sequence[PlannedDigest]:
        """The digests that are being posted, the oldest first."""
        return await self._digests("state = 'posting' ORDER BY number")

    async def of_channel(self, channel_id: int, limit: int) -> Sequence[PlannedDigest]:
        """The last digests of a channel that got through at least in part, newest first."""
        return await self._digests(
            "channel_id = ? AND EXISTS (SELECT 1 FROM digest_part WHERE digest = number "
            "AND digest_part.state <> 'withdrawn') ORDER BY number DESC LIMIT ?",
            (channel_id, limit),
        )

    async def trying(self, digest: int, part: int, now: datetime.datetime) -> None:
        """To be called before a part is sent: from now on it may have got through."""
        await self._set_part(digest, part, "trying", "tried_at = ?", seconds(now))

    async def sent(self, digest: int, part: int, message_id: int) -> None:
        """A part has got through."""
        await self._set_part(digest, part, "sent", "message_id = ?", message_id)

    async def end(
        self, digest: PlannedDigest, ending: Ending, result: str, now: datetime.datetime
    ) -> None:
        """Ends a digest. What has not got through by now is withdrawn and stays news."""
        async with self._ledger.transaction("ending a digest") as connection:
            await connection.execute(
                "UPDATE digest SET state = ? WHERE number = ?", (ending, digest.number)
            )
            await connection.execute(
                "UPDATE digest_channel SET last_at = ?, last_result = ? WHERE channel_id = ?",
                (seconds(now), result, digest.channel_id),
            )
            if ending == "posted":
                await connection.execute(
                    "UPDATE digest_channel SET refused_since = NULL WHERE channel_id = ?",
                    (digest.channel_id,),
                )
            else:
                await _withdraw(connection, digest)

    async def _set_part(
        self, digest: int, part: int, state: PartState, column: str, value: int
    ) -> None:
        async with self._ledger.transaction("posting a digest") as connection:
            await connection.execute(
                f"UPDATE digest_part SET state = ?, {column} WHERE digest = ? AND part = ?",
                (state, value, digest, part),
            )

    async def _digests(self, condition: str, parameters: Sequence[Any] = ()) -> list[PlannedDigest]:
        heads = await self._ledger.rows(
            "reading digests",
            f"SELECT number, channel_id, day, zone, due, begun_at FROM digest WHERE {condition}",
            parameters,
        )
        numbers = json.dumps([head[0] for head in heads])
        parts: dict[int, list[Part]] = {}
        for number, *part in await self._ledger.rows(
            "reading the parts of digests",
            "SELECT digest, part, page, content, nonce, state, tried_at, message_id "
            "FROM digest_part JOIN digest_page ON id = page "
            "WHERE digest IN (SELECT value FROM json_each(?)) ORDER BY digest, part",
            (numbers,),
        ):
            parts.setdefault(number, []).append(_part(part))
        return [
            PlannedDigest(
                channel_id=channel,
                day=datetime.date.fromisoformat(day),
                zone=zone,
                due=moment(due),
                parts=tuple(parts.get(number, ())),
                number=number,
                begun_at=moment(begun),
            )
            for number, channel, day, zone, due, begun in heads
        ]


def _part(row: Sequence[Any]) -> Part:
    number, page, content, nonce, state, tried_at, message_id = row
    tried = None if tried_at is None else moment(tried_at)
    return Part(number, StoredPage(page, content), nonce, state, tried, message_id)


async def _write_parts(
    connection: aiosqlite.Connection,
    number: int,
    digest: PlannedDigest,
    pages: Iterable[StoredPage],
    citing: Iterable[Citing],
    now: datetime.datetime,
) -> None:
    # a day that was empty, or whose parts were all withdrawn, may be begun once more
    for table in ("digest_part", "digest_cited"):
        await connection.execute(f"DELETE FROM {table} WHERE digest = ?", (number,))
    await _write_pages(connection, [*(part.page for part in digest.parts), *pages], now)
    await connection.executemany(
        "INSERT INTO digest_part (digest, part, page, nonce, state) VALUES (?,?,?,?,'waiting')",
        ((number, part.number, part.page.id, part.nonce) for part in digest.parts),
    )
    await connection.executemany(
        "INSERT INTO digest_cited VALUES (?,?,?,?,?,?) ON CONFLICT DO NOTHING",
        (
            (digest.channel_id, one.article_id, number, one.part, one.content, one.sentence)
            for one in citing
        ),
    )


async def _write_pages(
    connection: aiosqlite.Connection, pages: Iterable[StoredPage], now: datetime.datetime
) -> None:
    await connection.executemany(
        "INSERT INTO digest_page VALUES (?,?,?) ON CONFLICT DO NOTHING",
        ((page.id, page.content, seconds(now)) for page in pages),
    )


async def _withdraw(connection: aiosqlite.Connection, digest: PlannedDigest) -> None:
    """What was not sent is withdrawn; the channel is owed what it would have told."""
    await connection.execute(
        "UPDATE digest_part SET state = 'withdrawn' WHERE digest = ? AND state <> 'sent'",
        (digest.number,),
    )
    await connection.execute(
        "UPDATE digest_channel SET known = (SELECT known FROM digest WHERE number = ?1) "
        "WHERE channel_id = ?2 AND NOT EXISTS (SELECT 1 FROM digest_part "
        " WHERE digest = ?1 AND state = 'sent')",
        (digest.number, digest.channel_id),
    )
    unsent = (
        "FROM digest_cited WHERE digest = ?1 AND part NOT IN "
        "(SELECT part FROM digest_part WHERE digest = ?1 AND state = 'sent')"
    )
    await connection.execute(
        "INSERT INTO digest_owed SELECT channel_id, number FROM article_version JOIN "
        f"(SELECT channel_id, article, content {unsent}) USING (article, content) "
        "WHERE number <= (SELECT known FROM digest_channel WHERE channel_id = ?2) "
        "ON CONFLICT DO NOTHING",
        (digest.number, digest.channel_id),
    )
    await connection.execute(f"DELETE {unsent}", (digest.number,))
