"""A footnote opens its article at the sentence, and links to nothing but the web."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.briefs.links import is_web, link
from bot.model import PublishedDate, day

PAGE = "https://gazette.example/one"


@pytest.mark.parametrize(
    ("sentence", "fragment"),
    [
        ("A short sentence.", "A%20short%20sentence."),
        ("Well-known, that & more: 50%", "Well%2Dknown%2C%20that%20%26%20more%3A%2050%25"),
        ("Straße “Süd”", "Stra%C3%9Fe%20%E2%80%9CS%C3%BCd%E2%80%9D"),
        (
            " ".join(f"word{number}" for number in range(1, 31)),
            "word1%20word2%20word3%20word4%20word5,word26%20word27%20word28%20word29%20word30",
        ),
    ],
)
def test_a_link_opens_the_page_at_the_sentence(sentence: str, fragment: str) -> None:
    assert link(PAGE, sentence, paraphrased=False) == f"{PAGE}#:~:text={fragment}"


@given(st.text(min_size=1).filter(str.strip))
def test_no_character_of_a_sentence_is_syntax_in_its_link(sentence: str) -> None:
    address = link(PAGE, sentence, paraphrased=False)
    assert address is not None
    fragment = address.removeprefix(f"{PAGE}#:~:text=")
    assert "-" not in fragment and "&" not in fragment and fragment.count(",") <= 1
    start, _, end = fragment.partition(",")
    folded = " ".join(sentence.split())
    assert folded.startswith(" ".join(unquote(start).split()))
    assert folded.endswith(" ".join(unquote(end or start).split()))


def test_a_retold_article_is_opened_as_a_whole() -> None:
    assert link(PAGE, "A short sentence.", paraphrased=True) == PAGE


def test_an_address_with_a_fragment_of_its_own_stays_as_it_is() -> None:
    assert link(f"{PAGE}#chapter", "A short sentence.", paraphrased=False) == f"{PAGE}#chapter"


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "gazette.example/one",
        "ftp://gazette.example/one",
        "javascript:alert(1)",
        "https://",
        "https://[gazette",
        "https://gazette.example/a b",
        "https://gazette.example/<b>",
        'https://gazette.example/"',
        "https://gazette.example/\n",
        "file:///etc/passwd",
    ],
)
def test_what_is_no_page_of_the_web_is_not_linked(address: str | None) -> None:
    assert not is_web(address)
    assert link(address, "A short sentence.", paraphrased=False) is None


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        (PublishedDate(2024, 2, 19), "19 Feb 2024"),
        (PublishedDate(2024, 12), "Dec 2024"),
        (PublishedDate(1999), "1999"),
        (None, "date unknown"),
    ],
)
def test_a_date_shows_no_more_than_is_known(date: PublishedDate | None, shown: str) -> None:
    assert day(date) == shown
