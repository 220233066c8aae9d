"""A question that asks several things, as the questions that it is made of. Pure.

"When did Irini begin, where are its headquarters and who leads it?" is three: each is written out
so that it can be read by itself, the later ones with what they lean on in the first ("where are the
headquarters of Irini"). An "and" within a question ("killed and wounded", "Peru and Ecuador") parts
nothing.
"""

from __future__ import annotations

import re
from typing import Final

from bot.briefs.asking.leaning import ASKS, AUX, HOW, LED, WH, Part, leaning
from bot.language.clauses import HELPING, is_deed
from bot.language.words import Word, stop_words, words
from bot.store import Missions

MOST_PARTS: Final = 3


def parts_of(text: str, missions: Missions) -> tuple[Part, ...]:
    """The questions that a text asks, in order, at most three: mostly one, as it was written."""
    pieces = _pieces(text.strip())
    whole = next((piece for piece in pieces if not _BARE.fullmatch(piece)), None)
    if len(pieces) < 2 or whole is None:
        return (Part(text),)
    first = _BARE.fullmatch(pieces[0])
    made = [Part(_filled(first, whole) if first else pieces[0])]
    for piece in pieces[1:]:
        bare = _BARE.fullmatch(piece)
        made.append(Part(_filled(bare, whole)) if bare else leaning(whole, piece, missions))
    return tuple(made[:MOST_PARTS])


# ── where one question ends and the next begins ─────────────────────────────────────────────

_JOINT: Final = re.compile(
    rf"(?:(?:\s*[,;–—]\s*|\s+)(?:and|but)\s+(?:also\s+|if so,?\s+|then\s+)?"
    rf"|[?;]\s+(?:(?:and|but)\s+)?)(?={LED}{WH}|(?:{AUX})\b)"
    # but not ", which was set up in 2004"
    rf"|,\s+(?={LED}(?:{HOW}|why|what|(?:when|where)\s+(?:do|does|did|will))\b)",
    re.IGNORECASE,
)
_YES_OR_NO: Final = re.compile(
    rf"\W*(?:{AUX})\s+(?:it|its|they|their|he|she|the|this|that|these|those|there|any\w*|(?-i:[A-Z]))",
    re.IGNORECASE,
)
# "who says how long it is", "between what one says and what the other says"
_WITHIN: Final = re.compile(
    r"\w\s+(?:between|on|about|of|over|whether|if|knows?|known|says?|said|tells?|told|clear|decide\w*|"
    r"settled?|agreed?|explain\w*|disput\w*|asks?|asked|see|depends?|just|exactly)\s+"
    rf"(?:{LED})(?:{WH}|whether\b)",
    re.IGNORECASE,
)
_BARE: Final = re.compile(
    rf"\W*({LED}(?:(?:{HOW}|which|what|whose)\s+[\w-]+|{WH}(?:\s+(?:for|else))?))"
    r"((?:,.*)?)[?.\s]*",
    re.IGNORECASE,
)
_SO_MUCH: Final = re.compile(r"\bhow (?:much|far|often)\W*$", re.IGNORECASE)
_RELATIVE: Final = ("who", "whom", "whose", "which", "where", "when")
_NEEDS_AUX: Final = ("where", "when", "why", "whom", "how")


def _pieces(text: str) -> list[str]:
    pieces = []
    start = 0
    for joint in _JOINT.finditer(text):
        before, behind = text[start : joint.start()], text[joint.end() :]
        if _is_question(before, "") and _is_question(behind, before):
            pieces.append(before)
            start = joint.end()
    return [*pieces, text[start:]]


def _is_question(text: str, before: str) -> bool:
    """Whether a piece asks by itself, rather than going on about something in the piece before."""
    asks = ASKS.match(text)
    if asks is None:
        return bool(_YES_OR_NO.match(text))
    if before and _WITHIN.search(before):
        return False
    if not before:
        return True
    if bare := _BARE.fullmatch(text):
        return not _SO_MUCH.search(bare[1])
    word = asks[1].split()[0].lower()
    behind = text[asks.end() :].split()[: 4 if "many" in asks[1] or "much" in asks[1] else 1]
    if any(one.strip(",?").lower() in HELPING for one in behind):
        return True
    if text[asks.end() : asks.end() + 2] in ("'s", "’s"):
        return True
    if "many" in asks[1].lower():
        return True
    again = word in _RELATIVE and re.search(rf"\w\s+{word}\b", before, re.IGNORECASE)
    return not again and word not in _NEEDS_AUX


def _filled(match: re.Match[str], whole: str) -> str:
    """A bare question word with what the other one asks of: "when and where was it signed", "who
    signed it, and where"."""
    bare, tail = match[1].strip(), match[2]
    asks = ASKS.match(whole)
    rest = whole[asks.end() if asks else 0 :].strip(" ?.")
    end = f"{tail.rstrip(' ?.')}?"
    if asks is None:  # "is it closed, and until when"
        return f"{bare} {rest[:1].lower()}{rest[1:]}{end}"
    if re.match(r"what (?:else )?for\b", bare, re.IGNORECASE):
        return f"why {rest}{end}"
    if re.fullmatch(r"(?:of )?how many", bare, re.IGNORECASE):
        many = next((w for w in words(rest) if w.text.endswith("s") and _is_thing(w)), None)
        return f"{bare} {rest[many.start :] if many else f'people {rest}'}{end}"
    noun = re.match(rf"(?!(?:{AUX})\b)[\w-]+\s+", rest, re.IGNORECASE)
    if _COUNTS.match(asks[1]) and _COUNTS.match(bare) and noun:
        rest = rest[noun.end() :]  # "how many soldiers and how many police serve"
    return f"{bare} {rest}{end}"


def _is_thing(word: Word) -> bool:
    return not is_deed(word) and word.text.lower() not in stop_words()


_COUNTS: Final = re.compile(r"how many|which|what", re.IGNORECASE)
