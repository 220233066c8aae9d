"""Which places a sentence sets side by side, and what it leaves to the sentences before."""

from __future__ import annotations

from tests.facts.test_borders import facts
from tests.written import drawn, written


def test_the_two_neighbours_are_told_with_the_sentence_that_names_them() -> None:
    *_, last = facts(
        "Two rivers and a lake",
        "Laos and Thailand agreed on a survey. It will take years. Engineers have bought boats for "
        "it. The two neighbours share 1,810 kilometres of boundary.",
    )
    assert [passage.text for passage in last.passages] == [
        "Laos and Thailand agreed on a survey.",
        "The two neighbours share 1,810 kilometres of boundary.",
    ]


def test_the_parts_of_a_countrys_border_are_filed_under_it() -> None:
    found = facts(
        "Bolivia's long border",
        "Bolivia has 6,743 kilometres of border. The longest part is Brazil's, with 3,423 "
        "kilometres. The shortest belongs to Chile: 860.",
    )
    assert {pair for fact in found for pair in fact.pairs} == {
        ("bolivia", "brazil"),
        ("bolivia", "chile"),
    }


def test_a_comparison_sets_nobody_side_by_side() -> None:
    found = facts(
        "A border", "The border between Laos and Vietnam is longer than the one with China."
    )
    assert {pair for fact in found for pair in fact.pairs} == {("laos", "vietnam")}


def test_neighbours_are_listed_with_the_points_of_the_compass() -> None:
    found = facts(
        "A border", "Laos borders China in the north, Vietnam in the east and Thailand in the west."
    )
    assert {other for fact in found for _, other in fact.pairs} == {"china", "vietnam", "thailand"}


def test_a_title_that_is_against_a_country_makes_it_no_host() -> None:
    (one,) = drawn(
        written(
            "Warships gather near Iran for Exercise Sea Lion",
            "Exercise Sea Lion began on Monday. Soldiers and frigates of the navy take part, a "
            "military spokesman of the alliance said.",
        )
    )
    assert not [fact for fact in one.facts if "iran" in fact.places]


def test_a_guess_never_makes_far_away_countries_neighbours() -> None:
    found = facts(
        "Kosovo waits",
        "British soldiers arrived in Kosovo. Their commander would like to guard the frontier in "
        "the north.",
    )
    assert ("kosovo", "united-kingdom") not in {pair for fact in found for pair in fact.pairs}


def test_a_country_between_others_makes_these_no_neighbours() -> None:
    found = facts(
        "Laos", "Laos is poor. The country lies between China, Vietnam, Cambodia and Thailand."
    )
    assert {pair for fact in found for pair in fact.pairs} == {
        ("laos", "china"),
        ("laos", "vietnam"),
        ("laos", "cambodia"),
        ("laos", "thailand"),
    }


def test_neighbours_are_told_by_sides() -> None:
    found = facts("A border", "Bosnia has Croatia on two sides and Serbia on the third.")
    assert {other for fact in found for _, other in fact.pairs} == {"croatia", "serbia"}


def test_that_neighbour_is_the_one_named_last() -> None:
    found = facts(
        "Zambia and Malawi mark their line",
        "Zambia and Malawi have marked their line. Zambia has no coast. It once traded through "
        "Angola, and the 1,110-kilometre border with that neighbour is open again.",
    )
    lengths = {fact.pairs for fact in found if fact.quantity and fact.quantity.value == 1110}
    assert lengths == {(("zambia", "angola"),)}
