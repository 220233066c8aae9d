"""Which mission is meant by what it is rather than by its name: "the Haiti stabilisation mission".

Every word must be borne out: the place by facts on the mission, the rest by its names, its kind
or what is told of it. Where two missions fit as well, both are meant. It words no answer.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.language.missions import british, names_of_one, spelt_alike
from bot.language.places import Gazetteer
from bot.language.words import alike, fold, lines, stem, stop_words, words
from bot.model import Fact
from bot.store import KnownMission, View

_LOOKED_AT = 30  # missions of a place, those told of by most publishers first
_SENTENCES = 60  # asked of the index where no place is named
_MOST = 4  # missions that may be meant


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was typed: places, and the stems of the other words, those of any mission apart;
    `phrase` has all of them in order."""

    places: tuple[str, ...]
    bodies: tuple[str, ...]
    telling: tuple[str, ...]
    phrase: tuple[str, ...]


async def missions_by_what_they_are(view: View, text: str) -> list[str]:
    """Keys of the missions that a person describes, best first; empty where none is borne out."""
    asked = _asked(text, view.gazetteer)
    if asked is None:
        return []
    keys: list[str] = []
    for place in asked.places:
        for part in sorted(view.gazetteer.ground_of(place)):
            facts = await view.facts_of_missions_of_place(part, _LOOKED_AT)
            keys += [fact.mission for fact in facts if fact.mission is not None]
    if not asked.places:
        for one in await view.search(asked.telling, _SENTENCES):
            keys += (*one.missions, *one.focus_missions)
    scored: list[tuple[float, str]] = []
    for key, facts in (await view.facts_of_missions(sorted(set(keys)))).items():
        score = _score(asked, view.missions[key], facts, view)
        if score > 0:
            scored.append((-score, key))
    scored.sort()
    return [key for score, key in scored if score <= scored[0][0] * _AS_WELL][:_MOST]


_AS_WELL = 0.85  # of the best score, from which a mission is meant as well


def _asked(text: str, gazetteer: Gazetteer) -> _Asked | None:
    """What a description asks for; None for what speaks of no mission, or of nothing but one."""
    text = british(_in_english(text))
    titled = " ".join(
        word if word.isupper() or fold(word) in stop_words() else word.capitalize()
        for word in text.split()
    )
    found = gazetteer.mentions(titled, [m.key for m in gazetteer.mentions(f"in {titled}")])
    taken = [(mention.start, mention.end) for mention in found]
    told = [
        word
        for word in words(titled)
        if fold(word.text) not in stop_words()
        and not any(start <= word.start < end for start, end in taken)
    ]
    if not any(_is_of_missions(word.stem) for word in told):
        return None
    telling = tuple(
        word.stem for word in told if word.stem not in _ANY and fold(word.text) not in _IDLE
    )
    keys = dict.fromkeys(mention.key for mention in found)
    bodies = tuple(key for key in keys if gazetteer.places[key].kind == "group")
    places = tuple(key for key in keys if key not in bodies)
    if not places and len(telling) < 2:
        return None
    return _Asked(places, bodies, telling, tuple(word.stem for word in told))


# Nouns that any mission goes by: they ask for nothing more than that it is one
_ANY = frozenset(
    stem(word) for word in "mission force operation deployment troops soldiers".split()
)
_KINDS = frozenset(
    stem(word)
    for word in (
        "peacekeepers peacekeeping observers monitors monitoring contingent exercise drill "
        "manoeuvre maneuver battlegroup patrol policing helmets monitor group intervention "
        "training verification stabilisation commission team taskforce administration authority"
    ).split()
)
_IDLE = frozenset("new old former current latest present international first last blue".split())


def _is_of_missions(word: str) -> bool:
    return word in _ANY or word in _KINDS


@functools.lru_cache(maxsize=1)
def _english() -> dict[str, str]:
    """Folded words of other languages → English: what missions are called by in them."""
    found = {}
    for line in lines("bot.language", "mission_words.txt"):
        word, _, others = line.partition(":")
        found.update(dict.fromkeys((fold(other) for other in others.split()), word.strip()))
    return found


def _in_english(text: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: _english().get(fold(match[0]), match[0]), text)


def _score(asked: _Asked, mission: KnownMission, facts: Sequence[Fact], view: View) -> float:
    """How well a mission fits what was asked for; 0 where a word is not borne out."""
    elsewhere = [names_of_one().get(spelt_alike(name), ()) for name in mission.names]
    every = (*mission.names, *(name for some in elsewhere for name in some))
    names = " ".join((*every, mission.kind or ""))
    own = [fact for fact in facts if fact.at == 0]
    texts = [fact.passages[fact.at].text for fact in own]
    titles = {view.cards[fact.passages[0].article_id].title for fact in facts}
    known = {word.stem for word in words(british(names))}
    told = {word.stem for text in texts for word in words(british(text))}
    score = 1.0
    if not (
        asked.places
        or _stands_in(asked.phrase, names)
        or any(_stands_in(asked.phrase, text, mission.names) for text in texts)
    ):
        return 0  # "border patrol" is not all that patrols a border
    for word in asked.telling:
        if _has(known, word):
            score += 3
        elif _has(told, word):
            score += 1
        else:
            return 0
    for place in asked.places:
        ground = view.gazetteer.ground_of(place)
        there = [fact for fact in facts if ground & {*fact.places}]
        if not there:
            return 0
        named = _places(view.gazetteer, (names,)) & ground
        in_title = _places(view.gazetteer, titles) & ground
        score += 3 * bool(named) + 2 * bool(in_title) + len(there) / len(facts)
    for body in asked.bodies:
        by_name = _is_of(every, body, view.gazetteer)
        if not by_name and not any(body in fact.places for fact in facts):
            return 0
        score += 1 + by_name
    return score


def _is_of(names: Sequence[str], body: str, gazetteer: Gazetteer) -> bool:
    """Whether a mission's names say whose it is: UNIFIL, EUFOR, European Union Police Mission."""
    letters = {"united-nations": "UN", "european-union": "EU", "african-union": "AU"}.get(body)
    if letters and any(name.startswith(letters) and name[2:3].isupper() for name in names):
        return True
    return body in _places(gazetteer, names)


def _places(gazetteer: Gazetteer, texts: Iterable[str]) -> set[str]:
    return {mention.key for text in texts for mention in gazetteer.mentions(text)}


def _has(stems: Iterable[str], word: str) -> bool:
    return any(other == word or (word in _KINDS and alike(other, word)) for other in stems)


def _stands_in(phrase: Sequence[str], text: str, names: Sequence[str] | None = None) -> bool:
    """Whether the words of a phrase stand in a text in a row; where `names` are given, not as a
    name of somebody else: "set up by the Combined Maritime Forces" is not what those are."""
    text = british(text)
    have = words(text)
    for at in range(len(have) - len(phrase) + 1):
        row = have[at : at + len(phrase)]
        if [word.stem for word in row] != [*phrase]:
            continue
        if names is None or not all(word.capitalised for word in row):
            return True
        beside = text[max(0, row[0].start - 40) : row[-1].end + 40]
        if any(name in beside for name in names):
            return True
    return False
