"""What the ledger lets go of, and what stays."""

from __future__ import annotations

import datetime
from pathlib import Path

from bot.store.ledger import Ledger
from bot.store.outbox import Outbox
from bot.store.retention import LetGo, forget, let_go, note_servers
from bot.store.subscriptions import Subscriptions, Wish
from tests.store.ledgers import DAY, NOON, WISH, on_ledger, planned


async def set_digest(ledger: Ledger, wish: Wish = WISH, who: int = 7) -> None:
    tomorrow = NOON.date() + DAY
    await Subscriptions(ledger).put(wish, who, tomorrow, NOON + DAY, NOON)


async def ended_digest(ledger: Ledger) -> None:
    """A digest that was posted at noon."""
    outbox = Outbox(ledger)
    following = (NOON.date() + DAY, NOON + DAY)
    await outbox.plan(planned(), (), (), 0, following, NOON)
    (digest,) = await outbox.unfinished()
    for part in digest.parts:
        await outbox.sent(digest.number, part.number, 1)
    await outbox.end(digest, "posted", "posted", NOON)


def test_what_is_old_goes_and_what_is_younger_stays(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[object]:
        await set_digest(ledger)
        await ended_digest(ledger)
        outbox = Outbox(ledger)
        seen: list[object] = []
        for days in (30, 31):
            seen.append(await let_go(ledger, 30, 30, NOON + days * DAY))
            seen.append(len(await ledger.audit(9)))
            seen.append(len(await outbox.of_channel(700, 9)))
            seen.append(await outbox.page("page-4-1") is not None)
        seen.append(len(await Subscriptions(ledger).of_guild(70)))
        return seen

    assert on_ledger(tmp_path / "ledger.db", deed) == [
        *(LetGo(), 1, 1, True),
        *(LetGo(deeds=1, digests=1), 0, 0, False),
        1,
    ]


def test_a_digest_that_is_being_posted_stays_and_so_does_the_audit_for_ever(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> tuple[LetGo, int]:
        await set_digest(ledger)
        following = (NOON.date() + DAY, NOON + DAY)
        await Outbox(ledger).plan(planned(), (), (), 0, following, NOON)
        gone = await let_go(ledger, 0, 30, NOON + 9999 * DAY)
        return gone, len(await Outbox(ledger).unfinished())

    assert on_ledger(tmp_path / "ledger.db", deed) == (LetGo(), 1)


def test_a_server_that_was_left_loses_its_settings_after_a_month(tmp_path: Path) -> None:
    other = Wish(800, 80, datetime.time(9), "UTC")

    async def deed(ledger: Ledger) -> list[object]:
        await set_digest(ledger)
        await set_digest(ledger, other)
        subscriptions = Subscriptions(ledger)
        seen: list[object] = []
        await note_servers(ledger, {80}, NOON)
        await note_servers(ledger, {80}, NOON + 29 * DAY)
        for day in (30, 31):
            seen.append((await let_go(ledger, 0, 30, NOON + day * DAY)).servers)
            seen.append([len(await subscriptions.of_guild(guild)) for guild in (70, 80)])
        return seen

    assert on_ledger(tmp_path / "ledger.db", deed) == [0, [1, 1], 1, [0, 1]]


def test_a_server_that_comes_back_keeps_its_settings(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> tuple[int, int]:
        await set_digest(ledger)
        await note_servers(ledger, set(), NOON)
        await note_servers(ledger, {70}, NOON + 20 * DAY)
        await note_servers(ledger, set(), NOON + 25 * DAY)
        gone = await let_go(ledger, 0, 30, NOON + 40 * DAY)
        return gone.servers, len(await Subscriptions(ledger).of_guild(70))

    assert on_ledger(tmp_path / "ledger.db", deed) == (0, 1)


def test_a_person_is_forgotten_wherever_they_stand_down_to_the_bytes(tmp_path: Path) -> None:
    person, other = 123456789012345678, 8

    async def deed(ledger: Ledger) -> list[object]:
        await set_digest(ledger, who=person)
        await ledger.record("loaded", person, None, NOON, {})
        await ledger.record("loaded", other, None, NOON, {})
        count = await forget(ledger, person)
        (set_by,) = [one.set_by for one in await Subscriptions(ledger).of_guild(70)]
        return [count, set_by, [entry.who_id for entry in await ledger.audit(9)]]

    assert on_ledger(tmp_path / "ledger.db", deed) == [3, 0, [8, 0, 0]]
    stored = person.to_bytes(8, "big")
    assert not [file for file in tmp_path.iterdir() if stored in file.read_bytes()]
