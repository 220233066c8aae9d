"""A sentence falls into clauses that each say one thing."""

from __future__ import annotations

import pytest

from bot.language.clauses import clauses


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Fiji led the patrol.", ["Fiji led the patrol."]),
        (
            "Fiji led the patrol, and Tonga sent a boat.",
            ["Fiji led the patrol", "Tonga sent a boat."],
        ),
        (
            "Fiji, Tonga and Samoa led the patrol and sent boats.",
            ["Fiji, Tonga and Samoa led the patrol", "Fiji, Tonga and Samoa sent boats."],
        ),
        (
            "The patrol, which Fiji leads, visits Niue.",
            ["The patrol visits Niue.", "The patrol, which Fiji leads"],
        ),
        (
            "Fiji sent the patrol, which Niue welcomed, to the reef.",
            ["Fiji sent the patrol to the reef.", "the patrol, which Niue welcomed"],
        ),
        ("In 1987, as before, Fiji stayed out.", ["In 1987, as before, Fiji stayed out."]),
        (
            "Samoa opened the harbour but did not close the strait.",
            ["Samoa opened the harbour", "Samoa did not close the strait."],
        ),
        ("Nauru; no", ["Nauru; no"]),
        ("", [""]),
    ],
)
def test_each_clause_has_its_subject(sentence: str, parts: list[str]) -> None:
    assert list(clauses(sentence)) == parts
