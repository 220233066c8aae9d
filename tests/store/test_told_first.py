"""However many facts there are, readers get those that are told first, and not the rest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.model import Fact, FactKind
from tests.store.corpora import loaded, write
from tests.store.test_library import ask

MANY = 60


def page(title: str, published: str, text: str) -> str:
    head = f"---\ntitle: {title}\npublisher: Harare Gazette\npublished: {published}\n"
    return f"{head}language: en\n---\n{text}\n"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty reports on one border, one on another that names the first country beside it, a plan,
    and a mission that most reports repeat the strength of."""
    folder = tmp_path_factory.mktemp("told")
    files = {
        f"{number:02}.md": page(
            f"Survey {number} of the Zambezi",
            f"{1950 + number}-03-04",
            f"Zambia borders Zimbabwe, survey {number}.\n\n"
            f"Operation Kariba {1900 + number % 2} has {number + 200} soldiers in Zambia.",
        )
        for number in range(MANY)
    }
    files["third.md"] = page(
        "Diplomats meet in Zambia",
        "2020-01-01",
        "In Zambia, ministers said that Botswana borders Namibia.",
    )
    files["plan.md"] = page(
        "A bridge for Kazungula",
        "2021-01-01",
        "Zambia will share a border with Namibia again once the river moves, a surveyor expects.",
    )
    write(folder / "corpus", files)
    loaded(folder / "corpus", folder / "library.db")
    return folder / "library.db"


def years(facts: Sequence[Fact]) -> set[str]:
    return {fact.passages[fact.at].text for fact in facts}


def test_the_newest_plain_facts_on_a_border_of_a_place_are_read(library: Path) -> None:
    facts = ask(library, lambda view: view.facts_at_borders_of(["zambia"], (FactKind.BORDER,)))
    assert years(facts) == {
        f"Zambia borders Zimbabwe, survey {number}." for number in range(MANY - 40, MANY)
    }
    assert [fact.passages[0].article_id for fact in facts] == sorted(
        fact.passages[0].article_id for fact in facts
    )


def test_what_only_names_a_place_is_of_the_borders_of_others(library: Path) -> None:
    botswana = ask(library, lambda view: view.facts_at_borders_of(["botswana"], (FactKind.BORDER,)))
    assert years(botswana) == {"In Zambia, ministers said that Botswana borders Namibia."}
    both = ask(
        library, lambda view: view.facts_naming_both(["zambia"], ["botswana"], (FactKind.BORDER,))
    )
    assert years(both) == years(botswana)


def test_a_group_of_places_is_given_no_more_than_one_place(library: Path) -> None:
    facts = ask(
        library,
        lambda view: view.facts_at_borders_of(["zambia", "zimbabwe"], (FactKind.BORDER,)),
    )
    assert len(facts) == 40
    assert len(set(facts)) == 40


def test_of_a_mission_the_newest_of_those_that_tell_the_same_are_read(library: Path) -> None:
    facts = ask(library, lambda view: view.facts_of_mission("kariba 1901"))
    told = {
        number for number in range(MANY) for text in years(facts) if f"has {number + 200} " in text
    }
    assert told == set(range(MANY - 15, MANY, 2))


def test_missions_of_a_place_are_those_that_most_publishers_tell_of(library: Path) -> None:
    facts = ask(library, lambda view: view.facts_of_missions_of_place("zambia", 1))
    assert {fact.mission for fact in facts} - {None} == {"kariba 1900"}
    assert ask(library, lambda view: view.tally_of_places((FactKind.BORDER,)))["zambia"] >= MANY
