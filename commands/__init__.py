"""The slash commands, one file each: a few lines of Discord around one call of the desk."""

from __future__ import annotations

from typing import Any

from discord import app_commands

from bot.briefs.desk import Desk
from commands.about import about
from commands.ask import ask
from commands.borders import borders
from commands.help import help_command
from commands.missions import missions
from commands.source import source


def add_all(tree: app_commands.CommandTree[Any], desk: Desk) -> None:
    """Add every command to the tree, in the order of the table of commands."""
    for command in (borders, missions, source, ask, help_command, about):
        tree.add_command(command(desk))
