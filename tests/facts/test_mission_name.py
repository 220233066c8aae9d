"""What of a name tells it from others, and the kind of mission that it says."""

from __future__ import annotations

import pytest

from bot.facts.mission_name import core, kind_of


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Operation Interflex", "interflex"),
        ("Exercise Talisman Sabre 2023", "talisman sabre 2023"),
        ("“Silent Reef”", "silent reef"),
        ("Croix du Sud’s", "croix du sud"),
        ("Operation", "operation"),
    ],
)
def test_the_core_of_a_name_tells_it_from_others(name: str, told: str) -> None:
    assert core(name) == told


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("drills", "exercise"),
        ("naval operation", "naval mission"),
        ("air-policing mission", "air policing mission"),
        ("forces", "force"),
        ("banana", None),
        (None, None),
    ],
)
def test_a_noun_tells_the_kind_of_a_mission(noun: str | None, kind: str | None) -> None:
    assert kind_of(noun) == kind
