"""Answering an interaction: within Discord's three seconds, exactly once, whatever happens.

Discord's rule (Interactions → Receiving and Responding): the first response must come within
three seconds, an edit of it within fifteen minutes; the first decides whether only the asker sees.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final

import aiohttp
import discord

from bot.chat.cards import Page, sentence
from bot.chat.layout import Card
from bot.errors import RequestError

_log = logging.getLogger(__name__)

PATIENCE_SECONDS: Final = 1.5
"""How long an answer may take before Discord is told to show "thinking". Two thirds of the three
seconds stay for a retry after a 429 or a 500."""
ANSWER_SECONDS: Final = 60.0
"""After this nobody waits any more: "thinking" ends with an apology."""
_ALREADY_ACKNOWLEDGED: Final = 40060
# what sending raises when Discord or the network fails; discord.py has retried by then
FAILURES: Final = (discord.HTTPException, aiohttp.ClientError, OSError, asyncio.TimeoutError)

Interaction = discord.Interaction[Any]


async def reply(
    interaction: Interaction,
    work: Coroutine[Any, Any, Page],
    *,
    private: bool,
    editing: bool = False,
) -> None:
    """Answer with the page that `work` gives; with one calm private sentence if it fails.

    `editing` replaces the card whose button was pressed. Never raises but for cancellation.
    """
    with interaction.client.in_flight():
        await _reply(interaction, work, private, editing)


async def _reply(
    interaction: Interaction, work: Coroutine[Any, Any, Page], private: bool, editing: bool
) -> None:
    started = time.monotonic()
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            page = await _patiently(work, lambda: _defer(interaction, private, editing))
    except Exception as error:
        _count(interaction, "refused" if isinstance(error, RequestError) else "failed", started)
        await fail(interaction, error)
        return
    card = Card(page)
    if interaction.response.is_done():
        fill = interaction.edit_original_response
        sent = await send(interaction, lambda: fill(view=card), "filling")
    elif editing:
        edit = interaction.response.edit_message
        sent = await send(interaction, lambda: edit(view=card), "editing")
    else:
        respond = interaction.response.send_message
        sent = await send(
            interaction,
            lambda: respond(view=card, ephemeral=private, suppress_embeds=True),
            "answering",
        )
    _count(interaction, "answered" if sent else "lost", started)
    if sent:
        milliseconds = (time.monotonic() - started) * 1000
        _log.info("%s answered in %.0f ms", _deed(interaction), milliseconds)


def _count(interaction: Interaction, outcome: str, started: float) -> None:
    interaction.client.tally.request(_deed(interaction), outcome, time.monotonic() - started)


async def fail(interaction: Interaction, error: BaseException) -> None:
    """Say privately that something went wrong, with a reference that stands beside the traceback.

    What a `RequestError` says is meant for the person and is shown instead.
    """
    if isinstance(error, RequestError):
        _log.info("%s refused", _deed(interaction))
        text = f"{str(error)[:1].upper()}{str(error)[1:]}."
    else:
        reference = secrets.token_hex(3)
        _log.error("%s failed", _deed(interaction), exc_info=error, extra={"reference": reference})
        text = (
            f"Something went wrong here, sorry. It is in the log under the reference {reference}."
        )
    await tell(interaction, text)


async def tell(interaction: Interaction, text: str) -> None:
    """One private sentence, also where "thinking" is already shown to everyone. Never raises."""
    with interaction.client.in_flight():
        await _tell(interaction, Card(sentence(text)))


async def _tell(interaction: Interaction, card: Card) -> None:
    response = interaction.response
    if not response.is_done():
        respond = response.send_message
        await send(interaction, lambda: respond(view=card, ephemeral=True), "telling")
        return
    if response.type is discord.InteractionResponseType.deferred_channel_message:
        # the first follow-up would inherit the visibility of the deferred message
        await send(interaction, interaction.delete_original_response, "withdrawing")
    follow = interaction.followup.send
    await send(interaction, lambda: follow(view=card, ephemeral=True), "telling")


async def _patiently(work: Awaitable[Page], defer: Callable[[], Awaitable[None]]) -> Page:
    """What `work` gives. If it takes too long, `defer` is done meanwhile, and finished first."""
    deferring: list[asyncio.Future[None]] = []
    # a timer costs a tenth of waiting for a task of its own, and most answers need neither
    timer = asyncio.get_running_loop().call_later(
        PATIENCE_SECONDS, lambda: deferring.append(asyncio.ensure_future(defer()))
    )
    try:
        return await work
    finally:
        timer.cancel()
        for task in deferring:
            await task


async def _defer(interaction: Interaction, private: bool, editing: bool) -> None:
    defer = interaction.response.defer
    await send(interaction, lambda: defer(ephemeral=private, thinking=not editing), "deferring")


async def send(
    interaction: Interaction, deliver: Callable[[], Awaitable[object]], deed: str
) -> bool:
    """Whether Discord took it. A cut connection is tried once more: Discord refuses doubles."""
    for attempt in (1, 2):
        try:
            await deliver()
        except FAILURES as error:
            if getattr(error, "code", None) == _ALREADY_ACKNOWLEDGED:
                return True
            if attempt == 1 and not isinstance(error, discord.HTTPException):
                continue
            interaction.client.tally.discord_error(_kind(error))
            _log.warning("%s: %s failed: %s", _deed(interaction), deed, _reason(error))
            return False
        return True
    return False


def _deed(interaction: Interaction) -> str:
    """What was asked for, without who asked and with what words."""
    if interaction.type is discord.InteractionType.component:
        return "a button"
    command = interaction.command
    return f"/{command.qualified_name}" if command is not None else "an unknown command"


def _kind(error: BaseException) -> str:
    return str(getattr(error, "status", None) or type(error).__name__)


def _reason(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__} {error}".split())[:200]
