"""Questions whose kind is easily misread: years, sizes come to, several fences, whose
men, and who did what a sentence tells of people without a name.

Each has a near request that must stay unanswered: another road's year, another strip's width, who
flooded a village that "was flooded".
"""

from __future__ import annotations

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "dunes.md": article(
        "The wall on the dunes: what is known",
        "Sahel Ledger",
        "2009-02-04",
        "What has been built? A sand wall along the line between Morocco and Western Sahara.",
        "Who mans it? Some 90,000 soldiers. In 1991 gunmen seized eleven Senegalese drivers near "
        "Tifariti, who were released after a month.",
        "The governments of Algeria and Mauritania oppose the wall.",
        "MINURSO has watched the truce since September 1991. The mission grew to 375 people in "
        "1992. It should come to an end in 2010. The Guerguerat strip, five kilometres wide, has "
        "no garrison.",
    ),
    "line.md": article(
        "Guatemala and Belize measure their line",
        "Caribbean Ledger",
        "2013-07-09",
        "The Arenal road runs for 31 kilometres from the ford to the sea.",
        "The fences around Chalillo and Vaca are nine and eleven kilometres long. The village of "
        "Arenal was flooded on 2 June.",
        "Shepherds found the marker at Garbutt's Falls in May. The road to it should be ready by "
        "2016. Officials hope to have the last section done by the end of June.",
    ),
    "coast.md": article(
        "Peacekeepers for the Amatique coast",
        "Isthmus Courier",
        "1999-05-11",
        "Honduras is ready to station a battalion in Nicaragua for a year, the foreign minister "
        "said in Managua on Tuesday.",
        "The soldiers will be based at Bluefields and Rama.",
        "The Luso-Spanish line at Olivenza was last marked in 1926.",
    ),
}
ANSWERED = {
    "From which country were the drivers who were seized near Tifariti?": "Senegalese",
    "How big did MINURSO become?": "375 people",
    "In what year should the MINURSO operation be over?": "2010",
    "How wide is the Guerguerat corridor?": "five kilometres",
    "Which governments are against the wall?": "Algeria and Mauritania",
    "How long are the fences around Chalillo and Vaca?": "nine and eleven",
    "How long is the Arenal road?": "31 kilometres",
    "By which year should the road to Garbutt's Falls be ready?": "2016",
    "Where in Nicaragua will the battalion be based?": "Bluefields and Rama",
    "Where did the foreign minister say this?": "Managua",
    "When was the line between Portugal and Spain last marked?": "1926",
    "Who found the marker at Garbutt's Falls?": "Shepherds",
}
SILENT = (
    "How big did UNFICYP become?",
    "How wide is the Tindouf corridor?",
    "How long are the fences around Tikal?",
    "By which year should the railway to Garbutt's Falls be ready?",
    "Who flooded the village of Arenal?",
)


@pytest.mark.parametrize(("question", "told"), ANSWERED.items())
def test_what_is_asked_for_is_told(answers: dict[str, Answer], question: str, told: str) -> None:
    answer = answers[question]

    assert isinstance(answer, Brief)
    assert told in answer.claims[0].text


@pytest.mark.parametrize("question", SILENT)
def test_what_is_near_it_is_left_unanswered(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer)
