"""What is counted since the start."""

from __future__ import annotations

from bot.tally import BOUNDS, Tally


def test_requests_are_counted_by_command_and_outcome_with_their_durations() -> None:
    tally = Tally(lambda: 0.0)
    tally.request("/borders", "answered", 0.004)
    tally.request("/borders", "refused", 0.005)
    tally.request("/ask", "answered", 99.0)
    assert tally.requests == {
        ("/borders", "answered"): 1,
        ("/borders", "refused"): 1,
        ("/ask", "answered"): 1,
    }
    assert tally.durations["/borders"].classes == [2] + [0] * len(BOUNDS)
    assert tally.durations["/ask"].classes == [0] * len(BOUNDS) + [1]
    assert tally.durations["/ask"].total == 99.0


def test_faults_are_counted_for_a_day() -> None:
    now = [0.0]
    tally = Tally(lambda: now[0])
    tally.request("/ask", "failed", 0.1)
    now[0] = 3600.0
    tally.error()
    assert tally.errors_of_the_last_day() == 2
    now[0] = 86_401.0
    assert tally.errors_of_the_last_day() == 1
