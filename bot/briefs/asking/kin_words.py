"""Other words by which an article may tell what a question asks, for a second look at the index.

Pure but for the names known. "How did the Frenchman die?" shares no word with "a French sergeant
was killed".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.briefs.asking.question import Question
from bot.language.lexicon import kin_of
from bot.language.places import Gazetteer
from bot.language.words import stems, stop_words
from bot.store import ReadPassage


def are_covered(question: Question, found: Sequence[ReadPassage]) -> bool:
    """Whether the sentences found of any one article hold most words of a question."""
    wanted = frozenset(question.search_stems)
    held: dict[str, set[str]] = {}
    for passage in found:
        have = held.setdefault(passage.passage.article_id, set())
        have.update(wanted.intersection(stems(passage.passage.text)))
    most = max((len(have) for have in held.values()), default=0)
    return most >= _ENOUGH * len(wanted)


_ENOUGH: Final = 0.6  # of the words of a question


def kin_words(question: Question, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Stems of the words akin to those of a question, and of the names of its places."""
    asked = frozenset(question.search_stems)
    stopped = stop_words()
    found = [
        word
        for key in question.places
        if (place := gazetteer.places.get(key)) is not None
        for name in (place.name, *place.demonyms)
        for word in stems(name)
    ]
    found += [word for term in (*question.terms, *question.noun) for word in sorted(kin_of(term))]
    return tuple(dict.fromkeys(w for w in found if w not in asked and w not in stopped))
