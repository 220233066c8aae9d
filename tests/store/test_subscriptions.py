"""What someone asked for a channel is kept, changed, turned off and paused, and is in the audit."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

from bot.store.ledger import Ledger
from bot.store.subscriptions import Subscription, Subscriptions
from tests.store.ledgers import DAY, NOON, WISH, on_ledger

TOMORROW = NOON.replace(day=5, hour=9)


async def put(ledger: Ledger, **other: object) -> Subscriptions:
    made = Subscriptions(ledger)
    wish = replace(WISH, **other)  # type: ignore[arg-type]
    await made.put(wish, 7, TOMORROW.date(), TOMORROW, NOON)
    return made


def test_a_wish_comes_back_and_setting_it_again_changes_it(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[Subscription | None]:
        made = await put(ledger)
        first = await made.one(700)
        await put(ledger, zone="Asia/Tokyo", topics=("place:peru", "missions"), silent=True)
        return [first, await made.one(700), await made.one(701)]

    plain = Subscription(WISH, 7, True, TOMORROW.date(), TOMORROW, None, None, None, None)
    changed = replace(WISH, zone="Asia/Tokyo", topics=("place:peru", "missions"), silent=True)
    assert on_ledger(tmp_path / "l.db", deed) == [plain, replace(plain, wish=changed), None]


def test_what_is_due_comes_in_the_order_in_which_it_was(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[list[int]]:
        made = await put(ledger)
        early = TOMORROW - datetime.timedelta(hours=1)
        await made.put(replace(WISH, channel_id=701), 7, early.date(), early, NOON)
        await made.put(replace(WISH, channel_id=702, guild_id=71), 7, early.date(), early, NOON)
        await made.turn_off(702, 7, NOON)
        found = [
            await made.due(early - datetime.timedelta(seconds=1)),
            await made.due(TOMORROW),
            await made.later_than(early),
            await made.of_guild(70),
            await made.of_guild(71),
        ]
        return [[one.wish.channel_id for one in some] for some in found]

    assert on_ledger(tmp_path / "l.db", deed) == [[], [701, 700], [700], [701, 700], []]


def test_one_that_is_off_is_not_due_and_may_be_set_again(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[object]:
        made = await put(ledger)
        done = [await made.turn_off(700, 7, NOON), await made.turn_off(700, 7, NOON)]
        off = await made.one(700)
        assert off is not None
        await made.move(700, TOMORROW.date(), TOMORROW)
        due = await made.due(TOMORROW)
        await put(ledger)
        return [*done, off.active, off.next_run, due, len(await made.due(TOMORROW))]

    assert on_ledger(tmp_path / "l.db", deed) == [True, False, False, None, [], 1]


def test_refusals_are_counted_from_the_first_and_a_pause_happens_once(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[object]:
        made = await put(ledger)
        since = [await made.refused(700, "Missing Access", NOON + n * DAY) for n in range(3)]
        paused = [await made.pause(700, "paused", NOON + 3 * DAY) for _ in range(2)]
        one = await made.one(700)
        assert one is not None
        await put(ledger)
        again = await made.one(700)
        assert again is not None
        return [since, paused, one.next_run, one.paused_at, one.last_result, again.paused_at]

    assert on_ledger(tmp_path / "l.db", deed) == [
        *([NOON] * 3, [True, False], None, NOON + 3 * DAY, "paused", None)
    ]


def test_each_change_stands_in_the_audit_with_who_made_it(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[tuple[object, ...]]:
        made = await put(ledger, say_empty=True)
        await made.pause(700, "the channel is gone", NOON)
        await made.turn_off(700, 8, NOON)
        return [
            (entry.what, entry.who_id, entry.guild_id, dict(entry.details))
            for entry in await ledger.audit(9)
        ]

    settings = {"time": "09:00", "zone": "UTC", "topics": "all", "empty": "say", "silent": False}
    assert on_ledger(tmp_path / "l.db", deed) == [
        ("digest off", 8, 70, {"channel": 700}),
        ("digest paused", None, 70, {"channel": 700, "why": "the channel is gone"}),
        ("digest set", 7, 70, {"channel": 700, **settings}),
    ]
