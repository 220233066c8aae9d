"""When a question asks about, what kind of answer a sentence holds, and what the weights say."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from bot.briefs.asking.times import Time, asked_times, time_fit, times_a_thing
from bot.briefs.asking.weighing import GROUPS, weigh
from bot.model import Answer, Brief, NoAnswer, PublishedDate
from tests.briefs.desks import answers_to, article, library_of

AUTUMN = frozenset((9, 10, 11, 12))
REPORT = PublishedDate(1998, 3, 12)


@pytest.mark.parametrize(
    ("question", "times"),
    [
        ("Who closed the pass in 1997?", (Time(1997, frozenset()),)),
        ("Who came through the pass in autumn 1997?", (Time(1997, AUTUMN),)),
        ("What was agreed in October 1997?", (Time(1997, frozenset((10,))),)),
        ("How many died in the 1987-88 war?", (Time(1987, frozenset()), Time(1988, frozenset()))),
        ("How many of the 1998 soldiers stayed?", ()),
        ("Who closed the pass?", ()),
    ],
)
def test_a_question_names_years_months_and_seasons(question: str, times: tuple[Time, ...]) -> None:
    assert asked_times(question) == times


@pytest.mark.parametrize(
    ("question", "sentence", "fits"),
    [
        ("in 1997", "Last year the jets took off forty times.", True),
        ("in autumn 1997", "Last autumn some 900 people crossed.", True),
        ("in October 1997", "In October a bridge was opened.", True),
        ("in March 1998", "On Thursday the gate was shut.", True),
        ("in 1998", "A bridge is to be opened this summer.", True),
        ("in 1997", "In 1985 the gate was shut.", False),
        ("in 1995", "Last year the jets took off forty times.", False),
        ("in June 1997", "Last autumn some 900 people crossed.", False),
    ],
)
def test_a_sentence_tells_of_a_time_by_its_own_words_or_by_the_day_of_its_article(
    question: str, sentence: str, fits: bool
) -> None:
    fit = time_fit(asked_times(question), sentence, [], REPORT, article_tells=False)
    assert fit == (1.0 if fits else 0.0)


def test_a_sentence_without_a_time_has_that_of_the_one_before() -> None:
    asked = asked_times("in 1991")
    told = time_fit(asked, "About 40 died.", ["The war began in 1991."], REPORT, True)
    untold = time_fit(asked, "About 40 died.", ["The war was long."], REPORT, False)
    assert told > 0.5 > untold


@pytest.mark.parametrize(
    ("question", "of_thing"),
    [
        ("Until when is the bridge shut under the order of May 1996?", True),
        ("How many serve there, as reported in May 1996?", True),
        ("How many served there in May 1996?", False),
    ],
)
def test_a_time_may_tell_which_order_or_report_is_meant(question: str, of_thing: bool) -> None:
    assert times_a_thing(question) is of_thing


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
