"""Autocomplete offers at most 25 choices that Discord accepts, what the articles tell of first."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefs.desk import LibraryDesk
from bot.briefs.names import find_place
from bot.briefs.requests import COMMANDS
from bot.language.places import load_gazetteer
from bot.model import Choice, MissionStatus
from bot.store.library import Library
from tests.briefs.desks import article, library_of, offers

OPTIONS = [(command.name, option.name) for command in COMMANDS for option in command.options]
PLACES = ("Angola", "Benin", "Burundi", "Cameroon", "Gabon", "Ghana", "Liberia", "Malawi")
PEERS = ("Namibia", "Rwanda", "Senegal", "Uganda", "Zambia", "Zimbabwe", "Botswana", "Lesotho")
LONG_TITLE = "The minister of defence speaks on the border " + "and the army " * 12


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty articles with a border each, a mission in every third, and one very long title."""
    files = {
        f"{number:02}.md": article(
            f"{one} and {other}, part {number}" if number else LONG_TITLE,
            "Border Gazette",
            "2020-01-01",
            f"{one} borders {other}, the government says. The army and the police of {one} guard "
            f"post {number}.",
            f"Exercise Silent Reef {2000 + number} began in {one}, the navy said."
            if number % 3 == 0
            else "The minister of defence agreed.",
        )
        for number, (one, other) in enumerate(
            [(one, other) for one in PLACES for other in PEERS][:30]
        )
    }
    return library_of(tmp_path_factory.mktemp("completion"), files)


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_no_text_brings_more_offers_or_longer_ones_than_discord_takes(
    command: str, option: str, library: Path
) -> None:
    with asyncio.Runner() as runner:
        opened = runner.run(Library(library).__aenter__())
        desk = LibraryDesk(opened)

        @settings(max_examples=15, deadline=None)
        @given(st.one_of(st.text(max_size=30), st.sampled_from(["", "a", "silent", "the ", "-"])))
        def offered(text: str) -> None:
            found = runner.run(desk.complete(command, option, text, {}))
            assert len(found) <= 25
            assert all(1 <= len(choice.name) <= 100 for choice in found)
            assert all(1 <= len(choice.value) <= 100 for choice in found)
            assert len({choice.value for choice in found}) == len(found)

        try:
            offered()
        finally:
            runner.run(opened.__aexit__(None, None, None))


def test_without_text_the_places_told_of_most_come_first(library: Path) -> None:
    found = offers(library, "borders", "country", "")
    assert {choice.name for choice in found} == {*PLACES[:4], *PEERS}
    assert found[0] == Choice("Angola", "Angola")


def test_every_place_that_is_offered_is_understood(library: Path) -> None:
    for text in ("", "a", "z", "gui", "north", "mal"):
        for choice in offers(library, "borders", "with", text):
            assert find_place(choice.value, load_gazetteer()).key is not None, choice


def test_a_place_told_of_stands_before_one_that_only_exists(library: Path) -> None:
    assert offers(library, "borders", "country", "za")[0] == Choice("Zambia", "Zambia")
    names = [choice.name for choice in offers(library, "borders", "country", "tur")]
    assert {"Turkey", "Turkmenistan"} <= set(names)


def test_missions_are_offered_by_any_word_of_their_names(library: Path) -> None:
    assert len(offers(library, "missions", "name", "reef")) == 10
    first, *_ = offers(library, "missions", "name", "silent reef 2003")
    assert first == Choice("Silent Reef 2003", "Silent Reef 2003")


def test_a_status_is_one_of_those_that_there_are(library: Path) -> None:
    every = tuple(Choice(status.value, status.value) for status in MissionStatus)
    assert offers(library, "missions", "status", "") == every
    assert offers(library, "missions", "status", "EX") == (Choice("extended", "extended"),)
    assert offers(library, "missions", "status", "asleep") == ()


def test_an_article_is_offered_by_its_title_and_sent_by_its_id(library: Path) -> None:
    (first, *_) = offers(library, "source", "article", "the minister of defence speaks")
    assert first.name.startswith("The minister of defence speaks") and first.name.endswith("…")
    assert len(first.name) <= 100
    assert len(first.value) == 12


@pytest.mark.parametrize(("command", "option"), [("ask", "question"), ("borders", "colour")])
def test_an_option_that_is_free_or_unknown_has_no_offers(
    command: str, option: str, library: Path
) -> None:
    assert offers(library, command, option, "a") == ()
