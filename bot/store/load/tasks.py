"""What is done to one file or one article, in whatever process: pure but for reading the file.

Each function here makes the function that does one task, once in each process. What comes back are
rows for the readings or for the library, so that the one who writes has nothing left to work out.
"""

from __future__ import annotations

import hashlib
import json
import os
from array import array
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Final, NamedTuple

import msgspec

from bot.corpus import passages
from bot.corpus.corpus import (
    article_id,
    judged,
    judged_alone,
    shown_order,
    wanted_order,
)
from bot.corpus.duplicates import signature, text_key
from bot.corpus.folder import FoundFile
from bot.corpus.reading import Reading, content_of, read_bytes
from bot.corpus.recurring import marks
from bot.corpus.spooled import decoded, encoded
from bot.errors import StoreError
from bot.facts.draw import (
    Drawn,
    Mission,
    Naming,
    draw,
    mission_index,
    name_missions,
    place_names,
)
from bot.facts.sentence import Sentence
from bot.language.places import Gazetteer, load_gazetteer
from bot.language.words import stem, stop_words, words
from bot.model import Article, Fact, FactKind, Limits, PublishedDate, Stance
from bot.store import AT_A_BORDER

Row = tuple[object, ...]


# ── reading ─────────────────────────────────────────────────────────────────────────────────


class FileTask(NamedTuple):
    """A file to be read; `known` is the hash of the content that it had when it was read last."""

    file: str
    path: bytes
    fault: str | None
    known: bytes | None


class Noted(NamedTuple):
    """A reading as the row that is kept of it; see readings.sql."""

    position: int
    file: str
    rejected: str | None
    body: bytes | None = None
    seal: bytes | None = None
    article: str | None = None
    publisher: str | None = None
    marks: bytes | None = None
    shows_paper: str | None = None
    shows_order: bool | None = None
    wants_paper: str | None = None
    basis: bytes | None = None
    digest: str | None = None
    text_key: bytes | None = None


class FileRead(NamedTuple):
    """What came of a file; `readings` is None where its content is the one that was known."""

    content: bytes | None
    readings: list[Noted] | None


def reader(limits: Limits) -> Callable[[FileTask], FileRead]:
    """Reads a file into readings."""

    def read(task: FileTask) -> FileRead:
        found = FoundFile(task.file, os.fsdecode(task.path), 0, 0, 0, task.fault)
        data = content_of(found, limits)
        if isinstance(data, Reading):
            return FileRead(None, [noted(0, data)])
        content = hashlib.blake2b(data, digest_size=16).digest()
        if content == task.known:
            return FileRead(content, None)
        readings = read_bytes(task.file, data, limits)
        return FileRead(content, [noted(number, one) for number, one in enumerate(readings)])

    return read


def noted(position: int, reading: Reading) -> Noted:
    """The row of a reading, judged as if it were alone: what most of them come to."""
    cleaned = reading.cleaned
    if cleaned is None:
        return Noted(position, reading.file, reading.rejected)
    try:
        body = encoded(reading)
    except UnicodeEncodeError:
        return Noted(position, reading.file, "holds half of a character (a lone surrogate)")
    article = judged_alone(reading).article
    assert article is not None
    paper, day_first = shown_order(cleaned) or (None, None)
    return Noted(
        position,
        reading.file,
        None,
        body,
        seal(body),
        article.id,
        article.publisher,
        array("q", chain.from_iterable(sorted(marks(reading.file, cleaned).items()))).tobytes(),
        paper,
        day_first,
        wanted_order(cleaned),
        b"",
        article.digest,
        text_key(article.paragraphs),
    )


def seal(body: bytes) -> bytes:
    """What tells that a body is still as it was written."""
    return hashlib.blake2b(body, digest_size=8).digest()


def lost(file: str, reason: str) -> FileRead:
    """What came of a file that could not be read to the end."""
    return FileRead(None, [Noted(0, file, f"reading it {reason}")])


# ── articles ────────────────────────────────────────────────────────────────────────────────


class Kept(NamedTuple):
    """A reading as it was kept, and what the other files tell of it; see `judged`."""

    file: str
    body: bytes
    seal: bytes
    recurring: frozenset[int]
    day_first: bool | None


def article_of(kept: Kept) -> Article:
    """The article of a reading; raises StoreError where the reading is no longer what it was."""
    try:
        if seal(kept.body) != kept.seal:
            raise ValueError("it was changed")
        article = judged(decoded(kept.body), kept.recurring, kept.day_first).article
    except ValueError as error:
        raise StoreError(f"the reading of {kept.file} is damaged: {error}") from error
    if article is None or article.id != article_id(kept.file):
        raise StoreError(f"the reading of {kept.file} is that of another file")
    return article


def judge(_: None) -> Callable[[Kept], tuple[str, bytes]]:
    """Finds the digest of an article, and the key of its text."""

    def work(kept: Kept) -> tuple[str, bytes]:
        article = article_of(kept)
        return article.digest, text_key(article.paragraphs)

    return work


def namer(_: None) -> Callable[[Kept], str]:
    """Finds the missions that an article names: a `Naming`, as JSON."""
    gazetteer = load_gazetteer()
    names = place_names(gazetteer)

    def name(kept: Kept) -> str:
        return msgspec.json.encode(naming(article_of(kept), gazetteer, names)).decode()

    return name


def naming(article: Article, gazetteer: Gazetteer, places: frozenset[str]) -> Naming:
    """The missions that an article names; none where our rules fail on it, see `Rows.fault`."""
    try:
        return name_missions(article, passages, gazetteer, places)
    except Exception as error:  # one text that our rules trip over must not stop every load
        return Naming(article.id, False, (), (), _in_words(error))


