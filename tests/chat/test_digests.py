"""Digests end to end: a real client in a small Discord, from /digest set to what stands there."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.briefs.digests.newsroom import Newsroom
from bot.chat.client import FootnoteClient
from bot.chat.courier import Absent, DiscordCourier, Refused, Sent, Unreadable
from bot.chat.digest_cards import restored
from bot.chat.digests import Digests
from bot.chat.schedule import Schedule
from bot.store.ledger import Ledger, open_ledger
from bot.store.library import Library
from bot.store.outbox import Outbox
from bot.store.subscriptions import Subscriptions
from commands import add_digests
from tests.chat.fake_desk import FakeDesk
from tests.chat.fake_discord import Clock
from tests.chat.trees import NAMES, trees_in
from tests.discord_loopback.channels import chatter
from tests.discord_loopback.person import Person
from tests.discord_loopback.rendering import buttons, rendered
from tests.discord_loopback.scenario import Scene, scene
from tests.discord_loopback.world import (
    CHANNEL,
    GUILD,
    LOCKED,
    MANAGE_GUILD,
    UNREAD,
    Json,
)

NINE = datetime.datetime(2031, 5, 4, 9, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
POST = "POST /channels/{channel}/messages"
PARTS = 3


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles for a digest of several parts, with some behind "and 8 more"."""
    return trees_in(tmp_path_factory.mktemp("trees"), more=8)


@dataclass
class Desk:
    """A Discord with Footnote in it that posts digests, and a clock. `schedule` is of the process
    that runs now."""

    scene: Scene
    ledger: Ledger
    clock: Clock
    schedule: Schedule | None = None
    client: FootnoteClient | None = None

    def admin(self) -> Person:
        return self.scene.person("admin", permissions=str(MANAGE_GUILD))

    async def set(self, **options: object) -> None:
        chosen = {"channel": CHANNEL, "time": "09:00", "timezone": "UTC", **options}
        await self.admin().call("digest set", **chosen)

    async def tick(self) -> None:
        assert self.schedule is not None
        await self.schedule.tick()
        await self.schedule.settled()

    def posted(self, channel: str = CHANNEL) -> list[Json]:
        own = self.scene.discord.channels.posted.get(channel, [])
        return [message for message in own if message["author"]["bot"]]

    def texts(self, channel: str = CHANNEL) -> list[str]:
        return [rendered(message) for message in self.posted(channel)]


@contextlib.asynccontextmanager
async def desk(trees: Path, folder: Path) -> AsyncIterator[Desk]:
    """At 08:59, with nothing set."""
    clock = Clock(NINE - datetime.timedelta(minutes=1))
    async with (
        open_ledger(folder / "ledger.db", clock.now) as ledger,
        Library(trees) as library,
    ):
        made: Desk

        def prepare(client: FootnoteClient) -> None:
            newsroom = Newsroom(library)
            made.client = client
            made.schedule = Schedule(ledger, newsroom, DiscordCourier(client), clock)
            subscriptions, outbox = Subscriptions(ledger), Outbox(ledger)
            add_digests(client, Digests(subscriptions, outbox, newsroom, made.schedule, clock))

        async with scene(FakeDesk(), folder, prepare) as around:
            made = Desk(around, ledger, clock)
            yield made


@contextlib.asynccontextmanager
async def running(trees: Path, folder: Path) -> AsyncIterator[Desk]:
    async with desk(trees, folder) as made, made.scene.footnote():
        assert made.client is not None
        await made.client.wait_until_ready()
        yield made


