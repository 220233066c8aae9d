"""Questions on a mission and what answers them: which sentences of an interview, or of questions
that stand as headings, go on with the mission spoken of. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.facts.sentence import Sentence
from bot.language.places import Mention
from bot.language.words import is_question
from bot.model import Passage


def answers_what_it_is(passage: Passage, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence stands behind a question that names a mission: "What is Interflex? A
    British programme"."""
    before = sentences[-1] if sentences else None
    if before is None or not before.missions or not _WHAT_IS.match(before.passage.text):
        return False
    same = passage.paragraph == before.passage.paragraph
    return same or bool(_ANSWER.match(passage.text))


def answers_a_question(passage: Passage, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence stands behind a question on the mission: "Who takes part? Indonesia and
    Malaysia", or a short one that goes on with it: "It has 800 men. For how long? Until May"."""
    asked = sentences[-1] if sentences else None
    if asked is None or asked.missions or not is_question(asked.passage.text):
        return False
    whole = _HAS_A_VERB.search(passage.text) and not _TO_DO_IT.match(passage.text)
    if whole and not _SPEAKS_OF_IT.search(passage.text):
        return False  # "Norway borders Russia": what it is on it says itself
    # the question may stand as a heading above its answer
    before = sentences[-2] if len(sentences) > 1 else None
    headed = before is None or before.passage.paragraph != asked.passage.paragraph
    apart = passage.paragraph != asked.passage.paragraph
    if apart and not (_ANSWER.match(passage.text) or (headed and asked.focus_missions)):
        return False
    if asked.focus_missions:
        return True
    short = _SHORT_QUESTION.fullmatch(asked.passage.text)
    return bool(short) and before is not None and bool(before.missions or before.focus_missions)


def is_without_a_verb(text: str) -> bool:
    """Whether a sentence says nothing by itself: "A Canadian general.", "Until May"."""
    return len(text.split()) <= _WORDS_OF_AN_ANSWER and not _HAS_A_VERB.search(text)


def asks_on(
    text: str,
    mentions: Sequence[Mention],
    current: Collection[str],
    sentences: Sequence[Sentence],
) -> bool:
    """Whether a short question asks more of what was spoken of: "Where is it?", "Who pays?"."""
    of_late = sentences[-_OF_LATE:]
    if not any({*one.missions, *one.focus_missions} & {*current} for one in of_late):
        return False
    short = len(text.split()) <= _WORDS_OF_A_QUESTION and not mentions
    return short and is_question(text) and bool(_SPEAKS_OF_IT.search(text))


_OF_LATE = 4  # sentences, an answer and the question before it
_WORDS_OF_A_QUESTION = 7
# "What is its task? To guard the camps of displaced people"; but "To them it was a prison"
_TO_DO_IT = re.compile(
    r"\W*To (?!(?:the|an?|this|that|these|those|it|its|them|their|some|many|most|all|him|her)\b)"
    r"[a-z]{3,} [a-z]"
)
_WORDS_OF_AN_ANSWER = 9
_HAS_A_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|"
    r"borders?|says?|said|sent|left|came|went|[a-z]{2,}ed)\b"
)
_SPEAKS_OF_IT = re.compile(r"\b(?:its|their|it|they|them)\b", re.IGNORECASE)
# "Since when?", "And for how long?"
_SHORT_QUESTION = re.compile(
    r"\W*(?:(?:Q|Question|and|so)\W+)*(?:(?:for|since|until|by|with|at|of|from|how|when|where|why|who|"
    r"whom|what|whose|long|many|much|far|big|cost|else|now|next|then|pays?|leads?|commands?|joins?)\s*)+\?\W*",
    re.IGNORECASE,
)
_WHAT_IS = re.compile(
    r"\W*(?:(?:Q|Question)\s*[:.]\s+)?(?:(?:And|So|But),?\s+)?(?:what|who|when|where|why|how)\b.*\?\W*$",
    re.IGNORECASE,
)

_ANSWER = re.compile(r"\W*(?:A|Answer)\s*[:.]")
