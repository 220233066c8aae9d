"""How likely each sentence is the answer to a question: its signs, weighed. Reads `weights.toml`.

A score above 0 is an answer. The weights were fitted to questions with known answers
(`tests/gold/fit_weights.py`), so a new sign needs a fit, not a guess. Which sentences are no
candidates is decided here, sentence by sentence; what speaks for the others is told by
`name_signs`, `word_signs`, `closeness` and `sentence_signs`.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final

from bot.briefs.asking.answers import FIGURES, has_kind
from bot.briefs.asking.answers_named import asks_for_office
from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.beyond import lasts_beyond
from bot.briefs.asking.closeness import closeness, together
from bot.briefs.asking.contrary import is_of_others_there, tells_of_another
from bot.briefs.asking.doers import NOTHING, lacks_deed, told_roles
from bot.briefs.asking.editions import (
    Ordinal,
    edition_asked,
    is_of_another_ordinal,
    is_of_edition,
    ordinal_asked,
    tells_of_another_edition,
)
from bot.briefs.asking.implied import is_open_as_asked
from bot.briefs.asking.name_signs import name_signs
from bot.briefs.asking.not_theirs import is_not_theirs
from bot.briefs.asking.parties import (
    in_full,
    is_of_another_pair,
    is_of_one_and_another,
    is_of_others,
    is_of_unnamed,
)
from bot.briefs.asking.premises import Premises, lacks_premise, read_premises
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.rarity import Rarity
from bot.briefs.asking.roles import Roles, read_roles
from bot.briefs.asking.sayings import Sayings, says_no_more
from bot.briefs.asking.sentence_signs import sentence_signs
from bot.briefs.asking.shells import shell_of
from bot.briefs.asking.times import is_too_early
from bot.briefs.asking.to_come import ASKS_OF_PAST, is_done_later, is_over
from bot.briefs.asking.told_there import spans_in
from bot.briefs.asking.told_with import context_of
from bot.briefs.asking.word_signs import word_signs
from bot.briefs.lines import asks_of_a_part
from bot.language.words import is_question
from bot.model import Passage
from bot.store import ReadPassage, View

GROUPS: Final = {
    Asked.COUNT: "count",
    Asked.LENGTH: "measure",
    Asked.HEIGHT: "measure",
    Asked.AREA: "measure",
    Asked.SHARE: "measure",
    Asked.MONEY: "measure",
    Asked.OFTEN: "measure",
    Asked.DURATION: "measure",
    Asked.DATE: "date",
    Asked.WHO: "which",
    Asked.COUNTRY: "which",
    Asked.WHICH: "which",
    Asked.WHERE: "which",
    Asked.WHY: "open",
    Asked.WHAT: "open",
    Asked.WHETHER: "whether",
}
"""Kinds of questions that share weights of their own."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with its signs, its score, and what has to be quoted with it."""

    passage: ReadPassage
    context: tuple[Passage, ...]
    signs: Mapping[str, float]
    score: float


@functools.cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    return tomllib.loads(
        resources.files("bot.briefs.asking").joinpath("weights.toml").read_text("utf-8")
    )


def weigh(asked: Asked, signs: Mapping[str, float]) -> float:
    """Above 0 where a sentence is rather the answer than not."""
    weights = _weights()
    every, own = weights["every"], weights[GROUPS[asked]]
    gained = sum(
        value * (every.get(name, 0.0) + own.get(name, 0.0)) for name, value in signs.items()
    )
    return own["bias"] + gained - weights["answer"]["enough"]


def score_all(
    question: Question,
    read: Mapping[str, Sequence[ReadPassage]],
    view: View,
    rarity: Rarity,
) -> list[Scored]:
    """The sentences that may hold an answer, in the order in which they were read."""
    return list(_scores(question, read, view, rarity))


