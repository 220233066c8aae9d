"""The next library: a copy of the one that answers, or an empty one, to which a load writes what
changed.

Durable by the rename that makes it the library, not by a journal: a half-written file is never
opened. What one article is worth to others (the missions that it names) is kept with it, so that a
later load knows which of the others to read again.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from bot.facts.draw import Mission, gather, mission_index, place_names
from bot.language.places import Gazetteer
from bot.language.words import words
from bot.model import Topic
from bot.store import FORM
from bot.store.facts import FACT_TOLD_HERE
from bot.store.load.tasks import TURNS, Rows, index_terms, name_terms, naming_of
from bot.store.versions import link_versions

_FACT_KEY = (
    "passage.text, fact.kind, fact.at, fact.places, fact.pairs, mission, role, value, unit, "
    "value_text, approximation, status, fact.stance, attributed_to, scope"
)
_FACTS_OF = (
    f"SELECT {_FACT_KEY} FROM fact JOIN passage ON passage.article = fact.article "
    "AND passage.number = json_extract(fact.numbers, '$[' || fact.at || ']') "
)


@contextlib.contextmanager
def opened_for_writing(building: Path, base: Path | None) -> Iterator[NextLibrary]:
    """The next library: a copy of `base`, or an empty one. What is written is whole when the block
    ends without an exception."""
    if base is not None:
        shutil.copyfile(base, building)
    connection = sqlite3.connect(building, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA temp_store = FILE")
        if base is None:
            tables = resources.files("bot.store").joinpath("library.sql").read_text("utf-8")
            connection.executescript(f"PRAGMA user_version = {FORM}; {tables}")
        connection.executescript(
            "CREATE TEMP TABLE wanted (article TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID;"
            "CREATE TEMP TABLE todo (article TEXT PRIMARY KEY) WITHOUT ROWID;"
            "CREATE TEMP TABLE difference (fact INTEGER PRIMARY KEY, count INTEGER);"
            "BEGIN;"
        )
        yield NextLibrary(connection)
        connection.execute("COMMIT")
    finally:
        connection.close()


class NextLibrary:
    """A library that is being written. Made by `opened_for_writing`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    # ── articles ────────────────────────────────────────────────────────────────────────────

    def begin(self, wanted: Iterable[tuple[str, str]]) -> None:
        """Takes out the articles that are gone or changed, and notes which are to be written."""
        run = self.connection.execute
        self.connection.executemany("INSERT INTO temp.wanted VALUES (?, ?)", wanted)
        run(
            "INSERT INTO temp.todo SELECT wanted.article FROM temp.wanted AS wanted "
            "LEFT JOIN main.article AS old ON old.id = wanted.article "
            "WHERE old.digest IS NOT wanted.digest"
        )
        gone = run(
            "SELECT old.id FROM main.article AS old LEFT JOIN temp.wanted AS wanted "
            "ON wanted.article = old.id WHERE wanted.digest IS NOT old.digest ORDER BY old.id"
        )
        for (article,) in gone.fetchall():
            self._take_out(article)
            run("DELETE FROM naming WHERE article = ?", (article,))

    def todo(self) -> tuple[int, Iterator[str]]:
        """How many articles are to be written, and their ids in order."""
        (count,) = self.connection.execute("SELECT count(*) FROM temp.todo").fetchone()
        rows = self.connection.execute("SELECT article FROM temp.todo ORDER BY article")
        return int(count), (article for (article,) in rows)

    def name(self, article: str, file: str, naming: str) -> None:
        """Keeps which missions an article names."""
        self.connection.execute("INSERT INTO naming VALUES (?, ?, ?)", (article, file, naming))

    def naming(self, article: str) -> str:
        """Which missions an article names, as JSON."""
        row = self.connection.execute("SELECT naming FROM naming WHERE article = ?", (article,))
        return str(row.fetchone()[0])

    def write(self, rows: Rows) -> None:
        """Writes an article with its sentences and facts."""
        run = self.connection.execute
        article = rows.article
        run(f"INSERT INTO article VALUES ({_marks(article)})", article)
        run("INSERT INTO signature VALUES (?, ?)", (article[0], rows.signature))
        for passage, terms in rows.passages:
            cursor = run(f"INSERT INTO passage VALUES ({_marks(passage)})", passage)
            run(
                "INSERT INTO passage_index (rowid, stems) VALUES (?, ?)",
                (cursor.lastrowid, terms),
            )
        for fact, places in rows.facts:
            cursor = run(f"INSERT INTO fact VALUES ({_marks(fact)})", fact)
            self.connection.executemany(
                "INSERT OR IGNORE INTO fact_place VALUES (?, ?, ?, ?, ?, ?)",
                ((*place, cursor.lastrowid) for place in places),
            )
        self._count_facts(str(article[0]), 1)

    def _take_out(self, article: str) -> None:
        run = self.connection.execute
        self._count_facts(article, -1)
        facts = run("SELECT rowid, kind, age, places FROM fact WHERE article = ?", (article,))
        turns = ", ".join(map(str, range(TURNS)))
        for fact, kind, age, places in facts.fetchall():
            self.connection.executemany(
                f"DELETE FROM fact_place WHERE place = ? AND kind = ? AND turn IN ({turns}) "
                "AND age = ? AND article = ? AND fact = ?",
                ((place, kind, age, article, fact) for place in places.split("\n")),
            )
        run("DELETE FROM fact WHERE article = ?", (article,))
        passages = run("SELECT rowid, text FROM passage WHERE article = ?", (article,)).fetchall()
        # an index without content is told what to forget
        self.connection.executemany(
            "INSERT INTO passage_index (passage_index, rowid, stems) VALUES ('delete', ?, ?)",
            ((number, " ".join(index_terms(text))) for number, text in passages),
        )
        run("DELETE FROM passage WHERE article = ?", (article,))
        run("DELETE FROM signature WHERE article = ?", (article,))
        run("DELETE FROM article WHERE id = ?", (article,))

    # ── missions ────────────────────────────────────────────────────────────────────────────

    def gather_missions(self, gazetteer: Gazetteer) -> tuple[Mission, ...]:
        """The missions of the corpus, by what all its articles name; takes out the articles that
        a change in them may touch, and notes them as to be written."""
        run = self.connection.execute
        before = known_missions(self.connection)
        namings = (naming_of(text) for (text,) in run("SELECT naming FROM naming ORDER BY file"))
        missions = gather(namings, place_names(gazetteer))
        changed = _changed_names(before, missions)
        for article in sorted(self._naming_any(changed)) if changed else ():
            self._take_out(article)
            run("INSERT INTO temp.todo VALUES (?)", (article,))
        run("DELETE FROM mission")
        self.connection.executemany(
            "INSERT INTO mission VALUES (?, ?, ?, ?, 0)",
            (
                (mission.key, mission.name, mission.kind, "\n".join(mission.names))
                for mission in missions.values()
            ),
        )
        return tuple(missions.values())

    def _naming_any(self, names: set[str]) -> set[str]:
        """The articles of before in which any of these (folded) names may stand."""
        run = self.connection.execute
        found: set[str] = set()
        for name in names:
            query = " AND ".join(f'"{term}"' for term in name_terms(name))
            if not query:  # all its words are too common to be looked up
                return {article for (article,) in run("SELECT id FROM article")}
            rows = run(
                "SELECT DISTINCT article FROM passage_index JOIN passage "
                "ON passage.rowid = passage_index.rowid WHERE passage_index MATCH ?",
                (query,),
            )
            found.update(article for (article,) in rows)
        wanted = [set(name_terms(name)) for name in names]
        for article, title in run("SELECT id, title FROM article"):
            terms = set(index_terms(title)) if words(title) else set()
            if article not in found and any(some <= terms for some in wanted):
                found.add(article)
        return found

    # ── the whole ───────────────────────────────────────────────────────────────────────────

    def finish(
        self, rejected: Iterable[tuple[str, str]], meta: Mapping[str, str], *, all_new: bool
    ) -> None:
        """Writes what is of the whole corpus, and makes the library quick to ask."""
        run = self.connection.execute
        link_versions(self.connection)
        run(
            "UPDATE mission SET publishers = (SELECT count(DISTINCT coalesce(publisher, '')) "
            "FROM fact JOIN article ON article.id = fact.article "
            f"WHERE mission = mission.key AND {FACT_TOLD_HERE})"
        )
        run("DELETE FROM rejected")
        self.connection.executemany("INSERT OR IGNORE INTO rejected VALUES (?, ?)", rejected)
        run("DELETE FROM meta")
        self.connection.executemany("INSERT INTO meta VALUES (?, ?)", meta.items())
        if all_new:
            run("INSERT INTO passage_index(passage_index) VALUES ('optimize')")
        run("ANALYZE")

    # ── facts before and now ────────────────────────────────────────────────────────────────

    def _count_facts(self, article: str, by: int) -> None:
        rows = self.connection.execute(_FACTS_OF + "WHERE fact.article = ?", (article,))
        self.count_facts(rows.fetchall(), by)

    def count_facts(self, rows: Iterable[tuple[object, ...]], by: int) -> None:
        """Notes facts that are there now (1), or were there before (-1)."""
        self.connection.executemany(
            "INSERT INTO temp.difference VALUES (?, ?) "
            "ON CONFLICT (fact) DO UPDATE SET count = count + excluded.count",
            ((_fact_key(row), by) for row in rows),
        )

    def fact_changes(self) -> tuple[int, int]:
        """How many facts are new, and how many gone; the same one in another file is neither."""
        return tuple(  # type: ignore[return-value]
            int(self.connection.execute(sql).fetchone()[0])
            for sql in (
                "SELECT total(count) FROM temp.difference WHERE count > 0",
                "SELECT -total(count) FROM temp.difference WHERE count < 0",
            )
        )


