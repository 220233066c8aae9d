"""The cue words of the data files as compiled patterns, read once."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib import resources
from typing import Any


@functools.cache
def table(name: str) -> dict[str, Any]:
    """A data file of this package as it stands."""
    return tomllib.loads(
        resources.files("bot.facts").joinpath("data", f"{name}.toml").read_text("utf-8")
    )


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words; `*` stands for any ending, or a word."""
    parts = []
    for phrase in sorted(phrases, key=len, reverse=True):
        words = []
        for word in phrase.split():
            words.append(r"[\w'’.-]+(?:\s+[\w'’.-]+){0,3}?" if word == "*" else _word(word))
        parts.append(r"[\s-]+".join(words))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    return re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "")


@functools.cache
def cue(section: str, key: str, name: str = "cues") -> re.Pattern[str]:
    """The compiled pattern of one list of a data file."""
    return pattern(table(name)[section][key])
