"""How much one person, or one server, may have answered: pure, with the clock handed in.

A bucket of tokens each: it fills steadily up to the allowance, and each answer takes one. So a
burst is served at once, and only a flood has to wait.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Hashable
from typing import Final

from bot.errors import RequestError
from bot.settings import Allowance

_BUCKETS: Final = 10_000


class Pace:
    """The buckets of one kind. Without an allowance nobody waits."""

    def __init__(
        self, allowance: Allowance | None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._allowance, self._clock = allowance, clock
        self._full_at: dict[Hashable, float] = {}

    def wait(self, key: Hashable) -> float:
        """Takes a token and gives 0; or gives the seconds until there is one, and takes none."""
        if self._allowance is None:
            return 0.0
        now = self._clock()
        each = self._allowance.seconds / self._allowance.count
        # a bucket is one number: the time at which it would be full again
        full_at = max(self._full_at.get(key, now), now) + each
        late = full_at - now - self._allowance.seconds
        if late > 1e-9:
            return late
        self._full_at[key] = full_at
        if len(self._full_at) > _BUCKETS:
            self._full_at = {k: full for k, full in self._full_at.items() if full > now}
        return 0.0


class Cooldown:
    """The pace of people and of servers together."""

    def __init__(self, person: Pace, server: Pace) -> None:
        self._person, self._server = person, server

    def check(self, user_id: int, guild_id: int | None) -> None:
        """Raises RequestError, worded for the person, where they or their server have to wait."""
        if seconds := self._person.wait(user_id):
            raise RequestError(
                f"that was a lot at once; please ask again in {_shown(seconds)}, and I'm all yours"
            )
        if guild_id is not None and (seconds := self._server.wait(guild_id)):
            raise RequestError(
                f"this server has asked a lot at once; please ask again in {_shown(seconds)}"
            )


def _shown(seconds: float) -> str:
    whole = math.ceil(seconds)
    return f"{whole} second{'' if whole == 1 else 's'}"
