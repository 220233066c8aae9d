"""The sentences of a library file as readers ask for them: of an article, or by their words.

Words are looked up by stem in an FTS5 index. Ranking what was found costs a microsecond for each
sentence and reading it costs more, so common words are not ranked wherever they stand.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from bot.model import Passage, Stance
from bot.store import ReadPassage
from bot.store.facts import TOLD_HERE, Rows, keys_of, marks

_MOST_RANKED: Final = 8_000
_FREQUENCIES: Final = 10_000
"""So many stems' frequencies are remembered."""
_PASSAGE = (
    'article, number, paragraph, start, "end", text, places, focus_places, missions, '
    "focus_missions, stance"
)
_TOLD_HERE = TOLD_HERE.format(article="passage.article", number="passage.number")
# Only what ranks as high as the first so many, ties included, is read.
_BEST = (
    "WITH found AS MATERIALIZED "
    "(SELECT rowid AS place, rank AS score FROM passage_index WHERE passage_index MATCH ?), "
    "edge AS (SELECT score FROM found ORDER BY score LIMIT 1 OFFSET ?) "
    f"SELECT {_PASSAGE} FROM found CROSS JOIN passage ON passage.rowid = found.place "
    f"WHERE score <= coalesce((SELECT score FROM edge), 0) AND {_TOLD_HERE} "
    "ORDER BY score, article, number LIMIT ?"
)
_EVERY: Final = 2**31  # more than there are sentences
# What stands elsewhere is neither ranked nor read.
_BEST_OF_ARTICLES = (
    "WITH wanted AS MATERIALIZED (SELECT rowid AS place FROM passage WHERE article IN "
    "(SELECT value FROM json_each(?))) "
    f"SELECT {_PASSAGE} FROM passage_index "
    "CROSS JOIN wanted ON wanted.place = passage_index.rowid "
    "CROSS JOIN passage ON passage.rowid = wanted.place "
    f"WHERE passage_index MATCH ? AND {_TOLD_HERE} ORDER BY rank, article, number LIMIT ?"
)


class Sentences:
    """The sentences of one library file."""

    def __init__(self, rows: Rows, most_ranked: int = _MOST_RANKED) -> None:
        self._rows = rows
        self._most_ranked = most_ranked
        self._frequencies: dict[str, int] = {}

    async def of_articles(self, articles: Sequence[str]) -> Mapping[str, Sequence[ReadPassage]]:
        rows = await self._rows(
            f"SELECT {_PASSAGE} FROM passage WHERE article IN ({marks(articles)}) "
            "ORDER BY article, number",
            articles,
        )
        found: dict[str, list[ReadPassage]] = {article: [] for article in articles}
        for row in rows:
            found[row[0]].append(_passage(row))
        return found

    async def with_any(
        self, stems: Sequence[str], limit: int, latest: Sequence[str]
    ) -> Sequence[ReadPassage]:
        """The best sentences with any of the stems.

        Where each of these is common, the sentences with the two that are least so, or with more
        of them, and then those of the `latest` articles.
        """
        terms = _terms(stems)
        if not terms:
            return []
        frequencies = await self.frequencies(terms)
        known = sorted((n, term) for term, n in frequencies.items() if n)
        if not known or known[0][0] <= self._most_ranked:
            return await self._best(match_rare(frequencies, self._most_ranked), limit)
        found = await self._with_several([term for _, term in known], limit)
        if len(found) < limit:
            rows = await self._rows(
                _BEST_OF_ARTICLES, (json.dumps(latest), match_any(terms), limit)
            )
            found = list(dict.fromkeys([*found, *map(_passage, rows)]))[:limit]
        return found

    async def with_any_of_each(
        self, groups: Sequence[Sequence[str]], limit: int
    ) -> Sequence[ReadPassage]:
        """The best sentences with any stem of each group."""
        queries = [match_any(group) for group in groups]
        return await self._best(queries, limit) if all(queries) else []

    async def frequencies(self, stems: Sequence[str]) -> Mapping[str, int]:
        """In how many sentences each stem stands."""
        unknown = [stem for stem in stems if stem not in self._frequencies]
        if unknown:  # a stem takes the longer, the more sentences have it
            rows = await self._rows(
                f"SELECT term, doc FROM passage_vocabulary WHERE term IN ({marks(unknown)})",
                unknown,
            )
            if len(self._frequencies) > _FREQUENCIES:
                self._frequencies.clear()
            self._frequencies |= dict.fromkeys(unknown, 0) | dict(rows)
        return {stem: self._frequencies[stem] for stem in stems}

    async def _with_several(self, terms: Sequence[str], limit: int) -> list[ReadPassage]:
        """The best sentences with as few of the terms, the first ones, as can be ranked."""
        for size in range(2, len(terms) + 1):
            several = " AND ".join(f'"{term}"' for term in terms[:size])
            ((count,),) = await self._rows(
                "SELECT count(*) FROM passage_index WHERE passage_index MATCH ?", (several,)
            )
            if count <= self._most_ranked:
                return await self._best([several, match_any(terms)], limit)
        return []

    async def _best(self, queries: Sequence[str], limit: int) -> list[ReadPassage]:
        query = " AND ".join(f"({query})" for query in queries)
        rows = await self._rows(_BEST, (query, 2 * limit, limit))
        if len(rows) < limit:  # many of the best are told elsewhere
            rows = await self._rows(_BEST, (query, _EVERY, limit))
        return [_passage(row) for row in rows]


def match_rare(frequencies: Mapping[str, int], most: int = _MOST_RANKED) -> list[str]:
    """FTS5 queries for any of some stems, all of which must hold.

    Where too many sentences would be ranked, those with the rarer stems are, by all of the stems.
    """
    stems = sorted(frequencies, key=lambda stem: (frequencies[stem], stem))
    rare: list[str] = []
    found = 0
    for stem in stems:
        if found and found + frequencies[stem] > most:
            return [match_any(rare), match_any(stems)]
        rare.append(stem)
        found += frequencies[stem]
    return [match_any(stems)]


def match_any(stems: Iterable[str]) -> str:
    """An FTS5 query for any of the stems, each quoted, so that no character in them is syntax."""
    return " OR ".join(f'"{term}"' for term in _terms(stems))


def _terms(stems: Iterable[str]) -> list[str]:
    """The stems as the index cuts them: "su-24" is two."""
    plain = ("".join(ch if ch.isalnum() else " " for ch in stem) for stem in stems)
    return list(dict.fromkeys(term for text in plain for term in text.split()))


def _passage(row: Sequence[Any]) -> ReadPassage:
    return ReadPassage(
        Passage(row[0], row[1], row[2], row[3], row[4], row[5]),
        keys_of(row[6]),
        keys_of(row[7]),
        keys_of(row[8]),
        keys_of(row[9]),
        Stance(row[10]),
    )
