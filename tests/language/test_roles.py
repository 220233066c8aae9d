"""The same words in other roles say something else."""

from __future__ import annotations

import pytest

from bot.language.roles import same_roles


@pytest.mark.parametrize(
    ("statement", "clause"),
    [
        ("Fiji led the patrol", "In 1987 Fiji led the patrol off Niue"),
        ("Fiji led the patrol", "Australia said Fiji led the patrol"),
        ("Fiji led the patrol", "Fiji and Tonga led the patrol"),
        ("Tonga led the patrol", "Fiji and Tonga led the patrol"),
        ("Fiji led the patrol", "the patrol, led by Fiji, had nine boats"),
        ("The strait was closed", "Samoa closed the strait"),
        ("A bridge was built at Suva in 1987", "A bridge at Suva was built in 1987"),
        ("Tonga closed the harbour", "Tonga denied that it had closed the harbour"),
        ("Nine boats", "Fiji sent nine boats"),
    ],
)
def test_a_clause_may_say_it_in_its_own_way(statement: str, clause: str) -> None:
    assert same_roles(statement, clause)


@pytest.mark.parametrize(
    ("statement", "clause"),
    [
        ("Fiji left Niue", "Niue left Fiji"),
        ("Australia led the patrol", "Australia said Fiji led the patrol"),
        ("Niue was attacked", "Niue attacked the reef"),
        ("Fiji left Niue", "The sailors of Fiji left Niue"),
        ("Fiji led the patrol", "Fiji's neighbour Tonga led the patrol"),
        ("Fiji attacked the patrol", "The patrol attacked Fiji"),
        ("Australia led the patrol", "Australia told Fiji that it led the patrol"),
    ],
)
def test_another_subject_is_another_statement(statement: str, clause: str) -> None:
    assert not same_roles(statement, clause)
