"""How likely each sentence is the answer to a question: its signs, weighed. Reads `weights.toml`.

A score above 0 is an answer. The weights were fitted to questions with known answers
(`tests/gold/fit_weights.py`), so a new sign needs a fit, not a guess. One module: what is
no candidate, and what speaks for one, is decided for each sentence in turn.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final

from bot.briefs.asking.answers import answer_spans, excludes, has_kind
from bot.briefs.asking.answers_named import asks_for_office, is_plural
from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.contrary import is_of_others_there, tells_of_another
from bot.briefs.asking.counted_nouns import counted_class
from bot.briefs.asking.coverage import Rarity, closeness, name_signs, together, word_signs
from bot.briefs.asking.editions import (
    Ordinal,
    edition_asked,
    is_of_another_ordinal,
    is_of_edition,
    ordinal_asked,
    tells_of_another_edition,
)
from bot.briefs.asking.implied import asks_of_promise, is_open_as_asked
from bot.briefs.asking.left_unsaid import leaves_out_noun, naming_before, told_before
from bot.briefs.asking.parties import (
    in_full,
    is_of_another_pair,
    is_of_one_and_another,
    is_of_others,
    is_of_unnamed,
)
from bot.briefs.asking.premises import Premises, lacks_premise, read_premises
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.question.names import MONTH
from bot.briefs.asking.sayings import SAID, Sayings, says
from bot.briefs.asking.shells import shell_of
from bot.briefs.asking.spans import Span
from bot.briefs.asking.times import (
    is_too_early,
    lasts_until_later,
    time_fit,
    times_a_thing,
)
from bot.briefs.lines import asks_of_a_part
from bot.language.clauses import clauses
from bot.language.negation import REFUSALS, negation
from bot.language.words import is_question, stems
from bot.model import Passage, Stance
from bot.store import ReadPassage, View

_ARTICLES: Final = 12  # articles read for one question
_OF_KIN: Final = 0.3  # what a word akin counts beside one of the question

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


def promising(
    found: Sequence[ReadPassage],
    question: Question,
    view: View,
    rarity: Rarity,
    kin: Sequence[str] = (),
) -> list[str]:
    """The articles that hold most of the question's words, or words akin to them, best first."""
    wanted = {*question.search_stems, *kin}
    held: dict[str, set[str]] = {}
    for passage in found:
        article = passage.passage.article_id
        have = held.setdefault(article, set())
        have.update(wanted.intersection(stems(passage.passage.text)))
    named: dict[str, set[str]] = {}
    for passage in found:
        known = {*passage.missions, *passage.places} & {*question.missions, *question.places}
        named.setdefault(passage.passage.article_id, set()).update(known)
    for article, have in held.items():
        have.update(wanted.intersection(stems(view.cards[article].title)))
    ranked = sorted(
        held,
        key=lambda a: (
            -sum(rarity.weight(s) * (_OF_KIN if s in kin else 1) for s in sorted(held[a]))
            - len(named[a]),
            view.cards[a].file,
        ),
    )
    return ranked[:_ARTICLES]


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
    for article, passages in read.items():
        whole = ReadArticle(view.cards[article], passages, view, question.places)
        asked = in_full(question, whole)
        sayings = Sayings(asked, whole, view)
        if sayings.lack_subject:
            continue
        for position in range(len(passages)):
            one = _score(asked, premises, whole, position, view, rarity, sayings, edition, ordinal)
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
) -> Scored | None:
    """None for a question, and for what cannot hold what is asked for."""
    passage = whole.passages[position]
    if is_question(passage.passage.text) or not sayings.touch(whole, position):
        return None
    spans = _spans(question, whole, position, view)
    fit = max((span.fit for span in spans), default=0.0)
    needs_span = question.asked in _FIGURES or question.cue in _TOLD_OR_NOT
    if (needs_span and not spans) or (asks_for_office(question) and fit < 0.5):
        return None
    beyond = _lasts_beyond(question, whole, passage.passage.text)
    if (
        _PAST.search(question.text)
        and not beyond
        and is_too_early(question.times, passage.passage.text, whole.card.published)
    ):
        return None
    lacks = sayings.lack_predicate(whole, position)
    if lacks and is_open_as_asked(question, passage.passage.text):
        lacks = False  # "no decision has been made" is told of what may close, too
    if lacks or is_of_others(question, whole, position, view):
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
    if signs["name_far"] + signs["name_missing"] > 0 and is_of_another_pair(
        question, passage, view
    ):
        return None
    named = signs["name_here"] + signs["name_focus"] + signs["name_topic"] + signs["no_name"]
    if shell_of(question) is not None and not named and not whole.leans(position):
        return None  # "or" and "unless" are in sentences on anybody
    signs |= word_signs(question, whole, position, rarity, fit, sayings)
    if beyond and signs["absent"] > _ABSENT:
        return None  # the checks on ferries say nothing of those at airports
    if signs["name_far"] + signs["name_missing"] > 0 and is_of_one_and_another(
        question, passage, view
    ):
        return None
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
    signs |= _sentence_signs(question, whole, position, spans)
    to_come = signs["unreal"] or _is_done_later(question, passage.passage.text)
    if to_come and question.asked is Asked.DATE and _DID.search(question.text):
        return None  # on what day it did is not when it will
    if signs["other_time"] == 1 and question.asked in (*_FIGURES, Asked.WHO):
        return None  # a figure of another year, in an article that never names the one asked about
    return Scored(
        passage,
        _context(question, whole, position, needs_before),
        signs,
        weigh(question.asked, signs),
    )


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
_FIGURES: Final = (
    *(Asked.COUNT, Asked.LENGTH, Asked.HEIGHT, Asked.AREA, Asked.DURATION, Asked.OFTEN),
    *(Asked.SHARE, Asked.MONEY, Asked.DATE),
)


