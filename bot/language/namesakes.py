"""Places that bear the name of another: Belgium's province of Luxembourg, Nigeria's Niger State,
the river Niger, the two Punjabs. Which one a text means is decided by what stands beside the name,
and by what else it names. Pure; what there is of each is data (`like` in data/places.toml).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final, Literal, NamedTuple


class Namesake(NamedTuple):
    """A part of the place `within` that bears the name of the place `like`; `signs` are what only
    those name who speak of the part."""

    key: str
    like: str
    within: str
    signs: tuple[str, ...]


class Named(NamedTuple):
    """A place of that key spoken of from `start` to `end`, by its name or otherwise."""

    key: str
    start: int
    end: int
    by_name: bool


Meant = str | Literal[False] | None
"""The key of the place meant, False for what is none; None where the name says it already."""

AS_AREA: Final = ""
"""Meant as no side of a border: Kashmir, in a report on India and Pakistan."""


def may_be_a_part(text: str) -> bool:
    """Whether a text has a word by which a name without namesakes may be no place: a river's."""
    small = text.lower()
    return any(word in small for word in _A_PART)


def meant_by(
    text: str,
    spoken_of: Sequence[Named],
    known: Collection[str],
    namesakes: Mapping[str, Sequence[Namesake]],
) -> list[Meant]:
    """What each place spoken of in a text is; `namesakes` are by the key that they are like, and
    `known` what else the article speaks of."""
    told: list[Meant] = []
    for number, one in enumerate(spoken_of):
        before = spoken_of[number - 1] if number else None
        told.append(_by_what_is_beside(text, one, before, namesakes.get(one.key, ())))
    here = {*known, *(key for key in told if key), *(one.key for one in spoken_of)}
    for number, one in enumerate(spoken_of):
        parts = namesakes.get(one.key, ())
        if told[number] is not None or not parts or not one.by_name:
            continue
        itself = one.key in known or any(
            other.key == one.key and not other.by_name for other in spoken_of
        )
        likely = [part for part in parts if part.key in here]
        likely = likely or [part for part in parts if any(sign in text for sign in part.signs)]
        if not likely and len({part.within for part in parts} & here) > 1:
            told[number] = AS_AREA  # neither's alone, and no third side
        if len(likely) == 1 and not (itself or _THE_STATE_ITSELF.search(text[: one.start])):
            told[number] = likely[0].key
    return told


def _by_what_is_beside(
    text: str, one: Named, before: Named | None, parts: Sequence[Namesake]
) -> Meant:
    """What a name is by the words right before and behind it."""
    if not one.by_name:
        return None
    head, tail = text[max(0, one.start - _ROOM) : one.start], text[one.end : one.end + _ROOM]
    if _RIVER_BEFORE.search(head) or _RIVER_BEHIND.match(tail):
        return False
    if before and re.fullmatch(r"(?:['’]s)?\s", text[before.end : one.start]):
        for part in parts:  # "Belgium's Luxembourg", "Indian Punjab"
            if part.within == before.key:
                return part.key
    if _PART_BEHIND.match(tail):
        return parts[0].key if len(parts) == 1 else False
    # Cabinda is a province of Angola: only where there is one of that name
    said = _PART_BEFORE.search(head) or _STATE_BEFORE.search(head) or _STATE_BEHIND.match(tail)
    return parts[0].key if said and len(parts) == 1 else None


_ROOM = 40  # characters
_RIVER_BEFORE = re.compile(r"\b[Rr]iver\s+$")
_RIVER_BEHIND = re.compile(r"\s+(?:[Rr]iver|[Dd]elta|[Bb]asin|[Vv]alley)\b")
_PARTS = "province|prefecture|department|governorate|county|canton|voivodeship|oblast"
_A_PART = ("river", "delta", "basin", "valley", *_PARTS.split("|"))
_PART_BEFORE = re.compile(rf"\b(?:{_PARTS}) of $", re.IGNORECASE)
_PART_BEHIND = re.compile(rf"\s+(?:{_PARTS})\b(?! of\b)", re.IGNORECASE)
# "Niger State", "between Niger and Kaduna states"; the Niger state is the republic
_STATE_BEFORE = re.compile(r"\b[Ss]tate of (?:[A-Z]\w+ and )?$")
_STATE_BEHIND = re.compile(
    r"\s+State\b(?!\s+[A-Z])|\s+(?:,\s+[A-Z]\w+\s+)*and\s+[A-Z]\w+\s+states\b"
)
_THE_STATE_ITSELF = re.compile(
    r"\b(?:neighbou?ring|Republic of(?: the)?|Kingdom of|Grand Duchy of)\s+$"
)
