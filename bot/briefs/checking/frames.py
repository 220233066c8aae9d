"""What a clause says, taken apart: whom it names, what it counts, when, and whether it says no.

A statement of a person and a sentence of an article are taken apart alike, so that they can be
compared piece by piece. Pure but for the gazetteer and the missions of a view.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.briefs.checking.days import Day, days_in
from bot.briefs.checking.said_alike import groups, ignored, spelled_out, which_words
from bot.language.clauses import HELPING, is_deed
from bot.language.lexicon import entry
from bot.language.negation import negation
from bot.language.places import Mention
from bot.language.quantities import Amount, undated
from bot.language.words import Word, fold, stem, stop_words, words
from bot.model import PublishedDate
from bot.store import Missions, View

NO: Final = negation(r"(?:refus|fail|declin)(?:e|es|ed|s)? to")
_OPEN: Final = re.compile(
    r"\b(?:will|would|may|might|could|should|can|if|unless|plan(?:s|ned|ning)?|"
    r"propos(?:e|es|ed|ing)|expect\w*|consider\w*|intend\w*|want\w*|likely|possib\w+|"
    r"perhaps|reportedly|alleg\w+|about to|ready to|due to|set to|willing to|supposed|"
    r"(?:is|are|was|were) to (?!the\b|a\b|an\b)[a-z]+|"
    r"offer\w*|promis\w+|suspected|hop(?:e|es|ed|ing))\b|['’]ll\b|['’]d\b",
    re.IGNORECASE,
)
_NOT_NO: Final = re.compile(
    r"\bno (?:bigger|more|less|fewer|later|larger|smaller|longer|earlier|doubt)\b|"
    r"\bnot (?:only|just)\b|\bnothing but\b|\bwithout\b|\bwhether or not\b|"
    r",\s+(?:but\s+)?not\s[^,;]*|,\s+[\w-]+ of (?:them|whom|which) not\s[^,;]*",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(
    r"\b(?:resolution|protocol|article|number|no\.?|chapter|decree|order|law|annex|paragraph)\s+"
    r"(?P<number>\d+)\b",
    re.IGNORECASE,
)
_MONEY: Final = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts: the stems of the words behind it, none where it stands alone."""

    amount: Amount
    counted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause taken apart. `said` are the stems of what is neither a name nor a number."""

    text: str
    places: tuple[Mention, ...]
    missions: frozenset[str]
    names: frozenset[str]
    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    said: tuple[str, ...]
    which: frozenset[str]
    stems: frozenset[str]
    """Of all its words, those of names too."""
    denials: int
    """How many words of it say no."""
    is_open: bool
    spans: tuple[tuple[str, tuple[int, int]], ...] = ()
    """Where the missions are named."""

    @property
    def denies(self) -> bool:
        """Whether it says no."""
        return self.denials > 0

    @property
    def place_keys(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mention.key for mention in self.places))


def frame(
    view: View, text: str, known: Iterable[str] = (), published: PublishedDate | None = None
) -> Frame:
    """A clause of an article that knows of some places, or of nothing where a person says it."""
    text = spelled_out(text)
    places = tuple(view.gazetteer.mentions(text, known))
    spans = missions_named(view, text)
    taken = [*(span for _, span in spans), *((mention.start, mention.end) for mention in places)]
    numbered = [match.span("number") for match in _NUMBERED.finditer(text)]
    dates, days = days_in(_without_numbers(text, numbered), published)
    found = [
        amount
        for amount in undated(text)
        if not any(start <= amount.start < end for start, end in (*taken, *numbered, *dates))
        and not _is_vague(text, amount)
    ]
    names, said, which = set(), [], set()
    all_words = words(text)
    for place, word in enumerate(all_words):
        if any(start <= word.start < end for start, end in (*taken, *dates)):
            continue
        small = word.text.lower()
        if any(start <= word.start < end for start, end in numbered):
            names.add(word.text)
        elif small in ignored() or _CONTRACTED.search(small) or _is_in(word, found):
            continue
        elif small in which_words():
            if not any(0 < amount.start - word.end <= 2 for amount in found):  # "only 41 km"
                which.add(word.stem)
        elif small in stop_words() and not (word.capitalised and place and word.text.isupper()):
            continue
        elif word.capitalised and (place or word.text.isupper() or not _is_common(word)):
            names.add(fold(word.text).removesuffix("'s"))
        elif len(word.text) == 4 and word.text.isdigit() and text[word.end :][:1] == "s":
            names.add(word.text)  # "the 1990s"
        elif word.stem in _MEASURES and any(0 <= word.start - amount.end < 24 for amount in found):
            continue  # compared with what the number counts
        elif not word.text[0].isdigit():
            said.append(word.stem)
    return Frame(
        text,
        places,
        frozenset(key for key, _ in spans),
        frozenset(names),
        _figures(text, found),
        days,
        tuple(dict.fromkeys(said)),
        frozenset(which),
        frozenset(word.stem for word in all_words),
        len(NO.findall(_NOT_NO.sub(" ", text))),
        is_open(text),
        tuple(spans),
    )


_CONTRACTED: Final = re.compile(r"['’](?:t|re|ve|ll|m|d)$")


_MEASURES: Final = frozenset(
    map(stem, "dollar euro pound square kilometre mile metre percent per cent".split())
)


def _without_numbers(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text in which the number of a resolution is no year."""
    for start, end in spans:
        text = f"{text[:start]}{'#' * (end - start)}{text[end:]}"
    return text


