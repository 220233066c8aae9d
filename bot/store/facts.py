"""The facts of a library file as readers ask for them: of a place, of a border, of a mission.

What is told first (`turn` and `age` in library.sql) is found by index, so that an answer reads some
hundred facts at most, however many the corpus has. The facts come in order of article and sentence.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final

from bot.model import Fact, FactKind, MissionStatus, Passage, Quantity, Stance
from bot.store import AT_A_BORDER

Rows = Callable[[str, Sequence[Any]], Awaitable[list[Any]]]
"""Runs a query."""

_MOST: Final = 1000
_MOST_OF_KIND: Final = 40
"""So many facts of a kind are read of a border; a card tells six."""
_MOST_OF_ROLE: Final = 8
"""So many facts are read of a mission that tell the same of it."""
_MOST_OF_MISSION: Final = 500
_AT_ONCE: Final = 400
_MISSIONS_AT_ONCE: Final = 100
"""Parts of a query; SQLite takes 500 at most."""
_AT_HAND: Final = 50
"""More facts than these are put together beside the event loop."""

# What another version of the story tells, or told until it was superseded, is told there.
TOLD_HERE: Final = (
    "NOT EXISTS (SELECT 1 FROM version WHERE version.article = {article} "
    "AND version.superseded_by IS NOT NULL) "
    "AND NOT EXISTS (SELECT 1 FROM retelling WHERE retelling.version = {article} "
    "AND retelling.version_number = {number} AND NOT retelling.changed)"
)
FACT_TOLD_HERE: Final = TOLD_HERE.format(
    article="fact.article", number="json_extract(fact.numbers, '$[' || fact.at || ']')"
)
_FACT = (
    "rowid, kind, article, at, places, mission, role, value, unit, value_text, "
    "approximation, status, stance, attributed_to, scope, pairs"
)
_AT_BORDER = (
    "SELECT * FROM (SELECT fact_place.kind, turn, fact_place.age, fact_place.article, fact "
    "FROM fact_place JOIN fact ON fact.rowid = fact_place.fact WHERE place = ? "
    f"AND fact_place.kind = ? AND turn < {AT_A_BORDER} AND {FACT_TOLD_HERE} "
    "ORDER BY turn, fact_place.age, fact_place.article, fact LIMIT ?)"
)
_OF_MISSION = (
    "SELECT number FROM (SELECT number, row_number() OVER (PARTITION BY role, status "
    "ORDER BY age, article, number) AS nth FROM (SELECT rowid AS number, role, status, "
    f"age, article FROM fact WHERE mission = ? AND {FACT_TOLD_HERE} "
    "ORDER BY age, article, rowid LIMIT ?)) WHERE nth <= ?"
)


class Facts:
    """The facts of one library file."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._tallies: dict[tuple[str, ...], Mapping[str, int]] = {}

    async def of_place(self, place: str, kinds: Sequence[FactKind]) -> Sequence[Fact]:
        rows = await self._rows(
            "SELECT fact FROM fact_place JOIN fact ON fact.rowid = fact_place.fact "
            f"WHERE place = ? AND fact_place.kind IN ({marks(kinds)}) AND {FACT_TOLD_HERE} "
            "ORDER BY fact_place.age, fact_place.article, fact LIMIT ?",
            (place, *_values(kinds), _MOST),
        )
        return await self._read([number for (number,) in rows])

    async def at_borders_of(
        self, places: Sequence[str], kinds: Sequence[FactKind]
    ) -> Sequence[Fact]:
        """Of each kind those that are told first, of one place after the other."""
        every_kind = " UNION ALL ".join([_AT_BORDER] * len(kinds))
        found = await asyncio.gather(
            *(
                self._rows(
                    every_kind,
                    [part for kind in _values(kinds) for part in (place, kind, _MOST_OF_KIND)],
                )
                for place in places
            )
        )
        return await self._first_of_kinds(found)

    async def naming_both(
        self, left: Sequence[str], right: Sequence[str], kinds: Sequence[FactKind]
    ) -> Sequence[Fact]:
        """As `at_borders_of` the left ones, where one of the right ones is named, too."""
        found = []
        for place in left:
            rows = await self._rows(
                "SELECT kind, turn, age, article, fact FROM (SELECT fact_place.kind, turn, "
                "fact_place.age, fact_place.article, fact, row_number() OVER (PARTITION BY "
                "fact_place.kind ORDER BY turn, fact_place.age, fact_place.article, fact) AS nth "
                "FROM fact_place JOIN fact ON fact.rowid = fact_place.fact "
                f"WHERE place = ? AND fact_place.kind IN ({marks(kinds)}) AND fact IN ("
                f"SELECT fact FROM fact_place WHERE place IN ({marks(right)}) "
                f"AND kind IN ({marks(kinds)})) AND {FACT_TOLD_HERE}) WHERE nth <= ?",
                (place, *_values(kinds), *right, *_values(kinds), _MOST_OF_KIND),
            )
            found.append(rows)
        return await self._first_of_kinds(found)

    async def _first_of_kinds(self, found: Sequence[Sequence[Any]]) -> Sequence[Fact]:
        """Of facts found by place, as (kind, turn, age, article, number): those of each kind that
        are told first."""
        count: Counter[str] = Counter()
        numbers: set[int] = set()
        for kind, _, _, _, number in sorted({row for rows in found for row in rows}):
            if number not in numbers and count[kind] < _MOST_OF_KIND:
                count[kind] += 1
                numbers.add(number)
        read = await asyncio.gather(
            *(self._read([row[4] for row in rows if row[4] in numbers]) for rows in found)
        )
        return list(dict.fromkeys(fact for facts in read for fact in facts))

    async def places_told_of(self) -> frozenset[str]:
        # from one place to the next in the index: a few hundred steps, however many facts
        rows = await self._rows(
            "WITH RECURSIVE told(place) AS (SELECT min(place) FROM fact_place UNION ALL "
            "SELECT (SELECT min(place) FROM fact_place WHERE place > told.place) FROM told "
            "WHERE told.place IS NOT NULL) SELECT place FROM told WHERE place IS NOT NULL",
            (),
        )
        return frozenset(place for (place,) in rows)

    async def tally_of_places(self, kinds: Sequence[FactKind]) -> Mapping[str, int]:
        key = tuple(sorted(_values(kinds)))
        if key not in self._tallies:
            rows = await self._rows(
                f"SELECT place, count(*) FROM fact_place WHERE kind IN ({marks(key)}) "
                "GROUP BY place",
                key,
            )
            self._tallies[key] = dict(rows)
        return self._tallies[key]

    async def of_mission(self, mission: str) -> Sequence[Fact]:
        return (await self.of_missions((mission,)))[mission]

    async def of_missions(self, missions: Sequence[str]) -> Mapping[str, Sequence[Fact]]:
        numbers: list[int] = []
        for start in range(0, len(missions), _MISSIONS_AT_ONCE):
            some = missions[start : start + _MISSIONS_AT_ONCE]
            rows = await self._rows(
                " UNION ALL ".join([_OF_MISSION] * len(some)),
                [part for key in some for part in (key, _MOST_OF_MISSION, _MOST_OF_ROLE)],
            )
            numbers += (number for (number,) in rows)
        by_mission: dict[str, list[Fact]] = {mission: [] for mission in missions}
        for fact in await self._read(numbers):
            if fact.mission is not None:
                by_mission[fact.mission].append(fact)
        return by_mission

    async def of_missions_of_place(self, place: str, missions: int) -> Sequence[Fact]:
        rows = await self._rows(
            "SELECT number FROM (SELECT number, nth, mission, "
            "dense_rank() OVER (ORDER BY mission IS NULL, publishers DESC, mission) AS place "
            "FROM (SELECT fact.rowid AS number, fact.mission, publishers, row_number() OVER ("
            "PARTITION BY fact.mission ORDER BY fact.age, fact.article, fact.rowid) AS nth "
            "FROM fact_place JOIN fact ON fact.rowid = fact_place.fact "
            "LEFT JOIN mission ON mission.key = fact.mission "
            f"WHERE place = ? AND fact_place.kind = 'mission' AND {FACT_TOLD_HERE}) "
            "WHERE nth <= ?) WHERE mission IS NULL OR place <= ?",
            (place, _MOST_OF_ROLE, missions),
        )
        return await self._read([number for (number,) in rows])

    async def of_article(self, article_id: str) -> Sequence[Fact]:
        rows = await self._rows("SELECT rowid FROM fact WHERE article = ?", (article_id,))
        return await self._read([number for (number,) in rows])

    async def of_kinds(self, kinds: Sequence[FactKind], limit: int) -> Sequence[Fact]:
        rows = await self._rows(
            f"SELECT rowid FROM fact WHERE kind IN ({marks(kinds)}) AND {FACT_TOLD_HERE} "
            "ORDER BY age, article, rowid LIMIT ?",
            (*_values(kinds), limit),
        )
        return await self._read([number for (number,) in rows])

    async def _read(self, numbers: Sequence[int]) -> Sequence[Fact]:
        facts: list[Any] = []
        passages: list[Any] = []
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            both = await asyncio.gather(
                self._rows(f"SELECT {_FACT} FROM fact WHERE rowid IN ({marks(some)})", some),
                self._rows(
                    "SELECT fact.rowid, passage.article, passage.number, paragraph, start, "
                    'passage."end", text FROM fact, json_each(fact.numbers) AS one JOIN passage '
                    "ON passage.article = fact.article AND passage.number = one.value "
                    f"WHERE fact.rowid IN ({marks(some)}) ORDER BY fact.rowid, one.key",
                    some,
                ),
            )
            facts += both[0]
            passages += both[1]
        if len(facts) <= _AT_HAND:
            return _facts(facts, passages)
        return await asyncio.to_thread(_facts, facts, passages)


