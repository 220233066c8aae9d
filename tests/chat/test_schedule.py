"""Once a day in every channel that asked, whatever happens: the schedule against a fake Discord."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import itertools
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.briefs.digests.newsroom import Newsroom
from bot.chat.schedule import Schedule, next_free_slot
from bot.store.ledger import open_ledger
from bot.store.library import Library
from bot.store.outbox import Outbox
from bot.store.subscriptions import Subscription, Subscriptions, Wish
from tests.chat.fake_discord import Clock, FakeDiscord, Killed, Kills, killed_by
from tests.chat.trees import NAMES, trees_in

NINE = datetime.datetime(2031, 5, 4, 9, tzinfo=datetime.UTC)
WISH = Wish(700, 70, datetime.time(9), "UTC")
MINUTE, HOUR, DAY = (datetime.timedelta(**{unit: 1}) for unit in ("minutes", "hours", "days"))


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles for a digest of several parts."""
    return trees_in(tmp_path_factory.mktemp("trees"))


@dataclass
class World:
    """A ledger in a folder, a library, a Discord and a clock; `bot` runs Footnote in it."""

    ledger: Path
    library: Path
    discord: FakeDiscord
    clock: Clock
    opened: Library | None = None

    @contextlib.asynccontextmanager
    async def bot(self, wish: Wish | None = None) -> AsyncIterator[Schedule]:
        async with (
            open_ledger(self.ledger, self.clock.now) as ledger,
            contextlib.nullcontext(self.opened)
            if self.opened
            else Library(self.library) as library,
        ):
            if wish is not None:
                slot = await next_free_slot(Outbox(ledger), wish, self.clock.now)
                await Subscriptions(ledger).put(wish, 7, slot.day, slot.due, self.clock.now)
            kills = killed_by(self.discord.kills)
            yield Schedule(kills(ledger), Newsroom(library), self.discord, self.clock)

    async def set(self, wish: Wish = WISH) -> None:
        async with self.bot(wish):
            pass

    async def tick(self, times: int = 1) -> None:
        """A process that lives for some ticks, unless it is killed."""
        with contextlib.suppress(Killed):
            async with self.bot() as schedule:
                for _ in range(times):
                    await schedule.tick()
                    await schedule.settled()
                    if self.discord.kills.steps == self.discord.kills.at:
                        return

    async def subscription(self, channel: int = 700) -> Subscription:
        async with open_ledger(self.ledger, self.clock.now) as ledger:
            found = await Subscriptions(ledger).one(channel)
        assert found is not None
        return found

    def posts(self, channel: int = 700) -> int:
        return len(self.discord.channels.get(channel, []))


@pytest.fixture
def world(tmp_path: Path, trees: Path) -> World:
    """It is 08:59 in the morning, and there is much to tell."""
    clock = Clock(NINE - MINUTE)
    return World(tmp_path / "ledger.db", trees, FakeDiscord(clock), clock)


PARTS = 3


async def test_a_digest_is_posted_in_parts_when_it_is_due_and_not_before(world: World) -> None:
    await world.set()
    await world.tick(3)
    assert world.posts() == 0
    world.clock.now = NINE
    await world.tick(3)
    texts = world.discord.texts(700)
    assert [text.splitlines()[0] for text in texts] == ["## Daily digest · 4 May 2031"] * PARTS
    assert [text.splitlines()[-1] for text in texts] == [
        f"-# Part {number} of {PARTS}" for number in range(1, PARTS + 1)
    ]
    one = await world.subscription()
    assert (one.next_run, one.last_result) == (NINE + DAY, f"posted, {PARTS} messages")


async def test_every_article_stands_in_exactly_one_message_with_its_footnote(world: World) -> None:
    await world.set()
    world.clock.now = NINE
    await world.tick()
    texts = world.discord.texts(700)
    counts = Counter(name for text in texts for name in NAMES.split() if f"[On {name}](" in text)
    assert counts == dict.fromkeys(NAMES.split(), 1)


