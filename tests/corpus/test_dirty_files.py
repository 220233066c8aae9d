"""Dirty files of many kinds, languages and decades come to the articles they hold."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from bot.corpus import passages, read_corpus
from bot.model import FileReading

HERE = Path(__file__).parent
FOLDERS = (
    "dirty",
    "dirty_regions",
    "dirty_fresh",
    "dirty_archives",
    "dirty_scripts",
    "dirty_mixed",
    "dirty_heads",
)
"""What the rules were first made for, files of other regions and decades, later ones, exports of
archives and databases, other writings and kinds of page, telexes, mails, scans and dumps, and heads
that tell publisher and date in ways of their own."""
EXPECTED: dict[str, dict[str, dict[str, Any]]] = {
    folder: tomllib.loads((HERE / folder / "expected.toml").read_text(encoding="utf-8"))
    for folder in FOLDERS
}


@pytest.fixture(scope="module")
def readings() -> dict[str, dict[str, FileReading]]:
    return {
        folder: {reading.file: reading for reading in read_corpus(HERE / folder)}
        for folder in FOLDERS
    }


@pytest.mark.parametrize(
    ("folder", "file"), [(folder, file) for folder in FOLDERS for file in EXPECTED[folder]]
)
def test_a_dirty_file_becomes_the_article_that_it_holds(
    readings: dict[str, dict[str, FileReading]], folder: str, file: str
) -> None:
    expected, reading = EXPECTED[folder][file], readings[folder][file]
    if "rejected" in expected:
        assert reading.article is None
        assert expected["rejected"] in (reading.rejected or "")
        return
    assert reading.rejected is None
    article = reading.article
    assert article is not None
    lines = [line for text in article.paragraphs for line in (text, text.lstrip("-•> "))]
    lost = [line for line in expected["kept"] if not any(line in one for one in lines)]
    left = [line for line in expected["gone"] if any(one.startswith(line) for one in lines)]
    assert (lost, left) == ([], [])
    assert (article.title if article.title_given else None) == expected.get("title")
    assert article.publisher == expected.get("publisher")
    assert (article.published and article.published.isoformat()) == expected.get("published")
    assert article.original == expected.get("original")
    for name in ("language", "url"):
        assert getattr(article, name) == expected.get(name, getattr(article, name))
    if "origin" in expected:
        assert article.published is not None
        assert article.published.origin == expected["origin"]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_line_of_expectations_has_its_file(
    readings: dict[str, dict[str, FileReading]], folder: str
) -> None:
    read = {file for file in readings[folder] if not file.endswith("expected.toml")}
    assert read == set(EXPECTED[folder])


def test_every_passage_is_a_verbatim_slice(
    readings: dict[str, dict[str, FileReading]],
) -> None:
    for reading in (one for folder in readings.values() for one in folder.values()):
        if reading.article is None:
            continue
        found = passages(reading.article)
        assert [passage.number for passage in found] == list(range(len(found)))
        for passage in found:
            paragraph = reading.article.paragraphs[passage.paragraph]
            assert passage.text == paragraph[passage.start : passage.end] == passage.text.strip()
