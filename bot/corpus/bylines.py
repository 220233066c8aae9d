"""Bylines: lines that name who wrote an article."""

from __future__ import annotations

import re
from functools import cache

from bot.corpus.rules import table
from bot.corpus.wording import ends_sentence, folded, is_name, tokens, word_count

_SHORTEST, _LONGEST = 2, 14


def author_of(text: str) -> str | None:
    """The author that a line names (`By our correspondent`, `Von Anna Beispiel`), or None."""
    if not _SHORTEST <= word_count(text) <= _LONGEST or ends_sentence(text):
        return None
    line = text.strip(" *_–—-|•")
    start = folded(line)
    if not start.startswith(_byline_words()):
        return None
    opening = next(word for word in _byline_words() if start.startswith(word))
    rest = line[len(opening) :].strip(" :*_")
    name = re.split(r"[|•·]|\s[–—-]\s|,\s|\s(?:in|for|at|und|and)\s", rest)[0].strip()
    if not name or not rest[:1].isalpha():
        return None
    if _names_a_role(name) or (is_name(name, 5) and (word_count(name) >= 2 or opening == "by ")):
        return name
    return None


def without_role(author: str) -> str:
    """The words before the last that name a role: `Bab Press staff` is `Bab Press`."""
    words = author.split()
    while words and _names_a_role(words[-1]):
        words.pop()
    return " ".join(words)


def _names_a_role(name: str) -> bool:
    return not _roles().isdisjoint(tokens(name))


@cache
def _roles() -> frozenset[str]:
    return frozenset(word for text in table("labels")["byline_roles"] for word in tokens(text))


@cache
def _byline_words() -> tuple[str, ...]:
    words = {folded(text) for text in table("labels")["byline_words"]}
    spaced = {word if word.endswith(":") else f"{word} " for word in words} | {
        f"{word.rstrip(':')}:" for word in words
    }
    return tuple(sorted(spaced, key=lambda word: (-len(word), word)))
