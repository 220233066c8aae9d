"""/help: what can be asked, with examples."""

from __future__ import annotations

from discord import app_commands

from bot.briefs.desk import Desk
from bot.chat.cards import Page
from bot.chat.guide import help_page
from bot.chat.replies import Interaction, reply
from bot.chat.slash import Command, slash


def help_command(desk: Desk) -> Command:
    """The command, with what this desk answers."""

    @slash("help", desk)
    async def show_help(interaction: Interaction, private: bool = False) -> None:
        async def work() -> Page:
            answered = await desk.commands()
            others = {
                command.qualified_name: command.description
                for command in interaction.client.tree.walk_commands()
                if isinstance(command, app_commands.Command)
                and command.qualified_name not in {one.name for one in answered}
            }
            return help_page(answered, interaction.client.registration.ids, others)

        await reply(interaction, work(), private=private)

    return show_help
