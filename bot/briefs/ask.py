"""`/ask`: the sentences that answer a plain question, or that the articles don't say.

The articles that speak of what is asked are read sentence by sentence. A sentence answers when it
holds the kind of thing asked for, and speaks of everything that the question is about: itself, or
through what it refers to. Where none does, nothing is claimed.
"""

from __future__ import annotations

import asyncio
import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.briefs.answers import counted, holds_answer, lengths
from bot.briefs.borders import _facts_of_pair
from bot.briefs.differences import agree, length_differences
from bot.briefs.evidence import Evidence, make_brief, pointer
from bot.briefs.links import day
from bot.briefs.question import Asked, Question, read_question
from bot.language.quantities import Amount
from bot.language.words import alike, fold, stem, words
from bot.model import (
    Answer,
    Fact,
    FactKind,
    NoAnswer,
    NoteKind,
    Passage,
    Quantity,
    Request,
    Stance,
)
from bot.store import ArticleCard, ReadPassage, View

_ARTICLES = 10  # articles read for one question
_SENTENCES = 150  # sentences asked of the index
_MOST = 3  # claims of an answer


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with how much of the question it covers, 0…1, itself and with its context."""

    passage: ReadPassage
    context: tuple[Passage, ...]
    score: float
    direct: float
    missing: int


async def ask(view: View, request: Request) -> Answer:
    """At most three claims that answer, or that the articles don't say."""
    text = (request.option("question") or "").strip()
    if not text:
        return NoAnswer(request, "Ask a question", "No question was asked.", view.corpus)
    question = read_question(text, view.gazetteer, view.missions)
    if question.about_border and question.asked is Asked.LENGTH and len(question.places) == 2:
        answer = await _border_length(view, request, question)
        if answer is not None:
            return answer
    stems = question.search_stems
    found = await view.search(stems, _SENTENCES)
    frequencies = await view.frequencies(stems)
    total = await view.sentence_count()
    articles = _promising(found, question, view, frequencies, total)
    read = {article: list(await view.passages(article)) for article in articles}
    scored = await asyncio.to_thread(_score_all, question, read, view, frequencies, total)
    return _answer(view, request, question, scored, articles)


def _weight(term: str, frequencies: Mapping[str, int], total: int) -> float:
    return 0.4 + math.log((total + 2) / (frequencies.get(term, 0) + 1)) / math.log(total + 2)


def _promising(
    found: Sequence[ReadPassage],
    question: Question,
    view: View,
    frequencies: Mapping[str, int],
    total: int,
) -> list[str]:
    """The articles that hold most of the question's words, best first."""
    stems = set(question.search_stems)
    held: dict[str, set[str]] = {}
    for passage in found:
        article = passage.passage.article_id
        have = held.setdefault(article, set())
        have |= {w.stem for w in words(passage.passage.text)} & stems
    for article, have in held.items():
        have |= {w.stem for w in words(view.cards[article].title)} & stems
    ranked = sorted(
        held,
        key=lambda a: (
            -sum(_weight(s, frequencies, total) for s in sorted(held[a])),
            view.cards[a].file,
        ),
    )
    return ranked[:_ARTICLES]


# ── how far a sentence covers a question ────────────────────────────────────────────────────


def _score_all(
    question: Question,
    read: Mapping[str, Sequence[ReadPassage]],
    view: View,
    frequencies: Mapping[str, int],
    total: int,
) -> list[Scored]:
    scored = []
    for article, passages in read.items():
        card = view.cards[article]
        whole = _Article(card, passages)
        for position in range(len(passages)):
            one = _score(question, whole, position, view, frequencies, total)
            if one is not None:
                scored.append(one)
    return scored


class _Article:
    """An article's sentences with their stems and folded words, taken once."""

    def __init__(self, card: ArticleCard, passages: Sequence[ReadPassage]) -> None:
        self.card = card
        self.passages = passages
        self.stems = [frozenset(w.stem for w in words(p.passage.text)) for p in passages]
        self.folded = [_folded(p.passage.text) for p in passages]
        self.title_stems = frozenset(w.stem for w in words(card.title))
        self.title_folded = _folded(card.title)
        self.missions = frozenset(m for p in passages for m in p.missions)
        self.places = frozenset(k for p in passages for k in p.places)


