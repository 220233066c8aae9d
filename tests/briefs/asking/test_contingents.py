"""What one country gave to a mission, what interviews ask themselves, and what is measured of what;
beside each a request that must stay unanswered."""

from __future__ import annotations

import pytest

from bot.language.quantities import amounts, is_date_part
from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "rwanda.md": article(
        "Thirty years after: the UN in Rwanda",
        "Lakes Courier",
        "2024-04-12",
        "In October 1993 soldiers from Belgium and Bangladesh landed in Kigali for UNAMIR, the "
        "United Nations Assistance Mission for Rwanda. The mission had 2,548 soldiers at its "
        "largest.",
        "Belgium gave 440 paratroopers; Bangladesh and Ghana also sent battalions. Ten Belgian "
        "soldiers were killed in the first days and Brussels withdrew its men.",
        "About 1,400 soldiers from Ghana, Ethiopia and Zambia land in Kigali in August 1994, an "
        "old report says.",
    ),
    "wakhan.md": article(
        "Questions about the Wakhan corridor",
        "Pamir Gazette",
        "2019-05-03",
        "What is it? The Wakhan corridor is a strip of Afghan land between Tajikistan and "
        "Pakistan.",
        "How wide is it? At the narrowest point 13 kilometres separate Tajikistan from Pakistan.",
        "What is the Wakhjir Pass? A pass at its eastern end, a day's walk from the last road.",
        "How many people use it? Hardly anybody: perhaps 40 herders a year.",
    ),
    "golan.md": article(
        "A new force for the Golan",
        "Levant Daily",
        "1974-06",
        "The United Nations Emergency Force in the Sinai lends the first men. A smaller one, the "
        "United Nations Disengagement Observer Force or UNDOF, takes its place on the Golan.",
        "Austria and Peru sent troops. The accord does not solve the quarrel over the springs.",
    ),
    "bougainville.md": article(
        "Fiji goes home",
        "Pacific Herald",
        "2003-07-02",
        "Fiji is ending its part in the peace monitoring on Bougainville. The peace monitoring "
        "force had 260 people, most of them Australians. Fiji sent 20, Vanuatu 15.",
        "State radio gave the cost as the reason for the withdrawal of Fiji.",
    ),
    "golok.md": article(
        "Thailand fences the Golok river",
        "Songkhla Post",
        "2013-02-08",
        "Thailand has built a fence on its border with Malaysia. It is 27 kilometres long. More "
        "than sixty kilometres follow the Golok river, where no fence was put up.",
    ),
    "abyei.md": article(
        "Ethiopian peacekeepers to guard Abyei",
        "Blue Nile Dispatch",
        "2011-06-28",
        "The Security Council on Monday created a security force for Abyei, the area that both "
        "Sudan and South Sudan claim. UNISFA will be made up of up to 4,200 soldiers, all of them "
        "from Ethiopia.",
        "Its job is to see that the troops of both sides leave. It is armed and may use force.",
        "Khartoum's army took the town of Abyei in May. Some 100,000 people fled.",
    ),
    "altiplano.md": article(
        "Where Chile and Bolivia meet",
        "Altiplano Letter",
        "2018-03",
        "Chile and Bolivia share 860 kilometres of border, most of it above 4,000 metres.",
        "In 2017 Chile arrested nine Bolivians there, two soldiers and seven customs officers. "
        "Bolivia protested.",
        "When lorry drivers blocked the pass, Chile closed its office there in answer.",
    ),
    "yemen.md": article(
        "What was the Truce Guard? Questions and answers",
        "Gulf Atlas",
        "2016-11",
        "What was the Truce Guard? The Yemen Observation Mission, UNYOM, watched the border of "
        "Yemen with Saudi Arabia in 1963.",
        "Who commanded it? Its first commander was the Swedish general C. C. von Horn.",
        "How big was it? About 190 people took part, with 16 aircraft and 60 vehicles.",
        "How did it end? In September 1964 Egypt asked it to go.",
        "Turnout: about ninety per cent of those entitled took part in the vote of May 1963. Most "
        "of the soldiers were gone by then.",
    ),
    "tihama.md": article(
        "Who guards the Tihama",
        "Sanaa Gazette",
        "2024-09-02",
        "The mandate of UNMHA in Hodeidah now runs to 14 July 2025. The mission follows a line of "
        "withdrawal that was drawn in 2019.",
        "The frontier of Oman with Yemen is 294 kilometres long and is guarded on the Omani side "
        "by the Royal Guard. Sappers cleared a strip of 70 metres of old mines at Sarfait.",
    ),
    "cinkasse.md": article(
        "Border post at Cinkassé opens round the clock",
        "Volta Sentinel",
        "2016-03-09",
        "Togo opened the post at Cinkassé day and night on Monday. Burkina Faso had reopened its "
        "side in May 2015.",
        "The European Union launched Operation Sophia in June 2015 and wants to close it in 2018. "
        "In 2014 the United States halted Exercise Flintlock, which it resumed in February 2016.",
    ),
    "cobra.md": article(
        "Cobra Gold opens with fewer Americans",
        "Siam Observer",
        "2023-02-28",
        "The United States and Thailand opened the exercise Cobra Gold in Rayong on Tuesday. About "
        "7,400 soldiers from 30 countries take part; last year there were only 3,000.",
        "Cobra Gold has been held every year since 1982.",
        "Nearby, more than 40 people were killed in clashes in January 2023, and some 9,000 had to "
        "leave their homes.",
    ),
}
ANSWERED = {
    "How many soldiers take part in Cobra Gold 2023?": "7,400",
    "How often is Cobra Gold held?": "every year",
    "How many people were displaced in January 2023?": "9,000",
    "When did Operation Sophia start?": "June 2015",
    "When did Exercise Flintlock resume?": "February 2016",
    "When did the post at Cinkassé open?": "Monday",
    "Who was the first commander of UNYOM?": "von Horn",
    "Until when does the mandate of UNMHA run?": "14 July 2025",
    "Who guards the Omani side of the frontier with Yemen?": "Royal Guard",
    "How many metres at Sarfait were cleared of mines?": "70",
    "What share of voters went to the polls in Yemen in May 1963?": "ninety per cent",
    "Is UNISFA allowed to use force?": "may use force",
    "Who seized Abyei town in May 2011?": "Khartoum's army",
    "How big may UNISFA be?": "4,200",
    "How many are to serve in UNISFA?": "4,200",
    "How long is the border between Chile and Bolivia?": "860",
    "How did Chile react to the blocked pass?": "closed its office",
    "How many soldiers came from Belgium for UNAMIR?": "440",
    "How many Belgian soldiers fell in the fighting in Rwanda?": "Ten",
    "How many soldiers landed in Kigali in August 1994?": "1,400",
    "Whose soldiers landed in Kigali in October 1993?": "Bangladesh",
    "How wide is the Wakhan corridor?": "13 kilometres",
    "How many people use the Wakhjir Pass?": "40",
    "Which force did UNDOF replace?": "Emergency Force",
    "Does the accord solve the question of the springs on the Golan?": "does not solve",
    "In what strength did Fiji take part on Bougainville?": "20",
    "What reason did state radio give for Fiji pulling out of Bougainville?": "cost",
    "How many kilometres of fence did Thailand build on its border with Malaysia?": "27",
}
ALSO = ("When did Burkina Faso open its side?",)
SILENT = (
    "How many helicopters took part in UNYOM?",
    "How many tanks took part in UNYOM?",
    "Why did Egypt ask UNYOM to go in 1964?",
    "When is UNMHA due to withdraw?",
    "How many soldiers does Chile have at the border?",
    "How many soldiers did Bangladesh send to UNAMIR?",
    "How many soldiers did Ethiopia send to UNAMIR?",
    "How many soldiers landed in Kigali in October 1993?",
    "How wide is the Wakhjir Pass?",
    "How high is the Wakhan corridor?",
    "How many soldiers did Austria send to UNDOF?",
    "How many people did New Zealand have in the peace monitoring on Bougainville?",
)


