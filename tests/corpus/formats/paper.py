"""PDF files for tests, written byte by byte: words at places on pages, in one of two fonts."""

from __future__ import annotations

from collections.abc import Sequence

Words = tuple[str, float, float, float] | tuple[str, float, float, float, str]
"""Text, left, baseline and size in points; `"bold"` behind them for the bold font."""


def paper(*pages: Sequence[Words], info: str = "", trailer: str = "") -> bytes:
    """A PDF of pages of 600 by 800 points; `info` and `trailer` are entries as PDF writes them."""
    contents = [b"\n".join(map(_shown, page)) for page in pages]
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}/MediaBox[0 0 600 800]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/WinAnsiEncoding>>",
        f"<<{info}>>".encode("latin-1"),
    ]
    for number, content in enumerate(contents):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>"
            b"/Contents %d 0 R>>" % (7 + 2 * number)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj%sendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Root 1 0 R/Info 5 0 R/Size %d%s>>\n"
        b"startxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, trailer.encode("latin-1"), len(data))
    )


def _shown(words: Words) -> bytes:
    text, left, baseline, size = words[:4]
    font = 2 if len(words) == 5 else 1
    escaped = (
        text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
    return b"BT /F%d %g Tf %g %g Td (%s) Tj ET" % (font, size, left, baseline, escaped)
