"""Whether figures for the same thing agree, and which of some do not.

A figure given as "about" may be off by half of its last digit that is not zero; an exact one by
half a percent, which is what converting and rounding costs. Pure: answers note a difference by
these rules, and a load reports a new one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.language.quantities import KM_PER, Amount
from bot.model import Quantity, Stance

_PARTIAL = frozenset(
    "part third half section stretch fence fences fenced wall barrier berm piece one other another "
    "wide average two pieces corridor gap strip coast coastline river excluding without "
    "missing unfinished unmarked unfenced fenced remaining remains remained "
    "only stage phase segment sector portion leg".split()
)


class Told(NamedTuple):
    """A length of a border as an article tells it."""

    article: str
    quantity: Quantity
    scope: str | None


def quantity_of(text: str, amount: Amount, counted: str | None = None) -> Quantity:
    """An amount of a text as it is compared: `counted` stands for the unit of what is counted."""
    written = text[amount.start : amount.end]
    return Quantity(amount.value, counted or amount.unit or "", written, amount.approximation)


def tolerance(quantity: Quantity) -> float:
    """How far another figure may be from this one and still agree, in the unit of this one."""
    exact = 0.005 * quantity.value
    if quantity.approximation is None:
        return exact
    digits = f"{quantity.value:.0f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return max(exact, 0.5 * float(10**zeros))


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures for the same thing are compatible, whatever their units."""
    to_km = KM_PER.get(one.unit, 1.0), KM_PER.get(other.unit, 1.0)
    difference = abs(one.value * to_km[0] - other.value * to_km[1])
    if difference <= tolerance(one) * to_km[0] + tolerance(other) * to_km[1]:
        return True
    bounds = {"more than", "over", "at least", "well over", "just over"}
    if one.approximation in bounds and other.value * to_km[1] >= one.value * to_km[0]:
        return True
    return other.approximation in bounds and one.value * to_km[0] >= other.value * to_km[1]


def is_whole_length(stance: Stance, scope: str | None) -> bool:
    """Whether a length is one of a whole border as it is, which others can be compared with."""
    if stance in (Stance.HYPOTHETICAL, Stance.PROPOSED, Stance.DENIED):
        return False
    return not scope or _PARTIAL.isdisjoint(scope.split())


def disagreeing(
    told: Sequence[Told], are_versions: Callable[[str, str], bool]
) -> tuple[int, int] | None:
    """The first two of some lengths that two sources give differently, by their positions.

    `are_versions` says of two articles whether one is a version of the other: a text that was
    mended does not disagree with itself.
    """
    for number, one in enumerate(told):
        for at, other in enumerate(told[number + 1 :], start=number + 1):
            if one.article == other.article or are_versions(one.article, other.article):
                continue
            scopes = {one.scope, other.scope}
            if len(scopes) == 2 and None not in scopes:
                continue
            if not agree(one.quantity, other.quantity):
                return number, at
    return None
