"""Places are found by all their names, and false friends are not taken for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.places import Mention, Place, key_of, load_gazetteer


def found(text: str, *known: str) -> list[tuple[str, str]]:
    """Key and form of each place that a text speaks of."""
    return [(one.key, one.form) for one in load_gazetteer().mentions(text, known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bolivia borders Peru.", [("bolivia", "name"), ("peru", "name")]),
        ("Bolivian and Paraguayan units", [("bolivia", "demonym"), ("paraguay", "demonym")]),
        ("Bolivians crossed", [("bolivia", "demonym")]),
        ("Thais and Turkmens", [("thailand", "demonym"), ("turkmenistan", "demonym")]),
        ("Thai and Togolese posts", [("thailand", "demonym"), ("togo", "demonym")]),
        ("Kyiv’s troops", [("ukraine", "capital")]),
        ("He flew to Minsk.", [("belarus", "capital")]),
        ("U.S. and U.K. forces", [("united-states", "name"), ("united-kingdom", "name")]),
        ("Türkiye, Turkiye", [("turkey", "name"), ("turkey", "name")]),
        ("Côte d’Ivoire", [("ivory-coast", "name")]),
        ("the Baltic states", [("baltic-states", "name")]),
        ("NATO and the EU", [("nato", "name"), ("european-union", "name")]),
        ("ships in the Black Sea", [("black-sea", "area")]),
        ("the exclave of Cabinda", [("cabinda", "name")]),
    ],
)
def test_a_place_is_found_by_each_of_its_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Guinea-Bissau borders Guinea and Senegal.", ["guinea-bissau", "guinea", "senegal"]),
        ("Papua New Guinea lies near Australia.", ["papua-new-guinea", "australia"]),
        ("Equatorial Guinea closed it.", ["equatorial-guinea"]),
        ("Niger and Nigeria talked.", ["niger", "nigeria"]),
        ("the Nigerien and the Nigerian army", ["niger", "nigeria"]),
        ("The Dominican Republic and Haiti", ["dominican-republic", "haiti"]),
        ("South Ossetia", ["south-ossetia"]),
        (
            "The Republic of the Congo borders the Democratic Republic of the Congo.",
            ["republic-of-the-congo", "democratic-republic-of-the-congo"],
        ),
    ],
)
def test_the_longest_name_is_meant(text: str, keys: list[str]) -> None:
    assert [key for key, _ in found(text)] == keys


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        (
            "North and South Korea share it.",
            [Mention("north-korea", 0, 5, "name"), Mention("south-korea", 10, 21, "name")],
        ),
        (
            "East and West Germany were one.",
            [Mention("east-germany", 0, 4, "name"), Mention("west-germany", 9, 21, "name")],
        ),
        ("North and South Sudan", [Mention("south-sudan", 10, 21, "name")]),
    ],
)
def test_the_half_of_a_pair_that_leaves_its_name_to_the_other_is_found(
    text: str, mentions: list[Mention]
) -> None:
    assert load_gazetteer().mentions(text) == mentions


@pytest.mark.parametrize(
    "text",
    [
        "Roast the turkey and serve it with cranberries.",
        "Turkey is a festive bird that needs three hours.",
        "The Pan-American games opened.",
        "The Minsk agreement was signed.",
        "The Minsk Protocol was signed.",
        "The Berlin Plus arrangement",
        "Michael Jordan retired.",
        "Jordan scored twice in the final.",
        "Chad Smith plays the drums.",
        "A china cabinet and a Panama hat",
        "polish the table",
        "give us our bread",
        "it is no car",
        "Guinea pigs and lima beans",
        "The Monaco Grand Prix",
        "the alliance of florists",
        "the union of bakers",
    ],
)
def test_false_friends_are_no_places(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "known", "keys"),
    [
        ("Turkey and Greece share a border.", (), ["turkey", "greece"]),
        ("The troops left for Turkey.", (), ["turkey"]),
        ("Turkey needs three hours.", ("turkey",), ["turkey"]),
        ("Georgia's border with Russia", (), ["georgia", "russia"]),
        ("Chad closed it.", (), []),
        ("Chad closed it.", ("chad",), ["chad"]),
        ("Chad closed it.", ("niger",), ["chad"]),
        ("Polish troops arrived.", (), ["poland"]),
        ("the alliance says", (), []),
        ("the alliance says", ("nato",), ["nato"]),
    ],
)
def test_a_name_with_another_meaning_is_a_place_where_something_shows_it(
    text: str, known: tuple[str, ...], keys: list[str]
) -> None:
    assert [key for key, _ in found(text, *known)] == keys


def test_two_neighbours_with_doubtful_names_speak_for_each_other() -> None:
    assert found("Jordan closed its crossing with Israel.") == [
        ("jordan", "name"),
        ("israel", "name"),
    ]


@given(st.text(max_size=80))
def test_mentions_are_in_order_and_inside_any_text(text: str) -> None:
    starts = []
    for mention in load_gazetteer().mentions(text):
        assert 0 <= mention.start < mention.end <= len(text)
        starts.append(mention.start)
    assert starts == sorted(starts)


def test_every_place_has_the_key_of_its_name_and_known_neighbours() -> None:
    places = load_gazetteer().places
    assert [key for key, place in places.items() if key != key_of(place.name)] == []
    unknown = {
        (place.key, other)
        for place in places.values()
        for other in (*place.neighbours, *place.members, *filter(None, [place.within]))
        if other not in places
    }
    assert unknown == set()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("United States", "united-states"),
        ("Côte d'Ivoire", "cote-d-ivoire"),
        ("Åland", "aland"),
        ("Bosnia and Herzegovina", "bosnia-and-herzegovina"),
    ],
)
def test_a_key_is_short_and_plain(name: str, key: str) -> None:
    assert key_of(name) == key


def test_the_name_of_a_place_that_was_dropped_is_its_key() -> None:
    gazetteer = load_gazetteer()
    assert gazetteer.name("east-timor") == gazetteer["east-timor"].name
    assert gazetteer.name("old-empire") == "old-empire"


def test_a_region_knows_the_country_it_is_within() -> None:
    assert load_gazetteer()["oecusse"] == Place(
        key="oecusse",
        name="Oecusse",
        kind="region",
        names=("Oecusse", "Oecussi", "Oé-Cusse", "Oecusse-Ambeno"),
        neighbours=("indonesia",),
        within="east-timor",
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Soldiers in the Congo sent for help.", "democratic-republic-of-the-congo"),
        ("Gabon and Cameroon met the Congo.", "republic-of-the-congo"),
        ("Brazzaville is calm, and so is the Congo.", "republic-of-the-congo"),
        ("Katanga, in the Congo, is rich.", "democratic-republic-of-the-congo"),
    ],
)
def test_a_name_of_two_places_is_read_by_what_stands_beside_it(text: str, key: str) -> None:
    found = load_gazetteer().mentions(text)
    assert [mention.key for mention in found if text[mention.start :][:5] == "Congo"] == [key]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("South Korea rests; the North borders Russia.", ["south-korea", "north-korea", "russia"]),
        ("South Korea lies in the north of the land.", ["south-korea"]),
        ("South Sudan lies beside the North.", ["south-sudan"]),
        ("The North borders Russia.", ["russia"]),
    ],
)
def test_a_half_goes_by_its_direction_where_the_other_is_named(text: str, keys: list[str]) -> None:
    assert [mention.key for mention in load_gazetteer().mentions(text)] == keys


@pytest.mark.parametrize(
    ("pair", "line"),
    [
        (("france", "brazil"), ("french-guiana", "brazil")),
        (("suriname", "france"), ("suriname", "french-guiana")),
        (("spain", "united-kingdom"), ("spain", "gibraltar")),
        (("ireland", "united-kingdom"), ("ireland", "northern-ireland")),
        (("russia", "lithuania"), ("kaliningrad", "lithuania")),
        (("azerbaijan", "turkey"), ("nakhchivan", "turkey")),
        (("azerbaijan", "iran"), ("azerbaijan", "iran")),
        (("spain", "morocco"), ("spain", "morocco")),
        (("united-states", "canada"), ("united-states", "canada")),
        (("united-states", "mexico"), ("united-states", "mexico")),
        (("chile", "japan"), ("chile", "japan")),
    ],
)
def test_a_country_meets_another_in_its_one_region_there(
    pair: tuple[str, str], line: tuple[str, str]
) -> None:
    assert load_gazetteer().line_of(*pair) == line


def test_a_line_is_told_of_the_country_that_has_it_through_a_region() -> None:
    gazetteer = load_gazetteer()
    assert "france" in gazetteer.side_towards("french-guiana", "brazil")
    assert "united-states" not in gazetteer.side_towards("alaska", "canada")
    assert "france" not in gazetteer.side_towards("french-guiana", "spain")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Russo-Norwegian frontier", ["russia", "norway"]),
        ("an Indo–Nepalese pact", ["india", "nepal"]),
        ("Sino-Vietnamese talks", ["china", "vietnam"]),
        ("an Italo-Austrian tunnel", ["italy", "austria"]),
        ("the Greco-Turkish war of 1919", ["greece", "turkey"]),
        ("ships in the Indo-Pacific", []),
        ("Franco-era laws", []),
        ("Greco-Roman baths", []),
        ("a Sino-sceptic", []),
    ],
)
def test_a_country_before_the_hyphen_of_another_is_found(text: str, expected: list[str]) -> None:
    assert [one.key for one in load_gazetteer().mentions(text)] == expected
