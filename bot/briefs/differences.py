"""Where sources differ: the same thing measured, another figure, and no reason in its scope.

Which figures differ is for `bot.language.agreement`; here the difference is put into words.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.briefs.evidence import Evidence
from bot.briefs.versions import are_versions
from bot.language.agreement import (
    RANGE,
    RIVER_LINE,
    Told,
    disagreeing,
    is_of_all_its_time,
    is_whole_length,
    quantity_of,
)
from bot.language.quantities import amounts, conversion
from bot.model import Fact, FactKind, NoteKind, Quantity, Stance, day
from bot.store import View

Differences = list[tuple[NoteKind, str, Sequence[Evidence]]]


def length_differences(facts: Sequence[Fact], view: View) -> Differences:
    """A note for each border that two publishers give different lengths for."""
    notes: Differences = []
    whole = [fact for fact in facts if is_whole_length(fact.stance, fact.scope)]
    for (one, other), some in _by_line(whole, view).items():
        if pair := _disagreeing(_own_figures(some), view):
            name = f"{view.gazetteer.name(one)} – {view.gazetteer.name(other)}"
            notes.append(
                ("sources_differ", _sentence(f"the length of {name}", pair, view), _evidence(pair))
            )
    return notes


def _own_figures(lengths: Sequence[Fact]) -> list[Fact]:
    """Some lengths of one line without what an article gives by the word of one side, where it
    gives a length by its own as well: "Nepal shares 1,880 km with India. Delhi speaks of 1,751"."""
    own = {fact.passages[0].article_id for fact in lengths if not _is_a_claim(fact)}
    return [
        fact for fact in lengths if fact.passages[0].article_id not in own or not _is_a_claim(fact)
    ]


def _is_a_claim(fact: Fact) -> bool:
    return fact.stance is Stance.ATTRIBUTED or bool(_PUTS_IT.match(_text(fact)))


_PUTS_IT = re.compile(
    r"\W*(?:[A-Z][\w’'-]*\s+){1,3}(?:puts?|makes?|gives?|gave|counts?|counted|speaks? of|"
    r"measured)\b"
)


def stretch_differences(facts: Sequence[Fact], view: View) -> Differences:
    """A note for each border of which a river is said to make so much and so much."""
    notes: Differences = []
    of_water = [f for f in facts if f.scope in _OF_WATER and f.stance is not Stance.DENIED]
    for (one, other), some in _by_line(of_water, view).items():
        places = {view.gazetteer.name(one), view.gazetteer.name(other)}
        rivers = dict.fromkeys(name for fact in some for name in _RIVER.findall(_text(fact)))
        for river in rivers:
            of_it = [replace(fact, scope=None) for fact in some if river in _text(fact)]
            if river not in places and (pair := _disagreeing(of_it, view)):
                sentence = _sentence(f"the stretch of the {river}", pair, view)
                notes.append(("sources_differ", sentence, _evidence(pair)))
                break
    return notes


def _by_line(facts: Sequence[Fact], view: View) -> dict[tuple[str, str], list[Fact]]:
    """The lengths of borders of two sides, by those in the order of their names."""
    lengths: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.kind is FactKind.LENGTH and fact.quantity is not None and len(fact.pairs) == 1:
            one, other = sorted(view.gazetteer.line_of(*fact.pairs[0]))
            lengths.setdefault((one, other), []).append(fact)
    return dict(sorted(lengths.items()))


_OF_WATER = ("river", "stretch", RIVER_LINE)
_RIVER = re.compile(r"\b[Tt]he (?:[Rr]iver )?([A-Z][\w’'-]+)(?=[\s,.]+(?![A-Z]))")


_SAME_TIME_DAYS = 31  # a force changes: figures for it further apart are both right
_SAME_EDITION_DAYS = 183  # an exercise is held again: what is told of it much later is another
_ALWAYS = 10**6


def strength_differences(
    facts: Sequence[Fact], view: View, name: str, kind: str | None = None
) -> Differences:
    """A note where two sources give one mission different numbers: at its height, of all who took
    part in it, or all of it within a month. Contributions, ceilings and losses are of something
    else. The same for the nations that took part."""
    notes: Differences = []
    told = [fact for fact in facts if fact.stance in (Stance.ASSERTED, Stance.ATTRIBUTED)]
    long = _SAME_EDITION_DAYS if kind == "exercise" else _ALWAYS
    for scope in dict.fromkeys(fact.scope for fact in told):
        what, days = _OF.get(scope or "", (None, 0))
        if scope and scope.startswith(_TOOK_PART):
            what, days = "number of those who took part in", long
        if what is not None:
            some = [replace(fact, scope=None) for fact in told if fact.scope == scope]
            notes += _note_of_two(some, view, f"the {what} {name}", days)
    nations = [replace(fact, quantity=of, scope=None) for fact in told if (of := _nations(fact))]
    for in_all in (False, True):  # 21 nations today, 34 in all its years
        some = [fact for fact in nations if bool(_IN_ALL.search(_text(fact))) is in_all]
        notes += _note_of_two(some, view, f"the number of nations in {name}", long)
    return notes


_IN_ALL = re.compile(
    r"\b(?:in all|altogether|over the years|in total|all told|between them|at one time "
    r"or another)\b",
    re.I,
)
_TOOK_PART = "took part"
_OF = {"all": ("strength of", _SAME_TIME_DAYS), "peak": ("greatest strength of", _ALWAYS)}


def _note_of_two(facts: Sequence[Fact], view: View, what: str, days: int) -> Differences:
    """A note on the first two of some figures for one thing that differ, at most so far apart."""
    known = [fact for fact in facts if fact.quantity is not None]
    for number, one in enumerate(known):
        for other in known[number + 1 :]:
            assert one.quantity is not None and other.quantity is not None
            if one.quantity.unit != other.quantity.unit:
                continue
            of_all_its_time = any(is_of_all_its_time(_text(fact)) for fact in (one, other))
            if not of_all_its_time and _days_apart(one, other, view) > days:
                continue
            if pair := _disagreeing((one, other), view):
                return [("sources_differ", _sentence(what, pair, view), _evidence(pair))]
    return []


def _text(fact: Fact) -> str:
    return fact.passages[fact.at].text


def _nations(fact: Fact) -> Quantity | None:
    """The number of all the nations that take part, where the sentence of a fact gives it."""
    text = _text(fact)
    for amount in amounts(text):
        if amount.unit is None and _NATIONS.match(text, amount.end):
            before = text[: amount.start]
            if _FROM_NATIONS.search(before) or _NATIONS_TAKE_PART.match(text, amount.end):
                return None if _SOME.search(before) else quantity_of(text, amount, "nations")
    return None


_NATIONS = re.compile(
    r"\s+(?:(?:allied|partner|different|member|participating|nato)\s+)*(?:nations|countries|states)\b",
    re.I,
)
_FROM_NATIONS = re.compile(
    r"\b(?:soldiers|troops|people|personnel|participants|men|women|servicemen|members|police|"
    r"observers|forces|units)\s+(?:and \w+ )?(?:came )?(?:from|of)\s+"
    r"(?:(?:about|some|more than|at least|nearly|over|around)\s+)?$",
    re.IGNORECASE,
)
_NATIONS_TAKE_PART = re.compile(
    r"\s+(?:\w+\s+){1,2}?(?:(?:have|had|are|were)\s+)?(?:tak(?:e|ing) part|took part|taken part|"
    r"participat\w+|contribut\w+|sent|send|gave|give|joined|provided?)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:other|another|further|more|least|of them|first|next|will|would|up to|planned|"
    r"expected)\b",
    re.I,
)


def _days_apart(one: Fact, other: Fact, view: View) -> int:
    """The days between two reports; many where one of them has no date to the day."""
    dates = [view.cards[fact.passages[0].article_id].published for fact in (one, other)]
    days = [
        datetime.date(date.year, date.month, date.day or 15)
        for date in dates
        if date is not None and date.month is not None
    ]
    return abs((days[0] - days[1]).days) if len(days) == 2 else 9999


def _disagreeing(facts: Sequence[Fact], view: View) -> tuple[Fact, Fact] | None:
    told = [
        Told(fact.passages[0].article_id, fact.quantity, fact.scope)
        for fact in facts
        if fact.quantity is not None
    ]
    found = disagreeing(told, lambda a, b: are_versions(view.cards[a], view.cards[b]))
    return (facts[found[0]], facts[found[1]]) if found else None


def _sentence(what: str, pair: Sequence[Fact], view: View) -> str:
    parts = []
    units = {fact.quantity.unit for fact in pair if fact.quantity is not None}
    for fact in pair:
        card = view.cards[fact.passages[0].article_id]
        assert fact.quantity is not None
        who = card.publisher or card.title
        told = figure(fact.quantity, with_other_unit=len(units) > 1)
        parts.append(f"{told} ({who}, {day(card.published)})")
    return f"Sources differ on {what}: {' ⁄ '.join(parts)}."


def figure(quantity: Quantity, with_other_unit: bool = False) -> str:
    """A figure as a note gives it: with what its article says of how near it is, and with its unit,
    which "836" in a list and "the 266-kilometre line" lack; miles beside kilometres in those."""
    about = quantity.approximation
    written = quantity.text
    if about and about != RANGE and about not in written.lower():
        written = f"{written} {about}" if about in _BEHIND else f"{about} {written}"
    if quantity.unit in _UNITS and (bare := _BARE.fullmatch(written)):
        written = f"{bare[1]} {_UNITS[quantity.unit]}"
    in_miles = quantity.unit in ("mi", "nmi")
    other = conversion(quantity.value, quantity.unit) if with_other_unit and in_miles else None
    return f"{written}, ≈ {other}" if other else written


_BEHIND = ("or so", "or thereabouts", "give or take")
_UNITS = {"km": "kilometres", "mi": "miles", "nmi": "nautical miles"}
_BARE = re.compile(r"(.*\d)(?:-[A-Za-z-]+)?")  # a number alone, or before a hyphen


def _evidence(facts: Sequence[Fact]) -> list[Evidence]:
    return [Evidence(fact.passages) for fact in facts]
