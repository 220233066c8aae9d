"""The client through the loopback: waiting, failing, stopping, and what it registers."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import signal
from pathlib import Path

import pytest

from bot.chat.connection import serve
from bot.errors import LoginError, RequestError
from bot.model import Choice
from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.scenario import connected, scene
from tests.discord_loopback.world import TOKEN

CALLBACK = "/callback"
EDIT = "/messages/@original"
COMMANDS = "PUT /applications/{application}/commands"


# ── slow and broken answers ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("private", [False, True])
async def test_a_slow_answer_shows_thinking_first(tmp_path: Path, private: bool) -> None:
    async with connected(FakeDesk(seconds=1.6), tmp_path) as discord:
        reply = await discord.person().call("borders", country="Arlen", private=private)
    assert reply.kind == 5
    assert reply.private == private
    assert reply.text.startswith("Borders: Arlen")


async def test_a_slow_page_is_turned_in_place(tmp_path: Path) -> None:
    desk = FakeDesk()
    async with connected(desk, tmp_path) as discord:
        person = discord.person()
        card = await person.call("missions")
        desk.seconds = 1.6
        turned = await person.press(card, "Next ›")
    assert turned.kind == 6
    assert "Page 2 of 3" in turned.text


async def test_an_error_is_one_private_sentence_with_the_reference_of_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    desk = FakeDesk(broken=ValueError("secret path /srv/footnote"))
    async with connected(desk, tmp_path) as discord:
        reply = await discord.person().call("borders", country="Arlen")
    assert reply.private
    found = re.fullmatch(
        r"Something went wrong here, sorry\. It is in the log under the reference "
        r"([0-9a-f]{6})\.",
        reply.text,
    )
    assert found is not None
    (record,) = (r for r in caplog.records if r.levelno == logging.ERROR)
    assert record.getMessage() == "/borders failed"
    assert vars(record)["reference"] == found[1]
    assert record.exc_info is not None


async def test_an_error_stays_private_when_thinking_was_public(tmp_path: Path) -> None:
    desk = FakeDesk(seconds=1.6, broken=ValueError("broken"))
    async with connected(desk, tmp_path) as discord:
        reply = await discord.person().call("borders")
    assert reply.kind == 5
    assert len(reply.messages) == 1
    assert reply.private
    assert reply.text.startswith("Something went wrong here, sorry.")


async def test_what_is_wrong_with_a_request_is_told_as_plain_text(tmp_path: Path) -> None:
    desk = FakeDesk(broken=RequestError("there is no [place](https://evil.example)"))
    async with connected(desk, tmp_path) as discord:
        reply = await discord.person().call("borders")
    assert reply.private
    assert reply.links == []
    assert reply.text == "There is no [place](https://evil.example)."


async def test_nobodys_words_are_logged_above_debug(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with connected(FakeDesk(), tmp_path) as discord:
        person = discord.person("somebody")
        await person.call("ask", question="How many cormorants?")
        await person.type_into("borders", "country", "cormorant")
    told = "\n".join(record.getMessage() for record in caplog.records)
    assert "/ask answered in " in told
    assert "cormorant" not in told
    assert "somebody" not in told


# ── choices ─────────────────────────────────────────────────────────────────────────────────


async def test_choices_fit_whatever_the_desk_offers(tmp_path: Path) -> None:
    offers = tuple(Choice(f"{n} {'name ' * 40}", f"{n}{'v' * 200}") for n in range(40))
    desk = FakeDesk(offers=(Choice(" ", "blank"), *offers))
    async with connected(desk, tmp_path) as discord:
        reply = await discord.person().type_into("source", "article", "x" * 6000)
    assert len(reply.choices) == 25
    assert reply.choices[0] == "0" + "v" * 99
    assert desk.completed == [("source", "article", "x" * 100, {})]


async def test_broken_choices_are_an_empty_list(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected(FakeDesk(broken=ValueError("broken")), tmp_path) as discord:
        reply = await discord.person().type_into("source", "article", "")
    assert reply.choices == []
    assert [r.getMessage() for r in caplog.records if r.levelno == logging.ERROR] == [
        "choices for /source article failed"
    ]


async def test_choices_that_discord_no_longer_takes_leave_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        fault = discord.discord.fault(CALLBACK, status=404, times=2)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(discord.person().type_into("source", "article", ""), 0.5)
        assert fault.times == 0
    assert not [record for record in caplog.records if record.exc_info]


# ── failures of Discord ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "how",
    [
        {"status": 429},
        {"status": 500},
        {"status": 502, "done": True},
        {"cut": True},
        {"cut": True, "done": True},
    ],
)
async def test_a_callback_that_fails_once_is_answered_all_the_same(
    tmp_path: Path, how: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        fault = discord.discord.fault(CALLBACK, **how)
        reply = await discord.person().call("borders", country="Arlen")
        assert fault.times == 0
    assert reply.text.startswith("Borders: Arlen")
    assert not [record for record in caplog.records if record.exc_info]


@pytest.mark.parametrize("how", [{"status": 429}, {"status": 500}, {"cut": True}])
async def test_an_edit_that_fails_once_is_made_again(
    tmp_path: Path, how: dict[str, object]
) -> None:
    async with connected(FakeDesk(seconds=1.6), tmp_path) as discord:
        fault = discord.discord.fault(EDIT, **how)
        reply = await discord.person().call("borders", country="Arlen")
        assert fault.times == 0
    assert reply.text.startswith("Borders: Arlen")


async def test_an_interaction_that_discord_has_forgotten_leaves_one_line(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        discord.discord.fault(CALLBACK, status=404)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(discord.person().call("borders"), 0.5)
        reply = await discord.person().call("borders", country="Arlen")
    assert reply.text.startswith("Borders: Arlen")
    warnings = [r for r in caplog.records if r.levelno >= logging.WARNING]
    assert [r.getMessage().split(":")[0] for r in warnings] == ["/borders"]
    assert not warnings[0].exc_info


async def test_a_cut_gateway_is_joined_again_without_a_traceback(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        await discord.discord.cut_gateway()
        await asyncio.wait_for(discord.discord.connected.wait(), 10)
        reply = await discord.person().call("borders", country="Arlen")
    assert reply.text.startswith("Borders: Arlen")
    assert not [record for record in caplog.records if record.exc_info]


async def test_a_gateway_that_is_away_at_the_start_is_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with scene(FakeDesk(), tmp_path) as discord:
        discord.discord.gateway_refusals = 1
        async with discord.footnote():
            reply = await discord.person().call("borders", country="Arlen")
    assert reply.text.startswith("Borders: Arlen")
    assert not [record for record in caplog.records if record.exc_info]


async def test_fifty_people_at_once_are_all_answered(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        people = [discord.person(str(number)) for number in range(50)]
        replies = await asyncio.gather(
            *(person.call("borders", country="Arlen") for person in people)
        )
    assert {reply.text.splitlines()[0] for reply in replies} == {"Borders: Arlen"}


# ── stopping ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_stop_finishes_what_is_in_flight(
    tmp_path: Path, number: signal.Signals, caplog: pytest.LogCaptureFixture
) -> None:
    async with scene(FakeDesk(seconds=0.5), tmp_path) as discord, discord.footnote() as serving:
        calls = [asyncio.create_task(discord.person().call("borders")) for _ in range(5)]
        await asyncio.sleep(0.2)
        signal.raise_signal(number)
        await asyncio.wait_for(serving, 5)
        replies = await asyncio.gather(*calls)
    assert all(reply.text.startswith("Borders: Arlen") for reply in replies)
    assert not [record for record in caplog.records if record.exc_info]


async def test_a_stop_before_the_connection_stands_ends_at_once(tmp_path: Path) -> None:
    async with scene(FakeDesk(), tmp_path) as discord:
        discord.discord.fault("GET /users/@me", status=500, times=9)
        serving = asyncio.create_task(serve(discord.client(), "token"))
        await asyncio.sleep(0.2)
        signal.raise_signal(signal.SIGTERM)
        await asyncio.wait_for(serving, 5)


async def test_a_wrong_token_is_one_clear_line_without_the_token(tmp_path: Path) -> None:
    async with scene(FakeDesk(), tmp_path) as discord:
        with pytest.raises(LoginError) as caught:
            await serve(discord.client(), "wrong-token")
    assert str(caught.value) == (
        "Discord refuses DISCORD_TOKEN: it is wrong or was reset; copy a new one from the "
        "application's Bot page"
    )


async def test_a_token_that_is_reset_while_serving_is_the_same_line(tmp_path: Path) -> None:
    async with scene(FakeDesk(), tmp_path) as discord:
        serving = asyncio.create_task(serve(discord.client(), TOKEN))
        await asyncio.wait_for(discord.discord.connected.wait(), 5)
        await discord.discord.cut_gateway(4004)
        with pytest.raises(LoginError, match=r"^Discord refuses DISCORD_TOKEN"):
            await asyncio.wait_for(serving, 5)


async def test_a_discord_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    async with scene(FakeDesk(), tmp_path) as discord:
        await discord.discord.stop()
        with pytest.raises(LoginError, match=r"^Discord cannot be reached: "):
            await serve(discord.client(), "token")


# ── what is registered ──────────────────────────────────────────────────────────────────────


def _registrations(requests: list[tuple[str, object]]) -> int:
    return sum(route == COMMANDS for route, _ in requests)


async def test_commands_are_registered_once_over_several_starts(tmp_path: Path) -> None:
    async with scene(FakeDesk(), tmp_path) as discord:
        for _ in range(3):
            async with discord.footnote():
                reply = await discord.person().call("help")
        assert _registrations(discord.discord.requests) == 1
    assert "</borders:" in reply.markdown


async def test_commands_are_registered_again_when_they_changed(tmp_path: Path) -> None:
    async with scene(FakeDesk(), tmp_path) as discord:
        async with discord.footnote():
            pass
        kept = json.loads(discord.hash_file.read_text())
        for entry in kept.values():
            entry["hash"] = "of another version"
        discord.hash_file.write_text(json.dumps(kept))
        async with discord.footnote():
            pass
        assert _registrations(discord.discord.requests) == 2


async def test_another_application_gets_its_commands_in_spite_of_the_file(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        kept = json.loads(discord.hash_file.read_text())
    discord.hash_file.write_text(json.dumps({"another application": next(iter(kept.values()))}))
    async with connected(FakeDesk(), tmp_path) as discord:
        assert _registrations(discord.discord.requests) == 1
    assert len(json.loads(discord.hash_file.read_text())) == 2


async def test_commands_that_were_removed_by_hand_come_back(tmp_path: Path) -> None:
    async with scene(FakeDesk(), tmp_path) as discord:
        async with discord.footnote():
            pass
        discord.discord.commands = []
        discord.discord.registered.clear()
        async with discord.footnote():
            await asyncio.wait_for(discord.discord.registered.wait(), 5)
        assert _registrations(discord.discord.requests) == 2


@pytest.mark.parametrize(
    "text", ["", "[1]", "{", '{"1000000000000000001": 5}', '{"1": {"hash": "", "ids": 5}}']
)
async def test_a_broken_file_of_hashes_is_made_anew(tmp_path: Path, text: str) -> None:
    async with scene(FakeDesk(), tmp_path) as discord:
        discord.hash_file.write_text(text)
        async with discord.footnote():
            pass
        assert _registrations(discord.discord.requests) == 1


async def test_a_failing_registration_does_not_keep_footnote_from_serving(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with scene(FakeDesk(), tmp_path) as discord:
        async with discord.footnote():
            pass
        discord.hash_file.unlink()
        discord.discord.fault(COMMANDS, status=403)
        async with discord.footnote():
            reply = await discord.person().call("borders", country="Arlen")
    assert reply.text.startswith("Borders: Arlen")
    assert any("the commands could not be registered" in r.getMessage() for r in caplog.records)


async def test_the_invite_link_asks_for_no_permission(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with connected(FakeDesk(), tmp_path):
        pass
    told = [r.getMessage() for r in caplog.records if "invite" in r.getMessage()]
    assert told == [
        "invite Footnote to a server: https://discord.com/oauth2/authorize"
        "?client_id=1000000000000000001&scope=bot+applications.commands&permissions=0"
    ]


# ── what should not come ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("custom_id", ["prev", "fn:p:c0fe:1:reload?", "fn:p:c0fe:1:borders?x=y"])
async def test_a_button_of_another_version_says_so(tmp_path: Path, custom_id: str) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        person = discord.person()
        card = await person.call("missions")
        reply = await person.press_id(card, custom_id)
    assert reply.private
    assert reply.text == (
        "This button is from another version of Footnote and no longer works. Please ask again."
    )


async def test_a_command_of_another_version_says_so(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        discord.discord.commands.append({"name": "maps", "id": "7"})
        reply = await discord.person().call("maps")
    assert reply.private
    assert reply.text == (
        "This command has changed since Discord last loaded it. Please try again in a minute."
    )
