"""The machine's date in front of a text: ` date 2023-03-06 The North …`, `1660884494 Russia …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.corpus.dates import find_dates, stamp_date, whole_date
from bot.corpus.draft import DateReading, Line
from bot.corpus.wording import ends_sentence, similar_start
from bot.model import DroppedLine

_PREFIX = re.compile(
    r"\s{0,9}[\[(]?(?P<label>[A-Za-z][A-Za-z_ -]{1,20}?)?\s{0,9}[:=]?\s{0,9}"
    r"(?P<date>(?:18|19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)?"
    r"|(?:19|20)\d{6}(?=\D)|\d{10}(?=\D)|\d{13}(?=\D))[\])]?\s*[:|–—-]*\s+(?=\S)"
)
_BRACKETS = re.compile(r"[\[(]([^\[\]()]{6,40})[\])]\s+(?=\S)")
_PREFIX_LABELS = frozenset(
    "date dated published posted updated created time timestamp ts dt day datum fecha pubdate "
    "crawled".split()
)


@dataclass(frozen=True, slots=True)
class Prefix:
    """A date in front of the first words of a file; the text begins at `end`."""

    end: int
    reading: DateReading
    text: str


def date_prefix(text: str) -> Prefix | None:
    """The machine's date before a text: ` date 2023-03-06 The North …`, `1660884494 Russia …`."""
    match = _PREFIX.match(text)
    if match is None:
        return _date_in_brackets(text)
    label = (match["label"] or "").strip().casefold()
    if label and not set(re.split(r"[ _-]+", label)) <= _PREFIX_LABELS:
        return None
    digits = match["date"]
    if digits.isdigit() and len(digits) >= 10:
        reading = stamp_date(float(digits), "timestamp")
    else:
        reading = whole_date(digits, "text")
    if reading is None or reading.date.year < 1900:
        return None
    return Prefix(match.end(), reading, match[0].strip())


def _date_in_brackets(text: str) -> Prefix | None:
    """`[12 June 2013] Fiji sends soldiers`."""
    match = _BRACKETS.match(text)
    dates = find_dates(match[1], "text") if match else []
    if match is None or len(dates) != 1 or dates[0].end - dates[0].start < len(match[1].strip()):
        return None
    return Prefix(match.end(), dates[0].reading, match[0].strip())


def without_prefix(
    lines: Sequence[Line],
) -> tuple[list[Line], list[DroppedLine], DateReading | None]:
    """Lines without a machine's date before the first, or without that line where the next repeats
    it; what was taken off, and the date."""
    if not lines:
        return [], [], None
    first, *others = lines
    if first.text.endswith(("…", "...")) and any(
        similar_start(first.text, other.text) for other in others[:3]
    ):
        return others, [DroppedLine(first.text, "cut-off title")], None
    prefix = date_prefix(first.text)
    if prefix is None:
        return [*lines], [], None
    rest = first.text[prefix.end :].strip()
    following = others[0].text if others else ""
    if following and similar_start(rest, following) and not ends_sentence(rest):
        dropped = DroppedLine(first.text, "date before a cut-off title")
        return others, [dropped], prefix.reading
    dropped = DroppedLine(prefix.text, "date before the text")
    return [Line(rest, first.block, first.kind), *others], [dropped], prefix.reading
