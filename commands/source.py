"""/source: one article, its gist and what it says."""

from __future__ import annotations

from bot.briefs.desk import Desk
from bot.chat.replies import Interaction
from bot.chat.slash import Command, Name, answer, slash


def source(desk: Desk) -> Command:
    """The command, answered by this desk."""

    @slash("source", desk)
    async def source(interaction: Interaction, article: Name = None, private: bool = False) -> None:
        await answer(interaction, {"article": article}, private)

    return source
