"""Missions that exist, by their names: which names are of one mission, in whatever language.

Knowledge of names, as the gazetteer is of places: it tells nothing of a mission, and the articles
alone say which there are. Pure.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

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
    plain = re.sub(r"(?<=i)z(?=(?:ed|ing|ation|ations|e|es)\b)", "s", plain)
    return " ".join(plain.split())


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
