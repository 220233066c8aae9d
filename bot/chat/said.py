"""What a message says, as plain text: without Discord's marks, mentions and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import discord

_MARKS = re.compile(
    r"<a?:\w+:\d+>|<(?:@[!&]?|#|t:|/[\w -]+:)[\d:\w]*>|https?://\S+|\|\||\*\*|__|~~|`+|^-# |^#+ ",
    re.MULTILINE,
)
_CODE = re.compile(r"```.*?(?:```|\Z)", re.DOTALL)
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\s]*\)")


def said(message: discord.Message) -> str:
    """The text of a message: its content, or that of its embeds or components."""
    texts: list[str] = []
    # a forwarded message is empty itself
    read: list[discord.Message | discord.MessageSnapshot] = [message, *message.message_snapshots]
    for one in read:
        texts.append(one.content)
        texts += [part for embed in one.embeds for part in (embed.title, embed.description) if part]
        texts += list(_shown(one.components))
    return plain("\n".join(texts))


def plain(text: str) -> str:
    """Text as people read it: a block of code says nothing, a link says its words."""
    text = _MARKS.sub(" ", _LINK.sub(r"\1", _CODE.sub("\n", text)))
    return " ".join(_ended(line) for line in text.splitlines() if line.strip())


def _ended(line: str) -> str:
    """A line of several stands for itself: it must not run into the next one."""
    line = re.sub(r"\s+([.,!?;:])", r"\1", " ".join(line.split())).lstrip("•*>- ")
    return line if not line or line[-1] in ".!?:;…" else f"{line}."


def _shown(components: Any) -> Iterator[str]:
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        yield from _shown(getattr(component, "children", ()))
