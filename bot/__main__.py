"""`python -m bot`, the `footnote` program: its subcommands, nothing else.

Each subcommand imports what it needs when it runs, so that help is quick and the serving process
holds nothing of the console, and nothing of what only loading uses.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime
import logging
import os
import signal
import stat
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, TextIO, cast

from bot.errors import FootnoteError, SettingsError
from bot.logs import set_up_logging
from bot.options import parser
from bot.settings import Settings, read_settings

log = logging.getLogger(__name__)

NO_TOKEN = "DISCORD_TOKEN is not set: put it in .env to connect to Discord"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one subcommand; the exit status: 0 done, 1 a check failed, 2 wrong use or settings."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # a terminal without UTF-8 must not end a program whose text is full of it
        cast(TextIO, stream).reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[attr-defined]
    options = parser().parse_args(arguments)
    try:
        status = _PROGRAMS[options.program](options)
        sys.stdout.flush()
        return status
    except SettingsError as error:
        for fault in error.faults:
            print(f"footnote: {fault}", file=sys.stderr)
        return 2
    except FootnoteError as error:
        print(f"footnote: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # the reader of our output has gone; without this Python complains while it shuts down
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        # in the log of a service the traceback is wanted, before a person's eyes it is not
        level = logging.ERROR if options.program == "run" else logging.DEBUG
        log.log(level, "the program failed", exc_info=True)
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        print(
            f"footnote: a fault inside Footnote ({fault}); LOG_LEVEL=DEBUG shows where",
            file=sys.stderr,
        )
        return 1


def _settings(corpus: Path | None = None) -> Settings:
    settings = read_settings(os.environ, corpus_dir=corpus)
    set_up_logging(settings)
    return settings


def _run(options: argparse.Namespace) -> int:
    settings = _settings()
    if settings.discord_token is not None:
        # until the loop has its own way of stopping; a stop is no fault
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: sys.exit(0))
        from bot.app import serve

        asyncio.run(serve(settings))
        return 0
    if not _someone_asks():
        print(f"footnote: {NO_TOKEN}", file=sys.stderr)
        return 2
    print(f"{NO_TOKEN}. Until then, here is the console.", file=sys.stderr)
    return _open_console(settings, None, None)


def _someone_asks() -> bool:
    """Whether the standard input is a terminal, or a pipe or a file with lines to run.

    A service manager gives `/dev/null`: there, a bot that cannot connect must fail and say why.
    """
    if sys.stdin is None:
        return False
    mode = os.fstat(sys.stdin.fileno()).st_mode
    return sys.stdin.isatty() or stat.S_ISFIFO(mode) or stat.S_ISREG(mode)


def _console(options: argparse.Namespace) -> int:
    return _open_console(_settings(options.corpus), options.corpus, options.library)


def _open_console(settings: Settings, corpus: Path | None, library: Path | None) -> int:
    from bot.app import library_file, limits_of, load_if_changed
    from bot.console.session import converse

    with library_file(settings, corpus, library) as path:
        load_if_changed(settings.corpus_dir, path, limits_of(settings))
        asyncio.run(converse(path, settings.data_dir / "console-history"))
    return 0


def _ask(options: argparse.Namespace) -> int:
    from bot.app import library_file, limits_of, load_if_changed
    from bot.console.batch import answer_lines

    settings = _settings(options.corpus)
    given = " ".join(options.request)
    lines = [given] if given else sys.stdin
    with library_file(settings, options.corpus, options.library) as path:
        load_if_changed(settings.corpus_dir, path, limits_of(settings))
        asyncio.run(answer_lines(path, lines, options.json, echo=not given))
    return 0


def _digest(options: argparse.Namespace) -> int:
    from bot.app import library_file, limits_of, load_if_changed
    from bot.console.digests import print_digest_of_channel, print_digest_of_day

    settings = _settings(options.corpus)
    if options.preview != (options.channel is not None):
        raise SettingsError(["--preview shows the digest of a channel; name it with --channel ID"])
    if options.preview and not settings.ledger_path.is_file():
        fault = f"there is no {settings.ledger_path}: the bot has not run with this DATA_DIR"
        raise SettingsError([fault])
    with library_file(settings, options.corpus, options.library) as path:
        load_if_changed(settings.corpus_dir, path, limits_of(settings))
        if options.preview:
            show = print_digest_of_channel(path, settings.ledger_path, options.channel)
        else:
            show = print_digest_of_day(path, options.as_of, options.since, options.topics)
        asyncio.run(show)
    return 0


def _articles(options: argparse.Namespace) -> int:
    from bot.app import limits_of
    from bot.console.batch import print_readings
    from bot.corpus import read_corpus

    settings = _settings(options.corpus)
    print_readings(read_corpus(settings.corpus_dir, limits_of(settings)), as_json=options.json)
    return 0


def _import(options: argparse.Namespace) -> int:
    from bot.console.batch import print_imports
    from bot.corpus.imports import found_in, import_files
    from bot.progress import shown_progress

    _settings(options.source[0])  # CORPUS_DIR is not read here, and need not be there
    found = found_in(options.source, options.into)
    with shown_progress() as progress:
        done = print_imports(
            import_files(
                found,
                options.into,
                options.force,
                options.dry_run,
                lambda number: progress("reading", number, len(found)),
            ),
            options.dry_run,
        )
    return 0 if done else 1


def _index(options: argparse.Namespace) -> int:
    from bot.app import library_file, limits_of, load_here
    from bot.json_output import json_line, report_json

    settings = _settings(options.corpus)
    with library_file(settings, None, options.library) as path:
        report = load_here(
            settings.corpus_dir,
            path,
            force=options.force,
            dry_run=options.dry_run,
            json_progress=options.progress == "json",
            limits=limits_of(settings),
        )
    if options.json:
        print(json_line(report_json(report)))
        return 0
    deed = "Tried, and left as it was," if report.dry_run else "Loaded"
    print(f"{deed} in {report.seconds:.1f} s · {report.counts()}")
    for file, reason in report.rejected:
        print(f"Rejected: {file}: {reason}")
    print(f"Facts: {report.facts()}")
    if report.duplicates:
        print(f"Left out, since another file holds the same article: {report.duplicates}")
    return 0


def _backup(options: argparse.Namespace) -> int:
    from bot.store.copies import back_up

    settings = _settings()
    back_up(settings.ledger_path, options.file)
    print(f"Copied {settings.ledger_path} to {options.file}")
    return 0


def _restore(options: argparse.Namespace) -> int:
    from bot.app import prepare_data_dir
    from bot.store.copies import restore

    settings = _settings()
    prepare_data_dir(settings)
    kept = restore(options.file, settings.ledger_path, datetime.datetime.now(datetime.UTC))
    print(f"Put {options.file} back as {settings.ledger_path}")
    if kept is not None:
        print(f"What was there before is kept as {kept}")
    return 0


def _forget(options: argparse.Namespace) -> int:
    from bot.upkeep import forget_person

    settings = _settings()
    count = asyncio.run(forget_person(settings.ledger_path, options.user_id))
    entries = "1 entry" if count == 1 else f"{count} entries"
    print(f"Removed {options.user_id} from {entries} of {settings.ledger_path}")
    name = settings.ledger_path.name
    for copy in sorted(settings.data_dir.glob(f"{name}.*")):
        print(f"A copy that may still hold it: {copy}")
    return 0


def _doctor(options: argparse.Namespace) -> int:
    from bot.doctor import examine

    wrong = False
    for finding in examine(os.environ):
        print(finding)
        wrong = wrong or finding.wrong
    return 1 if wrong else 0


_PROGRAMS: Final[Mapping[str, Callable[[argparse.Namespace], int]]] = {
    "run": _run,
    "console": _console,
    "ask": _ask,
    "digest": _digest,
    "articles": _articles,
    "import": _import,
    "index": _index,
    "backup": _backup,
    "restore": _restore,
    "forget": _forget,
    "doctor": _doctor,
}

if __name__ == "__main__":
    sys.exit(main())
