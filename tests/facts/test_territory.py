"""What two neighbours have between them besides a line, and what one of them denies."""

from __future__ import annotations

import pytest

from bot.briefs.evidence import Evidence, told
from bot.facts.world import is_about_states
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
    ],
)
def test_land_and_ways_between_two_neighbours_are_theirs(title: str, text: str, pair: int) -> None:
    assert len(joined(list(facts(title, text)))) == pair


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
