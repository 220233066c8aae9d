"""/missions: missions, operations, exercises and deployments."""

from __future__ import annotations

from bot.briefs.desk import Desk
from bot.chat.replies import Interaction
from bot.chat.slash import Command, Name, answer, slash


def missions(desk: Desk) -> Command:
    """The command, answered by this desk."""

    @slash("missions", desk)
    async def missions(
        interaction: Interaction,
        name: Name = None,
        country: Name = None,
        status: Name = None,
        private: bool = False,
    ) -> None:
        await answer(interaction, {"name": name, "country": country, "status": status}, private)

    return missions
