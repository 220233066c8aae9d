"""Articles → facts: the two passes over a corpus.

First every article is asked which missions it names; then, with all the names of the corpus
known, every article is read for its facts. Both passes are pure and keep the order of articles
out of their results.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.facts.borders import border_facts
from bot.facts.cues import table
from bot.facts.hosts import hosts_in, two_in
from bot.facts.introductions import mission_names
from bot.facts.mission_index import MissionIndex, index_name
from bot.facts.mission_name import MissionName, core
from bot.facts.missions import mission_facts
from bot.facts.reading import read
from bot.facts.same_mission import merge
from bot.facts.sentence import BODIES, Sentence
from bot.facts.unnamed import UNNAMED, unnamed_in
from bot.facts.whose import Atlas
from bot.facts.world import is_about_borders, is_about_states
from bot.language.missions import names_of_one, spelt_alike
from bot.language.places import Gazetteer
from bot.language.words import fold
from bot.model import Article, Fact, Passage


@dataclass(frozen=True, slots=True)
class Naming:
    """What the first pass learns from one article. `fault` is what our rules failed of, if so."""

    article_id: str
    about_states: bool
    names: tuple[MissionName, ...]
    expansions: tuple[tuple[str, str], ...]
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Mission:
    """A mission that the corpus names. `name` is its name to show, `names` all of them."""

    key: str
    name: str
    kind: str | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the second pass draws from one article."""

    article_id: str
    sentences: tuple[Sentence, ...]
    facts: tuple[Fact, ...]
    about_states: bool


def place_names(gazetteer: Gazetteer) -> frozenset[str]:
    """Folded names that are places by themselves, and so no mission's name."""
    return frozenset(
        fold(name)
        for place in gazetteer.places.values()
        for name in (*place.names, *place.demonyms, *((place.capital,) if place.capital else ()))
    )


def name_missions(
    article: Article,
    cut: Callable[[Article], Sequence[Passage]],
    gazetteer: Gazetteer,
    places: frozenset[str],
) -> Naming:
    """The first pass over one article; it is `cut` into sentences where it is about states."""
    if not is_about_states(article, gazetteer):
        return Naming(article.id, False, (), ())
    names, explained = mission_names(article, cut(article), places)
    return Naming(article.id, True, tuple(names), tuple(sorted(explained.items())))


def gather(namings: Iterable[Naming], places: frozenset[str]) -> dict[str, Mission]:
    """The missions of a corpus by key, from the first pass over all its articles.

    `places` are folded names that are places by themselves.
    """
    written: dict[str, Counter[str]] = {}
    kinds: dict[str, Counter[str]] = {}
    apart: set[str] = set()
    same: dict[str, Counter[str]] = {}  # what is said to be the same as a name, how often
    for naming in namings:
        for found in naming.names:
            index = index_name(found.name)
            written.setdefault(index, Counter())[_shown(found.name)] += 1
            if found.apart:
                apart.add(index)
            if found.kind:
                kinds.setdefault(index, Counter())[found.kind] += 1
        named = {index_name(name.name) for name in naming.names}
        for acronym, phrase in naming.expansions:
            if fold(acronym) in places:  # "Sea Guardian, NATO's operation"
                continue
            short, long = index_name(acronym), index_name(phrase)
            if short in named or long in named:
                written.setdefault(short, Counter())[acronym] += 1
                written.setdefault(long, Counter())[phrase] += 1
                same.setdefault(long, Counter())[short] += 1
    own: dict[str, str] = {}
    for name in list(written):
        for shown in written[name]:
            last = _own_word(shown, places)
            if last is not None and index_name(last) not in written:
                written[index_name(last)] = Counter({last: 1})
            if last is not None:
                own[index_name(last)] = name
    members_of: dict[str, list[str]] = {}
    keys = merge(sorted(written), apart)
    for name, key in keys.items():
        members_of.setdefault(key, []).append(name)
    pairs = {(long, short) for long in same for short in _one_acronym(same[long], written)}
    pairs |= set(_known_to_be_one(written))
    for long, short in sorted({*pairs, *((name, word) for word, name in own.items())}):
        root, other = keys.get(short, short), keys.get(long, long)
        if root != other and other in members_of:
            moved = members_of.pop(other)
            members_of.setdefault(root, []).extend(moved)
            keys.update(dict.fromkeys(moved, root))
    missions: dict[str, Mission] = {}
    for key, members in sorted(members_of.items()):
        names = Counter[str]()
        kinds_found = Counter[str]()
        for member in members:
            names.update(written[member])
            kinds_found.update(kinds.get(member, Counter()))
        ordered = sorted(names, key=lambda name: (-names[name], len(name), name))
        families = table("missions")["names"]["families"]
        telling = [name for name in ordered if name not in families] or ordered
        by_key = [name for name in telling if index_name(name) == key]
        known = [
            name for name in telling if names_of_one().get(spelt_alike(name), ("",))[0] == name
        ]
        # what it is best known by, RAMSI for Helpem Fren, where that is not its key anyway
        best = next((n for n in by_key if n in known or not known), (known or telling)[0])
        kind = min(kinds_found, key=lambda name: (-kinds_found[name], name), default=None)
        missions[key] = Mission(key, best, kind, tuple(sorted(names)))
    return missions


