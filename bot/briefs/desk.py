"""The desk: the one door through which Discord, the console and the JSON put their requests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bot.model import About, Answer, Choice, Request


class Desk(Protocol):
    """Answers requests from one library. Every method may be called concurrently."""

    async def answer(self, request: Request) -> Answer:
        """The brief, or the NoAnswer, for borders, missions, source and ask."""
        ...

    async def complete(
        self, command: str, option: str, text: str, given: Mapping[str, str]
    ) -> tuple[Choice, ...]:
        """At most 25 offers for an option, best first; `given` are the options filled so far."""
        ...

    async def about(self) -> About:
        """What is loaded."""
        ...
