"""Where missions are: what a title says, and what each sentence does."""

from __future__ import annotations

import pytest

from bot.facts.hosts import hosts_in, two_in
from bot.language.places import load_gazetteer
from bot.model import FactKind
from tests.written import drawn, written


@pytest.mark.parametrize(
    ("title", "hosts"),
    [
        ("Observers leave Mali", ("mali",)),
        ("How Ecuador and Peru made peace", ()),
        ("Exercise in Ghana, Togo and Benin begins", ("ghana", "togo", "benin")),
        ("Kenya and its neighbours", ()),
    ],
)
def test_a_title_tells_where_something_happens(title: str, hosts: tuple[str, ...]) -> None:
    assert hosts_in(title, load_gazetteer().mentions(title)) == hosts


@pytest.mark.parametrize(
    ("title", "two"),
    [
        ("How Ecuador and Peru made peace", ("ecuador", "peru")),
        ("Eritrea–Ethiopia: a chronicle", ("eritrea", "ethiopia")),
        ("Kenya sends police to Haiti", ()),
        ("Mali, Niger and Chad confer", ()),
    ],
)
def test_two_side_by_side_in_a_title_are_where_it_happens(title: str, two: tuple[str, ...]) -> None:
    assert two_in(title, load_gazetteer().mentions(title)) == two


@pytest.mark.parametrize(
    ("sentences", "hosts"),
    [
        ("Four states watch the truce between Chad and Libya. UNOLC has 84 observers.", 2),
        ("UNOLC has 1,200 men at present, from Fiji. Its mandate runs until May.", 0),
        ("Libya's vote was held by foreigners. Their mission, UNOLC, worked for a year.", 1),
        ("UNOLC has pulled its men out from Chad. Its mandate ran until May.", 1),
    ],
)
def test_who_sends_them_is_no_host(sentences: str, hosts: int) -> None:
    states = "The army, the navy, the police and the government keep to the treaty."
    (one,) = drawn(written("A quiet winter", sentences, states))
    last = [fact for fact in one.facts if fact.kind is FactKind.MISSION and fact.mission][-1]
    assert len({"chad", "libya", "fiji"} & {*last.places}) == hosts


def test_the_kingdom_is_the_one_that_the_article_is_on() -> None:
    (one,) = drawn(
        written(
            "A kingdom in the hills",
            "Bhutan has two neighbours, China and India, and an army of 7,000 soldiers.",
            "The kingdom is small. In May the United Nations sent an observer mission to the "
            "kingdom, UNOMBH, to count the soldiers. The government and the parliament agreed.",
        )
    )
    first = next(fact for fact in one.facts if fact.mission == "unombh")
    assert "bhutan" in first.places


@pytest.mark.parametrize(
    ("sentences", "host"),
    [
        (
            "UNOHH is the only mission left there. UNOFF left in 2003 after Chad had objected.",
            "haiti",
        ),
        ("UNOHH is the second mission in the country. UNOFF was wound up in May.", "haiti"),
        ("UNOHH is the second mission of its kind. UNOFF works in Chad.", "chad"),
    ],
)
def test_beside_the_last_mission_there_the_others_were_there_too(sentences: str, host: str) -> None:
    lead = "UNOHH began to patrol in Haiti in 2004. It has 84 police officers."
    (one,) = drawn(written("Ten quiet years", lead, sentences))
    (last,) = [fact for fact in one.facts if fact.mission == "unoff"]
    assert host in last.places
    assert not ({"haiti", "chad"} - {host}) & {*last.places}
