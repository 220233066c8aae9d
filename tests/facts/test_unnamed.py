"""Missions without a name: what describes one, and what is told of it afterwards."""

from __future__ import annotations

import pytest

from bot.facts.unnamed import unnamed_in
from bot.model import Fact, FactKind, MissionStatus
from tests.written import drawn, written

STATES = "The government, the parliament, the army and the navy keep to the treaty."


def described(*paragraphs: str) -> list[Fact]:
    """The facts on the mission that an article of these paragraphs describes."""
    (one,) = drawn(written("News of the week", *paragraphs, STATES))
    assert not any(sentence.missions or sentence.focus_missions for sentence in one.sentences)
    facts = [fact for fact in one.facts if fact.kind is FactKind.MISSION]
    assert all(fact.mission is None for fact in facts)
    return facts


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("A UN police mission works in Tonga.", "UN police mission"),
        ("OSCE observers left Tirana.", "OSCE observers"),
        ("The peacekeeping force of the Arab League stays.", "peacekeeping force"),
        ("Its unarmed monitors count lorries.", "Its unarmed monitors"),
        ("Nepal and Bhutan held a joint mountain exercise.", "joint mountain exercise"),
        ("Danish jets took on the watch over the skies of Iceland.", "watch over the skies"),
        ("Observers say that the truce will hold.", None),
        ("The observers believe that the vote was fair.", None),
        ("It took over from a force of the United Nations.", None),
        ("A task force of the county looks for rats.", None),
        ("The mission of the company is growth.", None),
    ],
)
def test_a_noun_phrase_describes_a_mission(text: str, what: str | None) -> None:
    assert [text[one.start : one.end] for one in unnamed_in(text)] == ([what] if what else [])


def test_what_is_told_of_it_is_quoted_behind_what_it_is() -> None:
    first, size, lent = described(
        "A police mission of the Pacific Islands Forum works in Vanuatu. It has 140 officers. "
        "Samoa and Tonga lent it instructors. Nobody knows the price of copra."
    )
    assert first.places == ("vanuatu",)
    assert size.quantity is not None and size.quantity.value == 140
    assert set(size.places) == {"vanuatu"}
    assert {"samoa", "tonga", "vanuatu"} == set(lent.places)
    assert [p.text for p in lent.passages] == [
        "A police mission of the Pacific Islands Forum works in Vanuatu.",
        "Samoa and Tonga lent it instructors.",
    ]


def test_its_status_is_that_of_the_sentence_or_of_what_describes_it() -> None:
    facts = described(
        "The African Union’s peacekeeping force in Burundi has been dissolved. "
        "It had come in 2003. Its mandate ran out in May."
    )
    assert [fact.status for fact in facts if fact.status] == [MissionStatus.ENDED] * 3


def test_those_whose_they_are_and_where_may_stand_before() -> None:
    (told,) = described(
        "The OAS has opened an office between Belize and Guatemala. Its observers count settlers."
    )
    assert [passage.number for passage in told.passages] == [0, 1]
    assert {"belize", "guatemala"} <= set(told.places)


def test_who_joins_what_is_planned_is_told_of_the_plan() -> None:
    plan, joined = described(
        "The African Union has approved a force of 5,000 soldiers. Uganda and Kenya are to provide "
        "it."
    )
    assert [plan.status, joined.status] == [MissionStatus.PLANNED] * 2
    assert {"uganda", "kenya"} <= set(joined.places)
