"""A typed line becomes a request, or the error names the word that is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.briefs.requests import COMMANDS, parse, spec
from bot.errors import RequestError
from bot.model import Request


@pytest.mark.parametrize(
    ("line", "command", "options"),
    [
        ("/borders", "borders", ()),
        ("/borders Peru", "borders", (("country", "Peru"),)),
        ("  /BORDERS   Peru ", "borders", (("country", "Peru"),)),
        ("/borders country:Peru with:Chile", "borders", (("country", "Peru"), ("with", "Chile"))),
        ("/borders Peru with: Chile", "borders", (("country", "Peru"), ("with", "Chile"))),
        ("/borders with:Chile", "borders", (("with", "Chile"),)),
        ("/borders country:", "borders", ()),
        ("/missions Blue Hibiscus", "missions", (("name", "Blue Hibiscus"),)),
        (
            "/missions Country:Haiti STATUS:active",
            "missions",
            (("country", "Haiti"), ("status", "active")),
        ),
        ("/source two words", "source", (("article", "two words"),)),
        ("/ask Who leads it?", "ask", (("question", "Who leads it?"),)),
        ("/ask question:Who leads it?", "ask", (("question", "Who leads it?"),)),
        ("/ask country: which one?", "ask", (("question", "country: which one?"),)),
        ("/ask", "ask", ()),
        ("Who leads it?", "ask", (("question", "Who leads it?"),)),
        ("", "ask", ()),
        ("/help", "help", ()),
        ("/about", "about", ()),
    ],
)
def test_a_line_becomes_a_request(
    line: str, command: str, options: tuple[tuple[str, str], ...]
) -> None:
    assert parse(line) == Request(command, options, " ".join(line.split()))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/", "there is no command /"),
        ("/frontiers Peru", "there is no command /frontiers; the commands are /borders"),
        ("/help borders", "/help takes no options"),
        ("/borders country:Peru country:Chile", "country is given twice"),
        ("/borders Peru country:Chile", "country is given twice"),
    ],
)
def test_a_wrong_line_is_an_error_that_names_what_is_wrong(line: str, says: str) -> None:
    with pytest.raises(RequestError) as error:
        parse(line)
    assert says in str(error.value)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_example_of_a_command_is_a_request_of_it(command: object) -> None:
    for example in command.examples:  # type: ignore[attr-defined]
        assert parse(example).command == command.name  # type: ignore[attr-defined]
        assert parse(example).options


def test_every_command_is_found_by_its_name() -> None:
    assert [spec(command.name) for command in COMMANDS] == list(COMMANDS)


@given(st.text(max_size=60))
def test_any_line_is_a_request_or_one_clear_error(line: str) -> None:
    try:
        request = parse(line)
    except RequestError as error:
        assert line.strip().startswith("/") and str(error)
    else:
        known = {option.name for option in spec(request.command).options}
        assert set(dict(request.options)) <= known
