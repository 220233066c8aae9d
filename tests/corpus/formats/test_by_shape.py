"""JSON whose fields have names that nobody knows comes to the article in it by its shape."""

from __future__ import annotations

import json
import textwrap
from typing import Any

import pytest

from bot.corpus.draft import Cleaned
from bot.corpus.reading import read_bytes

TITLE, DAY, PAPER = "Ferries to run again after eleven days", "2011-10-04", "Harbour Gazette"
TEXT = [
    "Ferries across the strait will run again from Thursday, the port of Kisumbe said.",
    "Some 340 lorries were waiting on the northern quay. Their drivers had slept in the cabs.",
    "“We have bread for two more days,” a baker on the island said.",
    "The union accepted a rise of 6.5 per cent. It had asked for nine.",
]
CAPTION = "Lorries wait on the northern quay of Kisumbe on Sunday evening."
OTHER = "Storm shuts the port of Kisumbe"
HTML = "".join(f"<p>{one}</p>" for one in TEXT)
HEAD: dict[str, Any] = {"hl": TITLE, "src": PAPER, "dt": DAY}


def articles(value: object, name: str = "file.json") -> list[Cleaned]:
    readings = read_bytes(name, json.dumps(value, ensure_ascii=False).encode())
    assert [reading.rejected for reading in readings] == [None] * len(readings)
    return [reading.cleaned for reading in readings if reading.cleaned is not None]


def runs(text: str) -> list[dict[str, Any]]:
    """A paragraph as an editor with names of its own keeps it: three pieces, one of them marked."""
    words = text.split()
    first, rest = " ".join(words[:3]), " ".join(words[5:])
    return [{"w": f"{first} "}, {"w": " ".join(words[3:5]), "fat": True}, {"w": f" {rest}"}]


