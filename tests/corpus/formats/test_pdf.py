"""A PDF comes to the article that a reader of its pages sees."""

from __future__ import annotations

import importlib.util

import pytest

from bot.corpus.draft import Cleaned
from bot.corpus.reading import read_bytes
from tests.corpus.formats.paper import Words, paper

LINES = [
    "The two valleys have shared one customs house since the flood of 1921, and no-",
    "body has ever thought of a second one. It lies on the only road that is open in win-",
    "ter, 14 kilometres from the pass, and has six rooms for the two long-term guards",
    "who live there.",
    "Both councils met in it on Monday to agree on hours for the cold half of the year.",
    "From October the door is open from six to six; the long-term plan is to keep it so",
    "until the thaw.",
]
PARAGRAPHS = [
    "The two valleys have shared one customs house since the flood of 1921, and nobody has ever "
    "thought of a second one. It lies on the only road that is open in winter, 14 kilometres from "
    "the pass, and has six rooms for the two long-term guards who live there.",
    "Both councils met in it on Monday to agree on hours for the cold half of the year. From "
    "October the door is open from six to six; the long-term plan is to keep it so until the thaw.",
]
ENCRYPTED = (
    "/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
    f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'ab' * 32}>/U<{'cd' * 32}>/P -4>>"
)


def article(data: bytes) -> Cleaned:
    [reading] = read_bytes("paper.pdf", data)
    assert reading.cleaned is not None, reading.rejected
    return reading.cleaned


def reason(data: bytes) -> str | None:
    [reading] = read_bytes("paper.pdf", data)
    return reading.rejected


def set_lines(lines: list[str], top: float, left: float = 50, size: float = 11) -> list[Words]:
    return [(text, left, top - 14 * number, size) for number, text in enumerate(lines)]


def test_lines_are_paragraphs_again_and_parted_words_whole() -> None:
    page = [("Customs house keeps its hours", 50.0, 760.0, 20.0), *set_lines(LINES, 720)]
    found = article(paper(page))
    assert found.title == "Customs house keeps its hours"
    assert found.paragraphs == PARAGRAPHS


def test_running_heads_and_page_numbers_are_left_out_and_shown() -> None:
    def page(number: int, *body: Words) -> list[Words]:
        return [
            (f"Valley Post, number {number}", 50, 785, 8),
            *body,
            (f"Page {number} of 3", 280, 20, 8),
        ]

    found = article(
        paper(
            page(1, ("Customs house keeps its hours", 50, 740, 20), *set_lines(LINES[:2], 700)),
            page(2, *set_lines(LINES[2:4], 740), *set_lines(LINES[4:6], 690)),
            page(
                3,
                *set_lines(LINES[6:], 740),
                ("The end of the road", 50, 690, 15),
                *set_lines(LINES[4:], 660),
            ),
        )
    )
    assert found.paragraphs == [*PARAGRAPHS, "The end of the road", PARAGRAPHS[1]]
    assert [line.text for line in found.dropped if line.rule == "running head or page number"] == [
        "Valley Post, number 1", "Page 1 of 3", "Valley Post, number 2", "Page 2 of 3",
        "Valley Post, number 3", "Page 3 of 3",
    ]  # fmt: skip


def test_two_columns_are_read_one_after_the_other() -> None:
    left = ["The two valleys have shared one", "customs house since 1921, and no", "second one was"]
    right = ["ever built, the councils say.", "It has six rooms for the guards", "who live there."]
    across = [
        line
        for number in range(3)
        for line in (
            (left[number], 50.0, 700.0 - 14 * number, 11.0),
            (right[number], 320.0, 700.0 - 14 * number, 11.0),
        )
    ]
    below = [
        (text, place, 650.0 - 14 * number, 11.0)
        for number in range(3)
        for text, place in (("and more of the left column", 50.0), ("more of the right one", 320.0))
    ]
    text = " ".join(article(paper([*across, *below])).paragraphs)
    assert text.index("more of the left column") < text.index("ever built, the councils say")


def test_tables_and_lists_stay_readable() -> None:
    table: list[Words] = [
        (cell, 60.0 + 200 * column, 640.0 - 16 * row, 11.0)
        for row, cells in enumerate([("Pass", "Metres"), ("Upper", "2,114"), ("Lower", "1,640")])
        for column, cell in enumerate(cells)
    ]
    points: list[Words] = [
        ("• The upper pass opens in April, when the snow", 60, 560, 11),
        ("has gone.", 72, 546, 11),
        ("• The lower pass never closes.", 60, 532, 11),
    ]
    page = [*set_lines(LINES[:4], 720), *table, *points]
    assert article(paper(page)).paragraphs == [
        PARAGRAPHS[0],
        "Pass | Metres",
        "Upper | 2,114",
        "Lower | 1,640",
        "• The upper pass opens in April, when the snow has gone.",
        "• The lower pass never closes.",
    ]


@pytest.mark.parametrize(
    ("info", "title", "author", "published"),
    [
        (
            "/Title(Customs house keeps its hours)/Author(The valley desk)"
            "/CreationDate(D:20150406101112Z)/Producer(A typesetter)",
            "Customs house keeps its hours",
            "The valley desk",
            "2015-04-06",
        ),
        (
            "/Title(Microsoft Word - hours.docx)/Author(user1)/CreationDate(D:20150406101112Z)"
            "/Creator(Chromium)/Producer(Skia/PDF m120)",
            None,
            None,
            None,
        ),
    ],
)
def test_properties_are_believed_where_people_wrote_them(
    info: str, title: str | None, author: str | None, published: str | None
) -> None:
    found = article(paper(set_lines(LINES, 720), info=info))
    assert (found.title if found.title_given else None) == title
    assert found.metadata.author == author
    assert (found.published and found.published.date.isoformat()) == published


def test_the_date_in_the_text_goes_before_that_of_the_file() -> None:
    page = [
        ("Customs house keeps its hours", 50.0, 760.0, 20.0),
        ("3 March 2014", 50.0, 740.0, 9.0),
        *set_lines(LINES, 700),
    ]
    found = article(paper(page, info="/CreationDate(D:20150406101112Z)"))
    assert found.published is not None
    assert found.published.date.isoformat() == "2014-03-03"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (paper([]), "no text on its 1 page: a scan, which OCR has to read first"),
        (paper(set_lines(LINES, 720), trailer=ENCRYPTED), "protected with a password"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 20, "broken PDF"),
        (b"no PDF at all", "broken PDF"),
        (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 99999>>endobj\n"
            b"trailer<</Root 1 0 R>>",
            "more than 2000 pages (99999)",
        ),
    ],
    ids=["scan", "encrypted", "junk", "other", "a loop of pages"],
)
def test_what_cannot_be_read_says_why(data: bytes, expected: str) -> None:
    assert reason(data) == expected


def test_a_pdf_under_another_name_is_read_as_a_pdf() -> None:
    [reading] = read_bytes("hours.txt", paper(set_lines(LINES, 720)))
    assert reading.cleaned is not None
    assert reading.cleaned.paragraphs == PARAGRAPHS


def test_without_the_extra_the_file_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    gone = ("pypdfium2", "docx")
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name in gone else real(name)
    )
    hint = "needs the documents extra: pip install 'footnote[documents]'"
    assert reason(paper(set_lines(LINES, 720))) == hint
    [reading] = read_bytes("hours.docx", b"PK\x03\x04")
    assert reading.rejected == hint