def _folded(text: str) -> frozenset[str]:
    return frozenset(fold(w.text).removesuffix("'s") for w in words(text))


def _has_name(name: str, folded: frozenset[str]) -> bool:
    if name in folded:
        return True
    allowed = 0 if len(name) < 5 else 1
    return bool(allowed) and any(
        abs(len(word) - len(name)) <= 1 and OSA.distance(name, word, score_cutoff=1) <= 1
        for word in folded
    )


def _score(
    question: Question,
    whole: _Article,
    position: int,
    view: View,
    frequencies: Mapping[str, int],
    total: int,
) -> Scored | None:
    passage = whole.passages[position]
    if not _right_time(question, whole, passage):
        return None
    if not holds_answer(question, passage, view.gazetteer):
        return None
    before = position - 1 if position else None
    near = before is not None and (
        whole.passages[before].passage.paragraph == passage.passage.paragraph
    )
    gained = direct = whole_weight = 0.0
    missing = 0
    needs_before = False

    def add(weight: float, here: float, around: float) -> None:
        nonlocal gained, direct, whole_weight, missing
        whole_weight += weight
        gained += weight * max(here, around)
        direct += weight * here
        missing += max(here, around) == 0

    for key in question.places:
        related = _related(key, view)
        here = (
            1.0
            if related & set(passage.places)
            else 0.9
            if related & set(passage.focus_places)
            else 0.0
        )
        if key in question.noun_places and related & set(passage.places):
            here = 1.0
        elif (
            key in question.noun_places
            and question.asked is Asked.COUNT
            and not question.missions
            and not here
        ):
            return None
        around = 0.0
        if not here and related & whole.places:
            around = (
                0.6 if before is not None and related & set(whole.passages[before].places) else 0.45
            )
            if near and around == 0.6:
                needs_before = True
        add(1.0, here, around)
        if max(here, around) == 0:
            return None
    for key in question.missions:
        here = 1.0 if key in passage.missions else 0.95 if key in passage.focus_missions else 0.0
        around = 0.6 if key in whole.missions else 0.0
        if max(here, around) == 0:
            return None
        add(1.2, here, around)
    for name in question.names:
        here = 1.0 if _has_name(name, whole.folded[position]) else 0.0
        if not here and alike_any(stem(name), whole.stems[position]):
            here = 0.85
        around = 0.0
        if not here:
            if before is not None and _has_name(name, whole.folded[before]):
                around = 0.75
                needs_before = needs_before or near
            elif _has_name(name, whole.title_folded):
                around = 0.7
            elif any(_has_name(name, folded) for folded in whole.folded):
                around = 0.45
        if max(here, around) == 0:
            return None
        add(1.2, here, around)
    for term in question.terms:
        here = _term_in(term, whole.stems[position])
        around = 0.0
        if not here:
            if before is not None and _term_in(term, whole.stems[before]):
                around = 0.5
            elif _term_in(term, whole.title_stems):
                around = 0.45
            elif any(term in stems for stems in whole.stems):
                around = 0.25
        add(_weight(term, frequencies, total), here, around)
    noun = question.noun[-1] if question.noun else None
    if noun and question.asked in (Asked.WHICH,):
        here = _term_in(noun, whole.stems[position])
        around = (
            0.5
            if _term_in(noun, whole.title_stems)
            or (before is not None and _term_in(noun, whole.stems[before]))
            else 0.0
        )
        add(1.0, here, around)
    if not whole_weight:
        return None
    context: tuple[Passage, ...] = (passage.passage,)
    if needs_before and before is not None:
        context = (whole.passages[before].passage, passage.passage)
    return Scored(passage, context, gained / whole_weight, direct / whole_weight, missing)


@functools.lru_cache(maxsize=4096)
def alike_any(term: str, stems: frozenset[str]) -> bool:
    return any(alike(term, other) for other in stems)


def _term_in(term: str, stems: frozenset[str]) -> float:
    if term in stems:
        return 1.0
    if alike_any(term, stems):
        return 0.8
    if len(term) >= 6 and any(
        len(other) >= 6
        and (other.startswith(term[:6]) or OSA.distance(term, other, score_cutoff=1) <= 1)
        for other in stems
    ):
        return 0.75
    return 0.0


