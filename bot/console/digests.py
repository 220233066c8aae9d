"""`footnote digest`: a daily digest in the terminal, for people who write a corpus."""

from __future__ import annotations

import datetime
from pathlib import Path

from rich.text import Text

from bot.briefs.digests.digest import Digest
from bot.briefs.digests.drafts import News
from bot.briefs.digests.newsroom import Newsroom
from bot.console.batch import plain_console
from bot.console.text import answer_text
from bot.errors import SettingsError
from bot.model import NoAnswer, PublishedDate
from bot.store.ledger import open_ledger
from bot.store.library import Library
from bot.store.outbox import Outbox
from bot.store.subscriptions import Subscriptions


async def print_digest_of_day(
    library: Path, as_of: str, since: str | None, topics: str | None
) -> None:
    """The digest of a day, as if each article had come in on the day it was published.

    Without `since`, the digest before it was that of the day before. Raises SettingsError for a
    date that is none, RequestError for a topic that is none.
    """
    day = _date(as_of, "--as-of")
    before = _date(since, "--since") if since else day - datetime.timedelta(days=1)
    async with Library(library) as opened:
        room = Newsroom(opened)
        dates = {one.article_id: _came_in(one.published) for one in await room.versions()}
        news = News(
            new=frozenset(id for id, date in dates.items() if date and before < date <= day),
            topics=await room.topics_named(topics),
            since=before,
            unknown=frozenset(id for id, date in dates.items() if date and date > day),
        )
        _show(await room.make(news, day), f"Nothing new between {before} and {day}.")


async def print_digest_of_channel(library: Path, ledger: Path, channel_id: int) -> None:
    """What would be posted in a channel now. Raises SettingsError where none is set for it."""
    now = datetime.datetime.now(datetime.UTC)
    async with Library(library) as opened, open_ledger(ledger, now) as kept:
        subscription = await Subscriptions(kept).one(channel_id)
        if subscription is None:
            raise SettingsError([f"--channel {channel_id} has no digest; /digest set makes one"])
        room, wish = Newsroom(opened), subscription.wish
        news = await room.news(Outbox(kept), channel_id, wish.topics, wish.say_empty)
        made = await room.make(news, wish.today(now))
        _show(made, "Nothing would be posted: nothing is new and nothing has changed.")


def _show(made: Digest | NoAnswer | None, nothing: str) -> None:
    console = plain_console()
    if made is None:
        console.print(Text(nothing))
        return
    answer = made if isinstance(made, NoAnswer) else made.brief
    console.print(answer_text(answer, addresses=True))
    if isinstance(made, Digest) and made.more:
        console.print(Text(f"\nand {made.more:,} more, behind a button in Discord"))


def _came_in(published: PublishedDate | None) -> datetime.date | None:
    """The day an article is taken to have come in; of a month or year that is all that is known,
    the first."""
    if published is None:
        return None
    return datetime.date(published.year, published.month or 1, published.day or 1)


def _date(text: str, option: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        fault = f"{option} is “{text}”; expected a date such as 2025-09-14"
        raise SettingsError([fault]) from error