def all_facts(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """The facts of a library, as `count_facts` takes them."""
    return iter(connection.execute(_FACTS_OF))


def known_missions(connection: sqlite3.Connection) -> dict[str, Mission]:
    """The missions in a library by key."""
    rows = connection.execute("SELECT key, name, kind, names FROM mission ORDER BY key")
    return {row[0]: Mission(row[0], row[1], row[2], tuple(row[3].split("\n"))) for row in rows}


def corpus_hash(articles: Iterable[tuple[str, str]], topics: Iterable[Topic]) -> str:
    """Twelve digits that are the same for the same articles, given as id and digest in order of
    id, and the same topics."""
    digest = hashlib.blake2b(digest_size=6)
    for article, content in articles:
        digest.update(f"{article} {content}\n".encode())
    for topic in topics:
        digest.update(f"{topic!r}\n".encode())
    return digest.hexdigest()


def places_json(gazetteer: Gazetteer) -> str:
    """All that readers need to know the places of a library by their names."""
    known: dict[str, Any] = {
        "places": [dataclasses.asdict(place) for place in gazetteer.places.values()],
        "ambiguous": sorted(gazetteer.ambiguous),
        "after_a_capital": sorted(gazetteer.after_a_capital),
        "shared": gazetteer.shared,
    }
    return json.dumps(known, ensure_ascii=False)


def _changed_names(before: Mapping[str, Mission], now: Mapping[str, Mission]) -> set[str]:
    """The names, as sentences are searched for them, that mean another mission than before, or
    whose mission is of another kind."""
    old, new = mission_index(before).keys, mission_index(now).keys

    def meaning(
        index: Mapping[str, str], missions: Mapping[str, Mission], name: str
    ) -> tuple[str, str | None] | None:
        return (index[name], missions[index[name]].kind) if name in index else None

    names = old.keys() | new.keys()
    return {name for name in names if meaning(old, before, name) != meaning(new, now, name)}


def _fact_key(row: tuple[object, ...]) -> int:
    key = hashlib.blake2b(repr(row).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(key.digest(), "little", signed=True)


def _marks(row: tuple[object, ...]) -> str:
    return ",".join("?" * len(row))
