"""Which sentences are no candidates for an answer, whatever speaks for them. Pure but for the view.

One module, since it is one row of refusals; most are questions with a module of their own. A
sentence that any of them holds for is not weighed. Some can be told from the sentence alone, some
only from the *signs* that `weighing` gathers of the others.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.briefs.asking.answers import FIGURES
from bot.briefs.asking.answers_named import asks_for_office
from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.beyond import lasts_beyond
from bot.briefs.asking.contrary import is_of_others_there, tells_of_another
from bot.briefs.asking.doers import NOTHING, Told, lacks_deed, told_roles
from bot.briefs.asking.editions import (
    Ordinal,
    edition_asked,
    is_of_another_ordinal,
    is_of_edition,
    ordinal_asked,
    tells_of_another_edition,
)
from bot.briefs.asking.implied import is_open_as_asked
from bot.briefs.asking.not_theirs import is_not_theirs
from bot.briefs.asking.parties import (
    is_of_another_pair,
    is_of_one_and_another,
    is_of_others,
    is_of_unnamed,
)
from bot.briefs.asking.premises import Premises, lacks_premise, read_premises
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.roles import Roles, read_roles
from bot.briefs.asking.sayings import Sayings, says_no_more
from bot.briefs.asking.shells import shell_of
from bot.briefs.asking.spans import Span
from bot.briefs.asking.times import is_too_early
from bot.briefs.asking.to_come import ASKS_OF_PAST, is_done_later, is_over
from bot.briefs.asking.told_there import spans_in
from bot.briefs.lines import asks_of_a_part
from bot.language.places import Gazetteer
from bot.language.words import is_question
from bot.store import ReadPassage, View

Signs = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is read from a question once: what it takes for granted, which edition or which one of
    a row it is about, and who does what to whom in it."""

    premises: Premises
    edition: int | None
    ordinal: Ordinal | None
    roles: Roles | None


def read_inquiry(question: Question, gazetteer: Gazetteer) -> Inquiry:
    """What every sentence is held against."""
    return Inquiry(
        read_premises(question, gazetteer),
        edition_asked(question),
        ordinal_asked(question),
        read_roles(question, gazetteer),
    )


@dataclass(frozen=True)
class Candidate:
    """A sentence of an article beside a question; `told` is how it tells the question's deed."""

    question: Question
    inquiry: Inquiry
    whole: ReadArticle
    position: int
    sayings: Sayings
    view: View
    told: Told

    @functools.cached_property
    def spans(self) -> Sequence[Span]:
        """What may be the answer in it. Looked for when it is first asked for, since that takes
        longer than most refusals."""
        found = spans_in(self.question, self.whole, self.position, self.view)
        if self.question.asked is not Asked.WHO:
            return found
        if self.told.by_nobody:  # whoever is named there is told of something else
            return [span._replace(fit=_BY_NOBODY * span.fit) for span in found]
        return [*found, *self.told.spans]

    @property
    def passage(self) -> ReadPassage:
        return self.whole.passages[self.position]

    @property
    def text(self) -> str:
        return self.passage.passage.text

    @property
    def fit(self) -> float:
        """How well the best of what may be the answer fits, from 0 to 1."""
        return max((span.fit for span in self.spans), default=0.0)

    @property
    def beyond(self) -> bool:
        """Whether it tells of what lasts beyond the time asked about."""
        return lasts_beyond(self.question, self.whole, self.text)


def candidate(
    question: Question,
    inquiry: Inquiry,
    whole: ReadArticle,
    position: int,
    sayings: Sayings,
    view: View,
) -> Candidate | None:
    """A sentence that may be weighed; None for a question, and for what cannot hold what is asked
    for."""
    passage = whole.passages[position]
    if is_question(passage.passage.text) or not sayings.touch(whole, position):
        return None
    roles = inquiry.roles
    told = told_roles(roles, passage, view.gazetteer) if roles else NOTHING
    if told.swapped or (roles and _tells_no_such_deed(roles, whole, position, view)):
        return None
    one = Candidate(question, inquiry, whole, position, sayings, view, told)
    return None if any(refuses(one) for refuses in _in_order(question.asked)) else one


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


