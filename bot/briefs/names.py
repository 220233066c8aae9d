"""Names: what a person typed → a place, a mission or an article, despite typos.

The only module of the briefs that knows rapidfuzz. Ties are broken by name, so
that the same words always find the same thing. One module: what a slip is, is one rule for all.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.language.missions import names_of_one, spelt_alike
from bot.language.places import Gazetteer
from bot.language.words import fold
from bot.store import Missions

_NEAR = 60  # ratio from which it is worth suggesting


@dataclass(frozen=True, slots=True)
class Found:
    """What was meant, or (None) the nearest names."""

    key: str | None
    nearest: tuple[str, ...] = ()


def _plain(text: str) -> str:
    """Folded, without articles, punctuation and possessives."""
    text = re.sub(r"[^\w\s'&-]", " ", fold(text))
    text = re.sub(r"\b(?:the|a|an|of the)\b|'s\b", " ", text)
    return " ".join(text.split())


@functools.lru_cache(maxsize=2)  # two generations of the library at most are open
def _forms(gazetteer: Gazetteer) -> dict[str, str]:
    forms: dict[str, str] = {}
    for place in gazetteer.places.values():
        for name in (*place.names, *place.demonyms):
            forms.setdefault(_plain(name), place.key)
            forms.setdefault(_plain(name) + "s", place.key)
    for place in gazetteer.places.values():
        if place.capital:
            forms.setdefault(_plain(place.capital), place.key)
    return forms


def find_place(text: str, gazetteer: Gazetteer, told_of: Iterable[str] = ()) -> Found:
    """The place that a person means by a name, a demonym, a short form or a capital.

    Between places equally close, one that the articles tell of (`told_of`) is meant.
    """
    plain = _plain(text)
    if not plain:
        return Found(None)
    if plain in gazetteer.places:
        return Found(plain)
    if text.strip() in gazetteer.places:
        return Found(text.strip())
    forms = _forms(gazetteer)
    known = set(told_of)
    if shared := gazetteer.shared_by(plain):
        return Found(next((key for key in shared if key in known), shared[0]))
    if plain in forms:
        return Found(forms[plain])
    scored: dict[str, tuple[float, bool]] = {}
    for form, score, _ in process.extract(plain, list(forms), scorer=fuzz.ratio, limit=40):
        key = forms[form]
        if abs(len(form) - len(plain)) > 3 and score < 90:
            score -= 10
        if form[:1] != plain[:1]:
            score -= 6
        scored[key] = max(scored.get(key, (0.0, False)), (score, key in known))
    ordered = sorted(scored, key=lambda key: (-_weighted(scored[key]), key))
    if ordered and (_distance_is_typo(plain, ordered[0], forms) or scored[ordered[0]][0] >= 88):
        return Found(ordered[0])
    near = tuple(gazetteer.name(key) for key in ordered if scored[key][0] >= _NEAR)[:3]
    return Found(None, near)


def _weighted(score: tuple[float, bool]) -> float:
    return score[0] + (4 if score[1] else 0)


def _distance_is_typo(plain: str, key: str, forms: Mapping[str, str]) -> bool:
    """Whether one or two slips of the finger explain the difference, by length of the name.

    Two in a short name leave its consonants as they are: "Marroco", but not Arvania for Albania.
    """
    allowed = 0 if len(plain) < 4 else 1 if len(plain) < 6 else 2
    for form, place in forms.items():
        if place != key or abs(len(form) - len(plain)) > allowed:
            continue
        slips = OSA.distance(plain, form, score_cutoff=allowed)
        if slips <= min(allowed, 1):
            return True
        if slips == 2 == allowed and (
            (len(plain) >= _LONG and form[:1] == plain[:1])
            or _consonants(plain) == _consonants(form)
        ):
            return True
    return False


def _consonants(name: str) -> str:
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyh]", "", _sound(name)))


@functools.lru_cache(maxsize=32768)
def mission_words(text: str) -> tuple[str, ...]:
    """The words of a mission's name that tell it from others."""
    plain = tuple(_plain(text).split())
    return tuple(word for word in plain if not _is_common(word)) or plain


def _is_common(word: str) -> bool:
    """Whether a word, slips of the finger allowed, stands before many missions' names."""
    if word in _COMMON:
        return True
    return len(word) > 6 and any(
        len(known) > 6 and OSA.distance(word, known, score_cutoff=2) <= 2 for known in _COMMON
    )


_COMMON = frozenset("operation exercise mission task force the of in for nato eu un".split())


