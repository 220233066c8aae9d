"""The corpus folder: which files of it are read, in which order. Reads no file's content."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from bot.corpus.ignored import IGNORE_FILE, Ignored, ignored_in, is_ignored
from bot.corpus.topics import is_topic
from bot.errors import CorpusError
from bot.model import Limits

_BACKUPS = ("~", ".bak", ".swp", ".swo", ".orig", ".tmp", ".part", ".crdownload")
_LIMITS = Limits()
_NOT_UTF_8 = "its name is not UTF-8"


class FoundFile(NamedTuple):
    """A file of the corpus: its path inside it with forward slashes, and what `stat` says.

    `ctime_ns` tells of changes that leave size and time as they were, and of a permission given.
    `fault` is why it cannot be read, where that is known without reading it. A tuple, since a look
    at a folder of 100,000 files must not take a second.
    """

    file: str
    address: str
    size: int
    mtime_ns: int
    ctime_ns: int
    fault: str | None = None

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self.address)


def scan(folder: Path, limits: Limits = _LIMITS) -> list[FoundFile]:
    """As `walk`, all at once."""
    return list(walk(folder, limits))


def walk(folder: Path, limits: Limits = _LIMITS) -> Iterator[FoundFile]:
    """The articles' files under a folder in order of path; hidden, ignored and backup files and the
    topics are left out.

    Holds the names of one folder, and of those that it lies in. Raises CorpusError where the folder
    itself cannot be read, or holds more files than the limits allow; a folder inside that cannot be
    read, a file that is too large, and a `.footnoteignore` with a line that is no pattern, are
    given as a file with a fault.
    """
    if not folder.exists():
        raise CorpusError(str(folder), "there is no such folder")
    if not folder.is_dir():
        raise CorpusError(str(folder), "is not a folder")
    try:
        names = _names(str(folder))
        root = folder.resolve()
    except OSError as error:
        raise CorpusError(str(folder), f"cannot be read: {error.strerror or error}") from error
    count = 0
    for found in _entries(str(folder), names, "", root, ()):
        if is_topic(found.file):
            continue
        count += 1
        if count > limits.files:
            most = f"{limits.files:,} files, the most that MAX_FILES allows"
            raise CorpusError(str(folder), f"holds more than {most}")
        if found.fault is None and found.size > limits.file_bytes:
            found = found._replace(fault=limits.too_large(found.size))
        yield found


def found_file(path: Path) -> FoundFile:
    """One file that was named by hand; a link to it may lead anywhere."""
    path = path.resolve()
    shown = _shown(path.name)
    fault = None if shown == path.name else _NOT_UTF_8
    return _found(shown, str(path), path.parent, fault)


def _names(directory: str) -> list[tuple[str, str, bool]]:
    """What a folder holds in order of path: as it is shown, its name, and whether it is a folder.

    A folder sorts as if its name ended with a slash, as it does in the paths of its files.
    """
    names = []
    with os.scandir(directory) as entries:
        for entry in entries:
            try:
                is_folder = entry.is_dir()
            except OSError:
                is_folder = False
            if is_folder and not entry.name.startswith("."):
                names.append((f"{_shown(entry.name)}/", entry.name, True))
            elif not (
                is_folder or entry.name.startswith((".", "#")) or entry.name.endswith(_BACKUPS)
            ):
                names.append((_shown(entry.name), entry.name, False))
    return sorted(names)


def _entries(
    directory: str,
    names: list[tuple[str, str, bool]],
    inside: str,
    root: Path,
    above: tuple[Ignored, ...],
) -> Iterator[FoundFile]:
    own, fault = ignored_in(directory, inside)
    rules = above if own is None else (*above, own)
    if fault is not None:
        names = sorted([*names, (IGNORE_FILE, IGNORE_FILE, False)])
    for shown, name, is_folder in names:
        address = f"{directory}/{name}"  # a Path each would take a second
        file = inside + shown
        if not is_folder:
            if name == IGNORE_FILE:
                yield FoundFile(file, address, 0, 0, 0, fault)
            elif not rules or not is_ignored(file, rules):
                yield _found(file, address, root, None if shown == name else _NOT_UTF_8)
            continue
        try:
            within = None if os.path.islink(address) else _names(address)  # noqa: PTH114
            reason = "a link to a folder; links to folders are not followed"
        except OSError as error:
            within, reason = None, _cannot(error)
        if within is not None:
            yield from _entries(address, within, file, root, rules)
        elif not is_ignored(file, rules):
            yield FoundFile(file[:-1], address, 0, 0, 0, reason)


def _found(file: str, address: str, root: Path, fault: str | None) -> FoundFile:
    try:
        status = os.lstat(address)
        is_link = stat.S_ISLNK(status.st_mode)
        if is_link:
            status = os.stat(address)  # noqa: PTH116
    except OSError as error:
        return FoundFile(file, address, 0, 0, 0, _cannot(error))
    if is_link and not Path(address).resolve().is_relative_to(root):
        return FoundFile(file, address, 0, 0, 0, "a link that leads out of the corpus folder")
    if not stat.S_ISREG(status.st_mode):
        return FoundFile(file, address, 0, 0, 0, "not a regular file")
    return FoundFile(file, address, status.st_size, status.st_mtime_ns, status.st_ctime_ns, fault)


def _cannot(error: OSError) -> str:
    return f"cannot be read: {error.strerror or error}"


def _shown(name: str) -> str:
    """A name as it is told; bytes that are not UTF-8 show as \\xNN."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")
