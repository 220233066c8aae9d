"""Loads while a library is answered from: in a real child process, or in one that a test writes."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import sys
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from bot.errors import BusyError, StoreError
from bot.loads import PROGRAM, Asked, Loads, load_in_child, wait_for_turn
from bot.store.ledger import Ledger, open_ledger
from bot.store.library import Library
from bot.store.load import load
from bot.store.lock import locked
from bot.tally import Tally
from tests.program import ROOT
from tests.small_corpus import FRONTIER, write_small_corpus

NOW = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a corpus and its library."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    load(write_small_corpus(tmp_path / "seeds"), tmp_path / "library.db", lambda *_: None)
    return tmp_path


@contextlib.asynccontextmanager
async def opened(
    folder: Path, program: Sequence[str] = PROGRAM
) -> AsyncIterator[tuple[Loads, Library, Ledger]]:
    async with (
        open_ledger(folder / "ledger.db", NOW) as ledger,
        Library(folder / "library.db") as library,
    ):
        loads = Loads(folder / "seeds", library, ledger, Tally(), lambda: NOW, program)
        try:
            yield loads, library, ledger
        finally:
            await loads.close()


def child(code: str) -> tuple[str, ...]:
    """A program that runs this code instead of a load."""
    return (sys.executable, "-c", f"import json, sys, time\n{code}")


async def _count(library: Library) -> int:
    async with library.view() as view:
        return len(view.cards)


def test_a_load_is_answered_from_as_soon_as_it_is_done_and_can_be_taken_back(folder: Path) -> None:
    async def story() -> list[object]:
        async with opened(folder) as (loads, library, ledger):
            (folder / "seeds" / "more.md").write_text(FRONTIER.replace("Estonia", "Latvia"))
            tried = await loads.start(Asked(7, dry_run=True)).task
            counts: list[object] = [tried.counts(), tried.dry_run, await _count(library)]
            report = await loads.start(Asked(7, 9)).task
            counts += [report.counts(), report.dry_run, await _count(library)]
            for _ in range(2):
                await loads.roll_back(Asked(8))
                counts.append(await _count(library))
            entries = await ledger.audit(10)
            return [*counts, *((e.what, e.who_id, e.guild_id, e.at) for e in entries)]

    added = "1 added · 0 changed · 0 removed · 2 unchanged · 1 rejected"
    assert asyncio.run(story()) == [
        *(added, True, 2),
        *(added, False, 3),
        *(2, 3),
        ("rolled back", 8, None, NOW),
        ("rolled back", 8, None, NOW),
        ("loaded", 7, 9, NOW),
    ]


def test_a_load_that_is_refused_says_why_and_changes_nothing(folder: Path) -> None:
    for file in (folder / "seeds").rglob("*.*"):
        file.unlink()

    async def story() -> tuple[int, list[str]]:
        async with opened(folder) as (loads, library, ledger):
            with pytest.raises(StoreError, match="none of the 0 files found in it is an article"):
                await loads.start(Asked(7)).task
            return await _count(library), [entry.what for entry in await ledger.audit(10)]

    assert asyncio.run(story()) == (2, ["load refused"])


def test_who_holds_the_lock_is_told(folder: Path) -> None:
    async def story() -> None:
        async with opened(folder) as (loads, _, _):
            with (
                locked(folder / "library.db", "footnote index", NOW),
                pytest.raises(StoreError, match=r"^footnote index \(process \d+\) has been load"),
            ):
                await loads.start(Asked()).task

    asyncio.run(story())


def test_a_second_load_beside_the_first_is_refused_and_a_stop_ends_the_first(folder: Path) -> None:
    async def story() -> bool:
        async with opened(folder, child("time.sleep(60)")) as (loads, _, _):
            running = loads.start(Asked())
            with pytest.raises(BusyError):
                loads.start(Asked())
            with pytest.raises(BusyError):
                await loads.roll_back(Asked())
            await loads.close()
            return running.task.cancelled()

    assert asyncio.run(story())


STEPS = """
print(json.dumps({"progress": {"phase": "reading", "done": 3, "total": 9}}), file=sys.stderr)
print("a line of its log", file=sys.stderr)
print('{"progress": []}', file=sys.stderr)
print("x" * 3_000_000, file=sys.stderr)
"""


def test_progress_is_passed_on_and_the_rest_of_a_childs_lines_is_logged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps: list[tuple[str, int, int]] = []
    program = child(STEPS + 'print("footnote: the disk is full", file=sys.stderr); sys.exit(2)')
    work = load_in_child(
        tmp_path, tmp_path / "l.db", lambda *step: steps.append(step), program=program
    )
    with pytest.raises(StoreError, match=r"^the disk is full$"):
        asyncio.run(work)
    assert steps == [("reading", 3, 9)]
    assert "a line of its log\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("code", "told"),
    [("sys.exit(3)", "ended with status 3"), ("import os; os.kill(os.getpid(), 9)", "was killed")],
)
def test_a_child_that_dies_without_a_word_is_told_so(tmp_path: Path, code: str, told: str) -> None:
    work = load_in_child(tmp_path, tmp_path / "l.db", lambda *_: None, program=child(code))
    with pytest.raises(StoreError, match=rf"{told}; nothing was changed$"):
        asyncio.run(work)


def test_a_start_waits_for_a_load_that_is_at_work(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")

    async def story() -> None:
        with locked(tmp_path / "library.db", "footnote index", NOW):
            waiting = asyncio.create_task(wait_for_turn(tmp_path / "library.db", 0.01))
            done, _ = await asyncio.wait({waiting}, timeout=0.1)
            assert not done
        await asyncio.wait_for(waiting, 5)

    asyncio.run(story())
    assert [record.getMessage().partition(" (")[0] for record in caplog.records] == [
        "waiting: footnote index"
    ]
