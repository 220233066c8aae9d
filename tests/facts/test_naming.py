"""Missions are named with evidence only, and those of a corpus gathered under one key each."""

from __future__ import annotations

import itertools

import pytest

from bot.facts.draw import Mission, Naming, gather, place_names
from bot.facts.mission_name import MissionName
from bot.facts.naming import names_in
from bot.language.places import load_gazetteer
from tests.written import named, written

PLACES = place_names(load_gazetteer())


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Operation Blue Hibiscus began.", MissionName("Blue Hibiscus", "operation")),
        ("Exercise “Silent Reef” began.", MissionName("Silent Reef", "exercise")),
        ("Talisman Sabre, a joint exercise, began.", MissionName("Talisman Sabre", "exercise")),
        ("The mission Delta Chad/CAR ended.", MissionName("Delta Chad/CAR", "mission")),
        ("An exercise called Silent Reef began.", MissionName("Silent Reef", "exercise")),
        ("The Greek operation, Olive by name, began.", MissionName("Olive", "operation")),
        ("The operation was given the name Red Acacia.", MissionName("Red Acacia", "operation")),
        ("An exercise bears the code name “Lapwing”.", MissionName("Lapwing", "exercise")),
        ("In June 900 soldiers took part in Corvus 21.", MissionName("Corvus 21", None)),
        (
            "Oslo plans an operation of its own, which it has called Petrel.",
            MissionName("Petrel", "operation"),
        ),
        (
            "Pacific Partnership 2019 is an exercise.",
            MissionName("Pacific Partnership 2019", "exercise"),
        ),
        ("Its predecessor, UNOMB, had ended.", MissionName("UNOMB", None)),
        ("RIMPAC opens on Friday.", MissionName("RIMPAC", None)),
        ("Operation Serval in Mali ended.", MissionName("Serval", "operation")),
        ("SKYTON is a joint command of Fiji and Tonga.", MissionName("SKYTON", None)),
        (
            "A Kenyan training team, KATRIT, has been at Juba since 1974.",
            MissionName("KATRIT", "training mission"),
        ),
        (
            "A military advisory group, MILAG, came to Quito.",
            MissionName("MILAG", "training mission"),
        ),
        (
            "They belong to the Southern Group of Forces.",
            MissionName("Southern Group of Forces", "force"),
        ),
        (
            "The Group of Soviet Forces in Hungary left.",
            MissionName("Group of Soviet Forces in Hungary", "force"),
        ),
        (
            "Coral Lance is a permanent bilateral air-defence squadron run by Peru and Chile.",
            MissionName("Coral Lance", None),
        ),
        (
            "BALTO, the combined brigade of Latvia, Estonia and Poland, left.",
            MissionName("BALTO", None),
        ),
    ],
)
def test_a_mission_is_named(sentence: str, expected: MissionName) -> None:
    assert names_in(sentence, PLACES) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Our mission statement is clear.",
        "Four ministers took part in Expo 2020.",
        "Operation theatre nurses went on strike.",
        "Germany leads the mission.",
        "Exercise in Kenya began.",
        "The Mission in Kosovo ended.",
        "The Royal Air Force flew home.",
        "UNICEF opened a school.",
        "The Security Council met.",
        "The Border Guard and the Armed Forces met.",
        "The Contact Group of ministers met.",
        "The Special Forces Group guarded the hotel.",
        "STRATO is a joint command of the Army and the Navy.",
        "Fiji is a common headquarters of Shell and Total.",
        "The AIRCOM is the joint command of Norway.",
    ],
)
def test_a_body_a_place_or_a_common_word_is_no_mission(sentence: str) -> None:
    assert names_in(sentence, PLACES) == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Exercise Croix du Sud began.", "Croix du Sud"),
        ("Operación Escudo de la Costa began.", "Escudo de la Costa"),
        ("The operation, which will go by the name of Kestrel, has a general.", "Kestrel"),
        ("Kestrel, as it is called, has 7,000 troops.", "Kestrel"),
        ("The manoeuvres are the northern part of Quiet Kestrel.", "Quiet Kestrel"),
        (
            "The Military Observer Mission Peru–Bolivia went home.",
            "Military Observer Mission Peru–Bolivia",
        ),
        ("The Multinational Force and Observers watch.", "Multinational Force and Observers"),
    ],
)
def test_a_name_is_whole(sentence: str, name: str) -> None:
    assert [found.name for found in names_in(sentence, PLACES)] == [name]


