"""How likely each sentence is the answer to a question: its signs, weighed. Reads `weights.toml`.

A score above 0 is an answer. The weights were fitted to questions with known answers
(`tests/gold/fit_weights.py`), so a new sign needs a fit, not a guess. Which sentences are no
candidates is decided in `refused`; what speaks for the others is told by `name_signs`,
`word_signs`, `closeness` and `sentence_signs`.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Final

from bot.briefs.asking.answers import has_kind
from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.closeness import closeness, together
from bot.briefs.asking.name_signs import name_signs
from bot.briefs.asking.parties import in_full
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.rarity import Rarity
from bot.briefs.asking.refused import (
    Candidate,
    candidate,
    read_inquiry,
    refused_by_names,
    refused_by_times,
    refused_by_words,
)
from bot.briefs.asking.sayings import Sayings
from bot.briefs.asking.sentence_signs import sentence_signs
from bot.briefs.asking.told_with import context_of
from bot.briefs.asking.word_signs import word_signs
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


@functools.cache
def _weights_of(group: str) -> Mapping[str, float]:
    """What each sign counts in a group of questions: there, and in every one."""
    every, own = _weights()["every"], _weights()[group]
    return {name: every.get(name, 0.0) + own.get(name, 0.0) for name in {*every, *own}}


def weigh(asked: Asked, signs: Mapping[str, float]) -> float:
    """Above 0 where a sentence is rather the answer than not."""
    weights = _weights_of(GROUPS[asked])
    gained = sum(value * weights.get(name, 0.0) for name, value in signs.items() if value)
    return weights["bias"] + gained - _weights()["answer"]["enough"]


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
    inquiry = read_inquiry(question, view.gazetteer)
    for article, passages in read.items():
        whole = ReadArticle(view.cards[article], passages, view, question.places)
        asked = in_full(question, whole)
        sayings = Sayings(asked, whole, view)
        if sayings.lack_subject:
            continue
        for position in range(len(passages)):
            one = candidate(asked, inquiry, whole, position, sayings, view)
            if one is not None and (scored := _score(one, rarity)) is not None:
                yield scored


def _score(one: Candidate, rarity: Rarity) -> Scored | None:
    """A candidate with its signs; None for one that they show to be none."""
    question, whole, position, fit = one.question, one.whole, one.position, one.fit
    signs, needs_before = name_signs(question, whole, position, one.view, one.sayings)
    if refused_by_names(one, signs):
        return None
    signs |= word_signs(question, whole, position, rarity, fit, one.sayings)
    if refused_by_words(one, signs):
        return None
    signs |= together(signs)
    if has_kind(question):
        signs["unfit"] = 1.0 - fit
        signs["close"] = closeness(question, one.spans, one.passage, one.view)
        both = signs["both_here"] + 0.9 * signs["both_near"] + 0.6 * signs["both_topic"]
        signs["both_fit"] = both * fit
    signs |= sentence_signs(question, whole, position, one.spans)
    if refused_by_times(one, signs):
        return None
    return Scored(
        one.passage,
        context_of(question, whole, position, needs_before),
        signs,
        weigh(question.asked, signs),
    )
