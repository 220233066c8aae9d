"""Dates in a line of text: where they stand and what they say, in many languages and orders.

A reading has no more precision than the line gives. What is ambiguous (`03/04/2022`) says so.
Month names come from `months.py`; nothing here decides whether a date is the article's.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.corpus.draft import DateReading
from bot.corpus.eras import era_year, solar_day, solar_month
from bot.corpus.months import month_number, spelled, weekday_numbers
from bot.corpus.rules import table
from bot.corpus.wording import MARKS, western_digits
from bot.model import DateOrigin, PublishedDate

FIRST_YEAR, LAST_YEAR = 1800, 2099

_MONTH = (
    rf"(?P<month>(?:تشرين|كانون)\s+[^\W\d_]{{4,8}}|(?:[^\W\d_]|[{MARKS}]){{2,24}}"
    r"|[ก-ฮเ]{1,2}\.[ก-ฮ]\.?|(?-i:[IVX]{1,4}))\.?"
)
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
# Of the Christian era; 24xx and 25xx in Thailand, 13xx and 14xx in Iran and Afghanistan.
_YEAR = r"(?P<year>(?:18|19|20)\d\d|2[45]\d\d|1[34]\d\d)"
_ORDINAL = r"(?:\.?[ºªᵒ°]|st|nd|rd|th|er|ème|-?е|-?го|ης|η|\.)?"
_OF = r"(?:[\s\u00a0]+|[-/–])(?:(?:of|de|del|di|d['’]|พ\.?ศ\.?|ค\.?ศ\.?)\s*)?"
_END = r"(?!\d)"
# Each shape is tried at every place; the longest match at the earliest place wins.
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        # 2014-03-05, 2014/03/05, 2014.03.05, 2014. 03. 05.
        rf"(?<!\d){_YEAR}(?P<mark>[-/.])\s?(?P<month_number>\d{{1,2}})(?P=mark)\s?{_DAY}{_END}",
        # 2014年3月5日, 2014년 3월 5일, also without the day
        rf"(?<!\d){_YEAR}\s*[年년]\s*(?P<month_number>\d{{1,2}})\s*[月월](?:\s*{_DAY}\s*[日일])?",
        # 令和4年9月27日, 民國86年7月1日
        rf"(?P<era>令和|平成|昭和|大正|明治|(?:中華)?民[國国])\s*(?P<era_year>元|\d{{1,3}})\s*年\s*"
        rf"(?P<month_number>\d{{1,2}})\s*月(?:\s*{_DAY}\s*日)?",
        # 15 tháng 2 năm 1979, 15 tháng 2, 1979
        rf"(?<![\d.,:]){_DAY}\s+(?:tháng|thg)\s+(?P<month_number>\d{{1,2}})(?:\s+năm\s+|[,/]?\s*){_YEAR}{_END}",
        # 5.III.1998
        rf"(?<![\d.,:]){_DAY}\.\s?(?P<month>(?-i:[IVX]{{1,4}}))\.\s?{_YEAR}{_END}",
        # 5 March 2014, 5th of March, 2014, 5. März 2014, 5 de marzo de 2014, 5-Nov-1999, 5 III 1998
        rf"(?<![\d.,:]){_DAY}{_ORDINAL}{_OF}?{_MONTH}(?:{_OF}|,\s*|\s*){_YEAR}{_END}",
        # 5 March '99, 05-Nov-99
        rf"(?<![\d.,:]){_DAY}{_ORDINAL}{_OF}?{_MONTH}(?:\s+['’]|[-/])(?P<short_year>\d\d){_END}",
        # 14 Jan 61--E, of monitoring services
        rf"(?<![\d.,:]){_DAY}\s+{_MONTH}\s+(?P<short_year>\d\d)(?=--)",
        # 19 Mar 18 1612 GMT of wires, 191612Z MAR 18 of signals
        rf"(?<![\d.,:]){_DAY}\s+{_MONTH}\s+(?P<short_year>\d\d)(?=,?\s+\d\d:?\d\d\s?(?:GMT|UTC|Z)\b)",
        rf"(?<![\d.,:])(?P<day>[0-3]\d)[0-2]\d[0-5]\dZ?\s+{_MONTH}\s+(?:{_YEAR}|(?P<short_year>\d\d)){_END}",
        # March 5, 2014, Nov 3rd 1999
        rf"(?<!\w){_MONTH}\s*{_DAY}(?:st|nd|rd|th)?(?:,\s*|\s+){_YEAR}{_END}",
        # 2014. március 5., 2014 m. kovo 5 d., 2014. gada 5. marts, 2014 March 5
        rf"(?<!\d){_YEAR}(?:\.|,|\s*m\.|\.\s*gada)?\s*{_MONTH}\s*{_DAY}{_END}",
        rf"(?<!\d){_YEAR}\.\s*gada\s*{_DAY}\.\s*{_MONTH}",
        # 5.3.2014, 5. 3. 2014, 05.03.14
        rf"(?<![\d.,:]){_DAY}\.\s?(?P<month_number>0?[1-9]|1[0-2])\.\s?"
        rf"(?:{_YEAR}|(?P<short_year>\d\d)(?![\d:]|[.,]\d)){_END}",
        # 03/04/2022, 3-4-2022, 03/04/22
        rf"(?<![\d.,:/-])(?P<first>\d{{1,2}})(?P<mark>[/-])(?P<second>\d{{1,2}})(?P=mark)"
        rf"(?:{_YEAR}|(?P<short_year>\d\d)(?![\d.,:/-])){_END}",
        # 5/3 2014, 5/3-2014 of the North
        rf"(?<![\d.,:/-]){_DAY}/(?P<month_number>0?[1-9]|1[0-2])(?:\s|\s?[–-]\s?){_YEAR}{_END}",
        # March 2014, marzo de 2014, March, 2014
        rf"(?<!\w){_MONTH}(?:,?\s+(?:of\s+|de\s+|del\s+)?|[-/]){_YEAR}{_END}",
        rf"(?<!\d){_YEAR}(?:\.|,)?\s+{_MONTH}(?!\w)",
    )
)
_WHOLE_MONTH = re.compile(r"(?P<month_number>0?[1-9]|1[0-2])\s?[/.]\s?" + _YEAR)
_WHOLE_YEAR_MONTH = re.compile(_YEAR + r"[-/.](?P<month_number>0[1-9]|1[0-2])")
_WHOLE_YEAR = re.compile(_YEAR)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month_number>\d\d)(?P<day>\d\d)")
_IN_PATH = re.compile(
    r"://[^/]+/(?:[^/?#]+/){0,3}?(?P<year>(?:19|20)\d\d)[/-](?P<month>[01]\d)(?:[/-](?P<day>[0-3]\d))?/"
)
_BUDDHIST = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_ARABIC = re.compile("[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, and the slice `text[start:end]` that gives it."""

    start: int
    end: int
    reading: DateReading


