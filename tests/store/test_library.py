"""What is read from a library is what was put into it, on one generation at a time."""

from __future__ import annotations

import asyncio
import weakref
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, TypeVar

import aiosqlite
import pytest

from bot import __version__
from bot.corpus import passages, read_corpus
from bot.errors import StoreError
from bot.facts.draw import Drawn
from bot.language.places import load_gazetteer
from bot.language.words import stem
from bot.model import About, Article, Fact, FactKind, PublishedDate
from bot.store import KnownMission, ReadPassage
from bot.store.library import Generation, Library
from tests.store.corpora import FILES, LAKE, loaded, write
from tests.written import drawn

Result = TypeVar("Result")


def ask(library: Path, question: Callable[[Generation], Awaitable[Result]]) -> Result:
    """The result of asking one view of the library."""

    async def run() -> Result:
        async with Library(library) as opened, opened.view() as view:
            return await question(view)

    return asyncio.run(run())


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Article], list[Drawn]]:
    """A library, the articles that it was made of, and what is drawn from them without it."""
    folder = tmp_path_factory.mktemp("store")
    write(folder / "corpus")
    loaded(folder / "corpus", folder / "library.db")
    articles = [one.article for one in read_corpus(folder / "corpus") if one.article is not None]
    return folder / "library.db", articles, list(drawn(*articles))


def test_articles_come_back_whole(corpus: tuple[Path, list[Article], list[Drawn]]) -> None:
    library, articles, _ = corpus

    async def read(view: Generation) -> list[Article | None]:
        return [await view.article(article.id) for article in articles]

    assert ask(library, read) == articles


def test_an_article_that_is_not_there_is_none(
    corpus: tuple[Path, list[Article], list[Drawn]],
) -> None:
    assert ask(corpus[0], lambda view: view.article("000000000000")) is None
    assert list(ask(corpus[0], lambda view: view.passages("000000000000"))) == []


def test_sentences_come_back_in_order_with_what_they_speak_of(
    corpus: tuple[Path, list[Article], list[Drawn]],
) -> None:
    library, articles, whole = corpus
    for article, one in zip(articles, whole, strict=True):
        expected = [
            ReadPassage(
                sentence.passage,
                sentence.places,
                sentence.focus_places,
                sentence.missions,
                sentence.focus_missions,
                sentence.stance,
            )
            for sentence in one.sentences
        ]
        assert tuple(item.passage for item in expected) == passages(article)
        assert ask(library, lambda view, key=article.id: view.passages(key)) == expected


def test_facts_come_back_as_they_were_drawn(
    corpus: tuple[Path, list[Article], list[Drawn]],
) -> None:
    library, articles, whole = corpus
    facts = {one.article_id: list(one.facts) for one in whole}
    assert all(facts.values())
    for article in articles:
        read = ask(library, lambda view, key=article.id: view.facts_of_article(key))
        assert list(read) == facts[article.id]
    every = [fact for key in sorted(facts) for fact in facts[key]]

    def about(place: str, *kinds: FactKind) -> list[Fact]:
        return [fact for fact in every if place in fact.places and fact.kind in kinds]

    for place, kinds in (
        ("zambia", (FactKind.LENGTH,)),
        ("malawi", (FactKind.BORDER, FactKind.DEPLOYMENT)),
        ("australia", (FactKind.MISSION,)),
        ("zambia", (FactKind.MISSION,)),
    ):
        read = ask(library, lambda view, p=place, k=kinds: view.facts_of_place(p, k))
        assert list(read) == about(place, *kinds)
    assert list(ask(library, lambda view: view.facts_of_mission("unomb"))) == [
        fact for fact in every if fact.mission == "unomb"
    ]
    two = sorted({fact.mission for fact in every if fact.mission})[:2]
    at_once = ask(library, lambda view: view.facts_of_missions(two))
    assert at_once == {key: [fact for fact in every if fact.mission == key] for key in two}
    lake, force = (
        next(a.id for a in articles if a.file == f) for f in ("lake.md", "pacific/force.md")
    )
    missions = {key: [f for f in facts[key] if f.kind is FactKind.MISSION] for key in (lake, force)}
    assert len(missions[lake]) == 1 < len(missions[force])
    newest = [missions[lake][0], missions[force][0]]
    assert list(ask(library, lambda view: view.facts_of_kinds((FactKind.MISSION,), 2))) == [
        fact for fact in every if fact in newest
    ]


