"""/help and /about as text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.briefs.requests import COMMANDS
from bot.chat.guide import about_page, help_page
from bot.model import About, PublishedDate

NOTHING = About("0.1.0", 0, (), None, None, 0, "", 0)


def test_help_names_every_command_and_every_option() -> None:
    page = help_page(COMMANDS, {}, {})
    text = "\n".join(page.parts)
    for command in COMMANDS:
        assert f"**/{command.name}**" in text
        assert command.description in text
        assert all(option.name in text for option in command.options)
    assert page.length < 4000


def test_examples_in_help_are_written_as_discord_takes_them() -> None:
    text = "\n".join(help_page(COMMANDS, {}, {}).parts)
    assert "`/borders country:Estonia`" in text
    assert "`/missions country:Poland status:active`" in text


def test_commands_can_be_clicked_in_help_where_their_ids_are_known() -> None:
    assert "</borders:42>" in help_page(COMMANDS, {"borders": 42}, {}).parts[1]


def test_help_names_the_commands_that_are_no_questions_and_their_subcommands() -> None:
    more = {"digest set": "Post a digest in a channel every day", "status": "How it is"}
    assert help_page(COMMANDS, {"digest": 7}, more).parts[2] == (
        "### Also\n</digest set:7> · Post a digest in a channel every day\n**/status** · How it is"
    )


@pytest.mark.parametrize("topics", [0, 10, 25, 90])
def test_help_fits_one_message_however_many_topics_a_corpus_has(topics: int) -> None:
    many = [
        replace(COMMANDS[0], name=f"topic-{number}", description="What it is about. " * 5)
        for number in range(topics)
    ]
    more = {f"digest {number}": "What it does. " * 7 for number in range(9)}
    ids = {command.name: 10**18 for command in many}
    page = help_page((*COMMANDS, *many), ids, more)
    assert page.length <= 4000
    assert all(f"/topic-{number}" in page.parts[1] for number in range(topics))
    assert "/digest 8" in "".join(page.parts[1:])


def test_about_tells_what_is_loaded() -> None:
    about = About(
        "0.1.0",
        16,
        ("Arlen Wire", "The *Torva* Post"),
        PublishedDate(2015, 11),
        PublishedDate(2025, 10, 3),
        2,
        "c0ffee",
        1054,
    )
    assert about_page(about).parts == (
        "## Footnote 0.1.0\nAnswers from 16 articles, every line with a footnote.",
        "**Period** · Nov 2015 – 3 Oct 2025, 2 without a date\n"
        "**Publishers** · Arlen Wire, The \\*Torva\\* Post\n"
        "**Facts drawn** · 1,054\n"
        "-# Corpus c0ffee",
    )


def test_about_of_nothing_says_so() -> None:
    assert "**Period** · nothing is loaded" in about_page(NOTHING).parts[1]


def test_about_of_a_thousand_publishers_fits() -> None:
    about = About("1", 9, ("A publisher" * 30,) * 1000, None, None, 9, "c" * 900, 0)
    assert about_page(about).length < 4000
    assert "and 980 more" in about_page(about).parts[1]
