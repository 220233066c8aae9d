"""Who borders on whom where a sentence leaves a side out: denials, unions, tables, territories."""

from __future__ import annotations

import pytest

from bot.model import Fact, FactKind, Stance
from tests.written import drawn, written

STATES = "The armies and the governments of the region keep to the treaty."


def told(title: str, *paragraphs: str) -> list[Fact]:
    (one,) = drawn(written(title, *paragraphs, STATES))
    return [fact for fact in one.facts if fact.kind in (FactKind.BORDER, FactKind.LENGTH)]


@pytest.mark.parametrize(
    ("title", "text", "pair"),
    [
        (
            "Bolivia and its lines",
            "Bolivia borders five countries. Ecuador is not a neighbour: Peru lies between.",
            ("bolivia", "ecuador"),
        ),
        (
            "The road to the coast",
            "Lesotho's only neighbour is South Africa. Botswana, though not far away, does not "
            "border the kingdom.",
            ("lesotho", "botswana"),
        ),
        (
            "A long country",
            "Kazakhstan borders Russia and China. It comes within 60 kilometres of Mongolia in "
            "the Altai, but does not touch it.",
            ("kazakhstan", "mongolia"),
        ),
    ],
)
def test_a_border_is_denied_with_the_side_that_is_left_out(
    title: str, text: str, pair: tuple[str, str]
) -> None:
    denied = [fact for fact in told(title, text) if fact.stance is Stance.NEGATED]
    assert [fact.pairs for fact in denied] == [(pair,)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru borders Bolivia. Chile is not a good neighbour, the minister said.",
        "Peru borders Bolivia. Ecuador is no neighbour of Argentina.",
        "Which is Chile's longest border? Not the one with Peru. It is Argentina's.",
    ],
)
def test_what_denies_another_thing_takes_no_side_from_the_article(text: str) -> None:
    kept = (("peru", "chile"), ("peru", "ecuador"), ("chile", "peru"))
    found = [fact for fact in told("Peru and the south", text) if fact.stance is Stance.NEGATED]
    assert not [pair for fact in found for pair in fact.pairs if pair in kept]


def test_the_territory_is_what_the_answer_named_last() -> None:
    found = told(
        "France's other lines",
        "Which country has the longest border with France? Not Italy, not Spain. It is Brazil, "
        "with 730 kilometres, nearly all of it in French Guiana.",
        "To the west the territory borders Suriname. It has no border with Guyana.",
    )
    assert [(fact.pairs[0], fact.stance) for fact in found if fact.kind is FactKind.BORDER] == [
        (("french-guiana", "brazil"), Stance.ASSERTED),
        (("french-guiana", "suriname"), Stance.ASSERTED),
        (("french-guiana", "guyana"), Stance.NEGATED),
    ]
    assert [passage.number for passage in found[0].passages] == [0, 2]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Poland has 418 kilometres of it, the army says.",
            (("poland", "belarus"), ("european-union", "belarus")),
        ),
        ("Poland has 400 posts.", None),
        ("Portugal walks 418 kilometres of it.", (("european-union", "belarus"),)),
    ],
)
def test_a_member_has_a_part_of_the_border_of_its_union(
    text: str, pairs: tuple[tuple[str, str], ...] | None
) -> None:
    found = told("In the east", f"The European Union has a border with Belarus. {text}")
    told_last = [fact.pairs for fact in found if text in fact.passages[fact.at].text]
    assert told_last[:1] == ([pairs] if pairs else [])


def test_each_table_is_of_the_country_of_its_head_and_in_the_unit_told_once() -> None:
    found = told(
        "Lines of the Horn",
        "All lengths are in miles.",
        "Eritrea with | Length",
        "Sudan | 424",
        "Eritrea is a state by the sea, and its army is large.",
        "Its neighbour is smaller. Both have ports. Both tables run from the longest line down.",
        "Djibouti with | Length",
        "Ethiopia | 217",
        "Somalia (Somaliland) | 38",
    )
    lengths = [(fact.pairs[0], fact.quantity) for fact in found if fact.kind is FactKind.LENGTH]
    assert [(pair, of and (of.value, of.unit)) for pair, of in lengths] == [
        (("eritrea", "sudan"), (424.0, "mi")),
        (("djibouti", "ethiopia"), (217.0, "mi")),
        (("djibouti", "somaliland"), (38.0, "mi")),
    ]
    assert not [fact for fact in found if "Both tables" in fact.passages[fact.at].text]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The border with Benin, all 277 kilometres of it, follows rivers.", None),
        ("A fence stands on 77 kilometres of it.", "part"),
    ],
)
def test_all_of_a_border_is_no_part_of_it(text: str, scope: str | None) -> None:
    found = told("Niger's south", f"Niger and Benin share a border. {text}")
    assert [fact.scope for fact in found if fact.kind is FactKind.LENGTH] == [scope]


def test_what_it_watches_is_the_line_of_the_country_that_a_mission_is_in() -> None:
    found = told(
        "Twenty years of observers in Yemen",
        "UNYOM, an observer mission, came to Yemen in July 1963. The war with Egypt had begun.",
        "It patrols the border with Saudi Arabia from the air.",
    )
    (line,) = [fact for fact in found if "It patrols" in fact.passages[fact.at].text]
    assert line.pairs == (("yemen", "saudi-arabia"),)
    assert "UNYOM" in line.passages[0].text


def test_a_wall_is_no_border_though_somebody_visits_it_first() -> None:
    found = told(
        "A wall on the river",
        "Latvia has finished a fence on its border with Belarus. The minister visited the place.",
        "It is 145 kilometres long. The border of the two is 173 kilometres long.",
    )
    lengths = [(fact.quantity, fact.scope) for fact in found if fact.kind is FactKind.LENGTH]
    assert [(of and of.value, scope) for of, scope in lengths] == [
        (145.0, "barrier"),
        (173.0, None),
    ]


def test_who_leaves_a_force_gives_up_no_land() -> None:
    text = "Niger withdrew from the joint force in the region of the lake on Monday. Chad remains."
    assert not told("Niger and Chad", text)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Of that, 120 kilometres had been marked before 1990.", "part"),
        ("Of this length, about 120 kilometres follow a river.", "part"),
    ],
)
def test_of_that_is_a_part_of_what_was_told(text: str, scope: str) -> None:
    before = "Benin and Togo signed a treaty on their border. The border is 651 kilometres long."
    found = told("A treaty", f"{before} {text}")
    lengths = [fact.scope for fact in found if fact.kind is FactKind.LENGTH]
    assert lengths == [None, scope]


def test_a_road_between_two_capitals_is_no_border() -> None:
    text = "Many lakes lie there, and the main road from Lima to Quito is full of lorries."
    assert not told("Peru and Ecuador", text)


def test_a_question_answered_by_something_else_names_no_sides() -> None:
    found = told(
        "A river with a country around it",
        "The Gambia shares 740 kilometres of frontier with Senegal.",
        "Is Casamance an exclave of Senegal? It is not. Villages on both sides speak Wolof, and "
        "many families have fields across the line.",
    )
    assert [fact for fact in found if "Villages" in fact.passages[fact.at].text]
    assert not [p.text for fact in found for p in fact.passages if p.text.endswith("?")]
