"""The library as readers see it: a few read-only connections to one file, reopened when a load
has swapped in a new one.

An aiosqlite connection is one thread with one queue. Two of them serve reads as fast as eight
(measured: 48 against 46 queries a second), so two it is. A view holds on to the connections of
its generation until its answer is done; the old file lives on for it although its name is gone.
One module: the queries are the methods of the view that holds the connections.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import itertools
import json
import logging
import sqlite3
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import aiosqlite

from bot import __version__
from bot.errors import StoreError
from bot.language.places import Gazetteer, Place
from bot.model import (
    About,
    Article,
    Fact,
    FactKind,
    Passage,
    PublishedDate,
    Topic,
)
from bot.store import FORM, ArticleCard, Cards, KnownMission, Missions, ReadPassage, ToldAgain
from bot.store.facts import Facts
from bot.store.sentences import Sentences

_log = logging.getLogger(__name__)

_READERS = 2
_PATIENCE_SECONDS = 0.1
"""How long an answer waits for a new file to be opened before it is made from the old one."""
_ROWS_AT_ONCE = 200
_COLLECTOR = (5_000, 200, 100)
"""After so many new objects the collector looks at these, after so many looks at older ones."""
_VERSION_PASSAGE = ", ".join(
    f'passage."{name}"' for name in "article number paragraph start end text".split()
)
_CARD = (
    "id, file, title, title_given, publisher, url, published, published_origin, original, "
    "reader_note, paraphrased, about_states, "
    "(SELECT story FROM version WHERE version.article = article.id), "
    "(SELECT superseded_by FROM version WHERE version.article = article.id)"
)


class Library:
    """The library behind a file. Use it as an async context manager; then take views."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._generation: Generation | None = None
        self._opening: asyncio.Task[None] | None = None
        self._refused: Identity | None = None

    async def __aenter__(self) -> Library:
        await self.refresh()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._opening is not None:
            await asyncio.wait({self._opening})
        if self._generation is not None:
            await self._generation.close()
            self._generation = None

    @contextlib.asynccontextmanager
    async def view(self) -> AsyncIterator[Generation]:
        """The current generation, kept open until the block ends.

        While a new file is being opened, answers go on from the one before.
        """
        if self._is_behind():
            await self._open(_PATIENCE_SECONDS)
        generation = self._generation
        if generation is None:
            raise StoreError(f"there is no library at {self.path}")
        generation.users += 1
        try:
            yield generation
        finally:
            generation.users -= 1
            if generation.retired and not generation.users:
                await generation.close()

    @property
    def number(self) -> int:
        """The number of the generation that is open; 0 where none is."""
        return 0 if self._generation is None else self._generation.number

    async def refresh(self) -> None:
        """Views show what is in the file now. Raises StoreError where it cannot be read."""
        self._refused = None
        while self._is_behind():
            await self._open()
        if self._generation is None:
            raise StoreError(f"there is no library at {self.path}")

    def _is_behind(self) -> bool:
        """Whether the file is another one than that which is open; a missing one is not."""
        identity = _identity(self.path)
        opened = None if self._generation is None else self._generation.identity
        return identity is not None and identity not in (opened, self._refused)

    async def _open(self, patience: float | None = None) -> None:
        """Opens what the file is now, and waits for it so many seconds at most, or until it is
        done; then raises StoreError if it cannot be read. What was open stays then."""
        if self._opening is None:
            self._opening = asyncio.create_task(self._replace())
            self._opening.add_done_callback(self._opened)
        done, _ = await asyncio.wait({self._opening}, timeout=patience)
        if patience is None:
            for task in done:
                await task

    def _opened(self, opening: asyncio.Task[None]) -> None:
        self._opening = None
        error = opening.exception()
        if error is not None and self._generation is not None:
            _log.error("%s; answers go on from what was loaded before", error)

    async def _replace(self) -> None:
        identity = _identity(self.path)
        try:
            fresh = await Generation.open(self.path, self._generation)
        except BaseException:
            self._refused = identity
            raise
        old, self._generation = self._generation, fresh
        if old is not None:
            _log.info("answering from another library: corpus %s", fresh.corpus)
            old.retired = True
            if not old.users:
                await old.close()


Identity = tuple[int, int, int]


