"""The console: a prompt with completion and history, or the lines of a pipe."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from prompt_toolkit import PromptSession
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from rich.console import Console
from rich.text import Text

from bot.app import open_desk
from bot.briefs.desk import Desk
from bot.console.batch import answer_lines, line_text, plain_console
from bot.console.completion import DeskCompleter

_ENDS: Final = ("/quit", "/exit", "quit", "exit")


async def converse(library_path: Path, history_file: Path) -> None:
    """Answers what is typed until the person ends it; without a terminal, each line of the pipe."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        await answer_lines(library_path, sys.stdin)
        return
    async with open_desk(library_path) as desk:
        await _converse(desk, _history(history_file))


async def _converse(desk: Desk, history: History) -> None:
    console = plain_console()
    about = await desk.about()
    count = f"{about.articles:,} article{'' if about.articles == 1 else 's'}"
    console.print(Text(f"Footnote {about.version} · {count} · /help lists the commands"))
    session: PromptSession[str] = PromptSession(
        message=FormattedText([("bold", "footnote> ")]),
        completer=DeskCompleter(desk),
        complete_while_typing=False,
        history=history,
    )
    while True:
        try:
            line = (await session.prompt_async()).strip()
        except KeyboardInterrupt:
            continue  # Ctrl-C empties the line, as in a shell
        except EOFError:
            return
        if line in _ENDS:
            return
        if line:
            addresses = not can_link(console)
            console.print(await line_text(desk, line, addresses), end="\n\n")


def can_link(console: Console) -> bool:
    """Whether links can be clicked here: a terminal with colours ignores them where it can't."""
    return console.is_terminal and console.color_system is not None and not console.legacy_windows


def _history(file: Path) -> History:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a"):
            pass
    except OSError:
        return InMemoryHistory()  # a console without memory is better than none
    return FileHistory(str(file))
