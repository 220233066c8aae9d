"""What is done by itself now and then, for years: retention, and servers that were left."""

from __future__ import annotations

import asyncio
import datetime
import logging
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final

from bot.errors import StoreError
from bot.settings import Settings
from bot.store.ledger import Ledger, open_ledger
from bot.store.retention import forget, let_go, note_servers

_log = logging.getLogger(__name__)

EVERY_SECONDS: Final = 3600.0


async def keep_up(
    ledger: Ledger,
    settings: Settings,
    servers: Callable[[], Collection[int] | None],
    now: Callable[[], datetime.datetime],
    every_seconds: float = EVERY_SECONDS,
) -> None:
    """Does it every hour until it is cancelled. `servers` are those that Footnote is in; None while
    that is not known."""
    while True:
        await asyncio.sleep(every_seconds)
        try:
            present = servers()
            if present is not None:
                await note_servers(ledger, present, now())
            gone = await let_go(ledger, settings.audit_days, settings.outbox_days, now())
            if gone.deeds or gone.digests or gone.servers:
                _log.info(
                    "let go of %d deeds, %d digests and %d servers",
                    *(gone.deeds, gone.digests, gone.servers),
                )
        except StoreError as error:
            _log.error("what is old could not be let go: %s", error)


async def forget_person(ledger_path: Path, user_id: int) -> int:
    """Removes a person's id from the ledger; from how many entries. Raises StoreError."""
    if not await asyncio.to_thread(ledger_path.is_file):
        return 0
    async with open_ledger(ledger_path, datetime.datetime.now(datetime.UTC)) as ledger:
        return await forget(ledger, user_id)
