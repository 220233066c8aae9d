"""When a digest is due: once on each local day, at a time of day in a time zone. Pure.

The rules of summer time make two cases special. A time that the clocks skip is due when they have
skipped it, a time that they show twice is due at its first showing. A day that a zone skips whole
(Samoa had no 30 December 2011) has no digest.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from bot.errors import RequestError

_SECOND: Final = datetime.timedelta(seconds=1)
_DAY: Final = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Daily:
    """A time of day in a zone; `zone` is an IANA name that exists."""

    time: datetime.time
    zone: str


@dataclass(frozen=True, slots=True)
class Slot:
    """One digest of the calendar: the local day that it belongs to, and when it is due (UTC)."""

    day: datetime.date
    due: datetime.datetime


def due_on(day: datetime.date, daily: Daily) -> datetime.datetime | None:
    """When the digest of a local day is due, in UTC; None where the zone skips the whole day."""
    due = _first_showing(datetime.datetime.combine(day, daily.time), ZoneInfo(daily.zone))
    if due.astimezone(ZoneInfo(daily.zone)).date() == day:
        return due
    # the clocks went over midnight: the day is there if its first moment was
    start = _first_showing(datetime.datetime.combine(day, datetime.time.min), ZoneInfo(daily.zone))
    return due if start.astimezone(ZoneInfo(daily.zone)).date() == day else None


def _first_showing(wall: datetime.datetime, zone: ZoneInfo) -> datetime.datetime:
    """The first moment at which the clocks of a zone have come to `wall` or gone past it."""
    shown = wall.replace(tzinfo=zone, fold=0).astimezone(datetime.UTC)
    if shown.astimezone(zone).replace(tzinfo=None) == wall:
        return shown
    # skipped: PEP 495 gives a moment behind the change here, and one before it with fold=1
    before, behind = wall.replace(tzinfo=zone, fold=1).astimezone(datetime.UTC), shown
    while behind - before > _SECOND:
        middle = before + (behind - before) // 2
        middle -= datetime.timedelta(microseconds=middle.microsecond)
        if middle.astimezone(zone).replace(tzinfo=None) >= wall:
            behind = middle
        else:
            before = middle
    return behind


def next_slot(
    daily: Daily, after: datetime.datetime, taken: Collection[datetime.date] = ()
) -> Slot:
    """The first slot that is due later than `after`, on a local day that is not taken."""
    today = after.astimezone(ZoneInfo(daily.zone)).date()
    day = today - _DAY  # whose slot may be still to come, where the clocks go over midnight
    while True:
        due = due_on(day, daily)
        if due is not None and due > after and day not in taken:
            return Slot(day, due)
        day += _DAY


def last_slot(daily: Daily, now: datetime.datetime) -> Slot:
    """The last slot that is due by `now`."""
    day = now.astimezone(ZoneInfo(daily.zone)).date() + _DAY
    while True:
        due = due_on(day, daily)
        if due is not None and due <= now:
            return Slot(day, due)
        day -= _DAY


# ── as people write it ──────────────────────────────────────────────────────────────────────

_TIME: Final = re.compile(
    r"(?P<hour>\d{1,3})(?:\s*[:.h]\s*(?P<minute>\d{1,2})|(?P<packed>(?<=\d\d)\d\d|(?<=\d)\d\d))?"
    r"\s*(?P<half>[ap])?\.?(?:m\.?)?(?:\s*uhr|\s*o'clock|h)?",
    re.IGNORECASE,
)


def read_time(text: str) -> datetime.time:
    """`09:00`, and as people also write it: `9:00`, `9.30`, `0930`, `9 am`.

    Raises RequestError that names the nearest times there are.
    """
    found = _TIME.fullmatch(" ".join(text.split()))
    if found is None:
        raise RequestError(f"“{text}” is no time of day; write hours and minutes, such as 09:00")
    hour, minute = int(found["hour"]), int(found["minute"] or found["packed"] or 0)
    if found["packed"] is None and found["minute"] is None and len(found["hour"]) == 3:
        hour, minute = int(text[0]), int(found["hour"][1:])  # 930
    if found["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    if hour <= 23 and minute <= 59:
        return datetime.time(hour, minute)
    near = " or ".join(dict.fromkeys(f"{time:%H:%M}" for time in _nearest(hour, minute)))
    raise RequestError(f"“{text}” is no time of day; the nearest are {near}")


def _nearest(hour: int, minute: int) -> tuple[datetime.time, datetime.time]:
    """The time with each part cut to what there is, and the one that is counted on to."""
    total = hour * 60 + minute
    return (
        datetime.time(min(hour, 23), min(minute, 59)),
        datetime.time(total // 60 % 24, total % 60),
    )
