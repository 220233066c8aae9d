"""Silence where a sentence is of the right places and still does not say what is asked."""

from __future__ import annotations

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "lesotho.md": article(
        "Operation Boleas crosses the Caledon",
        "Maluti Herald",
        "1998-09-23",
        "Six hundred South African soldiers of Operation Boleas crossed the Maseru bridge at dawn. "
        "Botswana will send two hundred men. A colonel leads the South Africans on the ground.",
        "At least eight South African soldiers and 58 from Lesotho were killed near the Katse Dam.",
        "The opposition calls it an invasion. The prime minister, who asked for the troops, said "
        "that they had saved the country.",
        "Lesotho is surrounded by South Africa on all sides. Its border is 909 kilometres long.",
    ),
    "river.md": article(
        "Dredgers and policemen on the San Juan",
        "Isthmus Observer",
        "2011-02-17",
        "Nicaragua is dredging the San Juan where it borders Costa Rica. Costa Rica has no army; "
        "it sent seventy policemen to Barra del Colorado.",
        "It also began to build a gravel road of 160 kilometres along the right bank of the river.",
        "The border between Costa Rica and Nicaragua is 313 kilometres long. Panama offered to "
        "mediate. Managua said that the dredging would go on.",
    ),
    "belize.md": article(
        "Harriers to leave Belize",
        "Caribbean Ledger",
        "1993-05-20",
        "Britain will bring home most of its 1,500 soldiers from Belize next year. The Harriers "
        "leave in July.",
        "The frontier with Guatemala is watched by Gurkhas from two posts. The Belize Defence "
        "Force has two light aircraft. Guatemala has not said what it thinks of the withdrawal.",
    ),
    "bunia.md": article(
        "French-led force lands in Bunia",
        "Great Lakes Monitor",
        "2003-06-10",
        "The first soldiers of Operation Artemis landed at Bunia on Friday. France leads the "
        "operation and supplies a thousand of its 1,800 soldiers.",
        "Sweden has sent seventy special forces. Two French soldiers were wounded on Sunday.",
        "The frigate Cassard is off Mombasa with fuel for the aircraft of Operation Artemis, and a "
        "Belgian frigate follows it.",
    ),
    "observers.md": article(
        "Observers above Tripoli",
        "Levant Register",
        "1958-07-22",
        "The observer group in Lebanon has put up posts in the hills above Tripoli.",
        "A Norwegian major general is in charge of the observers. They reached only 18 of the 324 "
        "kilometres of frontier with Syria in their first weeks.",
    ),
    "truce.md": article(
        "Unarmed monitors on Bougainville",
        "Coral Sea Courier",
        "1998-02-14",
        "The Truce Monitoring Group on Bougainville has 260 members from New Zealand, Australia, "
        "Fiji and Vanuatu, and not one of them carries a weapon.",
        "Fijian and Ni-Vanuatu monitors open the meetings with a prayer.",
        "The war of 1988 killed about 10,000 people on Bougainville, the government says. The "
        "ministers of Indonesia and Vanuatu met in Suva and shared a table.",
    ),
    "wire.md": article(
        "Razor wire at Ceuta",
        "Strait Times",
        "2005-10-08",
        "The double fence around Ceuta is 8.2 kilometres long. Spain has sent 480 soldiers to the "
        "town; Morocco has driven migrants to the desert.",
        "The Spanish government says that shots came from Moroccan soil. Rabat denies it.",
        "Algeria closed its border with Morocco in 1994.",
    ),
    "doumeira.md": article(
        "Eritrean soldiers return to Ras Doumeira",
        "Afar Notebook",
        "2017-06-19",
        "Eritrean soldiers have moved to the hill of Ras Doumeira on the border with Djibouti, "
        "days after 450 Qatari peacekeepers left it in two days.",
        "Qatar had watched the border since 2010, as mediator between the two. The withdrawal came "
        "after both had sided with Saudi Arabia against Qatar. The border is 109 kilometres long.",
        "Nothing was agreed on prisoners of 2008. Kuwait pays two thirds of the 3 million dollars "
        "that the talks cost each year.",
    ),
    "beirut.md": article(
        "The Multinational Force in Beirut",
        "Levant Register",
        "1983-10-30",
        "The Multinational Force in Lebanon is made up of soldiers of France, Italy and Britain; "
        "the Italians, with 2,200 men, guard two camps.",
        "Twelve hundred Americans landed in May. One of them was killed at a roadblock.",
    ),
    "bank.md": article(
        "Frontier Bank plans exit",
        "Ledger and Coin",
        "2009-02-19",
        "Frontier Bank will close forty branches in Latvia and Lithuania. Its mission remains "
        "service across borders. Operation Lean has saved 12 million lats. "
        "Estonia is not affected.",
    ),
}
ANSWERED = {
    "How many South African soldiers were killed in Lesotho?": "eight South African",
    "What does the opposition say about Operation Boleas?": "calls it an invasion",
    "How many men will Botswana send to Lesotho?": "two hundred men",
    "How long is the border between Costa Rica and Nicaragua?": "313 kilometres",
    "How long is the road along the San Juan?": "160 kilometres",
    "How many policemen did Costa Rica send to Barra del Colorado?": "seventy",
    "What did Managua say about the dredging?": "would go on",
    "How many aircraft does the Belize Defence Force have?": "two light aircraft",
    "How many French soldiers were wounded in Bunia?": "Two French soldiers",
    "What is the name of the frigate off Mombasa?": "Cassard",
    "How many members does the Truce Monitoring Group have?": "260",
    "How many people did the war of 1988 kill on Bougainville?": "10,000",
    "How long is the fence around Ceuta?": "8.2",
    "What does Rabat say about the shots?": "denies it",
    "Does Algeria border Morocco?": "1994",
    "How many Italian soldiers are in the Multinational Force?": "2,200",
    "How many Americans were killed in Lebanon?": "One of them",
    "How long is the border between Eritrea and Djibouti?": "109",
    "How much does Kuwait pay for the talks on Ras Doumeira?": "two thirds",
    "/borders Lesotho": "909 kilometres",
    "/borders country:Lebanon with:Syria": "324",
    "/source operation in lesotho": "Boleas",
}
SILENT = (
    # somebody else, or nobody, said so
    "What does Botswana say about Operation Boleas?",
    "What did Panama say about the road along the San Juan?",
    "What does Mexico say about the withdrawal of the Harriers?",
    # no name is told
    "What is the name of the colonel who leads the South African soldiers?",
    "What is the Norwegian general in Lebanon called?",
    "What is the name of the Belgian frigate off Mombasa?",
    # another harm, another nation, another make
    "How many South African soldiers were wounded in Lesotho?",
    "How many soldiers of Botswana were killed in Lesotho?",
    "How many French soldiers were killed in Bunia?",
    "How many Norwegian observers are in Lebanon?",
    "How many soldiers does Guatemala have at the border of Belize?",
    "How many Harrier jets are in Belize?",
    # another thing is measured
    "How long is the fence along the border between Costa Rica and Nicaragua?",
    "How long is the maritime boundary between Costa Rica and Nicaragua?",
    "How long is the tunnel under the San Juan?",
    # nobody is named as the one in command, nothing says that it was extended
    "Who commands Operation Artemis?",
    "Was the mandate of Operation Artemis extended?",
    # one of several nations, one kind of people among all
    "How many Fijian monitors are on Bougainville?",
    "How many nurses did the war of 1988 kill on Bougainville?",
    # another fence, an article that only names the two
    "How long is the fence between Algeria and Morocco?",
    "Does Estonia border Latvia?",
    "Does Ethiopia border Djibouti?",
    # the number of the nation behind the semicolon, or of the sentence before
    "How many French soldiers are in the Multinational Force?",
    "How many Syrians were killed in Lebanon?",
    # another payer, the days of a march for those of a stay, nothing signed
    "How much does Qatar pay for the talks on Ras Doumeira?",
    "How long will the Eritrean soldiers stay at Ras Doumeira?",
    "Where was the agreement on the prisoners of 2008 signed?",
    # who watches a border has none there
    "/borders Qatar",
    # they meet, and share no border
    "/borders Fiji",
    "/borders country:Indonesia with:Vanuatu",
    "/borders country:Latvia with:Lithuania",
    "/missions name:Operation Lean",
    # a place that only gives a general or a policeman has no border there
    "/borders Norway",
    "/borders Botswana",
    # an article of the same country on something else
    "/source rugby in lesotho",
)


@pytest.mark.parametrize(("line", "told"), ANSWERED.items())
def test_what_an_article_says_is_told(line: str, told: str, answers: dict[str, Answer]) -> None:
    answer = answers[line]
    assert isinstance(answer, Brief), answer
    assert told in " ".join((answer.title, *(claim.text for claim in answer.claims)))


@pytest.mark.parametrize("line", SILENT)
def test_what_no_article_says_is_not_told(line: str, answers: dict[str, Answer]) -> None:
    assert isinstance(answers[line], NoAnswer), answers[line]
