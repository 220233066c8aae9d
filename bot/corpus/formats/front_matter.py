"""Front matter: YAML, TOML or JSON above a text, as a mapping. Knows no field and no Markdown."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from bot.corpus.draft import NotAnArticle
from bot.corpus.metadata import field_name, is_known_name

_FENCES = {"---": "YAML", "+++": "TOML"}
_KEY = re.compile(r"""["']?([^\W\d][\w .-]{0,40}?)["']?\s*[:=](?:\s|$)""")
# What PyYAML says, and what to do about it.
_YAML_HINTS = (
    ("mapping values are not allowed", "a value with a colon in it; put it in quotes"),
    ("found undefined alias", "a value that begins with *; put it in quotes"),
    ("that cannot start any token", "a value that begins with a special sign; put it in quotes"),
    ("found a tab character", "a tab; indent with spaces"),
)


def split_front_matter(text: str) -> tuple[Mapping[Any, Any] | None, str]:
    """The front matter as a mapping, and the text behind it; None where there is none.

    Raises NotAnArticle, naming the line of the file, where it is broken.
    """
    body = text.lstrip("\ufeff\n")
    above = text[: len(text) - len(body)].count("\n")
    if body.startswith("{"):
        return _json(body)
    first, _, rest = body.partition("\n")
    kind = _FENCES.get(first.strip())
    if kind is None:
        return None, body
    end = re.search(rf"^(?:{re.escape(first.strip())}|\.\.\.)[ \t]*$", rest, re.MULTILINE)
    keyed = _first_key(rest[: end.start()] if end else rest)
    if end is None:
        if keyed is not None and is_known_name(field_name(keyed)):
            raise NotAnArticle(f"front matter: its closing {first.strip()} is missing")
        return None, body
    head = rest[: end.start()]
    if keyed is None and not _is_comment(head) and not head.lstrip().startswith(("-", "[", "{")):
        return None, body  # a rule across the page, and prose below it
    loaded = _yaml(head, above + 2) if kind == "YAML" else _toml(head, above + 1)
    if loaded is None:
        return None, rest[end.end() :]
    if not isinstance(loaded, Mapping):
        raise NotAnArticle(f"front matter: {kind} holds no keys")
    return loaded, rest[end.end() :]


def _first_key(head: str) -> str | None:
    for line in head.split("\n"):
        if line.strip() and not line.lstrip().startswith("#"):
            match = _KEY.match(line)
            return match[1] if match else None
    return None


def _is_comment(head: str) -> bool:
    return all(not line.strip() or line.lstrip().startswith("#") for line in head.split("\n"))


def _json(text: str) -> tuple[Mapping[Any, Any] | None, str]:
    """JSON above a text, as Hugo has it; what only begins with a brace is text."""
    try:
        loaded, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError):
        return None, text
    return (loaded, text[end:]) if isinstance(loaded, dict) and text[end:].strip() else (None, text)


def _yaml(head: str, first_line: int) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        if "*" in head:  # a few lines of aliases can stand for billions of values
            for event in yaml.parse(head, Loader=loader):
                if isinstance(event, yaml.AliasEvent):
                    line = first_line + (event.start_mark.line if event.start_mark else 0)
                    raise NotAnArticle(
                        f"front matter line {line}: an alias, *{event.anchor}; "
                        "put the value in quotes"
                    )
        return yaml.load(head, Loader=loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" line {mark.line + first_line}" if mark else ""
        problem = getattr(error, "problem", None) or "cannot be read"
        if "mapping values are not allowed" in problem and (plain := _plain_fields(head)):
            return plain
        hint = next((hint for sign, hint in _YAML_HINTS if sign in problem), problem)
        raise NotAnArticle(f"front matter{where}: broken YAML, {hint}") from error
    except (
        ValueError,
        RecursionError,
        TypeError,
    ) as error:  # an impossible date, a nest of brackets
        raise NotAnArticle(f"front matter: broken YAML, {error}") from error


def _plain_fields(head: str) -> dict[str, str] | None:
    """`title: Rounded corners: a course`, the slip that YAML is strict on, where every line is one
    field and no value is a list or in quotes; None elsewhere."""
    fields = {}
    for line in head.splitlines():
        match = re.fullmatch(r"([A-Za-z][\w-]*):[ \t]+([^\s\"'\[{|>&*!%@`].*)", line.rstrip())
        if match is None or match[1] in fields:
            return None
        fields[match[1]] = match[2]
    return fields


def _toml(head: str, line_above: int) -> Any:
    try:
        return tomllib.loads(head)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        place = re.search(r"\s*\(at line (\d+), column \d+\)", str(error))
        where = f" line {int(place[1]) + line_above}" if place else ""
        problem = str(error).replace(place[0], "") if place else str(error)
        raise NotAnArticle(f"front matter{where}: broken TOML, {problem}") from error
