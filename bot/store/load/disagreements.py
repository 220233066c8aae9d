"""Which borders a library gives two lengths for, by the rule that answers note it by."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping

from bot.language.agreement import Told, disagreeing, is_whole_length
from bot.language.places import Gazetteer
from bot.model import Quantity, Stance

_LENGTHS = (
    "SELECT fact.article, pairs, value, unit, value_text, approximation, scope, stance FROM fact "
    "LEFT JOIN version ON version.article = fact.article "
    "WHERE kind = 'length' AND value IS NOT NULL AND pairs != '' AND version.superseded_by IS NULL "
    "ORDER BY pairs, value, fact.article, fact.rowid"
)
_MOST_ALIKE = 3

Border = tuple[str, str]


def disputed_lengths(connection: sqlite3.Connection) -> dict[Border, tuple[str, str]]:
    """Each border with two lengths for it that differ, as two articles give them."""
    told: dict[Border, list[Told]] = defaultdict(list)
    alike: dict[tuple[object, ...], int] = defaultdict(int)
    for row in connection.execute(_LENGTHS):
        article, pairs, value, unit, text, approximation, scope, stance = row
        if "\n" in pairs or not is_whole_length(Stance(stance), scope):
            continue
        one, other = sorted(pairs.split(" "))
        # a thousand articles that give one figure need not be compared each with each
        same = (one, other, value, unit, approximation, scope)
        alike[same] += 1
        if alike[same] <= _MOST_ALIKE:
            quantity = Quantity(value, unit, text, approximation)
            told[one, other].append(Told(article, quantity, scope))
    sources = _sources(connection)

    def are_versions(one: str, other: str) -> bool:
        if one not in sources or other not in sources:
            return False
        (story, publisher), (another, its_publisher) = sources[one], sources[other]
        return story == another and (
            None in (publisher, its_publisher) or publisher == its_publisher
        )

    found = {}
    for border, lengths in told.items():
        if pair := disagreeing(lengths, are_versions):
            found[border] = (lengths[pair[0]].quantity.text, lengths[pair[1]].quantity.text)
    return found


def _sources(connection: sqlite3.Connection) -> dict[str, tuple[str, str | None]]:
    """The articles that are versions of others: the story of each, and its publisher."""
    rows = connection.execute(
        "SELECT version.article, story, publisher FROM version "
        "JOIN article ON article.id = version.article"
    )
    return {article: (story, publisher) for article, story, publisher in rows}


def in_words(
    now: Mapping[Border, tuple[str, str]],
    before: Mapping[Border, tuple[str, str]],
    gazetteer: Gazetteer,
) -> Iterator[str]:
    """The borders that are disputed now and were not before, each with what is said of it."""
    for one, other in sorted(now.keys() - before.keys()):
        border = f"{gazetteer.name(one)}–{gazetteer.name(other)}"
        yield f"length of the {border} border ({' ⁄ '.join(now[one, other])})"
