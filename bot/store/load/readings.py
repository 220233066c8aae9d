"""The readings kept between loads: what came of each file before files were compared.

They lie in a file of their own beside the library, which no reader of the library opens. A load
reads the files that changed, and asks here what that changes for all others: lines that recur, the
order of day and month, the same article twice. All questions are asked in SQL, so that no load
holds the articles. What is here is no more than a memory of the files: a fault in it, or other
rules, and it is made anew. One module: each question is a query over the tables made here.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib import resources
from itertools import groupby, tee
from operator import itemgetter
from pathlib import Path
from typing import Final

from bot.corpus.duplicates import SameTexts
from bot.corpus.folder import FoundFile
from bot.corpus.recurring import IN_PUBLISHER, needed
from bot.model import Limits
from bot.store import generations
from bot.store.load.fingerprint import DUPLICATES, REJECTED, Fingerprint
from bot.store.load.tasks import FileRead, FileTask, Kept, Noted, judge, lost, reader
from bot.store.load.workers import Crew, Lost

Step = Callable[[int, int], None]
"""Called with how many are done, and how many there are."""

_COLUMNS: Final = ", ".join(Noted._fields)
_MARKS: Final = ", ".join("?" * (1 + len(Noted._fields)))
# An article that the library is to hold
WANTED: Final = "reading.rejected IS NULL AND reading.duplicate_of IS NULL"


class Readings:
    """The readings of one folder. Made by `opened_readings`."""

    def __init__(self, connection: sqlite3.Connection, keeps: bool) -> None:
        self._db, self._keeps = connection, keeps
        connection.create_aggregate("basis", 2, _Basis)  # type: ignore[arg-type]
        connection.create_function("needed", 1, needed, deterministic=True)

    # ── what changed ────────────────────────────────────────────────────────────────────────

    def compare(self, found: Iterable[FoundFile]) -> tuple[str, int]:
        """Notes which files there are; the fingerprint of the folder, and how many to read.

        A file is read when its size or time changed, and when it could not be opened the last
        time: what was wrong with it may have been put right without touching it. One that has a
        fault before it is opened has the same one still.
        """
        fingerprint = Fingerprint()

        def rows() -> Iterator[tuple[object, ...]]:
            for one in found:
                fingerprint.add(one)
                file, address, *status = one
                yield file, os.fsencode(address), *status

        self._db.execute("DELETE FROM temp.found")
        self._db.executemany("INSERT INTO temp.found VALUES (?, ?, ?, ?, ?, ?)", rows())
        self._db.execute("DELETE FROM temp.unread")
        self._db.execute(
            "INSERT INTO temp.unread SELECT found.file FROM temp.found AS found "
            "LEFT JOIN main.file AS known ON known.file = found.file "
            "WHERE known.file IS NULL OR (known.content IS NULL AND found.fault IS NULL) "
            "OR known.size != found.size OR known.mtime_ns != found.mtime_ns "
            "OR known.ctime_ns != found.ctime_ns OR known.fault IS NOT found.fault"
        )
        return fingerprint.value(), self._count("SELECT count(*) FROM temp.unread")

    def read(self, crew: Crew, limits: Limits, count: int, step: Step) -> None:
        """Reads the files that changed, and forgets those that are gone."""
        gone = "SELECT file FROM main.file WHERE file NOT IN (SELECT file FROM temp.found)"
        for (file,) in self._db.execute(gone).fetchall():
            self._forget(file)
            self._db.execute("DELETE FROM file WHERE file = ?", (file,))
        unread = "SELECT file FROM temp.unread ORDER BY file"
        tasks = (self._task(file) for (file,) in self._db.execute(unread))
        results = crew.each(reader, limits, tasks, count)
        files = self._db.execute(unread)
        for number, ((file,), result) in enumerate(zip(files, results, strict=True), start=1):
            self._note(file, lost(file, result.reason) if isinstance(result, Lost) else result)
            step(number, count)

    def _task(self, file: str) -> FileTask:
        return FileTask(*self._db.execute(
            "SELECT found.file, found.path, found.fault, known.content FROM temp.found AS found "
            "LEFT JOIN main.file AS known ON known.file = found.file WHERE found.file = ?",
            (file,),
        ).fetchone())  # fmt: skip

    def _note(self, file: str, read: FileRead) -> None:
        if read.readings is not None:
            self._forget(file)
            for noted in read.readings:
                self._db.execute(
                    f"INSERT INTO reading (source, {_COLUMNS}) VALUES ({_MARKS})", (file, *noted)
                )
                (number,) = self._db.execute("SELECT last_insert_rowid()").fetchone()
                self._db.executemany(
                    "INSERT INTO line VALUES (?, ?, ?)",
                    ((key, number, one) for key, one in _marks(noted.marks)),
                )
        self._db.execute(
            "INSERT OR REPLACE INTO file SELECT file, size, mtime_ns, ctime_ns, fault, ? "
            "FROM temp.found WHERE file = ?",
            (read.content, file),
        )

    def _forget(self, file: str) -> None:
        for number, marks in self._db.execute(
            "SELECT number, marks FROM reading WHERE source = ?", (file,)
        ).fetchall():
            self._db.executemany(
                "DELETE FROM line WHERE key = ? AND reading = ?",
                ((key, number) for key, _ in _marks(marks)),
            )
        self._db.execute("DELETE FROM reading WHERE source = ?", (file,))

    # ── what files tell of each other ───────────────────────────────────────────────────────

    def judge(self, crew: Crew) -> None:
        """Applies the rules that compare files to every reading that they now fall out for
        otherwise than before."""
        self._db.execute("DELETE FROM temp.recurring")
        self._db.execute(
            "INSERT INTO temp.recurring SELECT key FROM ("
            "SELECT key FROM line GROUP BY key HAVING count(*) >= ?"  # most stand in one file
            ") JOIN line USING (key) GROUP BY key HAVING count(DISTINCT one) >= needed(key)",
            (IN_PUBLISHER,),
        )
        self._db.execute("DELETE FROM temp.paper")
        self._db.execute(
            "INSERT INTO temp.paper SELECT shows_paper, min(shows_order) FROM reading "
            "WHERE shows_paper IS NOT NULL GROUP BY shows_paper "
            "HAVING min(shows_order) = max(shows_order)"
        )
        # a reading that nothing is told of has an empty basis, and is what it was when read alone
        self._db.execute("DELETE FROM temp.told")
        self._db.execute(
            "INSERT INTO temp.told SELECT number, basis(kind, value) FROM ("
            "SELECT line.reading AS number, 'line' AS kind, line.key AS value "
            "FROM temp.recurring JOIN line USING (key) UNION ALL "
            "SELECT reading.number, 'order', paper.day_first FROM temp.paper "
            "JOIN reading ON reading.wants_paper = paper.name) GROUP BY number"
        )
        self._db.execute("DELETE FROM temp.stale")
        self._db.execute(
            "INSERT INTO temp.stale SELECT reading.number, coalesce(told.basis, x'') "
            "FROM reading LEFT JOIN temp.told ON told.number = reading.number "
            "WHERE reading.rejected IS NULL AND reading.basis != coalesce(told.basis, x'')"
        )
        count = self._count("SELECT count(*) FROM temp.stale")
        stale, again = tee(self._db.execute("SELECT number, basis FROM temp.stale ORDER BY number"))
        tasks = (self._kept(number) for number, _ in again)
        for (number, basis), judged in zip(
            stale, crew.each(judge, None, tasks, count), strict=True
        ):
            if isinstance(judged, Lost):
                raise sqlite3.DatabaseError(f"judging a reading {judged.reason}")
            self._db.execute(
                "UPDATE reading SET digest = ?, text_key = ?, basis = ? WHERE number = ?",
                (*judged, basis, number),
            )
        self._find_duplicates()

    def _kept(self, number: int) -> Kept:
        file, body, seal, marks, wants = self._db.execute(
            "SELECT file, body, seal, marks, wants_paper FROM reading WHERE number = ?", (number,)
        ).fetchone()
        recurring = self._recurring(key for key, _ in _marks(marks))
        order = self._db.execute(
            "SELECT day_first FROM temp.paper WHERE name = ?", (wants,)
        ).fetchone()
        return Kept(file, body, seal, recurring, None if order is None else bool(order[0]))

    def _recurring(self, keys: Iterable[int]) -> frozenset[int]:
        return frozenset(
            key
            for key in keys
            if self._db.execute("SELECT 1 FROM temp.recurring WHERE key = ?", (key,)).fetchone()
        )

    def _find_duplicates(self) -> None:
        """Marks the articles that another file holds too; the first in order of path stays."""
        self._db.execute("DELETE FROM temp.same")
        rows = self._db.execute(
            "SELECT text_key, number, file, publisher FROM reading WHERE text_key IN (SELECT "
            "text_key FROM reading WHERE text_key IS NOT NULL GROUP BY text_key "
            "HAVING count(*) > 1) ORDER BY text_key, source, position"
        )
        for key, group in groupby(rows, itemgetter(0)):
            same = SameTexts()
            for _, number, file, publisher in group:
                first = same.first(file, publisher, key)
                if first is not None:
                    self._db.execute("INSERT INTO temp.same VALUES (?, ?)", (number, first))
        self._db.execute(
            "UPDATE reading SET duplicate_of = NULL WHERE duplicate_of IS NOT NULL "
            "AND number NOT IN (SELECT number FROM temp.same)"
        )
        self._db.execute(
            "UPDATE reading SET duplicate_of = same.file FROM temp.same AS same "
            "WHERE same.number = reading.number AND reading.duplicate_of IS NOT same.file"
        )

    # ── what came of it ─────────────────────────────────────────────────────────────────────

    def wanted(self) -> Iterator[tuple[str, str]]:
        """Id and digest of each article that the library is to hold, in order of id."""
        return iter(
            self._db.execute(f"SELECT article, digest FROM reading WHERE {WANTED} ORDER BY article")
        )

    def kept(self, article: str) -> Kept:
        """The reading that an article is made of, and what the other files tell of it."""
        (number,) = self._db.execute(
            f"SELECT number FROM reading WHERE article = ? AND {WANTED}", (article,)
        ).fetchone()
        return self._kept(number)

    def file(self, article: str) -> str:
        """The file of an article, as it is shown."""
        (file,) = self._db.execute(
            f"SELECT file FROM reading WHERE article = ? AND {WANTED}", (article,)
        ).fetchone()
        return str(file)

    def rejected(self) -> Iterator[tuple[str, str]]:
        """The files and records that are no articles, each with the reason, in order of path."""
        return iter(self._db.execute(REJECTED))

    def files(self) -> int:
        """How many files there are."""
        return self._count("SELECT count(*) FROM temp.found")

    def articles(self) -> int:
        """How many articles the library is to hold."""
        return self._count(f"SELECT count(*) FROM reading WHERE {WANTED}")

    def duplicates(self) -> int:
        """How many articles there are that another file holds too."""
        return self._count(DUPLICATES)

    def _count(self, sql: str) -> int:
        return int(self._db.execute(sql).fetchone()[0])

    # ── keeping ─────────────────────────────────────────────────────────────────────────────

    def settle(self, folder: str, corpus: str) -> None:
        """Keeps what was read, and what it came to."""
        self._db.executemany(
            "INSERT OR REPLACE INTO meta VALUES (?, ?)", (("folder", folder), ("corpus", corpus))
        )
        self.keep()

    def keep(self) -> None:
        """Keeps what was read, whatever becomes of the load."""
        if self._keeps:
            self._db.execute("COMMIT")
            self._db.execute("BEGIN")


def _marks(kept: bytes | None) -> Iterator[tuple[int, int]]:
    """The keys of a reading's lines, each with what it counts for."""
    values = array("q", kept or b"")
    return zip(values[::2], values[1::2], strict=True)


