"""Pieces of one paragraph that lie side by side in a JSON body: words, links and marks.

`[{"text": "The two "}, {"type": "link", "text": "valleys"}]` is one run of words. Pure.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from typing import Any

from bot.corpus.draft import NotAnArticle
from bot.corpus.formats.prose import (
    BREAKS,
    are_wrapped,
    kind_told,
    lone_text,
    prose_size,
    speechless,
)
from bot.corpus.metadata import names_of, normalised
from bot.corpus.rules import table

_PARAGRAPH_END = re.compile(r"[.!?…][\"”’»)]*$")
_MOST_DEPTH = 30


def mixed_text(items: list[Any]) -> str | None:
    """The text of a list of strings and of marked pieces between them, as messengers export it;
    or of pieces of unknown names where one goes on in the next."""
    marked = [item for item in items if isinstance(item, Mapping)]
    if not marked or not all(isinstance(item, str | Mapping) for item in items):
        return None
    if len(marked) < len(items):
        pieces = [item if isinstance(item, str) else _piece(item, 0) for item in items]
        texts = [piece for piece in pieces if piece is not None]
        if len(texts) == len(pieces):
            return "".join(texts)
    texts = [text for item in items if (text := lone_text(item)) is not None]
    if len(texts) < len(items) or len(texts) < 2:
        return None
    if all(map(_runs_on, texts, texts[1:])):
        return "".join(texts)
    return "\n".join(texts) if are_wrapped(texts) else None


def _runs_on(one: str, following: str) -> bool:
    """Whether a piece goes on in the next: with a space between them or a mark, in one sentence."""
    if one.endswith("\n") or (_PARAGRAPH_END.search(one) and following[:1].isupper()):
        return False
    return one[-1:].isspace() or re.match(r"[\s,.;:!?)\]”’'…-]", following) is not None


def inline_text(fields: Mapping[str, Any], depth: int) -> str | None:
    """The text of a node whose children are pieces of one paragraph (words, links, marks)."""
    children = next(filter(None, map(fields.get, names_of("block_text"))), None)
    if not isinstance(children, list) or not all(isinstance(child, dict) for child in children):
        return None
    pieces = [_piece(child, depth + 1) for child in children]
    if any(piece is None for piece in pieces):
        return None
    texts = [piece for piece in pieces if piece]
    if any(piece == "\n" for piece in texts):
        return "".join(texts)  # Quill: a piece that is nothing but a line's end
    for one, following in itertools.pairwise(texts):
        if _PARAGRAPH_END.search(one) and following[:1].isupper():
            return None  # each a paragraph of its own: no space between their sentences
    return "".join(texts)


def _piece(node: Mapping[Any, Any], depth: int) -> str | None:
    fields = normalised(node)
    name = kind_told(fields)
    if depth > _MOST_DEPTH:
        raise NotAnArticle("JSON nested too deeply")
    if name in BREAKS:
        return BREAKS[name]
    is_marked = name in table("fields")["inline_kinds"]
    told = [value for key, value in fields.items() if key not in speechless()]
    if name == "" and len(told) == 1:
        if isinstance(told[0], Mapping):  # {"textRun": {"content": …}}
            return _piece(told[0], depth + 1)
    elif not (
        is_marked or (name == "" and isinstance(fields.get("text", fields.get("insert")), str))
    ):
        return None
    for key in ("text", "value", "content", "insert", "c"):
        if isinstance(fields.get(key), str):
            return str(fields[key])
    if not is_marked or not (children := children_of(fields)):
        return "" if is_marked and not prose_size(node) else None
    pieces = [
        child if isinstance(child, str) else
        _piece(child, depth + 1) if isinstance(child, dict) else None
        for child in children
    ]  # fmt: skip
    return None if any(piece is None for piece in pieces) else "".join(filter(None, pieces))


def children_of(fields: Mapping[str, Any]) -> list[Any] | None:
    """The list of nodes below a node, if it has one."""
    return next(
        (
            fields[key]
            for key in (*names_of("block_text"), *names_of("block_parts"))
            if isinstance(fields.get(key), list)
        ),
        None,
    )
