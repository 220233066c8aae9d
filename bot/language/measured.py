"""Which long thing a length is the length of: the border, the fence along it, the road beside it.

Pure; reads `data/long_things.toml`. Only what the words right beside the figure say counts.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Final

from bot.language.phrases import pattern


@functools.cache
def _things() -> Mapping[str, re.Pattern[str]]:
    data = resources.files("bot.language").joinpath("data/long_things.toml").read_text("utf-8")
    return {kind: pattern(one["words"]) for kind, one in tomllib.loads(data).items()}


def things_in(text: str) -> list[tuple[int, int, str]]:
    """Start, end and kind of each word for a long thing, in order."""
    found = [
        (match.start(), match.end(), kind)
        for kind, sought in _things().items()
        for match in sought.finditer(text)
    ]
    return sorted(found)


def says_thing(text: str, kind: str) -> bool:
    """Whether a text has a word for a kind of long thing."""
    return bool(_things()[kind].search(text))


def at_sea(text: str) -> bool:
    """Whether a text speaks of the sea."""
    return bool(_SEA.search(text))


_SEA: Final = re.compile(
    r"\b(?:maritime|(?<!from the )(?<!to the )(?<!above )seas?|"
    r"offshore|nautical|ocean|gulf|waters|bay)\b",
    re.IGNORECASE,
)


def thing_measured(text: str, start: int, end: int) -> str | None:
    """The kind of the thing that a length is said to be of; None where that is not said.

    "A road of 160 kilometres", "a 160-kilometre gravel road", "25 km of new fence", "the road
    along the border is 160 kilometres long".
    """
    behind = _OF.match(text, end) or (_ADJECTIVE.search(text[start:end]) and _NOUN.match(text, end))
    if behind and (found := things_in(behind["of"])):
        return found[-1][2]
    begin = max((match.end() for match in _CLAUSE.finditer(text, 0, start)), default=0)
    before = text[begin:start]
    for _, stop, kind in things_in(before):
        if _LINK.fullmatch(before[stop:]):
            return kind
    return None


_OF: Final = re.compile(
    r"\s+of\s+(?:(?:the|a|an|its|their|this)\s+)?(?P<of>[\w-]+(?:\s+[\w-]+){0,2})"
)
_NOUN: Final = re.compile(
    r"(?:[\s-]long)?\s+(?!(?:of|and|in|on|to|with)\b)(?P<of>[\w-]+(?:\s+[\w-]+){0,2})"
)
_ADJECTIVE: Final = re.compile(r"\d-[a-z]+$|[a-z]-(?:kilomet\w+|km|miles?|met\w+)$", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[;:.]\s|,\s+(?:and|but|while|whereas)\s|\sbut\s|\swhile\s")
_LINK: Final = re.compile(
    r"(?:,?\s+(?:between|with|of|from|along|on|at|near|in|through|across|to|that|which)\s[^,;]{2,60}?)??"
    r"(?:,?\s+(?:is|was|of|measures|measuring|measured|(?:runs|ran)(?:\s+for)?|"
    r"(?:stretches|stretched)(?:\s+for)?|(?:extends|extended)(?:\s+for)?|"
    r"will be|would be|itself is)|,)"
    r"\s+(?:(?:about|around|some|more|than|over|nearly|almost|roughly|only|just|a|at|least|now|"
    r"approximately|barely|as|much|long|total)\s+)*",
    re.IGNORECASE,
)
