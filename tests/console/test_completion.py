"""Tab: the same offers as Discord's autocomplete, wherever the cursor is."""

from __future__ import annotations

import asyncio

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from bot.console.completion import DeskCompleter
from tests.chat.fake_desk import FakeDesk


def offers(line: str, desk: FakeDesk | None = None) -> list[str]:
    """The whole lines that Tab would offer."""

    async def collect() -> list[str]:
        completer = DeskCompleter(desk or FakeDesk())
        document = Document(line, len(line))
        return [
            line[: len(line) + found.start_position] + found.text
            async for found in completer.get_completions_async(document, CompleteEvent())
        ]

    return asyncio.run(collect())


def test_an_empty_line_offers_every_command() -> None:
    names = ("borders", "missions", "source", "ask", "check", "help", "about")
    assert offers("") == [f"/{name} " for name in names]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/bo", ["/borders "]),
        ("/A", ["/ask ", "/about "]),
        ("/nothing", []),
        ("/borders", ["/borders "]),
        ("a question", []),
        ("/help ", []),
    ],
)
def test_commands_are_completed(line: str, expected: list[str]) -> None:
    assert offers(line) == expected


def test_behind_a_command_come_its_options_and_the_values_of_bare_words() -> None:
    assert offers("/borders ")[:4] == [
        "/borders country:",
        "/borders with:",
        "/borders Arlen",
        "/borders Torva",
    ]


def test_bare_words_are_completed_as_a_whole() -> None:
    assert offers("/borders upper b") == ["/borders Upper Belmar"]


def test_a_named_option_is_completed_with_what_was_given_before() -> None:
    desk = FakeDesk()
    assert offers("/borders country:Arlen with:tor", desk) == ["/borders country:Arlen with:Torva"]
    assert desk.completed == [("borders", "with", "tor", {"country": "Arlen"})]


def test_bare_words_count_as_given() -> None:
    desk = FakeDesk()
    offers("/borders Upper Belmar with:tor", desk)
    assert desk.completed == [("borders", "with", "tor", {"country": "Upper Belmar"})]


def test_an_option_that_is_given_is_not_offered_again() -> None:
    assert offers("/borders country:Arlen wi")[0] == "/borders country:Arlen with:"
    assert "/borders country:Arlen country:" not in offers("/borders country:Arlen c")


def test_fixed_choices_are_completed() -> None:
    assert offers("/missions status:su") == ["/missions status:suspended"]
    assert offers("/missions status:") == [
        f"/missions status:{status}"
        for status in ("proposed", "planned", "active", "extended", "suspended", "ended")
    ]


def test_a_question_has_no_offers() -> None:
    assert offers("/ask question:How") == []
