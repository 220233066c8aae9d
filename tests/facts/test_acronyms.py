"""Acronyms and what they stand for, as an article explains them."""

from __future__ import annotations

import pytest

from bot.facts.acronyms import abbreviates, expansions


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("the Kosovo Force (KFOR) left", {"KFOR": "Kosovo Force"}),
        ("KFOR (Kosovo Force) left", {"KFOR": "Kosovo Force"}),
        (
            "the SADC Preventive Mission, SAPMIL, left",
            {"SAPMIL": "SADC Preventive Mission"},
        ),
        (
            "SAPMIL, the SADC Preventive Mission, left",
            {"SAPMIL": "SADC Preventive Mission"},
        ),
        ("a meeting (ABC) of the Kosovo Force", {}),
        ("Kosovo Force (2004)", {}),
        (
            "The United Nations Support Mission in Tuvalu, known by its French letters as MINUTUV, "
            "has closed.",
            {"MINUTUV": "United Nations Support Mission in Tuvalu"},
        ),
        (
            "The United Nations Operation in Tuvalu (ONUTUV) has closed.",
            {"ONUTUV": "United Nations Operation in Tuvalu"},
        ),
    ],
)
def test_an_acronym_is_explained_by_its_article(text: str, explained: dict[str, str]) -> None:
    assert expansions(text) == explained


@pytest.mark.parametrize(
    ("acronym", "phrase", "expected"),
    [
        ("UNFICYP", "United Nations Peacekeeping Force in Cyprus", True),
        ("KFOR", "Kosovo Force", True),
        ("KFOR", "Force of Kosovo", False),
        ("ABC", "Kosovo Force", False),
    ],
)
def test_the_letters_of_an_acronym_stand_in_its_name(
    acronym: str, phrase: str, expected: bool
) -> None:
    assert abbreviates(acronym, phrase) is expected