def find_missions(text: str, missions: Missions) -> list[str]:
    """Keys of the missions that a person may mean, best first; empty where none is close.

    Every telling word of what was typed must have a counterpart in one of the mission's names;
    a year that the name does not have excludes it. What is the name of a mission that exists is
    no slip in the name of another one.
    """
    if text in missions:
        return [text]
    wanted = mission_words(text)
    if not wanted:
        return []
    spelling = spelt_alike(text)
    known = names_of_one().get(spelling, ())
    ours = {spelt_alike(name) for name in known}
    spelt = _spelt(missions)
    if ours and (exact := [mission.key for mission in spelt if ours & mission.spellings]):
        return sorted(exact)
    bodies = _bodies(spelling)
    scored = []
    for mission in spelt:
        if bodies and mission.bodies and not bodies & mission.bodies:
            continue  # "EU mission in Mali" is none of the United Nations
        score = max(_mission_score(wanted, name, mission.acronyms) for name in mission.names)
        if len(wanted) == 1 and wanted[0] in mission.initials:
            score = max(score, 95)
        if score > 0 and (not known or score >= 99 or _is_whole(wanted, mission.names)):
            scored.append((-score, mission.key))
    scored.sort()
    if not scored:
        if known:
            return []
        by_letters = _by_letters("".join(wanted), bodies, missions)
        return by_letters or (_by_sound(wanted, spelt) if len(wanted) < _told(text) else [])
    best = -scored[0][0]
    named_so = {mission.key for mission in spelt if wanted in mission.names}
    if exact := [key for _, key in scored if key in named_so]:
        return exact  # UNEF is not UNEF II, where both are known
    return [key for score, key in scored if -score >= best - 3]


class _Spelt(NamedTuple):
    """A mission's key, the telling words of its names, the acronyms in them, the initials of them,
    its names as different spellings share them, and whose they say that it is."""

    key: str
    names: tuple[tuple[str, ...], ...]
    acronyms: frozenset[str]
    initials: frozenset[str]
    spellings: frozenset[str]
    bodies: frozenset[str]


@functools.lru_cache(maxsize=2)  # two generations of the library at most are open
def _spelt(missions: Missions) -> tuple[_Spelt, ...]:
    found = []
    for key, mission in missions.items():
        # two slips turn one acronym into another: UNAMID is not UNOMIG
        parts = [part for name in mission.names for part in name.split()]
        acronyms = frozenset(fold(part) for part in parts if part.isupper() and len(part) < 9)
        names = tuple(dict.fromkeys(mission_words(name) for name in (*mission.names, key)))
        initials = frozenset(one for name in mission.names if (one := _initials(name)))
        spellings = frozenset(spelt_alike(name) for name in mission.names)
        bodies = frozenset(body for one in spellings for body in _bodies(one))
        found.append(_Spelt(key, names, acronyms, initials, spellings, bodies))
    return tuple(found)


@functools.lru_cache(maxsize=2)
def _joined(missions: Missions) -> tuple[tuple[str, str], ...]:
    """The telling words of names as one word each, with the mission's key; of acronyms, none."""
    return tuple(
        ("".join(name), mission.key)
        for mission in _spelt(missions)
        for name in mission.names
        if not (len(name) == 1 and name[0] in mission.acronyms)
    )


def _by_letters(wanted: str, bodies: frozenset[str], missions: Missions) -> list[str]:
    """The missions whose names are so spelt if spaces do not count: "Cobragold", "SAMI DRC"."""
    fitting = {m.key: m for m in _spelt(missions) if not bodies - m.bodies or not m.bodies}
    if exact := [key for key, mission in fitting.items() if wanted in mission.acronyms]:
        return sorted(exact)
    joined = _joined(missions)
    near = process.extract(
        wanted, [name for name, _ in joined], scorer=OSA.distance, score_cutoff=2, limit=20
    )
    found = {
        joined[at][1]: slips
        for name, slips, at in reversed(near)
        if joined[at][1] in fitting
        and (
            slips == 0
            or (len(name) >= _LONG and _NO_DIGIT.sub("", wanted) == _NO_DIGIT.sub("", name))
        )
    }
    least = min(found.values(), default=0)
    return sorted(key for key, slips in found.items() if slips == least)


def _by_sound(wanted: Sequence[str], spelt: Sequence[_Spelt]) -> list[str]:
    """The missions whose names sound so: "Operation Sofia" for Sophia."""
    sound = [_sound(word) for word in wanted]
    return sorted(
        mission.key
        for mission in spelt
        if any(
            [_sound(word) for word in name] == sound
            for name in mission.names
            if mission.acronyms.isdisjoint(name)  # whose letters are meant, not their sound
        )
    )