def is_open(text: str) -> bool:
    """Whether a clause says what may be, or is to be."""
    return _OPEN.search(text) is not None


def _is_in(word: Word, found: Sequence[Amount]) -> bool:
    return any(amount.start <= word.start < amount.end for amount in found)


def _figures(text: str, found: Sequence[Amount]) -> tuple[Figure, ...]:
    """The numbers with what they count; one behind another may leave that out: "the other 12"."""
    figures: list[Figure] = []
    for amount in found:
        counted = _counted(text, amount)
        if not counted and figures and re.match(r"\W*$|,|;", text[amount.end :][:2]):
            last = figures[-1]
            amount, counted = replace(amount, unit=last.amount.unit), last.counted
        figures.append(Figure(amount, counted))
    return tuple(figures)


def _is_common(word: Word) -> bool:
    """Whether a word at the head of a sentence is an English word, not a name."""
    return entry(word.stem).uses > 0 or word.stem in groups() or is_deed(word)


def _is_vague(text: str, amount: Amount) -> bool:
    """Whether a number word counts nothing: "one of", "the two countries"."""
    written = text[amount.start : amount.end].lower()
    if written == "one":
        return not re.match(
            r"\s+(?:soldier|person|officer|man|year|month|square)", text[amount.end :]
        )
    return written == "two" and bool(
        re.search(r"\b(?:the|these|those|its|their|other)\s+$", text[: amount.start], re.IGNORECASE)
    )


def missions_named(view: View, text: str) -> list[tuple[str, tuple[int, int]]]:
    """The missions that a text names, by their keys, and where."""
    found: list[tuple[str, tuple[int, int]]] = []
    known = _by_first_word(view.missions)
    for word in words(text):
        if found and word.start < found[-1][1][1]:
            continue
        for name, key in (*known.get(word.text, ()), *known.get(_WHOSE.sub("", word.text), ())):
            end = word.start + len(name)
            if text.startswith(name, word.start) and not re.match(r"[\w-]", text[end:]):
                found.append((key, (word.start, end)))
                break
    return found


_WHOSE: Final = re.compile(r"['’]s?$")


@functools.lru_cache(maxsize=2)
def _by_first_word(missions: Missions) -> Mapping[str, Sequence[tuple[str, str]]]:
    """The names of the missions of a view, the longest first, with whose they are."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, mission in missions.items():
        for name in mission.names:
            if first := words(name)[:1]:
                found.setdefault(first[0].text, []).append((name, key))
    return {first: sorted(names, key=lambda one: -len(one[0])) for first, names in found.items()}


_STOPS: Final = re.compile(
    r"[,;:.()–—|]|\b(?:in|of|to|for|from|at|on|and|with|were|was|are|is|have|has|had|who|that|which|"
    r"by|under|as|along|over|during|since|after|before|when|while|will|would|can|may|long|wide|high|"
    r"deep|or|but|into)\b"
)


def _counted(text: str, amount: Amount) -> frozenset[str]:
    """The stems of what a number counts: the words right behind it up to a verb."""
    if amount.unit:
        return frozenset((amount.unit,))
    sign = text[amount.start - 1 : amount.start]
    if sign in _MONEY:
        return frozenset((_MONEY[sign],))
    behind = _STOPS.split(text[amount.end : amount.end + 60], maxsplit=1)[0]
    found = []
    for word in words(behind):
        small = word.text.lower()
        if small in HELPING or (small.endswith("ed") and small not in _ADJECTIVES):
            break
        if small not in stop_words():
            found.append(word.stem)
        elif small in ("more", "other", "of"):
            continue
    return frozenset(found)


_ADJECTIVES: Final = ("uniformed", "armed", "wounded", "injured", "armoured", "united")
