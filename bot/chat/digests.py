"""Setting up digests from Discord: set, show, preview, off, and the pages behind "and 12 more".

Each deed checks who asks: Discord's own settings for commands can be changed in every server.
One module for the one command: its deeds share who may, where it may be posted, and how it is told.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord
from discord import app_commands

from bot.briefs.digests.daily import read_time
from bot.briefs.digests.newsroom import Newsroom
from bot.briefs.digests.zones import zone_named, zone_offers
from bot.chat.budget import CHOICE_TEXT, cut, divide
from bot.chat.cards import Button, Page, sentence
from bot.chat.courier import Channel, missing, permissions
from bot.chat.custom_ids import kept_page
from bot.chat.digest_cards import digest_cards, restored
from bot.chat.layout import Card
from bot.chat.markdown import one_line
from bot.chat.replies import FAILURES, Interaction, reply, send
from bot.chat.schedule import Clock, Schedule, next_free_slot
from bot.chat.slash import offered
from bot.errors import RequestError
from bot.model import Choice
from bot.store.outbox import Outbox
from bot.store.subscriptions import Subscription, Subscriptions, Wish

SHOWN_A_PAGE: Final = 8
_GONE: Final = "this page is no longer kept; /source finds every article"
_EMPTY: Final = "Nothing would be posted now: nothing is new and nothing has changed."


@dataclass(frozen=True, slots=True)
class Digests:
    """What setting up digests works on."""

    subscriptions: Subscriptions
    outbox: Outbox
    newsroom: Newsroom
    schedule: Schedule
    clock: Clock


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed into `/digest set`."""

    channel_id: int
    time: str
    timezone: str
    topics: str | None
    say_empty: bool
    silent: bool


class DigestChannel(app_commands.Transformer):
    """An option for a channel in which messages can be posted, known to the bot or not."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        return [
            *(discord.ChannelType.text, discord.ChannelType.news),
            *(discord.ChannelType.public_thread, discord.ChannelType.private_thread),
            discord.ChannelType.news_thread,
        ]

    async def transform(self, interaction: Interaction, value: Any, /) -> int:
        return int(value.id)


# ── the four deeds ──────────────────────────────────────────────────────────────────────────


async def set_digest(interaction: Interaction, digests: Digests, asked: Asked) -> None:
    """Set or change the digest of a channel."""

    async def work() -> Page:
        guild_id = manages(interaction)
        now = digests.clock()
        wish = Wish(
            channel_id=asked.channel_id,
            guild_id=guild_id,
            time=read_time(asked.time),
            zone=zone_named(asked.timezone),
            topics=await digests.newsroom.topics_named(asked.topics),
            say_empty=asked.say_empty,
            silent=asked.silent,
        )
        warning = await _admitted(interaction, asked.channel_id, guild_id)
        slot = await next_free_slot(digests.outbox, wish, now)
        await digests.subscriptions.put(wish, interaction.user.id, slot.day, slot.due, now)
        digests.schedule.wake()
        lines = [
            f"<#{wish.channel_id}> gets a digest every day at {_when(wish)}.",
            f"Next: {_stamp(slot.due, 'F')} ({_stamp(slot.due, 'R')})",
            f"-# topics: {await _topics(digests, wish)} · on a day without news: "
            f"{'a line' if wish.say_empty else 'nothing'} · "
            f"{'without' if wish.silent else 'with'} a notification",
        ]
        return Page(("## Digest set", "\n".join(lines), *([f"⚠ {warning}"] if warning else [])))

    await reply(interaction, work(), private=True)


async def turn_off(interaction: Interaction, digests: Digests, channel_id: int) -> None:
    """Turn the digest of a channel off."""

    async def work() -> Page:
        guild_id = manages(interaction)
        one = await digests.subscriptions.one(channel_id)
        if one is None or not one.active or one.wish.guild_id != guild_id:
            raise RequestError("that channel has no digest; /digest show lists those there are")
        await digests.subscriptions.turn_off(channel_id, interaction.user.id, digests.clock())
        return Page((f"<#{channel_id}> gets no digest any more.",))

    await reply(interaction, work(), private=True)


async def show(
    interaction: Interaction, digests: Digests, number: int = 1, editing: bool = False
) -> None:
    """Every digest of the server: when, what next, and how the last one went."""

    async def work() -> Page:
        pages = await _shown(digests, manages(interaction))
        return pages[min(number, len(pages)) - 1]

    await reply(interaction, work(), private=True, editing=editing)


async def preview(interaction: Interaction, digests: Digests, channel_id: int) -> None:
    """Exactly what would be posted now, for the asker's eyes only."""
    following: list[Page] = []

    async def work() -> Page:
        guild_id = manages(interaction)
        one = await digests.subscriptions.one(channel_id)
        if one is not None and one.wish.guild_id != guild_id:
            one = None
        wish = one.wish if one is not None else Wish(channel_id, guild_id, _MIDNIGHT, "UTC")
        news = await digests.newsroom.news(digests.outbox, channel_id, wish.topics, wish.say_empty)
        now = digests.clock()
        made = await digests.newsroom.make(news, wish.today(now))
        if made is None:
            return sentence(_EMPTY)
        cards = digest_cards(made)
        if cards.behind:
            await digests.outbox.keep_pages(cards.behind, now)
        following.extend(message.page for message in cards.messages[1:])
        return cards.messages[0].page

    await reply(interaction, work(), private=True)
    for page in following:
        await _follow(interaction, page)


