"""Neighbours in lists and tables, and what "it" and "the first of these" mean behind them."""

from __future__ import annotations

import pytest

from bot.model import Stance
from tests.facts.test_borders import Pairs, facts, lengths, pairs


def of(one: str, *others: str) -> Pairs:
    return tuple((one, other) for other in others)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Zambia borders eight states: Angola, Botswana, Malawi and Tanzania among them.",
            of("zambia", "angola", "botswana", "malawi", "tanzania"),
        ),
        (
            "Three members of the union touch Belarus by land: Latvia, Lithuania and Poland.",
            of("belarus", "latvia", "lithuania", "poland"),
        ),
        (
            "Guatemala shares its land borders with four countries – Mexico, Belize, Honduras and "
            "El Salvador.",
            of("guatemala", "mexico", "belize", "honduras", "el-salvador"),
        ),
    ],
)
def test_a_number_of_neighbours_is_followed_by_their_names(text: str, expected: Pairs) -> None:
    assert pairs("A lesson on the map", text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Zambia met eight states at the talks: Norway, Chile, Japan and Cuba.",
        "Two allies touched on Belarus in their talks: Spain and Canada.",
    ],
)
def test_who_only_met_somewhere_is_no_list_of_neighbours(text: str) -> None:
    assert pairs("A conference", text) == []


def test_entries_of_a_list_give_a_pair_and_its_length() -> None:
    told = lengths(
        "Borders of the isthmus",
        "A list of land borders.",
        "Costa Rica and Panama: 348 km.",
        "Costa Rica–Nicaragua: about 313 km",
        "Norway and Japan: 9,000 km by air.",
    )
    assert [(pair, figure) for (pair,), figure, _ in told] == [
        (("costa-rica", "panama"), "348 km"),
        (("costa-rica", "nicaragua"), "313 km"),
    ]


def test_an_entry_with_one_place_is_of_what_the_title_names() -> None:
    told = lengths("Bolivia's borders", "The land borders:", "Chile: 942 km", "Peru: 1,212 km")
    assert [pair for (pair,), _, _ in told] == [("bolivia", "chile"), ("bolivia", "peru")]


def test_the_first_of_these_is_the_first_of_the_list_before() -> None:
    told = lengths(
        "Malawi",
        "Malawi borders three countries: Mozambique, Tanzania and Zambia. The second of these "
        "lines is 512 kilometres long.",
    )
    assert told == [((("malawi", "tanzania"),), "512 kilometres", None)]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "Who is the longest neighbour?",
            "It is Mozambique. Malawi shares 1,498 kilometres of border with it.",
            ("malawi", "mozambique"),
        ),
        (
            "Overseas",
            "Ceuta is part of Spain. With Morocco it has 8 kilometres of border.",
            ("ceuta", "morocco"),
        ),
        (
            "Malawi's lines",
            "The republic borders Zambia and Tanzania. With Tanzania it shares 512 kilometres.",
            ("malawi", "tanzania"),
        ),
    ],
)
def test_it_is_who_was_told_of_right_before(
    title: str, text: str, expected: tuple[str, str]
) -> None:
    told = lengths(title, text)
    assert [{*pair} for (pair,), _, _ in told] == [{*expected}]


def test_who_meets_only_on_the_water_is_a_neighbour_too() -> None:
    told = pairs(
        "Malawi's lines",
        "Malawi has no coast. With Tanzania it meets mostly in the lake. With Japan it meets on "
        "Monday.",
    )
    assert told == [of("malawi", "tanzania")]


def test_a_table_takes_its_unit_from_the_sentence_above_it() -> None:
    told = facts(
        "Bolivia's neighbours",
        "Bolivia has five neighbours. The lengths are in kilometres.",
        "Neighbour | Length",
        "Chile | 942",
        "Peru | 1,212",
    )
    sized = [fact for fact in told if fact.quantity is not None]
    assert [(fact.pairs, fact.quantity.unit) for fact in sized if fact.quantity] == [
        (of("bolivia", "chile"), "km"),
        (of("bolivia", "peru"), "km"),
    ]
    assert [passage.number for passage in sized[0].passages] == [0, 1, 2, 3]


def test_the_rows_of_a_table_of_sections_are_parts() -> None:
    told = lengths(
        "The border of Chad and Niger",
        "The border between Chad and Niger is 1,196 km long.",
        "Section | Length",
        "In the desert | 900 km",
    )
    assert [(figure, scope) for _, figure, scope in told] == [
        ("1,196 km", None),
        ("900 km", "part"),
    ]


def test_what_all_borders_add_up_to_is_of_no_one_neighbour() -> None:
    told = lengths(
        "Bolivia and Chile",
        "The border between Bolivia and Chile is 942 km long. Bolivia's land borders add up to "
        "7,252 km in all, so the Chilean share is small.",
    )
    assert told[1][:2] == ((), "7,252 km")


def test_how_long_a_bridge_is_says_nothing_of_the_border_below_it() -> None:
    told = lengths(
        "A bridge between Thailand and Laos",
        "The bridge over the river links Thailand with Laos. It cost 30 million dollars. It is "
        "1,170 metres long.",
    )
    assert told == []


