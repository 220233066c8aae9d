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
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TextIO, cast

from bot import __version__
from bot.errors import FootnoteError, SettingsError
from bot.logs import set_up_logging
from bot.settings import Settings, read_settings

log = logging.getLogger(__name__)

NO_TOKEN = "DISCORD_TOKEN is not set: put it in .env to connect to Discord"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one subcommand; the exit status: 0 done, 1 a check failed, 2 wrong use or settings."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # a terminal without UTF-8 must not end a program whose text is full of it
        cast(TextIO, stream).reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[attr-defined]
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
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
        level = logging.ERROR if options.run is _run else logging.DEBUG
        log.log(level, "the program failed", exc_info=True)
        fault = " ".join(f"{type(error).__name__}: {error}".split())
        print(
            f"footnote: a fault inside Footnote ({fault}); LOG_LEVEL=DEBUG shows where",
            file=sys.stderr,
        )
        return 1


class _Parser(argparse.ArgumentParser):
    """Wrong use ends with one line, not with the whole usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="footnote",
        description="Answers from a folder of articles, every line with a footnote: "
        "as a Discord bot, in a terminal, and as JSON.",
        epilog="Settings come from the environment and from .env; .env.example lists them all.",
    )
    parser.add_argument("--version", action="version", version=f"footnote {__version__}")
    parser.set_defaults(run=_run, command="run")
    commands = parser.add_subparsers(title="subcommands", metavar="SUBCOMMAND")

    run = commands.add_parser(
        "run",
        help="connect to Discord (this is what happens without a subcommand)",
        description="Loads the corpus if it changed, connects to Discord and answers there until "
        "it is stopped. Without DISCORD_TOKEN it says so and, in a terminal, opens the console.",
    )
    run.set_defaults(run=_run)

    console = commands.add_parser(
        "console",
        help="ask in this terminal, as in Discord",
        description="The same commands and answers as in Discord, in this terminal. Tab completes; "
        "/help lists the commands. Lines that are piped in are answered one by one.",
    )
    _add_corpus(console)
    console.set_defaults(run=_console)

    ask = commands.add_parser(
        "ask",
        help="answer requests from standard input, one a line",
        description="Answers requests from standard input, one a line, as they are typed in "
        "Discord: /borders Estonia, /missions status:active, or a plain question.",
    )
    _add_corpus(ask)
    _add_json(ask, "one line of JSON for each request, in order")
    ask.add_argument("request", nargs="*", help="one request, instead of standard input")
    ask.set_defaults(run=_ask)

    digest = commands.add_parser(
        "digest",
        help="show a daily digest as it would be posted",
        description="Shows what the daily digest would say: of a day, as if each article had come "
        "in on the day it was published, or of a channel, as it would be posted now.",
    )
    when = digest.add_mutually_exclusive_group(required=True)
    when.add_argument("--as-of", metavar="DATE", help="of this day, such as 2025-09-14")
    when.add_argument("--preview", action="store_true", help="of now, for the --channel")
    digest.add_argument("--since", metavar="DATE", help="the day of the digest before that")
    digest.add_argument("--channel", metavar="ID", type=int, help="a channel's id in Discord")
    digest.add_argument("--topics", metavar="NAMES", help="with commas between; all by default")
    _add_corpus(digest)
    digest.set_defaults(run=_digest)

    articles = commands.add_parser(
        "articles",
        help="show what is read from each file of the corpus",
        description="Shows what is read from each file: title, publisher, date, the clean "
        "paragraphs, and every line that was left out with the rule that left it out.",
    )
    articles.add_argument("--corpus", metavar="DIR", type=Path, help="instead of CORPUS_DIR")
    _add_json(articles, "one line of JSON for each file, in order of path")
    articles.set_defaults(run=_articles)

    imports = commands.add_parser(
        "import",
        help="turn files of any kind into clean Markdown to curate by hand",
        description="Reads files, or all files of folders, as the corpus is read, and writes each "
        "article as Markdown with front matter. Says of each what became of it. Exit status 1 when "
        "an article was not written because a file was in its place, or when nothing was found.",
    )
    imports.add_argument("source", metavar="FILE|FOLDER", nargs="+", type=Path)
    imports.add_argument(
        "--into", metavar="DIR", required=True, type=Path, help="the folder to write to"
    )
    imports.add_argument("--force", action="store_true", help="overwrite files that are there")
    imports.add_argument(
        "--dry-run", action="store_true", help="say what would be done, and write nothing"
    )
    imports.set_defaults(run=_import)

    index = commands.add_parser(
        "index",
        help="build or refresh the library, the index of the corpus",
        description="Reads the corpus and builds the library, the index that answers come from. "
        "The bot and the console do this by themselves when files have changed.",
    )
    index.add_argument(
        "corpus", metavar="DIR", nargs="?", type=Path, help="the corpus, instead of CORPUS_DIR"
    )
    _add_library(index)
    index.add_argument(
        "--force",
        action="store_true",
        help="load even where more than half of the articles would be lost",
    )
    index.add_argument(
        "--dry-run", action="store_true", help="say what a load would do, and change nothing"
    )
    _add_json(index, "the report as one line of JSON")
    index.add_argument(
        "--progress",
        choices=["json"],
        help="progress on standard error as lines of JSON, for a program that waits",
    )
    index.set_defaults(run=_index)

    backup = commands.add_parser(
        "backup",
        help="copy the ledger, also while the bot runs",
        description="Writes a whole and consistent copy of the ledger: digests, what was posted, "
        "and the audit. The library needs none, it is rebuilt from the articles.",
    )
    backup.add_argument("file", metavar="FILE", type=Path, help="the copy; must not be there yet")
    backup.set_defaults(run=_backup)

    restore = commands.add_parser(
        "restore",
        help="put a copy of the ledger back, while the bot is stopped",
        description="Checks a copy that `footnote backup` made and puts it in the ledger's place. "
        "The ledger that was there is kept beside it.",
    )
    restore.add_argument("file", metavar="FILE", type=Path, help="the copy")
    restore.set_defaults(run=_restore)

    forget = commands.add_parser(
        "forget",
        help="remove a person's id from all that is kept",
        description="Removes a Discord user id from the ledger: who set a digest, loaded or rolled "
        "back. That it was done stays on record.",
    )
    forget.add_argument("user_id", metavar="USER_ID", type=_user_id, help="digits only")
    forget.set_defaults(run=_forget)

    doctor = commands.add_parser(
        "doctor",
        help="check settings, token, databases and corpus",
        description="Checks settings, the form of the token, databases and corpus, and says what "
        "to do about each fault. Exit status 1 when something is wrong.",
    )
    doctor.set_defaults(run=_doctor)
    return parser


def _add_corpus(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--corpus",
        metavar="DIR",
        type=Path,
        help="answer from this folder instead of CORPUS_DIR, with a temporary library",
    )
    _add_library(parser)


def _add_library(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--library", metavar="FILE", type=Path, help="keep the library in this file"
    )


def _add_json(parser: argparse.ArgumentParser, help_text: str) -> None:
    parser.add_argument("--json", action="store_true", help=help_text)


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


def _user_id(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:20]) < 1 << 63):
        raise argparse.ArgumentTypeError(f"“{text}” is no user id; expected digits")
    return int(text)


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


if __name__ == "__main__":
    sys.exit(main())
