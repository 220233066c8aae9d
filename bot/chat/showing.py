"""From a request to the pages of its card, each card made once."""

from __future__ import annotations

from typing import Final

from bot.briefs.desk import Desk
from bot.briefs.memory import Memory
from bot.chat.cards import Page, pages
from bot.model import Answer, CommandSpec, Request

_CARDS: Final = 256
_ONE: Final = 1
"""Cards are told apart by their answers, whatever generation these are of."""


class Showing:
    """Asks a desk, and shows what it answers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._made: Memory[tuple[Answer, tuple[Page, ...]]] = Memory(_CARDS)

    def is_at_hand(self, request: Request) -> bool:
        """Whether showing the answer costs next to nothing."""
        return self._desk.remembers(request)

    async def commands(self) -> tuple[CommandSpec, ...]:
        """The commands that the desk answers now."""
        return await self._desk.commands()

    async def shown(self, request: Request) -> tuple[Answer, tuple[Page, ...]]:
        """The answer and its pages. The desk is asked each time: it knows what is loaded."""
        answer = await self._desk.answer(request)
        key = (request.command, request.options)
        made = self._made.recall(_ONE, key)
        # a desk gives the very same answer again as long as it remembers it
        if made is None or made[0] is not answer:
            made = (answer, pages(answer))
            self._made.keep(_ONE, key, made)
        return made
