"""The sentences that a border fact needs to be told with: the one before that names its sides, what
"It" is, the head of a table and whose it is. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.facts.sentence import Sentence
from bot.facts.which_mission import leans_on_what_came_before
from bot.facts.whose import LOOK_BACK
from bot.language.words import is_question
from bot.model import Passage, Stance


def with_their_sides(
    sentences: Sequence[Sentence], position: int, sides: Iterable[str], pair: Iterable[str] = ()
) -> tuple[tuple[Passage, ...], int]:
    """The sentence, with an earlier one that names the sides which this one does not.

    That is the nearest that names them all; sides of the one `pair` may be named far above, for
    "the two neighbours" must not be told without their names. Failing that, one near by that names
    some of them.
    """
    sentence = sentences[position]
    missing = set(sides) - set(sentence.places)
    near = sentences[max(0, position - LOOK_BACK) : position] if missing else ()
    lost = set(pair) - set(sentence.places)
    above = [one for one in sentences[:position] if lost and lost <= _by_name(one)]
    both = [one for one in near if {*sides} <= {*one.places}]
    nearest = [one for one in near if missing <= {*one.places}]
    if both and nearest[-1].stance is Stance.NEGATED:  # "Sweden has no border with Russia"
        nearest = both
    if sentence.focus_missions and _IT_ALONE.match(sentence.passage.text):
        it = sentence.focus_missions[0]  # "They patrol along the border": who does is told before
        naming = next((one for one in sentences[position::-1] if it in one.missions), sentence)
        if naming is not sentence and missing <= {*naming.places}:
            return (naming.passage, sentence.passage), 1
    # a capital tells few readers whose side it is; but what "it" is stands right before
    of_it = nearest and nearest[-1] is sentences[position - 1] and _IT.search(sentence.passage.text)
    plainly = [one for one in nearest if of_it or missing <= _by_name(one, "demonym")]
    for names in (
        plainly,
        above if lost == missing and nearest else [],
        nearest,
        above if lost == missing else [],
        [one for one in near if missing & {*one.places}],
    ):
        # a question that something else has answered names no sides for what comes later
        told_so = [one for one in names if not is_question(one.passage.text)]
        if names and names[-1] is not sentences[position - 1]:
            names = told_so
        if names:
            told = [names[-1].passage, sentence.passage]
            before = sentences[position - 1].passage
            near_by = before.paragraph == sentence.passage.paragraph
            if near_by and names[-1].passage != before and _IT_ALONE.match(sentence.passage.text):
                told.insert(1, before)  # what "It" is stands right before, whoever was named above
            return tuple(told), len(told) - 1
    if position and (
        leans_on_what_came_before(sentence.passage.text)
        or asks_how_long(sentences, position)
        or (not pair and _IT_FIRST.match(sentence.passage.text))
        or _IT_IS_A_LINE.match(sentence.passage.text)
    ):
        return (sentences[position - 1].passage, sentence.passage), 1
    if lost:
        named = [
            (len(lost & _by_name(one)), number)
            for number, one in enumerate(sentences[:position])
            if not is_question(one.passage.text)
        ]
        best, number = max(named, default=(0, 0))
        if best:
            return (sentences[number].passage, sentence.passage), 1
    return (sentence.passage,), 0


# "It is the northernmost line between A and B": "It" is the line told before
_IT_IS_A_LINE = re.compile(
    r"\W*(?:It|That|This)\s+(?:is|was|remains)\s+(?:the|one of|an?|its)\b[^.;]{0,60}"
    r"\b(?:line|border|frontier|boundary)\b"
)
_IT = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
_IT_ALONE = re.compile(r"\W*(?:It|They)\b")
_IT_FIRST = re.compile(r"\W*(?:It|Its|They|Their)\b")


def lead_of_table(
    sentences: Sequence[Sentence], header: int, missing: set[str]
) -> tuple[Passage, ...]:
    """The last sentence before a table that names a side which its rows leave out."""
    for before in reversed(sentences[:header]):
        if missing & _by_name(before):
            return (before.passage,)
    return ()


def _by_name(sentence: Sentence, *forms: str) -> set[str]:
    return {one.key for one in sentence.mentions if one.form in ("name", *forms)}


def asks_how_long(sentences: Sequence[Sentence], position: int) -> bool:
    before = text_before(sentences, position)
    return is_question(before) and "how long" in before.lower()


def text_before(sentences: Sequence[Sentence], position: int) -> str:
    return sentences[position - 1].passage.text if position else ""
