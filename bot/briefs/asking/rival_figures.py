"""Where two articles answer with two values: what may be compared, and what the note says. Pure.

Values are of one thing where they count the same and stand in nearly the same measure. A later
report that tells the earlier value too has replaced it; a number that grows or is of another day
replaces it as well. All else differs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from bot.briefs.asking.answers_measured import lengths, prices
from bot.briefs.asking.answers_when import days
from bot.briefs.asking.counted_nouns import kinds_behind
from bot.briefs.asking.counting import counted
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.weighing import Scored
from bot.briefs.differences import figure
from bot.briefs.evidence import Evidence
from bot.briefs.versions import are_versions
from bot.language.agreement import agree, is_of_all_its_time, quantity_of
from bot.language.quantities import KM_PER
from bot.model import NoteKind, Quantity, Stance, day
from bot.store import ArticleCard, ReadPassage, View

Note = tuple[NoteKind, str, Sequence[Evidence]]


def figures(view: View, question: Question, one: Scored) -> list[Quantity]:
    """The values of a sentence that may answer a question for one."""
    return _figures_of(view, question, one.passage, " ".join(p.text for p in one.context[:-1]))


def _figures_of(
    view: View, question: Question, passage: ReadPassage, before: str = ""
) -> list[Quantity]:
    text = passage.passage.text
    if question.asked is Asked.COUNT:
        return [
            quantity_of(text, amount, kinds_behind(text, amount))
            for amount in counted(question, text, view.gazetteer, before=before)
        ]
    if question.asked in (Asked.LENGTH, Asked.HEIGHT, Asked.AREA):
        return [quantity_of(text, amount) for amount in lengths(question, text)]
    if question.asked is Asked.MONEY:
        return prices(text)
    if question.asked is Asked.DATE and question.cue is None:
        published = view.cards[passage.passage.article_id].published
        return days(text, published.year if published else None)
    return []


def size(quantity: Quantity) -> float:
    """The value in a measure that others of its kind can be set beside."""
    return quantity.value * KM_PER.get(quantity.unit, 1.0)


def may_rival(one: Quantity, other: Quantity) -> bool:
    """Whether two values are near enough to be of the same thing, told otherwise."""
    if one.unit == "day" or other.unit == "day":
        return one.unit == other.unit and abs(one.value - other.value) <= _DAYS_OF_ONE_EVENT
    return _of_one_kind(one, other) and _apart(one, other) < _NEAR


_NEAR: Final = 1.7  # times as large
_DAYS_OF_ONE_EVENT: Final = 31


def _of_one_kind(one: Quantity, other: Quantity) -> bool:
    """Whether two values are both lengths, both of one currency, or count the same things."""
    if one.unit in KM_PER or other.unit in KM_PER:
        return one.unit in KM_PER and other.unit in KM_PER
    mine, theirs = set(one.unit.split()), set(other.unit.split())
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _apart(one: Quantity, other: Quantity) -> float:
    """How many times larger the larger of two values is."""
    small, large = sorted((size(one), size(other)))
    return large / small if small else float("inf")


def rivals(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Whether some value may be of the same thing as another, and none of them agrees."""
    return any(may_rival(a, b) for a in mine for b in theirs) and not _some_agree(mine, theirs)


def difference(
    view: View,
    question: Question,
    chosen: Sequence[Scored],
    read: Mapping[str, Sequence[ReadPassage]],
) -> Note | None:
    """A note where two articles give two values: they differ, or the later replaces the other."""
    lead = chosen[0]
    for other in chosen[1:]:
        cards = [view.cards[one.passage.passage.article_id] for one in (lead, other)]
        if cards[0] == cards[1] or are_versions(*cards):
            continue
        if _some_agree(*(_told_by(view, question, chosen, card) for card in cards)):
            continue
        pair = _nearest(figures(view, question, lead), figures(view, question, other))
        if pair is None or not _comparable(view, question, lead, other, pair):
            continue
        told = " ⁄ ".join(
            f"{figure(value)} ({card.publisher or card.title}, {day(card.published)})"
            for value, card in zip(pair, cards, strict=True)
        )
        evidence = [Evidence(lead.context), Evidence(other.context)]
        kind = _kind(view, question, (lead, other), pair, read)
        if kind == "sources_differ":
            return kind, f"Sources differ: {told}.", evidence
        if kind == "superseded":
            return kind, f"Figures of different dates: {told}.", evidence
    return None


