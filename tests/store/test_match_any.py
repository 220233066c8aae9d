"""No text that a person may type is syntax to the index."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.words import words
from bot.store.sentences import match_any, match_rare

SYNTAX = 'AND OR NOT NEAR ( ) * " : ^ - + { } , . \' \\ ; -- a:b x-y o"brien NEAR(a,2) \x00'.split(
    " "
)


@pytest.fixture(scope="module")
def index() -> sqlite3.Connection:
    """A table as the library has it, with one row."""
    connection = sqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE passage_index USING fts5 (stems, content='', tokenize='unicode61')"
    )
    connection.execute("INSERT INTO passage_index (rowid, stems) VALUES (7, 'border brien x y')")
    return connection


def rows(index: sqlite3.Connection, query: str) -> list[int]:
    sql = "SELECT rowid FROM passage_index WHERE passage_index MATCH ?"
    return [rowid for (rowid,) in index.execute(sql, (query,))]


@given(terms=st.lists(st.one_of(st.text(max_size=20), st.sampled_from(SYNTAX)), max_size=12))
def test_no_text_is_an_error_of_syntax(index: sqlite3.Connection, terms: list[str]) -> None:
    query = match_any(terms)
    if query:
        rows(index, query)


@given(text=st.text(max_size=60))
def test_the_stems_of_any_question_can_be_looked_up(index: sqlite3.Connection, text: str) -> None:
    query = match_any([word.stem for word in words(text)])
    if query:
        rows(index, query)


@pytest.mark.parametrize(
    ("stems", "query"),
    [
        ([], ""),
        (["", " ", '"', "()*"], ""),
        (["border"], '"border"'),
        (["border", "brien", "border"], '"border" OR "brien"'),
        (['o"brien'], '"o" OR "brien"'),
        (["su-24"], '"su" OR "24"'),
        (["NEAR(a", "b)"], '"NEAR" OR "a" OR "b"'),
    ],
)
def test_stems_become_quoted_alternatives(stems: list[str], query: str) -> None:
    assert match_any(stems) == query


@pytest.mark.parametrize("stems", [["brien"], ["nothing", "border"], ['o"brien'], ["x-y"]])
def test_one_stem_that_stands_there_is_enough(index: sqlite3.Connection, stems: list[str]) -> None:
    assert rows(index, match_any(stems)) == [7]


def test_words_of_the_query_language_are_looked_up_as_words(index: sqlite3.Connection) -> None:
    assert rows(index, match_any(["NOT", "AND"])) == []


def test_sentences_with_rare_words_only_are_ranked_where_all_would_be_too_many() -> None:
    assert match_rare({"soldier": 7_000, "kariba": 40}) == ['"kariba" OR "soldier"']
    assert match_rare({"soldier": 90_000, "kariba": 40, "bridg": 3_000}) == [
        '"kariba" OR "bridg"',
        '"kariba" OR "bridg" OR "soldier"',
    ]
    assert match_rare({"soldier": 90_000, "unheard": 0}) == ['"unheard" OR "soldier"']
    assert match_rare({}) == [""]
