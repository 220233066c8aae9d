"""/help: what can be asked, with examples."""

from __future__ import annotations

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
            return help_page(await desk.commands(), interaction.client.registration.ids)

        await reply(interaction, work(), private=private)

    return show_help
