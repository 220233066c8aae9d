"""Whether anything changed, at a glance: a hash of the names, sizes and times of all files.

Kept apart from the readings, so that a bot that only asks this holds nothing of what loading needs.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from bot.corpus import FoundFile


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
        address = f"{readings.absolute().as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(address, uri=True)) as connection:
            meta = dict(connection.execute("SELECT name, value FROM meta"))
    except sqlite3.Error:
        return None, None
    return (meta.get("folder"), meta.get("corpus")) if meta.get("rules") == rules else (None, None)
