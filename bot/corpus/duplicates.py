"""Whether two articles are one text: word for word, or as a republication or an update of it.

Knows texts only: who published them, and which came first, is for `stories.py`.
"""

from __future__ import annotations

import hashlib
import itertools
import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from bot.corpus.rules import table
from bot.corpus.wording import folded, is_unspaced

_ROWS, BANDS = 3, 32
"""Two texts meet in a band with the cube of the share of shingles that they have in common: half in
common are found in 99 of 100 cases, a third in 70."""
_SEED = 1
_OF_SHORTER, _OF_LONGER = 0.65, 0.45
"""Shares of the shorter and of the longer text that must be common to both."""
_FEWEST = 12
_LEAD_WORDS = 50
"""What two reports on one event may both have taken from an agency: a first paragraph or two."""
_BEHIND_LEAD = 0.5
_FIGURES_KEPT = 1 / 3
_FEWEST_FIGURES = 3

Shingle = tuple[str, ...]
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")


def text_key(paragraphs: Sequence[str]) -> bytes:
    """A key that texts share which are equal but for space and case."""
    text = " ".join(folded(paragraph) for paragraph in paragraphs)
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


class SameTexts:
    """The same article in two files: equal text but for space and case, by the same publisher.

    Equal text that another publisher has is a republication: a second article of the same story.
    """

    def __init__(self) -> None:
        self._files: dict[bytes, list[tuple[str | None, str]]] = {}

    def first(self, file: str, publisher: str | None, key: bytes) -> str | None:
        """The file seen before that holds the same article; None for a new one.

        `key` is the `text_key` of the article. Files are shown in order of path.
        """
        name = folded(publisher) if publisher else None
        known = self._files.setdefault(key, [])
        for other, first in known:
            if name is None or other is None or name == other:
                return first
        known.append((name, file))
        return None


@dataclass(frozen=True, slots=True)
class Shingles:
    """A text as its words, and as the runs of three of them."""

    words: tuple[str, ...]
    all: frozenset[Shingle]

    def behind_lead(self) -> frozenset[Shingle]:
        """The runs without those that begin in the lead."""
        return frozenset(_runs(self.words[_LEAD_WORDS:]))


def shingles(paragraphs: Sequence[str]) -> Shingles:
    """The shingles of a text; one of less than three words is one run."""
    words = _words_of(paragraphs)
    return Shingles(words, frozenset(_runs(words) if len(words) > 2 else (words,)))


def _words_of(paragraphs: Sequence[str]) -> tuple[str, ...]:
    return tuple(itertools.chain.from_iterable(map(_words, paragraphs)))


def _runs(words: Sequence[str]) -> Iterator[Shingle]:
    return zip(words, words[1:], words[2:], strict=False)


def signature(paragraphs: Sequence[str]) -> bytes:
    """A short value that similar texts share pieces of: 32 bands of four bytes.

    The MinHash is rensa's; its values may change with its version.
    """
    from rensa import RMinHash

    sketch = RMinHash(num_perm=BANDS * _ROWS, seed=_SEED)
    words = _words_of(paragraphs)  # what comes twice, or in another order, changes no minimum
    sketch.update(list(map(" ".join, _runs(words) if len(words) > 2 else (words,))))
    rows = array("I", sketch.digest()).tobytes()
    width = len(rows) // BANDS
    return b"".join(
        hashlib.blake2b(rows[at : at + width], digest_size=4).digest()
        for at in range(0, len(rows), width)
    )


def is_version(one: Shingles, other: Shingles, same_page: bool = False) -> bool:
    """Whether two texts are versions of one, not two reports that share a lead or a template.

    Reports made by one template agree in all but their figures and days; a version keeps most of
    them. `same_page` means that both were published at one address, which settles that.
    """
    shorter, longer = sorted((one, other), key=lambda text: len(text.all))
    if len(shorter.all) < _FEWEST:
        return False
    common = len(shorter.all & longer.all)
    if common < _OF_SHORTER * len(shorter.all) or common < _OF_LONGER * len(longer.all):
        return False
    behind = shorter.behind_lead()
    if len(behind) >= _FEWEST and len(behind & longer.all) < _BEHIND_LEAD * len(behind):
        return False
    if same_page:
        return True
    fewer, more = sorted((_figures(one.words), _figures(other.words)), key=len)
    return len(fewer) < _FEWEST_FIGURES or len(fewer & more) >= _FIGURES_KEPT * len(fewer)


def _figures(words: Shingle) -> set[Shingle]:
    """The figures and dates of a text with the word on either side; `3 May 2021` is one."""
    found = set()
    start = None
    for at, word in enumerate((*words, "")):
        is_figure = word in _calendar() or _DIGIT.search(word) is not None
        if is_figure and start is None:
            start = at
        elif not is_figure and start is not None:
            found.add(words[max(start - 1, 0) : at + 1])
            start = None
    return found


def _words(text: str) -> Sequence[str]:
    words: list[str] = _WORD.findall(text.casefold())
    if not is_unspaced(text):
        return words
    return [character for word in words for character in word]


@cache
def _calendar() -> frozenset[str]:
    """The names of days and months in all languages that dates are read in, none abbreviated:
    "on", "to" and "so" are short for days in some."""
    return frozenset(
        name
        for language in table("calendar").values()
        for kind in ("months", "weekdays")
        for names in language.get(kind, ())
        for name in _WORD.findall(names.split("|")[0])
        if len(name) > 2
    )
