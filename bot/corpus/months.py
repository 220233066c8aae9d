"""Names of months and weekdays in all languages of `rules/calendar.toml`; no shape of a date."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from bot.corpus.rules import table

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9,
          "X": 10, "XI": 11, "XII": 12}  # fmt: skip


@cache
def month_numbers() -> dict[str, dict[int, tuple[str, ...]]]:
    """Spelling → number of the month → the languages that use it so."""
    found: dict[str, dict[int, tuple[str, ...]]] = {}
    for language, names in table("calendar").items():
        for number, spellings in enumerate(names["months"], start=1):
            for spelling in filter(None, spellings.split("|")):
                by_number = found.setdefault(spelled(spelling), {})
                by_number[number] = (*by_number.get(number, ()), language)
    return found


@cache
def weekday_numbers() -> dict[str, frozenset[int]]:
    """Spelling → the days of the week (Monday is 0) that it names in some language."""
    found: dict[str, set[int]] = {}
    for names in table("calendar").values():
        for number, spellings in enumerate(names["weekdays"]):
            for spelling in filter(None, spellings.split("|")):
                found.setdefault(spelling, set()).add(number)
    return {spelling: frozenset(numbers) for spelling, numbers in found.items()}


def month_number(word: str, language: str, match: re.Match[str]) -> int | None:
    """The number of a month from its name in the line of `match`; None for any other word."""
    if word in _ROMAN:
        return _ROMAN[word]
    by_number = month_numbers().get(spelled(word))
    if not by_number:
        return None
    for number, languages in by_number.items():
        if language in languages:
            return number
    return next(iter(by_number)) if len(by_number) == 1 else _month_beside(by_number, match)


def _month_beside(by_number: dict[int, tuple[str, ...]], match: re.Match[str]) -> int:
    """Which month a name stands for that languages use for different ones: `listopad 2022`.

    Told by the words beside it ("Opublikowano"), else by the point behind the day
    ("13. listopada"), else by how many languages have it so; among equals it is the first of the
    calendar.
    """
    words = set(re.findall(r"[^\W\d_]+", match.string.casefold()))
    has_point = re.match(r"\d{1,2}\.", match[0]) is not None

    def weight(number: int) -> tuple[int, int, int]:
        spoken = [table("calendar")[language] for language in by_number[number]]
        beside = [
            len(words.intersection("|".join((*one["weekdays"], one.get("beside", ""))).split("|")))
            for one in spoken
        ]
        fitting = [one for one in spoken if one.get("day_point", True) or not has_point]
        return max(beside), len(fitting), len(spoken)

    return max(by_number, key=weight)


def spelled(month: str) -> str:
    """A month's name as the table is looked up: decomposed letters joined, no final point."""
    name = unicodedata.normalize("NFKC", month).casefold().replace("ς", "σ")
    return " ".join(name.rstrip(".").split())