def _sound(word: str) -> str:
    """A word with its sounds spelt in one way: ph and f, ck and k, y and i, doubled letters."""
    for heard, letters in _SOUNDS:
        word = heard.sub(letters, word)
    return word


_SOUNDS = tuple(
    (re.compile(heard), letters)
    for heard, letters in (
        (r"ph", "f"), (r"c(?=[eiy])", "s"), (r"ck|c(?!h)|q(?:u(?=e\b))?", "k"), (r"ou|oo", "u"),
        (r"[ae]e", "e"), (r"y", "i"), (r"z", "s"), (r"w", "v"), (r"th", "t"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


def _told(text: str) -> int:
    """How many words were typed, "operation" among them: Sofia alone is a city."""
    return len(_plain(text).split())


_NO_DIGIT = re.compile(r"\D")
_LONG = 8  # letters of a name in which two slips leave it recognisable


_BODIES = frozenset("un eu au nato osce".split())


def _bodies(spelling: str) -> frozenset[str]:
    """Whose a mission is, by its name or the first letters of its acronym."""
    told = spelling.split()
    first = {name[:2] for name in told if len(told) == 1}
    return _BODIES & {*told, *first}


def _is_whole(wanted: Sequence[str], names: Iterable[Sequence[str]]) -> bool:
    """Whether every word that was typed stands in one of the names, letter by letter."""
    return any(all(word in name for word in wanted) for name in names)


def _initials(name: str) -> str | None:
    """`mfo` for Multinational Force and Observers; None for a name of less than three such."""
    capitals = "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())
    return fold(capitals) if len(capitals) >= 3 else None


def is_short_for(short: str, long: str) -> bool:
    """Whether a name is another one, part of it, or made of its letters: UNIFIL."""
    if fold(short) in fold(long):
        return True
    letters = iter(long.upper())
    return short.isupper() and all(letter in letters for letter in short)


def _mission_score(wanted: Sequence[str], have: Sequence[str], acronyms: frozenset[str]) -> float:
    total = 0.0
    for word in wanted:
        if word.isdigit():
            if word in have or (len(word) == 4 and word[2:] in have):
                total += 100
                continue
            if any(other.isdigit() for other in have):
                return 0
            total += 60
            continue
        best = 0.0
        for other in have:
            allowed = 0 if len(word) < 4 else 1 if len(word) < 6 or other in acronyms else 2
            if word == other:
                best = 100
            elif OSA.distance(word, other, score_cutoff=allowed) <= allowed:
                best = max(best, 90)
            elif other in acronyms and len(word) > 4 and sorted(word) == sorted(other):
                best = max(best, 88)  # its letters in another order: OMUNOZ
            elif len(word) >= 4 and other.startswith(word):
                best = max(best, 92)
        if best == 0:
            return 0
        total += best
    extra = len([word for word in have if word not in wanted and not word.isdigit()])
    return total / len(wanted) - 2 * min(extra, 5)


def nearest_names(text: str, names: Sequence[str], limit: int = 3) -> tuple[str, ...]:
    """The names nearest to what was typed, best first; none that is far off."""
    plain = _plain(text)
    scored = process.extract(plain, [_plain(name) for name in names], scorer=fuzz.WRatio, limit=10)
    close = sorted(
        ((-score, names[index]) for _, score, index in scored if score >= _NEAR),
    )
    return tuple(dict.fromkeys(name for _, name in close))[:limit]


def ranked(text: str, names: Sequence[str], limit: int = 25) -> list[str]:
    """Names for autocomplete: those that start so, then words that do, then the similar ones."""
    plain = _plain(text)
    if not plain:
        return list(names[:limit])
    starts = [name for name in names if _plain(name).startswith(plain)]
    inside = [
        name
        for name in names
        if name not in starts and any(word.startswith(plain) for word in _plain(name).split())
    ]
    chosen = [*starts, *inside]
    if len(chosen) < limit:
        rest = [name for name in names if name not in set(chosen)]
        plains = [_plain(name) for name in rest]
        scored = process.extract(plain, plains, scorer=fuzz.partial_ratio, limit=limit)
        chosen += [
            rest[index]
            for _, score, index in sorted(scored, key=lambda item: (-item[1], rest[item[2]]))
            if score >= 70
        ]
    return chosen[:limit]


def is_slip(one: str, other: str, allowed: int) -> bool:
    """Whether at most `allowed` slips (swapped, missing or wrong letters) part two words."""
    return bool(OSA.distance(one, other, score_cutoff=allowed) <= allowed)


def says_the_same(one: str, other: str) -> bool:
    """Whether two sentences are word for word nearly one: republished, or a word apart."""
    return bool(fuzz.token_set_ratio(one, other) >= 92)
