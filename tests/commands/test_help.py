"""/help in Discord."""

from __future__ import annotations

from pathlib import Path

from tests.chat.fake_desk import FakeDesk
from tests.discord_loopback.scenario import connected


async def test_help_names_commands_that_can_be_clicked(tmp_path: Path) -> None:
    async with connected(FakeDesk(), tmp_path) as discord:
        reply = await discord.person().call("help", private=True)
        ids = {
            command["name"]: command["id"]
            for command in discord.discord.commands
            if command["type"] == 1
        }
    assert reply.private
    assert all(f"</{name}:{command_id}>" in reply.markdown for name, command_id in ids.items())
