"""Armies, rebels and militias that stand around a mission: what is counted of them is theirs."""

from __future__ import annotations

import pytest

from bot.facts.armed_others import NOBODYS, whose_force
from bot.language.places import load_gazetteer
from bot.model import FactKind
from tests.written import drawn, written


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Mali's army has about 21,000 men.", "mali"),
        ("The army, founded anew in 2017, has 1,300 soldiers.", NOBODYS),
        ("Renamo, the rebel movement, counted 20,000 men.", NOBODYS),
        ("Al-Shabaab has between 7,000 and 12,000 fighters.", NOBODYS),
        ("The Kosovo Security Force, which counts 3,300 soldiers, stayed in barracks.", "kosovo"),
        ("Some 1,000 Russian mercenaries fight there.", "russia"),
        ("On the other bank the guerrillas hold two towns.", NOBODYS),
        ("Peacekeepers have 12 helicopters.", None),
        ("Fiji has 300 soldiers in the south.", None),
        ("The Irish army has sent 650 soldiers.", None),
        ("The rebels handed in 3,875 weapons.", None),
        ("The army took over the camp at Kidal.", None),
        ("The army says that the force will stay.", None),
        ("Its mandate is to keep the militias and the army apart.", None),
        ("Why has the army 9,000 men?", None),
    ],
)
def test_an_army_is_the_subject_of_a_sentence(text: str, whose: str | None) -> None:
    assert whose_force(text, load_gazetteer().mentions(text)) == whose


def told_by_mission(title: str, *paragraphs: str) -> dict[str, list[str]]:
    """The sentences that tell of each mission of an article."""
    (one,) = drawn(written(title, *paragraphs))
    found: dict[str, list[str]] = {}
    for fact in one.facts:
        if fact.kind is FactKind.MISSION and fact.mission:
            found.setdefault(fact.mission, []).append(fact.passages[fact.at].text)
    return found


def test_what_is_told_of_an_army_is_not_told_of_the_mission() -> None:
    told = told_by_mission(
        "Ten months of the peace force in Liberia",
        "UNMIL, the United Nations Mission in Liberia, has 15,000 soldiers. It guards Monrovia.",
        "The rebel movement LURD had 5,000 men. It kept the port of Buchanan until August, and "
        "Guinea lent it lorries.",
        "Liberia's army has 9,000 men under American officers. It is not part of UNMIL.",
        "Nigeria and Ghana send the largest contingents. It is to leave in 2006.",
    )
    assert told == {
        "unmil": [
            "UNMIL, the United Nations Mission in Liberia, has 15,000 soldiers.",
            "It guards Monrovia.",
            "It is not part of UNMIL.",
            "Nigeria and Ghana send the largest contingents.",
            "It is to leave in 2006.",
        ]
    }


def test_it_goes_on_with_the_mission_of_the_paragraph_before() -> None:
    told = told_by_mission(
        "From UNOMSIL to UNAMSIL in Sierra Leone",
        "UNOMSIL, the observer mission, hands over to UNAMSIL today. UNOMSIL had 210 observers.",
        "UNAMSIL will have 6,000 soldiers. India gives it a commander.",
        "It is to disarm 45,000 fighters.",
    )
    assert "It is to disarm 45,000 fighters." in told["unamsil"]
    assert "It is to disarm 45,000 fighters." not in told["unomsil"]


def test_a_paragraph_of_an_overview_that_refers_to_no_mission_is_on_none() -> None:
    told = told_by_mission(
        "Who patrols the Gulf of Guinea?",
        "Three operations watch the waters off Nigeria.",
        "Operation Corymbe is France's. It has two ships.",
        "Operation Calm Waters was begun by the Nigerian navy. It has eleven ships.",
        "Operation Prosperity is held by Benin and Nigeria. It has four ships.",
        "China has sent two frigates with 300 sailors.",
    )
    assert [texts for texts in told.values() if any("China" in text for text in texts)] == []
    assert len(told) == 3


@pytest.mark.parametrize(
    "others",
    [
        "Rwanda, which is not in the mission, has 2,500 soldiers in the province.",
        "Zambia held manoeuvres of its own with 9,000 men in April.",
        "The battlegroup in Malawi, led by Kenya, has 1,600 soldiers.",
        "The rebels' council had asked for more. It counts its own fighters at 12,000.",
        "Mozambique's army, with 11,000 men, guards the coast, and Portugal lends it instructors.",
        "Mozambique's army is to send 4,000 soldiers north of the river.",
    ],
)
def test_forces_beside_a_mission_are_none_of_it(others: str) -> None:
    told = told_by_mission(
        "Southern soldiers in Mozambique",
        "SAMIM, the Southern African mission in Mozambique, has 2,200 soldiers. It began in 2021.",
        others,
    )
    assert [text for text in told["samim"] if text in others] == []


