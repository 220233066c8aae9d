"""The sentences that a mission fact needs to be told with: the one before that names the mission,
the date above it in a chronicle. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.facts.named_beside import is_named_next
from bot.facts.questions_on_it import is_without_a_verb
from bot.facts.rows import header_of
from bot.facts.sentence import Sentence
from bot.facts.which_mission import is_labelled, leans_on_what_came_before
from bot.language.words import is_question
from bot.model import Passage


def told_with(
    sentences: Sequence[Sentence], position: int, key: str
) -> tuple[tuple[Passage, ...], int]:
    """The sentence with those that it needs to be told with, and which of them it is."""
    sentence = sentences[position]
    following = sentences[position + 1] if position + 1 < len(sentences) else sentence
    if key in following.missions and is_named_next(
        sentence.passage, following.passage, following.named
    ):
        return (sentence.passage, following.passage), 0
    if position == 0:
        return (sentence.passage,), 0
    if " | " in sentence.passage.text and (header := header_of(sentences, position)) != position:
        # where the first row names a mission, it is the first of a list without heads
        heads = sentences[header]
        return ((sentence.passage,), 0) if heads.named else ((heads.passage, sentence.passage), 1)
    before = sentences[position - 1]
    dated = _date_above(sentences, position)
    if dated is not None and _ITS_FIRST.match(sentence.passage.text) and dated != before.passage:
        return (dated, before.passage, sentence.passage), 2
    if dated is not None:
        return (dated, sentence.passage), 1
    if not sentence.missions and is_labelled(sentence.passage.text):
        naming = next((s for s in sentences[position - 1 :: -1] if key in s.missions), None)
        if naming is not None:
            return (naming.passage, sentence.passage), 1
    if leans_on_what_came_before(sentence.passage.text) or _NEW_NAME.search(sentence.passage.text):
        return (before.passage, sentence.passage), 1
    if _LIKE_THE_LAST.match(sentence.passage.text) and not _is_apart(sentences, position):
        return (before.passage, sentence.passage), 1
    asked = (
        is_question(before.passage.text) and before.passage.paragraph == sentence.passage.paragraph
    )
    if (
        is_question(before.passage.text)
        and not sentence.missions
        and is_without_a_verb(sentence.passage.text)
    ):
        return (before.passage, sentence.passage), 1  # "Who commands it? / A Canadian general"
    if asked and _YES_OR_NO.match(sentence.passage.text):  # "Did it follow another? Yes, B"
        return (before.passage, sentence.passage), 1
    if asked and _THEY_FIRST.match(sentence.passage.text):
        return (before.passage, sentence.passage), 1
    if key in sentence.missions:
        text = sentence.passage.text
        of_another = _OF_ANOTHER.search(text) or _THE_MISSION_FIRST.match(text)
        if sentence.focus_missions and of_another:  # "The mission it replaces, MSS"
            other = sentence.focus_missions[0]
            said = next((s for s in sentences[position - 1 :: -1] if other in s.missions), None)
            if said is not None and key not in said.missions:
                return (said.passage, sentence.passage), 1
        of_it = bool(sentence.focus_missions and _IT_FIRST.match(text)) or _ITS_FIRST.match(text)
        whose = bool(before.mentions and _WHOSE_FIRST.match(text))
        same = before.passage.paragraph == sentence.passage.paragraph
        if (
            (of_it or whose) and (same or len(text) < _SHORT) and key not in before.missions
        ):  # "It replaced the smaller B"
            named = sentence.focus_missions[:1] and _naming(
                sentences, position, *sentence.focus_missions[:1]
            )
            nearest = before if not named or before.missions else named
            return (nearest.passage, sentence.passage), 1
        spoken_of = (*before.missions, *before.focus_missions)
        if same and _IT_FIRST.match(text) and not spoken_of:
            return (before.passage, sentence.passage), 1  # "It is no part of B": an army
        return (sentence.passage,), 0
    same = before.passage.paragraph == sentence.passage.paragraph
    if same and is_question(before.passage.text):  # "Who takes part? Indonesia and Malaysia"
        return (before.passage, sentence.passage), 1
    if _NOTHING_SAID.match(sentence.passage.text):
        return (before.passage, sentence.passage), 1
    if same and (key in before.missions or _means_another(sentence.passage.text)):
        return (before.passage, sentence.passage), 1
    return (sentence.passage,), 0


def _is_apart(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether a sentence opens a paragraph."""
    return sentences[position - 1].passage.paragraph != sentences[position].passage.paragraph


