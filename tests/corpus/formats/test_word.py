"""A Word document comes to the article in it."""

from __future__ import annotations

import datetime
import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from bot.corpus.draft import Cleaned
from bot.corpus.reading import read_bytes

ONE = "The two valleys have shared one customs house since the flood of 1921."
TWO = "Both councils met there on Monday to agree on hours for the winter."


def article(document: docx.document.Document) -> Cleaned:
    package = io.BytesIO()
    document.save(package)
    [reading] = read_bytes("hours.docx", package.getvalue())
    assert reading.cleaned is not None, reading.rejected
    return reading.cleaned


def reason(data: bytes) -> str | None:
    [reading] = read_bytes("hours.docx", data)
    return reading.rejected


def package(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return data.getvalue()


def test_headings_lists_tables_and_text_come_in_their_order() -> None:
    document = docx.Document()
    document.add_heading("Customs house keeps its hours", 0)
    document.add_paragraph("6 May 2019")
    document.add_paragraph(ONE)
    document.add_heading("What the councils say", 2)
    document.add_paragraph("The door is open from six to six.", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Pass", "Metres", "Upper", "2,114"), strict=True):
        cell.text = text
    document.add_paragraph("The house in snow", style="Caption")
    document.add_paragraph(TWO)
    document.core_properties.title = "Template for reports"
    document.core_properties.author = "The valley desk"
    document.core_properties.created = datetime.datetime(2020, 1, 1)
    document.sections[0].header.paragraphs[0].text = "Valley Post, May 2019"
    found = article(document)
    assert found.title == "Customs house keeps its hours"
    assert found.paragraphs == [
        ONE,
        "What the councils say",
        "- The door is open from six to six.",
        "Pass | Metres",
        "Upper | 2,114",
        TWO,
    ]
    assert found.metadata.author == "The valley desk"
    assert found.published is not None
    assert found.published.date.isoformat() == "2019-05-06"
    assert "style: caption" in {line.rule for line in found.dropped}


def test_what_was_inserted_is_text_and_what_was_deleted_is_not() -> None:
    document = docx.Document()
    document.add_paragraph(ONE)
    changed = document.add_paragraph("Both councils met there ")
    for xml in (
        '<w:ins {} w:id="1"><w:r><w:t>on Monday </w:t></w:r></w:ins>',
        '<w:del {} w:id="2"><w:r><w:delText>on Friday </w:delText></w:r></w:del>',
        "<w:sdt {}><w:sdtContent><w:r><w:t>to agree on hours </w:t></w:r></w:sdtContent></w:sdt>",
        "<w:smartTag {}><w:r><w:t>for the winter.</w:t></w:r></w:smartTag>",
    ):
        changed._p.append(
            parse_xml(xml.format(nsdecls("w")).replace("<w:t>", '<w:t xml:space="preserve">'))
        )
    assert article(document).paragraphs == [ONE, TWO]


def test_the_day_of_the_file_stands_in_where_the_text_tells_none() -> None:
    document = docx.Document()
    document.add_paragraph(ONE)
    document.add_paragraph(TWO)
    document.core_properties.created = datetime.datetime(2019, 5, 6)
    found = article(document)
    assert found.published is not None
    assert found.published.date.isoformat() == "2019-05-06"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"no archive", "broken .docx: no ZIP archive"),
        (package(document=b"<a/>")[:200], "broken .docx: no ZIP archive"),
        (package(document=b"<a/>"), "broken .docx"),
        (
            package(document=b" " * 101_000_000),
            "unpacks to 101 MB in 2 parts; expected at most 100 MB in 5000",
        ),
        (package(document=b" " * 31_000_000), "unpacks to a text of more than 30 MB"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "protected with a password, or a Word document from "
         "before 2007"),
    ],
    ids=["text", "cut", "no document in it", "bomb", "large text", "old"],
)  # fmt: skip
def test_what_cannot_be_read_says_why(data: bytes, expected: str) -> None:
    assert reason(data) == expected
