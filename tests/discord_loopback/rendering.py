"""A message of Components V2 as plain text, as a reader sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

CONTAINER, TEXT, SEPARATOR, ROW, BUTTON = 17, 10, 14, 1, 2

_LINK = re.compile(r"(?<!\\)\[((?:\\.|[^\[\]\\])*)\]\((https?://[^\s()]+)\)")
_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")


def walk(components: object) -> Iterator[dict[str, Any]]:
    """Every component, outer ones first."""
    for component in components if isinstance(components, list) else ():
        yield component
        yield from walk(component.get("components"))


def markdown(message: Mapping[str, Any]) -> str:
    """The texts of a message as they were sent, one below the other."""
    texts = (c["content"] for c in walk(message.get("components")) if c["type"] == TEXT)
    return "\n".join(texts)


def links(message: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(words, address) of every masked link."""
    return _LINK.findall(markdown(message))


def buttons(message: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The buttons of a message, in order."""
    return [c for c in walk(message.get("components")) if c["type"] == BUTTON]


def rendered(message: Mapping[str, Any]) -> str:
    """What a reader sees: masked links as their words, rules as lines, buttons in brackets."""
    lines: list[str] = []
    for component in walk(message.get("components")):
        if component["type"] == TEXT:
            lines.append(_shown(component["content"]))
        elif component["type"] == SEPARATOR:
            lines.append("――――")
        elif component["type"] == ROW:
            row = (button.get("label", "") for button in component["components"])
            lines.append(" ".join(f"[{label}]" for label in row))
    return "\n".join(lines)


def _shown(content: str) -> str:
    shown = re.sub(r"(?m)^(?:#{1,3}|-#) ", "", content)
    shown = re.sub(r"(?m)^- ", "• ", shown)
    shown = _LINK.sub(r"\1", shown)
    shown = re.sub(r"(?<!\\)(\*\*|`)", "", shown)
    return _ESCAPE.sub(r"\1", shown).replace("\u200b", "")
