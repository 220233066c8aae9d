"""What two neighbours have between them besides a line, and what one of them denies."""

from __future__ import annotations

import pytest

from bot.briefs.evidence import Evidence, told
from bot.facts.world import is_about_states
from bot.language.agreement import is_whole_length
from bot.language.places import load_gazetteer
from bot.model import Fact, FactKind, Stance
from tests.facts.test_borders import facts
from tests.written import drawn, written


def joined(found: list[Fact]) -> set[frozenset[str]]:
    return {frozenset(pair) for fact in found for pair in fact.pairs}


@pytest.mark.parametrize(
    ("title", "text", "pair"),
    [
        ("An islet", "Gabon and Equatorial Guinea both claim the islet of Mbanié.", 1),
        ("The hill", "In 1995 Peru withdrew from the valley that Ecuador claims.", 1),
        ("Aid", "Lorries drove over the new bridge from Tajikistan into Afghanistan.", 1),
        ("A fair", "Peru and Sweden both claim that the island has the better cheese.", 0),
        ("A tour", "The band went by road from Germany to Turkey.", 0),
        ("Bombs", "Chad and Niger say that the group claimed the attack.", 0),
        # who share or quarrel over land need be no neighbours on the map
        ("A rock", "In 1953 France and the United Kingdom both claimed the reefs.", 1),
        ("Two rocks", "Japan and South Korea have long quarrelled over the islets.", 1),
        ("Hanish", "Eritrea and Yemen fought over the islands for three days.", 1),
        ("Abu Musa", "The island is held by Iran and claimed by the United Arab Emirates.", 1),
        ("Sebatik", "Indonesia and Malaysia have agreed to split the island.", 1),
        (
            "A hill",
            "Benin and Niger went to court. It did not say whose the islet is that both claim.",
            1,
        ),
        ("A team", "Fiji and Samoa fought over the cup, and both hold an island record.", 0),
        ("Aid", "Norway and Kenya divided the costs of the boat to the island.", 0),
        ("A prize", "Peru and Chad both want to win. The two countries claim to have won.", 0),
        ("Fish", "Japan and Iceland fought over the price of whale.", 0),
        ("Wine", "Italy and Spain claim to make the best wine of any island.", 0),
    ],
)
def test_land_and_ways_between_two_neighbours_are_theirs(title: str, text: str, pair: int) -> None:
    assert len(joined(list(facts(title, text)))) == pair


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The Australian battalion stood between Oman and Yemen for four months.", 1),
        ("Peacekeepers from Fiji were stationed between Egypt and Israel.", 1),
        ("Since 1974 observers have kept Syria and Israel apart; they watch between Syria and "
         "Israel still.", 1),
        ("A force of 300 separates the armies that stand between Chad and Libya.", 1),
        ("The observers watch over the treaty between Egypt and Israel.", 0),
        ("Soldiers kept up the trade between Kenya and Uganda.", 0),
        ("The mission stands between Peru and Sweden in the ranking.", 0),
        ("The gap is 60 kilometres wide, measured between Chad and Sudan.", 0),
        ("Would a force stand between Togo and Ghana?", 0),
    ],
)  # fmt: skip
def test_forces_that_stand_between_two_neighbours_stand_at_their_line(
    text: str, count: int
) -> None:
    assert len(joined(list(facts("A force", text)))) == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The border of Peru with Chile runs for 168 kilometres from the sea to the hills.", 168),
        ("Chad and Niger share 1,175 kilometres from the tripoint to Lake Chad.", 1175),
        ("The frontier of Laos with China runs 475 km from the Mekong to the Da.", 475),
        ("The river is part of the border between Togo and Benin, which is put at 644 km.", 644),
        ("A lake is part of the frontier with Malawi, which runs for 475 kilometres.", 475),
        ("A wall will cover a tenth of a frontier with Malawi, which is 837 kilometres long.", 837),
        ("Soldiers on the line with Malawi watch a part of a border that is 837 km long.", 837),
        ("Only a part of the border with Niger that is 90 kilometres long is marked.", None),
        ("Lorries stood 30 kilometres from the border between Kenya and Uganda.", None),
        ("The camp on the border of Chad and Sudan is 50 kilometres from Adré to the west.", None),
        ("Guards on the border of Peru and Chile drove 40 kilometres from Tacna to help.", None),
    ],
)  # fmt: skip
def test_a_length_from_end_to_end_is_of_the_line(text: str, expected: int | None) -> None:
    lengths = [one for one in facts("Zambia's army on the line", text) if one.quantity]
    whole = [
        one.quantity.value
        for one in lengths
        if one.quantity and is_whole_length(one.stance, one.scope)
    ]
    assert (whole[:1] or [None]) == [expected]


