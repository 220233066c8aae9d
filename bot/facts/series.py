"""Lengths in a row: "With Colombia it shares 2,341 kilometres, with Brazil 2,137 and with Guyana
789" gives each figure to the neighbour that stands beside it, all of one country. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.facts.sentence import BODIES, Sentence
from bot.facts.whose import Neighbours
from bot.language.places import Mention
from bot.language.quantities import Amount


def lengths_in_a_row(
    sentence: Sentence,
    lengths: Sequence[Amount],
    candidates: Iterable[str],
    neighbours: Neighbours,
) -> dict[int, tuple[str, str]]:
    """Where each of some lengths begins → its pair; empty where they make no such row.

    The country is the first of the candidates, or of what else the sentence names, that the map
    has beside all the others.
    """
    if len(lengths) < _LEAST:
        return {}
    text = sentence.passage.text
    asides = [match.span() for match in _ASIDE.finditer(text)]
    mentions = [
        one
        for one in sentence.mentions
        if one.form != "area"
        and one.key not in BODIES
        and not any(start < one.start < end for start, end in asides)
    ]
    behind = {one.start: _named_behind(text, one, mentions, lengths) for one in lengths}
    before = {one.start: _named_before(text, one, mentions, lengths) for one in lengths}
    mixed = {start: behind[start] or before[start] for start in behind}
    ways = [
        {start: one.key for start, one in way.items() if one} for way in (behind, before, mixed)
    ]
    ways.sort(key=lambda way: -len({*way.values()}))
    ways.insert(0, _one_by_one(text, mentions, lengths))
    # "Finland shares 1,340 kilometres with Russia, Norway 198": both are Russia's
    shared = [one.key for one in behind.values() if one]
    countries = dict.fromkeys((*shared, *candidates, *(mention.key for mention in mentions)))
    for objects in ways:
        others = {*objects.values()}
        for one in countries:
            if len(others) < _LEAST or one in others:
                continue
            if others <= neighbours.get(one, frozenset()):
                return {start: (one, other) for start, other in objects.items()}
    return {}


_LEAST = 2  # lengths, of two neighbours


def _one_by_one(
    text: str, mentions: Sequence[Mention], lengths: Sequence[Amount]
) -> dict[int, str]:
    """The neighbours of "Iran and Afghanistan, 1,148 and 804 kilometres of it" and "412 and 90
    kilometres with Kenya and Uganda, respectively": a list of places beside a list of as many
    lengths, each of its own."""
    for begin, end in _lists(text, [(one.start, one.end) for one in lengths]):
        some = [one for one in lengths if begin <= one.start < end]
        for first, last in _lists(text, [(one.start, one.end) for one in mentions]):
            named = [one for one in mentions if first <= one.start < last]
            if len(named) != len(some) or (first < end and begin < last):
                continue
            between = text[last:begin] if last <= begin else text[end:first]
            told_so = _RESPECTIVELY.search(text)
            if not re.search(r"[;.]", between) and (told_so or len(between) <= _NEAR):
                return {one.start: place.key for one, place in zip(some, named, strict=True)}
    return {}


def _lists(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the lists among some spans of a text begin and end: "A, B and C"."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and _JOINT.fullmatch(text, found[-1][1], start):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


_JOINT = re.compile(
    r",?\s+(?:and\s+)?(?:(?:about|some|only|just|another|by|with|to)\s+)*(?:the\s+)?"
)
_RESPECTIVELY = re.compile(r"\brespectively\b|\bin (?:that|this) order\b")


def _named_behind(
    text: str, amount: Amount, mentions: Sequence[Mention], lengths: Sequence[Amount]
) -> Mention | None:
    """Brazil in "2,137 kilometres with Brazil"."""
    after = next((m for m in mentions if m.start >= amount.end), None)
    if after is None or any(amount.start < one.start < after.start for one in lengths):
        return None
    return after if _WITH.fullmatch(text, amount.end, after.start) else None


def _named_before(
    text: str, amount: Amount, mentions: Sequence[Mention], lengths: Sequence[Amount]
) -> Mention | None:
    """Brazil in "with Brazil 2,137", "Brazil has the longest part, 2,137 kilometres"."""
    before = [m for m in mentions if m.end <= amount.start]
    if not before or any(before[-1].end <= one.start < amount.start for one in lengths):
        return None
    between = text[before[-1].end : amount.start]
    inverted = len(before) > 1 and _WITH_X_Y_HAS.search(text[: before[-1].start].rstrip())
    inverted = inverted and _HAS.search(between)
    if inverted and not text[before[-2].end : before[-1].start].strip(" ,"):
        return before[-2]  # "With Bolivia Chile has 850 kilometres"
    if len(before) > 1 and _WITH_WHICH.fullmatch(text, before[-2].end, before[-1].start):
        return before[-2]  # "Niger, with which Burkina Faso has a border of 622 kilometres"
    return before[-1] if len(between) <= _NEAR and not _BREAK.search(between) else None


_WITH = re.compile(
    r"\s*(?:of (?:it|(?:\w+\s+)?(?:border|frontier|boundary))\s+)?(?:long\s+)?"
    r"(?:(?:are|is|lie|run|shared)\s+)?(?:with|to|towards|against)\s+(?:the\s+)?"
)
_WITH_X_Y_HAS = re.compile(r"\b[Ww]ith\s+(?:the\s+)?[A-Z][\w’' -]*,?$")
_WITH_WHICH = re.compile(r",\s+(?:with|to) which\s+(?:the\s+)?")
_HAS = re.compile(r"\b(?:has|have|had|shares?|counts?)\b")
_NEAR = 45  # characters
_BREAK = re.compile(r"[;.]|\bwith\b(?!\s+(?:\w+\s+){0,2}$)|\band\b")
_ASIDE = re.compile(r",\s+(?:which|who|where|whose)\b[^,;.]*,")
