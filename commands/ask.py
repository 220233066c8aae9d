"""/ask: the sentences that answer a question."""

from __future__ import annotations

from bot.briefs.desk import Desk
from bot.chat.replies import Interaction
from bot.chat.slash import Command, Question, answer, slash


def ask(desk: Desk) -> Command:
    """The command, answered by this desk."""

    @slash("ask", desk)
    async def ask(interaction: Interaction, question: Question, private: bool = False) -> None:
        await answer(interaction, {"question": question}, private)

    return ask
