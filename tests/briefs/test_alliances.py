"""The border of an alliance is that of its states, from the year in which they joined it."""

from __future__ import annotations

import pytest

from bot.language.places import load_gazetteer
from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import answers_to, article, library_of

FILES = {
    "river.md": article(
        "Guards on the Evros",
        "Thrace Sheet",
        "1978-04-03",
        "The army of Greece has sent guards to the river Evros. The border of Greece with Bulgaria "
        "is 494 kilometres long, the ministry in Athens says.",
    ),
    "late.md": article(
        "Albania mends a road",
        "Thrace Sheet",
        "1996-06-11",
        "The government of Albania repairs the road to Kosovo. The border of Albania with "
        "Montenegro is 172 kilometres long. Police guard it.",
    ),
    "lakes.md": article(
        "Across the lakes",
        "Lake Ledger",
        "1991-09-09",
        "Soldiers of Canada and the United States met at sea. The border between Canada and the "
        "United States is 8,891 kilometres long, a treaty says.",
    ),
    "gates.md": article(
        "Two gates open",
        "Strait Sheet",
        "2019-02-04",
        "The army left on Monday. Spain and Morocco opened the land crossings at Ceuta and Melilla "
        "again, the ministry says. Guards of Estonia, Norway and Ukraine came to see them.",
    ),
}
ASKED = {
    "/borders country:NATO with:Bulgaria": "494",
    "/borders country:Bulgaria with:NATO": "494",
    "/borders country:EU with:Bulgaria": None,  # Greece joined it in 1981
    "/borders country:NATO with:Montenegro": None,  # Albania joined in 2009
    "/borders country:NATO with:Canada": None,  # a member itself
    "/borders country:NATO with:Belarus": None,
    "/borders country:EU with:Morocco": "crossings at Ceuta",
    "/borders country:EU with:Ukraine": None,  # whose guards came from far
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    return answers_to(library_of(tmp_path_factory.mktemp("alliances"), FILES), [*ASKED])


@pytest.mark.parametrize(("line", "told"), ASKED.items())
def test_a_border_of_a_state_is_one_of_its_alliance_once_it_has_joined(
    answers: dict[str, Answer], line: str, told: str | None
) -> None:
    answer = answers[line]
    if told is None:
        assert isinstance(answer, NoAnswer)
    else:
        assert isinstance(answer, Brief)
        assert told in answer.claims[-1].text


def test_every_state_of_an_alliance_is_a_known_place() -> None:
    places = load_gazetteer().places
    joined = [(key, year) for place in places.values() for key, year in place.joined]
    assert len(joined) > 60
    assert [key for key, _ in joined if key not in places] == []
    assert {year for _, year in joined if not 1945 < year < 2030} == set()
