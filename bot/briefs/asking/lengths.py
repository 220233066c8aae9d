"""Which long thing's length is asked for, and whether a sentence measures another. Pure.

A road beside a border is of the right places, and as long as a border may be.
"""

from __future__ import annotations

import re
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.told_with import read_together
from bot.language.measured import at_sea, says_thing, thing_measured, things_in
from bot.language.quantities import amounts

_HOW_LONG: Final = re.compile(
    r"\b(?:how (?:long|wide|far)\s+(?:(?:an?|is|are|was|were|will|would|must|the|does|did)\s+)*|"
    r"length of (?:the |a )?|how many \w+ (?:long )?(?:is|was|of|are|does)\s+)(?P<thing>.{0,60})",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(r"\b(?:along|across|on|at|between|with|from|to|over|in)\b")


def thing_asked_for(text: str) -> str | None:
    """The kind of the long thing whose length is asked for; a "border fence" is a fence."""
    asked = _HOW_LONG.search(text)
    found = things_in(_BESIDE.split(asked["thing"])[0]) if asked else []
    return found[-1][2] if found else None


def measures_something_else(
    wanted: str | None, by_sea: bool, whole: ReadArticle, position: int
) -> bool:
    """Whether a sentence measures another thing than the one `wanted`, or one that is not at sea
    where that is."""
    text = read_together(whole, position)
    if by_sea and not at_sea(text):
        return True
    if wanted is None:
        return False
    measured = [
        thing_measured(text, amount.start, amount.end)
        for amount in amounts(text)
        if amount.km is not None and not _APART.search(text[: amount.start])
    ]
    if not any(measured) and wanted != "border":
        some = whole.passages[max(0, position - 3) : position + 1]
        around = " ".join((whole.card.title, *(one.passage.text for one in some)))
        return not measured or not says_thing(around, wanted)
    return all(thing is not None and thing != wanted for thing in measured)


_APART: Final = re.compile(r"\bdistance of (?:(?:about|some|a)\s+)*$", re.IGNORECASE)
