"""What the facts have on a statement of who borders whom, or how long their border is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Final

from bot.briefs.borders import facts_of_pair
from bot.briefs.checking.findings import Finding, newest_of, telling
from bot.language.agreement import agree, is_whole_length, quantity_of
from bot.language.negation import REFUSALS, negation
from bot.language.quantities import Amount, amounts
from bot.language.words import stem
from bot.model import Fact, FactKind, Passage, Stance
from bot.store import View

_AGAINST: Final = (Stance.NEGATED, Stance.DENIED)
_NEGATION: Final = negation(REFUSALS)
_BORDERS = re.compile(
    r"\b(?:border(?:s|ed|ing)?|neighbou?rs?|share\w*\s+(?:an?\s+)?(?:\w+\s+)?(?:borders?|frontier|boundary))\b",
    re.IGNORECASE,
)
_BORDER_STEMS = frozenset(
    stem(word) for word in "border frontier boundary share land common neighbour country".split()
)


async def countries_told_of(view: View) -> frozenset[str]:
    """The countries that may be meant by a name of several, as Jordan and Chad; "the bloc" is
    nobody before it is named."""
    told = await view.places_told_of()
    return frozenset(key for key in told if view.gazetteer[key].kind == "country")


async def on_borders(view: View, statement: str) -> Finding | None:
    """A statement that some places border others, or how long their border is, by the facts."""
    mentions = view.gazetteer.mentions(statement, await countries_told_of(view))
    rest = _without(statement, [(mention.start, mention.end) for mention in mentions])
    lengths = [amount for amount in amounts(statement) if amount.unit in ("km", "mi")]
    spare = {stem for stem in telling(_without_figures(rest)) if not _is_negation(stem)}
    places = list(dict.fromkeys(mention.key for mention in mentions))
    if len(lengths) == 1 and len(places) == 2 and spare <= _BORDER_STEMS | _LENGTH_STEMS:
        return await _on_length(view, statement, places, lengths[0])
    if len(places) == 1 and (count := _COUNT.search(rest)) and not _NEGATION.search(statement):
        return await _on_count(view, statement, places[0], count["number"] or count["of"])
    verb = _BORDERS.search(statement)
    if verb is None or lengths or not spare <= _BORDER_STEMS or amounts(statement):
        return None
    left = [mention.key for mention in mentions if mention.end <= verb.start()]
    right = [mention.key for mention in mentions if mention.start >= verb.end()]
    if not left or not right:
        return None
    denies = _NEGATION.search(statement) is not None
    alone = _ALONE.search(statement) is not None
    supporting: list[tuple[Passage, ...]] = []
    contradicting: list[tuple[Passage, ...]] = []
    covered = True
    for one, other in product(left, right):
        facts = [
            fact
            for fact in await facts_of_pair(view, one, other)
            if fact.kind in (FactKind.BORDER, FactKind.LENGTH)
            and any(set(pair) == {one, other} for pair in fact.pairs)
        ]
        plain = newest_of(view, [fact.passages for fact in facts if _is_plain(fact)])
        against = newest_of(view, [fact.passages for fact in facts if fact.stance in _AGAINST])
        against = tuple(
            some
            for some in against
            if not _OTHERS.search(some[-1].text)
            and {one, other}
            <= {m.key for m in view.gazetteer.mentions(some[-1].text, (one, other))}
        )
        if alone:
            told = [f for f in facts if _ALONE_TOLD.search(f.passages[-1].text)]
            plain = newest_of(view, [f.passages for f in told])
        if denies:
            plain, against = against, plain
        if denies and not plain and not against:
            plain = tuple(await _all_neighbours(view, one, other))
            plain = plain or tuple(await _all_neighbours(view, other, one))
        elif not plain and not denies:
            against = (*against, *await _all_neighbours(view, one, other))
            against = against or tuple(await _all_neighbours(view, other, one))
        covered = covered and bool(plain)
        supporting += plain[:1]
        contradicting += against[:1]
    whole = tuple(dict.fromkeys(supporting)) if covered else ()
    return Finding(statement, whole, tuple(dict.fromkeys(contradicting)))


async def _all_neighbours(view: View, one: str, other: str) -> list[tuple[Passage, ...]]:
    """A sentence that names all the neighbours of one place, where the other is none of them."""
    for fact in await view.facts_at_borders_of([one], [FactKind.BORDER]):
        text = fact.passages[-1].text
        if one not in fact.sides and not any(one in pair for pair in fact.pairs):
            continue
        named = [mention.key for mention in view.gazetteer.mentions(text, (one, other))]
        its = one in named[:1] and other not in named
        if not its or not _is_plain_or_none(fact):
            continue
        if _ALL.search(text) or (_is_none_of(view, other, one) and _is_complete(view, one, fact)):
            return [fact.passages]
    return []


def _is_none_of(view: View, other: str, place: str) -> bool:
    """Whether a country is no neighbour of another for all that is known, nor may a part of one
    be meant, or a state of another time."""
    one = view.gazetteer[other]
    return one.kind == "country" and one.within is None and place not in one.neighbours


def _is_complete(view: View, place: str, fact: Fact) -> bool:
    """Whether a sentence names every neighbour that a place is known to have. A list that leaves
    one out tells nothing of who else is none."""
    known = set(view.gazetteer[place].neighbours)
    return bool(known) and known <= _listed(place, fact)


def _listed(place: str, fact: Fact) -> set[str]:
    """Whom a sentence tells to border a place."""
    return {key for pair in fact.pairs if place in pair for key in pair} - {place}


_COUNT: Final = re.compile(
    r"\b(?:(?:has|have|had)\s+(?P<number>[\w-]+)\s+(?:land\s+)?neighbou?r(?:s|ing countries)|"
    r"(?:borders|bordered|neighbou?rs)\s+(?P<of>[\w-]+)\s+(?:other\s+)?(?:countries|states))\W*$",
    re.IGNORECASE,
)


async def _on_count(view: View, statement: str, place: str, said: str) -> Finding | None:
    """A statement of how many neighbours there are, by a sentence that names them all."""
    found = amounts(said)
    if not found:
        return None
    told = [
        fact
        for fact in await view.facts_at_borders_of([place], [FactKind.BORDER])
        if _is_plain(fact) and _is_complete(view, place, fact)
    ]
    counts = {fact.passages: len(_listed(place, fact)) for fact in told}
    same = [some for some, count in counts.items() if count == found[0].value]
    other = [some for some, count in counts.items() if count != found[0].value]
    if same and other:
        return None
    return Finding(statement, newest_of(view, same), newest_of(view, other))


def _is_plain_or_none(fact: Fact) -> bool:
    return fact.stance in (Stance.ASSERTED, Stance.ATTRIBUTED, Stance.NEGATED)


_ALL = re.compile(
    r"\b(?:no other (?:country|state|nation|neighbou?r)|"
    r"no (?:land )?neighbou?rs? (?:by land )?(?:other than|but|except)|"
    r"(?:its|their) (?:only|sole|single) neighbou?r|"
    r"(?:has|have|borders|touches) (?:only )?"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:land )?"
    r"(?:neighbou?rs|countries|states|others)(?: by land)?:)",
    re.IGNORECASE,
)
# "no other neighbour" denies nothing of the one that is named
_OTHERS = re.compile(r"\b(?:other|another|else|only|except|but)\b", re.IGNORECASE)
_ALONE = re.compile(
    r"\b(?:only|no other|no one else|nobody else|sole|single)\b|\banother neighbou?r\b",
    re.IGNORECASE,
)
_ALONE_TOLD = re.compile(
    r"\b(?:only|sole|single|no other|one)\s+(?:land\s+)?(?:neighbou?r|country|state)\b|"
    r"\bborders?\s+(?:only|nobody but|no one but|no country but)\b|\banother neighbou?r\b|"
    r"\bno (?:land )?neighbou?rs? (?:by land )?(?:other than|but|except)",
    re.IGNORECASE,
)
_LENGTH_STEMS = frozenset(
    stem(word)
    for word in (
        "long length run runs stretch stretches measure measures kilometre mile altogether total "
        "whole"
    ).split()
)


def _without_figures(text: str) -> str:
    return re.sub(r"\d[\d.,]*\s*(?:km|kilomet\w+|mi|miles?)?\b", " ", text)


def _is_plain(fact: Fact) -> bool:
    return fact.stance in (Stance.ASSERTED, Stance.ATTRIBUTED)


def _is_beside_another(view: View, fact: Fact, places: Sequence[str]) -> bool:
    """Whether another place stands right before the figure of a length, and may be what is so
    long: "between A and B, along the edge of the C strip, which is 59 km long"."""
    text = fact.passages[-1].text
    at = text.find(fact.quantity.text) if fact.quantity else -1
    end = at + len(fact.quantity.text) if fact.quantity else at
    with_one = _WITH.match(text, end)
    if with_one and view.gazetteer.mentions(text[with_one.end() :], places)[:1]:
        first = view.gazetteer.mentions(text[with_one.end() :], places)[0]
        if first.start == 0 and first.key in places:
            return False  # "… with A and one of 730 kilometres with B"
    return at < 0 or any(
        mention.key not in places and 0 <= at - mention.end < _BESIDE
        for mention in view.gazetteer.mentions(text, places)
    )


_WITH: Final = re.compile(r"\s*(?:long\s+)?with\s+(?:the\s+)?")
_BESIDE: Final = 30  # characters


async def _on_length(
    view: View, statement: str, places: Sequence[str], amount: Amount
) -> Finding | None:
    if _NEGATION.search(statement):
        return None
    said = quantity_of(statement, amount)
    supporting: list[tuple[Passage, ...]] = []
    contradicting: list[tuple[Passage, ...]] = []
    for fact in await facts_of_pair(view, places[0], places[1]):
        exact = any(set(pair) == set(places) for pair in fact.pairs)
        if fact.kind is not FactKind.LENGTH or fact.quantity is None or not exact:
            continue
        if not _is_plain(fact) or not is_whole_length(fact.stance, fact.scope):
            continue
        same = agree(said, fact.quantity)
        if same:
            supporting.append(fact.passages)
        elif not _is_beside_another(view, fact, places):
            contradicting.append(fact.passages)
    return Finding(statement, newest_of(view, supporting), newest_of(view, contradicting))


def _is_negation(word: str) -> bool:
    return _NEGATION.search(word) is not None


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text
