"""Each sentence speaks of what it names, and of what its pronouns safely refer to."""

from __future__ import annotations

from bot.facts.mission_index import MissionIndex
from tests.written import drawn, written

Keys = tuple[str, ...]


def spoken_of(title: str, *paragraphs: str) -> list[tuple[Keys, Keys, Keys, Keys]]:
    """Places, focus places, missions and focus missions of each sentence."""
    (one,) = drawn(written(title, *paragraphs))
    return [
        (sentence.places, sentence.focus_places, sentence.missions, sentence.focus_missions)
        for sentence in one.sentences
    ]


def test_it_means_the_country_that_was_the_subject() -> None:
    assert spoken_of(
        "Paraguay and its army",
        "Paraguay borders Bolivia. Its border with Brazil is guarded by soldiers. It is long.",
    ) == [
        (("paraguay", "bolivia"), (), (), ()),
        (("brazil",), ("paraguay",), (), ()),
        ((), ("paraguay",), (), ()),
    ]


def test_the_two_countries_are_the_two_named_last() -> None:
    sentences = spoken_of(
        "A quarrel of neighbours",
        "Soldiers met in Chile. Peru and Ecuador share a border. The two countries made peace.",
    )
    assert set(sentences[2][1]) == {"peru", "ecuador"}


def test_the_mission_means_the_one_named_before() -> None:
    assert [
        (missions, focus)
        for _, _, missions, focus in spoken_of(
            "Observers leave Bougainville",
            "The United Nations mission UNOMB ended. The mission had 200 soldiers.",
            "The Security Council met. Peacekeepers left by ship.",
        )
    ] == [(("unomb",), ()), ((), ("unomb",)), ((), ()), ((), ("unomb",))]


def test_a_new_paragraph_returns_to_the_mission_of_the_article() -> None:
    sentences = spoken_of(
        "Operation Blue Hibiscus begins",
        "Operation Blue Hibiscus began in Haiti, the army said. Its soldiers come from Kenya.",
        "Operation Red Ginger, an operation of Jamaica, ended. Its soldiers went home.",
        "The operation has 300 police officers.",
    )
    assert [focus for *_, focus in sentences] == [
        (),
        ("blue hibiscus",),
        (),
        ("red ginger",),
        ("blue hibiscus",),
    ]


def test_a_single_word_is_a_mission_only_where_it_is_named_as_one() -> None:
    index = MissionIndex({"guardian": "guardian", "sea guardian": "sea guardian", "kfor": "kfor"})
    here = frozenset(("guardian",))
    assert index.find("Sea Guardian met KFOR.", frozenset()) == ["sea guardian", "kfor"]
    assert index.find("The Guardian reported it.", frozenset()) == []
    assert index.find("Guardian’s ships sailed.", here) == ["guardian"]
    assert index.find("a guardian angel", here) == []


def test_a_task_without_a_name_is_the_mission_that_the_task_is_known_as() -> None:
    sentences = spoken_of(
        "Portuguese jets to guard a sky",
        "Four Portuguese F-16 fighters landed in Lithuania on Monday. From there they will police "
        "the airspace of Estonia, Latvia and Lithuania.",
        "Russia's army and government call that unfriendly.",
        "The Baltic Air Policing, as the task is known, is open-ended, NATO says.",
    )
    assert sentences[1][2] == ("baltic air policing",)


def test_its_mission_is_of_the_body_before_it() -> None:
    sentences = spoken_of(
        "Blue helmets for the soldiers of the Union",
        "The European Union handed over its military mission in Chad to the United Nations.",
        "MINURCAT, a United Nations mission that had only police, gets soldiers. EUFOR Tchad/RCA "
        "had started late.",
    )
    assert sentences[0][2] == ("eufor tchad rca",)
