"""Formats keep what belongs to the text readable: lists, tables, wrapped lines, blocks."""

from __future__ import annotations

import json

from bot.corpus.formats.text import head_of_text
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


def test_a_note_with_links_in_double_brackets_is_no_wikitext() -> None:
    text = (
        f"# A note\n\n{SENTENCE} See [[Narva]], [[Valga]], [[Riga]] and [[Old maps|maps]] on it.\n"
    )
    [line] = paragraphs("a.txt", text)
    assert line == f"{SENTENCE} See Narva, Valga, Riga and maps on it."


def test_the_source_of_a_wikis_page_keeps_its_text_lists_and_tables() -> None:
    text = (
        "{{Box|name={{small|Reef}}}}\n'''The Long Reef''' is a ''line'' of rocks that "
        "[[Norway]] and [[Kingdom of Denmark|Denmark]] share.<ref name=a>A note</ref>\n\n"
        "== Lights ==\n* The [[old light]] of 1911 is out.\n* The new one burns all night.\n\n"
        '{| class="wikitable"\n! Light !! Height\n|-\n| Old || 12 m\n|-\n| New || 31 m\n|}\n\n'
        "[[File:Reef.jpg|thumb|The [[reef]] at dusk]]\n"
        "It was first charted in 1790 by a ship that lay there.\n\n[[Category:Rocks]]\n"
    )
    [reading] = read_bytes("a.txt", text.encode())
    assert reading.cleaned is not None
    assert reading.cleaned.title == "The Long Reef"
    assert reading.cleaned.paragraphs == [
        "The Long Reef is a line of rocks that Norway and Denmark share.",
        "Lights",
        "- The old light of 1911 is out.",
        "- The new one burns all night.",
        "Light | Height",
        "Old | 12 m",
        "New | 31 m",
        "It was first charted in 1790 by a ship that lay there.",
    ]


def test_a_list_of_facts_with_a_name_a_source_and_a_date_is_no_head() -> None:
    facts = [
        "Name: the Long Reef wardens",
        "Source: a survey of the two states",
        "Date: 3 May 1911 to the present",
        "Strength: 120 wardens and three boats",
    ]
    assert head_of_text(facts) is None
    assert head_of_text(["Title: the Long Reef wardens", *facts[1:]]) is not None


def test_a_head_of_labels_may_hold_some_that_nobody_knows() -> None:
    text = (
        "Název: Hranice na mostě\nZdroj: Pomezní Věstník\nDatum: 4. dubna 1998\n"
        f"Počet znaků: 810\n\n{SENTENCE}\n"
    )
    [reading] = read_bytes("a.txt", text.encode())
    assert reading.cleaned is not None
    found = reading.cleaned
    assert (found.title, found.metadata.publisher) == ("Hranice na mostě", "Pomezní Věstník")
    assert found.published is not None
    assert found.published.date.isoformat() == "1998-04-04"
    assert found.paragraphs == [SENTENCE]


def test_a_feed_without_which_of_its_sites_it_is_names_its_publisher() -> None:
    feed = (
        "<rss><channel><title>{}</title><item><title>A border</title><description>{}</description>"
        "</item></channel></rss>"
    )
    names = {
        "Reef Post - Top Stories": "Reef Post",
        "Le Courrier du Récif | À la une": "Le Courrier du Récif",
        "Reef Post - The Weekly": "Reef Post - The Weekly",
        "News": "News",
    }
    for title, publisher in names.items():
        [reading] = read_bytes("a.xml", feed.format(title, SENTENCE).encode())
        assert reading.cleaned is not None
        assert reading.cleaned.metadata.publisher == publisher


def test_a_word_that_was_cut_at_the_end_of_a_line_is_whole_again() -> None:
    text = (
        "A long border\n\n"
        "The two countries have shared this long border for\n"
        "more than a hundred years. Nobody has ever guard-\n"
        "ed it, and nobody wants to build a fence on it now.\n\n"
        "The river is the line in the north. In the south the\n"
        "line follows the hills and the old road to the sea,\n"
        "which was built by soldiers.\n"
    )
    assert "Nobody has ever guarded it" in paragraphs("a.txt", text)[0]
