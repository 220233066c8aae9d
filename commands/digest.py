"""/digest: a daily digest in a channel of a server, set, shown, previewed or turned off."""

from __future__ import annotations

from typing import Literal

import discord
from discord import app_commands

from bot.chat import digests
from bot.chat.digests import Asked, DigestChannel, Digests
from bot.chat.replies import Interaction

Place = app_commands.Transform[int, DigestChannel]
Text = app_commands.Range[str, 1, 100]


def digest(made_of: Digests) -> app_commands.Group:
    """The command with its subcommands, for those who manage a server."""
    group = app_commands.Group(
        name="digest",
        description="A daily digest of what is new, in channels of this server",
        guild_only=True,
        default_permissions=discord.Permissions(manage_guild=True),
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=False, private_channel=False
        ),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )

    @group.command(name="set", description="Post a digest in a channel every day, or change it")
    @app_commands.describe(
        channel="Where it is posted",
        time="The local time of day, such as 09:00",
        timezone="The time zone that the time is in: a name, a city or a country",
        topics="Only these: borders, missions, places or missions by name, with commas between",
        empty="What happens on a day without news: nothing, or one line and an older article",
        silent="Post without a notification",
    )
    @app_commands.autocomplete(
        timezone=digests.zone_completion(made_of),  # type: ignore[arg-type]
        topics=digests.topic_completion(made_of),  # type: ignore[arg-type]
    )
    async def set_(
        interaction: Interaction,
        channel: Place,
        time: Text,
        timezone: Text,
        topics: Text | None = None,
        empty: Literal["skip", "say"] = "skip",
        silent: bool = False,
    ) -> None:
        asked = Asked(channel, time, timezone, topics, empty == "say", silent)
        await digests.set_digest(interaction, made_of, asked)

    @group.command(name="show", description="The digests of this server and how the last ones went")
    async def show(interaction: Interaction) -> None:
        await digests.show(interaction, made_of)

    @group.command(name="preview", description="What would be posted now, for your eyes only")
    @app_commands.describe(channel="The channel that it is for; this one if none is named")
    async def preview(interaction: Interaction, channel: Place | None = None) -> None:
        await digests.preview(interaction, made_of, channel or interaction.channel_id or 0)

    @group.command(name="off", description="Post no digest in a channel any more")
    @app_commands.describe(channel="The channel whose digest is turned off")
    async def off(interaction: Interaction, channel: Place) -> None:
        await digests.turn_off(interaction, made_of, channel)

    return group