@pytest.mark.parametrize("question", ANSWERED)
def test_what_one_of_several_gave_and_what_an_interview_asks_is_told(
    answers: dict[str, Answer], question: str
) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief), question
    assert ANSWERED[question] in answer.claims[0].text


@pytest.mark.parametrize("question", SILENT)
def test_what_all_gave_is_not_told_of_one(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer), answers[question]


def test_no_country_of_another_year_is_told(answers: dict[str, Answer]) -> None:
    answer = answers["Whose soldiers landed in Kigali in October 1993?"]
    assert isinstance(answer, Brief)
    assert not any("Zambia" in claim.text for claim in answer.claims)


@pytest.mark.parametrize(
    ("text", "is_year"),
    [
        ("In September 1998 soldiers entered the kingdom", True),
        ("in 1962 troops of both were there", True),
        ("a force of 1500 soldiers", False),
        ("they sent 1960 men", False),
    ],
)
def test_a_year_before_soldiers_counts_none(text: str, is_year: bool) -> None:
    assert [is_date_part(text, amount) for amount in amounts(text)] == [is_year]


def test_no_date_of_something_else_stands_beside_the_one_asked_for(
    answers: dict[str, Answer],
) -> None:
    answer = answers["When did Burkina Faso open its side?"]
    assert isinstance(answer, Brief)
    assert [claim.text for claim in answer.claims] == [
        "Burkina Faso had reopened its side in May 2015."
    ]
