"""Requests that come as lines, answered one after the other: as text, or as JSON."""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from rich.console import Console
from rich.text import Text

from bot.app import open_desk
from bot.briefs.desk import Desk
from bot.briefs.requests import parse
from bot.console.text import (
    about_text,
    answer_text,
    fault_text,
    help_text,
    import_counts,
    imported_text,
    reading_text,
    visible,
)
from bot.errors import RequestError
from bot.json_output import answer_json, json_line, reading_json, unanswered_json
from bot.model import FileReading, Imported

_log = logging.getLogger(__name__)
FAULT: Final = "Something went wrong here; the log says what."


async def answer_lines(
    library_path: Path, lines: Iterable[str], as_json: bool = False, echo: bool = True
) -> None:
    """Answers every line, in order, on standard output; `echo` shows the line above its text."""
    console = plain_console()
    async with open_desk(library_path) as desk:
        corpus = (await desk.about()).corpus
        for line in lines:
            line = line.rstrip("\r\n")
            if as_json:
                print(json_line(await line_json(desk, line, corpus)), flush=True)
            elif line.strip():
                if echo:
                    console.print(Text(f"> {visible(line)}"))
                console.print(await line_text(desk, line, addresses=True), end="\n\n")


async def line_json(desk: Desk, line: str, corpus: str) -> dict[str, Any]:
    """What `footnote ask --json` prints for a line, whatever the line is."""
    command = None
    try:
        if not line.strip():
            raise RequestError("the line is empty; expected a command or a question")
        request = parse(line, await desk.commands())
        command = request.command
        if command in ("help", "about"):
            raise RequestError(f"/{command} is for people: it has no answer from the articles")
        return answer_json(line, await desk.answer(request))
    except RequestError as error:
        return unanswered_json(line, command, sentence(error), corpus)
    except Exception:
        _log.exception("a request failed")
        return unanswered_json(line, command, FAULT, corpus)


async def line_text(desk: Desk, line: str, addresses: bool) -> Text:
    """What the console shows for a line, whatever the line is."""
    try:
        request = parse(line, await desk.commands())
        if request.command == "help":
            return help_text(await desk.commands())
        if request.command == "about":
            return about_text(await desk.about())
        return answer_text(await desk.answer(request), addresses)
    except RequestError as error:
        return fault_text(sentence(error))
    except Exception:
        _log.exception("a request failed")
        return fault_text(FAULT)


def print_readings(readings: Iterable[FileReading], as_json: bool) -> None:
    """What was read from each file, on standard output."""
    console = plain_console()
    for reading in readings:
        if as_json:
            print(json_line(reading_json(reading)))
        else:
            console.print(reading_text(reading))


def print_imports(imports: Iterable[Imported], dry_run: bool) -> bool:
    """Shows what became of each article, and the counts; whether none was failed or kept back."""
    console = plain_console()
    outcomes: Counter[str] = Counter()
    for imported in imports:
        outcomes[imported.outcome] += 1
        console.print(imported_text(imported, dry_run))
    console.print(import_counts(outcomes, dry_run))
    done = outcomes["written"] + outcomes["unchanged"] + outcomes["duplicate"]
    return done > 0 and not (outcomes["failed"] or outcomes["kept"])


def plain_console() -> Console:
    """Standard output; styled only where that is a terminal, and never wrapped where it is not."""
    wrapped = sys.stdout.isatty()
    return Console(soft_wrap=not wrapped, highlight=False, markup=False, emoji=False)


def sentence(error: RequestError) -> str:
    """The error's text as a sentence."""
    text = str(error)
    return f"{text[:1].upper()}{text[1:]}."
