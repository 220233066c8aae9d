"""Questions that describe a thing which the article names otherwise, and parts of lines.

"The new crossing at Nkomboli" is the bridge of the article; beside each such question stands one
on a thing that the articles don't have.
"""

from __future__ import annotations

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "crossing.md": article(
        "The ferry is history at Nkomboli",
        "Sandara Mail",
        "2009-06-14",
        "The presidents of Guinea and Senegal opened a bridge over the Sandara on Sunday. It "
        "carries a road and a water main.",
        "The bridge is 712 metres long and cost 48 million dollars. It was paid for by a loan.",
    ),
    "pylons.md": article(
        "The mast above the Melvi gorge",
        "Gorge Gazette",
        "2016-05-03",
        "Two pylons, 64 metres high, rise from the gravel of the Melvi gorge. They carry the road "
        "of 410 metres that joins Laos and Thailand.",
        "Traffic began to flow over the Melvi bridge on Tuesday, five years after the first stone "
        "was laid.",
    ),
    "bay.md": article(
        "A harbour with two masters",
        "Port Ledger",
        "1988-04-08",
        "Tarbo bay will pass from Chile to Peru at midnight on 30 April, both governments said.",
        "Since June 1985 the bay has been run by a Joint Port Council with a chairman from either "
        "side.",
    ),
    "gap.md": article(
        "Laos and Bangladesh, so near and so far",
        "Delta Almanac",
        "2013-01-09",
        "On many maps it looks as if Laos and Bangladesh touched. They do not share a border. "
        "Between them lies a gap of 480 kilometres.",
    ),
    "reef.md": article(
        "How the guns fell silent off Palma",
        "Reef Courier",
        "1996-07-05",
        "In 1990 both sides accepted mediation over Palma. Archbishop Mario Conti led the talks "
        "until 1993.",
    ),
    "markers.md": article(
        "The last markers in the Chaco",
        "Chaco Post",
        "2001-08-09",
        "Of the 741 kilometres of border between Bolivia and Paraguay, a section of 56 kilometres "
        "had never been marked. Surveyors set the last pillars on Thursday.",
    ),
    "patrol.md": article(
        "Adriatic mine sweepers sail",
        "Bari Notebook",
        "2019-03-02",
        "The mine clearance group of Italy, Croatia and Albania began its first patrol in the "
        "Adriatic on Monday.",
        "Five ships left harbour: two Italian, two Croatian and one Albanian.",
        "Italy commands the group for the first year. Croatia is to take over in March 2020.",
    ),
    "malawi.md": article(
        "Southern African mission starts work in Malawi",
        "Highland Notice",
        "2011-09-02",
        "The Southern African Development Community launched its Assistance Mission in Malawi on "
        "Friday.",
        "It has 341 members: 280 soldiers, 40 police officers and 21 civilian experts.",
    ),
    "timor.md": article(
        "Peacekeepers pack up in Timor",
        "Dili Voice",
        "2012-12-03",
        "The last large group of the soldiers left Timor on Monday. A small team of about 30 may "
        "stay until February, officials say.",
    ),
    "tunnel.md": article(
        "The Karun tunnel waits",
        "Pass Herald",
        "2004-05-06",
        "The Karun tunnel stays shut, because the customs post on the Armenian side has not been "
        "built.",
    ),
    "rock.md": article(
        "Rock of Märket-Havn",
        "Skerry Digest",
        "2012-08-01",
        "Havn is a rock in the Baltic, 200 metres long. It belongs to Denmark and Germany. For "
        "ninety years the line was left as it was. In 1974 the two states redrew it.",
    ),
    "market.md": article(
        "Fish prices fall",
        "Quay Weekly",
        "2013-08-01",
        "At the fish market of Rostock prices fell. The border between the halls was redrawn in "
        "1999.",
    ),
    "kolmar.md": article(
        "The flag comes down in Kolmar",
        "Strait Packet",
        "1968-05-03",
        "The United Nations left Kolmar this morning. Twelve hundred riflemen came from Malaysia, "
        "airmen from Canada and Norway.",
    ),
    "guns.md": article(
        "After the amnesty",
        "Lagoon Sheet",
        "2014-06-30",
        "The regional force in Vanuatu goes home today. More than 2,100 guns were collected.",
    ),
    "veto.md": article(
        "Brazil's vote ends the force in Guatemala",
        "Maya Desk",
        "1993-02-25",
        "Brazil on Thursday blocked the extension of the United Nations force in Guatemala.",
        "Its ambassador said that money was needed elsewhere. He denied any connection with "
        "Belize. Guatemala had recognised Belize in January.",
    ),
    "training.md": article(
        "Norway's new task in Kenya",
        "Fjord Bulletin",
        "2018-09-03",
        "The Norwegian training team in Kenya has 61 members. They are not allowed to fight, and "
        "they may not go along with the Kenyan army on operations.",
    ),
}

