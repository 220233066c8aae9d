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
    if " | " not in sentence.passage.text:
        return ()
    header = header_of(sentences, position)
    of_borders = _OF_BORDERS.search(sentences[header].passage.text)
    places = tuple(dict.fromkeys(one.key for one in sentence.mentions if one.form != "area"))
    if len(places) >= 2 and of_borders:
        pairs = itertools.combinations(places, 2)
        beside = next((one for one in pairs if one[1] in neighbours.get(one[0], ())), None)
        return (beside or (places[0], places[1]),)
    if len(places) == 1 and topics and topics[0] != places[0] and lengths:
        beside_it = places[0] in neighbours.get(topics[0], ())
        before = sentences[max(0, header - 3) : header]
        told_of = any(_OF_BORDERS.search(one.passage.text) for one in before)
        return ((topics[0], places[0]),) if of_borders or (beside_it and told_of) else ()
    return ()


_OF_BORDERS = re.compile(
    r"\b(?:neighbou?r\w*|border\w*|frontiers?|length|boundar(?:y|ies))\b", re.IGNORECASE
)


def lengths_of_row(sentences: Sequence[Sentence], position: int) -> list[Amount]:
    """The numbers of a table's row below a head that gives their unit: "Length (km)"."""
    text = sentences[position].passage.text
    if " | " not in text:
        return []
    heads = sentences[header_of(sentences, position)].passage.text.split(" | ")
    found = []
    start = 0
    for head, cell in zip(heads, text.split(" | "), strict=False):
        unit = _UNIT.search(head)
        numbers = amounts(cell)
        if unit and len(numbers) == 1 and numbers[0].unit is None:
            (one,) = numbers
            name = "km" if unit[1].lower().startswith("k") else "mi"
            found.append(replace(one, start=start + one.start, end=start + one.end, unit=name))
        start += len(cell) + 3
    return found


_UNIT = re.compile(r"\b(km|kilomet\w+|mi|miles?)\b\.?\)?\s*$", re.IGNORECASE)
