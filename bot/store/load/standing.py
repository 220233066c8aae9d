"""The library that stands when a load begins: is it sound, and by which rules was it made?"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata, resources
from pathlib import Path
from typing import Final

from bot.model import Limits

# Another version of one of these may read a file otherwise, or read one that could not be read.
_LIBRARIES: Final = (
    *("chardet", "countryinfo", "ftfy", "lxml", "markdown-it-py", "msgspec", "pathspec"),
    *("py3langid", "pypdfium2", "PyStemmer", "python-docx", "PyYAML", "rensa", "sentencex"),
)


def is_sound(library_path: Path) -> bool:
    """Whether the file is a database in which SQLite's own check finds no fault."""
    try:
        with contextlib.closing(connected(library_path)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def schema() -> str:
    """The hash of what decides what a load comes to: tables, rules, and the libraries it uses."""
    digest = hashlib.blake2b(digest_size=8)
    for package in ("bot.store", "bot.facts", "bot.corpus", "bot.language"):
        for file in _sources(resources.files(package)):
            digest.update(file.read_bytes())
    for name in _LIBRARIES:
        with contextlib.suppress(metadata.PackageNotFoundError):
            digest.update(f"{name} {metadata.version(name)}".encode())
    return digest.hexdigest()


def rules_with(limits: Limits) -> str:
    """As `schema`, with the limits that decide of a file whether it is read at all."""
    return f"{schema()} {limits.file_bytes} {limits.articles_in_file}"


def _sources(folder: resources.abc.Traversable) -> Iterable[resources.abc.Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and not entry.name.startswith("__"):
            yield from _sources(entry)
        elif entry.name.endswith((".py", ".toml", ".txt", ".sql")):
            yield entry


@dataclass(frozen=True, slots=True)
class Known:
    """What a library says of itself; nothing where there is none, or one that cannot be read."""

    form: int | None = None
    rules: str | None = None
    corpus: str | None = None
    topics: str | None = None


def known_of(library_path: Path) -> Known:
    """What the library at a path says of itself."""
    try:
        with contextlib.closing(connected(library_path)) as connection:
            (form,) = connection.execute("PRAGMA user_version").fetchone()
            meta = dict(connection.execute("SELECT name, value FROM meta"))
    except sqlite3.Error:
        return Known()
    return Known(form, meta.get("schema"), meta.get("corpus"), meta.get("topics"))


def connected(library_path: Path) -> sqlite3.Connection:
    """A connection that only reads."""
    return sqlite3.connect(f"{library_path.absolute().as_uri()}?mode=ro", uri=True)


@dataclass(frozen=True, slots=True)
class Counts:
    """How the articles wanted compare with those of a library."""

    added: int
    changed: int
    removed: int
    unchanged: int

    @property
    def before(self) -> int:
        return self.changed + self.removed + self.unchanged

    @property
    def now(self) -> int:
        return self.added + self.changed + self.unchanged


def compared(connection: sqlite3.Connection, wanted: Iterable[tuple[str, str]]) -> Counts:
    """How the articles wanted, as id and digest, compare with those of a library."""
    connection.execute("CREATE TEMP TABLE compared (article TEXT PRIMARY KEY, digest TEXT)")
    connection.executemany("INSERT INTO temp.compared VALUES (?, ?)", wanted)
    (now,) = connection.execute("SELECT count(*) FROM temp.compared").fetchone()
    (before,) = connection.execute("SELECT count(*) FROM main.article").fetchone()
    both, unchanged = connection.execute(
        "SELECT count(*), total(old.digest = wanted.digest) FROM temp.compared AS wanted "
        "JOIN main.article AS old ON old.id = wanted.article"
    ).fetchone()
    return Counts(now - both, both - int(unchanged), before - both, int(unchanged))
