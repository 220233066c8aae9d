"""The desk: the one door through which Discord, the console and the JSON put their requests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Protocol

from bot.briefs.asking.ask import ask
from bot.briefs.borders import borders
from bot.briefs.checking.check import check
from bot.briefs.completion import complete
from bot.briefs.corpus_topic import topic
from bot.briefs.memory import Memory
from bot.briefs.missions import missions
from bot.briefs.requests import commands_with
from bot.briefs.source import source
from bot.briefs.versions import with_versions
from bot.errors import RequestError
from bot.model import About, Answer, Brief, Choice, CommandSpec, Request
from bot.store.library import Library

# Some ten kilobytes each: a few megabytes in all, for what a team asks and types in a morning.
_ANSWERS: Final = 256
_OFFERS: Final = 1024


class Desk(Protocol):
    """Answers requests from one library. Every method may be called concurrently."""

    async def answer(self, request: Request) -> Answer:
        """The brief, or the NoAnswer, for borders, missions, source, ask and the topics."""
        ...

    async def commands(self) -> tuple[CommandSpec, ...]:
        """The table of commands, those of the corpus's topics included."""
        ...

    def remembers(self, request: Request) -> bool:
        """Whether the answer is at hand, so that giving it costs nothing."""
        ...

    async def complete(
        self, command: str, option: str, text: str, given: Mapping[str, str]
    ) -> tuple[Choice, ...]:
        """At most 25 offers for an option, best first; `given` are the options filled so far."""
        ...

    async def about(self) -> About:
        """What is loaded."""
        ...


class LibraryDesk:
    """A desk over a library file that may be swapped while it serves."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._answers: Memory[Answer] = Memory(_ANSWERS)
        self._offers: Memory[tuple[Choice, ...]] = Memory(_OFFERS)

    async def answer(self, request: Request) -> Answer:
        """The brief or the NoAnswer. Raises RequestError for a command that is no question."""
        makers = {"borders": borders, "missions": missions, "source": source, "ask": ask}
        makers["check"] = check
        key = (request.command, request.options)
        async with self._library.view() as view:
            maker = topic if request.command in view.topics else makers.get(request.command)
            if maker is None:
                raise RequestError(f"/{request.command} is not answered from the articles")
            answer = self._answers.recall(view.number, key)
            if answer is None:
                answer = await maker(view, request)
                if isinstance(answer, Brief) and request.command != "source":
                    answer = await with_versions(view, answer)
                self._answers.keep(view.number, key, answer)
        return answer if answer.request == request else replace(answer, request=request)

    def remembers(self, request: Request) -> bool:
        """Whether it was answered lately, from what is loaded now."""
        key = (request.command, request.options)
        return self._answers.recall(self._library.number, key) is not None

    async def commands(self) -> tuple[CommandSpec, ...]:
        async with self._library.view() as view:
            return commands_with(view.topics.values())

    async def complete(
        self, command: str, option: str, text: str, given: Mapping[str, str]
    ) -> tuple[Choice, ...]:
        """At most 25 offers, best first."""
        key = (command, option, text, tuple(sorted(given.items())))
        async with self._library.view() as view:
            offers = self._offers.recall(view.number, key)
            if offers is None:
                offers = await complete(view, command, option, text)
                self._offers.keep(view.number, key, offers)
        return offers

    async def about(self) -> About:
        async with self._library.view() as view:
            return await view.about()
