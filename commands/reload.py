"""/reload: load the articles anew while the bot serves."""

from __future__ import annotations

from discord import app_commands

from bot.chat import operations
from bot.chat.operations import Operations
from bot.chat.replies import Interaction
from bot.chat.slash import Command


def reload(made_of: Operations) -> Command:
    """The command, for those who run the bot."""

    @app_commands.command(
        name="reload", description="Load the articles anew (for those who run this bot)"
    )
    @app_commands.describe(
        dry_run="Only say what a load would do, and change nothing",
        force="Load even where more than half of the articles would be lost",
    )
    @app_commands.default_permissions(manage_guild=True)
    async def reload(interaction: Interaction, dry_run: bool = False, force: bool = False) -> None:
        await operations.reload(interaction, made_of, force=force, dry_run=dry_run)

    return reload