def _identity(path: Path) -> Identity | None:
    """What tells one library file from another under the same name; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_ino, status.st_mtime_ns, status.st_size)


class Generation:
    """One library file, open for reading: a `bot.store.View`."""

    def __init__(
        self, connections: Sequence[aiosqlite.Connection], identity: Identity, number: int
    ) -> None:
        self._connections = connections
        self._turns = itertools.cycle(connections)
        self.identity = identity
        self.number = number
        self.users = 0
        self.retired = False
        self.gazetteer: Gazetteer
        self.missions: Missions
        self.cards: Cards
        self.topics: Mapping[str, Topic]
        self.corpus: str
        self._known_places: str
        self._sentence_count: int
        self._facts: int
        self._sentences = Sentences(self._rows)
        self._told = Facts(self._rows)

    @classmethod
    async def open(cls, path: Path, before: Generation | None = None) -> Generation:
        """Opens the file and reads what every answer needs; raises StoreError."""
        address = _address(path)
        number = 1 if before is None else before.number + 1
        while True:
            identity = _identity(path)
            if identity is None:
                raise StoreError(f"there is no library at {path}")
            connections: list[aiosqlite.Connection] = []
            try:
                for _ in range(_READERS):
                    connections.append(await aiosqlite.connect(address, uri=True))
                if _identity(path) == identity:
                    generation = cls(connections, identity, number)
                    await generation._read_constants(before)
                    return generation
            except (sqlite3.Error, KeyError, ValueError) as error:
                await _close(connections)
                raise StoreError(f"the library {path} could not be read: {error}") from error
            # swapped in between: the connections may be to different files
            await _close(connections)

    async def close(self) -> None:
        await _close(self._connections)

    async def _rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        connection = next(self._turns)
        return list(await connection.execute_fetchall(sql, parameters))

    async def _read_constants(self, before: Generation | None) -> None:
        ((form,),) = await self._rows("PRAGMA user_version")
        if form != FORM:
            raise ValueError(f"it is of form {form}, and this Footnote reads form {FORM}")
        meta = dict(await self._rows("SELECT name, value FROM meta"))
        self.corpus = meta["corpus"]
        self._known_places = meta["places"]
        if before is not None and before._known_places == self._known_places:
            self.gazetteer = before.gazetteer  # the rules seldom change, and it is large
        else:
            known = json.loads(self._known_places)
            self.gazetteer = Gazetteer(
                [_place(entry) for entry in known["places"]],
                known["ambiguous"],
                known["after_a_capital"],
                known["shared"],
            )
        self.topics = {
            entry["name"]: _topic(entry) for entry in json.loads(meta["topics"])["topics"]
        }
        self.missions = Missions(
            {
                key: KnownMission(key, name, kind, tuple(names.split("\n")), publishers)
                async for key, name, kind, names, publishers in self._each(
                    "SELECT key, name, kind, names, publishers FROM mission ORDER BY key"
                )
            }
        )
        self.cards = Cards(
            {
                row[0]: _card(row)
                async for row in self._each(f"SELECT {_CARD} FROM article ORDER BY file")
            }
        )
        await asyncio.to_thread(self.cards.sort)  # once, and beside the event loop
        _keep_from_collector(again=before is not None)
        ((self._sentence_count, self._facts),) = await self._rows(
            "SELECT (SELECT count(*) FROM passage), (SELECT count(*) FROM fact)"
        )

    async def _each(self, sql: str) -> AsyncIterator[Any]:
        """The rows of a long result, with room between them for the answers of others."""
        async with self._connections[0].execute(sql) as cursor:
            while rows := await cursor.fetchmany(_ROWS_AT_ONCE):
                for row in rows:
                    yield row

    async def about(self) -> About:
        return await asyncio.to_thread(self._about)

    def _about(self) -> About:
        dates = [card.published for card in self.cards.values() if card.published]
        publishers = {card.publisher for card in self.cards.values() if card.publisher}
        return About(
            version=__version__,
            articles=len(self.cards),
            publishers=tuple(sorted(publishers)),
            oldest=min(dates, key=lambda date: date.order, default=None),
            newest=self.cards.newest,
            undated=len(self.cards) - len(dates),
            corpus=self.corpus,
            facts=self._facts,
        )

    async def article(self, article_id: str) -> Article | None:
        rows = await self._rows(
            f"SELECT {_CARD}, language, digest, author, paragraphs FROM article WHERE id = ?",
            (article_id,),
        )
        if not rows:
            return None
        card = _card(rows[0])
        language, digest, author, paragraphs = rows[0][-4:]
        return Article(
            id=card.id,
            file=card.file,
            title=card.title,
            title_given=card.title_given,
            publisher=card.publisher,
            url=card.url,
            published=card.published,
            language=language,
            paragraphs=tuple(json.loads(paragraphs)),
            digest=digest,
            author=author,
            original=card.original,
            reader_note=card.reader_note,
            paraphrased=card.paraphrased,
        )

    async def contents(self) -> Mapping[str, str]:
        return dict(await self._rows("SELECT id, digest FROM article"))

    async def passages(self, article_id: str) -> Sequence[ReadPassage]:
        return (await self._sentences.of_articles([article_id]))[article_id]

    async def passages_of(self, articles: Sequence[str]) -> Mapping[str, Sequence[ReadPassage]]:
        return await self._sentences.of_articles(articles)

    async def told_again(self, article_id: str) -> Mapping[int, Sequence[ToldAgain]]:
        rows = await self._rows(
            f"SELECT retelling.number, retelling.changed, {_VERSION_PASSAGE} FROM retelling "
            "JOIN passage ON passage.article = retelling.version "
            "AND passage.number = retelling.version_number WHERE retelling.article = ? "
            "ORDER BY retelling.number, passage.article, passage.number",
            (article_id,),
        )
        found: dict[int, list[ToldAgain]] = {}
        for number, changed, *passage in rows:
            found.setdefault(number, []).append(ToldAgain(Passage(*passage), bool(changed)))
        return found

    async def search(
        self, stems: Sequence[str], limit: int, also: Sequence[Sequence[str]] = ()
    ) -> Sequence[ReadPassage]:
        if also:
            return await self._sentences.with_any_of_each((stems, *also), limit)
        return await self._sentences.with_any(stems, limit, self.cards.latest)

    async def frequencies(self, stems: Sequence[str]) -> Mapping[str, int]:
        return await self._sentences.frequencies(stems)

    async def sentence_count(self) -> int:
        return self._sentence_count

    async def facts_of_place(self, place: str, kinds: Sequence[FactKind]) -> Sequence[Fact]:
        return await self._told.of_place(place, kinds)

    async def facts_at_borders_of(
        self, places: Sequence[str], kinds: Sequence[FactKind]
    ) -> Sequence[Fact]:
        return await self._told.at_borders_of(places, kinds)

    async def facts_naming_both(
        self, left: Sequence[str], right: Sequence[str], kinds: Sequence[FactKind]
    ) -> Sequence[Fact]:
        return await self._told.naming_both(left, right, kinds)

    async def places_told_of(self) -> frozenset[str]:
        return await self._told.places_told_of()

    async def tally_of_places(self, kinds: Sequence[FactKind]) -> Mapping[str, int]:
        return await self._told.tally_of_places(kinds)

    async def facts_of_mission(self, mission: str) -> Sequence[Fact]:
        return await self._told.of_mission(mission)

    async def facts_of_missions(self, missions: Sequence[str]) -> Mapping[str, Sequence[Fact]]:
        return await self._told.of_missions(missions)

    async def facts_of_missions_of_place(self, place: str, missions: int) -> Sequence[Fact]:
        return await self._told.of_missions_of_place(place, missions)

    async def facts_of_article(self, article_id: str) -> Sequence[Fact]:
        return await self._told.of_article(article_id)

    async def facts_of_kinds(self, kinds: Sequence[FactKind], limit: int) -> Sequence[Fact]:
        return await self._told.of_kinds(kinds, limit)


def _keep_from_collector(*, again: bool) -> None:
    """Has the collector look past all that there is now: what stays as long as the file.

    Its look at 100,000 articles would hold up everybody for a fifth of a second, again and again.
    With a new generation (`again`) it looks once: what was under way when the one before was opened
    and is garbage by now must not stay for years.

    In between it looks at few at once, and seldom at all: what a question makes goes by itself when
    it is answered. A look at 20,000 new objects takes up to 10 ms, one at everything 10 to 20.
    """
    gc.set_threshold(*_COLLECTOR)
    if again:
        gc.unfreeze()
        gc.collect()
    gc.freeze()


async def _close(connections: Sequence[aiosqlite.Connection]) -> None:
    for connection in connections:
        await connection.close()


def _address(path: Path) -> str:
    """The library as a file that nobody writes: no locks are taken, no journal is looked for."""
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


def _place(entry: dict[str, Any]) -> Place:
    return Place(**{name: _frozen(value) for name, value in entry.items()})


def _frozen(value: Any) -> Any:
    """What JSON keeps as lists, within each other too ("joined" and its years), as tuples again."""
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value


def _topic(entry: dict[str, Any]) -> Topic:
    kinds = tuple(FactKind(kind) for kind in entry["facts"])
    return Topic(**entry | {"words": tuple(entry["words"]), "facts": kinds})


def _card(row: Sequence[Any]) -> ArticleCard:
    date = PublishedDate.fromisoformat(row[6], row[7]) if row[6] else None
    return ArticleCard(
        id=row[0],
        file=row[1],
        title=row[2],
        title_given=bool(row[3]),
        publisher=row[4],
        url=row[5],
        published=date,
        original=row[8],
        reader_note=row[9],
        paraphrased=bool(row[10]),
        about_states=bool(row[11]),
        story=row[12],
        superseded_by=row[13],
    )