# ── told from the sentence ──────────────────────────────────────────────────────────────────


def _lacks_what_is_asked_for(one: Candidate) -> bool:
    question = one.question
    needs_span = question.asked in FIGURES or question.cue in _TOLD_OR_NOT
    if question.asked is Asked.WHY and not one.fit and says_no_more(question, one.text):
        return True
    return (needs_span and not one.spans) or (asks_for_office(question) and one.fit < _HALF)


_HALF: Final = 0.5
_BY_NOBODY: Final = 0.3
# cues without which a sentence is no candidate at all
_TOLD_OR_NOT: Final = ("vote", "former name", "present name", "legal")


def _is_of_another_time(one: Candidate) -> bool:
    question, published = one.question, one.whole.card.published
    too_early = (
        ASKS_OF_PAST.search(question.text)
        and not one.beyond
        and is_too_early(question.times, one.text, published)
    )
    return bool(too_early) or is_over(question, one.text, published)


def _lacks_predicate(one: Candidate) -> bool:
    # "no decision has been made" is told of what may close, too
    return one.sayings.lack_predicate(one.whole, one.position) and not is_open_as_asked(
        one.question, one.text
    )


def _is_of_others(one: Candidate) -> bool:
    return is_of_others(one.question, one.whole, one.position, one.view) or is_not_theirs(
        one.question, one.whole, one.position, one.view.gazetteer
    )


def _is_of_another_edition(one: Candidate) -> bool:
    edition, ordinal = one.inquiry.edition, one.inquiry.ordinal
    if edition and not is_of_edition(edition, one.whole, one.position):
        return True
    if ordinal and is_of_another_ordinal(ordinal, one.whole, one.position):
        return True
    return bool(one.question.times) and tells_of_another_edition(one.question, one.text)


def _lacks_premise(one: Candidate) -> bool:
    return lacks_premise(
        *(one.inquiry.premises, one.question, one.whole, one.position),
        *(one.view.gazetteer, one.sayings),
    )


def _is_contrary(one: Candidate) -> bool:
    leans = one.whole.leans(one.position)
    prior = one.whole.passages[one.position - 1] if leans else None
    before = prior.passage.text if prior else ""
    if tells_of_another(one.question, one.passage, one.view.gazetteer, before):
        return True
    return (
        prior is not None
        and not one.passage.places
        and is_of_others_there(one.question, prior, one.view.gazetteer)
    )


_Refusal = Callable[[Candidate], bool]
_REFUSALS: Final[tuple[_Refusal, ...]] = (
    _is_of_another_time,
    _lacks_predicate,
    _is_of_others,
    _is_of_another_edition,
    _lacks_premise,
    _is_contrary,
)


def _in_order(asked: Asked) -> tuple[_Refusal, ...]:
    """The refusals, so that few are asked of most sentences: nearly all lack a figure that is asked
    for, but hardly any a name, which takes longer to look for than all the rest."""
    if asked in FIGURES:
        return (_lacks_what_is_asked_for, *_REFUSALS)
    return (*_REFUSALS, _lacks_what_is_asked_for)


# ── told from the signs ─────────────────────────────────────────────────────────────────────


def refused_by_names(one: Candidate, signs: Signs) -> bool:
    """Whether a sentence names others than are asked about; `signs` are those of its names."""
    question = one.question
    if signs["name_far"] + signs["name_missing"] > 0 and (
        is_of_another_pair(question, one.passage, one.view)
        or is_of_one_and_another(question, one.passage, one.view)
    ):
        return True
    named = signs["name_here"] + signs["name_focus"] + signs["name_topic"] + signs["no_name"]
    # "or" and "unless" are in sentences on anybody
    return shell_of(question) is not None and not named and not one.whole.leans(one.position)


def refused_by_words(one: Candidate, signs: Signs) -> bool:
    """Whether the words that a sentence lacks show that it is of something else; `signs` are those
    of its names and words."""
    return any(refuses(one, signs) for refuses in _BY_WORDS)


