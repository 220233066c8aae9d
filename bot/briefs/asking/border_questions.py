"""Plain questions about two places and the border between them, answered from the facts."""

from __future__ import annotations

import re

from bot.briefs.asking.lengths import thing_asked_for
from bot.briefs.asking.neighbours import BORDER_STEMS
from bot.briefs.asking.question import Question
from bot.briefs.borders import facts_of_pair
from bot.briefs.differences import length_differences, stretch_differences
from bot.briefs.evidence import Evidence, make_brief
from bot.language.agreement import LAND_AND_WATER, RIVER_LINE
from bot.language.measured import at_sea
from bot.language.words import stem, stems
from bot.model import Answer, Fact, FactKind, PublishedDate, Request, newest_first
from bot.store import View

_MOST = 3  # claims of an answer
_OF_A_STRETCH = re.compile(
    r"\b(?:stretch|part|section|portion|segment)\s+of\b[^?]*\b(?:border|frontier|boundary|line)\b",
    re.IGNORECASE,
)
_ON_LAND = re.compile(r"\bland\s+(?:borders?|frontiers?|boundar)|\b(?:on|by) land\b", re.IGNORECASE)


async def border_length(view: View, request: Request, question: Question) -> Answer | None:
    """The lengths reported for the border of two places; None where the question is of a part."""
    facts = [
        fact for fact in await facts_of_pair(view, *question.places) if fact.kind is FactKind.LENGTH
    ]
    of_a_stretch = bool(_OF_A_STRETCH.search(question.text))
    if of_a_stretch:  # "of the border on the Rio Grande": what names that
        named = [stem(word) for word in question.names]
        facts = [f for f in facts if named and {*named} <= {*stems(f.passages[f.at].text)}]
    if not facts:
        return None
    one, other = question.places
    line = {*view.gazetteer.line_of(one, other)}
    exact = [
        fact for fact in facts if any({*view.gazetteer.line_of(*two)} == line for two in fact.pairs)
    ]
    facts = exact or facts
    if thing_asked_for(question.text) not in (None, "border"):  # "the fence along the border"
        facts = [f for f in facts if f.scope and stem(f.scope) in question.search_stems]
    if at_sea(question.text):
        facts = [
            fact
            for fact in facts
            if fact.scope == "maritime" or any(at_sea(passage.text) for passage in fact.passages)
        ]
    if _ON_LAND.search(question.text):
        facts = [fact for fact in facts if fact.scope not in ("maritime", "sea")]
    facts.sort(key=lambda fact: (newest_first(_date(view, fact)), fact.passages[fact.at].number))
    sentences = list({fact.passages: fact for fact in facts}.values())
    parts = question.search_stems
    whole = [
        fact
        for fact in sentences
        if of_a_stretch
        or fact.scope is None
        or fact.scope in _WHOLE
        or stem(fact.scope.split()[0]) in parts
    ]
    if not whole:
        return None
    # "the maritime boundary": what is said to be at sea goes before what says nothing of it
    whole.sort(
        key=lambda fact: (
            fact.scope is None or stem(fact.scope.split()[0]) not in parts,
            fact.scope == RIVER_LINE,
        )
    )
    articles = dict.fromkeys(fact.passages[0].article_id for fact in whole)
    one_each = [next(f for f in whole if f.passages[0].article_id == a) for a in articles][:_MOST]
    notes = length_differences(facts, view)
    if not _WATER.isdisjoint(parts):
        notes += stretch_differences(facts, view)
    return make_brief(
        request,
        request,
        "The articles say:",
        [Evidence(fact.passages) for fact in one_each],
        view.cards,
        view.corpus,
        notes,
    )


_WATER = frozenset(stem(word) for word in ("river", "stretch", "stream"))


async def whether_they_border(view: View, request: Request, question: Question) -> Answer | None:
    """What is reported on two places bordering each other; None where more than that is asked."""
    if set(question.terms) - BORDER_STEMS or question.names or question.years:
        return None
    facts = [
        fact
        for fact in await facts_of_pair(view, *question.places)
        if fact.kind in (FactKind.BORDER, FactKind.LENGTH)
        and any(set(pair) == set(question.places) for pair in fact.pairs)
    ]
    if not facts:
        return None
    facts.sort(
        key=lambda fact: (len(fact.pairs), newest_first(_date(view, fact)), fact.passages[0].number)
    )
    sentences = list({fact.passages: fact for fact in facts}.values())
    articles = dict.fromkeys(fact.passages[0].article_id for fact in sentences)
    one_each = [next(f for f in sentences if f.passages[0].article_id == a) for a in articles]
    return make_brief(
        request,
        request,
        "Reported:",
        [Evidence(fact.passages) for fact in one_each[:_MOST]],
        view.cards,
        view.corpus,
    )


_WHOLE = (
    "land",
    LAND_AND_WATER,
    "sea",
    "maritime",
    "river",
    "counted",
    "including",
    "longer",
    "average",
    RIVER_LINE,
)


def _date(view: View, fact: Fact) -> PublishedDate | None:
    return view.cards[fact.passages[0].article_id].published
