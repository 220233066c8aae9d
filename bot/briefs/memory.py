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
    """The values used last, at most `most`, for one corpus at a time: another one empties it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._corpus: str | None = None
        self._kept: OrderedDict[Hashable, _Value] = OrderedDict()

    def recall(self, corpus: str, key: Hashable) -> _Value | None:
        """What was kept under this key, or None."""
        if corpus != self._corpus or key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def keep(self, corpus: str, key: Hashable, value: _Value) -> None:
        """Keep a value that was made from this corpus; the one used longest ago makes room."""
        if corpus != self._corpus:
            self._kept.clear()
            self._corpus = corpus
        self._kept[key] = value
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