def _is_of_more_than_asked(one: Candidate, signs: Signs) -> bool:
    # the checks on ferries say nothing of those at airports
    return one.beyond and signs["absent"] > _ABSENT


def _lasts_as_anything(one: Candidate, signs: Signs) -> bool:
    # a figure in an article on Fiji is of anything
    return (
        one.question.asked is Asked.DURATION
        and bool(signs["no_word"])
        and signs["name_topic"] == 1
        and not (one.question.missions and _STAYS.search(one.text))
    )


def _is_of_another_part(one: Candidate, signs: Signs) -> bool:
    # what is unmarked tells nothing of what is unfenced
    asks_part = one.question.asked is Asked.LENGTH and asks_of_a_part(one.question.text)
    return asks_part and bool(signs["deed_missing"])


def _is_of_unnamed(one: Candidate, signs: Signs) -> bool:
    return is_of_unnamed(one.question, one.whole, one.position, one.sayings.written)


def _is_fee_of_others(one: Candidate, signs: Signs) -> bool:
    """Whether it is asked what a country pays, and a sentence tells what travellers do."""
    question, passage = one.question, one.passage
    return (
        question.asked is Asked.MONEY
        and bool(question.places and _A_COUNTRY_PAYS.search(question.text))
        and _FEE.search(one.text) is not None
        and set(question.places).isdisjoint((*passage.places, *passage.focus_places))
    )


def _says_nothing_of_it(one: Candidate, signs: Signs) -> bool:
    """Whether neither a word nor a name of the question is in a sentence or what it goes on
    about: its figure is of anything."""
    if one.question.asked not in _MEASURES:
        return False
    if one.question.asked is Asked.MONEY and _COSTS.search(one.text):
        return False
    said = signs["word_here"] + signs["word_leaned"] + signs["name_here"] + signs["name_beside"]
    return not said and not signs["no_word"]


_BY_WORDS: Final[tuple[Callable[[Candidate, Signs], bool], ...]] = (
    _is_of_more_than_asked,
    _lasts_as_anything,
    _is_of_another_part,
    _is_of_unnamed,
    _is_fee_of_others,
    _says_nothing_of_it,
)


def refused_by_times(one: Candidate, signs: Signs) -> bool:
    """Whether a sentence tells of another time than is asked about; `signs` are all its signs."""
    asked = one.question.asked
    did = asked is Asked.DATE and _DID.search(one.question.text)
    if did and (signs["unreal"] or is_done_later(one.question, one.text)):
        return True  # on what day it did is not when it will
    # a figure of another year, in an article that never names the one asked about
    return signs["other_time"] == 1 and asked in _OF_ITS_TIME


_OF_ITS_TIME: Final = (*FIGURES, Asked.WHO, Asked.COUNTRY, Asked.WHICH)
_ABSENT: Final = 0.8  # the weight of a rather telling word
_COSTS: Final = re.compile(
    r"\b(?:cost|price|bill|paid|pay|spent|budget|charg|fine\b|fines\b|fee\b|fees\b|fare|toll\b)",
    re.IGNORECASE,
)
_MEASURES: Final = (Asked.SHARE, Asked.MONEY, Asked.OFTEN)
_A_COUNTRY_PAYS: Final = re.compile(
    r"\b(?:did|does|do|has|have|had|will|must)\s+(?:the\s+)?(?-i:[A-Z])[\w ]*?\s+"
    r"(?:pa(?:y|id)|sp[ea]n[dt]|contribut|give|gave|put)",
    re.IGNORECASE,
)
_FEE: Final = re.compile(r"\b(?:charg\w+|fares?|tolls?|fees?|tickets?)\b", re.IGNORECASE)
_STAYS: Final = re.compile(
    r"\b(?:stay|remain|mandate|extend|extension|prolong|renew|last)\w*", re.IGNORECASE
)
_DID: Final = re.compile(r"\bdid\b", re.IGNORECASE)
