"""Spots on a line: the crossing, the village or the hill that an article has named on the border of
two countries is on that border when it is named again. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from bot.facts.line import Pair
from bot.facts.sentence import Sentence

Spots = dict[str, Pair | None]
"""The line that each spot was named on; None for one that was named on two."""


def spots_in(sentence: Sentence) -> list[str]:
    """The names behind "at" and the like, or between commas, of what no gazetteer knows."""
    known = [(mention.start, mention.end) for mention in sentence.mentions]
    return [
        match[match.lastindex or 0]
        for match in _SPOT.finditer(sentence.passage.text)
        if not any(
            start < match.end() and match.start(match.lastindex or 0) < end for start, end in known
        )
    ]


def note_spots(spots: Spots, sentence: Sentence, pairs: Iterable[Pair]) -> None:
    """Notes on whose line the spots of a sentence are that told of one pair."""
    told = {(min(pair), max(pair)): pair for pair in pairs}
    for name in spots_in(sentence) if len(told) == 1 else ():
        ((order, pair),) = told.items()
        before = spots.get(name, pair)
        spots[name] = pair if before and (min(before), max(before)) == order else None


def pair_at_spot(spots: Mapping[str, Pair | None], sentence: Sentence) -> Pair | None:
    """The one line that the spots of a sentence are on, if it names no country beside its sides."""
    named = spots_in(sentence) if spots else ()
    found = {pair for name in named if (pair := spots.get(name))}
    if len(found) != 1:
        return None
    (pair,) = found
    return pair if {*sentence.countries} <= {*pair} else None


_MONTHS = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_NAME = rf"(?!(?:{_MONTHS})\b)([A-Z][\w’'-]{{3,}})"
_SPOT = re.compile(rf"\b(?:at|near|in|from|via|through|around|outside)\s+{_NAME}|,\s+{_NAME}(?=,)")
