"""What a sentence leaves to those before it: the noun of its number, the names of "the islands".

"Poland and Ukraine lent engineers. Poland sent 120. Ukraine sent 75." Pure.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Final

from bot.briefs.asking.question import Asked, Question
from bot.language.quantities import amounts, is_date_part
from bot.language.words import stem, stop_words

_MOST: Final = 3  # sentences back


@functools.lru_cache(maxsize=384)  # asked of a sentence and of those after it
def leaves_out_noun(text: str) -> bool:
    """Whether a sentence gives a number and nothing that it counts: "Bangladesh gave fifty-one"."""
    return any(
        amount.unit is None and not is_date_part(text, amount) and _ENDS.match(text, amount.end)
        for amount in amounts(text)
    )


_ENDS: Final = re.compile(r"\W*$|[,;]\s|\s+(?:and|but|while)\s")


def told_before(texts: Sequence[str], position: int) -> int:
    """From which of some sentences on one has to be read for the noun of its number: the one
    before, or, where that leaves it out as well, the one before that."""
    at = max(0, position - 1)
    while at and position - at < _MOST and leaves_out_noun(texts[at]):
        at -= 1
    return at if position and leaves_out_noun(texts[position]) else max(0, position - 1)


def naming_before(question: Question, texts: Sequence[str], position: int) -> int | None:
    """The sentence that names what one only calls "the islands", where such are asked for."""
    if question.asked is not Asked.WHICH or not question.noun:
        return None
    head = question.noun[-1]
    own = texts[position]
    if not any(_is_head(match, head) and not _named(own, match) for match in _THE.finditer(own)):
        return None
    for at in range(position - 1, max(-1, position - 1 - _MOST), -1):
        if any(
            _is_head(match, head) and _named(texts[at], match) for match in _ANY.finditer(texts[at])
        ):
            return at
    return None


def _is_head(match: re.Match[str], head: str) -> bool:
    return stem(match[1]) == head


def _named(text: str, match: re.Match[str]) -> bool:
    """Whether a name stands right before a noun, or behind it in the same sentence."""
    before = text[: match.start(1)].split()[-1:]
    by_name = bool(before) and before[0][0].isupper() and before[0].lower() not in stop_words()
    return by_name or bool(_NAMES.search(text, match.end()))


_THE: Final = re.compile(
    r"\b(?:the|these|those|both)\s+(?:(?:two|three|four|five|six)\s+)?([a-z]+)\b", re.I
)
_ANY: Final = re.compile(r"\b([a-z]+)\b")
_NAMES: Final = re.compile(r"[:,(–—-]\s*(?:(?:the|called|named)\s+)*[A-Z]\w+")
