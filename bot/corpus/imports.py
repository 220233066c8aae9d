"""`footnote import`: files of any kind → a folder of curated Markdown, one article a file.

A file appears whole or not at all, under a name that the article's date and title give; what is
there already is left alone. Reads by the same rules as a load, those across files included.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from bot.corpus.corpus import judged_alone, read_files
from bot.corpus.curated import curated_markdown, file_name
from bot.corpus.folder import FoundFile, found_file, scan
from bot.corpus.reading import read_bytes
from bot.errors import CorpusError
from bot.model import Article, FileReading, Imported, ImportOutcome


def found_in(sources: Sequence[Path], into: Path) -> list[FoundFile]:
    """The files to import, in the order given, those of a folder in order of path.

    Raises CorpusError for one that is not there, and for a folder that holds `into`: what was
    imported would be imported again.
    """
    found: list[FoundFile] = []
    for source in sources:
        if source.is_dir():
            if into.resolve().is_relative_to(source.resolve()):
                fault = "holds the folder that --into names; expected one outside of it"
                raise CorpusError(str(source), fault)
            found += [
                entry._replace(file=(source / entry.file).as_posix()) for entry in scan(source)
            ]
        elif source.exists():
            found.append(found_file(source)._replace(file=source.as_posix()))
        else:
            raise CorpusError(str(source), "there is no such file or folder")
    return list({entry.path.absolute(): entry for entry in found}.values())


def import_files(
    found: Iterable[FoundFile],
    into: Path,
    force: bool = False,
    dry_run: bool = False,
    was_read: Callable[[int], None] = lambda _: None,
) -> Iterator[Imported]:
    """Writes each article that the files hold; yields what became of it, in their order.

    Calls `was_read` with the number of files that are read. With `dry_run` nothing is written, and
    all is told as if it were.
    """
    taken: dict[str, str] = {}
    for reading in read_files(_told(found, was_read)):
        yield _imported(reading, into, taken, force, dry_run)


def _told(found: Iterable[FoundFile], was_read: Callable[[int], None]) -> Iterator[FoundFile]:
    for number, entry in enumerate(found, start=1):
        yield entry
        was_read(number)


def _imported(
    reading: FileReading, into: Path, taken: dict[str, str], force: bool, dry_run: bool
) -> Imported:
    article = reading.article
    if article is None:
        return Imported(reading.file, "rejected", reason=reading.rejected)
    if reading.duplicate_of is not None:
        reason = f"the same article as {reading.duplicate_of}"
        return Imported(reading.file, "duplicate", reason=reason)
    try:
        text = curated_markdown(article)
    except ValueError as error:
        return Imported(reading.file, "failed", reason=str(error))
    if lost := _differences(article, text):
        return Imported(reading.file, "failed", reason=f"would not read back with its {lost}")
    name = _name(article, text, taken)
    try:
        outcome, why = _put(into / name, text.encode("utf-8"), force, dry_run)
    except OSError as error:
        return Imported(reading.file, "failed", name, f"not written: {error.strerror or error}")
    return Imported(reading.file, outcome, name, why)


def _differences(article: Article, text: str) -> str | None:
    """What of the article the text would lose: the promise of an import, kept for each file."""
    (reading,) = [judged_alone(one) for one in read_bytes("import.md", text.encode("utf-8"))]
    back = reading.article
    if back is None:
        return "text"
    dates = [
        one.published and (one.published.isoformat(), one.published.origin == "external")
        for one in (article, back)
    ]
    kept = ("title", "title_given", "publisher", "url", "language", "author", "original",
            "reader_note", "paraphrased", "paragraphs")  # fmt: skip
    lost = [name for name in kept if getattr(article, name) != getattr(back, name)]
    if dates[0] != dates[1]:
        lost.append("date")
    return ", ".join(lost) or None


def _name(article: Article, text: str, taken: dict[str, str]) -> str:
    """A name that no other article of this import has; its own again the next time."""
    stem = file_name(article)
    digest = hashlib.blake2b(text.encode("utf-8"), digest_size=16).hexdigest()
    names = (f"{stem}.md", f"{stem}-{digest[:6]}.md", f"{stem}-{digest}.md")
    return next(name for name in names if taken.setdefault(name, digest) == digest)


def _put(path: Path, data: bytes, force: bool, dry_run: bool) -> tuple[ImportOutcome, str | None]:
    """Writes a file whole: beside its place first, then moved there, even where it is cut off."""
    there = path.read_bytes() if path.exists() else None
    if there == data:
        return "unchanged", None
    if there is not None and not force:
        return "kept", "a file of this name has other content; --force overwrites it"
    if dry_run:
        return "written", None
    path.parent.mkdir(parents=True, exist_ok=True)
    # hidden, so that what a kill leaves behind is not read as an article
    half = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with half.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    return "written", None
