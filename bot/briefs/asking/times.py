"""When a question asks about, and whether a sentence tells of that time. Pure.

A sentence gives its time by a year or a month, or from the day of its article: "last autumn",
"in September", "on Thursday". One that gives none has the time of the sentences before it, or
else of its article.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from bot.language.quantities import amounts
from bot.model import PublishedDate


class Time(NamedTuple):
    """A year, or some months of it (1 to 12); no months are the whole year."""

    year: int
    months: frozenset[int]


_MONTHS: Final = (
    "january february march april may june july august september october november december".split()
)
_SEASONS: Final = {
    "spring": frozenset((3, 4, 5, 6)),
    "summer": frozenset((6, 7, 8, 9)),
    "autumn": frozenset((9, 10, 11, 12)),
    "winter": frozenset((11, 12, 1, 2, 3)),
}
_PARTS: Final = {
    "early": frozenset((1, 2, 3, 4)),
    "mid": frozenset((5, 6, 7, 8)),
    "late": frozenset((9, 10, 11, 12)),
}
_MONTH: Final = rf"(?:{'|'.join(_MONTHS)})"
_SEASON: Final = rf"(?:{'|'.join(_SEASONS)})"
_PART: Final = rf"(?:{'|'.join(_PARTS)})"
_WHOLE_YEAR: Final[frozenset[int]] = frozenset()
_DATED: Final = re.compile(
    rf"\b(?:(?P<month>{_MONTH}),?\s+|(?P<season>{_SEASON})\s+(?:of\s+)?|(?P<part>{_PART})[\s-]+|"
    rf"(?P<end>end\s+of\s+))?(?P<year>1[89]\d\d|20\d\d)\b(?!\s*(?:kilomet|km\b|miles|soldiers|"
    rf"troops|men\b|people))",
    re.IGNORECASE,
)
_RELATIVE: Final = re.compile(
    rf"\b(?:(?P<which>last|this|next|the\s+following|the\s+previous)\s+(?P<unit>year|month|week|"
    rf"{_SEASON}|{_MONTH})|(?P<day>yesterday|today|tonight|tomorrow|on\s+(?:mon|tues|wednes|thurs|"
    rf"fri|satur|sun)day)|(?:in|since|until|by|from|on\s+\d{{1,2}}|\d{{1,2}}|early|late|mid)"
    rf"[\s-]+(?P<month>{_MONTH})(?!,?\s+\d{{4}}))\b|\b(?P<cap>(?-i:January|February|March|April|"
    rf"June|July|August|September|October|November|December))\b(?!,?\s+\d{{4}})",
    re.IGNORECASE,
)

_AGO: Final = re.compile(
    r"\b(?P<many>an?|\w+(?:-\w+)?)\s+(?P<of>year|month|week|day|decade)s?\s+ago\b", re.IGNORECASE
)
_DECADE: Final = re.compile(
    r"\b(?:(?P<century>1[89]|20)(?P<tens>\d)0s|(?:nineteen[\s-])?(?P<named>twenties|thirties|"
    r"forties|fifties|sixties|seventies|eighties|nineties))\b",
    re.IGNORECASE,
)
_TENS: Final = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_ROUND: Final = 10  # years ago from which on a number is a round one


def asked_times(text: str) -> tuple[Time, ...]:
    """The times that a question names with their years."""
    times = [_dated(match) for match in _DATED.finditer(text)]
    times += _decades(text)
    for match in re.finditer(r"\b(1[89]|20)\d\d[-–/](\d\d)\b(?!\d)", text):
        times.append(Time(int(match[1] + match[2]), _WHOLE_YEAR))  # 1987-88
    return tuple(times)


def spans_of_times(text: str) -> list[tuple[int, int]]:
    """Where a question names a year, with its month, its season or "early"."""
    return [match.span() for match in _DATED.finditer(text)]


_OF_THING: Final = re.compile(
    r"\bas (?:reported|of|told|stated) (?:in )?|"
    r"\b(?:report|order|decision|statement|agreement|resolution|deal|figure|article|law|treaty|"
    r"vote|count|census|protocol|poll|survey|decree|bill|plan)s? (?:of|from|in) ",
    re.IGNORECASE,
)


def times_a_thing(text: str) -> bool:
    """Whether the time in a question tells which thing is meant: "the order of November 2023"."""
    return any(
        _DATED.match(text, match.end())
        or _DATED.match(text, match.end() - len(match[0].split()[-1]))
        for match in _OF_THING.finditer(text)
    )


def _dated(match: re.Match[str]) -> Time:
    year = int(match["year"])
    if match["month"]:
        return Time(year, frozenset((_MONTHS.index(match["month"].lower()) + 1,)))
    if match["season"]:
        return Time(year, _SEASONS[match["season"].lower()])
    if match["part"]:
        return Time(year, _PARTS[match["part"].lower()])
    if match["end"]:
        return Time(year, _PARTS["late"])
    return Time(year, _WHOLE_YEAR)


@functools.lru_cache(maxsize=16384)
def told_times(text: str, published: PublishedDate | None) -> tuple[Time, ...]:
    """The times that a sentence gives; relative ones only where the article's date is known."""
    times = [_dated(match) for match in _DATED.finditer(text)]
    times += _decades(text)
    if published is not None:
        ahead = _AHEAD.search(text) is not None
        for match in _RELATIVE.finditer(text):
            told = _relative(match, published)
            times += told if ahead or not match["month"] else told[:1]
        for match in _AGO.finditer(text):
            times += _ago(match, published)
    return tuple(times)


