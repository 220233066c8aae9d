"""Questions of the strength of a mission, of money and of sizes, told in other words than asked.

Each kind has a near request that must stay unanswered: the number of another noun in the same
phrase, a height without a figure, the land line where only the sea boundary is told.
"""

from __future__ import annotations

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "onusal.md": article(
        "What ONUSAL left in El Salvador",
        "Lempa Review",
        "1995-05-02",
        "ONUSAL, the United Nations mission in El Salvador, closed its offices in April.",
        "In March 1992 the Council raised the ceiling of the mission to 1,146 people. Nine "
        "countries lent officers: Austria, Brazil, Canada, Chile, Guyana, Ireland, Italy, Mexico "
        "and Sweden. Two infantry and signals companies watched the camps.",
        "Six observers of ONUSAL were hurt near Chalatenango in May 1992.",
        "MINUSAL follows it. It will have up to 18 officers.",
    ),
    "unmot.md": article(
        "Observers fly to Dushanbe",
        "Pamir Mail",
        "1995-01-09",
        "UNMOT, the observer mission in Tajikistan, has 55 members from 11 nations.",
        "The mission will cost about seven million dollars a year. The fence at Nizhny Panj took "
        "twelve million somoni. Members of UNMOT live in Garm.",
    ),
    "islet.md": article(
        "A rock in the strait",
        "Kvarken Post",
        "2011-08-20",
        "Finland and Sweden drew a new line over the islet of Märket. What was the trouble?",
        "The islet is 3.3 hectares in all. The lighthouse stands well above the height of the "
        "spray. The lamp hangs at a height of 33 metres. The boundary at sea is 1,190 kilometres "
        "long.",
    ),
    "strip.md": article(
        "The finger of Afghanistan",
        "Wakhan Letter",
        "2003-10-11",
        "The Wakhan corridor parts Tajikistan from Pakistan. It is nowhere wider than 65 "
        "kilometres, and 15 kilometres wide at its narrowest.",
        "Rice came to the corridor late. It was brought in by Kirghiz traders in 1932.",
        "The security zone reached six kilometres into Tajikistan and two into Pakistan.",
    ),
    "bab.md": article(
        "The line of Preah Vihear",
        "Dangrek Times",
        "2011-04-28",
        "The demilitarised zone around the temple is 17 square kilometres. The fence runs well "
        "behind the line itself and is 4 kilometres long. Thailand keeps control of the road.",
    ),
}
ANSWERED = {
    "How big was ONUSAL allowed to be?": "1,146",
    "What was the highest authorised strength of ONUSAL?": "1,146",
    "How many officers was MINUSAL allowed to have?": "up to 18",
    "How many ONUSAL observers were hurt in May 1992?": "Six observers",
    "How big is UNMOT?": "55 members",
    "How many dollars a year does UNMOT cost?": "seven million dollars",
    "How many somoni went into the fence at Nizhny Panj?": "twelve million somoni",
    "What size is the islet of Märket?": "3.3 hectares",
    "How high does the lamp hang on Märket?": "33 metres",
    "How wide is the Wakhan corridor at its widest?": "65",
    "How did rice get to the Wakhan corridor?": "Kirghiz traders",
    "How wide was the security zone on the Pakistani side?": "two into Pakistan",
    "How large is the DMZ around the temple of Preah Vihear?": "17 square",
}
SILENT = (
    "How many officers did Brazil have in ONUSAL?",
    "How many signals had ONUSAL?",
    "How many women serve with UNMOT?",
    "How high is the rock of Märket?",
    "How long is the land border on Märket?",
    "How long is the Line of Control?",
    "How many roubles went into the fence at Nizhny Panj?",
)


@pytest.mark.parametrize(("question", "told"), ANSWERED.items())
def test_what_is_asked_briefly_is_found(
    answers: dict[str, Answer], question: str, told: str
) -> None:
    answer = answers[question]

    assert isinstance(answer, Brief)
    assert any(told in claim.text for claim in answer.claims)


@pytest.mark.parametrize("question", SILENT)
def test_what_only_looks_like_it_is_left_unanswered(
    answers: dict[str, Answer], question: str
) -> None:
    assert isinstance(answers[question], NoAnswer)
