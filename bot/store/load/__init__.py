"""Files → a new library file, checked and swapped in by one rename.

The only part of the store that knows the corpus and the facts. It is meant to run in a process of
its own: what it imports while loading is heavy. A load that dies leaves the library that was there.

    walk the folder    which files changed, by size and time         bot/corpus/folder.py
    read these         on all cores; what was read is kept           readings.py, workers.py
    judge              what files tell of each other                 readings.py
    write              what changed, into a copy of the library      writing.py, tasks.py
    check              before it may answer                          checks.py
    swap               one rename; the generation before is kept     bot/store/generations.py

What a load comes to is the same, row by row, whether it went on from what an earlier one left or
began with nothing. So whatever is found damaged is thrown away and made again from the files.
One module: the steps in their order, each of which has a module of its own.
"""

from __future__ import annotations

import contextlib
import datetime
import logging
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING

from bot.errors import CorpusError, StoreError
from bot.model import Limits, LoadReport
from bot.store import FORM, generations
from bot.store.load.standing import Counts, Known, compared, connected, known_of, rules_with
from bot.store.lock import locked

if TYPE_CHECKING:
    from bot.language.places import Gazetteer
    from bot.store.load.disagreements import Border
    from bot.store.load.readings import Readings
    from bot.store.load.workers import Crew
    from bot.store.load.writing import NextLibrary

_log = logging.getLogger(__name__)

Progress = Callable[[str, int, int], None]


def load(
    corpus_dir: Path,
    library_path: Path,
    progress: Progress,
    *,
    force: bool = False,
    dry_run: bool = False,
    limits: Limits | None = None,
) -> LoadReport:
    """Brings the library up to what the folder holds: a new one beside it, swapped in.

    `dry_run` reports what a load would do and leaves everything as it is; `force` reads every file
    anew, and loads even where more than half of the articles would be lost. Raises BusyError where
    another process loads this library, CorpusError where the folder cannot be read or holds too
    little, StoreError where the library cannot be written or is a newer Footnote's; the library
    that was there is untouched then.
    """
    with locked(library_path, "footnote index", datetime.datetime.now(datetime.UTC)):
        try:
            generations.mend(library_path)
            generations.clear(generations.building(library_path))
            return _loaded(
                _Load(corpus_dir, library_path, progress, force, dry_run, limits or Limits())
            )
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
            if known_of(before).form != FORM:
                raise StoreError(f"{before} is no library of this version, and cannot answer")
            generations.turn(library_path)
        except OSError as error:
            raise StoreError(f"{library_path} could not be rolled back: {error}") from error


def is_fresh(corpus_dir: Path, library_path: Path, limits: Limits | None = None) -> bool:
    """Whether the library holds what the folder holds, judged by sizes and times alone.

    One that somebody rolled back to is fresh until a file changes: a start must not undo that.
    """
    from bot.corpus import walk
    from bot.corpus.topics import read_topics
    from bot.store.load.fingerprint import fingerprint, readings_path, settled

    rules = rules_with(limits or Limits())
    folder, corpus = settled(readings_path(library_path), rules)
    known = known_of(library_path)
    if folder is None or corpus is None or (known.form, known.rules) != (FORM, rules):
        return False
    holds = {(known.corpus, known.topics)}
    if generations.is_rolled_back(library_path):
        before = known_of(generations.previous(library_path))
        holds.add((before.corpus, before.topics))
    if (corpus, read_topics(corpus_dir).as_json()) not in holds:
        return False
    return fingerprint(walk(corpus_dir, limits or Limits())) == folder


# ── one load ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Load:
    """What was asked for, and the time it began."""

    corpus_dir: Path
    library_path: Path
    progress: Progress
    force: bool
    dry_run: bool
    limits: Limits
    started: float = 0.0

    def told(self, phase: str) -> Callable[[int, int], None]:
        """The progress of one phase."""
        return lambda done, total: self.progress(phase, done, total)