def test_a_figure_of_one_side_is_of_the_border_told_of() -> None:
    told = lengths(
        "Chad and Niger survey their border",
        "Chad and Niger share a border of 1,196 kilometres. The 1,175-kilometre figure given by "
        "the Nigerien side leaves out the lake.",
    )
    assert [(pair, figure) for (pair,), figure, _ in told] == [
        (("chad", "niger"), "1,196 kilometres"),
        (("chad", "niger"), "1,175-kilometre"),
    ]


def test_a_heading_without_a_place_tells_nothing() -> None:
    told = facts(
        "Laos and China drill",
        "Laos and China share a border.",
        "Keeping away from the border",
        "Soldiers of both train.",
    )
    assert all("Keeping" not in fact.passages[fact.at].text for fact in told)


def test_the_unmarked_line_is_crossed_and_no_party_line_is() -> None:
    title = "Thailand and Laos"
    lead = "Thailand and Laos have a border. "
    crossed = facts(title, f"{lead}Lao patrols crossed the unmarked line dozens of times.")
    assert any("laos" in fact.sides and fact.kind.value == "incident" for fact in crossed)
    party = facts(title, f"{lead}Three Lao deputies crossed the party line.")
    assert all("party" not in fact.passages[fact.at].text for fact in party)


def test_the_former_and_the_latter_are_the_two_told_of_before() -> None:
    told = lengths(
        "San Marino",
        "Liechtenstein has two neighbours, Switzerland and Austria. Its border with the former is "
        "41 kilometres long and that with the latter 35.",
    )
    assert [(pair, figure) for (pair,), figure, _ in told] == [
        (("liechtenstein", "switzerland"), "41 kilometres"),
        (("liechtenstein", "austria"), "35"),
    ]


def test_the_longest_is_of_whose_neighbours_were_gone_through() -> None:
    told = lengths(
        "Rwanda counts its posts",
        "Rwanda guards its border with Burundi. Tanzania's other borders measure more: Kenya has "
        "775 km and Uganda 391. The shortest is that with Malawi, 512 km.",
    )
    assert told[-1][:2] == ((("tanzania", "malawi"),), "512 km")


def test_a_cell_on_checks_denies_no_border() -> None:
    told = facts(
        "Austria's neighbours",
        "Austria borders eight countries. Lengths are in kilometres.",
        "Country | Border | Checks",
        "Italy | 404 | planned",
        "Slovakia | 105 | no",
    )
    rows = [fact for fact in told if fact.quantity is not None]
    assert [fact.stance for fact in rows] == [Stance.ASSERTED, Stance.ASSERTED]
    assert all("Checks" not in fact.passages[fact.at].text for fact in told)


@pytest.mark.parametrize(
    "text",
    [
        "Andorra has two neighbours, France and Spain, and no airport.",
        "Andorra's neighbours, France and Spain, were not asked.",
    ],
)
def test_what_neighbours_lack_or_were_not_asked_denies_no_border(text: str) -> None:
    (fact,) = facts("A valley", text)
    assert fact.stance is Stance.ASSERTED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Suriname has 515 km of border with Brazil, part of which is disputed.",
            ("515 km", Stance.ASSERTED, None),
        ),
        (
            "The border of France with Spain measures 623 kilometres, if Andorra is left out.",
            ("623 kilometres", Stance.ASSERTED, "excluding"),
        ),
    ],
)
def test_what_is_disputed_or_left_out_besides_denies_no_length(
    text: str, expected: tuple[str, Stance, str | None]
) -> None:
    (told,) = [fact for fact in facts("A line", text) if fact.quantity is not None]
    assert told.quantity is not None
    assert (told.quantity.text, told.stance, told.scope) == expected


def test_a_yes_to_whether_there_is_a_border_gives_its_length() -> None:
    told = lengths(
        "Questions on the Naf",
        "Does India have a border with Myanmar? Yes, one of 1,643 kilometres. It is open on both "
        "sides for up to 16 kilometres.",
    )
    assert told == [((("india", "myanmar"),), "1,643 kilometres", None)]


def test_a_length_behind_a_place_on_no_side_is_not_of_the_pair() -> None:
    told = lengths("Two provinces", "Punjab borders Pakistan for 553 km and Rajasthan for 1,037.")
    assert told[1][:2] == ((), "1,037")


