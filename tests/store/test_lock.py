"""Two loads never work on one library, and the second is told who is at it."""

from __future__ import annotations

import datetime
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import BusyError, StoreError
from bot.store.load import load, roll_back
from bot.store.lock import lock_path, locked
from tests.store.corpora import write

NOON = datetime.datetime(2031, 3, 4, 12, 0, 5, tzinfo=datetime.UTC)
HOLDER = """
import datetime, pathlib, sys, time
from bot.store.lock import locked
with locked(pathlib.Path(sys.argv[1]), "footnote index", datetime.datetime.now(datetime.UTC)):
    print("held", flush=True)
    time.sleep(60)
"""


def take(library: Path) -> None:
    """Takes the lock and gives it back."""
    with locked(library, "footnote run", NOON):
        pass


def test_who_comes_second_is_told_the_program_the_process_and_the_time(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with locked(library, "footnote index", NOON), pytest.raises(BusyError) as told:
        take(library)
    assert str(told.value) == (
        f"footnote index (process {os.getpid()}) has been loading this library "
        "since 2031-03-04 12:00:05 UTC"
    )


def test_the_lock_is_free_again_after_the_block_and_after_a_fault_in_it(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with pytest.raises(ZeroDivisionError), locked(library, "one", NOON):
        raise ZeroDivisionError
    take(library)
    assert lock_path(library).read_bytes() == b""


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    command = [sys.executable, "-c", HOLDER, str(library)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(BusyError, match=f"process {holder.pid}"):
            take(library)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        take(library)


@pytest.mark.parametrize("said", ["", "{", "[]", '{"pid": "x"}', "\x00" * 5000])
def test_a_lock_file_may_hold_anything(said: str, tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    with locked(library, "one", NOON):
        lock_path(library).write_text(said)
        with pytest.raises(BusyError, match="another process is loading this library"):
            take(library)


def test_loads_and_roll_backs_take_the_same_lock(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    folder = write(tmp_path / "corpus")
    with locked(library, "footnote index", NOON):
        with pytest.raises(BusyError, match="footnote index"):
            load(folder, library, lambda *_: None)
        with pytest.raises(BusyError, match="footnote index"):
            roll_back(library)
    assert not library.exists()


def test_a_lock_that_cannot_be_made_is_a_store_error(tmp_path: Path) -> None:
    lock_path(tmp_path / "library.db").mkdir()
    with pytest.raises(StoreError, match="could not be made"):
        take(tmp_path / "library.db")
