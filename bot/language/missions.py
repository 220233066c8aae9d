"""Missions that exist, by their names: which names are of one mission, in whatever language.

Knowledge of names, as the gazetteer is of places: it tells nothing of a mission, and the articles
alone say which there are. Pure.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from bot.language.phrases import by_first_letters
from bot.language.words import fold, lines

_BODIES = (
    (r"\bu n\b|\bunited nations\b", "un"),
    (r"\be u\b|\beuropean union\b", "eu"),
    (r"\ba u\b|\bafrican union\b", "au"),
    (r"\b(?:the|of|in|for|to|and|on)\b", " "),
)


def spelt_alike(name: str) -> str:
    """What two ways to write a name share: "the UN Stabilisation Mission in Haiti" is
    "United Nations Stabilization Mission in Haiti"."""
    plain = re.sub(r"[^\w]+", " ", fold(name))
    for pattern, body in _BODIES:
        plain = re.sub(pattern, body, plain)
    return " ".join(british(plain).split())


def british(text: str) -> str:
    """Text with "stabilisation" for "stabilization": articles and people write both."""
    return re.sub(r"(?<=i)z(?=(?:ed|ing|ations?|es?)\b)", "s", text)


def known_names(text: str) -> list[tuple[int, int]]:
    """Where a text has names of missions that exist, as they are written: those of several
    words, and single words of five letters and more; the year behind an exercise's counts."""
    pattern, names = _known()
    return [
        match.span()
        for match in pattern.finditer(text)
        # "the regional assistance mission to Solomon Islands" is written so, too
        if match[1] in names or (match[1][0].islower() and len(match[1].split()) >= WRITTEN_SMALL)
    ]


WRITTEN_SMALL = 4  # words of a name that need no capitals


@functools.lru_cache(maxsize=1)
def _known() -> tuple[re.Pattern[str], frozenset[str]]:
    names = {name for some in names_of_one().values() for name in some}
    fitting = [
        name for name in names if 1 < len(name.split()) < 10 or (" " not in name and len(name) > 4)
    ]
    # the longest first, so that "Ulchi Freedom Shield" is not "Freedom Shield"
    parts = [re.escape(name) for name in sorted(fitting, key=lambda name: (-len(name), name))]
    pattern = rf"(?<![\w-])({by_first_letters(parts)})(?:\s+(?:19|20)?\d\d(?!\w))?(?![\w-])"
    return re.compile(pattern, re.IGNORECASE), frozenset(fitting)


@functools.lru_cache(maxsize=1)
def names_of_one() -> Mapping[str, tuple[str, ...]]:
    """By each name as `spelt_alike` has it, all the names of its mission, the shortest way to
    write it first."""
    found = {}
    for line in lines("bot.language", "missions.txt"):
        names = tuple(name.strip() for name in line.split(";"))
        for name in names:
            found[spelt_alike(name)] = names
    return found
