"""A client is connected with its token, by as many shards as it takes, until a signal stops it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable, Iterator
from typing import Final

import aiohttp
import discord

from bot.chat.client import FootnoteClient, ShardedClient, ShardsNeeded
from bot.chat.quiet import everyday_failures_on_one_line
from bot.errors import LoginError

_log = logging.getLogger(__name__)

_REFUSED: Final = (
    "Discord refuses DISCORD_TOKEN: it is wrong or was reset; copy a new one from the "
    "application's Bot page"
)
_AUTHENTICATION_FAILED: Final = 4004
"""The gateway's close code for a token that was reset while it was in use."""
_SHARDING_REQUIRED: Final = 4011
"""The gateway's close code for a bot in more servers than one connection may serve."""
_STOPPING: Final = (signal.SIGTERM, signal.SIGINT)


async def serve_as_asked(
    make: Callable[[type[FootnoteClient], int | None], FootnoteClient],
    token: str,
    shards: int | None,
) -> None:
    """As `serve`, with so many shards, or, where that is None, with as many as Discord asks for.

    `make` makes a client of the given class for so many shards.
    """
    if shards is None:
        client = make(FootnoteClient, None)
        client.asks_for_shards = True
        try:
            await serve(client, token)
        except ShardsNeeded as needed:
            shards = needed.shards
            _log.info("connecting with %s shards", shards or "several")
        else:
            return
    await serve(make(ShardedClient if shards != 1 else FootnoteClient, shards), token)


async def serve(client: FootnoteClient, token: str) -> None:
    """Connect, and serve until SIGTERM or SIGINT; returns when everything in flight is finished.

    Raises LoginError where Discord refuses the token or cannot be reached at all.
    """
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for number in _STOPPING:
        loop.add_signal_handler(number, stop.set)
    try:
        with everyday_failures_on_one_line():
            await _serve_until(stop, client, token)
    finally:
        for number in _STOPPING:
            loop.remove_signal_handler(number)


async def _serve_until(stop: asyncio.Event, client: FootnoteClient, token: str) -> None:
    connection = asyncio.create_task(client.start(token))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({connection, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not connection.done():
        _log.info("stopping")
        if client.ws is None:
            # still logging in: closing the session under it would fail the request on its way
            connection.cancel()
            await asyncio.wait({connection})
    await client.close()
    if not connection.done():
        # waiting for its next attempt to reconnect
        await asyncio.wait({connection}, timeout=1)
        connection.cancel()
    with _clear_faults():
        await connection
    _log.info("stopped")


@contextlib.contextmanager
def _clear_faults() -> Iterator[None]:
    try:
        yield
    except asyncio.CancelledError:
        pass
    except discord.LoginFailure as error:
        raise LoginError(_REFUSED) from error
    except discord.ConnectionClosed as error:
        if error.code == _SHARDING_REQUIRED:
            raise ShardsNeeded(None) from error
        if error.code == _AUTHENTICATION_FAILED:
            raise LoginError(_REFUSED) from error
        raise LoginError(f"Discord closed the connection with code {error.code}") from error
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        reason = " ".join(str(error).split())
        raise LoginError(f"Discord cannot be reached: {reason or type(error).__name__}") from error
