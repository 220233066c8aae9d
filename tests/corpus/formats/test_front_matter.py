"""Front matter of many hands is read, and a broken one says in which line and how to mend it."""

from __future__ import annotations

import pytest

from bot.corpus.draft import Cleaned
from bot.corpus.reading import read_bytes

ONE = "The two valleys have shared one customs house since the flood of 1921."
TWO = "Both councils met there on Monday to agree on hours for the winter."
TEXT = f"\n{ONE}\n\n{TWO}\n"


def article(text: str, name: str = "hours.md") -> Cleaned:
    [reading] = read_bytes(name, text.encode())
    assert reading.cleaned is not None, reading.rejected
    return reading.cleaned


@pytest.mark.parametrize(
    "head",
    [
        "---\nTitle: 'The hours: winter'\nPUB DATE: 2019-05-06 08:00:00 +0200\n"
        "authors:\n  - name: The valley desk\n    url: x\nSource-Name: Valley Post\n"
        "source_url: <https://v.example/hours>\ntags: [a, b]\n1: 2\nnull: x\n---\n",
        '+++\ntitle = "The hours: winter"\ndate = 2019-05-06T08:00:00Z\n'
        'author = "The valley desk"\n'
        '[params]\npublisher = "Valley Post"\n[extra]\nurl = "https://v.example/hours"\n+++\n',
        '{\n"title": "The hours: winter", "date": "2019-05-06", "author": "The valley desk",\n'
        '"publisher": {"name": "Valley Post"}, "url": "https://v.example/hours"\n}\n',
        "Title: The hours: winter\nDate: 2019-05-06\nAuthor: The valley desk\n"
        "Publisher: Valley Post\nURL: https://v.example/hours\n",
        "\ufeff\r\n---\r\n# made by hand\r\ntitle: >\r\n  The hours:\r\n  winter\r\n"
        "date: 20190506\r\n"
        "author: {name: The valley desk}\r\npublisher: Valley Post\r\nlink: https://v.example/hours"
        "\r\n---\r\n",
    ],
    ids=["YAML", "TOML", "JSON", "a head of labels", "CRLF"],
)
def test_a_head_of_any_make_is_read(head: str) -> None:
    found = article(head + TEXT)
    assert found.paragraphs == [ONE, TWO]
    assert found.title == "The hours: winter"
    assert found.metadata.author == "The valley desk"
    assert found.metadata.publisher == "Valley Post"
    assert found.metadata.url == "https://v.example/hours"
    assert found.published is not None
    assert found.published.date.isoformat() == "2019-05-06"


def test_a_rule_above_the_text_is_no_front_matter() -> None:
    for text in (f"---\n{TEXT}\n---\n", f"---\n{ONE}\n\n---\n\n{TWO}\n"):
        assert article(text).paragraphs == [ONE, TWO]


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        (
            "---\ntags: [a]\ntitle: The hours: winter\n---\n",
            "front matter line 3: broken YAML, a value with a colon in it; put it in quotes",
        ),
        (
            "\n---\ntitle: @home\n---\n",
            "front matter line 3: broken YAML, a value that begins with a special sign; put it in "
            "quotes",
        ),
        (
            "---\ntitle: x\n\tdate: y\n---\n",
            "front matter line 3: broken YAML, a tab; indent with spaces",
        ),
        (
            "---\ntitle: *x\n---\n",
            "front matter line 2: an alias, *x; put the value in quotes",
        ),
        ("---\ntitle: The hours\n", "front matter: its closing --- is missing"),
        ("+++\ntitle = 'x'\ndate 2019\n+++\n", "front matter line 3: broken TOML, "),
    ],
)
def test_broken_front_matter_says_where_and_what_to_do(head: str, reason: str) -> None:
    [reading] = read_bytes("hours.md", (head + TEXT).encode())
    assert (reading.rejected or "").startswith(reason)


def test_aliases_that_multiply_are_refused_at_once() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    [reading] = read_bytes("hours.md", f"---\n{bomb}title: [*i]\n---\n{TEXT}".encode())
    assert reading.rejected == "front matter line 3: an alias, *a; put the value in quotes"


def test_a_colon_in_a_value_of_a_plain_list_of_fields_is_read_as_it_was_meant() -> None:
    found = article(f"---\ndate: 2019\ntitle: The hours: winter\n---\n{TEXT}")
    assert found.metadata.title == "The hours: winter"
