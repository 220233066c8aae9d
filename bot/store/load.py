"""Files → a new library file, checked and swapped in by one rename.

This is the only module of the store that knows the corpus and the facts. It is meant to run in a
process of its own: what it imports while loading is heavy. A load that dies leaves the library
that was there, and a file `*.building` that the next one overwrites.
One module, told in the order of a load: compare, read, name, write, check, swap.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import hashlib
import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import CorpusError, StoreError
from bot.language.words import stem, stop_words, words
from bot.model import LoadReport
from bot.store import generations
from bot.store.lock import locked

if TYPE_CHECKING:
    from bot.corpus.topics import Topics
    from bot.facts.draw import Drawn, Mission
    from bot.facts.reading import Sentence
    from bot.language.places import Gazetteer
    from bot.model import Article, Fact, FileReading, Passage

Progress = Callable[[str, int, int], None]


def schema() -> str:
    """The hash of what decides the form of a library: its tables and the rules that fill it."""
    digest = hashlib.blake2b(digest_size=8)
    for package in ("bot.store", "bot.facts", "bot.corpus", "bot.language"):
        for file in _sources(resources.files(package)):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _sources(folder: resources.abc.Traversable) -> Iterable[resources.abc.Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and not entry.name.startswith("__"):
            yield from _sources(entry)
        elif entry.name.endswith((".py", ".toml", ".txt", ".sql")):
            yield entry


def is_fresh(corpus_dir: Path, library_path: Path) -> bool:
    """Whether the library holds what the folder holds, judged by sizes and times alone."""
    from bot.corpus import scan
    from bot.corpus.topics import read_topics

    if not library_path.is_file():
        return False
    found = {(entry.file, entry.size, entry.mtime_ns) for entry in scan(corpus_dir)}
    try:
        connection = sqlite3.connect(f"{library_path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            kept = set(connection.execute("SELECT file, size, mtime_ns FROM file"))
            meta = dict(connection.execute("SELECT name, value FROM meta"))
        finally:
            connection.close()
    except sqlite3.Error:
        return False
    topics = read_topics(corpus_dir).as_json()
    return found == kept and meta.get("schema") == schema() and meta.get("topics") == topics


def load(
    corpus_dir: Path,
    library_path: Path,
    progress: Progress,
    *,
    force: bool = False,
    dry_run: bool = False,
) -> LoadReport:
    """Reads the folder into a new library beside the old one and swaps it in.

    `dry_run` reports what a load would do and leaves everything as it is; `force` loads even where
    more than half of the articles would be lost. Raises BusyError where another process loads this
    library, CorpusError where the folder cannot be read or holds too little, StoreError where the
    library cannot be written; the library that was there is untouched then.
    """
    with locked(library_path, "footnote index", datetime.datetime.now(datetime.UTC)):
        try:
            generations.mend(library_path)
            generations.clear(generations.building(library_path))
            return _load(corpus_dir, library_path, progress, force, dry_run)
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"the library {library_path} could not be written: {error}") from error
        finally:
            with contextlib.suppress(OSError):
                generations.clear(generations.building(library_path))


def roll_back(library_path: Path) -> None:
    """Goes back to the generation before; a second time, forward again.

    The rolled-back library answers until files change or somebody loads. Raises BusyError while a
    load is at work, StoreError where there is no generation to go to.
    """
    before = generations.previous(library_path)
    with locked(library_path, "footnote rollback", datetime.datetime.now(datetime.UTC)):
        try:
            generations.mend(library_path)
            if not before.is_file():
                raise StoreError(f"there is no generation before {library_path} to go back to")
            generations.turn(library_path)
        except OSError as error:
            raise StoreError(f"{library_path} could not be rolled back: {error}") from error


def _load(
    corpus_dir: Path, library_path: Path, progress: Progress, force: bool, dry_run: bool
) -> LoadReport:
    from bot.corpus import read_corpus, scan
    from bot.corpus.topics import read_topics

    topics = read_topics(corpus_dir)
    started = time.monotonic()
    found = list(scan(corpus_dir))
    readings: list[FileReading] = []
    for reading in read_corpus(corpus_dir):
        readings.append(reading)
        progress("reading", len(readings), max(len(found), len(readings)))
    articles = [
        reading.article
        for reading in readings
        if reading.article is not None and reading.duplicate_of is None
    ]
    if not articles:
        raise CorpusError(
            str(corpus_dir), f"none of the {len(readings)} files found in it is an article"
        )
    before = _digests(library_path)
    now = {article.id: article.digest for article in articles}
    removed = len(before.keys() - now.keys())
    if removed * 2 > len(before) and not force:
        raise CorpusError(
            str(corpus_dir),
            f"{removed} of the {len(before)} articles loaded are gone from it; "
            "the library is left as it is (to load all the same, use force)",
        )
    _build(generations.building(library_path), found, readings, articles, topics, progress)
    if not dry_run:
        generations.swap_in(library_path)
    return LoadReport(
        added=len(now.keys() - before.keys()),
        changed=sum(before[key] != now[key] for key in now.keys() & before.keys()),
        removed=removed,
        unchanged=sum(before[key] == now[key] for key in now.keys() & before.keys()),
        rejected=(
            *topics.rejected,
            *((reading.file, reading.rejected) for reading in readings if reading.rejected),
        ),
        seconds=time.monotonic() - started,
        corpus=_corpus_hash(articles, topics),
        dry_run=dry_run,
    )


def _digests(library_path: Path) -> dict[str, str]:
    """Article id → digest in the library that is there; empty where there is none."""
    if not library_path.is_file():
        return {}
    try:
        connection = sqlite3.connect(f"{library_path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            return dict(connection.execute("SELECT id, digest FROM article"))
        finally:
            connection.close()
    except sqlite3.Error:
        return {}


def _corpus_hash(articles: Iterable[Article], topics: Topics) -> str:
    """Twelve digits that are the same for the same articles, in whatever order they came, and the
    same topics."""
    lines = sorted(f"{article.id} {article.digest}" for article in articles)
    lines += [repr(topic) for topic in topics.topics]
    return hashlib.blake2b("\n".join(lines).encode(), digest_size=6).hexdigest()


def _build(
    building: Path,
    found: Sequence[object],
    readings: Sequence[FileReading],
    articles: Sequence[Article],
    topics: Topics,
    progress: Progress,
) -> None:
    from bot.corpus import passages
    from bot.facts.draw import draw, gather, mission_index, name_missions, place_names
    from bot.language.places import load_gazetteer
    from bot.store.versions import link_versions

    gazetteer = load_gazetteer()
    names = place_names(gazetteer)
    cut: list[tuple[Article, tuple[Passage, ...]]] = []
    namings = []
    for number, article in enumerate(articles, start=1):
        sentences = passages(article)
        cut.append((article, sentences))
        namings.append(name_missions(article, sentences, gazetteer, names))
        progress("naming", number, len(articles))
    missions = gather(namings, names)
    index = mission_index(missions)
    connection = sqlite3.connect(building)
    try:
        # durable by the rename, not by the journal: a half-built file is never opened
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.executescript(resources.files("bot.store").joinpath("library.sql").read_text())
        _write_files(connection, found, readings)
        for number, ((article, sentences), naming) in enumerate(
            zip(cut, namings, strict=True), start=1
        ):
            drawn = draw(article, sentences, gazetteer, naming, missions, index)
            _write_article(connection, article, drawn)
            progress("indexing", number, len(articles))
        link_versions(connection)
        _write_missions(connection, missions)
        _write_meta(connection, gazetteer, articles, topics)
        connection.execute("INSERT INTO passage_index(passage_index) VALUES ('optimize')")
        connection.execute("ANALYZE")
        connection.commit()
        (count,) = connection.execute("SELECT count(*) FROM article").fetchone()
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    finally:
        connection.close()
    if count != len(articles) or verdict != "ok":
        raise StoreError(f"the new library {building} failed its check: {verdict}")


def _write_files(
    connection: sqlite3.Connection, found: Iterable[object], readings: Iterable[FileReading]
) -> None:
    connection.executemany(
        "INSERT INTO file VALUES (?, ?, ?)",
        ((entry.file, entry.size, entry.mtime_ns) for entry in found),  # type: ignore[attr-defined]
    )
    connection.executemany(
        "INSERT OR IGNORE INTO rejected VALUES (?, ?)",
        ((reading.file, reading.rejected) for reading in readings if reading.rejected is not None),
    )


def _write_article(connection: sqlite3.Connection, article: Article, drawn: Drawn) -> None:
    from bot.corpus.duplicates import signature

    published = article.published
    connection.execute(
        "INSERT INTO article VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
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
            drawn.about_states,
            json.dumps(article.paragraphs, ensure_ascii=False),
        ),
    )
    connection.execute(
        "INSERT INTO signature VALUES (?, ?)", (article.id, signature(article.paragraphs))
    )
    for sentence in drawn.sentences:
        _write_passage(connection, sentence)
    for fact in drawn.facts:
        _write_fact(connection, article.id, fact)


def _write_passage(connection: sqlite3.Connection, sentence: Sentence) -> None:
    passage = sentence.passage
    cursor = connection.execute(
        "INSERT INTO passage VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?)",
        (
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
        ),
    )
    connection.execute(
        "INSERT INTO passage_index (rowid, stems) VALUES (?, ?)",
        (cursor.lastrowid, " ".join(index_terms(passage.text))),
    )


def index_terms(text: str) -> list[str]:
    """The stems of a text as the index holds them: letters and digits only, no stop words."""
    stopped = stop_words()
    terms = []
    for word in words(text):
        if word.text.lower() not in stopped:
            terms += "".join(ch if ch.isalnum() else " " for ch in stem(word.text)).split()
    return terms


def _write_fact(connection: sqlite3.Connection, article_id: str, fact: Fact) -> None:
    quantity = fact.quantity
    cursor = connection.execute(
        "INSERT INTO fact VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            fact.kind.value,
            article_id,
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
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO fact_place VALUES (?, ?, ?)",
        ((place, cursor.lastrowid, rank) for rank, place in enumerate(fact.places)),
    )


def _write_missions(connection: sqlite3.Connection, missions: dict[str, Mission]) -> None:
    connection.executemany(
        "INSERT INTO mission VALUES (?, ?, ?, ?)",
        (
            (mission.key, mission.name, mission.kind, "\n".join(mission.names))
            for mission in missions.values()
        ),
    )


def _write_meta(
    connection: sqlite3.Connection,
    gazetteer: Gazetteer,
    articles: Sequence[Article],
    topics: Topics,
) -> None:
    places = [dataclasses.asdict(place) for place in gazetteer.places.values()]
    rows = {
        "schema": schema(),
        "corpus": _corpus_hash(articles, topics),
        "topics": topics.as_json(),
        "places": json.dumps(
            {
                "places": places,
                "ambiguous": sorted(gazetteer.ambiguous),
                "after_a_capital": sorted(gazetteer.after_a_capital),
                "shared": gazetteer.shared,
            },
            ensure_ascii=False,
        ),
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", rows.items())