def find_dates(text: str, origin: DateOrigin = "text", language: str = "en") -> list[FoundDate]:
    """Every date in a line, in order, none overlapping. Times of day are not part of them."""
    if not re.search(r"\d\d|[年月]", text):
        return []
    western = western_digits(text)
    matches = [
        (match.start(), -match.end(), reading)
        for shape in _SHAPES
        for match in shape.finditer(western)
        if (reading := _reading(match, text, origin, language)) is not None
    ]
    found: list[FoundDate] = []
    for start, negative_end, reading in sorted(matches, key=lambda item: item[:2]):
        if not found or start >= found[-1].end:
            found.append(FoundDate(start, -negative_end, reading))
    return found


def whole_date(text: str, origin: DateOrigin, language: str = "en") -> DateReading | None:
    """The date that a field holds: ISO, a unix stamp, words, `2014`, `03/2014`; else None."""
    text = western_digits(text.strip().strip("\"'"))
    if match := re.fullmatch(r"((?:19|20)\d{6})(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?", text):
        text = match[1]  # 20190614093000; stamps have 10, 13, 16 or 19 digits
    if re.fullmatch(r"-?\d{9,19}(?:\.\d+)?", text):
        return stamp_date(float(text), origin)
    for shape in (_COMPACT, _WHOLE_YEAR_MONTH, _WHOLE_MONTH, _WHOLE_YEAR):
        if match := shape.fullmatch(text):
            return _reading(match, text, origin, language)
    if match := re.match(r"((?:18|19|20)\d\d)(\d\d)(\d\d)T\d", text):
        return _checked(int(match[1]), int(match[2]), int(match[3]), origin)
    found = find_dates(text[:200], origin, language)
    return found[0].reading if found else None


def date_in_address(url: str | None) -> DateReading | None:
    """The day in the path of an address, as blogs and papers have it: `https://…/2014/03/05/…`."""
    match = _IN_PATH.search(url or "")
    if match is None:
        return None
    day = int(match["day"]) if match["day"] else None
    return _checked(int(match["year"]), int(match["month"]), day, "text")


