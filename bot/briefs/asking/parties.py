"""Whether a sentence tells of the parties that a question is about, or of others beside them. Pure
but for the gazetteer of the view.

A sentence may have all the words of a question and be of somebody else: another mission left,
another country's line is shut, the one that handed over is the one that took over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import replace
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.premise_words import kinds_asked, premise_words
from bot.briefs.asking.question import Asked, Question
from bot.language.words import as_name, stem, words
from bot.store import ReadPassage, View


def is_of_others(question: Question, whole: ReadArticle, position: int, view: View) -> bool:
    """Whether what is asked of one is told of another."""
    text = whole.passages[position].passage.text
    return (
        _is_given_it(question, text)
        or _is_done_by_another(question, whole, position, view)
        or _is_of_another_mission(question, whole, position, view)
        or _is_paid_by_another(question, whole, position, view)
        or _is_of_a_body(question, whole.passages[position])
    )


def _is_of_another_mission(
    question: Question, whole: ReadArticle, position: int, view: View
) -> bool:
    """Whether a mission's day, cost or head is asked for, and a sentence that neither names it nor
    refers to anything before tells of another mission, or of a country that is not asked about."""
    passage = whole.passages[position]
    named = question.asked is Asked.COUNT and passage.missions  # "Sophia had no ships" of Irini's
    if question.asked not in _OF_A_MISSION and not named:
        return False
    if not question.missions or question.cue is not None:
        return False
    text = passage.passage.text
    asked = {*question.missions}
    spoken_of = {*passage.missions, *passage.focus_missions}
    if asked & spoken_of or _SUCCEEDS.search(question.text):
        return False
    if position in whole.asked_by:
        return False
    if spoken_of or whole.leans(position) or _REFERS.search(text):
        return bool(spoken_of)
    told = {word.stem for word in words(text)}
    if told & {*question.terms, *question.deeds} or _tells_of_its_kind(question, text):
        return False
    mentions = view.gazetteer.mentions(text, passage.places)
    first = next((m for m in mentions if m.start <= _AT_FIRST), None)
    return (
        first is not None
        and first.key not in question.places
        and view.gazetteer[first.key].kind == "country"
        and first.form in ("name", "demonym")
    )


def _tells_of_its_kind(question: Question, text: str) -> bool:
    """Whether a sentence tells of what is asked for in other words: who had the idea."""
    return any(
        premise_words(kind, "asked").search(question.text) and premise_words(kind).search(text)
        for kind in kinds_asked()
    )


_OF_A_MISSION: Final = (Asked.DATE, Asked.DURATION, Asked.MONEY, Asked.WHO)
_REFERS: Final = re.compile(
    r"\b(?:it|they|(?:the|this|that) (?:[\w-]+\s+){0,2}?(?:mission|operation|force|exercise|group|"
    r"contingent|battlegroup|peacekeepers|observers|monitors|troops|soldiers|drill|manoeuvres))\b",
    re.IGNORECASE,
)
_SUCCEEDS: Final = re.compile(
    r"\b(?:over|after|before|replac\w+|succe\w+|predecessor|follow\w*|place of|instead|renam\w+|"
    r"becom\w+|became)\b"
)
_AT_FIRST: Final = 12  # characters before the place that a sentence is about


def _is_done_by_another(question: Question, whole: ReadArticle, position: int, view: View) -> bool:
    """Whether it is asked if a country did something, and a sentence tells of missions or of other
    countries alone: that a mission left says nothing of Kenya's leaving."""
    asked = _DID.match(question.text) if question.asked is Asked.WHETHER else None
    if asked is None:
        return False
    mentions = view.gazetteer.mentions(question.text, question.places)
    subject = next((m for m in mentions if m.start == asked.end() and m.form == "name"), None)
    if subject is None or view.gazetteer[subject.key].kind != "country":
        return False
    passage = whole.passages[position]
    ours = view.gazetteer.parts(subject.key)
    spoken_of = {*passage.places, *(() if passage.missions else passage.focus_places)}
    if position and whole.passages[position - 1].passage.paragraph == passage.passage.paragraph:
        spoken_of |= {*whole.passages[position - 1].places}
    others = view.gazetteer.countries(passage.places)
    in_topic = not ours.isdisjoint(whole.topic_places)
    if in_topic and others & {*question.places} and not passage.missions:
        return False  # "a fence on the borders with Romania and Croatia", in a report on Hungary
    return ours.isdisjoint(spoken_of) and bool({*passage.missions} or others - {*question.places})


_DID: Final = re.compile(r"\W*(?:did|does|has|have|had|will)\s+(?:the\s+)?", re.IGNORECASE)


def _is_paid_by_another(question: Question, whole: ReadArticle, position: int, view: View) -> bool:
    """Whether it is asked what one country pays, and a sentence tells of other countries alone:
    what Egypt paid is not what Yemen did."""
    whose = _WHO_PAYS.match(question.text) if question.asked is Asked.MONEY else None
    if whose is None:
        return False
    passage = whole.passages[position]
    others = view.gazetteer.countries(passage.places)
    if not others - set(question.places):
        return False
    mentions = view.gazetteer.mentions(question.text, question.places)
    asked = next((m.key for m in mentions if m.start == whose.start("who")), None)
    if asked is None:
        return as_name(whose["who"]) not in whole.folded[position]
    if view.gazetteer[asked].kind == "group":
        return False  # a body has many names: "Brussels"
    spoken_of = {*passage.places, *(passage.focus_places if whole.leans(position) else ())}
    return spoken_of.isdisjoint(view.gazetteer.parts(asked))


