"""Sentences are found by their words, however common these are, the same ones after every load."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from bot.language.words import stems
from bot.store import ReadPassage
from bot.store.sentences import Sentences
from tests.store.corpora import loaded, write

MANY = 30


def page(number: int, text: str) -> str:
    return (
        f"---\ntitle: Letter {number} from the Chaco\npublisher: Asunción Courier\n"
        f"published: {1930 + number}-05-06\nlanguage: en\n---\n{text}\n"
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every report has "soldiers", every second "Paraguay", every third "Bolivia", one "mules"."""
    folder = tmp_path_factory.mktemp("chaco")
    files = {
        f"{number:02}.md": page(
            number,
            f"Soldiers passed the fort on day {number}"
            + (" for Paraguay" * (number % 2 == 0))
            + (" and Bolivia" * (number % 3 == 0))
            + (" with mules" * (number == 7))
            + ".",
        )
        for number in range(1, MANY + 1)
    }
    write(folder / "corpus", files)
    loaded(folder / "corpus", folder / "library.db")
    return folder / "library.db"


def ask(
    library: Path,
    question: Callable[[Sentences], Awaitable[Sequence[ReadPassage]]],
    most_ranked: int = 8,
) -> list[str]:
    """The texts found where no more sentences than these are ranked."""

    async def run() -> list[str]:
        async with aiosqlite.connect(library) as connection:

            async def rows(sql: str, parameters: Sequence[Any]) -> list[Any]:
                return list(await connection.execute_fetchall(sql, parameters))

            found = await question(Sentences(rows, most_ranked))
            return [one.passage.text for one in found]

    return asyncio.run(run())


def ids(library: Path, *years: int) -> list[str]:
    async def run() -> list[str]:
        async with aiosqlite.connect(library) as connection:
            rows = await connection.execute_fetchall("SELECT id, published FROM article")
            return [id for year in years for id, date in rows if date.startswith(str(year))]

    return asyncio.run(run())


def days(texts: Sequence[str]) -> list[int]:
    return [int(text.split("day ")[1].split()[0].rstrip(".")) for text in texts]


def test_a_rare_word_decides_which_sentences_are_ranked(library: Path) -> None:
    found = ask(library, lambda s: s.with_any(stems("soldiers mules"), 5, []))
    assert days(found) == [7]
    every = ask(library, lambda s: s.with_any(stems("soldiers mules"), 5, []), 1000)
    assert days(every)[0] == 7
    assert len(every) == 5


def test_of_common_words_the_sentences_with_several_are_found_first(library: Path) -> None:
    found = ask(library, lambda s: s.with_any(stems("soldiers Paraguay Bolivia"), 3, []))
    assert {day % 6 for day in days(found)} == {0}
    assert len(found) == 3


def test_behind_them_come_those_of_the_latest_articles(library: Path) -> None:
    latest = ids(library, 1959, 1958, 1957)
    found = ask(library, lambda s: s.with_any(stems("soldiers Paraguay Bolivia"), 7, latest))
    assert {day % 6 for day in days(found)[:5]} == {0}
    assert set(days(found)[5:]) < {27, 28, 29}


def test_one_common_word_is_looked_up_in_the_latest_articles(library: Path) -> None:
    latest = ids(library, 1940, 1939)
    found = ask(library, lambda s: s.with_any(stems("soldiers llamas"), 9, latest))
    assert sorted(days(found)) == [9, 10]


def test_ties_are_broken_by_the_articles_and_not_by_the_order_of_loading(
    library: Path, tmp_path: Path
) -> None:
    whole = ask(library, lambda s: s.with_any(["fort"], 4, []), 1000)
    corpus = write(tmp_path / "corpus", {})
    (tmp_path / "corpus").mkdir(exist_ok=True)
    source = library.parent / "corpus"
    for number in (*range(20, MANY + 1), *range(1, 20)):  # half of them in a second load
        name = f"{number:02}.md"
        (corpus / name).write_bytes((source / name).read_bytes())
        if number == MANY:
            loaded(corpus, tmp_path / "library.db")
    loaded(corpus, tmp_path / "library.db")
    assert ask(tmp_path / "library.db", lambda s: s.with_any(["fort"], 4, []), 1000) == whole


def test_any_stem_of_each_group_must_stand_there(library: Path) -> None:
    groups = (stems("Bolivia mules"), stems("Paraguay"))
    assert {day % 6 for day in days(ask(library, lambda s: s.with_any_of_each(groups, 9)))} == {0}
    assert ask(library, lambda s: s.with_any_of_each((groups[0], []), 9)) == []


def test_a_stem_is_counted_once_and_remembered(library: Path) -> None:
    async def run() -> None:
        asked: list[str] = []
        async with aiosqlite.connect(library) as connection:

            async def rows(sql: str, parameters: Sequence[Any]) -> list[Any]:
                asked.append(sql)
                return list(await connection.execute_fetchall(sql, parameters))

            sentences = Sentences(rows)
            assert await sentences.frequencies(["fort", "zebra"]) == {"fort": MANY, "zebra": 0}
            assert await sentences.frequencies(["zebra", "mule"]) == {"zebra": 0, "mule": 1}
            assert await sentences.frequencies(["mule", "fort"]) == {"mule": 1, "fort": MANY}
        assert len(asked) == 2

    asyncio.run(run())
