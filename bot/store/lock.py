"""One load at a time, and one bot to a data folder: locks, and who holds them.

The lock is the kernel's (`flock`), so it ends with the process that holds it, however that ends;
the file stays, and what it says is only for the one who has to wait. It is never deleted: a third
process could lock the deleted file while a second one locks its successor.
"""

from __future__ import annotations

import contextlib
import datetime
import fcntl
import json
import os
from collections.abc import Iterator
from pathlib import Path

from bot.errors import BusyError, StoreError


def lock_path(library_path: Path) -> Path:
    """Where the lock of a library is."""
    return library_path.with_name(library_path.name + ".lock")


def locked(
    library_path: Path, program: str, now: datetime.datetime
) -> contextlib.AbstractContextManager[None]:
    """Holds the lock of a library for as long as the block lasts.

    `program` and `now` (aware) are what another one is told meanwhile. Raises BusyError where
    somebody holds it, StoreError where the lock cannot be made.
    """
    return _held(lock_path(library_path), "loading this library", program, now)


def running(
    data_dir: Path, program: str, now: datetime.datetime
) -> contextlib.AbstractContextManager[None]:
    """As `locked`, for a data folder: two bots that share a ledger would post everything twice."""
    return _held(data_dir / "running.lock", f"using {data_dir}", program, now)


@contextlib.contextmanager
def _held(path: Path, doing: str, program: str, now: datetime.datetime) -> Iterator[None]:
    try:
        # handed to no child: a worker that outlives us must not hold the lock
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise StoreError(f"the lock {path} could not be made: {error}") from error
    with os.fdopen(handle, "r+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError(_told(file.read(1000), doing)) from error
        except OSError as error:
            raise StoreError(f"the lock {path} could not be taken: {error}") from error
        try:
            with contextlib.suppress(OSError):  # a full disk must not stop who wants to say so
                _tell(file.fileno(), program, now)
            yield
        finally:
            with contextlib.suppress(OSError):
                os.truncate(file.fileno(), 0)


def _tell(handle: int, program: str, now: datetime.datetime) -> None:
    since = now.astimezone(datetime.UTC).isoformat(" ", "seconds")
    told = json.dumps({"pid": os.getpid(), "since": since, "program": program})
    os.truncate(handle, 0)
    os.pwrite(handle, told.encode(), 0)


def _told(text: str, doing: str) -> str:
    """The line for who has to wait, from what the holder wrote; the file may hold anything."""
    try:
        holder = json.loads(text)
        pid, since, program = int(holder["pid"]), str(holder["since"]), str(holder["program"])
    except (ValueError, KeyError, TypeError):
        return f"another process is {doing}"
    since = since.removesuffix("+00:00")
    return f"{program} (process {pid}) has been {doing} since {since} UTC"
