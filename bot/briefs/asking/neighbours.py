"""Whether two places border each other: is only that asked, and does a sentence speak of both.

Pure but for the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.question import Asked, Question
from bot.language.places import Gazetteer
from bot.language.words import stem

BORDER_STEMS: Final = frozenset(
    stem(word)
    for word in "border frontier boundary share land common neighbour touch line adjoin".split()
)
"""The words that say no more than that there is one."""


def is_only_of_a_border(question: Question) -> bool:
    """Whether nothing is asked but if two places have a border."""
    two = question.asked is Asked.WHETHER and question.about_border and len(question.places) == 2
    return two and not (set(question.terms) - BORDER_STEMS or question.names or question.years)


def speaks_of_both(
    two: Sequence[str], whole: ReadArticle, position: int, gazetteer: Gazetteer
) -> bool:
    """Whether a sentence names both places, or refers to the other, or tells of a line of one."""
    own = whole.passages[position]
    spoken_of = {*own.places, *own.focus_places}
    if position and whole.leans(position):
        spoken_of |= {*whole.passages[position - 1].places}
    named = [not spoken_of.isdisjoint(gazetteer.parts(key)) for key in two]
    return all(named) or (any(named) and bool(_OF_A_LINE.search(own.passage.text)))


_OF_A_LINE: Final = re.compile(
    r"\b(?:border|frontier|boundar|neighbou?r|touch|reach|adjoin|beside|shar|landlocked|surround|"
    r"every country|all countries)\w*",
    re.IGNORECASE,
)
