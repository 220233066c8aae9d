"""What a thing was called before, or is called since, where a sentence tells of the change. Pure.

"AMISOM handed over to ATMIS" has the old name before the verb and the new one behind it, "ATMIS
replaced AMISOM" the other way round. Reads the lists `renaming` of `answers.toml`, which
`bot.briefs.asking.answers_named` hands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Renaming:
    """The words for a change of names: those with the old name before them (`forward`), those with
    the new one before them (`backward`), and those that announce an old name in the next sentence.
    """

    forward: re.Pattern[str]
    backward: re.Pattern[str]
    announced: re.Pattern[str]


def other_names(
    renaming: Renaming,
    text: str,
    before: str,
    names: Sequence[tuple[int, int]],
    asked: Sequence[int],
    want_old: bool,
) -> Iterator[tuple[int, int]]:
    """Those of the `names` in a sentence that are the old (or the new) one of what is asked.

    `asked` is where the sentence names that itself; where it does not, it goes on about it.
    """
    for start, end, old_first in _changes(renaming, text):
        on_the_left = want_old == old_first
        if asked and all((at < start) == on_the_left for at in asked):
            continue
        found = _beside(names, start, end, on_the_left)
        if found is not None:
            yield found
    if want_old and names and not asked and renaming.announced.search(before):
        yield names[0]


def _changes(renaming: Renaming, text: str) -> Iterator[tuple[int, int, bool]]:
    """Where words for a change stand, and whether the old name stands before them."""
    for match in renaming.forward.finditer(text):
        yield match.start(), match.end(), True
    for match in renaming.backward.finditer(text):
        yield match.start(), match.end(), bool(_PASSIVE.search(text[: match.start()]))


_PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def _beside(
    names: Iterable[tuple[int, int]], start: int, end: int, on_the_left: bool
) -> tuple[int, int] | None:
    """The name nearest to the words for the change, on one side of them."""
    if on_the_left:
        return max((name for name in names if name[1] <= start), default=None)
    return min((name for name in names if name[0] >= end), default=None)
