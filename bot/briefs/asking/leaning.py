"""A question that goes on about what another one asked, with what it leans on put in. Pure.

"and where are its headquarters" leans on the mission that the first question named; "and how many
were killed" on the soldiers that it counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.briefs.asking.question.names import missions_in
from bot.language.clauses import HELPING, is_deed
from bot.language.words import Word, stop_words, words
from bot.store import Missions

AUX: Final = "|".join(sorted(HELPING - {"be", "been", "being"}))
HOW: Final = r"how\s+(?:many|much|long|far|big|large|high|tall|wide|deep|old|often|strong)"
WH: Final = rf"(?:(?:{HOW}|who|whom|whose|what|which|where|when|why|how)\b)"
LED: Final = r"(?:(?:by|from|to|in|at|on|for|of|with|under|since|until|against|near)\s+)?"
ASKS: Final = re.compile(rf"\W*{LED}({WH})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One of the questions: `text` is its whole wording, `alone` that without what it leans on,
    where it may mean something by itself. `unnamed` where nothing in it has a name of its own."""

    text: str
    alone: str | None = None
    unnamed: bool = False


_IT: Final = re.compile(
    rf"\b(?:it|(?:this|that)(?=\s+(?:{AUX}|take|last|happen|cost|mean)\b|\W*$))\b", re.IGNORECASE
)
_THEY: Final = re.compile(r"\b(?:they|them)\b", re.IGNORECASE)
_THEIRS: Final = re.compile(r"\b(?:its|their)\b", re.IGNORECASE)
_THERE: Final = re.compile(
    rf"(?<!is )(?<!are )(?<!was )(?<!were )\bthere\b(?!\s+(?:{AUX})\b)", re.IGNORECASE
)
_OF_THEM: Final = re.compile(r"\bof (?:them|these|those)\b", re.IGNORECASE)


def leaning(first: str, other: str, missions: Missions) -> Part:
    """A later question with what its pronouns stand for, or what it is about, put in."""
    other = _with_noun(first, other).strip(" ?.")
    about = _phrases(first)
    known = missions_in(words(first), missions)
    if not about and not known:
        return Part(f"{other}?", unnamed=True)
    thing = first[known[0][1] : known[0][2]] if known else about[0]
    thing = re.sub(r"['’]s?$", "", thing)
    named = [phrase for phrase in about if _is_named(phrase)]
    named = [thing] if known else named
    many = next((phrase for phrase in about if _is_many(phrase)), _counted(first) or thing)
    put = _THEIRS.sub("the", _OF_THEM.sub("", other))
    tail = f" of {thing}" if _THEIRS.search(other) else ""
    put = _IT.sub(lambda _: _whose(thing, named), put)
    put = _THEY.sub(lambda _: _whose(many, named), put)
    put = _THERE.sub(lambda _: f"in {(named or about)[-1]}", put)
    put += tail
    if put != other and not _says_more(other):
        put += f" about {about[-1]}" if about and about[-1] not in put else ""
    if named and (_WITH_WHOM.search(put) or (put != other and not _is_named(put))):
        put += f" of {named[0]}"
    if put != other:
        return Part(f"{put}?", unnamed=not named)
    own = _is_named(other[1:])
    if own and not _says_more(other):
        return Part(f"{other} about {about[-1] if about else thing}?", unnamed=True)
    if own and not known:
        return Part(f"{other}?")
    context = (named or [thing])[0]
    return Part(f"{other} in {context}?", alone=f"{other}?" if own else None, unnamed=not named)


_WITH_WHOM: Final = re.compile(
    r"\b(?:border|frontier|boundary|line)\s+(?:with|to|towards)\b", re.IGNORECASE
)


def _whose(phrase: str, named: Sequence[str]) -> str:
    """What a pronoun stands for, with a name that tells which it is: "the soldiers of Nepal"."""
    return phrase if _is_named(phrase) or not named else f"{phrase} of {named[0]}"


def _is_named(text: str) -> bool:
    return any(word.capitalised for word in words(text))