def _in_words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def naming_of(text: str) -> Naming:
    """The naming that was kept as JSON; raises ValueError where it is none."""
    return msgspec.json.decode(text, type=Naming)


class DrawTask(NamedTuple):
    """An article to be read for its facts, by what it names."""

    kept: Kept
    naming: str


class Rows(NamedTuple):
    """The rows of an article in the library; passages with their terms, facts with their places.

    What numbers rows comes first in each row that has one, as None: it is given in writing.
    `fault` says what went wrong where the article is there without its facts.
    """

    article: Row
    signature: bytes
    passages: list[tuple[Row, str]]
    facts: list[tuple[Row, list[Row]]]
    fault: str | None = None


def drawer(missions: Sequence[Mission]) -> Callable[[DrawTask], Rows]:
    """Draws the facts of an article, with the missions of the corpus known."""
    draw_from = drawer_of_articles(missions)
    return lambda task: draw_from(article_of(task.kept), task.naming)


def drawer_of_articles(missions: Sequence[Mission]) -> Callable[[Article, str], Rows]:
    """As `drawer`, for an article that is there already."""
    gazetteer = load_gazetteer()
    by_key = {mission.key: mission for mission in missions}
    index = mission_index(by_key)

    def rows(article: Article, named: str) -> Rows:
        sentences = passages(article)
        naming = naming_of(named)
        fault = naming.fault
        try:
            drawn = draw(article, sentences, gazetteer, naming, by_key, index)
        except Exception as error:
            read = [Sentence(one, (), (), (), (), Stance.ASSERTED) for one in sentences]
            drawn = Drawn(article.id, tuple(read), (), False)
            fault = _in_words(error)
        return Rows(
            _article_row(article, drawn.about_states),
            signature(article.paragraphs),
            [_passage_row(sentence) for sentence in drawn.sentences],
            [_fact_rows(article, fact) for fact in drawn.facts],
            fault,
        )

    return rows


def _article_row(article: Article, about_states: bool) -> Row:
    published = article.published
    return (
        article.id,
        article.file,
        article.title,
        article.title_given,
        article.publisher,
        article.url,
        published.isoformat() if published else None,
        published.origin if published else None,
        article.language,
        article.author,
        article.original,
        article.reader_note,
        article.paraphrased,
        article.digest,
        about_states,
        json.dumps(article.paragraphs, ensure_ascii=False),
    )


def _passage_row(sentence: Sentence) -> tuple[Row, str]:
    passage = sentence.passage
    row = (
        None,
        passage.article_id,
        passage.number,
        passage.paragraph,
        passage.start,
        passage.end,
        passage.text,
        "\n".join(sentence.places),
        "\n".join(sentence.focus_places),
        "\n".join(sentence.missions),
        "\n".join(sentence.focus_missions),
        sentence.stance.value,
    )
    return row, " ".join(index_terms(passage.text))


def index_terms(text: str) -> list[str]:
    """The stems of a text as the index holds them: letters and digits only, no stop words."""
    stopped = stop_words()
    return [
        term
        for word in words(text)
        if word.text.lower() not in stopped
        for term in terms_of(word.stem)
    ]


def terms_of(stem: str) -> list[str]:
    """A stem as the tokenizer of the index cuts it."""
    if stem.isalnum():
        return [stem]
    return "".join(ch if ch.isalnum() else " " for ch in stem).split()


def _fact_rows(article: Article, fact: Fact) -> tuple[Row, list[Row]]:
    """The row of a fact, and one for each of its places, which the number of the fact ends."""
    quantity, kind, age = fact.quantity, fact.kind.value, _age(article.published)
    row: Row = (
        None,
        kind,
        article.id,
        json.dumps([passage.number for passage in fact.passages]),
        fact.at,
        "\n".join(fact.places),
        "\n".join(" ".join(pair) for pair in fact.pairs),
        fact.mission,
        fact.role,
        quantity.value if quantity else None,
        quantity.unit if quantity else None,
        quantity.text if quantity else None,
        quantity.approximation if quantity else None,
        fact.status.value if fact.status else None,
        fact.stance.value,
        fact.attributed_to,
        fact.scope,
        age,
    )
    places: list[Row] = [(place, kind, turn(fact, place), age, article.id) for place in fact.places]
    return row, places


def _age(published: PublishedDate | None) -> int:
    """A number that is the less the newer an article is, as `PublishedDate.order` has it."""
    year, month, day = published.order if published else (0, 0, 0)
    return 99999999 - (10000 * year + 100 * month + day)


TURNS: Final = 2 * AT_A_BORDER


def turn(fact: Fact, place: str) -> int:
    """How early a fact is told of a place: 0 to 3 are about a border of it or its missions, 4 and
    more only name it; what is planned or denied comes later, and what names no pair."""
    if fact.kind is FactKind.MISSION:
        return 0
    plain = fact.stance in (Stance.ASSERTED, Stance.ATTRIBUTED) or fact.kind is not FactKind.BORDER
    elsewhere = 0 if fact.is_at_border_of(place) else AT_A_BORDER
    return elsewhere + 2 * (not plain) + (not fact.pairs)


def name_terms(name: str) -> list[str]:
    """Terms that every passage holds which names a mission by this (folded) index name.

    Fewer than the index has where in doubt whether a word is one that is not indexed.
    """
    stopped = stop_words()
    return [
        term
        for word in name.split(" ")
        if not {word, f"{word}'s", f"{word}'"} & stopped
        for term in terms_of(stem(word))
    ]
