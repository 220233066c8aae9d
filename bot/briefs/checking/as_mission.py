"""A clause with one sign for the mission it is of: its names, "it", "the force", "its". Pure.

So what people say of a mission and what an article tells of it, three sentences after its name,
are read by the same rules (`mission_claims.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.briefs.checking.deeds import deed_of
from bot.briefs.checking.frames import missions_named
from bot.briefs.checking.said_alike import spelled_out
from bot.briefs.checking.statements import clauses_told
from bot.language.words import words
from bot.store import View

MISSION: Final = "§"
_OTHER: Final = "¤"
_KIND: Final = (
    r"(?:mission|operation|force|administration|deployment|exercise|group|peacekeepers|monitors|"
    r"observers)"
)
_BY_NAME: Final = re.compile(
    rf"\b(?:(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?)\s+)?"
    r"(?:(?:[A-Z][\w’'.-]*|peacekeeping|military|observer|police|training|new|old|small|large|"
    rf"[\w’'-]+-led)\s+){{0,4}}{_KIND}\s+(?=[§¤])"
)
_LONG_AND_SHORT: Final = re.compile(
    r"(?:^|(?<=[;,]\s)|(?<=\bof\s))(?:[Tt]he|[Aa]n?)\s(?!\w+\sof\s)[^,;§]{3,80},"
    r"\s+(?:or\s+)?§(?: for short)?,?(?=\s)"
)
_TWICE: Final = re.compile(r"§(?:\s*\(§\)|,?\s+(?:or\s+)?§(?: for short)?,?)")
_ASIDE: Final = re.compile(r"§,\s+(?!(?:and|or|but)\b)([^,;§]{3,60}),(?=\s)")
_NOT_ALL: Final = r"(?!(?:first|last|second|third|next|other|old|new|former)\b)"
_ARTICLE: Final = re.compile(r"^(?:the|its|their|an?)\s+", re.IGNORECASE)
_WHICH: Final = re.compile(r"^(?:which|that|who)\s+")
_IT: Final = re.compile(
    rf"\b(?P<it>[Ii]t|(?:[Tt]he|[Tt]his)\s+(?:{_NOT_ALL}[\w-]+\s+)?{_KIND})"
    r"(?P<whose>['’]s)?\b(?!\s*[¤§])"
)
_OPENS: Final = re.compile(
    r"(?:^\W*|[,;:]\s+|\b(?:and|but|when|where|while|which|after|before|since)\s+)$"
)
_DOES_TO: Final = re.compile(
    r"\b(?:le[ad]|leads|head(?:s|ed)|command(?:s|ed)|ran|runs|replaced?|replaces|succeed(?:s|ed)|"
    r"followed|of|to|in|for|with|from|under|join(?:s|ed)?|end(?:s|ed)|closed?|extend(?:s|ed))\s+"
    rf"(?P<it>it|(?:the|this)\s+(?:{_NOT_ALL}[\w-]+\s+)?{_KIND})\b(?!['’]s)(?!\s*[¤§])"
)
_OFFICE: Final = re.compile(r"\b[Tt]he (?:force|mission)(?:['’]s)? (commander|chief|head)\b")
_ITS: Final = re.compile(r"\b(?P<it>[Ii]ts|[Tt]heir)\b(?=\s+[a-z#\d])")


def clauses_of_mission(view: View, text: str, key: str, refers: bool) -> Sequence[str]:
    """The clauses of a text in which a mission is spoken of, with `MISSION` where it is.

    `refers` is true where a sentence that doesn't name it may mean it by "it". None for a sentence
    that names another one, in which "it" may be that.
    """
    text = spelled_out(text)
    named = missions_named(view, text)
    for one, (start, end) in reversed(named):
        text = f"{text[:start]}{MISSION if one == key else _OTHER}{text[end:]}"
    of_a_body = [
        f"{MISSION} is a {_ARTICLE.sub('', one[0]).strip()}"
        for one in _BY_NAME.finditer(text)
        if text[one.end() :][:1] == MISSION
    ]
    text = _BY_NAME.sub("", text)
    if refers:
        text = _with_references(text)
    if MISSION not in text:
        return ()
    text = _TWICE.sub(f"{MISSION} ", _LONG_AND_SHORT.sub(f"{MISSION} ", text))
    text = re.sub(rf"\b[Tt]he (?={MISSION})", "", text)
    found = [f"{MISSION} {_WHICH.sub('', aside[1])}" for aside in _ASIDE.finditer(text)]
    text = _ASIDE.sub(MISSION, text)
    text = re.sub(rf"{MISSION}\s+", f"{MISSION} ", text)
    return tuple(one for one in (*clauses_told(text), *found) if MISSION in one) + tuple(of_a_body)


def _with_references(text: str) -> str:
    """A text with the sign for "it" and "its" where they mean the mission: behind its name, or
    where none is named. Before another's name it is only who opens the sentence."""
    named, other = text.find(MISSION), text.find(_OTHER)
    if other >= 0 and named >= 0:
        return text
    if other >= 0:
        opening = _IT.search(text)
        if opening and not text[: opening.start()].strip() and opening.end() < other:
            return _put(opening) + text[opening.end() :]
        return text
    start = max(named, 0)
    before, text = text[:start], _OFFICE.sub(rf"{MISSION}'s \1", text[start:])
    text = _IT.sub(_put_where_it_acts, text)
    for pattern in (_DOES_TO, _ITS):
        text = pattern.sub(_put, text)
    return before + text


def _put(match: re.Match[str]) -> str:
    start, end = match.start("it") - match.start(), match.end("it") - match.start()
    its = "'s" if match["it"].lower() in ("its", "their") else ""
    return f"{match[0][:start]}{MISSION}{its}{match[0][end:]}"


def _put_where_it_acts(match: re.Match[str]) -> str:
    """With the sign where "it" opens a clause, and where nobody else has done anything before."""
    before = match.string[: match.start()]
    if not _OPENS.search(before) and deed_of(words(before)) is not None:
        return match[0]
    return _put(match)
