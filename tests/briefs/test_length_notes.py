"""Two lengths of one border differ where both are of all of it, each by its own source's word."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.model import Answer, Brief
from tests.briefs.desks import answers_to, article, library_of

FILES = {
    # its own figure, and the other side's
    "burundi.md": article(
        "Burundi's army counts stones",
        "Gitega Ledger",
        "2018-05-02",
        "Burundi shares 290 kilometres with Rwanda. Kigali puts the length at 315 kilometres. "
        "With Tanzania in the east the border is 451 kilometres long.",
    ),
    "rwanda.md": article(
        "Rwanda's government and its frontiers",
        "Kigali Courier",
        "2019-05-02",
        "The Burundi–Rwanda border, 315 kilometres long, is watched by the army.",
    ),
    # the land alone, and the land with the river
    "gabon.md": article(
        "Gabon's land frontier",
        "Libreville Post",
        "2016-07-04",
        "Gabon closed its border with Equatorial Guinea on Monday. The land line is 280 "
        "kilometres long, the government says.",
    ),
    "guinea.md": article(
        "Equatorial Guinea measures",
        "Malabo Star",
        "2016-05-05",
        "The border of Equatorial Guinea with Gabon is 335 kilometres long by land and water, "
        "says its army.",
    ),
    # a round figure and its exact one
    "mali.md": article(
        "Mali's army in the south",
        "Bamako Wire",
        "2012-05-05",
        "Mali's 600-kilometre border with Ivory Coast is open, the government says.",
    ),
    "ivory.md": article(
        "Ivory Coast: the north",
        "Abidjan Echo",
        "2013-05-05",
        "Ivory Coast and Mali share 599 kilometres of border, its army says.",
    ),
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    folder: Path = tmp_path_factory.mktemp("notes")
    lines = [
        "/borders country:Burundi with:Rwanda",
        "How long is the border between Burundi and Rwanda?",
        "/borders country:Gabon with:Equatorial Guinea",
        "How long is the land border between Gabon and Equatorial Guinea?",
        "/borders country:Mali with:Ivory Coast",
    ]
    return answers_to(library_of(folder, FILES), lines)


def notes_of(answer: Answer) -> list[str]:
    assert isinstance(answer, Brief)
    return [note.text for note in answer.notes if note.kind == "sources_differ"]


@pytest.mark.parametrize(
    "line",
    ["/borders country:Burundi with:Rwanda", "How long is the border between Burundi and Rwanda?"],
)
def test_an_article_that_quotes_the_other_side_still_differs_from_it(
    answers: dict[str, Answer], line: str
) -> None:
    assert notes_of(answers[line]) == [
        "Sources differ on the length of Burundi – Rwanda: 315 kilometres (Kigali Courier, "
        "2 May 2019) ⁄ 290 kilometres (Gitega Ledger, 2 May 2018)."
    ]


@pytest.mark.parametrize(
    "line",
    [
        "/borders country:Gabon with:Equatorial Guinea",
        "How long is the land border between Gabon and Equatorial Guinea?",
        "/borders country:Mali with:Ivory Coast",
    ],
)
def test_the_land_alone_and_a_round_figure_differ_from_nothing(
    answers: dict[str, Answer], line: str
) -> None:
    assert notes_of(answers[line]) == []
