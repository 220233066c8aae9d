"""How far a load is: a bar in a terminal, a line of the log now and then elsewhere."""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TextIO

Progress = Callable[[str, int, int], None]
"""Called with the phase, how many are done, and how many there are (0 where that is unknown)."""

_log = logging.getLogger(__name__)
_SECONDS_BETWEEN_LINES: Final = 5.0


@contextmanager
def shown_progress(stream: TextIO | None = None) -> Iterator[Progress]:
    """A progress to report to, for as long as the block lasts; `stream` is standard error."""
    stream = stream or sys.stderr
    if stream.isatty():
        with _bar(stream) as progress:
            yield progress
    else:
        yield Lines(_log.info, time.monotonic)


@contextmanager
def progress_as_json(stream: TextIO | None = None) -> Iterator[Progress]:
    """A progress for a program that waits for this one, as lines of JSON on standard error.

    `{"progress": {"phase": "reading", "done": 40, "total": 214}}`, some four a second and one when
    a phase ends; `total` is 0 where it is unknown. Lines of the log stand between them: a reader
    takes the lines that are an object with the key "progress" and leaves the others alone. Where
    the load fails, the last line says why, behind `footnote: `, and the exit status is 2.
    """
    stream = stream or sys.stderr

    def say(phase: str, done: int, total: int) -> None:
        step = {"phase": phase, "done": done, "total": total}
        print(json.dumps({"progress": step}), file=stream, flush=True)

    yield _NowAndThen(say, time.monotonic)


class _NowAndThen:
    """Passes on the first and the last step of each phase, and four a second between them."""

    def __init__(self, say: Progress, clock: Callable[[], float]) -> None:
        self._say, self._clock = say, clock
        self._phase = ""
        self._next = 0.0

    def __call__(self, phase: str, done: int, total: int) -> None:
        now = self._clock()
        if phase != self._phase or now >= self._next or (total and done >= total):
            self._phase, self._next = phase, now + 0.25
            self._say(phase, done, total)


@contextmanager
def _bar(stream: TextIO) -> Iterator[Progress]:
    # imported here: a load without a terminal, under a service manager say, needs no rich
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        ProgressColumn,
        Task,
        TaskID,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:,.0f}/s" if speed else "", style="progress.data.speed")

    bar = Bar(
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        console=Console(file=stream),
        transient=True,
    )
    tasks: dict[str, TaskID] = {}

    def progress(phase: str, done: int, total: int) -> None:
        if phase not in tasks:
            tasks[phase] = bar.add_task(phase, total=total or None)
        bar.update(tasks[phase], completed=done, total=total or None)

    with bar:
        yield progress


class Lines:
    """Lines to `say`: one when a phase ends, and one every few seconds of a long phase."""

    def __init__(self, say: Callable[[str], None], clock: Callable[[], float]) -> None:
        self._say, self._clock = say, clock
        self._phase = ""
        self._started = self._said = 0.0

    def __call__(self, phase: str, done: int, total: int) -> None:
        now = self._clock()
        if phase != self._phase:
            self._phase, self._started, self._said = phase, now, now
        finished = bool(total) and done >= total
        if not finished and now - self._said < _SECONDS_BETWEEN_LINES:
            return
        self._said = now
        self._say(self._line(done, total, now - self._started))

    def _line(self, done: int, total: int, seconds: float) -> str:
        line = f"{self._phase}: {done:,}" + (f" of {total:,}" if total else "")
        if seconds > 0.5 and done:
            rate = done / seconds
            line += f", {rate:,.0f}/s"
            if total > done:
                line += f", {(total - done) / rate:,.0f} s left"
        return line
