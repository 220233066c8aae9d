"""Rows of tables: what a row sets side by side, and the unit that its column's head gives.

A row is a passage of cells parted by " | "; the first row of a table holds the heads. Pure.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.facts.sentence import Sentence
from bot.language.quantities import Amount, amounts


def header_of(sentences: Sequence[Sentence], position: int) -> int:
    """The position of the first row of the table that a row stands in."""
    while position and " | " in sentences[position - 1].passage.text:
        position -= 1
    return position


def is_a_head(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether a row without a figure is the first of its table: "Country | Border | Checks"."""
    text = sentences[position].passage.text
    follows = position + 1 < len(sentences) and " | " in sentences[position + 1].passage.text
    first = " | " in text and header_of(sentences, position) == position
    return first and follows and not amounts(text)


def row_denies(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether the cell below a head for borders is "no"; what others say is of other things."""
    heads = sentences[header_of(sentences, position)].passage.text.split(" | ")
    cells = sentences[position].passage.text.split(" | ")
    pairs = zip(heads, cells, strict=False)
    return any(_OF_BORDERS.search(head) and _NO.fullmatch(cell.strip()) for head, cell in pairs)


_NO = re.compile(r"(?:no|none|[-–—])\.?", re.IGNORECASE)


def pairs_of_row(
    sentences: Sequence[Sentence],
    position: int,
    topics: Sequence[str],
    lengths: Sequence[Amount],
    neighbours: Mapping[str, frozenset[str]],
) -> tuple[tuple[str, str], ...]:
    """The pair of a table's row: its two places, or the article's topic and its one place.

    Where no head says that the rows are of borders, the sentences before the table must, and the
    map have the one place beside the topic.
    """
    sentence = sentences[position]
    text = sentence.passage.text
    if " | " not in text:
        return ()
    header = header_of(sentences, position)
    of_borders = _OF_BORDERS.search(sentences[header].passage.text)
    named = [one for one in sentence.mentions if one.form != "area"]
    for one, other in itertools.pairwise(named):  # "Russia (Kaliningrad)" is its part
        if text[one.end : other.start] == " (" and text[other.end : other.end + 1] == ")":
            named = [another for another in named if another is not one]
    places = tuple(dict.fromkeys(one.key for one in named))
    topics = whose_rows(sentences, header) or topics
    if len(places) >= 2 and of_borders:
        pairs = itertools.combinations(places, 2)
        beside = next((one for one in pairs if one[1] in neighbours.get(one[0], ())), None)
        return (beside or (places[0], places[1]),)
    told = lengths or row_denies(sentences, position)
    if len(places) == 1 and topics and topics[0] != places[0] and told:
        beside_it = places[0] in neighbours.get(topics[0], ())
        before = sentences[max(0, header - 3) : header]
        told_of = any(_OF_BORDERS.search(one.passage.text) for one in before)
        return ((topics[0], places[0]),) if of_borders or (beside_it and told_of) else ()
    return ()


def whose_rows(sentences: Sequence[Sentence], header: int) -> tuple[str, ...]:
    """The country that the first head of a table gives for all its rows: "Poland with | Length"."""
    heads = sentences[header]
    first = heads.passage.text.split(" | ")[0]
    keys = {one.key for one in heads.mentions if one.end <= len(first)}
    return tuple(keys) if len(keys) == 1 and _WITH_WHOM.search(first) else ()


# the country of a head that its rows are neighbours of
_WITH_WHOM = re.compile(
    r"\b(?:with|and|borders?|neighbou?rs?|frontiers?|to|towards|next to|touches|meets)\b|['’]s?\b",
    re.IGNORECASE,
)


_OF_BORDERS = re.compile(
    r"\b(?:neighbou?r\w*|border\w*|frontiers?|length|boundar(?:y|ies))\b", re.IGNORECASE
)


def lengths_of_row(sentences: Sequence[Sentence], position: int) -> list[Amount]:
    """The numbers of a table's row below a head that gives their unit: "Length (km)"."""
    text = sentences[position].passage.text
    if " | " not in text:
        return []
    header = header_of(sentences, position)
    heads = sentences[header].passage.text.split(" | ")
    at = unit_above(sentences, header)
    above = None if at is None else _IN_UNIT.search(sentences[at].passage.text)
    found = []
    start = 0
    for head, cell in zip(heads, text.split(" | "), strict=False):
        unit = _UNIT.search(head) or (above if _A_LENGTH.search(head) else None)
        numbers = amounts(cell)
        if unit and len(numbers) == 1 and numbers[0].unit is None:
            (one,) = numbers
            name = "km" if unit[1].lower().startswith("k") else "mi"
            found.append(replace(one, start=start + one.start, end=start + one.end, unit=name))
        start += len(cell) + 3
    return found


def unit_above(sentences: Sequence[Sentence], header: int) -> int | None:
    """Where the unit of a table is told whose heads give none: "The figures are in kilometres"."""
    if any(_UNIT.search(head) for head in sentences[header].passage.text.split(" | ")):
        return None
    near = range(header - 1, max(0, header - 3) - 1, -1)
    told = next((at for at in near if _IN_UNIT.search(sentences[at].passage.text)), None)
    if told is not None:
        return told
    above = range(header - 1, -1, -1)  # said once for all the tables of an article
    return next((at for at in above if _ALL_IN_UNIT.search(sentences[at].passage.text)), None)


def is_of_parts(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether the rows of a table are of parts of one line: "Section | Length"."""
    if " | " not in sentences[position].passage.text:
        return False
    return bool(_PARTS.match(sentences[header_of(sentences, position)].passage.text))


_PARTS = re.compile(
    r"\W*(?:parts?|sections?|stretch(?:es)?|segments?|sectors?|pieces?|legs?|terrain)\b",
    re.IGNORECASE,
)
# "The figures below are in kilometres"
_IN_UNIT = re.compile(
    r"\b(?:in|are|counted in|given in)\s+(?:statute\s+)?(km|kilomet\w+|miles)\b", re.IGNORECASE
)
_ALL_IN_UNIT = re.compile(
    r"\b(?:all|the|every|each)\s+(?:\w+\s+)?(?:lengths?|figures?|distances?|numbers?)\b[^.;]{0,40}?"
    r"\bin\s+(?:statute\s+)?(?:km|kilomet\w+|miles)\b",
    re.IGNORECASE,
)
_A_LENGTH = re.compile(
    r"\b(?:lengths?|borders?|frontiers?|distances?|boundar(?:y|ies))\b", re.IGNORECASE
)
_UNIT = re.compile(r"\b(km|kilomet\w+|mi|miles?)\b\.?\)?\s*$", re.IGNORECASE)
