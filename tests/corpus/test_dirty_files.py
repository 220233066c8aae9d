"""Dirty files of many kinds, languages and decades come to the articles they hold."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.corpus import passages, read_corpus
from bot.model import FileReading

DIRTY = Path(__file__).parent / "dirty"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads(
    (DIRTY / "expected.toml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def readings() -> dict[str, FileReading]:
    return {reading.file: reading for reading in read_corpus(DIRTY)}


@pytest.mark.parametrize("file", EXPECTED)
def test_a_dirty_file_becomes_the_article_that_it_holds(
    readings: dict[str, FileReading], file: str
) -> None:
    expected, reading = EXPECTED[file], readings[file]
    if "rejected" in expected:
        assert reading.article is None
        assert expected["rejected"] in (reading.rejected or "")
        return
    assert reading.rejected is None
    article = reading.article
    assert article is not None
    lines = article.paragraphs
    lost = [line for line in expected["kept"] if not any(one.startswith(line) for one in lines)]
    left = [line for line in expected["gone"] if any(one.startswith(line) for one in lines)]
    assert (lost, left) == ([], [])
    assert article.title == expected["title"]
    assert article.publisher == expected.get("publisher")
    assert (article.published and article.published.isoformat()) == expected.get("published")
    assert article.original == expected.get("original")
    for name in ("language", "url"):
        assert getattr(article, name) == expected.get(name, getattr(article, name))
    if "origin" in expected:
        assert article.published is not None
        assert article.published.origin == expected["origin"]


def test_every_line_of_expectations_has_its_file(readings: dict[str, FileReading]) -> None:
    read = {file for file in readings if not file.endswith("expected.toml")}
    assert read == set(EXPECTED)


def test_every_passage_is_a_verbatim_slice(readings: dict[str, FileReading]) -> None:
    for reading in readings.values():
        if reading.article is None:
            continue
        found = passages(reading.article)
        assert [passage.number for passage in found] == list(range(len(found)))
        for passage in found:
            paragraph = reading.article.paragraphs[passage.paragraph]
            assert passage.text == paragraph[passage.start : passage.end] == passage.text.strip()
