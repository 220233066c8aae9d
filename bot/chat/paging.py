"""The buttons of cards: they turn pages and ask again, also after a restart.

discord.py's `DynamicItem` would do for most of this, but 2.7.1 drops a press without an answer when
the message no longer holds that very button: a second, quick press on "Next" finds the page turned
already. So presses are read from the interaction itself, whatever the message has become.
"""

from __future__ import annotations

from typing import Final

from bot.chat import custom_ids
from bot.chat.cards import Page, reloaded
from bot.chat.custom_ids import Press, marker
from bot.chat.replies import Interaction, reply, tell
from bot.chat.showing import Showing
from bot.errors import RequestError
from bot.model import NoAnswer

_GONE: Final = (
    "the articles were loaded anew since this card was made, and no longer say anything on it; "
    "the command gives what they say now"
)
_UNKNOWN: Final = (
    "This button is from another version of Footnote and no longer works. Please ask again."
)


async def pressed(interaction: Interaction, showing: Showing) -> None:
    """Answer the press of a button, or the use of any other component.

    Whoever asked turns the page of the card itself; anyone else gets a private copy at that page,
    so that nobody's reading is disturbed.
    """
    press = custom_ids.press(interaction.custom_id or "", await showing.commands())
    if press is None:
        await tell(interaction, _UNKNOWN)
        return
    own = _is_own(interaction)

    async def work() -> Page:
        interaction.client.pace(interaction, press.request)
        return await turned(showing, press)

    await reply(interaction, work(), private=not own, editing=own)


async def turned(showing: Showing, press: Press) -> Page:
    """The page that a button asks for; the last one where the answer has grown shorter since.

    Raises RequestError where there is no such answer any more.
    """
    answer, made = await showing.shown(press.request)
    if press.turning and isinstance(answer, NoAnswer):
        raise RequestError(_GONE)
    page = made[min(press.page, len(made)) - 1]
    return reloaded(page) if press.turning and press.marker != marker(answer.corpus) else page


def _is_own(interaction: Interaction) -> bool:
    message = interaction.message
    asked = None if message is None else message.interaction_metadata
    return asked is not None and asked.user.id == interaction.user.id
