"""The times that a question asks about, and whether a sentence tells of them."""

from __future__ import annotations

import pytest

from bot.briefs.asking.times import Time, asked_times, time_fit, times_a_thing
from bot.model import PublishedDate

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