_MIDNIGHT: Final = read_time("00:00")


async def _follow(interaction: Interaction, page: Page) -> None:
    with interaction.client.in_flight():
        post = interaction.followup.send
        card = Card(page)
        await send(
            interaction,
            lambda: post(view=card, ephemeral=True, suppress_embeds=True),
            "previewing",
        )


# ── who may, and where ──────────────────────────────────────────────────────────────────────


def manages(interaction: Interaction) -> int:
    """The server that the asker may manage; raises RequestError where that is none."""
    if interaction.guild_id is None:
        raise RequestError("digests are posted in the channels of a server; ask there")
    if not interaction.permissions.manage_guild:
        raise RequestError("this needs the permission Manage Server")
    return interaction.guild_id


async def _admitted(interaction: Interaction, channel_id: int, guild_id: int) -> str | None:
    """A warning, where something less than posting is not possible in a channel.

    Raises RequestError that names the missing permission where posting is not.
    """
    channel = await _channel(interaction, channel_id)
    if channel is None or channel.guild.id != guild_id:
        raise RequestError(
            "Footnote cannot see that channel: it lacks the permission View Channel there"
        )
    lacking = missing(channel)
    if lacking:
        raise RequestError(
            "Footnote cannot post in that channel: it lacks the permission "
            f"{' and '.join(lacking)} there"
        )
    if isinstance(channel, discord.Thread) and channel.locked:
        raise RequestError("that thread is locked; choose one that is open")
    if permissions(channel).read_message_history:
        return None
    return (
        "Footnote lacks the permission Read Message History there: after a failure it cannot see "
        "what it has posted, and would rather leave a message out than post it twice."
    )


async def _channel(interaction: Interaction, channel_id: int) -> Channel | None:
    known = interaction.client.get_channel(channel_id)
    if known is None:
        # a thread that Footnote has not met, or a channel that it may not see
        try:
            known = await interaction.client.fetch_channel(channel_id)
        except (*FAILURES, discord.DiscordException):
            return None
    return known if isinstance(known, Channel) else None


# ── /digest show ────────────────────────────────────────────────────────────────────────────


