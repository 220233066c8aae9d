"""Tab in the console: commands, options, and the values that Discord's autocomplete would offer."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Iterable, Sequence
from dataclasses import dataclass

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.briefs.desk import Desk
from bot.briefs.requests import COMMANDS
from bot.console.text import visible
from bot.model import CommandSpec, OptionSpec


@dataclass(frozen=True, slots=True)
class Focus:
    """Where the cursor is in a line: in the value `text` of an option, the `given` ones before it.

    `named` is false where the option's name was not typed, because it is the one that bare words
    belong to.
    """

    command: CommandSpec
    option: OptionSpec | None
    named: bool
    text: str
    given: tuple[tuple[str, str], ...]


def focus(line: str, table: Sequence[CommandSpec] = COMMANDS) -> Focus | None:
    """What is being typed at the end of `line`; None where that is not yet an option."""
    head = re.match(r"\s*/([\w-]+)\s+", line)
    command = next((one for one in table if head and one.name == head[1].lower()), None)
    if head is None or command is None or not command.options:
        return None
    options = {option.name: option for option in command.options}
    rest = line[head.end() :]
    marks = list(re.finditer(rf"(?:^|(?<=\s))({'|'.join(options)}):\s*", rest, re.IGNORECASE))
    starts = [mark.start() for mark in marks] + [len(rest)]
    bare = rest[: starts[0]]
    values = [(command.positional, bare.strip())] if command.positional and bare.strip() else []
    values += [
        (mark[1].lower(), rest[mark.end() : end].strip())
        for mark, end in zip(marks, starts[1:], strict=True)
    ]
    if marks:
        last = marks[-1]
        text = rest[last.end() :]
        return Focus(command, options[last[1].lower()], True, text, tuple(values[:-1]))
    positional = options[command.positional] if command.positional else None
    return Focus(command, positional, False, bare, ())


class DeskCompleter(Completer):
    """Offers what the desk offers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterable[Completion]:
        """Nothing: the desk answers asynchronously, and prompt_toolkit asks for that below."""
        return ()

    async def get_completions_async(
        self, document: Document, complete_event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        """The offers for the end of the line before the cursor."""
        line = document.text_before_cursor
        table = await self._desk.commands()
        at = focus(line, table)
        if at is None:
            for completion in _commands(line, table):
                yield completion
            return
        for completion in _options(at):
            yield completion
        if at.option is not None:
            for value, name in await self._values(at, at.option):
                yield Completion(value, -len(at.text), display=visible(name))

    async def _values(self, at: Focus, option: OptionSpec) -> list[tuple[str, str]]:
        typed = at.text.strip()
        if option.choices:
            return [(choice, choice) for choice in option.choices if choice.startswith(typed)]
        if not option.completes:
            return []
        choices = await self._desk.complete(at.command.name, option.name, typed, dict(at.given))
        return [(visible(choice.value), choice.name) for choice in choices]


def _commands(line: str, table: Sequence[CommandSpec]) -> Iterable[Completion]:
    typed = line.lstrip()
    for command in table:
        name = f"/{command.name}"
        # a first Tab on an empty line shows what there is
        if name.startswith(typed.lower()):
            yield Completion(f"{name} ", -len(typed), display_meta=command.description)


def _options(at: Focus) -> Iterable[Completion]:
    """The names of the options that are not given yet, where a new word begins."""
    word = re.search(r"\S*\Z", at.text)
    assert word is not None
    if at.named and word.start() == 0:
        return  # directly behind `option:` only a value makes sense
    given = {name for name, _ in at.given} | ({at.option.name} if at.named and at.option else set())
    for option in at.command.options:
        if option.name not in given and option.name.startswith(word[0].lower()):
            yield Completion(f"{option.name}:", -len(word[0]), display_meta=option.description)
