"""JSON of the shapes that exports, feeds and editors have comes to the article in it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.corpus.draft import Cleaned
from bot.corpus.reading import read_bytes

ONE = "The two valleys have shared one customs house since the flood of 1921."
TWO = "Both councils met there on Monday to agree on hours for the winter."
THREE = "The house lies 14 kilometres from the pass, which is closed until April."
PAGE = f"<p>{ONE}</p>\n<p>{TWO}</p>"


def articles(value: object, name: str = "file.json") -> list[Cleaned]:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    readings = read_bytes(name, text.encode())
    assert [reading.rejected for reading in readings] == [None] * len(readings)
    return [reading.cleaned for reading in readings if reading.cleaned is not None]


def rejections(text: str, name: str = "file.json") -> list[str | None]:
    return [reading.rejected for reading in read_bytes(name, text.encode())]


def spoken(*texts: str) -> list[dict[str, Any]]:
    return [{"type": "text", "text": text} for text in texts]


WORDPRESS = [
    {
        "id": 12,
        "date": "2019-05-06T10:00:00",
        "link": "https://valley.example/12",
        "title": {"rendered": "Customs house &#8211; new hours"},
        "content": {"rendered": PAGE, "protected": False},
        "excerpt": {"rendered": "<p>Both councils …</p>"},
        "author": 3,
        "yoast_head_json": {"og_site_name": "Valley Post"},
    }
]
FIELDS = {
    "response": {
        "status": "ok",
        "content": {
            "type": "article",
            "webTitle": "Customs house – new hours",
            "webPublicationDate": "2019-05-06T07:00:00Z",
            "webUrl": "https://valley.example/12",
            "fields": {"body": PAGE, "bodyText": f"{ONE} {TWO}", "publication": "Valley Post"},
            "tags": [{"id": "a", "webTitle": "Borders"}],
        },
    }
}
SEARCH_HITS = {
    "hits": {
        "hits": [
            {
                "_source": {
                    "title": "Customs house – new hours",
                    "text": f"{ONE}\n{TWO}",
                    "published": "Mon, 06 May 2019 08:00:00 GMT",
                    "site_name": "Valley Post",
                    "url": "https://valley.example/12",
                    "author": {"name": "Desk", "url": "https://valley.example/people/desk"},
                }
            }
        ]
    }
}
IN_A_STRING = {
    "data": json.dumps(
        {
            "headline": "Customs house – new hours",
            "body": f"{ONE}\\n\\n{TWO}",
            "publishedAt": 1557129600000,
            "publisher": {"name": "Valley Post", "url": "https://valley.example/12"},
        }
    )
}
BY_LANGUAGE = {
    "sys": {"id": "x"},
    "fields": {
        "title": {"en-US": "Customs house – new hours"},
        "publishDate": {"en-US": "2019-05-06"},
        "publisher": {"en-US": "Valley Post"},
        "url": {"en-US": "https://valley.example/12"},
        "body": {
            "en-US": {
                "nodeType": "document",
                "content": [
                    {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": ONE}]},
                    {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": TWO}]},
                ],
            }
        },
    },
}


@pytest.mark.parametrize(
    "export",
    [WORDPRESS, FIELDS, SEARCH_HITS, IN_A_STRING, BY_LANGUAGE],
    ids=["rendered", "fields", "search hits", "JSON in a string", "by language"],
)
def test_an_export_tells_text_title_publisher_date_and_address(export: object) -> None:
    [article] = articles(export)
    assert article.paragraphs == [ONE, TWO]
    assert article.title == "Customs house – new hours"
    assert article.metadata.publisher == "Valley Post"
    assert article.metadata.url == "https://valley.example/12"
    assert article.published is not None
    assert article.published.date.isoformat() == "2019-05-06"


WORDS = ("The two valleys have shared ", "one customs house", " since the flood of 1921.")
TABLE = [["Pass", "Metres"], ["Upper", "2,114"], ["Lower", "1,640"]]
EDITORS: dict[str, object] = {
    "ProseMirror": {
        "type": "doc",
        "content": [
            {"type": "paragraph", "content": spoken(*WORDS)},
            {"type": "heading", "attrs": {"level": 2}, "content": spoken("What the councils say")},
            {"type": "bulletList", "content": [
                {"type": "listItem", "content": [{"type": "paragraph", "content": spoken(TWO)}]},
            ]},
            {"type": "table", "content": [
                {"type": "tableRow", "content": [
                    {"type": "tableCell", "content": [
                        {"type": "paragraph", "content": spoken(cell)}
                    ]} for cell in row
                ]} for row in TABLE
            ]},
        ],
    },
    "Slate": [
        {"type": "paragraph", "children": [{"text": text, "bold": True} for text in WORDS]},
        {"type": "heading-two", "children": [{"text": "What the councils say"}]},
        {"type": "bulleted-list", "children": [
            {"type": "list-item", "children": [{"text": TWO}]},
        ]},
        {"type": "table", "rows": TABLE},
    ],
    "Portable Text": [
        {"_type": "block", "style": "normal", "children": [
            {"_type": "span", "text": text} for text in WORDS
        ]},
        {"_type": "block", "style": "h2", "children": [
            {"_type": "span", "text": "What the councils say"}
        ]},
        {"_type": "block", "listItem": "bullet", "children": [{"_type": "span", "text": TWO}]},
        {"_type": "table", "rows": [{"_type": "row", "cells": row} for row in TABLE]},
        {"_type": "image", "alt": "The house in snow"},
    ],
    "Gutenberg": [
        {"blockName": "core/paragraph", "innerHTML": f"<p>{ONE}</p>", "innerBlocks": []},
        {"blockName": "core/heading", "innerHTML": "<h2>What the councils say</h2>"},
        {"blockName": "core/list", "innerHTML": "<ul></ul>", "innerBlocks": [
            {"blockName": "core/list-item", "innerHTML": f"<li>{TWO}</li>", "innerBlocks": []},
        ]},
        {"blockName": "core/table", "innerHTML": "<table>" + "".join(
            f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in TABLE) + "</table>"},
        {"blockName": "core/image", "innerHTML": "<figcaption>The house in snow</figcaption>"},
    ],
    "content elements": [
        {"type": "text", "content": ONE},
        {"type": "header", "level": 2, "content": "What the councils say"},
        {"type": "list", "items": [{"type": "text", "content": TWO}]},
        {"type": "image", "caption": "The house in snow"},
        {"type": "table", "header": TABLE[0], "rows": TABLE[1:]},
    ],
    "a list of records for a table": [
        ONE,
        {"type": "heading", "text": "What the councils say"},
        {"type": "list", "items": [TWO]},
        {"type": "table", "data": [dict(zip(TABLE[0], row, strict=True)) for row in TABLE[1:]]},
    ],
}  # fmt: skip


@pytest.mark.parametrize("editor", EDITORS)
def test_the_tree_of_an_editor_comes_to_its_lines(editor: str) -> None:
    [article] = articles({"title": "Customs house – new hours", "body": EDITORS[editor]})
    assert article.paragraphs == [
        ONE,
        "What the councils say",
        f"- {TWO}",
        "Pass | Metres",
        "Upper | 2,114",
        "Lower | 1,640",
    ]


def test_sections_keep_their_headings() -> None:
    sections = [{"heading": "The hours", "text": TWO}, {"heading": "The pass", "text": [THREE]}]
    [article] = articles({"title": "Customs house", "sections": [{"text": ONE}, *sections]})
    assert article.paragraphs == [ONE, "The hours", TWO, "The pass", THREE]


def test_each_item_of_a_json_feed_is_an_article_of_the_feeds_site() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Valley Post",
        "home_page_url": "https://valley.example/",
        "items": [
            {"id": "1", "title": "Customs house – new hours", "content_html": PAGE},
            {"id": "2", "title": "The pass stays closed", "content_text": f"{THREE}\n\n{TWO}"},
        ],
    }
    found = [(one.title, one.metadata.publisher, one.paragraphs) for one in articles(feed)]
    assert found == [
        ("Customs house – new hours", "Valley Post", [ONE, TWO]),
        ("The pass stays closed", "Valley Post", [THREE, TWO]),
    ]


@pytest.mark.parametrize(
    "value",
    [
        [ONE, TWO, THREE],
        {"Überschrift": "x", "Textkörper": f"{ONE} {TWO} {THREE}".split("\n")},
        {"content": {"0": ONE, "1": TWO, "2": THREE}},
        json.dumps(f"{ONE}\n\n{TWO}\n\n{THREE}"),
    ],
    ids=["a list of strings", "names of nobody", "a mapping for a list", "a string"],
)
def test_a_text_without_a_record_around_it_is_an_article(value: object) -> None:
    [article] = articles(value)
    assert " ".join(article.paragraphs) == f"{ONE} {TWO} {THREE}"


def test_values_that_follow_each_other_are_a_list_of_records() -> None:
    records = [{"title": "Customs house", "text": ONE}, {"title": "The pass", "text": THREE}]
    pretty = "\n".join(json.dumps(record, indent=1) for record in records)
    compact = "\n".join(json.dumps(record) for record in records)
    for name, text in [
        ("a.json", pretty),
        ("a.json", compact),
        ("a.jsonl", pretty),
        ("a.jsonl", json.dumps(records)),
        ("a.jsonl", json.dumps(records, indent=1)),
    ]:
        assert [article.title for article in articles(text, name)] == ["Customs house", "The pass"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"title": "x",\n"text": "The two', "broken JSON, line 2: the text ends inside a string"),
        ('{"title": "x",\n', "broken JSON, line 2: the text ends too early"),
        ('[{"title": "x"},\n]', "broken JSON, line 2: a comma before the closing bracket"),
        ('{"title": "x",\n\n}', "broken JSON, line 3: a comma before the closing brace"),
        (
            "{'title': 'x'}",
            "broken JSON, line 1: a key in single quotes; JSON wants double quotes",
        ),
        ('{"title": "x"\n"text": ""}', "broken JSON, line 2: expected a comma"),
        ('{"title" "x"}', "broken JSON, line 1: expected a colon behind the key"),
        ('{"title": "C:\\users"}', "broken JSON, line 1: an escape that JSON does not know"),
        ('{"title": tru}', "broken JSON, line 1: expected a value"),
        ('["x"] and more', "broken JSON, line 1: more text behind the end"),
        ('{"n": ' + "9" * 5000 + "}", "broken JSON: a number of thousands of digits"),
    ],
)
def test_broken_json_says_where_and_what(text: str, reason: str) -> None:
    assert rejections(text) == [reason]


def test_a_broken_line_costs_that_line_only() -> None:
    good = json.dumps({"title": "Customs house", "text": ONE})
    assert rejections(f'{good}\n\n{{"title": "x\n[1, 2]\n{good}\n', "a.jsonl") == [
        None,
        "broken JSON, line 3: the text ends inside a string",
        "JSON without a text (no content, body, text or the like)",
        None,
    ]


def test_a_source_with_a_title_of_its_own_is_the_publisher() -> None:
    [article] = articles(
        {
            "name": "The hours of winter",
            "source": {"title": "Reef Record", "url": "https://reef.example/"},
            "pubDate": "2019-11-02",
            "content": f"<p>{ONE}</p><p>{TWO}</p>",
        }
    )
    assert (article.title, article.metadata.publisher) == ("The hours of winter", "Reef Record")
