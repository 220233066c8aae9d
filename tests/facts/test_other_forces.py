"""Forces that stand beside a mission: what they do is none of its facts."""

from __future__ import annotations

import pytest

from bot.model import FactKind
from tests.written import drawn, written

MONITORS = (
    "The Aceh Monitoring Mission, led by the European Union, began its work on Thursday.",
    "It has 226 monitors in the province of Aceh.",
    "Norwegians and Thais take part, too, and the parliament in Jakarta has agreed to it.",
)


def told_of(key: str, title: str, *paragraphs: str) -> list[str]:
    """The sentences of an article that tell of a mission."""
    (one,) = drawn(written(title, *paragraphs))
    assert one.about_states
    facts = [fact for fact in one.facts if fact.kind is FactKind.MISSION and fact.mission == key]
    return [fact.passages[fact.at].text for fact in facts]


@pytest.mark.parametrize(
    "others",
    [
        "Indonesian soldiers crossed the river twice last week. They burned a village there.",
        "The Indonesian navy has stopped two boats. In the second case it kept the crew.",
        "Indonesia has some 14,000 troops near the coast. They wait in their barracks.",
        "Indonesia denies that it ever sent soldiers to the hills.",
        "Australia has a naval patrol of its own in the strait. It sailed in June.",
        "Indonesia says that they came from Malaysia, and moved battalions up. It closed nothing.",
        "Australia, which led the talks in Helsinki, has soldiers across the strait. They wait.",
        "Indonesia will keep 800 men more at its border while it lasts.",
        "Australia keeps another forty men there under an agreement with Jakarta.",
        "The Achinese Home Guard, 350 men, stays under arms.",
        "The Seventh Army is another matter. It has 2,500 men, and was to leave in June.",
        "Some 15,000 people have been killed in the province since 1976.",
        "In the worst case so far, in May, Indonesian gunners shelled a patrol. They were sorry.",
    ],
)
def test_soldiers_of_those_who_take_no_part_are_none_of_the_mission(others: str) -> None:
    told = told_of("aceh monitoring mission", "Monitors begin work in Aceh", *MONITORS, others)
    assert [text for text in told if text in others] == []
    assert len(told) == len(MONITORS)


@pytest.mark.parametrize(
    "own",
    [
        "Their task is to see to a peace that was signed after a war that cost 15,000 lives.",
        "Swiss soldiers will join the mission next month.",
        "Norwegian officers drive from post to post.",  # Norwegians take part
        "Malaysia has sent forty soldiers.",
        "Sweden offered men of its own to fill the gap in the team.",
        "Filipino soldiers arrived on Friday.",
    ],
)
def test_soldiers_of_those_who_take_part_are_the_missions(own: str) -> None:
    told = told_of("aceh monitoring mission", "Monitors begin work in Aceh", *MONITORS, own)
    assert own in told


def test_an_article_on_the_ships_of_one_country_is_not_on_the_operation_of_another() -> None:
    told = told_of(
        "agulhas",
        "A new flag in the Mozambique Channel",
        "A Spanish frigate sailed into the Mozambique Channel this week to hunt pirates. The ship "
        "has 180 people on board.",
        "South Africa keeps Operation Agulhas going there, with one ship and a plane of its navy. "
        "Its base is Pemba. Tanzania sends a boat for some months a year.",
        "The Spaniards have a mandate until March. Kenya and Tanzania each keep two patrol boats.",
    )
    assert told == [
        "South Africa keeps Operation Agulhas going there, with one ship and a plane of its navy.",
        "Its base is Pemba.",
    ]


def test_others_go_on_with_what_some_spoke_of() -> None:
    told = told_of(
        "unomsil",
        "A mission that has earned its rest",
        "If New York closes UNOMSIL, the United Nations mission in Sierra Leone, nobody will weep.",
        "Some say that it should hand over to the army. That is nonsense: ECOMOG, a force of West "
        "African soldiers, is no police. Others want it to move to the border with Liberia.",
    )
    assert told[-1].startswith("Others want it to move")


def test_a_line_that_it_runs_along_is_no_mission() -> None:
    line = "In the old town it is 3.3 metres wide. Smugglers come across it with troops in sight."
    told = told_of(
        "aceh monitoring mission",
        "Monitors begin work in Aceh",
        *MONITORS,
        f"The team drives. {line}",
    )
    assert not [text for text in told if text in line]


def test_what_stands_before_a_force_that_is_named_by_itself_is_not_on_it() -> None:
    told = told_of(
        "unfidor",
        "A frigate and a force",
        "A Chilean frigate stopped a fishing boat off Tonga on Thursday and let it go.",
        "The United Nations force, UNFIDOR, counts 3,100 soldiers. Finland and Sweden keep "
        "battalions in it. The government and the army of Tonga asked for it.",
    )
    assert told
    assert not [text for text in told if "frigate" in text]


def test_an_entry_of_a_chronicle_is_not_on_the_mission_of_another() -> None:
    told = told_of(
        "azalea",
        "A chronicle of soldiers in Tonga",
        "Sept 1995: France sends 600 soldiers in Operation Azalea to the army of Tonga.",
        "March 2006: UNMITO, a United Nations mission of 1,260 men, watches over the elections.",
        "May 2007: Police fire on federal troops. They take the airport.",
    )
    assert len(told) == 1
