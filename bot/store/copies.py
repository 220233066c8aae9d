"""Copies of the ledger: made while the bot runs, checked before they are put back.

The library needs none: it is rebuilt from the articles.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import sqlite3
from pathlib import Path

from bot.errors import StoreError
from bot.store.lock import running
from bot.store.migrate import BUSY_SECONDS, migrations


def back_up(ledger: Path, file: Path) -> None:
    """Writes a whole and consistent copy of the ledger, also while others write to it.

    Raises StoreError; nothing that is there is overwritten.
    """
    if not ledger.is_file():
        raise StoreError(f"there is no ledger at {ledger} to make a copy of")
    if file.exists():
        raise StoreError(f"{file} is there already; name a file that is not")
    try:
        _copy(ledger, file)
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"{ledger} could not be copied to {file}: {error}") from error


def restore(file: Path, ledger: Path, now: datetime.datetime) -> Path | None:
    """Puts a copy in the place of the ledger; where the one that was there is kept now.

    Raises BusyError while a bot runs, StoreError where the copy is broken, none of ours, or from a
    newer Footnote; the ledger is as it was then.
    """
    with running(ledger.parent, "footnote restore", now):
        check(file)
        kept: Path | None = None
        try:
            ready = ledger.with_name(f"{ledger.name}.restoring")
            ready.unlink(missing_ok=True)
            _copy(file, ready)
            if ledger.exists():
                kept = ledger.with_name(f"{ledger.name}.replaced-{now:%Y%m%dT%H%M%SZ}")
                _keep(ledger, kept)
            # a log of writes of the old ledger must not be played into the new one
            for ending in ("-wal", "-shm"):
                ledger.with_name(ledger.name + ending).unlink(missing_ok=True)
            ready.replace(ledger)
            _sync(ledger.parent)
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"{ledger} could not be put back from {file}: {error}") from error
    return kept


def check(file: Path) -> int:
    """The form that a ledger's file has, by number. Raises StoreError where it is not sound."""
    if not file.is_file():
        raise StoreError(f"there is no file {file}")
    try:
        with contextlib.closing(_opened(file)) as connection:
            (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if verdict != "ok":
                raise sqlite3.DatabaseError(str(verdict))
            (form,) = connection.execute("SELECT max(number) FROM migration").fetchone()
    except sqlite3.Error as error:
        raise StoreError(f"{file} is no sound ledger: {error}") from error
    known = len(migrations())
    if form is None or form > known:
        raise StoreError(
            f"{file} was written by a newer Footnote (its form is {form}, this one knows {known})"
        )
    return int(form)


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)


def _keep(ledger: Path, kept: Path) -> None:
    """A copy of what is there; of one that SQLite can't read, its very bytes."""
    try:
        _copy(ledger, kept)
    except sqlite3.Error:
        kept.write_bytes(ledger.read_bytes())


def _copy(source: Path, target: Path) -> None:
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    try:
        with (
            contextlib.closing(_opened(source)) as read,
            contextlib.closing(sqlite3.connect(partial)) as written,
        ):
            read.backup(written)
            # one file without a log beside it, to be moved about as a whole
            written.execute("PRAGMA journal_mode = DELETE")
        _sync(partial)
        partial.replace(target)
        _sync(target.absolute().parent)
    finally:
        partial.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