def test_a_claim_beside_a_denial_denies_no_border() -> None:
    (one,) = facts("An islet", "Gabon and Equatorial Guinea claim the islet, and no court decided.")
    assert one.stance is Stance.ASSERTED


def test_whose_land_lies_between_two_parts_of_a_country_is_told_as_a_gap() -> None:
    found = facts(
        "Ceuta's other coast",
        "Between Ceuta and Melilla lie some 300 kilometres of Moroccan territory.",
    )
    assert {fact.kind for fact in found} == {
        FactKind.BORDER,
        FactKind.EXCLAVE,
        FactKind.LENGTH,
    }
    assert joined(list(found)) == {
        frozenset(("morocco", "ceuta")),
        frozenset(("morocco", "melilla")),
    }
    assert [fact.scope for fact in found if fact.kind is FactKind.LENGTH] == ["gap"]


def test_surrounded_on_land_is_nobodys_land_between() -> None:
    found = facts("Oecusse", "Oecusse is surrounded by Indonesia on land.")
    assert all(fact.kind is not FactKind.EXCLAVE for fact in found)


@pytest.mark.parametrize(
    ("before", "denial", "count"),
    [
        (
            "Ecuador says that Colombian soldiers crossed the border on Sunday.",
            "Colombia denies this.",
            1,
        ),
        (
            "Laos says that Thai soldiers moved onto its side.",
            "Thailand denied having entered Lao territory.",
            1,
        ),
        ("Ecuador says that the coffee harvest was good.", "Colombia denies this.", 0),
    ],
)
def test_a_denial_is_told_behind_what_it_denies(before: str, denial: str, count: int) -> None:
    found = [
        fact
        for fact in facts("On the line", f"{before} {denial}")
        if fact.stance is Stance.DENIED and fact.passages[fact.at].text == denial
    ]
    assert [[one.text for one in fact.passages] for fact in found] == [[before, denial]] * count


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Zambia touches Botswana, and so Namibia and Zimbabwe do not touch at all.", "zimbabwe"),
        ("Sudan thereby lost its frontiers with Kenya and Uganda.", "kenya"),
        ("Namibia lies on the far bank. The Chobe parts Namibia from Botswana.", "botswana"),
        ("Togo has Ghana and Benin for neighbours, and no one else.", "benin"),
        ("Tasmania meets Victoria on an islet.", "victoria"),
        ("Madha is a piece of Oman with the United Arab Emirates on every side.", "oman"),
        ("Suriname and Guyana have a land and river border of 836 kilometres.", "guyana"),
    ],
)
def test_neighbours_past_and_denied_are_found(text: str, pair: str) -> None:
    assert any(pair in one for one in joined(list(facts("A line", text))))


def test_who_has_none_is_told_behind_what_it_is_none_of() -> None:
    *_, last = facts(
        "Islands", "Few island states have a land border. Iceland and Malta have none."
    )
    assert (last.places, last.stance) == (("iceland", "malta"), Stance.NEGATED)
    assert len(last.passages) == 2


def test_a_row_of_a_table_is_told_with_the_sentence_that_says_whose_it_is() -> None:
    (one,) = drawn(
        written(
            "Saudi Arabia's neighbours",
            "Saudi Arabia has long frontiers, which its border guards patrol.",
            "Neighbour | Kilometres",
            "Kuwait | 221",
        )
    )
    length = next(fact for fact in one.facts if fact.kind is FactKind.LENGTH)
    assert told(Evidence(length.passages)) == (
        "Saudi Arabia has long frontiers, which its border guards patrol. "
        "Neighbour: Kuwait · Kilometres: 221"
    )