ARTICLES = (
    written(
        "Bougainville: observers leave",
        "The United Nations Observer Mission in Bougainville (UNOMB) ended, the army said. The "
        "Security Council closed UNOMB in Papua New Guinea.",
        file="a.txt",
    ),
    written(
        "Thanks for observers",
        "Soldiers of the United Nations Observer Mission in Bougainville left Papua New Guinea. "
        "The government thanked the Security Council.",
        file="b.txt",
    ),
    written(
        "Exercise Silent Reef ends",
        "Exercise Silent Reef ended off Fiji, the navy said. Frigates of Tonga took part in "
        "Silent Reef for the first time. The minister of defence watched.",
        file="c.txt",
    ),
    written(
        "A kitchen's mission",
        "Operation Chocolate is our recipe for a dessert: the oven must be hot, the chef says.",
        file="d.txt",
    ),
)


def test_the_missions_of_a_corpus_are_gathered_under_one_key_each() -> None:
    _, missions = named(*ARTICLES)
    assert {key: mission.kind for key, mission in missions.items()} == {
        "silent reef": "exercise",
        "unomb": missions["unomb"].kind,
    }
    assert missions["silent reef"] == Mission(
        "silent reef", "Silent Reef", "exercise", ("Silent Reef",)
    )
    assert missions["unomb"].name == "UNOMB"
    assert "United Nations Observer Mission in Bougainville" in missions["unomb"].names


def test_the_order_of_articles_does_not_change_their_missions() -> None:
    namings, missions = named(*ARTICLES)
    for order in itertools.permutations(namings):
        assert gather(order, PLACES) == missions


def test_a_mission_in_two_countries_is_named_whole() -> None:
    sentence = "The council ended the United Nations Mission in Ethiopia and Eritrea."
    assert [found.name for found in names_in(sentence, PLACES)] == [
        "United Nations Mission in Ethiopia and Eritrea"
    ]


def test_names_in_two_languages_are_one_mission_where_it_is_known_to_be_one() -> None:
    namings = [
        Naming(str(number), True, (MissionName(name, None),), ())
        for number, name in enumerate(("UNIFIL", "FINUL", "UNFICYP"))
    ]
    missions = gather(namings, PLACES)
    assert {key: mission.names for key, mission in missions.items()} == {
        "unifil": ("FINUL", "UNIFIL"),
        "unficyp": ("UNFICYP",),
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Soldiers of Fiji hold Bright Star together with Tonga.", ["Bright Star"]),
        ("The minister opened Flintlock 2031. The exercise is small.", ["Flintlock 2031"]),
        ("The minister likes Flintlock.", []),  # a single word needs more than its capital
        ("A bright star stood above the soldiers.", []),
        ("NATO's Unified Protector was led from Italy.", ["Unified Protector"]),
        ("Fiji calls its share Vaka Lele.", ["Vaka Lele"]),
        ("NATO Mission Tonga has 300 soldiers.", ["NATO Mission Tonga"]),
        ("HMS Hibiscus, a British patrol ship, left.", []),
        ("The Royal Tongan Air Force is small.", []),
        ("Soldiers of the Multinational Force left.", ["Multinational Force"]),
        ("Okonkwo Mensah, the head of the mission, and Afi Lolo is its chief.", []),
        ("In Nukualofa on Wednesday the Tongan Relief Mission began.", ["Tongan Relief Mission"]),
        ("Observers of the OSCE arrived in Samoa.", []),
    ],
)
def test_a_mission_that_exists_is_known_by_its_name(text: str, names: list[str]) -> None:
    states = "The army, the navy and the government of Samoa keep to the treaty with Tonga."
    _, missions = named(written("The week", text, states))
    assert [mission.name for mission in missions.values()] == names


