"""How many serve in a mission, or may, as a clause tells it; and whom a number counts. Pure.

The first soldiers of a mission, or those that it lost, are not all that it has: they are counted
apart, as some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.briefs.checking.claimed import Claim
from bot.briefs.checking.days import Day, days_in
from bot.briefs.checking.frames import NO
from bot.briefs.checking.mission_forms import NOW, TROOPS
from bot.language.agreement import quantity_of
from bot.language.clauses import HELPING, PAST
from bot.language.quantities import Amount, amounts, is_date_part, undated
from bot.language.words import stem, synonym_classes, words
from bot.model import PublishedDate, Quantity

_APPROXIMATELY: Final = (
    r"(?:(?:about|around|some|roughly|nearly|almost|over|more than|up to|approximately|at least|"
    r"fewer than|less than|only|just|as many as|under|an estimated|well over|close to|a total of)"
    r" )*"
)
_HAS: Final = re.compile(
    rf"§,? {NOW}(?:has|had|have|counts|counted|consists of|consisted of|numbers|numbered|grew to|"
    r"reached|employs|employed|includes|included|with)(?: a strength of)?"
    rf" (?:[^.;:§]*(?:, | and ))?{_APPROXIMATELY}$"
    rf"|§['’]s (?:strength(?: from [\d,.]+)? (?:is|was|to|at) )?{_APPROXIMATELY}$"
)
_MAY_HAVE: Final = re.compile(
    rf"§ (?:may|can|could) have {_APPROXIMATELY}$"
    rf"|(?:§['’]s|\bthe|\ba) (?:ceiling|limit|maximum|authori[sz]ed strength)(?: of §)? "
    rf"(?:is |was |of |at )+{_APPROXIMATELY}$",
    re.IGNORECASE,
)
_SERVE: Final = re.compile(
    r"[^.;:§]{0,80}? (?:serve|serves|served|are|were|is|belong|belongs|belonged|work|worked) "
    r"(?:in|to|with|on|for) §(?!['’]s)"
)
_BOUNDED: Final = re.compile(
    r"\b(?:ceiling|authori[sz]\w+|at first|initial\w*|began with|started with|another|"
    r"more(?! than)|additional|first|new|kill\w*|died|lost|wounded|trained|disarmed|should|planned|"
    r"maximum|left|remaining|of them|of whom|half|hostage|prisoner)\b",
    re.IGNORECASE,
)
_PEAK: Final = re.compile(
    r"\bat (?:§['’]s|its|the|their) (?:height|peak|largest|strongest|greatest|most)\b|\bgrew to\b|"
    r"\breached\b",
    re.IGNORECASE,
)
_NEAR: Final = 30  # characters
_PRESENT: Final = re.compile(r"\b(?:has|have|serve|serves|counts|numbers|is|are|raises|now)\b")
_COUNTED: Final = ("soldiers", "police", "observers", "countries", "people")
_PEACEKEEPERS: Final = frozenset(map(stem, ("peacekeepers", "blue", "helmets")))


def allowed(clause: str, published: PublishedDate | None) -> Iterator[Claim]:
    """How many may serve at most."""
    for amount in amounts(clause):
        before, behind = clause[: amount.start], clause[amount.end :]
        counted = _counted(clause, amount)
        match = _MAY_HAVE.search(before)
        if counted and match and not NO.search(clause):
            rest = before[: match.start()] + _behind_unit(behind)
            figure = quantity_of(clause, amount, counted)
            days = tuple(day for day in days_in(clause, published)[1] if day.kind == "at")
            yield Claim("may have", counted, None, figure, days, rest)


def strengths(clause: str, published: PublishedDate | None) -> Iterator[Claim]:
    """How many serve; of the day of the article where a clause is of now and gives none."""
    days = tuple(day for day in days_in(clause, published)[1] if day.kind == "at")
    for amount in amounts(clause):
        if amount.unit is not None or is_date_part(clause, amount):
            continue
        counted = _counted(clause, amount)
        before, behind = clause[: amount.start], clause[amount.end :]
        if counted is None or _MAY_HAVE.search(before):
            continue
        if has := _HAS.search(before):
            rest = before[: has.start()] + _behind_unit(behind)
        elif serve := _SERVE.match(behind):
            rest = f"{before} {behind[serve.end() :]}"
        else:
            continue
        near = f"{before[-_NEAR:]}{clause[amount.start : amount.end]}{behind[:_NEAR]}"
        manner = f"some {counted}" if _BOUNDED.search(near) else counted
        figure = quantity_of(clause, amount, counted)
        is_peak = _PEAK.search(clause) is not None
        if not days and published and not is_peak and _PRESENT.search(clause):
            days = (Day(published.year, published.month, published.day, "at"),)
        yield Claim("has", manner, None, figure, days, rest, is_peak=is_peak)


def _behind_unit(behind: str) -> str:
    return re.sub(rf"^\s*(?:\w+ )?{TROOPS}\b|^\s*\w+\s*(?:countries|members)\b", " ", behind)


def _counted(clause: str, amount: Amount) -> str | None:
    """Whom a number counts: the last word of people or countries of the nouns behind it."""
    found, before = None, ""
    for word in words(re.split(r"[,;.]", clause[amount.end : amount.end + 50])[0])[:4]:
        small = word.text.lower()
        if small[0].isdigit() or (found and small in _ENDS_NOUNS) or small in PAST:
            break
        if small != "officers" or before == "police":
            found = unit_of(word.text) or found
        before = small
    return found


_ENDS_NOUNS: Final = (
    frozenset("and or from in of with at on to as for under § who".split()) | HELPING
)


def unit_of(text: str) -> str | None:
    """The kind of people or countries that a noun counts."""
    if stem(text) in _PEACEKEEPERS:
        return "peacekeepers"
    if text.lower() == "members":
        return "people"
    classes = synonym_classes().get(stem(text), frozenset())
    return next((name for name in _COUNTED if name in classes), None)


def people_in(clause: str) -> Quantity | None:
    """The only number of people in a clause."""
    found = [
        quantity_of(clause, one, unit)
        for one in undated(clause)
        if not one.unit and (unit := _counted(clause, one))
    ]
    return found[0] if len(found) == 1 else None