@pytest.mark.parametrize(
    ("title", "paragraphs", "expected"),
    [
        (
            "Laos by its neighbours",
            ("Laos touches five countries.", "Neighbour | km", "Vietnam | 2,161", "China | 475"),
            True,
        ),
        (
            "Lorries over the bridge",
            (
                "Lorries drove from Armenia into Turkey for the first time in thirty years. They "
                "carried flour. The border of 311 kilometres has been closed for long.",
            ),
            True,
        ),
        (
            "Jungholz looks the other way",
            (
                "Jungholz is an exclave of a thousand people. It belongs to Tyrol.",
                "The exclave is cut off from the rest of Austria by German land; a mountain is "
                "all that joins the two.",
            ),
            True,
        ),
        (
            "A quilt",
            (
                "The border of the quilt is 3 inches wide. We met quilters from Poland and Germany "
                "at the fair, and theirs were mitred at the corners.",
            ),
            False,
        ),
        ("Prices", ("Plan | Price", "Norway | 12", "Sweden | 14"), False),
    ],
)
def test_a_line_measured_in_kilometres_is_one_of_states(
    title: str, paragraphs: tuple[str, ...], expected: bool
) -> None:
    assert is_about_states(written(title, *paragraphs), load_gazetteer()) is expected


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Nobody minds. Belgium owns twenty-two pieces of land inside the Netherlands.", True),
        ("Drivers from Tver to Kaliningrad have to cross Lithuania.", True),
        ("By land the Omanis of Musandam must pass through the United Arab Emirates.", True),
        ("The band has to travel across Germany to play.", False),
        ("Sweden owns twenty-two pieces of land inside Portugal.", False),
    ],
)
def test_a_country_that_has_to_be_crossed_is_a_neighbour_by_the_map(text: str, pair: bool) -> None:
    assert bool(joined(list(facts("A long way", text)))) is pair


def test_a_second_country_has_its_line_with_the_same_neighbour() -> None:
    found = facts(
        "Far north",
        "Finland's frontier with the Soviet Union is 1,269 kilometres long. Norway has another 196 "
        "kilometres with the same neighbour. Sweden has none with it.",
    )
    assert joined(list(found)) == {
        frozenset(("finland", "soviet-union")),
        frozenset(("norway", "soviet-union")),
        frozenset(("sweden", "soviet-union")),
    }
    assert found[-1].stance is Stance.NEGATED


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        (
            "A dish with a border of sprouts",
            "Arrange a border of Brussels sprouts around it and pour the Greek yogurt over the "
            "Bulgarian peppers. Neighbours will smell the Turkish coffee.",
            False,
        ),
        ("The line", "The Bulgarian border is closed, and so is the border with Greece.", True),
    ],
)
def test_what_is_named_after_a_country_has_no_border(title: str, text: str, expected: bool) -> None:
    assert is_about_states(written(title, text), load_gazetteer()) is expected


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Denmark and Germany opened their frontier of 68 kilometres.", ("denmark", "germany")),
        ("Hungary and Slovakia border Ukraine but not Russia.", ("hungary", "russia")),
        (
            "Between Kazakhstan and Russia, over 7,598 kilometres, there is neither mine nor wire.",
            ("kazakhstan", "russia"),
        ),
        (
            "The Uzbek-Kazakh border is mined. Turkmenistan and Kazakhstan marked theirs in July.",
            ("turkmenistan", "kazakhstan"),
        ),
    ],
)
def test_a_line_that_goes_without_its_word_is_theirs(text: str, pair: tuple[str, str]) -> None:
    assert frozenset(pair) in joined(list(facts("Lines", text)))


def test_a_frontier_with_a_third_country_is_not_theirs() -> None:
    found = facts("Lines", "Denmark and Poland watch their frontier with Germany.")
    assert frozenset(("denmark", "poland")) not in joined(list(found))
