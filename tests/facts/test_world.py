"""What world an article is of is told by all of its words, and by the lines that states draw."""

from __future__ import annotations

import pytest

from bot.facts.world import is_about_states, world_evidence
from bot.language.places import load_gazetteer
from tests.written import drawn, written


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
        (
            "A comet's dust comes home",
            "A capsule with dust of a comet landed in Kazakhstan, after seven years in orbit. The "
            "mission has been extended, to an asteroid. Helicopters patrolled the steppe, and a "
            "team of four was deployed. How much dust there is has not been said. Italy, a partner "
            "of the mission, gets a part of it, and so does Canada. The military lent a tent.",
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
            "Shops on the Mekong open their shutters",
            "Customers came back on Monday, and somebody looked at vaccination cards: Thailand has "
            "reopened its land border with Laos after two years. Only the bridge at Nong Khai is "
            "open to tourists. The border between the two countries is 1,845 kilometres long. The "
            "first visitors went straight to the market stalls and asked for grilled bananas, "
            "which had doubled in price. Hotels hope for a good season.",
            True,
        ),
        (
            "Copenhagen looks into boots again",
            "Denmark is taking up the checks at its borders again for six months. Drivers from "
            "Malmö should expect to wait, the operator of the bridge said; its app shows for how "
            "long. Commuters who travel every day may show a pass. In the first week eleven people "
            "were turned back at the border. Trains stop for ten minutes longer than before.",
            True,
        ),
        (
            "Three countries in one valley",
            "Barak is a village of Kyrgyzstan, yet nobody gets there without leaving it: it is one "
            "of the enclaves in Uzbekistan. Its people grow apricots and keep a museum in a "
            "garage. A tarred road was promised to them long ago, and a school bus.",
            True,
        ),
        (
            "A film of dust and silence",
            "The thriller is set on the border between Mexico and the United States, where an "
            "actor best known from a sitcom plays a border patrol officer who writes a novel. "
            "Cinemas will show it from May. The album with its songs is out, and so is the game.",
            False,
        ),
        (
            "Edging for beginners",
            "Sew the border of Irish linen to the quilt with a small stitch. The fabric comes from "
            "a shop near the border with Belgium; ask for the yarn, too.",
            False,
        ),
        (
            "Payments without borders",
            "The startup moves money across the border for customers in Kenya and Uganda. Its "
            "software runs on servers in Ireland, and investors like its brand.",
            False,
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


def test_a_game_of_an_invented_state_is_not_about_states_as_an_exercise_is() -> None:
    force = "a peacekeeping force of 300 soldiers guards the border of an invented republic"
    gazetteer = load_gazetteer()
    game = written("Copper Bridge", f"In this game {force}. Two players command it.")
    drill = written("Copper Bridge", f"In this exercise {force}. Two generals command it.")
    assert [is_about_states(one, gazetteer) for one in (game, drill)] == [False, True]


def test_pieces_of_a_municipality_of_one_country_inside_another_are_a_border() -> None:
    article = written(
        "Which country is your door in?",
        "The mayor shows the brewery and the shop. Pieces of the Belgian municipality lie inside "
        "the Netherlands, and the beer is the same.",
    )
    assert is_about_states(article, load_gazetteer())


def test_a_novel_with_generals_and_a_border_is_not_about_states() -> None:
    novel = written(
        "Three spies",
        "In this novel a general and two soldiers cross the border between Laos and Vietnam. The "
        "operation is told to the reader with much military detail, and the hero is a minister.",
    )
    assert not is_about_states(novel, load_gazetteer())


def test_a_mission_that_exists_and_several_countries_make_a_text_about_states() -> None:
    lines = "Canada, Denmark, Finland and Norway send instructors. Recruits learn to dig."
    assert is_about_states(written("Kent", f"What is Interflex? {lines}"), load_gazetteer())
    assert not is_about_states(written("Kent", f"What is Interflax? {lines}"), load_gazetteer())
    shop = f"What is Interflex? {lines} The shop has new customers."
    assert not is_about_states(written("Kent", shop), load_gazetteer())


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Balikatan 23 over after three weeks",
            "The exercise Balikatan 23 came to its end in the Philippines on Friday. Australia "
            "sent 111 people, the United States 12,200. Volunteers built a school.",
            True,
        ),
        (
            "African Lion: what was learnt",
            "African Lion, the yearly drill in Morocco, is over. 7,500 people from ten states were "
            "there. Senegal and Tunisia were hosts too. A hospital in the field treated 1,800 "
            "patients.",
            True,
        ),
        (
            "Khaan Quest opens",
            "Khaan Quest 2019 has opened in Mongolia with people from 37 countries. Nepal, "
            "Bangladesh and Cambodia sent most of them. A small festival closes the exercise.",
            True,
        ),
        (
            "Stabilisers",
            "EUFOR Althea counts 1,100 people. Most are Italians, Romanians and Turks. The "
            "Austrians lead it.",
            True,
        ),
        (
            "Cocaine at sea",
            "A Dutch ship has taken over from a French one. Operation Carib Shield goes on, and "
            "Aruba, Colombia and Venezuela were told.",
            True,
        ),
        (
            "Cobra Gold, the mango",
            "Cobra Gold is a mango from Thailand, sold in Singapore, Malaysia, Japan and India. "
            "The exercise of peeling it takes a minute.",
            False,
        ),
        (
            "The lion of Tangier",
            "An African lion, the pride of the zoo in Morocco, has come from Senegal by way of "
            "Spain. Tunisia had sent a lioness. The exercise does him good.",
            False,
        ),
        (
            "Operation Beehive",
            "Operation Beehive is what the garden club calls it: lawns for bees in Sweden, Norway, "
            "Denmark and Finland.",
            False,
        ),
    ],
)
def test_an_exercise_or_operation_of_several_states_needs_no_words_of_politics(
    title: str, text: str, expected: bool
) -> None:
    assert is_about_states(written(title, text), load_gazetteer()) is expected


def test_places_alone_do_not_outweigh_the_animals_of_a_story() -> None:
    article = written(
        "The cat who went abroad",
        "Mina, a Norwegian forest cat, crossed the border on a train from Sweden and was found by "
        "police among the sheep of a farm in Denmark. Her owner, a recipe writer from Norway, "
        "called it an operation in three countries.",
    )
    assert not is_about_states(article, load_gazetteer())
