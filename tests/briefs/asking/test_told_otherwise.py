"""Questions for an area, a price in a table, a change, a refusal, a series and a year from a year.

Each kind has a near request that must stay unanswered: the price of the ferry, the next year of
the exercise, the enclaves the other way round.
"""

from __future__ import annotations

import pytest

from bot.briefs.asking.plain_forms import plain_form
from bot.briefs.asking.times import Time, time_fit
from bot.model import Answer, Brief, NoAnswer, PublishedDate
from tests.briefs.desks import article

FILES = {
    "ferghana.md": article(
        "Islands on dry land",
        "Osh Courier",
        "2013-02-04",
        "The Ferghana valley is full of enclaves. Kyrgyzstan, Uzbekistan and Tajikistan argue "
        "over the borders around them.",
        "Two are pieces of Tajikistan inside Kyrgyzstan and take up 97 square kilometres. Four "
        "are pieces of Uzbekistan inside Kyrgyzstan, with 352 square kilometres in all.",
        "One is a piece of Kyrgyzstan inside Uzbekistan. It measures 4 square kilometres.",
        "The road around Sokh is 60 kilometres long. The guards patrol the upper valley.",
        "Legend has it that a khan lost Sokh at cards. He is said to have lost it to the emir "
        "of Bukhara.",
    ),
    "bridge.md": article(
        "A bridge for Rosso",
        "Senegal River Mail",
        "2021-12-01",
        "The presidents of Mauritania and Senegal laid the first stone of the Rosso Bridge on "
        "Tuesday. It will replace an old ferry.",
        "The bridge in figures",
        "| Item | Figure |\n| --- | --- |\n| Length | 1,461 metres |\n| Width | 14 metres |\n"
        "| Price | 88 million euros |\n| Work is to end | 2025 |",
        "Fishermen near the old ferry fear for their landing place.",
    ),
    "checks.md": article(
        "Sweden keeps its bridge checks",
        "Sound Daily",
        "2019-05-07",
        "Sweden is prolonging the checks on its border with Denmark by half a year, to 11 "
        "November 2019.",
        "By the count of the police 12,400 travellers were turned away on the bridge last year. "
        "Commuters say that house prices in Malmö have fallen by 7 per cent. The government cut "
        "the toll by 20 kronor. Sweden raised its aid to Latvia by 8 million euros.",
    ),
    "truce.md": article(
        "Observers leave the Cordillera",
        "Andes Ledger",
        "1999-06-18",
        "A parade marked the end of MOMEPO, the observer mission on the line of Ecuador and "
        "Peru. It began in March 1995.",
        "The two states extended it in January. They rejected a request for a further six months.",
        "Brazil led MOMEPO, and four nations took part.",
    ),
    "games.md": article(
        "Desert Falcon 2016 begins",
        "Gulf Weekly",
        "2016-09-12",
        "Exercise Desert Falcon 2016 began in Jordan on Sunday with 16 nations.",
        "Some 6,000 soldiers take part. Two years ago there were 4,500 soldiers. Jordan kept "
        "Iran out in 2012.",
    ),
    "towns.md": article(
        "Letter from a town in two countries",
        "Border Post Weekly",
        "2018",
        "Baarle belongs to two countries. Some 9,000 people live there, and the line runs "
        "through the brewery. Belgium and the Netherlands drew the border in 1843.",
        "One may compare us with Llívia. Llívia is a Spanish town inside France. Llívia "
        "stayed with Spain by the treaty of 1659.",
    ),
}
ANSWERED = {
    "What area do the Tajik enclaves on Kyrgyz soil cover?": "97 square",
    "How many square kilometres do the Uzbek enclaves inside Kyrgyzstan take up?": "352 square",
    "What area does the Kyrgyz enclave in Uzbekistan have?": "4 square",
    "What was the price of the bridge at Rosso?": "88 million",
    "How wide is the bridge at Rosso?": "14 metres",
    "How long is the bridge at Rosso?": "1,461",
    "Until when did Sweden prolong the border checks in May 2019?": "11 November 2019",
    "How many travellers were refused entry on the bridge from Denmark to Sweden?": "12,400",
    "By how much have house prices in Malmö fallen, according to commuters?": "7 per cent",
    "By how much did the Swedish government cut the toll on the bridge?": "20 kronor",
    "By how much did Sweden raise its aid to Latvia?": "8 million",
    "Was MOMEPO given another half-year in the end?": "rejected a request",
    "Was MOMEPO granted a further six months at the end?": "rejected a request",
    "Whom did the khan lose Sokh to, as legend has it?": "emir",
    "How many soldiers took part in Desert Falcon two years before 2016?": "4,500",
    "How many soldiers took part in Desert Falcon 2014?": "4,500",
    "How many nations took part in Desert Falcon 2016?": "16 nations",
}
SILENT = (
    "What area do the Kyrgyz enclaves in Tajikistan cover?",
    "What area does the corridor on Kazakh soil cover?",
    "What was the price of the ferry at Rosso?",
    "What was the price of the tunnel at Rosso?",
    "How high is the bridge at Rosso?",
    "Until when did Norway prolong the border checks in May 2019?",
    "How many travellers were arrested on the bridge from Denmark to Sweden?",
    "By how much have rents in Malmö fallen, according to commuters?",
    "By how much did the Swedish government cut the tax on houses?",
    "By how much did the Swedish government cut the toll on trains?",
    "By how much has the aid to Sweden risen?",
    "Was MOMEPO given a third year at the end?",
    "Whom did the khan marry, as legend has it?",
    "How many soldiers took part in Desert Falcon 2012?",
    "How many nations took part in Desert Falcon two years before 2016?",
    "How many nations took part in Desert Falcon 2019?",
    "How many inhabitants does Llívia have?",
)


@pytest.mark.parametrize("question", ANSWERED)
def test_what_is_told_otherwise_is_found(answers: dict[str, Answer], question: str) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief), question
    assert any(ANSWERED[question] in claim.text for claim in answer.claims)


@pytest.mark.parametrize("question", SILENT)
def test_what_is_near_it_is_not(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer), answers[question]


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("Who led it two years before 1998?", "1996"),
        ("How many came the year after 2010?", "2011"),
        ("How many came a decade prior to 1990?", "1980"),
        ("How many came in the year before 2001?", "2000"),
        ("Who led it for two years before 1998?", None),
        ("Who led it more than two years before 1998?", None),
        ("Who led it in the two years before 1998?", None),
        ("Who led it some years before 1998?", None),
    ],
)
def test_a_year_counted_from_another_is_that_year(question: str, year: str | None) -> None:
    plain = plain_form(question)
    assert (
        (f"in {year}" in plain and plain.count("19") + plain.count("20") == 1)
        if year
        else (plain == question)
    )


@pytest.mark.parametrize(
    ("sentence", "fit"),
    [
        ("Peru extends the ban by a year, to 15 March 2022.", True),
        ("Peru renewed the curfew on Monday, to the end of March 2022.", True),
        ("Peru holds the exercise on 15 March 2022.", False),
        ("The extension ran from 2 January to 15 March 2022.", False),
    ],
)
def test_the_day_to_which_something_is_prolonged_is_not_when(sentence: str, fit: bool) -> None:
    asked = [Time(2021, frozenset((3,)))]
    told = time_fit(asked, sentence, [], PublishedDate(2021, 3, 14), False)
    assert (told >= 0.8) is fit
