"""/check: a statement is supported or contradicted by a quote, or it is not covered."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.briefs.checking.statements import parts, spliced, statements, without_talk
from bot.model import Answer, Brief, NoAnswer
from tests.briefs.desks import answers_to, article, library_of

FILES = {
    "zambia.md": article(
        "Zambia measures its frontier", "Lusaka Courier", "2019-03-09",
        "Zambia borders Malawi, Tanzania and Angola. The border between Zambia and Malawi is 847 "
        "kilometres long, the ministry of defence says.",
        "Zambia does not border Rwanda. The government keeps the army and the police there.",
        "Angola plans to send 300 soldiers to Lusaka. A bridge at Chirundu was opened in 2002.",
        "If Angola agreed, the force would leave Luanda.",
    ),
    "fiji.md": article(
        "Exercise Silent Reef begins", "Coral Wire", "2019-05-02",
        "Exercise Silent Reef began off Fiji on Thursday, the navy said. Silent Reef is led by "
        "Australia and has 1,200 soldiers from nine countries.",
        "Tonga rescued a fishing crew from Samoa. Tonga denied that it had closed the harbour.",
        "Samoa led the search from the start, and New Zealand lent its helicopters. "
        "Niue said Tuvalu owned the boat. The sailors left the reef.",
    ),
    "later.md": article(
        "Silent Reef ends", "Coral Wire", "2019-05-30",
        "Exercise Silent Reef had 600 soldiers at its end. Samoa welcomed the search, which the "
        "Cook Islands had left.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library_of(tmp_path_factory.mktemp("check"), FILES)


def checked(library: Path, text: str) -> Answer:
    line = f"/check {text}"
    return answers_to(library, [line])[line]


@pytest.mark.parametrize(
    "statement",
    [
        "Zambia borders Malawi.",
        "Malawi shares a border with Zambia",
        "Zambia borders Tanzania and Angola.",
        "Zambia doesn't border Rwanda.",
        "The border between Malawi and Zambia is 847 km long.",
        "The border between Zambia and Malawi is about 526 miles long.",
        "Silent Reef has 1,200 soldiers.",
        "A bridge was opened at Chirundu in 2002.",
        "Tonga rescued a crew from Samoa.",
        "Angola plans to send 300 soldiers to Lusaka.",
    ],
)
def test_what_a_sentence_says_is_supported(library: Path, statement: str) -> None:
    answer = checked(library, statement)
    assert isinstance(answer, Brief)
    assert answer.title == "Checked: 1 supported"
    assert {claim.heading for claim in answer.claims} == {f"Supported: “{statement.rstrip('.')}”"}


@pytest.mark.parametrize(
    "statement",
    [
        "Zambia borders Rwanda.",
        "Zambia does not border Malawi.",
        "The border between Zambia and Malawi is 620 kilometres long.",
        "Silent Reef has 900 soldiers.",
    ],
)
def test_another_figure_or_the_negation_contradicts(library: Path, statement: str) -> None:
    answer = checked(library, statement)
    assert isinstance(answer, Brief)
    assert answer.title == "Checked: 1 contradicted"
    assert all("Contradicted: " in (claim.heading or "") for claim in answer.claims)


@pytest.mark.parametrize(
    "statement",
    [
        "Zambia borders Chile.",
        "Angola sends 300 soldiers to Lusaka.",  # it is only planned
        "The force left Luanda.",
        "Samoa rescued a fishing crew from Tonga.",  # the other way round
        "Tonga was rescued by Samoa.",
        "A bridge was opened at Chirundu in 1999.",
        "Silent Reef has 12 ships.",
        "The ministry of defence is corrupt.",
        "New Zealand led the search.",
        "Samoa lent its helicopters.",
        "Niue owned the boat.",
        "Samoa left the search.",
        "The sailors left.",  # which sailors?
    ],
)
def test_anything_less_is_not_covered(library: Path, statement: str) -> None:
    answer = checked(library, statement)
    assert isinstance(answer, NoAnswer)
    assert answer.why.startswith("None of the 3 articles loaded covers “")


@pytest.mark.parametrize(
    "statement",
    [
        "Samoa led the search.",
        "New Zealand lent its helicopters.",
        "Tuvalu owned the boat.",
        "Samoa led the search, and New Zealand lent its helicopters.",
        "The government keeps the army and the police there.",  # word for word
    ],
)
def test_what_one_clause_says_is_supported(library: Path, statement: str) -> None:
    answer = checked(library, statement)
    assert isinstance(answer, Brief)
    assert answer.title == "Checked: 1 supported"


def test_a_count_of_another_day_does_not_contradict_the_one_that_agrees(library: Path) -> None:
    answer = checked(library, "Silent Reef had 600 soldiers.")
    assert isinstance(answer, Brief)
    assert answer.title == "Checked: 1 supported"
    assert [claim.citations[0].file for claim in answer.claims] == ["later.md"]


def test_a_denial_alone_is_told_and_settles_nothing(library: Path) -> None:
    answer = checked(library, "Tonga had closed the harbour.")
    assert isinstance(answer, Brief)
    assert answer.title == "Checked: 1 denied by those concerned"
    assert [claim.text for claim in answer.claims] == [
        "Tonga denied that it had closed the harbour."
    ]


def test_the_same_message_gives_the_same_answer(library: Path) -> None:
    text = "Zambia borders Malawi 🙂 btw Silent Reef has 900 soldiers lol. Die Insel ist klein."
    assert checked(library, text) == checked(library, text)


@pytest.mark.parametrize(
    "text",
    [
        "Sambia grenzt an Malawi.",
        "La frontera entre Zambia y Malawi mide 847 kilómetros.",
        "x" * 4000,
    ],
)
def test_what_cannot_be_read_is_not_covered(library: Path, text: str) -> None:
    assert isinstance(checked(library, text), NoAnswer)


def test_it_is_what_the_statement_before_speaks_of(library: Path) -> None:
    answer = checked(library, "Silent Reef is led by Australia. It has 900 soldiers!")
    assert answer.title == "Checked: 1 supported, 1 contradicted"


def test_each_statement_of_a_text_has_its_own_quotes(library: Path) -> None:
    text = (
        "Is it so? Zambia borders Malawi. Silent Reef has 900 soldiers. Heavy rain fell on Lusaka."
    )
    answer = checked(library, text)
    assert isinstance(answer, Brief)
    assert answer.title == "Checked: 1 supported, 1 contradicted, 1 not covered"
    assert [(claim.heading, claim.citations[0].file) for claim in answer.claims] == [
        ("Supported: “Zambia borders Malawi”", "zambia.md"),
        ("Contradicted: “Silent Reef has 900 soldiers”", "later.md"),
        ("Contradicted: “Silent Reef has 900 soldiers”", "fiji.md"),
    ]
    assert answer.notes[0].text == "Not covered by the articles: “Heavy rain fell on Lusaka”."


def test_a_long_text_is_checked_at_its_beginning_and_says_so(library: Path) -> None:
    text = "Zambia borders Malawi. " + " ".join(f"Boat number {n} sank today." for n in range(9))
    answer = checked(library, text)
    assert isinstance(answer, Brief)
    assert "Only the beginning was checked; 2 more follow." in [note.text for note in answer.notes]


@pytest.mark.parametrize("text", ["", "Hello!", "Why is that so?", "💡 ❗"])
def test_a_text_without_a_statement_is_nothing_to_check(library: Path, text: str) -> None:
    answer = checked(library, text)
    assert isinstance(answer, NoAnswer)
    assert answer.title == "Nothing to check"


def test_statements_end_where_sentences_do() -> None:
    assert statements(
        "- Gen. Mbeki met 3 ministers of the U.S. Army on 5 Nov. 2020. “He left early.” Then it "
        "rained there\nThe river Zambezi rose! Did it?"
    ) == [
        "Gen. Mbeki met 3 ministers of the U.S. Army on 5 Nov. 2020.",
        "“He left early.",
        "The river Zambezi rose!",
    ]  # fmt: skip


def test_who_shouts_goes_on_without_a_capital() -> None:
    said = "Chad shares 1,175 km of border with Niger!!! 😀 what do you think?"
    assert statements(said) == ["Chad shares 1,175 km of border with Niger!!!"]


def test_a_sentence_is_parted_where_it_says_two_things() -> None:
    assert parts("Samoa led the search and left the reef") == [
        "Samoa led the search",
        "Samoa left the reef",
    ]
    assert parts("The border between Fiji and Tonga was closed") == [
        "The border between Fiji and Tonga was closed"
    ]


@pytest.mark.parametrize(
    ("said", "pieces"),
    [
        (
            "Lusaka is the capital, the border was closed",
            ["Lusaka is the capital", "the border was closed"],
        ),
        ("The army left / it came back", ["The army left", "it came back"]),
        ("The army, the minister and the press left", None),
        ("When the army left, the border was closed", None),
    ],
)
def test_sentences_joined_by_a_comma_are_parted(said: str, pieces: list[str] | None) -> None:
    assert spliced(said) == (pieces or [said])


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("morning all, the bridge was opened", "the bridge was opened"),
        ("btw the bridge was opened", "the bridge was opened"),
        ("btw, the bridge was opened, right", "the bridge was opened"),
        ("Fun fact: the bridge was opened lol", "the bridge was opened"),
        ("I heard that the bridge was opened, that's crazy", "the bridge was opened"),
        ("No soldiers came", "No soldiers came"),
        ("All crossings are shut", "All crossings are shut"),
    ],
)
def test_talk_around_a_statement_is_left_out(said: str, left: str) -> None:
    assert without_talk(said) == left
