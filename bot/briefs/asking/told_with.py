"""Which sentences have to be read or quoted with one, so that it says what it speaks of. Pure."""

from __future__ import annotations

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.left_unsaid import leaves_out_noun, naming_before, told_before
from bot.briefs.asking.question import Asked, Question
from bot.model import Passage


def context_of(
    question: Question, whole: ReadArticle, position: int, needs_before: bool
) -> tuple[Passage, ...]:
    """The sentence, with the one before it where that says what it speaks of."""
    own = whole.passages[position].passage
    opener = whole.asked_by.get(position)
    if opener is not None:
        caption = whole.caption(opener)
        return (whole.passages[opener if caption is None else caption].passage, own)
    where = whole.where(position)
    if where is not None and set(question.names) & whole.folded[where]:
        return tuple(whole.passages[at].passage for at in (where, position - 1, position))
    naming = naming_before(question, whole.told, position)
    if naming is not None and naming < position:
        return (whole.passages[naming].passage, own)
    if question.asked is Asked.COUNT and leaves_out_noun(own.text):
        first = told_before(whole.told, position)
        if first < position - 1:
            return tuple(one.passage for one in whole.passages[first : position + 1])
    start = whole.told_from(position)
    if start < position - 1 and any(name in whole.folded[start] for name in question.names):
        return tuple(one.passage for one in whole.passages[start : position + 1])
    if needs_before or whole.leans(position) or whole.names_before_only(position, question):
        return (whole.passages[position - 1].passage, own)
    return (own,)


def read_together(whole: ReadArticle, position: int) -> str:
    """A sentence, behind the one before where it goes on about that."""
    own = whole.passages[position].passage.text
    opener = whole.asked_by.get(position)
    if opener is None and whole.goes_on(position):
        opener = position - 1
    return own if opener is None else f"{whole.passages[opener].passage.text} {own}"
