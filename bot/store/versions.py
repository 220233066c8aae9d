"""Which articles of a library are versions of one story; written when a load has all of them.

Part of a load, so it may know the corpus; reads nothing but the library that is being built.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence

from bot.corpus.stories import Entry, retellings, stories
from bot.model import PublishedDate, Story


def link_versions(connection: sqlite3.Connection) -> None:
    """Finds the stories that several articles tell, and the sentences that they share."""

    def paragraphs_of(article: str) -> Sequence[str]:
        ((text,),) = connection.execute("SELECT paragraphs FROM article WHERE id = ?", (article,))
        return tuple(json.loads(text))

    def sentences_of(article: str) -> Sequence[str]:
        rows = connection.execute(
            "SELECT text FROM passage WHERE article = ? ORDER BY number", (article,)
        )
        return [text for (text,) in rows]

    connection.execute("DELETE FROM version")
    connection.execute("DELETE FROM retelling")
    for story in stories(list(_entries(connection)), paragraphs_of):
        connection.executemany("INSERT INTO version VALUES (?, ?, ?)", _rows(story))
        connection.executemany(
            "INSERT INTO retelling VALUES (?, ?, ?, ?, ?)",
            (
                (one.article_id, one.number, one.version_id, one.version_number, one.changed)
                for one in retellings(story, sentences_of)
            ),
        )


def _entries(connection: sqlite3.Connection) -> Iterator[Entry]:
    rows = connection.execute(
        "SELECT id, publisher, url, published, original, bands FROM article "
        "JOIN signature ON signature.article = article.id"
    )
    for article, publisher, url, published, original, bands in rows:
        date = PublishedDate.fromisoformat(published) if published else None
        yield Entry(article, publisher, url, date, original, bands)


def _rows(story: Story) -> Iterator[tuple[str, str, str | None]]:
    replaced = dict(story.superseded)
    for article in story.articles:
        yield article, story.articles[0], replaced.get(article)
