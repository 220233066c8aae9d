"""Who may run Footnote: the application's owner, its team, and those whom the settings name.

Rights in a server do not count: whoever administers a server has not made the bot.
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections.abc import Awaitable, Callable
from typing import Final

import discord

from bot.chat.replies import FAILURES, Interaction, tell

_log = logging.getLogger(__name__)

_FRESH_SECONDS: Final = 600.0
"""How long Discord's word on the owner and the team is believed: a bot runs for years."""
_RETRY_SECONDS: Final = 5.0
_PATIENCE_SECONDS: Final = 1.5
REFUSAL: Final = (
    "Only those who run this bot can do that: the owner of its application, the owner's team, and "
    "whom its settings name."
)

UNKNOWN: Final = (
    "Discord does not say just now who owns this bot, and its settings do not name you. "
    "Please try again in a minute."
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
        self._owner_ids: frozenset[int] | None = None
        self._ask_again = -math.inf
        self._asking = asyncio.Lock()

    async def include(self, user_id: int) -> bool:
        """Whether this person is one of them, as far as is known."""
        if user_id in self._user_ids:
            return True
        async with self._asking:  # whoever comes meanwhile waits for the same answer
            if self._clock() >= self._ask_again:
                await self._ask()
        return user_id in (self._owner_ids or ())

    @property
    def are_known(self) -> bool:
        """Whether Discord ever said who they are: without that a "no" means "not that we know"."""
        return self._owner_ids is not None

    async def _ask(self) -> None:
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                self._owner_ids = owner_ids(await self._fetch())
            self._ask_again = self._clock() + _FRESH_SECONDS
        except FAILURES as error:
            self._ask_again = self._clock() + _RETRY_SECONDS
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
    known = interaction.client.administrators.are_known
    await tell(interaction, REFUSAL if known else UNKNOWN)
    return False
