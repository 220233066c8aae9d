"""Lengths in a row: each figure belongs to the neighbour that stands beside it."""

from __future__ import annotations

import pytest

from tests.facts.test_borders import facts, lengths


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Paraguay",
            "With Argentina it shares 1,880 kilometres, with Brazil 1,365 and with Bolivia 750.",
            {"argentina": "1,880 kilometres", "brazil": "1,365", "bolivia": "750"},
        ),
        (
            "Peru's police",
            "The longest line is that with Brazil, 2,995 km, followed by Colombia with 1,626, "
            "Ecuador with 1,420, Bolivia with 1,075 and Chile with 171.",
            {
                "brazil": "2,995 km",
                "colombia": "1,626",
                "ecuador": "1,420",
                "bolivia": "1,075",
                "chile": "171",
            },
        ),
        (
            "Niger",
            "Niger shares 1,497 kilometres of frontier with Nigeria; its border with Chad measures "
            "1,175 and the one with Algeria 956.",
            {"nigeria": "1,497 kilometres", "chad": "1,175", "algeria": "956"},
        ),
        (
            "Tajikistan",
            "Tajikistan borders Uzbekistan (1,161 km), Afghanistan (1,206 km) and China (414 km).",
            {"uzbekistan": "1,161 km", "afghanistan": "1,206 km", "china": "414 km"},
        ),
        (
            "Ivory Coast",
            "Liberia in the west has the longest stretch of it, 778 kilometres; Ghana in the east "
            "has 720, and Mali in the north 599.",
            {"liberia": "778 kilometres", "ghana": "720", "mali": "599"},
        ),
    ],
)
def test_each_length_of_a_row_is_of_the_neighbour_beside_it(
    title: str, text: str, expected: dict[str, str]
) -> None:
    told = lengths(title, text)
    assert {pair[1]: figure for ((pair,), figure, _) in told} == expected
    assert len({pair[0] for ((pair,), _, _) in told}) == 1


def test_what_a_row_adds_up_to_is_the_length_of_no_one_border() -> None:
    told = lengths(
        "Mongolia",
        "Of Mongolia's 8,220 kilometres of border, 4,677 km are with China and 3,543 km with "
        "Russia.",
    )
    assert [(pairs, figure) for pairs, figure, _ in told] == [
        ((), "8,220 kilometres"),
        ((("mongolia", "china"),), "4,677 km"),
        ((("mongolia", "russia"),), "3,543 km"),
    ]


def test_a_relative_clause_names_no_neighbour_of_the_row() -> None:
    told = lengths(
        "Belize",
        "With Guatemala, which asked Spain for its maps, it is 266 kilometres, and with Mexico "
        "272.",
    )
    assert [pairs for pairs, _, _ in told] == [
        (("belize", "guatemala"),),
        (("belize", "mexico"),),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "They marched 40 kilometres towards Sudan in 1983, and Chad 12 others came.",
        "The 30 km line was agreed on by Oman, 14 judges of Yemen said.",
    ],
)
def test_a_number_of_something_else_takes_no_unit_from_a_length_before(text: str) -> None:
    assert all(figure not in ("12", "14", "1983") for _, figure, _ in lengths("Chad", text))


def test_lengths_without_a_unit_go_on_from_the_sentence_before() -> None:
    told = lengths(
        "Syria's frontiers",
        "Syria's longest frontier is the one with Turkey, 909 kilometres. It has 599 with Iraq, "
        "379 with Jordan.",
    )
    assert [(pairs, figure) for pairs, figure, _ in told] == [
        ((("syria", "turkey"),), "909 kilometres"),
        ((("syria", "iraq"),), "599"),
        ((("syria", "jordan"),), "379"),
    ]


def test_the_rows_of_a_table_without_a_word_for_borders_are_of_the_neighbours_told_of_before() -> (
    None
):
    paragraphs = ("Country | Direction | Kilometres", "Kenya | south | 867", "Japan | east | 9,000")
    told = lengths("Ethiopia", "Ethiopia has six neighbours.", *paragraphs)
    assert [(pairs, figure) for pairs, figure, _ in told] == [((("ethiopia", "kenya"),), "867")]
    assert not lengths("Ethiopia", "Ethiopia flies to many airports.", *paragraphs)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "With Bolivia Chile has 850 kilometres and with Peru 168.",
            {
                frozenset(("chile", "bolivia")): "850 kilometres",
                frozenset(("chile", "peru")): "168",
            },
        ),
        (
            "Finland shares 1,340 kilometres with Russia, Norway 198.",
            {
                frozenset(("finland", "russia")): "1,340 kilometres",
                frozenset(("norway", "russia")): "198",
            },
        ),
        (
            "North Korea borders China along 1,416 kilometres of river and Russia for the last 17.",
            {
                frozenset(("north-korea", "china")): "1,416 kilometres",
                frozenset(("north-korea", "russia")): "17",
            },
        ),
    ],
)
def test_the_country_of_a_row_may_stand_behind_its_neighbour(
    text: str, expected: dict[frozenset[str], str]
) -> None:
    told = lengths("Lines", text)
    assert {frozenset(pair): figure for ((pair,), figure, _) in told} == expected


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (
            "The Laos-China line, without the stretch on the lake, measures 420 kilometres.",
            "excluding",
        ),
        ("Of the border between Laos and China 40 kilometres are still open.", "part"),
        ("Laos and China have a land and river border of 475 kilometres.", "land and water"),
    ],
)
def test_what_is_left_out_or_open_is_no_whole_border(text: str, scope: str | None) -> None:
    assert [told[2] for told in lengths("The line", text)] == [scope]


def test_how_far_lorries_queue_is_no_length_of_a_border() -> None:
    assert not lengths(
        "Snow",
        "Snow has closed the border crossing between Chile and Argentina. Lorries queue for "
        "40 kilometres on the Argentine side.",
    )


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Malawi's lines",
            "To the west and the north lie Zambia and Tanzania, 847 and 512 kilometres of border.",
            {"zambia": "847", "tanzania": "512 kilometres"},
        ),
        (
            "Laos",
            "Laos shares 475, 555 and about 1,845 kilometres with China, Cambodia and Thailand "
            "respectively.",
            {"china": "475", "cambodia": "555", "thailand": "1,845 kilometres"},
        ),
    ],
)
def test_the_lengths_of_a_list_belong_to_the_places_of_a_list_as_long(
    title: str, text: str, expected: dict[str, str]
) -> None:
    told = lengths(title, text)
    assert {pair[1]: figure for ((pair,), figure, _) in told} == expected


def test_the_ends_of_a_range_are_no_two_lengths() -> None:
    told = lengths(
        "Laos", "The border of Laos with China and Burma is between 700 and 740 kilometres long."
    )
    assert [figure for _, figure, _ in told] == ["700 and 740 kilometres"]


def test_what_two_share_with_a_third_is_not_their_own() -> None:
    found = facts(
        "The main points",
        "Kenya and Rwanda join the exercise, and Uganda may. Border: Kenya shares 814 kilometres "
        "with Uganda, Rwanda 169.",
    )
    assert {pair for fact in found for pair in fact.pairs if fact.quantity} == {
        ("uganda", "kenya"),
        ("uganda", "rwanda"),
    }
