"""The files of a library: the one that answers, the one before it, and the one being built.

    library.db             what answers are read from
    library.db.previous    the generation before it
    library.db.building    a load at work, or what a killed one left
    library.db.turning     a roll-back at work, or what a killed one left

At every moment `library.db` is a whole library or was never there: each step is a rename or a new
link. Knows nothing of what stands in them.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def previous(library_path: Path) -> Path:
    """Where the generation before this library is."""
    return library_path.with_name(library_path.name + ".previous")


def building(library_path: Path) -> Path:
    """Where a load builds the next generation."""
    return library_path.with_name(library_path.name + ".building")


def _turning(library_path: Path) -> Path:
    return library_path.with_name(library_path.name + ".turning")


def clear(path: Path) -> None:
    """Removes what a killed load left there, even a folder. Raises OSError where it cannot."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def mend(library_path: Path) -> None:
    """Ends a roll-back that was killed half-way. Only who holds the lock may call this."""
    turning = _turning(library_path)
    if not turning.exists():
        return
    if previous(library_path).exists():
        clear(turning)  # killed before anything was turned
    else:
        turning.replace(previous(library_path))


def swap_in(library_path: Path) -> None:
    """Makes what was built the library; the one that was there becomes the previous one."""
    built = building(library_path)
    _sync(built)
    if library_path.exists():
        # a link, not a rename: at no moment is there no library
        previous(library_path).unlink(missing_ok=True)
        previous(library_path).hardlink_to(library_path)
    built.replace(library_path)
    _sync(library_path.parent)


def turn(library_path: Path) -> None:
    """Swaps the library with the one before it. Only who holds the lock may call this."""
    turning = _turning(library_path)
    if library_path.exists():
        clear(turning)
        turning.hardlink_to(library_path)
    previous(library_path).replace(library_path)
    if turning.exists():
        turning.replace(previous(library_path))
    _sync(library_path.parent)


def is_rolled_back(library_path: Path) -> bool:
    """Whether the library is the older one of the two generations: somebody went back to it."""
    try:
        return previous(library_path).stat().st_mtime_ns > library_path.stat().st_mtime_ns
    except OSError:
        return False


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