def _spans(question: Question, whole: ReadArticle, position: int, view: View) -> Sequence[Span]:
    """What may be the answer in a sentence, in its row of a table, or in what it leans on."""
    passage = whole.passages[position]
    opener = whole.asked_by.get(position)
    if opener is not None and _in_column(question, whole, opener, position):
        return [Span(0, len(passage.passage.text), 1.0)]
    before = whole.passages[position - 1] if position else None
    earlier = " ".join(whole.told[told_before(whole.told, position) : position])
    spans = answer_spans(question, passage, view.gazetteer, earlier)
    if (
        before is not None
        and question.asked in (Asked.WHO, Asked.COUNTRY, Asked.WHICH)
        and max((span.fit for span in spans), default=0.0) < 0.8
        and _SUBJECT.match(passage.passage.text)
        and whole.leans(position)
    ):  # "It supplied most of the soldiers": who did, says the sentence before
        told = answer_spans(question, before, view.gazetteer)
        best = max((span.fit for span in told), default=0.0)
        return [*spans, Span(0, 2, 0.8 * best)]
    return spans


_SUBJECT = re.compile(
    r"\W*(?:(?:In|On|By|At|Since|From) [\w ]{2,30},? )?(?:it|they|he|she|both|these|this)\b",
    re.IGNORECASE,
)


def _in_column(question: Question, whole: ReadArticle, header: int, position: int) -> bool:
    """Whether a table has a column for what is asked, with a value in this row."""
    names = whole.passages[header].passage.text.split(" | ")
    cells = whole.passages[position].passage.text.split(" | ")
    if len(names) != len(cells) or len(names) < 2:
        return False
    wanted = [*question.noun[-1:], *question.terms]
    for name, cell in zip(names, cells, strict=True):
        heads = frozenset(stems(name))
        of_kind = _COLUMNS.get(question.asked)
        if question.asked is Asked.MONEY and not _COLUMNS[Asked.MONEY].search(f"{name} {cell}"):
            continue
        measured = of_kind is not None and of_kind.search(name)
        if measured or any(says(term, told) for term in wanted for told in heads):
            is_number = any(ch.isdigit() for ch in cell)
            return is_number or question.asked not in (Asked.COUNT, *_COLUMNS)
    return False


