"""Plain questions in the words of colleagues: how they are read, what answers, what must not."""

from __future__ import annotations

import pytest

from bot.briefs.asking.plain_forms import plain_form
from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

PLAIN = {
    "On what grounds was the request refused?": "why was the request refused?",
    "Any idea how long's the fence?": "how long is the fence?",
    "Who picked up the tab for the ferry?": "who paid for the ferry?",
    "By the ministry's own count, how many left?": "according to the ministry, how many left?",
    "How many hectares did Chad get back?": "what area of land did Chad get back?",
    "Why isn't the bridge open?": "Why is not the bridge open?",
    "When did the mission end?": "When did the mission end?",
}

FILES = {
    "bougainville.md": article(
        "A truce is watched without a gun",
        "Solomon Sea Courier",
        "1998-05-02",
        "The Truce Monitoring Group on Bougainville handed over to the Peace Monitoring Group on "
        "Thursday, when a lasting ceasefire was signed at Arawa.",
        "Some 300 men and women from Australia, New Zealand, Fiji and Vanuatu serve in the new "
        "group. They carry no weapons. New Zealand, which had brokered the talks at Burnham, led "
        "the first group; Australia commands the second and pays most of it.",
        "The monitors came because both sides had asked for neutral eyes. Port Moresby puts the "
        "dead of ten years of war at 9,000; the rebels speak of 20,000.",
        "The group has no date for going home: it will stay as long as the two sides wish.",
    ),
    "hebron.md": article(
        "Observers must leave Hebron",
        "Levant Gazette",
        "2019-01-29",
        "Israel will not renew the mandate of the observers in Hebron, TIPH, the prime minister "
        "said on Monday. The observers acted against Israel, he said.",
        "Norway has led TIPH, the Temporary International Presence in Hebron, since 1997; Denmark, "
        "Italy, Sweden, Switzerland and Turkey take part. Its 64 members may only watch and "
        "report. They have lived in a house on the edge of the old town.",
        "Oslo has paid 31 million dollars for it over the years. The mandate runs out on Thursday.",
    ),
    "barrier.md": article(
        "Saudi Arabia closes its northern desert",
        "Gulf Ledger",
        "2014-09-08",
        "King Abdullah opened the first stage of a barrier along the border with Iraq on Friday. "
        "It is 900 kilometres long and has 78 watchtowers.",
        "Riyadh began to plan it in 2006, when civil war in Iraq drove people over the line. The "
        "work was to be finished by 2009, but the date was put back to 2014 after quarrels "
        "with the builders. Two thirds of the cable are laid.",
        "The kingdom wants to keep out smugglers and fighters. The whole is said to have cost "
        "more than a billion dollars. Baghdad has not complained.",
    ),
    "cenepa.md": article(
        "Observers pack up in the Cordillera",
        "Andean Observer",
        "1999-06-18",
        "The military observers in the Cordillera del Cóndor, MOMEP, lowered their flag on "
        "Thursday, four years and three months after they had come between Peru and Ecuador. "
        "The United States supplied the helicopters until Brazil took over in 1997.",
        "Brazil, Argentina, Chile and the United States had guaranteed the Rio Protocol of 1942; "
        "they had the right to send observers under its fifth article. A Brazilian general "
        "commanded the mission.",
        "Peru and Ecuador paid for it in equal parts. At its height it had 60 officers. Ecuador "
        "received one square kilometre of Peruvian ground at Tiwinza as property, not as "
        "territory.",
        "The war of 1995 broke out over 78 kilometres without a marker.",
    ),
    "harriers.md": article(
        "Harriers stay in Belize",
        "Caribbean Sheet",
        "1986-06-03",
        "Britain keeps four Harrier fighters in Belize, the prime minister said in Belmopan on "
        "Monday. They are stationed at the international airport outside Belize City.",
        "Guatemala does not recognise the border. Its president has not signed the agreement of "
        "last year, and its army has condemned the patrols of the British.",
        "A British helicopter joined the search for two soldiers who had disappeared in the Maya "
        "Mountains in May. The police arrested three smugglers on bicycles.",
    ),
    "anjouan.md": article(
        "African Union troops leave Anjouan",
        "Moroni Messenger",
        "2008-11-15",
        "The African Union has taken its soldiers home from Anjouan, the island of the Comoros "
        "where they had landed in March. The Tanzanians left in October; after that only the "
        "police of Sudan remained.",
        "The soldiers had been sent to protect the harbour, the radio and the polling stations. "
        "The government put its losses at 11 dead; a French agency gave a figure of 30.",
        "The new runway at Ouani is late: the target year has been moved from 2009 to 2012.",
    ),
    "congo.md": article(
        "Europeans go home from Kinshasa",
        "Congo River Post",
        "2006-12-02",
        "The European operation EUFOR RD Congo watched over the elections from Kinshasa. Planned "
        "at 2,000, it never had more than a thousand. Germany commanded it.",
        "MONUC, the force of the United Nations, had been there since 1999. By the middle of this "
        "month the last of the Europeans are to leave.",
    ),
}
ANSWERED = {
    # words of talk
    "Where are the British jets in Belize parked?": "airport",
    "Who has withheld his signature from last year's agreement between Guatemala and Belize?": (
        "president has not signed"
    ),
    "How many smugglers on bikes were nabbed in Belize?": "three",
    "Did a chopper help to look for the soldiers who vanished in the Maya Mountains?": "helicopter",
    "Has Guatemala slammed the British patrols?": "condemned",
    # what for, how many by whose word, until when
    "What exactly were the AU's soldiers on Anjouan there to protect?": "harbour",
    "What death toll for Anjouan was given by a French agency?": "figure of 30",
    "According to whom were 11 people dead on Anjouan?": "government",
    "Until when did the Tanzanians stay on Anjouan?": "October",
    "To what year has the completion of the Ouani runway been pushed back?": "2012",
    "By when are the people of EUFOR RD Congo to be out of Kinshasa?": "the middle of this month",
    "What headcount did EUFOR RD Congo really reach in Kinshasa?": "a thousand",
    # why
    "How come monitors were sent to Bougainville?": "neutral eyes",
    # who
    "Who picked up the tab for MOMEP?": "Peru and Ecuador paid",
    "Under whose command was MOMEP?": "Brazilian general",
    "Through whose good offices did the talks on Bougainville come about?": "New Zealand",
    "Who's footing the bill for the Peace Monitoring Group?": "Australia",
    # when and for how long
    "For what length of time was MOMEP between Peru and Ecuador?": "four years and three months",
    "By what date should the Saudi barrier have been finished?": "2009",
    "Till when does the mandate of TIPH run?": "Thursday",
    "Until when will the Peace Monitoring Group stay on Bougainville?": "as long as",
    # how much
    "Any idea what Oslo has paid for TIPH?": "31 million dollars",
    "What's the price tag of the Saudi barrier?": "billion dollars",
    "What's the headcount of TIPH?": "64",
    "How far along is Saudi Arabia with the cable of its barrier?": "Two thirds",
    "How many square kilometres did Ecuador get at Tiwinza?": "one square kilometre",
    "how long's the barrier that Saudi Arabia built along Iraq?": "900",
    # by what right
    "By what right were observers sent to the Cordillera del Cóndor?": "fifth article",
    # names
    "What was the forerunner of the Peace Monitoring Group?": "Truce Monitoring Group",
    "What was the Peace Monitoring Group called before?": "Truce Monitoring Group",
    # who says so
    "According to whom did 20,000 people die on Bougainville?": "rebels",
    "Which paper has the Saudi barrier at 900 km?": "900",
}
SILENT = (
    "By when is MONUSCO to be out of Kinshasa?",
    "What headcount did MONUC reach in Kinshasa?",
    "What exactly were the AU's soldiers in Togo there to protect?",
    "What death toll for Togo was given by a French agency?",
    "According to whom were 40 people dead on Anjouan?",
    "Until when did the Kenyans stay on Anjouan?",
    "To what year has the completion of the Moroni harbour been pushed back?",
    "Where are the Guatemalan jets parked?",
    "Who has withheld his signature from the armistice?",
    "How many smugglers on bikes were nabbed in Honduras?",
    "How many subs does Britain keep in Belize?",
    "Who picked up the tab for the Saudi barrier's watchtowers?",
    "Under whose command was TIPH's house?",
    "Through whose good offices did Peru and Chile settle?",
    "For what length of time was Fiji on Bougainville?",
    "Till when does the mandate of MINURSO run?",
    "Any idea what Denmark has paid for TIPH?",
    "What's the price tag of MOMEP?",
    "What's the headcount of MINURSO?",
    "How many square kilometres did Chile get at Tiwinza?",
    "By what right did Turkey enter Iraq?",
    "What was the forerunner of TIPH?",
    "What was MOMEP called before?",
    "According to whom did 50,000 people die on Bougainville?",
    "Which paper has the Saudi barrier at 1,400 km?",
)


@pytest.mark.parametrize("question", PLAIN)
def test_a_question_is_read_in_its_plain_form(question: str) -> None:
    assert plain_form(question) == PLAIN[question]


@pytest.mark.parametrize("question", ANSWERED)
def test_a_question_in_the_words_of_colleagues_is_answered(
    answers: dict[str, Answer], question: str
) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief), question
    assert any(ANSWERED[question] in claim.text for claim in answer.claims)


@pytest.mark.parametrize("question", SILENT)
def test_a_form_of_question_alone_finds_no_answer(
    answers: dict[str, Answer], question: str
) -> None:
    assert isinstance(answers[question], NoAnswer), question