def test_what_is_loaded_is_told(corpus: tuple[Path, list[Article], list[Drawn]]) -> None:
    library, _, whole = corpus
    assert ask(library, lambda view: view.about()) == About(
        version=__version__,
        articles=2,
        publishers=("Coral Wire", "Lilongwe Courier"),
        oldest=PublishedDate(2005, 6, 30, "front matter"),
        newest=PublishedDate(2018, 3, 9, "front matter"),
        undated=0,
        corpus=ask(library, _corpus),
        facts=sum(len(one.facts) for one in whole),
    )


def test_the_latest_articles_are_the_newest_of_those_with_a_date(tmp_path: Path) -> None:
    undated = "---\ntitle: Letters\npublisher: Coral Wire\nlanguage: en\n---\nNauru is an island.\n"
    write(tmp_path / "corpus", FILES | {"letters.md": undated})
    loaded(tmp_path / "corpus", tmp_path / "library.db")

    async def latest(view: Generation) -> list[str]:
        return [view.cards[article].file for article in view.cards.latest]

    assert ask(tmp_path / "library.db", latest) == ["lake.md", "pacific/force.md"]


async def _corpus(view: Generation) -> str:
    return view.corpus


def test_missions_and_places_come_back(corpus: tuple[Path, list[Article], list[Drawn]]) -> None:
    async def read(view: Generation) -> tuple[dict[str, KnownMission], bool, frozenset[str]]:
        same = dict(view.gazetteer.places) == dict(load_gazetteer().places)
        return dict(view.missions), same, view.gazetteer.ambiguous

    missions, same, ambiguous = ask(corpus[0], read)
    assert missions["unomb"].names == ("UNOMB",)
    assert same
    assert ambiguous == load_gazetteer().ambiguous


def test_sentences_are_found_by_their_stems_best_first(
    corpus: tuple[Path, list[Article], list[Drawn]],
) -> None:
    library = corpus[0]
    wanted = [stem(word) for word in ("frontier", "Mozambique")]
    found = ask(library, lambda view: view.search(wanted, 10))
    assert found[0].passage.text == ("Soldiers of the army patrol the frontier with Mozambique.")
    assert len(ask(library, lambda view: view.search(wanted, 1))) == 1
    assert ask(library, lambda view: view.search([], 10)) == []
    assert ask(library, lambda view: view.search(["(", '"'], 10)) == []


def test_stems_are_counted_by_sentences(corpus: tuple[Path, list[Article], list[Drawn]]) -> None:
    library, _, whole = corpus
    stems = ["border", "mozambiqu", "banana"]
    counted = ask(library, lambda view: view.frequencies(stems))
    assert counted == {"border": 2, "mozambiqu": 2, "banana": 0}
    assert ask(library, lambda view: view.frequencies([])) == {}
    assert ask(library, lambda view: view.sentence_count()) == sum(
        len(one.sentences) for one in whole
    )


def test_a_view_holds_its_generation_while_a_load_swaps_the_library(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)

    async def lengths(view: Generation) -> set[str]:
        facts = await view.facts_of_place("zambia", (FactKind.LENGTH,))
        return {fact.quantity.text for fact in facts if fact.quantity}

    async def run() -> None:
        async with Library(library) as opened:
            async with opened.view() as old:
                assert await lengths(old) == {"847 kilometres"}
                write(folder, {"lake.md": LAKE.replace("847", "837")})
                loaded(folder, library)
                await opened.refresh()
                async with opened.view() as new:
                    assert await lengths(new) == {"837 kilometres"}
                    assert await lengths(old) == {"847 kilometres"}
                    assert new.corpus != old.corpus
                assert await lengths(old) == {"847 kilometres"}
            async with opened.view() as later:
                assert later is new

    asyncio.run(run())


