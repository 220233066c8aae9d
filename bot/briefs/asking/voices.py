"""Where the doer of a verb stands in a sentence, and whom it is done to. Pure; no parser, rules
over words. It knows nothing of questions.

The subject is looked for before a verb, back to where its clause begins: further, where nobody
stands in it ("crossed over and stopped") or only a word that refers back ("which left").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.language.clauses import HELPING, PAST, is_deed
from bot.language.words import Word, stop_words, words


def voice(tokens: Sequence[Word], number: int, end: int, text: str) -> tuple[int, bool] | None:
    """Where a verb with its helping words begins, and whether something is done to its subject;
    None for what is no verb, or one without a subject of its own."""
    word = tokens[number]
    lower = word.text.lower()
    if word.capitalised:
        return None
    first = number
    led: list[str] = []
    while first and (
        (before := tokens[first - 1].text.lower()) in _HELPS
        or before in _ADVERBS
        or (before.endswith("ly") and len(before) > 4)
    ):
        if text[tokens[first - 1].end : tokens[first].start].strip():
            break
        first -= 1
        led.append(before)
    helped = [one for one in led if one in _HELPS]
    before_it = tokens[first - 1].text.lower() if first else ""
    if "to" in led or before_it == "to":
        return None
    participle = lower.endswith("ed") or lower in PAST or lower in _PARTICIPLES
    if lower.endswith("ing"):
        return (tokens[first].start, False) if any(one in _BE for one in helped) else None
    if participle:
        if any(one in _BE for one in helped[:1]) or BY.match(text, end):
            return tokens[first].start, True
        if lower in _PARTICIPLES and not helped:
            return None
        return tokens[first].start, False
    if before_it in DETERMINERS or (first == number and not _is_verb(tokens, number)):
        return None
    return tokens[first].start, False


def _is_verb(tokens: Sequence[Word], number: int) -> bool:
    """Whether "attacks" is what somebody does: an object follows, and no adjective leads up."""
    behind = tokens[number + 1] if number + 1 < len(tokens) else None
    before = tokens[number - 1] if number else None
    if behind is None or before is None:
        return False
    return behind.capitalised or behind.text.lower() in DETERMINERS or behind.text in _THEM


def subject(text: str, verb: int) -> tuple[int, int]:
    """The part of a sentence before a verb in which its subject stands: back to where the clause
    begins, and further where nobody stands in it or only a word that refers back."""
    end = verb
    while True:
        bounds = list(_BOUNDS.finditer(text, 0, end))
        if not bounds:
            return 0, verb
        last = bounds[-1]
        part = text[last.end() : verb]
        joined = last[0].strip(" ,").lower() in ("and", "or", "")
        earlier = bounds[-2].end() if len(bounds) > 1 else 0
        an_enumeration = joined and not any(
            is_deed(word) for word in words(text[earlier : last.start()])
        )
        refers = last[0].strip(" ,").lower() in ("who", "which")
        if has_subject(part) and not an_enumeration and not refers:
            return last.end(), verb
        end = last.start()


def has_subject(part: str) -> bool:
    found = words(part)
    if not found or found[0].text.lower() in _PREPOSITIONS:
        return False
    if all(word.text.lower() in _THEY or word.text.lower() in HELPING for word in found):
        return False
    return any(
        word.capitalised or (word.text not in stop_words() and not word.text.endswith("ly"))
        for word in found
    )


def object_length(behind: str) -> int:
    ends = _ENDS.search(behind)
    return ends.start() if ends else len(behind)


_BOUNDS: Final = re.compile(
    r"[;:,(]\s*|\s[–—-]\s|,?\s*\b(?:that|which|who|whom|when|where|while|whereas|although|though|"
    r"because|after|before|as|since|until|so|if|unless|but|and|or|than)\b\s*",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"[;:]|\s[–—]\s|,?\s\b(?:which|who|when|while|whereas|although|though|because|after|before|"
    r"since|until|but|if|unless)\b|,\s|\sand\s(?=\w+ed\b)"
)
BY: Final = re.compile(r"\s+by\s+(?=[A-Za-z])")
TO: Final = re.compile(r"\bto\s+(?=(?:the\s+)?[A-Z])")
_BE: Final = frozenset("is are was were be been being".split())
_HELPS: Final = HELPING | {"to"}
_ADVERBS: Final = frozenset(
    "also always already even ever first never not now soon then once still again twice later "
    "just yet thus".split()
)
_THEY: Final = frozenset("he she it they we both each these this those".split())
_THEM: Final = frozenset("him her it them us".split())
DETERMINERS: Final = frozenset(
    "the a an this that these those his her its their our some any all several two three".split()
)
_PREPOSITIONS: Final = frozenset(
    "in on at of by for from with near over to into under across along between during within "
    "after before since through off".split()
)
_PARTICIPLES: Final = frozenset(
    "taken given driven shot beaten stolen forbidden fallen shown known drawn withdrawn thrown "
    "chosen hidden broken written overthrown seen done gone grown".split()
)
