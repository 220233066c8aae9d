"""A ledger in a folder for the length of one deed, and values to put into it."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from bot.model import PublishedDate
from bot.store.ledger import Ledger, open_ledger
from bot.store.outbox import Citing, Part, PlannedDigest, StoredPage, Version
from bot.store.subscriptions import Wish

NOON = datetime.datetime(2031, 5, 4, 12, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
WISH = Wish(700, 70, datetime.time(9), "UTC")

Result = TypeVar("Result")


def on_ledger(file: Path, deed: Callable[[Ledger], Awaitable[Result]]) -> Result:
    """What a coroutine gives that works on the ledger in a file."""

    async def run() -> Result:
        async with open_ledger(file, NOON) as ledger:
            return await deed(ledger)

    return asyncio.run(run())


def version(article: str, content: str = "1") -> Version:
    published = PublishedDate(2031, 5, 1)
    return Version(article, f"{article}-{content}", f"On {article}", "Post", None, published)


def planned(day: int = 4, parts: int = 2, channel: int = 700) -> PlannedDigest:
    return PlannedDigest(
        channel_id=channel,
        day=datetime.date(2031, 5, day),
        zone="UTC",
        due=NOON.replace(day=day, hour=9),
        parts=tuple(
            Part(number, StoredPage(f"page-{day}-{number}", f"text {number}"), f"n-{day}-{number}")
            for number in range(1, parts + 1)
        ),
    )


def citing(article: str, part: int = 1, content: str = "1") -> Citing:
    return Citing(article, f"{article}-{content}" if content else "", f"{article} says so.", part)
