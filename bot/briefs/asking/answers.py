"""Where a sentence holds an answer of the kind that was asked for, and how surely.

Pure. A sentence that speaks of the right things but not of the thing asked is no answer: "the
exercise began on Friday" does not say how many aircraft carriers took part. What each kind of
answer looks like is in `answers_when`, `answers_measured` and `answers_named`; here are those of a
few words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.briefs.asking.answers_measured import area, distance, height, money, often, share
from bot.briefs.asking.answers_named import (
    countries,
    sayings,
    where,
    which,
    who,
)
from bot.briefs.asking.answers_renamed import former_or_present_names
from bot.briefs.asking.answers_when import how_long, when
from bot.briefs.asking.counting import fitting
from bot.briefs.asking.implied import asks_most, leaves_it_unsaid, says_most
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.shells import marks_wanted
from bot.briefs.asking.spans import Span, matching, phrases
from bot.language.lexicon import kinship
from bot.language.negation import negation
from bot.language.places import Gazetteer
from bot.language.quantities import amounts
from bot.language.words import alike, stem, words
from bot.store import ReadPassage


def answer_spans(
    question: Question, passage: ReadPassage, gazetteer: Gazetteer, before: str = ""
) -> list[Span]:
    """The parts of a sentence that may be the answer and that the question did not say itself.

    Empty for a question that any sentence may answer ("whether", most of "what"). `before` is the
    sentence before, from which a number may have its noun.
    """
    if _EVERY.search(question.text) and not _EVERY.search(passage.passage.text):
        return []
    found = list(_spans(question, passage, gazetteer, before))
    if question.asked in _NAMED:
        found = [
            span for span in found if not _NOT_BEFORE.search(passage.passage.text[: span.start])
        ]
    if leaves_it_unsaid(question, passage.passage.text):
        found.append(Span(0, len(passage.passage.text), 1.0))
    if (
        question.asked is Asked.COUNT
        and question.missions
        and asks_most(question)
        and not says_most(passage.passage.text)
    ):
        return [span._replace(fit=0.5 * span.fit) for span in found]
    if question.cue in ("former", "later") and not phrases("holders", question.cue).search(
        passage.passage.text
    ):
        return [span._replace(fit=0.4 * span.fit) for span in found]
    return found


def has_kind(question: Question) -> bool:
    """Whether only some sentences can hold what is asked for."""
    asks_of_any = question.asked in (Asked.WHETHER, Asked.WHAT)
    return not asks_of_any or question.cue not in (None, "paper")


def may_lean_on_before(question: Question) -> bool:
    """Whether an answer may be told with the sentence before: a number without its noun."""
    return question.asked is Asked.COUNT or question.cue in _RENAMED


_RENAMED: Final = ("former name", "present name")
FIGURES: Final = (
    *(Asked.COUNT, Asked.LENGTH, Asked.HEIGHT, Asked.AREA, Asked.DURATION, Asked.OFTEN),
    *(Asked.SHARE, Asked.MONEY, Asked.DATE),
)
"""Kinds of questions that a figure answers."""
ONE_VALUE: Final = (Asked.COUNT, Asked.LENGTH, Asked.HEIGHT, Asked.AREA, Asked.MONEY, Asked.DATE)
"""Kinds of questions of which two different answers contradict each other."""

_NAMED = (Asked.WHO, Asked.COUNTRY, Asked.WHICH, Asked.WHERE)
_NOT_BEFORE = re.compile(
    r"\b(?:not|nor|neither)\s+(?:(?:the|in|from|by|at|to)\s+)*$", re.IGNORECASE
)
# "every day": a number without it is of something else
_EVERY = re.compile(
    r"\b(?:every|each|any|per|a|an) (?:day|night|week|month|year)\b|\b(?:daily|weekly|monthly|"
    r"yearly|annual\w*|day and night|round the clock|around the clock)\b",
    re.IGNORECASE,
)


def tells_reason(text: str) -> bool:
    """Whether a sentence says why, whatever else it says."""
    return bool(phrases("reason").search(text))


def excludes(question: Question, text: str) -> bool:
    """Whether a sentence tells who has no part in something, where that is not asked."""
    sought = phrases("excluded")
    return (
        bool(sought.search(text))
        and not sought.search(question.text)
        and not _NOT.search(question.text)
    )


_NOT = negation()


def _spans(
    question: Question, passage: ReadPassage, gazetteer: Gazetteer, before: str
) -> Iterator[Span]:
    text = passage.passage.text
    asked = question.asked
    if question.cue in _RENAMED:
        yield from former_or_present_names(question, passage, gazetteer, before)
    elif question.cue == "legal":
        yield from matching(phrases("legal"), text, 0.8)
    elif asked is Asked.COUNT:
        in_uniform = bool(passage.missions or passage.focus_missions)
        for amount, fit in fitting(question, text, gazetteer, in_uniform, before):
            yield Span(amount.start, amount.end, fit)
        for match in _NONE.finditer(text):  # "no soldier was killed" is a number, too
            noun = stem(match[1])
            if question.noun and noun == question.noun[-1]:
                yield Span(match.start(), match.end(), 0.9)
        for sought, fit in ((_SINGLE, 0.9), (_PART_OF, 0.8)) if question.noun else ():
            for match in sought.finditer(text):
                named = [stem(word) for word in match[1].split()]
                if any(alike(word, question.noun[-1]) for word in named):
                    yield Span(match.start(), match.end(), fit)
        yield from _none_of_it(question, text)
        if question.noun and question.noun[-1] in _PERSONS:
            yield from matching(_NOBODY, text, 0.9)
    elif asked is Asked.LENGTH:
        yield from distance(question, text)
    elif asked is Asked.SHARE:
        yield from share(question, text)
    elif asked is Asked.HEIGHT:
        yield from height(text)
    elif asked is Asked.AREA:
        yield from area(question, text)
    elif asked is Asked.DURATION:
        yield from how_long(question, text)
    elif asked is Asked.MONEY:
        yield from money(text)
    elif asked is Asked.OFTEN:
        yield from often(text)
    elif asked is Asked.DATE:
        yield from when(question, text)
    elif asked is Asked.COUNTRY:
        yield from countries(question, text, passage, gazetteer)
    elif asked is Asked.WHO:
        yield from who(question, text, passage, gazetteer)
    elif asked is Asked.WHERE:
        yield from where(question, text, passage, gazetteer)
    elif asked is Asked.WHY:
        yield from matching(phrases("reason"), text, 1.0)
        yield from matching(phrases("reason", "faint"), text, 0.5)
        if _NOT.search(question.text):
            yield from matching(phrases("reason", "held_back"), text, 0.7)
    elif marks := marks_wanted(question):
        yield from matching(marks, text, 0.9)
    elif asked is Asked.WHICH:
        yield from which(question, text, passage, gazetteer)
    elif question.cue == "former":
        yield from matching(phrases("holders", "former"), text, 1.0)
    elif question.cue in ("use", "consequence"):
        yield from matching(phrases(question.cue), text, 1.0)
    elif question.cue == "compared":
        yield from matching(phrases("compared"), text, 1.0)
        yield from (Span(a.start, a.end, 0.8) for a in amounts(text))
    elif question.cue == "means":
        yield from matching(_MEANS, text, 1.0)
        yield Span(0, len(text), 0.5)
    elif question.cue == "cause":
        yield from matching(phrases("reason"), text, 1.0)
        yield Span(0, len(text), 0.6)
    elif question.cue == "purpose":
        yield from matching(_PURPOSE, text, 1.0)
        yield from matching(phrases("purpose"), text, 0.7)
    elif question.cue == "name":
        yield from matching(phrases("name"), text, 1.0)
    elif question.cue == "vote":
        yield from matching(phrases("vote"), text, 1.0)
        yield from matching(phrases("vote", "faint"), text, 0.5)
    elif question.cue == "saying":
        yield from sayings(question, text, passage, gazetteer)


def _none_of_it(question: Question, text: str) -> Iterator[Span]:
    """Where it is said that nobody did it: "was invited but did not send troops"."""
    if not question.noun or not question.deeds:
        return
    tokens = words(text)
    for number, word in enumerate(tokens):
        if not any(kinship(deed, word.stem) >= _SAID for deed in question.deeds):
            continue
        led = text[tokens[max(0, number - 3)].start : word.start]
        behind = tokens[number + 1 : number + 4]
        if _DID_NOT.search(led) and any(alike(w.stem, question.noun[-1]) for w in behind):
            yield Span(word.start, word.end, 0.9)


_SAID = 0.5  # from this kinship on, a word is said
_DID_NOT = re.compile(r"\b(?:not|never|refus\w+ to|declin\w+ to)\s+(?:\w+ly\s+|yet\s+)?$", re.I)
_NONE = re.compile(
    r"\b(?:no|not an?|not one|not a single|none of (?:the|its|their|his|these|those)) "
    r"(?:\w+ )??(\w+)\b",
    re.IGNORECASE,
)
# "a single railway line", "58 per cent of Finns"
_SINGLE = re.compile(
    r"\b(?:an? single|an? lone|the only|the sole|only one|just one) ([\w-]+(?: [\w-]+)?)",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"(?:\bper cent|\bpercent|%|\b(?:half|thirds?|quarters?|fifths?|tenths?|majority))\s+of\s+"
    r"(?:(?:the|all|its|their|his|those|these)\s+)*([\w-]+(?:\s+[\w-]+)?)",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:nobody|no one|no-one|uninhabited|unpopulated)\b", re.IGNORECASE)
_MEANS = re.compile(
    r"\b(?:by|with|using|via|through|aboard|on foot|on board|in an?|from)\s+(?=\w)", re.IGNORECASE
)
_PERSONS = frozenset(stem(word) for word in "people inhabitants persons residents".split())
_PURPOSE = re.compile(
    r"\b(?:task|aim|purpose|goal|mandate|job|mission|role|objective)s?\s+"
    r"(?:is|was|are|were|will be|would be)\b",
    re.IGNORECASE,
)
