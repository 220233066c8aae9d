"""Whether a sentence tells what is to come, where it is asked what was; or the reverse. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.briefs.asking.answers import FIGURES
from bot.briefs.asking.implied import asks_of_promise
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.sayings import SAID, says
from bot.briefs.asking.spans import Span
from bot.briefs.asking.times import told_times
from bot.language.clauses import clauses
from bot.language.words import stems
from bot.model import PublishedDate, Stance
from bot.store import ReadPassage

ASKS_OF_PAST: Final = re.compile(r"\b(?:did|was|were|has|have|had)\b", re.IGNORECASE)
"""Words by which a question takes what it asks about for done."""


def is_unreal(question: Question, passage: ReadPassage, spans: Sequence[Span]) -> bool:
    """Whether a sentence tells what is to come, where it is asked what happened.

    "2,370 soldiers are left, and they will go home": the clause of the figure decides.
    """
    if passage.stance not in _UNREAL or not ASKS_OF_PAST.search(question.text):
        return False
    if _MEANT.search(question.text) or asks_of_promise(question):
        return False
    text = passage.passage.text
    parts = clauses(text)
    if not spans or question.asked not in FIGURES:
        # "it was renamed because Finland is in the alliance and we plan as one region"
        return question.asked is not Asked.WHY or _TO_COME.search(parts[0]) is not None
    best = max(span.fit for span in spans)
    figures = [text[span.start : span.end] for span in spans if span.fit > best - _AS_SURE]
    holding = [part for part in parts if any(figure in part for figure in figures)]
    return all(_TO_COME.search(part) for part in holding)


def is_past(question: Question, text: str) -> bool:
    """Whether it is asked when something ends, and a sentence tells of an end that is past."""
    return (
        question.asked is Asked.DATE
        and bool(_STILL_TO_END.search(question.text))
        and bool(_ENDED.search(text))
    )


def is_over(question: Question, text: str, published: PublishedDate | None) -> bool:
    """Whether it is asked when something will be done, and a sentence tells of the past alone:
    when a vote was held does not say when the court will rule. Years before the article's are
    past, too."""
    if question.asked is not Asked.DATE or not _WHEN_WILL.search(question.text):
        return False
    if _AHEAD.search(text):
        return False
    told = told_times(text, published) if published else ()
    past = bool(told) and all(one.year < published.year for one in told) if published else False
    return past or _DONE.search(text) is not None


def is_done_later(question: Question, text: str) -> bool:
    """Whether a sentence has what is asked about only in clauses on what is to come."""
    parts = [
        part
        for part in clauses(text)
        if any(says(deed, told) >= SAID for deed in question.deeds for told in stems(part))
    ]
    return bool(parts) and all(_WILL.search(part) for part in parts)


_STILL_TO_END: Final = re.compile(
    r"^\W*(?:until )?when (?:does|do|will|must)\b.*\b(?:end|expire|run out|lapse|finish|"
    r"stop|close)",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(r"\b(?:ended|expired|ran out|lapsed|finished|stopped|closed)\b")
_WHEN_WILL: Final = re.compile(
    r"^\W*(?:by |until )?when (?:will|shall|(?:is|are) .{1,60}?(?:supposed|due|expected|"
    r"meant|scheduled|planned) to)\b",
    re.IGNORECASE,
)
# what may tell of something to come
_AHEAD: Final = re.compile(
    r"\b(?:will|shall|would|may|might|must|should|next|later|later this|tomorrow|soon|coming|until|"
    r"till|expir\w*|ends?|runs out|begins?|starts?|opens?|due|plan(?:s|ned|ning)?|expect\w*|"
    r"schedul\w*|intend\w*|hope\w*|aim\w*|set for|set to|deadline|within|no later|at the latest|by|"
    r"(?:is|are|was|were|wants?|want|ready|about|likely|yet) to|to (?:be|begin|start|open|end|"
    r"leave|return|take place)|extended|prolonged|renewed|agreed|promised|postponed|delayed|"
    r"moved|announced|decided)\b",
    re.IGNORECASE,
)
_DONE: Final = re.compile(r"\b\w+ed\b|\b(?:was|were|had|began|met|came|went|held|took)\b")
_AS_SURE: Final = 0.05  # fits that differ by less are as good
_WILL: Final = re.compile(r"\b(?:will|shall|(?:is|are) (?:due |expected |planned )?to)\b")
_MEANT = re.compile(
    r"\b(?:meant|supposed|allowed|permitted|authori[sz]ed|due|planned|intended|"
    r"expected|scheduled|promised|will|shall|going to|to (?:be|stay|last))\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|shall|would|plan\w*|(?:is|are|was|were|due|expected|about|agreed) to|to be|"
    r"intend\w*|scheduled|slated)\b",
    re.IGNORECASE,
)
_UNREAL: Final = (Stance.PLANNED, Stance.PROPOSED, Stance.HYPOTHETICAL)