def _loaded(asked: _Load) -> LoadReport:
    """Does what is to be done; from nothing where what an earlier load left is damaged."""
    asked = _Load(
        asked.corpus_dir, asked.library_path, asked.progress, asked.force, asked.dry_run,
        asked.limits, time.monotonic(),
    )  # fmt: skip
    rules, known = rules_with(asked.limits), known_of(asked.library_path)
    if known.form is not None and known.form > FORM and not asked.force:
        raise StoreError(
            f"{asked.library_path} is a newer Footnote's (form {known.form}, this one knows up to "
            f"{FORM}): use that one, delete the file, or use force to load anew"
        )
    if not asked.force:
        try:
            return _nothing_to_do(asked, rules, known) or _attempt(asked, rules, known, anew=False)
        except sqlite3.OperationalError:
            raise  # the disk is full, say; nothing is damaged
        except (StoreError, sqlite3.DatabaseError, ValueError, LookupError, TypeError):
            generations.clear(generations.building(asked.library_path))
    return _attempt(asked, rules, known, anew=True)


def _nothing_to_do(asked: _Load, rules: str, known: Known) -> LoadReport | None:
    """The report of a load whose files are, by names, sizes and times, those of the last one; None
    where they are not, or where some of them are to be tried again."""
    from bot.corpus import walk
    from bot.corpus.topics import read_topics
    from bot.store.load.fingerprint import fingerprint, left_out, readings_path, settled

    kept = readings_path(asked.library_path)
    folder, corpus = settled(kept, rules)
    if folder is None or corpus is None:
        return None
    if (known.form, known.rules, known.corpus) != (FORM, rules, corpus):
        return None
    topics = read_topics(asked.corpus_dir)
    if known.topics != topics.as_json() or (out := left_out(kept)) is None:
        return None
    if fingerprint(walk(asked.corpus_dir, asked.limits)) != folder:
        return None
    with contextlib.closing(connected(asked.library_path)) as connection:
        (articles,) = connection.execute("SELECT count(*) FROM article").fetchone()
    return LoadReport(
        added=0,
        changed=0,
        removed=0,
        unchanged=articles,
        rejected=(*topics.rejected, *out.rejected),
        seconds=time.monotonic() - asked.started,
        corpus=corpus,
        dry_run=asked.dry_run,
        duplicates=out.duplicates,
    )


def _attempt(asked: _Load, rules: str, known: Known, *, anew: bool) -> LoadReport:
    from bot.corpus import walk
    from bot.corpus.topics import read_topics
    from bot.store.load.fingerprint import readings_path
    from bot.store.load.readings import opened_readings
    from bot.store.load.workers import Crew, available_cores
    from bot.store.load.writing import corpus_hash

    base = asked.library_path if (known.form, known.rules) == (FORM, rules) and not anew else None
    kept = readings_path(asked.library_path)
    topics = read_topics(asked.corpus_dir)
    with (
        Crew(available_cores()) as crew,
        opened_readings(kept, rules, keeps=not asked.dry_run, anew=anew) as readings,
    ):
        folder, unread = readings.compare(walk(asked.corpus_dir, asked.limits))
        readings.read(crew, asked.limits, unread, asked.told("reading"))
        readings.judge(crew)
        readings.keep()
        counts = _counts(asked, readings)
        corpus = corpus_hash(readings.wanted(), topics.topics)
        rejected = (*topics.rejected, *readings.rejected())
        same = base is not None and known.corpus == corpus and _rejected(base) == set(rejected)
        changes = _Changes()
        if not same:
            meta = {"schema": rules, "corpus": corpus, "topics": topics.as_json()}
            changes = _write(asked, base, readings, crew, counts.now, rejected, meta)
            if not asked.dry_run:
                generations.swap_in(asked.library_path)
        readings.settle(folder, corpus)
        return LoadReport(
            added=counts.added,
            changed=counts.changed,
            removed=counts.removed,
            unchanged=counts.unchanged,
            rejected=rejected,
            seconds=time.monotonic() - asked.started,
            corpus=corpus,
            dry_run=asked.dry_run,
            duplicates=readings.duplicates(),
            new_facts=changes.new,
            gone_facts=changes.gone,
            disagreements=changes.disagreements,
        )


