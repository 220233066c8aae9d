"""/missions in Discord."""

from __future__ import annotations

from pathlib import Path

from bot.model import Request
from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.scenario import connected


async def test_missions_has_pages_that_whoever_asked_turns_in_place(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        person = discord.person()
        first = await person.call("missions")
        assert first.labels == ["Next ›"]
        assert "Heron one" in first.text
        assert "Page 1 of 3" in first.text
        second = await person.press(first, "Next ›")
        assert second.kind == 7
        assert second.message["id"] == first.message["id"]
        assert second.labels == ["‹ Previous", "Next ›"]
        assert "Page 2 of 3" in second.text
        back = await person.press(second, "‹ Previous")
    assert "Page 1 of 3" in back.text


async def test_someone_else_gets_a_private_copy_of_the_page(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        first = await discord.person("asker").call("missions")
        other = discord.person("other")
        copy = await other.press(first, "Next ›")
        assert copy.kind == 4
        assert copy.private
        assert "Page 2 of 3" in copy.text
        assert "Page 1 of 3" in first.text
        turned = await other.press(copy, "Next ›")
    assert turned.kind == 7
    assert "Page 3 of 3" in turned.text


async def test_a_second_quick_press_is_answered_too(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        person = discord.person()
        first = await person.call("missions")
        pressed = "fn:p:71a9:2:missions?"
        await person.press_id(first, pressed)
        # the card shows page 2 by now, which has no button to page 2
        again = await person.press_id(first, pressed)
    assert "Page 2 of 3" in again.text


async def test_buttons_work_after_a_restart(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        person = discord.person()
        first = await person.call("missions")
    async with connected(desk, tmp_path) as discord:
        turned = await discord.person().press(first, "Next ›")
    assert "Page 2 of 3" in turned.text


async def test_a_button_of_an_answer_that_is_gone_says_so(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        person = discord.person()
        first = await person.call("missions")
        desk.gone = True
        reply = await person.press(first, "Next ›")
    assert reply.private
    assert reply.text == (
        "The articles were loaded anew since this card was made, and no longer say anything on "
        "it; the command gives what they say now."
    )
    assert "Page 1 of 3" in first.text


async def test_a_page_from_newer_articles_says_so(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        person = discord.person()
        first = await person.call("missions")
        desk.corpus = "c0ffef"
        turned = await person.press(first, "Next ›")
        assert "The articles were loaded anew since this card was made." in turned.text
        # its own buttons are of the newer articles
        turned = await person.press(turned, "Next ›")
    assert "loaded anew" not in turned.text


async def test_all_options_reach_the_desk(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        await discord.person().call("missions", name="Heron", country="Arlen", status="ended")
    options = (("name", "Heron"), ("country", "Arlen"), ("status", "ended"))
    typed = "/missions name:Heron country:Arlen status:ended"
    assert desk.asked == [Request("missions", options, typed)]


async def test_a_status_that_does_not_exist_is_refused_privately(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        reply = await discord.person().call("missions", status="[lost](https://evil.example)")
    assert reply.private
    assert reply.text == ("Status is one of proposed, planned, active, extended, suspended, ended.")


async def test_name_and_country_complete(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        person = discord.person()
        await person.type_into("missions", "name", "her", country="Arlen")
        await person.type_into("missions", "country", "ar", status="ended")
    assert desk.completed == [
        ("missions", "name", "her", {"country": "Arlen"}),
        ("missions", "country", "ar", {"status": "ended"}),
    ]
