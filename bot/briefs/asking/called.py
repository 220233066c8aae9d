"""What a thing is called, where that is asked: "the Dutch frigate", "the general". Pure but for the
gazetteer.

A sentence that speaks of a frigate and gives no name for it, or the name of another one, is no
answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.premise_words import CUT
from bot.briefs.asking.question import Asked, Question
from bot.language.places import Gazetteer
from bot.language.words import alike, as_name, stop_words, words

_NAME_OF: Final = re.compile(
    r"\bnames? of (?:the |a |an )?(?P<a>.+?)(?:\?|$)|"
    r"\b(?:is|are|was|were)\s+(?:the |a |an )?(?P<b>.+?)\s+(?:called|named|known)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Called:
    """A thing whose name is asked for: the stem of its word, and whose it is ("Dutch frigate")."""

    stem: str
    places: frozenset[str]


def called_in(question: Question, gazetteer: Gazetteer) -> Called | None:
    """The thing whose name is asked for; None for what has a name."""
    asked = _NAME_OF.search(question.text)
    if asked is None or question.asked is not Asked.WHAT or question.cue in _OF_A_NAMED_THING:
        return None
    group = "a" if asked["a"] else "b"
    end = asked.start(group) + len(CUT.sub("", asked[group]))
    thing = [w for w in words(question.text) if asked.start(group) <= w.start < end]
    if not thing or thing[-1].capitalised:
        return None
    mentions = gazetteer.mentions(question.text, question.places)
    whose = [m.key for m in mentions if 0 <= thing[-1].start - m.end <= _WHOSE]
    return Called(thing[-1].stem, frozenset(whose) & {*question.places})


_OF_A_NAMED_THING: Final = ("former name", "present name")
_WHOSE: Final = 20  # characters between a thing and whose it is, before its name


def gives_a_name(
    called: Called, question: Question, whole: ReadArticle, position: int, gazetteer: Gazetteer
) -> bool:
    """Whether a name stands right beside the thing, or it is said to be called something."""
    text = whole.passages[position].passage.text
    mentions = gazetteer.mentions(text)
    things = [
        word
        for word in words(text)
        if alike(word.stem, called.stem)
        and all(
            any(
                m.key == key and m.start - word.end >= -40 and m.end - word.start <= 40
                for m in mentions
            )
            for key in called.places
        )
    ]
    known = {as_name(word.text) for word in words(question.text)} | stop_words()
    for calls in _CALLS.finditer(text):
        behind = _NAME.match(text, calls.end() + 1)
        if behind and all(as_name(word.text) in known for word in words(behind[0])):
            continue  # it is another thing that is called so, one that the question names
        if whole.leans(position) or any(
            0 <= calls.start() - thing.end <= _CLAUSE
            and not re.search(r"[;:]", text[thing.end : calls.start()])
            for thing in things
        ):
            return True
    for name in _NAME.finditer(text):
        if all(as_name(word.text) in known for word in words(name[0])):
            continue
        if any(m.start <= name.start() and name.end() <= m.end for m in mentions):
            continue
        for thing in things:
            if name.start() <= thing.start < name.end():
                return True
            after = name.start() >= thing.end
            between = text[thing.end : name.start()] if after else text[name.end() : thing.start]
            if _APPOSED.fullmatch(between):
                return True
    return False


_CLAUSE: Final = 60  # characters between a thing and the word for calling it something
_APPOSED: Final = re.compile(r"[\s,('\"“‘–—]*(?:the\s+|is\s+|was\s+)?[\s'\"“‘(]*", re.IGNORECASE)
_NAME: Final = re.compile(
    r"(?<![.!?]\s)(?<!^)\b[A-ZÀ-Þ][\w'’-]+(?:\s+(?:(?:of|de|van|von|al|el|da|bin)\s+)?"
    r"[A-ZÀ-Þ][\w'’-]+)*|[“\"][^”\"]+[”\"]"
)
_CALLS: Final = re.compile(
    r"\b(?:called|calls|call|named|renamed|rechristened|known as|dubbed|nicknamed|by the name|"
    r"bears the name|under the name|baptised|christened|name is|name was|code-?named)\b",
    re.IGNORECASE,
)
