"""Whether one sentence says what a statement says, or the opposite. Pure but for what a view holds.

A clause has to speak of all that a clause of the statement names and says, in the same roles, of
the same day and with the same figures; what it leaves to the sentences before it ("It leads …") has
to be what these speak of. It contradicts where one figure, one date or the negation alone is
otherwise. Anything less is neither.
"""

from __future__ import annotations

import enum
import itertools
import re
from typing import Final

from bot.briefs.checking.deeds import deed_of, subject_end
from bot.briefs.checking.frames import NO, Frame, frame
from bot.briefs.checking.named_alike import Told, may_speak_of, names_all, with_another_name
from bot.briefs.checking.parts_played import same_parts
from bot.briefs.checking.said_alike import (
    claims,
    light,
    once,
    opposite,
    reports,
    same,
    spelled_out,
)
from bot.briefs.checking.same_figures import same_days, same_figures
from bot.briefs.checking.statements import clauses_told
from bot.language.words import fold, is_question, words
from bot.store import View

_QUOTE_WORDS: Final = 5


class Verdict(enum.Enum):
    """What a sentence has to say to a statement."""

    SUPPORTS = enum.auto()
    CONTRADICTS = enum.auto()
    DENIES = enum.auto()
    """Somebody denies it, which doesn't make it false."""


def is_quoted(statement: str, text: str) -> bool:
    """Whether a statement of some length is the sentence, word for word."""
    said = [fold(word.text) for word in words(statement)]
    return len(said) >= _QUOTE_WORDS and said == [fold(word.text) for word in words(text)]


def verdict(view: View, said: Frame, told: Told) -> Verdict | None:
    """Whether a sentence says what a clause of a statement says, or the opposite; None for
    neither."""
    passage = told.passage
    text = spelled_out(passage.passage.text)
    if is_question(text):
        return None
    card = view.cards[passage.passage.article_id]
    whole = frame(view, text, passage.places, card.published)
    if not may_speak_of(said, whole, told):
        return None
    found = []
    for clause in clauses_told(text):
        taken_apart = frame(view, clause, passage.places, card.published)
        one = _says(view, said, taken_apart, whole, told)
        if one is not None:
            spare = len(_spare(said, taken_apart))
            found.append((spare, one.value, one))
    return min(found)[2] if found else None


def may_bear_out(view: View, said: Frame, told: Told) -> bool:
    """Whether a sentence has the words and figures of a statement, perhaps of the same thing."""
    passage = told.passage
    card = view.cards[passage.passage.article_id]
    whole = frame(view, passage.passage.text, passage.places, card.published)
    return (
        may_speak_of(said, whole, told)
        and all(
            any(same(word, other) for other in whole.stems) or word in light() for word in said.said
        )
        and same_figures(said, whole) is True
        and same_days(said, whole, whole) is True
    )


def _spare(said: Frame, told: Frame) -> list[str]:
    return [word for word in told.said if not any(same(word, other) for other in said.said)]


def _says(view: View, said: Frame, clause: Frame, whole: Frame, told: Told) -> Verdict | None:
    missing, flipped = _missing(said, clause, whole, told)
    if missing:
        return None
    another = None
    if not names_all(said, clause, whole, told):
        another = with_another_name(view, said, clause, whole, told)
        if another is None:
            return None
        said = another
    if clause.is_open != said.is_open or _supposes(whole) > _supposes(said):
        return None
    if (
        any(same(word, one) for word in said.said for one in once())
        and _SCHEDULED.search(told.passage.passage.text)
        and not _SCHEDULED.search(said.text)
    ):
        return None  # "X closes on Friday" does not tell that it has
    if not said.which <= clause.which | whole.which or _says_of_a_part(said, clause):
        return None
    if not _same_roles(said, clause):
        return None
    figures = same_figures(said, clause)
    days = same_days(said, clause, whole)
    if figures is None or days is None:
        return None
    if said.figures and _SOME_MORE.search(clause.text) and not _SOME_MORE.search(said.text):
        return None
    denial = _DENIAL.search(clause.text)
    if denial and not _DENIAL.search(said.text):
        return Verdict.DENIES if figures and days and not said.denies else None
    if (claims(clause.text) and not claims(said.text)) or _is_disputed(told):
        return None
    against = [not figures, not days, (clause.denies != said.denies) != flipped]
    if another is not None:
        return None if any(against) else Verdict.CONTRADICTS
    if clause.denials != said.denials and max(clause.denials, said.denials) > 1:
        return None
    if not any(against):
        return Verdict.SUPPORTS if _is_no_wider(said, clause) else None
    if against[0] and _OF_A_TIME.search(clause.text) and not _OF_A_TIME.search(said.text):
        return None
    published = view.cards[told.passage.passage.article_id].published
    then = {day.year for day in clause.days} - {published.year if published else None}
    if against[0] and then and not said.days:
        return None  # how many there were then
    if sum(against) > 1 or not _is_close(said):
        return None
    if against[1] and not any(same(word, other) for word in said.said for other in once()):
        return None
    if against[2] and clause.denies and not _is_no_wider(said, clause):
        return None
    return Verdict.CONTRADICTS


