"""Articles → stories: which articles are versions of one, which leads, and which is superseded.

Republications and updates are found by their signatures and compared word for word. The result is
the same whatever order the articles come in. Knows no file of the corpus and no database.
"""

from __future__ import annotations

import struct
import tempfile
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from bot.corpus.duplicates import BANDS, is_version, shingles
from bot.corpus.wording import folded, tokens
from bot.model import PublishedDate, Retelling, Story

_NEIGHBOURS = 3
"""How many of those next in time an article is compared with in each band that it shares."""
_MOST_FAILURES = 6
"""So often an article may turn out to be no version before it is compared no further: a series of
a thousand daily reports must not be compared each with each."""
_SURE_BANDS = BANDS // 3
_SAME_SENTENCE = 0.5


@dataclass(frozen=True, slots=True)
class Entry:
    """What must be known of an article to find its versions; `signature` is of its text, and
    `digest` of all of it."""

    id: str
    publisher: str | None
    url: str | None
    published: PublishedDate | None
    original: str | None
    signature: bytes
    digest: str = ""


Comparison = Callable[[Entry, Entry], bool]


def comparison(paragraphs_of: Callable[[str], Sequence[str]]) -> Comparison:
    """Whether two articles are versions of one, by their texts; the last few are remembered."""
    text = lru_cache(maxsize=64)(lambda id: shingles(paragraphs_of(id)))

    def are_versions(a: Entry, b: Entry) -> bool:
        return is_version(text(a.id), text(b.id), same_page=a.url is not None and a.url == b.url)

    return are_versions


class Timeline(Protocol):
    """The articles of a corpus, oldest first (`in_time`), wherever they are kept: a corpus may be
    larger than what fits into memory."""

    def __len__(self) -> int: ...

    def __getitem__(self, position: int, /) -> Entry: ...

    def band(self, number: int, /) -> Iterable[bytes]:
        """Four bytes of each article's signature, in order: those of a band, from 0 on."""
        ...


def in_time(entry: Entry) -> tuple[object, ...]:
    """The key by which articles are put in order of time."""
    return (_latest(entry.published), entry.id)


def stories(timeline: Timeline, are_versions: Comparison) -> Iterator[Story]:
    """The stories that are told by more than one article.

    Holds a few numbers for each article, one band of them at a time, and one story.
    """
    groups = _Groups(len(timeline))
    failures = bytearray(len(timeline))

    def compare(one: int, other: int, a: Entry, b: Entry) -> None:
        if max(failures[one], failures[other]) >= _MOST_FAILURES:
            return
        if groups.of(one) == groups.of(other):
            return
        if are_versions(a, b):
            groups.join(one, other)
        else:
            failures[one] += 1
            failures[other] += 1

    with tempfile.TemporaryFile() as unsure:
        # what agrees most is joined before failures are counted
        for one, other in _pairs(timeline):
            a, b = timeline[one], timeline[other]
            if _common_bands(a.signature, b.signature) >= _SURE_BANDS:
                compare(one, other, a, b)
            else:
                unsure.write(_PAIR.pack(one, other))
        unsure.seek(0)
        while pair := unsure.read(_PAIR.size):
            one, other = _PAIR.unpack(pair)
            if max(failures[one], failures[other]) < _MOST_FAILURES:
                compare(one, other, timeline[one], timeline[other])
    for group in groups.several():
        yield _story([timeline[position] for position in group])


_PAIR = struct.Struct("=QQ")


class _Groups:
    """Numbers that belong together; a group is called by its least number."""

    def __init__(self, count: int) -> None:
        self._above = array("Q", range(count))

    def of(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.of(one), self.of(other)))
        self._above[high] = low

    def several(self) -> Iterator[Sequence[int]]:
        """The groups of more than one."""
        together: dict[int, array[int]] = {}
        for number, above in enumerate(self._above):
            if above != number:  # the least of a group comes first, and is above itself
                least = self.of(number)
                together.setdefault(least, array("Q", (least,))).append(number)
        return iter(together.values())


def _pairs(timeline: Timeline) -> Iterator[tuple[int, int]]:
    """Pairs of positions whose articles share a band, each with its next neighbours in time."""
    for band in range(BANDS):
        shared: dict[bytes, array[int]] = {key: array("Q") for key in _twice(timeline.band(band))}
        for position, key in enumerate(timeline.band(band)):
            if key in shared:
                shared[key].append(position)
        for bucket in sorted(shared.values()):
            for at, one in enumerate(bucket):
                for other in bucket[at + 1 : at + 1 + _NEIGHBOURS]:
                    yield one, other


