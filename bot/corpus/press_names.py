"""Names of publications as names: what is cleaned off one, and how one is told from other names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bot.corpus.rules import table
from bot.corpus.wording import folded, is_name, is_phrase, is_unspaced, tokens, word_count

_BRACKETS = re.compile(r"\s\([^()]{1,40}\)\s*$")
_ARCHIVE = re.compile(r"arch|arkiv|arqui|архив|files|vault|back|collection|morgue", re.IGNORECASE)
_AGENCIES = re.compile(r"(?:\s?/\s?(?:[Aa]genc\w+|Agen[tz]\w+|Reuters?|[A-Z]{2,5}))+$")
_OF_WORDS = frozenset("of for de du des del della di do da der des fur van voor av i".split())
_HOST = re.compile(r"https?://\S+|\bwww\.\S+")


@lru_cache(maxsize=1024)
def cleaned_name(name: str) -> str:
    """A name without years, marks and stray punctuation around it."""
    name = re.sub(r"^(?:From|Via)\s+(?=[A-ZÀ-Þ])", "", _HOST.sub(" ", name))
    name = _AGENCIES.sub("", name)
    if _ARCHIVE.search(name):
        name = _archive_of().sub("", name)
    if " " in name and name.rpartition(" ")[2][:1].islower():
        name = _beside().sub("", name)
    name = _BRACKETS.sub("", name) if not name.startswith("(") else name
    name = re.sub(r"[.,;|·–—-]\s*\d{1,4}$", "", name)  # of a running head's page
    name = re.sub(r"(?<=\S)\s+\([^()]*$", "", name)  # a bracket whose end was cut off
    name = re.sub(r"\s+", " ", name.replace("\ufe0f", "")).strip(" \"'“”‘’«».,;:|–—-•·*_#[]<>…")
    return name if not name.startswith("(") else name.strip("()")


def without_legal_form(name: str) -> str:
    """`Saimaa News` of `Saimaa News Oy`; what stays must still sound like a publication."""
    if name.endswith("社") and looks_like_publisher(name[:-1]):
        return name[:-1]
    words = name.split()
    while len(words) > 1 and folded(words[-1]).rstrip(".,") in _legal_forms():
        words.pop()
    shorter = " ".join(words).rstrip(" ,&")
    return shorter if len(words) > 1 or looks_like_publisher(shorter) else name


def is_company(line: str) -> bool:
    """Whether a line is the name of a company and its legal form: `Empresa del Sur S.A.`"""
    words = line.split()
    return (
        2 <= len(words) <= 8
        and folded(words[-1]).rstrip(".,") in _legal_forms()
        and words[-1][:1].isupper()
        and is_name(" ".join(words[:-1]).rstrip(","), 8)
    )


def could_be_publisher(name: str, language: str) -> bool:
    """Whether a piece can name a publisher: capitalised words, or the first and a press word.

    Languages other than English write "Амурский вестник" or "Le courrier du Sahel"; an English
    page of such a paper names it so too, which an accent shows ("Slezské listy").
    """
    if is_name(name):
        return True
    if language == "en" and name.isascii():
        return False
    return (
        name[:1].isupper()
        and word_count(name) <= 6
        and is_phrase(name)
        and looks_like_publisher(name)
    )


def is_body_name(name: str) -> bool:
    """Whether a name is that of a body: `Ministry of Ports`, `Lakeside Trust`; no headline such as
    `Council Extends Mission`."""
    words = tokens(name)
    if len(words) < 2 or not is_phrase(name) or words[0] == "about":
        return False
    of = (words[:1] if words[0] not in ("the", "federal") else words[1:2]) + words[1:3]
    is_of = of[0] in _bodies() and not _OF_WORDS.isdisjoint(of[1:])
    return is_of or (words[-1] in _bodies() and len(words) <= 4)


def looks_like_publisher(name: str) -> bool:
    """Whether a name holds a word that newspapers, wires and journals call themselves by."""
    if is_unspaced(name):
        return any(ending in name for ending in table("labels")["publisher_endings"])
    words = tokens(name)
    if any(len(word) >= 7 and word.endswith(_compound_endings()) for word in words):
        return True
    return len(words) >= 2 and any(word in _publisher_words() for word in words)


@cache
def _publisher_words() -> frozenset[str]:
    return frozenset(word for text in table("labels")["publisher_words"] for word in tokens(text))


@cache
def _compound_endings() -> tuple[str, ...]:
    return tuple(folded(text) for text in table("labels")["publisher_compounds"])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(table("labels")["bodies"])


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(folded(text) for text in table("labels")["legal_forms"])


@cache
def _archive_of() -> re.Pattern[str]:
    openings = "|".join(table("notices")["archive_of"])
    return re.compile(rf"^\W*(?:{openings})\s+(?=\S)", re.IGNORECASE)


@cache
def _beside() -> re.Pattern[str]:
    """`& agencies` behind a name, and the common noun of `Dhow & Dune magazine`."""
    joints, others = ("|".join(table("notices")[name]) for name in ("joints", "company"))
    nouns = "|".join(table("notices")["common_nouns"])
    return re.compile(rf"(?<=\w)(?:\s+(?:{joints})\s+(?:{others})|\s+(?:{nouns}))\s*$")
