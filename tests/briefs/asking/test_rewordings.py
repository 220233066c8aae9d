"""Questions in other words than the report's: what still answers them, and what must not."""

from __future__ import annotations

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "wall.md": article(
        "Paraguay starts a ditch along the line with Bolivia",
        "Chaco Bulletin",
        "1987-05-11",
        "The army of Paraguay broke the first ground on Saturday for a ditch along the border "
        "between Paraguay and Bolivia.",
        "The ditch is to be 210 kilometres long, less than a third of the 742-kilometre border "
        "between the two countries. It will be 4 metres deep.",
        "The first stage of 35 kilometres should be ready by winter, the minister said. Plans show "
        "12 towers and 9 gates.",
    ),
    "observers.md": article(
        "Observers come to the Chaco",
        "Chaco Bulletin",
        "1988-02-20",
        "The first officers of a new observer mission reached the Chaco on Thursday, nine weeks "
        "after shots were fired between soldiers of Paraguay and Bolivia. The mission is called "
        "MOCHA, short for Military Observers in the Chaco.",
        "The mission is to last 120 days at first. Uruguay leads it.",
        "At present 64 officers are there, and they will move to the river in stages.",
    ),
    "pass.md": article(
        "Nepal keeps its passes shut",
        "Kathmandu Leaf",
        "1979-10-02",
        "The government of Nepal decided on Monday that the passes on its border with China stay "
        "shut until further notice. Soldiers guard them.",
        "Lorry drivers on the Kodari road need a pass of the army. They must not stop there, and "
        "nobody may walk.",
        "The patrol, which India leads, is not a United Nations mission. Fourteen men were hurt in "
        "an avalanche, and some 200 had to be brought down to the valley.",
    ),
    "court.md": article(
        "Judges give the islets to Benin",
        "Lagoon Letter",
        "1974-06-20",
        "The Court of Arbitration has decided that the islets of Ouidah belong to Benin. Eight "
        "judges were in favour and four against. Togo must withdraw its police.",
        "By ten votes to two the judges also fixed the border in the lagoon.",
    ),
    "council.md": article(
        "Council ends the watch on the lagoon",
        "Lagoon Letter",
        "1981-03-05",
        "The Security Council voted on Wednesday to close UNLAG, its observer mission in Benin, by "
        "30 June. It was founded in 1975, when it took the place of MILAG.",
        "MILAG, led by Ghana, had restored order and handed over to UNLAG in May 1975. The troops "
        "of Ghana stayed.",
    ),
    "gas.md": article(
        "Zambia guards the gas of Mozambique",
        "Rovuma Record",
        "2003-08-14",
        "Soldiers of Zambia have reached the gas fields in the north of Mozambique. Two hundred of "
        "them guard the road to the port.",
        "The government in Lusaka has promised a second company and two helicopters.",
        "Earlier missions had less luck: SAMOZ left Mozambique in 1999, and UNOMAR closed in 2001.",
    ),
}
ANSWERED = {
    "How long is the frontier that Bolivia has with the Paraguayans?": "742",
    "For how long was MOCHA meant to stay when it began?": "120 days",
    "How many officers of MOCHA were there in February 1988?": "64",
    "Until when does Nepal keep its passes to China closed?": "further notice",
    "How long will the passes between Nepal and China stay closed?": "further notice",
    "Are motorists allowed to halt on the Kodari road?": "must not stop",
    "Are the passes on Nepal's border with China open?": "shut",
    "Is the Indian-led patrol in Nepal a mission of the United Nations?": "is not",
    "How many people were brought down to the valley after the avalanche in Nepal?": "200",
    "How did the judges split over the islets of Ouidah?": "Eight judges",
    "What was the vote on the border in the lagoon?": "ten votes to two",
    "By when does UNLAG have to be gone?": "30 June",
    "By when must UNLAG be over?": "30 June",
    "When did MILAG pass its work on to UNLAG?": "May 1975",
    "How many gates will the ditch have?": "9 gates",
    "Did SAMOZ leave Mozambique?": "SAMOZ left",
    "Has Zambia promised helicopters for Mozambique?": "two helicopters",
}
ALSO = ("/borders Paraguay",)
SILENT = (
    "How long is the frontier that Bolivia has with Peru?",
    "How many officers of MOCHA were there in 1994?",
    "How many soldiers did MOCHA lose?",
    "Until when does Nepal keep its passes to India closed?",
    "Are pilgrims allowed to halt on the Kodari road?",
    "Until when does Nepal keep its embassy in China closed?",
    "By when does the railway of UNLAG have to be gone?",
    "Did Zambia leave Mozambique?",
    "Are women allowed to halt on the Kodari road?",
    "Is the border between Togo and Benin open?",
    "How did the judges split over the gold of Ouidah in 1980?",
    "How did the Security Council vote on MOCHA?",
    "By when does MILAG have to be gone?",
    "When did UNLAG pass its work on to Togo?",
    "When did UNLAG hand over to Ghana?",
)


@pytest.mark.parametrize("question", ANSWERED)
def test_a_question_in_other_words_than_the_report_is_answered(
    answers: dict[str, Answer], question: str
) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief), question
    assert ANSWERED[question] in answer.claims[0].text


@pytest.mark.parametrize("question", SILENT)
def test_what_only_sounds_alike_is_no_answer(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer), answers[question]


def test_a_stage_of_a_ditch_is_no_other_length_of_the_border(answers: dict[str, Answer]) -> None:
    answer = answers["/borders Paraguay"]
    assert isinstance(answer, Brief)
    assert "sources_differ" not in {note.kind for note in answer.notes}
    assert not [claim for claim in answer.claims if "4 metres deep" in claim.text]
