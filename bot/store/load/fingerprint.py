"""Whether anything changed, at a glance: a hash of the names, sizes and times of all files, and
what a load that has nothing to do reports.

Kept apart from the readings, so that a bot that only asks this holds nothing of what loading needs.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.corpus import FoundFile

# Of the readings: what is no article and why, in order of path; how many another file holds too.
REJECTED = "SELECT file, rejected FROM reading WHERE rejected IS NOT NULL ORDER BY source, position"
DUPLICATES = "SELECT count(*) FROM reading WHERE duplicate_of IS NOT NULL"


class Fingerprint:
    """The hash of a folder, while its files come in order of path."""

    def __init__(self) -> None:
        self._hash = hashlib.blake2b(digest_size=16)

    def add(self, found: FoundFile) -> None:
        times = f"{found.size}\0{found.mtime_ns}\0{found.ctime_ns}"
        self._hash.update(f"{found.file}\0{times}\0{found.fault or ''}\n".encode())

    def value(self) -> str:
        return self._hash.hexdigest()


def fingerprint(files: Iterable[FoundFile]) -> str:
    """The hash of a folder's files, which come in order of path."""
    hashed = Fingerprint()
    for found in files:
        hashed.add(found)
    return hashed.value()


def readings_path(library_path: Path) -> Path:
    """Where the readings of a library are kept."""
    return library_path.with_name(library_path.name + ".readings")


def settled(readings: Path, rules: str) -> tuple[str | None, str | None]:
    """The fingerprint of the folder after the last load, and the corpus that came of it; nothing
    where the readings are of other rules or cannot be opened."""
    if not readings.is_file():
        return None, None
    try:
        with contextlib.closing(_opened(readings)) as connection:
            meta = dict(connection.execute("SELECT name, value FROM meta"))
    except sqlite3.Error:
        return None, None
    return (meta.get("folder"), meta.get("corpus")) if meta.get("rules") == rules else (None, None)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What no article came of: files and records with the reason, and how many are duplicates."""

    rejected: tuple[tuple[str, str], ...]
    duplicates: int


def left_out(readings: Path) -> LeftOut | None:
    """What the last load left out; None where a file could not be opened, and is to be tried again.

    Raises sqlite3.Error where the readings cannot be read.
    """
    with contextlib.closing(_opened(readings)) as connection:
        again = "SELECT 1 FROM file WHERE content IS NULL AND fault IS NULL LIMIT 1"
        if connection.execute(again).fetchone():
            return None
        rejected = connection.execute(REJECTED).fetchall()
        (duplicates,) = connection.execute(DUPLICATES).fetchone()
    return LeftOut(tuple(rejected), duplicates)


def _opened(readings: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{readings.absolute().as_uri()}?mode=ro", uri=True)
