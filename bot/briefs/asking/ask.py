"""`/ask`: the sentences that answer a plain question, or that the articles don't say.

The articles that speak of what is asked are read sentence by sentence (`found`). A sentence answers
when it holds the kind of thing asked for, and speaks of everything that the question is about:
itself, or through what it refers to. Where none does, nothing is claimed.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from bot.briefs.asking.border_questions import border_length, whether_they_border
from bot.briefs.asking.chosen import MOST, choose, order, the_list_first
from bot.briefs.asking.compound import parts_of
from bot.briefs.asking.found import weighed
from bot.briefs.asking.latest import earlier_reports, latest_first
from bot.briefs.asking.leaning import Part
from bot.briefs.asking.lengths import thing_asked_for
from bot.briefs.asking.merged import merged
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.question.reading import read_question
from bot.briefs.asking.rival_actors import other_side
from bot.briefs.asking.rival_figures import difference
from bot.briefs.asking.told_beside import told_beside, with_other_word
from bot.briefs.asking.weighing import Scored
from bot.briefs.differences import figure
from bot.briefs.evidence import Evidence, make_brief, pointer
from bot.briefs.lines import asks_of_a_part, pair_of_line, tells_of_other_lines
from bot.language.agreement import LAND_AND_WATER
from bot.model import Answer, Brief, FactKind, NoAnswer, Note, NoteKind, Request, Stance
from bot.store import ReadPassage, View


async def ask(view: View, request: Request) -> Answer:
    """At most three claims that answer, or that the articles don't say."""
    text = (request.option("question") or "").strip()
    if not text:
        return NoAnswer(request, "Ask a question", "No question was asked.", view.corpus)
    parts = parts_of(text, view.missions)
    told: list[Answer] = []
    for part in parts:
        told.append(await _of_part(view, request, part, told[:1]))
    return told[0] if len(told) == 1 else merged(request, told, view.cards)


async def _of_part(view: View, request: Request, part: Part, first: Sequence[Answer]) -> Answer:
    """What answers one of the questions that were asked in one; where it names nothing itself, it
    is about what the first one was."""
    briefs = [answer for answer in first if isinstance(answer, Brief)] if part.unnamed else []
    beside = frozenset(one.article_id for brief in briefs for one in brief.citations)
    answer = await _of_question(view, request, part.text, beside)
    if isinstance(answer, NoAnswer) and part.alone:
        return await _of_question(view, request, part.alone)
    return answer


async def _of_question(
    view: View, request: Request, text: str, beside: frozenset[str] = frozenset()
) -> Answer:
    # in a thread, so that a large corpus holds up nobody else
    question = await asyncio.to_thread(read_question, text, view.gazetteer, view.missions)
    if question.asked is Asked.LENGTH and not question.places:
        pair = await pair_of_line(view, text)
        told = await border_length(view, request, replace(question, places=pair)) if pair else None
        lead = told.claims[0].text if isinstance(told, Brief) else ""
        if told and not tells_of_other_lines(question.text, lead):
            return await _with_difference(view, request, question, told)
    if question.asked is Asked.LENGTH and (asks_of_a_part(text) or _HOW_FAR.search(text)):
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
    return await _from_sentences(view, request, question, beside)


async def _from_sentences(
    view: View, request: Request, question: Question, beside: frozenset[str] = frozenset()
) -> Answer:
    """What is told, before all else in the articles `beside`, where any are."""
    read, scored = await weighed(view, question)
    if any(one.score >= 0 and one.passage.passage.article_id in beside for one in scored):
        scored = [one for one in scored if one.passage.passage.article_id in beside]
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
    for note in answer.notes:
        if note.kind in _DIFFER and not await _is_of_one_line(view, note, question.places):
            return told
    # what differs is of the line whose length was told, no stretch of it
    lead = re.sub(r" \(≈[^()]*\)", "", told.claims[0].text)
    return answer if any(lead.endswith(one.quote) for one in answer.citations) else told


# what a border is moved by, or how wide its strip is, is no length of it
_HOW_FAR: Final = re.compile(r"\bhow (?:far|wide|deep|close|near|broad)\b", re.IGNORECASE)
_DIFFER: Final = ("sources_differ", "superseded")


async def _is_of_one_line(view: View, note: Note, places: Sequence[str]) -> bool:
    """Whether the lengths that a note sets against each other are of the line between two places,
    and of one part of it, as far as facts were read from its sentences."""
    line = {*view.gazetteer.line_of(*places)} if len(places) == 2 else set()
    scopes = set()
    for one in note.citations:
        for fact in await view.facts_of_article(one.article_id):
            if fact.kind is not FactKind.LENGTH or fact.quantity is None:
                continue
            if not one.quote.endswith(fact.passages[fact.at].text):
                continue
            if figure(fact.quantity) not in note.text:
                continue
            scopes.add(fact.scope)
            pairs = [{*view.gazetteer.line_of(*pair)} for pair in fact.pairs]
            if pairs and line and line not in pairs:
                return False
    return not {"land", LAND_AND_WATER} <= scopes


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
    good = the_list_first(sorted(good, key=lambda one: order(view, question, one)))
    good, superseded = latest_first(view, question, good)
    whole = read[good[0].passage.passage.article_id]
    chosen = choose(view, question, good, scored)
    chosen = [*chosen, *told_beside(question, chosen, whole)][:MOST]
    chosen[0] = with_other_word(question, chosen[0], whole)
    notes: list[tuple[NoteKind, str, Sequence[Evidence]]] = []
    if superseded:
        notes.append(earlier_reports(view, question, superseded))
    if differ := difference(view, question, chosen, read):
        notes.append(differ)
    elif side := other_side(view, question, chosen[0], scored):
        rest = [one for one in chosen[1:] if one.passage is not side[0].passage]
        chosen = [chosen[0], side[0], *rest][:MOST]
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
