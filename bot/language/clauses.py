"""Clauses: the parts of a sentence of which each says one thing. Pure; no parser, rules over words.

Meant for telling whether one clause says something: a clause that has no subject of its own comes
with that of the clause before, and what is said aside ("which Brazil led") is a clause of its own.
"""

from __future__ import annotations

import re
from typing import Final

from bot.language.lexicon import names_a_deed
from bot.language.words import Word, words

_ENDS: Final = re.compile(
    r"[;:]\s+|\s+[–—]\s+"
    r"|,?\s+\b(?:and|but|or|while|whereas|although|though|because|after|before|when|whenever|as|"
    r"since|until|so|if|unless|yet)\b\s+"
)
_ASIDE: Final = re.compile(r",\s+(?:which|who|whom|whose|where)\b[^,;]*(?:,|(?=[.!?]?$))")
_JOINS: Final = ("and", "but", "or", "yet")
# past forms without "-ed": a closed class, as grammars list it
PAST: Final = frozenset(
    "lent sent spent bent built bought brought caught fought sought taught thought sold told "
    "held kept left felt met lost won ran began came became gave took went saw knew grew flew "
    "threw drew withdrew spoke broke chose rose fell stood understood led fed paid said laid "
    "made found bound wound struck stuck hit put set cut let shut split spread swore wore "
    "bore tore drove rode wrote shook forbade sank swam shot slid hid overthrew overtook "
    "undertook underwent".split()
)
HELPING: Final = frozenset(
    "is are was were be been being has have had do does did will would can could may might must "
    "shall should".split()
)
_DETERMINERS: Final = frozenset(
    "the a an this that these those his her its their our my your no some all both each every more "
    "most many several few".split()
)


def is_deed(word: Word) -> bool:
    """Whether a word is likely a verb in a form that can carry a clause."""
    text = word.text.lower()
    if word.capitalised:
        return False
    return text in HELPING or text in PAST or text.endswith("ed") or names_a_deed(word.stem)


def clauses(sentence: str) -> tuple[str, ...]:
    """The clauses of a sentence in order, at least one; their words are the sentence's own.

    "A led X, which B left, and sent C" → "A led X", "X, which B left", "A sent C".
    """
    asides = []
    main = sentence
    for match in reversed(list(_ASIDE.finditer(sentence))):
        asides.append(f"{_antecedent(sentence[: match.start()])}{match[0].rstrip(',')}")
        main = f"{main[: match.start()]} {main[match.end() :].lstrip()}".rstrip()
    return (*_coordinated(main), *reversed(asides))


def _coordinated(text: str) -> list[str]:
    parts: list[str] = []  # those that carry a deed, but perhaps the last
    start = 0
    joint = ""
    for match in (*_ENDS.finditer(text), None):
        part = text[start : match.start() if match else len(text)]
        if parts and (not _has_deed(part) or not _has_deed(parts[-1])):
            parts[-1] += joint + part  # an enumeration, or an adverbial
        elif parts and joint.strip(" ,") in _JOINS and _begins_with_deed(part):
            parts.append(f"{_subject(parts[-1])} {part}")
        else:
            parts.append(part)
        if match:
            start, joint = match.end(), match[0]
    return parts


def _has_deed(text: str) -> bool:
    return any(is_deed(word) for word in words(text))


def _begins_with_deed(text: str) -> bool:
    """Whether a clause goes on without a subject: "and sent C", "but did not go"."""
    first = words(text)[:1]
    return bool(first) and first[0].text.lower() not in _DETERMINERS and is_deed(first[0])


def _subject(clause: str) -> str:
    """What stands before the verb of a clause."""
    for word in words(clause):
        if is_deed(word):
            return clause[: word.start].rstrip()
    return clause


def _antecedent(text: str) -> str:
    """The end of a text that a relative clause behind it speaks of: what follows the last comma
    and verb."""
    start = text.rfind(",") + 1
    ends = (word.end for word in words(text[start:]) if is_deed(word))
    return text[start + max(ends, default=0) :].lstrip()
