"""/check, and “Check against sources” on any message: what the articles say to its statements."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.briefs.desk import Desk
from bot.briefs.requests import spec
from bot.chat.replies import Interaction, tell
from bot.chat.said import plain, said
from bot.chat.slash import Command, Passage, answer, slash

MENU = "Check against sources"
NOTHING = "This message holds no text that could be checked."


def check(desk: Desk) -> Command:
    """The slash command, answered by this desk; only the asker sees the answer unless they say."""

    @slash("check", desk)
    async def check(interaction: Interaction, text: Passage, private: bool = True) -> None:
        said_plainly = plain(text)
        if not said_plainly:
            await tell(interaction, NOTHING)
            return
        await answer(interaction, {"text": said_plainly}, private)

    return check


def check_message(desk: Desk) -> app_commands.ContextMenu:
    """The entry in the menu of a message, which Discord sends along: no intent is needed."""

    async def check_message(interaction: Interaction, message: discord.Message) -> None:
        text = said(message)
        if not text:
            await tell(interaction, NOTHING)
            return
        await answer(interaction, {"text": text}, True, spec("check"))

    menu: Any = app_commands.ContextMenu(name=MENU, callback=check_message)
    assert isinstance(menu, app_commands.ContextMenu)
    return menu
