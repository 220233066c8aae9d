"""Brings a ledger's file to the form that this Footnote knows, one numbered migration at a time.

Each migration is a file in `migrations/`, append only: what was released is never edited. It runs
in one transaction together with its record, so a kill leaves the form before it or the one after.
Before each one that changes an existing ledger the file is copied beside it.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Final

from bot.errors import StoreError

BUSY_SECONDS: Final = 10.0
"""How long to wait for another process, such as a backup, before giving up."""

_RECORDS = """
CREATE TABLE IF NOT EXISTS migration (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;
"""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: its number (1, 2, … without gaps), its name, and what it runs."""

    number: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """All that this Footnote knows, in order."""
    found = []
    for file in resources.files("bot.store").joinpath("migrations").iterdir():
        match = re.fullmatch(r"(\d{4})_(\w+)\.sql", file.name)
        if match:
            found.append(Migration(int(match[1]), match[2], file.read_text(encoding="utf-8")))
    return tuple(sorted(found, key=lambda migration: migration.number))


def migrate(path: Path, now: int, known: tuple[Migration, ...] | None = None) -> int:
    """Applies what is missing to the file, made if it is not there; how many were applied.

    Raises StoreError where the file is from a newer Footnote, or is none of ours.
    """
    steps = migrations() if known is None else known
    try:
        with contextlib.closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
            connection.isolation_level = None
            applied = _applied(connection)
            if applied > len(steps):
                raise StoreError(
                    f"{path} was written by a newer Footnote (its form is {applied}, this one "
                    f"knows {len(steps)}): run that version, or put back a copy from before it"
                )
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            for step in steps[applied:]:
                if applied:
                    _back_up(connection, path, step.number)
                _apply(connection, step, now)
            return len(steps) - applied
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"the ledger {path} could not be brought up to date: {error}") from error


def _applied(connection: sqlite3.Connection) -> int:
    """The number of the last migration that the file has; 0 for a new one."""
    tables = {
        name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
    }
    if not tables:
        return 0
    if "migration" not in tables:
        raise sqlite3.DatabaseError("it is a database of something else")
    (last,) = connection.execute("SELECT coalesce(max(number), 0) FROM migration").fetchone()
    return int(last)


def backup_before(path: Path, number: int) -> Path:
    """Where the copy lies that was made before migration `number`."""
    return path.with_name(f"{path.name}.before-{number:04}")


def _back_up(connection: sqlite3.Connection, path: Path, number: int) -> None:
    target = backup_before(path, number)
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    with contextlib.closing(sqlite3.connect(partial)) as copy:
        connection.backup(copy)
    with _opened(partial) as descriptor:
        os.fsync(descriptor)
    partial.replace(target)


@contextlib.contextmanager
def _opened(file: Path) -> Iterator[int]:
    descriptor = os.open(file, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _apply(connection: sqlite3.Connection, step: Migration, now: int) -> None:
    # `executescript` commits first and obeys no isolation level: the transaction is in the script
    record = f"INSERT INTO migration VALUES ({step.number}, '{step.name}', {now});"
    try:
        connection.executescript(f"BEGIN IMMEDIATE;{_RECORDS}\n{step.sql}\n{record}\nCOMMIT;")
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise StoreError(f"migration {step.number:04}_{step.name} failed: {error}") from error
