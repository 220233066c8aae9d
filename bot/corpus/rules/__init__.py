"""The rules that people tune: data files with comments, read once. Knows nothing of articles."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The contents of `rules/NAME.toml`."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def phrase_tables() -> dict[str, dict[str, Any]]:
    """The contents of every `rules/phrases/LANGUAGE.toml`, by language, in order of name."""
    folder = files(__name__).joinpath("phrases")
    found = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {
        name.removesuffix(".toml"): tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8"))
        for name in found
    }
