"""The latest report first, where it is asked until when something lasts or whether it still does.

A mandate is prolonged, and a report of two years ago gives another end than the one of today, in
better words perhaps. What the articles said earlier is history: a note, not the answer. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.briefs.asking.answers import answer_spans
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.spans import Span
from bot.briefs.asking.weighing import Scored
from bot.briefs.evidence import Evidence
from bot.model import NoteKind, day
from bot.store import View

_BEHIND = 3.0  # how much worse the newer report may fit the words of the question
_ABOUT = ("name_here", "name_focus", "name_beside", "name_topic")
_PAST = re.compile(
    r"\b(?:did|was|were|had|at first|first|initial\w*|original\w*|supposed|meant|planned)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:end|ends|expire\w*|run out|runs out|lapse\w*|over|finish\w*)\b", re.IGNORECASE
)
_STILL = re.compile(r"\bstill\b", re.IGNORECASE)


def asks_how_it_stands(question: Question) -> bool:
    """Whether the end of something that goes on is asked for, as of today."""
    text = question.text
    if question.times or _PAST.search(text):
        return False
    if question.asked is Asked.DATE:
        return question.cue == "until" or bool(_END.search(text))
    if question.asked is Asked.DURATION:
        return bool(re.search(r"\b(?:will|is|are|does|do|may|can|must|should)\b", text))
    return question.asked is Asked.WHETHER and bool(_STILL.search(text))


def latest_first(
    view: View, question: Question, good: list[Scored]
) -> tuple[list[Scored], list[Scored]]:
    """The answers to lead with, best first, and those that a later report has overtaken."""
    if not asks_how_it_stands(question):
        return good, []
    best = good[0]
    fit = [
        one
        for one in good
        if one.score >= best.score - _BEHIND
        and sum(one.signs[where] for where in _ABOUT) >= 0.99 * (1 - one.signs["no_name"])
        and (question.asked is Asked.WHETHER or _end_told(view, question, one) is not None)
    ]
    lead = max([best, *fit], key=lambda one: (_day(view, one), one is best, one.score))
    if not _day(view, lead):
        return good, []
    here = [
        one for one in good if one.passage.passage.article_id == lead.passage.passage.article_id
    ]
    here.sort(key=lambda one: (one is not lead, -one.score))
    same_day = [one for one in good if one not in here and _day(view, one) >= _day(view, lead)]
    told = _end_told(view, question, lead)
    older = [
        one
        for one in fit
        if one not in here
        and one not in same_day
        and _end_told(view, question, one) not in (None, told)
    ]
    return [*here, *same_day], older if question.asked is not Asked.WHETHER else []


def earlier_reports(
    view: View, question: Question, older: Sequence[Scored]
) -> tuple[NoteKind, str, Sequence[Evidence]]:
    """The note on what articles before the latest one said, newest first."""
    shown = sorted(older, key=lambda one: _day(view, one), reverse=True)[:2]
    told = " ⁄ ".join(
        f"{_end_told(view, question, one)} "
        f"({day(view.cards[one.passage.passage.article_id].published)})"
        for one in shown
    )
    return "superseded", f"Earlier reports: {told}.", [Evidence(one.context) for one in shown]


def _end_told(view: View, question: Question, one: Scored) -> str | None:
    """The words of a sentence for the end asked for, None where it has none that is sure."""
    spans = answer_spans(question, one.passage, view.gazetteer)
    best = max(spans, key=lambda span: (span.fit, -span.start), default=Span(0, 0, 0.0))
    text = one.passage.passage.text
    return text[best.start : best.end] if best.fit >= 0.6 else None


def _day(view: View, one: Scored) -> tuple[int, ...]:
    published = view.cards[one.passage.passage.article_id].published
    return published.order if published else ()
