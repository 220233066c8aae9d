"""Which articles of a library are versions of one story; written when a load has all of them.

Part of a load, so it may know the corpus; reads nothing but the library that is being built.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from bot.corpus.stories import Comparison, Entry, comparison, retellings, stories
from bot.model import PublishedDate, Story


def link_versions(connection: sqlite3.Connection) -> None:
    """Finds the stories that several articles tell, and the sentences that they share.

    What the library knows of articles that have not changed is not found out again. All that grows
    with the corpus lies in tables.
    """

    def sentences_of(article: str) -> Sequence[str]:
        rows = connection.execute(
            "SELECT text FROM passage WHERE article = ? ORDER BY number", (article,)
        )
        return [text for (text,) in rows]

    _put_in_time(connection)
    connection.execute(
        "CREATE TEMP TABLE told (article TEXT PRIMARY KEY, story TEXT, superseded_by TEXT, "
        "digest TEXT, position INTEGER) WITHOUT ROWID"
    )
    with _remembered(connection) as are_versions:
        for story in stories(_Timeline(connection), are_versions):
            replaced = dict(story.superseded)
            connection.executemany(
                "INSERT INTO temp.told SELECT id, ?, ?, digest, ? FROM article WHERE id = ?",
                (
                    (story.articles[0], replaced.get(article), position, article)
                    for position, article in enumerate(story.articles)
                ),
            )
    _note_changes(connection)
    gone = "SELECT article FROM version WHERE story IN (SELECT story FROM temp.changed)"
    connection.execute(f"DELETE FROM retelling WHERE article IN ({gone})")
    connection.execute("DELETE FROM version WHERE story IN (SELECT story FROM temp.changed)")
    connection.execute(
        "INSERT INTO version SELECT article, story, superseded_by, digest FROM temp.told "
        "WHERE story IN (SELECT story FROM temp.changed)"
    )
    for story in _changed_stories(connection):
        connection.executemany(
            "INSERT INTO retelling VALUES (?, ?, ?, ?, ?)",
            (
                (one.article_id, one.number, one.version_id, one.version_number, one.changed)
                for one in retellings(story, sentences_of)
            ),
        )
    for table in ("told", "changed", "entry"):
        connection.execute(f"DROP TABLE temp.{table}")


def _note_changes(connection: sqlite3.Connection) -> None:
    """Notes the stories that are not as the library has them, and those that are gone."""
    rows = "SELECT article, story, superseded_by, digest FROM"
    connection.execute("CREATE TEMP TABLE changed (story TEXT PRIMARY KEY) WITHOUT ROWID")
    for one, other in (("temp.told", "version"), ("version", "temp.told")):
        connection.execute(
            "INSERT OR IGNORE INTO temp.changed "
            f"SELECT story FROM ({rows} {one} EXCEPT {rows} {other})"
        )


def _changed_stories(connection: sqlite3.Connection) -> Iterator[Story]:
    told = connection.execute(
        "SELECT article, story, superseded_by FROM temp.told "
        "WHERE story IN (SELECT story FROM temp.changed) ORDER BY story, position"
    )
    for _, group in groupby(told, itemgetter(1)):
        some = list(group)
        yield Story(
            tuple(article for article, _, _ in some),
            tuple((article, later) for article, _, later in some if later is not None),
        )


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


def _put_in_time(connection: sqlite3.Connection) -> None:
    """Numbers the articles by time, from 1 on: what is not known of a date comes last."""
    connection.execute(
        "CREATE TEMP TABLE entry (position INTEGER PRIMARY KEY, article TEXT, bands BLOB)"
    )
    connection.execute(
        "INSERT INTO temp.entry (article, bands) SELECT id, bands FROM article "
        "JOIN signature ON signature.article = article.id "
        "ORDER BY coalesce(substr(published || '-99-99', 1, 10), '9999-99-99'), id"
    )


class _Timeline:
    """The articles of a library in order of time, of which a few are remembered."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._entry = lru_cache(maxsize=1024)(self._read)

    def __len__(self) -> int:
        (count,) = self._connection.execute("SELECT count(*) FROM temp.entry").fetchone()
        return int(count)

    def __getitem__(self, position: int) -> Entry:
        return self._entry(position)

    def _read(self, position: int) -> Entry:
        article, publisher, url, published, original, bands, digest = self._connection.execute(
            "SELECT id, publisher, url, published, original, bands, digest FROM temp.entry "
            "JOIN article ON article.id = entry.article WHERE position = ?",
            (position + 1,),
        ).fetchone()
        date = PublishedDate.fromisoformat(published) if published else None
        return Entry(article, publisher, url, date, original, bands, digest)

    def band(self, number: int) -> Iterator[bytes]:
        rows = self._connection.execute(
            "SELECT substr(bands, ?, 4) FROM temp.entry ORDER BY position", (4 * number + 1,)
        )
        return (key for (key,) in rows)
