"""What the digests need of Discord: post a message, see whether it is there, tell a person.

Every outcome is a value. "Unclear" is the one that matters: the request may have taken effect
although its answer was lost, and whoever asked must look before asking again.
"""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Literal, Protocol

import discord

from bot.chat.cards import Page, sentence
from bot.chat.client import FootnoteClient
from bot.chat.layout import Card
from bot.chat.replies import FAILURES

POST_SECONDS: Final = 45.0
"""How long a post may take. discord.py waits for rate limits and tries 5xx five times within it."""
_ALWAYS_READ: Final = 300
_MOST_READ: Final = 1000
"""Messages that are looked through; beyond the first ones only as far back as the attempt."""
_CLOCKS_DIFFER: Final = datetime.timedelta(days=1)
_UNKNOWN_CHANNEL: Final = 10003
_ARCHIVED: Final = 50083

Channel = discord.TextChannel | discord.Thread
Presence = Literal["there", "unavailable", "gone"]
"""Of a server: Footnote is in it; Discord has an outage there; Footnote is not in it any more."""


@dataclass(frozen=True, slots=True)
class Sent:
    """The message is in the channel."""

    message_id: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Discord does not let it be posted there, and will not in a moment either."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """No answer, or none that says whether the message is there."""

    reason: str


@dataclass(frozen=True, slots=True)
class Absent:
    """The message is not in the channel."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What stands in the channel cannot be seen."""

    reason: str


class Courier(Protocol):
    """The way to Discord, for whatever posts by itself."""

    def presence(self, guild_id: int) -> Presence: ...

    async def post(
        self, channel_id: int, page: Page, nonce: str, silent: bool
    ) -> Sent | Refused | Unclear:
        """Posts a page; Discord takes the same nonce only once within minutes."""
        ...

    async def find(
        self, channel_id: int, page: Page, since: datetime.datetime
    ) -> Sent | Absent | Refused | Unreadable | Unclear:
        """Looks for a page of ours, posted not long before `since` or later."""
        ...

    async def tell(self, user_id: int, text: str) -> bool:
        """A direct message of one sentence; whether it got through."""
        ...


class DiscordCourier:
    """The courier over a connected client."""

    def __init__(self, client: FootnoteClient) -> None:
        self._client = client

    def presence(self, guild_id: int) -> Presence:
        guild = self._client.get_guild(guild_id)
        if guild is None:
            return "gone" if self._client.is_ready() else "unavailable"
        return "unavailable" if guild.unavailable else "there"

    async def post(
        self, channel_id: int, page: Page, nonce: str, silent: bool
    ) -> Sent | Refused | Unclear:
        channel = self._client.get_partial_messageable(channel_id)
        try:
            with self._client.in_flight():
                async with asyncio.timeout(POST_SECONDS):
                    message = await channel.send(
                        view=Card(page),
                        nonce=nonce,
                        silent=silent,
                        suppress_embeds=True,
                        allowed_mentions=discord.AllowedMentions.none(),
                    )
        except FAILURES as error:
            return self._failed(channel_id, error)
        return Sent(message.id)

    async def find(
        self, channel_id: int, page: Page, since: datetime.datetime
    ) -> Sent | Absent | Refused | Unreadable | Unclear:
        known = self._client.get_channel(channel_id)
        # without this permission Discord gives an empty list instead of an error
        if isinstance(known, Channel) and not permissions(known).read_message_history:
            return Unreadable("Footnote lacks the permission Read Message History there")
        own = self._client.user
        assert own is not None
        wanted, number = _words(page), 0
        try:
            async with asyncio.timeout(POST_SECONDS):
                channel = self._client.get_partial_messageable(channel_id)
                async for message in channel.history(limit=_MOST_READ):
                    number += 1
                    if message.author.id == own.id and _said(message.components) == wanted:
                        return Sent(message.id)
                    old = message.created_at < since - _CLOCKS_DIFFER
                    if old and number >= _ALWAYS_READ:
                        return Absent()
        except FAILURES as error:
            failed = self._failed(channel_id, error)
            if isinstance(failed, Refused) and getattr(error, "code", 0) != _UNKNOWN_CHANNEL:
                return Unreadable(failed.reason)  # to read and to write are two permissions
            return failed
        if number == _MOST_READ:
            return Unreadable("too much has been written there since")
        if not number and known is None:
            return Unreadable("Discord shows nothing of the channel")
        return Absent()

    async def tell(self, user_id: int, text: str) -> bool:
        try:
            with self._client.in_flight():
                async with asyncio.timeout(POST_SECONDS):
                    user = await self._client.fetch_user(user_id)
                    await user.send(view=Card(sentence(text)))
        except (*FAILURES, discord.DiscordException):
            return False
        return True

    def _failed(self, channel_id: int, error: BaseException) -> Refused | Unclear:
        self._client.tally.discord_error(str(getattr(error, "status", type(error).__name__)))
        reason = " ".join(f"{error}".split())[:150] or type(error).__name__
        if not isinstance(error, discord.HTTPException) or not error.code:
            return Unclear(reason)
        if error.code == _UNKNOWN_CHANNEL:
            return Refused("the channel is gone")
        if error.code == _ARCHIVED:
            return Refused("the thread is archived")
        if error.status == 403:
            known = self._client.get_channel(channel_id)
            lacking = missing(known) if isinstance(known, Channel) else ()
            if lacking:
                return Refused(f"Footnote lacks the permission {' and '.join(lacking)} there")
            return Refused(f"Discord forbids it: {error.text or reason} ({error.code})")
        if error.status in (400, 404):
            return Refused(f"Discord refuses it: {error.text or reason} ({error.code})"[:200])
        return Unclear(reason)


def permissions(channel: Channel) -> discord.Permissions:
    """What Footnote may do in a channel; nothing where Discord has not said who it is there."""
    me: Any = channel.guild.me
    return discord.Permissions.none() if me is None else channel.permissions_for(me)


def missing(channel: Channel) -> tuple[str, ...]:
    """What posting needs and Footnote lacks, by the names that Discord's client uses."""
    has = permissions(channel)
    writing = (
        ("Send Messages in Threads", has.send_messages_in_threads)
        if isinstance(channel, discord.Thread)
        else ("Send Messages", has.send_messages)
    )
    needed = (("View Channel", has.view_channel), writing)
    return tuple(name for name, granted in needed if not granted)


# ── is it the same message? ─────────────────────────────────────────────────────────────────


def _words(page: Page) -> str:
    return " ".join(" ".join((*page.parts, page.foot)).split())


def _said(components: Iterable[object]) -> str:
    return " ".join(" ".join(_texts(components)).split())


def _texts(components: Iterable[object]) -> Iterable[str]:
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        yield from _texts(getattr(component, "children", ()))
