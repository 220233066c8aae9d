"""The name of a mission: its shapes in a text, what tells it from others, and its kind. Pure."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from bot.facts.cues import table
from bot.language.words import fold

# "MAPP/OEA": one name in two languages; "EUFOR Chad/CAR": of two countries
CAP = (
    r"(?:[A-Z]{3,}/[A-Z]{2,}(?![\w/])"
    r"|[A-ZÀ-ÖØ-ÞŠŽČŁ][\w'’\-]*(?:–[A-ZÀ-Þ]\w+|/[A-Z]{2,}(?![\w/]))?|[A-Z]{2,}[\w\-]*)"
)
TAIL = r"(?:\s+(?:\d{2,4}(?!\w)|[IVX]{1,4}(?!\w)))?"
# what stands small between the words of a name in other languages: Cruz del Sur, Croix du Sud
LINK = (
    r"(?:(?:d[aeo]s?|du|del|dell[ae]|de[gl]?i|de\s+l[ao]s?|[ely]|et|und|van|al|ul|bin|dan|na|ya|wa)"
    r"\s+|[dl]['’])?"
)
PROPER = rf"{CAP}(?:\s+(?:(?:of|in|the|to|for|and|on)\s+)*{LINK}{CAP}){{0,7}}{TAIL}"
SHORT_NAME = rf"{CAP}(?:\s+{LINK}{CAP}){{0,3}}{TAIL}"
LONG = rf"{CAP}(?:\s+{LINK}{CAP}){{1,3}}{TAIL}"


@dataclass(frozen=True, slots=True)
class MissionName:
    """A name as an article writes it, and the kind noun found beside it (None when none was).

    `apart` where it is another mission than the numbered one of its name: UNEF beside UNEF II.
    """

    name: str
    kind: str | None
    apart: bool = False


@functools.lru_cache(maxsize=1)
def kinds() -> dict[str, str]:
    """Noun → the kind of mission that it stands for."""
    return {noun: kind for kind, nouns in table("missions")["kinds"].items() for noun in nouns}


@functools.lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(fold(head) for head in table("missions")["names"]["heads"])


def core(name: str) -> str:
    """The part of a name that tells it from others, folded: `interflex` for Operation Interflex."""
    words = [word for word in re.split(r"\s+", name.strip(" ,.;:'’\"“”‘«»")) if word]
    while len(words) > 1 and fold(words[0]) in _heads() and not words[1][0].islower():
        words = words[1:]  # but "Mission for Justice Support" is a name as it stands
    folded = fold(" ".join(words))
    return re.sub(r"['’]s$", "", folded)


def kind_of(noun: str | None) -> str | None:
    """The kind a noun stands for ("drills" → exercise), None for none of ours."""
    if noun is None:
        return None
    plain = re.sub(r"[\s-]+", " ", noun).lower()
    return kinds().get(plain) or kinds().get(plain.rstrip("s"))


def kind_inside(name: str) -> str | None:
    """The kind that a name says itself: "Silent Reef Exercise"."""
    for word in reversed(name.split()):
        if (kind := kind_of(word.lower())) is not None:
            return kind
    return "air policing mission" if "Policing" in name else None


def trim(name: str) -> str | None:
    """A name as a text has it, without what belongs to its sentence: "Meanwhile", "Troops of"."""
    name = re.sub(r"['’]s$", "", name.strip(" ,.;:'’\"“”‘"))
    name = re.sub(r"^(?:The\s+)?[A-Z][\w.]*['’]s\s+(?=[A-Z])", "", name)  # NATO's Allied Harmony
    name = re.sub(
        r"^(?:The\s+)?(?:Troops|Soldiers|Members|Forces|Ships|Headquarters|Units|"
        r"Elements|Observers|Monitors)\s+(?:of|for|from)\s+(?:the\s+)?",
        "",
        name,
    )
    name = _WHEN.sub("", name)  # Ocean Shield in December 2016
    head, the, rest = name.rpartition(" the ")
    if the and not _OF_A_NAME.search(head):
        name = rest  # "Dili on Wednesday the International Force"
    words = name.split()
    while words and words[0].lower() in _OPENERS:
        words = words[1:]
    return " ".join(words) or None


_WHEN = re.compile(
    r"\s+(?:in|on|for|to)\s+(?:the\s+)?(?:(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Spring|Summer|Autumn|Winter|\w+day)(?:\s+\d{1,4})?|"
    r"\d{4})$"
)
_OF_A_NAME = re.compile(
    r"\b(?:United|European|African|Union|Nations|Mission|Operation|Force|Group|Organi[sz]ation|"
    r"Commission|[a-z]+-[a-z]+|(?:of|for|to|in|and))\b(?!\s+[A-Z]\w*day\b)|\b[A-Z]{2,}\b"
)
# Words that stand before a name at the head of a sentence and are no part of it
_OPENERS = frozenset(
    "the a an in on at its this today but for and when after since while as by our what who how is "
    "both under during with from no all another last if of to commander head chief new first only "
    "that which yesterday smaller earlier later some about around their his her monday tuesday "
    "wednesday thursday friday saturday sunday meanwhile however instead moreover besides also "
    "then there here now once again still only even elsewhere finally recently eventually "
    "originally formerly previously unlike like until since before because although though "
    "whereas despite without within between among so thus yet or nor neither both either".split()
)
