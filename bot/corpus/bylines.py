"""Bylines: lines that name who wrote an article."""

from __future__ import annotations

import re
from functools import cache

from bot.corpus.rules import table
from bot.corpus.wording import ends_sentence, folded, is_name, word_count

_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|staff|writer|columnist|redaktion|redaktion|korrespondent|"
    r"correspondant|corresponsal|corrispondente|correspondente|redactie|redakcja|redakce)\b",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST = 2, 14


def author_of(text: str) -> str | None:
    """The author that a line names (`By our correspondent`, `Von Anna Beispiel`), or None."""
    if not _SHORTEST <= word_count(text) <= _LONGEST or ends_sentence(text):
        return None
    line = text.strip(" *_–—-|•")
    opening = next((word for word in _byline_words() if folded(line).startswith(word)), None)
    if opening is None:
        return None
    rest = line[len(opening) :].strip(" :*_")
    name = re.split(r"[|•·]|\s[–—-]\s|,\s|\s(?:in|for|at|und|and)\s", rest)[0].strip()
    if not name or not rest[:1].isalpha():
        return None
    if _ROLE.search(name) or (is_name(name, 5) and (word_count(name) >= 2 or opening == "by ")):
        return name
    return None


@cache
def _byline_words() -> tuple[str, ...]:
    words = {folded(text) for text in table("labels")["byline_words"]}
    spaced = {word if word.endswith(":") else f"{word} " for word in words} | {
        f"{word.rstrip(':')}:" for word in words
    }
    return tuple(sorted(spaced, key=lambda word: (-len(word), word)))
