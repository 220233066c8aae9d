"""Whether what a sentence counts, or who it names, belongs to others than the question is about.
Pure but for the gazetteer of the view.

"More than 400 were killed, and the 700 Uruguayans could do little" has Uruguayans, a number and the
dead, and does not say how many Uruguayans died. Nor is the present commander the first one, or the
one of 1974.
"""

from __future__ import annotations

import re
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.sayings import SAID, says
from bot.briefs.asking.times import told_times
from bot.language.clauses import clauses
from bot.language.places import Gazetteer
from bot.language.quantities import amounts
from bot.language.words import idioms_in, stem, stems, words


def is_not_theirs(
    question: Question, whole: ReadArticle, position: int, gazetteer: Gazetteer
) -> bool:
    """Whether a sentence counts others, or names another holder of an office."""
    if question.asked is Asked.COUNT:
        return (
            _counts_others_aside(question, whole, position, gazetteer)
            or _counts_all_together(question, whole, position, gazetteer)
            or _counts_the_dead_of_a_war(question, whole, position)
        )
    if question.asked is Asked.WHAT:
        return _lacks_what_is_done(question, whole, position)
    if question.asked is Asked.WHO:
        return _is_not_the_first(question, whole, position) or _is_of_a_later_time(
            question, whole, position
        )
    return False


def _counts_others_aside(
    question: Question, whole: ReadArticle, position: int, gazetteer: Gazetteer
) -> bool:
    """Whether one clause has a number and the deed, and those asked about stand in another."""
    if not (question.noun_places and question.deeds):
        return False
    passage = whole.passages[position]
    if set(question.noun_places).isdisjoint(passage.places):
        return False
    parts = clauses(passage.passage.text)
    done = [
        any(says(deed, told) >= SAID for deed in question.deeds for told in stems(part))
        for part in parts
    ]
    theirs = [
        any(m.key in question.noun_places for m in gazetteer.mentions(part, passage.places))
        for part in parts
    ]
    return (
        any(done)
        and not any(a and b for a, b in zip(done, theirs, strict=True))
        and all(amounts(part) for part, is_done in zip(parts, done, strict=True) if is_done)
    )


def _counts_all_together(
    question: Question, whole: ReadArticle, position: int, gazetteer: Gazetteer
) -> bool:
    """Whether it is asked how many one country sent, and a sentence without it counts those of
    several that the one before lists."""
    giver = _GIVER.search(question.text)
    if giver is None or not position:
        return False
    givers = [
        m.key
        for m in gazetteer.mentions(question.text, question.places)
        if m.start == giver.end()
        and gazetteer[m.key].kind == "country"
        and not _OWNER.search(question.text[: m.end])  # "Iran's attack" may be of many
    ]
    passage, before = whole.passages[position], whole.passages[position - 1]
    if not givers or givers[0] in (*passage.places, *passage.missions):
        return False
    if not gazetteer.parts(givers[0]).isdisjoint(passage.places):
        return False
    listed = gazetteer.countries(before.places) - {*question.places[1:]}
    first = next(iter(words(passage.passage.text)), None)
    is_it = first is not None and first.text.lower() in ("it", "its")
    return givers[0] in listed and len(listed) > 2 and not is_it


_OWNER: Final = re.compile(r"['’]s?$")
_GIVER: Final = re.compile(r"\b(?:did|does|do|has|have|had|will)\s+(?:the\s+)?(?=[A-Z])")


def _counts_the_dead_of_a_war(question: Question, whole: ReadArticle, position: int) -> bool:
    """Whether it is asked how many a mission lost, and a sentence counts those of a war."""
    return (
        bool(question.missions)
        and not _DEAD.isdisjoint(question.deeds)
        and _WAR.search(whole.passages[position].passage.text) is not None
        and _WAR.search(question.text) is None
    )


_DEAD: Final = frozenset(stem(word) for word in "die died kill killed dead".split())
_WAR: Final = re.compile(
    r"\b(?:wars?|conflict|fighting|genocide|massacres?|violence|battle)\b[^.;]{0,12}\b(?:in which|"
    r"that (?:killed|cost)|killed|cost)\b",
    re.IGNORECASE,
)


def _lacks_what_is_done(question: Question, whole: ReadArticle, position: int) -> bool:
    """Whether it is asked what somebody did to whatever it was ("what did the minister propose?"),
    and neither a sentence nor the one that it goes on about says that anybody did so."""
    match = _WHAT_DID.search(question.text)
    deed = stem(match[1]) if match else None
    if question.cue is not None or deed is None or deed not in question.deeds:
        return False
    start = position - 1 if whole.leans(position) else position
    text = " ".join(whole.told[start : position + 1])
    told = {word.stem for word in words(text) if not word.capitalised}  # no "Observer Group"
    told |= {word for *_, word in idioms_in(text)}
    return not any(says(deed, one) >= SAID for one in told)


_WHAT_DID: Final = re.compile(
    r"^\W*what (?:did|does|do|has|have|had|will) "
    r"(?!.*\b(?:to|about|on|for|with|of|by|at) (?:the |an? )?[a-z]+\W*$).*\b([a-z]+)"
    r"(?: (?:in|on) [A-Z]?\w+(?: \d+)?)?\W*$",
    re.IGNORECASE,
)


def _is_not_the_first(question: Question, whole: ReadArticle, position: int) -> bool:
    """Whether the first to hold an office is asked for, and nothing near says that one was."""
    if not _FIRST_HOLDER.search(question.text):
        return False
    some = whole.told[max(0, position - 1) : position + 1]
    return not any(_FIRST.search(text) for text in some)


_FIRST_HOLDER: Final = re.compile(
    r"\bwho (?:was|were|is) (?:the|its|their) (?:very )?first\b", re.IGNORECASE
)
_FIRST: Final = re.compile(
    r"\b(?:first|earliest|initial(?:ly)?|original(?:ly)?|founding|founder|began|begin\w*|start\w*|"
    r"opened|led off|inaugural|until|succeeded|replaced|took over|handed)\b",
    re.IGNORECASE,
)


def _is_of_a_later_time(question: Question, whole: ReadArticle, position: int) -> bool:
    """Whether the holder of an office in some past year is asked for, and a report of years later
    tells who holds it now."""
    published = whole.card.published
    if published is None or not question.times or not _HELD.search(question.text):
        return False
    if any(time.year > published.year - _YEARS for time in question.times):
        return False
    text = whole.passages[position].passage.text
    if not _HOLDS.search(text):
        return False
    years = {time.year for time in question.times}
    near = whole.told[max(0, position - 2) : position + 1]
    return not any(time.year in years for one in near for time in told_times(one, published))


_YEARS: Final = 2  # from which on an office may well have passed to another
_HELD: Final = re.compile(
    r"\bwho (?:commanded|led|headed|ran|chaired|was|were)\b|\bwho had\b.*\bcommand\b", re.IGNORECASE
)
_HOLDS: Final = re.compile(
    r"\b(?:is|has|are|commands|leads|heads|runs|says?|said|denies|the (?:force )?commander)\b",
    re.IGNORECASE,
)
