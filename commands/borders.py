"""/borders: who borders whom, how long, and what happened there."""

from __future__ import annotations

from bot.briefs.desk import Desk
from bot.chat.replies import Interaction
from bot.chat.slash import Command, Name, answer, slash


def borders(desk: Desk) -> Command:
    """The command, answered by this desk."""

    @slash("borders", desk)
    async def borders(
        interaction: Interaction, country: Name = None, with_: Name = None, private: bool = False
    ) -> None:
        await answer(interaction, {"country": country, "with": with_}, private)

    return borders
