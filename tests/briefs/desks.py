"""Requests put to a desk over a corpus that a test writes."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.briefs.desk import LibraryDesk
from bot.briefs.requests import parse
from bot.model import Answer, Choice, CommandSpec
from bot.store.library import Library
from bot.store.load import load


def article(title: str, publisher: str, published: str | None, *paragraphs: str) -> str:
    """The text of a Markdown file with front matter."""
    site = publisher.split()[0].lower()
    lines = [f"title: {title}", f"publisher: {publisher}", f"url: https://{site}.example/one"]
    if published:
        lines.append(f"published: {published}")
    return "\n".join(("---", *lines, "language: en", "---", "\n\n".join(paragraphs), ""))


def library_of(folder: Path, files: Mapping[str, str]) -> Path:
    """A library of these files, written in the order given."""
    corpus = folder / "corpus"
    for name, text in files.items():
        path = corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    load(corpus, folder / "library.db", lambda *_: None)
    return folder / "library.db"


def answers_to(library: Path, lines: Sequence[str]) -> dict[str, Answer]:
    """The answer to each line as a person types it."""

    async def ask() -> dict[str, Answer]:
        async with Library(library) as opened:
            desk = LibraryDesk(opened)
            table = await desk.commands()
            return {line: await desk.answer(parse(line, table)) for line in lines}

    return asyncio.run(ask())


def table_of(library: Path) -> tuple[CommandSpec, ...]:
    """The commands that this library answers."""

    async def read() -> tuple[CommandSpec, ...]:
        async with Library(library) as opened:
            return await LibraryDesk(opened).commands()

    return asyncio.run(read())


def offers(library: Path, command: str, option: str, text: str) -> tuple[Choice, ...]:
    """What autocomplete offers."""

    async def ask() -> tuple[Choice, ...]:
        async with Library(library) as opened:
            return await LibraryDesk(opened).complete(command, option, text, {})

    return asyncio.run(ask())
