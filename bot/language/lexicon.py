"""What words have to do with each other, beyond their stems. Pure; reads `data/lexicon.txt`.

The field's own families stand in `data/synonyms.txt` and count for more: they were written for
borders and missions, while the lexicon is of English at large.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

from bot.language.words import alike, lines, stem, synonym_classes

FAMILY: Final = 0.9
FIELD: Final = 0.85
SAME: Final = 0.65
NARROWER: Final = 0.55
_BROADER: Final = 0.3


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon tells of a stem; `uses` is how common the word is."""

    uses: int = 0
    names: frozenset[str] = frozenset()
    family: frozenset[str] = frozenset()
    same: frozenset[str] = frozenset()
    broader: frozenset[str] = frozenset()


_NOTHING: Final = Entry()
_NONE: Final[frozenset[str]] = frozenset()


@functools.lru_cache(maxsize=1)
def _written() -> dict[str, str]:
    """What is written of each stem. Text is read when it is asked for: thousands of sets would be
    looked through by the garbage collector again and again."""
    return dict(line.split(" ", 1) for line in lines("bot.language", "lexicon.txt"))


@functools.lru_cache(maxsize=2048)
def entry(stem: str) -> Entry:
    """What is known of a stem; an empty entry for an unknown one."""
    if (written := _written().get(stem)) is None:
        return _NOTHING
    uses, *kinds = written.split("|")
    return Entry(int(uses), *(frozenset(kind.split()) or _NONE for kind in kinds))


def names_a_deed(stem: str) -> bool:
    """Whether a word mostly says what is done: a verb, or one of its family ("sent", "arrival")."""
    names = entry(stem).names
    return "deed" in names or (not names and stem in _of_deeds())


def names_people(stem: str) -> bool:
    """Whether a word says what somebody is: a shepherd, a refugee."""
    return "person" in entry(stem).names


@functools.lru_cache(maxsize=1)
def _of_deeds() -> frozenset[str]:
    """Stems of the families of verbs."""
    found: set[str] = set()
    for written in _written().values():
        _, names, family, *_ = (*written.split("|"), "", "")
        if "deed" in names.split():
            found.update(family.split())
    return frozenset(found)


@functools.lru_cache(maxsize=65536)
def kinship(asked: str, told: str) -> float:
    """How far the stem `told` says what `asked` asks for: 1 for the same, 0 for nothing.

    A narrower word answers for a wider one ("frigates" for "ships") better than the other way
    round.
    """
    if asked == told:
        return 1.0
    one, other = entry(asked), entry(told)
    if told in one.family or asked in other.family or told in _irregular().get(asked, _NONE):
        return FAMILY
    rephrased = told in _paraphrases().get(asked, _NONE)
    if alike(asked, told):
        return max(_in_field(asked, told), SAME if rephrased else 0.0)
    if told in one.same or asked in other.same or rephrased:
        return SAME
    if asked in other.broader:
        return NARROWER if one.uses < _VAGUE_DEED or "deed" not in other.names else 0.3
    if not one.family.isdisjoint(other.family):
        return SAME
    return _BROADER if told in one.broader else 0.0


def kin_of(stem: str) -> frozenset[str]:
    """The stems that say the same as one or are of its family, without narrower ones."""
    own = entry(stem)
    classes = _members_of_classes()
    fields = [classes[name] for name in synonym_classes().get(stem, _NONE)]
    said = (own.same, _paraphrases().get(stem, _NONE), _irregular().get(stem, _NONE))
    found = frozenset().union(own.family, *said, *fields)
    return found - {stem}


@functools.lru_cache(maxsize=1)
def _members_of_classes() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, names in synonym_classes().items():
        for name in names:
            found.setdefault(name, set()).add(word)
    return {name: frozenset(words) for name, words in found.items()}


def is_narrower(asked: str, told: str) -> bool:
    """Whether a stem names one kind of what another names: a goat is an animal."""
    return asked in entry(told).broader and asked != told


@functools.lru_cache(maxsize=1)
def _paraphrases() -> dict[str, frozenset[str]]:
    """Stem → the stems of the sets that it stands in."""
    return _sets("paraphrases.txt")


@functools.lru_cache(maxsize=1)
def _irregular() -> dict[str, frozenset[str]]:
    """Stem → the stems of the other forms of its verb."""
    return _sets("irregular_verbs.txt")


def _sets(name: str) -> dict[str, frozenset[str]]:
    """Stem → the stems of the lines of a data file that it stands in."""
    found: dict[str, set[str]] = {}
    for line in lines("bot.language", name):
        held = {stem(word) for word in line.split()}
        for word in held:
            found.setdefault(word, set()).update(held)
    return {word: frozenset(others) for word, others in found.items()}


@functools.lru_cache(maxsize=1)
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in lines("bot.language", "opposites.txt"):
        one, other = ({stem(word) for word in side.split()} for side in line.split("|"))
        for word in one | other:
            found.setdefault(word, set()).update(other if word in one else one)
    return {word: frozenset(others) for word, others in found.items()}


def opposed(asked: str, told: str) -> bool:
    """Whether one stem says the opposite of another, which answers whether it is so, too."""
    return told in _opposites().get(asked, frozenset())


def _in_field(asked: str, told: str) -> float:
    """The kinship of two words that share a class: the less, the more each has of its own.

    "Come" stands beside "follow", which stands beside "replace", but says hardly ever that
    something was replaced.
    """
    classes = synonym_classes()
    one, other = classes[asked], classes[told]
    shared = len(one & other) / min(len(one), len(other))
    vague = 0.85 if entry(told).uses > _VAGUE else 1.0
    return FIELD * vague * (0.4 + 0.6 * shared)


_VAGUE_DEED: Final = 200  # uses of what is done in so many ways that none says it: end by killing
_VAGUE: Final = 450  # uses of a word that means whatever stands beside it: come, take, find
