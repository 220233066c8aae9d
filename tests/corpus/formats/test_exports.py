"""Exports of archives and databases come to the articles that they label."""

from __future__ import annotations

import json

from bot.corpus.reading import Reading, read_bytes

LABELLED = """
{number} of 2 DOCUMENTS

Copyright 1998 Great Fen Gazette Company

Great Fen Gazette

June {number}, 1998, Thursday, FINAL EDITION

SECTION: NEWS; Pg. A4

LENGTH: 148 words

HEADLINE: Wardens count the markers of fen {number}
and of its dykes

BYLINE: Gazette staff

BODY:
   Wardens of two counties began on Wednesday to count the markers on the
line between them, which is 315 kilometers long.

   Length: 12 miles are under water, the chief warden said, and nobody knows
who owns the boats that lie there.

GRAPHIC: Map of the fen

LOAD-DATE: June 5, 1998
"""
CODED = """
SE Foreign
HD Two valleys draw a first line
WC 131 words
PD 11 September 2007
SN Fen Courier
LA English
CY (c) 2007 Fen Courier Holdings

LP
Two valleys have drawn a first common line, officials of both sides said on Tuesday.

TD
IN their first year the camps surveyed 266 kilometres.

AN Document FENC000020070911e39b0001x
"""
FIELDS = """
Title: The ferry that crosses no border

Publication title: Fen Quarterly; Ely

Author: Staff writer

Full text: The ferry passes 2,500 kilometres of coast without landing there.

Crew: twelve men and a cook.

Publication date: 28 April 2021

Source type: Magazine

Document URL: https://archive.example/1
"""


def readings(text: str, name: str = "export.txt") -> list[Reading]:
    return read_bytes(name, text.encode())


def told(reading: Reading) -> tuple[str | None, ...]:
    found = reading.cleaned
    assert found is not None, reading.rejected
    date = found.published
    return found.title, found.metadata.publisher, date.date.isoformat() if date else None


def test_each_labelled_article_of_a_file_is_one() -> None:
    found = readings("".join(LABELLED.format(number=number) for number in (1, 2)))
    assert [one.file for one in found] == ["export.txt#1", "export.txt#2"]
    assert [told(one) for one in found] == [
        (f"Wardens count the markers of fen {number} and of its dykes", "Great Fen Gazette",
         f"1998-06-0{number}")
        for number in (1, 2)
    ]  # fmt: skip
    assert found[0].cleaned is not None
    assert found[0].cleaned.paragraphs == [
        "Wardens of two counties began on Wednesday to count the markers on the line between them, "
        "which is 315 kilometers long.",
        "Length: 12 miles are under water, the chief warden said, and nobody knows who owns the "
        "boats that lie there.",
    ]


def test_parts_labelled_by_codes_are_read() -> None:
    (found,) = readings(CODED)
    assert told(found) == ("Two valleys draw a first line", "Fen Courier", "2007-09-11")
    assert found.cleaned is not None
    assert found.cleaned.paragraphs == [
        "Two valleys have drawn a first common line, officials of both sides said on Tuesday.",
        "IN their first year the camps surveyed 266 kilometres.",
    ]


def test_labels_in_small_letters_end_a_text_only_where_they_are_surely_the_exports() -> None:
    (found,) = readings(FIELDS)
    assert told(found) == ("The ferry that crosses no border", "Fen Quarterly; Ely", "2021-04-28")
    assert found.cleaned is not None
    assert found.cleaned.paragraphs == [
        "The ferry passes 2,500 kilometres of coast without landing there.",
        "Crew: twelve men and a cook.",
    ]


def test_an_article_that_only_has_some_labels_is_no_export() -> None:
    text = "Title: not so fast\n\nBody: the council met on Monday and heard two speakers.\n"
    (found,) = readings(text)
    assert found.cleaned is not None
    assert "council met" in found.cleaned.paragraphs[-1]


def test_the_messages_of_a_channel_are_articles_by_it() -> None:
    pieces = [
        {"type": "bold", "text": "Markers found in the fen"},
        "\n\nTwo markers were found in the fen on Monday, the ",
        {"type": "text_link", "text": "wardens", "href": "https://fen.example"},
        " said. Nobody had looked for them since 1911.",
    ]
    first = {"id": 7, "type": "message", "date": "2022-11-14T08:12:00", "text": pieces}
    second = first | {"id": 8, "date": "2022-11-15T08:12:00"}
    export = {"name": "Fen Watch", "type": "public_channel", "id": 1, "messages": [first, second]}
    for messages in ([first], [first, second]):
        found = readings(json.dumps(export | {"messages": messages}), "result.json")
        assert told(found[0]) == ("Markers found in the fen", "Fen Watch", "2022-11-14")
        assert found[0].cleaned is not None
        assert found[0].cleaned.paragraphs == [
            "Two markers were found in the fen on Monday, the wardens said. Nobody had looked for "
            "them since 1911."
        ]
    assert len(found) == 2


def test_names_with_a_prefix_and_stamps_of_fourteen_digits_are_read() -> None:
    record = {
        "newsTitle": "Markers found in the fen", "pressName": "Fen Watch",
        "regDt": "20190614093000",
        "content": "Two markers were found in the fen on Monday, the wardens said.",
    }  # fmt: skip
    (found,) = readings(json.dumps({"data": record}), "a.json")
    assert told(found) == ("Markers found in the fen", "Fen Watch", "2019-06-14")


def test_two_short_wrapped_paragraphs_are_joined() -> None:
    text = (
        "The fen and its line\n\n"
        "Since the march into the valley guards stand at its bridges, and between\n"
        "the lake and the town there are fourteen of them, three of which are new.\n\n"
        "The line against the other county is some 363 kilometres long; for the\n"
        "most part it follows the river. At one place it crosses it.\n\n"
        "Nobody complains.\n"
    )
    (found,) = readings(text, "a.txt")
    assert found.cleaned is not None
    assert len(found.cleaned.paragraphs) == 3
    assert "between the lake" in found.cleaned.paragraphs[0]
    assert "for the most part" in found.cleaned.paragraphs[1]


def test_what_a_news_service_leaves_out_is_no_part_of_the_text() -> None:
    text = "Two markers were found in the fen on Monday.\r\n\r\nNobody had asked. [+1843 chars]"
    record = {
        "source": {"id": None, "name": "Fen Watch"},
        "title": "Markers found",
        "content": text,
    }
    (found,) = readings(json.dumps({"status": "ok", "articles": [record]}), "a.json")
    assert found.cleaned is not None
    assert found.cleaned.paragraphs == [
        "Two markers were found in the fen on Monday.", "Nobody had asked."
    ]  # fmt: skip