def _scores(
    question: Question, read: Mapping[str, Sequence[ReadPassage]], view: View, rarity: Rarity
) -> Iterator[Scored]:
    premises = read_premises(question, view.gazetteer)
    edition = edition_asked(question)
    ordinal = ordinal_asked(question)
    roles = read_roles(question, view.gazetteer)
    for article, passages in read.items():
        whole = ReadArticle(view.cards[article], passages, view, question.places)
        asked = in_full(question, whole)
        sayings = Sayings(asked, whole, view)
        if sayings.lack_subject:
            continue
        for position in range(len(passages)):
            one = _score(
                asked, premises, whole, position, view, rarity, sayings, edition, ordinal, roles
            )
            if one is not None:
                yield one


def _score(
    question: Question,
    premises: Premises,
    whole: ReadArticle,
    position: int,
    view: View,
    rarity: Rarity,
    sayings: Sayings,
    edition: int | None,
    ordinal: Ordinal | None,
    roles: Roles | None,
) -> Scored | None:
    """None for a question, and for what cannot hold what is asked for."""
    passage = whole.passages[position]
    if is_question(passage.passage.text) or not sayings.touch(whole, position):
        return None
    told = told_roles(roles, passage, view.gazetteer) if roles else NOTHING
    if told.swapped or (roles and _tells_no_such_deed(roles, whole, position, view)):
        return None
    spans = [*spans_in(question, whole, position, view)]
    if question.asked is Asked.WHO:
        spans += told.spans
    fit = max((span.fit for span in spans), default=0.0)
    if question.asked is Asked.WHY and not fit and says_no_more(question, passage.passage.text):
        return None
    needs_span = question.asked in FIGURES or question.cue in _TOLD_OR_NOT
    if (needs_span and not spans) or (asks_for_office(question) and fit < 0.5):
        return None
    beyond = lasts_beyond(question, whole, passage.passage.text)
    if (
        ASKS_OF_PAST.search(question.text)
        and not beyond
        and is_too_early(question.times, passage.passage.text, whole.card.published)
    ):
        return None
    lacks = sayings.lack_predicate(whole, position)
    if lacks and is_open_as_asked(question, passage.passage.text):
        lacks = False  # "no decision has been made" is told of what may close, too
    if lacks or is_of_others(question, whole, position, view):
        return None
    if is_over(question, passage.passage.text, whole.card.published):
        return None
    if is_not_theirs(question, whole, position, view.gazetteer):
        return None
    if edition and not is_of_edition(edition, whole, position):
        return None
    if ordinal and is_of_another_ordinal(ordinal, whole, position):
        return None
    if question.times and tells_of_another_edition(question, passage.passage.text):
        return None
    if lacks_premise(premises, question, whole, position, view.gazetteer, sayings):
        return None
    prior = whole.passages[position - 1].passage.text if whole.leans(position) else ""
    if tells_of_another(question, passage, view.gazetteer, prior):
        return None
    if (
        whole.leans(position)
        and not passage.places
        and is_of_others_there(question, whole.passages[position - 1], view.gazetteer)
    ):
        return None
    signs, needs_before = name_signs(question, whole, position, view, sayings)
    if signs["name_far"] + signs["name_missing"] > 0 and (
        is_of_another_pair(question, passage, view)
        or is_of_one_and_another(question, passage, view)
    ):
        return None
    named = signs["name_here"] + signs["name_focus"] + signs["name_topic"] + signs["no_name"]
    if shell_of(question) is not None and not named and not whole.leans(position):
        return None  # "or" and "unless" are in sentences on anybody
    signs |= word_signs(question, whole, position, rarity, fit, sayings)
    if beyond and signs["absent"] > _ABSENT:
        return None  # the checks on ferries say nothing of those at airports
    stays = _STAYS.search(passage.passage.text)
    if (
        signs["no_word"]
        and signs["name_topic"] == 1
        and question.asked is Asked.DURATION
        and not (stays and question.missions)
    ):
        return None  # a figure in an article on Fiji is of anything
    if signs["deed_missing"] and question.asked is Asked.LENGTH and asks_of_a_part(question.text):
        return None  # what is unmarked tells nothing of what is unfenced
    if is_of_unnamed(question, whole, position, sayings.written):
        return None
    if question.asked is Asked.MONEY and _is_fee_of_others(question, passage):
        return None
    costs = question.asked is Asked.MONEY and _COSTS.search(passage.passage.text)
    if question.asked in _MEASURES and not costs and _says_nothing_of_it(signs):
        return None
    signs |= together(signs)
    if has_kind(question):
        signs["unfit"] = 1.0 - fit
        signs["close"] = closeness(question, spans, passage, view)
        both = signs["both_here"] + 0.9 * signs["both_near"] + 0.6 * signs["both_topic"]
        signs["both_fit"] = both * fit
    signs |= sentence_signs(question, whole, position, spans)
    to_come = signs["unreal"] or is_done_later(question, passage.passage.text)
    if to_come and question.asked is Asked.DATE and _DID.search(question.text):
        return None  # on what day it did is not when it will
    if signs["other_time"] == 1 and question.asked in _OF_ITS_TIME:
        return None  # a figure of another year, in an article that never names the one asked about
    return Scored(
        passage,
        context_of(question, whole, position, needs_before),
        signs,
        weigh(question.asked, signs),
    )


