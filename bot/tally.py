"""What has happened since the start, counted: for /status and for whoever measures from outside.

Plain numbers, so that counting costs nothing and needs no library; `bot.metrics` turns them into
Prometheus's format when somebody asks. Holds no one's words and no one's name.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

BOUNDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Upper bounds of the classes of durations, in seconds; one more class has no bound."""
_DAY: Final = 86_400.0
_ERRORS_KEPT: Final = 10_000


@dataclass(slots=True)
class Durations:
    """How long something took: so many in each class of `BOUNDS`, and all of them together."""

    classes: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    total: float = 0.0

    def add(self, seconds: float) -> None:
        self.classes[bisect_left(BOUNDS, seconds)] += 1
        self.total += seconds


class Tally:
    """The counts. `clock` gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.requests: Counter[tuple[str, str]] = Counter()
        self.durations: dict[str, Durations] = {}
        self.discord_errors: Counter[str] = Counter()
        self.loads: Counter[str] = Counter()
        self.digests: Counter[str] = Counter()
        self.reconnects = 0
        self._errors: deque[float] = deque(maxlen=_ERRORS_KEPT)

    def request(self, command: str, outcome: str, seconds: float) -> None:
        """One request: "answered", "refused", "failed", or "lost" where Discord took no answer."""
        self.requests[command, outcome] += 1
        self.durations.setdefault(command, Durations()).add(seconds)
        if outcome == "failed":
            self.error()

    def discord_error(self, kind: str) -> None:
        """Discord refused something or could not be reached; `kind` is an HTTP status or a name."""
        self.discord_errors[kind] += 1

    def load(self, outcome: str) -> None:
        """One load of the corpus: "loaded", "tried", "refused" or "rolled back"."""
        self.loads[outcome] += 1

    def digest(self, result: str) -> None:
        """One digest: how it ended."""
        self.digests[result] += 1

    def reconnect(self) -> None:
        """The gateway was joined anew."""
        self.reconnects += 1

    def error(self) -> None:
        """A fault inside Footnote."""
        self._errors.append(self._clock())

    def errors_of_the_last_day(self) -> int:
        """How many faults there were in the last 24 hours, up to ten thousand."""
        since = self._clock() - _DAY
        while self._errors and self._errors[0] < since:
            self._errors.popleft()
        return len(self._errors)
