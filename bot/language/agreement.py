"""Whether figures for the same thing agree, and which of some do not.

A figure given as "about" may be off by half of its last digit that is not zero, but never by more
than an eighth of it; an exact length by half a percent, which is what converting and rounding
costs; an exact number only by rounding. Pure: answers note a difference by
these rules, and a load reports a new one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.language.quantities import KM_PER, Amount, amounts
from bot.model import Quantity, Stance

_PARTIAL = frozenset(
    "part third half section stretch fence fences fenced wall barrier berm piece one other another "
    "wide average two pieces corridor gap strip coast coastline river excluding without "
    "missing unfinished unmarked unfenced fenced remaining remains remained "
    "only stage phase segment sector portion leg line".split()
)


def is_of_all_its_time(text: str) -> bool:
    """Whether what a text counts is said to have been so from the beginning on."""
    return bool(_ALL_ALONG.search(text))


_ALL_ALONG = re.compile(
    r"\b(?:since|from) (?:its|the) (?:very )?(?:launch|start|beginning|outset|first day)\b",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """A length of a border as an article tells it."""

    article: str
    quantity: Quantity
    scope: str | None


RANGE = "between"
"""The approximation of a quantity that is given as a range; its value stands in the middle."""

_LOW_END = re.compile(
    r"(?:\b[Bb]etween\s+(?:(?:about|some)\s+)?(\d[\d.,]*)\s+and\s+|"
    r"(?<![\w.,-])(\d[\d.,]*)(?:\s+to\s+|\s?[-–]\s?))(?:(?:about|some)\s+)?$"
)


def quantity_of(text: str, amount: Amount, counted: str | None = None) -> Quantity:
    """An amount of a text as it is compared: `counted` stands for the unit of what is counted."""
    if amount.km and (low := _LOW_END.search(text[: amount.start])):
        begin = max(low.start(1), low.start(2))
        least, most = amounts(text[begin : amount.start])[0].value, amount.value
        if least < most:  # "between 800 and 850 kilometres"
            written = text[begin : amount.end]
            return Quantity((least + most) / 2, amount.unit or "", written, RANGE)
    written = text[amount.start : amount.end]
    return Quantity(amount.value, counted or amount.unit or "", written, amount.approximation)


def tolerance(quantity: Quantity) -> float:
    """How far another figure may be from this one and still agree, in the unit of this one."""
    exact = 0.005 * quantity.value
    if quantity.approximation == RANGE:
        ends = [amount.value for amount in amounts(quantity.text)]
        return exact + (max(ends) - min(ends)) / 2
    if quantity.approximation is None:
        return exact
    return max(exact, min(_half_a_step(quantity.value), _MOST_OFF * quantity.value))


_MOST_OFF = 0.125


def _half_a_step(value: float) -> float:
    """Half of the last digit of a number that is not zero."""
    digits = f"{value:.0f}"
    return 0.5 * float(10 ** (len(digits) - len(digits.rstrip("0"))))


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures for the same thing are compatible, whatever their units."""
    to_km = KM_PER.get(one.unit, 1.0), KM_PER.get(other.unit, 1.0)
    mine, theirs = one.value * to_km[0], other.value * to_km[1]
    off = tolerance(one) * to_km[0], tolerance(other) * to_km[1]
    if one.unit != other.unit:  # "300 miles" and "500 kilometres" are the same, told roundly
        off = max(off[0], _rounding(one) * to_km[0]), max(off[1], _rounding(other) * to_km[1])
    difference = abs(mine - theirs)
    if one.approximation and other.approximation:
        if difference <= max(off):  # "about 30,000" and "about 20,000" do not meet at 25,000
            return True
    elif one.approximation or other.approximation or one.unit in KM_PER:
        exact = not (one.approximation or other.approximation)
        fine, coarse = sorted((one.value, other.value), key=_half_a_step)
        rounded = exact and one.unit == other.unit and coarse >= _SEVERAL_HUNDRED
        rounded = rounded and coarse % 100 == 0
        # of two exact figures in one unit, neither was converted: 196 and 197.7 kilometres differ
        most_off = max(off) if exact and one.unit == other.unit else sum(off)
        if difference <= most_off or (rounded and _is_rounded(fine, coarse)):
            return True
    elif mine == theirs or _is_rounded(*sorted((mine, theirs), key=_half_a_step)):
        return True
    if one.approximation in _AT_LEAST and theirs >= mine:
        return True
    if other.approximation in _AT_LEAST and mine >= theirs:
        return True
    under, over = one.approximation in _LESS, other.approximation in _LESS
    return (under and theirs <= mine) or (over and mine <= theirs)


