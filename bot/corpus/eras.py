"""Years that are not counted from the birth of Christ: the solar year of Iran, Japan's eras.

Knows no shape of dates. The names are in `rules/eras.toml`; lunar dates are not converted, since
their days differ from country to country.
"""

from __future__ import annotations

import datetime
from functools import cache

from bot.corpus.rules import table

# The leap years of the solar calendar in a cycle of 33 years: exact from 1178 to 1633.
_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_YEAR_1400 = datetime.date(2021, 3, 21)


def solar_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day of a date in the solar year of Iran and Afghanistan: 1 Farvardin 1400 and so on."""
    longest = 31 if month <= 6 else 30 if month <= 11 else 29 + _is_leap(year)
    if not (1 <= month <= 12 and 1 <= day <= longest and 1178 <= year <= 1633):
        return None
    days = sum(365 + _is_leap(passed) for passed in range(min(year, 1400), max(year, 1400)))
    start = _YEAR_1400 + datetime.timedelta(days if year >= 1400 else -days)
    return start + datetime.timedelta((month - 1) * 30 + min(month - 1, 6) + day - 1)


def solar_month(name: str) -> int | None:
    """The number of a month of the solar year, by its name in lower case."""
    return _months("solar_hijri").get(name)


def lunar_months() -> tuple[str, ...]:
    """The names of the lunar months, the longest first."""
    return tuple(sorted(_months("lunar_hijri"), key=lambda name: (-len(name), name)))


def era_year(era: str, year: str) -> int | None:
    """The year of an era of Japan or of the Republic of China: `令和`, `4` is 2022."""
    offset = table("eras")["eras"].get(era)
    if offset is None:
        return None
    return int(offset) + (1 if year == "元" else int(year))


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAP


@cache
def _months(calendar: str) -> dict[str, int]:
    return {
        name: number
        for number, names in enumerate(table("eras")[calendar]["months"], start=1)
        for name in names.split("|")
    }
