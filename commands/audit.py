"""/audit: who loaded or changed what, and when."""

from __future__ import annotations

from discord import app_commands

from bot.chat import operations
from bot.chat.operations import Operations
from bot.chat.replies import Interaction
from bot.chat.slash import Command


def audit(made_of: Operations) -> Command:
    """The command, for those who run the bot."""

    @app_commands.command(
        name="audit",
        description="Who loaded or changed what, and when (for those who run this bot)",
    )
    @app_commands.default_permissions(manage_guild=True)
    async def audit(interaction: Interaction) -> None:
        await operations.audit(interaction, made_of)

    return audit
