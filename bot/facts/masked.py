"""A sentence with its places masked: each one private character, and the keys behind them.

So a rule reads "PLACE borders PLACE, PLACE and PLACE" whatever the places are called. What such
rules are made of stands here: a place, a list of places, the words for a line. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.facts.sentence import Sentence

_FIRST = 0xE000

PLACE = r"[\ue000-\uf8ff]"

# what may stand before the first word: quotes and bullets, and no place, which is no word either
OPENING = rf"(?:(?!{PLACE})\W)*"

# "touches Morocco in the north, Mauritania in the east and the south, and for 40 km Algeria"
COMPASS = r"(?:north|south|east|west|far north|far south)[\w-]*"

_WAY = (
    rf"(?:\s+(?:in|to|on)\s+(?:the|its)\s+{COMPASS}"
    rf"(?:\s+and\s+(?:(?:the|its)\s+)?{COMPASS})?)?"
)

# no country has more neighbours, and no text may make a rule go through it again and again
PLACES = (
    rf"{PLACE}(?:{_WAY}(?:\s*,?\s*and,\s*(?:[^,;.]|(?<=\d)[.,](?=\d)){{2,60}},\s*|"
    rf"\s*,?\s+and\s+(?:for|over|along)\s+(?:(?!{PLACE})[^,;.]){{2,40}}\s|"
    rf"\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|\s*,?\s+but\s+not\s+|"
    rf"\s*/\s*)(?:(?:also\s+)?(?:with|by|the|to|of|rest of|former|neighbouring)\s+)*"
    rf"{PLACE}){{0,24}}"
)

LINE = (
    r"(?:borders?|frontiers?|boundar(?:y|ies)|borderline|line|demarcation line|limits?|stretch|"
    r"section)"
)

# no front line, party line or railway line
THE_LINE = re.compile(
    r"\bthe (?:(?:un)?(?:marked|demarcated|guarded|fenced|patrolled|settled)\s+|"
    r"(?:same|whole|entire|disputed|contested|dividing|new|old|international|provisional|"
    r"administrative|contact|ceasefire|armistice|northern|southern|eastern|western)\s+){0,2}line\b"
)

# what a sentence calls a country or a part of one that it does not name
COUNTRY_NOUN = (
    r"(?:country|state|republic|kingdom|nation|emirate|sultanate|principality|(?:grand )?duchy|"
    r"federation|territory|colony|protectorate|province|region|island|enclave|exclave|newcomer)"
)
COUNTRY_NOUNS = rf"(?:{COUNTRY_NOUN}|countries|states|islands)"

LENGTH_OR_LINE = re.compile(
    rf"\b{LINE}\b|\b(?:kilomet\w+|km|miles?|coast\w*|corridor|strip)\b", re.IGNORECASE
)


def mask(sentence: Sentence) -> tuple[str, list[str]]:
    """The sentence with each place as one private character, and the keys behind them."""
    text, end = sentence.passage.text, 0
    parts: list[str] = []
    keys: list[str] = []
    for mention in sentence.mentions:
        if mention.form == "area":
            continue  # seas and continents are no side of a border
        parts.append(text[end : mention.start])
        parts.append(chr(_FIRST + len(keys)))
        keys.append(mention.key)
        end = mention.end
    parts.append(text[end:])
    return "".join(parts), keys


def places_in(fragment: str, keys: Sequence[str]) -> list[str]:
    return [
        keys[ord(char) - _FIRST] for char in fragment if _FIRST <= ord(char) < _FIRST + len(keys)
    ]