# what may make "in September" the next one
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|may|can|is|are|be|to|until|till|by|due|plan\w*|expected|scheduled|next|"
    r"from|runs?|ends?|expires?|lasts?|begins?|starts?|leaves?|\w+ing)\b",
    re.IGNORECASE,
)


def _decades(text: str) -> Iterator[Time]:
    for match in _DECADE.finditer(text):
        if match["named"]:
            first = 1900 + 10 * (_TENS.index(match["named"].lower()) + 2)
        else:
            first = 100 * int(match["century"]) + 10 * int(match["tens"])
        yield from (Time(year, _WHOLE_YEAR) for year in range(first, first + 10))


def _ago(match: re.Match[str], published: PublishedDate) -> Sequence[Time]:
    """The times that "three years ago" may mean; a round number of years means those beside, too.

    Early in a year, people still count from the year before.
    """
    told = amounts(match["many"])
    many = 1 if match["many"].lower() in ("a", "an") else int(told[0].value) if told else None
    unit, month = match["of"].lower(), published.month
    if many is None or many > _MOST_AGO:
        return ()
    if unit == "decade" or (unit == "year" and many >= _ROUND):
        year = published.year - many * (10 if unit == "decade" else 1)
        return tuple(Time(other, _WHOLE_YEAR) for other in (year - 1, year, year + 1))
    if unit == "year":
        year = published.year - many
        early = month is not None and month <= 3
        return tuple(Time(other, _WHOLE_YEAR) for other in ((year - 1, year) if early else (year,)))
    if month is None:
        return ()
    days = {"month": 30, "week": 7, "day": 1}[unit] * many
    back = [month - 1 - step for step in {round(days / 30), days // 30, -(-days // 30)}]
    return tuple(Time(published.year + b // 12, frozenset((b % 12 + 1,))) for b in sorted(back))


_MOST_AGO: Final = 500


def _relative(match: re.Match[str], published: PublishedDate) -> Sequence[Time]:
    year, month = published.year, published.month
    named = match["month"] or match["cap"]
    if named:
        number = _MONTHS.index(named.lower()) + 1
        if month is None:
            return (Time(year, frozenset((number,))),)
        # "in September" may be the last or the next one
        before = year if number <= month else year - 1
        return (Time(before, frozenset((number,))), Time(before + 1, frozenset((number,))))
    if match["day"] or (month is None and not match["unit"]):
        return (Time(year, frozenset((month,)) if month else _WHOLE_YEAR),)
    unit, which = match["unit"].lower(), match["which"].lower().split()[-1]
    step = {"last": -1, "previous": -1, "this": 0}.get(which, 1)
    if unit == "year":
        return (Time(year + step, _WHOLE_YEAR),)
    if unit in _SEASONS:
        months = _SEASONS[unit]
        if step == -1 and month is not None and max(months - {12}) < month:
            return (Time(year, months),)
        return (Time(year + step, months),)
    if unit in _MONTHS:
        return (
            Time(year, frozenset((_MONTHS.index(unit) + 1,))),
            Time(year + step, frozenset((_MONTHS.index(unit) + 1,))),
        )
    if month is None:
        return (Time(year, _WHOLE_YEAR),)
    if unit == "week":
        return (Time(year, frozenset((month,))),)
    shifted = month - 1 + step
    return (Time(year + shifted // 12, frozenset((shifted % 12 + 1,))),)


def _meet(one: Time, other: Time) -> bool:
    return one.year == other.year and (
        not one.months or not other.months or not one.months.isdisjoint(other.months)
    )


def time_fit(
    asked: Sequence[Time],
    text: str,
    before: Sequence[str],
    published: PublishedDate | None,
    article_tells: bool,
    of_thing: bool = False,
) -> float:
    """How far a sentence tells of a time asked about: 1 where it says so, 0 where it says another.

    `before` are the sentences before it, the nearest first; `article_tells` is whether any
    sentence of the article names the year; `of_thing` whether the time only tells which thing or
    report is meant, which is a matter of the article then.
    """
    if of_thing and published is not None:
        days = Time(
            published.year, frozenset((published.month,)) if published.month else _WHOLE_YEAR
        )
        if any(_meet(one, days) or _months_behind(one, published) <= 2 for one in asked):
            return 1.0
    own = told_times(text, published)
    if any(_meet(one, other) for one in asked for other in own):
        return 1.0 if of_thing or not _only_since_then(asked, text, published) else 0.0
    own = told_times(_TO_COME.sub(" ", _without_new_end(text)), published)
    heard = any(
        _meet(one, other)
        for sentence in before
        for other in told_times(sentence, published)
        for one in asked
    )
    if heard and re.search(r"\b(?:then|at (?:the|that) time|that (?:year|month))\b", text):
        return 0.8
    if own and _SINCE.search(text) and all(t.year > a.year for t in own for a in asked):
        return 0.0  # who "has led it since June" did not in 1982
    if own and not _SINCE.search(text):
        if (
            heard
            and not _YEAR.search(text)
            and _year_of(before, published) in {t.year for t in asked}
        ):
            return 0.8  # "on 18 July", behind a sentence on what happened in 1969
        return 0.4 if heard else 0.0
    if heard:
        return 0.8
    if published is not None:
        days = Time(
            published.year, frozenset((published.month,)) if published.month else _WHOLE_YEAR
        )
        if any(_meet(one, days) for one in asked):
            return 0.8
        lag = min(_months_behind(one, published) for one in asked)
        if 0 <= lag <= 2:
            return 0.6
        if article_tells and 0 <= lag <= 24:
            return 0.4
    return 0.3 if article_tells else 0.0


def _only_since_then(asked: Sequence[Time], text: str, published: PublishedDate | None) -> bool:
    """Whether a sentence says since when something is, and behind a semicolon what was later:
    "it has been there since 1999; it had 3,800 men before this week"."""
    if ";" not in text or not _SINCE.search(text):
        return False
    rest = _SINCE_WHEN.sub(" ", text)
    return rest != text and not any(
        _meet(one, other) for one in asked for other in told_times(rest, published)
    )


_SINCE_WHEN: Final = re.compile(rf"\bsince\s+(?:{_MONTH}\s+)?(?:1[89]|20)\d\d\b", re.IGNORECASE)
_SINCE: Final = re.compile(r"\bsince\b")
_YEAR: Final = re.compile(r"\b(?:1[89]|20)\d\d\b")


def _year_of(before: Sequence[str], published: PublishedDate | None) -> int | None:
    """The last year that sentences, the nearest first, give in figures, where it is long past."""
    for sentence in before:
        if told := _YEAR.findall(sentence):
            year = int(told[-1])
            return year if published is not None and year < published.year - 1 else None
    return None


def is_too_early(asked: Sequence[Time], text: str, published: PublishedDate | None) -> bool:
    """Whether a sentence was written before all times asked about, and names none of them."""
    if not asked or published is None:
        return False
    if any(
        (one.year, min(one.months or _FIRST_MONTH)) <= (published.year, published.month or 12)
        for one in asked
    ):
        return False
    own = told_times(text, published)
    return not any(_meet(one, other) for one in asked for other in own)


def lasts_until_later(asked: Sequence[Time], text: str, published: PublishedDate | None) -> bool:
    """Whether a sentence tells of something that lasts until after all times asked about."""
    if not asked or not _UNTIL.search(text):
        return False
    last = max((one.year, max(one.months or _LAST_MONTH)) for one in asked)
    return any(
        (told.year, max(told.months or _LAST_MONTH)) > last for told in told_times(text, published)
    )


_UNTIL: Final = re.compile(r"\b(?:until|till|through)\b", re.IGNORECASE)
_LAST_MONTH: Final = frozenset((12,))
_FIRST_MONTH: Final = frozenset((1,))


# How long what is told will last is no time at which it is so: "it is extended until May 2011".
_TO_COME: Final = re.compile(
    rf"\b(?:until|till|expires?\s+(?:on|in)|runs?\s+to|runs?\s+out\s+(?:on|in))\s+(?:the\s+)?"
    rf"(?:end\s+of\s+)?(?:\d{{1,2}}\s+)?(?:{_MONTH}\s+)?(?:\d{{1,2}},?\s+)?(?:(?:1[89]|20)\d\d)?\b",
    re.IGNORECASE,
)


def _without_new_end(text: str) -> str:
    """A sentence without the day to which something is prolonged: "extends it to 15 May"."""
    if not _PROLONGED.search(text):
        return text
    return _TO_A_DAY.sub(lambda m: m[0] if _FROM.search(text[: m.start()]) else " ", text)


_PROLONGED: Final = re.compile(r"\b(?:extend|extension|prolong|renew|lengthen)\w*", re.IGNORECASE)
_FROM: Final = re.compile(r"\bfrom\b[^,;.]*$", re.IGNORECASE)
_TO_A_DAY: Final = re.compile(
    rf"\bto\s+(?:the\s+)?(?:end\s+of\s+)?(?:\d{{1,2}}\s+)?{_MONTH}(?:\s+\d{{1,2}}\b)?"
    rf"(?:,?\s+(?:1[89]|20)\d\d)?\b",
    re.IGNORECASE,
)


def _months_behind(asked: Time, published: PublishedDate) -> int:
    """Months from a time to the day of an article; negative before it."""
    last = max(asked.months) if asked.months else 12
    lag = 12 * (published.year - asked.year) + (published.month or 12) - last
    return lag if lag >= 0 else 99
