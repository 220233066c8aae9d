"""Each sentence speaks of what it names, and of what its pronouns safely refer to."""

from __future__ import annotations

import pytest

from bot.facts.reading import MissionIndex, is_about_states, world_evidence
from bot.language.places import load_gazetteer
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


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Paraguay counts posts",
            "The army and police of Paraguay guard the border with Bolivia, a treaty says.",
            True,
        ),
        (
            "My mission in the kitchen",
            "Turkey goes into the oven; the recipe for the dessert is from Chile.",
            False,
        ),
        (
            "Border, the board game",
            "Each player of the board game rolls dice to move soldiers over the border.",
            False,
        ),
        ("A walk", "We went to the shop and came home.", False),
        ("Force leaves", "The last soldiers of Operation Kestrel left Laos for Thailand.", True),
        (
            "An Austrian pine for the slope",
            "The pine borders the terrace, and no treaty keeps the Japanese maple from growing "
            "into it. We laid a path of Portuguese stone, nine metres of it, and raised a row of "
            "Swiss chard behind the fence. In spring the patrol of hedgehogs begins. Put the maple "
            "where the wind is weak, water it for a month, and cover its roots when the nights "
            "grow cold. A second tree takes the far end of the border, where the fence has a gap.",
            False,
        ),
        (
            "Bolivia and its neighbours in figures",
            "Bolivia shares land borders with five countries. With Brazil there are 3,423 "
            "kilometres, much of it along the Guaporé. With Paraguay there are 741 kilometres, "
            "with Peru 1,047, with Argentina 942 and with Chile 942. Bolivia has had no coast "
            "since it lost one to Chile. Brazil reaches it by the longest line of all, Paraguay "
            "by the shortest. All the figures are rounded and count rivers as land. Older lists "
            "give other figures for Peru.",
            True,
        ),
        (
            "In the hive",
            "The border of the comb is sealed; the mission of a Georgia drone ends.",
            False,
        ),
    ],
)
def test_only_articles_about_states_are_read_for_facts(
    title: str, text: str, expected: bool
) -> None:
    article = written(title, text)
    assert is_about_states(article, load_gazetteer()) is expected
    (one,) = drawn(article)
    assert one.about_states is expected
    assert expected or one.facts == ()


def test_words_of_other_worlds_weigh_against_words_of_states() -> None:
    assert world_evidence("soldiers", 0) == 1
    assert world_evidence("soldiers and more soldiers", 9) == 5
    assert world_evidence("soldiers in a board game", 0) == -0.5


def test_a_single_word_is_a_mission_only_where_it_is_named_as_one() -> None:
    index = MissionIndex({"guardian": "guardian", "sea guardian": "sea guardian", "kfor": "kfor"})
    here = frozenset(("guardian",))
    assert index.find("Sea Guardian met KFOR.", frozenset()) == ["sea guardian", "kfor"]
    assert index.find("The Guardian reported it.", frozenset()) == []
    assert index.find("Guardian’s ships sailed.", here) == ["guardian"]
    assert index.find("a guardian angel", here) == []
