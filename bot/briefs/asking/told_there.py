"""What may be the answer in a sentence, in its row of a table, or in what it leans on. Pure.

A sentence is looked at with what stands around it: a row has its header, and "it supplied most of
the soldiers" the sentence before. What an answer looks like is in `answers`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.briefs.asking.answers import FIGURES, answer_spans, may_lean_on_before
from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.left_unsaid import told_before
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.sayings import says
from bot.briefs.asking.spans import Span
from bot.language.quantities import undated
from bot.language.words import stems
from bot.store import View


def spans_in(question: Question, whole: ReadArticle, position: int, view: View) -> Sequence[Span]:
    """What may be the answer in a sentence, in its row of a table, or in what it leans on."""
    passage = whole.passages[position]
    opener = whole.asked_by.get(position)
    if opener is not None and _in_column(question, whole, opener, position):
        return [Span(0, len(passage.passage.text), 1.0)]
    before = whole.passages[position - 1] if position else None
    earlier = ""
    if may_lean_on_before(question):
        earlier = " ".join(whole.told[told_before(whole.told, position) : position])
    spans = answer_spans(question, passage, view.gazetteer, earlier)
    asked_here, asked_there = _measure(question.text), _measure_asked(whole, opener)
    if question.asked in FIGURES and asked_here and asked_there:
        if question.asked is not Asked.COUNT and not asked_here & asked_there:
            return []  # what is said to "How wide is it?" tells no length
        if not spans and asked_here & asked_there:
            text = passage.passage.text
            far = question.asked in (Asked.LENGTH, Asked.HEIGHT)
            spans = [Span(one.start, one.end, 0.9) for one in undated(text) if one.km or not far]
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


def _measure_asked(whole: ReadArticle, opener: int | None) -> frozenset[str]:
    """What an article itself asks to be measured right before: "How wide is it?"."""
    return frozenset() if opener is None else _measure(whole.passages[opener].passage.text)


def _measure(question: str) -> frozenset[str]:
    found = _HOW.search(question) if question else None
    return frozenset(stems(found[1])) if found else frozenset()


_HOW = re.compile(
    r"\bhow (?:many )?((?<=many )[a-z]+|long|wide|broad|deep|high|tall|far|large|big|strong|old)\b",
    re.IGNORECASE,
)
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
    of_kind = _COLUMNS.get(question.asked)
    is_sum = of_kind if question.asked is Asked.MONEY else None
    for name, cell in zip(names, cells, strict=True):
        if is_sum is not None and not is_sum.search(f"{name} {cell}"):
            continue
        heads = frozenset(stems(name))
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
