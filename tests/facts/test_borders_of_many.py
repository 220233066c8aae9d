"""Borders of several countries in one article: each fact stands under the pair that it is of."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.model import Fact, FactKind
from tests.written import drawn, written

STATES = "The army, the navy, the police and the government keep to the treaty."


def facts(title: str, *paragraphs: str) -> Sequence[Fact]:
    (one,) = drawn(written(title, *paragraphs, STATES))
    return [fact for fact in one.facts if fact.kind is not FactKind.MISSION]


def told_of(title: str, text: str, words: str) -> set[tuple[str, str]]:
    """The pairs, each in order of its keys, of the facts whose own sentence has these words."""
    return {
        (min(pair), max(pair))
        for fact in facts(title, text)
        if words in fact.passages[fact.at].text
        for pair in fact.pairs
    }


@pytest.mark.parametrize(
    ("title", "text", "words", "expected"),
    [
        (
            "Benin counts its posts",
            "Benin has a fence on its border with Nigeria. Ghana put up 90 kilometres of fence "
            "along its own border with Togo, which is 877 kilometres long.",
            "Ghana put up",
            {("ghana", "togo")},
        ),
        (
            "Rwanda's lines",
            "Rwanda borders Uganda. Burundi, the lake's other republic, is no island: it also "
            "borders Tanzania, for 451 kilometres.",
            "it also",
            {("burundi", "tanzania")},
        ),
        (
            "Borders by land",
            "- Bhutan: 1,176 km – 477 with China, 699 with India.\n- Brunei: 381 km, all with "
            "Malaysia.",
            "Bhutan",
            {("bhutan", "china"), ("bhutan", "india")},
        ),
        (
            "Borders by land",
            "Bhutan: 1,176 km – 477 with China, 699 with India. Brunei: 381 km, all with Malaysia.",
            "Brunei",
            {("brunei", "malaysia")},
        ),
        (
            "Laos and its neighbours",
            "Thailand's border with Laos is 1,845 kilometres long. Laos's border with Cambodia is "
            "541 kilometres and that with Vietnam 2,161. Both are mined and fenced.",
            "Both are",
            {("cambodia", "laos"), ("laos", "vietnam")},
        ),
        (
            "Senegal: its rivers",
            "Senegal has borders with Mali, Mauritania and Guinea. Rivers make most of them. With "
            "Mali the line follows the Falémé.",
            "the line follows",
            {("mali", "senegal")},
        ),
        (
            "Peace after eleven years",
            "Honduras and El Salvador signed their treaty in Peru. The border is 391 kilometres "
            "long.",
            "391",
            {("el-salvador", "honduras")},
        ),
        (
            "Ecuador and its neighbours",
            "Ecuador has two neighbours: with Peru it shares 1,529 kilometres and with Colombia "
            "708.",
            "708",
            {("ecuador", "peru"), ("colombia", "ecuador")},
        ),
        (
            "Guinea-Bissau's two borders",
            "Guinea and Senegal share 363 kilometres and Senegal and Gambia 749.",
            "749",
            {("guinea", "senegal"), ("gambia", "senegal")},
        ),
        (
            "Trees on the savannah",
            "Malawi put a fence along its border with Zambia, which is 847 kilometres long. "
            "Mozambique's part is 439.",
            "Mozambique's part",
            {("mozambique", "zambia")},
        ),
        (
            "Two wars",
            "Iraq's border with Syria is 599 kilometres long. It is longer than the border with "
            "Jordan. No fence stands on it yet, but posts along the border are being built.",
            "posts along",
            {("iraq", "syria")},
        ),
        (
            "Peru and its posts",
            "Peru's border with Ecuador is closed at Huaquillas. Peru's border with Colombia is "
            "1,626 kilometres long. Peru put up a fence at Huaquillas in May.",
            "in May",
            {("ecuador", "peru")},
        ),
        (
            "Uganda's west",
            "Uganda thanks Kenya, with which it signed a treaty. Rwanda, with which Uganda has a "
            "border of 169 kilometres, and Tanzania (396 km) sent officers.",
            "396",
            {("rwanda", "uganda"), ("tanzania", "uganda")},
        ),
        (
            "Lines at sea",
            "India's sea border with Sri Lanka is quiet; Indonesia and Malaysia signed theirs in "
            "1969.",
            "1969",
            {("india", "sri-lanka"), ("indonesia", "malaysia")},
        ),
        (
            "Slovakia's lines",
            "Slovakia borders Austria for 91 kilometres and Hungary for 677. Some 172 kilometres "
            "of the latter follow the Danube.",
            "172",
            {("hungary", "slovakia")},
        ),
        (
            "Rivers of the south",
            "Paraguay meets Brazil at Ponta Porã and Argentina at Encarnación.",
            "Encarnación",
            {("brazil", "paraguay"), ("argentina", "paraguay")},
        ),
    ],
)
def test_a_sentence_is_told_of_its_own_pair(
    title: str, text: str, words: str, expected: set[tuple[str, str]]
) -> None:
    assert told_of(title, text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A Malian gendarme was killed in an exchange of fire with Mauritanian troops.",
            ("mali", "mauritania"),
        ),
        (
            "Twelve people died in fighting between Sudan and South Sudan on Monday.",
            ("sudan", "south-sudan"),
        ),
        ("Rwandan soldiers pushed some ten kilometres into Uganda.", ("rwanda", "uganda")),
        (
            "India and Pakistan share a line in the snow. On Sunday both armies exchanged rocket "
            "fire.",
            ("india", "pakistan"),
        ),
    ],
)
def test_neighbours_that_fight_have_an_incident(text: str, expected: tuple[str, str]) -> None:
    found = [fact.pairs for fact in facts("A bad week", text) if fact.kind is FactKind.INCIDENT]
    assert found == [(expected,)]


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Sudan share a border. In Khartoum, an hour's flight from Egypt, the two sides "
        "exchanged fire all night.",
        "The minister pushed a bill into law in Kenya; Uganda has none.",
        "The two sides exchanged fire.",
    ],
)
def test_who_fights_elsewhere_has_no_incident_at_a_border(text: str) -> None:
    assert not [one for one in facts("A bad week", text) if one.kind is FactKind.INCIDENT]


@pytest.mark.parametrize(
    "text",
    [
        "Both armies at the border of Chad and Niger pulled back 200 metres.",
        "Sri Lanka lies 30 kilometres to the south; its sea border with India was drawn in 1974.",
    ],
)
def test_how_far_away_something_is_is_no_length_of_a_line(text: str) -> None:
    assert not [one for one in facts("Lines", text) if one.kind is FactKind.LENGTH]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        (
            "The border of Peru and Chile is 168 kilometres long, counting only the land.",
            "excluding",
        ),
        (
            "Peru's border with Chile is 150 kilometres long, by the count of the survey, which "
            "does not include the coast strip.",
            "excluding",
        ),
        ("Peru's border with Chile is 168 kilometres long, says a count of the survey.", None),
    ],
)
def test_what_is_left_out_of_a_length_may_be_told_behind_a_comma(
    text: str, scope: str | None
) -> None:
    (one,) = [fact for fact in facts("A survey", text) if fact.kind is FactKind.LENGTH]
    assert one.scope == scope


def test_a_row_without_a_border_says_that_there_is_none() -> None:
    found = facts(
        "Rwanda in figures",
        "The table gives each border of Rwanda.",
        "Neighbour | Length of border",
        "Uganda | 169 km",
        "Kenya | none",
    )
    assert [
        (fact.pairs, fact.stance.value) for fact in found if "Kenya" in fact.passages[-1].text
    ] == [((("rwanda", "kenya"),), "negated")]


def test_where_three_meet_each_two_do() -> None:
    text = "Guards found the boy at the rock where Niger, Chad and Libya meet."
    assert told_of("A boy in the sand", text, "the rock") == {
        ("chad", "niger"),
        ("libya", "niger"),
        ("chad", "libya"),
    }


def test_a_spot_that_is_named_on_two_lines_is_on_neither() -> None:
    text = (
        "Peru's border with Ecuador is closed near Soledad. Peru's border with Colombia is closed "
        "near Soledad, too. Peru put up a fence near Soledad in May."
    )
    assert ("ecuador", "peru") not in told_of("Peru and its posts", text, "in May")


def test_who_has_no_border_at_all_is_told_to_have_none() -> None:
    text = "Qatar borders Saudi Arabia. Malta, an island, has no land border at all."
    found = [one for one in facts("Small states", text) if "Malta" in one.passages[one.at].text]
    assert [(one.pairs, one.places[:1], one.stance.value) for one in found] == [
        ((), ("malta",), "negated")
    ]


def test_what_denies_a_border_of_another_is_not_told_before_one() -> None:
    text = (
        "Peru's border with Ecuador is closed at Huaquillas. Bolivia has no border with Ecuador. "
        "Peru put up a fence at Huaquillas in May."
    )
    found = [one for one in facts("Posts", text) if "in May" in one.passages[one.at].text]
    assert {tuple(passage.number for passage in one.passages) for one in found} == {(0, 2)}
