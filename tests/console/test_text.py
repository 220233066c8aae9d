"""What the console shows, by value."""

from __future__ import annotations

import asyncio
import io
from dataclasses import replace

import pytest
from rich.console import Console
from rich.text import Text

from bot.briefs.requests import COMMANDS, parse
from bot.console.batch import line_json, line_text
from bot.console.text import answer_text, help_text, reading_text, visible
from bot.model import Article, Brief, DroppedLine, FileReading, PublishedDate
from tests.chat.fake_desk import FakeDesk, brief


def shown(line: str, desk: FakeDesk | None = None, addresses: bool = True) -> str:
    return asyncio.run(line_text(desk or FakeDesk(), line, addresses)).plain


def in_a_terminal(text: Text) -> str:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, color_system="256", width=200)
    console.print(text)
    return stream.getvalue()


def test_an_answer_has_its_footnotes_notes_and_sources() -> None:
    assert shown("/borders Arlen").splitlines() == [
        "Borders: Arlen",
        "2 articles",
        "",
        "Neighbours",
        "• Arlen borders Torva.[1]",
        "",
        "Lengths",
        "• The border is about 754 miles (≈ 1,213 km) long.[2]",
        "",
        "Incidents",
        "• A drone crossed it, the ministry said.[3]",
        "",
        "⚠ Another source gives no length.[1][2]",
        "",
        "Sources",
        "[1] Article 1 on Arlen · The Torva Post · 2 Mar 2023",
        "    https://torva.example/1#:~:text=the%20border",
        "[2] Article 2 on Arlen · The Torva Post · 3 Mar 2023",
        "    https://torva.example/2#:~:text=the%20border",
        "[3] Article 3 on Arlen · The Torva Post · 4 Mar 2023",
        "    https://torva.example/3#:~:text=the%20border",
    ]


def test_an_article_that_is_cited_twice_is_listed_once() -> None:
    made = brief(parse("Why?"), [("The force has troops.", None), ("They patrol.", None)])
    citations = (made.citations[0], replace(made.citations[1], article_id=f"{1:012x}"))
    claims = tuple(
        replace(claim, citations=(cited,))
        for claim, cited in zip(made.claims, citations, strict=True)
    )
    answer = replace(made, claims=claims, citations=citations)
    assert answer_text(answer, addresses=True).plain.splitlines()[-3:] == [
        "Sources",
        "[1] [2] Article 1 on Arlen · The Torva Post · 2 Mar 2023",
        "    https://torva.example/1",
    ]


def test_what_the_articles_do_not_say_is_said_with_the_nearest_names() -> None:
    assert shown("/borders Nowhere").splitlines() == [
        "The articles don't say",
        "Nothing in the 16 articles reports on the borders of Nowhere.",
        "Closest: Arlen · Torva",
        "",
        "Nearest articles (not sources: nothing is claimed)",
        "- Arlen votes · publisher unknown · date unknown",
        "  https://torva.example/votes",
    ]


def test_links_are_clickable_where_the_terminal_can() -> None:
    request = parse("/source crossing")
    answer = asyncio.run(FakeDesk().answer(request))
    text = in_a_terminal(answer_text(answer, addresses=False))
    assert ";https://torva.example/1#:~:text=the%20border\x1b\\" in text
    assert "\nhttps://" not in text


@pytest.mark.parametrize(
    "link",
    ["javascript:alert(1)", "https://x.example/\x1b]8;;", "file:///etc/passwd", "http://[", None],
)
def test_only_web_addresses_become_links(link: str | None) -> None:
    made = brief(parse("Why?"), [("The force has troops.", None)])
    (cited,) = made.citations
    cited = replace(cited, link=link)
    answer = replace(
        made, claims=(replace(made.claims[0], citations=(cited,)),), citations=(cited,)
    )
    text = answer_text(answer, addresses=True)
    assert text.plain.splitlines()[-1].startswith("[1] ")
    assert "\x1b]8;" not in in_a_terminal(text)


