"""Numbers of others, holders of another time, and what is asked of things to come.

Each silent line has the words and the kind of number or name that some sentence holds.
"""

from __future__ import annotations

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "drina.md": article(
        "Shells on the river bank",
        "Drina Post",
        "1994-04-18",
        "More than 120 people were killed in the valley last week, and the 80 Ukrainians of the "
        "UN force could do no more than count the shells.",
        "Three Ukrainian soldiers were wounded on Friday. The staff doctor gave up his bed to one.",
        "UNPROFOR watches the river between Zepa and Gorazde.",
        "The general who commands UNPROFOR, Sir Michael Rose of Britain, flew in by helicopter.",
    ),
    "exercise.md": article(
        "Ten nations in the fjord",
        "Lofoten Notes",
        "2006-03-11",
        "Norway, Sweden, Spain and Estonia have sent troops to the exercise Cold Response. About "
        "10,000 take part.",
        "It began on Monday. The host's minister spoke of a test of endurance.",
        "The camp kitchens boil 400 kilos of cod a day, and a sergeant from Bodø complains "
        "about the lack of lorries for the snow.",
    ),
    "court.md": article(
        "Bahrain and Qatar wait for the judges",
        "Hawar Mail",
        "2000-11-02",
        "Bahrain claims the Hawar islands. In a session on 8 June its lawyers put the claim to "
        "the court at The Hague.",
        "Staff of the embassy of Bahrain followed the session from the gallery. Both governments "
        "asked for calm.",
        "The war over the islands that some feared did not break out. In what conflict there was "
        "a seaman lost his life.",
    ),
    "sahara.md": article(
        "A post in the sand",
        "Smara Diary",
        "1997-09-20",
        "The mission MINURSO lost two of its men, and a war in which 9,000 people had died "
        "lay behind it. The first head of the mission was Johannes Manz of Switzerland.",
        "A ridge near Smara has moved east by some 300 metres, which the line between Morocco and "
        "Mauritania follows there.",
    ),
}

ANSWERED = {
    "How many Ukrainian soldiers were wounded?": "Three Ukrainian",
    "How many people lost their lives in the valley?": "120",
    "Who commands UNPROFOR?": "Rose",
    "Who commanded UNPROFOR in 1994?": "Rose",
    "How many people take part in Cold Response?": "10,000",
    "Which countries have troops at Cold Response?": "Estonia",
    "Who was the first head of MINURSO?": "Manz",
    "What does the sergeant complain about?": "lorries",
    "When did Bahrain put its claim to the court?": "8 June",
}
SILENT = (
    "How many Ukrainian soldiers were killed?",
    "How many soldiers did Spain send to Cold Response?",
    "Who commanded UNPROFOR in 1991?",
    "Who was the first commander of UNPROFOR?",
    "What did the host's minister propose?",
    "When will the court rule on the Hawar islands?",
)


@pytest.mark.parametrize(("line", "said"), ANSWERED.items())
def test_what_is_told_of_those_asked_about_is_found(
    line: str, said: str, answers: dict[str, Answer]
) -> None:
    answer = answers[line]

    assert isinstance(answer, Brief), line
    assert said in " ".join(claim.text for claim in answer.claims)


@pytest.mark.parametrize("line", SILENT)
def test_what_is_told_of_others_is_no_answer(line: str, answers: dict[str, Answer]) -> None:
    answer = answers[line]

    assert isinstance(answer, NoAnswer), [claim.text for claim in answer.claims]
