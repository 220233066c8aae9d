"""Logging: one line an event, as text or as JSON, and never the token."""

from __future__ import annotations

import datetime
import json
import logging
import sys
from typing import Final, TextIO

from bot.settings import Settings, Token

_STANDARD: Final = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def set_up_logging(settings: Settings, stream: TextIO = sys.stderr) -> None:
    """Sends every record at the level of the settings or above to `stream`, in their format."""
    handler = logging.StreamHandler(stream)
    make = JsonLines if settings.log_format == "json" else TextLines
    handler.setFormatter(make(settings.discord_token))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log_level)


class _Lines(logging.Formatter):
    """What both formats share: UTC times, one line, the token replaced wherever it stands."""

    def __init__(self, token: Token | None) -> None:
        super().__init__()
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        line = self._line(record)
        # the last step, so that it also covers tracebacks and what a library logs
        return line if self._token is None else line.replace(self._token.reveal(), "[token]")

    def _line(self, record: logging.LogRecord) -> str:
        raise NotImplementedError

    def _time(self, record: logging.LogRecord) -> str:
        at = datetime.datetime.fromtimestamp(record.created, datetime.UTC)
        return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _traceback(self, record: logging.LogRecord) -> str | None:
        parts = []
        if record.exc_info:
            parts.append(self.formatException(record.exc_info))
        if record.stack_info:
            parts.append(record.stack_info)
        return "\n".join(parts) or None

    @staticmethod
    def _extras(record: logging.LogRecord) -> dict[str, object]:
        """What was passed as `extra`: the reference that a person was shown, for one."""
        return {key: value for key, value in vars(record).items() if key not in _STANDARD}


class TextLines(_Lines):
    """`2026-11-22T09:00:00.000Z INFO bot.app: ready reference=…`, a traceback folded behind it."""

    def _line(self, record: logging.LogRecord) -> str:
        extras = "".join(f" {key}={value}" for key, value in self._extras(record).items())
        line = f"{self._time(record)} {record.levelname} {record.name}: {record.getMessage()}"
        traceback = self._traceback(record)
        whole = line + extras + (f"\n{traceback}" if traceback else "")
        return " | ".join(part.strip() for part in whole.splitlines() if part.strip())


class JsonLines(_Lines):
    """An object with time, level, logger, message, what was passed as extra, and traceback."""

    def _line(self, record: logging.LogRecord) -> str:
        event: dict[str, object] = {
            "time": self._time(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **self._extras(record),
        }
        if traceback := self._traceback(record):
            event["traceback"] = traceback
        return json.dumps(event, ensure_ascii=False, default=str)
