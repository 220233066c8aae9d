"""Loads of the corpus while Footnote serves: in a child process, one at a time, and on record.

Knows neither Discord nor how files are read: it starts `footnote index`, follows its progress,
reads its report, and has the new library opened.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import json
import logging
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.errors import BusyError, FootnoteError, StoreError
from bot.json_output import report_from_json
from bot.model import LoadReport
from bot.progress import Progress
from bot.store.ledger import Detail, Ledger
from bot.store.library import Library
from bot.store.load import is_fresh, roll_back
from bot.store.lock import locked
from bot.tally import Tally

_log = logging.getLogger(__name__)

PROGRAM: Final = (sys.executable, "-m", "bot", "index")
_LINE: Final = 1 << 20
"""The longest line that is read from a child; its report may be one of thousands of files."""
_NICENESS: Final = 10
_OWN_FAULT: Final = "footnote: "


async def load_in_child(
    corpus_dir: Path,
    library_path: Path,
    progress: Progress,
    *,
    force: bool = False,
    dry_run: bool = False,
    program: Sequence[str] = PROGRAM,
) -> LoadReport:
    """As `bot.store.load.load`, in a process of its own and at low priority.

    What the child logs goes to our standard error. Raises StoreError with its reason if it fails;
    it is ended where this coroutine is cancelled.
    """
    options = ["--library", str(library_path), "--json", "--progress", "json"]
    options += ["--force"] * force + ["--dry-run"] * dry_run
    child = await asyncio.create_subprocess_exec(
        *program,
        str(corpus_dir),
        *options,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        limit=_LINE,
    )
    assert child.stdout is not None and child.stderr is not None
    with contextlib.suppress(OSError):  # it may have ended already
        os.setpriority(os.PRIO_PROCESS, child.pid, _NICENESS)
    try:
        output, fault = await asyncio.gather(child.stdout.read(), _followed(child.stderr, progress))
        await child.wait()
    finally:
        if child.returncode is None:
            with contextlib.suppress(ProcessLookupError):  # it may end at this very moment
                child.terminate()
            await child.wait()
    if child.returncode:
        how = "was killed" if child.returncode < 0 else f"ended with status {child.returncode}"
        raise StoreError(fault or f"the load of {corpus_dir} {how}; nothing was changed")
    return report_from_json(json.loads(output))


async def _followed(stream: asyncio.StreamReader, progress: Progress) -> str | None:
    """Passes on the steps that a child reports and what it logs; why it failed, if it says so."""
    fault = None
    while line := await _line(stream):
        step = _step(line)
        if step is not None:
            progress(*step)
        elif line.startswith(_OWN_FAULT):
            fault = line.removeprefix(_OWN_FAULT).strip()
        else:
            sys.stderr.write(line)
    return fault


async def _line(stream: asyncio.StreamReader) -> str:
    try:
        return (await stream.readline()).decode(errors="replace")
    except ValueError:  # longer than the limit
        return "a line too long to be shown\n"


def _step(line: str) -> tuple[str, int, int] | None:
    if not line.startswith('{"progress"'):
        return None
    try:
        step = json.loads(line)["progress"]
        return str(step["phase"]), int(step["done"]), int(step["total"])
    except (ValueError, KeyError, TypeError):
        return None


async def wait_for_turn(library_path: Path, seconds: float = 1.0) -> None:
    """Returns when nobody loads this library: a start does not fail because one is at work."""
    told = False
    while True:
        try:
            with locked(library_path, "footnote run", datetime.datetime.now(datetime.UTC)):
                return
        except BusyError as busy:
            if not told:
                _log.info("waiting: %s", busy)
                told = True
        await asyncio.sleep(seconds)


@dataclass(slots=True)
class Running:
    """A load at work: how far it is, and the task that gives its report or raises its fault."""

    task: asyncio.Task[LoadReport]
    phase: str = ""
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """A load or a roll-back that was asked for: by whom, where, and how."""

    who_id: int | None = None
    guild_id: int | None = None
    force: bool = False
    dry_run: bool = False


class Loads:
    """What loads the corpus anew while it is answered from. `close` it at the end."""

    def __init__(
        self,
        corpus_dir: Path,
        library: Library,
        ledger: Ledger,
        tally: Tally,
        now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC),
        program: Sequence[str] = PROGRAM,
    ) -> None:
        self._corpus_dir, self._library, self._ledger = corpus_dir, library, ledger
        self._tally, self._now, self._program = tally, now, program
        self.running: Running | None = None
        self.after: Callable[[], Awaitable[None]] | None = None
        """What is done when another generation answers: the commands may be others now."""

    def start(self, asked: Asked) -> Running:
        """Starts a load, which goes on by itself. Raises BusyError while there is one."""
        if self.running is not None:
            raise BusyError("Footnote is loading its articles already")
        running = Running(asyncio.create_task(self._load(asked)))
        self.running = running
        running.task.add_done_callback(self._ended)
        return running

    async def refresh(self) -> None:
        """Loads if a file has changed since the last load; a fault stands in the log."""
        if self.running is not None:
            await asyncio.wait({self.running.task})
        if await asyncio.to_thread(is_fresh, self._corpus_dir, self._library.path):
            return
        with contextlib.suppress(FootnoteError):
            await self.start(Asked()).task

    async def is_readable(self) -> bool:
        """Whether answers can be made."""
        async with self._library.view() as view:
            return await view.sentence_count() >= 0

    async def roll_back(self, asked: Asked) -> None:
        """Goes back one generation; a second time, forward again. Raises StoreError."""
        if self.running is not None:
            raise BusyError("Footnote is loading its articles; rolling back has to wait for that")
        await asyncio.to_thread(roll_back, self._library.path)
        await self._library.refresh()
        self._tally.load("rolled back")
        async with self._library.view() as view:
            details: dict[str, Detail] = {"corpus": view.corpus, "articles": len(view.cards)}
        await self._follow()
        _log.info("rolled back to corpus %(corpus)s of %(articles)d articles", details)
        await self._record("rolled back", asked, details)

    async def close(self) -> None:
        """Ends a load that is at work; what was loaded before stays."""
        if self.running is not None:
            self.running.task.cancel()
            await asyncio.wait({self.running.task})

    async def _load(self, asked: Asked) -> LoadReport:
        running = self.running
        assert running is not None

        def progress(phase: str, done: int, total: int) -> None:
            running.phase, running.done, running.total = phase, done, total

        try:
            report = await load_in_child(
                self._corpus_dir,
                self._library.path,
                progress,
                force=asked.force,
                dry_run=asked.dry_run,
                program=self._program,
            )
            await self._library.refresh()
        except FootnoteError as error:
            self._tally.load("refused")
            _log.warning("the corpus was not loaded: %s", error)
            await self._record("load refused", asked, {"reason": str(error)[:300]})
            raise
        log_report(report)
        self._tally.load("tried" if report.dry_run else "loaded")
        if not report.dry_run:
            await self._follow()
            await self._record("loaded", asked, {"corpus": report.corpus, "did": report.counts()})
        return report

    async def _follow(self) -> None:
        if self.after is not None:
            await self.after()

    def _ended(self, task: asyncio.Task[LoadReport]) -> None:
        self.running = None
        if not task.cancelled():
            task.exception()  # whoever waits is told; if nobody waits, it stands in the log

    async def _record(self, what: str, asked: Asked, details: dict[str, Detail]) -> None:
        if asked.force:
            details["force"] = True
        try:
            await self._ledger.record(what, asked.who_id, asked.guild_id, self._now(), details)
        except StoreError as error:
            _log.error("“%s” is not on record: %s", what, error)


def log_report(report: LoadReport) -> None:
    """What a load did, a line for it and one for each file that was rejected."""
    deed = "tried" if report.dry_run else "loaded"
    _log.info("%s: %s, in %.1f s", deed, report.counts(), report.seconds)
    for file, reason in report.rejected:
        _log.warning("rejected %s: %s", file, reason)
