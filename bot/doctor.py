"""What `footnote doctor` finds: settings, token, databases, corpus, and what to do about each."""

from __future__ import annotations

import asyncio
import base64
import binascii
import difflib
import os
import re
import shutil
import socket
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dotenv import dotenv_values

from bot.app import limits_of, open_desk
from bot.errors import CorpusError, FootnoteError, SettingsError, StoreError
from bot.model import About, Limits
from bot.settings import SETTINGS, Settings, Token, read_settings

_LEAST_ROOM: Final = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `remedy` says what to do; `wrong` whether it must be done."""

    subject: str
    found: str
    remedy: str | None = None
    wrong: bool = False

    def __str__(self) -> str:
        mark = "WRONG" if self.wrong else "note" if self.remedy else "ok"
        line = f"{mark:<6} {self.subject:<9} {self.found}"
        return f"{line}\n{'':<17}→ {self.remedy}" if self.remedy else line


def examine(environ: Mapping[str, str], env_file: Path = Path(".env")) -> Iterator[Finding]:
    """Everything that can be checked without connecting to Discord, in the order of a start."""
    yield Finding("python", f"{sys.version.split()[0]}")
    try:
        settings = read_settings(environ, env_file)
    except SettingsError as error:
        for fault in error.faults:
            found, _, expected = fault.partition("; ")
            yield Finding("settings", found, expected, wrong=True)
        return  # what follows would be looked for in the wrong place
    yield Finding("settings", "understood")
    yield from _unknown_names(env_file)
    yield _token(settings.discord_token)
    yield _data_dir(settings.data_dir)
    yield from _corpus(settings.corpus_dir, limits_of(settings))
    yield _library(settings)
    yield _ledger(settings)
    yield from _room(settings)
    yield from _http(settings)


def _unknown_names(env_file: Path) -> Iterator[Finding]:
    known = [setting.name for setting in SETTINGS]
    names = dotenv_values(env_file) if env_file.is_file() else {}
    for name in sorted(set(names) - set(known)):
        near = difflib.get_close_matches(name.upper(), known, n=1)
        meant = f"if {near[0]} was meant, rename it" if near else "it can be removed"
        yield Finding("settings", f"{env_file} sets {name}, which Footnote does not know", meant)


def _token(token: Token | None) -> Finding:
    if token is None:
        remedy = "to connect to Discord, put it in .env; until then `make run` opens the console"
        return Finding("token", "DISCORD_TOKEN is not set", remedy)
    # a token is the application's id in base64, a time and a signature, with dots between
    parts = token.reveal().split(".")
    try:
        application = base64.b64decode(parts[0] + "=" * (-len(parts[0]) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        application = ""
    if len(parts) != 3 or not re.fullmatch(r"\d{15,20}", application):
        remedy = (
            "copy the token from the application's Bot page (not its client secret or public key)"
        )
        return Finding("token", "DISCORD_TOKEN does not look like a bot's token", remedy, True)
    return Finding("token", f"looks right; it is application {application}'s")


def _data_dir(data_dir: Path) -> Finding:
    folder = data_dir
    while not folder.exists():
        folder = folder.parent
    if not os.access(folder, os.W_OK | os.X_OK):
        remedy = "give this user the right to write there, or set DATA_DIR to another folder"
        return Finding("data", f"{folder} cannot be written", remedy, wrong=True)
    return Finding("data", f"{data_dir}" if data_dir.exists() else f"{data_dir}, not made yet")


def _corpus(corpus_dir: Path, limits: Limits) -> Iterator[Finding]:
    from bot.corpus import read_corpus

    articles = 0
    try:
        for reading in read_corpus(corpus_dir, limits):
            if reading.rejected is None:
                articles += 1
            else:
                remedy = "mend or remove the file; until then it is left out"
                yield Finding("corpus", f"{reading.file}: {reading.rejected}", remedy)
    except CorpusError as error:
        remedy = "make the folder readable, or set CORPUS_DIR to another one"
        yield Finding("corpus", str(error), remedy, wrong=True)
        return
    if not articles:
        remedy = "put articles there, or set CORPUS_DIR to a folder that holds some"
        yield Finding("corpus", f"{corpus_dir} holds no article", remedy, wrong=True)
    else:
        yield Finding("corpus", f"{corpus_dir}: {articles:,} article{'' if articles == 1 else 's'}")


def _library(settings: Settings) -> Finding:
    from bot.store.load import is_fresh

    file = settings.library_path
    if not file.exists():
        return Finding("library", f"{file}, not built yet; the next start builds it")
    try:
        about = asyncio.run(_about(file))
    except FootnoteError as error:
        remedy = f"delete {file}; the next start builds it anew from the articles"
        return Finding("library", str(error), remedy, wrong=True)
    found = f"{file}: {about.articles:,} article{'' if about.articles == 1 else 's'}"
    if is_fresh(settings.corpus_dir, file, limits_of(settings)):
        return Finding("library", f"{found}, current")
    remedy = "the next start, or `footnote index`, refreshes it"
    return Finding("library", f"{found}, older than the files", remedy)


def _ledger(settings: Settings) -> Finding:
    from bot.store.copies import check

    file = settings.ledger_path
    if not file.exists():
        return Finding("ledger", f"{file}, not made yet; the first start makes it")
    try:
        form = check(file)
    except StoreError as error:
        remedy = "stop the bot and put a copy back: `footnote restore FILE`"
        return Finding("ledger", str(error), remedy, wrong=True)
    return Finding("ledger", f"{file}: sound, form {form}")


def _room(settings: Settings) -> Iterator[Finding]:
    """A load writes a whole library beside the one that is there."""
    folder = settings.data_dir
    if not folder.exists():
        return
    used = sum(file.stat().st_size for file in folder.iterdir() if file.is_file())
    free = shutil.disk_usage(folder).free
    found = f"{free / 2**20:,.0f} MiB are free for {folder}, which takes {used / 2**20:,.1f} MiB"
    if free < max(2 * used, _LEAST_ROOM):
        yield Finding("disk", found, "make room: a load writes a second library first", wrong=True)
    else:
        yield Finding("disk", found)


def _http(settings: Settings) -> Iterator[Finding]:
    if settings.http_address is None:
        return
    host, port = settings.http_address
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            remedy = "set HTTP_ADDRESS to a free address of this machine, unless the bot runs now"
            yield Finding("http", f"{host}:{port} cannot be used ({error.strerror})", remedy)
        else:
            yield Finding("http", f"{host}:{port} is free")


async def _about(library_path: Path) -> About:
    async with open_desk(library_path) as desk:
        return await desk.about()
