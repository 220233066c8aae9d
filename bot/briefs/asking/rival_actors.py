"""Who began it, where each side says that it was the other. Pure.

"Who fired first?" has one answer in each capital: both are told, and that they differ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.sayings import SAID, says
from bot.briefs.asking.weighing import Scored
from bot.briefs.evidence import Evidence
from bot.language.places import Mention
from bot.language.words import words
from bot.model import NoteKind, day
from bot.store import View

_BEHIND: Final = 1.5  # how much worse the other side's sentence may fit the words of the question
_BEGAN: Final = re.compile(
    r"\b(?:first|began|begin|started?|opened|attacked|provoked?|caused?|to blame|at fault|"
    r"violated|broke)\b",
    re.IGNORECASE,
)


def other_side(
    view: View, question: Question, best: Scored, scored: Sequence[Scored]
) -> tuple[Scored, tuple[NoteKind, str, Sequence[Evidence]]] | None:
    """The sentence of another article that has somebody else do what is asked about, and a note."""
    if question.asked not in (Asked.WHO, Asked.WHICH, Asked.COUNTRY):
        return None
    if not _BEGAN.search(question.text):
        return None
    one = _doer(view, question, best)
    if one is None:
        return None
    here = best.passage.passage.article_id
    for other in sorted(scored, key=lambda other: -other.score):
        if other.score < max(0.0, best.score - _BEHIND):
            break
        if other.passage.passage.article_id == here:
            continue
        two = _doer(view, question, other)
        if two is None or two.key == one.key:
            continue
        told = " ⁄ ".join(
            f"{view.gazetteer.name(mention.key)} ({card.publisher or card.title}, "
            f"{day(card.published)})"
            for mention, card in (
                (one, view.cards[here]),
                (two, view.cards[other.passage.passage.article_id]),
            )
        )
        evidence = [Evidence(best.context), Evidence(other.context)]
        return other, ("sources_differ", f"Sources differ: {told}.", evidence)
    return None


def _doer(view: View, question: Question, one: Scored) -> Mention | None:
    """The country nearest before what was done, in its sentence."""
    text = one.passage.passage.text
    deeds = [
        word.start
        for word in words(text)
        if any(says(deed, word.stem) >= SAID for deed in question.deeds)
    ]
    if not deeds or _DONE_TO.search(text[: deeds[0]]):
        return None
    before = [m for m in view.gazetteer.mentions(text) if m.end <= deeds[0]]
    before = [m for m in before if view.gazetteer[m.key].kind not in ("group", "area")]
    return before[-1] if before else None


# "Thai posts were fired on first"
_DONE_TO: Final = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+\s+)?$")
