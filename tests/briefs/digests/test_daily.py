"""A digest is due once on each local day, whatever the clocks of its zone do."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.briefs.digests.daily import Daily, Slot, due_on, last_slot, next_slot, read_time
from bot.briefs.digests.zones import zones
from bot.errors import RequestError

UTC = datetime.UTC
DAY = datetime.timedelta(days=1)
FROM, TO = datetime.datetime(2025, 1, 1, tzinfo=UTC), datetime.datetime(2035, 1, 1, tzinfo=UTC)


def at(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text).replace(tzinfo=UTC)


def daily(time: str, zone: str) -> Daily:
    return Daily(datetime.time.fromisoformat(time), zone)


@pytest.mark.parametrize(
    ("day", "time", "zone", "due"),
    [
        ("2027-06-01", "09:00", "Europe/Berlin", "2027-06-01T07:00"),
        ("2027-01-04", "09:00", "Asia/Kathmandu", "2027-01-04T03:15"),
        # the clocks go from 02:00 to 03:00: 02:30 is due when they have
        ("2027-03-28", "02:30", "Europe/Berlin", "2027-03-28T01:00"),
        ("2027-03-28", "02:00", "Europe/Berlin", "2027-03-28T01:00"),
        ("2027-03-28", "03:00", "Europe/Berlin", "2027-03-28T01:00"),
        ("2027-03-28", "01:59", "Europe/Berlin", "2027-03-28T00:59"),
        # 02:30 comes twice: the first one counts
        ("2027-10-31", "02:30", "Europe/Berlin", "2027-10-31T00:30"),
        # half an hour is skipped, from 02:00 to 02:30
        ("2027-10-03", "02:15", "Australia/Lord_Howe", "2027-10-02T15:30"),
        # midnight is skipped: the day starts at one
        ("2018-11-04", "00:30", "America/Sao_Paulo", "2018-11-04T03:00"),
        # the evening comes twice
        ("2018-02-17", "23:30", "America/Sao_Paulo", "2018-02-18T01:30"),
        ("2011-12-29", "09:00", "Pacific/Apia", "2011-12-29T19:00"),
        ("2011-12-31", "09:00", "Pacific/Apia", "2011-12-30T19:00"),
    ],
)
def test_the_time_of_day_is_that_of_the_zone(day: str, time: str, zone: str, due: str) -> None:
    assert due_on(datetime.date.fromisoformat(day), daily(time, zone)) == at(due)


def test_a_day_that_a_zone_skips_has_no_digest() -> None:
    samoa = daily("09:00", "Pacific/Apia")
    assert due_on(datetime.date(2011, 12, 30), samoa) is None
    assert next_slot(samoa, at("2011-12-29T20:00")).day == datetime.date(2011, 12, 31)
    assert last_slot(samoa, at("2011-12-30T18:00")).day == datetime.date(2011, 12, 29)


def test_the_end_of_an_evening_that_is_skipped_is_due_when_the_clocks_have_gone_on() -> None:
    # Toronto's clocks went from 23:30 to 00:30: only so does a slot fall on the day after its own
    toronto = daily("23:45", "America/Toronto")
    due = due_on(datetime.date(1919, 3, 30), toronto)
    assert due == at("1919-03-31T04:30")
    assert next_slot(toronto, at("1919-03-31T04:29")).day == datetime.date(1919, 3, 30)
    assert next_slot(toronto, at("1919-03-31T04:30")).day == datetime.date(1919, 3, 31)


def changes(zone: ZoneInfo) -> Iterator[datetime.datetime]:
    """The first moments under another offset, looked for in steps of five days."""
    step = datetime.timedelta(days=5)
    moment, offset = FROM, FROM.astimezone(zone).utcoffset()
    while moment < TO:
        later = (moment + step).astimezone(zone).utcoffset()
        if later != offset:
            before, behind = moment, moment + step
            while behind - before > datetime.timedelta(minutes=1):
                middle = before + (behind - before) // 2
                if middle.astimezone(zone).utcoffset() == offset:
                    before = middle
                else:
                    behind = middle
            yield behind
        moment, offset = moment + step, later


def times_around(change: datetime.datetime, zone: ZoneInfo) -> set[datetime.time]:
    """Times of day that the change skips, repeats or touches, and the ends of a day."""
    shown = [
        (change + datetime.timedelta(minutes=minutes)).astimezone(zone).time()
        for minutes in (-90, -31, -1, 0, 29, 61)
    ]
    skipped = [(change.astimezone(zone) - datetime.timedelta(minutes=n)).time() for n in (1, 30)]
    plain = {time.replace(second=0, microsecond=0) for time in (*shown, *skipped)}
    return plain | {datetime.time(0, 0), datetime.time(23, 59)}


def test_every_zone_has_one_slot_a_local_day_never_before_the_set_time() -> None:
    """Ten years of every zone: each change of its clocks, with the days around it one by one."""
    seen: set[tuple[object, ...]] = set()
    checked = 0
    for name in sorted(zones()):
        zone = ZoneInfo(name)
        found = [*changes(zone), at("2030-06-15T12:00")]
        pattern = tuple((moment, moment.astimezone(zone).utcoffset()) for moment in found)
        if pattern in seen:
            continue  # another name for clocks that were looked at
        seen.add(pattern)
        for change in found:
            for time in times_around(change, zone):
                check_days(Daily(time, name), zone, change.astimezone(zone).date())
                checked += 1
    assert len(seen) > 60
    assert checked > 5000


def check_days(daily: Daily, zone: ZoneInfo, around: datetime.date) -> None:
    slots = [
        Slot(day, due)
        for day in (around + n * DAY for n in (-1, 0, 1))
        if (due := due_on(day, daily)) is not None
    ]
    assert len(slots) == 3, (daily, around)
    for slot in slots:
        shown = slot.due.astimezone(zone).replace(tzinfo=None)
        wanted = datetime.datetime.combine(slot.day, daily.time)
        assert shown >= wanted, (daily, slot)
        # and as early as can be: a second before, the clocks had not come so far
        before = (slot.due - datetime.timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None)
        assert before < wanted, (daily, slot)
    assert slots[0].due < slots[1].due < slots[2].due, (daily, slots)
    moment = slots[0].due
    assert next_slot(daily, moment) == slots[1]
    assert next_slot(daily, slots[1].due - datetime.timedelta(seconds=1)) == slots[1]
    assert last_slot(daily, slots[1].due) == slots[1]
    assert last_slot(daily, slots[1].due - datetime.timedelta(seconds=1)) == slots[0]


@given(
    moment=st.datetimes(datetime.datetime(2025, 1, 1), datetime.datetime(2034, 12, 31)),
    zone=st.sampled_from(sorted(zones())),
    time=st.times().map(lambda time: time.replace(second=0, microsecond=0)),
)
def test_the_next_slot_lies_ahead_and_the_last_one_behind(
    moment: datetime.datetime, zone: str, time: datetime.time
) -> None:
    now, each = moment.replace(tzinfo=UTC), Daily(time, zone)
    ahead, behind = next_slot(each, now), last_slot(each, now)
    assert behind.due <= now < ahead.due
    assert next_slot(each, behind.due) == ahead
    assert last_slot(each, ahead.due) == ahead
    assert ahead.due - now <= 2 * DAY


def test_a_day_that_is_taken_is_passed_over() -> None:
    each = daily("09:00", "UTC")
    taken = {datetime.date(2027, 5, 1), datetime.date(2027, 5, 2)}
    assert next_slot(each, at("2027-05-01T08:00"), taken).day == datetime.date(2027, 5, 3)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        *(("09:00", "09:00"), ("9:00", "09:00"), (" 9.30 ", "09:30"), ("0930", "09:30")),
        *(("930", "09:30"), ("9", "09:00"), ("9 am", "09:00"), ("12am", "00:00")),
        *(("12 p.m.", "12:00"), ("7:45pm", "19:45"), ("18h30", "18:30"), ("00:00", "00:00")),
        *(("23:59", "23:59"), ("18h", "18:00"), ("7 Uhr", "07:00")),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, time: str) -> None:
    assert read_time(text) == datetime.time.fromisoformat(time)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("25:00", "the nearest are 23:00 or 01:00"),
        ("24:00", "the nearest are 23:00 or 00:00"),
        ("9:75", "the nearest are 09:59 or 10:15"),
        ("noon", "write hours and minutes, such as 09:00"),
        ("", "write hours and minutes, such as 09:00"),
        ("9:00:00", "write hours and minutes, such as 09:00"),
        ("-1:00", "write hours and minutes, such as 09:00"),
    ],
)
def test_a_wrong_time_is_told_with_the_nearest_ones(text: str, told: str) -> None:
    with pytest.raises(RequestError) as raised:
        read_time(text)
    assert told in str(raised.value)
