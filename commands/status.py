"""/status: how the bot is."""

from __future__ import annotations

from discord import app_commands

from bot.chat import operations
from bot.chat.operations import Operations
from bot.chat.replies import Interaction
from bot.chat.slash import Command


def status(made_of: Operations) -> Command:
    """The command, for anyone; those who run the bot see more."""

    @app_commands.command(name="status", description="How Footnote is, and what is loaded")
    async def status(interaction: Interaction) -> None:
        await operations.status(interaction, made_of)

    return status