def test_a_place_behind_a_name_that_is_known_makes_no_second_mission() -> None:
    text = (
        "The Gang Suppression Force for Haiti has 500 soldiers. The Gang Suppression Force is led "
        "by Kenya, the government and the army say."
    )
    _, missions = named(written("The week", text))
    assert len(missions) == 1


def test_a_long_name_that_is_known_needs_no_capitals_and_shows_what_it_is_best_known_by() -> None:
    states = "The army, the navy and the government keep to the treaty with Tonga."
    _, missions = named(
        written("Islands", "Operation Helpem Fren, the police say, ended. RAMSI is over.", states),
        written(
            "Police",
            "The regional assistance mission to Solomon Islands ended on Friday.",
            states,
            file="two.txt",
        ),
    )
    assert [(mission.name, len(mission.names)) for mission in missions.values()] == [("RAMSI", 3)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bulgaria takes over MCM Black Sea in January.", ["MCM Black Sea"]),
        ("TG Guinea sailed from Tema with six boats of Ghana and Togo.", ["TG Guinea"]),
        ("MCMG Baltic is led by Latvia.", ["MCMG Baltic"]),
        ("In May SNMCMG 2 called at Odesa.", ["SNMCMG 2"]),
        ("TV Norway and the BBC showed ships off Samoa.", []),
    ],
)
def test_an_abbreviation_for_a_kind_of_formation_begins_a_name(text: str, names: list[str]) -> None:
    states = "The army, the navy and the government of Samoa keep to the treaty with Tonga."
    _, missions = named(written("The week", text, states))
    assert [mission.name for mission in missions.values()] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Until last year the exercise went by the name of Winter Harvest. They renamed "
            "it Baltic Harvest, because Latvia has joined.",
            [("Baltic Harvest", "Winter Harvest")],
        ),
        ("The defence ministry drops the name Harvest Dawn.", [("Harvest Dawn",)]),
        (
            "The military operation on the river has lost its name. It is no longer to be called "
            "Harvest Dawn, the ministry said.",
            [("Harvest Dawn",)],
        ),
        ("The shop on the river is no longer to be called Harvest Dawn.", []),
    ],
)
def test_a_name_that_is_given_or_lost_is_one(text: str, names: list[tuple[str, ...]]) -> None:
    states = "The army, the navy and the government of Samoa keep to the treaty with Tonga."
    _, missions = named(written("The week", text, states))
    assert [mission.names for mission in missions.values()] == names


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("When Bella, a girl of three, ran off, she took a bun. Police began Operation Bella.", 0),
        ("Operation Bella began in May. Bella, a goddess of war, had a shield that she used.", 1),
        ("Soldiers of Operation Bella stay in Tonga. Bella costs too much, he said.", 1),
    ],
)
def test_the_name_of_somebody_told_of_before_is_no_missions(text: str, count: int) -> None:
    states = "The army, the navy and the government of Samoa keep to the treaty with Tonga."
    _, missions = named(written("The week", text, states))
    assert len(missions) == count


def test_who_heads_a_mission_and_the_heads_of_a_table_are_no_names() -> None:
    _, missions = named(
        written(
            "Who keeps the peace in Lebanon?",
            "Mission | Begun | Soldiers",
            "UNIFIL | March 1978 | 10,031",
            "The chief of the mission is Martti Ahtisaari. NATO ended Ocean Shield in December "
            "2016, and the army of Lebanon moved to the border.",
        )
    )
    assert sorted(missions) == ["ocean shield", "unifil"]


def test_a_forerunner_is_not_short_for_what_followed_it() -> None:
    _, missions = named(
        written(
            "Peacekeepers in Sinai",
            "UNEF II kept the armies of Egypt and Israel apart. Its predecessor UNEF left in 1967.",
        )
    )
    assert sorted(missions) == ["unef", "unef ii"]
