"""The cue words of the data files as compiled patterns, read once."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources
from typing import Any

from bot.language.phrases import pattern

# F-16s, MiG-29s, Eurofighters: what is sent on a mission goes by its model
AIRCRAFT = (
    r"\b(?:(?:F|MiG|Su|C|P|Mi|UH|CH|AH|E|KC)-?\d{1,3}[A-Z]?s?|Eurofighters?|Typhoons?|Rafales?|Gripens?|"
    r"Tornados?|Mirages?|Hornets?|Phantoms?|Harriers?|Hercules|Awacs|Chinooks?|Black Hawks?)\b"
)


@functools.cache
def table(name: str) -> dict[str, Any]:
    """A data file of this package as it stands."""
    return tomllib.loads(
        resources.files("bot.facts").joinpath("data", f"{name}.toml").read_text("utf-8")
    )


@functools.cache
def cue(section: str, key: str, name: str = "cues") -> re.Pattern[str]:
    """The compiled pattern of one list of a data file."""
    return pattern(table(name)[section][key])


@functools.cache
def small_cue(section: str, key: str, name: str = "cues") -> re.Pattern[str]:
    """The same for a text in small letters: without regard to case it takes three times as long."""
    return pattern([phrase.lower() for phrase in table(name)[section][key]], flags=0)
