"""What part a name plays in a clause: it does something, has it done to it, or stands behind "in".

Words are told by their place in the clause. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.briefs.checking.deeds import (
    BEING,
    DETERMINERS,
    DYING,
    NOT_VERBS,
    PAST,
    PREPOSITIONS,
    PRONOUN,
    RELATIVE,
)
from bot.language.clauses import HELPING
from bot.language.words import Word, stop_words

WHERE: Final = frozenset("in on at near along around within inside across among".split())
"""Prepositions that tell where."""


def role(found: Sequence[Word], place: int, verb: int, passive: bool) -> str:
    """ "doer", "object", or the preposition behind which a name stands."""
    preposition = preposition_of(found, place)
    if preposition == "by":
        return "doer"
    if preposition == "of" and (around := _around(found, place)):
        return around
    if preposition is not None:
        return preposition
    if place < verb:
        return "object" if passive else "doer"
    return "object"


def _around(found: Sequence[Word], place: int) -> str | None:
    """Where what is "of" a name is: "on the coast of Peru" is "on the Peruvian coast"."""
    for before in range(place - 1, max(0, place - 4), -1):
        if found[before].text.lower() == "of":
            outer = preposition_of(found, before - 1)
            return outer if outer in WHERE else None
    return None


def preposition_of(found: Sequence[Word], place: int) -> str | None:
    """The preposition before the noun phrase of this word, None where there is none."""
    for before in range(place - 1, max(-1, place - 7), -1):
        word = found[before]
        text = word.text.lower()
        gap = found[before + 1].start - word.end
        if gap > 1 and text not in _LISTING and not (word.capitalised and gap == 2):
            return None
        if text == "of" and before and found[before - 1].text.lower() in _KINDS:
            return preposition_of(found, before - 1)  # "the town of Nampula" is Nampula
        if text in PREPOSITIONS:
            return text
        if text not in DETERMINERS and text not in _LISTING and not word.capitalised:
            return None
        if text in _DATES:
            return None  # "in May Peru left", "on Friday Peru left"
        if found[before + 1].text.lower() in DETERMINERS and text not in _LISTING:
            return None  # "in May the army": the noun phrase began at "the"
    return None


_DATES: Final = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_LISTING: Final = ("and", "or")
_KINDS: Final = frozenset(
    "town city village island islands province region strip port peninsula district".split()
)


def is_passive(found: Sequence[Word], verb: int) -> bool:
    """Whether something is done to what stands before a verb."""
    near = [word.text.lower() for word in found[max(0, verb - 3) : verb]]
    following = [word.text.lower() for word in found[verb + 1 : verb + 2]]
    if found[verb].text.lower().endswith("ing"):
        return False
    if found[verb].stem in DYING:
        return True
    return any(word in BEING | _STAYING for word in near) or following == ["by"]


_STAYING: Final = frozenset("remain remains remained stay stays stayed".split())


def place_of(found: Sequence[Word], span: tuple[int, int]) -> int:
    """Which word of a clause a span of characters begins with."""
    for place, word in enumerate(found):
        if word.end > span[0]:
            return place
    return len(found)


_GOING_ON: Final = NOT_VERBS | frozenset("began started continued helped".split())
"""What leaves the subject to the verb behind it: "began to build"."""


def is_free(told: Sequence[Word], subject: int, verb: int) -> bool:
    """Whether no other subject and no other verb stands between a subject and a verb."""
    commas = [
        place
        for place in range(subject, verb)
        if told[place + 1].start - told[place].end == 2 and not told[place + 1].capitalised
    ]
    if len(commas) > 1 or (commas and told[verb].start - told[verb - 1].end == 2):
        subject = max(commas) if len(commas) > 1 else verb - 1  # what is said aside between commas
    again = any(word.text.lower() in PRONOUN | RELATIVE for word in told[max(0, verb - 4) : verb])
    for place in range(subject + 1, verb):
        word = told[place]
        text = word.text.lower()
        if text in HELPING or text in stop_words():
            continue
        if (
            not word.capitalised
            and (text in PAST or text.endswith("ed"))
            and text not in _GOING_ON
            and not again
        ):
            return False
        if not word.capitalised:
            continue
        gap = told[place - 1]
        listed = gap.text.lower() in _LISTING or word.start - gap.end == 2
        if not gap.capitalised and not listed and preposition_of(told, place) is None:
            return False
    return True
