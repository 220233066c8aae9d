"""/rollback: go back to the articles of before the last load."""

from __future__ import annotations

from discord import app_commands

from bot.chat import operations
from bot.chat.operations import Operations
from bot.chat.replies import Interaction
from bot.chat.slash import Command


def rollback(made_of: Operations) -> Command:
    """The command, for those who run the bot."""

    @app_commands.command(
        name="rollback",
        description="Go back one load of the articles, or forward again (for those who run this "
        "bot)",
    )
    @app_commands.default_permissions(manage_guild=True)
    async def rollback(interaction: Interaction) -> None:
        await operations.roll_back(interaction, made_of)

    return rollback