def test_who_flees_over_a_river_by_the_hundred_is_still_a_neighbour() -> None:
    told = facts(
        "Shots at the Panj",
        "More than 1,000 Afghan soldiers fled across the river into Tajikistan, border guards say.",
    )
    assert {"afghanistan", "tajikistan"} <= {side for fact in told for side in fact.sides}


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Peru", "Peru has five neighbours. They are Chile, Bolivia, Brazil and Ecuador.", 4),
        ("Peru", "Peru borders on five states. From south to north: Chile, Bolivia, Ecuador.", 3),
        ("Niger", "Niger has many borders, as many as Chad has. They are, by length, Nigeria, "
         "Algeria and Mali.", 3),
        ("Laos", "With two neighbours its line is still unmarked in the hills: Thailand and "
         "China.", 2),
        ("Oman", "Yemen lies in the south-west. Oman counts 294 kilometres of border with it.", 1),
        ("Togo", "And Benin? Togo puts its border with it at 644 kilometres.", 1),
        ("Peru", "Peru has five neighbours. Its friends are Chile and Bolivia.", 0),
        ("Niger", "Niger has more neighbours than Chad.", 0),
        ("Niger", "Niger has seven neighbours, as many as Mali.", 0),
        ("Peru", "Peru has five cooks. They are from Chile, Bolivia and Ecuador.", 0),
        ("Yemen", "Oman lies in the east. Yemen won a game with it.", 0),
    ],
)  # fmt: skip
def test_neighbours_counted_in_one_sentence_are_listed_in_the_next(
    title: str, text: str, expected: int
) -> None:
    found = {frozenset(pair) for one in facts(title, text) for pair in one.pairs}
    assert len(found) == expected


def test_an_entry_stands_behind_what_is_told_of_the_one_before() -> None:
    told = lengths(
        "Chad by its land neighbours",
        "Chad has long borders.",
        "Sudan: 1,403 km. Nobody needs a visa there, as a treaty allows.",
        "Niger: 1,196 km.",
        "Libya: 1,050 km.",
    )
    assert [{*pair} - {"chad"} for (pair,), _, _ in told] == [{"sudan"}, {"niger"}, {"libya"}]


def test_who_said_so_is_told_with_what_takes_it_back() -> None:
    (one,) = facts("Letters", "Your editorial claimed that Laos borders India. It does not.")
    assert (one.stance, len(one.passages)) == (Stance.NEGATED, 2)


def test_sides_are_told_by_their_names_rather_than_by_a_capital() -> None:
    *_, last = facts(
        "India's lines",
        "India fences its line with Bangladesh. Talks were held in New Delhi.",
        "Nepal: 1,751 km.",
    )
    assert "India" in last.passages[0].text


def test_an_apposed_neighbour_is_one() -> None:
    told = lengths(
        "War next door",
        "Ecuador moved soldiers to its border with Colombia. Peru, Ecuador's only other neighbour, "
        "has 1,529 km in common with it.",
    )
    assert [{*pair} for (pair,), _, _ in told] == [{"peru", "ecuador"}]


def test_two_who_are_named_once_late_are_not_what_an_article_is_about() -> None:
    told = facts(
        "A wall of sand",
        "I have stood at the berm: 2,700 kilometres of sand. Morocco built it. Western Sahara's "
        "border with Mauritania is 1,564 kilometres. Algeria was angry. Mali and Niger keep "
        "their border open.",
    )
    assert all(fact.passages[fact.at].number for fact in told if "mali" in fact.sides)


def test_what_is_told_of_a_part_is_not_the_length_of_the_whole() -> None:
    told = lengths(
        "A long line",
        "Canada and the United States share a border. The whole line is 5,525 miles long, 1,538 of "
        "them between Alaska and Canada.",
    )
    assert (("alaska", "canada"),) not in [pair for pair, figure, _ in told if "5,525" in figure]


def test_a_clause_of_its_own_has_another_line() -> None:
    told = lengths(
        "Who guards the Wakhan?",
        "Afghanistan has six neighbours. The shortest of its borders is that with China, 76 km at "
        "the end of the Wakhan Corridor; the longest, 2,430 km, is disputed: Pakistan calls it a "
        "border.",
    )
    assert [(pair, figure) for pair, figure, _ in told] == [
        ((("afghanistan", "china"),), "76 km"),
        ((), "2,430 km"),
    ]


def test_figures_in_brackets_take_the_unit_of_the_first() -> None:
    told = lengths(
        "Bolivia's neighbours",
        "Bolivia has five neighbours. Chile (942 km), Peru (1,212) and Paraguay (753) are three.",
    )
    assert [(pair, figure) for (pair,), figure, _ in told] == [
        (("bolivia", "chile"), "942 km"),
        (("bolivia", "peru"), "1,212"),
        (("bolivia", "paraguay"), "753"),
    ]


def test_who_face_each_other_for_so_long_are_neighbours() -> None:
    title, miles = "A valley", "where Jordan and Israel face each other for 238 km."
    assert [pair for pair, _, _ in lengths(title, f"Mines lie in the valley, {miles}")] == [
        (("jordan", "israel"),)
    ]
    assert pairs(title, "Jordan and Israel face each other in court.") == []


def test_who_studies_borders_stands_at_none() -> None:
    told = facts(
        "Ten questions",
        "The fence keeps Zimbabwe and South Africa apart. We asked a border historian in Pretoria.",
    )
    assert all("historian" not in fact.passages[fact.at].text for fact in told)


def test_an_answer_to_how_long_is_of_the_line_asked_about() -> None:
    told = lengths(
        "Ten questions on fences",
        "The army guards it.",
        "How long is Zambia's border with Namibia?",
        "“About 233 kilometres, all of it river. The one with Angola is four times as long.”",
    )
    assert [{*pair} for (pair,), _, _ in told] == [{"zambia", "namibia"}]
