"""An article → Footnote's own Markdown: front matter, and the paragraphs as Markdown reads them.

The inverse of `formats/markdown.py` for a text with `curated: true`: what is read back is what was
written, word for word. Prefers what a person would type, and escapes only where it must.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from bot.corpus.formats.markdown import markdown_lines
from bot.corpus.wording import folded
from bot.model import Article, PublishedDate

_LONGEST_NAME = 80
_INLINE = re.compile(r"([\\`*_\[\]<>&!~|])")
_START = re.compile(r"^([#+=\-]|\d+[.)])")
_MARK = re.compile(r"[!-/:-@\[-`{-~]")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)]) ")


def curated_markdown(article: Article) -> str:
    """The text of the file. Raises ValueError where the paragraphs cannot be written so that they
    read back the same."""
    import yaml

    # one line a value, so that no line of a long one can look like the end of the front matter
    head = yaml.safe_dump(_head(article), allow_unicode=True, sort_keys=False, width=10**9)
    return f"---\n{head}---\n{markdown_of(article.paragraphs)}\n"


def file_name(article: Article) -> str:
    """`2025-09-14-border-measured`: the date as far as it is known and the title; without `.md`."""
    date = article.published.isoformat() if article.published else "undated"
    words = re.findall(r"\w+", folded(article.title).replace("'", "").replace("_", " "))
    name = date
    for word in words:
        if len(f"{name}-{word}".encode()) > _LONGEST_NAME:
            break
        name += f"-{word}"
    return name if name != date else f"{date}-article"


def markdown_of(paragraphs: Sequence[str]) -> str:
    """Markdown that reads as these paragraphs: lines of text, items of lists, rows of tables."""
    for escaped in (False, True):
        text = "\n".join(_blocks(paragraphs, escaped)).strip("\n")
        if read_back(text) == list(paragraphs):
            return text
    raise ValueError("its text cannot be written as Markdown that reads the same")


def read_back(text: str) -> list[str]:
    """The paragraphs of a curated text."""
    return [line.text for line in markdown_lines(text, wrapped=True)]


def _head(article: Article) -> dict[str, Any]:
    published = article.published
    fields = {
        "title": _value(article.title) if article.title_given else None,
        "publisher": _value(article.publisher),
        "url": article.url,
        "published": _date(published),
        "published_from": "external" if published and published.origin == "external" else None,
        "language": article.language,
        "author": _value(article.author),
        "original": _value(article.original),
        "paraphrased": article.paraphrased or None,
        "reader_note": _value(article.reader_note),
        "curated": True,
    }
    return {name: value for name, value in fields.items() if value is not None}


def _date(published: PublishedDate | None) -> object:
    """As YAML reads it: a whole date and a year are values of their own, a month is a string."""
    if published is None:
        return None
    if published.month is not None and published.day is not None:
        return datetime.date(published.year, published.month, published.day)
    return published.isoformat() if published.month is not None else published.year


def _value(text: str | None) -> str | None:
    """A value in which nothing is taken for a tag."""
    return text.replace("<", "&lt;") if text and re.search("<[^<>]{1,200}>", text) else text


def _blocks(paragraphs: Sequence[str], escaped: bool) -> Iterator[str]:
    """The lines of the text; tables and lists are kept together where nothing is escaped."""
    for kind, group in itertools.groupby(paragraphs, key=_shape):
        block = list(group)
        table = _table(block) if kind and kind[0] == "row" and not escaped else None
        if table:
            yield from (*table, "")
            continue
        for paragraph in block:
            yield _line(paragraph, escaped)
            if escaped or not kind or kind[0] != "item":
                yield ""
        if kind and kind[0] == "item" and not escaped:
            yield ""


def _shape(paragraph: str) -> tuple[str, int | str] | None:
    if _ITEM.match(paragraph):
        return "item", "." if paragraph[0].isdigit() else paragraph[0]
    return ("row", paragraph.count(" | ")) if " | " in paragraph else None


def _table(rows: Sequence[str]) -> list[str] | None:
    """A table of rows such as `a | b`, if it reads back as them."""
    lines = [f"| {row} |" for row in rows]
    lines.insert(1, "|" + " --- |" * (rows[0].count(" | ") + 1))
    return lines if len(rows) > 1 and read_back("\n".join(lines)) == list(rows) else None


def _line(paragraph: str, escaped: bool) -> str:
    """The plainest form of a paragraph that reads back as it."""
    inline = _INLINE.sub(r"\\\1", paragraph)
    forms = [inline, _START.sub(_start_escaped, inline, count=1), _MARK.sub(r"\\\g<0>", paragraph)]
    for form in forms if escaped else (paragraph, *forms):
        if read_back(form) == [paragraph]:
            return form
    return forms[-1]


def _start_escaped(match: re.Match[str]) -> str:
    text = match[1]
    return f"{text[:-1]}\\{text[-1]}"
