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
    weights = {s: rarity.weight(s) * (_OF_KIN if s in kin else 1) for s in sorted(wanted)}
    asked = {*question.missions, *question.places}
    held: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    for passage in found:
        article = passage.passage.article_id
        have = held.setdefault(article, set(stems(view.cards[article].title)))
        have.update(stems(passage.passage.text))
        known = asked.intersection((*passage.missions, *passage.places))
        named.setdefault(article, set()).update(known)
    ranked = sorted(
        held,
        key=lambda a: (
            -sum(weight for s, weight in weights.items() if s in held[a]) - len(named[a]),
            view.cards[a].file,
        ),
    )
    return ranked[:_ARTICLES]
