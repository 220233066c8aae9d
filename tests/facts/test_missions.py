"""Mission facts: which roles a sentence plays for a mission, and what status it reports."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.corpus import passages
from bot.model import Fact, FactKind, MissionStatus, Quantity, Stance
from tests.written import drawn, written

# what makes a text one about states, and tells of no mission
STATES = "The government, the parliament, the army and the navy keep to the treaty."


def facts(title: str, *paragraphs: str) -> Sequence[Fact]:
    """The mission facts of an article of these paragraphs."""
    (one,) = drawn(written(title, *paragraphs, STATES))
    assert one.about_states
    return [fact for fact in one.facts if fact.kind is FactKind.MISSION]


def test_a_mission_is_told_sentence_by_sentence_with_its_roles() -> None:
    article = written(
        "Observers leave Bougainville",
        "The United Nations mission UNOMB ended on Thursday. The mission, led by Australia, had "
        "200 soldiers and began in 1998.",
        STATES,
    )
    first, second, _ = passages(article)
    (one,) = drawn(article)
    told = [fact for fact in one.facts if fact.mission == "unomb"]
    assert told == [
        Fact(
            FactKind.MISSION,
            (first,),
            0,
            ("united-nations", "bougainville"),  # where the title says that it was
            mission="unomb",
            role=told[0].role,
            status=MissionStatus.ENDED,
        ),
        Fact(
            FactKind.MISSION,
            (first, second),
            1,
            ("australia",),
            mission="unomb",
            role=told[1].role,
            quantity=Quantity(200, "soldiers", "200"),
        ),
    ]
    assert {"definition", "status"} <= set((told[0].role or "").split(","))
    assert {"lead", "start", "strength"} <= set((told[1].role or "").split(","))


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Operation Blue Hibiscus ended in Haiti on Friday.", MissionStatus.ENDED),
        ("Operation Blue Hibiscus was suspended on Friday.", MissionStatus.SUSPENDED),
        ("Operation Blue Hibiscus was extended by a year.", MissionStatus.EXTENDED),
        ("Operation Blue Hibiscus began in Haiti on Friday.", MissionStatus.ACTIVE),
        ("Operation Blue Hibiscus is led by Kenya.", MissionStatus.ACTIVE),
        ("Operation Blue Hibiscus will start in October.", MissionStatus.PLANNED),
        ("Operation Blue Hibiscus is under discussion.", MissionStatus.PROPOSED),
        ("If Operation Blue Hibiscus ended, Haiti would suffer.", None),
    ],
)
def test_a_sentence_tells_the_status_of_the_mission_that_it_names(
    sentence: str, status: MissionStatus | None
) -> None:
    (fact,) = facts("News from Haiti", sentence)
    assert (fact.mission, fact.status) == ("blue hibiscus", status)


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Operation Blue Hibiscus is commanded by a Kenyan officer.", "lead"),
        ("Operation Blue Hibiscus has its headquarters in Haiti.", "place"),
        ("Operation Blue Hibiscus was launched in May.", "start"),
        ("Operation Blue Hibiscus ends in June.", "end"),
        ("Operation Blue Hibiscus has 400 police officers.", "strength"),
        ("Jamaica contributes ships to Operation Blue Hibiscus.", "participants"),
        ("The task of Operation Blue Hibiscus is to protect schools.", "mandate"),
        ("Operation Blue Hibiscus has trained recruits so far.", "record"),
    ],
)
def test_a_sentence_plays_a_role(sentence: str, role: str) -> None:
    (fact,) = facts("News from Haiti", sentence)
    assert role in (fact.role or "").split(",")


@pytest.mark.parametrize(
    ("sentence", "quantity"),
    [
        ("has up to 3,000 soldiers", Quantity(3000, "soldiers", "3,000", "up to")),
        ("has forty observers", Quantity(40, "observers", "forty")),
        ("has 12 frigates", Quantity(12, "ships", "12")),
        ("covers 12 kilometres of coast", None),
        ("began in 2019", None),
        ("began on 26 June", None),
    ],
)
def test_strength_is_what_counts_people_or_machines(
    sentence: str, quantity: Quantity | None
) -> None:
    (fact,) = facts("News from Haiti", f"Operation Blue Hibiscus {sentence}.")
    assert fact.quantity == quantity


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Kenya denied that it had left Operation Blue Hibiscus.", Stance.DENIED),
        ("Kenya may send soldiers to Operation Blue Hibiscus.", Stance.HEDGED),
        ("Operation Blue Hibiscus has no ships.", Stance.NEGATED),
        ("Operation Blue Hibiscus is calm, the army said.", Stance.ATTRIBUTED),
    ],
)
def test_a_fact_keeps_the_stance_of_its_sentence(sentence: str, stance: Stance) -> None:
    (fact,) = facts("News from Haiti", sentence)
    assert fact.stance is stance


def test_a_mission_without_a_name_is_described_by_its_kind_and_place() -> None:
    (fact,) = facts("News from Haiti", "Jamaica sent 400 troops to Haiti in May.")
    assert (fact.mission, fact.role, fact.places) == (None, "described", ("jamaica", "haiti"))


@pytest.mark.parametrize(
    "sentence",
    ["Did Kenya send troops to Haiti?", "Kenya sent rice to Haiti.", "The troops marched home."],
)
def test_a_question_or_a_gift_of_rice_describes_no_mission(sentence: str) -> None:
    assert facts("News from Haiti", sentence) == []


def test_two_missions_in_one_sentence_have_a_fact_each() -> None:
    found = facts(
        "Two operations", "Operation Red Ginger took over from Operation Blue Hibiscus in Haiti."
    )
    assert {fact.mission for fact in found} == {"red ginger", "blue hibiscus"}


def test_what_follows_a_succession_is_told_of_the_new_mission() -> None:
    told = facts(
        "Portugal ends Kestrel",
        "Portugal has ended Operation Kestrel in Angola and replaced it with Operation Heron. "
        "About 900 soldiers will take part.",
    )
    assert [
        (fact.mission, fact.status, fact.quantity and fact.quantity.value) for fact in told
    ] == [
        ("kestrel", MissionStatus.ENDED, None),
        ("heron", MissionStatus.ACTIVE, None),
        ("heron", None, 900),
    ]


def test_a_title_tells_the_status_of_the_mission_that_it_names() -> None:
    told = facts(
        "Kestrel closes its books",
        "The last Portuguese troops left Angola today. At its height Operation Kestrel numbered "
        "900.",
    )
    assert {fact.status for fact in told if fact.mission == "kestrel"} == {MissionStatus.ENDED}


def test_another_mission_is_not_the_one_that_was_spoken_of() -> None:
    told = facts(
        "Quiet on the coast",
        "Angola called off Operation Kestrel. A deputy proposed a joint patrol with Zambia.",
    )
    assert [(fact.mission, fact.status) for fact in told] == [
        ("kestrel", MissionStatus.ENDED),
        (None, MissionStatus.PROPOSED),
    ]


def test_it_behind_a_place_is_the_place() -> None:
    told = facts(
        "Operation Kestrel",
        "Operation Kestrel began in Angola. Cabinda says it will fight the force. It is rich.",
    )
    assert [fact.passages[fact.at].number for fact in told if fact.mission == "kestrel"] == [0, 1]


def test_what_one_participant_plans_is_not_the_status_of_the_mission() -> None:
    told = facts(
        "Kestrel",
        "The alliance will reduce Operation Kestrel in Angola from 900 to 300 soldiers. Brazil "
        "plans to withdraw 200 soldiers.",
    )
    assert [fact.status for fact in told] == [MissionStatus.ACTIVE, None]
    assert "participants" in (told[1].role or "")


def test_a_question_tells_nothing_of_a_mission() -> None:
    assert facts("Letters from Angola", "Will there be an Operation Kestrel film?") == []


def test_that_one_is_the_mission_named_last() -> None:
    told = facts(
        "Angola",
        "Operation Kestrel ends in December. It is to be followed by Operation Heron.",
        "Whether Brazil takes part in that one is open. Peru sent 150.",
    )
    assert [(fact.mission, fact.passages[fact.at].number) for fact in told][-2:] == [
        ("heron", 2),
        ("heron", 3),
    ]


def test_an_article_that_names_a_mission_once_is_not_about_it() -> None:
    told = facts(
        "Drones over Angola",
        "Drones crossed Angola at night. Jets shot down three of them. The ministry was silent.",
        "Zambia is wary of Kestrel, an exercise that runs until May.",
        "The army flew its jets home.",
    )
    named = [fact for fact in told if fact.mission == "kestrel"]
    assert [fact.passages[fact.at].number for fact in named] == [3]