async def test_the_next_day_brings_nothing_when_nothing_is_new(world: World) -> None:
    await world.set(replace(WISH, silent=True))
    for day in range(3):
        world.clock.now = NINE + day * DAY
        await world.tick()
    assert world.posts() == PARTS
    assert world.discord.silent == [True] * PARTS
    assert (await world.subscription()).last_result == "nothing new"


async def test_a_day_without_news_may_be_told_with_another_article_each_day(world: World) -> None:
    await world.set(replace(WISH, say_empty=True))
    for day in range(6):
        world.clock.now = NINE + day * DAY
        await world.tick()
    texts = world.discord.texts(700)[PARTS:]
    assert len(texts) == 5
    assert all("Worth reading again" in text for text in texts)
    assert all("-# Nothing new since" in text for text in texts)
    shown = [text.split("[On ")[1].split("]")[0] for text in texts]
    assert all(one != other for one, other in itertools.pairwise(shown))


# ── kills, lost answers, outages ────────────────────────────────────────────────────────────


@pytest.mark.parametrize("faults", [[], ["lost", "down", "lost"]])
async def test_a_kill_before_or_after_any_step_ends_in_one_digest(
    world: World, tmp_path: Path, faults: list[str]
) -> None:
    """The process is killed at each step in turn, and the next one goes on an hour later, when
    Discord has forgotten every nonce."""
    await world.set()
    killed_at, steps = 0, 1
    async with Library(world.library) as opened:
        while killed_at < steps:
            killed_at += 1
            clock = Clock(NINE)
            discord = FakeDiscord(clock, Kills(killed_at), list(faults))
            copy = tmp_path / f"{killed_at}.db"
            copy.write_bytes(world.ledger.read_bytes())
            again = World(copy, world.library, discord, clock, opened)
            for _ in range(len(faults) + 3):
                await again.tick()
                clock.forward(hours=1)
            steps = discord.kills.steps
            texts = discord.texts(700)
            assert len(texts) == len(set(texts)) == PARTS, (killed_at, texts)
            assert (await again.subscription()).next_run == NINE + DAY
    assert steps > 20


async def test_kill_after_kill_ends_in_one_digest(world: World) -> None:
    await world.set()
    world.clock.now = NINE
    for at in (2, 3, 4, 5, 6, 7, 8, 9, 5, 4, 3, 6, 7, 8):
        world.discord.kills = Kills(at)
        await world.tick()
        world.clock.forward(minutes=4)
    world.discord.kills = Kills()
    await world.tick(2)
    texts = world.discord.texts(700)
    assert len(texts) == len(set(texts)) == PARTS


async def test_a_lost_answer_is_looked_for_before_anything_is_posted_again(world: World) -> None:
    await world.set()
    world.clock.now = NINE
    world.discord.faults = ["lost"]
    world.discord.reading_fails = 2
    for _ in range(5):
        await world.tick()
        world.clock.forward(minutes=10)
    assert world.posts() == PARTS
    assert world.discord.asked == PARTS


async def test_an_outage_of_hours_ends_in_one_digest(world: World) -> None:
    await world.set()
    world.clock.now = NINE
    world.discord.faults = ["down"] * 9
    for _ in range(11):
        await world.tick()
        world.clock.forward(hours=1)
    assert world.posts() == PARTS


async def test_an_outage_of_half_a_day_leaves_its_news_to_the_next_digest(world: World) -> None:
    await world.set()
    world.clock.now = NINE
    world.discord.faults = ["down"] * 14
    for _ in range(14):
        await world.tick()
        world.clock.forward(hours=1)
    assert world.posts() == 0
    assert (await world.subscription()).last_result == "missed: too late"
    world.clock.now, world.discord.faults = NINE + DAY, []
    await world.tick()
    assert world.posts() == PARTS


