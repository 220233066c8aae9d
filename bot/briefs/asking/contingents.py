"""Whose contingent is counted: "how many soldiers did Ghana send to UNIFIL". Pure but for the view.

How strong a mission was in all, or what another country gave, is no answer to what one country did.
"""

from __future__ import annotations

import re
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.question import Asked, Question
from bot.language.places import Gazetteer
from bot.language.quantities import amounts, is_date_part
from bot.store import View


def is_of_another_contingent(
    question: Question, whole: ReadArticle, position: int, view: View
) -> bool:
    """Whether it is counted what one country gave to a mission, and a sentence does not speak of
    that country, or speaks of it only where it counts nothing."""
    giver = _giver(question, view.gazetteer) if question.asked is Asked.COUNT else None
    if giver is None or not (question.missions or question.names or len(question.places) > 1):
        return False
    passage = whole.passages[position]
    ours = view.gazetteer.parts(giver)
    leaning = {*passage.focus_places} if whole.leans(position) else set()
    if (opener := whole.asked_by.get(position)) is not None:
        leaning |= {*whole.passages[opener].places}
    if not ours.isdisjoint(leaning):
        return False
    if ours.isdisjoint(passage.places):
        return True
    text = passage.passage.text
    parts = [part for part in _PARTS.split(text) if part]
    of_it = [
        part
        for part in parts
        if any(m.key in ours for m in view.gazetteer.mentions(part, passage.places))
    ]
    of_it += [part for part in parts[1:] if _IT.match(part)]  # "Peru has no army; it sent police"
    return len(parts) > 1 and bool(of_it) and not any(map(_counts, of_it))


def _giver(question: Question, gazetteer: Gazetteer) -> str | None:
    """The country of which it is asked how many it gave; None where none is asked about."""
    text = question.text
    for mention in gazetteer.mentions(text, question.places):
        if gazetteer[mention.key].kind != "country" or mention.form == "demonym":
            continue
        gives = _GIVES.match(text, mention.end) and _DOES.search(text[: mention.start])
        if gives or _COME_FROM.search(text[: mention.start]):
            return mention.key
    return None


def _counts(part: str) -> bool:
    return any(one.unit is None and not is_date_part(part, one) for one in amounts(part))


_PARTS: Final = re.compile(r";\s+")
_IT: Final = re.compile(r"\W*(?:it|they)\b", re.IGNORECASE)
_DOES: Final = re.compile(r"\b(?:do|does|did|has|have|had|will|would)\s+(?:the\s+)?$", re.I)
_GIVES: Final = re.compile(
    r"\s+(?:\w+ly\s+)?(?:send|sent|have|keep|kept|contribut|provid|suppl|give|given|gave|pledg|"
    r"promis|offer|deploy|station|commit|lend|lent|assign|put\b|tak\w+ part|took part|join)",
    re.IGNORECASE,
)
_COME_FROM: Final = re.compile(
    r"\b(?:came|come|comes|are|were|was|is|sent|drawn|provided|supplied|contributed|hailed)\s+"
    r"(?:from|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
