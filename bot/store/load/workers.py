"""Work spread over processes: results in the order of the tasks, whatever the processes do.

A process that dies or hangs costs no more than the task that it died of. Knows nothing of what is
done. The processes are spawned: a fork would hand them our locks, and threads of libraries in a
state that they never leave; a fork server would stay behind in the console that loaded.
`concurrent.futures` gives up on all its tasks when one process dies, and cannot end one that hangs.
"""

from __future__ import annotations

import contextlib
import gc
import itertools
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Final, TypeVar

Context = TypeVar("Context")
Task = TypeVar("Task")
Result = TypeVar("Result")

_CHUNK: Final = 16
_AHEAD: Final = 8
"""So many chunks are handed out before the first of them is back: what is held in memory."""
_WORTH_IT: Final = 200
"""With fewer tasks the processes would take longer to start than the work takes here."""
_PATIENCE_SECONDS: Final = 120.0
_COLLECTOR: Final = (20_000, 50, 100)
"""When the collector looks: seldom, for what a task makes is nearly all gone with it."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What came of a task that ended the process it was given to, twice."""

    reason: str


def available_cores() -> int:
    """How many processes this one may run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """Processes that take tasks. Use it as a context manager: they end with the block.

    They are started when the first long job comes; short ones are done in this process.
    """

    def __init__(
        self,
        size: int,
        *,
        worth_it: int = _WORTH_IT,
        patience_seconds: float = _PATIENCE_SECONDS,
    ) -> None:
        self._size, self._worth_it, self._patience = size, worth_it, patience_seconds
        self._workers: list[_Worker] = []

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.end()
        self._workers = []

    def each(
        self,
        make: Callable[[Context], Callable[[Task], Result]],
        context: Context,
        tasks: Iterable[Task],
        count: int,
    ) -> Iterator[Result | Lost]:
        """What `make(context)` returns for each task, in order of the `count` tasks.

        `make` is called once in each process, by its name. An exception in a task is raised here.
        """
        if self._size < 2 or count < self._worth_it:
            yield from map(make(context), tasks)
            return
        self._workers = [worker for worker in self._workers if not worker.chunk]
        while len(self._workers) < self._size:
            self._workers.append(_Worker())
        for worker in self._workers:
            worker.take_up(make, context)
        yield from self._spread(make, context, _chunks(tasks))

    def _spread(
        self,
        make: Callable[[Context], Callable[[Task], Result]],
        context: Context,
        chunks: Iterator[list[Task]],
    ) -> Iterator[Result | Lost]:
        done: dict[int, list[Result | Lost]] = {}
        first = given = 0  # the chunk whose results come next, and the one to be given next
        more = True
        while True:
            for worker in self._workers:
                if more and not worker.chunk and given < first + _AHEAD:
                    chunk = next(chunks, None)
                    if chunk is None:
                        more = False
                    else:
                        worker.give(given, chunk)
                        given += 1
            while first in done:
                yield from done.pop(first)
                first += 1
            busy = [worker for worker in self._workers if worker.chunk]
            if not busy:
                if not more:
                    return
                continue
            for worker in _ready(busy, self._patience):
                number, chunk = worker.number, worker.chunk
                try:
                    done[number] = worker.results()
                except _DiedError:
                    self._replace(worker, make, context)
                    done[number] = [self._alone(make, context, task) for task in chunk]

    def _alone(
        self, make: Callable[[Context], Callable[[Task], Result]], context: Context, task: Task
    ) -> Result | Lost:
        """The result of one task of a chunk that was lost, by the process that came last."""
        worker = self._workers[-1]
        worker.give(0, [task])
        _ready([worker], self._patience)
        try:
            (result,) = worker.results()
        except _DiedError as death:
            self._replace(worker, make, context)
            return Lost(str(death))
        return result  # type: ignore[no-any-return]

    def _replace(
        self,
        worker: _Worker,
        make: Callable[[Context], Callable[[Task], Result]],
        context: Context,
    ) -> None:
        worker.end()
        self._workers.remove(worker)
        self._workers.append(_Worker())
        self._workers[-1].take_up(make, context)


class _DiedError(Exception):
    """A process ended, or was ended because it hung. Says how."""


class _Worker:
    """One process, and the chunk that it is at; an empty one when it is idle."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_work, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        self.number = 0
        self.chunk: list[Any] = []
        self.since = 0.0
        self.hung = False

    @property
    def pipe(self) -> Connection:
        return self._pipe

    def take_up(self, make: Callable[..., Any], context: Any) -> None:
        self._send((make, context))

    def give(self, number: int, chunk: list[Any]) -> None:
        self.number, self.chunk, self.since = number, chunk, time.monotonic()
        self._send(chunk)

    def _send(self, message: Any) -> None:
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # told when it is read
            self._pipe.send(message)

    def results(self) -> list[Any]:
        """The results of the chunk. Raises _DiedError, or what a task raised."""
        if self.hung:
            self._process.kill()
            raise _DiedError("took too long")
        try:
            results = self._pipe.recv()
        except (EOFError, ConnectionResetError) as error:
            self._process.join(5)
            status = self._process.exitcode or 0
            how = f"signal {-status}" if status < 0 else f"status {status}"
            raise _DiedError(f"ended the process ({how})") from error
        self.chunk = []
        if isinstance(results, Exception):
            raise results
        return results  # type: ignore[no-any-return]

    def end(self) -> None:
        self._pipe.close()
        self._process.kill()
        self._process.join()


def _ready(busy: list[_Worker], patience: float) -> list[_Worker]:
    """The workers with something to be read: results, their death, or that they are overdue."""
    now = time.monotonic()
    left = min(worker.since for worker in busy) + patience - now
    told = wait([worker.pipe for worker in busy], max(left, 0))
    now = time.monotonic()
    for worker in busy:
        worker.hung = worker.pipe not in told and now - worker.since >= patience
    return [worker for worker in busy if worker.hung or worker.pipe in told]


def _chunks(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    rest = iter(tasks)
    while chunk := list(itertools.islice(rest, _CHUNK)):
        yield chunk


def _work(pipe: Connection) -> None:
    """The life of a process: a job, then chunks of its tasks, until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started us
    gc.set_threshold(*_COLLECTOR)
    work: Callable[[Any], Any] | None = None
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            message = pipe.recv()
            if isinstance(message, tuple):
                make, context = message
                work = make(context)
                gc.freeze()  # the gazetteer and the lexicon stay: not to be looked through again
                continue
            assert work is not None
            try:
                pipe.send([work(task) for task in message])
            except Exception as error:
                pipe.send(error)