def _told_by(
    view: View, question: Question, chosen: Sequence[Scored], card: ArticleCard
) -> list[Quantity]:
    """All values that are told from an article."""
    return [
        value
        for one in chosen
        if one.passage.passage.article_id == card.id
        for value in figures(view, question, one)
    ]


def _some_agree(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    return any(_agree(a, b) for a in mine for b in theirs)


def _agree(one: Quantity, other: Quantity) -> bool:
    if one.unit == "day" or other.unit == "day":
        return one.unit == other.unit and one.value == other.value
    return _of_one_kind(one, other) and agree(one, other)


def _nearest(
    mine: Sequence[Quantity], theirs: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    pairs = [(a, b) for a in mine for b in theirs if _of_one_kind(a, b)]
    return min(pairs, key=lambda pair: _apart(*pair), default=None)


def _comparable(
    view: View, question: Question, lead: Scored, other: Scored, pair: tuple[Quantity, Quantity]
) -> bool:
    """Whether two values are of the same: no part of it, no plan, no other event."""
    one, two = pair
    if question.asked is Asked.DATE:
        return may_rival(one, two)
    if question.asked is Asked.LENGTH and _apart(one, two) > _OF_ONE_LENGTH:
        # of a part of it, or of the fence beside it
        sure = min(lead.score, other.score) >= _SURE and not question.about_border
        return sure and _apart(one, two) < _NEAR
    if question.asked is Asked.MONEY and _apart(one, two) > _OF_ONE_PRICE:
        return False
    if question.asked not in _CHANGES:
        return True
    planned = [item.passage.stance in _TO_COME for item in (lead, other)]
    allowed = [bool(_ALLOWED.search(item.passage.passage.text)) for item in (lead, other)]
    given = [_giver(view, question, lead, one), _giver(view, question, other, two)]
    return all(len({*of}) == 1 for of in (planned, allowed, given))


def _giver(view: View, question: Question, one: Scored, value: Quantity) -> str | None:
    """The country whose share a number is, where its share is not what is asked for: "Benin has
    offered 2,000"."""
    text = one.passage.passage.text
    at = text.find(value.text)
    begin = max((end.end() for end in _CLAUSE.finditer(text, 0, max(at, 0))), default=0)
    for place in view.gazetteer.mentions(text):
        if place.key in question.places or not begin <= place.start < at:
            continue
        if _GIVES.search(text[place.end : at]):
            return place.key
    return None


_CLAUSE: Final = re.compile(r"[;:,]\s")
_GIVES: Final = re.compile(
    r"\b(?:sen[dt]s?|give[sn]?|gave|provid\w+|contribut\w+|suppl(?:y|ies|ied)|promis\w+|offer\w*|"
    r"pledg\w+|lend[s]?|lent|commit\w*)\b",
    re.IGNORECASE,
)


_SURE: Final = 2.0
_OF_ONE_LENGTH: Final = 1.4  # two lengths of one line seldom differ by more
_OF_ONE_PRICE: Final = 4
_TO_COME: Final = (Stance.PLANNED, Stance.PROPOSED, Stance.HYPOTHETICAL)
_ALLOWED: Final = re.compile(
    r"\b(?:authori[sz]\w+|ceiling|allowed|permitted|may have|upper limit|maximum|mandated)\b", re.I
)


def _kind(
    view: View,
    question: Question,
    told: tuple[Scored, Scored],
    pair: tuple[Quantity, Quantity],
    read: Mapping[str, Sequence[ReadPassage]],
) -> NoteKind | None:
    """Whether two values differ or the later has replaced the earlier; None where they are too far
    apart to be of one thing."""
    cards = [view.cards[one.passage.passage.article_id] for one in told]
    at = max((0, 1), key=lambda n: _order(cards[n]))
    later, early = told[at], told[1 - at]
    if _order(cards[at]) > _order(cards[1 - at]):
        beside = [
            value
            for passage in _around(read[later.passage.passage.article_id], later)
            if _EARLIER.search(passage.passage.text)
            for value in _figures_of(view, question, passage)
        ]
        if _some_agree(beside, [pair[1 - at]]) or _SO_FAR.search(early.passage.passage.text):
            return "superseded"
    state = _MONTHS_OF_SLOW if _stays(pair) else _MONTHS_OF_ONE_STATE
    if question.asked not in _CHANGES or _months_apart(*cards) <= state:
        return "sources_differ"
    if _is_of_what_is_over(question, told):
        return "sources_differ" if _apart(*pair) < _OF_ONE_EVENT else None
    return "superseded"


def _order(card: ArticleCard) -> tuple[int, int, int]:
    return card.published.order if card.published else (0, 0, 0)


_CHANGES: Final = (Asked.COUNT, Asked.MONEY)


def _stays(pair: Sequence[Quantity]) -> bool:
    """Whether what is counted hardly changes in a few years: countries, crossings."""
    return any({*value.unit.split()} & _LASTING for value in pair)


_LASTING: Final = frozenset(("countries", "crossings"))
_MONTHS_OF_SLOW: Final = 36
_MONTHS_OF_ONE_STATE: Final = 2
_OF_ONE_EVENT: Final = 4  # times as many, told of the same event


def _around(passages: Sequence[ReadPassage], one: Scored) -> list[ReadPassage]:
    """A sentence and those beside it."""
    number = one.passage.passage.number
    return [p for p in passages if abs(p.passage.number - number) <= 2]


# "A month ago it had spoken of 100"
_EARLIER: Final = re.compile(
    r"\b(?:ago|earlier|previous\w*|before|formerly|once|at first|initial\w*|original\w*|instead of|"
    r"(?:up|down) from|had (?:had|been|stood|numbered|spoken|counted|given|put)|used to|"
    r"last (?:year|month|week|spring|summer|autumn|winter)|the year before|correct\w*|revis\w+)\b",
    re.IGNORECASE,
)


def _is_of_what_is_over(question: Question, told: Sequence[Scored]) -> bool:
    """Whether a number is asked that no longer changes: of a deed that is past, of a height."""
    if question.times and (question.months or question.deeds):
        return True
    if any(is_of_all_its_time(one.passage.passage.text) for one in told):
        return True
    of_deed = question.deeds or question.asked is Asked.MONEY or _AT_MOST.search(question.text)
    return bool(of_deed) and bool(_DID.search(question.text) or not _GOING_ON.search(question.text))


_DID: Final = re.compile(r"\bdid\b", re.IGNORECASE)
_GOING_ON: Final = re.compile(
    r"\b(?:now|still|today|so far|yet|currently|have|has|is|are|does|do|will|shall|can|may)\b", re.I
)
_AT_MOST: Final = re.compile(r"\b(?:height|peak|largest|biggest|strongest|most)\b", re.IGNORECASE)
_SO_FAR: Final = re.compile(
    r"\b(?:so far|by now|to date|until now|up to now|as yet)\b", re.IGNORECASE
)


def _months_apart(one: ArticleCard, other: ArticleCard) -> int:
    if one.published is None or other.published is None:
        return 0
    a = one.published.year * 12 + (one.published.month or 6)
    b = other.published.year * 12 + (other.published.month or 6)
    return abs(a - b)
