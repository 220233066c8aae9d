"""What the articles have on one statement: the sentences for and against it, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.language.words import stop_words, words
from bot.model import Passage, newest_first
from bot.store import View

_MOST_OF_STATEMENT: Final = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """What the articles have on one statement; all lists are empty where they don't cover it.

    `outdated` are older reports that say what newer ones contradict.
    """

    statement: str
    supporting: tuple[tuple[Passage, ...], ...] = ()
    contradicting: tuple[tuple[Passage, ...], ...] = ()
    denying: tuple[tuple[Passage, ...], ...] = ()
    outdated: tuple[tuple[Passage, ...], ...] = ()

    @property
    def told(self) -> tuple[bool, bool, bool]:
        """Whether something supports it, contradicts it, denies it."""
        return bool(self.supporting), bool(self.contradicting), bool(self.denying)


def newest_of(view: View, found: Sequence[tuple[Passage, ...]]) -> tuple[tuple[Passage, ...], ...]:
    """The newest sentence of each article, of the newest few articles."""

    def order(one: tuple[Passage, ...]) -> tuple[object, ...]:
        card = view.cards[one[0].article_id]
        return (newest_first(card.published), card.file, one[0].number)

    by_article = {one[0].article_id: one for one in sorted(found, key=order, reverse=True)}
    return tuple(sorted(by_article.values(), key=order)[:_MOST_OF_STATEMENT])


def telling(text: str) -> list[str]:
    """The stems of the words that carry something."""
    stopped = stop_words()
    return [word.stem for word in words(text) if word.text.lower() not in stopped]
