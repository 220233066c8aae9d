"""Who does what to whom: whether a clause gives names the parts that a statement gives them."""

from __future__ import annotations

import re

import pytest

from bot.briefs.checking.days import days_in
from bot.briefs.checking.parts_played import same_parts
from bot.briefs.checking.said_alike import same
from bot.model import PublishedDate


def agree(statement: str, clause: str) -> bool:
    """With every capitalised word of the statement for a name."""
    named = [
        [one.span(), *(found.span() for found in re.finditer(rf"\b{one[0]}\b", clause))]
        for one in re.finditer(r"\b[A-Z]\w+", statement)
        if one[0] != "The"
    ]
    return same_parts(statement, clause, named, same)


@pytest.mark.parametrize(
    ("statement", "clause"),
    [
        ("Peru left Chile", "In May Peru left Chile"),
        ("The force was led by Peru", "Peru led the force"),
        ("Peru led the force", "The force, which was small, was led by Peru"),
        ("Peru closed the gate", "Peru, a member since June, closed the gate"),
        ("Peru took the hill", "Soldiers of Peru took the hill"),
        ("Peru borders Chile", "Chile borders Peru"),
        ("Leyte went to Peru", "The island of Leyte went to Peru, Samar to Chile"),
    ],
)
def test_the_same_parts_agree(statement: str, clause: str) -> None:
    assert agree(statement, clause)


@pytest.mark.parametrize(
    ("statement", "clause"),
    [
        ("Peru left Chile", "Chile left Peru"),
        ("Peru led the force", "Peru was led by the force"),
        ("Peru owned the boat", "Peru said Chile owned the boat"),
        ("Leyte went to Chile", "The island of Leyte went to Peru, Samar to Chile"),
        ("Soldiers of Peru arrived in Chile", "Soldiers of Chile arrived in Peru"),
        ("Peru will close its border with Chile", "Chile will close its border with Peru"),
        ("Peru closed the gate to Chile", "The gate between Peru and Chile was closed"),
    ],
)
def test_other_parts_do_not(statement: str, clause: str) -> None:
    assert not agree(statement, clause)


@pytest.mark.parametrize(
    ("said", "told", "same_day"),
    [
        ("on 4 March 1964", "on 4 March 1964", True),
        ("in March 1964", "on 4 March 1964", True),
        ("on 4 March 1964", "in March 1964", None),
        ("in 1964", "in 1965", False),
        ("until 4 March 1964", "on 4 March 1964", None),
        ("on 7 May 2020", "on Thursday", True),  # the article is of Friday, 8 May
        ("in 1990", "thirty years ago", True),
        ("in 2019", "since October", True),
    ],
)
def test_dates_are_compared_as_finely_as_they_are_given(
    said: str, told: str, same_day: bool | None
) -> None:
    (wanted,) = days_in(said, None)[1]
    (given,) = days_in(told, PublishedDate(2020, 5, 8))[1]
    assert given.says(wanted) is same_day
