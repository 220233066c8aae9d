"""`footnote backup`, `restore` and `forget` as people start them."""

from __future__ import annotations

import datetime
from pathlib import Path

from bot.store.ledger import AuditEntry, Ledger
from tests.program import run
from tests.small_corpus import write_small_corpus
from tests.store.ledgers import NOON, on_ledger


def _prepared(folder: Path) -> Path:
    write_small_corpus(folder / "seeds")
    (folder / "data").mkdir()

    async def write(ledger: Ledger) -> None:
        await ledger.record("loaded", 123456789012345678, None, NOON, {})

    on_ledger(folder / "data" / "ledger.db", write)
    return folder / "data" / "ledger.db"


def _audit(file: Path) -> tuple[AuditEntry, ...]:
    async def read(ledger: Ledger) -> tuple[AuditEntry, ...]:
        return await ledger.audit(9)

    return on_ledger(file, read)


def test_a_ledger_is_copied_its_person_forgotten_and_the_copy_put_back(tmp_path: Path) -> None:
    ledger = _prepared(tmp_path)
    copied = run("backup", "copy.db", cwd=tmp_path)
    assert (copied.returncode, copied.stdout) == (0, "Copied data/ledger.db to copy.db\n")
    again = run("backup", "copy.db", cwd=tmp_path)
    assert (again.returncode, again.stderr) == (
        2,
        "footnote: copy.db is there already; name a file that is not\n",
    )
    forgotten = run("forget", "123456789012345678", cwd=tmp_path)
    assert forgotten.stdout == "Removed 123456789012345678 from 1 entry of data/ledger.db\n"
    assert [entry.who_id for entry in _audit(ledger)] == [0]
    restored = run("restore", "copy.db", cwd=tmp_path)
    lines = restored.stdout.splitlines()
    assert lines[0] == "Put copy.db back as data/ledger.db"
    stamp = datetime.datetime.now(datetime.UTC).strftime("%Y%m")
    assert lines[1].startswith(f"What was there before is kept as data/ledger.db.replaced-{stamp}")
    assert [entry.who_id for entry in _audit(ledger)] == [123456789012345678]
    told = run("forget", "123456789012345678", cwd=tmp_path).stdout.splitlines()
    assert told[1].startswith("A copy that may still hold it: data/ledger.db.replaced-")


def test_what_is_no_user_id_is_wrong_use(tmp_path: Path) -> None:
    done = run("forget", "alice", cwd=tmp_path)
    assert done.returncode == 2
    assert "“alice” is no user id; expected digits" in done.stderr
