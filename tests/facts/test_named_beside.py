"""What the sentence beside the name of a mission tells of it, and which names are none."""

from __future__ import annotations

import pytest

from bot.model import FactKind, MissionStatus
from tests.written import drawn, named, written

STATES = "The army, the navy and the government of Samoa keep to the treaty with Tonga."


@pytest.mark.parametrize(
    ("sentences", "places"),
    [
        (
            "Fiji has launched a naval operation off Tonga. Reef Sentry is meant to find boats.",
            "tonga",
        ),
        (
            "The Union holds an exercise off Samoa. The exercise Reef Sentry involves 12 ships.",
            "samoa",
        ),
        ("Fiji has launched an operation off Tonga. Reef Sentry is the reply to it.", None),
        ("Fiji has no operation off Tonga. Reef Sentry is run from Suva.", None),
    ],
)
def test_what_is_launched_is_the_mission_that_is_named_next(
    sentences: str, places: str | None
) -> None:
    (one,) = drawn(
        written("Reef Sentry begins", sentences, "Operation Reef Sentry has 90 men.", STATES)
    )
    first = next((fact for fact in one.facts if fact.passages[0].number == 0), None)
    if places is None:
        assert first is None or first.mission != "reef sentry"
    else:
        assert first is not None and first.mission == "reef sentry" and places in first.places
        assert [passage.number for passage in first.passages] == [0, 1]


def test_the_operation_of_a_state_that_left_is_its_own() -> None:
    text = (
        "Tonga has left UNOSS, the mission in Samoa. Its own patrol is not told of. "
        "Tonga keeps 90 men there. Its operation in the hills goes on under the name Palolo Deep."
    )
    (one,) = drawn(written("Tonga leaves", text, STATES))
    (last,) = [fact for fact in one.facts if "Palolo Deep" in fact.passages[fact.at].text]
    assert last.mission == "palolo deep"
    assert last.passages[0].text == "Tonga keeps 90 men there."


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Its operation off Tonga will go on under the name Palolo Deep.", ["Palolo Deep"]),
        ("A man who fought in the operation writes under the name Paul Rusk.", []),
        ("MARE/SEA, the mission that Fiji keeps in Tonga, has 90 men.", ["MARE/SEA"]),
        ("The head of mission is Paul Rusk, a judge.", []),
        ("The leader of the operation was Paul Rusk.", []),
        ("The mission's chief is Paul Rusk.", []),
        ("The name of the operation is Palolo Deep.", ["Palolo Deep"]),
    ],
)
def test_who_leads_or_writes_is_no_mission(sentence: str, names: list[str]) -> None:
    _, missions = named(written("The week", sentence, STATES))
    assert [mission.name for mission in missions.values()] == names


def test_a_smaller_one_is_told_behind_what_is_larger() -> None:
    text = (
        "UNOTT in Tonga ceased to exist on Friday. A smaller one, the Mixed Force or MFOR, took "
        "its place at once. MFOR has 90 men."
    )
    (one,) = drawn(written("A force goes", text, STATES))
    told = [fact for fact in one.facts if fact.kind is FactKind.MISSION]
    assert {fact.mission for fact in told} == {"unott", "mfor"}
    smaller = next(fact for fact in told if fact.mission == "mfor")
    assert [passage.number for passage in smaller.passages] == [0, 1]
    assert smaller.quantity is None


def test_which_army_was_watched_is_told_of_the_mission_that_watched_it() -> None:
    text = "Nine observers of the United Nations watched a garrison go home: UNOTG, in 1994."
    (one,) = drawn(written("Nine observers", text, "The garrison was that of Tonga.", STATES))
    (told,) = [fact for fact in one.facts if "garrison was" in fact.passages[fact.at].text]
    assert told.mission == "unotg" and told.places == ("tonga",)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("What did the reef hold? Pearls, people said.", False),
        ("Who paid the observers? Fiji, people said.", True),
    ],
)
def test_what_is_asked_of_a_reef_is_nothing_of_the_mission(asked: str, told: bool) -> None:
    text = "UNOTG watched the truce in Tonga in 1994. It had nine observers."
    (one,) = drawn(written("Nine observers", text, asked, STATES))
    assert any(asked.split("? ")[1] == fact.passages[fact.at].text for fact in one.facts) is told


def test_when_it_ended_is_answered_by_a_date_behind_its_question() -> None:
    asked = "When did it end? In September 1993. Critics say that it left too early."
    text = "UNOTG came to Tonga in 1991. It had nine observers."
    other = "Did it follow another mission? Yes, a small one called UNOTA, begun in 1990."
    (one,) = drawn(written("UNOTG, thirty years on", text, asked, other, STATES))
    told = {fact.passages[fact.at].text: fact for fact in one.facts}
    assert told["In September 1993."].status is MissionStatus.ENDED
    assert [p.text for p in told["Critics say that it left too early."].passages] == [
        "Critics say that it left too early."
    ]
    yes = next(fact for text, fact in told.items() if text.startswith("Yes"))
    assert yes.passages[0].text == "Did it follow another mission?"


def test_what_it_is_a_part_of_is_told_behind_the_name_and_not_behind_it() -> None:
    text = "Ninety soldiers train in Tonga. The exercise Palm Response runs until May."
    name = "It used to be called Coral Response and was held in Tonga every other year."
    later = (
        "Tonga leads it. Over 50 ships are involved. It is one part of Sea Defender, a series of "
        "exercises with some 900 troops."
    )
    (one,) = drawn(written("Palm Response begins", text, name, later, STATES))
    told = next(fact for fact in one.facts if fact.mission == "sea defender")
    assert told.passages[0].text == "The exercise Palm Response runs until May."
