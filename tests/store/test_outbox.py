"""A digest is written whole, its parts go their way once, and what got not through stays news."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bot.store.ledger import Ledger
from bot.store.outbox import Citing, Outbox, PlannedDigest, StoredPage
from bot.store.subscriptions import Subscriptions
from tests.store.ledgers import DAY, NOON, WISH, citing, on_ledger, planned, version

NEXT = (datetime.date(2031, 5, 5), NOON + DAY)


async def opened(ledger: Ledger) -> Outbox:
    await Subscriptions(ledger).put(WISH, 7, NOON.date(), NOON, NOON)
    return Outbox(ledger)


async def plan(
    outbox: Outbox, digest: PlannedDigest, cited: Sequence[Citing] = (), known: int | None = None
) -> int | None:
    newest = await outbox.newest_version() if known is None else known
    return await outbox.plan(digest, (), cited, newest, NEXT, NOON)


async def news(outbox: Outbox, channel: int = 700) -> list[str]:
    return sorted(content for _, content in await outbox.news(channel))


def test_a_planned_digest_comes_back_as_it_was_until_it_has_ended(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[object]:
        outbox = await opened(ledger)
        first = await plan(outbox, planned())
        (kept,) = await outbox.unfinished()
        await outbox.trying(kept.number, 1, NOON)
        await outbox.sent(kept.number, 1, 9001)
        await outbox.trying(kept.number, 2, NOON + DAY)
        (half,) = await outbox.unfinished()
        await outbox.sent(kept.number, 2, 9002)
        await outbox.end(kept, "posted", "posted", NOON)
        return [first, kept, half.parts, await outbox.unfinished()]

    first, kept, half, left = on_ledger(tmp_path / "l.db", deed)
    parts = planned().parts
    assert first == 1
    assert kept == replace(planned(), number=1, begun_at=NOON)
    assert half == (
        replace(parts[0], state="sent", tried_at=NOON, message_id=9001),
        replace(parts[1], state="trying", tried_at=NOON + DAY),
    )
    assert left == []


def test_a_channel_has_one_digest_a_day_and_the_next_one_is_set_with_it(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[object]:
        outbox = await opened(ledger)
        done = [await plan(outbox, planned()), await plan(outbox, planned())]
        (kept,) = await outbox.unfinished()
        await outbox.end(kept, "posted", "posted", NOON)
        # a part that was sent keeps the day taken
        await outbox.sent(kept.number, 1, 9001)
        done += [await plan(outbox, planned()), await plan(outbox, planned(day=5))]
        one = await Subscriptions(ledger).one(700)
        assert one is not None
        return [*(number is not None for number in done), one.next_day, one.next_run]

    assert on_ledger(tmp_path / "l.db", deed) == [True, False, False, True, *NEXT]


def test_a_day_without_news_may_still_get_its_digest(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[object]:
        outbox = await opened(ledger)
        done = [await plan(outbox, planned(parts=0)), await plan(outbox, planned())]
        return [*done, len((await outbox.unfinished())[0].parts)]

    assert on_ledger(tmp_path / "l.db", deed) == [1, 1, 2]


def test_a_channel_that_was_turned_off_gets_no_digest(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[object]:
        outbox = await opened(ledger)
        await Subscriptions(ledger).turn_off(700, 7, NOON)
        return [await plan(outbox, planned()), await outbox.unfinished()]

    assert on_ledger(tmp_path / "l.db", deed) == [None, []]


def test_what_was_told_is_no_news_but_what_came_or_changed_since_is(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[list[str]]:
        outbox = await opened(ledger)
        await outbox.know([version("heron"), version("stork")])
        found = [await news(outbox), await news(outbox, 999)]
        await plan(outbox, planned(), [citing("heron")])
        found.append(await news(outbox))
        await outbox.know([version("heron"), version("heron", "2"), version("crane")])
        return [*found, await news(outbox), await news(outbox, 999)]

    both = ["heron-1", "stork-1"]
    everything = ["crane-1", "heron-1", "heron-2", "stork-1"]
    assert on_ledger(tmp_path / "l.db", deed) == [
        *(both, both, [], ["crane-1", "heron-2"], everything)
    ]


def test_an_article_that_only_moved_is_no_news(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[str]:
        outbox = await opened(ledger)
        await outbox.know([version("heron")])
        await plan(outbox, planned())
        await outbox.know([replace(version("heron"), article_id="elsewhere"), version("crane")])
        return await news(outbox)

    assert on_ledger(tmp_path / "l.db", deed) == ["crane-1"]


def test_a_digest_that_never_got_through_leaves_all_its_news(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[object]:
        outbox = await opened(ledger)
        await outbox.know([version("heron"), version("stork")])
        await plan(outbox, planned(), [citing("heron")])
        (kept,) = await outbox.unfinished()
        await outbox.trying(kept.number, 1, NOON)
        await outbox.end(kept, "given up", "the channel is gone", NOON)
        one = await Subscriptions(ledger).one(700)
        assert one is not None
        return [await news(outbox), await outbox.cited(700), one.last_result, one.last_at]

    assert on_ledger(tmp_path / "l.db", deed) == [
        *(["heron-1", "stork-1"], [], "the channel is gone", NOON)
    ]


def test_a_digest_that_got_through_in_part_leaves_the_news_of_the_rest(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[object]:
        outbox = await opened(ledger)
        await outbox.know([version("heron"), version("stork"), version("crane")])
        await plan(outbox, planned(), [citing("heron"), citing("stork", part=2)])
        (kept,) = await outbox.unfinished()
        await outbox.sent(kept.number, 1, 9001)
        await outbox.end(kept, "given up", "no permission", NOON)
        owed = await news(outbox)
        await plan(outbox, planned(day=5, parts=1), [citing("stork")])
        (later,) = await outbox.unfinished()
        await outbox.sent(later.number, 1, 9002)
        await outbox.end(later, "posted", "posted", NOON)
        told = [(one.version.article_id, one.day.day) for one in await outbox.cited(700)]
        return [owed, await news(outbox), told]

    assert on_ledger(tmp_path / "l.db", deed) == [["stork-1"], [], [("heron", 4), ("stork", 5)]]


def test_an_article_is_remembered_as_it_was_cited_last(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[list[tuple[object, ...]]]:
        outbox = await opened(ledger)
        await outbox.know([version("heron"), version("heron", "2"), version("stork")])
        found = []
        for day, cited in ((4, ["1"]), (5, ["2"]), (6, [""])):
            both = [citing("heron", content=content) for content in cited]
            await plan(outbox, planned(day), [*both, *([citing("stork")] if day == 4 else [])])
            told = await outbox.cited(700)
            found.append([(one.version.content, one.day.day, one.sentence) for one in told])
        return found

    stork = ("stork-1", 4, "stork says so.")
    assert on_ledger(tmp_path / "l.db", deed) == [
        [("heron-1", 4, "heron says so."), stork],
        [stork, ("heron-2", 5, "heron says so.")],
        [stork],
    ]


def test_pages_are_kept_by_name_and_the_versions_whole(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[object]:
        outbox = await opened(ledger)
        page = StoredPage("abc", "text")
        await outbox.keep_pages([page, page], NOON)
        await outbox.know([version("heron")])
        await plan(outbox, planned(), [citing("heron")])
        (cited,) = await outbox.cited(700)
        return [await outbox.page("abc"), await outbox.page("abd"), cited.version]

    assert on_ledger(tmp_path / "l.db", deed) == [
        *(StoredPage("abc", "text"), None, version("heron"))
    ]


def test_the_last_digests_of_a_channel_are_those_that_got_through(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[int]:
        outbox = await opened(ledger)
        for day in (4, 5, 6):
            await plan(outbox, planned(day, parts=0 if day == 5 else 1))
        await outbox.end((await outbox.unfinished())[1], "given up", "gone", NOON)
        return [one.day.day for one in await outbox.of_channel(700, 5)]

    assert on_ledger(tmp_path / "l.db", deed) == [4]
