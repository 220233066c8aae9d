"""What rose or fell where it is asked by how much, and whether a sentence is of that. Pure.

A fall "by 7 per cent" is told of rents and of prices alike: what fell has to be said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.question import Question
from bot.briefs.asking.sayings import Sayings
from bot.language.words import words

_SAID: Final = 0.5  # from this kinship on, a word is said
_MEANT: Final = 0.6  # … and no neighbour of it: commuters are no trains
_BY_HOW_MUCH: Final = re.compile(r"\bby how much\b", re.IGNORECASE)
_BEHIND_THE_CHANGE: Final = re.compile(
    r",|\b(?:during|according|while|when|since|after|before|between|because|under|as)\b"
)
# "have rents fallen", "the toll on Chilean fish": what may be a verb is a noun there
_BEFORE_A_NOUN: Final = re.compile(
    r"\b(?:(?:on|of|for|to|from|with)\s+(?:the\s+)?(?:[A-Z][\w-]+\s+)?|(?:the|its|their|has|have|had|did|"
    r"does|do|is|are|was|were|will)\s+)$"
)


def what_changed(question: Question) -> tuple[str, ...]:
    """The terms for what rose or fell in "by how much has the duty on fish fallen in May?"."""
    asked = _BY_HOW_MUCH.search(question.text)
    if asked is None:
        return ()
    behind = _BEHIND_THE_CHANGE.split(question.text[asked.end() :])[0]
    return tuple(
        word.stem
        for word in words(behind)
        if word.stem in question.terms
        and (word.stem not in question.deeds or _BEFORE_A_NOUN.search(behind[: word.start]))
    )


def tells_of_another_change(
    changed: Sequence[str], whole: ReadArticle, position: int, sayings: Sayings
) -> bool:
    """Whether a sentence is not of what changed, or its article nowhere of all of it: no duty on
    wine is one on fish."""
    near = whole.stems[position]
    if whole.leans(position):
        near = near | whole.stems[position - 1]
    everywhere = whole.all_stems | whole.topic_stems
    return sayings.of(changed[0], near) < _SAID or any(
        sayings.of(term, everywhere) < _MEANT for term in changed[1:]
    )
