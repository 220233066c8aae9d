"""How far a load is, on standard error: a bar in a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

Progress = Callable[[str, int, int], None]
"""Called with the phase, how many are done, and how many there are (0 where that is unknown)."""

SECONDS_BETWEEN_LINES = 5.0


@contextmanager
def shown_progress(stream: TextIO | None = None) -> Iterator[Progress]:
    """A progress to report to, shown on `stream` for as long as the block lasts."""
    stream = stream or sys.stderr
    if stream.isatty():
        with _bar(stream) as progress:
            yield progress
    else:
        yield Lines(stream, time.monotonic)


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
    """Plain lines: one when a phase ends, and one every few seconds of a long phase."""

    def __init__(self, stream: TextIO, clock: Callable[[], float]) -> None:
        self._stream, self._clock = stream, clock
        self._phase = ""
        self._started = self._said = 0.0

    def __call__(self, phase: str, done: int, total: int) -> None:
        now = self._clock()
        if phase != self._phase:
            self._phase, self._started, self._said = phase, now, now
        finished = bool(total) and done >= total
        if not finished and now - self._said < SECONDS_BETWEEN_LINES:
            return
        self._said = now
        print(self._line(done, total, now - self._started), file=self._stream, flush=True)

    def _line(self, done: int, total: int, seconds: float) -> str:
        line = f"{self._phase}: {done:,}" + (f" of {total:,}" if total else "")
        if seconds > 0.5 and done:
            rate = done / seconds
            line += f", {rate:,.0f}/s"
            if total > done:
                line += f", {(total - done) / rate:,.0f} s left"
        return line
