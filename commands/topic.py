"""The command of a topic, `/NAME [country] [query]`: there is one for each that the corpus has."""

from __future__ import annotations

from bot.briefs.desk import Desk
from bot.briefs.requests import COMMANDS
from bot.chat.client import FootnoteClient
from bot.chat.replies import Interaction
from bot.chat.slash import Command, Name, answer, worded
from bot.model import CommandSpec


def topic(wording: CommandSpec, desk: Desk) -> Command:
    """The command with this wording, answered by this desk."""

    @worded(wording, desk)
    async def topic(
        interaction: Interaction, country: Name = None, query: Name = None, private: bool = False
    ) -> None:
        await answer(interaction, {"country": country, "query": query}, private, wording)

    return topic


async def fit_topics(client: FootnoteClient, desk: Desk) -> None:
    """Has the tree hold a command for each topic of the corpus as it is now, and none besides."""
    own = {command.name for command in COMMANDS}
    wanted = {spec.name: spec for spec in await desk.commands() if spec.name not in own}
    for name in client.topics - wanted.keys():
        client.tree.remove_command(name)
    for name, wording in wanted.items():
        client.tree.add_command(topic(wording, desk), override=name in client.topics)
    client.topics = frozenset(wanted)