_SEVERAL_HUNDRED = 500  # kilometres or miles: a line of 700 may be one of 684
_AT_LEAST = frozenset(("more than", "over", "at least", "well over", "just over", "a good"))
_LESS = frozenset(("less than", "fewer than", "under", "just under", "at most", "just short of"))
_ROUNDED_OFF = 0.025  # of a number: what its writer may drop without saying "about"


def _rounding(quantity: Quantity) -> float:
    """How far a number with noughts at its end may be off."""
    return min(_half_a_step(quantity.value), _ROUNDED_OFF * quantity.value)


def _is_rounded(fine: float, coarse: float) -> bool:
    """Whether a number is another one with its last digits dropped: 56,000 of 56,213."""
    off = abs(fine - coarse)
    return _half_a_step(coarse) >= 5 and off <= min(_half_a_step(coarse), _ROUNDED_OFF * coarse)


RIVER_LINE = "river line"
"""The scope of what a river makes of a border, which may be all of it."""


LAND_AND_WATER = "land and water"
"""The scope of a length that is said to be of both: the land alone is another thing."""


NO_BORDER = "line"
"""The scope of a length of a line that is said to be no border: a ceasefire line, say."""


def is_whole_length(stance: Stance, scope: str | None) -> bool:
    """Whether a length is one of a whole border as it is, which others can be compared with."""
    if stance in (Stance.HYPOTHETICAL, Stance.PROPOSED, Stance.DENIED):
        return False
    return not scope or scope == RIVER_LINE or _PARTIAL.isdisjoint(scope.split())


def disagreeing(
    told: Sequence[Told], are_versions: Callable[[str, str], bool]
) -> tuple[int, int] | None:
    """The first two of some lengths that two sources give differently, by their positions.

    `are_versions` says of two articles whether one is a version of the other: a text that was
    mended does not disagree with itself. Nor do two articles that both give one length, whatever
    else one of them measures.
    """
    for number, one in enumerate(told):
        for at, other in enumerate(told[number + 1 :], start=number + 1):
            if one.article == other.article or are_versions(one.article, other.article):
                continue
            if not _of_one_part(one, other) or agree(one.quantity, other.quantity):
                continue
            mine, theirs = (
                [a.quantity for a in told if a.article == b.article] for b in (one, other)
            )
            if not any(agree(a, b) and _apart(a, b) < _SAME for a, b in _of_one_unit(mine, theirs)):
                return number, at
    return None


def _of_one_unit(
    mine: Sequence[Quantity], theirs: Sequence[Quantity]
) -> list[tuple[Quantity, Quantity]]:
    """The figures of two articles that can be held against each other: those in a unit which both
    give, for "197.7 kilometres (122.8 miles)" differs from 196 in kilometres, and in miles it is
    converted."""
    pairs = [(one, other) for one in mine for other in theirs]
    same = [(one, other) for one, other in pairs if one.unit == other.unit]
    return same or pairs


def _of_one_part(one: Told, other: Told) -> bool:
    """Whether two lengths are of the same part of a line. What a river makes of it is set beside
    the whole only where it comes near to that."""
    scopes = {one.scope, other.scope}
    if len(scopes) == 1:
        return True
    if None not in scopes:
        return False
    if RIVER_LINE in scopes:
        return _apart(one.quantity, other.quantity) < _NEARLY_ALL
    return True


def _apart(one: Quantity, other: Quantity) -> float:
    """How many times larger the larger of two figures is."""
    small, large = sorted(told.value * KM_PER.get(told.unit, 1.0) for told in (one, other))
    return large / small if small else float("inf")


_NEARLY_ALL = 1.25
_SAME = 1.4  # "over 3 kilometres" is no second telling of 5,000
