"""What a clause claims of a mission: who leads it, how many serve, since when, whether it is over.

Statements and sentences of articles are read by the same patterns, over clauses in which `§` stands
for the mission (`as_mission.py`), so that they can be held against each other claim by claim
(`same_claims.py`). Pure but for the gazetteer of a view. One module, because the patterns of all
kinds share what stands for a mission, its people and whoever does something.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from bot.briefs.checking.days import Day, days_in
from bot.briefs.checking.frames import NO, Frame, frame, is_open
from bot.briefs.checking.said_alike import claims
from bot.language.agreement import quantity_of
from bot.language.clauses import HELPING, PAST
from bot.language.quantities import Amount, amounts, is_date_part
from bot.language.words import stem, synonym_classes, words
from bot.model import PublishedDate, Quantity
from bot.store import View


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing claimed of a mission. `manner` parts claims of a kind that can both be true.

    `who` is who does it, or where; `rest` what the clause says beside it.
    """

    kind: str
    manner: str = ""
    who: Frame | None = None
    figure: Quantity | None = None
    days: tuple[Day, ...] = ()
    rest: str = ""
    denies: bool = False
    is_peak: bool = False
    is_past: bool = False
    """Whether it is said of what was: "its mandate was extended until May"."""
    told_on: PublishedDate | None = None
    """The day of the article, None for what a person says."""


TO_COME: Final = "to come"
"""The manner of what "begins" or "ends", but has not yet."""
_TROOPS: Final = (
    r"(?:soldiers|troops|peacekeepers|forces?|men|military (?:part|wing|component)|contingents?|"
    r"observers|monitors|police(?:men| officers)?|blue helmets|units|battalions?|personnel|people|"
    r"engineers|medics|trainers|instructors|officers)"
)
_OF_ITS: Final = rf"§(?:['’]s (?:[\w,.]+ ){{0,5}}?{_TROOPS}\b)?(?!['’]s)"
_NOW: Final = (
    r"(?:(?:now|still|currently|also|first|formally|officially|then|has|had|have|already) )*"
)
_WAS: Final = rf"(?:is|are|was|were|has been|have been|had been) {_NOW}"
_WHO: Final = r"(?P<who>[^;:§]{3,90}?)"
_BY_WHOM: Final = r"(?P<who>[^;:,§]{3,60}(?:, (?:an?|the) [^,;]{3,40})?)"
_HEAD: Final = (
    r"(?P<verb>(?:(?:military|force|overall|police) )?commander|head|leader|chief|administrator)"
)
_MONTHS: Final = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
)
_SOMEWHERE: Final = (
    rf"(?:there|(?:the )?(?:country|island|region|territory)|(?:the )?(?!(?:{_MONTHS})\b)"
    r"(?P<where>[A-Z][^,;\d]{2,40}?))"
)
_IN: Final = rf"(?: (?:in|to|on|into|at) {_SOMEWHERE})?"
_SENDS: Final = (
    r"(?:has|had|have|sends?|sent|provides?|provided|contributes?|contributed|supplies|supplied|"
    r"gives|gave|keeps|kept)"
)
_NAME: Final = r"(?:the )?[A-Z][\w’'-]*(?: (?:(?:of|the) )*[A-Z][\w’'-]*)*"
_NAMES: Final = rf"{_NAME}(?:(?:, and |, | and ){_NAME})*"
_MOST: Final = r"(?:largest|biggest|most|greatest)"

