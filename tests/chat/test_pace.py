"""How much one person and one server may have answered."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.chat.client import FootnoteClient
from bot.chat.pace import Cooldown, Pace
from bot.errors import RequestError
from bot.settings import Allowance
from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.scenario import connected


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_is_served_and_then_one_by_one() -> None:
    clock = Clock()
    pace = Pace(Allowance(3, 30), clock)
    assert [pace.wait("a") for _ in range(3)] == [0, 0, 0]
    assert pace.wait("a") == pytest.approx(10)
    assert pace.wait("a") == pytest.approx(10)
    clock.now += 4
    assert pace.wait("a") == pytest.approx(6)
    clock.now += 6
    assert pace.wait("a") == 0
    assert pace.wait("a") == pytest.approx(10)


def test_one_waits_and_the_other_does_not() -> None:
    pace = Pace(Allowance(1, 60), Clock())
    assert pace.wait("a") == 0
    assert pace.wait("b") == 0
    assert pace.wait("a") == pytest.approx(60)


def test_who_has_not_asked_for_long_may_ask_as_much_as_at_first() -> None:
    clock = Clock()
    pace = Pace(Allowance(2, 10), clock)
    for _ in range(3):
        assert [pace.wait("a") == 0 for _ in range(3)] == [True, True, False]
        clock.now += 3600


def test_without_an_allowance_nobody_waits() -> None:
    pace = Pace(None, Clock())
    assert {pace.wait("a") for _ in range(1000)} == {0.0}


def test_a_server_waits_together_and_direct_messages_are_no_server() -> None:
    cooldown = Cooldown(Pace(None), Pace(Allowance(2, 60), Clock()))
    cooldown.check(1, 9)
    cooldown.check(2, 9)
    with pytest.raises(RequestError, match=r"^this server has asked a lot at once"):
        cooldown.check(3, 9)
    for user in range(5):
        cooldown.check(user, None)


async def test_a_flood_gets_a_private_notice_and_what_was_asked_lately_is_free(
    tmp_path: Path,
) -> None:
    def slow_down(client: FootnoteClient) -> None:
        client._cooldown = Cooldown(Pace(Allowance(2, 600)), Pace(None))

    async with connected(FakeDesk(), tmp_path, slow_down) as discord:
        person, other = discord.person(), discord.person("other")
        first = [await person.call("borders", country=name) for name in ("Arlen", "Torva")]
        again = await person.call("borders", country="Arlen")
        notice = await person.call("borders", country="Belmar")
        fine = await other.call("borders", country="Belmar")
        card = await other.call("missions")
        pressed = await person.press(card, "Next ›")
        hidden = await discord.person("third").press_id(card, "fn:p:c0fe:1:borders?country=Arlen")
    titles = [reply.text.splitlines()[0] for reply in (*first, again, fine, pressed, hidden)]
    assert titles == [
        *("Borders: Arlen", "Borders: Torva", "Borders: Arlen", "Borders: Belmar"),
        *("Missions", "Borders: Arlen"),
    ]
    assert notice.private
    assert notice.text == (
        "That was a lot at once; please ask again in 300 seconds, and I'm all yours."
    )


async def test_fifty_requests_at_once_from_one_person_are_all_answered(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        person = discord.person()
        replies = await asyncio.gather(
            *(person.call("ask", question=f"What is number {n}?") for n in range(50))
        )
    assert sorted(reply.text.splitlines()[0] for reply in replies) == sorted(
        f"What is number {n}?" for n in range(50)
    )
