"""The names by which sentences may call the missions of a corpus. Pure."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.facts.mission_name import core
from bot.facts.status import Named
from bot.language.lexicon import Entry, entry
from bot.language.missions import WRITTEN_SMALL
from bot.language.words import Word, fold, stem, words


@dataclass(frozen=True, slots=True)
class MissionIndex:
    """The missions known to a corpus: folded name → key. Names of one mission share a key."""

    keys: Mapping[str, str]
    longest: Mapping[str, int] = field(init=False, repr=False, compare=False)
    """The first word of names → how many words the longest of them has, eight at most."""

    def __post_init__(self) -> None:
        longest: dict[str, int] = {}
        for name in self.keys:
            first, *others = name.split(" ")
            longest[first] = min(8, max(longest.get(first, 0), 1 + len(others)))
        object.__setattr__(self, "longest", longest)

    def find(self, text: str, named_here: frozenset[str]) -> list[str]:
        """Keys of the missions that a text names, each once, in order."""
        return list(dict.fromkeys(named.key for named in self.named(text, named_here)))

    def named(self, text: str, named_here: frozenset[str]) -> list[Named]:
        """The missions that a text names and where, in order.

        A single word must be named as a mission somewhere in the article itself, or be written
        in capitals: "Guardian" alone is not Sea Guardian.
        """
        tokens = words(text)
        found: list[Named] = []
        behind = 0  # the position behind the name found last
        for position, word in enumerate(tokens):
            if position < behind:
                continue
            small = not (word.text[0].isupper() or word.text[0].isdigit())
            if small and self.longest.get(word.text, 0) < WRITTEN_SMALL:
                continue
            length = self._match(tokens, position, named_here)
            if length and (not small or length >= WRITTEN_SMALL):
                window = tokens[position : position + length]
                key = self.keys[" ".join(_bare(word.text) for word in window)]
                found.append(Named(key, window[0].start, window[-1].end))
                behind = position + length
        return found

    def _match(self, tokens: Sequence[Word], position: int, named_here: frozenset[str]) -> int:
        """How many words the name has that begins at a word with a capital or a digit, or 0."""
        longest = self.longest.get(_bare(tokens[position].text), 0)
        for length in range(min(longest, len(tokens) - position), 0, -1):
            window = tokens[position : position + length]
            name = " ".join(_bare(word.text) for word in window)
            key = self.keys.get(name)
            if key is None:
                continue
            if length > 1 or name in named_here or key in named_here or window[0].text.isupper():
                return length
            if _is_no_english_word(tokens, position):
                return length
        return 0


def _is_no_english_word(tokens: Sequence[Word], position: int) -> bool:
    """Whether a word with a capital can hardly be but the name: Althea, and no other capital
    beside it that would make it a person's or a place's."""
    word = tokens[position]
    beside = [*tokens[max(0, position - 1) : position], *tokens[position + 1 : position + 2]]
    alone = not any(other.capitalised and _gap(word, other) < 2 for other in beside)
    return alone and len(word.text) > 4 and entry(stem(_bare(word.text))) == Entry()


def _gap(one: Word, other: Word) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


@functools.lru_cache(maxsize=16384)
def _bare(word: str) -> str:
    return re.sub(r"'s$|'$", "", fold(word))


def index_name(name: str) -> str:
    """A mission's core name as the words that `MissionIndex` compares."""
    return " ".join(_bare(word.text) for word in words(core(name)))
