"""Files → articles: formats, cleaning, dating, sentences, folder.

`read_corpus` reads a whole folder, `scan` lists its files without reading them, `passages` cuts an
article into sentences. The readers' libraries are imported when first needed, so that importing
this package costs a running bot nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.corpus.folder import FoundFile, scan, walk
from bot.model import Article, FileReading, Limits, Passage

__all__ = ["FoundFile", "passages", "read_corpus", "scan", "walk"]


def read_corpus(folder: Path, limits: Limits | None = None) -> Iterator[FileReading]:
    """Every file under a folder as an article or a reason, in order of path. See `corpus.py`."""
    from bot.corpus.corpus import read_corpus as read

    return read(folder, limits or Limits())


def passages(article: Article) -> tuple[Passage, ...]:
    """The sentences of an article as verbatim slices. See `sentences.py`."""
    from bot.corpus.sentences import passages as cut

    return cut(article)