async def test_a_digest_that_was_set_is_posted_shown_and_turned_off(
    trees: Path, tmp_path: Path
) -> None:
    async with running(trees, tmp_path) as made:
        admin = made.admin()
        chosen = {"channel": CHANNEL, "time": "9:00", "timezone": "london"}
        done = await admin.call("digest set", **chosen, topics="all", empty="say", silent=True)
        assert done.private
        assert done.text == (
            "Digest set\n"
            f"<#{CHANNEL}> gets a digest every day at 09:00 (Europe/London).\n"
            "Next: <t:1935734400:F> (<t:1935734400:R>)\n"
            "topics: all · on a day without news: a line · without a notification"
        )
        made.clock.now = datetime.datetime.fromtimestamp(1935734400, datetime.UTC)
        await made.tick()
        assert [text.splitlines()[0] for text in made.texts()] == [
            "Daily digest · 5 May 2031"
        ] * PARTS
        # Components V2, no previews, no notification
        assert {message["flags"] for message in made.posted()} == {1 << 15 | 1 << 2 | 1 << 12}
        shown = await admin.call("digest show")
        assert shown.text == (
            "Digests\n"
            f"<#{CHANNEL}> · every day at 09:00 (Europe/London)\n"
            "Next: <t:1935820800:F> (<t:1935820800:R>)\n"
            f"Last: posted, {PARTS} messages, <t:1935734400:R>\n"
            "topics: all · says so when nothing is new · silent"
        )
        off = await admin.call("digest off", channel=CHANNEL)
        assert off.text == f"<#{CHANNEL}> gets no digest any more."
        assert (await admin.call("digest show")).text.startswith("Digests\nNo channel")
        deeds = [entry.what for entry in await made.ledger.audit(9, guild_id=int(GUILD))]
        assert deeds == ["digest off", "digest set"]


async def test_more_is_shown_to_whoever_presses_and_to_nobody_else(
    trees: Path, tmp_path: Path
) -> None:
    async with running(trees, tmp_path) as made:
        await made.set()
        made.clock.now = NINE
        await made.tick()
        assert [[b["label"] for b in buttons(message)] for message in made.posted()] == [
            *([[]] * (PARTS - 1)),
            ["and 8 more ›"],
        ]
        reader = made.scene.person()
        last = made.posted()[-1]
        state = buttons(last)[0]["custom_id"]
        pressed = await reader._do(3, {"custom_id": state, "component_type": 2}, last)
        assert pressed.private
        assert pressed.text.startswith("Daily digest · 4 May 2031: more")
        everything = "\n".join([*made.texts(), pressed.text])
        if "Next ›" in pressed.labels:
            turned = await reader.press(pressed, "Next ›")
            everything += turned.text
        names = [*NAMES.split(), *(f"tree {number}" for number in range(8))]
        assert {name: everything.count(f" On {name} ·") for name in names} == dict.fromkeys(
            names, 1
        )
        gone = await reader.press_id(pressed, "fn:k:0000000000000000-1")
        assert gone.text.startswith("This page is no longer kept")


async def test_a_preview_is_private_and_exactly_what_is_posted(trees: Path, tmp_path: Path) -> None:
    async with running(trees, tmp_path) as made:
        await made.set()
        before = await made.admin().call("digest preview", channel=CHANNEL)
        await before.until(lambda: len(before.messages) == PARTS)
        assert made.posted() == []
        made.clock.now = NINE
        await made.tick()
        assert [rendered(message) for message in before.messages] == made.texts()
        assert all(message["flags"] & 1 << 6 for message in before.messages)
        after = await made.admin().call("digest preview")
        assert after.text.startswith("Nothing would be posted now")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"time": "25:30"}, "“25:30” is no time of day; the nearest are 23:30 or 01:30."),
        ({"timezone": "Europe/Berlni"}, "“Europe/Berlni” is no time zone; the nearest are Europe"),
        ({"topics": "Qqqq"}, "“Qqqq” is no topic; name borders, missions, a place or a mission."),
        ({"channel": LOCKED}, "Footnote cannot post in that channel: it lacks the permission Send"),
        ({"channel": "1234"}, "Footnote cannot see that channel: it lacks the permission View"),
    ],
)
async def test_what_cannot_be_is_refused_at_once(
    trees: Path, tmp_path: Path, options: dict[str, str], told: str
) -> None:
    async with running(trees, tmp_path) as made:
        chosen = {"channel": CHANNEL, "time": "09:00", "timezone": "UTC", **options}
        done = await made.admin().call("digest set", **chosen)
        assert done.private
        assert told in done.text
        assert await made.ledger.audit(9) == ()


async def test_a_channel_that_cannot_be_read_back_is_taken_with_a_warning(
    trees: Path, tmp_path: Path
) -> None:
    async with running(trees, tmp_path) as made:
        chosen = {"channel": UNREAD, "time": "09:00", "timezone": "UTC"}
        done = await made.admin().call("digest set", **chosen)
        assert "⚠ Footnote lacks the permission Read Message History there" in done.text


