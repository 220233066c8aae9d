"""Who heads a mission, how many it saved, how large what two states quarrel over is, how much lies
somewhere: what answers, and the request beside it that nothing answers."""

from __future__ import annotations

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

TIJUANA = "How long is the fence at Tijuana?"
FILES = {
    "chad.md": article(
        "The border of Chad and Niger in numbers",
        "Sahel Atlas",
        "2011-02-01",
        "The army guards the border between Chad and Niger, which is 1,196 kilometres long.",
        "| Section | Length |\n| --- | --- |\n| In the Ténéré | 780 km |\n| On Lake Chad | 85 km |",
    ),
    "cambodia.md": article(
        "The last helmets leave Phnom Penh",
        "Mekong Courier",
        "1993-11-15",
        "The last soldiers of UNTAC, the United Nations Transitional Authority in Cambodia, left "
        "on Monday. It was led by Yasushi Akashi, a Japanese diplomat. Some 20,000 people served "
        "in it.",
    ),
    "bougainville.md": article(
        "Bougainville truce holds",
        "Coral Sea Post",
        "1998-05-01",
        "The Peace Monitoring Group on Bougainville took over on Friday. Brigadier Bruce Osborn "
        "leads it. Australia sent 250 of its 300 members.",
    ),
    "congo.md": article(
        "Policemen go home from Congo",
        "Great Lakes Wire",
        "2007-07-01",
        "EUPOL Kinshasa, the police mission of the European Union, closed on Saturday. It was led "
        "by Portugal. Thirty officers trained the policemen of the capital.",
    ),
    "strait.md": article(
        "Italy ends Mare Nostrum",
        "Tyrrhenian Post",
        "2014-11-01",
        "Italy has closed Mare Nostrum, its naval operation in the Strait of Sicily. In a year its "
        "ships rescued more than 150,000 people. At least 3,300 drowned all the same.",
    ),
    "kashmir.md": article(
        "Helicopters over the snow line",
        "Hill Paper",
        "2005-03-02",
        "Indian army helicopters flew Operation Snow Lift in Kashmir for nine days. Seven soldiers "
        "lost their lives under an avalanche.",
    ),
    "halaib.md": article(
        "Halaib stays Egyptian",
        "Nile Paper",
        "2016-04-20",
        "Sudan and Egypt quarrel over Halaib. The contested triangle covers 20,580 square "
        "kilometres. Egypt has held it since 1995.",
        "Sudan also has a dispute with Ethiopia about the fields of al-Fashaga.",
    ),
    "sinai.md": article(
        "The Sinai force counts its men",
        "Gulf Ledger",
        "2009-01-12",
        "The Multinational Force and Observers stands between Egypt and Israel in the Sinai. It "
        "has three battalions: a Fijian, a Colombian and an American one. The Colombian one has "
        "354 men.",
    ),
    "cabinda.md": article(
        "Cabinda wants out",
        "Zaire Mouth Herald",
        "1998-02-02",
        "Cabinda is cut off from the rest of Angola. How many soldiers Angola keeps in the "
        "province is not known. Human rights groups have spoken of 30,000; the government has "
        "never confirmed it.",
    ),
    "ilemi.md": article(
        "Who owns the Ilemi triangle?",
        "Turkana Gazette",
        "2009-03-03",
        "The Ilemi triangle is claimed by Kenya and South Sudan. Nairobi gives its area as 14,000 "
        "square kilometres. Juba says 10,320.",
        "The Red Line of 1938 is about 150 kilometres long. The Blue Line lies farther west.",
    ),
    "putre.md": article(
        "Shells in the desert",
        "Atacama Post",
        "1988-05-05",
        "Chile keeps a depot at Putre near the line with Bolivia. The soldiers there come from "
        "Arica. They guard 3,000 tonnes of shells. The garrison of Visviri was closed.",
        "The camp at Caquena lies in a hollow. There are 900 rolls of wire at Parinacota.",
    ),
    "tijuana.md": article(
        "A fence in the surf",
        "Pacific Page",
        "2011-01-01",
        "The fence at Tijuana is 22 kilometres long. A guide says 1911. The village has 30 houses.",
    ),
}
ANSWERED = {
    "How long is the section of the border of Chad and Niger in the Ténéré?": "780 km",
    "Who was at the head of UNTAC?": "Yasushi Akashi",
    "Who was at the helm of UNTAC?": "Yasushi Akashi",
    "Who headed UNTAC?": "Yasushi Akashi",
    "Who is at the head of the Peace Monitoring Group?": "Bruce Osborn",
    "How many lives did Mare Nostrum save?": "150,000",
    "How many lives were saved by Mare Nostrum?": "150,000",
    "How many lives did Operation Snow Lift cost?": "Seven",
    "How large is the area that Sudan and Egypt disagree about?": "20,580",
    "How big is the area Egypt and Sudan are at odds over?": "20,580",
    "How large is the area that Egypt and Sudan cannot agree on?": "20,580",
    "How many Colombian soldiers are there in the Sinai?": "354",
    "How many soldiers does Angola have in Cabinda?": "soldiers Angola keeps in the province",
    "How large is the Ilemi triangle?": "Juba says 10,320",
    "How long is the Red Line?": "150",
    "How many tonnes of shells are kept at Putre?": "3,000",
    "How much ammunition is kept at Putre?": "depot at Putre",
    "How much wire is kept at Parinacota?": "900",
    TIJUANA: "22",
}
SILENT = (
    "Who commanded UNTAC?",  # a diplomat heads, and commands nobody
    "Who was at the head of EUPOL Kinshasa?",  # a state is no head
    "How many lives did Mare Nostrum cost its crews?",
    "How many lives did Operation Snow Lift save?",
    "How large is the area that Sudan and Ethiopia quarrel over?",
    "How large is the area that Egypt and Libya disagree about?",
    "How many Fijian soldiers are there in the Sinai?",  # three battalions are no three soldiers
    "How many soldiers does Zambia have in Cabinda?",
    "How long is the Blue Line?",
    "How many tonnes of shells are kept at Visviri?",
    "How much wire is kept at Caquena?",
)


@pytest.mark.parametrize("question", ANSWERED)
def test_what_an_article_says_is_told(answers: dict[str, Answer], question: str) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief), question
    assert any(ANSWERED[question] in claim.text for claim in answer.claims)


@pytest.mark.parametrize("question", SILENT)
def test_what_no_article_says_is_not_told(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer), answers[question]


def test_a_number_of_anything_else_is_no_other_word_on_the_same(
    answers: dict[str, Answer],
) -> None:
    answer = answers[TIJUANA]
    assert isinstance(answer, Brief)
    assert [claim.text for claim in answer.claims] == [
        "The fence at Tijuana is 22 kilometres (≈ 14 miles) long."
    ]


def test_the_saved_are_not_told_by_the_drowned(answers: dict[str, Answer]) -> None:
    answer = answers["How many lives did Mare Nostrum save?"]
    assert isinstance(answer, Brief)
    assert not any("drowned" in claim.text for claim in answer.claims)
