"""What can be asked: the commands with their options, and a typed line turned into a request.

Discord, the console and the JSON all read this one table; a corpus adds its topics to it. It knows
nothing of answers.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from bot.errors import RequestError
from bot.model import CommandSpec, MissionStatus, OptionSpec, Request, Topic

COMMANDS: tuple[CommandSpec, ...] = (
    CommandSpec(
        "borders",
        "Who borders whom, how long, and what happened there, as the articles report it",
        (
            OptionSpec("country", "A country, region or alliance", completes=True),
            OptionSpec("with", "Only its border with this one", completes=True),
        ),
        ("/borders Estonia", "/borders country:NATO with:Russia"),
        positional="country",
    ),
    CommandSpec(
        "missions",
        "Missions, operations, exercises and deployments that the articles report",
        (
            OptionSpec("name", "The name of a mission, operation or exercise", completes=True),
            OptionSpec(
                "country", "Missions that this country hosts, leads or joins", completes=True
            ),
            OptionSpec(
                "status",
                "Only those with this latest reported status",
                choices=tuple(status.value for status in MissionStatus),
            ),
        ),
        ("/missions Eastern Sentry", "/missions country:Poland status:active"),
        positional="name",
    ),
    CommandSpec(
        "source",
        "One article: who published it, when, its gist, and what it says on borders and missions",
        (OptionSpec("article", "Words of its title", completes=True),),
        ("/source hypersonic missiles",),
        positional="article",
    ),
    CommandSpec(
        "ask",
        "The sentences that answer a question, or that the articles don't say",
        (OptionSpec("question", "A plain question", required=True, max_length=300),),
        ("/ask How many troops does the mission have?",),
        positional="question",
    ),
    CommandSpec(
        "check",
        "Which statements of a text the articles support, contradict, or don't cover",
        (OptionSpec("text", "One statement, or several", required=True, max_length=2000),),
        ("/check Estonia borders Russia.",),
        positional="text",
    ),
    CommandSpec("help", "What you can ask, with examples"),
    CommandSpec("about", "What is loaded, and how footnotes work"),
)


def commands_with(topics: Iterable[Topic]) -> tuple[CommandSpec, ...]:
    """The table of commands of a corpus with these topics, which stand behind what is asked."""
    at = next(at for at, command in enumerate(COMMANDS) if command.name == "check")
    return (*COMMANDS[:at], *map(_of_topic, topics), *COMMANDS[at:])


def _of_topic(topic: Topic) -> CommandSpec:
    return CommandSpec(
        topic.name,
        topic.description,
        (
            OptionSpec("country", "Only of this country, region or alliance", completes=True),
            OptionSpec("query", "Only with these words"),
        ),
        (f"/{topic.name}",),
        positional="country",
    )


def spec(name: str, table: Sequence[CommandSpec] = COMMANDS) -> CommandSpec:
    """The command of this name; raises RequestError that lists the commands."""
    for command in table:
        if command.name == name:
            return command
    known = ", ".join("/" + command.name for command in table)
    raise RequestError(f"there is no command /{name}; the commands are {known}")


def parse(line: str, table: Sequence[CommandSpec] = COMMANDS) -> Request:
    """A line as a person types it in Discord or the console → a request.

    `/borders Estonia`, `/missions country:Poland status:active`, or a plain question, which is
    the same as `/ask`. Raises RequestError that names the unknown command or option.
    """
    line = " ".join(line.split())
    if not line.startswith("/"):
        return Request("ask", (("question", line),) if line else (), line)
    word, _, rest = line[1:].partition(" ")
    command = spec(word.lower(), table)
    return Request(command.name, tuple(_options(command, rest.strip())), line)


def _options(command: CommandSpec, rest: str) -> list[tuple[str, str]]:
    names = [option.name for option in command.options]
    if not rest:
        return []
    if not names:
        raise RequestError(f"/{command.name} takes no options")
    if command.name in ("ask", "check"):  # a text may hold anything, also what looks like an option
        return [(names[0], rest.removeprefix(f"{names[0]}:").strip())]
    marks = list(re.finditer(rf"(?:^|(?<=\s))({'|'.join(names)}):\s*", rest, re.IGNORECASE))
    options: list[tuple[str, str]] = []
    before = rest[: marks[0].start()].strip() if marks else rest
    if before:
        assert command.positional is not None
        options.append((command.positional, before))
    for mark, following in itertools.pairwise([*marks, None]):
        assert mark is not None
        value = rest[mark.end() : following.start() if following else None].strip()
        name = mark[1].lower()
        if name in dict(options):
            raise RequestError(f"/{command.name}: {name} is given twice")
        if value:
            options.append((name, value))
    return options
