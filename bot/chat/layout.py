"""A page of a card → the components that Discord shows."""

from __future__ import annotations

from typing import Final

import discord
from discord import ui

from bot.chat.cards import Page

_BUTTONS_A_ROW: Final = 5


class Card(ui.LayoutView):
    """A page as discord.py sends it.

    It is finished from the start, so that discord.py does not keep it in memory: what its buttons
    do is in their custom_ids, see `bot.chat.paging`.
    """

    def __init__(self, page: Page) -> None:
        super().__init__(timeout=None)
        box: ui.Container[Card] = ui.Container()
        for part in page.parts:
            box.add_item(ui.TextDisplay(part))
        if page.foot:
            box.add_item(ui.Separator())
            box.add_item(ui.TextDisplay(page.foot))
        for start in range(0, len(page.buttons), _BUTTONS_A_ROW):
            row: ui.ActionRow[Card] = ui.ActionRow()
            for button in page.buttons[start : start + _BUTTONS_A_ROW]:
                row.add_item(
                    ui.Button(
                        label=button.label,
                        url=button.url,
                        custom_id=button.custom_id,
                        style=discord.ButtonStyle.secondary,
                    )
                )
            box.add_item(row)
        self.add_item(box)
        self.stop()
