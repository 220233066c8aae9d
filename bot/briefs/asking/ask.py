"""`/ask`: the sentences that answer a plain question, or that the articles don't say.

The articles that speak of what is asked are read sentence by sentence. A sentence answers when it
holds the kind of thing asked for, and speaks of everything that the question is about: itself, or
through what it refers to. Where none does, nothing is claimed. One module: which of the sentences
are told depends on what stands beside the best of them.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.briefs.asking.answers import tells_reason
from bot.briefs.asking.articles import gives_a_bare_figure
from bot.briefs.asking.border_questions import border_length, whether_they_border
from bot.briefs.asking.kin_words import are_covered, kin_words
from bot.briefs.asking.latest import earlier_reports, latest_first
from bot.briefs.asking.lengths import thing_asked_for
from bot.briefs.asking.promising import promising
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.question.reading import read_question
from bot.briefs.asking.rarity import Rarity
from bot.briefs.asking.rival_actors import other_side
from bot.briefs.asking.rival_figures import difference, figures, may_rival, rivals
from bot.briefs.asking.weighing import Scored, score_all
from bot.briefs.evidence import Evidence, make_brief, pointer
from bot.briefs.lines import asks_of_a_part, pair_of_line, tells_of_other_lines
from bot.language.negation import REFUSALS, negation
from bot.language.quantities import amounts, is_date_part
from bot.language.words import is_question
from bot.model import (
    Answer,
    Brief,
    NoAnswer,
    NoteKind,
    Request,
    Stance,
)
from bot.store import ReadPassage, View

_SENTENCES = 150  # sentences asked of the index
_KIN_WORDS = 24  # words akin to those of a question that are looked up, the rarest
_KIN_SENTENCES = 60  # sentences asked of the index for them
_MOST = 3  # claims of an answer


async def ask(view: View, request: Request) -> Answer:
    """At most three claims that answer, or that the articles don't say."""
    text = (request.option("question") or "").strip()
    if not text:
        return NoAnswer(request, "Ask a question", "No question was asked.", view.corpus)
    # in a thread, so that a large corpus holds up nobody else
    question = await asyncio.to_thread(read_question, text, view.gazetteer, view.missions)
    if question.asked is Asked.LENGTH and not question.places:
        pair = await pair_of_line(view, text)
        told = await border_length(view, request, replace(question, places=pair)) if pair else None
        lead = told.claims[0].text if isinstance(told, Brief) else ""
        if told and not tells_of_other_lines(question.text, lead):
            return await _with_difference(view, request, question, told)
    if question.asked is Asked.LENGTH and asks_of_a_part(text):
        return await _from_sentences(view, request, question)
    if question.about_border and question.asked is Asked.LENGTH and len(question.places) == 2:
        answer = await border_length(view, request, question)
        if answer or thing_asked_for(text) in (None, "border"):
            if answer is not None:
                return await _with_difference(view, request, question, answer)
            return await _silent(view, request, question)
    if question.about_border and question.asked is Asked.WHETHER and len(question.places) == 2:
        answer = await whether_they_border(view, request, question)
        if answer is not None:
            return answer
    return await _from_sentences(view, request, question)


async def _from_sentences(view: View, request: Request, question: Question) -> Answer:
    read, scored = await weighed(view, question)
    return await asyncio.to_thread(_answer, view, request, question, scored, read)


async def _with_difference(
    view: View, request: Request, question: Question, told: Answer
) -> Answer:
    """What the facts on a border tell, unless a sentence that no fact was read from gives another
    length: "the 391 kilometres that separate the two countries"."""
    if not isinstance(told, Brief) or any(note.kind in _DIFFER for note in told.notes):
        return told
    answer = await _from_sentences(view, request, question)
    differ = isinstance(answer, Brief) and any(note.kind in _DIFFER for note in answer.notes)
    if not differ or not isinstance(answer, Brief):
        return told
    # what differs is of the line whose length was told, no stretch of it
    lead = re.sub(r" \(≈[^()]*\)", "", told.claims[0].text)
    return answer if any(lead.endswith(one.quote) for one in answer.citations) else told


_DIFFER: Final = ("sources_differ", "superseded")


async def weighed(
    view: View, question: Question
) -> tuple[Mapping[str, Sequence[ReadPassage]], Sequence[Scored]]:
    """The articles read for a question, best first, and their sentences that may answer it."""
    stems = question.search_stems
    by_words, by_missions = await asyncio.gather(
        view.search(stems, _SENTENCES), _about_missions(view, question)
    )
    found = [*by_words, *by_missions]
    named = {passage.passage.article_id for passage in found}
    kin: Sequence[str] = ()
    if not await asyncio.to_thread(are_covered, question, found):
        others = kin_words(question, view.gazetteer)
        counts = await view.frequencies(others)
        rarest = sorted((word for word in others if counts.get(word)), key=counts.__getitem__)
        kin = rarest[:_KIN_WORDS]
        found += await view.search(kin, _KIN_SENTENCES)
    rarity = Rarity(await view.frequencies([*stems, *kin]), await view.sentence_count())
    articles = await asyncio.to_thread(promising, found, question, view, rarity, kin)
    read = await view.passages_of(articles)
    scored = await asyncio.to_thread(score_all, question, read, view, rarity)
    # what was found by other words only must say everything that is asked
    return read, [
        one
        for one in scored
        if one.passage.passage.article_id in named or not one.signs["word_missing"]
    ]


