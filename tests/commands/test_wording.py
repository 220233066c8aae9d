"""What is registered with Discord is what the table of commands says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from discord import app_commands

from bot.briefs.requests import COMMANDS
from bot.chat.client import FootnoteClient
from bot.chat.slash import PRIVATE
from bot.model import CommandSpec, OptionSpec
from commands import add_all
from commands.check import MENU
from tests.chat.fake_desk import FakeDesk

IN_SERVERS_AND_MESSAGES = [0, 1, 2]
BY_SERVERS_AND_USERS = [0, 1]


def _option(spec: OptionSpec) -> dict[str, Any]:
    registered: dict[str, Any] = {
        "type": 3,
        "name": spec.name,
        "description": spec.description,
        "required": spec.required,
        "min_length": 1,
        "max_length": spec.max_length,
    }
    if spec.completes:
        registered["autocomplete"] = True
    if spec.choices:
        registered["choices"] = [{"name": choice, "value": choice} for choice in spec.choices]
    return registered


def _command(spec: CommandSpec) -> dict[str, Any]:
    private = {"type": 5, "name": "private", "description": PRIVATE, "required": False}
    return {
        "name": spec.name,
        "description": spec.description,
        "type": 1,
        "nsfw": False,
        "dm_permission": True,
        "default_member_permissions": None,
        "contexts": IN_SERVERS_AND_MESSAGES,
        "integration_types": BY_SERVERS_AND_USERS,
        "options": [*map(_option, spec.options), private],
    }


async def test_commands_options_and_choices_are_those_of_the_table(tmp_path: Path) -> None:
    desk = FakeDesk()
    client = FootnoteClient(desk, tmp_path / "commands.json")
    add_all(client.tree, desk)
    tree = client.tree
    slash = [c for c in tree.get_commands() if isinstance(c, app_commands.Command)]
    assert [command.to_dict(tree) for command in slash] == [_command(spec) for spec in COMMANDS]
    menus = [c for c in tree.get_commands() if isinstance(c, app_commands.ContextMenu)]
    assert [(menu.name, menu.to_dict(tree)["type"]) for menu in menus] == [(MENU, 3)]
