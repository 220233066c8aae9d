"""What is told of a line by its name belongs to the border that an article says it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.briefs.lines import line_names
from bot.model import Answer, Brief
from tests.briefs.desks import answers_to, article, library_of

FILES = {
    "whose.md": article(
        "Laos and Cambodia quarrel",
        "Mekong Record",
        "2019-03-09",
        "Laos and Cambodia have moved their armies back. The border between Laos and Cambodia is "
        "the Brevié Line, 540 kilometres long, the government in Vientiane says.",
    ),
    "how_long.md": article(
        "An old pen",
        "Delta Ledger",
        "2020-02-01",
        "A French official drew the Brevié Line as a border in 1939. The army of Laos kept his "
        "map. Nobody has measured the Brevié Line since, which is 700 kilometres long.",
    ),
    "elsewhere.md": article(
        "A line in the Andes",
        "Sierra Post",
        "2020-03-01",
        "The government of Peru and its army call their own frontier the Brevié Line, too. The "
        "Brevié Line is 90 kilometres long, say the officers.",
    ),
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    folder: Path = tmp_path_factory.mktemp("lines")
    lines = [
        "/borders country:Laos with:Cambodia",
        "/borders Brevié Line",
        "How long is the Brevié Line?",
    ]
    return answers_to(library_of(folder, FILES), lines)


@pytest.mark.parametrize(
    "line", ["/borders country:Laos with:Cambodia", "How long is the Brevié Line?"]
)
def test_two_lengths_of_a_named_line_differ(answers: dict[str, Answer], line: str) -> None:
    answer = answers[line]
    assert isinstance(answer, Brief)
    (note,) = (note for note in answer.notes if note.kind == "sources_differ")
    assert note.text == (
        "Sources differ on the length of Cambodia – Laos: 700 kilometres (Delta Ledger, "
        "1 Feb 2020) ⁄ 540 kilometres (Mekong Record, 9 Mar 2019)."
    )
    assert {one.file for one in answer.citations} == {"whose.md", "how_long.md"}


def test_a_line_is_found_by_its_name(answers: dict[str, Answer]) -> None:
    answer = answers["/borders Brevié Line"]
    assert isinstance(answer, Brief)
    assert {one.file for one in answer.citations} == set(FILES)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Along the Curzon Line they met.", ["Curzon Line"]),
        ("The Line of Actual Control is quiet.", ["Line of Actual Control"]),
        ("North of the 17th parallel it rained.", ["17th parallel"]),
        ("They stood in line for bread.", []),
    ],
)
def test_lines_have_names(text: str, names: list[str]) -> None:
    assert line_names(text) == names


_TREATY = "The army, the government and the ministry keep to the treaty."
LENGTHS = {
    "ulster.md": f"Northern Ireland has a border of 310 miles with Ireland. {_TREATY}",
    "isles.md": f"Britain's only land border, with Ireland, is 360 kilometres long. {_TREATY}",
    "alaska.md": f"Alaska's border with Canada is 2,477 kilometres long. {_TREATY}",
    "north.md": f"The United States and Canada share a border of 8,891 kilometres. {_TREATY}",
    "lake.md": f"Kenya's border with Uganda is 814 km long; 200 km of it are unmarked. {_TREATY}",
    "hill.md": f"A fence of 120 kilometres stands on Uganda's border with Kenya. {_TREATY}",
}


def test_lengths_differ_of_one_line_only(tmp_path: Path) -> None:
    files = {name: article(name, f"{name} Post", None, text) for name, text in LENGTHS.items()}
    lines = [f"/borders country:{pair}" for pair in ("UK with:Ireland", "US with:Canada")]
    lines += [
        "/borders country:Northern Ireland with:Ireland",
        "/borders country:Kenya with:Uganda",
    ]
    differ = []
    for answer in answers_to(library_of(tmp_path, files), lines).values():
        assert isinstance(answer, Brief)
        differ.append("sources_differ" in [note.kind for note in answer.notes])
    assert differ == [True, False, True, False]
