"""What a question takes for granted, and whether a sentence bears it out.

A sentence may hold a number of the right size about the right places and still be no answer: it
counts the wounded where the dead are asked for, measures the road beside the border, or tells what
somebody else said. No weight makes up for that, so such a sentence is no candidate. Each premise is
read from the question once and held against every sentence; the larger ones have modules of their
own: `attribution`, `called`, `census`, `denied`, `lengths`, `neighbours`, `premise_kinds`, `rises`.
Pure but for the gazetteer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.attribution import (
    Speaker,
    holds_figures,
    marks_a_speaker,
    says_so,
    speaker_of,
    speaks_on_it,
)
from bot.briefs.asking.called import Called, called_in, gives_a_name
from bot.briefs.asking.census import Census, census_of, counts_others
from bot.briefs.asking.denied import ASKS_WHO_NOT, SAYS_NO, did_not
from bot.briefs.asking.lengths import measures_something_else, thing_asked_for
from bot.briefs.asking.neighbours import is_only_of_a_border, speaks_of_both
from bot.briefs.asking.parties import refers_to_others
from bot.briefs.asking.premise_kinds import is_of_its_arm, kinds_taken, lacks_kind
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.question.terms import ADMITS
from bot.briefs.asking.rises import tells_of_another_change, what_changed
from bot.briefs.asking.sayings import SAID, Sayings
from bot.briefs.asking.told_with import read_together
from bot.briefs.lines import tells_of_other_lines
from bot.language.measured import at_sea
from bot.language.places import Gazetteer
from bot.language.words import as_name, words


@dataclass(frozen=True, slots=True)
class Premises:
    """What a question takes for granted, read once.

    `measured` is the kind of long thing whose length is asked for, `kinds` are what nothing else
    implies (deaths), `capitals` those that it asks of what happened in, `neighbours` two
    places of which only is asked whether they border each other, `ends` two between which something
    runs or lies, `changed` is what rose or fell by so much, `admitted` what somebody may admit.
    """

    speaker: Speaker | None
    called: Called | None
    measured: str | None
    at_sea: bool
    kinds: tuple[str, ...]
    census: Census | None
    capitals: tuple[frozenset[str], ...]
    neighbours: tuple[str, ...]
    ends: tuple[str, ...]
    changed: tuple[str, ...]
    admitted: tuple[str, ...]


def read_premises(question: Question, gazetteer: Gazetteer) -> Premises:
    """The premises of a question."""
    text = question.text
    mentions = [m for m in gazetteer.mentions(text, question.places) if m.key in question.places]
    return Premises(
        speaker=speaker_of(question, gazetteer),
        called=called_in(question, gazetteer),
        measured=thing_asked_for(text) if question.asked is Asked.LENGTH else None,
        at_sea=question.asked is Asked.LENGTH and at_sea(text),
        kinds=kinds_taken(question),
        census=census_of(question, gazetteer) if question.asked in _COUNTED else None,
        capitals=tuple(
            frozenset(as_name(w.text) for w in words(text[m.start : m.end]))
            for m in mentions
            if m.form == "capital" and _INSIDE.search(text[: m.start])
        ),
        neighbours=question.places if is_only_of_a_border(question) else (),
        ends=question.places
        if question.asked in (Asked.LENGTH, Asked.AREA) and len(question.places) == 2
        else (),
        changed=what_changed(question),
        admitted=tuple(term for term in question.terms if term in question.asides)
        if question.asked is Asked.WHETHER and ADMITS.search(question.text)
        else (),
    )


_COUNTED: Final = (Asked.COUNT, Asked.MONEY, Asked.AREA)
_INSIDE: Final = re.compile(r"(?<!according )\b(?:in|at|near|of|from|to)\s+$", re.IGNORECASE)


def lacks_premise(
    premises: Premises,
    question: Question,
    whole: ReadArticle,
    position: int,
    gazetteer: Gazetteer,
    sayings: Sayings,
) -> bool:
    """Whether a sentence, with the one it goes on about, is not of what the question is of."""
    if any(not name <= whole.all_folded | whole.topic_folded for name in premises.capitals):
        return True
    if premises.speaker is not None:
        on_it = speaks_on_it(premises.speaker, whole, position, sayings)
        return not (on_it and says_so(premises.speaker, whole, position, gazetteer))
    if question.cue in ("speaker", "paper") and not holds_figures(question, whole, position):
        return True
    if question.cue == "speaker" and not marks_a_speaker(whole, position):
        return True
    if premises.called is not None:
        return not gives_a_name(premises.called, question, whole, position, gazetteer)
    if premises.kinds and lacks_kind(premises.kinds, question, whole, position, gazetteer):
        return True
    if (
        question.asked in (Asked.WHO, Asked.COUNTRY, Asked.WHICH)
        and ASKS_WHO_NOT.search(question.text)
        and not SAYS_NO.search(read_together(whole, position))
    ):
        return True
    if "command" in premises.kinds and (
        not is_of_its_arm(question, whole, position, sayings)
        or refers_to_others(question, whole.passages[position])
    ):
        return True
    if (
        question.asked in (Asked.WHO, Asked.COUNTRY)
        and question.deeds
        and not ASKS_WHO_NOT.search(question.text)
        and did_not(question, whole.passages[position].passage.text)
    ):
        return True
    if question.cue == "purpose" and _is_of_the_rest(question, whole, position):
        return True
    if question.asked is Asked.WHETHER and premises.neighbours:
        both = speaks_of_both(premises.neighbours, whole, position, gazetteer)
        return not (both and whole.card.about_states)
    if any(_is_far(key, whole, position, gazetteer) for key in premises.ends):
        return True
    if question.asked is Asked.LENGTH:
        own = whole.passages[position].passage.text
        if tells_of_other_lines(question.text, own):
            return True
        return measures_something_else(premises.measured, premises.at_sea, whole, position)
    if premises.admitted and not _is_admission(
        premises.admitted, question, whole, position, sayings
    ):
        return True
    if premises.changed and tells_of_another_change(premises.changed, whole, position, sayings):
        return True
    if premises.census is not None:
        return counts_others(premises.census, question, whole, position, gazetteer)
    if question.asked is Asked.WHAT and question.cue is None and question.terms:
        near = frozenset().union(*whole.stems[max(0, position - 1) : position + 1])
        if not any(sayings.of(term, near) >= SAID for term in question.terms):
            return True
        things = [term for term in question.terms if term not in question.deeds]
        near = whole.all_stems | whole.topic_stems
        return bool(things) and not any(sayings.of(term, near) >= SAID for term in things)
    return False


def _is_admission(
    admitted: Sequence[str],
    question: Question,
    whole: ReadArticle,
    position: int,
    sayings: Sayings,
) -> bool:
    """Whether a sentence admits or denies, and it or those before it tell of what it is about."""
    verbs = [term for term in question.terms if term not in admitted]
    if not any(sayings.of(term, whole.stems[position]) >= SAID for term in verbs):
        return False
    near = whole.title_stems.union(*whole.stems[max(0, position - 3) : position + 1])
    told = [term for term in admitted if sayings.of(term, near) >= SAID]
    return 2 * len(told) >= len(admitted)


def _is_of_the_rest(question: Question, whole: ReadArticle, position: int) -> bool:
    """Whether it is asked what a mission is for, and an article that names it once speaks of other
    things."""
    asked = {*question.missions}
    if not asked or not asked <= whole.named_once:
        return False
    own = whole.passages[position]
    near = {*own.missions, *own.focus_missions}
    if position:
        near |= {*whole.passages[position - 1].missions}
    return asked.isdisjoint(near)


def _is_far(key: str, whole: ReadArticle, position: int, gazetteer: Gazetteer) -> bool:
    """Whether a place is told of neither around a sentence nor by the article as a whole."""
    around = {*whole.passages[position].focus_places, *whole.topic_places}
    for one in whole.passages[max(0, position - 3) : position + 1]:
        around |= {*one.places}
    return around.isdisjoint(gazetteer.parts(key))