class _Basis:
    """A hash of what other files tell of a reading, in whatever order it is told."""

    def __init__(self) -> None:
        self._told: dict[str, list[int]] = defaultdict(list)

    def step(self, kind: str, value: int) -> None:
        self._told[kind].append(value)

    def finalize(self) -> bytes:
        told = "\n".join(f"{kind} {sorted(values)}" for kind, values in sorted(self._told.items()))
        return hashlib.blake2b(told.encode(), digest_size=8).digest()


@contextlib.contextmanager
def opened_readings(path: Path, rules: str, *, keeps: bool, anew: bool) -> Iterator[Readings]:
    """The readings in a file; none with `anew`, or where they are not of these rules.

    What was not kept (`keep`, `settle`) when the block ends is as if it had never been; without
    `keeps` that is everything.
    """
    connection = _connected(path, rules, keeps, anew)
    try:
        connection.execute("PRAGMA cache_size = -32768")
        connection.execute("PRAGMA temp_store = FILE")
        connection.executescript(
            "CREATE TEMP TABLE found (file TEXT PRIMARY KEY, path BLOB, size INTEGER, "
            "mtime_ns INTEGER, ctime_ns INTEGER, fault TEXT) WITHOUT ROWID;"
            "CREATE TEMP TABLE unread (file TEXT PRIMARY KEY) WITHOUT ROWID;"
            "CREATE TEMP TABLE recurring (key INTEGER PRIMARY KEY);"
            "CREATE TEMP TABLE paper (name TEXT PRIMARY KEY, day_first INTEGER) WITHOUT ROWID;"
            "CREATE TEMP TABLE told (number INTEGER PRIMARY KEY, basis BLOB);"
            "CREATE TEMP TABLE stale (number INTEGER PRIMARY KEY, basis BLOB);"
            "CREATE TEMP TABLE same (number INTEGER PRIMARY KEY, file TEXT);"
        )
        connection.execute("BEGIN")
        yield Readings(connection, keeps)
    finally:
        connection.close()


def _connected(path: Path, rules: str, keeps: bool, anew: bool) -> sqlite3.Connection:
    if path.is_file() and not anew:
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            kept = connection.execute("SELECT value FROM meta WHERE name = 'rules'").fetchone()
            if kept == (rules,):
                return connection
        except sqlite3.DatabaseError:
            pass
        connection.close()
    if keeps:
        generations.clear(path.with_name(f"{path.name}-journal"))
        generations.clear(path)
    connection = sqlite3.connect(path if keeps else "", isolation_level=None)
    tables = resources.files("bot.store.load").joinpath("readings.sql").read_text("utf-8")
    connection.executescript(f"BEGIN; {tables}")
    connection.execute("INSERT INTO meta VALUES ('rules', ?)", (rules,))
    connection.execute("COMMIT")
    return connection
