"""One file → readings, each an article or the reason why there is none. Never an exception."""

from __future__ import annotations

import itertools
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bot.corpus.cleaning import clean
from bot.corpus.draft import Cleaned, Draft, NotAnArticle
from bot.corpus.encodings import decode, repaired
from bot.corpus.folder import FoundFile
from bot.corpus.formats.kinds import kind_by_bytes, kind_by_text
from bot.model import Limits

_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Reading:
    """What one record of a file came to, before files are compared."""

    file: str
    cleaned: Cleaned | None
    rejected: str | None = None


def read_found(found: FoundFile, limits: Limits = _LIMITS) -> list[Reading]:
    """The readings of one file. Every fault of the file becomes a rejected reading."""
    content = content_of(found, limits)
    return [content] if isinstance(content, Reading) else read_bytes(found.file, content, limits)


def content_of(found: FoundFile, limits: Limits = _LIMITS) -> bytes | Reading:
    """The bytes of one file, or the reading that says why there are none."""
    if found.fault:
        return Reading(found.file, None, found.fault)
    try:
        return _bytes(found.path, limits)
    except NotAnArticle as reason:
        return Reading(found.file, None, str(reason))
    except OSError as error:
        return Reading(found.file, None, f"cannot be read: {error.strerror or error}")


def read_bytes(file: str, data: bytes, limits: Limits = _LIMITS) -> list[Reading]:
    """The readings of a file's content; the format is told by the end of its name."""
    try:
        return list(_readings(file, data, limits))
    except NotAnArticle as reason:
        return [Reading(file, None, str(reason))]
    except RecursionError:
        return [Reading(file, None, "nested too deeply")]
    except Exception as error:  # a reader met what nobody foresaw: this file only is lost
        return [Reading(file, None, f"cannot be read ({type(error).__name__}: {error})")]


def _bytes(path: Path, limits: Limits) -> bytes:
    """A file's bytes. Opened without waiting, and checked again once open: no FIFO, no giant."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise NotAnArticle("not a regular file")
        if status.st_size > limits.file_bytes:
            raise NotAnArticle(limits.too_large(status.st_size))
        return file.read(limits.file_bytes)


def _readings(file: str, data: bytes, limits: Limits) -> Iterator[Reading]:
    """The readings of what the file holds; each format's libraries are imported when first met."""
    if not data.strip(b"\x00 \t\r\n"):
        raise NotAnArticle("empty")
    kind = kind_by_bytes(file, data)
    if kind == "pdf":
        from bot.corpus.formats.pdf import read_pdf

        yield _cleaned(file, read_pdf(data))
    elif kind == "word":
        from bot.corpus.formats.word import read_word

        yield _cleaned(file, read_word(data))
    elif kind == "mail":
        from bot.corpus.formats.mail import read_mail

        yield _cleaned(file, read_mail(data))
    else:
        yield from _text_readings(file, repaired(decode(data)), limits)


def _text_readings(file: str, text: str, limits: Limits) -> Iterator[Reading]:
    one_too_many = limits.articles_in_file + 1
    if not text.strip():
        raise NotAnArticle("empty")
    kind = kind_by_text(file, text)
    if kind == "html":
        from bot.corpus.formats.html import read_html

        yield _cleaned(file, read_html(text))
    elif kind == "feed":
        from bot.corpus.formats.feed import read_feed

        yield from _numbered(file, read_feed(text, one_too_many), limits)
    elif kind == "json":
        from bot.corpus.formats.records import is_list, read_json

        records = read_json(text, one_too_many)
        if len(records) == 1 and not is_list(text):
            yield _cleaned(file, records[0])
        else:
            yield from _numbered(file, records, limits)
    elif kind == "json lines":
        from bot.corpus.formats.records import read_json_lines

        yield from _numbered(file, read_json_lines(text, one_too_many), limits)
    elif kind == "markdown":
        from bot.corpus.formats.markdown import read_markdown

        yield _cleaned(file, read_markdown(text))
    elif kind == "text":
        from bot.corpus.formats.exports import read_exports

        drafts = read_exports(text)
        if len(drafts) > 1:
            yield from _numbered(file, drafts, limits)
        else:
            yield _cleaned(file, drafts[0] if drafts else _plain_draft(text))
    else:
        raise NotAnArticle(f"{PurePosixPath(file).suffix} is no format that Footnote reads")


def _plain_draft(text: str) -> Draft:
    """A .txt file, read as Markdown where it has front matter or headings, as a mail where it
    begins as one that was forwarded, as wikitext where it is written so."""
    from bot.corpus.formats.front_matter import split_front_matter
    from bot.corpus.formats.markdown import read_markdown
    from bot.corpus.formats.text import read_text

    start = text.lstrip()[:2000]
    if start.startswith(("---\n", "+++\n")) and split_front_matter(text)[0]:
        return read_markdown(text)
    if "[[" in text[:20_000]:
        from bot.corpus.formats.wikitext import is_wikitext, read_wikitext

        if is_wikitext(text):
            return read_wikitext(text)
    if re.search(r"^#{1,3} \S", start, re.MULTILINE):
        return read_markdown(text)
    if len(re.findall(r"^[*>\s]*[^\W\d_][\w -]{0,24}\s?[:：]", start[:1200], re.MULTILINE)) >= 3:
        from bot.corpus.formats.mail import read_forwarded

        if (mail := read_forwarded(text)) is not None:
            return mail
    return read_text(text)


def _numbered(
    file: str, drafts: Iterable[Draft | NotAnArticle], limits: Limits
) -> Iterator[Reading]:
    """The readings of a file of several articles; of too many, none is read."""
    some = list(itertools.islice(drafts, limits.articles_in_file + 1))
    if len(some) > limits.articles_in_file:
        raise NotAnArticle(limits.too_many())
    for number, draft in enumerate(some, start=1):
        yield _cleaned(f"{file}#{number}", draft)


def _cleaned(file: str, draft: Draft | NotAnArticle) -> Reading:
    if isinstance(draft, NotAnArticle):
        return Reading(file, None, str(draft))
    try:
        return Reading(file, clean(draft))
    except NotAnArticle as reason:
        return Reading(file, None, str(reason))


Reader = Callable[[FoundFile], list[Reading]]
