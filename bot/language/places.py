"""Places: countries, alliances and regions, and where a text speaks of them.

The names, other spellings, demonyms, capitals and neighbours of countries come from the
`countryinfo` library; alliances, regions and what that library lacks from data/places.toml.
The neighbours are used as evidence that a name is meant as a place, never as a source.
One module, because a name is only taken for a place by what the gazetteer knows of its neighbours.
"""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any, Literal

from bot.language.namesakes import AS_AREA, Named, Namesake, may_be_a_part, meant_by
from bot.language.quantities import amounts
from bot.language.words import Word, as_name, fold, words

Form = Literal["name", "demonym", "capital", "area"]
PlaceKind = Literal["country", "group", "region", "area"]

_HALF_ROOM = 24
"""Characters before a name that "North and" may take."""
_HALF_BEFORE = re.compile(r"\b(North|South|East|West)\s+and\s+$")
_BETWEEN_LISTED = re.compile(r"\s*(?:,|,?\s*and|,?\s*or|/|[-–])\s*(?:the\s+)?")
_PREPOSITIONS = frozenset(
    "in from to with of between near against over across toward towards into through and or by for "
    "inside outside off around bordering neighbouring neighboring within about via".split()
)
# Ambiguous only when written otherwise (us, polish) or beside another name (French Open).
_NEVER_ALONE = frozenset(("us", "polish", "french", "dutch", "swiss", "danish", "english"))
_BESIDE = frozenset(
    "north south east west northern southern eastern western central upper lower greater former "
    "king queen president prime minister government army navy air force border river mr the soviet "
    "communist mainland occupied".split()
)


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a group of them, a region or a wide area. `key` is the folded name, hyphenated;
    `joined` are the keys of an alliance's states with the years in which they joined;
    `alone` are the neighbours that the country of a region has in it and nowhere else; `like` is
    the place whose name a region bears, `signs` are names that only those write who mean it."""

    key: str
    name: str
    kind: PlaceKind
    names: tuple[str, ...]
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    neighbours: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    within: str | None = None
    claimed_by: str | None = None
    short: tuple[str, ...] = ()
    joined: tuple[tuple[str, int], ...] = ()
    alone: tuple[str, ...] = ()
    like: str | None = None
    signs: tuple[str, ...] = ()


# what may stand between the words of a name
_JOINED = re.compile(r"[\s\-–'’.]*")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place spoken of in a text: which, where, and by which kind of word."""

    key: str
    start: int
    end: int
    form: Form


def key_of(name: str) -> str:
    """`united-states` for United States: short enough for a button, stable across reloads."""
    return re.sub(r"[^\w]+", "-", fold(name)).strip("-")


# "the North", not "the North Sea", "the north of" or "the North and South Poles"
_HALF = re.compile(
    r"\b[Tt]he (North|South)(?=['’]s\b|[\s,.;:)])(?!\s+(?:[A-Z]|of\b|and\s+South\s+[A-Z]))"
)


