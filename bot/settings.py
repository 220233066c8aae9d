"""Everything that can be set, read from the environment and from `.env`.

The environment wins over `.env`; an empty value counts as not given. This module opens nothing:
it says what is wanted, and `bot.app` prepares it.
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