@pytest.mark.parametrize(("later", "posts"), [(10, 3), (3600, 1)])
async def test_where_nothing_can_be_read_a_doubtful_part_is_not_posted_twice(
    world: World, later: float, posts: int
) -> None:
    """Within seconds Discord itself tells doubles; later nobody can, and the rest is for tomorrow:
    the doubtful part's news too, so that nothing is lost."""
    await world.set()
    world.clock.now = NINE
    world.discord.readable, world.discord.faults = False, ["lost"]
    await world.tick()
    world.clock.forward(seconds=later)
    await world.tick()
    assert world.posts() == posts
    if posts == 1:
        told = (await world.subscription()).last_result
        assert told is not None
        assert told.startswith("part 1 may be missing: after a failure Footnote lacks")
        world.clock.now = NINE + DAY
        await world.tick()
        assert world.posts() == 1 + PARTS


async def test_a_part_that_is_refused_leaves_the_rest_to_the_next_digest(world: World) -> None:
    await world.set()
    world.clock.now = NINE
    world.discord.faults = ["", "Discord forbids it"]
    await world.tick()
    assert world.posts() == 1
    world.clock.now = NINE + DAY
    await world.tick()
    told = [f"[On {name}](" for name in NAMES.split()]
    texts = "\n".join(world.discord.texts(700))
    assert [texts.count(title) for title in told] == [1] * len(told)


# ── the clock ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("hours", "posts", "result"),
    [(11.9, PARTS, f"posted, {PARTS} messages"), (12.1, 0, "missed: Footnote was not running")],
)
async def test_what_was_missed_is_caught_up_with_for_half_a_day(
    world: World, hours: float, posts: int, result: str
) -> None:
    await world.set()
    world.clock.now = NINE + hours * HOUR
    await world.tick(2)
    one = await world.subscription()
    assert (world.posts(), one.next_run) == (posts, NINE + DAY)
    assert (one.last_result or "").startswith(result)


async def test_several_missed_days_become_one_digest(world: World) -> None:
    await world.set()
    world.clock.now = NINE + 5 * DAY + HOUR
    await world.tick(3)
    assert world.posts() == PARTS
    assert (await world.subscription()).next_run == NINE + 6 * DAY


async def test_a_clock_that_goes_back_repeats_nothing_and_one_from_the_future_is_forgotten(
    world: World,
) -> None:
    await world.set(replace(WISH, say_empty=True))
    world.clock.now = NINE
    await world.tick()
    for back in (MINUTE, HOUR, 5 * HOUR):
        world.clock.now = NINE - back
        await world.tick(2)
        world.clock.now = NINE + MINUTE
        await world.tick(2)
    assert world.posts() == PARTS
    # the machine believes for a while that it is four years later
    world.clock.now = NINE + 1461 * DAY
    await world.tick()
    assert world.posts() == PARTS + 1
    world.clock.now = NINE + HOUR
    await world.tick(2)
    assert world.posts() == PARTS + 1
    assert (await world.subscription()).next_run == NINE + DAY
    world.clock.now = NINE + DAY
    await world.tick(2)
    assert world.posts() == PARTS + 2


async def test_summer_time_changes_neither_repeat_nor_skip_a_day(world: World) -> None:
    berlin = Wish(700, 70, datetime.time(2, 30), "Europe/Berlin", say_empty=True)
    for start in (
        datetime.datetime(2031, 3, 28, 12, tzinfo=datetime.UTC),
        datetime.datetime(2031, 10, 24, 12, tzinfo=datetime.UTC),
    ):
        world.clock.now = start
        await world.set(berlin)
        before = world.posts()
        async with world.bot() as schedule:
            for _ in range(4 * 24):
                world.clock.forward(hours=1)
                await schedule.tick()
                await schedule.settled()
        assert world.posts() - before == 4 + (PARTS - 1 if before == 0 else 0)


