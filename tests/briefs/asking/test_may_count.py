"""Numbers of which nothing says what they count: told where all else fits, and of nothing else."""

from __future__ import annotations

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "peaks.md": article(
        "Jagged Peaks, thirty years on",
        "Alpine Ledger",
        "2018-09-14",
        "The largest exercise of the Austrian army, Raumverteidigung in 1979, involved 32,000. It "
        "ran for a week in the Danube valley.",
        "The bulk of them were reservists. Five bridges were closed for it.",
    ),
    "mweru.md": article(
        "Flight across Lake Mweru",
        "Kafue Courier",
        "1999-11-18",
        "More than 20,000 Congolese have crossed into Zambia since Monday, the refugee agency "
        "said. Half of them are under fifteen.",
        "The army of Zambia has moved a battalion of 700 to Kaputa. Four people drowned when a "
        "canoe capsized on Lake Mweru.",
        "The agency needs 150 lorries; only 22 have arrived. Zambia shares 2,332 kilometres of "
        "border with Congo, of which 190 are marked.",
    ),
    "temple.md": article(
        "Cambodia and Thailand pull back",
        "Mekong Ledger",
        "2012-07-18",
        "Cambodia moved 485 soldiers away from Preah Vihear. At least 28 people have been killed "
        "there since 2008.",
        "The observers at Preah Vihear work under resolution 1264. Seventy civilian staff help "
        "them.",
    ),
}
ANSWERED = {
    "How many people took part in Raumverteidigung?": "32,000",
    "How many refugees came to Zambia?": "20,000 Congolese",
    "How many troops did Zambia send to Kaputa?": "700",
    "How many people died on Lake Mweru?": "Four people drowned",
    "How many have died at Preah Vihear since 2008?": "28",
}
SILENT = (
    "How many tanks took part in Raumverteidigung?",
    "How many refugees are at Kaputa?",
    "How many women crossed into Zambia?",
    "How many soldiers did Thailand move away from Preah Vihear?",
    "How many people took part in the exercise of the Bolivian army?",
    "How many soldiers help the observers?",
)
LEADS = "How many refugees came to Zambia?"


@pytest.mark.parametrize("question", ANSWERED)
def test_a_number_that_may_count_it_is_told_where_all_else_fits(
    answers: dict[str, Answer], question: str
) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief), question
    assert ANSWERED[question] in answer.claims[0].text


@pytest.mark.parametrize("question", SILENT)
def test_a_number_of_others_is_not_told(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer), answers[question]


def test_neither_a_battalion_nor_lorries_are_told_of_refugees(answers: dict[str, Answer]) -> None:
    answer = answers[LEADS]
    assert isinstance(answer, Brief)
    told = " ".join(claim.text for claim in answer.claims)
    assert "700" not in told
    assert "22" not in told
    assert "190" not in told
