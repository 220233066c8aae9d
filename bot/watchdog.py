"""Ends the process when it has been dead for minutes, so that the service manager starts it anew.

A thread, for a hung event loop can run nothing. It knows nothing of what is served.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import Final

_log = logging.getLogger(__name__)

EXIT_STATUS: Final = 70
"""EX_SOFTWARE of sysexits.h."""
_LOG_SECONDS: Final = 5.0
"""How long the last line may take: what hangs may be the log itself, a pipe that nobody reads."""


class Watchdog:
    """Watches the event loop that runs `beat`, and what `is_connected` says, for `seconds` each.

    `end` is called with the reason, in the thread; it is meant not to return.
    """

    def __init__(
        self,
        seconds: float,
        is_connected: Callable[[], bool],
        end: Callable[[str], None] | None = None,
        every: float = 5.0,
    ) -> None:
        self._seconds, self._is_connected, self._every = seconds, is_connected, every
        self._end = end or _end
        self._alive_at = self._connected_at = time.monotonic()
        self._main = threading.get_ident()
        self._stopping = threading.Event()

    async def beat(self) -> None:
        """Runs in the loop that is watched, until it is cancelled."""
        thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        thread.start()
        try:
            while True:
                self._alive_at = time.monotonic()
                if self._is_connected():
                    self._connected_at = self._alive_at
                await asyncio.sleep(self._every)
        finally:
            self._stopping.set()

    def _watch(self) -> None:
        while not self._stopping.wait(self._every):
            now = time.monotonic()
            if now - self._alive_at > self._seconds:
                at = _where(self._main)
                self._end(f"the event loop has been dead for {now - self._alive_at:,.0f} s, {at}")
                return
            if now - self._connected_at > self._seconds:
                gone = now - self._connected_at
                self._end(f"there has been no connection to Discord for {gone:,.0f} s")
                return


def _where(thread: int) -> str:
    """The line of code that a thread is at."""
    frame = sys._current_frames().get(thread)
    if frame is None:
        return "its thread is gone"
    stack = traceback.extract_stack(frame)[-4:]
    return "at " + " < ".join(f"{one.filename}:{one.lineno}" for one in reversed(stack))


def _end(reason: str) -> None:
    last = threading.Thread(
        target=_log.critical, args=("ending, to be started anew: %s", reason), daemon=True
    )
    last.start()
    last.join(_LOG_SECONDS)
    os._exit(EXIT_STATUS)