_LENGTHS: Final = re.compile(r"\b(?:km|kilomet\w+|miles?|length)\b", re.IGNORECASE)
# what a column is called that holds answers of a kind
_COLUMNS: Final = {
    Asked.LENGTH: _LENGTHS,
    Asked.SHARE: _LENGTHS,
    Asked.MONEY: re.compile(
        r"\b(?:costs?|prices?|budget|paid|bill|euros?|dollars?|pounds?|eur|usd|gbp)\b|[$€£]",
        re.IGNORECASE,
    ),
    Asked.DATE: re.compile(
        r"\b(?:when|dates?|days?|years?|started|opened|signed)\b", re.IGNORECASE
    ),
}


def _sentence_signs(
    question: Question, whole: ReadArticle, position: int, spans: Sequence[Span]
) -> dict[str, float]:
    """What else speaks for or against a sentence: its time, its stance, its length."""
    passage = whole.passages[position]
    text = passage.passage.text
    other_time = 0.0
    if question.times:
        other_time = 1.0 - time_fit(
            question.times,
            _BEGINNING.sub(" ", text) if question.asked is Asked.COUNT else text,
            [p.passage.text for p in reversed(whole.near(position))],
            whole.card.published,
            any(str(time.year) in whole.text for time in question.times),
            times_a_thing(question.text),
        )
    beyond = _goes_beyond(question, whole, text) or _lasts_beyond(question, whole, text)
    if beyond:
        other_time = 0.0
    of_cue = question.cue in ("name", "purpose", "saying", "former name", "present name", "legal")
    return {
        # what explains an event may have happened before it
        "other_time": 0.5 * other_time if question.asked is Asked.WHY else other_time,
        "cue": float(of_cue and bool(spans)),
        "no_cue": float(of_cue and not spans),
        "against": float(
            question.asked is Asked.WHETHER and (beyond or bool(_LIMITS.search(text)))
        ),
        "unreal": float(
            _is_unreal(question, passage, spans) or _is_past(question, passage.passage.text)
        ),
        "list": float(
            question.asked is Asked.COUNTRY
            and is_plural(question)
            and len({span.start for span in spans}) >= 3
        ),
        "telling": float(
            question.asked is Asked.COUNT
            and bool(question.noun)
            and any(span.fit == 1 for span in spans)
            and not counted_class(question.noun[-1])
        ),
        "excluded": float(question.asked in _TAKERS and excludes(question, text)),
        "long": max(0.0, min(1.0, (len(text) - 150) / 200)),
    }


def _lasts_beyond(question: Question, whole: ReadArticle, text: str) -> bool:
    """Whether it is asked if something ended at some time, and a sentence of before gives a later
    end: "they run until 15 September"."""
    return (
        question.asked is Asked.WHETHER
        and _HAS_ENDED.search(question.text) is not None
        and lasts_until_later(question.times, text, whole.card.published)
    )


_HAS_ENDED: Final = re.compile(
    r"^\W*(?:did|was|were|has|have|had)\b.*\b(?:end|ended|expired?|run out|ran out|lapsed?|stop|"
    r"stopped|lifted|withdrawn|leave|left|close|closed|finish|finished|over|cease|ceased)\b",
    re.IGNORECASE,
)


def _goes_beyond(question: Question, whole: ReadArticle, text: str) -> bool:
    """Whether it is asked if something goes on after some time, and a report of that time says
    until when: "a few may stay until March"."""
    published = whole.card.published
    return (
        question.asked is Asked.WHETHER
        and published is not None
        and _BEYOND.search(question.text) is not None
        and _UNTIL_A_MONTH.search(text) is not None
        and any(
            published.year == time.year and (published.month or 0) >= max(time.months, default=0)
            for time in question.times
        )
    )


_BEYOND: Final = re.compile(
    rf"\b(?:after|beyond|past|later than)\s+(?:(?:the )?end of\s+)?"
    rf"(?:{MONTH.pattern}\s+)?\d{{4}}\b",
    re.IGNORECASE,
)
_UNTIL_A_MONTH: Final = re.compile(
    rf"\b(?:until|till|through)\s+(?:\w+ ){{0,2}}?{MONTH.pattern}(?!\s+\d{{4}})"
    r"|\buntil (?:the )?(?:spring|summer|next year|the new year)\b",
    re.IGNORECASE,
)


