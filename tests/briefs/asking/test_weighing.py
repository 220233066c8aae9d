"""What kind of answer a sentence holds, and what the weights say."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from bot.briefs.asking.weighing import GROUPS, weigh
from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import answers_to, article, library_of


def test_every_group_of_questions_has_weights_with_a_bias() -> None:
    text = resources.files("bot.briefs.asking").joinpath("weights.toml").read_text("utf-8")
    weights = tomllib.loads(text)
    assert {*weights} == {"answer", "every", *GROUPS.values()}
    assert all("bias" in weights[group] for group in GROUPS.values())


@pytest.mark.parametrize("asked", GROUPS)
def test_what_is_missing_never_makes_a_sentence_a_better_answer(asked: object) -> None:
    full = {"both_here": 1.0, "name_here": 1.0, "word_here": 1.0, "top": 1.0}
    for sign in ("unfit", "name_missing", "word_missing", "other_time", "absent"):
        assert weigh(asked, full | {sign: 1.0}) <= weigh(asked, full)  # type: ignore[arg-type]


FILES = {
    "strait.md": article(
        "The strait of Palmas is shut to tankers",
        "Marsh Gazette",
        "1998-03-12",
        "The harbour office of Belize shut the strait of Palmas to tankers on Monday. A tanker had "
        "run aground on the reef there and lost most of its oil.",
        "Last year 412 tankers used the strait. The office has not decided whether the ban will "
        "become permanent.",
        "The strait was called the Needle until 1974. Its lighthouse is kept by Guatemala; "
        "Honduras pays for the buoys.",
        "Mexico called the ban a punishment. The part of the bay that is closed covers about 90 "
        "square kilometres, three quarters of it reef.",
    ),
    "patrol.md": article(
        "Three coast guards sail together",
        "Marsh Gazette",
        "1999-06-02",
        "Operation Blue Heron began off Belize on Tuesday. Ships of Belize, Honduras, Guatemala "
        "and Jamaica take part in it; Mexico stays outside.",
        "The ships put in at Puerto Barrios every ten days. They are led by the Honduran navy.",
    ),
}
ANSWERED = {
    "Why was the strait of Palmas shut to tankers?": "run aground",
    "How many tankers used the strait of Palmas in 1997?": "412",
    "Will the ban on tankers in the strait become permanent?": "not decided",
    "What was the strait of Palmas called before?": "Needle",
    "Until when was the strait called the Needle?": "1974",
    "Which countries take part in Blue Heron?": "Jamaica",
    "Who leads Blue Heron?": "Honduran navy",
    "What does Mexico say about the ban in the strait?": "punishment",
    "What share of the closed part of the bay is reef?": "three quarters",
    "What is the size of the area closed in the bay?": "90 square",
    "How often do the ships of Blue Heron put in at Puerto Barrios?": "every ten days",
}
SILENT = (
    "How many tankers used the strait of Palmas in 1983?",
    "How many women serve in Blue Heron?",
    "Who is the commander of Blue Heron?",
    "Who is the captain of the tanker that ran aground?",
    "How much oil did the tanker carry through the strait of Palmas?",
    "What did the lighthouse in the strait of Palmas cost?",
)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    return answers_to(library_of(tmp_path_factory.mktemp("weighing"), FILES), [*ANSWERED, *SILENT])


@pytest.mark.parametrize("question", ANSWERED)
def test_the_sentence_with_the_kind_of_thing_asked_for_answers(
    answers: dict[str, Answer], question: str
) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief), question
    told = " ".join(claim.text for claim in answer.claims)
    assert ANSWERED[question] in told


@pytest.mark.parametrize("question", SILENT)
def test_what_no_sentence_tells_stays_unanswered(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer), answers[question]
