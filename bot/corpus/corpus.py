"""The folder as a whole: each file read, the rules that compare files applied, in order of path."""

from __future__ import annotations

import hashlib
import pickle
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bot.corpus.draft import DateReading
from bot.corpus.duplicates import SameTexts
from bot.corpus.folder import FoundFile, scan
from bot.corpus.reading import MOST_BYTES, Reading, read_found
from bot.corpus.wording import folded, word_count
from bot.model import Article, DroppedLine, FileReading, PublishedDate

_RECURS_IN = 4
"""A line that stands in so many files of a publisher is boilerplate whatever it says."""


def read_corpus(folder: Path, *, most_bytes: int = MOST_BYTES) -> Iterator[FileReading]:
    """Every file under a folder, in order of path, as an article or the reason there is none.

    Raises CorpusError where the folder cannot be read.
    """
    return read_files(scan(folder), most_bytes=most_bytes)


def read_files(
    files: Iterable[FoundFile], *, most_bytes: int = MOST_BYTES
) -> Iterator[FileReading]:
    """These files, in the order given, each judged beside the others.

    Two passes, so that lines can be compared across files without holding all of them: the first
    reads and spools, the second judges.
    """
    across = _AcrossFiles()
    with tempfile.TemporaryFile() as spool:
        for found in files:
            for reading in read_found(found, most_bytes):
                across.note(reading)
                pickle.dump(reading, spool, pickle.HIGHEST_PROTOCOL)
        spool.seek(0)
        same = SameTexts()
        while True:
            try:
                reading = pickle.load(spool)
            except EOFError:
                return
            yield _judged(reading, across, same)


def judged_alone(reading: Reading) -> FileReading:
    """A reading as if it were the only one of its corpus."""
    return _judged(reading, _AcrossFiles(), SameTexts())


class _AcrossFiles:
    """What only many files together tell: recurring lines, and who writes the day first."""

    def __init__(self) -> None:
        self._lines: Counter[bytes] = Counter()
        self._day_first: dict[str, Counter[bool]] = defaultdict(Counter)

    def note(self, reading: Reading) -> None:
        """Counts the lines and the date of one reading."""
        cleaned = reading.cleaned
        if cleaned is None:
            return
        publisher = cleaned.metadata.publisher
        keys = {_line_key(publisher, text) for text in cleaned.paragraphs if _may_recur(text)}
        self._lines.update(keys)
        reading_of_date = cleaned.published
        if publisher and reading_of_date and reading_of_date.day_first is not None:
            self._day_first[publisher.casefold()][reading_of_date.day_first] += 1

    def recurs(self, publisher: str | None, text: str) -> bool:
        """Whether a line stands in so many files of a publisher that it is none of the article."""
        return _may_recur(text) and self._lines[_line_key(publisher, text)] >= _RECURS_IN

    def resolved(self, reading: DateReading | None, publisher: str | None) -> PublishedDate | None:
        """A date, an ambiguous one as its publisher's other files write it."""
        if reading is None or reading.swapped is None:
            return reading.date if reading else None
        orders = self._day_first.get((publisher or "").casefold(), Counter())
        if len(orders) != 1:
            return reading.certain
        return reading.date if orders[True] else reading.swapped


def _may_recur(text: str) -> bool:
    return word_count(text) <= 40


def _line_key(publisher: str | None, text: str) -> bytes:
    key = f"{publisher or ''}\n{folded(text)}".encode()
    return hashlib.blake2b(key, digest_size=8).digest()


def _judged(reading: Reading, across: _AcrossFiles, same: SameTexts) -> FileReading:
    cleaned = reading.cleaned
    if cleaned is None:
        return FileReading(reading.file, None, rejected=reading.rejected)
    metadata = cleaned.metadata
    recurring = [text for text in cleaned.paragraphs if across.recurs(metadata.publisher, text)]
    # more than half is a republication, not boilerplate
    if cleaned.curated or len(recurring) * 2 > len(cleaned.paragraphs):
        recurring = []
    dropped = (
        *cleaned.dropped,
        *(DroppedLine(text, "recurs in many files") for text in recurring),
    )
    paragraphs = tuple(text for text in cleaned.paragraphs if text not in set(recurring))
    article = Article(
        id=article_id(reading.file),
        file=reading.file,
        title=cleaned.title,
        title_given=cleaned.title_given,
        publisher=metadata.publisher,
        url=metadata.url,
        published=across.resolved(cleaned.published, metadata.publisher),
        language=cleaned.language,
        paragraphs=paragraphs,
        digest="",
        author=metadata.author,
        original=metadata.original,
        reader_note=metadata.reader_note,
        paraphrased=metadata.paraphrased,
    )
    article = replace(article, digest=_digest(article))
    duplicate_of = same.first(reading.file, metadata.publisher, paragraphs)
    return FileReading(reading.file, article, dropped, duplicate_of)


def article_id(file: str) -> str:
    """The id of the article in a file: 12 hexadecimal digits of its path inside the corpus."""
    return hashlib.blake2b(file.encode("utf-8", "surrogateescape"), digest_size=6).hexdigest()


def _digest(article: Article) -> str:
    """A hash of all that a reader is shown of an article: it changes when any of it does."""
    published = article.published and (article.published.isoformat(), article.published.origin)
    content = repr((
        article.title, article.title_given, article.publisher, article.url, published,
        article.language, article.paragraphs, article.author, article.original,
        article.reader_note, article.paraphrased,
    ))  # fmt: skip
    return hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
