"""Formats keep what belongs to the text readable: lists, tables, wrapped lines, blocks."""

from __future__ import annotations

import json

from bot.corpus.reading import read_bytes

SENTENCE = "The two countries have shared this long border for more than a hundred years."


def paragraphs(name: str, text: str) -> list[str]:
    [reading] = read_bytes(name, text.encode())
    assert reading.cleaned is not None, reading.rejected
    return reading.cleaned.paragraphs


def test_markdown_keeps_lists_tables_and_headings() -> None:
    text = (
        f"# A title of some length\n\n{SENTENCE}\n\n## The crossings\n\n"
        "1. The *bridge* at [Narva](x) is open.\n2. The ferry is not.\n\n"
        "* A first point without end\n* A second one\n\n"
        "| Country | km |\n|---|--:|\n| Estonia | 294 |\n| Latvia | 214 |\n"
    )
    assert paragraphs("a.md", text) == [
        SENTENCE,
        "The crossings",
        "1. The bridge at Narva is open.",
        "2. The ferry is not.",
        "- A first point without end",
        "- A second one",
        "Country | km",
        "Estonia | 294",
        "Latvia | 214",
    ]


def test_wrapped_lines_of_a_text_file_are_one_paragraph() -> None:
    text = (
        "A long border\n\n"
        "The two countries have shared this long border for\n"
        "more than a hundred years. Nobody has ever built a\n"
        "fence on it, and nobody wants to build one now.\n\n"
        "The river is the line in the north. In the south the\n"
        "line follows the hills and the old road to the sea,\n"
        "which was built by soldiers.\n"
    )
    assert paragraphs("a.txt", text) == [
        "The two countries have shared this long border for more than a hundred years. Nobody has "
        "ever built a fence on it, and nobody wants to build one now.",
        "The river is the line in the north. In the south the line follows the hills and the old "
        "road to the sea, which was built by soldiers.",
    ]


def test_a_table_in_a_text_file_stays_a_table() -> None:
    text = f"A title\n\n{SENTENCE}\n\nCountry\tLength\nEstonia\t294 km\nLatvia\t214 km\n"
    assert paragraphs("a.txt", text)[1:] == [
        "Country | Length",
        "Estonia | 294 km",
        "Latvia | 214 km",
    ]


def test_html_inside_a_json_string_is_read_as_html() -> None:
    body = f"&lt;p&gt;{SENTENCE}&lt;/p&gt;&lt;p&gt;Annonce&lt;/p&gt;"
    assert paragraphs("a.json", json.dumps({"title": "A title", "body": body})) == [SENTENCE]


def test_a_page_saved_as_text_is_read_as_a_page() -> None:
    page = (
        f"<!DOCTYPE html><html><body><nav>Menu</nav><h1>A title</h1><p>{SENTENCE}</p></body></html>"
    )
    assert paragraphs("a.txt", page) == [SENTENCE]


def test_a_figure_around_a_table_is_no_caption() -> None:
    page = (
        f"<article><h1>A title</h1><p>{SENTENCE}</p><figure><table><tr><td>Estonia</td><td>294</td>"
        "</tr><tr><td>Latvia</td><td>214</td></tr></table><figcaption>Source: survey</figcaption>"
        "</figure></article>"
    )
    assert paragraphs("a.html", page) == [SENTENCE, "Estonia | 294", "Latvia | 214"]


def test_a_row_of_a_table_is_not_judged_by_single_cells() -> None:
    text = (
        f"A title\n\n{SENTENCE}\n\nMap | Border | km\nAfrica | Mali | 12\nEurope | Photo: x | 4\n"
    )
    assert paragraphs("a.txt", text)[1:] == [
        "Map | Border | km",
        "Africa | Mali | 12",
        "Europe | Photo: x | 4",
    ]


def test_a_table_without_a_word_in_its_corner_is_read() -> None:
    table = "|  | km |\n|---|---|\n| Estonia | 294 |\n"
    rows = [{"type": "table", "rows": [["", "km"], ["Estonia", "294"]]}]
    record = json.dumps({"title": "A title of some length", "body": [SENTENCE, *rows]})
    expected = [SENTENCE, "| km", "Estonia | 294"]
    assert paragraphs("a.md", f"# A title of some length\n\n{SENTENCE}\n\n{table}") == expected
    assert paragraphs("a.json", record) == expected
