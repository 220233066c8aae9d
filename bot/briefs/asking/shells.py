"""Nouns of a question that only say what sort of an answer is wanted: excuse, condition, threat.

No article need say "excuse" of what somebody declared, or "condition" of what must come first. Each
such noun has words by which an answer of its sort is known. Reads `answers.toml`.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from importlib import resources

from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.spans import phrases
from bot.language.words import stem


@functools.cache
def _shells() -> Mapping[str, str]:
    """The stem of each noun → the name of its marks."""
    data = resources.files("bot.briefs.asking").joinpath("answers.toml").read_text("utf-8")
    listed = tomllib.loads(data)["shell_nouns"]
    return {stem(word): name for name, words in listed.items() for word in words.split()}


def is_shell(word: str) -> bool:
    """Whether a stem is one of these nouns."""
    return word in _shells()


def shell_of(question: Question) -> str | None:
    """The stem of the noun by which a question tells what sort of an answer is wanted."""
    if question.asked is Asked.WHICH:
        asked = question.noun[-1:]
    else:
        asked = question.terms if question.cue == "shell" else ()
    return next((word for word in asked if is_shell(word)), None)


def marks_wanted(question: Question) -> re.Pattern[str] | None:
    """The words that mark an answer of the sort that the noun of a question names; None where there
    is no such noun."""
    shell = shell_of(question)
    return None if shell is None else phrases("shell", _shells()[shell])
