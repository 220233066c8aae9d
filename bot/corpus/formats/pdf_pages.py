"""A program of its own: a PDF on standard input → its lines as JSON on standard output.

Run by `pdf.py` in a child process, because PDFium is native code and PDF files come from anywhere:
a crash, a loop or a bomb of compressed data ends the child and costs one file, not the load. It is
run by its path and knows nothing of Footnote but this form:

    {"title": …, "author": …, "created": …, "producer": …, "creator": …, "page_count": …,
     "pages": [[[[[text, left, right], …], baseline, height, weight], …], …]}

where a line is its cells and its measures, in points from the lower left corner of the page; or
{"fault": reason}.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any

# A gap wider than this many heights of a line parts two cells of a row.
_CELL_GAP = 1.0
_HYPHEN = "\x02"  # what PDFium gives for the hyphen of a word that goes on in the next line


def main(most_pages: int, most_characters: int, most_bytes: int, most_seconds: int) -> None:
    """Reads one PDF within these bounds; what breaks them ends the process."""
    _bound(most_bytes, most_seconds)
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        reason = "protected with a password" if "assword" in str(error) else "broken PDF"
        print(json.dumps({"fault": reason}))
        return
    if len(document) > most_pages:
        print(json.dumps({"fault": f"more than {most_pages} pages ({len(document)})"}))
        return
    pages: list[list[Any]] = []
    left = most_characters
    for number in range(len(document)):
        try:
            lines, used = _lines(document[number], left)
        except pypdfium2.PdfiumError:  # a page that is broken costs that page
            continue
        left -= used
        if left <= 0:
            print(json.dumps({"fault": f"more than {most_characters} characters"}))
            return
        pages.append(lines)
    told = document.get_metadata_dict()
    print(json.dumps({
        "title": told.get("Title"), "author": told.get("Author"), "pages": pages,
        "created": told.get("CreationDate"), "producer": told.get("Producer"),
        "creator": told.get("Creator"), "page_count": len(document),
    }))  # fmt: skip


def _bound(most_bytes: int, most_seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (most_bytes, most_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (most_seconds, most_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _lines(page: Any, most_characters: int) -> tuple[list[Any], int]:
    """The lines of a page in the order of its content, and how many characters it has."""
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    count = pdfium.FPDFText_CountChars(text)
    if count > most_characters:
        return [], count
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    lines: list[Any] = []
    weight = 0
    line: list[tuple[str, float, float, float, float]] = []
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        character = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if character in ("\r", "\n"):
            if line:
                lines.append(_line(line, weight))
            line = []
            continue
        if pdfium.FPDFText_IsHyphen(text, index) == 1:
            character = _HYPHEN
        if not character or (character.isspace() and not line):
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, ctypes.byref(box))
        pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
        if line and _starts_anew(line[-1], box.left, y.value) and not character.isspace():
            lines.append(_line(line, weight))
            line = []
        if not line:
            weight = pdfium.FPDFText_GetFontWeight(text, index)
        line.append((character, box.left, box.right, y.value, box.top - box.bottom))
    if line:
        lines.append(_line(line, weight))
    return lines, count


def _starts_anew(before: tuple[str, float, float, float, float], left: float, base: float) -> bool:
    """Whether a character begins a line of its own: PDFium gives none behind a hyphen."""
    _, _, right, baseline, height = before
    return left < right - height and abs(base - baseline) > 0.3 * height


def _line(characters: list[tuple[str, float, float, float, float]], weight: int) -> list[Any]:
    """A line as its cells, and where it stands."""
    height = sorted(one[4] for one in characters)[len(characters) // 2]
    cells: list[list[Any]] = []
    for character, left, right, _, _ in characters:
        if character.isspace():
            if cells:
                cells[-1][0] += " "
        elif cells and left - cells[-1][2] <= _CELL_GAP * max(height, 1.0):
            cells[-1][0] += character
            cells[-1][2] = right
        else:
            cells.append([character, left, right])
    told = [[text.strip(" "), round(left, 1), round(right, 1)] for text, left, right in cells]
    return [told, round(characters[0][3], 1), round(height, 1), weight]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
