"""What nothing else implies: the dead are not the wounded, and who leads is not who commands.

Which of these kinds a question asks for, and whether a sentence tells of another. The words of each
are in `premises.toml`. Pure but for the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.briefs.asking.answers_named import names_a_person
from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.premise_words import kinds_asked, premise_words
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.sayings import SAID, Sayings
from bot.briefs.asking.told_with import read_together
from bot.language.places import Gazetteer
from bot.language.words import stem
from bot.store import ReadPassage


def kinds_taken(question: Question) -> tuple[str, ...]:
    """The kinds that a question asks for, or takes for granted."""
    return tuple(
        kind
        for kind in kinds_asked()
        if question.asked in _KINDS.get(kind, _TOLD) and _asks_for(kind, question.text)
    )


def _asks_for(kind: str, text: str) -> bool:
    """Whether a kind is asked for, not only told: "is the treaty that they signed in force"."""
    return any(
        not _WHICH_THEY.search(text[: match.start()])
        for match in premise_words(kind, "asked").finditer(text)
    )


_WHICH_THEY: Final = re.compile(r"\w\s+(?:that|which|whom)\s+(?:[\w’'-]+\s+){0,5}$", re.IGNORECASE)
# In which questions a kind is asked for; "when was it extended" takes it for granted, too
_TOLD: Final = (Asked.WHETHER, Asked.DATE, Asked.WHY, Asked.WHO, Asked.WHERE)
_KINDS: Final = {
    "dead": (Asked.COUNT,),
    "wounded": (Asked.COUNT,),
    "rescued": (Asked.COUNT,),
    "captured": (Asked.COUNT,),
    "command": (Asked.WHO, Asked.WHICH),
    "turnout": (Asked.WHAT, Asked.SHARE, Asked.COUNT),
    "leading": (Asked.WHO,),
    "lasting": (Asked.WHETHER,),
    "weighing": (Asked.WHAT, Asked.COUNT, Asked.LENGTH),
    "altogether": (Asked.LENGTH,),
    "paying": (Asked.WHO,),
    "mediating": (Asked.WHO,),
    "ordering": (Asked.WHO,),
    "proposing": (Asked.WHO,),
}


def lacks_kind(
    kinds: Sequence[str],
    question: Question,
    whole: ReadArticle,
    position: int,
    gazetteer: Gazetteer,
) -> bool:
    """Whether the dead are asked for and the wounded are told of, or the like."""
    if question.asked in (Asked.COUNT, Asked.WHO) or "lasting" in kinds:
        near = read_together(whole, position)
    else:
        some = whole.passages[max(0, position - 1) : position + 2]
        near = " ".join(one.passage.text for one in some)
    near = _LED.sub(" ", near)
    return any(
        not premise_words(kind).search(near)
        and not (kind == "command" and _is_headed(question, whole.passages[position], gazetteer))
        for kind in kinds
    ) or ("command" in kinds and _is_relief_of_units(question, whole, position, gazetteer))


def _is_relief_of_units(
    question: Question, whole: ReadArticle, position: int, gazetteer: Gazetteer
) -> bool:
    """Whether a sentence tells only that one took over from another, and names no person: a force
    that relieves another does not command it."""
    near = _TAKES_OVER.sub("", read_together(whole, position))
    passage = whole.passages[position]
    return (
        question.asked is Asked.WHO
        and near != read_together(whole, position)
        and not premise_words("command").search(near)
        and not names_a_person(question, passage, gazetteer)
    )


_LED: Final = re.compile(r"-(?=(?:led|run|commanded|headed)\b)")  # "the Australian-led force"
_TAKES_OVER: Final = re.compile(r"\b(?:take|takes|took|taking)\s+over\s+from\b", re.IGNORECASE)


def _is_headed(question: Question, passage: ReadPassage, gazetteer: Gazetteer) -> bool:
    """Whether a head is asked for, no commander, and a sentence names the person who leads."""
    return bool(
        premise_words("command", "heads").search(question.text)
        and premise_words("command", "leads").search(passage.passage.text)
        and names_a_person(question, passage, gazetteer)
    )


def is_of_its_arm(question: Question, whole: ReadArticle, position: int, sayings: Sayings) -> bool:
    """Whether a sentence on a commander speaks of the police or the navy, where those are."""
    near = whole.stems[position]
    if whole.leans(position):
        near |= whole.stems[position - 1]
    return all(sayings.of(arm, near) >= SAID for arm in _ARMS.intersection(question.terms))


_ARMS: Final = frozenset(stem(word) for word in "police navy fleet marines observers".split())
