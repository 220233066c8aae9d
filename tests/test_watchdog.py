"""What ends a process that has been dead for too long."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from bot.watchdog import EXIT_STATUS, Watchdog
from tests.program import ROOT


def reason_of(is_connected: Callable[[], bool], hang: bool) -> str | None:
    """Why a watchdog with a tenth of a second of patience would have ended the process."""
    reasons: list[str] = []
    ended = threading.Event()

    def end(reason: str) -> None:
        reasons.append(reason)
        ended.set()

    async def story() -> None:
        beating = asyncio.create_task(Watchdog(0.1, is_connected, end, every=0.01).beat())
        await asyncio.sleep(0)
        if hang:
            ended.wait(5)
        else:
            await asyncio.to_thread(ended.wait, 0.5)
        beating.cancel()
        await asyncio.wait({beating})

    asyncio.run(story())
    return reasons[0] if reasons else None


def test_a_loop_that_hangs_is_told_with_the_place_where_it_hangs() -> None:
    reason = reason_of(lambda: True, hang=True)
    assert reason is not None
    assert reason.startswith("the event loop has been dead for 0 s, at ")
    assert "threading.py" in reason


def test_a_gateway_that_is_away_is_told() -> None:
    reason = reason_of(lambda: False, hang=False)
    assert reason == "there has been no connection to Discord for 0 s"


def test_what_lives_is_left_alone() -> None:
    assert reason_of(lambda: True, hang=False) is None


HANGS = """
import asyncio, logging, sys, threading
from bot.watchdog import Watchdog
logging.basicConfig(format="%(levelname)s %(message)s")

async def main():
    task = asyncio.create_task(Watchdog(0.2, lambda: True, every=0.02).beat())
    await asyncio.sleep(0.05)
    HANG

asyncio.run(main())
"""


@pytest.mark.parametrize(
    "hang",
    ["threading.Event().wait()", "logging.getLogger().handlers[0].acquire(); CLOSE"],
    ids=["anywhere", "with the log in its hands"],
)
def test_the_process_really_ends(hang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code = HANGS.replace("HANG", hang.replace("CLOSE", "threading.Event().wait()"))
    if "acquire" in hang:
        code = code.replace(
            "import Watchdog", "import Watchdog\nimport bot.watchdog as w\nw._LOG_SECONDS = 0.1"
        )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=30
    )
    assert done.returncode == EXIT_STATUS
    if "acquire" not in hang:
        assert done.stderr.startswith("CRITICAL ending, to be started anew: the event loop has")
        assert len(done.stderr.splitlines()) == 1
