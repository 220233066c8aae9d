"""Questions whose answer leans on the sentences before it, or whose words have others there.

Each has a near request that must stay unanswered: the commander of the mission that only follows,
the end of another thing, the barrier towards a third country.
"""

from __future__ import annotations

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "onuca.md": article(
        "Blue berets go home from Tegucigalpa",
        "Honduras Weekly",
        "1992-01-17",
        "ONUCA, the observer group in Central America, was closed on Friday. Spain led the group "
        "and lent most of its officers.",
        "More than 1,000 people served under a Spanish general, Agustín Quesada Gómez.",
        "Its heir is ONUSAL, with officers of its own. General Víctor Suanzes Pardo of "
        "Spain commands them.",
    ),
    "talk.md": article(
        "Ten minutes with a ferryman",
        "Rhine Letter",
        "2016-06-03",
        "The ferryman of Bendern has crossed the Rhine for forty years.",
        "Which country has the longest line with Liechtenstein?",
        "Not Austria, not Italy. It is Switzerland.",
        "Should the two build a bridge at Ruggell?",
        "I believe so. Vaduz has not asked for one, and nobody has drawn it.",
        "Do they check passports?",
        "Only in summer. They looked at mine in 1999.",
    ),
    "geese.md": article(
        "The geese that marched on Vienna",
        "Burgenland Post",
        "2009-11-11",
        "The farmers had nothing to lose, the mayor said. Then a colonel of the border "
        "guard had a plan. On 11 November he led a flock of geese to the Hungarian "
        "embassy in Vienna.",
    ),
    "fence.md": article(
        "Bulgaria plans barrier on Turkish line",
        "Thrace Daily",
        "2013-10-18",
        "Bulgaria wants to build a barrier along a part of its border with Turkey. The planned "
        "work is to cost five million leva and breaks no treaty, the minister said.",
        "Barriers on the borders with Greece and Serbia are not planned.",
    ),
    "checks.md": article(
        "Norway keeps ferry controls",
        "Skagerrak Post",
        "2018-10-12",
        "Norway keeps its controls of the ferries from Denmark for another half year. They now "
        "run until 11 May 2019, the minister said. Without the decision they would have lapsed "
        "in November.",
    ),
    "shots.md": article(
        "Brawl on the glacier",
        "Karakoram News",
        "1995-04-09",
        "Four Pakistani porters were hurt in a fight with Indian soldiers at Bilafond on Sunday. "
        "The quarrel broke out over a tent. No shot was fired.",
        "The army has moved about 2,100 villagers away from the glacier road at Goma.",
    ),
    "opanal.md": article(
        "Observers end their watch in Aouzou",
        "Chad Tribune",
        "1994-06-14",
        "The United Nations ended the mandate of UNASOG on Monday. The government in N'Djamena "
        "denies that any assault on its neighbour is planned.",
        "The ministry did not say who would guard the strip. Libya does not border Niger here.",
    ),
    "causeway.md": article(
        "Isthmus of old quarrels",
        "Johor Strait Mail",
        "2008-03-02",
        "A second crossing over the Tuas narrows, 1,920 metres long, was ready in 1997. For months "
        "it stood empty, because the toll booths had no computers. It was opened to lorries on 2 "
        "January 1998.",
        "Singapore and Malaysia sat down in Putrajaya. Goh Chok Tong, the prime minister, quit on "
        "12 August 2004.",
    ),
    "eufor.md": article(
        "Bridge of aircraft for Kinshasa",
        "Congo River Post",
        "2006-12-01",
        "EUFOR RD Congo ended on Thursday. Its aircraft had been late, until Portugal lent two "
        "transport planes.",
        "The Democratic Republic of the Congo had voted in October.",
    ),
}
ANSWERED = {
    "When could lorries first use the crossing over the Tuas narrows?": "2 January 1998",
    "Who lent planes to EUFOR in Congo?": "Portugal",
    "Who was in command of ONUCA?": "Quesada",
    "Which country has the longest line with Liechtenstein?": "It is Switzerland",
    "Has Liechtenstein asked for a bridge at Ruggell?": "has not asked",
    "Who led the flock of geese to the embassy in Vienna?": "a colonel",
    "Does Bulgaria plan a barrier towards Serbia?": "are not planned",
    "Did the Norwegian ferry controls run out in December 2018?": "11 May 2019",
    "Did anyone shoot in the fight at Bilafond?": "No shot",
    "How many people were moved out of Goma?": "2,100",
    "Is UNASOG still running?": "ended the mandate",
    "Does Chad plan to attack Libya?": "denies",
}
SILENT = (
    "Which country has the longest line with Austria?",
    "How many people were moved out of Bilafond?",
    "When did Malaysia give up the crossing?",
    "Who lent planes to EUFOR in Chad?",
    "Who led the flock to the embassy in Prague?",
    "Does Bulgaria plan a barrier towards Romania?",
    "Did the Danish airport controls run out in December 2018?",
    "Is UNAVEM still running?",
    "How many people were moved out of Skardu?",
)


@pytest.mark.parametrize(("question", "told"), ANSWERED.items())
def test_what_leans_on_the_sentences_before_is_found(
    answers: dict[str, Answer], question: str, told: str
) -> None:
    answer = answers[question]

    assert isinstance(answer, Brief)
    assert any(told in claim.text for claim in answer.claims)


@pytest.mark.parametrize("question", SILENT)
def test_what_is_of_others_is_left_unanswered(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer)


def test_the_commander_of_the_heir_is_not_that_of_the_mission(answers: dict[str, Answer]) -> None:
    answer = answers["Who was in command of ONUCA?"]

    assert isinstance(answer, Brief)
    assert "Quesada" in answer.claims[0].text
