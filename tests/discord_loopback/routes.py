"""Which method answers which request."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

Answer = Callable[..., Any]
_ROUTES: list[tuple[str, re.Pattern[str], str, Answer]] = []


def route(method: str, path: str) -> Callable[[Answer], Answer]:
    """The method that answers this route; `{words}` become its arguments."""
    pattern = re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path))

    def add(answer: Answer) -> Answer:
        _ROUTES.append((method, pattern, f"{method} {path}", answer))
        return answer

    return add


def answering(method: str, path: str) -> tuple[str, Answer, dict[str, str]] | None:
    """The route's name, what answers it, and the words of the path; None if there is none."""
    for its_method, pattern, name, answer in _ROUTES:
        found = pattern.fullmatch(path)
        if its_method == method and found is not None:
            return name, answer, found.groupdict()
    return None
