"""What a format reader hands to the cleaner: lines as they stand, and what the file says of itself;
and what the cleaner makes of it.

Knows no file format and no rule of cleaning.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.model import DateOrigin, DroppedLine, PublishedDate

LineKind = Literal["text", "heading", "item", "row", "quote"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line or block of an article. Lines of one `block` have no blank line between them."""

    text: str
    block: int
    kind: LineKind = "text"


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date as it was read. `swapped` is the other reading of an ambiguous `03/04/2022`.

    The date of an ambiguous reading is the one with the day first.
    """

    date: PublishedDate
    swapped: PublishedDate | None = None
    day_first: bool | None = None
    """Which order a numeric date shows that is not ambiguous (`25/04/2011`); None of the others."""

    @property
    def certain(self) -> PublishedDate:
        """The date without what is ambiguous in it."""
        if self.swapped is None:
            return self.date
        return PublishedDate(self.date.year, origin=self.date.origin)


@dataclass(slots=True)
class Metadata:
    """What a file says of itself outside its text: front matter, JSON fields, HTML meta."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: DateReading | None = None
    language: str | None = None
    author: str | None = None
    original: str | None = None
    reader_note: str | None = None
    paraphrased: bool = False

    def fill(self, other: Metadata) -> None:
        """Takes from `other` what is not known yet."""
        for name in Metadata.__slots__:
            if not getattr(self, name):
                setattr(self, name, getattr(other, name))


@dataclass(slots=True)
class Draft:
    """One article before cleaning. `page_title` is a title that may hold the site's name."""

    lines: list[Line]
    metadata: Metadata = field(default_factory=Metadata)
    page_title: str | None = None
    date_origin: DateOrigin = "text"
    dropped: list[DroppedLine] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    """Short texts of left-out parts of a page, which may tell its date and its publisher."""
    curated: bool = False
    """Whether a person vouches for every line: then nothing is judged, and nothing left out."""
    made: DateReading | None = None
    """The day that a document was made, for an article that tells no date."""


@dataclass(slots=True)
class Cleaned:
    """An article after cleaning, before the rules that compare files."""

    paragraphs: list[str]
    title: str
    title_given: bool
    language: str
    metadata: Metadata
    published: DateReading | None
    dropped: list[DroppedLine] = field(default_factory=list)
    curated: bool = False


class NotAnArticle(Exception):
    """A file, or a record of one, holds no article. Its text is the reason, for a person."""
