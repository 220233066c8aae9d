"""Parts of sentences that may be answers, and the lists of words that mark them.

Reads `answers.toml`; knows nothing of the kinds of answers.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import NamedTuple

from bot.language.phrases import pattern


class Span(NamedTuple):
    """A part of a sentence that may be the answer. `fit` is how surely it is of the kind, 0…1."""

    start: int
    end: int
    fit: float


@functools.cache
def phrases(kind: str, name: str = "plain") -> re.Pattern[str]:
    data = resources.files("bot.briefs.asking").joinpath("answers.toml").read_text("utf-8")
    return pattern(tomllib.loads(data)[kind][name])


def matching(sought: re.Pattern[str], text: str, fit: float) -> Iterator[Span]:
    """What fits a pattern, each as surely."""
    return (Span(match.start(), match.end(), fit) for match in sought.finditer(text))
