"""What stands near what is asked for and is of something else: numbers, days, costs and heads."""

from __future__ import annotations

import pytest

from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import article

FILES = {
    "brigade.md": article(
        "Canada sends more to Latvia",
        "Riga Dispatch",
        "2023-07-11",
        "Canada will double its brigade in Latvia, the prime minister said in Riga. Three tank and "
        "artillery companies come from Alberta. By 2026 the brigade will grow from 800 soldiers to "
        "2,200.",
        "The battlegroup that Canada leads has been in Latvia since 2017; it had about 1,700 "
        "soldiers before this week's announcement.",
    ),
    "congo.md": article(
        "Who went to Katanga",
        "Lake Notes",
        "2003-02-14",
        "The United Nations force in the Congo, ONUC, began in July 1960. Eleven states sent "
        "soldiers: Ethiopia, Ghana, Guinea, Ireland, Liberia, Mali, Morocco, Nigeria, Sudan, "
        "Sweden and Tunisia. In the Congo 250 were killed. It may have up to 20,000 men.",
    ),
    "lake.md": article(
        "Uganda and Kenya watch Migingo together",
        "Lake Notes",
        "2016-05-20",
        "Uganda and Kenya will guard Migingo together, the two governments said on Friday. A joint "
        "unit of 40 men is to be sent to the rock, half of them Ugandan and half Kenyan.",
        "The wall along it, 15 feet high, stands well behind the line. The maritime boundary of "
        "Kenya with Somalia is 500 kilometres long at least, a court was told.",
    ),
    "gulf.md": article(
        "Yearly manoeuvres off Djibouti",
        "Harbour Post",
        "2019-11-08",
        "Operation Atalanta goes on off Djibouti, the European Union said on Friday. Cutlass "
        "Express, a yearly exercise, has been held there since 2010.",
        "Japan closed its first camp in June 2011. Kenya launched Operation Usalama Baharini in "
        "2014; it cost 12 million dollars. It was led by the Kenyan navy.",
        "Djibouti's border with Eritrea will be an administrative line for one side. Atalanta cost "
        "Germany 50 million euros in 2018.",
    ),
    "strait.md": article(
        "Who watches the Torres Strait",
        "Reef Post",
        "2008-04-02",
        "Observers stay on Bougainville until the vote. Later two former rivals worked beside the "
        "observers. An Australian officer commands BEL ISI.",
    ),
}
ANSWERED = {
    "How large may the force in the Congo become?": "20,000 men",
    "What did Usalama Baharini cost?": "12 million dollars",
    "What did Atalanta cost Germany?": "50 million euros",
    "How much did Usalama Baharini cost in all?": "12 million dollars",
    "Who led Usalama Baharini?": "Kenyan navy",
    "How many soldiers will the joint Ugandan-Kenyan unit on Migingo have?": "40 men",
    "How many soldiers did the Canadian battlegroup in Latvia have before July 2023?": "1,700",
    "How many states sent soldiers to ONUC?": "Eleven states",
}
SILENT = (
    "How many tanks does Canada send to Latvia?",
    "How many women serve in the brigade in Latvia?",
    "How many soldiers did the battlegroup in Latvia have in 2017?",
    "How many soldiers did Ireland have in ONUC?",
    "How long is the land border between Kenya and Somalia?",
    "How long is the wall on the line?",
    "How many civilians were killed in the Congo?",
    "When did Atalanta end?",
    "When was Cutlass Express launched?",
    "How long did Cutlass Express last in 2019?",
    "What did Cutlass Express cost?",
    "What did Atalanta cost France?",
    "Who leads Atalanta?",
    "How many observers are on Bougainville?",
    "Who commanded UNTEL?",
    "What does the border post weigh?",
)


@pytest.mark.parametrize("question", ANSWERED)
def test_what_is_counted_is_told(answers: dict[str, Answer], question: str) -> None:
    answer = answers[question]
    assert isinstance(answer, Brief), question
    assert any(ANSWERED[question] in claim.text for claim in answer.claims)


@pytest.mark.parametrize("question", SILENT)
def test_a_number_of_something_else_is_no_answer(answers: dict[str, Answer], question: str) -> None:
    assert isinstance(answers[question], NoAnswer), answers[question]
