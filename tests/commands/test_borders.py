"""/borders in Discord."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.model import Request
from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.person import Where
from tests.discord_loopback.scenario import connected


async def test_borders_shows_claims_a_warning_and_sources(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        reply = await discord.person().call("borders", country="Arlen")
    assert not reply.private
    assert reply.text == (
        "Borders: Arlen\n"
        "2 articles\n"
        "Neighbours\n"
        "• Arlen borders Torva. ¹\n"
        "Lengths\n"
        "• The border is about 754 miles (≈ 1,213 km) long. ²\n"
        "Incidents\n"
        "• A drone crossed it, the ministry said. ³\n"
        "⚠ Another source gives no length. ¹ ²\n"
        "――――\n"
        "Sources\n"
        "¹ Article 1 on Arlen · The Torva Post · 2 Mar 2023\n"
        "² Article 2 on Arlen · The Torva Post · 3 Mar 2023\n"
        "³ Article 3 on Arlen · The Torva Post · 4 Mar 2023"
    )
    assert reply.links[0] == ("¹", "https://torva.example/1#:~:text=the%20border")


async def test_both_options_reach_the_desk_trimmed(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        await discord.person().call("borders", country=" Arlen\n ", with_="Upper  Belmar")
    options = (("country", "Arlen"), ("with", "Upper Belmar"))
    typed = "/borders country:Arlen with:Upper Belmar"
    assert desk.asked == [Request("borders", options, typed)]


async def test_without_options_borders_asks_for_the_overview(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        await discord.person().call("borders")
    assert desk.asked == [Request("borders", (), "/borders")]


async def test_private_is_seen_by_the_asker_only(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        reply = await discord.person().call("borders", country="Arlen", private=True)
    assert reply.private


@pytest.mark.parametrize("where", ["direct", "group", "elsewhere"])
async def test_borders_works_beyond_the_server(tmp_path: Path, where: Where) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        person = discord.person(where=where)
        await person.type_into("borders", "country", "a")
        reply = await person.call("borders", country="Aarlen")
        again = await person.press(reply, "Arlen")
    assert again.text.startswith("Borders: Arlen")


async def test_an_unknown_place_gets_names_that_ask_again(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        person = discord.person()
        reply = await person.call("borders", country="Aarlen")
        assert reply.text == (
            "The articles don't say\n"
            "Nothing in the 16 articles reports on the borders of Aarlen.\n"
            "Did you mean:\n"
            "Nearest articles (not sources: nothing is claimed)\n"
            "• Arlen votes · publisher unknown · date unknown\n"
            "[Arlen] [Torva]"
        )
        again = await person.press(reply, "Arlen")
    assert again.kind == 7
    assert again.text.startswith("Borders: Arlen")


async def test_both_options_complete_and_know_the_other(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        person = discord.person()
        assert (await person.type_into("borders", "country", "bel")).choices == [
            "Belmar",
            "Upper Belmar",
        ]
        await person.type_into("borders", "with", "", country="Arlen", private=True)
    assert desk.completed == [
        ("borders", "country", "bel", {}),
        ("borders", "with", "", {"country": "Arlen"}),
    ]
