"""What the facts have on a statement of whose exclave, part or land a place is."""

from __future__ import annotations

import re
from typing import Final

from bot.briefs.checking.findings import Finding, newest_of
from bot.briefs.checking.frames import NO, is_open
from bot.briefs.checking.said_alike import claims, reports
from bot.briefs.checking.statements import clauses_told
from bot.language.places import Mention
from bot.model import FactKind, Passage, Stance
from bot.store import View

_WHOLE: Final = re.compile(
    r"\b(?:belongs? to|(?:an? |the )?(?:\w+ )?(?:exclave|enclave) of|(?:an? )?part of)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_BY_DEMONYM: Final = re.compile(r"\s+(?:exclave|enclave|territory)\b", re.IGNORECASE)
_LINKS: Final = re.compile(r"\s*(?:,|(?:is|has been|remains|belongs)\b|and belongs\b)[^.;]{0,60}$")
_OF_IT: Final = re.compile(r"\b(?:exclave|enclave|territory)\s+(?:of\s+)?$", re.IGNORECASE)


async def on_exclaves(view: View, statement: str) -> Finding | None:
    """Whose a place is that lies away from the rest of its country; None for any other statement.

    Only a region without its own government is read: what is claimed by two is left open.
    """
    said = _owned(view, statement)
    if said is None or NO.search(statement) or is_open(statement):
        return None
    place, owner = said
    known = view.gazetteer[place]
    if known.claimed_by is not None:
        return None
    supporting: list[tuple[Passage, ...]] = []
    contradicting: list[tuple[Passage, ...]] = []
    for fact in await view.facts_of_place(place, [FactKind.EXCLAVE]):
        passage = fact.passages[fact.at]
        if fact.stance is not Stance.ASSERTED or claims(passage.text) or reports(passage.text):
            continue
        told = [one for clause in clauses_told(passage.text) if (one := _owned(view, clause))]
        owners = {whose for what, whose in told if what == place}
        if owner in owners:
            supporting.append((passage,))
        elif owners:
            contradicting.append((passage,))
    if supporting and contradicting:  # it changed hands, or is disputed
        return None
    if not supporting and not contradicting:
        return None
    return Finding(statement, newest_of(view, supporting), newest_of(view, contradicting))


def _owned(view: View, text: str) -> tuple[str, str] | None:
    """The place that a clause is about, and whose it says that it is."""
    mentions = list(view.gazetteer.mentions(text))
    for owner in mentions:
        before = text[: owner.start]
        whose = _WHOLE.search(before) or (
            owner.form == "demonym" and _BY_DEMONYM.match(text, owner.end)
        )
        if not whose or view.gazetteer[owner.key].kind != "country":
            continue
        for place in mentions:
            if place.key == owner.key or place.form != "name":
                continue
            if _is_its(text, place, owner):
                return place.key, owner.key
    return None


def _is_its(text: str, place: Mention, owner: Mention) -> bool:
    """Whether a clause says it of a place: "X is a Y exclave", "the Y exclave of X"."""
    if place.end <= owner.start:
        return _LINKS.match(text[place.end : owner.start]) is not None
    return _OF_IT.search(text[: place.start]) is not None and place.start - owner.end < _NEAR


_NEAR: Final = 30  # characters
