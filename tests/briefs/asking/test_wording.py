"""Questions in other words than the article's, and what a sentence leaves to the one before."""

from __future__ import annotations

import pytest

from bot.language.lexicon import FAMILY, NARROWER, kinship
from bot.language.words import stem
from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "chaco.md": article(
        "Observers for the Chaco frontier",
        "Asuncion Courier",
        "1996-04-11",
        "The foreign ministers of Paraguay and Bolivia set up an observer mission called Operation "
        "Dry Lantern. Up to 140 people may serve in it. It is meant to watch the demilitarised "
        "strip, and it is planned for ten months at first.",
        "Paraguayan engineers have dug a ditch along the frontier. Roughly a quarter of it had "
        "been fenced by March; swamps make the rest hard to reach.",
        "Bolivia accuses smugglers of having shot at a patrol. Three of them were wounded, the "
        "ministry of defence in La Paz said. Paraguay denies that its soldiers opened fire.",
        "Eleven watchtowers are to follow. The army pays for the ditch; the bill comes to 3 "
        "million dollars.",
        "Uruguay has offered two helicopters, Argentina some sixty soldiers; Chile has promised "
        "lorries.",
    ),
    "chaco-over.md": article(
        "The lantern goes out",
        "Sucre Herald",
        "1997-02-20",
        "The presidents of Bolivia and Paraguay met on Thursday for the last act of their quarrel.",
        "Dry Lantern ends on Friday. Its soldiers sail home down the river.",
    ),
}
ANSWERED = {
    "What fraction of the Paraguayan ditch has been fenced?": "quarter",
    "What is the maximum strength of Dry Lantern?": "140",
    "How long is Dry Lantern supposed to last initially?": "ten months",
    "What is the purpose of Dry Lantern?": "watch the demilitarised",
    "How many watchtowers will Paraguay put up?": "Eleven",
    "Who foots the bill for the Paraguayan ditch?": "army",
    "How many soldiers did Argentina offer?": "sixty",
    "Did Paraguayan soldiers shoot at the Bolivian patrol?": "denies",
}
ALSO = ("/missions Dry Lantern",)
SILENT = (
    "How many soldiers did Chile promise?",
    "Who commands Dry Lantern?",
    "How high is the fence in Paraguay?",
    "How many helicopters did Argentina offer?",
    "What is the capital of Bolivia?",
)


@pytest.mark.parametrize("question", ANSWERED)
def test_a_question_in_other_words_finds_its_sentence(
    answers: dict[str, Answer], question: str
) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief), question
    assert any(ANSWERED[question] in claim.text for claim in answer.claims)


@pytest.mark.parametrize("question", SILENT)
def test_near_words_are_no_answer(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer)


def test_a_sentence_that_begins_with_it_is_quoted_with_what_it_means(
    answers: dict[str, Answer],
) -> None:
    answer = answers["What is the maximum strength of Dry Lantern?"]
    assert isinstance(answer, Brief)
    assert "Dry Lantern" in answer.claims[0].text


def test_a_card_says_where_its_mission_is(answers: dict[str, Answer]) -> None:
    answer = answers["/missions Dry Lantern"]
    assert isinstance(answer, Brief)
    assert any("Paraguay" in claim.text for claim in answer.claims)


@pytest.mark.parametrize(
    ("asked", "told", "at_least"),
    [
        ("died", "deaths", FAMILY),
        ("sent", "send", FAMILY),
        ("truce", "armistice", NARROWER),
        ("weapons", "guns", NARROWER),
    ],
)
def test_words_are_akin(asked: str, told: str, at_least: float) -> None:
    assert kinship(stem(asked), stem(told)) >= at_least


@pytest.mark.parametrize(("asked", "told"), [("north", "south"), ("soldier", "village")])
def test_words_that_only_stand_together_are_not_akin(asked: str, told: str) -> None:
    assert kinship(stem(asked), stem(told)) == 0