class _Ring:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.me = self


def test_what_was_under_way_when_a_library_was_opened_is_collected_after_the_next(
    tmp_path: Path,
) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)

    async def run() -> None:
        ring = _Ring()
        async with Library(library) as opened:
            left = weakref.ref(ring)
            del ring
            write(folder, {"lake.md": LAKE.replace("847", "837")})
            await asyncio.to_thread(loaded, folder, library)
            await opened.refresh()
            assert left() is None

    asyncio.run(run())


def test_a_library_that_vanishes_is_answered_from_as_long_as_it_is_open(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    loaded(write(tmp_path / "corpus"), library)

    async def run() -> int:
        async with Library(library) as opened:
            library.unlink()
            async with opened.view() as view:
                return (await view.about()).articles

    assert asyncio.run(run()) == 2


@pytest.mark.parametrize("content", [None, b"not a database at all" * 99])
def test_a_library_that_cannot_be_read_is_a_store_error(
    content: bytes | None, tmp_path: Path
) -> None:
    library = tmp_path / "library.db"
    if content is not None:
        library.write_bytes(content)
    with pytest.raises(StoreError, match=r"library\.db"):
        ask(library, lambda view: view.about())


def test_many_coroutines_share_one_library(
    corpus: tuple[Path, list[Article], list[Drawn]],
) -> None:
    async def run() -> set[int]:
        async with Library(corpus[0]) as opened:

            async def one(_: int) -> int:
                async with opened.view() as view:
                    return len(await view.facts_of_mission("unomb"))

            return set(await asyncio.gather(*map(one, range(40))))

    assert asyncio.run(run()) == {3}


def test_old_connections_are_closed_with_the_last_answer_made_on_them(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)

    async def run() -> None:
        async with Library(library) as opened:
            async with opened.view() as one, opened.view() as other:
                assert one is other
                write(folder, {"lake.md": LAKE.replace("847", "837")})
                loaded(folder, library)
                await opened.refresh()
                assert await one.sentence_count()
                assert (await one.about()).articles == 2
            with pytest.raises(ValueError, match="closed"):
                await one.passages("000000000000")

    asyncio.run(run())


def test_a_swap_while_the_file_is_opened_gives_all_connections_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)
    connect = aiosqlite.connect
    opened = 0

    def swapped_after_the_first(address: str, **how: Any) -> aiosqlite.Connection:
        nonlocal opened
        opened += 1
        if opened == 2:
            write(folder, {"lake.md": LAKE.replace("847", "837")})
            loaded(folder, library)
        return connect(address, **how)

    monkeypatch.setattr(aiosqlite, "connect", swapped_after_the_first)

    async def run() -> list[set[str]]:
        async with Library(library) as one, one.view() as view:
            facts = [await view.facts_of_place("zambia", (FactKind.LENGTH,)) for _ in range(4)]
        return [{fact.quantity.text for fact in some if fact.quantity} for some in facts]

    assert asyncio.run(run()) == [{"837 kilometres"}] * 4


def test_a_file_that_cannot_be_read_leaves_what_is_open_and_says_so_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    library = tmp_path / "library.db"
    loaded(write(tmp_path / "corpus"), library)

    async def run() -> list[int]:
        async with Library(library) as opened:
            broken = tmp_path / "broken"
            broken.write_bytes(b"no library" * 999)
            broken.replace(library)
            counts = []
            for _ in range(3):
                async with opened.view() as view:
                    counts.append((await view.about()).articles)
            with pytest.raises(StoreError, match=r"library\.db"):
                await opened.refresh()
            loaded(tmp_path / "corpus", library)
            async with opened.view() as view:
                counts.append((await view.about()).articles)
            return counts

    assert asyncio.run(run()) == [2, 2, 2, 2]
    assert len(caplog.records) == 2  # the views' one line, and that of the refresh
    assert "answers go on from what was loaded before" in caplog.text
