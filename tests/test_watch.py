"""A corpus that is watched: one call for a bunch of changes, also after the folder was away."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

from bot.watch import watch


async def _watched(folder: Path, story: object, quiet: float = 0.1) -> int:
    calls = 0
    called = asyncio.Event()

    async def changed() -> None:
        nonlocal calls
        calls += 1
        called.set()

    watching = asyncio.create_task(watch(folder, changed, quiet, 0.05))
    try:
        await story(called)  # type: ignore[operator]
    finally:
        watching.cancel()
        await asyncio.wait({watching})
    return calls


def test_a_bunch_of_changes_is_one_call(tmp_path: Path) -> None:
    async def story(called: asyncio.Event) -> None:
        # until the watch stands, changes go unseen: touch one file until they are seen
        while not called.is_set():
            (tmp_path / "first.md").write_text(str(asyncio.get_running_loop().time()))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(called.wait(), 0.5)
        called.clear()
        for number in range(200):
            (tmp_path / f"{number}.md").write_text("x")
        await asyncio.wait_for(called.wait(), 10)

    assert asyncio.run(_watched(tmp_path, story)) <= 4


def test_a_folder_that_is_away_is_watched_again_when_it_is_back(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "mounted"

    async def story(called: asyncio.Event) -> None:
        await asyncio.wait_for(called.wait(), 10)
        folder.mkdir()
        called.clear()
        await asyncio.wait_for(called.wait(), 10)

    assert asyncio.run(_watched(folder, story)) >= 2
