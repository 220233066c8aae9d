"""What must hold of a library before it may answer: looked at before every swap."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Final

from bot.corpus.corpus import content_digest
from bot.errors import StoreError
from bot.facts.draw import place_names
from bot.language.places import load_gazetteer
from bot.model import Article, PublishedDate
from bot.store.load.tasks import drawer_of_articles, naming, naming_of
from bot.store.load.writing import known_missions

_SAMPLE: Final = 16
"""So many articles are read for their facts once more. They lie evenly among all."""


def check(connection: sqlite3.Connection, articles: int) -> None:
    """Raises StoreError where a library that holds so many articles is not what it must be."""
    for fault in _faults(connection, articles):
        raise StoreError(f"the new library failed its check: {fault}")


def _faults(connection: sqlite3.Connection, articles: int) -> Iterator[str]:
    (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if verdict != "ok":
        yield str(verdict)
    for table in ("article", "signature", "naming"):
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        if count != articles:
            yield f"{count} rows in {table} for {articles} articles"
    (sentences,) = connection.execute("SELECT count(*) FROM passage").fetchone()
    (indexed,) = connection.execute("SELECT count(*) FROM passage_index_docsize").fetchone()
    if sentences != indexed:
        yield f"{indexed} sentences are indexed of {sentences}"
    (stray,) = connection.execute(
        "SELECT count(*) FROM fact, json_each(fact.numbers) AS number LEFT JOIN passage "
        "ON passage.article = fact.article AND passage.number = number.value "
        "WHERE passage.rowid IS NULL OR json_array_length(fact.numbers) <= fact.at"
    ).fetchone()
    if stray:
        yield f"{stray} facts have no sentence"
    (stray,) = connection.execute(
        "SELECT count(*) FROM fact_place LEFT JOIN fact ON fact.rowid = fact_place.fact "
        "WHERE fact.rowid IS NULL"
    ).fetchone()
    if stray:
        yield f"{stray} places have no fact"
    yield from _false_quotes(connection)
    yield from _false_samples(connection)


def _false_quotes(connection: sqlite3.Connection) -> Iterator[str]:
    """Sentences that are no slice of their article."""
    quotes = connection.execute(
        'SELECT article, paragraph, start, "end", text FROM passage ORDER BY article, number'
    )
    quote = quotes.fetchone()
    for article, text in connection.execute("SELECT id, paragraphs FROM article ORDER BY id"):
        paragraphs = json.loads(text)
        while quote is not None and quote[0] == article:
            _, paragraph, start, end, sentence = quote
            if not 0 <= paragraph < len(paragraphs) or paragraphs[paragraph][start:end] != sentence:
                yield f"a sentence of article {article} does not stand in it"
            quote = quotes.fetchone()
    if quote is not None:
        yield f"there are sentences of article {quote[0]}, which is not there"


def _false_samples(connection: sqlite3.Connection) -> Iterator[str]:
    """Articles that come to other rows when they are read for their facts once more."""
    gazetteer = load_gazetteer()
    names = place_names(gazetteer)
    draw = drawer_of_articles(tuple(known_missions(connection).values()))
    for article_id in _sample(connection):
        article = _article(connection, article_id)
        if content_digest(article) != article.digest:
            yield f"article {article_id} is not what its digest says"
        found = naming(article, gazetteer, names)
        ((kept,),) = connection.execute(
            "SELECT naming FROM naming WHERE article = ?", (article_id,)
        )
        if naming_of(kept) != found:
            yield f"article {article_id} names other missions than it did"
        rows = draw(article, kept)
        sentences = connection.execute(
            "SELECT * FROM passage WHERE article = ? ORDER BY number", (article_id,)
        )
        if [row[1:] for row in sentences] != [row[1:] for row, _ in rows.passages]:
            yield f"the sentences of article {article_id} are read otherwise than they were"
        facts = connection.execute(
            "SELECT * FROM fact WHERE article = ? ORDER BY rowid", (article_id,)
        )
        if [row[1:] for row in facts] != [row[1:] for row, _ in rows.facts]:
            yield f"article {article_id} gives other facts than it did"


def _sample(connection: sqlite3.Connection) -> list[str]:
    """Some articles: those that follow points laid evenly over all ids, which are hashes."""
    found: dict[str, None] = {}
    for number in range(_SAMPLE):
        point = f"{number * 16**12 // _SAMPLE:012x}"
        row = connection.execute(
            "SELECT id FROM article WHERE id >= ? ORDER BY id LIMIT 1", (point,)
        ).fetchone()
        if row is not None:
            found[row[0]] = None
    return list(found)


def _article(connection: sqlite3.Connection, article_id: str) -> Article:
    ((*row, paragraphs),) = connection.execute(
        "SELECT id, file, title, title_given, publisher, url, published, published_origin, "
        "language, author, original, reader_note, paraphrased, digest, paragraphs "
        "FROM article WHERE id = ?",
        (article_id,),
    )
    published = PublishedDate.fromisoformat(row[6], row[7]) if row[6] else None
    return Article(
        id=row[0],
        file=row[1],
        title=row[2],
        title_given=bool(row[3]),
        publisher=row[4],
        url=row[5],
        published=published,
        language=row[8],
        author=row[9],
        original=row[10],
        reader_note=row[11],
        paraphrased=bool(row[12]),
        digest=row[13],
        paragraphs=tuple(json.loads(paragraphs)),
    )
