"""Which of the articles found are worth reading for a question. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.briefs.asking.question import Question
from bot.briefs.asking.rarity import Rarity
from bot.language.words import stems
from bot.store import ReadPassage, View

_ARTICLES: Final = 10  # articles read for one question
_OF_KIN: Final = 0.3  # what a word akin counts beside one of the question


def promising(
    found: Sequence[ReadPassage],
    question: Question,
    view: View,
    rarity: Rarity,
    kin: Sequence[str] = (),
) -> list[str]:
    """The articles that hold most of the question's words, or words akin to them, best first."""
    wanted = {*question.search_stems, *kin}
    held: dict[str, set[str]] = {}
    for passage in found:
        article = passage.passage.article_id
        have = held.setdefault(article, set())
        have.update(wanted.intersection(stems(passage.passage.text)))
    named: dict[str, set[str]] = {}
    for passage in found:
        known = {*passage.missions, *passage.places} & {*question.missions, *question.places}
        named.setdefault(passage.passage.article_id, set()).update(known)
    for article, have in held.items():
        have.update(wanted.intersection(stems(view.cards[article].title)))
    ranked = sorted(
        held,
        key=lambda a: (
            -sum(rarity.weight(s) * (_OF_KIN if s in kin else 1) for s in sorted(held[a]))
            - len(named[a]),
            view.cards[a].file,
        ),
    )
    return ranked[:_ARTICLES]
