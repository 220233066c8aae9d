"""Lines that stand in many files: boilerplate whatever they say, but for what may be news.

A line counts once for each file of its publisher, and once for each story of the corpus: versions
and republications of one story hold the same lines because they are one story. Across publishers a
sentence that may report something never counts, since agencies' sentences stand in many papers;
nor does it in files that don't tell their publisher.
Knows no store; a load keeps the marks of each file, and counts them there.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import IO

from bot.corpus.draft import Cleaned
from bot.corpus.phrases import phrasebook
from bot.corpus.wording import ends_sentence, folded, is_unspaced, tokens, word_count

IN_PUBLISHER = 4
"""A line that stands in so many files of a publisher is boilerplate."""
IN_CORPUS = 8
"""A line that stands in so many stories of the corpus is boilerplate."""

_MOST_WORDS = 40
_STORY_CHARACTERS = 60
_PARTITIONS = 32
_IN_MEMORY = 100_000
_FACT = re.compile(r"[^\W\d_][^:|]{0,40}:\s.*\d|\d{4}\s*[:–—-]\s")
_TELLS = re.compile(r"\d|[\"“”„«»]|(?<=[\w,] )[^\W\d_a-zß-ÿа-яёα-ω]")


def needed(key: int) -> int:
    """How often a line of this key must be counted to recur. The lowest bit says what counts."""
    return IN_CORPUS if key & 1 else IN_PUBLISHER


def marks(file: str, cleaned: Cleaned) -> Mapping[int, int]:
    """For each line that may turn out to recur its keys, and what each counts for: 64 bits, signed.

    The key of a line in its publisher counts once for a file, that in the corpus for a story.
    """
    if cleaned.curated:
        return {}
    publisher = cleaned.metadata.publisher
    one_file, stories = _hash(file), _stories(cleaned.paragraphs)
    found: dict[int, int] = {}
    for position, text in enumerate(cleaned.paragraphs):
        if not _may_recur(text):
            continue
        is_news = may_report(text, cleaned.language)
        if publisher or not is_news:  # of unknown publishers there may be many
            found[publisher_key(publisher, text)] = one_file
        if not is_news and not _in_table(cleaned.paragraphs, position):
            found[corpus_key(text)] = next(story for at, story in stories if at != position)
    return found


def recurs(cleaned: Cleaned, text: str, recurring: frozenset[int]) -> str | None:
    """The rule that drops a line by the keys that recur, if one does."""
    if not recurring or not _may_recur(text):
        return None
    if publisher_key(cleaned.metadata.publisher, text) in recurring:
        return "recurs in many files"
    return "recurs in many stories of the corpus" if corpus_key(text) in recurring else None


def may_report(text: str, language: str) -> bool:
    """Whether a line may tell news: a fact behind a label, or a sentence that doesn't speak to the
    reader and has a number, a name, a quotation or a verb of reports, or none could be told."""
    if _FACT.match(text):
        return True
    words = tokens(text)
    book = phrasebook()
    if not ends_sentence(text) or word_count(text) < 4 or book.addresses_reader(words, language):
        return False
    reports = book.narrative_words.get(language)
    if not reports or language == "de" or is_unspaced(text):  # German capitals are no names
        return True
    return _TELLS.search(text) is not None or not reports.isdisjoint(words)


def publisher_key(publisher: str | None, text: str) -> int:
    """The key of a line in the files of its publisher."""
    return _hash(f"{publisher or ''}\n{folded(text)}") & ~1


def corpus_key(text: str) -> int:
    """The key of a line in the stories of the corpus."""
    return _hash(f"\x00{folded(text)}") | 1


class Recurring:
    """Counts marks of many files in bounded memory: they wait on disk, in parts by their key."""

    def __init__(self) -> None:
        self._parts: list[IO[bytes]] = []

    def add(self, found: Mapping[int, int]) -> None:
        """Notes the marks of one file."""
        if not self._parts:
            self._parts = [
                tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115
                for _ in range(_PARTITIONS)
            ]
        for key, one in found.items():
            self._parts[(key >> 1) % _PARTITIONS].write(array("q", (key, one)).tobytes())

    def keys(self) -> frozenset[int]:
        """The keys of the lines that recur."""
        return frozenset(key for part in self._parts for key in _recurring(part))


def _recurring(part: IO[bytes]) -> Iterable[int]:
    part.seek(0)
    values = array("q", part.read())
    part.close()
    first: dict[int, int] = {}
    counted: dict[int, set[int]] = {}  # most lines stand in one file, and need no set
    for key, one in zip(values[::2], values[1::2], strict=True):
        if first.setdefault(key, one) != one:
            counted.setdefault(key, {first[key]}).add(one)
    return (key for key, ones in counted.items() if len(ones) >= needed(key))


def _stories(paragraphs: Sequence[str]) -> list[tuple[int, int]]:
    """The beginnings of the two longest paragraphs, which tell stories apart, with their places.

    Two, since a line tells nothing of what stands around it.
    """
    longest = sorted(range(len(paragraphs)), key=lambda at: (-len(paragraphs[at]), at))[:2]
    found = [(at, _hash(folded(paragraphs[at])[:_STORY_CHARACTERS])) for at in longest]
    return [*found, (-1, 0)]


def _may_recur(text: str) -> bool:
    return word_count(text) <= _MOST_WORDS


def _in_table(paragraphs: Sequence[str], position: int) -> bool:
    """Whether a line is a row with a row beside it: the heads of tables are often alike."""
    beside = (
        *paragraphs[max(position - 1, 0) : position],
        *paragraphs[position + 1 : position + 2],
    )
    return " | " in paragraphs[position] and any(" | " in other for other in beside)


def _hash(text: str) -> int:
    digest = hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
