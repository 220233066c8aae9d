"""Whether a length is of what a river makes of a border, not of all of it. Pure."""

from __future__ import annotations

import re

from bot.language.quantities import Amount


def is_of_a_river(text: str, amount: Amount) -> bool:
    """Whether so much of a border is a river, a lake or a ridge: "The Prut forms the border for
    680 kilometres"."""
    before, behind = text[: amount.start], text[amount.end :]
    if _FOR.search(before):
        return bool(_FORMS_THE_LINE.search(before) or _BY_A_NAME.search(before)) or bool(
            _FORMS_THE_LINE.match(behind)
        )
    return bool(_FORMS_SO_MUCH.search(before) and _OF_THE_LINE.match(behind))


_SOME = r"(?:(?:about|some|around|nearly|almost|roughly|more than|over|only)\s+)*"
_FOR = re.compile(rf"\b[Ff]or\s+(?:the (?:first|last)\s+)?{_SOME}$")
_FORMS_THE_LINE = re.compile(
    r"(?:^|\s)(?:[Tt]he\s+)?(?:(?:[Rr]iver|[Ll]ake)\s+)?[A-Z][\w’'-]+(?:\s+(?:river|lake))?\s+"
    r"(?:forms|formed|marks|marked|makes|made|is|was|constitutes)\s+"
    r"(?:up\s+)?(?:the|their|this)\s+(?:\w+\s+)?(?:border|frontier|boundary|line)\b[^,;]*"
)
_BY_A_NAME = re.compile(
    rf"\b(?:parted|separated|divided)\s+by\s+the\s+(?:[Rr]iver\s+)?[A-Z][\w’'-]+(?:\s+river)?,?\s+for\s+{_SOME}$"
)
_FORMS_SO_MUCH = re.compile(
    rf"\b[A-Z][\w’'-]+(?:\s+(?:river|lake))?\s+(?:forms|formed|makes up|made up|marks|covers)\s+"
    rf"{_SOME}$"
)
_OF_THE_LINE = re.compile(r"\s+of\s+(?:the|their|it|this|that|[A-Z])")
