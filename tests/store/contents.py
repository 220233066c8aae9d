"""What a library holds, whatever its rows are numbered."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

_BY_KEY = ("meta", "rejected", "article", "signature", "version", "retelling", "mission", "naming")


def contents(library: Path) -> dict[str, Any]:
    """The rows of each table, facts and sentences without their numbers, facts in the order in
    which an article's are told; and how often each term stands in the index."""
    with closing(sqlite3.connect(library)) as connection:
        run = connection.execute
        found: dict[str, Any] = {
            table: sorted(run(f"SELECT * FROM {table}"), key=repr) for table in _BY_KEY
        }
        found["passage"] = [
            row[1:] for row in run("SELECT * FROM passage ORDER BY article, number")
        ]
        found["fact"] = [row[1:] for row in run("SELECT * FROM fact ORDER BY article, rowid")]
        found["fact_place"] = sorted(
            run(
                "SELECT fact.article, fact.numbers, fact.kind, place, turn, fact_place.age "
                "FROM fact_place JOIN fact ON fact.rowid = fact_place.fact"
            )
        )
        found["terms"] = run("SELECT * FROM passage_vocabulary").fetchall()
        run("CREATE VIRTUAL TABLE temp.stood USING fts5vocab(main, passage_index, instance)")
        found["index"] = sorted(
            run(
                "SELECT term, article, number, offset FROM temp.stood "
                "JOIN passage ON passage.rowid = doc"
            )
        )
    return found


def differences(one: Path, other: Path) -> list[str]:
    """The tables in which two libraries differ, each with a row or two that only one has."""
    left, right = contents(one), contents(other)
    found = []
    for table, rows in left.items():
        if rows != right[table]:
            only = [row for row in rows if row not in right[table]][:2]
            missing = [row for row in right[table] if row not in rows][:2]
            found.append(f"{table}: only in the first {only}, only in the second {missing}")
    return found
