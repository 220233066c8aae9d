"""What a clause claims of a mission: who leads it, how many serve, since when, whether it is over.

Statements and sentences of articles are read by the same forms (`mission_forms`), over clauses in
which `§` stands for the mission (`as_mission.py`), so that they can be held against each other
claim by claim (`same_claims.py`). Pure but for the gazetteer of a view.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from bot.briefs.checking.claimed import TO_COME, Claim
from bot.briefs.checking.days import days_in
from bot.briefs.checking.frames import NO, frame, is_open
from bot.briefs.checking.mission_forms import FORMS, NOW, TROOPS
from bot.briefs.checking.mission_strengths import allowed, people_in, strengths, unit_of
from bot.briefs.checking.said_alike import claims
from bot.language.agreement import quantity_of
from bot.language.clauses import HELPING, PAST
from bot.language.quantities import Amount, amounts
from bot.language.words import stem, words
from bot.model import PublishedDate, Quantity
from bot.store import View


def claims_in(
    view: View, clause: str, known: Collection[str] = (), published: PublishedDate | None = None
) -> Iterator[Claim]:
    """What a clause claims of the mission that `§` stands for; nothing where it may be so, or
    where it is what somebody thinks. `known` are places that may be meant by a name of several.
    """
    if claims(clause):
        return
    clause = re.sub(r"\b[Tt]he (mandate|strength|commander|head|leader) of §", r"§'s \1", clause)
    yield from allowed(clause, published)
    if is_open(clause):
        return
    if (none := _NONE.search(clause)) and (unit := unit_of(none["unit"])):
        yield Claim("has", unit, figure=Quantity(0, unit, "no"), rest=_beside(clause, none))
    denies = NO.search(clause) is not None
    for kind, patterns in FORMS.items():
        if denies and kind not in ("sends", "is of"):
            continue
        for pattern in patterns:
            match = pattern.search(clause)
            if match and (one := _claim(view, kind, match, clause, known, published)):
                yield one
                break
    if not denies:
        yield from strengths(clause, published)


def _beside(clause: str, match: re.Match[str]) -> str:
    return f"{clause[: match.start()]} {clause[match.end() :]}"


def _claim(
    view: View,
    kind: str,
    match: re.Match[str],
    clause: str,
    known: Collection[str],
    published: PublishedDate | None,
) -> Claim | None:
    verb = match["verb"].lower()
    groups = match.groupdict()
    rest = _beside(clause, match)
    who = groups.get("who") or groups.get("where")
    found = days_in(f"{rest} {who or ''}", published)[1]
    days = tuple(day for day in found if day.kind == ("end" if kind == "until" else "at"))
    told = frame(view, who, known) if who else None
    denies = NO.search(clause) is not None
    match kind:
        case "leads" | "most" | "sends":
            if told is None or _acts(_without_aside(who or "")):
                return None
            if kind != "sends":
                told = frame(view, re.split(r",? and (?=an? |the )", who or "")[-1], known)
            manner = "command" if "command" in verb else "" if kind != "leads" else "lead"
            figure = people_in(clause) if kind == "sends" else None
            if figure:
                rest = rest.replace(figure.text, " ")
            return Claim(kind, manner, told, figure, days, rest, denies)
        case "lasts" | "until":
            behind = clause[match.end() :]
            spans = [one for one in amounts(behind) if _unit_of_time(behind, one)]
            one = spans[0] if spans else None
            figure = quantity_of(behind, one, _unit_of_time(behind, one)) if one else None
            if figure is None and re.match(r" (?:by|for) an?(?:other)? year\b", behind):
                figure = Quantity(1, stem("years"), "year")
            if figure is None and not days:
                return None
            rest = rest.replace(figure.text, " ", 1) if figure else rest
            is_past = re.search(r"\b(?:was|were|had)\b", match[0]) is not None or verb.endswith(
                "ed"
            )
            return Claim(kind, "", None, figure, days, rest, is_past=is_past)
        case "begins" | "ends" if verb.endswith("s") and not verb.startswith("ha"):
            if _WEEKDAY.search(rest):
                days = ()  # "closes on Friday": the next one
            return Claim(kind, TO_COME, told, None, days, rest)
        case "begins":
            return Claim(kind, "found" if verb in _FOUNDS else "begin", told, None, days, rest)
        case "ends":
            return Claim(kind, "leave" if verb in _LEAVES else "end", told, None, days, rest)
    return Claim(kind, "", told, None, days, rest, denies)


_WEEKDAY: Final = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\btomorrow\b")


def _acts(who: str) -> bool:
    """Whether there is a verb in what should be a name."""
    small = [word.text.lower() for word in words(who) if not word.capitalised]
    return any(one in HELPING or one in PAST or one.endswith("ed") for one in small)


def _without_aside(who: str) -> str:
    return re.sub(r",[^,]*(?:,|$)", " ", who)


def _unit_of_time(text: str, amount: Amount) -> str | None:
    found = words(text[amount.end : amount.end + 20])[:1]
    return found[0].stem if found and found[0].stem in _TIMES else None


_NONE: Final = re.compile(rf"§ {NOW}(?:has|had|have) no (?:\w+ )?(?P<unit>{TROOPS})\b")
_FOUNDS: Final = frozenset("established created founded formed authorised authorized".split())
_LEAVES: Final = frozenset("left departed withdrew withdrawn gone".split())
_TIMES: Final = frozenset(map(stem, ("years", "months", "weeks", "days")))
