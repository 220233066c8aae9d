"""The options of the `footnote` program and the help on them; what they do stands in `__main__`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import NoReturn

from bot import __version__


class _Parser(argparse.ArgumentParser):
    """Wrong use ends with one line, not with the whole usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; see {self.prog} --help\n")


def parser() -> argparse.ArgumentParser:
    """The parser; `program` names the subcommand that was given, `run` where none was."""
    footnote = _Parser(
        prog="footnote",
        description="Answers from a folder of articles, every line with a footnote: "
        "as a Discord bot, in a terminal, and as JSON.",
        epilog="Settings come from the environment and from .env; .env.example lists them all.",
    )
    footnote.add_argument("--version", action="version", version=f"footnote {__version__}")
    footnote.set_defaults(program="run")
    commands = footnote.add_subparsers(title="subcommands", metavar="SUBCOMMAND")

    run = commands.add_parser(
        "run",
        help="connect to Discord (this is what happens without a subcommand)",
        description="Loads the corpus if it changed, connects to Discord and answers there until "
        "it is stopped. Without DISCORD_TOKEN it says so and, in a terminal, opens the console.",
    )
    run.set_defaults(program="run")

    console = commands.add_parser(
        "console",
        help="ask in this terminal, as in Discord",
        description="The same commands and answers as in Discord, in this terminal. Tab completes; "
        "/help lists the commands. Lines that are piped in are answered one by one.",
    )
    _add_corpus(console)
    console.set_defaults(program="console")

    ask = commands.add_parser(
        "ask",
        help="answer requests from standard input, one a line",
        description="Answers requests from standard input, one a line, as they are typed in "
        "Discord: /borders Estonia, /missions status:active, or a plain question.",
    )
    _add_corpus(ask)
    _add_json(ask, "one line of JSON for each request, in order")
    ask.add_argument("request", nargs="*", help="one request, instead of standard input")
    ask.set_defaults(program="ask")

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
    digest.set_defaults(program="digest")

    articles = commands.add_parser(
        "articles",
        help="show what is read from each file of the corpus",
        description="Shows what is read from each file: title, publisher, date, the clean "
        "paragraphs, and every line that was left out with the rule that left it out.",
    )
    articles.add_argument("--corpus", metavar="DIR", type=Path, help="instead of CORPUS_DIR")
    _add_json(articles, "one line of JSON for each file, in order of path")
    articles.set_defaults(program="articles")

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
    imports.set_defaults(program="import")

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
    index.set_defaults(program="index")

    backup = commands.add_parser(
        "backup",
        help="copy the ledger, also while the bot runs",
        description="Writes a whole and consistent copy of the ledger: digests, what was posted, "
        "and the audit. The library needs none, it is rebuilt from the articles.",
    )
    backup.add_argument("file", metavar="FILE", type=Path, help="the copy; must not be there yet")
    backup.set_defaults(program="backup")

    restore = commands.add_parser(
        "restore",
        help="put a copy of the ledger back, while the bot is stopped",
        description="Checks a copy that `footnote backup` made and puts it in the ledger's place. "
        "The ledger that was there is kept beside it.",
    )
    restore.add_argument("file", metavar="FILE", type=Path, help="the copy")
    restore.set_defaults(program="restore")

    forget = commands.add_parser(
        "forget",
        help="remove a person's id from all that is kept",
        description="Removes a Discord user id from the ledger: who set a digest, loaded or rolled "
        "back. That it was done stays on record.",
    )
    forget.add_argument("user_id", metavar="USER_ID", type=_user_id, help="digits only")
    forget.set_defaults(program="forget")

    doctor = commands.add_parser(
        "doctor",
        help="check settings, token, databases and corpus",
        description="Checks settings, the form of the token, databases and corpus, and says what "
        "to do about each fault. Exit status 1 when something is wrong.",
    )
    doctor.set_defaults(program="doctor")
    return footnote


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


def _user_id(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:20]) < 1 << 63):
        raise argparse.ArgumentTypeError(f"“{text}” is no user id; expected digits")
    return int(text)