def _related(key: str, view: View) -> frozenset[str]:
    """The place, its members, what lies within it, and what it lies within."""
    place = view.gazetteer.places.get(key)
    if place is None:
        return frozenset((key,))
    within = {other.key for other in view.gazetteer.places.values() if other.within == key}
    return frozenset({key, *place.members, *within})


def _right_time(question: Question, whole: _Article, passage: ReadPassage) -> bool:
    """A year in the question must be the sentence's, or that of the article."""
    if not question.years:
        return True
    text = passage.passage.text
    if any(str(year) in text for year in question.years):
        return True
    published = whole.card.published
    return (
        published is not None
        and any(
            published.year in (year, year + 1) and not _other_year(text, question.years)
            for year in question.years
        )
        and (published.year in question.years or not any(str(y) in text for y in range(1900, 2100)))
    )


def _other_year(text: str, years: Sequence[int]) -> bool:
    import re

    found = {int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", text)}
    return bool(found) and found.isdisjoint(years)


# ── from sentences to an answer ─────────────────────────────────────────────────────────────


def _enough(question: Question, one: Scored) -> bool:
    """Whether a sentence covers enough of a question to be its answer."""
    parts = (
        len(question.terms) + len(question.names) + len(question.places) + len(question.missions)
    )
    if parts == 0:
        return False
    if question.asked in (Asked.WHETHER, Asked.WHAT, Asked.WHY):
        return one.score >= 0.62 and one.direct >= 0.42
    if question.asked in (Asked.COUNT, Asked.LENGTH, Asked.HEIGHT, Asked.AREA, Asked.MONEY):
        return one.score >= 0.66 and one.direct >= 0.4
    return one.score >= 0.66 and one.direct >= 0.45


def _answer(
    view: View,
    request: Request,
    question: Question,
    scored: Sequence[Scored],
    articles: Sequence[str],
) -> Answer:
    good = [one for one in scored if _enough(question, one)]
    good.sort(key=lambda one: _order(view, question, one))
    if not good:
        return _nothing(view, request, articles)
    chosen = _chosen(view, question, good)
    notes: list[tuple[NoteKind, str, Sequence[Evidence]]] = []
    if difference := _difference(view, question, chosen):
        notes.append(difference)
    denied = [one for one in chosen if one.passage.stance is Stance.DENIED]
    if denied:
        notes.append(("hedged", "Denied: see the sources.", [Evidence(denied[0].context)]))
    return make_brief(
        request,
        Request("ask", (("question", question.text),), request.text),
        "Reported:" if question.asked is Asked.WHETHER else "The articles say:",
        [Evidence(one.context) for one in chosen],
        view.cards,
        view.corpus,
        notes,
    )


def _order(view: View, question: Question, one: Scored) -> tuple[object, ...]:
    card = view.cards[one.passage.passage.article_id]
    date = card.published.order if card.published else (0, 0, 0)
    fits = bool(question.years and card.published and card.published.year in question.years)
    # scores are compared in steps, so that among equals the newer report leads
    step = round((one.score + 0.3 * one.direct) * 12)
    return (-step, not fits, tuple(-part for part in date), card.file, one.passage.passage.number)


def _chosen(view: View, question: Question, good: Sequence[Scored]) -> list[Scored]:
    best = good[0]
    chosen = [best]
    value = _figures(view, question, best)
    for one in good[1:]:
        if len(chosen) >= _MOST:
            break
        same_article = one.passage.passage.article_id == best.passage.passage.article_id
        close = one.score + 0.3 * one.direct >= 0.93 * (best.score + 0.3 * best.direct)
        figures = _figures(view, question, one)
        if same_article:
            denies = one.passage.stance in (Stance.DENIED, Stance.NEGATED)
            if (close and question.asked not in _ONE_VALUE) or (
                denies
                and question.asked is Asked.WHETHER
                and one.score >= 0.8 * best.score
                and best.passage.stance not in (Stance.DENIED, Stance.NEGATED)
            ):
                chosen.append(one)
        elif close or (
            value and figures and one.score >= 0.8 * best.score and question.asked in _ONE_VALUE
        ):
            chosen.append(one)
    return chosen


_ONE_VALUE = (Asked.COUNT, Asked.LENGTH, Asked.HEIGHT, Asked.AREA, Asked.MONEY, Asked.DATE)


def _figures(view: View, question: Question, one: Scored) -> list[Amount]:
    text = one.passage.passage.text
    if question.asked is Asked.COUNT:
        return counted(question, text, view.gazetteer)
    if question.asked in (Asked.LENGTH, Asked.HEIGHT, Asked.AREA):
        return lengths(question, text)
    return []


def _difference(
    view: View, question: Question, chosen: Sequence[Scored]
) -> tuple[NoteKind, str, Sequence[Evidence]] | None:
    """Sources differ, or a later figure replaces an earlier, where two articles give two figures."""
    lead = chosen[0]
    for other in chosen[1:]:
        if other.passage.passage.article_id == lead.passage.passage.article_id:
            continue
        mine, theirs = _figures(view, question, lead), _figures(view, question, other)
        if not mine or not theirs:
            continue
        if any(agree(_quantity(lead, a), _quantity(other, b)) for a in mine for b in theirs):
            continue
        cards = [view.cards[one.passage.passage.article_id] for one in (lead, other)]
        texts = [
            one.passage.passage.text[a.start : a.end]
            for one, a in ((lead, mine[0]), (other, theirs[0]))
        ]
        told = " ⁄ ".join(
            f"{text} ({card.publisher or card.title}, {day(card.published)})"
            for text, card in zip(texts, cards, strict=True)
        )
        evidence = [Evidence(lead.context), Evidence(other.context)]
        if question.asked is Asked.COUNT and _months_apart(*cards) > 2:
            return "superseded", f"Figures of different dates: {told}.", evidence
        return "sources_differ", f"Sources differ: {told}.", evidence
    return None


def _months_apart(one: ArticleCard, other: ArticleCard) -> int:
    if one.published is None or other.published is None:
        return 0
    a = one.published.year * 12 + (one.published.month or 6)
    b = other.published.year * 12 + (other.published.month or 6)
    return abs(a - b)


def _quantity(one: Scored, amount: Amount) -> Quantity:
    text = one.passage.passage.text[amount.start : amount.end]
    return Quantity(amount.value, amount.unit or "", text, amount.approximation)


async def _border_length(view: View, request: Request, question: Question) -> Answer | None:
    """The lengths reported for the border of two places; None where the question is of a part."""
    facts = [
        fact
        for fact in await _facts_of_pair(view, *question.places)
        if fact.kind is FactKind.LENGTH
    ]
    if not facts:
        return None
    exact = [
        fact for fact in facts if any(set(pair) == set(question.places) for pair in fact.pairs)
    ]
    facts = exact or facts
    facts.sort(key=lambda fact: (_newest_first(view, fact), fact.passages[fact.at].number))
    sentences = list({fact.passages: fact for fact in facts}.values())
    whole = [fact for fact in sentences if fact.scope is None] or sentences
    articles = dict.fromkeys(fact.passages[0].article_id for fact in whole)
    one_each = [next(f for f in whole if f.passages[0].article_id == a) for a in articles][:_MOST]
    return make_brief(
        request,
        Request("ask", (("question", question.text),), request.text),
        "The articles say:",
        [Evidence(fact.passages) for fact in one_each],
        view.cards,
        view.corpus,
        length_differences(facts, view),
    )


def _newest_first(view: View, fact: Fact) -> tuple[int, ...]:
    card = view.cards[fact.passages[0].article_id]
    return tuple(-part for part in (card.published.order if card.published else (0, 0, 0)))


def _nothing(view: View, request: Request, articles: Sequence[str]) -> NoAnswer:
    near = [view.cards[article] for article in articles[:1]]
    why = "No sentence loaded holds what is asked for."
    if near:
        why = f"The nearest article is “{near[0].title}”, but it does not say."
    return NoAnswer(
        request=request,
        title="The articles don't say",
        why=why,
        corpus=view.corpus,
        see_also=tuple(pointer(card) for card in near),
    )
