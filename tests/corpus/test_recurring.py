"""Lines that stand in many files are left out, and what only looks like one of them is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.corpus import read_corpus
from bot.corpus.recurring import IN_CORPUS, may_report
from bot.model import FileReading

PAPERS = (
    "Bay Courier", "Delta Post", "Ridge Weekly", "Fjord Tidings", "Steppe Herald", "Ebro Mail",
    "Lakes Gazette", "Karst Review", "Dune Tribune", "Marsh Observer",
)  # fmt: skip
RIVERS = ("Oder", "Sava", "Pruth", "Niger", "Ubangi", "Mekong", "Amur", "Yalu", "Indus", "Tigris")
BANNER = "By candlelight or by day, along every border"
ASKS = "Keep the presses warm for us, and please tell your neighbours about them."
WIRE = "The gauge station below the bridge was closed by the council in spring."
FACT = "Length of the river border: 410 kilometres"


def article(at: int, *more: str) -> str:
    """One of ten stories, each by another publisher."""
    story = (
        f"The water of the {RIVERS[at]} rose by {at + 2} metres on Monday and carried off a ferry.",
        f"Two markers of the border were found {at + 11} kilometres downstream, the wardens said.",
        f"Nobody knows whose duty it is to carry the stones of the {RIVERS[at]} back.",
    )
    return "\n\n".join((f"# Markers lost on the {RIVERS[at]}", story[0], *more, *story[1:]))


def readings(
    folder: Path, articles: list[str], papers: tuple[str, ...] = PAPERS
) -> list[FileReading]:
    for number, (text, paper) in enumerate(zip(articles, papers, strict=False)):
        head = f"---\npublisher: {paper}\nlanguage: en\n---\n"
        (folder / f"{number}.md").write_text(head + text)
    return list(read_corpus(folder))


def kept_in(found: list[FileReading], line: str) -> int:
    return sum(line in one.article.paragraphs for one in found if one.article is not None)


@pytest.mark.parametrize("line", [BANNER, ASKS])
def test_a_line_that_stands_in_many_stories_is_left_out_of_every_paper(
    tmp_path: Path, line: str
) -> None:
    found = readings(tmp_path, [article(at, *[line] * (at < IN_CORPUS)) for at in range(10)])
    assert kept_in(found, line) == 0
    rules = [one.rule for reading in found for one in reading.dropped if one.text == line]
    assert rules == ["recurs in many stories of the corpus"] * IN_CORPUS


def test_a_line_in_a_few_stories_is_kept(tmp_path: Path) -> None:
    found = readings(tmp_path, [article(at, *[BANNER] * (at < IN_CORPUS - 1)) for at in range(10)])
    assert kept_in(found, BANNER) == IN_CORPUS - 1


@pytest.mark.parametrize("line", [WIRE, FACT])
def test_what_may_be_news_is_kept_in_however_many_papers(tmp_path: Path, line: str) -> None:
    assert kept_in(readings(tmp_path, [article(at, line) for at in range(10)]), line) == 10


def test_a_story_that_many_papers_print_is_one_story(tmp_path: Path) -> None:
    own = (f"The desk of this paper adds a word on the {river} of its own." for river in RIVERS)
    found = readings(tmp_path, [f"{article(3, BANNER)}\n\n{line}" for line in own])
    assert kept_in(found, BANNER) == 10


def test_the_head_of_a_table_is_kept_however_many_tables_have_it(tmp_path: Path) -> None:
    tables = [
        f"| Bank | Metres |\n| --- | --- |\n| left | {at} |\n| right | {at + 3} |"
        for at in range(10)
    ]
    found = readings(tmp_path, [article(at, tables[at]) for at in range(10)])
    assert kept_in(found, "Bank | Metres") == 10


def test_what_a_person_vouches_for_is_neither_counted_nor_left_out(tmp_path: Path) -> None:
    papers = tuple(
        f"{paper}\ncurated: {'true' if at < 4 else 'false'}" for at, paper in enumerate(PAPERS)
    )
    found = readings(tmp_path, [article(at, BANNER) for at in range(10)], papers)
    assert kept_in(found, BANNER) == 10
    for at in range(10, 12):
        text = article(at - 10, BANNER).replace("Monday", f"Friday, day {at}")
        (tmp_path / f"{at}.md").write_text(
            f"---\npublisher: Paper {at}\nlanguage: en\n---\nDay {at}. {text[2:]}"
        )
    assert kept_in(list(read_corpus(tmp_path)), BANNER) == 4


@pytest.mark.parametrize(
    ("text", "language", "reports"),
    [
        ("Sweden shares a border with Norway.", "en", True),
        ("the crossing was closed.", "en", True),
        ("Border length: 1,619 km", "en", True),
        ("1905: the union ends", "en", True),
        ("Der Übergang wurde geschlossen.", "de", True),
        ("国境の橋は閉鎖された。", "ja", True),
        ("Please switch off the lights for us.", "en", False),
        ("Opinions are those of their owners.", "en", False),
        ("More from the archive", "en", False),
        ("Aus dem Archiv", "de", False),
    ],
)
def test_only_a_line_that_cannot_be_news_recurs_across_papers(
    text: str, language: str, reports: bool
) -> None:
    assert may_report(text, language) is reports
