"""Whether a clause speaks of whom and what a statement names, or refers to it. Pure.

"It leads …" speaks of what the sentences before name, where only one thing can be meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.briefs.checking.deeds import subject_end
from bot.briefs.checking.frames import Frame, frame
from bot.briefs.checking.said_alike import exclusive, same
from bot.language.words import stem
from bot.store import ReadPassage, View


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of an article with what it stands in."""

    passage: ReadPassage
    places: frozenset[str]
    """What the sentences before it and the title name: what it may refer to."""
    missions: frozenset[str]
    names: frozenset[str]
    stems: frozenset[str]
    """Of the words of the sentence before, and of those at its head, where its subject is."""
    subject: frozenset[str]
    after: str = ""


def may_speak_of(said: Frame, whole: Frame, told: Told) -> bool:
    """Whether all that the statement names is named in the sentence or what it refers to."""
    places = {*whole.place_keys, *told.places}
    wanted = {key for key in said.place_keys if not said.missions or _is_doer(said, key)}
    spare = any(same(word, other) for word in said.said for other in exclusive())
    return len(wanted - places) <= spare and said.missions <= whole.missions | told.missions


_OWN: Final = re.compile(r"(?:(?:and|but)\s+)?(?:it|its|they|their)\b", re.IGNORECASE)


def names_all(said: Frame, clause: Frame, whole: Frame, told: Told) -> bool:
    """Whether the clause names all that the statement names, or refers to it."""
    leans = _LEANS.search(clause.text) is not None or _is_row(clause)
    for key in said.place_keys:
        if _is_town(said, key) and not _names_town(said, clause, key):
            return False  # another town of the country is not it, nor is the whole of it
        if key in clause.place_keys:
            continue
        if _form(said, key) == "capital" and said.missions:
            return False
        if said.missions and not _is_doer(said, key):
            continue  # "the mission in Haiti" is told by its name
        if set(clause.place_keys) - set(said.place_keys) and not _OWN.match(clause.text):
            return False  # "the line" may be theirs
        if key in whole.place_keys and leans:
            continue
        alone = not clause.place_keys and not whole.place_keys
        if alone and key in told.passage.focus_places and _is_where(said, key):
            continue  # "in Peru", and nothing else is spoken of
        if not leans or key not in told.places or not _is_subject(said, key):
            return False
    for key in said.missions - clause.missions:
        if (
            not leans
            or clause.missions - said.missions
            or key not in whole.missions | told.missions
        ):
            return False
        if _is_named_behind(clause, whole, key) and key not in told.passage.focus_missions:
            return False  # "It took over from X": "it" is not X
    known = clause.names | whole.stems | (told.names if leans else frozenset())
    return all(name in known or stem(name) in known for name in said.names)


def _is_named_behind(clause: Frame, whole: Frame, key: str) -> bool:
    """Whether a sentence names a mission only behind a clause that leans on something."""
    at = whole.text.find(clause.text.rstrip(".")[:_HEAD])
    return any(one == key and span[0] > at >= 0 for one, span in whole.spans)


_HEAD: Final = 20  # characters


def _is_row(clause: Frame) -> bool:
    """Whether a clause is a line of a list, "Cost: 82 million", on what the title names."""
    return re.match(r"\W*(?:[\w'’-]+ ){0,2}[\w'’-]+:\s", clause.text) is not None


def with_another_name(
    view: View, said: Frame, clause: Frame, whole: Frame, told: Told
) -> Frame | None:
    """The statement with the one name that the clause has instead, where only one can be."""
    if not any(same(word, other) for word in said.said for other in exclusive()):
        return None
    if clause.denies or said.denies:
        return None
    missing = [key for key in said.place_keys if key not in {*whole.place_keys}]
    instead = [key for key in clause.place_keys if key not in said.place_keys]
    if len(missing) != 1 or len(instead) != 1 or len(clause.place_keys) > len(said.place_keys):
        return None
    if not {_form(said, missing[0]), _form(clause, instead[0])} <= {"name", "capital"}:
        return None
    mine = next(m for m in said.places if m.key == missing[0])
    text = f"{said.text[: mine.start]}{view.gazetteer.name(instead[0])}{said.text[mine.end :]}"
    meant = frame(view, text)
    return meant if names_all(meant, clause, whole, told) else None


def _form(one: Frame, key: str) -> str:
    return next(m.form for m in one.places if m.key == key)


def _is_subject(said: Frame, key: str) -> bool:
    """Whether a place stands before the verb of a statement, or only tells where something is."""
    mention = next(m for m in said.places if m.key == key)
    return mention.start < subject_end(said.text) or not _is_doer(said, key)


def _is_doer(said: Frame, key: str) -> bool:
    """Whether a place is more than where something is: no "in" stands before it."""
    mention = next(m for m in said.places if m.key == key)
    return not re.search(r"\b(?:in|on|at|of)\s+(?:the\s+)?$", said.text[: mention.start])


def _is_town(said: Frame, key: str) -> bool:
    """Whether something is "in Lima", which is more than in Peru; "Lima said" is Peru."""
    mention = next(m for m in said.places if m.key == key)
    return mention.form == "capital" and bool(_WHERE.search(said.text[: mention.start]))


def _names_town(said: Frame, clause: Frame, key: str) -> bool:
    mention = next(m for m in said.places if m.key == key)
    return said.text[mention.start : mention.end].lower() in clause.text.lower()


def _is_where(said: Frame, key: str) -> bool:
    """Whether a place only tells where something is, or where to or from."""
    mention = next(m for m in said.places if m.key == key)
    return mention.form != "capital" and bool(_WHERE.search(said.text[: mention.start]))


_WHERE: Final = re.compile(r"\b(?:in|on|at|to|into|from|across)\s+(?:the\s+)?$")
_LEANS: Final = re.compile(
    r"\b(?:it|its|they|their|them|he|she|his|her|this|these|there|the (?:[\w-]+ ){0,2}"
    r"(?:missions?|forces?|operation|exercise|country|countries|two|bloc|alliance|borders?|line|"
    r"mandate|council|union|state|government|army|wall|fence|barrier|group|observers|monitors|"
    r"soldiers|troops|peacekeepers|police|region|islands?|village|town|court|treaty|agreement|"
    r"zone|strip|members))\b",
    re.IGNORECASE,
)
