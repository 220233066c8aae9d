"""discord.py's log, without tracebacks for what Discord and networks do every day."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import aiohttp
import discord

# Filters do not apply to the records of child loggers, so each one that writes tracebacks is named.
_LOGGERS: Final = (
    "discord.client",
    "discord.gateway",
    "discord.shard",
    "discord.app_commands.tree",
    "discord.ui.view",
)
_EVERYDAY: Final = (
    aiohttp.ClientError,
    OSError,
    asyncio.TimeoutError,
    discord.HTTPException,
    discord.GatewayNotFound,
    discord.ConnectionClosed,
)


class _OneLine(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if "voice will NOT be supported" in str(record.msg):
            return False
        error = record.exc_info[1] if record.exc_info else None
        if not isinstance(error, _EVERYDAY):
            return True
        message = record.getMessage()
        # discord.py names the person who typed; that belongs into no log
        if message.startswith("Ignoring exception in autocomplete"):
            message = "the choices for an option came too late for Discord"
        reason = " ".join(f"{type(error).__name__} {error}".split())[:200]
        record.msg, record.args = f"{message} ({reason})", ()
        record.exc_info = record.exc_text = None
        record.levelno, record.levelname = logging.WARNING, "WARNING"
        return True


@contextmanager
def everyday_failures_on_one_line() -> Iterator[None]:
    """While it lasts, reconnects and the like take one line of the log each."""
    one_line = _OneLine()
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(one_line)
    try:
        yield
    finally:
        for name in _LOGGERS:
            logging.getLogger(name).removeFilter(one_line)
