"""What the rules on borders hand to each other of a sentence: the words in it that speak of a line,
and whose line it is; and what the article around it is about. Values and the words alone; whose a
line is, `line_sides` finds. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.facts.context import text_before
from bot.facts.cues import cue, small_cue
from bot.facts.lengths import distances, is_of_a_thing_beside, lengths_carried_on
from bot.facts.masked import THE_LINE
from bot.facts.rows import lengths_of_row
from bot.facts.sentence import Sentence
from bot.facts.whose import Atlas, named_lines
from bot.language.quantities import Amount

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Subject:
    """What an article is about: the places it speaks of most, how often it names each, whether its
    title names the first, the lines that it knows by name, and its map."""

    topics: tuple[str, ...]
    spoken_of: Mapping[str, int]
    titled: bool
    lines: frozenset[str]
    atlas: Atlas


@dataclass(frozen=True, slots=True)
class Words:
    """Whether a sentence speaks of a line, of one by its name, of what lies beside something, of a
    structure at a line, an exclave's shape or a limit of waters and air; and its distances."""

    line: bool
    named: bool
    verb: bool
    structure: bool
    shape: bool
    limit: bool
    lengths: Sequence[Amount]


@dataclass(frozen=True, slots=True)
class Line:
    """Whose line a sentence tells of.

    `pairs` are set side by side, `sides` all places on a side of it. `apart` says that a country's
    land keeps two places from each other, `row` gives the pair of each length in a row of them by
    where it begins. `asked` is the position of the question that the sentence answers. `same` says
    that it goes on with the line told before ("So does Djibouti"), `goes_on` that its length is of
    the pair spoken of.
    """

    words: Words
    pairs: tuple[Pair, ...]
    sides: tuple[str, ...]
    apart: bool
    row: Mapping[int, Pair]
    asked: int | None
    same: bool
    goes_on: bool


def words_of(
    sentences: Sequence[Sentence],
    position: int,
    pair: Pair | None,
    told_before: bool,
    lines: Collection[str],
) -> Words:
    """The words of a sentence that speak of a line; `told_before` where the sentence before told of
    the very `pair` that is spoken of."""
    sentence = sentences[position]
    text = sentence.passage.text
    small = text.lower()  # what is asked without regard to case takes three times as long
    if "border " in small:
        small = _WHO_STUDIES_IT.sub("", small)
    names = named_lines(text)
    named = bool(names)
    line = bool(small_cue("border", "nouns").search(small)) or bool(
        (pair and (named or THE_LINE.search(text)))
        or {*lines} & {*names}
        or (" by a" in small and _DIVIDED.search(small))
        or ("where" in text and _TRIPOINT.search(text))
        # "Two guards were killed when men tried to get across", behind a sentence on the line
        or (told_before and not sentence.places and _OVER_IT.search(text) and happened(text))
    )
    lengths = distances(text)
    lengths = lengths or lengths_of_row(sentences, position)
    if not lengths and position:
        lengths = lengths_carried_on(text_before(sentences, position), text)
    if lengths and is_of_a_thing_beside([one.passage.text for one in sentences[:position]], text):
        lengths = []
    return Words(
        line,
        named,
        verb=bool(_VERB_WORD.search(small)),
        structure=bool(small_cue("border", "structures").search(small))
        or (told_before and _of_those_told(sentences, position)),
        shape=bool(small_cue("border", "shapes").search(small)),
        limit=bool(small_cue("border", "limits").search(small)),
        lengths=lengths,
    )


def _of_those_told(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether a sentence says of the crossings that the one before told of which are open: "Only
    three of them are open", "Maseru Bridge, the busiest, will be closed"."""
    small = sentences[position].passage.text.lower()
    if not cue("closure", "verbs").search(small):
        return False
    if small_cue("border", "links").search(small):
        return True
    before = text_before(sentences, position).lower()
    return bool(_OF_THEM.search(small) and small_cue("border", "structures").search(before))


_OF_THEM = re.compile(r"\bof (?:them|these)\b")
_OVER_IT = re.compile(r"\b(?:across|crossed|(?:border )?guards?|patrols?|the other side)\b")
# who is asked about borders stands at none
_WHO_STUDIES_IT = re.compile(
    r"\bborder (?:researcher|expert|scholar|specialist|historian|analyst|scientist|lawyer|studies|"
    r"collie|terrier)s?\b"
)
# "in the Emerald Triangle where Thailand, Cambodia and Laos meet"
_TRIPOINT = re.compile(
    r"\bwhere (?:the )?[A-Z][\w’' -]+, (?:the )?[A-Z][\w’' -]+,? and (?:the )?[A-Z][\w’' -]+ "
    r"(?:meet|met|touch|join|come together)\b"
)
_DIVIDED = re.compile(
    r"\b(?:divided|separated|parted|split) by an? (?:[\w-]+ ){0,2}(?:line|fence|wall|strip|zone)\b"
)
_VERB_WORD = re.compile(
    r"\b(?:neighbou?r\w*|adjoin\w*|abut\w*|surround\w*|wedged|nestled|sandwiched|squeezed|"
    r"landlocked|enclos\w+)\b",
)


def happened(text: str) -> bool:
    """Whether a sentence tells of a deed, and not of a danger or a plan."""
    return bool(
        re.search(
            r"\b(?:violated|entered|shot|killed|clash\w+|attacked|fired|seized|crossed|wounded|"
            r"fought|incursions?|intrusion|collided|shelled|stormed|detained|died|incident)\b",
            text,
            re.I,
        )
    )
