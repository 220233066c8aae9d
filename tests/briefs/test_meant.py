"""Missions asked for by what they are: whom "the Tuvalu observers" means, and whom it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.model import Brief, NoAnswer
from tests.briefs.desks import answers_to, article, library_of

FILES = {
    "one.md": article(
        "Observers stay in Tuvalu",
        "Coral Wire",
        "2004-03-02",
        "The United Nations Observer Mission in Tuvalu, UNOMTU for short, keeps its 40 officers. "
        "The army and the government had asked for it.",
        "UNOMTU watches the ceasefire in Tuvalu. Fiji leads it.",
    ),
    "two.md": article(
        "Ships off Vanuatu",
        "Coral Wire",
        "2005-06-09",
        "Operation Still Lagoon, a naval mission of the European Union, began off Vanuatu on "
        "Monday. Three frigates and 300 soldiers take part, the ministry said.",
    ),
    "three.md": article(
        "A year of stabilisation",
        "Coral Wire",
        "2006-06-09",
        "UNSTAVA, a stabilisation mission of the United Nations in Vanuatu, has 900 soldiers, the "
        "government and the army say.",
    ),
}


@pytest.fixture(scope="module")
def titles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | None]:
    lines = (
        "the Tuvalu observers",
        "UN observer mission in Tuvalu",
        "misión de observadores en Tuvalu",
        "EU naval mission off Vanuatu",
        "the Vanuatu stabilization force",
        "the Tuvalu training mission",
        "the Kiribati observers",
        "EU mission in Tuvalu",
        "Tuvalu elections",
    )
    asked = {f"/missions name:{line}": line for line in lines}
    answers = answers_to(library_of(tmp_path_factory.mktemp("meant"), FILES), list(asked))
    return {
        asked[line]: answer.title.split(" · ")[0] if isinstance(answer, Brief) else None
        for line, answer in answers.items()
    }


@pytest.mark.parametrize(
    ("typed", "mission"),
    [
        ("the Tuvalu observers", "UNOMTU"),
        ("UN observer mission in Tuvalu", "UNOMTU"),
        ("misión de observadores en Tuvalu", "UNOMTU"),
        ("EU naval mission off Vanuatu", "Still Lagoon"),
        ("the Vanuatu stabilization force", "UNSTAVA"),
    ],
)
def test_a_mission_is_known_by_its_place_and_kind(
    titles: dict[str, str | None], typed: str, mission: str
) -> None:
    assert titles[typed] == mission


@pytest.mark.parametrize(
    "typed",
    ["the Tuvalu training mission", "the Kiribati observers", "EU mission in Tuvalu",
     "Tuvalu elections"],
)  # fmt: skip
def test_what_the_articles_do_not_bear_out_means_no_mission(
    titles: dict[str, str | None], typed: str
) -> None:
    assert titles[typed] is None


def test_two_missions_that_fit_as_well_are_told_apart(tmp_path: Path) -> None:
    files = {
        f"{name}.md": article(
            f"{name} in Samoa",
            "Coral Wire",
            "2004-03-02",
            f"Exercise {name} began in Samoa on Monday with {number} soldiers. The army, the "
            "navy and the government of Samoa take part.",
        )
        for name, number in (("Tidal Crown", 300), ("Harbour Lamp", 500))
    }
    line = "/missions name:the Samoa exercise"
    answer = answers_to(library_of(tmp_path, files), [line])[line]
    assert not isinstance(answer, NoAnswer)
    assert answer.title == "Missions that “the Samoa exercise” may mean"
    told = " ".join(claim.text for claim in answer.claims)
    assert "300 soldiers" in told
    assert "500 soldiers" in told


def test_soldiers_without_a_name_are_known_by_where_they_are(tmp_path: Path) -> None:
    files = {
        "one.md": article(
            "Soldiers for the islands",
            "Coral Wire",
            "2004-03-02",
            "Fijian peacekeepers arrived in Kiribati on Monday, the ministry said. The army and "
            "the government had asked for them.",
            "A joint patrol of the Lagoon Sound by Fiji and Tonga began on Tuesday.",
        )
    }
    library = library_of(tmp_path, files)
    lines = [
        "/missions name:Kiribati peacekeepers",
        "/missions name:Samoa peacekeepers",
        "/missions name:Lagoon Sound patrols",
    ]
    answers = answers_to(library, lines)
    assert isinstance(answers[lines[0]], Brief)
    assert isinstance(answers[lines[1]], NoAnswer)
    assert isinstance(answers[lines[2]], Brief)
