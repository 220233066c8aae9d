"""/about: what is loaded, and how footnotes work."""

from __future__ import annotations

from bot.briefs.desk import Desk
from bot.chat.cards import Page
from bot.chat.guide import about_page
from bot.chat.replies import Interaction, reply
from bot.chat.slash import Command, slash


def about(desk: Desk) -> Command:
    """The command, answered by this desk."""

    @slash("about", desk)
    async def about(interaction: Interaction, private: bool = False) -> None:
        async def work() -> Page:
            return about_page(await desk.about())

        await reply(interaction, work(), private=private)

    return about
