"""What was answered lately, for as long as the articles stay the same.

The same corpus and question give the same answer, so it need not be made twice: people ask what
their colleagues asked, and type the same first letters. Knows nothing of what it keeps.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

_Value = TypeVar("_Value")


class Memory(Generic[_Value]):
    """The values used last, at most `most`, of one generation of the library: a later one
    empties it, and what is still being made from an earlier one is not kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._generation = 0
        self._kept: OrderedDict[Hashable, _Value] = OrderedDict()

    def recall(self, generation: int, key: Hashable) -> _Value | None:
        """What was kept under this key, or None."""
        if generation != self._generation or key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def keep(self, generation: int, key: Hashable, value: _Value) -> None:
        """Keep a value made from this generation; the one used longest ago makes room."""
        if generation < self._generation:
            return
        if generation > self._generation:
            self._kept.clear()
            self._generation = generation
        self._kept[key] = value
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
