"""Missions that have no name of their own, found by the words that sentences describe them in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.briefs.borders import facts_of_sentences
from bot.briefs.mission_list import facts_there
from bot.briefs.reported import (
    fact_order,
)
from bot.language.missions import names_of_one, spelt_alike
from bot.language.words import alike, fold, stem, stop_words, words
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
    if found := await _described_there(view, name):
        return await _and_what_else(view, found)
    for fact in await _facts_with(view, wanted):
        have = [word.stem for word in words(fact.passages[fact.at].text)]
        if any(have[n : n + len(wanted)] == wanted for n in range(len(have))):
            found.append(fact)
    if not found:
        found = await _described_by_all(view, [w.stem for w in words(name)
                                               if fold(w.text) not in stop_words()])  # fmt: skip
    return await _and_what_else(view, sorted(found, key=lambda fact: fact_order(view, fact)))


async def _and_what_else(view: View, found: Sequence[Fact]) -> list[Fact]:
    """The facts, each article's with what else it tells of the mission that it describes."""
    every = list(found)
    for article in dict.fromkeys(fact.passages[0].article_id for fact in found):
        told = [f for f in await view.facts_of_article(article) if f.kind is FactKind.MISSION]
        own = {fact.passages[0] for fact in found}
        every += [
            fact
            for fact in told
            if fact.mission is None
            and (fact.passages[0] in own or all(f.mission is None for f in told))
        ]
    return list(dict.fromkeys(every))


async def told_to_be_at(view: View, name: str) -> list[Fact]:
    """Missions told to be at a town, camp or crossing of this name that no gazetteer has: "Gukovo"
    for the observers at Gukovo."""
    wanted = words(name)
    if (
        not wanted
        or len(wanted) > _MOST_OF_A_PLACE
        or {w.stem for w in wanted} & _KIND_STEMS
        or spelt_alike(name) in names_of_one()
    ):
        return []
    # "at the Russian checkpoints Gukovo and Donetsk": written with a capital, whatever was typed
    there = re.compile(
        r"\b(?:at|in|from|near|outside|around|between)\s+(?:the\s+)?"
        r"(?:(?:[A-ZÀ-Þ]\w+\s+)?[a-z]+\s+(?:of\s+)?|[A-ZÀ-ÞŠŽČ]\w+(?:,\s+[A-ZÀ-Þ]\w+)*\s+and\s+){0,2}"
        rf"(?=[A-ZÀ-ÞŠŽČ])(?i:{re.escape(name)})\b"
    )
    stems = [word.stem for word in wanted]
    facts = await facts_of_sentences(
        view, stems, (FactKind.MISSION,), lambda text: bool(there.search(text))
    )
    found = [f for f in facts if any(there.search(passage.text) for passage in f.passages)]
    own = {fact.mission for fact in found}
    more = [
        fact
        for article in dict.fromkeys(fact.passages[0].article_id for fact in found)
        for fact in await view.facts_of_article(article)
        if fact.kind is FactKind.MISSION and fact.mission in own
    ]
    return list(dict.fromkeys((*found, *more)))


_MOST_OF_A_PLACE = 3  # words of the name of a town


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
    """Those at a place: "Karabakh peacekeepers" for the peacekeepers who have been in Karabakh,
    "OAS observers in Belize" for those whom the organisation keeps there."""
    mentions = view.gazetteer.mentions(name.title() if name.islower() else name)
    bodies = {m.key for m in mentions if view.gazetteer[m.key].kind == "group"}
    places = [m.key for m in mentions if m.key not in bodies]
    taken = [(mention.start, mention.end) for mention in mentions]
    wanted = {
        word.stem
        for word in words(name)
        if fold(word.text) not in stop_words()
        and not any(start <= word.start < end for start, end in taken)
    }
    if len(places) != 1 or not wanted:
        return []

    def fits(fact: Fact) -> bool:
        title = view.cards[fact.passages[0].article_id].title
        told = [
            word.stem for text in (title, *(p.text for p in fact.passages)) for word in words(text)
        ]
        return bodies <= {*fact.places} and all(
            any(alike(word, other) if word in _KIND_STEMS else word == other for other in told)
            for word in wanted
        )

    facts = [fact for fact in await facts_there(view, places[0], 0) if fact.mission is None]
    return sorted((f for f in facts if fits(f)), key=lambda fact: fact_order(view, fact))


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
        "policing patrol mission operation exercise battlegroup force observers deployment brigade "
        "peacekeepers monitors troops soldiers commission".split()
    )
)
_NAMING = frozenset("known called named renamed dubbed as title".split())
