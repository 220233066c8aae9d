"""The slash commands, one file each: a few lines of Discord around one call of the desk."""

from __future__ import annotations

from functools import partial
from typing import Any

from discord import app_commands

from bot.briefs.desk import Desk
from bot.chat.client import FootnoteClient
from bot.chat.digests import KEPT, SHOW, Digests, turn_kept, turn_show
from bot.chat.operations import Operations, turn_audit, turn_report
from commands.about import about
from commands.ask import ask
from commands.audit import audit
from commands.borders import borders
from commands.check import check, check_message
from commands.digest import digest
from commands.help import help_command
from commands.missions import missions
from commands.reload import reload
from commands.rollback import rollback
from commands.source import source
from commands.status import status
from commands.topic import fit_topics


def add_all(tree: app_commands.CommandTree[Any], desk: Desk) -> None:
    """Add every command to the tree, in the order of the table of commands."""
    for command in (borders, missions, source, ask, check, help_command, about):
        tree.add_command(command(desk))
    tree.add_command(check_message(desk))


def add_operations(client: FootnoteClient, operations: Operations) -> None:
    """Add the commands by which Footnote is run, and what their buttons do."""
    for command in (status, reload, rollback, audit):
        client.tree.add_command(command(operations))
    client.buttons["fn:l:"] = partial(turn_report, operations=operations)
    client.buttons["fn:u:"] = partial(turn_audit, operations=operations)


def add_topics(client: FootnoteClient, desk: Desk) -> None:
    """Have the client add the commands of the corpus's topics, at its start and after each load."""
    client.fit = partial(fit_topics, client, desk)


def add_digests(client: FootnoteClient, digests: Digests) -> None:
    """Add the command that sets digests up, and what the buttons of digests do."""
    client.tree.add_command(digest(digests))
    client.buttons[SHOW] = partial(turn_show, digests=digests)
    client.buttons[KEPT] = partial(turn_kept, digests=digests)
