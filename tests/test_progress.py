"""Progress where there is no terminal: few lines. (The bar: tests/console/test_session.py.)"""

from __future__ import annotations

import io
import logging

import pytest

from bot.progress import Lines, shown_progress


def test_a_phase_that_ends_gives_one_line_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    with shown_progress(io.StringIO()) as progress:
        for done in range(1, 5):
            progress("reading", done, 4)
        progress("indexing", 1, 1)
    assert caplog.messages == ["reading: 4 of 4", "indexing: 1 of 1"]


def test_a_long_phase_gives_a_line_now_and_then_with_rate_and_time_left() -> None:
    times = iter([0.0, 2.0, 6.0, 7.0, 20.0])
    lines: list[str] = []
    progress = Lines(lines.append, lambda: next(times))
    for done in (1, 200, 600, 700, 2000):
        progress("reading", done, 2000)
    assert lines == ["reading: 600 of 2,000, 100/s, 14 s left", "reading: 2,000 of 2,000, 100/s"]


def test_an_unknown_total_is_not_shown() -> None:
    times = iter([0.0, 10.0])
    lines: list[str] = []
    progress = Lines(lines.append, lambda: next(times))
    progress("reading", 1, 0)
    progress("reading", 1000, 0)
    assert lines == ["reading: 1,000, 100/s"]
