"""Loads by itself when files of the corpus change, once they have been quiet for some seconds."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import watchfiles

_log = logging.getLogger(__name__)

QUIET_SECONDS: Final = 3.0
_LONGEST_SECONDS: Final = 600.0
"""A folder that is never quiet is looked at this often all the same."""
_RETRY_SECONDS: Final = 60.0


async def watch(
    corpus_dir: Path,
    changed: Callable[[], Awaitable[None]],
    quiet_seconds: float = QUIET_SECONDS,
    retry_seconds: float = _RETRY_SECONDS,
) -> None:
    """Calls `changed` after each change of the folder, until it is cancelled.

    A folder that goes away is looked for again, and counts as changed when it is back.
    """
    told = False
    while True:
        try:
            async for _ in watchfiles.awatch(
                corpus_dir,
                watch_filter=None,  # which files count is for the load to say
                step=round(quiet_seconds * 1000),
                debounce=round(_LONGEST_SECONDS * 1000),
                rust_timeout=round(quiet_seconds * 1000),
                yield_on_timeout=False,
            ):
                told = False
                await changed()
        except (OSError, RuntimeError) as error:
            # gone, unmounted, or the system's limit on watches is reached
            if not told:
                _log.warning("%s cannot be watched: %s", corpus_dir, error)
                told = True
        await asyncio.sleep(retry_seconds)
        await changed()
