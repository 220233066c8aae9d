"""Whether the figures and the dates of two clauses agree. Pure.

A figure is compared with those that count the same thing, of the same country where the clause
gives one for each of several; "more than" and "up to" leave open what they leave open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.briefs.checking.frames import Figure, Frame
from bot.briefs.checking.said_alike import same
from bot.language.agreement import quantity_of, tolerance
from bot.language.quantities import KM_PER
from bot.model import Quantity


def same_figures(said: Frame, told: Frame) -> bool | None:
    """Whether the figures agree; None where the clause gives none for what is counted."""
    all_same = True
    for figure in said.figures:
        counting = [other for other in told.figures if _counts_same(figure, other)]
        rivals = _beside_names(said, figure, told, counting)
        if not rivals:
            return None
        mine = quantity_of(said.text, figure.amount)
        found = [compared(mine, quantity_of(told.text, other.amount)) for other in rivals]
        if True in found:
            continue
        if None in found or not any(figure.counted and other.counted for other in rivals):
            return None
        all_same = False
    return all_same


_AT_LEAST: Final = frozenset(
    ("more than", "over", "at least", "well over", "just over", "as many as")
)
_AT_MOST: Final = frozenset(("up to", "less than", "fewer than", "under", "at most", "just under"))
_FAR: Final = 1.25  # times a bound: nobody says "more than 1,700" of 5,000


def compared(said: Quantity, told: Quantity) -> bool | None:
    """Whether one figure bears out another; None where a bound leaves it open."""
    factor = KM_PER.get(told.unit, 1.0) / KM_PER.get(said.unit, 1.0)
    mine, its = said.value, told.value * factor
    near = abs(mine - its) <= tolerance(said) + tolerance(told) * factor
    if factor == 1.0 and (mine % 1 == 0) != (its % 1 == 0):  # "eight" may be 8.4
        near = near or round(mine) == round(its)
    low, high = told.approximation in _AT_LEAST, told.approximation in _AT_MOST
    if said.approximation in _AT_LEAST:
        if its < mine and not near:
            return None if low else False
        return True if near or its <= 2 * mine else None
    if said.approximation == told.approximation == "up to":
        return near
    if said.approximation in _AT_MOST:
        if its > mine and not near:
            return None if high and said.approximation != told.approximation else False
        return True if near or (2 * its >= mine and not low) else None
    if low and mine > its and not near:
        return True if mine <= _FAR * its else None
    if high and mine < its and not near:
        return True if _FAR * mine >= its else None
    return near


_LENGTHS: Final = ("km", "mi", "nmi", "m")


def _counts_same(one: Figure, other: Figure) -> bool:
    if one.amount.unit or other.amount.unit:
        both = (one.amount.unit, other.amount.unit)
        return both[0] == both[1] or all(unit in _LENGTHS for unit in both)
    if not one.counted or not other.counted:
        return True
    return any(same(a, b) for a in one.counted for b in other.counted)


def _beside_names(
    said: Frame, figure: Figure, told: Frame, rivals: Sequence[Figure]
) -> Sequence[Figure]:
    """Of several figures those in the part of the sentence that names what the statement names."""
    if len(rivals) < 2:
        return rivals
    wanted = _named_beside(said, figure) or set(said.place_keys)
    if not wanted:
        return rivals
    near = [other for other in rivals if wanted & _named_beside(told, other)]
    return near if near or wanted & set(told.place_keys) else rivals


def _named_beside(one: Frame, figure: Figure) -> set[str]:
    start, end = _part(one.text, figure.amount.start, figure.amount.end)
    return {m.key for m in one.places if start <= m.start and m.end <= end}


def _part(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of a list that holds a figure."""
    left = max((m.end() for m in _COMMA.finditer(text[:start])), default=0)
    right = _COMMA.search(text, end)
    return left, right.start() if right else len(text)


_COMMA: Final = re.compile(r"[,;|]\s|\s(?:and|while|whereas)\s")


def same_days(said: Frame, clause: Frame, whole: Frame) -> bool | None:
    """Whether the dates agree; None where the sentence leaves that open."""
    all_same = True
    for day in said.days:
        answers = [one for other in clause.days if (one := other.says(day)) is not None]
        if not answers and not clause.days:
            answers = [one for other in whole.days if other.says(day) for one in (True,)]
        if not answers:
            return None
        all_same = all_same and any(answers)
    return all_same
