"""Rows of tables: what a row sets side by side, and the unit that its column's head gives.

A row is a passage of cells parted by " | "; the first row of a table holds the heads. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.facts.reading import Sentence
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
) -> tuple[tuple[str, str], ...]:
    """The pair of a table's row: its two places, or the article's topic and its one place."""
    sentence = sentences[position]
    if " | " not in sentence.passage.text:
        return ()
    names = sentences[header_of(sentences, position)].passage.text
    if not re.search(r"\b(?:neighbou?r\w*|border\w*|frontier|length|boundary)\b", names, re.I):
        return ()
    places = sentence.places
    if len(places) >= 2:
        return ((places[0], places[1]),)
    if len(places) == 1 and topics and topics[0] != places[0] and lengths:
        return ((topics[0], places[0]),)
    return ()


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
