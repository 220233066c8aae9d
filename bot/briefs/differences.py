"""Where sources differ: the same thing measured, another figure, and no reason in its scope.

A figure given as "about" may be off by half of its last digit that is not zero; an exact one by
half a percent, which is what converting and rounding costs.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.briefs.evidence import Evidence
from bot.briefs.versions import are_versions
from bot.language.quantities import KM_PER
from bot.model import Fact, FactKind, NoteKind, Quantity, Stance, day
from bot.store import View

_PARTIAL = frozenset(
    "part third half section stretch fence fences fenced wall barrier berm piece one other another "
    "wide average two pieces corridor gap strip coast coastline river excluding without "
    "only".split()
)
Differences = list[tuple[NoteKind, str, Sequence[Evidence]]]


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


def length_differences(facts: Sequence[Fact], view: View) -> Differences:
    """A note for each border that two publishers give different lengths for."""
    lengths: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        if fact.kind is not FactKind.LENGTH or fact.quantity is None or len(fact.pairs) != 1:
            continue
        if fact.stance in (Stance.HYPOTHETICAL, Stance.PROPOSED, Stance.DENIED):
            continue
        if fact.scope and not _PARTIAL.isdisjoint(fact.scope.split()):
            continue
        one, other = sorted(fact.pairs[0])
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


def _disagreeing(facts: Sequence[Fact], view: View) -> tuple[Fact, Fact] | None:
    for number, one in enumerate(facts):
        for other in facts[number + 1 :]:
            a, b = one.passages[0].article_id, other.passages[0].article_id
            if a == b or one.quantity is None or other.quantity is None:
                continue
            if are_versions(view.cards[a], view.cards[b]):
                continue
            scopes = {one.scope, other.scope}
            if len(scopes) == 2 and None not in scopes:
                continue
            if not agree(one.quantity, other.quantity):
                return one, other
    return None


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
