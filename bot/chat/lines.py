"""The lines of a card as text: claims with their numbers, notes, sources, and named articles.

Pure. Every text that comes from an article passes `cut`, which escapes and bounds it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, TypeVar

from bot.chat.budget import cut, size
from bot.chat.markdown import address, link, one_line, superscript
from bot.model import Citation, Claim, Note, Pointer, shown_date

Line = Claim | Note | Pointer
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Style:
    """How much a page shows of each line: characters of its words, of a title, of a link; marks."""

    words: int
    title: int
    link: int
    marks: int


# The first that fits is taken. With the last one any single line fits a page, whatever it holds
# (tests/chat/test_cards.py), so that neither an article nor a person can break a card.
STYLES: Final = (
    Style(1200, 150, 600, 8),
    Style(600, 110, 250, 6),
    Style(300, 80, 150, 4),
    Style(140, 60, 0, 3),
)


class Typesetter:
    """Makes lines of an answer, each once: a page is tried with more and more of them."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, Style], str] = {}

    def claims(self, claims: Iterable[Claim], style: Style, bulleted: bool) -> str:
        """The claims below their headings; a heading is told again on each page."""
        rows: list[str] = []
        heading = None
        for claim in claims:
            if claim.heading is not None and claim.heading != heading:
                rows.append(f"**{cut(claim.heading, 100) or '…'}**")
            heading = claim.heading
            rows.append(f"{'- ' if bulleted else ''}{self._once(_told, claim, style)}")
        return "\n".join(rows)

    def line(self, line: Claim | Note, style: Style) -> str:
        """The words of one line with its numbers."""
        return self._once(_told, line, style)

    def notes(self, notes: Iterable[Note], style: Style) -> str:
        """The warnings, one below the other."""
        return "\n".join(f"⚠ {self._once(_told, note, style)}" for note in notes)

    def sources(self, lines: Iterable[Line], style: Style) -> str:
        """What the numbers in these lines stand for, each article once; empty without numbers."""
        cited = {
            citation.number: citation
            for line in lines
            if not isinstance(line, Pointer)
            for citation in _marked(line, style)
        }
        articles: dict[str, list[Citation]] = {}
        for number in sorted(cited):
            articles.setdefault(cited[number].article_id, []).append(cited[number])
        rows = [
            f"-# {' '.join(superscript(citation.number) for citation in citations)} "
            f"{self._once(_publication, citations[0], style)}"
            for citations in articles.values()
        ]
        if not rows:
            return ""
        return "\n".join([f"-# Source{'' if len(rows) == 1 else 's'}", *rows])

    def pointers(self, heading: str, pointers: Sequence[Pointer], style: Style) -> str:
        """Articles that are named, not cited: they bear no number, for nothing is claimed."""
        if not pointers:
            return ""
        rows = [f"- {self._once(_publication, pointer, style)}" for pointer in pointers]
        return "\n".join([f"**{heading}**", *rows])

    def _once(self, make: Callable[[_T, Style], str], what: _T, style: Style) -> str:
        key = (id(what), style)
        if key not in self._made:
            self._made[key] = make(what, style)
        return self._made[key]


def _told(line: Claim | Note, style: Style) -> str:
    return f"{cut(line.text, style.words) or '…'}{_marks(line, style)}"


def _marked(line: Claim | Note, style: Style) -> list[Citation]:
    by_number = sorted(line.citations, key=lambda citation: citation.number)
    return by_number[: style.marks]


def _marks(line: Claim | Note, style: Style) -> str:
    shown = [_mark(citation, style) for citation in _marked(line, style)]
    more = len(line.citations) - len(shown)
    return "".join(f" {mark}" for mark in shown) + (f" +{more} more" if more else "")


def _mark(citation: Citation, style: Style) -> str:
    number = superscript(citation.number)
    # the sentence where the page can be opened at it, else the article, else the bare number
    for url in (citation.link, citation.url):
        target = address(url)
        if target is not None and size(target) <= style.link:
            return f"[{number}]({target})"
    return number


def _publication(source: Citation | Pointer, style: Style) -> str:
    title = _linked_title(source.title, source.url, style)
    publisher = cut(source.publisher or "", style.title // 2) or "publisher unknown"
    return f"{title} · {publisher} · {shown_date(source.published)}"


def _linked_title(title: str, url: str | None, style: Style) -> str:
    title = one_line(title[: 8 * style.title]) or "untitled"
    target = address(url)
    if target is None or size(target) > style.link or "://" in title:
        return cut(title, style.title)
    return cut(title, style.title + size("[]()") + size(target), partial(link, url=target))