async def _about_missions(view: View, question: Question) -> list[ReadPassage]:
    """Sentences of the articles that tell of a mission by another of its names."""
    facts = [fact for key in question.missions for fact in await view.facts_of_mission(key)]
    articles = list(dict.fromkeys(fact.passages[0].article_id for fact in facts))
    read = await view.passages_of(articles[:_MISSION_ARTICLES])
    return [passage for passages in read.values() for passage in passages]


_MISSION_ARTICLES = 10


async def _silent(view: View, request: Request, question: Question) -> NoAnswer:
    """No answer, with the article that speaks most of what was asked."""
    found = await view.search(question.search_stems, 20)
    return _nothing(view, request, [passage.passage.article_id for passage in found[:1]])


def _answer(
    view: View,
    request: Request,
    question: Question,
    scored: Sequence[Scored],
    read: Mapping[str, Sequence[ReadPassage]],
) -> Answer:
    if not (question.terms or question.names or question.places or question.missions):
        return _nothing(view, request, list(read))
    good = [one for one in scored if one.score >= 0]
    if not good:
        return _nothing(view, request, list(read))
    good.sort(key=lambda one: _order(view, question, one))
    good, superseded = latest_first(view, question, good)
    whole = read[good[0].passage.passage.article_id]
    chosen = _chosen(view, question, good, scored)
    chosen = [*chosen, *_beside(question, chosen, whole)][:_MOST]
    chosen[0] = _with_other_word(question, chosen[0], whole)
    notes: list[tuple[NoteKind, str, Sequence[Evidence]]] = []
    if superseded:
        notes.append(earlier_reports(view, question, superseded))
    if differ := difference(view, question, chosen, read):
        notes.append(differ)
    elif side := other_side(view, question, chosen[0], scored):
        rest = [one for one in chosen[1:] if one.passage is not side[0].passage]
        chosen = [chosen[0], side[0], *rest][:_MOST]
        notes.append(side[1])
    denied = [one for one in chosen if one.passage.stance is Stance.DENIED]
    if denied:
        notes.append(("hedged", "Denied: see the sources.", [Evidence(denied[0].context)]))
    return make_brief(
        request,
        request,
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
    return (
        -round(one.score * (2 if question.asked in _ONE_VALUE else 4)),
        not fits,
        tuple(-part for part in date),
        card.file,
        one.passage.passage.number,
    )


def _chosen(
    view: View, question: Question, good: Sequence[Scored], scored: Sequence[Scored]
) -> list[Scored]:
    """The best sentence, and those that are nearly as good; more of them where it is not sure."""
    best = good[0]
    chosen = [best]
    value = figures(view, question, best)
    sure = best.score >= _SURE
    near = (1.0 if question.asked in _SINGLE else 1.4) if sure else 1.6
    if question.asked is Asked.WHAT and _HAPPENED.search(question.text):
        near = 2.0  # the story goes on behind
    for one in _followers(view, question, good, scored):
        if len(chosen) >= _MOST:
            break
        behind = best.score - one.score
        if one.passage.passage.article_id == best.passage.passage.article_id:
            completes = one.signs["list"] > best.signs["list"] or (
                question.asked is Asked.WHY and one.signs["unfit"] == 0 < best.signs["unfit"]
            )
            if behind <= (3.0 if completes else near):
                chosen.append(one)
        elif behind <= (0.5 if question.asked in _SINGLE else 0.9) or (
            value
            and question.asked in _ONE_VALUE
            and one.passage.passage.article_id not in {c.passage.passage.article_id for c in chosen}
            and (theirs := figures(view, question, one))
            and (behind <= 2.5 or (behind <= _far(question, one) and rivals(value, theirs)))
        ):
            chosen.append(one)
    if question.asked is Asked.WHETHER and not any(
        _NEGATED.search(one.passage.passage.text) for one in chosen
    ):
        here = best.passage.passage.article_id
        against = [
            one
            for one in scored
            if one.signs["against"]
            and one not in chosen
            and one.passage.passage.article_id == here
            and (
                one.score >= max(-1.0, best.score - 3)
                or (
                    abs(one.passage.passage.number - best.passage.passage.number) <= 3
                    and one.score >= -2
                )
            )
        ]
        # a denial before a limit; the one that says most of the question itself is of the same
        against.sort(
            key=lambda one: (
                not _NEGATED.search(one.passage.passage.text),
                one.signs["unsaid"],
                -one.score,
                one.passage.passage.number,
            )
        )
        chosen = [*chosen[: _MOST - 1], *against[:1]]
    return chosen


_NEGATED = negation(REFUSALS)
_SURE = 1.5


def _followers(
    view: View, question: Question, good: Sequence[Scored], scored: Sequence[Scored]
) -> list[Scored]:
    """The other good sentences, and, of other articles, figures that may be of the same thing."""
    best = good[0]
    if question.asked is Asked.WHAT and _HAPPENED.search(question.text):
        return sorted(good[1:], key=lambda one: not _is_right_behind(one, best))
    mine = figures(view, question, best)
    if question.asked not in _ONE_VALUE or not mine:
        return list(good[1:])
    here = best.passage.passage.article_id
    like = [
        one
        for one in scored
        if _RIVAL <= one.score < 0
        and one.passage.passage.article_id != here
        and (theirs := figures(view, question, one))
        and (any(may_rival(a, b) for a in mine for b in theirs))
    ]
    like.sort(key=lambda one: -one.score)
    return [*good[1:], *like]


_RIVAL = -1.8  # from this score on, a value of another article may be of the same thing
_RIVAL_BEHIND = 3.2
_NAMED_BEHIND = 7.0
_DONE_BEHIND = 4.6


def _far(question: Question, one: Scored) -> float:
    """How far behind the best a value of another article may be that contradicts it: further
    where it is told of all the names asked for, by name."""
    names = len(question.places) + len(question.names) + len(question.missions)
    here = one.signs["name_here"]
    named = names > 1 and here > 0.99 and question.asked is Asked.LENGTH
    if question.deeds and one.signs["deed_here"] == 1 and here + one.signs["name_beside"] >= 0.5:
        return _DONE_BEHIND  # the same deed of one of them
    return _NAMED_BEHIND if named else _RIVAL_BEHIND


_HAPPENED: Final = re.compile(
    r"\bwhat (?:has |had |have )?(?:happened|became|become)\b", re.IGNORECASE
)


def _is_right_behind(one: Scored, best: Scored) -> bool:
    own, lead = one.passage.passage, best.passage.passage
    return own.article_id == lead.article_id and own.number == lead.number + 1


def _beside(
    question: Question, chosen: Sequence[Scored], whole: Sequence[ReadPassage]
) -> list[Scored]:
    """What stands right beside the best sentence and completes it.

    That is what denies it ("China denies this"), or, where it tells what happened and not why, the
    reason.
    """
    best = chosen[0]
    number = best.passage.passage.number
    told = {one.passage.passage.number for one in chosen}
    beside = [
        p for p in whole if abs(p.passage.number - number) <= 2 and p.passage.number not in told
    ]
    beside = [p for p in beside if not is_question(p.passage.text)]
    if question.asked is Asked.WHETHER:
        found = [p for p in beside if p.passage.number > number and p.stance is Stance.DENIED]
    elif question.asked is Asked.WHY and best.signs["unfit"] > 0:
        found = [
            p
            for p in beside
            if (
                abs(p.passage.number - number) == 1
                and p.passage.paragraph == best.passage.passage.paragraph
            )
            or tells_reason(p.passage.text)
        ]
        found.sort(
            key=lambda p: (
                not tells_reason(p.passage.text),
                abs(p.passage.number - number),
                p.passage.number < number,
            )
        )
    else:
        found = []
    return [Scored(p, (p.passage,), {}, 0.0) for p in found]


def _with_other_word(question: Question, best: Scored, whole: Sequence[ReadPassage]) -> Scored:
    """The best sentence with the one behind it that has a figure of somebody else for the same:
    "China speaks of about 2,000"."""
    own = best.passage.passage
    behind = next((p.passage for p in whole if p.passage.number == own.number + 1), None)
    if behind is None or behind.paragraph != own.paragraph or question.asked not in _ONE_VALUE:
        return best
    given, other = (
        [amount.value for amount in amounts(text) if not is_date_part(text, amount)]
        for text in (own.text, behind.text)
    )
    like = any(one and 1 / _AS_LARGE < two / one < _AS_LARGE for one in given for two in other)
    if not (like and gives_a_bare_figure(behind.text)):
        return best
    return replace(best, context=(*best.context, behind))


_AS_LARGE = 4  # times larger or smaller: what two sides say of one thing
_ONE_VALUE = (Asked.COUNT, Asked.LENGTH, Asked.HEIGHT, Asked.AREA, Asked.MONEY, Asked.DATE)
_SINGLE = (*_ONE_VALUE, Asked.WHO, Asked.WHERE)


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