async def test_setting_another_time_never_posts_a_second_digest_on_a_day(world: World) -> None:
    await world.set(replace(WISH, say_empty=True))
    world.clock.now = NINE
    await world.tick()
    later = Wish(700, 70, datetime.time(18), "Europe/Berlin", say_empty=True)
    await world.set(later)
    one = await world.subscription()
    assert one.next_run == NINE.replace(day=5, hour=16)
    # off and on again neither
    async with open_ledger(world.ledger, NINE) as ledger:
        await Subscriptions(ledger).turn_off(700, 7, NINE)
    await world.set(replace(WISH, time=datetime.time(10)))
    assert (await world.subscription()).next_run == NINE.replace(day=5, hour=10)


# ── channels and servers that are not there ─────────────────────────────────────────────────


async def test_one_channel_that_refuses_leaves_the_others_alone(world: World) -> None:
    await world.set()
    await world.set(replace(WISH, channel_id=701))
    await world.set(replace(WISH, channel_id=702, guild_id=71))
    world.discord.refusing[700] = "the channel is gone"
    world.discord.presences[71] = "gone"
    world.clock.now = NINE
    await world.tick(2)
    assert [world.posts(channel) for channel in (700, 701, 702)] == [0, PARTS, 0]
    assert [(await world.subscription(channel)).last_result for channel in (700, 702)] == [
        *("refused: the channel is gone", "refused: Footnote is not in the server any more")
    ]


async def test_a_server_that_is_unavailable_gets_its_digest_when_it_is_back(world: World) -> None:
    await world.set()
    world.discord.presences[70] = "unavailable"
    world.clock.now = NINE
    await world.tick(2)
    assert (await world.subscription()).last_result == "waiting: the server is unavailable"
    world.clock.forward(hours=3)
    world.discord.presences.clear()
    await world.tick(2)
    assert world.posts() == PARTS


@pytest.mark.parametrize("deaf", [False, True])
async def test_after_a_week_of_refusals_a_digest_pauses_and_tells_whoever_set_it(
    world: World, deaf: bool
) -> None:
    await world.set()
    world.discord.refusing[700] = "the channel is gone"
    world.discord.deaf = deaf
    for day in range(10):
        world.clock.now = NINE + day * DAY
        await world.tick(2)
    assert world.discord.asked == 8
    assert world.discord.told == [
        (
            7,
            "The daily digest for <#700> is paused: for seven days it could not be posted "
            "(the channel is gone). /digest set starts it again.",
        )
    ]
    one = await world.subscription()
    assert (one.next_run, one.last_result) == (None, "paused: the channel is gone")
    world.discord.refusing.clear()
    await world.set()
    world.clock.forward(days=1)
    await world.tick()
    assert world.posts() == PARTS


async def test_a_success_forgets_the_refusals_before_it(world: World) -> None:
    await world.set(replace(WISH, say_empty=True))
    for day in range(12):
        world.clock.now = NINE + day * DAY
        world.discord.refusing = {} if day == 5 else {700: "no permission"}
        await world.tick()
    assert world.discord.told == []


async def test_the_ticker_runs_until_it_is_stopped_and_wakes_when_something_changes(
    world: World,
) -> None:
    await world.set()
    async with world.bot() as schedule:
        running = asyncio.create_task(schedule.run())
        await asyncio.sleep(0)
        world.clock.now = NINE
        while world.posts() < PARTS:
            schedule.wake()
            await asyncio.sleep(0.001)
        schedule.stop()
        await running
    assert world.posts() == PARTS


async def test_many_channels_are_worked_on_together_and_get_the_same(world: World) -> None:
    for channel in range(800, 830):
        await world.set(replace(WISH, channel_id=channel))
    world.clock.now = NINE
    await world.tick()
    assert {tuple(world.discord.texts(channel)) for channel in range(800, 830)} == {
        tuple(world.discord.texts(800))
    }
    assert world.posts(800) == PARTS
