"""Who may run Footnote: the application's owner, its team, and those whom the settings name.

Rights in a server do not count: whoever administers a server has not made the bot.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Final

import discord

from bot.chat.replies import FAILURES, Interaction, tell

_log = logging.getLogger(__name__)

_FRESH_SECONDS: Final = 600.0
"""How long Discord's word on the owner and the team is believed: a bot runs for years."""
_PATIENCE_SECONDS: Final = 1.5
REFUSAL: Final = (
    "Only those who run this bot can do that: the owner of its application, the owner's team, and "
    "whom its settings name."
)


class Administrators:
    """`fetch` asks Discord who owns the application."""

    def __init__(
        self,
        user_ids: frozenset[int],
        fetch: Callable[[], Awaitable[discord.AppInfo]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._user_ids, self._fetch, self._clock = user_ids, fetch, clock
        self._owner_ids: frozenset[int] = frozenset()
        self._asked: float | None = None

    async def include(self, user_id: int) -> bool:
        """Whether this person is one of them."""
        if user_id in self._user_ids:
            return True
        if self._asked is None or self._clock() - self._asked > _FRESH_SECONDS:
            await self._ask()
        return user_id in self._owner_ids

    async def _ask(self) -> None:
        self._asked = self._clock()
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                self._owner_ids = owner_ids(await self._fetch())
        except FAILURES as error:
            self._asked = None
            _log.warning("Discord does not say who owns the application: %s", error)


def owner_ids(application: discord.AppInfo) -> frozenset[int]:
    """The owner, or the members of the team that may do more than read."""
    team = application.team
    if team is None:
        return frozenset({application.owner.id})
    working = (
        member.id
        for member in team.members
        if member.membership_state is discord.TeamMembershipState.accepted
        and member.role is not discord.TeamMemberRole.read_only
    )
    return frozenset({*working, *([team.owner_id] if team.owner_id else [])})


async def permitted(interaction: Interaction) -> bool:
    """Whether the person may run Footnote; if not, they have been told so privately."""
    if await interaction.client.administrators.include(interaction.user.id):
        return True
    command = interaction.command
    interaction.client.tally.request(
        "a button" if command is None else f"/{command.qualified_name}", "refused", 0.0
    )
    await tell(interaction, REFUSAL)
    return False
