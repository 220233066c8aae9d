"""Questions in other words than the report's: what still answers them, and what must not."""

from __future__ import annotations

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import answers_to, article, library_of

FILES = {
    "wall.md": article(
        "Paraguay starts a ditch along the line with Bolivia",
        "Chaco Bulletin",
        "1987-05-11",
        "The army of Paraguay broke the first ground on Saturday for a ditch along the border "
        "between Paraguay and Bolivia.",
        "The ditch is to be 210 kilometres long, less than a third of the 742-kilometre border "
        "between the two countries. It will be 4 metres deep.",
        "The first stage of 35 kilometres should be ready by winter, the minister said.",
    ),
    "observers.md": article(
        "Observers come to the Chaco",
        "Chaco Bulletin",
        "1988-02-20",
        "The first officers of a new observer mission reached the Chaco on Thursday, nine weeks "
        "after shots were fired between soldiers of Paraguay and Bolivia. The mission is called "
        "MOCHA, short for Military Observers in the Chaco.",
        "The mission is to last 120 days at first. Uruguay leads it.",
        "At present 64 officers are there, and they will move to the river in stages.",
    ),
}
ANSWERED = {
    "How long is the frontier that Bolivia has with the Paraguayans?": "742",
    "For how long was MOCHA meant to stay when it began?": "120 days",
    "How many officers of MOCHA were there in February 1988?": "64",
}
SILENT = (
    "How long is the frontier that Bolivia has with Peru?",
    "How many officers of MOCHA were there in 1994?",
    "How many soldiers did MOCHA lose?",
)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    library = library_of(tmp_path_factory.mktemp("rewordings"), FILES)
    return answers_to(library, [*ANSWERED, *SILENT, "/borders Paraguay"])


@pytest.mark.parametrize("question", ANSWERED)
def test_a_question_in_other_words_than_the_report_is_answered(
    answers: dict[str, Answer], question: str
) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief), question
    assert ANSWERED[question] in answer.claims[0].text


@pytest.mark.parametrize("question", SILENT)
def test_what_only_sounds_alike_is_no_answer(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer), answers[question]


def test_a_stage_of_a_ditch_is_no_other_length_of_the_border(answers: dict[str, Answer]) -> None:
    answer = answers["/borders Paraguay"]
    assert isinstance(answer, Brief)
    assert "sources_differ" not in {note.kind for note in answer.notes}
    assert not [claim for claim in answer.claims if "4 metres deep" in claim.text]
