"""The folder as a whole: each file read, the rules that compare files applied, in order of path.

The rules are pure and ask little of the other files: which lines recur, and who writes the day of
a date first. So a load can keep what each file adds to that, and judge again only what is touched.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from bot.corpus.draft import Cleaned, DateReading
from bot.corpus.duplicates import SameTexts, text_key
from bot.corpus.folder import FoundFile, scan
from bot.corpus.reading import Reading, read_found
from bot.corpus.recurring import Recurring, marks, recurs
from bot.corpus.spooled import decoded, encoded
from bot.model import Article, DroppedLine, FileReading, Limits, PublishedDate


def read_corpus(folder: Path, limits: Limits) -> Iterator[FileReading]:
    """Every file under a folder, in order of path, as an article or the reason there is none.

    Raises CorpusError where the folder cannot be read.
    """
    return read_files(scan(folder, limits), limits)


def read_files(files: Iterable[FoundFile], limits: Limits | None = None) -> Iterator[FileReading]:
    """These files, in the order given, each judged beside the others.

    Two passes, so that lines can be compared across files without holding all of them: the first
    reads and spools, the second judges.
    """
    lines = Recurring()
    orders: dict[str, set[bool]] = defaultdict(set)
    with tempfile.TemporaryFile() as spool:
        for found in files:
            for reading in read_found(found, limits or Limits()):
                if reading.cleaned is not None:
                    lines.add(marks(reading.file, reading.cleaned))
                    if shown := shown_order(reading.cleaned):
                        orders[shown[0]].add(shown[1])
                spool.write(encoded(reading) + b"\n")
        spool.seek(0)
        recurring = lines.keys()
        same = SameTexts()
        for line in spool:
            reading = decoded(line)
            cleaned = reading.cleaned
            if cleaned is None:
                yield judged(reading, frozenset(), None)
                continue
            known = orders.get(paper(cleaned) or "", set())
            judgement = judged(reading, recurring, next(iter(known)) if len(known) == 1 else None)
            assert judgement.article is not None
            article = judgement.article
            first = same.first(reading.file, article.publisher, text_key(article.paragraphs))
            yield replace(judgement, duplicate_of=first)


def judged_alone(reading: Reading) -> FileReading:
    """A reading as if it were the only one of its corpus."""
    return judged(reading, frozenset(), None)


# ── what a reading tells of the others, and what it has to be told ──────────────────────────


def shown_order(cleaned: Cleaned) -> tuple[str, bool] | None:
    """The paper, and whether it writes the day first, where a date of it shows that."""
    name, date = paper(cleaned), cleaned.published
    if name is None or date is None or date.day_first is None:
        return None
    return name, date.day_first


def wanted_order(cleaned: Cleaned) -> str | None:
    """The paper whose order of day and month decides the date of this reading, if one does."""
    date = cleaned.published
    return paper(cleaned) if date is not None and date.swapped is not None else None


def paper(cleaned: Cleaned) -> str | None:
    """The publisher as one that writes dates in one way."""
    publisher = cleaned.metadata.publisher
    return publisher.casefold() if publisher else None


def judged(reading: Reading, recurring: frozenset[int], day_first: bool | None) -> FileReading:
    """What comes of a reading by what the other files tell.

    `recurring` are keys of lines that recur; `day_first` is how the publisher's other files write
    dates, None where they don't tell or don't agree.
    """
    cleaned = reading.cleaned
    if cleaned is None:
        return FileReading(reading.file, None, rejected=reading.rejected)
    metadata = cleaned.metadata
    again = {
        text: rule for text in cleaned.paragraphs if (rule := recurs(cleaned, text, recurring))
    }
    # more than half is a republication, not boilerplate
    if cleaned.curated or len(again) * 2 > len(cleaned.paragraphs):
        again = {}
    dropped = (*cleaned.dropped, *(DroppedLine(text, rule) for text, rule in again.items()))
    article = Article(
        id=article_id(reading.file),
        file=reading.file,
        title=cleaned.title,
        title_given=cleaned.title_given,
        publisher=metadata.publisher,
        url=metadata.url,
        published=_resolved(cleaned.published, day_first),
        language=cleaned.language,
        paragraphs=tuple(text for text in cleaned.paragraphs if text not in again),
        digest="",
        author=metadata.author,
        original=metadata.original,
        reader_note=metadata.reader_note,
        paraphrased=metadata.paraphrased,
    )
    return FileReading(reading.file, replace(article, digest=content_digest(article)), dropped)


def _resolved(reading: DateReading | None, day_first: bool | None) -> PublishedDate | None:
    """A date, an ambiguous one as its publisher's other files write it."""
    if reading is None or reading.swapped is None:
        return reading.date if reading else None
    if day_first is None:
        return reading.certain
    return reading.date if day_first else reading.swapped


def article_id(file: str) -> str:
    """The id of the article in a file: 12 hexadecimal digits of its path inside the corpus."""
    return hashlib.blake2b(file.encode("utf-8", "surrogateescape"), digest_size=6).hexdigest()


def content_digest(article: Article) -> str:
    """A hash of all that a reader is shown of an article: it changes when any of it does."""
    published = article.published and (article.published.isoformat(), article.published.origin)
    content = repr((
        article.title, article.title_given, article.publisher, article.url, published,
        article.language, article.paragraphs, article.author, article.original,
        article.reader_note, article.paraphrased,
    ))  # fmt: skip
    return hashlib.blake2b(content.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
