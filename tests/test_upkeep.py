"""What is done by itself every hour."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import pytest

from bot.settings import read_settings
from bot.store.ledger import Ledger
from bot.store.subscriptions import Subscriptions
from bot.upkeep import forget_person, keep_up
from tests.store.ledgers import DAY, NOON, WISH, on_ledger


def test_settings_of_a_server_go_a_month_after_it_was_left(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    settings = replace(read_settings({}), audit_days=20)
    days = iter(range(0, 100, 10))
    present: list[Collection[int] | None] = [None, {70}, set(), set(), set(), set(), set()]

    async def deed(ledger: Ledger) -> list[int]:
        subscriptions = Subscriptions(ledger)
        await subscriptions.put(WISH, 7, NOON.date() + DAY, NOON + DAY, NOON)
        counts: list[int] = []
        done = asyncio.Event()
        today = NOON

        def now() -> datetime.datetime:
            return today

        def servers() -> Collection[int] | None:
            nonlocal today
            today = NOON + next(days) * DAY
            if not present:
                done.set()
                return None
            return present.pop(0)

        keeping = asyncio.create_task(keep_up(ledger, settings, servers, now, 0.001))
        await asyncio.wait_for(done.wait(), 10)
        keeping.cancel()
        await asyncio.wait({keeping})
        counts.append(len(await subscriptions.of_guild(70)))
        return counts

    assert on_ledger(tmp_path / "ledger.db", deed) == [0]
    assert [record.getMessage() for record in caplog.records] == [
        "let go of 1 deeds, 0 digests and 0 servers",
        "let go of 0 deeds, 0 digests and 1 servers",
    ]


def test_forgetting_where_nothing_is_kept_makes_no_ledger(tmp_path: Path) -> None:
    assert asyncio.run(forget_person(tmp_path / "ledger.db", 7)) == 0
    assert list(tmp_path.iterdir()) == []
