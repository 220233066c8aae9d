"""What one message can hold: Discord's limits, how text is measured, and how it is cut.

Pure, and the only place where these numbers stand.
Source: https://discord.com/developers/docs/components/reference and …/resources/message
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from bot.chat.markdown import ELLIPSIS, one_line, plain

MESSAGE_TEXT: Final = 4000
"""Characters in all text displays of one message."""
MESSAGE_COMPONENTS: Final = 40
"""Components of one message, nested ones included."""
CUSTOM_ID: Final = 100
BUTTON_LABEL: Final = 80
BUTTON_URL: Final = 512
CHOICES: Final = 25
CHOICE_TEXT: Final = 100

_T = TypeVar("_T")


def size(text: str) -> int:
    """The length of a text as UTF-16 counts it.

    Discord does not say whether an emoji counts as one or as two; two is never too few.
    """
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, room: int, shown: Callable[[str], str] = plain) -> str:
    """The text as `shown`, in at most `room` characters: whole, or up to a word's end and `…`.

    A single word that is longer than the room is cut within. `room` is at least 2.
    """
    # nothing gets shorter by being shown, so the rest of a huge text need not be looked at
    text = one_line(text[: 8 * room + 64])
    whole = shown(text)
    if size(whole) <= room and len(text) <= 8 * room:
        return whole
    lengths = range(min(len(text), room) + 1)
    fitting = bisect_right(
        lengths, room, key=lambda length: size(shown(text[:length]) + ELLIPSIS) if length else 0
    )
    kept = text[: max(fitting - 1, 0)]
    if " " in kept and not text[len(kept) : len(kept) + 1].isspace():
        kept = kept[: kept.rindex(" ")]
    kept = kept.rstrip(" ,;:–—-")
    return shown(kept) + ELLIPSIS


def divide(
    items: Sequence[_T], fits: Callable[[Sequence[_T]], bool], most: int
) -> tuple[tuple[_T, ...], ...]:
    """The items in as few pages as they need, in order, evenly filled.

    No page holds more than `most`, and each one `fits`, but for a page of a single item that is
    too large by itself: its text must then be shortened. No page is empty.
    """
    pages = _filled(items, fits, most)
    if len(pages) < 2:
        return pages
    # The last page of a greedy filling often holds a single left-over line: even the pages out.
    for cap in range(-(-len(items) // len(pages)), most):
        even = _filled(items, fits, cap)
        if len(even) == len(pages):
            return even
    return pages


def _filled(
    items: Sequence[_T], fits: Callable[[Sequence[_T]], bool], most: int
) -> tuple[tuple[_T, ...], ...]:
    pages: list[tuple[_T, ...]] = []
    start = 0
    while start < len(items):
        end = start + 1
        while end < len(items) and end - start < most and fits(items[start : end + 1]):
            end += 1
        pages.append(tuple(items[start:end]))
        start = end
    return tuple(pages)
