"""Text is measured and cut so that it fits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.budget import cut, divide, size
from bot.chat.markdown import one_line, plain
from tests.chat.values import texts


def test_a_text_that_fits_is_whole() -> None:
    assert cut("Arlen borders Torva.", 20) == "Arlen borders Torva."


def test_a_text_is_cut_after_a_word() -> None:
    assert cut("Arlen borders Torva.", 19) == "Arlen borders…"
    assert cut("Arlen borders Torva.", 14) == "Arlen borders…"
    assert cut("Arlen borders, Torva too.", 16) == "Arlen borders…"


def test_a_word_that_is_too_long_is_cut_within() -> None:
    assert cut("Arlenborders", 6) == "Arlen…"


def test_escapes_count() -> None:
    assert cut("**** ****", 9) == "\\*\\*\\*\\*…"


def test_an_emoji_counts_as_two() -> None:
    assert size("🙂a") == 3


@given(st.one_of(texts, texts.map(lambda text: text * 300)), st.integers(2, 200))
def test_what_is_cut_fits(text: str, room: int) -> None:
    shown = cut(text, room)
    assert size(shown) <= room
    if size(plain(text)) <= room and len(text) <= room:
        assert shown == plain(text)


@given(st.text(alphabet="ab ", max_size=80), st.integers(2, 40))
def test_what_is_cut_is_the_beginning(text: str, room: int) -> None:
    shown = cut(text, room)
    assert one_line(text).startswith(shown.removesuffix("…"))


def test_pages_are_evenly_filled() -> None:
    assert divide(range(11), lambda some: True, 10) == (
        (0, 1, 2, 3, 4, 5),
        (6, 7, 8, 9, 10),
    )
    assert divide(range(3), lambda some: True, 10) == ((0, 1, 2),)
    assert divide((), lambda some: True, 10) == ()


@given(st.lists(st.integers(1, 30), max_size=60), st.integers(1, 8))
def test_every_item_is_on_one_page_and_every_page_fits(weights: list[int], most: int) -> None:
    pages = divide(weights, lambda some: sum(some) <= 40, most)
    assert [weight for page in pages for weight in page] == weights
    assert all(0 < len(page) <= most and sum(page) <= 40 for page in pages)


def test_an_item_that_fits_nowhere_has_a_page_of_its_own() -> None:
    assert divide([1, 99, 1], lambda some: sum(some) <= 40, 10) == ((1,), (99,), (1,))
