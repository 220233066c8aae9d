"""Which words say the same in reports, which the opposite, and which carry nothing. Pure.

Narrower than the synonyms by which answers are found: nothing may be borne out by a word that says
more or less. Reads `verdicts.toml`.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any, Final

from bot.language.lexicon import entry
from bot.language.words import stem


@functools.cache
def _data() -> Mapping[str, Any]:
    text = resources.files("bot.briefs.checking").joinpath("verdicts.toml").read_text("utf-8")
    return tomllib.loads(text)


@functools.cache
def groups() -> Mapping[str, frozenset[int]]:
    """By stem, the numbers of the groups in which it stands."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_data()["same"]):
        for word in line.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@functools.cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = set()
    for line in _data()["opposites"]:
        one, other = ([stem(word) for word in side.split()] for side in line.split("|"))
        pairs |= {(a, b) for a in one for b in other} | {(b, a) for a in one for b in other}
    return frozenset(pairs)


@functools.lru_cache(maxsize=4096)
def same(one: str, other: str) -> bool:
    """Whether two stems say the same: one word, words of one family, or of one group."""
    if one == other or not groups().get(one, frozenset()).isdisjoint(groups().get(other, ())):
        return True
    return other in entry(one).family and one in entry(other).family


def opposite(one: str, other: str) -> bool:
    """Whether one stem says the opposite of another."""
    return (one, other) in _opposites()


@functools.cache
def once() -> frozenset[str]:
    """The stems of what happens once to a thing."""
    return frozenset(stem(word) for word in _data()["once"].split())


@functools.cache
def light() -> frozenset[str]:
    """The stems that carry nothing beside a name."""
    return frozenset(stem(word) for word in _data()["light"].split())


@functools.cache
def ignored() -> frozenset[str]:
    """The words that may stand on one side only."""
    return frozenset(_data()["ignored"].split())


@functools.cache
def exclusive() -> frozenset[str]:
    """The stems of what one alone does or has: another name contradicts."""
    return frozenset(stem(word) for word in _data()["exclusive"].split())


@functools.cache
def which_words() -> frozenset[str]:
    """The words for how much of a thing, or which."""
    return frozenset(_data()["which"].split())


@functools.cache
def _said(kind: str) -> re.Pattern[str]:
    some = (re.escape(word).replace(r"\*", r"\w*") for word in _data()[kind].split())
    return re.compile(rf"\b(?:{'|'.join(some)})\b", re.IGNORECASE)


def claims(text: str) -> bool:
    """Whether a clause makes what it says a matter of opinion: "accused", "believes"."""
    return _said("claiming").search(text) is not None


def reports(text: str) -> bool:
    """Whether a clause says who says so."""
    return _said("saying").search(text) is not None


@functools.cache
def _phrases() -> Sequence[tuple[re.Pattern[str], str]]:
    found = [(phrase, word) for word, some in _data()["phrases"].items() for phrase in some]
    found.sort(key=lambda one: (-len(one[0]), one[0]))
    return [(_pattern(phrase), word + (r" \1" if "…" in phrase else "")) for phrase, word in found]


def _pattern(phrase: str) -> re.Pattern[str]:
    some = re.escape(phrase).replace("…", r"((?:[\w'’-]+ ){0,2}[\w'’-]+)")
    return re.compile(rf"\b{some}\b", re.IGNORECASE)


_SHORTENED: Final = (
    (re.compile(r"\b([Cc]a)n['’]t\b"), r"\1nnot"),
    (re.compile(r"\b([Ww])on['’]t\b"), r"\1ill not"),
    (
        re.compile(r"\b(is|are|was|were|do|does|did|has|have|had|would|could|should)n['’]t\b"),
        r"\1 not",
    ),
    (re.compile(r"\b([Ii]t)['’]s (?=(?:an?|the|not|still|now|in|on|at)\b)"), r"\1 is "),
)


@functools.lru_cache(maxsize=1024)
def spelled_out(text: str) -> str:
    """A clause with one word for each phrase that stands for it, and "is not" for "isn't"."""
    for short, long in _SHORTENED:
        text = short.sub(long, text)
    for phrase, word in _phrases():
        text = phrase.sub(word, text)
    return text
