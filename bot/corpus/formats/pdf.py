"""PDF → a draft, by way of a child process that reads the pages (`pdf_pages.py`).

PDFium does the reading (pypdfium2, from the extra `documents`): it is what Chromium shows PDF files
with, fuzzed daily, and tells where each line stands. The child bounds what a hostile file may take.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from bot.corpus.dates import whole_date
from bot.corpus.draft import Draft, Metadata, NotAnArticle
from bot.corpus.formats.documents import require, sensible_author, sensible_title
from bot.corpus.formats.pdf_layout import Cell, PageLine, article_lines

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 5_000_000
_MOST_MEMORY = 1_000_000_000
_MOST_SECONDS = 30
# What prints a page of the web: its day is that of the printing, not of the article.
_PRINTERS = re.compile(r"skia|chrom|mozilla|firefox|webkit|quartz|wkhtml|print|scan", re.IGNORECASE)


def read_pdf(data: bytes) -> Draft:
    """The article in a PDF. Raises NotAnArticle."""
    require("pypdfium2")
    told = _told(data)
    if fault := told.get("fault"):
        raise NotAnArticle(fault)
    pages = [[_page_line(line) for line in page if line[0]] for page in told["pages"]]
    lines, dropped = article_lines(pages)
    if not lines:
        count = told["page_count"]
        pages_said = f"{count} page{'s' * (count != 1)}"
        raise NotAnArticle(f"no text on its {pages_said}: a scan, which OCR has to read first")
    metadata = Metadata(author=sensible_author(told.get("author")))
    draft = Draft(lines, metadata, sensible_title(told.get("title")), dropped=dropped)
    draft.asides = list(dict.fromkeys(line.text for line in dropped))
    maker = f"{told.get('producer')} {told.get('creator')}"
    if told.get("created") and not _PRINTERS.search(maker):
        draft.made = whole_date(str(told["created"])[2:10], "text")
    return draft


def _page_line(line: list[Any]) -> PageLine:
    cells, baseline, height, weight = line
    return PageLine(tuple(Cell(*cell) for cell in cells), baseline, height, weight)


def _told(data: bytes) -> dict[str, Any]:
    bounds = (_MOST_PAGES, _MOST_CHARACTERS, _MOST_MEMORY, _MOST_SECONDS)
    program = Path(__file__).with_name("pdf_pages.py")
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(program), *map(str, bounds)],
            input=data,
            capture_output=True,
            timeout=2 * _MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise NotAnArticle(f"took longer than {_MOST_SECONDS} s to read") from error
    if done.returncode == -24:  # SIGXCPU: its seconds of computing are used up
        raise NotAnArticle(f"took longer than {_MOST_SECONDS} s to read")
    try:
        told = json.loads(done.stdout)
    except ValueError as error:
        raise NotAnArticle("broken PDF: its reader gave up") from error
    return told if isinstance(told, dict) else {"fault": "broken PDF"}
