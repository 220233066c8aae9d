"""The public JSON by value: keys, their order and their forms are what other programs rely on."""

from __future__ import annotations

import json
from dataclasses import replace

from bot.json_output import answer_json, json_line, reading_json, report_json, unanswered_json
from bot.model import (
    Article,
    Brief,
    Citation,
    Claim,
    DroppedLine,
    FileReading,
    LoadReport,
    NoAnswer,
    Note,
    PublishedDate,
    Request,
)

ARTICLE = Article(
    id="0123456789ab",
    file="a/b.txt",
    title="Arlen – Torva",
    title_given=True,
    publisher="Arlen Wire",
    url="https://arlen.example/1",
    published=PublishedDate(2025, 9, origin="front matter"),
    language="en",
    paragraphs=("Arlen borders Torva.", "They opened a crossing."),
    digest="d",
)


def test_a_reading_has_the_keys_of_the_contract() -> None:
    reading = FileReading(
        "a/b.txt", ARTICLE, (DroppedLine("Share this", "share buttons"),), "c.txt"
    )
    assert json_line(reading_json(reading)) == (
        '{"file": "a/b.txt", "id": "0123456789ab", "title": "Arlen – Torva", "title_given": true, '
        '"publisher": "Arlen Wire", "url": "https://arlen.example/1", "published": "2025-09", '
        '"published_from": "front matter", "language": "en", '
        '"paragraphs": ["Arlen borders Torva.", "They opened a crossing."], '
        '"dropped": ["Share this"], "duplicate_of": "c.txt", "rejected": null}'
    )


def test_an_unknown_date_is_null() -> None:
    reading = FileReading("a/b.txt", replace(ARTICLE, published=None))
    value = reading_json(reading)
    assert (value["published"], value["published_from"]) == (None, None)


def test_a_rejected_file_has_the_same_keys() -> None:
    rejected = reading_json(FileReading("x.png", None, rejected="an image"))
    assert rejected == {
        "file": "x.png",
        "id": None,
        "title": None,
        "title_given": False,
        "publisher": None,
        "url": None,
        "published": None,
        "published_from": None,
        "language": None,
        "paragraphs": [],
        "dropped": [],
        "duplicate_of": None,
        "rejected": "an image",
    }
    assert list(rejected) == list(reading_json(FileReading("a/b.txt", ARTICLE)))


def test_a_brief_has_the_keys_of_the_contract() -> None:
    cited = Citation(
        number=1,
        article_id="0123456789ab",
        file="a/b.txt",
        title="Arlen – Torva",
        publisher="Arlen Wire",
        url="https://arlen.example/1",
        published=PublishedDate(2025, 9, 14),
        quote="Arlen borders Torva.",
        link="https://arlen.example/1#:~:text=Arlen",
    )
    request = Request("borders", (("country", "Arlen"),), "/borders  Arlen")
    brief = Brief(
        request=request,
        key=request,
        title="Borders: Arlen",
        claims=(Claim("Arlen borders Torva.", (cited,), "Neighbours"),),
        notes=(Note("single_source", "One source only."), Note("dated", "Old.", (cited,))),
        citations=(cited,),
        as_of=PublishedDate(2025, 9, 14),
        corpus="c0ffee",
        suggestions=("Torva",),
    )
    assert answer_json("/borders  Arlen", brief) == {
        "request": "/borders  Arlen",
        "command": "borders",
        "answered": True,
        "title": "Borders: Arlen",
        "claims": [{"text": "Arlen borders Torva.", "citations": [1]}],
        "notes": [
            {"kind": "single_source", "text": "One source only.", "citations": []},
            {"kind": "dated", "text": "Old.", "citations": [1]},
        ],
        "citations": [
            {
                "number": 1,
                "article": "0123456789ab",
                "file": "a/b.txt",
                "title": "Arlen – Torva",
                "publisher": "Arlen Wire",
                "url": "https://arlen.example/1",
                "published": "2025-09-14",
                "published_from": "text",
                "quote": "Arlen borders Torva.",
                "link": "https://arlen.example/1#:~:text=Arlen",
            }
        ],
        "suggestions": ["Torva"],
        "as_of": "2025-09-14",
        "corpus": "c0ffee",
    }


def test_no_answer_has_the_same_keys_and_nothing_in_them() -> None:
    answer = NoAnswer(Request("ask"), "The articles don't say", "why", "c0ffee", ("Torva",))
    value = answer_json("Why?", answer)
    assert value == {
        "request": "Why?",
        "command": "ask",
        "answered": False,
        "title": "The articles don't say",
        "claims": [],
        "notes": [],
        "citations": [],
        "suggestions": ["Torva"],
        "as_of": None,
        "corpus": "c0ffee",
    }
    assert list(unanswered_json("/x", None, "No.", "c0ffee")) == list(value)


def test_a_report_pairs_each_rejected_file_with_its_reason() -> None:
    report = LoadReport(3, 1, 0, 214, (("x.png", "an image"),), 4.12345, "c0ffee")
    assert report_json(report) == {
        "added": 3,
        "changed": 1,
        "removed": 0,
        "unchanged": 214,
        "rejected": [{"file": "x.png", "reason": "an image"}],
        "seconds": 4.123,
        "corpus": "c0ffee",
        "dry_run": False,
        "duplicates": 0,
        "new_facts": 0,
        "gone_facts": 0,
        "disagreements": [],
    }


def test_a_line_is_one_line_whatever_the_text_holds() -> None:
    line = json_line({"text": "one\ntwo\u2028three “quoted”"})
    assert "\n" not in line
    assert json.loads(line) == {"text": "one\ntwo\u2028three “quoted”"}
