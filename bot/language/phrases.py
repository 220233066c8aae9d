"""Phrases of data files as compiled patterns. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def pattern(phrases: Iterable[str], flags: int = re.IGNORECASE) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words; `*` stands for any ending, or a word."""
    parts = []
    for phrase in sorted(phrases, key=len, reverse=True):
        words = []
        for word in phrase.split():
            words.append(r"[\w'’.-]+(?:\s+[\w'’.-]+){0,3}?" if word == "*" else _word(word))
        parts.append(r"[\s-]+".join(words))
    return re.compile(rf"(?<![\w-])(?:{by_first_letters(parts)})(?!\w)", flags)


def _word(word: str) -> str:
    return re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "")


def by_first_letters(parts: Sequence[str], letters: int = 3) -> str:
    """The alternatives with the letters that they share written once: `b(?:ig|oy)|cat`.

    Python tries alternatives one by one; asked letter by letter, a long list takes a fifth of the
    time. Those that begin alike keep their order, so the same one is found.
    """
    if letters == 0 or len(parts) < 3 or not all(part[:1].isalpha() for part in parts):
        return "|".join(parts)
    behind: dict[str, list[str]] = {}
    for part in parts:
        behind.setdefault(part[0].lower(), []).append(part[1:])
    return "|".join(
        letter + (f"(?:{by_first_letters(rest, letters - 1)})" if len(rest) > 1 else rest[0])
        for letter, rest in behind.items()
    )
