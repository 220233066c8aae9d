"""Questions that ask several things: where one ends and the next begins, and what they come to."""

from __future__ import annotations

import pytest

from bot.briefs.asking.compound import parts_of
from bot.model import Answer, Brief, NoAnswer
from bot.store import KnownMission, Missions
from tests.briefs.desks import article

FILES = {
    "huaquillas.md": article(
        "The bridge at Huaquillas",
        "Andean Courier",
        "2011-03-14",
        "Ecuador and Peru reopened the bridge at Huaquillas on 12 March 2011. The bridge is 62 "
        "metres long.",
        "MOMEP, the observer mission to the two countries, began its work in March 1995. Brazil "
        "led the mission. It had 60 observers from four countries. Its headquarters were in "
        "Patuca.",
        "The peace treaty was signed in Brasilia on 26 October 1998.",
        "Lima accused Quito of having laid mines. Quito denied the charge.",
    ),
    "heron.md": article(
        "The Rhine exercise",
        "Lowland Gazette",
        "1974-10-03",
        "The exercise Grey Heron began on 20 September near Bremen. Some 14,000 soldiers took "
        "part.",
        "Three soldiers were killed and eleven injured when a bridge collapsed.",
    ),
}
ANSWERED = {
    "When did MOMEP begin and how many observers did it have?": ("March 1995", "60 observers"),
    "Which country led MOMEP and where were its headquarters?": ("Brazil led", "Patuca"),
    "When and where was the peace treaty between Ecuador and Peru signed?": ("26 October 1998",),
    "Who does Lima accuse of having laid mines, and what does Quito say?": (
        "Lima accused Quito",
        "Quito denied",
    ),
    "How many soldiers took part in Grey Heron? And how many were killed?": (
        "14,000",
        "Three soldiers were killed",
    ),
    "How long is the bridge at Huaquillas, and what did it cost?": ("62 metres",),
}
SILENT = [
    "What did the bridge at Huaquillas cost, and who paid for it?",
    "When did UNMOT begin and how many took part?",
]


@pytest.mark.parametrize("question", ANSWERED)
def test_each_part_that_is_told_gets_a_claim(answers: dict[str, Answer], question: str) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief)
    told = [claim.text for claim in answer.claims]
    assert len(told) == len(ANSWERED[question])
    assert all(sought in text for sought, text in zip(ANSWERED[question], told, strict=True))
    assert {one.number for claim in answer.claims for one in claim.citations} == set(
        range(1, len(answer.citations) + 1)
    )


@pytest.mark.parametrize("question", SILENT)
def test_nothing_is_told_where_no_part_is(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Who is the commander of Irini, and where are its headquarters?",
            ("Who is the commander of Irini", "where are the headquarters of Irini?"),
        ),
        (
            "When did Irini begin, how many ships took part and who led it?",
            ("When did Irini begin", "how many ships took part in Irini?", "who led Irini?"),
        ),
        (
            "How long is the border between Peru and Ecuador and who measured it?",
            (
                "How long is the border between Peru and Ecuador",
                "who measured the border between Peru and Ecuador?",
            ),
        ),
        (
            "How many soldiers and how many police serve in Cyprus?",
            ("How many soldiers serve in Cyprus?", "how many police serve in Cyprus?"),
        ),
        (
            "How many refugees crossed the Sava and where did they come from?",
            (
                "How many refugees crossed the Sava",
                "where did the refugees of the Sava come from?",
            ),
        ),
        (
            "Who says that Cubans fought for Luanda, and how many?",
            ("Who says that Cubans fought for Luanda", "how many Cubans fought for Luanda?"),
        ),
        (
            "Did Togo close the border, and until when?",
            ("Did Togo close the border", "until when did Togo close the border?"),
        ),
    ],
)
def test_each_question_is_written_out_by_itself(text: str, parts: tuple[str, ...]) -> None:
    missions = Missions({"irini": KnownMission("irini", "Irini", "operation", ("Irini",))})
    assert tuple(part.text for part in parts_of(text, missions)) == parts


@pytest.mark.parametrize(
    "text",
    [
        "How long is the border of France and Spain?",
        "How many soldiers were killed and wounded at Goose Green?",
        "What is the difference between what Kiev says and what Moscow says?",
        "How many of those who came in 1991 and who left in 1994 were Dutch?",
        "Did Hanoi say when it withdrew and how many men it lost?",
        "Who leads EUFOR, which was set up in 2004?",
        "Which of the two is longer, and by how much?",
    ],
)
def test_an_and_within_one_question_parts_nothing(text: str) -> None:
    assert [part.text for part in parts_of(text, Missions({}))] == [text]
