"""One story that several publish: told once, cited from all, one source; and what supersedes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.briefs.versions import listed, stories
from bot.model import Answer, Brief
from bot.store.library import Library
from tests.briefs.desks import answers_to, article, library_of

LEAD = (
    "The border between Zambia and Malawi is 847 kilometres long, the ministries of defence of "
    "both governments said on Tuesday after two years of work in the hills."
)
REST = (
    "Zambia borders Malawi along the watershed, and soldiers of both armies had to place 212 "
    "pillars where rain and farmers had taken the old ones away.",
    "The commission was set up in 2016 and met in Chipata and Mchinji in turn, each time for a "
    "week, with maps that the colonial office had left.",
    "Villagers may keep their fields wherever a pillar stands, the two ministers of lands promised "
    "in a joint letter that was read out in the churches.",
)
UPDATED = LEAD.replace("847", "897")
OWN = (
    "Malawi shares a border of 1,569 kilometres with Mozambique, our archive says, and nobody has "
    "measured it since the railway was built.",
)


def texts(answer: Answer) -> list[tuple[str, list[str | None]]]:
    assert isinstance(answer, Brief)
    return [
        (claim.text, [citation.publisher for citation in claim.citations])
        for claim in answer.claims
    ]


def notes(answer: Answer) -> list[tuple[str, str]]:
    assert isinstance(answer, Brief)
    return [(note.kind, note.text) for note in answer.notes]


FILES = {
    "wire.md": article("Border measured", "Chipata Wire", "2019-03-05", LEAD, *REST),
    "copy.md": article("A line is drawn", "Lusaka Portal", "2019-03-06", LEAD, *REST[:2], *OWN),
    "cut.md": article("Border now measured", "Ndola Mirror", "2019-03-07", LEAD, *REST[1:]),
    "other.md": article(
        "A regatta", "Lake Post", "2019-03-08", "Twelve boats of the police sailed on the lake."
    ),
}


@pytest.fixture(scope="module")
def republished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library_of(tmp_path_factory.mktemp("republished"), FILES)


def test_a_republished_sentence_is_told_once_with_all_who_publish_it(republished: Path) -> None:
    answers = answers_to(republished, ["/borders Zambia with:Malawi"])
    answer = answers["/borders Zambia with:Malawi"]
    assert texts(answer) == [
        (REST[0], ["Chipata Wire", "Lusaka Portal"]),
        (
            LEAD.replace("847 kilometres", "847 kilometres (≈ 526 miles)"),
            ["Chipata Wire", "Lusaka Portal", "Ndola Mirror"],
        ),
    ]
    assert notes(answer) == [
        ("single_source", "One source only; republished by Lusaka Portal and Ndola Mirror.")
    ]


def test_what_a_republisher_adds_of_its_own_is_told_too(republished: Path) -> None:
    answer = answers_to(republished, ["/borders Malawi with:Mozambique"])
    assert [cited for _, cited in texts(answer["/borders Malawi with:Mozambique"])] == [
        ["Lusaka Portal"]
    ]


def test_a_plain_question_is_answered_once_from_all_who_publish_it(republished: Path) -> None:
    question = "How many pillars did the soldiers place?"
    answer = answers_to(republished, [question])[question]
    assert texts(answer) == [(REST[0], ["Chipata Wire", "Lusaka Portal"])]


def test_source_names_the_other_versions_of_an_article(republished: Path) -> None:
    lines = ["/source A line is drawn", "/source Border measured", "/source regatta"]
    answers = answers_to(republished, lines)
    assert notes(answers[lines[0]])[:2] == [
        ("reference", "A republication of “Border measured” (Chipata Wire, 5 Mar 2019)."),
        ("reference", "Other versions: “Border now measured” (Ndola Mirror, 7 Mar 2019)."),
    ]
    assert notes(answers[lines[1]])[0] == (
        "reference",
        "Other versions: “A line is drawn” (Lusaka Portal, 6 Mar 2019) and “Border now measured” "
        "(Ndola Mirror, 7 Mar 2019).",
    )
    assert "reference" not in [kind for kind, _ in notes(answers[lines[2]])]


def test_an_answer_is_told_from_the_latest_version_with_the_earlier_figure_as_history(
    tmp_path: Path,
) -> None:
    later = article("Border measured again", "Chipata Wire", "2019-03-09", UPDATED, *REST)
    library = library_of(tmp_path, {**FILES, "wire-2.md": later})
    lines = ["/borders Zambia with:Malawi", "/source Border measured"]
    answers = answers_to(library, lines)
    told = [text for text, _ in texts(answers[lines[0]])]
    assert UPDATED.replace("897 kilometres", "897 kilometres (≈ 557 miles)") in told
    assert not any("847" in text for text in told)
    kinds = dict(notes(answers[lines[0]]))
    assert (
        kinds["superseded"] == "An earlier version of this article (5 Mar 2019) gave other figures."
    )
    assert "sources_differ" not in kinds
    assert notes(answers[lines[1]])[0][0] == "reference"  # the later version is found first
    assert isinstance(answers[lines[1]], Brief)
    assert answers[lines[1]].title == "Border measured again"
    brief = answers[lines[0]]
    assert isinstance(brief, Brief)
    (superseded,) = [note for note in brief.notes if note.kind == "superseded"]
    assert [citation.quote for citation in superseded.citations] == [LEAD]
    assert [citation.number for citation in brief.citations] == list(
        range(1, len(brief.citations) + 1)
    )


def test_versions_of_one_day_by_one_publisher_are_no_sources_that_differ(tmp_path: Path) -> None:
    again = article("Border measured", "Chipata Wire", "2019-03-05", UPDATED, *REST)
    files = {"a.md": FILES["wire.md"], "b.md": again, "other.md": FILES["other.md"]}
    answer = answers_to(library_of(tmp_path, files), ["/borders Zambia with:Malawi"])
    assert "sources_differ" not in dict(notes(answer["/borders Zambia with:Malawi"]))


def test_another_publisher_of_the_story_with_another_figure_is_a_source_that_differs(
    tmp_path: Path,
) -> None:
    other = article("Line measured", "Lusaka Portal", "2019-03-05", UPDATED, *REST)
    files = {"a.md": FILES["wire.md"], "b.md": other, "other.md": FILES["other.md"]}
    answer = answers_to(library_of(tmp_path, files), ["/borders Zambia with:Malawi"])
    kinds = [kind for kind, _ in notes(answer["/borders Zambia with:Malawi"])]
    assert kinds == ["sources_differ"]  # and so there is more than one


def test_the_names_of_files_change_no_answer(tmp_path: Path, republished: Path) -> None:
    renamed = {f"{9 - at}.md": text for at, text in enumerate(FILES.values())}
    lines = ["/borders Zambia with:Malawi", "How many pillars did the soldiers place?"]
    one = answers_to(republished, lines)
    other = answers_to(library_of(tmp_path, renamed), lines)
    assert [texts(one[line]) for line in lines] == [texts(other[line]) for line in lines]


def test_equal_text_by_two_publishers_is_two_articles_and_by_one_it_is_one(tmp_path: Path) -> None:
    files = {
        "a.md": FILES["wire.md"],
        "b.md": FILES["wire.md"].replace("Border measured", "Frontier measured"),
        "c.md": FILES["wire.md"].replace("Chipata Wire", "Lusaka Portal"),
    }
    assert grouped(library_of(tmp_path, files)) == [["a.md", "c.md"]]


def grouped(library: Path) -> list[list[str]]:
    async def read() -> list[list[str]]:
        async with Library(library) as opened, opened.view() as view:
            return [[card.file for card in story] for story in stories(view.cards.values())]

    return asyncio.run(read())


def test_stories_are_grouped_with_the_version_to_tell_from_first(
    tmp_path: Path, republished: Path
) -> None:
    assert grouped(republished) == [["wire.md", "copy.md", "cut.md"], ["other.md"]]
    later = article("Border measured again", "Chipata Wire", "2019-03-09", UPDATED, *REST)
    files = {**FILES, "wire-2.md": later}
    assert grouped(library_of(tmp_path, files)) == [
        ["wire-2.md", "copy.md", "cut.md", "wire.md"],
        ["other.md"],
    ]


@pytest.mark.parametrize(
    ("names", "text"),
    [
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (list("ABCDEF"), "A, B, C, D and 2 more"),
    ],
)
def test_names_are_listed_as_people_write_them(names: Iterable[str], text: str) -> None:
    assert listed(list(names)) == text
