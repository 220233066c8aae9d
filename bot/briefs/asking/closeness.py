"""How near the words, the names and what may be the answer stand together in a sentence.

Pure but for the gazetteer of the view.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from typing import Final

from bot.briefs.asking.question import Question
from bot.briefs.asking.sayings import SAID
from bot.briefs.asking.spans import Span
from bot.language.lexicon import kinship
from bot.language.words import Word, as_name, words
from bot.store import ReadPassage, View


def together(signs: Mapping[str, float]) -> dict[str, float]:
    """How far the words are said where the names are told of: the product of the shares."""
    word = (
        signs["word_here"]
        + 0.7 * signs["word_leaned"]
        + 0.4 * signs["word_before"]
        + 0.3 * signs["word_title"]
        + 0.5 * signs["no_word"]
    )
    return {
        "both_here": word * (signs["name_here"] + signs["no_name"]),
        "both_near": word * (signs["name_focus"] + signs["name_beside"]),
        "both_topic": word * (signs["name_topic"] + 0.5 * signs["name_near"]),
    }


def closeness(question: Question, spans: Sequence[Span], passage: ReadPassage, view: View) -> float:
    """How near to what may be the answer the words stand that a sentence has of a question."""
    text = passage.passage.text
    tokens = words(text)
    of_terms = [
        [number for number, word in enumerate(tokens) if kinship(term, word.stem) >= SAID]
        for term in question.terms
    ]
    asked = set(question.places)
    starts = (
        {m.start for m in view.gazetteer.mentions(text, passage.places) if m.key in asked}
        if asked
        else _NO_STARTS
    )
    of_names = [
        number
        for number, word in enumerate(tokens)
        if word.start in starts or as_name(word.text) in question.names
    ]
    spots = [(1.0, found) for found in of_terms if found]
    spots += [(0.5, of_names)] if of_names else []
    return max((span.fit * _near(span, spots, tokens, text) for span in spans), default=0.0)


_NO_STARTS: Final[Set[int]] = frozenset()


def _near(
    span: Span, spots: Sequence[tuple[float, Sequence[int]]], tokens: Sequence[Word], text: str
) -> float:
    at = [n for n, word in enumerate(tokens) if word.start < span.end and word.end > span.start]
    if not at or not spots:
        return 0.5 if at else 0.0
    first, last = tokens[at[0]], tokens[at[-1]]
    gained = 0.0
    for weight, found in spots:
        gained += weight * max(
            1.0
            if at[0] <= n <= at[-1]
            else _step(at[0] - n, text[tokens[n].end : first.start])
            if n < at[0]
            else _step(n - at[-1], text[last.end : tokens[n].start])
            for n in found
        )
    return gained / sum(weight for weight, _ in spots)


def _step(words_between: int, between: str) -> float:
    """Nearness by the number of words, less where another clause begins between."""
    return max(0.0, 1 - words_between / 14) * (0.6 if _CLAUSE.search(between) else 1.0)


_CLAUSE = re.compile(r";|\b(?:but|while|whereas)\b")