def _counts(asked: _Load, readings: Readings) -> Counts:
    """How the articles compare with those of the library that is there; raises CorpusError where
    there are none, or too many of the library's would be lost."""
    try:
        with contextlib.closing(connected(asked.library_path)) as connection:
            counts = compared(connection, readings.wanted())
    except sqlite3.Error:  # no library, or one that cannot be read: then all is new
        counts = Counts(readings.articles(), 0, 0, 0)
    if not counts.now:
        raise CorpusError(
            str(asked.corpus_dir),
            f"none of the {readings.files()} files found in it is an article",
        )
    if counts.removed * 2 > counts.before and not asked.force:
        raise CorpusError(
            str(asked.corpus_dir),
            f"{counts.removed} of the {counts.before} articles loaded are gone from it; "
            "the library is left as it is (to load all the same, use force)",
        )
    return counts


def _rejected(library_path: Path) -> set[tuple[str, str]]:
    with contextlib.closing(connected(library_path)) as connection:
        return set(connection.execute("SELECT file, reason FROM rejected"))


@dataclass(frozen=True, slots=True)
class _Changes:
    """What a load changed in facts; `disagreements` are the new ones, each in words."""

    new: int = 0
    gone: int = 0
    disagreements: tuple[str, ...] = ()


def _write(
    asked: _Load,
    base: Path | None,
    readings: Readings,
    crew: Crew,
    articles: int,
    rejected: Sequence[tuple[str, str]],
    meta: Mapping[str, str],
) -> _Changes:
    """Writes the next library beside the one that is there, and checks it."""
    from bot.language.places import load_gazetteer
    from bot.store.load.checks import check
    from bot.store.load.disagreements import disputed_lengths, in_words
    from bot.store.load.writing import all_facts, opened_for_writing, places_json

    gazetteer = load_gazetteer()
    disputed: dict[Border, tuple[str, str]] = {}
    with opened_for_writing(generations.building(asked.library_path), base) as library:
        library.begin(readings.wanted())
        _draw(asked, readings, crew, library, gazetteer)
        places = {"places": places_json(gazetteer)}
        library.finish(rejected, {**meta, **places}, all_new=base is None)
        check(library.connection, articles)
        with (
            contextlib.suppress(sqlite3.Error),  # no library before, or one of an older form
            contextlib.closing(connected(asked.library_path)) as before,
        ):
            disputed = disputed_lengths(before)
            if base is None:
                library.count_facts(all_facts(before), -1)
        new, gone = library.fact_changes()
        now = disputed_lengths(library.connection)
    return _Changes(new, gone, tuple(in_words(now, disputed, gazetteer)))


def _draw(
    asked: _Load, readings: Readings, crew: Crew, library: NextLibrary, gazetteer: Gazetteer
) -> None:
    """Writes the articles that are new or changed, and those that their missions touch."""
    from bot.store.load.tasks import DrawTask, drawer, namer
    from bot.store.load.workers import Lost

    count, todo = library.todo()
    todo, again = tee(todo)
    namings = crew.each(namer, None, map(readings.kept, again), count)
    for number, (article, naming) in enumerate(zip(todo, namings, strict=True), start=1):
        file = readings.file(article)
        if isinstance(naming, Lost):
            raise StoreError(f"reading {file} for the missions it names {naming.reason}")
        library.name(article, file, naming)
        asked.progress("naming", number, count)
    missions = library.gather_missions(gazetteer)
    count, todo = library.todo()
    todo, again = tee(todo)
    tasks = (DrawTask(readings.kept(article), library.naming(article)) for article in again)
    drawn = crew.each(drawer, missions, tasks, count)
    for number, (article, rows) in enumerate(zip(todo, drawn, strict=True), start=1):
        if isinstance(rows, Lost):
            raise StoreError(f"reading {readings.file(article)} for facts {rows.reason}")
        if rows.fault:
            file = readings.file(article)
            _log.warning("%s is kept without its facts, our rules failed: %s", file, rows.fault)
        library.write(rows)
        asked.progress("indexing", number, count)