ANSWERED = {
    "How long is the new Sandara crossing at Nkomboli?": "712 metres",
    "How tall are the pylons of the bridge between Laos and Thailand?": "64 metres",
    "Since when can traffic use the Melvi bridge?": "Tuesday",
    "Who ran Tarbo bay between 1985 and the handover?": "Joint Port Council",
    "How far apart are Laos and Bangladesh at their closest point?": "480 kilometres",
    "Who led the mediation in the Palma dispute?": "Mario Conti",
    "How many kilometres of the border between Bolivia and Paraguay were still unmarked?": "56",
    "How many ships sailed on the first patrol of the Adriatic mine group?": "Five ships",
    "Who takes command of the Adriatic mine group in March 2020?": "Croatia is to take over",
    "How many people belonged to the regional mission in Malawi when it began?": "341 members",
    "Will any soldiers stay in Timor after December 2012?": "until February",
    "When was the border on Havn redrawn?": "1974",
    "How big was the Malaysian contingent in Kolmar?": "Twelve hundred",
    "How many firearms were handed in in Vanuatu?": "2,100",
    "Did Brazil veto the Guatemala force because of Belize?": "denied any connection",
    "Can the Norwegian instructors go into battle with Kenya's army?": "not allowed to fight",
}

SILENT = (
    "How long is the ferry crossing at Nkomboli?",
    "How long is the Sandara tunnel at Nkomboli?",
    "How tall are the pylons of the bridge between Guinea and Senegal?",
    "Since when is there a toll on the Melvi bridge?",
    "How far apart are Laos and Paraguay?",
    "How many soldiers died in the Palma dispute?",
    "How many kilometres of the border between Bolivia and Paraguay are not yet fenced?",
    "How many aircraft flew on the first patrol of the Adriatic mine group?",
    "How many people belonged to the regional mission in Zambia when it began?",
    "Who designed the Karun tunnel?",
    "Who built the Karun tunnel?",
    "When was the border on Market redrawn?",
    "How big was the Norwegian contingent in Kolmar?",
    "How many passports were handed in in Vanuatu?",
    "Did Brazil veto the Guatemala force because of the floods?",
    "Did Brazil veto the Guatemala force because of Cuba?",
    "Can the Danish instructors go into battle with Kenya's army?",
)


@pytest.mark.parametrize(("question", "said"), ANSWERED.items())
def test_a_thing_described_in_other_words_is_found(
    question: str, said: str, answers: dict[str, Answer]
) -> None:
    answer = answers[question]

    assert isinstance(answer, Brief), question
    assert said in " ".join(claim.text for claim in answer.claims)


@pytest.mark.parametrize("question", SILENT)
def test_a_like_thing_that_no_article_has_is_not_told(
    question: str, answers: dict[str, Answer]
) -> None:
    assert isinstance(answers[question], NoAnswer), answers[question]
