"""The desk is asked each time; a card is made once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from bot.chat.showing import Showing
from bot.model import Answer, Request
from tests.chat.fake_desk import FakeDesk, brief

ASKED = Request("borders", (("country", "Arlen"),))


@dataclass
class _Remembering(FakeDesk):
    """A desk that gives the very same answer again."""

    known: Answer | None = None

    async def answer(self, request: Request) -> Answer:
        self.asked.append(request)
        assert self.known is not None
        return self.known


def test_the_same_answer_has_the_same_card_until_there_is_another() -> None:
    first = brief(ASKED, [("Arlen borders Torva.", None)])
    desk = _Remembering(known=first)
    showing = Showing(desk)
    answer, pages = asyncio.run(showing.shown(ASKED))
    again = asyncio.run(showing.shown(ASKED))
    assert answer is first
    assert again[1] is pages
    desk.known = replace(first, title="Borders of Arlen")
    _, other = asyncio.run(showing.shown(ASKED))
    assert other[0].parts[0] == "## Borders of Arlen"
    assert desk.asked == [ASKED] * 3