def _known_to_be_one(written: Collection[str]) -> Iterable[tuple[str, str]]:
    """Pairs of names that are known to be one mission's: UNIFIL and FINUL."""
    by_names: dict[tuple[str, ...], list[str]] = {}
    for name in written:
        if (names := names_of_one().get(spelt_alike(name))) is not None:
            by_names.setdefault(names, []).append(name)
            continue
        short = _WHERE_BEHIND.sub("", name)
        if short != name and short in written and spelt_alike(short) in names_of_one():
            yield name, short
    for names, some in by_names.items():
        first = index_name(names[0])
        main = first if first in some else min(some)
        yield from ((name, main) for name in some if name != main)


_WHERE_BEHIND = re.compile(r" (?:in|for) (?:the )?\w+$")  # "Gang Suppression Force for Haiti"


def _one_acronym(
    names: Mapping[str, int], written: Mapping[str, Mapping[str, int]]
) -> Iterable[str]:
    """The names without all acronyms but the one told most often.

    One phrase fits the acronyms of several missions: AMISOM, ATMIS and AUSSOM are not one.
    """
    acronyms = [name for name in names if any(shown.isupper() for shown in written[name])]
    best = min(acronyms, key=lambda name: (-names[name], name), default=None)
    return [name for name in names if name == best or name not in acronyms]


def _own_word(shown: str, places: frozenset[str]) -> str | None:
    """The last word of acronyms and a word that names the mission too: EUNAVFOR MED Irini."""
    parts = shown.split()
    last = parts[-1]
    if (
        len(parts) < 2
        or len(last) < 4
        or last.isupper()
        or not last.isalpha()
        or fold(last) in places
        or any(place.startswith(f"{fold(last)} ") for place in places)  # the Baltic alone is none
    ):
        return None
    return last if all(part.isupper() and len(part) > 2 for part in parts[:-1]) else None


def _shown(name: str) -> str:
    """A name as an answer shows it: as written, without "Operation" and the like before it."""
    length = len(core(name).split())
    return " ".join(name.split()[-length:])


def mission_index(missions: Mapping[str, Mission]) -> MissionIndex:
    """The index by which the second pass finds missions in sentences."""
    return MissionIndex(
        {index_name(name): mission.key for mission in missions.values() for name in mission.names}
    )


def neighbours_of(gazetteer: Gazetteer, keys: Iterable[str]) -> dict[str, frozenset[str]]:
    """Which of some places lie side by side, as the gazetteer has it on either side."""
    keys = sorted(keys)
    beside = {key: {*gazetteer.places[key].neighbours} for key in keys}
    for key in keys:
        for other in gazetteer.places[key].neighbours:
            if other in beside:
                beside[other].add(key)
    return {key: frozenset(others) for key, others in beside.items()}


def draw(
    article: Article,
    passages: Sequence[Passage],
    gazetteer: Gazetteer,
    naming: Naming,
    missions: Mapping[str, Mission],
    index: MissionIndex,
) -> Drawn:
    """The second pass over one article: its sentences read, and its facts."""
    names = {index_name(name.name) for name in naming.names}
    named_here = frozenset(names | {index.keys[name] for name in names if name in index.keys})
    sentences = read(article, passages, gazetteer, index, named_here)
    known = {key for sentence in sentences for key in sentence.places}
    about_borders = naming.about_states or is_about_borders(
        article, sentences, neighbours_of(gazetteer, known)
    )
    if not about_borders:
        told = tuple(sentence.without_the_unnamed() for sentence in sentences)
        return Drawn(article.id, told, (), False)
    spoken_of = {key for s in sentences for key in (*s.missions, *s.focus_missions)}
    kinds = {key: missions[key].kind for key in sorted(spoken_of - {UNNAMED})}
    title = article.title if article.title_given else ""
    in_title = gazetteer.mentions(title, known)
    title_places = tuple(dict.fromkeys(m.key for m in in_title if m.form != "area"))
    within = {key: state for key in known if (state := gazetteer.places[key].within)}
    halves = {
        key: (place.members[0], place.members[1])
        for key in known
        if (place := gazetteer.places[key]).kind == "group" and len(place.members) == 2
    }
    atlas = Atlas(neighbours_of(gazetteer, known | {*title_places}), within, halves)
    facts = border_facts(sentences, title, title_places, atlas)
    if naming.about_states:
        subjects = [
            mention.key
            for mention in in_title
            # "Fijians take over" says who, not where
            if (mention.start == 0 and mention.form != "demonym" and mention.key not in BODIES)
            or mention.key in within
        ]
        facts += mission_facts(
            sentences,
            kinds,
            title,
            unnamed_in(title) if UNNAMED in spoken_of else index.named(title, named_here),
            hosts_in(title, in_title),
            title_subjects=two_in(title, in_title) or tuple(subjects[:2]),
        )
    told = tuple(sentence.without_the_unnamed() for sentence in sentences)
    return Drawn(article.id, told, tuple(facts), True)
