"""Two articles with two answers: noted where they differ, and not where they only seem to.

A number of another day, of a part, of one country or of a plan is no disagreement.
"""

from __future__ import annotations

import re

import pytest

from bot.model import Answer, Brief
from tests.briefs.desks import article

FILES = {
    "clash.md": article(
        "Troops clash at the Preah ridge",
        "Lower River Times",
        "1969-03-05",
        "Chinese and Soviet border troops fought over the island of Zhenbao. The fight began on 2 "
        "March.",
        "The Soviet side lost 31 men on Zhenbao. China opened fire first, Moscow says.",
        "The fortified line on the Soviet bank cost 40 million roubles.",
        "So far nine villages have been cleared on the Soviet bank.",
    ),
    "years.md": article(
        "Zhenbao after forty years",
        "Amur Review",
        "2009-03-02",
        "The fight for the island of Zhenbao began on 3 March 1969.",
        "The Soviet side lost 58 men on Zhenbao. Soviet patrols opened fire first, Beijing holds.",
        "The fortified line on the Soviet bank cost 65 million roubles.",
        "In the end twenty villages were cleared on the Soviet bank.",
    ),
    "drill.md": article(
        "Exercise Bold Alligator opens",
        "Tidewater Sheet",
        "2012-01-30",
        "Exercise Bold Alligator 2012 has opened off Virginia and North Carolina in the United "
        "States. Some 14,000 sailors and marines take part.",
        "France has sent 650 marines to Bold Alligator. The exercise may have up to 30 ships.",
        "Twenty-five ships sail in Bold Alligator, and 120 aircraft fly.",
    ),
    "end.md": article(
        "Bold Alligator ends on the beach",
        "Capes Gazette",
        "2012-02-13",
        "Bold Alligator 2012 ended on Sunday on the beaches of the United States. More than "
        "13,000 sailors and marines took part.",
        "The French marines, 650 of them, landed first. Some 20 ships sailed in Bold Alligator.",
        "About 120 aircraft flew.",
    ),
}
FILES |= {
    "prut.md": article(
        "Moldova counts its river",
        "Prut Monitor",
        "2011-06-02",
        "For 410 kilometres the Prut is the border between Moldova and Romania. With the Danube "
        "the line measures 681 kilometres in all.",
    ),
    "joint.md": article(
        "Romania and Moldova patrol together",
        "Jassy Reader",
        "2015-09-14",
        "Over a stretch of 540 kilometres the Prut forms the frontier of Romania with Moldova.",
        "The whole border between Romania and Moldova is 423 miles long.",
    ),
}
ANSWERED = {
    "/ask How many men did the Soviet side lose on Zhenbao?": "31 .* ⁄ 58|58 .* ⁄ 31",
    "/ask When did the fight for Zhenbao begin?": "3 March",
    "/ask Who opened fire first on Zhenbao?": "China .* ⁄ Soviet|Soviet .* ⁄ China|Russia",
    "/ask How much did the fortified line cost?": "[46][05] million roubles .* ⁄ ",
    "/ask How many ships sailed in Bold Alligator?": "20 .* ⁄ |[Tt]wenty-five .* ⁄ ",
}
SILENT = (
    "/ask How many French marines took part in Bold Alligator?",
    "/ask How many sailors and marines took part in Bold Alligator?",
    "/ask How many aircraft flew in Bold Alligator?",
    "/ask How many villages were cleared on the Soviet bank?",
    "/ask How long is the whole border between Romania and Moldova?",
)


def differ(answer: Answer) -> str:
    assert isinstance(answer, Brief)
    return " ".join(note.text for note in answer.notes if note.kind == "sources_differ")


@pytest.mark.parametrize("line", ANSWERED)
def test_two_answers_are_told_with_who_gives_which(answers: dict[str, Answer], line: str) -> None:
    assert re.search(ANSWERED[line], differ(answers[line]))


@pytest.mark.parametrize("line", SILENT)
def test_a_part_or_a_rounding_or_an_earlier_count_does_not_differ(
    answers: dict[str, Answer], line: str
) -> None:
    assert differ(answers[line]) == ""
