"""Missions that have no name of their own, found by the words that sentences describe them in."""

from __future__ import annotations

from collections.abc import Sequence

from bot.briefs.borders import facts_of_sentences
from bot.briefs.mission_list import facts_there
from bot.briefs.reported import (
    fact_order,
)
from bot.language.words import fold, stem, stop_words, words
from bot.model import (
    Fact,
    FactKind,
)
from bot.store import View


async def mission_called(view: View, name: str) -> tuple[list[Fact], list[str]]:
    """The mission that a sentence calls by these words without it being a name of its own."""
    wanted = [word.stem for word in words(name)]
    if len(wanted) < 2:
        return [], []
    for fact in await _facts_with(view, wanted):
        told = words(fact.passages[fact.at].text)
        have = [word.stem for word in told]
        at = next((n for n in range(len(have)) if have[n : n + len(wanted)] == wanted), None)
        named = at is not None and any(w.text.lower() in _NAMING for w in told[max(0, at - 4) : at])
        if fact.mission is not None and named:
            return list(await view.facts_of_mission(fact.mission)), [fact.mission]
    return [], []


async def described_as(view: View, name: str) -> list[Fact]:
    """Missions without a name that sentences describe in these words: "air policing"."""
    wanted = [word.stem for word in words(name)]
    if len(wanted) < 2 or not any(word in _KIND_STEMS for word in wanted):
        return []
    found = await _described_there(view, name)
    if found:
        return found
    for fact in await _facts_with(view, wanted):
        have = [word.stem for word in words(fact.passages[fact.at].text)]
        if any(have[n : n + len(wanted)] == wanted for n in range(len(have))):
            found.append(fact)
    if not found:
        found = await _described_by_all(view, [w.stem for w in words(name)
                                               if fold(w.text) not in stop_words()])  # fmt: skip
    return sorted(found, key=lambda fact: fact_order(view, fact))


async def _described_by_all(view: View, wanted: Sequence[str]) -> list[Fact]:
    """Those in whose sentence all these stems stand, a kind and more: "Mekong patrols" for the
    first joint patrol of the Mekong."""
    if len(wanted) < 2 or all(word in _KIND_STEMS for word in wanted):
        return []

    def fits(text: str) -> bool:
        return {*wanted} <= {word.stem for word in words(text)}

    facts = await facts_of_sentences(view, wanted, (FactKind.MISSION,), fits)
    return [f for f in facts if f.mission is None and fits(f.passages[f.at].text)]


async def _described_there(view: View, name: str) -> list[Fact]:
    """Those at a place: "Karabakh peacekeepers" for the peacekeepers who have been in Karabakh."""
    split = without_place(view, name)
    if split is None:
        return []
    rest, place = split
    wanted = {word.stem for word in words(rest) if fold(word.text) not in stop_words()}
    facts = await facts_there(view, place, 0)
    found = [
        fact
        for fact in facts
        if fact.mission is None
        and wanted <= {word.stem for word in words(fact.passages[fact.at].text)}
    ]
    return sorted(found, key=lambda fact: fact_order(view, fact)) if wanted else []


async def _facts_with(view: View, wanted: Sequence[str]) -> list[Fact]:
    """The mission facts of articles in which these stems stand side by side."""
    phrase = list(wanted)

    def fits(text: str) -> bool:
        have = [word.stem for word in words(text)]
        return any(have[n : n + len(phrase)] == phrase for n in range(len(have)))

    return await facts_of_sentences(view, wanted, (FactKind.MISSION,), fits)


def without_place(view: View, name: str) -> tuple[str, str] | None:
    """A name without the country in it, and the country: "EUTM Mozambique" for EUTM there."""
    mentions = view.gazetteer.mentions(name.title() if name.islower() else name)
    if len(mentions) != 1 or len(name) == mentions[0].end - mentions[0].start:
        return None
    mention = mentions[0]
    rest = f"{name[: mention.start]} {name[mention.end :]}".strip()
    return (rest, mention.key) if rest else None


_KIND_STEMS = frozenset(
    stem(word)
    for word in (
        "policing patrol mission operation exercise battlegroup force observers deployment "
        "peacekeepers monitors troops soldiers commission".split()
    )
)
_NAMING = frozenset("known called named renamed dubbed as title".split())
