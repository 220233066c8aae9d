"""A button remembers its request."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.custom_ids import Press, custom_id, marker, press
from bot.model import Request
from tests.chat.values import texts


def _press(*options: tuple[str, str], page: int = 2, turning: bool = True) -> Press:
    typed = " ".join(["/borders", *(f"{name}:{value}" for name, value in options)])
    return Press(Request("borders", options, typed), page, turning, "c0fe")


def test_a_request_is_readable_in_the_custom_id() -> None:
    made = custom_id(_press(("country", "Upper Belmar & Torva"), ("with", "Türkiye")))
    assert made == "fn:p:c0fe:2:borders?country=Upper+Belmar+%26+Torva&with=Türkiye"


@given(texts, st.integers(1, 9999), st.booleans())
def test_what_is_pressed_is_what_was_asked(value: str, page: int, turning: bool) -> None:
    made = _press(("country", value), page=page, turning=turning)
    text = custom_id(made)
    if text is not None:
        assert len(text) <= 100
        assert press(text) == made


def test_a_request_that_is_too_long_has_no_custom_id() -> None:
    assert custom_id(_press(("country", "a" * 100))) is None
    assert custom_id(_press(page=10_000)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "fn:p:c0fe:2:borders",
        "fn:p:c0fe:0:borders?",
        "fn:x:c0fe:1:borders?",
        "fn:p:c0fe:1:reload?",
        "fn:p:c0fe:1:help?country=Arlen",
        "fn:p:c0fe:1:borders?capital=Arlen",
        "fn:p:c0fe:1:borders?country=Arlen&country=Torva",
        "fn:p:c0fe:1:borders?country",
        "fn:p:c0fe:²:borders?",
        "prev",
    ],
)
def test_a_custom_id_made_by_hand_is_nothing(text: str) -> None:
    assert press(text) is None


def test_another_corpus_has_another_marker() -> None:
    assert marker("c0ffee") == "71a9"
    assert marker("c0ffef") != marker("c0ffee")
