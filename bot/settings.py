"""Everything that can be set, read from the environment and from `.env`.

The environment wins over `.env`; an empty value counts as not given. This module opens nothing:
it says what is wanted, and `bot.app` prepares it.
One module, so that what can be set stands beside how it is read.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeVar

from dotenv.parser import parse_stream

from bot.errors import SettingsError

LOG_LEVELS: Final = ("DEBUG", "INFO", "WARNING", "ERROR")

Value = TypeVar("Value")


class Token:
    """Discord's bot token. It never shows itself: only `reveal` gives it away."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The token itself: for logging in and for taking it out of log lines, nothing else."""
        return self._text

    def __repr__(self) -> str:
        return "Token(hidden)"

    def __reduce__(self) -> str:
        raise TypeError("a token is not written anywhere")


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable: what it means, and its default as it would be written in `.env`."""

    name: str
    meaning: str
    default: str


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many in so many seconds."""

    count: int
    seconds: float


SETTINGS: Final = (
    Setting(
        "DISCORD_TOKEN",
        "The bot's token, from the Bot page of its application in Discord's developer portal. "
        "Without it, Footnote opens its console instead of connecting.",
        "",
    ),
    Setting(
        "CORPUS_DIR",
        "The folder of articles to answer from.",
        "seeds",
    ),
    Setting(
        "DATA_DIR",
        "The folder for what Footnote keeps: its index, its ledger and its console history. "
        "Made when it is missing.",
        "data",
    ),
    Setting(
        "ADMIN_USER_IDS",
        "Discord user ids of those who may administer the bot beside the application's owner, "
        "separated by commas.",
        "",
    ),
    Setting(
        "LOG_LEVEL",
        "How much is logged: DEBUG, INFO, WARNING or ERROR.",
        "INFO",
    ),
    Setting(
        "LOG_FORMAT",
        "How it is logged, one line an event: text, or json.",
        "text",
    ),
    Setting(
        "WATCH",
        "1 loads by itself when files of the corpus change, once they have been quiet for some "
        "seconds; 0 waits to be told.",
        "0",
    ),
    Setting(
        "HTTP_ADDRESS",
        "Where /healthz, /readyz and /metrics are served, such as 127.0.0.1:8080. Nothing is "
        "served where this is empty.",
        "",
    ),
    Setting(
        "SHARDS",
        "How many connections to Discord's gateway: auto asks Discord, which wants more than one "
        "for a bot in thousands of servers.",
        "auto",
    ),
    Setting(
        "WATCHDOG_MINUTES",
        "Ends the process when the gateway or the event loop has been dead for so many minutes, "
        "for the service manager to start it again; 0 never does.",
        "5",
    ),
    Setting(
        "COOLDOWN_PERSON",
        "How many answers one person may have made in how many seconds, or off. What was asked "
        "lately costs nothing and is not counted.",
        "600/60",
    ),
    Setting(
        "COOLDOWN_SERVER",
        "The same for all people of a server together.",
        "3000/60",
    ),
    Setting(
        "AUDIT_DAYS",
        "For how many days the audit is kept; 0 for ever.",
        "730",
    ),
    Setting(
        "OUTBOX_DAYS",
        "For how many days it is kept what was posted in digests; at least 30.",
        "400",
    ),
    Setting(
        "MAX_FILE_MB",
        "How large a file of the corpus may be, in megabytes; a larger one is rejected.",
        "20",
    ),
    Setting(
        "MAX_FILES",
        "How many files the corpus may hold; one with more is not loaded.",
        "500000",
    ),
    Setting(
        "MAX_ARTICLES_IN_FILE",
        "How many articles one file of the corpus may hold; a file with more is rejected.",
        "20000",
    ),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run. Paths are as given, relative to the working directory."""

    discord_token: Token | None
    corpus_dir: Path
    data_dir: Path
    admin_user_ids: frozenset[int]
    log_level: str
    log_format: Literal["text", "json"]
    watch: bool = False
    http_address: tuple[str, int] | None = None
    shards: int | None = None
    """None asks Discord."""
    watchdog_minutes: int = 5
    cooldown_person: Allowance | None = Allowance(600, 60)
    cooldown_server: Allowance | None = Allowance(3000, 60)
    audit_days: int = 730
    outbox_days: int = 400
    max_file_mb: int = 20
    max_files: int = 500_000
    max_articles_in_file: int = 20_000

    @property
    def library_path(self) -> Path:
        """The index of the corpus; it can always be rebuilt."""
        return self.data_dir / "library.db"

    @property
    def ledger_path(self) -> Path:
        """What only Footnote knows: it must never be lost."""
        return self.data_dir / "ledger.db"


def read_settings(
    environ: Mapping[str, str], env_file: Path = Path(".env"), corpus_dir: Path | None = None
) -> Settings:
    """The settings of the environment and `env_file`; a `corpus_dir` given stands for CORPUS_DIR.

    Raises SettingsError that lists the faults of all variables and of all lines at once.
    """
    given, faults = _read_env_file(env_file)
    given |= environ

    def value(name: str, read: Callable[[str], Value], fallback: Value) -> Value:
        default = next(setting.default for setting in SETTINGS if setting.name == name)
        try:
            return read(given.get(name, "").strip() or default)
        except ValueError as fault:
            faults.append(f"{name} {fault}")
            return fallback

    settings = Settings(
        discord_token=value("DISCORD_TOKEN", _token, None),
        corpus_dir=corpus_dir or value("CORPUS_DIR", _corpus_dir, Path()),
        data_dir=value("DATA_DIR", _data_dir, Path()),
        admin_user_ids=value("ADMIN_USER_IDS", _user_ids, frozenset()),
        log_level=value("LOG_LEVEL", _log_level, ""),
        log_format=value("LOG_FORMAT", _log_format, "text"),
        watch=value("WATCH", _switch, False),
        http_address=value("HTTP_ADDRESS", _address, None),
        shards=value("SHARDS", _shards, None),
        watchdog_minutes=value("WATCHDOG_MINUTES", _whole(0, 1440), 0),
        cooldown_person=value("COOLDOWN_PERSON", _allowance, None),
        cooldown_server=value("COOLDOWN_SERVER", _allowance, None),
        audit_days=value("AUDIT_DAYS", _whole(0, 36_500), 0),
        outbox_days=value("OUTBOX_DAYS", _whole(30, 36_500), 30),
        max_file_mb=value("MAX_FILE_MB", _whole(1, 1000), 1),
        max_files=value("MAX_FILES", _whole(1, 10_000_000), 1),
        max_articles_in_file=value("MAX_ARTICLES_IN_FILE", _whole(1, 1_000_000), 1),
    )
    if faults:
        raise SettingsError(faults)
    return settings


def _read_env_file(env_file: Path) -> tuple[dict[str, str], list[str]]:
    """The values in `.env`, and what is wrong with its lines.

    A fault names the line's number and never repeats the line, which may hold the token.
    """
    wanted = "expected lines of NAME=value"
    try:
        text = env_file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}, []
    except UnicodeDecodeError:
        return {}, [f"{env_file} is not UTF-8 text; {wanted}"]
    except OSError as error:
        return {}, [f"{env_file} cannot be read ({error.strerror}); {wanted}"]
    values: dict[str, str] = {}
    faults = []
    for binding in parse_stream(io.StringIO(text)):
        if binding.error or (binding.key is not None and binding.value is None):
            source = binding.original.string
            blank = source[: len(source) - len(source.lstrip())].count("\n")
            line = binding.original.line + blank
            faults.append(f"{env_file} line {line} cannot be understood; {wanted}")
        elif binding.key is not None and binding.value is not None:
            values[binding.key] = binding.value
    return values, faults


def _token(text: str) -> Token | None:
    if not text:
        return None
    if text.lower().startswith("bot "):
        raise ValueError("starts with “Bot”; expected the token alone")
    if re.search(r"[^\x21-\x7e]", text):
        raise ValueError(
            "holds a space or a letter that no token has; expected the token as Discord shows it"
        )
    return Token(text)


def _corpus_dir(text: str) -> Path:
    path = Path(text).expanduser()
    if not path.is_dir():
        fault = "is not a folder" if path.exists() else "does not exist"
        raise ValueError(f"is “{text}”, which {fault}; expected a folder of articles")
    return path


def _data_dir(text: str) -> Path:
    path = Path(text).expanduser()
    if path.exists() and not path.is_dir():
        raise ValueError(f"is “{text}”, which is not a folder; expected one, or a new name")
    return path


def _user_ids(text: str) -> frozenset[int]:
    words = text.replace(",", " ").split()
    wrong = [word for word in words if not re.fullmatch(r"[0-9]{1,20}", word)]
    if wrong:
        raise ValueError(
            f"holds “{wrong[0]}”, which is no user id; expected numbers separated by commas, "
            "such as 80351110224678912"
        )
    return frozenset(int(word) for word in words)


def _log_level(text: str) -> str:
    if text.upper() not in LOG_LEVELS:
        raise ValueError(f"is “{text}”; expected one of {', '.join(LOG_LEVELS)}")
    return text.upper()


def _log_format(text: str) -> Literal["text", "json"]:
    if text.lower() == "text":
        return "text"
    if text.lower() == "json":
        return "json"
    raise ValueError(f"is “{text}”; expected text or json")


def _switch(text: str) -> bool:
    if text.lower() in ("1", "true", "yes", "on"):
        return True
    if text.lower() in ("0", "false", "no", "off"):
        return False
    raise ValueError(f"is “{text}”; expected 1 or 0")


def _address(text: str) -> tuple[str, int] | None:
    if not text:
        return None
    found = re.fullmatch(r"(?:\[([0-9a-fA-F:]+)\]|([^\s:/\[\]]+)):([0-9]{1,5})", text)
    if found is None or int(found[3]) > 65_535:
        raise ValueError(f"is “{text}”; expected an address and a port, such as 127.0.0.1:8080")
    return found[1] or found[2], int(found[3])


def _shards(text: str) -> int | None:
    if text.lower() == "auto":
        return None
    if not re.fullmatch(r"[1-9][0-9]{0,3}", text):
        raise ValueError(f"is “{text}”; expected auto, or how many")
    return int(text)


def _whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,9}", text) or not least <= int(text) <= most:
            raise ValueError(f"is “{text}”; expected a whole number from {least} to {most}")
        return int(text)

    return read


def _allowance(text: str) -> Allowance | None:
    if text.lower() == "off":
        return None
    found = re.fullmatch(r"([1-9][0-9]{0,8})/([1-9][0-9]{0,4})", text)
    if found is None:
        raise ValueError(f"is “{text}”; expected how many in how many seconds, such as 600/60")
    return Allowance(int(found[1]), int(found[2]))
