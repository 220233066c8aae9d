"""The ledger keeps what was written, whatever ends the process, and comes up to date by itself."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store.ledger import AuditEntry, Ledger, write_audit
from bot.store.migrate import Migration, backup_before, migrate, migrations
from tests.store.ledgers import NOON, on_ledger

ONE = Migration(1, "herons", "CREATE TABLE heron (name TEXT) STRICT;")
TWO = Migration(
    2, "nests", "CREATE TABLE nest (place TEXT) STRICT; INSERT INTO nest VALUES ('elm');"
)
WRONG = Migration(2, "nests", "CREATE TABLE nest (place TEXT) STRICT; INSERT INTO nast VALUES (1);")


def read(file: Path, sql: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(file)) as connection:
        return connection.execute(sql).fetchall()


def test_deeds_come_back_newest_first_and_by_server(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[tuple[AuditEntry, ...]]:
        later = NOON + datetime.timedelta(hours=1)
        await ledger.record("started", None, None, NOON, {"version": "1"})
        await ledger.record("digest set", 7, 70, later, {"time": "09:00", "silent": False})
        await ledger.record("digest off", 8, 80, later, {})
        return [
            await ledger.audit(2),
            await ledger.audit(9, guild_id=70),
            await ledger.audit(9, before=later),
        ]

    later = NOON + datetime.timedelta(hours=1)
    put = AuditEntry(later, "digest set", 7, 70, {"time": "09:00", "silent": False})
    assert on_ledger(tmp_path / "ledger.db", deed) == [
        (AuditEntry(later, "digest off", 8, 80, {}), put),
        (put,),
        (AuditEntry(NOON, "started", None, None, {"version": "1"}),),
    ]


def test_it_is_opened_so_that_a_write_that_returned_is_on_the_disk(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        return [(await ledger.rows("asking", f"PRAGMA {name}"))[0][0] for name in names]

    assert on_ledger(tmp_path / "ledger.db", deed) == ["wal", 2, 1, 10_000]


def test_a_transaction_that_fails_leaves_nothing_and_the_next_one_works(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> tuple[AuditEntry, ...]:
        with pytest.raises(ValueError, match="changed my mind"):
            async with ledger.transaction("trying") as connection:
                await write_audit(connection, "tried", 1, 1, NOON, {})
                raise ValueError("changed my mind")
        with pytest.raises(StoreError, match=r"trying: .*no such table"):
            async with ledger.transaction("trying") as connection:
                await connection.execute("INSERT INTO nowhere VALUES (1)")
        await ledger.record("done", 1, 1, NOON, {})
        return await ledger.audit(9)

    assert [entry.what for entry in on_ledger(tmp_path / "ledger.db", deed)] == ["done"]


@pytest.mark.parametrize("steps", range(12))
def test_a_transaction_that_is_cancelled_anywhere_is_whole_or_not_there(
    tmp_path: Path, steps: int
) -> None:
    async def deed(ledger: Ledger) -> list[str]:
        async def both() -> None:
            async with ledger.transaction("doing both") as connection:
                await write_audit(connection, "one", 1, 1, NOON, {})
                await write_audit(connection, "two", 1, 1, NOON, {})

        task = asyncio.create_task(both())
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task})
        await ledger.record("after", 1, 1, NOON, {})
        return [entry.what for entry in await ledger.audit(9)]

    assert on_ledger(tmp_path / "ledger.db", deed) in (["after"], ["after", "two", "one"])


def test_many_coroutines_take_turns(tmp_path: Path) -> None:
    async def deed(ledger: Ledger) -> int:
        deeds = [ledger.record("deed", number, None, NOON, {}) for number in range(50)]
        await asyncio.gather(*deeds, *(ledger.audit(5) for _ in range(20)))
        return len({entry.who_id for entry in await ledger.audit(100)})

    assert on_ledger(tmp_path / "ledger.db", deed) == 50


def test_what_was_recorded_outlives_a_kill(tmp_path: Path) -> None:
    program = f"""
import asyncio, datetime, os, pathlib, signal
from bot.store.ledger import open_ledger
async def run():
    now = datetime.datetime.now(datetime.UTC)
    async with open_ledger(pathlib.Path({str(tmp_path / "ledger.db")!r}), now) as ledger:
        await ledger.record("kept", 1, 1, now, {{}})
        os.kill(os.getpid(), signal.SIGKILL)
asyncio.run(run())
"""
    killed = subprocess.run([sys.executable, "-c", program], check=False, timeout=30)
    assert killed.returncode == -9
    kept = on_ledger(tmp_path / "ledger.db", lambda ledger: ledger.audit(9))
    assert [entry.what for entry in kept] == ["kept"]


# ── migrations ──────────────────────────────────────────────────────────────────────────────


def test_the_migrations_are_numbered_from_one_without_gaps() -> None:
    numbers = [step.number for step in migrations()]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_new_ledger_gets_every_migration_and_needs_no_copy(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    assert migrate(file, 5, (ONE, TWO)) == 2
    assert migrate(file, 6, (ONE, TWO)) == 0
    assert read(file, "SELECT * FROM migration") == [(1, "herons", 5), (2, "nests", 5)]
    assert not backup_before(file, 2).exists()


def test_an_older_ledger_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    migrate(file, 5, (ONE,))
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("INSERT INTO heron VALUES ('grey')")
        connection.commit()
    assert migrate(file, 6, (ONE, TWO)) == 1
    assert read(file, "SELECT name FROM heron") == [("grey",)]
    assert read(file, "SELECT place FROM nest") == [("elm",)]
    copy = backup_before(file, 2)
    assert read(copy, "SELECT name FROM heron") == [("grey",)]
    assert read(copy, "SELECT number FROM migration") == [(1,)]


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    migrate(file, 5, (ONE,))
    with pytest.raises(StoreError, match="migration 0002_nests failed: no such table: nast"):
        migrate(file, 6, (ONE, WRONG))
    assert read(file, "SELECT number FROM migration") == [(1,)]
    assert read(file, "SELECT name FROM sqlite_master WHERE name = 'nest'") == []
    assert migrate(file, 7, (ONE, TWO)) == 1


def test_a_ledger_of_a_newer_footnote_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    migrate(file, 5, (ONE, TWO))
    with pytest.raises(StoreError, match=r"newer Footnote .its form is 2, this one knows 1"):
        migrate(file, 6, (ONE,))
    assert read(file, "SELECT number FROM migration") == [(1,), (2,)]


@pytest.mark.parametrize("content", [b"no database at all, but some text " * 9, b""])
def test_a_file_that_is_no_ledger_is_refused_and_an_empty_one_becomes_one(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "ledger.db"
    file.write_bytes(content)
    if not content:
        assert migrate(file, 5, (ONE,)) == 1
        return
    with pytest.raises(StoreError, match="could not be brought up to date: file is not a database"):
        migrate(file, 5, (ONE,))
    assert file.read_bytes() == content


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "ledger.db"
    with contextlib.closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    with pytest.raises(StoreError, match="it is a database of something else"):
        migrate(file, 5, (ONE,))


def test_a_folder_that_cannot_be_written_is_a_store_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unable to open database file"):
        migrate(tmp_path / "missing" / "ledger.db", 5, (ONE,))
    assert list(tmp_path.iterdir()) == []
