"""Plain questions in other words than the reports': what answers them, and what must not."""

from __future__ import annotations

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "nauru.md": article(
        "Sailors leave Port Kettle",
        "Atoll Post",
        "1994-05-20",
        "The last French sailors left Vanuatu on 3 May 1994. They sailed from Luganville, a year "
        "after the first of them had landed.",
        "Paris denies that it paid the smugglers of the island. In March fifteen New Zealanders "
        "were killed when their aircraft came down near Norsup.",
        "A single telephone cable links Vanuatu with Fiji. Colonel Aubert, the commander, was "
        "dismissed after the loss of two boats.",
        "In 1980 rebels held Luganville. The fighting lasted about two hundred hours; British "
        "marines landed on 24 July.",
    ),
    "greenland.md": article(
        "A vote on the base at Thule",
        "Fjord Ledger",
        "2009-02-11",
        "About 71 per cent of Greenlanders want the American garrison at Thule to go, a poll says. "
        "Nuuk and Washington dispute who has to clear up the ground; each side says that the "
        "other pays for it. The station is manned day and night.",
        "A Danish colonel has led the liaison team at Thule since October. It is to reach 40 "
        "members; 12 have arrived so far.",
    ),
    "chaco.md": article(
        "Uruguay shuts its bridges",
        "Plata Monitor",
        "2001-07-06",
        "Uruguay closed all of its 985-kilometre border with Brazil on Tuesday. The border patrol "
        "of Uruguay, PALMAR, consists of 430 people. Its mandate ended in March; it now runs until "
        "30 September 2001.",
        "Brazil denies that it arms the Banda rebels. Talks with the rebels have been proposed by "
        "Paraguay. The rebels have not yet agreed to attend.",
    ),
    "fence.md": article(
        "A fence for the pampas",
        "Rivera Star",
        "2001-02-21",
        "Uruguay has started to build a fence along its border with Brazil. When complete, the "
        "barrier will cover 310 kilometres, a third of the 1,068 "
        "kilometres that separate the two countries.",
    ),
    "pass.md": article(
        "Over the Karakul pass",
        "Pamir Post",
        "2013-10-02",
        "The European Union pays Tajikistan 12 million euros for border control. Some 2,000 people "
        "crossed the Karakul pass last year, among them 400 minors. A team of Kyrgyz medics, "
        "KARMED, looks after them; its chief, Colonel Aliev, does not lead it: he leads the one "
        "at Osh.",
        "Norway doubled its share, though its 25 men there are tired. The United States bears a "
        "third of the cost of KARMED. Its 60 tents went up on 4 September.",
    ),
    "strait.md": article(
        "Task Force 88 at Bab al-Qamar",
        "Gulf Register",
        "2016-08-14",
        "The patrols of NATO off Bab al-Qamar ended in May; it stands ready to start them again.",
        "Task Force 88 hunts smugglers there. At its height it had 900 men and women. A "
        "bomb went off at the customs house of Mokaru on Friday. Nine people were killed.",
        "Captains of Oman and Iran will open the harbour of Mokaru again within thirty days, both "
        "announced on Sunday. Nearly three fifths of those who voted at Mokaru chose union "
        "with Oman.",
    ),
    "flood.md": article(
        "Water over Laikipur",
        "Delta Examiner",
        "1998-09-03",
        "Some 70,000 people in Laikipur had to leave their homes when the river rose. Dhaka asked "
        "for damages of 3 million dollars.",
        "Indian troops took the sluice at Tetulia in June 1996. The observer group there, DELMON, "
        "is led by a Nigerian general. Its police, 140 strong, came in July. In May 88 per cent of "
        "those registered voted at Tetulia.",
    ),
}
ANSWERED = {
    "How many people were displaced in Laikipur?": "70,000",
    "How much compensation did Dhaka demand?": "3 million dollars",
    "How many policemen does DELMON have?": "140",
    "What was the turnout at Tetulia?": "88 per cent",
    "How many people died in the bomb attack on the customs house of Mokaru?": "Nine",
    "Will NATO resume its patrols off Bab al-Qamar?": "stands ready",
    "What does Brussels pay Tajikistan for its border control?": "12 million euros",
    "How many of those who crossed the Karakul pass were children?": "400",
    "How many Norwegians does KARMED have?": "25",
    "What share of the cost of KARMED does Washington bear?": "a third",
    "How long is the line between Uruguay and Brazil?": "1,068 kilometres",
    "Does Brazil arm the Banda rebels?": "denies",
    "From which harbour did the last French sailors leave Vanuatu?": "Luganville",
    "Does Paris admit that it paid smugglers?": "denies",
    "How many New Zealand soldiers were killed near Norsup?": "fifteen",
    "How many telephone cables link Vanuatu with Fiji?": "single",
    "Why was Colonel Aubert sacked?": "two boats",
    "How long did the fighting at Luganville last in July 1980?": "two hundred hours",
    "How many Greenlanders want the Americans to leave Thule?": "71 per cent",
    "How many hours a day is the station at Thule manned?": "day and night",
    "Who leads the liaison team at Thule?": "Danish colonel",
    "How many members of the liaison team had come to Thule by early 2009?": "12",
}
SILENT = (
    "When did Nepal take the sluice at Tetulia?",
    "Who commands the police of DELMON?",
    "How many ships belong to Task Force 88?",
    "How many women served in Task Force 88?",
    "On what day did Oman open the harbour of Mokaru?",
    "What was the turnout at Mokaru?",
    "What does Yemen have to say about the harbour of Mokaru?",
    "Who leads KARMED?",
    "How many soldiers did Tajikistan send to the Karakul pass?",
    "How many tents did KARMED have in September 2014?",
    "What share of the people on the Karakul pass belong to Osh?",
    "Does Paris admit that it sank the boats?",
    "Does London admit that it paid smugglers?",
    "Who led the liaison team at Thule in 1982?",
    "How many railways link Vanuatu with Fiji?",
    "How many New Zealand soldiers were wounded near Norsup?",
    "Why was Colonel Aubert promoted?",
)


@pytest.mark.parametrize("line", ANSWERED)
def test_a_question_in_other_words_is_answered(line: str, answers: dict[str, Answer]) -> None:
    answer = answers[line]
    assert isinstance(answer, Brief)
    assert ANSWERED[line] in " ".join(claim.text for claim in answer.claims)


@pytest.mark.parametrize("line", SILENT)
def test_what_only_sounds_alike_is_no_answer(line: str, answers: dict[str, Answer]) -> None:
    assert isinstance(answers[line], NoAnswer)


def test_a_length_that_separates_two_countries_differs_from_that_of_their_border(
    answers: dict[str, Answer],
) -> None:
    answer = answers["How long is the line between Uruguay and Brazil?"]
    assert isinstance(answer, Brief)
    (note,) = [note.text for note in answer.notes if note.kind == "sources_differ"]
    assert "985 kilometres" in note
    assert "1,068 kilometres" in note
    assert "310" not in note