class Gazetteer:
    """Every known place by its names. Immutable once made; safe to share between threads."""

    def __init__(
        self,
        places: Iterable[Place],
        ambiguous: Iterable[str],
        after_a_capital: Iterable[str],
        shared: Mapping[str, Sequence[str]],
    ) -> None:
        """`shared` holds the keys of all that go by one name, the one meant most often first."""
        self.places: Mapping[str, Place] = {place.key: place for place in places}
        self.ambiguous = frozenset(ambiguous)
        self.after_a_capital = frozenset(after_a_capital)
        self.shared = {name: tuple(keys) for name, keys in shared.items()}
        self._short = [
            (re.compile(rf"\b{re.escape(short)}\b", re.IGNORECASE), place.key)
            for place in self.places.values()
            for short in place.short
        ]
        self._forms: dict[str, list[tuple[tuple[str, ...], str, Form, str]]] = {}
        for place in self.places.values():
            for name in place.names:
                if place.like and name.startswith(self.places[place.like].name):
                    continue  # "Niger State": what the word behind means is asked in `namesakes`
                self._add(name, place.key, "area" if place.kind == "area" else "name")
            for demonym in place.demonyms:
                self._add(demonym, place.key, "demonym")
                if not demonym.endswith(("s", "sh", "ese", "tch", "nch")):
                    self._add(demonym + "s", place.key, "demonym")
            if place.capital:
                self._add(place.capital, place.key, "capital")
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form[0]))

        self._inside: dict[str, list[Place]] = {}  # the regions within a place
        for place in self.places.values():
            if place.within:
                self._inside.setdefault(place.within, []).append(place)
        self._namesakes: dict[str, list[Namesake]] = {}
        for place in self.places.values():
            if place.like and place.within:
                one = Namesake(place.key, place.like, place.within, place.signs)
                self._namesakes.setdefault(place.like, []).append(one)
        self._sharing = {fold(name): keys for name, keys in self.shared.items()}
        # Korea of both Koreas: half → what it is a half of, where there are both halves
        self._whole_of = {
            place.key: half[1]
            for place in self.places.values()
            if (half := re.fullmatch(r"(?:North|South) (\w+)", place.name))
            and key_of(f"North {half[1]}") in self.places
            and key_of(f"South {half[1]}") in self.places
        }
        # a question's own places are asked for at every sentence that is held against it
        self._mentions_of_a_sentence = functools.lru_cache(maxsize=384)(self._mentions)

    def _add(self, name: str, key: str, form: Form) -> None:
        parts = tuple(fold(word.text) for word in words(name))
        forms = self._forms.setdefault(parts[0], [])
        if not any(known[0] == parts for known in forms):
            forms.append((parts, key, form, name))

    def __getitem__(self, key: str) -> Place:
        return self.places[key]

    def name(self, key: str) -> str:
        """The name to show; the key itself for one that a newer data file has dropped."""
        return self.places[key].name if key in self.places else key

    def parts(self, key: str) -> frozenset[str]:
        """The place, its members where it is a group, and the regions within it."""
        place = self.places.get(key)
        members = place.members if place else ()
        return frozenset((key, *members, *(other.key for other in self._inside.get(key, ()))))

    def countries(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of some known places that are countries."""
        return frozenset(key for key in keys if self.places[key].kind == "country")

    def ground_of(self, key: str) -> frozenset[str]:
        """The place, the regions within it, and those that most states hold to be part of it."""
        others = self.places.values()
        return frozenset((key, *(o.key for o in others if key in (o.within, o.claimed_by))))

    def line_of(self, one: str, other: str) -> tuple[str, str]:
        """The pair, or for a country that has a neighbour through one of its regions alone that
        region: France meets Brazil in French Guiana, and nowhere else."""
        return self._through(one, other), self._through(other, one)

    def side_towards(self, key: str, other: str) -> frozenset[str]:
        """What a line with the other may be told of: the parts of a place, and the country that
        meets the other in it alone."""
        country = self.places[key].within
        meets = country is not None and self._through(country, other) == key
        return self.parts(key) | ({country} if country and meets else set())

    def _through(self, key: str, other: str) -> str:
        known = other in self.places[key].neighbours
        regions = [
            place.key
            for place in self._inside.get(key, ())
            if other in (place.alone if known else place.neighbours)
        ]
        return regions[0] if len(regions) == 1 else key

    def mentions(self, text: str, known: Iterable[str] = ()) -> list[Mention]:
        """Where the text speaks of a place, in order, longest names first and without overlap.

        `known` are keys of places that the article is known to speak of: evidence for names
        that are also something else.
        """
        read = self._mentions_of_a_sentence if len(text) < 1000 else self._mentions
        return list(read(text, frozenset(known)))

    def _mentions(self, text: str, known: frozenset[str]) -> tuple[Mention, ...]:
        tokens = words(text)
        found: list[Mention] = []
        doubtful: list[tuple[Mention, int, int]] = []
        behind = 0  # the position behind the name found last
        for position, word in enumerate(tokens):
            if position < behind or not word.text[0].isupper():
                continue
            match = self._match(tokens, position, text)
            if match is None:
                continue
            length, key, form, name = match
            last = tokens[position + length - 1]
            mention = Mention(key, tokens[position].start, last.end, form)
            if name in self.ambiguous or name.rstrip("s") in self.ambiguous:
                doubtful.append((mention, position, position + length))
            else:
                found.append(mention)
            behind = position + length
        sure = {mention.key for mention in found} | set(known)
        for _ in range(2):  # a name found in the first round is evidence in the second
            waiting = []
            for mention, start, end in doubtful:
                if _listed_among(text, mention, found) or self._is_meant(
                    mention, tokens, start, end, sure, text
                ):
                    insort(found, mention, key=_start)
                else:
                    waiting.append((mention, start, end))
            doubtful = waiting
            sure |= {mention.key for mention in found}
        found = self._without_namesakes(text, self._of_one_name(text, found, known), known)
        found += self._halves(text, found)
        found.sort(key=_start)
        found += self._half_alone(text, found, sure)
        for pattern, key in self._short:
            if key in sure:
                found += [Mention(key, m.start(), m.end(), "name") for m in pattern.finditer(text)]
        if "o-" in text or "o–" in text:
            found += _before_a_hyphen(text, found)
        return tuple(sorted(found, key=_start))

    def shared_by(self, name: str) -> tuple[str, ...]:
        """The places that share a name, the one meant most often first; empty for other names."""
        return self._sharing.get(fold(name), ())

    def of_one_name(self, name: str, known: Iterable[str]) -> str | None:
        """Which of the places that share a name is meant beside the places known; None for a
        name that is not shared."""
        keys = self._sharing.get(as_name(name))
        if keys is None:
            return None
        known = set(known)
        inside = {self.places[key].within for key in known if key in self.places}

        def evidence(key: str) -> tuple[bool, int]:
            return key in known or key in inside, len(known & {*self.places[key].neighbours})

        return max(keys, key=evidence)  # the first of those with the same evidence

    def _of_one_name(
        self, text: str, found: Sequence[Mention], known: Iterable[str]
    ) -> list[Mention]:
        """The mentions, each with a shared name as the place that the others speak for."""
        keys_by_name: dict[str, set[str]] = {}
        for mention in found:
            keys_by_name.setdefault(text[mention.start : mention.end], set()).add(mention.key)
        meant: dict[str, str | None] = {}
        for name in keys_by_name:
            if as_name(name) in self._sharing:
                others = (keys for other, keys in keys_by_name.items() if other != name)
                meant[name] = self.of_one_name(name, {*known}.union(*others))
        return [
            replace(mention, key=key)
            if (key := meant.get(text[mention.start : mention.end])) and key != mention.key
            else mention
            for mention in found
        ]

    def _without_namesakes(
        self, text: str, found: Sequence[Mention], known: Iterable[str]
    ) -> list[Mention]:
        """The mentions, those of a part that bears another's name as that part."""
        named_alike = any(m.key in self._namesakes for m in found)
        if not found or not (named_alike or may_be_a_part(text)):
            return list(found)
        spoken_of = [Named(m.key, m.start, m.end, m.form == "name") for m in found]
        told = meant_by(text, spoken_of, {*known}, self._namesakes)
        kept = []
        for mention, meant in zip(found, told, strict=True):
            if meant is None:
                kept.append(mention)
            elif meant == AS_AREA:
                kept.append(replace(mention, form="area"))
            elif meant:
                kept.append(replace(mention, key=meant))
        return kept

    def _halves(self, text: str, found: Sequence[Mention]) -> list[Mention]:
        """North Korea in "North and South Korea": the half whose second word is left out."""
        halves = []
        for mention in found:
            name = self.places[mention.key].name.split()
            if len(name) != 2:
                continue
            near = max(0, mention.start - _HALF_ROOM)
            before = _HALF_BEFORE.search(text, near, mention.start)
            if before:
                key = key_of(f"{before[1]} {name[1]}")
                if key in self.places:
                    halves.append(Mention(key, before.start(1), before.end(1), "name"))
        return halves

    def _half_alone(self, text: str, found: Sequence[Mention], sure: set[str]) -> list[Mention]:
        """North Korea in "the North", where the article speaks of one Korea or both."""
        wholes = {self._whole_of[key] for key in sure if key in self._whole_of}
        if len(wholes) != 1:
            return []
        (whole,) = wholes
        return [
            Mention(key_of(f"{half[1]} {whole}"), half.start(1), half.end(1), "name")
            for half in _HALF.finditer(text)
            if not _within_one(half.start(1), found)
        ]

    def _match(
        self, tokens: Sequence[Word], position: int, text: str
    ) -> tuple[int, str, Form, str] | None:
        """The longest name that begins at a capitalised word; None where none does."""
        first = tokens[position]
        forms = self._forms.get(as_name(first.text))
        if forms is None or text[max(0, first.start - 4) : first.start].lower() == "pan-":
            return None
        for parts, key, form, name in forms:
            length = len(parts)
            if position + length > len(tokens):
                continue
            window = tokens[position : position + length]
            if name.isupper() and not window[0].text.removesuffix("'s").replace("’s", "").isupper():
                continue
            folded = [fold(word.text) for word in window]
            folded[-1] = folded[-1].removesuffix("'s").removesuffix("'")
            if tuple(folded) != parts:
                continue
            if all(_JOINED.fullmatch(text, a.end, b.start) for a, b in itertools.pairwise(window)):
                if form == "capital" and self._names_a_thing(tokens, position + length, text):
                    return None
                return length, key, form, name
        return None

    def _names_a_thing(self, tokens: Sequence[Word], end: int, text: str) -> bool:
        """Whether a thing named after the capital follows: the Minsk agreement, Berlin Plus."""
        after = tokens[end] if end < len(tokens) else None
        return (
            after is not None
            and after.text in self.after_a_capital
            and text[tokens[end - 1].end : after.start] == " "
        )

    def _is_meant(
        self,
        mention: Mention,
        tokens: Sequence[Word],
        start: int,
        end: int,
        sure: set[str],
        text: str,
    ) -> bool:
        before = tokens[start - 1] if start else None
        after = tokens[end] if end < len(tokens) else None
        adjoins = before is not None and text[before.end : mention.start] in (" ", "-")
        if (
            adjoins
            and before is not None
            and before.capitalised
            and start > 1
            and fold(before.text) not in _BESIDE | _PREPOSITIONS
        ):
            return mention.key in sure
        if mention.form == "capital" and before is not None and before.text.lower() == "the":
            return False  # a river or a hotel: the San Juan
        place = self.places[mention.key]
        if mention.key in sure or not sure.isdisjoint(place.neighbours):
            return True
        if any(self.places[key].within == mention.key for key in sure if key in self.places):
            return True
        if mention.form == "demonym" and before is not None and fold(before.text) == "the":
            return True
        if mention.form == "demonym" and text[mention.end - 1] == "s" and _counts(before):
            return True
        if as_name(text[mention.start : mention.end]) in _NEVER_ALONE:
            return True
        if after is not None and after.capitalised and text[mention.end : after.start] == " ":
            return fold(after.text) in _BESIDE
        if adjoins and before is not None and fold(before.text) == "the" and start > 1:
            before = tokens[start - 2]  # "in the Congo"
        return bool(adjoins and before is not None and fold(before.text) in _PREPOSITIONS)


def _before_a_hyphen(text: str, found: Sequence[Mention]) -> list[Mention]:
    """Russia of "the Russo-Norwegian frontier"; "Indo-Pacific" names no place behind it."""
    return [
        Mention(_COMBINING[match[1]], match.start(1), match.end(1), "demonym")
        for mention in found
        if (match := _COMBINED.search(text, max(0, mention.start - 12), mention.start))
    ]


# how a country is called before another: all that English has of them
_COMBINING = {
    "Anglo": "united-kingdom",
    "Austro": "austria",
    "Belgo": "belgium",
    "Finno": "finland",
    "Franco": "france",
    "Greco": "greece",
    "Graeco": "greece",
    "Hispano": "spain",
    "Indo": "india",
    "Italo": "italy",
    "Luso": "portugal",
    "Polono": "poland",
    "Russo": "russia",
    "Serbo": "serbia",
    "Sino": "china",
    "Turco": "turkey",
}
_COMBINED = re.compile(rf"\b({'|'.join(_COMBINING)})[-–]$")


def _counts(before: Word | None) -> bool:
    """Whether people are counted: "how many Danes", "forty Poles"."""
    return before is not None and (before.text.lower() == "many" or bool(amounts(before.text)))


@functools.lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """The gazetteer of the country library and data/places.toml. About 40 ms, once."""
    from countryinfo import all_countries

    data = tomllib.loads(
        resources.files("bot.language").joinpath("data", "places.toml").read_text("utf-8")
    )
    unwanted, not_names = set(data["names"]["leave_out"]), set(data["names"]["not_a_name"])
    also: dict[str, dict[str, Any]] = {entry["country"]: entry for entry in data["also"]}
    # the more people, the better the claim to a shared demonym (American, Congolese, French)
    infos = sorted(
        (country.info() for country in all_countries()),
        key=lambda info: -(info.get("population") or 0),
    )
    by_code = {
        info["ISO"]["alpha3"]: key_of(
            str(also.get(_plain(info["name"]), {}).get("shown", _plain(info["name"])))
        )
        for info in infos
        if info.get("ISO", {}).get("alpha3") and info["name"] not in unwanted
    }
    groups = [*data["group"], *data["region"]]
    ours = {key_of(entry["name"]) for entry in groups}
    places = [
        place
        for info in infos
        if info["name"] not in unwanted
        and (place := _country(info, also.get(_plain(info["name"]), {}), by_code, not_names))
        and place.key not in ours
    ]
    for kind, entries in (("group", data["group"]), ("region", data["region"])):
        for entry in entries:
            places.append(
                Place(
                    key=key_of(entry["name"]),
                    name=entry["name"],
                    like=key_of(entry["like"]) if "like" in entry else None,
                    signs=tuple(entry.get("signs", ())),
                    kind="group" if kind == "group" else "region",
                    names=tuple(entry["names"]),
                    demonyms=tuple(entry.get("demonyms", ())),
                    capital=entry.get("capital"),
                    neighbours=tuple(key_of(name) for name in entry.get("neighbours", ())),
                    members=tuple(key_of(name) for name in entry.get("members", ())),
                    within=key_of(entry["within"]) if "within" in entry else None,
                    claimed_by=key_of(entry["claimed_by"]) if "claimed_by" in entry else None,
                    short=tuple(entry.get("short", ())),
                    alone=tuple(key_of(name) for name in entry.get("alone", ())),
                    joined=tuple(
                        (key_of(name), int(year))
                        for year, names in entry.get("joined", {}).items()
                        for name in names
                    ),
                )
            )
    for water in data["waters"]["names"]:
        if key_of(water) not in {place.key for place in places}:
            places.append(Place(key_of(water), water, "area", (water,)))
    names = data["names"]
    shared = {name: [key_of(one) for one in places] for name, places in names["shared"].items()}
    return Gazetteer(places, names["ambiguous"], names["after_a_capital"], shared)


def _start(mention: Mention) -> int:
    return mention.start


def _within_one(position: int, found: Sequence[Mention]) -> bool:
    """Whether one of these, in their order in the text, covers the position."""
    at = bisect_right(found, position, key=_start)
    return at > 0 and position < found[at - 1].end


def _listed_among(text: str, one: Mention, found: Sequence[Mention]) -> bool:
    """Whether a mention stands in an enumeration with another, of these in their order."""
    at = bisect_right(found, one.start, key=_start)  # only its neighbours can stand beside it
    return any(_listed(text, one, other) for other in found[max(0, at - 1) : at + 1])


def _listed(text: str, one: Mention, other: Mention) -> bool:
    """Whether two mentions stand side by side in an enumeration."""
    first, second = (one, other) if one.start < other.start else (other, one)
    return bool(_BETWEEN_LISTED.fullmatch(text, first.end, second.start))


def _plain(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def _country(
    info: Mapping[str, object],
    also: Mapping[str, Any],
    by_code: Mapping[str, str],
    not_names: set[str],
) -> Place | None:
    name = _plain(str(info["name"]))
    shown = str(also.get("shown", name))
    others = info.get("altSpellings")
    spellings = [name, *also.get("names", ())]
    for other in others if isinstance(others, list) else ():
        # two or three capitals are codes, and codes are words ("IT", "NO", "PER", "CAN")
        if len(other) > 3 and other[:1].isupper() and "," not in other:
            spellings.append(other)
    names = [spelling for spelling in dict.fromkeys(spellings) if spelling not in not_names]
    given = str(info.get("demonym") or "")
    demonyms = [part.strip() for part in re.split(r"[,/]", given) if part.strip()]
    demonyms = [part for part in [*demonyms, *also.get("demonyms", ())] if part not in not_names]
    # the library lists some demonyms among the other spellings: Thai, Togolese
    names = [name for name in names if name not in demonyms or name in (spellings[0], shown)]
    capital = info.get("capital")
    borders = info.get("borders")
    beside = (
        *(by_code[c] for c in (borders if isinstance(borders, list) else ()) if c in by_code),
        *map(key_of, also.get("neighbours", ())),
    )
    apart = {key_of(name) for name in also.get("not_neighbours", ())}
    return Place(
        key=key_of(shown),
        name=shown,
        kind="country",
        names=tuple(dict.fromkeys([*names, *list(also.get("names", ()))])),
        demonyms=tuple(dict.fromkeys(d for d in demonyms if d not in names)),
        capital=capital
        if isinstance(capital, str) and capital and capital not in {*not_names, name}
        else None,
        within=key_of(also["within"]) if "within" in also else None,
        neighbours=tuple(key for key in beside if key not in apart),
    )
