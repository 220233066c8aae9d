"""Which places a sentence sets side by side, and what it leaves to the sentences before."""

from __future__ import annotations

import pytest

from bot.model import Stance
from tests.facts.test_borders import facts, pairs
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


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("Jungholz is an Austrian village inside Germany.", ("jungholz", "germany")),
        ("Nahwa, a hamlet of the emirate of Sharjah deep within Oman, has a clinic.", None),
        ("San Marino lies wholly inside Italy.", ("san-marino", "italy")),
        ("San Marino, the oldest, lies within Italy.", ("san-marino", "italy")),
        ("Bavaria, the largest, lies within Germany.", ()),
        ("Sokh, a district in the middle of Kyrgyzstan, grows apricots.", ("sokh", "kyrgyzstan")),
        ("Soldiers of Rwanda are in a village inside Congo.", ()),
        ("Kenya, which had a post in a village inside Somalia, withdrew it.", ()),
        ("Munich is a town inside Germany.", ()),
    ],
)
def test_what_lies_inside_a_country_has_a_border_with_it(
    sentence: str, pair: tuple[str, str] | None
) -> None:
    found = facts("Villages on the wrong side of the border", sentence)
    expected = ("nahwa", "oman") if pair is None else pair
    assert {one for fact in found for one in fact.pairs} == ({expected} if expected else set())


@pytest.mark.parametrize(
    "sentence",
    [
        "In odd years many of the same navies meet off Australia.",
        "The Peruvian president meets Ecuador's on Monday.",
        "The speech of the Chilean minister touches Bolivia.",
    ],
)
def test_whoever_meets_is_no_neighbour(sentence: str) -> None:
    found = facts("Chile and its navy", f"A Chilean commodore is in command. {sentence}")
    assert not [fact for fact in found if fact.pairs]


def test_a_neighbour_apart_from_another_is_one() -> None:
    found = facts(
        "Neighbours",
        "Apart from Senegal, the border of Gambia touches nothing but the sea. Apart from Sweden, "
        "Norway has two neighbours on land, Finland and Russia. Denmark is near, but neither it "
        "nor Iceland touches Norway.",
    )
    assert {("norway", "finland"), ("norway", "russia")} <= {
        one for fact in found for one in fact.pairs
    }


def test_land_meets_and_touches_land() -> None:
    found = facts("A river", "Where Zambia meets Botswana, the river is 400 metres wide.")
    assert {one for fact in found for one in fact.pairs} == {("zambia", "botswana")}


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("Angola's border with Congo is 2,511 kilometres long, not counting Cabinda.", "excluding"),
        ("Including Cabinda, the border of Angola with Congo measures 2,511 km.", "including"),
        ("The border of Angola with Congo is 2,511 km long, Cabinda included.", "including"),
        ("Angola and Congo share a border of 2,511 km (without Cabinda).", "excluding"),
        ("Angola and Congo share a border of only about 2,511 km.", None),
    ],
)
def test_what_is_counted_in_or_left_out_is_no_side(sentence: str, scope: str | None) -> None:
    (length,) = [fact for fact in facts("A border", sentence) if fact.quantity is not None]
    assert length.pairs == (("angola", "democratic-republic-of-the-congo"),)
    assert length.scope == scope
    assert length.stance is Stance.ASSERTED


