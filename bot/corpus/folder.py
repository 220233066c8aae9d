"""The corpus folder: which files of it are read, in which order. Reads no file's content."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.corpus.topics import is_topic
from bot.errors import CorpusError

_BACKUPS = ("~", ".bak", ".swp", ".swo", ".orig", ".tmp", ".part", ".crdownload")
IGNORE_FILE = ".footnoteignore"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of the corpus: its path inside it with forward slashes, and what `stat` says.

    `fault` is why it cannot be read, where that is known without reading it.
    """

    file: str
    path: Path
    size: int
    mtime_ns: int
    fault: str | None = None


def scan(folder: Path) -> list[FoundFile]:
    """The articles' files under a folder in order of path; hidden, ignored and backup files and the
    topics are left out.

    Raises CorpusError where the folder itself cannot be read.
    """
    root = Path(folder)
    if not root.exists():
        raise CorpusError(str(folder), "there is no such folder")
    if not root.is_dir():
        raise CorpusError(str(folder), "is not a folder")
    try:
        entries = list(_entries(root, root.resolve()))
    except OSError as error:
        raise CorpusError(str(folder), f"cannot be read: {error.strerror or error}") from error
    ignored = _ignore_rules(root)
    return sorted(
        (entry for entry in entries if not ignored(entry.file) and not is_topic(entry.file)),
        key=lambda entry: entry.file,
    )


def found_file(path: Path) -> FoundFile:
    """One file that was named by hand; a link to it may lead anywhere."""
    path = path.resolve()
    return _found(path, path.parent, path.parent)


def _entries(folder: Path, root: Path) -> Iterator[FoundFile]:
    for directory, names, files in os.walk(folder, followlinks=False):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith((".", "#")) and not name.endswith(_BACKUPS):
                yield _found(Path(directory) / name, folder, root)
        for name in names:
            path = Path(directory) / name
            if path.is_symlink():
                yield FoundFile(
                    _inside(path, folder),
                    path,
                    0,
                    0,
                    "a link to a folder; links to folders are not followed",
                )


def _found(path: Path, folder: Path, root: Path) -> FoundFile:
    file = _inside(path, folder)
    try:
        status = path.stat()
    except OSError as error:
        return FoundFile(file, path, 0, 0, f"cannot be read: {error.strerror or error}")
    if path.is_symlink() and not path.resolve().is_relative_to(root):
        return FoundFile(file, path, 0, 0, "a link that leads out of the corpus folder")
    if not stat.S_ISREG(status.st_mode):
        return FoundFile(file, path, 0, 0, "not a regular file")
    fault = None
    try:
        path.name.encode("utf-8")
    except UnicodeEncodeError:
        fault = "its name is not UTF-8"
    return FoundFile(file, path, status.st_size, status.st_mtime_ns, fault)


def _inside(path: Path, folder: Path) -> str:
    """The path inside the corpus; bytes of a name that are not UTF-8 show as \\xNN."""
    name = path.relative_to(folder).as_posix()
    return os.fsencode(name).decode("utf-8", "backslashreplace")


class _ignore_rules:
    """Says of a path whether the folder's `.footnoteignore` (gitignore syntax) leaves it out."""

    def __init__(self, root: Path) -> None:
        self._spec = None
        try:
            lines = (root / IGNORE_FILE).read_text("utf-8", "replace").splitlines()
        except OSError:
            return
        import pathspec

        self._spec = pathspec.GitIgnoreSpec.from_lines(lines)

    def __call__(self, file: str) -> bool:
        return self._spec is not None and self._spec.match_file(file)