async def _shown(digests: Digests, guild_id: int) -> Sequence[Page]:
    all_of_them = await digests.subscriptions.of_guild(guild_id)
    if not all_of_them:
        return [Page(("## Digests", "No channel of this server gets one. /digest set starts it."))]
    entries = [await _entry(digests, one) for one in all_of_them]
    groups = divide(entries, lambda _: True, SHOWN_A_PAGE)
    return [
        Page(
            ("## Digests", *group),
            f"-# Page {number} of {len(groups)}" if len(groups) > 1 else "",
            _turns(number, len(groups)),
        )
        for number, group in enumerate(groups, start=1)
    ]


async def _entry(digests: Digests, one: Subscription) -> str:
    wish = one.wish
    lines = [f"<#{wish.channel_id}> · every day at {_when(wish)}"]
    if one.next_run is not None:
        lines.append(f"Next: {_stamp(one.next_run, 'F')} ({_stamp(one.next_run, 'R')})")
    else:
        lines.append("⚠ Paused; /digest set starts it again.")
    if one.last_at is not None:
        last = cut(one.last_result or "", 200)
        lines.append(f"Last: {last}, {_stamp(one.last_at, 'R')}")
    empty = " · says so when nothing is new" if wish.say_empty else ""
    silent = " · silent" if wish.silent else ""
    lines.append(f"-# topics: {await _topics(digests, wish)}{empty}{silent}")
    return "\n".join(lines)


def _turns(number: int, count: int) -> tuple[Button, ...]:
    buttons = []
    if number > 1:
        buttons.append(Button("‹ Previous", custom_id=f"{SHOW}{number - 1}"))
    if number < count:
        buttons.append(Button("Next ›", custom_id=f"{SHOW}{number + 1}"))
    return tuple(buttons)


async def _topics(digests: Digests, wish: Wish) -> str:
    return cut(await digests.newsroom.topic_names(wish.topics), 200)


def _when(wish: Wish) -> str:
    return f"**{wish.time:%H:%M}** ({wish.zone})"


def _stamp(when: Any, style: str) -> str:
    """A moment as each reader's client shows it in their own zone."""
    return f"<t:{int(when.timestamp())}:{style}>"


# ── buttons and choices ─────────────────────────────────────────────────────────────────────

SHOW: Final = "fn:g:"
KEPT: Final = "fn:k:"


async def turn_show(interaction: Interaction, digests: Digests) -> None:
    """A button of `/digest show`."""
    number = (interaction.custom_id or "").removeprefix(SHOW)
    valid = number.isascii() and number.isdigit() and 0 < len(number) < 5
    await show(interaction, digests, max(int(number), 1) if valid else 1, editing=True)


async def turn_kept(interaction: Interaction, digests: Digests) -> None:
    """The button "and 12 more", or one of the pages behind it: those are for the asker only."""

    async def work() -> Page:
        name = kept_page(interaction.custom_id or "")
        found = await digests.outbox.page(name) if name is not None else None
        if found is None:
            raise RequestError(_GONE)
        return restored(found)

    message = interaction.message
    private = message is not None and message.flags.ephemeral
    await reply(interaction, work(), private=True, editing=private)


Completion = Callable[[Interaction, str], Awaitable[list[app_commands.Choice[str]]]]


def zone_completion(digests: Digests) -> Completion:
    """Zones for what was typed, starting from where the asker's language is spoken."""

    async def offers(interaction: Interaction, text: str) -> tuple[Choice, ...]:
        return zone_offers(text, interaction.locale.value, digests.clock())

    return _completion(offers, "timezone")


def topic_completion(digests: Digests) -> Completion:
    """Topics for the last word of a list."""

    async def offers(interaction: Interaction, text: str) -> tuple[Choice, ...]:
        return await digests.newsroom.topic_offers(text)

    return _completion(offers, "topics")


def _completion(
    offers: Callable[[Interaction, str], Awaitable[tuple[Choice, ...]]], option: str
) -> Completion:
    async def complete(interaction: Interaction, text: str) -> list[app_commands.Choice[str]]:
        return await offered(
            interaction, offers(interaction, one_line(text)[:CHOICE_TEXT]), f"/digest {option}"
        )

    return complete