def _tells_no_such_deed(roles: Roles, whole: ReadArticle, position: int, view: View) -> bool:
    """Whether neither a sentence nor the one that it goes on about says what was done, or that one
    says it the other way round."""
    if not whole.leans(position):
        return lacks_deed(roles, whole.stems[position])
    if lacks_deed(roles, whole.stems[position] | whole.stems[position - 1]):
        return True
    prior = whole.passages[position - 1]
    return (
        lacks_deed(roles, whole.stems[position])
        and told_roles(roles, prior, view.gazetteer).swapped
    )


_OF_ITS_TIME: Final = (*FIGURES, Asked.WHO, Asked.COUNTRY, Asked.WHICH)
_ABSENT: Final = 0.8  # the weight of a rather telling word
_COSTS: Final = re.compile(
    r"\b(?:cost|price|bill|paid|pay|spent|budget|charg|fine\b|fines\b|fee\b|fees\b|fare|toll\b)",
    re.IGNORECASE,
)
_MEASURES: Final = (Asked.SHARE, Asked.MONEY, Asked.OFTEN)


def _is_fee_of_others(question: Question, passage: ReadPassage) -> bool:
    """Whether it is asked what a country pays, and a sentence tells what travellers do."""
    return (
        bool(question.places and _A_COUNTRY_PAYS.search(question.text))
        and _FEE.search(passage.passage.text) is not None
        and set(question.places).isdisjoint((*passage.places, *passage.focus_places))
    )


_A_COUNTRY_PAYS: Final = re.compile(
    r"\b(?:did|does|do|has|have|had|will|must)\s+(?:the\s+)?(?-i:[A-Z])[\w ]*?\s+"
    r"(?:pa(?:y|id)|sp[ea]n[dt]|contribut|give|gave|put)",
    re.IGNORECASE,
)
_FEE: Final = re.compile(r"\b(?:charg\w+|fares?|tolls?|fees?|tickets?)\b", re.IGNORECASE)


def _says_nothing_of_it(signs: Mapping[str, float]) -> bool:
    """Whether neither a word nor a name of the question is in a sentence or what it goes on
    about: its figure is of anything."""
    said = signs["word_here"] + signs["word_leaned"] + signs["name_here"] + signs["name_beside"]
    return not said and not signs["no_word"]


# cues without which a sentence is no candidate at all
_TOLD_OR_NOT: Final = ("vote", "former name", "present name", "legal")
_STAYS: Final = re.compile(
    r"\b(?:stay|remain|mandate|extend|extension|prolong|renew|last)\w*", re.IGNORECASE
)
_DID = re.compile(r"\bdid\b", re.IGNORECASE)
