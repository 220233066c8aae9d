"""Logging by value: one line an event, and the token in none of them."""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.logs import set_up_logging
from bot.settings import Settings, Token

SECRET = "MTIzNDU2Nzg5MDEyMzQ1Njc4.time.signature"


@pytest.fixture(autouse=True)
def root_logger_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers, root.level = handlers, level


def logged(log_format: str, level: str, *records: logging.LogRecord) -> list[str]:
    stream = io.StringIO()
    settings = Settings(
        discord_token=Token(SECRET),
        corpus_dir=Path("seeds"),
        data_dir=Path("data"),
        admin_user_ids=frozenset(),
        log_level=level,
        log_format="json" if log_format == "json" else "text",
    )
    set_up_logging(settings, stream)
    for record in records:
        record.created = 1_790_000_000.5
        if record.levelno >= logging.getLogger().level:
            logging.getLogger().handle(record)
    return stream.getvalue().splitlines()


def record(
    message: str, *values: object, level: int = logging.INFO, **more: object
) -> logging.LogRecord:
    made = logging.LogRecord("bot.app", level, __file__, 1, message, values, None)
    vars(made).update(more)
    return made


def failed(message: str) -> logging.LogRecord:
    try:
        raise RuntimeError(f"logging in\nwith {SECRET}")
    except RuntimeError:
        return record(message, level=logging.ERROR, exc_info=sys.exc_info())


def test_text_is_one_line_an_event_with_what_was_passed_beside_it() -> None:
    lines = logged("text", "INFO", record("answered in %d ms", 12, reference="a1b2c3"))
    assert lines == [
        "2026-09-21T14:13:20.500Z INFO bot.app: answered in 12 ms reference=a1b2c3",
    ]


def test_json_is_one_object_an_event() -> None:
    (line,) = logged("json", "INFO", record("answered in %d ms", 12, reference="a1b2c3"))
    assert json.loads(line) == {
        "time": "2026-09-21T14:13:20.500Z",
        "level": "INFO",
        "logger": "bot.app",
        "message": "answered in 12 ms",
        "reference": "a1b2c3",
    }


def test_a_traceback_stays_on_the_line_of_its_event() -> None:
    (line,) = logged("text", "INFO", failed("it failed"))
    start, *_, end = line.split(" | ")
    assert start == "2026-09-21T14:13:20.500Z ERROR bot.app: it failed"
    assert " | Traceback (most recent call last): | " in line
    assert end == "with [token]"


def test_a_traceback_is_a_value_of_its_own_in_json() -> None:
    (line,) = logged("json", "INFO", failed("it failed"))
    assert json.loads(line)["traceback"].startswith("Traceback (most recent call last):\n")


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_the_token_is_in_no_line(log_format: str) -> None:
    lines = logged(
        log_format,
        "DEBUG",
        record("logging in with %s", SECRET),
        record(f"headers: Bot {SECRET}", level=logging.DEBUG),
        record("extra", detail={"authorization": SECRET}),
        failed("it failed"),
    )
    assert len(lines) == 4
    assert not any(SECRET in line for line in lines)


def test_what_is_below_the_level_is_not_logged() -> None:
    assert logged("text", "WARNING", record("quiet")) == []
    assert len(logged("text", "WARNING", record("loud", level=logging.WARNING))) == 1


def test_a_message_cannot_forge_a_second_line() -> None:
    assert len(logged("text", "INFO", record("asked for %s", "x\n2026 ERROR forged\r\nagain"))) == 1
