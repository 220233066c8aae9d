"""Where digests are made: the door to the library for whatever posts, previews or sets them up."""

from __future__ import annotations

import asyncio
import datetime
from typing import Final

from bot.briefs.digests.digest import Digest, digest
from bot.briefs.digests.drafts import News
from bot.briefs.digests.topics import topic_names, topic_offers, topics_named
from bot.briefs.memory import Memory
from bot.model import Choice, NoAnswer
from bot.store.library import Library
from bot.store.outbox import Outbox, Version

_DIGESTS: Final = 64


class Newsroom:
    """Makes digests from a library that may be swapped while it serves.

    Channels that were told the same get the same, so it is made once: a thousand channels are due
    in the same minute.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._versions: Memory[tuple[Version, ...]] = Memory(1)
        self._made: Memory[tuple[Digest | NoAnswer | None]] = Memory(_DIGESTS)
        self._making = asyncio.Lock()
        self._kept: tuple[Version, ...] | None = None

    async def versions(self) -> tuple[Version, ...]:
        """All articles as they are now."""
        async with self._library.view() as view:
            known = self._versions.recall(view.number, ())
            if known is None:
                contents = await view.contents()
                known = tuple(
                    Version(
                        *(card.id, contents[card.id], card.title),
                        *(card.publisher, card.url, card.published),
                    )
                    for card in view.cards.values()
                )
                self._versions.keep(view.number, (), known)
            return known

    async def keep_versions(self, outbox: Outbox) -> int:
        """Keeps all articles as they are now in the ledger; the number of the newest version."""
        versions = await self.versions()
        if versions is not self._kept:
            await outbox.know(versions)
            self._kept = versions
        return await outbox.newest_version()

    async def news(
        self, outbox: Outbox, channel_id: int, topics: tuple[str, ...], say_empty: bool
    ) -> News:
        """What there is to tell a channel now."""
        versions = await self.versions()
        fresh = await outbox.news(channel_id)
        if versions is not self._kept:
            fresh |= await outbox.unheard(versions)
        cited = await outbox.cited(channel_id)
        return News(
            new=frozenset(
                one.article_id for one in versions if (one.article_id, one.content) in fresh
            ),
            cited=tuple(cited),
            topics=topics,
            since=cited[-1].day if cited else None,
            say_empty=say_empty,
        )

    async def make(self, news: News, today: datetime.date) -> Digest | NoAnswer | None:
        """The digest of a day; see `bot.briefs.digests.digest.digest`."""
        key = (news, today)
        async with self._making, self._library.view() as view:
            made = self._made.recall(view.number, key)
            if made is None:
                made = (await digest(view, news, await view.contents(), today),)
                self._made.keep(view.number, key, made)
            return made[0]

    async def topics_named(self, text: str | None) -> tuple[str, ...]:
        """The keys of topics as typed; raises RequestError."""
        async with self._library.view() as view:
            return topics_named(view, text)

    async def topic_names(self, keys: tuple[str, ...]) -> str:
        """Topics in words."""
        async with self._library.view() as view:
            return topic_names(view, keys)

    async def topic_offers(self, text: str) -> tuple[Choice, ...]:
        """Ways to go on with a list of topics."""
        async with self._library.view() as view:
            return topic_offers(view, text)
