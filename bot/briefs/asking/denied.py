"""Who did not do what is asked about, and whether it is asked. Pure.

"The post has not been built" tells of nobody who built it.
"""

from __future__ import annotations

import re
from typing import Final

from bot.briefs.asking.question import Question
from bot.briefs.asking.sayings import SAID
from bot.language.lexicon import FAMILY, kinship
from bot.language.negation import REFUSALS, negation
from bot.language.words import words

ASKS_WHO_NOT: Final = re.compile(
    r"\b(?:has|have|had|did|does|do|is|are|was|were|will|would|can|could|may) not\b", re.IGNORECASE
)
"""Words by which it is asked who did not do something."""
SAYS_NO: Final = negation(
    *(REFUSALS, r"only", r"all but", r"except", r"outside", r"away", r"left out", r"absent"),
    *(r"lack\w*", r"yet to", r"declin\w*", r"boycott\w*", r"un\w+ed", r"exclu\w+", r"barred"),
    *(r"abstain\w*", r"oppos\w*"),
)
"""Words by which a sentence tells that somebody did not, or was left out."""


def did_not(question: Question, text: str) -> bool:
    """Whether a sentence tells only of somebody who did not do what is asked about."""
    told = [(w, max(kinship(deed, w.stem) for deed in question.deeds)) for w in words(text)]
    told = [(word, kin) for word, kin in told if kin >= SAID]
    denied = [(word, kin) for word, kin in told if _DID_NOT.search(text[: word.start])]
    if any(_IT.match(text, word.end) for word, _ in denied):
        return True  # "he does not lead it: he leads another"
    done = [word for word, _ in told if kinship(question.deeds[0], word.stem) >= SAID]
    if done and all(_NOT_YET.search(text[: word.start]) for word in done):
        return True  # "the post has not been built" tells of nobody who built it
    same = [word for word, kin in denied if kin >= FAMILY]
    return bool(same) and len(same) == len(told)


_IT: Final = re.compile(r"\s+(?:it|them)\b")
_DID_NOT: Final = re.compile(r"\b(?:does|do|did|has|have|had) not (?:\w+ly )?$", re.IGNORECASE)
_NOT_YET: Final = re.compile(
    r"\b(?:has|have|had|is|are|was|were) (?:not|never) (?:yet )?(?:been )?$", re.IGNORECASE
)
