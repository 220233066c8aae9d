"""Where sources differ: the same thing measured, another figure, and no reason in its scope.

Which figures differ is for `bot.language.agreement`; here the difference is put into words.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from bot.briefs.evidence import Evidence
from bot.briefs.versions import are_versions
from bot.language.agreement import Told, disagreeing, is_whole_length
from bot.model import Fact, FactKind, NoteKind, Stance, day
from bot.store import View

Differences = list[tuple[NoteKind, str, Sequence[Evidence]]]


def length_differences(facts: Sequence[Fact], view: View) -> Differences:
    """A note for each border that two publishers give different lengths for."""
    lengths: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.kind is not FactKind.LENGTH or fact.quantity is None or len(fact.pairs) != 1:
            continue
        if not is_whole_length(fact.stance, fact.scope):
            continue
        one, other = sorted(view.gazetteer.line_of(*fact.pairs[0]))
        lengths.setdefault((one, other), []).append(fact)
    notes: Differences = []
    for (one, other), some in sorted(lengths.items()):
        pair = _disagreeing(some, view)
        if pair:
            name = f"{view.gazetteer.name(one)} – {view.gazetteer.name(other)}"
            notes.append(
                ("sources_differ", _sentence(f"the length of {name}", pair, view), _evidence(pair))
            )
    return notes


_SAME_TIME_DAYS = 31  # a force changes: figures for it further apart are both right


def strength_differences(facts: Sequence[Fact], view: View, name: str) -> Differences:
    """A note where two sources give one mission different numbers: at its height, or all of it
    within a month. Contributions, ceilings and losses are of something else."""
    notes: Differences = []
    for scope, what in (("all", "strength"), ("peak", "greatest strength")):
        some = [
            replace(fact, scope=None)
            for fact in facts
            if fact.scope == scope
            and fact.quantity is not None
            and fact.stance in (Stance.ASSERTED, Stance.ATTRIBUTED)
        ]
        for number, one in enumerate(some):
            near = [
                other
                for other in some[number + 1 :]
                if other.quantity is not None
                and one.quantity is not None
                and other.quantity.unit == one.quantity.unit
                and (scope == "peak" or _days_apart(one, other, view) <= _SAME_TIME_DAYS)
            ]
            pair = next((two for other in near if (two := _disagreeing((one, other), view))), None)
            if pair:
                sentence = _sentence(f"the {what} of {name}", pair, view)
                notes.append(("sources_differ", sentence, _evidence(pair)))
                break
    return notes


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
    for fact in pair:
        card = view.cards[fact.passages[0].article_id]
        assert fact.quantity is not None
        who = card.publisher or card.title
        parts.append(f"{fact.quantity.text} ({who}, {day(card.published)})")
    return f"Sources differ on {what}: {' ⁄ '.join(parts)}."


def _evidence(facts: Sequence[Fact]) -> list[Evidence]:
    return [Evidence(fact.passages) for fact in facts]
