"""Which words can name a mission at all: not a place, a body, a title or a common word. Pure."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from bot.facts.cues import table
from bot.facts.mission_name import core, trim
from bot.language.quantities import amounts
from bot.language.words import fold, stop_words


@functools.lru_cache(maxsize=4)
def _parts_of_places(places: frozenset[str]) -> frozenset[str]:
    """The single words of place names: "sahara" names no mission, nor does "ecuador-peru"."""
    words = {word for place in places for word in re.split(r"[\s-]+", place)}
    return frozenset(words)


_BODY_WORDS = frozenset("nato un eu au osce ecowas sadc csto".split())
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june "
    "july august september october november december i we they it he she there here mr mrs german "
    "army navy police coast guard defence defense foreign ministry parliament congress senate "
    "house "
    "north south east west northern southern eastern western joint allied military royal general "
    "colonel major captain admiral commander president minister prime new old second first third "
    "war force forces mission operation exercise european international national union allies "
    "state "
    "states western nato un eu osce african who mandate council security chapter article "
    "resolution "
    "air sea land inter pan trans multi pro anti non ex post cross "
    "quick quiet no special regional multinational european african american federal".split()
)


def is_name(name: str, is_place: Iterable[str]) -> bool:
    """Whether words can name a mission at all: not a place, a body, a title or a common word."""
    trimmed = trim(name)
    if trimmed is None:
        return False
    last = trimmed.split()[-1]
    places = frozenset(is_place)
    return last not in table("missions")["names"]["not_last"] and acceptable(trimmed, places, False)


def acceptable(name: str, places: frozenset[str], by_word_inside: bool) -> bool:
    """As `is_name`, for a trimmed name; `by_word_inside` where a word of it is all that tells."""
    folded = fold(name)
    # "Colombians patrol the north": several of a people are no mission either
    if len(folded) < 3 or {folded, folded.removesuffix("s"), core(name)} & places:
        return False
    if re.search(r"-(?:led|based|backed|born|run|speaking|held)\b", folded) or amounts(
        name.split()[0]
    ):
        return False
    words = re.split(r"[\s–-]+", core(name))
    if by_word_inside and words[-1] in places and words[-1].endswith(("n", "sh", "ch", "se")):
        return False  # "… Force on the Indian side"
    names = table("missions")["names"]
    if name in names["enough"]:
        return True
    if name in names["never"] or name.endswith(tuple(names["never_last"])):
        return False
    if name.split()[0] in names["ships"]:
        return False
    if all(word in stop_words() for word in words):
        return False
    parts = _parts_of_places(places)
    telling = [word for word in words if word not in _NOT_NAMES and word not in parts]
    telling = [
        word for word in telling if not re.fullmatch(r"\d{1,4}|of|in|the|to|for|and|on", word)
    ]
    if by_word_inside and len(words) > 2 and words[0] in _BODY_WORDS and words[-1] in places:
        return True  # NATO Mission Iraq
    if by_word_inside:
        return len(words) > 1 and bool(
            telling or {"interim", "stabilisation"} & set(words) or len(words) > 3
        )
    return bool(telling)
