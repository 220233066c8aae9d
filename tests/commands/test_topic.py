"""The commands of topics in Discord: there as long as the corpus has them."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.briefs.requests import COMMANDS, commands_with
from bot.chat.client import FootnoteClient
from bot.model import Request, Topic
from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.scenario import connected

FLOODS = Topic("floods-2", "Floods", "Rivers over their banks", ("flood",), "No flood.")
FIRES = Topic("fires", "Fires", "What burns", ("fire",), "No fire.")
REGISTER = "PUT /applications/{application}/commands"


async def test_a_topic_is_a_command_that_asks_the_desk(tmp_path: Path) -> None:
    desk = FakeDesk(table=commands_with([FLOODS]))
    async with connected(desk, tmp_path) as discord:
        person = discord.person()
        await person.type_into("floods-2", "country", "bel", query="rain")
        reply = await person.call("floods-2", country="Arlen", query=" much  rain ")
        shown = await person.call("help")
    typed = "/floods-2 country:Arlen query:much rain"
    options = (("country", "Arlen"), ("query", "much rain"))
    assert desk.asked == [Request("floods-2", options, typed)]
    assert desk.completed == [("floods-2", "country", "bel", {"query": "rain"})]
    assert reply.text.startswith("Borders: Arlen")  # what this desk answers to anything
    assert "</floods-2:" in shown.markdown


async def test_names_that_were_suggested_ask_the_topic_again(tmp_path: Path) -> None:
    desk = FakeDesk(table=commands_with([FLOODS]))
    async with connected(desk, tmp_path) as discord:
        person = discord.person()
        reply = await person.call("floods-2", country="Aarlen")
        await person.press(reply, "Torva")
        reply = await person.call("floods-2", country="Aarlen")
        desk.table = COMMANDS  # and after a load without the topic:
        gone = await person.press(reply, "Arlen")
    again = Request("floods-2", (("country", "Torva"),), "/floods-2 country:Torva")
    assert again in desk.asked
    assert "from another version of Footnote" in gone.text


async def test_commands_follow_the_corpus_and_are_registered_only_when_they_change(
    tmp_path: Path,
) -> None:
    desk = FakeDesk(table=commands_with([FLOODS]))
    clients: list[FootnoteClient] = []
    async with connected(desk, tmp_path, clients.append) as discord:

        def names() -> set[str]:
            own = {command.name for command in COMMANDS}
            slash = [one for one in discord.discord.commands if one["type"] == 1]
            return {command["name"] for command in slash} - own

        def registered() -> int:
            return sum(route == REGISTER for route, _ in discord.discord.requests)

        assert (names(), registered()) == ({"floods-2"}, 1)
        await clients[-1].refit()
        assert registered() == 1
        desk.table = commands_with([FIRES])
        await asyncio.wait_for(clients[-1].refit(), 5)
        assert (names(), registered()) == ({"fires"}, 2)
        desk.table = COMMANDS
        await asyncio.wait_for(clients[-1].refit(), 5)
        assert (names(), registered()) == (set(), 3)
