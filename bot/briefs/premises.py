"""What a question takes for granted, and whether a sentence bears it out. Reads `premises.toml`.

A sentence may hold a number of the right size about the right places and still be no answer: it
counts the wounded where the dead are asked for, measures the road beside the border, or tells what
somebody else said. No weight makes up for that, so such a sentence is no candidate. Pure but for
the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from typing import Final

from bot.briefs.articles import ReadArticle
from bot.briefs.attribution import Speaker, says_so, speaker_of, speaks_on_it
from bot.briefs.called import Called, called_in, gives_a_name
from bot.briefs.counting import counted
from bot.briefs.coverage import Sayings
from bot.briefs.premise_words import kinds_asked, plain_name, premise_words
from bot.briefs.question import Asked, Question
from bot.language.measured import at_sea, says_thing, thing_measured, things_in
from bot.language.places import Gazetteer
from bot.language.quantities import amounts
from bot.language.words import words

_SAID: Final = 0.5  # from this kinship on, a word is said


@dataclass(frozen=True, slots=True)
class Premises:
    """What a question takes for granted, read once.

    `measured` is the kind of long thing whose length is asked for. `kinds` are what nothing else
    implies (deaths), `owners` the countries whose people or things are counted, `of_nation` those
    of them that the noun names ("Kenyan police"), `makes` the names of things ("Harrier" jets),
    `capitals` those that it asks of what happened in.
    """

    speaker: Speaker | None
    called: Called | None
    measured: str | None
    at_sea: bool
    kinds: tuple[str, ...]
    unharmed: bool
    owners: frozenset[str]
    of_nation: frozenset[str]
    makes: frozenset[str]
    capitals: tuple[frozenset[str], ...]


def read_premises(question: Question, gazetteer: Gazetteer) -> Premises:
    """The premises of a question."""
    text = question.text
    kinds = tuple(
        kind
        for kind in kinds_asked()
        if question.asked in _KINDS.get(kind, _TOLD) and premise_words(kind, "asked").search(text)
    )
    counts = question.asked is Asked.COUNT
    mentions = [m for m in gazetteer.mentions(text, question.places) if m.key in question.places]
    return Premises(
        speaker=speaker_of(question, gazetteer),
        called=called_in(question, gazetteer),
        measured=thing_asked_for(text) if question.asked is Asked.LENGTH else None,
        at_sea=question.asked is Asked.LENGTH and at_sea(text),
        kinds=kinds,
        unharmed=counts and not kinds and not _HARM.search(text),
        owners=_owners(question, gazetteer) if counts else frozenset(),
        of_nation=frozenset(question.noun_places),
        makes=_makes(question) if counts else frozenset(),
        capitals=tuple(
            frozenset(plain_name(w.text) for w in words(text[m.start : m.end]))
            for m in mentions
            if m.form == "capital" and _INSIDE.search(text[: m.start])
        ),
    )


# In which questions a kind is asked for; "when was it extended" takes it for granted, too
_TOLD: Final = (Asked.WHETHER, Asked.DATE, Asked.WHY)
_KINDS: Final = {
    "dead": (Asked.COUNT,),
    "wounded": (Asked.COUNT,),
    "captured": (Asked.COUNT,),
    "command": (Asked.WHO,),
}
_HARM: Final = re.compile(
    r"\b(?:los[et]\w*|loss\w*|casualt\w*|victims?|fell|fall\w*|missing|lives|life|harm\w*)\b",
    re.IGNORECASE,
)
_INSIDE: Final = re.compile(r"\b(?:in|at|near|of|from|to)\s+$", re.IGNORECASE)


def lacks_premise(
    premises: Premises,
    question: Question,
    whole: ReadArticle,
    position: int,
    gazetteer: Gazetteer,
    sayings: Sayings,
) -> bool:
    """Whether a sentence, with the one it goes on about, is not of what the question is of."""
    if any(not name <= _names_around(whole, position) for name in premises.capitals):
        return True
    if premises.speaker is not None:
        on_it = speaks_on_it(premises.speaker, whole, position, sayings)
        return not (on_it and says_so(premises.speaker, whole, position, gazetteer))
    if premises.called is not None:
        return not gives_a_name(premises.called, question, whole, position, gazetteer)
    if premises.kinds and _tells_of_other_kinds(premises, question, whole, position):
        return True
    if question.asked is Asked.LENGTH:
        return _measures_something_else(premises, whole, position)
    if question.asked is Asked.COUNT:
        return (
            _counts_the_harmed(premises, question, whole, position, gazetteer)
            or _counts_those_of_others(premises, whole, position, gazetteer)
            or not premises.makes <= _names_beside(whole, position)
        )
    if question.asked is Asked.WHAT and question.cue is None and question.terms:
        near = frozenset().union(*whole.stems[max(0, position - 1) : position + 1])
        return not any(sayings.of(term, near) >= _SAID for term in question.terms)
    return False


def _told(whole: ReadArticle, position: int) -> str:
    """A sentence, behind the one before where it goes on about that."""
    own = whole.passages[position].passage.text
    opener = whole.asked_by.get(position)
    if opener is None and whole.goes_on(position):
        opener = position - 1
    return own if opener is None else f"{whole.passages[opener].passage.text} {own}"


def _names_beside(whole: ReadArticle, position: int) -> Set[str]:
    return frozenset().union(*whole.folded[max(0, position - 1) : position + 1])


def _names_around(whole: ReadArticle, position: int) -> Set[str]:
    return whole.topic_folded.union(*whole.folded[max(0, position - 3) : position + 1])


def _tells_of_other_kinds(
    premises: Premises, question: Question, whole: ReadArticle, position: int
) -> bool:
    """Whether the dead are asked for and the wounded are told of, or the like."""
    if question.asked in (Asked.COUNT, Asked.WHO):
        near = _told(whole, position)
    else:
        some = whole.passages[max(0, position - 1) : position + 2]
        near = " ".join(one.passage.text for one in some)
    return any(not premise_words(kind).search(near) for kind in premises.kinds)


# ── what is measured ────────────────────────────────────────────────────────────────────────

_HOW_LONG: Final = re.compile(
    r"\b(?:how (?:long|wide|far)\s+(?:(?:an?|is|are|was|were|will|would|must|the|does|did)\s+)*|"
    r"length of (?:the |a )?|how many \w+ (?:long )?(?:is|was|of|are|does)\s+)(?P<thing>.{0,60})",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(r"\b(?:along|across|on|at|between|with|from|to|over|in)\b")


def thing_asked_for(text: str) -> str | None:
    """The kind of the long thing whose length is asked for; a "border fence" is a fence."""
    asked = _HOW_LONG.search(text)
    found = things_in(_BESIDE.split(asked["thing"])[0]) if asked else []
    return found[-1][2] if found else None


def _measures_something_else(premises: Premises, whole: ReadArticle, position: int) -> bool:
    text = _told(whole, position)
    if premises.at_sea and not at_sea(text):
        return True
    if premises.measured is None:
        return False
    measured = [
        thing_measured(text, amount.start, amount.end)
        for amount in amounts(text)
        if amount.km is not None and not _APART.search(text[: amount.start])
    ]
    if not any(measured) and premises.measured != "border":
        some = whole.passages[max(0, position - 3) : position + 1]
        around = " ".join((whole.card.title, *(one.passage.text for one in some)))
        return not measured or not says_thing(around, premises.measured)
    return all(thing is not None and thing != premises.measured for thing in measured)


_APART: Final = re.compile(r"\bdistance of (?:(?:about|some|a)\s+)*$", re.IGNORECASE)


# ── who is counted ──────────────────────────────────────────────────────────────────────────


def _counts_the_harmed(
    premises: Premises,
    question: Question,
    whole: ReadArticle,
    position: int,
    gazetteer: Gazetteer,
) -> bool:
    """Whether all numbers are of the killed or wounded, and all who were there are asked for."""
    if not premises.unharmed:
        return False
    text = whole.passages[position].passage.text
    found = counted(question, text, gazetteer)
    return bool(found) and all(
        _HARMED.search(text[: amount.start]) or _WERE_HARMED.match(text, amount.end)
        for amount in found
    )


_HARMED: Final = re.compile(
    r"\b(?:kill\w*|wound\w*|injur\w*|captur\w*|kidnap\w*|deaths? of)\s+"
    r"(?:(?:about|around|some|more|than|at|least|another|over|nearly|all|and)\s+)*$",
    re.IGNORECASE,
)
_WERE_HARMED: Final = re.compile(
    r"(?:\s+(?!and\b)[\w'’-]+){0,5}?\s+(?:killed|wounded|injured|captured|kidnapped|died|dead|"
    r"perished)\b",
    re.IGNORECASE,
)


def _owners(question: Question, gazetteer: Gazetteer) -> frozenset[str]:
    """The places whose people are counted: "Kenyan police", "did Kenya send", "of Kenya"."""
    found = {*question.noun_places}
    for mention in gazetteer.mentions(question.text, question.places):
        of_country = mention.key in question.places and gazetteer[mention.key].kind == "country"
        if of_country and mention.form != "area" and _OWNS.search(question.text[: mention.start]):
            found.add(mention.key)
    return frozenset(found)


_OWNS: Final = re.compile(
    r"\b(?:(?:does|did|has|have|had|will|do)|how many\s+[\w-]+\s+(?:of|from))\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _makes(question: Question) -> frozenset[str]:
    """The names right before what is counted: "Harrier" in "how many Harrier jets"."""
    asked = _MAKE.search(question.text)
    return frozenset((plain_name(asked[1]),)) & {*question.names} if asked else frozenset()


_MAKE: Final = re.compile(r"\b[Hh]ow many\s+(?:[a-z]+\s+)?([A-Z][\w-]+)\s+[a-z]")


def _counts_those_of_others(
    premises: Premises, whole: ReadArticle, position: int, gazetteer: Gazetteer
) -> bool:
    """Whether a country's people or things are counted, and the sentence is of others'."""
    own = whole.passages[position]
    near = {*own.places}
    opener = whole.asked_by.get(position)
    if opener is None and (whole.leans(position) or _OF_THEM.match(own.passage.text)):
        opener = position - 1 if position else None
    if opener is not None:
        near |= {*whole.passages[opener].places}
    alone = not any(gazetteer[key].kind == "country" for key in near)
    far = near | {*own.focus_places} | whole.topic_places if alone else near
    return any(
        (near if key in premises.of_nation else far).isdisjoint(gazetteer.parts(key))
        for key in premises.owners
    )


_OF_THEM: Final = re.compile(r"\W*[\w-]+ of (?:them|these|those)\b", re.IGNORECASE)