def _twice(keys: Iterable[bytes]) -> set[bytes]:
    seen: set[bytes] = set()
    twice: set[bytes] = set()
    for key in keys:
        (twice if key in seen else seen).add(key)
    return twice


def _common_bands(one: bytes, other: bytes) -> int:
    return sum(one[at : at + 4] == other[at : at + 4] for at in range(0, len(one), 4))


def _latest(date: PublishedDate | None) -> tuple[int, int, int]:
    """A key that sorts oldest first; what is not known may not claim to be the earliest."""
    return (date.year, date.month or 99, date.day or 99) if date else (9999, 99, 99)


def _story(versions: Sequence[Entry]) -> Story:
    """The original first: whom others name as such, then who names no other, then the earliest."""
    named = {folded(entry.original) for entry in versions if entry.original}

    def order(entry: Entry) -> tuple[object, ...]:
        own = folded(entry.publisher) if entry.publisher else ""
        is_named = any(_same_name(own, name) for name in named)
        return (not is_named, entry.original is not None, _latest(entry.published), entry.id)

    ordered = sorted(versions, key=order)
    superseded = []
    for entry in ordered:
        later = [other for other in ordered if _replaces(other, entry)]
        if later:
            latest = max(later, key=lambda other: (_latest(other.published), other.id))
            superseded.append((entry.id, latest.id))
    return Story(tuple(entry.id for entry in ordered), tuple(superseded))


def _same_name(one: str, other: str) -> bool:
    """Whether one of two names holds the other: "Harbour Wire", "the Harbour Wire agency"."""
    return bool(one and other) and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")


def _replaces(later: Entry, earlier: Entry) -> bool:
    """Whether an article is a later version by the same publisher, or at the same address."""
    if later.published is None or earlier.published is None:
        return False
    same_page = later.url is not None and later.url == earlier.url
    if not same_page:
        if later.publisher is None or earlier.publisher is None:
            return False
        if folded(later.publisher) != folded(earlier.publisher):
            return False
    known = [
        (new, old)
        for new, old in zip(_parts(later.published), _parts(earlier.published), strict=True)
        if new is not None and old is not None
    ]
    return [new for new, _ in known] > [old for _, old in known]


def _parts(date: PublishedDate) -> tuple[int | None, ...]:
    return (date.year, date.month, date.day)


# ── sentences ───────────────────────────────────────────────────────────────────────────────


def retellings(story: Story, sentences_of: Callable[[str], Sequence[str]]) -> tuple[Retelling, ...]:
    """The sentences of a story that stand in several versions, each with what it is told from.

    Answers are told from the latest version of the lead, then from the others in order. A sentence
    that only an earlier version and its republications hold is told by nobody any more. Where a
    later version gives other figures in a sentence, the two are set side by side.
    """
    replaced = dict(story.superseded)
    first = replaced.get(story.articles[0], story.articles[0])
    current = [id for id in story.articles if id not in replaced]
    current.sort(key=lambda id: id != first)
    texts = {id: list(sentences_of(id)) for id in story.articles}
    found: list[Retelling] = []
    told: dict[tuple[str, ...], tuple[str, int]] = {}
    for article in current[:1]:
        told |= _keyed(article, texts[article])
    for article in (*replaced, *current[1:]):
        for key, (_, number) in _keyed(article, texts[article]).items():
            if key in told:
                found.append(Retelling(*told[key], article, number))
            else:
                told[key] = (article, number)
    for earlier, latest in story.superseded:
        found += _changed(latest, texts[latest], earlier, texts[earlier])
    return tuple(found)


def _keyed(article: str, sentences: Sequence[str]) -> dict[tuple[str, ...], tuple[str, int]]:
    keyed: dict[tuple[str, ...], tuple[str, int]] = {}
    for number, sentence in enumerate(sentences):
        keyed.setdefault(tokens(sentence), (article, number))
    return keyed


def _changed(
    latest: str, new: Sequence[str], earlier: str, old: Sequence[str]
) -> Iterator[Retelling]:
    """Sentences that both versions have, with other figures."""
    before = [(number, set(tokens(text))) for number, text in enumerate(old)]
    kept = {tokens(text) for text in new} & {tokens(text) for text in old}
    for number, text in enumerate(new):
        words = set(tokens(text))
        if tokens(text) in kept or not _figures(words):
            continue
        shares = [
            (len(words & other) / len(words | other), -at)
            for at, other in before
            if tokens(old[at]) not in kept
        ]
        share, at = max(shares, default=(0.0, 0))
        if share >= _SAME_SENTENCE and _figures(before[-at][1]) != _figures(words):
            yield Retelling(latest, number, earlier, -at, changed=True)


def _figures(words: set[str]) -> set[str]:
    return {word for word in words if any(ch.isdigit() for ch in word)}