# "A smaller one, SFOR, took its place"; "It was withdrawn in May; EUMA is its successor": what
# it is smaller than, and what was withdrawn, stands before
_LIKE_THE_LAST = re.compile(
    r"\W*(?:an?(?:other)?|the)\s+(?:(?!only\b)[\w-]+\s+){0,3}one\b"
    r"|\W*(?:it|they)\b[^.!?]*\b(?:its|their)\s+(?:\w+\s+)?(?:successor|heir|replacement)\b",
    re.IGNORECASE,
)
_DATE_ALONE = re.compile(
    r"\W*(?:(?:in|on|since|by)\s+)?(?:\d{1,2}\.?\s+)?(?:[A-Z][a-z]{2,9}\.?\s+)?(?:\d{1,2},\s+)?"
    r"(?:1[89]|20)\d\d\W*$",
    re.IGNORECASE,
)
# "Its operation goes on under the name X": whose it is stands before
_WHOSE_FIRST = re.compile(
    r"\W*(?:its|their)\s+(?:[\w-]+\s+){0,3}?(?:operation|mission|force)\b", re.IGNORECASE
)
_IT_FIRST = re.compile(r"\W*(?:it|they)\b", re.IGNORECASE)


def _naming(sentences: Sequence[Sentence], position: int, key: str) -> Sentence | None:
    """The nearest sentence before that names a mission, if it is near."""
    near = sentences[max(0, position - _NEAR) : position]
    found = next((one for one in reversed(near) if key in one.missions), None)
    if found is None or not _IT_FIRST.match(found.passage.text):
        return found
    # "It used to be called B" says of neither which one "it" is
    above = (one for one in sentences[position - 1 :: -1] if key in one.missions)
    return next((one for one in above if not _IT_FIRST.match(one.passage.text)), found)


_NEAR = 4  # sentences
# "Its own naval force, Operation Atalanta": whose it is stands before
_ITS_FIRST = re.compile(
    r"\W*(?:its|their)\s+(?:own|new|other|only|first|second)\b"
    r"|\W*(?:it|(?:the|its|their|this)\s+(?:[\w’'-]+\s+){1,5}?)\s*(?:is|was|has been)\s+"
    r"(?:called|named|code-?named|dubbed|known as)\b|\W*the name\b[^.;]{0,40}?\s(?:is|was)\b"
    # "In March it was made a mission of its own and renamed UNPREDEP"
    r"|\W*(?:(?:in|on|since|by|from|until)\s[^,;]{2,30},?\s+)?it\s+(?:is|was|has been|became)\b"
    r"[^.;]{0,60}\b(?:renamed|called|named)\b"
    r"|\W*they\s+(?:are|were|go|went)\s+(?:by\b|known|called|named)",
    re.IGNORECASE,
)


def _means_another(text: str) -> bool:
    """Whether a sentence leans on the one before: "They may not arrest anybody", "A study put it at
    two billion", where "it" is not the mission that some "serve in"."""
    return bool(_THEY_FIRST.match(text) or _IT_WITHIN.search(text))


# "No reason was given": for what is told before
_NOTHING_SAID = re.compile(r"\W*no \w+ (?:was|were|has|have)\b", re.IGNORECASE)
_THEY_FIRST = re.compile(r"\W*(?:they|their)\b", re.IGNORECASE)
_IT_WITHIN = re.compile(
    r"\b(?:puts?|sets?|gives?|gave|estimat\w+|reckon\w*|call(?:s|ed)?|counts?|counted|place[sd]?)\s+"
    r"(?:it|them)\s+(?:at|as|to be|an?|only|\d)\b"
)
_YES_OR_NO = re.compile(r"\W*(?:yes|no|neither|both|hardly)\b[,.:;–—]", re.IGNORECASE)
_SHORT = 60  # letters of "The undertaking is called X", which opens a paragraph
_OF_ANOTHER = re.compile(
    r"\b[Ii]t (?:replac|succeed|follow|reliev|takes over|took over)"
    r"|\b(?:replac|succeed|reliev|follow)\w* it\b"
)
# "The mission took over from EUFOR a year ago": which one did is told before
_THE_MISSION_FIRST = re.compile(
    r"\W*the\s+(?:new\s+)?(?:missions?|operation|force|exercise|programme)\s+(?!called|named)",
    re.IGNORECASE,
)
_NEW_NAME = re.compile(r"\b(?:its|their) [^.]*\bnew name\b", re.IGNORECASE)


def _date_above(sentences: Sequence[Sentence], position: int) -> Passage | None:
    """In a chronicle, the date that stands alone above a sentence: "April 1998."."""
    paragraph = sentences[position].passage.paragraph
    for at in range(position - 1, -1, -1):
        sentence = sentences[at]
        if _DATE_ALONE.match(sentence.passage.text):
            asked = sentences[at - 1] if at else sentence  # "When did it end? In May 1993."
            same = asked.passage.paragraph == sentence.passage.paragraph
            return None if same and is_question(asked.passage.text) else sentence.passage
        if sentence.passage.paragraph != paragraph:
            return None
    return None
