"""A corpus of articles that have nothing in common, for digests of several parts."""

from __future__ import annotations

import random
from pathlib import Path

from tests.briefs.desks import article, library_of

NAMES = "ash beech cedar elm fir larch maple oak pine plane poplar rowan spruce willow yew alder"
_WORDS = """
lantern market violin harbour candle winter garden letter orchard bridge kitchen sparrow thunder
pencil blanket journey mirror pepper ribbon saddle tunnel village whistle anchor basket copper
dragon engine feather glacier hammer insect jacket kettle ladder meadow needle ocean parcel quarry
rocket summer teacher uncle valley window yellow zebra almond button carpet dancer elbow farmer
goblet helmet island jungle kidney lemon muscle nephew onion pillow quiver raisin salmon turnip
umbrella velvet walnut barley cactus donkey easel fiddle gravel hockey igloo jigsaw kayak lizard
""".split()


def tree(number: int, name: str) -> str:
    """An article whose words are drawn by its number."""
    drawn = random.Random(number)
    paragraphs = []
    for sentence in range(3):
        words = " ".join(f"the {word}," for word in drawn.sample(_WORDS, 30))
        start = f"The {name} walk" if sentence == 0 else "People there"
        paragraphs.append(f"{start} opens with {words} and {number + 100 + sentence} guests.")
    return article(f"On {name}", "Garden Paper", "2031-05-01", *paragraphs)


def trees_in(folder: Path, more: int = 0) -> Path:
    """A library of sixteen such articles, and more."""
    names = [*NAMES.split(), *(f"tree {number}" for number in range(more))]
    files = {f"{name}.md": tree(number, name) for number, name in enumerate(names)}
    return library_of(folder, files)