def _is_unreal(question: Question, passage: ReadPassage, spans: Sequence[Span]) -> bool:
    """Whether a sentence tells what is to come, where it is asked what happened.

    "2,370 soldiers are left, and they will go home": the clause of the figure decides.
    """
    if passage.stance not in _UNREAL or not _PAST.search(question.text):
        return False
    if _MEANT.search(question.text) or asks_of_promise(question):
        return False
    text = passage.passage.text
    parts = clauses(text)
    if not spans or question.asked not in _FIGURES:
        # "it was renamed because Finland is in the alliance and we plan as one region"
        return question.asked is not Asked.WHY or _TO_COME.search(parts[0]) is not None
    best = max(span.fit for span in spans)
    figures = [text[span.start : span.end] for span in spans if span.fit > best - _AS_SURE]
    holding = [part for part in parts if any(figure in part for figure in figures)]
    return all(_TO_COME.search(part) for part in holding)


def _is_past(question: Question, text: str) -> bool:
    """Whether it is asked when something ends, and a sentence tells of an end that is past."""
    return (
        question.asked is Asked.DATE
        and bool(_STILL_TO_END.search(question.text))
        and bool(_ENDED.search(text))
    )


# "it has been there since June 1999" gives no time to a number
_BEGINNING: Final = re.compile(rf"\bsince (?:{MONTH.pattern} )?(?:1[89]|20)\d\d\b", re.IGNORECASE)
_STAYS: Final = re.compile(
    r"\b(?:stay|remain|mandate|extend|extension|prolong|renew|last)\w*", re.IGNORECASE
)
_STILL_TO_END: Final = re.compile(
    r"^\W*(?:until )?when (?:does|do|will|must)\b.*\b(?:end|expire|run out|lapse|finish|"
    r"stop|close)",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(r"\b(?:ended|expired|ran out|lapsed|finished|stopped|closed)\b")
_AS_SURE: Final = 0.05  # fits that differ by less are as good


def _is_done_later(question: Question, text: str) -> bool:
    """Whether a sentence has what is asked about only in clauses on what is to come."""
    parts = [
        part
        for part in clauses(text)
        if any(says(deed, told) >= SAID for deed in question.deeds for told in stems(part))
    ]
    return bool(parts) and all(_WILL.search(part) for part in parts)


_WILL: Final = re.compile(r"\b(?:will|shall|(?:is|are) (?:due |expected |planned )?to)\b")
_MEANT = re.compile(
    r"\b(?:meant|supposed|allowed|permitted|authori[sz]ed|due|planned|intended|"
    r"expected|scheduled|promised|will|shall|going to|to (?:be|stay|last))\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|would|plan\w*|(?:is|are|was|were|due|expected|about|agreed) to|to be|"
    r"intend\w*|scheduled|slated)\b",
    re.IGNORECASE,
)
_LIMITS = negation(REFUSALS, "only")
_TAKERS: Final = (Asked.COUNTRY, Asked.WHO, Asked.WHICH)
_UNREAL: Final = (Stance.PLANNED, Stance.PROPOSED, Stance.HYPOTHETICAL)
_DID = re.compile(r"\bdid\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:did|was|were|has|have|had)\b", re.IGNORECASE)


def _context(
    question: Question, whole: ReadArticle, position: int, needs_before: bool
) -> tuple[Passage, ...]:
    """The sentence, with the one before it where that says what it speaks of."""
    own = whole.passages[position].passage
    opener = whole.asked_by.get(position)
    if opener is not None:
        caption = whole.caption(opener)
        return (whole.passages[opener if caption is None else caption].passage, own)
    where = whole.where(position)
    if where is not None and set(question.names) & whole.folded[where]:
        return tuple(whole.passages[at].passage for at in (where, position - 1, position))
    naming = naming_before(question, whole.told, position)
    if naming is not None and naming < position:
        return (whole.passages[naming].passage, own)
    first = told_before(whole.told, position)
    if question.asked is Asked.COUNT and leaves_out_noun(own.text) and first < position - 1:
        return tuple(one.passage for one in whole.passages[first : position + 1])
    start = whole.told_from(position)
    if start < position - 1 and any(name in whole.folded[start] for name in question.names):
        return tuple(one.passage for one in whole.passages[start : position + 1])
    if needs_before or whole.leans(position) or whole.names_before_only(position, question):
        return (whole.passages[position - 1].passage, own)
    return (own,)