def _counted(first: str) -> str | None:
    """Who "they" are where no others are many: "the refugees" of "how many refugees crossed"."""
    noun = _noun(first)
    return f"the {noun}" if noun else None


def _with_noun(first: str, other: str) -> str:
    """The second of two counts with what is counted: "how many were killed" of the soldiers."""
    asks = re.match(r"\W*(?:how many|which)\b\s*", other, re.IGNORECASE)
    noun = _noun(first)
    behind = words(other[asks.end() :]) if asks else []
    if not asks or not noun or not behind:
        return other
    if not (is_deed(behind[0]) or behind[0].text.lower() == "of"):
        return other
    return f"{asks[0].strip()} {noun} {other[asks.end() :]}"


def _noun(first: str) -> str | None:
    """What is counted or chosen among in a question."""
    counted = re.search(
        rf"\b(?:how many|which|what) ((?:(?!(?:{AUX})\b)[\w-]+\b\s*)+)", first, re.IGNORECASE
    )
    noun: list[str] = []
    for word in words(counted[1]) if counted else ():
        if (noun and is_deed(word)) or word.text.lower() in stop_words():
            break
        noun.append(word.text)
    return " ".join(noun) or None


def _says_more(text: str) -> bool:
    """Whether a question holds a word that is neither a name nor one of asking and saying."""
    return any(
        not word.capitalised
        and word.text.lower() not in stop_words()
        and not _SAY.fullmatch(word.text)
        and not re.fullmatch(AUX, word.text, re.IGNORECASE)
        for word in words(text)
        if not ASKS.fullmatch(word.text)
    )


_SAY: Final = re.compile(
    r"say|says|said|think|thinks|claim|claims|answer|answers|reply|replies|respond|do|react|tell|"
    r"tells|want|wants|many|much",
    re.IGNORECASE,
)
_OPENS: Final = frozenset("the a an its their this that these those his her".split())
_LINKS: Final = frozenset(
    "of between with to from in on at along for across over round around near".split()
)


def _phrases(text: str) -> list[str]:
    """What a question speaks of, in order: "the border between Peru and Ecuador"."""
    asks = ASKS.match(text) or re.match(rf"\W*(?:{AUX})\b", text, re.IGNORECASE)
    tokens = [t for t in words(text) if not asks or t.start >= asks.end()]
    found: list[list[Word]] = []
    now: list[Word] = []
    opened = False
    for number, token in enumerate(tokens):
        lower = token.text.lower()
        behind = tokens[number + 1] if number + 1 < len(tokens) else None
        goes_on = behind is not None and (behind.capitalised or behind.text.lower() in _OPENS)
        if lower in _OPENS and now and now[-1].text.lower() in _LINKS:
            now.append(token)
        elif lower in _OPENS:
            found, now, opened = [*found, now], [token], True
        elif (
            token.capitalised
            or (now and goes_on and (lower in _LINKS or (lower == "and" and now[-1].capitalised)))
            or (opened and lower not in stop_words() and not _ends(token, now[-1:]))
        ):
            now.append(token)
        else:
            found, now, opened = [*found, now], [], False
    found = [*found, now]
    if _DID.search(text) and len(found[-1]) > 2 and not found[-1][-1].capitalised:
        found[-1] = found[-1][:-1]  # "where did the peace talks end"
    kept = [one for one in found if any(w.text.lower() not in _OPENS for w in one)]
    return [_SIZE_OF.sub("", text[one[0].start : one[-1].end]) for one in kept]


_DID: Final = re.compile(r"\b(?:do|does|did|will|would|can|could)\b", re.IGNORECASE)
_SIZE_OF: Final = re.compile(
    r"^(?:the )?(?:size|length|name|number|strength|height|area|width|head|leader) of ",
    re.IGNORECASE,
)


def _ends(token: Word, before: Sequence[Word]) -> bool:
    return is_deed(token) and not any(word.text.lower() in _OPENS for word in before)


def _is_many(phrase: str) -> bool:
    last = words(phrase)[-1]
    return " and " in phrase or (last.text.endswith("s") and not last.capitalised)