_KINDS: Final = {
    "leads": (
        rf"^\W*{_WHO},? {_NOW}"
        rf"(?P<verb>leads?|led|heads|headed|commands|commanded|runs|ran) {_OF_ITS}",
        rf"{_OF_ITS},? (?:{_WAS})?(?:being )?(?P<verb>led|headed|commanded|run) by {_BY_WHOM}",
        rf"§['’]s {_HEAD}(?:,| is| was)? {_BY_WHOM}",
        rf"^\W*{_WHO},? (?:is|was|became) (?:the )?{_HEAD} of {_OF_ITS}",
        rf"^\W*{_WHO},? (?:is|was|became) §['’]s {_HEAD}\b",
    ),
    "begins": (
        rf"§ {_NOW}(?:{_WAS})?(?P<verb>began|begins|begun|started|starts|launched|deployed|arrived|"
        r"arrives|landed|took up|opened|established|created|founded|formed|authorised|authorized)"
        r"(?: (?:§['’]s )?(?:work|operations?|duties|mission|mandate|deployment|patrols))?"
        rf"{_IN}(?= by| in| on| at| since|,|\W*$)",
        r"§ (?P<verb>has been|have been|stands|has stood|is|has served|has worked)"
        rf"{_IN}(?= since)",
        r"\b(?P<verb>established|created|founded|formed|authorised|authorized|launched|deployed) "
        r"§(?!['’]s)",
    ),
    "ends": (
        rf"(?<!of )§(?:['’]s mandate)? {_NOW}(?:{_WAS})?(?P<verb>ended|ends|closed|closes|"
        r"concluded|finished|expired|expires|terminated|dissolved|disbanded)"
        r"(?: §['’]s (?:mandate|work|mission|operations?))?(?= |,|\W*$)(?! (?:by an?|the|an?) )",
        r"(?:(?<!of )§|\b[Tt]he last (?:[\w-]+ ){0,3}?(?:unit|soldiers|troops|men|members) of §) "
        rf"{_NOW}(?P<verb>left|departed|withdrew|withdrawn|gone)(?: from)?(?: {_SOMEWHERE})?"
        r"(?= in| on| at| after|,|\W*$)",
        r"\b(?P<verb>ended|closed|terminated|dissolved) §(?!['’]s (?!mandate))",
    ),
    "goes on": (
        rf"§ (?:is |was |are )?still (?P<verb>is|\w+s|active|\w+ing|in|there|on)\b(?: in)?"
        rf"(?: {_SOMEWHERE}(?=,|\W*$))?",
        rf"§ (?P<verb>remains|continues|stays|remain)(?: in)?(?: {_SOMEWHERE})?(?=,| until|\W*$)",
    ),
    "lasts": (
        rf"§ {_NOW}(?P<verb>lasted|lasts|ran)(?: for| only| just)*(?= (?:\w+ ){{0,3}}"
        r"(?:years|months|weeks|days)\b)",
        rf"§ {_NOW}(?P<verb>ended|closed|left|withdrew|concluded)(?: [^,;]{{3,30}})?,? after"
        r"(?: exactly| only| just)?(?= (?:\w+ ){1,3}(?:years|months|weeks|days)\b)",
    ),
    "is at": (
        r"(?:§['’]s|\bthe) (?:headquarters|base)(?: of §)? (?P<verb>is|are|was|were|lies|lie) "
        r"(?:in|at|near) (?P<who>[^,;]{3,40})",
        r"§ (?:is|was) (?P<verb>based|headquartered) (?:in|at|near) (?P<who>[^,;]{3,40})",
    ),
    "until": (
        rf"§['’]s (?:mandate|term) {_NOW}(?:{_WAS})?(?P<verb>extended|prolonged|renewed|runs|ran|"
        r"lasts|valid)(?= until| to| by| for)",
        r"\b(?P<verb>extended|prolonged|renewed|extends|prolongs|renews) §"
        r"(?:['’]s (?:mandate|term))?(?= until| to| by| for)",
    ),
    "most": (
        rf"^\W*{_WHO},? {_NOW}{_SENDS} (?:the )?(?P<verb>{_MOST}) "
        rf"(?:(?:[\w’'-]+ )?(?:contingents?|share|number of)|{_TROOPS})",
        rf"^\W*{_WHO},? (?:is|was|remains) (?:the )?(?P<verb>{_MOST}) (?:troop )?"
        r"(?:contributor|provider|supplier)",
        rf"^\W*(?:[Tt]he )?(?P<verb>{_MOST}) contingents? {_NOW}(?:comes?|came|is|was) from "
        rf"{_BY_WHOM}",
    ),
    "is of": (
        r"§ (?P<verb>is|was)(?: not|n['’]t)? (?:an? |the )?(?:[\w-]+ ){0,2}?"
        r"(?P<who>[A-Z][\w.]*(?: [A-Z]\w+)?)(?:['’]s?)? (?:[\w-]+ ){0,3}?"
        r"(?:one|mission|force|operation|exercise)\b",
        r"§ (?P<verb>is|was)(?: not|n['’]t)? (?:an? |the )?(?:[\w-]+ ){0,2}?"
        r"(?:mission|force|operation|exercise) of (?:the )?(?P<who>[A-Z][\w.]*(?: [A-Z]\w+)?)",
    ),
    "sends": (
        rf"^\W*{_WHO},? {_NOW}(?P<verb>{_SENDS}) (?:[\w,.’'-]+ ){{0,4}}?{_TROOPS}"
        r"(?: of its own)?(?: (?:in|to|for|with|of|under) §(?!['’]s)|(?= each))",
        rf"^\W*{_WHO},? {_NOW}(?P<verb>participated|participates|participate|serves|served|serve)"
        r" in §(?!['’]s)",
        rf"^\W*{_WHO},? (?:is|are|was|were) (?:not )?(?P<verb>among|one of) (?:§['’]s|the) "
        r"(?:troop )?(?:contributors|participants|countries)\b",
        rf"(?i:{_TROOPS})(?: of §)? {_NOW}(?P<verb>(?:come |came |are |were |drawn )*)from "
        rf"(?P<who>{_NAMES})",
    ),
}  # fmt: skip
_READ: Final = {kind: tuple(map(re.compile, some)) for kind, some in _KINDS.items()}
_APPROXIMATELY: Final = (
    r"(?:(?:about|around|some|roughly|nearly|almost|over|more than|up to|approximately|at least|"
    r"fewer than|less than|only|just|as many as|under|an estimated|well over|close to|a total of)"
    r" )*"
)
_HAS: Final = re.compile(
    rf"§,? {_NOW}(?:has|had|have|counts|counted|consists of|consisted of|numbers|numbered|grew to|"
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
_NONE: Final = re.compile(rf"§ {_NOW}(?:has|had|have) no (?:\w+ )?(?P<unit>{_TROOPS})\b")
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
_FOUNDS: Final = frozenset("established created founded formed authorised authorized".split())
_LEAVES: Final = frozenset("left departed withdrew withdrawn gone".split())
_TIMES: Final = frozenset(map(stem, ("years", "months", "weeks", "days")))


def claims_in(
    view: View, clause: str, known: Collection[str] = (), published: PublishedDate | None = None
) -> Iterator[Claim]:
    """What a clause claims of the mission that `§` stands for; nothing where it may be so, or
    where it is what somebody thinks. `known` are places that may be meant by a name of several.
    """
    if claims(clause):
        return
    clause = re.sub(r"\b[Tt]he (mandate|strength|commander|head|leader) of §", r"§'s \1", clause)
    yield from _allowed(clause, published)
    if is_open(clause):
        return
    if (none := _NONE.search(clause)) and (unit := _unit(none["unit"])):
        yield Claim("has", unit, figure=Quantity(0, unit, "no"), rest=_beside(clause, none))
    denies = NO.search(clause) is not None
    for kind, patterns in _READ.items():
        if denies and kind not in ("sends", "is of"):
            continue
        for pattern in patterns:
            match = pattern.search(clause)
            if match and (one := _claim(view, kind, match, clause, known, published)):
                yield one
                break
    if not denies:
        yield from _strengths(clause, published)


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
            figure = _first_of(clause) if kind == "sends" else None
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


def _first_of(clause: str) -> Quantity | None:
    """The only number of people in a clause."""
    found = [
        quantity_of(clause, one, unit)
        for one in amounts(clause)
        if not one.unit and not is_date_part(clause, one) and (unit := _counted(clause, one))
    ]
    return found[0] if len(found) == 1 else None


def _allowed(clause: str, published: PublishedDate | None) -> Iterator[Claim]:
    for amount in amounts(clause):
        before, behind = clause[: amount.start], clause[amount.end :]
        counted = _counted(clause, amount)
        match = _MAY_HAVE.search(before)
        if counted and match and not NO.search(clause):
            rest = before[: match.start()] + _behind_unit(behind)
            figure = quantity_of(clause, amount, counted)
            days = tuple(day for day in days_in(clause, published)[1] if day.kind == "at")
            yield Claim("may have", counted, None, figure, days, rest)


def _strengths(clause: str, published: PublishedDate | None) -> Iterator[Claim]:
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
    return re.sub(rf"^\s*(?:\w+ )?{_TROOPS}\b|^\s*\w+\s*(?:countries|members)\b", " ", behind)


def _counted(clause: str, amount: Amount) -> str | None:
    """Whom a number counts: the last word of people or countries of the nouns behind it."""
    found, before = None, ""
    for word in words(re.split(r"[,;.]", clause[amount.end : amount.end + 50])[0])[:4]:
        small = word.text.lower()
        if small[0].isdigit() or (found and small in _ENDS_NOUNS) or small in PAST:
            break
        if small != "officers" or before == "police":
            found = _unit(word.text) or found
        before = small
    return found


_ENDS_NOUNS: Final = (
    frozenset("and or from in of with at on to as for under § who".split()) | HELPING
)


def _unit(text: str) -> str | None:
    if stem(text) in _PEACEKEEPERS:
        return "peacekeepers"
    if text.lower() == "members":
        return "people"
    classes = synonym_classes().get(stem(text), frozenset())
    return next((name for name in _COUNTED if name in classes), None)
