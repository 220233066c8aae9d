"""What the facts have on a statement that one mission took another's place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.briefs.checking.days import days_in
from bot.briefs.checking.findings import Finding, newest_of
from bot.briefs.checking.frames import NO, frame, is_open, missions_named
from bot.briefs.checking.said_alike import spelled_out
from bot.model import Passage, Stance
from bot.store import View

_REPLACES: Final = re.compile(
    r"\b(?P<by>(?:is|was|be|been|being)\s+(?:\w+\s+)?)?(?:replac(?:ed?|es)|succeed(?:ed|s)?)\b"
)


async def on_succession(view: View, statement: str) -> Finding | None:
    """Which of two missions took the other's place, and when, by what the facts of both tell."""
    said = _succession(view, statement)
    if said is None or NO.search(statement) or is_open(statement):
        return None
    days = days_in(said.rest, None)[1]
    left = frame(view, said.rest)
    if left.said or left.places or left.names:
        return None
    supporting: list[tuple[Passage, ...]] = []
    contradicting: list[tuple[Passage, ...]] = []
    for key in (said.old, said.new):
        for fact in await view.facts_of_mission(key):
            passage = fact.passages[fact.at]
            text = _with_its_name(view, passage.text, key)
            told = _succession(view, text)
            if (
                told is None
                or fact.stance is not Stance.ASSERTED
                or NO.search(text)
                or is_open(text)
            ):
                continue
            same = (told.old, told.new) == (said.old, said.new)
            published = view.cards[passage.article_id].published
            on_it = [one.says(day) for one in days_in(text, published)[1] for day in days]
            another = told.new == said.new and told.old != said.old and not days
            other_day = same and on_it and set(on_it) == {False}
            if same and (not days or True in on_it):
                supporting.append(fact.passages)
            elif (told.old, told.new) == (said.new, said.old) or another or other_day:
                contradicting.append(fact.passages)
    if supporting:
        contradicting = []
    if not supporting and not contradicting:
        return None
    return Finding(statement, newest_of(view, supporting), newest_of(view, contradicting))


def _with_its_name(view: View, text: str, key: str) -> str:
    """A sentence filed under a mission with its name for the "it" that it begins with."""
    if any(one == key for one, _ in missions_named(view, text)):
        return text
    return _IT.sub(view.missions[key].name, text, count=1)


_IT: Final = re.compile(r"^\W*(?:It|The (?:mission|force|operation))\b")


@dataclass(frozen=True, slots=True)
class _Succession:
    old: str
    new: str
    rest: str


def _succession(view: View, text: str) -> _Succession | None:
    """The one succession that a sentence tells, of two missions that it names on both sides."""
    text = spelled_out(text)
    verbs = list(_REPLACES.finditer(text))
    named = missions_named(view, text)
    if len(verbs) != 1 or len({key for key, _ in named}) != 2:
        return None
    (verb,) = verbs
    before = [(key, span) for key, span in named if span[1] <= verb.start()]
    behind = [(key, span) for key, span in named if span[0] >= verb.end()]
    if not before or not behind or before[-1][0] == behind[0][0]:
        return None
    one, other = before[-1], behind[0]
    if (
        _ANOTHER.search(text[one[1][1] : verb.start()])
        or len(text[verb.end() : other[1][0]]) > _NEAR
    ):
        return None
    rest = f"{text[: one[1][0]]} {text[other[1][1] :]}"
    old, new = (one[0], other[0]) if verb["by"] else (other[0], one[0])
    return _Succession(old, new, rest)


_NEAR: Final = 40
_ANOTHER: Final = re.compile(r"\b(?:by|with|[Tt]he|which|who|that)\s|[;:]")