def stamp_date(stamp: float, origin: DateOrigin) -> DateReading | None:
    """The UTC day of a unix time in seconds, milli-, micro- or nanoseconds."""
    while abs(stamp) > 20_000_000_000:
        stamp /= 1000
    try:
        day = datetime.datetime.fromtimestamp(stamp, datetime.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        return None
    return DateReading(PublishedDate(day.year, day.month, day.day, origin))


def most_precise(readings: Sequence[DateReading]) -> DateReading | None:
    """The first date, or a later one that says the same more precisely (`1957`, `7 March 1957`)."""
    found: DateReading | None = None
    for reading in readings:
        known, date = (found.date if found else None), reading.date
        is_same = known is None or (
            known.year == date.year
            and known.month in (None, date.month)
            and known.day is None
            and (known.month is None or date.day is not None)
        )
        if is_same and (known is None or date.month is not None):
            found = reading
    return found


def with_origin(reading: DateReading, origin: DateOrigin) -> DateReading:
    """The same reading, said to have been read elsewhere."""
    swapped = reading.swapped and replace(reading.swapped, origin=origin)
    return DateReading(replace(reading.date, origin=origin), swapped, reading.day_first)


def _reading(
    match: re.Match[str], text: str, origin: DateOrigin, language: str
) -> DateReading | None:
    groups = match.groupdict()
    year = _year(groups)
    if year is None:
        return None
    if year > LAST_YEAR:  # of the Buddhist era, which only South-East Asia writes
        if not _BUDDHIST.search(text):
            return None
        year -= 543
    if year < 1500:
        return _solar(groups, year, text, origin)
    if groups.get("first"):
        return _numeric(match, text, year, origin, language)
    day = int(groups["day"]) if groups.get("day") else None
    if groups.get("month_number"):
        return _checked(year, int(groups["month_number"]), day, origin)
    if groups.get("month"):
        month = month_number(groups["month"], language, match)
        return _checked(year, month, day, origin) if month else None
    return _checked(year, None, None, origin)


def _year(groups: dict[str, str | None]) -> int | None:
    if year := groups.get("year"):
        return int(year)
    if groups.get("era"):
        return era_year(groups["era"] or "", groups["era_year"] or "")
    if short := groups.get("short_year"):
        return 2000 + int(short) if int(short) < 50 else 1900 + int(short)
    return None


def _solar(
    groups: dict[str, str | None], year: int, text: str, origin: DateOrigin
) -> DateReading | None:
    """A day of the solar year of Iran, named or in figures; figures only in Arabic writing."""
    if not groups.get("day"):
        return None
    if groups.get("month"):
        month = solar_month(spelled(groups["month"] or ""))
    else:
        month = int(groups.get("month_number") or 0) if _ARABIC.search(text) else None
    day = solar_day(year, month, int(groups["day"] or 0)) if month else None
    return _checked(day.year, day.month, day.day, origin) if day else None


def _checked(
    year: int, month: int | None, day: int | None, origin: DateOrigin
) -> DateReading | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return DateReading(PublishedDate(year, month, day, origin))
    except ValueError:
        return None


def _numeric(
    match: re.Match[str], text: str, year: int, origin: DateOrigin, language: str
) -> DateReading | None:
    first, second = int(match["first"]), int(match["second"])
    day_first = _checked(year, second, first, origin)
    month_first = _checked(year, first, second, origin)
    if day_first is None or month_first is None:
        one = day_first or month_first
        return one and replace(one, day_first=day_first is not None)
    if day_first == month_first or match["mark"] == "-" or language != "en":
        return day_first  # only English writes the month first
    named = {day for days in _weekdays(match, text, language) for day in days}
    agreeing = [one for one in (day_first, month_first) if _weekday(one.date) in named]
    if len(agreeing) == 1:
        return replace(agreeing[0], day_first=agreeing[0] is day_first)
    return DateReading(day_first.date, month_first.date)


def _weekdays(match: re.Match[str], text: str, language: str) -> Iterator[frozenset[int]]:
    """What weekdays a line names: beside the date in any language, else in its own or English.

    "Cox's Bazar Sentinel, 09/10/2017" names no Sunday, though Azerbaijan calls it so.
    """
    spoken = {language, "en"} & table("calendar").keys()
    own = {name for one in spoken for names in table("calendar")[one]["weekdays"]
           for name in names.split("|")}  # fmt: skip
    for word in re.finditer(r"[^\W\d_]{3,}", text.casefold()):
        gap = min(abs(match.start() - word.end()), abs(word.start() - match.end()))
        if word[0] in own or (gap == 1 and word[0] in weekday_numbers()):
            yield weekday_numbers()[word[0]]


def _weekday(date: PublishedDate) -> int:
    return datetime.date(date.year, date.month or 1, date.day or 1).weekday()