def test_what_a_terminal_would_obey_is_taken_out() -> None:
    assert visible("a\x1b[31mb\x07\u202etxt.exe\n c\x9b0m") == "a[31mbtxt.exe c0m"


def test_a_wrong_line_is_told_in_one_sentence() -> None:
    assert shown("/frontiers") == (
        "There is no command /frontiers; the commands are /borders, /missions, /source, /ask, "
        "/check, /help, /about."
    )


def test_a_fault_ends_neither_the_console_nor_the_batch(caplog: pytest.LogCaptureFixture) -> None:
    desk = FakeDesk(broken=RuntimeError("secret detail"))
    assert shown("/borders Arlen", desk) == "Something went wrong here; the log says what."
    value = asyncio.run(line_json(desk, "/borders Arlen", "c0ffee"))
    assert (value["answered"], value["title"]) == (
        False,
        "Something went wrong here; the log says what.",
    )
    assert len(caplog.records) == 2


@pytest.mark.parametrize(
    ("line", "command", "title"),
    [
        (
            "/x",
            None,
            "There is no command /x; the commands are /borders, /missions, /source, "
            "/ask, /check, /help, /about.",
        ),
        ("", None, "The line is empty; expected a command or a question."),
        ("/help", "help", "/help is for people: it has no answer from the articles."),
        ("/borders country:a country:b", None, "/borders: country is given twice."),
    ],
)
def test_a_line_that_cannot_be_answered_is_still_a_line_of_json(
    line: str, command: str | None, title: str
) -> None:
    value = asyncio.run(line_json(FakeDesk(), line, "c0ffee"))
    assert (value["request"], value["command"], value["answered"], value["title"]) == (
        *(line, command),
        *(False, title),
    )


def test_help_shows_every_command_option_and_example() -> None:
    text = help_text(COMMANDS).plain
    for command in COMMANDS:
        assert f"/{command.name}" in text
        assert command.description in text
        assert all(f"{option.name}:" in text for option in command.options)
        assert all(f"e.g. {example}" in text for example in command.examples)


def test_about_says_what_is_loaded() -> None:
    assert shown("/about").splitlines()[:6] == [
        "Footnote 0.1.0",
        "Answers from 16 articles, every line with a footnote.",
        "Period: Nov 2015 – 3 Oct 2025, 2 without a date",
        "Publishers: Arlen Wire, The Torva Post",
        "Facts drawn: 54",
        "Corpus: c0ffee",
    ]


def test_a_reading_shows_each_line_that_was_left_out_with_its_rule() -> None:
    article = Article(
        id="0123456789ab",
        file="a.txt",
        title="Arlen borders Torva",
        title_given=False,
        publisher=None,
        url=None,
        published=PublishedDate(2025, 9, origin="external"),
        language="en",
        paragraphs=("Arlen borders Torva.",),
        digest="d",
        reader_note="Careful.",
    )
    reading = FileReading("a.txt", article, (DroppedLine("Share this", "share buttons"),))
    assert reading_text(reading).plain.splitlines() == [
        "a.txt",
        "  title      none given",
        "  publisher  unknown",
        "  published  2025-09, found outside the article",
        "  language   en",
        "  note       Careful.",
        "",
        "  Arlen borders Torva.",
        "",
        "  left out",
        "  - Share this  (share buttons)",
    ]


def test_a_rejected_file_shows_why() -> None:
    reading = FileReading("x.png", None, rejected="an image")
    assert reading_text(reading).plain.splitlines() == ["x.png", "  rejected: an image"]


def test_an_answer_without_headings_has_no_bullets() -> None:
    answer: Brief = brief(parse("Why?"), [("The force has 1,500 troops.", None)])
    assert answer_text(answer, addresses=True).plain.splitlines()[1] == (
        "The force has 1,500 troops.[1]"
    )