def test_who_went_home_took_part_though_another_stays_under_a_treaty() -> None:
    told = told_by_mission(
        "Southern soldiers in Mozambique",
        "SAMIM, the Southern African mission in Mozambique, has 2,200 soldiers. Botswana and "
        "Lesotho went home in April; Tanzania stays under an agreement with Maputo.",
    )
    assert len(told["samim"]) == 2


def test_a_paragraph_that_ends_with_the_name_of_an_operation_is_on_it() -> None:
    told = told_by_mission(
        "Peacekeepers hold the port of Monrovia",
        "The peace force ECOMOG, 3,000 men strong, holds the port of Liberia's capital.",
        "Four American warships lie off the coast with 2,000 marines. They came in June. The "
        "operation is called Sharp Edge.",
    )
    assert told == {
        "ecomog": [
            "The peace force ECOMOG, 3,000 men strong, holds the port of Liberia's capital."
        ],
        "sharp edge": [
            "Four American warships lie off the coast with 2,000 marines.",
            "They came in June.",
            "The operation is called Sharp Edge.",
        ],
    }


def test_questions_that_head_their_answers_are_on_the_mission() -> None:
    (one,) = drawn(
        written(
            "Who are the soldiers in Sinai?",
            "What is the MFO?",
            "The Multinational Force and Observers keeps the peace of Egypt and Israel.",
            "Who commands it?",
            "A Canadian general.",
            "Who fights there?",
            "Egypt's army has moved 41 battalions up.",
        )
    )
    told = [" ".join(passage.text for passage in fact.passages) for fact in one.facts]
    assert "Who commands it? A Canadian general." in told
    assert not any("41" in text for text in told)


def test_it_behind_a_body_that_is_brought_in_is_that_body() -> None:
    told = told_by_mission(
        "The United Nations leave Cambodia",
        "The last battalion of UNTAC left Cambodia on Monday. In all 22,000 people served in it.",
        "The Khmer Rouge still have 9,000 fighters. A team of 20 observers stays for six months. "
        "It is led by a colonel from Bangladesh.",
        "The government's has 90,000 men and 220,000 in the militia, the prince's army 17,500.",
    )
    assert told["untac"][-1] == "A team of 20 observers stays for six months."


def test_their_force_is_of_those_spoken_of_and_the_other_is_another() -> None:
    told = told_by_mission(
        "Abkhazia: observers and peacekeepers",
        "Two forces stand in Abkhazia. One is UNOMIG, 102 observers whom a Swede commands. The "
        "other is the peacekeeping force of the Commonwealth, 1,600 men.",
        "The Russians came in June 1994. The mandate of their force ends tomorrow.",
        "UNOMIG has its headquarters in Sukhumi. A new mission is to replace it.",
    )
    assert told["unomig"] == [
        "One is UNOMIG, 102 observers whom a Swede commands.",
        "UNOMIG has its headquarters in Sukhumi.",
        "A new mission is to replace it.",
    ]


def test_the_heir_of_a_mission_is_what_is_told_of() -> None:
    told = told_by_mission(
        "Angola: observers go",
        "MONUA closed on Friday, the United Nations said. The mission, the heir of UNAVEM III, had "
        "1,000 people. It lost 60 of them.",
        "The mercenaries of a South African company, 500 men, train the army.",
    )
    assert "It lost 60 of them." in told["monua"]
    assert not any("60" in text or "500" in text for text in told["unavem iii"])


def test_an_overview_that_names_its_missions_in_the_title_is_on_each_in_turn() -> None:
    told = told_by_mission(
        "Corymbe, Calm Waters and Prosperity: who patrols the Gulf of Guinea",
        "Three operations watch the waters off Nigeria.",
        "Operation Corymbe is France's. It has two ships.",
        "Operation Calm Waters was begun by the Nigerian navy. It has eleven ships.",
        "Operation Prosperity is held by Benin and Nigeria. It has four ships.",
        "NATO's new command in Naples, with 700 people, looks on.",
    )
    assert not any("Naples" in text for texts in told.values() for text in texts)
