"""Numbers are read by value, with their unit and the article's own reservation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.quantities import Amount, amounts, conversion, is_date_part


@pytest.mark.parametrize(
    ("text", "value", "unit", "approximation"),
    [
        ("1,240 km", 1240, "km", None),
        ("1 240 km", 1240, "km", None),
        ("1\u00a0240\u00a0km", 1240, "km", None),
        ("1\u202f240 kilometres", 1240, "km", None),
        ("12,345,678 people", 12_345_678, None, None),
        ("3.5 kilometers", 3.5, "km", None),
        ("3,5 km", 3.5, "km", None),
        ("about 40 miles", 40, "mi", "about"),
        ("some 300km", 300, "km", "some"),
        ("a 5-km strip", 5, "km", None),
        ("walls that cover 164 km", 164, "km", None),
        ("12 nautical miles", 12, "nmi", None),
        ("a wall 16 metres high", 16, "m", None),
        ("430 land kilometres", 430, "km", None),
        ("20 per cent", 20, "%", None),
        ("20%", 20, "%", None),
        ("12 square kilometres", 12, None, None),
        ("60 km/h", 60, None, None),
        ("60 kilometres per hour", 60, None, None),
        ("more than 1,000 soldiers", 1000, None, "more than"),
        ("an estimated 500 rebels", 500, None, "an estimated"),
        ("up to a dozen ships", 12, None, "up to"),
        ("twenty-one soldiers", 21, None, None),
        ("Ninety nine posts", 99, None, None),
        ("a hundred men", 100, None, None),
        ("ten thousand men", 10_000, None, None),
        ("six hundred thousand", 600_000, None, None),
        ("three million people", 3_000_000, None, None),
        ("2.5 million refugees", 2_500_000, None, None),
        ("10 thousand", 10_000, None, None),
        ("a 1,000-strong force", 1000, None, None),
    ],
)
def test_one_number_is_read(
    text: str, value: float, unit: str | None, approximation: str | None
) -> None:
    (amount,) = amounts(text)
    assert (amount.value, amount.unit, amount.approximation) == (value, unit, approximation)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two dozen jets", 24),
        ("two hundred and fifty men", 250),
        ("one thousand two hundred", 1200),
    ],
)
def test_a_number_of_several_words_is_one_number(text: str, value: float) -> None:
    assert [amount.value for amount in amounts(text)] == [value]


@pytest.mark.parametrize(
    "text", ["", "Su-24", "the 3rd battalion", "hundreds of soldiers", "someone", "tension", "v1.2"]
)
def test_what_counts_nothing_is_no_number(text: str) -> None:
    assert amounts(text) == []


def test_several_numbers_are_read_in_order_with_their_places() -> None:
    assert amounts("Between 300 and about 400 troops held 12 km.") == [
        Amount(300, 8, 11, None, None),
        Amount(400, 22, 25, "about", None),
        Amount(12, 38, 43, None, "km"),
    ]


@given(st.text(alphabet="0123456789 ,.-kmiles\u00a0onetwhudr", max_size=40))
def test_every_number_is_a_slice_that_holds_it(text: str) -> None:
    end = 0
    for amount in amounts(text):
        assert end <= amount.start < amount.end <= len(text)
        end = amount.end


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("1 mile", 1.609344),
        ("100 nautical miles", 185.2),
        ("500 m", 0.5),
        ("7 km", 7.0),
        ("7 men", None),
    ],
)
def test_distances_are_compared_in_kilometres(text: str, km: float | None) -> None:
    (amount,) = amounts(text)
    assert amount.km == (pytest.approx(km) if km is not None else None)


@pytest.mark.parametrize(
    ("value", "unit", "other"),
    [
        (754, "mi", "1,213 km"),
        (1213, "km", "754 miles"),
        (12, "nmi", "22 km"),
        (5, "km", "3.1 miles"),
        (1, "mi", "1.6 km"),
        (10_000, "km", "6,214 miles"),
        (100, "m", None),
        (3, "%", None),
    ],
)
def test_a_distance_is_converted_as_finely_as_it_is_given(
    value: float, unit: str, other: str | None
) -> None:
    assert conversion(value, unit) == other


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 26 June 2021", [True, True]),
        ("on May 5", [True]),
        ("the 1st of June", []),
        ("in 1998", [True]),
        ("1900 soldiers", [False]),
        ("26 soldiers", [False]),
        ("2,021 men", [False]),
        ("45 June bugs", [False]),
    ],
)
def test_years_and_days_of_dates_are_no_counts(text: str, dates: list[bool]) -> None:
    assert [is_date_part(text, amount) for amount in amounts(text)] == dates