async def test_only_those_who_manage_the_server_may(trees: Path, tmp_path: Path) -> None:
    async with running(trees, tmp_path) as made:
        for person in (made.scene.person(), made.scene.person(where="direct")):
            for command in ("digest show", "digest preview"):
                done = await person.call(command)
                assert done.private
                assert "needs the permission Manage Server" in done.text or "ask there" in done.text
            done = await person.call("digest off", channel=CHANNEL)
            assert done.private
        assert await made.ledger.audit(9) == ()


async def test_zones_start_from_the_persons_language_and_topics_from_their_last_word(
    trees: Path, tmp_path: Path
) -> None:
    async with running(trees, tmp_path) as made:
        admin = made.admin()
        admin.locale = "de"
        assert (await admin.type_into("digest set", "timezone", "")).choices[0] == "Europe/Berlin"
        typed = await admin.type_into("digest set", "timezone", "kath")
        assert typed.choices[0] == "Asia/Kathmandu"
        offers = (await admin.type_into("digest set", "topics", "missions, peru")).choices
        assert offers[0] == "missions, Peru"


# ── failures on the way ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500, "done": True},
        {"status": 429, "retry_after": 0.01},
        {"cut": True, "done": True},
        {"cut": True},
    ],
)
async def test_lost_answers_and_limits_end_in_one_digest(
    trees: Path, tmp_path: Path, fault: dict[str, object]
) -> None:
    async with running(trees, tmp_path) as made:
        await made.set()
        made.clock.now = NINE
        made.scene.discord.fault(POST, **fault)
        await made.tick()
        made.scene.discord.channels.forget_nonces()
        assert made.schedule is not None
        made.schedule._failures.clear()
        await made.tick()
        texts = made.texts()
        assert len(texts) == len(set(texts)) == PARTS


async def test_what_stands_in_the_channel_is_not_posted_again_by_the_next_process(
    trees: Path, tmp_path: Path
) -> None:
    async with desk(trees, tmp_path) as made:
        async with made.scene.footnote():
            assert made.client is not None
            await made.client.wait_until_ready()
            await made.set()
            made.clock.now = NINE
            made.scene.discord.fault(POST, cut=True, done=True)
            await made.tick()
            assert len(made.posted()) == 1
        made.scene.discord.channels.forget_nonces()
        chatter(made.scene.discord, 40)
        async with made.scene.footnote():
            await made.client.wait_until_ready()
            await made.tick()
        texts = made.texts()
        assert len(texts) == len(set(texts)) == PARTS


async def test_the_courier_tells_what_became_of_a_message(trees: Path, tmp_path: Path) -> None:
    async with running(trees, tmp_path) as made:
        await made.set()
        made.clock.now = NINE
        await made.tick()
        assert made.client is not None
        (digest,) = await Outbox(made.ledger).of_channel(int(CHANNEL), 1)
        page, courier = restored(digest.parts[0].page), DiscordCourier(made.client)
        first = int(made.posted()[0]["id"])
        assert await courier.find(int(CHANNEL), page, NINE) == Sent(first)
        assert await courier.find(int(LOCKED), page, NINE) == Absent()
        assert await courier.find(int(UNREAD), page, NINE) == Unreadable(
            "Footnote lacks the permission Read Message History there"
        )
        assert await courier.post(int(LOCKED), page, "n", False) == Refused(
            "Footnote lacks the permission Send Messages there"
        )
        made.scene.discord.channels.gone.add(CHANNEL)
        assert await courier.post(int(CHANNEL), page, "n", False) == Refused("the channel is gone")
        assert await courier.find(int(CHANNEL), page, NINE) == Refused("the channel is gone")
        assert courier.presence(int(GUILD)) == "there"
        assert courier.presence(1) == "gone"
        assert await courier.tell(7, "The digest is paused.")
        made.scene.discord.channels.deaf = True
        assert not await courier.tell(8, "The digest is paused.")
        (said,) = made.texts(made.scene.discord.channels.direct["7"])
        assert said == "The digest is paused."
