"""Two figures differ when neither rounding, nor converting, nor their own words explain it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.briefs.differences import figure
from bot.language.agreement import RIVER_LINE, Told, agree, disagreeing, tolerance
from bot.model import Quantity


def km(value: float, approximation: str | None = None) -> Quantity:
    return Quantity(value, "km", f"{value:g} km", approximation)


def mi(value: float, approximation: str | None = None) -> Quantity:
    return Quantity(value, "mi", f"{value:g} miles", approximation)


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        (km(1000), 5),
        (km(1000, "about"), 125),
        (km(4000, "about"), 500),
        (km(1200, "about"), 50),
        (km(1230, "nearly"), 6.15),
        (km(7, "about"), 0.5),
        (km(12_345, "about"), 61.725),
    ],
)
def test_a_figure_is_as_sure_as_its_last_digit(quantity: Quantity, expected: float) -> None:
    assert tolerance(quantity) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (km(909), km(909), True),
        (km(909), km(1106), False),
        (km(100), km(100.4), True),
        (km(100), km(102), False),
        (mi(754), km(1213), True),
        (mi(754), km(1250), False),
        (Quantity(12, "nmi", "12 nautical miles"), km(22.2), True),
        (km(1200, "about"), km(1240), True),
        (km(1200, "about"), km(1300), False),
        (km(100, "more than"), km(900), True),
        (km(1000, "at least"), mi(800), True),
        (km(900, "more than"), km(100), False),
        (km(100, "about"), km(900), False),
        (Quantity(300, "soldiers", "300"), Quantity(300, "soldiers", "300"), True),
        (Quantity(300, "soldiers", "300"), Quantity(500, "soldiers", "500"), False),
        (km(30_000, "around"), km(20_000, "some"), False),
        (km(8000, "about"), km(7600), True),
        (km(500, "fewer than"), km(420), True),
        (km(500), mi(300), True),
        (km(512), mi(300), False),
        (km(500, "fewer than"), km(600), False),
        (Quantity(527, "dead", "527"), Quantity(524, "dead", "524"), False),
        (Quantity(56_213, "", "56,213"), Quantity(56_000, "", "56,000"), True),
        (Quantity(6576, "", "6,576"), Quantity(7000, "", "7,000"), False),
        (km(684), km(700), True),
        (km(196), km(197.7), False),
        (km(1402), km(1405), True),
        (km(640), km(700), False),
        (km(912), km(1000), False),
        (Quantity(825, "km", "800 to 850 km", "between"), km(842), True),
        (Quantity(825, "km", "800 to 850 km", "between"), km(870), False),
        (km(800, "a good"), km(821), True),
        (km(830, "just short of"), km(821), True),
    ],
)
def test_two_figures_agree_or_not_in_either_order(
    one: Quantity, other: Quantity, expected: bool
) -> None:
    assert agree(one, other) is expected
    assert agree(other, one) is expected


@pytest.mark.parametrize(
    ("quantity", "with_other_unit", "expected"),
    [
        (Quantity(836, "km", "836"), False, "836 kilometres"),
        (Quantity(266, "km", "266-kilometre"), False, "266 kilometres"),
        (Quantity(80, "km", "80 km", "some"), False, "some 80 km"),
        (Quantity(80, "km", "about 80 km", "about"), False, "about 80 km"),
        (Quantity(754, "mi", "754-mile"), True, "754 miles, ≈ 1,213 km"),
        (Quantity(847, "km", "847 kilometres"), True, "847 kilometres"),
        (Quantity(825, "km", "800 to 850 km", "between"), False, "800 to 850 km"),
        (Quantity(830, "km", "830 km", "or so"), False, "830 km or so"),
        (Quantity(900, "soldiers", "900"), False, "900"),
    ],
)
def test_a_note_gives_a_figure_with_its_unit_and_how_near_it_is(
    quantity: Quantity, with_other_unit: bool, expected: str
) -> None:
    assert figure(quantity, with_other_unit) == expected


@given(
    st.floats(min_value=1, max_value=20_000),
    st.sampled_from([None, "about", "more than", "nearly"]),
)
def test_a_figure_agrees_with_itself_in_the_other_unit(
    value: float, approximation: str | None
) -> None:
    assert agree(km(value, approximation), mi(value / 1.609344))


def told(article: str, value: float, scope: str | None = None) -> Told:
    return Told(article, km(value), scope)


def test_a_figure_that_was_converted_does_not_make_two_agree() -> None:
    converted = Told("one", mi(122.8), None)
    assert disagreeing([told("one", 197.7), converted, told("two", 196)], lambda *_: False)
    assert not disagreeing([converted, told("two", 197)], lambda *_: False)


@pytest.mark.parametrize(
    ("lengths", "differ"),
    [
        ([told("one", 813), told("two", 834)], True),
        ([told("one", 318), told("one", 548), told("two", 549)], False),  # on land, and all of it
        ([told("one", 5308), told("one", 3), told("two", 5150)], True),
        ([told("one", 470, RIVER_LINE), told("two", 609)], False),  # of a river, and of all of it
        ([told("one", 609, RIVER_LINE), told("two", 640)], True),
    ],
)
def test_two_articles_differ_where_no_length_of_theirs_is_the_same(
    lengths: list[Told], differ: bool
) -> None:
    assert (disagreeing(lengths, lambda *_: False) is not None) is differ
