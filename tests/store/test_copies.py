"""Copies of the ledger: whole while others write, checked before they are put back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from bot.errors import BusyError, StoreError
from bot.store.copies import back_up, check, restore
from bot.store.ledger import Ledger
from bot.store.lock import running
from bot.store.migrate import migrations
from tests.store.ledgers import NOON, on_ledger


def deeds(file: Path) -> list[str]:
    async def read(ledger: Ledger) -> list[str]:
        return [entry.what for entry in await ledger.audit(99)]

    return on_ledger(file, read)


def record(file: Path, what: str, then: Path | None = None) -> None:
    """Writes a deed; with `then`, a copy is made while the ledger is open."""

    async def write(ledger: Ledger) -> None:
        await ledger.record(what, None, None, NOON, {})
        if then is not None:
            back_up(file, then)

    on_ledger(file, write)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    file = tmp_path / "data" / "ledger.db"
    file.parent.mkdir()
    record(file, "first")
    return file


def test_a_copy_made_while_it_is_open_holds_all_and_is_one_file(
    ledger: Path, tmp_path: Path
) -> None:
    record(ledger, "second", then=tmp_path / "copy.db")
    assert check(tmp_path / "copy.db") == len(migrations())
    assert sorted(file.name for file in tmp_path.glob("copy*")) == ["copy.db"]
    assert deeds(tmp_path / "copy.db") == ["second", "first"]


def test_a_copy_is_put_back_and_what_was_there_is_kept(ledger: Path, tmp_path: Path) -> None:
    back_up(ledger, tmp_path / "copy.db")
    record(ledger, "later")
    kept = restore(tmp_path / "copy.db", ledger, NOON)
    assert kept == ledger.with_name("ledger.db.replaced-20310504T120000Z")
    assert deeds(ledger) == ["first"]
    assert deeds(kept) == ["later", "first"]


def test_a_log_of_writes_that_a_kill_left_is_kept_and_not_played_into_the_copy(
    ledger: Path, tmp_path: Path
) -> None:
    back_up(ledger, tmp_path / "copy.db")
    writing = sqlite3.connect(ledger)
    writing.execute("UPDATE audit SET what = 'unsaved'")
    writing.commit()
    log = ledger.with_name("ledger.db-wal")
    left = log.read_bytes()
    writing.close()
    log.write_bytes(left)
    kept = restore(tmp_path / "copy.db", ledger, NOON)
    assert deeds(ledger) == ["first"]
    assert kept is not None
    assert deeds(kept) == ["unsaved"]


def test_into_an_empty_folder(ledger: Path, tmp_path: Path) -> None:
    back_up(ledger, tmp_path / "copy.db")
    (tmp_path / "other").mkdir()
    assert restore(tmp_path / "copy.db", tmp_path / "other" / "ledger.db", NOON) is None
    assert deeds(tmp_path / "other" / "ledger.db") == ["first"]


def test_a_broken_ledger_can_be_replaced_and_its_bytes_are_kept(
    ledger: Path, tmp_path: Path
) -> None:
    back_up(ledger, tmp_path / "copy.db")
    ledger.write_bytes(b"broken" * 999)
    kept = restore(tmp_path / "copy.db", ledger, NOON)
    assert kept is not None
    assert kept.read_bytes() == b"broken" * 999
    assert deeds(ledger) == ["first"]


def _newer(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO migration VALUES (9999, 'later', 0)")


def _torn(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096 : 4096 + 512] = b"\xff" * 512
    file.write_bytes(content)


def _other(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE shopping (item TEXT)")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_newer, r"copy\.db was written by a newer Footnote \(its form is 9999"),
        (_torn, r"copy\.db is no sound ledger: "),
        (_other, r"copy\.db is no sound ledger: no such table: migration"),
        (Path.unlink, r"there is no file .*copy\.db"),
        (lambda file: file.write_text("x" * 5000), r"is no sound ledger: file is not a database"),
    ],
)
def test_what_is_no_sound_copy_is_refused_and_changes_nothing(
    ledger: Path, tmp_path: Path, spoil: object, told: str
) -> None:
    back_up(ledger, tmp_path / "copy.db")
    spoil(tmp_path / "copy.db")  # type: ignore[operator]
    before = ledger.read_bytes()
    with pytest.raises(StoreError, match=told):
        restore(tmp_path / "copy.db", ledger, NOON)
    assert ledger.read_bytes() == before


def test_nothing_is_put_back_under_a_running_bot(ledger: Path, tmp_path: Path) -> None:
    back_up(ledger, tmp_path / "copy.db")
    with (
        running(ledger.parent, "footnote run", NOON),
        pytest.raises(
            BusyError, match=r"^footnote run \(process \d+\) has been using .*data since"
        ),
    ):
        restore(tmp_path / "copy.db", ledger, NOON)


def test_no_copy_overwrites_a_file_or_comes_of_nothing(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    with pytest.raises(StoreError, match="is there already; name a file that is not"):
        back_up(ledger, tmp_path / "precious.txt")
    with pytest.raises(StoreError, match=r"could not be copied to .*nowhere"):
        back_up(ledger, tmp_path / "nowhere" / "copy.db")
    with pytest.raises(StoreError, match="there is no ledger at"):
        back_up(tmp_path / "none.db", tmp_path / "copy.db")
    assert (tmp_path / "precious.txt").read_text() == "mine"