_OF_A_TIME: Final = re.compile(
    r"\b(?:began with|started with|at first|initial\w*|original\w*|"
    r"at (?:its|their|the) (?:height|peak|largest|strongest)|"
    r"first (?:group|contingent|units?|stage)|another|more to|additional|"
    r"second (?:group|contingent)|so far|over the years|in all)\b",
    re.IGNORECASE,
)
_SOME_MORE: Final = re.compile(
    r"\b(?:first|last|another|additional|further|remaining|next)\s+(?:[\w-]+\s+)?\d", re.IGNORECASE
)
_PARTIAL: Final = frozenset(
    "most half none few third quarter part minority majority fifths".split()
)
_DENIAL: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed)|refut\w+)\b", re.IGNORECASE
)
_SUPPOSES: Final = re.compile(
    r"(?:^|[,;:]\s*|\band\s+|\bbut\s+)(?:if|unless|should\s+(?!be\b|have\b)|"
    r"were\s+(?:it|they|he|she|the|an?|(?-i:[A-Z]))\b|in case|provided)\s",
    re.IGNORECASE,
)


_SCHEDULED: Final = re.compile(
    r"\b(?:closes|ends|expires|begins|starts|opens|leaves|arrives|shuts down|runs out|takes over)\b"
    r"[^.;,]{0,30}?\b(?:on (?:the )?\d|"
    r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|tomorrow|next)",
)


def _lacked(told: str, said: str) -> frozenset[str]:
    """The words behind "without" in a clause, where the statement has no "without"."""
    match = re.search(r"\bwithout\s+((?:[\w’'-]+\s*){1,3})", told)
    if match is None or re.search(r"\b(?:without|no|not|never)\b", said):
        return frozenset()
    return frozenset(word.stem for word in words(match[1]))


def _says_of_a_part(said: Frame, clause: Frame) -> bool:
    """Whether the clause says of most or half of a thing what the statement says of it."""
    found = words(clause.text)
    for place, word in enumerate(found):
        if word.text.lower() in _PARTIAL and word.stem not in said.which:
            behind = [other.stem for other in found[place + 1 : place + 4]]
            if any(same(one, other) for one in behind for other in said.said):
                return True
    return False


def _supposes(told: Frame) -> bool:
    return _SUPPOSES.search(told.text) is not None


def _is_disputed(told: Told) -> bool:
    """Whether a sentence says what one side says, and the next one has it denied."""
    return reports(told.passage.passage.text) and _DENIAL.search(told.after) is not None


def _missing(said: Frame, clause: Frame, whole: Frame, told: Told) -> tuple[list[str], bool]:
    """The words of the statement that the clause doesn't say, and whether one is said by its
    opposite."""
    names = bool(said.places or said.missions or said.names)
    missing, flipped = [], False
    have = clause.stems - _lacked(clause.text, said.text)
    have |= told.stems if _THERE.search(clause.text) else frozenset()
    subject = {word.stem for word in words(said.text[: subject_end(said.text)])}
    if _PRONOUN.match(clause.text):
        have |= told.subject & subject
    for word in said.said:
        if any(same(word, other) for other in have):
            continue
        if (names or said.figures) and word in light():
            continue
        if any(opposite(word, other) for other in clause.stems):
            flipped = not flipped
            continue
        missing.append(word)
    return missing, flipped


_THERE: Final = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were|has|have))", re.IGNORECASE)
_PRONOUN: Final = re.compile(r"(?:it|they)\b", re.IGNORECASE)


def _is_no_wider(said: Frame, clause: Frame) -> bool:
    """Whether a clause that says no says it of no less than the statement: who did not leave in
    the winter may have left."""
    if not clause.denies:
        return True
    no = NO.search(clause.text)
    behind = (
        re.split(r"[,;]|\b(?:and|but|because|since|after)\b", clause.text[no.end() :])[0]
        if no
        else ""
    )
    told = {word.stem for word in words(behind)}
    return len([word for word in _spare(said, clause) if word in told and word not in light()]) <= 1


def _is_close(said: Frame) -> bool:
    """Whether a statement names what it is of and says something of it, to be contradicted."""
    names = said.places or said.missions or said.names
    return bool(names and (said.said or said.figures or said.which)) and has_deed(said.text)


def _same_roles(said: Frame, clause: Frame) -> bool:
    """Whether the clause gives each name the part that the statement gives it."""
    named = []
    for one in said.places:  # "111 Indian enclaves became part of India" names India twice
        told = ((m.start, m.end) for m in clause.places if m.key == one.key)
        named.append([(one.start, one.end), *told])
    for key in said.missions:
        mine = next(span for one, span in said.spans if one == key)
        named.append(
            [mine, *_once_each([span for one, span in clause.spans if one == key], clause)]
        )
    ends = {(m.end, n.end) for m in said.places for n in clause.places}
    pairs = [(_span_of(name, said.text), _span_of(name, clause.text)) for name in said.names]
    for mine, its in sorted((one, other) for one, other in pairs if one and other):
        if (mine[0] - 1, its[0] - 1) not in ends:  # else the next word of the same name
            named.append([mine, its])
        ends.add((mine[1], its[1]))
    return same_parts(said.text, clause.text, named, _same_or_opposite)


def _once_each(spans: list[tuple[int, int]], clause: Frame) -> list[tuple[int, int]]:
    """The places of a name without those that only explain it: "by X, the mission in Y"."""
    first = spans[:1]
    return first + [
        span
        for before, span in itertools.pairwise(spans)
        if not _BESIDE.fullmatch(clause.text[before[1] : span[0]])
    ]


_BESIDE: Final = re.compile(r"(?:,|\s*\()\s*(?:or\s+)?(?:the\s+|an?\s+)?")


def _same_or_opposite(one: str, other: str) -> bool:
    return same(one, other) or opposite(one, other)


def _span_of(name: str, text: str) -> tuple[int, int] | None:
    for word in words(text):
        if fold(word.text).removesuffix("'s") == name:
            return word.start, word.end
    return None


def has_deed(text: str) -> bool:
    """Whether a text says that something is or happens."""
    return deed_of(words(text)) is not None
