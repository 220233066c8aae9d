"""What a button remembers: a request and a page, in the 100 characters of its custom_id.

Nothing is kept on our side, so a button works after a restart, a year later, and for everyone.
Pure: knows neither Discord's library nor what is shown.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote_plus

from bot.briefs.requests import COMMANDS
from bot.chat.budget import CUSTOM_ID, size
from bot.model import CommandSpec, Request

# fn:KIND:MARKER:PAGE:COMMAND?name=value&name=value
TEMPLATE: Final = re.compile(
    r"fn:(?P<kind>[pa]):(?P<marker>[0-9a-f]{4}):(?P<page>[0-9]{1,4}):"
    r"(?P<command>[a-z][a-z0-9_-]{0,31})\?(?P<options>.*)",
    re.DOTALL,
)
# Percent-encoding every letter beyond ASCII would use up the room; only what has a meaning here,
# and what Discord might trim or refuse (spaces and controls), is encoded.
_MEANING: Final = re.compile(r"[%&=+\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Press:
    """What pressing a button asks for.

    `page` is 1-based. `turning` tells a page of an answer that was there from a new request.
    `marker` stands for the corpus that the card was made from.
    """

    request: Request
    page: int
    turning: bool
    marker: str


def marker(corpus: str) -> str:
    """Four hexadecimal digits for a corpus: enough to notice that another one was loaded since."""
    return f"{zlib.crc32(corpus.encode(errors='replace')) & 0xFFFF:04x}"


def custom_id(press: Press) -> str | None:
    """The custom_id of a button, or None where the request is too long to be remembered."""
    if press.page > 9999:
        return None
    options = "&".join(f"{name}={_encoded(value)}" for name, value in press.request.options)
    kind = "p" if press.turning else "a"
    text = f"fn:{kind}:{press.marker}:{press.page}:{press.request.command}?{options}"
    return text if size(text) <= CUSTOM_ID else None


def press(text: str, table: Sequence[CommandSpec] = COMMANDS) -> Press | None:
    """The inverse of `custom_id`; None for anything else, such as one made by hand."""
    found = TEMPLATE.fullmatch(text)
    if found is None or not found["page"].isascii() or int(found["page"]) < 1:
        return None
    known = {command.name: {option.name for option in command.options} for command in table}
    options: list[tuple[str, str]] = []
    for pair in found["options"].split("&") if found["options"] else ():
        name, equals, value = pair.partition("=")
        if not equals or name not in known.get(found["command"], ()) or name in dict(options):
            return None
        options.append((name, unquote_plus(value)))
    if not known.get(found["command"]):
        return None
    request = Request(found["command"], tuple(options), as_typed(found["command"], options))
    return Press(request, int(found["page"]), found["kind"] == "p", found["marker"])


# fn:k:ID, for a page that is kept as it is
_KEPT: Final = re.compile(r"fn:k:(?P<id>[0-9a-f]{16}-[0-9]{1,4})")


def kept_id(page_id: str) -> str:
    """The custom_id of a button that shows a page that is kept under this name."""
    return f"fn:k:{page_id}"


def kept_page(text: str) -> str | None:
    """The inverse of `kept_id`; None for any other custom_id."""
    found = _KEPT.fullmatch(text)
    return found["id"] if found is not None else None


def as_typed(command: str, options: Sequence[tuple[str, str]]) -> str:
    """The line that a person would type for a request."""
    return " ".join([f"/{command}", *(f"{name}:{value}" for name, value in options)])


def _encoded(value: str) -> str:
    return _MEANING.sub(lambda found: quote(found[0]), value).replace(" ", "+")
