"""Which articles of a library are versions of one story; written when a load has all of them.

Part of a load, so it may know the corpus; reads nothing but the library that is being built.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from bot.corpus.duplicates import BANDS
from bot.corpus.stories import Comparison, Entry, comparison, retellings, stories
from bot.model import PublishedDate, Story


def link_versions(connection: sqlite3.Connection) -> None:
    """Finds the stories that several articles tell, and the sentences that they share.

    What the library knows of articles that have not changed is not found out again.
    """

    def sentences_of(article: str) -> Sequence[str]:
        rows = connection.execute(
            "SELECT text FROM passage WHERE article = ? ORDER BY number", (article,)
        )
        return [text for (text,) in rows]

    entries = {entry.id: entry for entry in _entries(connection)}
    before = _stories_before(connection)
    with _remembered(connection) as are_versions:
        found = stories(list(entries.values()), are_versions)
    for story in found:
        rows = set(_rows(story, entries))
        if before.get(story.articles[0]) == rows:
            del before[story.articles[0]]
    for gone in before.values():
        for article, *_ in gone:
            connection.execute("DELETE FROM version WHERE article = ?", (article,))
            connection.execute("DELETE FROM retelling WHERE article = ?", (article,))
    kept = {row[0] for row in connection.execute("SELECT DISTINCT story FROM version")}
    for story in found:
        if story.articles[0] in kept:
            continue
        connection.executemany("INSERT INTO version VALUES (?, ?, ?, ?)", _rows(story, entries))
        connection.executemany(
            "INSERT INTO retelling VALUES (?, ?, ?, ?, ?)",
            (
                (one.article_id, one.number, one.version_id, one.version_number, one.changed)
                for one in retellings(story, sentences_of)
            ),
        )


_Row = tuple[str, str, str | None, str]


def _stories_before(connection: sqlite3.Connection) -> dict[str, set[_Row]]:
    """The rows of each story as the library has them."""
    before: dict[str, set[_Row]] = {}
    for row in connection.execute("SELECT article, story, superseded_by, digest FROM version"):
        before.setdefault(row[1], set()).add(row)
    return before


@contextmanager
def _remembered(connection: sqlite3.Connection) -> Iterator[Comparison]:
    """A comparison that asks the library first. What is not asked any more is forgotten."""

    def paragraphs_of(article: str) -> Sequence[str]:
        ((text,),) = connection.execute("SELECT paragraphs FROM article WHERE id = ?", (article,))
        return tuple(json.loads(text))

    by_texts = comparison(paragraphs_of)
    connection.execute("CREATE TEMP TABLE asked (one, two, same, PRIMARY KEY (one, two))")

    def are_versions(a: Entry, b: Entry) -> bool:
        pair = sorted((a.digest, b.digest))
        known = connection.execute(
            "SELECT same FROM compared WHERE one = ? AND two = ?", pair
        ).fetchone()
        same = bool(known[0]) if known else by_texts(a, b)
        connection.execute("INSERT OR IGNORE INTO temp.asked VALUES (?, ?, ?)", (*pair, same))
        return same

    yield are_versions
    connection.execute("DELETE FROM compared")
    connection.execute("INSERT INTO compared SELECT one, two, same FROM temp.asked")
    connection.execute("DROP TABLE temp.asked")


def _entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    """The articles that share a band with another: few of many, so that all fit into memory."""
    connection.execute("CREATE TEMP TABLE sharing (article TEXT PRIMARY KEY) WITHOUT ROWID")
    for band in range(BANDS):
        connection.execute(
            "INSERT OR IGNORE INTO temp.sharing SELECT article FROM ("
            "SELECT article, count(*) OVER (PARTITION BY substr(bands, ?, 4)) AS sharers "
            "FROM signature) WHERE sharers > 1",
            (4 * band + 1,),
        )
    rows = connection.execute(
        "SELECT id, publisher, url, published, original, bands, digest FROM temp.sharing "
        "JOIN article ON article.id = sharing.article "
        "JOIN signature ON signature.article = sharing.article"
    ).fetchall()
    connection.execute("DROP TABLE temp.sharing")
    for article, publisher, url, published, original, bands, digest in rows:
        date = PublishedDate.fromisoformat(published) if published else None
        yield Entry(article, publisher, url, date, original, bands, digest)


def _rows(story: Story, entries: Mapping[str, Entry]) -> Iterator[_Row]:
    replaced = dict(story.superseded)
    for article in story.articles:
        digest = entries[article].digest
        yield article, story.articles[0], replaced.get(article), digest
