"""Word documents (.docx) → a draft.

python-docx (from the extra `documents`) opens the package and knows its styles; the text is walked
here, because its own paragraphs leave out what stands in tracked insertions, content controls and
text boxes. Headers, footers and footnotes are parts of their own and are not read.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from bot.corpus.draft import DateReading, Draft, Line, LineKind, Metadata, NotAnArticle
from bot.corpus.encodings import plain
from bot.corpus.formats.documents import require, sensible_author, sensible_title
from bot.model import DroppedLine, PublishedDate

_MOST_UNPACKED = 100_000_000
_MOST_XML = 30_000_000  # a tree takes ten times as much memory as its text
_MOST_PARTS = 5_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNREAD = {
    f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip


def read_word(data: bytes) -> Draft:
    """The article in a .docx file. Raises NotAnArticle."""
    require("docx")
    _check_package(data)
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = docx.Document(io.BytesIO(data))
        walk = _Walk({style.style_id: style.name or "" for style in document.styles})
        walk.parts(document.element.body, 0)
        told = document.core_properties
        title, author, made = told.title, told.author, told.created
    except (OpcError, LxmlError, KeyError, ValueError, zipfile.BadZipFile, AttributeError) as error:
        raise NotAnArticle("broken .docx") from error
    draft = Draft(
        walk.lines,
        Metadata(author=sensible_author(author)),
        walk.title or sensible_title(title),
        dropped=walk.dropped,
    )
    if made is not None and made.year > 2013:  # python-docx and Word's own templates are of 2013
        draft.made = DateReading(PublishedDate(made.year, made.month, made.day))
    return draft


def _check_package(data: bytes) -> None:
    """Raises NotAnArticle for what is no Word document, or unpacks to more than is sane.

    The sizes that a package declares may be trusted: reading a part stops at them.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise NotAnArticle("protected with a password, or a Word document from before 2007")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise NotAnArticle("broken .docx: no ZIP archive") from error
    unpacked = sum(part.file_size for part in parts)
    if unpacked > _MOST_UNPACKED or len(parts) > _MOST_PARTS:
        raise NotAnArticle(
            f"unpacks to {unpacked / 1e6:,.0f} MB in {len(parts)} parts; "
            f"expected at most {_MOST_UNPACKED / 1e6:g} MB in {_MOST_PARTS}"
        )
    if any(part.filename.endswith(".xml") and part.file_size > _MOST_XML for part in parts):
        raise NotAnArticle(f"unpacks to a text of more than {_MOST_XML / 1e6:g} MB")
    if any(part.flag_bits & 1 for part in parts):
        raise NotAnArticle("protected with a password")
    if "[Content_Types].xml" not in {part.filename for part in parts}:
        raise NotAnArticle("a ZIP archive that is no Word document")


class _Walk:
    """Collects the paragraphs and tables of a document's body in their order."""

    def __init__(self, styles: dict[str, str]) -> None:
        self._styles = styles
        self._block = 0
        self.lines: list[Line] = []
        self.dropped: list[DroppedLine] = []
        self.title: str | None = None

    def parts(self, element: Any, depth: int) -> None:
        """Adds what stands below an element."""
        for child in element:
            if child.tag in _UNREAD or depth > 100:
                continue
            if child.tag == f"{_W}p":
                self._paragraph(child)
                for box in child.iter(f"{_W}txbxContent"):
                    if not any(above.tag in _UNREAD for above in box.iterancestors()):
                        self.parts(box, depth + 1)
            elif child.tag == f"{_W}tbl":
                self._table(child, depth)
            else:
                self.parts(child, depth + 1)

    def _paragraph(self, paragraph: Any) -> None:
        style = self._style(paragraph)
        texts = [plain(text) for text in "".join(_words(paragraph)).split("\n")]
        texts = [text for text in texts if text]
        if not texts:
            return
        self._block += 1
        if re.match(r"toc\b|caption|header|footer|table of", style):
            self.dropped += [DroppedLine(text, f"style: {style}") for text in texts]
            return
        if style == "title" and self.title is None:
            self.title = texts[0]
        kind = self._kind(paragraph, style)
        for text in texts:
            marked = f"- {text}" if kind == "item" and not re.match(r"[•*–-]\s", text) else text
            self.lines.append(Line(marked, self._block, kind))

    def _style(self, paragraph: Any) -> str:
        named = paragraph.find(f"{_W}pPr/{_W}pStyle")
        style_id = named.get(f"{_W}val", "") if named is not None else ""
        return self._styles.get(style_id, "").casefold()

    def _kind(self, paragraph: Any, style: str) -> LineKind:
        if style in ("title", "subtitle") or style.startswith("heading"):
            return "heading"
        if paragraph.find(f"{_W}pPr/{_W}outlineLvl") is not None:
            return "heading"
        if style.startswith("list") or paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
            return "item"
        return "quote" if "quote" in style else "text"

    def _table(self, table: Any, depth: int) -> None:
        """Rows of cells; a table of one column, or with whole texts in its cells, is layout."""
        rows = [
            [cell for cell in row.iter(f"{_W}tc") if _nearest(cell, f"{_W}tbl") is table]
            for row in table.iter(f"{_W}tr")
            if _nearest(row, f"{_W}tbl") is table
        ]
        is_layout = max(map(len, rows), default=0) < 2 or any(
            len(cell.findall(f"{_W}p")) > 4 or next(cell.iter(f"{_W}tbl"), None) is not None
            for row in rows
            for cell in row
        )
        if is_layout:
            for row in rows:
                for cell in row:
                    self.parts(cell, depth + 1)
            return
        self._block += 1
        for row in rows:
            cells = [
                plain(" ".join("".join(_words(part)) for part in cell.iter(f"{_W}p")))
                for cell in row
            ]
            if any(cells):
                self.lines.append(Line(" | ".join(cells).strip(), self._block, "row"))


def _nearest(element: Any, tag: str) -> Any:
    return next(element.iterancestors(tag), None)


def _words(paragraph: Any) -> Iterator[str]:
    """The text of a paragraph: what is deleted or stands in a box of its own is not part of it."""
    pending = list(reversed(paragraph))
    while pending:
        element = pending.pop()
        if element.tag in _UNREAD or element.tag == f"{_W}txbxContent":
            continue
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            yield "\n"
        elif element.tag == f"{_W}tab":
            yield " "
        elif element.tag == f"{_W}noBreakHyphen":
            yield "-"
        else:
            pending.extend(reversed(element))