_WHO_PAYS: Final = re.compile(
    r"\W*how much (?:money )?(?:did|does|do|has|have|had|will|must)\s+(?:the\s+)?"
    r"(?P<who>(?-i:[A-Z])[\w’'-]*)\b(?!.*\bcosts?\b)",
    re.IGNORECASE,
)


def _is_of_a_body(question: Question, passage: ReadPassage) -> bool:
    """Whether it is asked how many a country had, and a sentence that does not name it is about a
    body with a name of its own: the frigates of the Royal Navy are not Iceland's."""
    return (
        question.asked is Asked.COUNT
        and bool(question.noun_places)
        and _HAD.search(question.text) is not None
        and set(question.noun_places).isdisjoint(passage.places)
        and _A_BODY.match(passage.passage.text) is not None
    )


_HAD: Final = re.compile(r"\b(?:do|does|did)\s.*\bhave\W*", re.IGNORECASE)
_A_BODY: Final = re.compile(r"\W*(?:The\s+)?[A-Z][a-z]+\s+[A-Z][a-z]+\b")


def is_of_unnamed(
    question: Question, whole: ReadArticle, position: int, names: Mapping[str, Set[str]]
) -> bool:
    """Whether it is asked who commands a group, or how many it has, by a name that neither a
    sentence nor the one that it goes on about nor the title says. `names` are the ways to write
    each."""
    if not (question.names and _OF_A_GROUP.match(question.text)):
        return False
    first = position - 1 if whole.leans(position) else position
    near = whole.title_folded.union(*whole.folded[first : position + 1])
    return all(near.isdisjoint(forms) for forms in names.values())


_OF_A_GROUP: Final = re.compile(
    r"\W*(?:who (?:commands?|commanded|leads?|led|heads?|headed)\b|"
    r"how many .*\b(?:do|does|did)\s+(?:the\s+)?(?-i:[A-Z][a-z])[\w ]*\s+(?:have|number|own)\b)",
    re.IGNORECASE,
)


def _is_given_it(question: Question, text: str) -> bool:
    """Whether a sentence hands something over to the one that is asked to have handed it on."""
    giver = _GIVER.search(question.text) if _HAND in question.deeds else None
    return giver is not None and bool(
        re.search(rf"\b(?:over|on)\s+to\s+(?:the\s+)?{re.escape(giver[1])}\b", text)
    )


_HAND: Final = stem("hand")
_GIVER: Final = re.compile(r"\b(?:did|does|will|has|have|had)\s+(?:the\s+)?([A-Z][\w-]+)")


def is_of_another_pair(question: Question, passage: ReadPassage, view: View) -> bool:
    """Whether a sentence sets one of two neighbours that are asked about beside a third one: what
    holds for the line of Nepal with China says nothing of that with India."""
    if len(question.places) != 2:
        return False
    one, other = (view.gazetteer[key] for key in question.places)
    if other.key not in one.neighbours:
        return False
    named = view.gazetteer.countries(passage.places)
    asked = named & {one.key, other.key}
    return len(asked) == 1 and any(
        third in view.gazetteer[key].neighbours for key in asked for third in named - asked
    )


def refers_to_others(question: Question, passage: ReadPassage) -> bool:
    """Whether a sentence names no mission and refers to others than are asked about: "he commands
    them"."""
    referred = {*passage.focus_missions}
    return (
        bool(referred and question.missions)
        and not passage.missions
        and referred.isdisjoint(question.missions)
    )


def is_of_one_and_another(question: Question, passage: ReadPassage, view: View) -> bool:
    """Whether it is asked if something is so of two countries, and a sentence names one of them
    with a third: that Ecuador and Peru have settled tells nothing of Peru and Argentina."""
    if question.asked is not Asked.WHETHER or len(question.places) != 2 or question.missions:
        return False
    named = view.gazetteer.countries(passage.places)
    ours = {part for key in question.places for part in view.gazetteer.parts(key)}
    others = {key for key in named - ours if ours.isdisjoint(view.gazetteer.parts(key))}
    return len(named & {*question.places}) == 1 and bool(others)


def in_full(question: Question, whole: ReadArticle) -> Question:
    """The question, with a mission that it means by the first word of its name and its place as
    an article names it: "EUFOR in Chad" is EUFOR Tchad/RCA."""
    if not question.places or whole.all_missions.issuperset(question.missions):
        return question
    return replace(question, missions=tuple(_longer(key, whole) for key in question.missions))


def _longer(key: str, whole: ReadArticle) -> str:
    longer = [one for one in whole.all_missions if one.startswith(f"{key} ")]
    return longer[0] if len(longer) == 1 and key not in whole.all_missions else key
