"""The days, months and years that a clause gives, to be compared with those of another. Pure.

Finer than `bot.briefs.asking.times`, which weighs: here a 4 March is not a 5 March.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from typing import Final

from bot.language.quantities import amounts
from bot.model import PublishedDate

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_WRITTEN: Final = re.compile(
    rf"\b(?:(?P<before>(?i:until|till|by|through|since|from|before|after|in|on))\s+)?"
    rf"(?:the\s+)?(?:end\s+of\s+)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>\d{{4}}))?"
    rf"|(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<year2>\d{{4}}))?"
    rf"|(?P<month3>{_MONTH})(?:\s+(?:of\s+)?(?P<year3>\d{{4}}))?"
    rf"|(?P<year4>(?:1[5-9]|20)\d\d)(?!\w)(?(before)|(?!\s*(?:[a-z]+\s+)?(?:soldiers|troops|"
    rf"people|men\b|personnel|police|kilomet|km|miles|mi\b)))"
    rf"|(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?P<weekday>{'|'.join(day.title() for day in _DAYS)}|yesterday|today|tomorrow))\b",
)
_KIND: Final = {
    "until": "end", "till": "end", "by": "end", "through": "end",
    "before": "before", "after": "after",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Day:
    """A date as precisely as it is given; `kind` is "end" behind "until", "at" for most.

    `years` are those that it may be of where none is written: by the day of the article.
    """

    year: int | None
    month: int | None
    day: int | None
    kind: str
    years: tuple[int, ...] = ()

    def says(self, other: Day) -> bool | None:
        """Whether this date, of an article, bears out another; None where it leaves that open."""
        if self.kind != other.kind:
            return None
        years = (self.year,) if self.year else self.years
        if other.year is not None:
            if not years:
                return None
            if other.year not in years:
                return False
        for mine, its in ((self.month, other.month), (self.day, other.day)):
            if its is not None and mine is None:
                return None
            if its is not None and mine != its:
                return False
        return True


def days_in(
    text: str, published: PublishedDate | None
) -> tuple[list[tuple[int, int]], tuple[Day, ...]]:
    """Where a clause gives dates, and which; weekdays where the day of the article is known."""
    spans, found = [], []
    for match in _WRITTEN.finditer(text):
        kind = _KIND.get((match["before"] or "").lower(), "at")
        start = match.start() if not match["before"] else match.end("before") + 1
        day = _day(match, kind, published)
        if day is None and not match["weekday"]:
            continue
        spans.append((start, match.end()))
        if day is not None:
            found.append(day)
    bare = [day for day in found if day.year and not day.month]
    if len(bare) == 1 and any(day.year is None for day in found):  # "1964 | On 4 March …"
        found = [replace(day, year=bare[0].year) if day.year is None else day for day in found]
        if not any(day.kind != "at" for day in found):
            found.remove(bare[0])
    if published is not None:
        found = _ago(text, found, published)
    return spans, tuple(found)


def _ago(text: str, found: list[Day], published: PublishedDate) -> list[Day]:
    """The dates with those of "thirty years ago", which "today" behind it makes a day."""
    for match in _YEARS_AGO.finditer(text):
        told = amounts(match[1])
        if told or match[1].lower() in ("a", "an"):
            year = published.year - int(told[0].value if told else 1)
            exact = match[2] is not None
            found.append(
                Day(
                    year, published.month if exact else None, published.day if exact else None, "at"
                )
            )
    return found


_YEARS_AGO: Final = re.compile(r"\b(\w+(?:-\w+)?) years? ago(\s+today)?\b", re.IGNORECASE)


def _day(match: re.Match[str], kind: str, published: PublishedDate | None) -> Day | None:
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        return Day(year, month, day, kind)
    if match["weekday"]:
        return _weekday(match["weekday"].lower(), kind, published)
    if match["year4"]:
        return Day(int(match["year4"]), None, None, kind)
    written = match["month"] or match["month2"] or match["month3"]
    if written == "May" and not (
        match["day"] or match["day2"] or match["year3"] or match["before"]
    ):
        return None
    number = _MONTHS.index(written[:3].lower()) + 1
    of_month = match["day"] or match["day2"]
    of_year = match["year"] or match["year2"] or match["year3"]
    years: tuple[int, ...] = ()
    if of_year is None and published is not None:
        years = _years(number, published)
    return Day(
        int(of_year) if of_year else None, number, int(of_month) if of_month else None, kind, years
    )


def _years(month: int, published: PublishedDate) -> tuple[int, ...]:
    """The years that a month without one may be of: it lies half a year around the article."""
    if published.month is None:
        return (published.year,)
    near = [
        year
        for year in (published.year - 1, published.year, published.year + 1)
        if abs((year - published.year) * 12 + month - published.month) <= 11
    ]
    return tuple(near)


def _weekday(name: str, kind: str, published: PublishedDate | None) -> Day | None:
    if published is None or published.day is None or published.month is None:
        return None
    date = datetime.date(published.year, published.month, published.day)
    if name in ("yesterday", "tomorrow"):
        date += datetime.timedelta(days=1 if name == "tomorrow" else -1)
    elif name == "today":
        return None  # "now", as often as not
    else:
        date -= datetime.timedelta(days=(date.weekday() - _DAYS.index(name)) % 7)
    return Day(date.year, date.month, date.day, kind)
