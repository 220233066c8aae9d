"""Missions are named with evidence only, and the names of one mission belong together."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.facts.draw import Mission, Naming, gather, place_names
from bot.facts.naming import MissionName, abbreviates, core, expansions, kind_of, merge, names_in
from bot.language.places import load_gazetteer
from tests.written import named, written

PLACES = place_names(load_gazetteer())


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Operation Blue Hibiscus began.", MissionName("Blue Hibiscus", "operation")),
        ("Exercise “Silent Reef” began.", MissionName("Silent Reef", "exercise")),
        ("Talisman Sabre, a joint exercise, began.", MissionName("Talisman Sabre", "exercise")),
        ("An exercise called Silent Reef began.", MissionName("Silent Reef", "exercise")),
        ("The Greek operation, Olive by name, began.", MissionName("Olive", "operation")),
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


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Operation Interflex", "interflex"),
        ("Exercise Talisman Sabre 2023", "talisman sabre 2023"),
        ("“Silent Reef”", "silent reef"),
        ("Croix du Sud’s", "croix du sud"),
        ("Operation", "operation"),
    ],
)
def test_the_core_of_a_name_tells_it_from_others(name: str, told: str) -> None:
    assert core(name) == told


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("drills", "exercise"),
        ("naval operation", "naval mission"),
        ("air-policing mission", "air policing mission"),
        ("forces", "force"),
        ("banana", None),
        (None, None),
    ],
)
def test_a_noun_tells_the_kind_of_a_mission(noun: str | None, kind: str | None) -> None:
    assert kind_of(noun) == kind


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("the Kosovo Force (KFOR) left", {"KFOR": "Kosovo Force"}),
        ("KFOR (Kosovo Force) left", {"KFOR": "Kosovo Force"}),
        (
            "the SADC Preventive Mission, SAPMIL, left",
            {"SAPMIL": "SADC Preventive Mission"},
        ),
        (
            "SAPMIL, the SADC Preventive Mission, left",
            {"SAPMIL": "SADC Preventive Mission"},
        ),
        ("a meeting (ABC) of the Kosovo Force", {}),
        ("Kosovo Force (2004)", {}),
        (
            "The United Nations Support Mission in Tuvalu, known by its French letters as MINUTUV, "
            "has closed.",
            {"MINUTUV": "United Nations Support Mission in Tuvalu"},
        ),
        (
            "The United Nations Operation in Tuvalu (ONUTUV) has closed.",
            {"ONUTUV": "United Nations Operation in Tuvalu"},
        ),
    ],
)
def test_an_acronym_is_explained_by_its_article(text: str, explained: dict[str, str]) -> None:
    assert expansions(text) == explained


@pytest.mark.parametrize(
    ("acronym", "phrase", "expected"),
    [
        ("UNFICYP", "United Nations Peacekeeping Force in Cyprus", True),
        ("KFOR", "Kosovo Force", True),
        ("KFOR", "Force of Kosovo", False),
        ("ABC", "Kosovo Force", False),
    ],
)
def test_the_letters_of_an_acronym_stand_in_its_name(
    acronym: str, phrase: str, expected: bool
) -> None:
    assert abbreviates(acronym, phrase) is expected


MERGED = [
    ({"aspides", "eunavfor aspides"}, [{"aspides", "eunavfor aspides"}]),
    ({"silent reef", "silent reef 2023"}, [{"silent reef", "silent reef 2023"}]),
    (
        {"silent reef", "silent reef 2021", "silent reef 2023"},
        [{"silent reef"}, {"silent reef 2021"}, {"silent reef 2023"}],
    ),
    ({"eufor", "eufor althea"}, [{"eufor", "eufor althea"}]),
    ({"eufor", "eufor althea", "eufor chad"}, [{"eufor"}, {"eufor althea"}, {"eufor chad"}]),
    ({"guardian", "sea guardian"}, [{"guardian"}, {"sea guardian"}]),
    (set(), []),
]


def groups(keys: dict[str, str]) -> list[set[str]]:
    together: dict[str, set[str]] = {}
    for name, key in sorted(keys.items()):
        together.setdefault(key, set()).add(name)
    return sorted(together.values(), key=sorted)


@pytest.mark.parametrize(("names", "expected"), MERGED)
def test_names_of_one_mission_are_merged_in_whatever_order(
    names: set[str], expected: list[set[str]]
) -> None:
    results = [merge(order) for order in itertools.permutations(sorted(names))]
    assert groups(results[0]) == expected
    assert all(result == results[0] for result in results)


@given(
    st.lists(
        st.lists(
            st.sampled_from(
                "eufor eunavfor sea guardian reef silent 2021 2023 23 nato med".split()
            ),
            min_size=1,
            max_size=4,
        ).map(" ".join),
        unique=True,
        max_size=6,
    ).flatmap(lambda names: st.tuples(st.just(names), st.permutations(names)))
)
def test_merging_depends_on_the_names_alone(orders: tuple[list[str], list[str]]) -> None:
    first, second = orders
    assert merge(first) == merge(second)
    assert set(merge(first)) == set(first)


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