def lengths(title: str, text: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The pairs of each length by its figure."""
    return {
        fact.quantity.text: fact.pairs for fact in facts(title, text) if fact.quantity is not None
    }


def test_their_border_is_of_the_two_before() -> None:
    told = lengths(
        "Peru and Ecuador count their posts",
        "The border between Peru and Ecuador has 200 posts. Bolivia and Paraguay have exchanged no "
        "maps. Their border, 741 kilometres long, crosses the Chaco.",
    )
    assert told["741 kilometres"] == (("bolivia", "paraguay"),)


def test_the_border_of_an_article_on_two_neighbours_is_theirs() -> None:
    told = lengths(
        "Court: Honduras need not pay El Salvador",
        "Judges rejected the claim on Monday. The treaty of 1980 fixed the present border, 342 "
        "kilometres in length, and left out the islets.",
    )
    assert {*told["342 kilometres"][0]} == {"honduras", "el-salvador"}


def test_that_with_a_country_is_of_the_one_the_article_is_about() -> None:
    told = lengths(
        "Bolivia: neighbours and no coast",
        "Bolivia has long land borders. The longest one is with Brazil. That with Chile comes to "
        "860 kilometres, exactly as much as the one with Argentina.",
    )
    assert told["860 kilometres"] == (("bolivia", "chile"),)


def test_a_line_with_a_name_has_two_sides_where_the_article_names_both() -> None:
    of_both = "Afghanistan never accepted it, Pakistan does."
    told = lengths(
        "A pencil stroke", f"{of_both} The Durand Line is 2,640 kilometres long, a border of rock."
    )
    assert told["2,640 kilometres"] == (("afghanistan", "pakistan"),)
    alone = lengths("A pencil stroke", "The Durand Line, a border, is 2,640 kilometres long.")
    assert alone.get("2,640 kilometres", ()) == ()


def test_countries_meet_on_a_rock_and_their_ministers_do_not() -> None:
    found = facts(
        "A lighthouse on the border",
        "On a rock of 350 metres, Finland and Sweden meet. The ministers of Chad and Niger meet on "
        "an island of the lake.",
    )
    assert {one for fact in found for one in fact.pairs} == {("finland", "sweden")}


def test_who_the_neighbours_are_is_answered_of_what_the_article_is_about() -> None:
    found = facts(
        "Cabinda in five answers",
        "What is it? A province of Angola north of the Congo, cut off from the rest by land. Who "
        "are the neighbours? Congo-Brazzaville to the north, over 201 kilometres, and Congo to "
        "the south. It does not border Gabon. The oil lies between the two rivers. Who pumps it? A "
        "company from abroad does, guarded by soldiers of the army.",
    )
    pairs = {one for fact in found for one in fact.pairs if "gabon" not in one}
    assert all(one == "cabinda" for one, _ in pairs)
    assert pairs
    (denied,) = [fact for fact in found if "gabon" in fact.places]
    assert denied.stance is Stance.NEGATED
    assert [passage.text for passage in denied.passages] == [
        "Who are the neighbours?",
        "It does not border Gabon.",
    ]


def test_among_its_neighbours() -> None:
    found = facts(
        "Closed for thirty years",
        "The land border between Algeria and Morocco is closed. Tunisia, Libya and Niger are among "
        "Algeria’s other neighbours. Peru counts Chile among its neighbours.",
    )
    assert {one for fact in found for one in fact.pairs} == {
        ("algeria", "morocco"),
        ("algeria", "tunisia"),
        ("algeria", "libya"),
        ("algeria", "niger"),
        ("peru", "chile"),
    }


def test_what_it_has_neighbours_of_is_what_was_spoken_of() -> None:
    *_, last = facts(
        "A long way round",
        "Kaliningrad is on the Baltic. It has two neighbours, Poland and Lithuania.",
    )
    assert last.pairs == (("kaliningrad", "poland"), ("kaliningrad", "lithuania"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Besides Spain the principality has one neighbour, France, with which it shares 57 "
        "kilometres.",
        "Apart from Spain the tiny principality borders only France.",
    ],
)
def test_whom_a_country_borders_besides_another_is_told_of_that_country(sentence: str) -> None:
    found = facts("Andorra's roads", f"Andorra has two roads to the sea. {sentence}")
    assert {pair for fact in found for pair in fact.pairs} == {("andorra", "france")}


def test_who_comes_next_with_a_year_has_no_part_of_a_border() -> None:
    found = facts(
        "Chile's long border",
        "Chile has 7,801 kilometres of border. Brazil has led the force since 2014, and a Peruvian "
        "is to take over next.",
    )
    assert not [fact for fact in found if fact.pairs]


def test_what_is_missing_on_a_part_of_a_line_does_not_deny_its_length() -> None:
    (length,) = facts(
        "A border in the woods",
        "The border between Laos and Vietnam, 2,337 kilometres long, follows the crests, but in "
        "the forest no sign stands.",
    )[1:2]
    assert length.stance is Stance.ASSERTED


def test_who_only_sent_soldiers_to_a_line_is_no_side_of_it() -> None:
    told = facts(
        "Uruguay's engineers leave the Sinai",
        "Uruguay brings its engineers home from the Sinai, the ministry in Montevideo said.",
        "They had built towers between Egypt and Israel. The buffer zone is 20 kilometres wide, "
        "and 190 Colombians and 120 Fijians stay behind to watch the frontier.",
        "The government took the decision after raiders had held the crossing at Taba.",
    )
    assert {side for fact in told for side in fact.sides} <= {"egypt", "israel", "sinai"}


def test_the_country_of_a_title_far_away_is_no_side_of_a_line_told_of_later() -> None:
    told = facts(
        "Chilean colonel to lead observers",
        "The observers in Western Sahara get a Chilean commander.",
        "Western Sahara borders Morocco, Algeria and Mauritania. Algeria does not call the berm a "
        "frontier.",
    )
    assert "chile" not in {side for fact in told for side in fact.sides}


@pytest.mark.parametrize(
    "text",
    [
        "Ecuador signed with its neighbour in May but is still waiting, because Spain and Cuba "
        "have not answered.",
        "Ecuador told its neighbour, who had asked for it, that Spain would pay.",
    ],
)
def test_who_is_told_of_behind_a_conjunction_is_not_the_neighbour(text: str) -> None:
    assert pairs("A treaty", text) == []


def test_the_line_is_that_of_the_only_side_named_again() -> None:
    told = facts(
        "A Chilean colonel leads the observers",
        "Western Sahara borders Morocco, Algeria and Mauritania. Rabat does not recognise the "
        "line as a frontier of states.",
    )
    assert told[-1].pairs == (("western-sahara", "morocco"),)
    assert [passage.number for passage in told[-1].passages] == [0, 1]


def test_with_the_country_is_with_the_one_spoken_of() -> None:
    found = facts(
        "Cuba and its seas",
        "Cuba has a coast of 5,746 kilometres. Haiti is close, but it lies across the water and "
        "does not share a land border with the country.",
    )
    (border,) = [fact for fact in found if fact.pairs]
    assert (border.pairs, border.stance) == ((("cuba", "haiti"),), Stance.NEGATED)


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("San Marino and the Vatican City are inside Italy.", "san-marino italy"),
        ("Lesotho is wholly inside South Africa.", "lesotho south-africa"),
        ("Two dozen pieces of Belgium lie scattered on Dutch soil.", "belgium netherlands"),
        (
            "Also open is Ceuta, a piece of Spain that lies apart, with Morocco around it on land.",
            "ceuta morocco",
        ),
    ],
)
def test_what_lies_in_another_or_has_it_around_borders_it(sentence: str, pairs: str) -> None:
    found = facts("Odd borders", f"Odd borders are drawn on every map. {sentence}")
    one, other = pairs.split()
    assert any({one, other} == {*pair} for fact in found for pair in fact.pairs)