def _facts(rows: Sequence[Any], passages: Sequence[Any]) -> list[Fact]:
    texts: dict[int, list[Passage]] = defaultdict(list)
    for number, *passage in passages:
        texts[number].append(Passage(*passage))
    ordered = sorted(rows, key=lambda row: (row[2], row[0]))
    return [_fact(row, tuple(texts[row[0]])) for row in ordered]


def _fact(row: Sequence[Any], passages: tuple[Passage, ...]) -> Fact:
    quantity = Quantity(row[7], row[8], row[9], row[10]) if row[7] is not None else None
    return Fact(
        kind=FactKind(row[1]),
        passages=passages,
        at=row[3],
        places=keys_of(row[4]),
        mission=row[5],
        role=row[6],
        quantity=quantity,
        status=MissionStatus(row[11]) if row[11] else None,
        stance=Stance(row[12]),
        attributed_to=row[13],
        scope=row[14],
        pairs=tuple(_pair(line) for line in keys_of(row[15])),
    )


def keys_of(text: str) -> tuple[str, ...]:
    """The keys that a column holds, one a line."""
    return tuple(text.split("\n")) if text else ()


def _pair(line: str) -> tuple[str, str]:
    one, _, other = line.partition(" ")
    return one, other


def _values(kinds: Sequence[FactKind]) -> list[str]:
    return [kind.value for kind in kinds]


def marks(values: Sequence[Any]) -> str:
    return ",".join("?" * len(values))
