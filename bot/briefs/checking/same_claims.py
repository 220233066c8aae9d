"""Whether what is told of a mission bears out what is said of it, or cannot be true beside it.

Strict: another head of the same kind, another number of the same people that is of the whole, a
deed at another date. What may be of another time, another part or another source's measure leaves
it open. Pure but for the gazetteer of a view.
"""

from __future__ import annotations

import re
from typing import Final

from bot.briefs.checking.claimed import TO_COME, Claim
from bot.briefs.checking.frames import Frame, frame
from bot.briefs.checking.said_alike import light, same
from bot.briefs.checking.same_figures import compared, same_figures
from bot.language.words import stem, words
from bot.store import View


def agrees(said: Claim, told: Claim) -> bool | None:
    """Whether what is told bears out what is said; False where both cannot be, else None."""
    if said.kind != told.kind or (said.days and said.kind in _LASTING):
        return None
    match said.kind:
        case "leads":
            return _same_head(said, told)
        case "most":
            return _same_most(said, told)
        case "sends":
            return _same_part(said, told)
        case "has" | "may have":
            return _same_strength(said, told)
        case "lasts":
            if said.figure is None or told.figure is None or said.figure.unit != told.figure.unit:
                return None
            return compared(said.figure, told.figure)
        case "until":
            return _same_end(said, told)
        case "begins" | "ends":
            return _same_date(said, told)
        case "is of":
            if said.who is None or told.who is None:
                return None
            same_body = set(said.who.place_keys) & set(told.who.place_keys)
            return said.denies == told.denies if same_body else None
        case "is at":
            return _same_place(said, told)
    return None


_LASTING: Final = ("is of", "is at", "lasts", "goes on")
"""Kinds of claims of which no date is read."""


def is_told(view: View, said: Claim, sentence: str) -> bool:
    """Whether a sentence has all that a statement says beside a claim."""
    left = frame(view, said.rest.replace("§", " "))
    if not (left.said or left.names or left.places or left.which or left.figures):
        return True
    told = frame(view, sentence)
    return (
        same_figures(left, told) is True
        and left.which <= told.which
        and all(
            one in light() | _LEFT_OUT or any(same(one, other) for other in told.stems)
            for one in left.said
        )
        and left.names <= told.names | {word.text.lower() for word in words(told.text)}
    )


def named(who: Frame) -> set[str]:
    """The places and the names that somebody is told by."""
    return {*who.place_keys, *who.names}


_LEFT_OUT: Final = frozenset(
    map(stem, "soldiers troops police height peak strength largest members people own".split())
)
_SEVERAL: Final = re.compile(
    r"\b(?:and|or|first|then|later|until|former\w*|deputy|acting)\b", re.IGNORECASE
)


def _same_head(said: Claim, told: Claim) -> bool | None:
    mine, its = said.who, told.who
    if mine is None or its is None or said.days:
        return None
    my_places, its_places = set(mine.place_keys), set(its.place_keys)
    if (
        mine.names <= its.names
        and my_places <= its_places
        and all(any(same(one, other) for other in its.stems) for one in mine.said)
        and (mine.names or _is_one(mine) or not its.names)
    ):
        return True
    if said.manner != told.manner or _SEVERAL.search(its.text):
        return None
    if mine.names and its.names:
        return None if mine.names & its.names else False
    if not my_places or not its_places or my_places & its_places or mine.names:
        return None
    return False if _is_person(mine) == _is_person(its) else None


def _is_person(who: Frame) -> bool:
    return bool(who.names or who.said) or _is_one(who)


def _is_one(who: Frame) -> bool:
    """Whether somebody is meant, not a country: "A Norwegian"."""
    return re.match(r"\W*an?\s", who.text, re.IGNORECASE) is not None


def _same_most(said: Claim, told: Claim) -> bool | None:
    if said.who is None or told.who is None or said.days:
        return None
    mine, its = named(said.who), named(told.who)
    if len(mine) != 1 or not its:
        return None
    if mine == its:
        return True
    return None if mine & its else False


def _same_part(said: Claim, told: Claim) -> bool | None:
    if said.who is None or told.who is None or said.days:
        return None
    mine, its = named(said.who), named(told.who)
    if not mine or not mine <= its:
        return None
    if said.figure is not None:
        if told.denies or said.denies:
            return None
        if told.figure is None or len(its) > 1 or said.figure.unit != told.figure.unit:
            return None
        return compared(said.figure, told.figure) or None
    return said.denies == told.denies


def _same_strength(said: Claim, told: Claim) -> bool | None:
    if said.figure is None or told.figure is None:
        return None
    one, other = (claim.manner.removeprefix("some ") for claim in (said, told))
    if one != other and {one, other} != {"soldiers", "peacekeepers"}:
        return None
    on_the_day = any(day.says(mine) for day in told.days for mine in said.days)
    if said.days and not on_the_day:
        return None
    found = compared(said.figure, told.figure)
    if found is True:
        return True if not told.manner.startswith("some ") or said.manner == told.manner else None
    if found is None or one != other or "some " in said.manner + told.manner:
        return None
    if said.kind == "has" and said.figure.value and not said.days:
        if not told.figure.value:
            return False
        more = said.figure.value > told.figure.value
        if told.is_peak:
            return False if more or said.is_peak else None
        if said.is_peak:
            return None if more else False
    return False


def _same_end(said: Claim, told: Claim) -> bool | None:
    if said.figure is not None and not said.days:
        if told.figure is None or said.figure.unit != told.figure.unit:
            return None
        return compared(said.figure, told.figure)
    found = [day.says(mine) for day in told.days for mine in said.days]
    return True if True in found else False if found and None not in found else None


def _same_date(said: Claim, told: Claim) -> bool | None:
    mine, its = said.days, told.days
    if not mine or (said.manner == TO_COME) != (told.manner == TO_COME):
        return None
    found = [day.says(one) for day in its for one in mine]
    if said.who is not None and told.who is not None and not _same_place(said, told):
        return None
    if True in found:
        return True
    if said.manner == told.manner and found and None not in found:
        return False
    if (
        told.manner != TO_COME
        and told.told_on
        and all(day.year and day.year > told.told_on.year for day in mine)
    ):
        return False  # it was so already then
    if said.kind == "begins":
        years = [(one.year, day.year) for day in its for one in mine if one.year and day.year]
        late = said.manner == "found"  # nothing is founded after it began, nor begins before
        if years and all(one > other if late else one < other for one, other in years):
            return False
    return None


def _same_place(said: Claim, told: Claim) -> bool | None:
    mine, its = said.who, told.who
    if mine is None or its is None:
        return None
    my_names, its_names = named(mine), named(its)
    if not my_names or not its_names:
        return None
    return True if my_names <= its_names else False if not my_names & its_names else None
