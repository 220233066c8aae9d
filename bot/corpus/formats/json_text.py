"""JSON text → values; what is wrong with a broken one is said for the person who made the file.

Knows nothing of articles.
"""

from __future__ import annotations

import json
from typing import Any

from bot.corpus.draft import NotAnArticle

_DECODER = json.JSONDecoder(strict=False)
_TOO_DEEP = "JSON nested too deeply"


def json_value(text: str, first_line: int = 1) -> Any:
    """The value of a JSON text that begins in this line of its file. Raises NotAnArticle."""
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise NotAnArticle(_broken(error, first_line)) from error
    except RecursionError as error:
        raise NotAnArticle(_TOO_DEEP) from error
    except ValueError as error:  # a number of thousands of digits
        raise NotAnArticle("broken JSON: a number of thousands of digits") from error


def json_values(text: str) -> list[Any]:
    """The values of a text that holds one JSON value behind the other, on one line or many."""
    values: list[Any] = []
    position = 0
    while position < len(text):
        try:
            value, position = _DECODER.raw_decode(text, position)
        except json.JSONDecodeError as error:
            raise NotAnArticle(_broken(error, 1)) from error
        except RecursionError as error:
            raise NotAnArticle(_TOO_DEEP) from error
        except ValueError as error:
            raise NotAnArticle("broken JSON: a number of thousands of digits") from error
        values.append(value)
        while position < len(text) and text[position] in " \t\r\n,":
            position += 1
    return values


def _broken(error: json.JSONDecodeError, first_line: int) -> str:
    return f"broken JSON, line {first_line + error.lineno - 1}: {_fault(error)}"


def _fault(error: json.JSONDecodeError) -> str:
    """What is wrong, in words; the decoder's own say what it expected, not what happened."""
    before, behind = error.doc[: error.pos].rstrip(), error.doc[error.pos :].lstrip()
    if error.msg.startswith("Unterminated string"):
        return "the text ends inside a string"
    if not behind:
        return "the text ends too early"
    if error.msg.startswith("Extra data"):
        return "more text behind the end"
    if error.msg.startswith("Expecting property name"):
        if behind.startswith("'"):
            return "a key in single quotes; JSON wants double quotes"
        if behind.startswith("}"):
            return "a comma before the closing brace"
        return "expected a key in double quotes"
    if error.msg.startswith("Expecting ',' delimiter"):
        return "expected a comma"
    if error.msg.startswith("Expecting ':' delimiter"):
        return "expected a colon behind the key"
    if error.msg.startswith("Expecting value"):
        if before.endswith(",") and behind.startswith(("]", "}")):
            return "a comma before the closing bracket"
        return "a string in single quotes" if behind.startswith("'") else "expected a value"
    if error.msg.startswith("Illegal trailing comma"):  # Python 3.13's own words
        return "a comma before the closing bracket"
    return "an escape that JSON does not know" if "escape" in error.msg else error.msg
