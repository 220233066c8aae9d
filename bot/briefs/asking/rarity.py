"""How much a word tells, by how rare it is in the corpus and in English. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.language.lexicon import entry


@dataclass(frozen=True, slots=True)
class Rarity:
    """How often words stand in the sentences of the corpus, to tell which of them say much."""

    frequencies: Mapping[str, int]
    sentences: int

    def weight(self, term: str) -> float:
        """How much a word tells: the rarer in the corpus, and in English, the more.

        English counts because a small corpus lacks many a common word: "supposed" is rare there.
        """
        seen = self.frequencies.get(term, 0) + 1
        rare = math.log((self.sentences + 2) / seen) / math.log(self.sentences + 2)
        return (0.4 + rare) / (1 + _COMMONNESS * math.log10(1 + entry(term).uses / 10))


_COMMONNESS: Final = 0.4
