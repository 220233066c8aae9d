"""The words of `premises.toml` as patterns. Pure."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Final

from bot.language.phrases import pattern


@functools.cache
def _rules() -> Mapping[str, Mapping[str, Sequence[str]]]:
    return tomllib.loads(
        resources.files("bot.briefs.asking").joinpath("premises.toml").read_text("utf-8")
    )


@functools.cache
def premise_words(kind: str, name: str = "told") -> re.Pattern[str]:
    """The words of a kind: those that tell of it, or those by which it is `asked` for."""
    return pattern(_rules()[kind][name])


@functools.cache
def kinds_asked() -> tuple[str, ...]:
    """The kinds that a question may ask for and that nothing else implies."""
    return tuple(kind for kind, rule in _rules().items() if "asked" in rule)


CUT: Final = re.compile(
    r"\s+(?:in|on|at|of|for|from|who|that|which|with|near|off|between|along|since|after|before|"
    r"during|by|to|under)\b.*|[,?].*",
    re.IGNORECASE,
)
"""What follows the head of a phrase: "of Lesotho" in "the opposition of Lesotho"."""