BODIES: dict[str, object] = {
    "one short key": [{"t": one} for one in TEXT],
    "a number beside": [{"no": at, "zin": one} for at, one in enumerate(TEXT)],
    "a map by number": {str(at): {"t": one} for at, one in enumerate(TEXT)},
    "a map by place": {"opening": TEXT[0], "middle": TEXT[1:3], "close": TEXT[3]},
    "parts that are numbered": {f"para_{at:02}": one for at, one in enumerate(TEXT)},
    "kinds": [
        {"k": "p", "t": TEXT[0]},
        {"k": "img", "t": CAPTION, "u": "https://port.example/quay.jpg"},
        *({"k": "p", "t": one} for one in TEXT[1:]),
    ],
    "kinds for keys": [
        {"p": TEXT[0]},
        {"img": {"file": "quay.jpg", "says": CAPTION}},
        *({"p": one} for one in TEXT[1:]),
    ],
    "tags": ["div", *(["p", one] for one in TEXT[:2]), ["img", {"alt": CAPTION}],
             *(["p", {"class": "x"}, one] for one in TEXT[2:])],
    "sentences": [[f"{one.rstrip('.')}." for one in text.split(". ")] for text in TEXT],
    "wrapped lines": "\n\n".join(textwrap.fill(one, 50) for one in TEXT).split("\n"),
    "pieces": [{"r": runs(one)} for one in TEXT],
    "line ends": [piece for one in TEXT for piece in ({"insert": one}, {"insert": "\n"})],
    "edges": {"edges": [{"cursor": "x1", "node": {"txt": one}} for one in TEXT]},
    "deep": {"a": {"b": {"c": [{"d": {"e": one}} for one in TEXT]}}},
    "HTML in pieces": [f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p>", f"<p>{TEXT[2]}</p><p>{TEXT[3]}</p>"],
    "HTML with a caption": HTML.replace("</p>", f"</p><figure><figcaption>{CAPTION}</figcaption>"
                                        "</figure>", 1),
    "blank lines": "\n\n".join(TEXT),
    "JSON in a string": json.dumps({"xx": TEXT}, ensure_ascii=False),
}  # fmt: skip


@pytest.mark.parametrize("shape", BODIES)
@pytest.mark.parametrize("name", ["qqx", "paragraphs"])
def test_a_text_is_read_whole_whatever_its_fields_are_called(shape: str, name: str) -> None:
    [article] = articles({**HEAD, name: BODIES[shape], "ref": "a1b2c3"})
    assert article.paragraphs == TEXT


WRAPPED: dict[str, object] = {
    "another language": {"cím": TITLE, "kiadó": PAPER, "dátum": DAY, "bekezdések": TEXT},
    "nobody's names": {"qa1": TITLE, "qa2x": PAPER, "qa3x": DAY, "qa4x": TEXT},
    "head, main and foot": {
        "top": {"h": TITLE, "by": PAPER, "d": DAY},
        "main": {"pars": [{"s": one} for one in TEXT]},
        "foot": {"c": "© 2011 Harbour Gazette. All rights reserved."},
    },
    "beside a life and other articles": {
        **HEAD,
        "author": {
            "called": "Desk",
            "bio": "The desk has written of ferries for thirty years. " * 9,
        },
        "stuff": [{"t": one} for one in TEXT],
        "pics": [{"file": "a.jpg", "cap": CAPTION}],
        "see": [{"headline": OTHER, "date": "2011-09-01", "teaser": f"{CAPTION} {CAPTION}"}],
    },
    "columns and rows": {
        "columns": ["title", "source", "date", "text"],
        "rows": [[TITLE, PAPER, DAY, "\n\n".join(TEXT)]],
    },
    "stamps": {"xh": TITLE, "xs": PAPER, "xd": 1317715200, "xt": TEXT},
}


@pytest.mark.parametrize("shape", WRAPPED)
def test_what_stands_beside_a_text_tells_its_title_day_and_publisher(shape: str) -> None:
    [article] = articles(WRAPPED[shape])
    assert article.paragraphs == TEXT
    assert (article.title, article.metadata.publisher) == (TITLE, PAPER)
    assert article.published is not None
    assert article.published.date.isoformat() == DAY


LISTS: dict[str, object] = {
    "a list": [{"hl": TITLE, "dt": DAY, "tx": TEXT}, {"hl": OTHER, "dt": DAY, "tx": TEXT}],
    "by number": {"a7": {"hl": TITLE, "tx": TEXT}, "a8": {"hl": OTHER, "tx": TEXT}},
    "pages": {
        "issue": [
            {"page": 1, "pieces": [{"hl": TITLE, "dt": DAY, "tx": TEXT}]},
            {"page": 2, "pieces": [{"hl": OTHER, "dt": DAY, "tx": TEXT}]},
        ]
    },
    "edges": {
        "data": {
            "all": {
                "edges": [
                    {"node": {"kop": title, "dag": DAY, "zinnen": [{"z": one} for one in TEXT]}}
                    for title in (TITLE, OTHER)
                ]
            }
        }
    },
}


@pytest.mark.parametrize("shape", LISTS)
def test_members_with_a_title_of_their_own_are_articles(shape: str) -> None:
    found = [(one.title, one.paragraphs) for one in articles(LISTS[shape])]
    assert found == [(TITLE, TEXT), (OTHER, TEXT)]


def test_the_blocks_of_an_article_are_no_articles() -> None:
    blocks = [{"art": "absatz", "inhalt": one} for one in TEXT]
    [article] = articles({"überschrift": TITLE, "datum": DAY, "bausteine": blocks})
    assert (article.title, article.paragraphs) == (TITLE, TEXT)


@pytest.mark.parametrize(
    "value",
    [
        {"port": 8080, "hosts": ["a.example", "b.example"], "note": "restart after a change"},
        {"files": [{"u": f"https://port.example/{at}", "id": "4f" * 30} for at in range(9)]},
        {"key": "a1b2c3" * 60},
    ],
    ids=["settings", "addresses", "a code"],
)
def test_json_without_prose_is_no_article(value: object) -> None:
    [reading] = read_bytes("file.json", json.dumps(value).encode())
    assert reading.rejected == "JSON without a text (no content, body, text or the like)"
