"""What is told right beside the best sentence and completes it: a denial, a reason, other figures.

Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.briefs.asking.answers import ONE_VALUE, tells_reason
from bot.briefs.asking.articles import gives_a_bare_figure
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.weighing import Scored
from bot.language.quantities import undated
from bot.language.words import is_question
from bot.model import Stance
from bot.store import ReadPassage


def told_beside(
    question: Question, chosen: Sequence[Scored], whole: Sequence[ReadPassage]
) -> list[Scored]:
    """What stands right beside the best sentence and completes it.

    That is what denies it ("China denies this"), or, where it tells what happened and not why, the
    reason.
    """
    best = chosen[0]
    number = best.passage.passage.number
    told = {one.passage.passage.number for one in chosen}
    beside = [
        p for p in whole if abs(p.passage.number - number) <= 2 and p.passage.number not in told
    ]
    beside = [p for p in beside if not is_question(p.passage.text)]
    if question.asked is Asked.WHETHER:
        found = [p for p in beside if p.passage.number > number and p.stance is Stance.DENIED]
    elif question.asked is Asked.WHY and best.signs["unfit"] > _HALF:
        found = [
            p
            for p in beside
            if (
                abs(p.passage.number - number) == 1
                and p.passage.paragraph == best.passage.passage.paragraph
            )
            or tells_reason(p.passage.text)
        ]
        found.sort(
            key=lambda p: (
                not tells_reason(p.passage.text),
                abs(p.passage.number - number),
                p.passage.number < number,
            )
        )
    else:
        found = []
    return [Scored(p, (p.passage,), {}, 0.0) for p in found]


def with_other_word(question: Question, best: Scored, whole: Sequence[ReadPassage]) -> Scored:
    """The best sentence with the one behind it that has a figure of somebody else for the same:
    "China speaks of about 2,000"."""
    own = best.passage.passage
    behind = next((p.passage for p in whole if p.passage.number == own.number + 1), None)
    if behind is None or behind.paragraph != own.paragraph or question.asked not in ONE_VALUE:
        return best
    given, other = ([amount.value for amount in undated(text)] for text in (own.text, behind.text))
    like = any(one and 1 / _AS_LARGE < two / one < _AS_LARGE for one in given for two in other)
    if not (like and gives_a_bare_figure(behind.text)):
        return best
    return replace(best, context=(*best.context, behind))


_HALF = 0.5  # from here on, a sentence hardly tells a reason
_AS_LARGE = 4  # times larger or smaller: what two sides say of one thing
