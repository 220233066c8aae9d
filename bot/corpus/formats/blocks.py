"""The body of a JSON record → lines: a string, a list of them, or the tree of an editor.

Knows no single editor: a node is told by what its fields are called (`rules/fields.toml`), so that
ProseMirror, Slate, Draft.js, EditorJS, Portable Text, Gutenberg, Arc and Contentful are all read.
One module, since a node of a tree can be anything that a body can.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from bot.corpus.draft import Line, LineKind, NotAnArticle
from bot.corpus.encodings import plain
from bot.corpus.formats.html import fragment_lines, has_markup
from bot.corpus.formats.markdown import markdown_lines
from bot.corpus.formats.text import lines_of
from bot.corpus.metadata import field_name, names_of, normalised, unwrapped
from bot.corpus.rules import table
from bot.model import DroppedLine

_MARKDOWN = re.compile(
    r"^#{1,6} \S|\]\((?:https?:|#|/)|^\*\*\S|^\|.*\|\s*$|^[*_]\S[^*_]+[*_]$", re.MULTILINE
)
_ESCAPED_MARKUP = re.compile(r"&(?:amp;)?lt;/?[a-zA-Z]")
_PARAGRAPH_END = re.compile(r"[.!?…][\"”’»)]*$")
_CUT_OFF = re.compile(r"\s*\[\+\d+ chars\]\s*$")  # what a news API leaves out
_MOST_DEPTH = 30
_BREAKS = frozenset({"hardbreak", "softbreak", "linebreak", "br"})


def body_lines(*bodies: object) -> tuple[list[Line], list[DroppedLine]]:
    """The lines of bodies, and what of them is no text. Raises NotAnArticle on a nest too deep."""
    blocks = _Blocks()
    for body in bodies:
        blocks.add(body, "text", 0)
    return blocks.lines, blocks.dropped


def text_size(value: object) -> int:
    """How much text a body holds; 0 for what is no body."""
    if isinstance(value, str):
        return len(value.strip())
    if isinstance(value, list):
        return sum(text_size(item) for item in value[:400])
    if isinstance(value, dict):
        return sum(
            text_size(item) for key, item in value.items() if field_name(key) not in _speechless()
        )
    return 0


def kind_of_block(fields: Mapping[str, Any]) -> str:
    """What a node of a tree is called, such as `paragraph`; empty where nothing says so."""
    named = (fields[key] for key in names_of("block_kind") if isinstance(fields.get(key), str))
    name = next(named, "")
    return field_name(name.rsplit("/", 1)[-1])  # Gutenberg's core/paragraph


class _Blocks:
    """Collects the lines of strings and blocks in their order."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.dropped: list[DroppedLine] = []
        self._number = 0

    def add(self, value: object, kind: LineKind, depth: int) -> None:
        """Adds a string, a block, or a list of them."""
        if depth > _MOST_DEPTH:
            raise NotAnArticle("JSON nested too deeply")
        if isinstance(value, str):
            self._add_text(value, kind)
        elif isinstance(value, list):
            if kind == "row" or (value and all(isinstance(item, list) for item in value)):
                self._add_rows(value)
            elif (pieces := _mixed(value)) is not None:
                self._add_text(pieces, kind)
            else:
                for item in value:
                    self.add(item, kind, depth + 1)
        elif isinstance(value, dict):
            self._add_block(value, kind, depth)

    def _add_block(self, block: Mapping[Any, Any], kind: LineKind, depth: int) -> None:
        inner = unwrapped(block)
        if inner is not block:
            self.add(inner, kind, depth + 1)
            return
        fields = normalised(block)
        name = kind_of_block(fields)
        if name in _dropped_kinds():
            if text := words_in(block):
                self.dropped.append(DroppedLine(text[:500], f"block: {name}"))
            return
        if name.endswith("row") and (cells := _children(fields)) is not None:
            self._add_row(cells)
            return
        kind = _line_kind(name, fields, kind)
        if kind == "row" and isinstance(fields.get("header"), list):
            self._add_row(fields["header"])
        if kind != "row":
            self._add_heading(fields)
        if (joined := _inline(fields, depth)) is not None:
            self._add_text(joined, kind)
        else:
            for key in names_of("block_text"):
                value = fields.get(key)
                if isinstance(value, str | list | dict) and text_size(value):
                    # the rows of a table may lie a level below: {"data": {"content": [[…]]}}
                    self.add(value, kind, depth + 1)
                    break
        for key in names_of("block_parts"):
            if isinstance(fields.get(key), list):
                part_kind: LineKind = "row" if key in ("rows", "cells") else "item"
                self.add(fields[key], part_kind if key != "innerblocks" else kind, depth + 1)

    def _add_heading(self, fields: Mapping[str, Any]) -> None:
        """The heading of a section that has one beside its text."""
        if text_size([fields.get(key) for key in names_of("block_text")]) == 0:
            return
        for key in ("heading", "subheading", "subtitle", "title", "header"):
            if isinstance(fields.get(key), str) and fields[key].strip():
                self._add_text(fields[key], "heading")
                return

    def _add_rows(self, rows: list[Any]) -> None:
        keys = [
            list(row) for row in rows if isinstance(row, dict) and not _children(normalised(row))
        ]
        if len(keys) == len(rows) >= 2 and all(names == keys[0] for names in keys):
            self._add_row(keys[0])  # [{"pair": …, "km": …}, …]: the keys are the head of the table
        for row in rows:
            self._add_row(row)

    def _add_row(self, row: object) -> None:
        if isinstance(row, dict):
            children = _children(normalised(row))
            row = list(row.values()) if children is None else children
        cells = row if isinstance(row, list) else [row]
        texts = [plain(words_in(cell)) for cell in cells]
        if any(texts):
            self._push([Line(" | ".join(texts).strip(), 0, "row")], same_block=True)

    def _add_text(self, text: str, kind: LineKind) -> None:
        text = _CUT_OFF.sub("", _unescaped(text))
        if has_markup(text):
            lines = fragment_lines(text)
            if kind in ("item", "heading", "quote"):
                lines = [line if line.kind != "text" else _of_kind(line, kind) for line in lines]
            self._push(lines)
            return
        if _MARKDOWN.search(text):
            self._push(markdown_lines(text))
            return
        blocks: list[list[str]] = [[]]
        for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            if line.strip():
                blocks[-1].append(line)
            else:
                blocks.append([])
        lines = lines_of([block for block in blocks if block])
        if kind != "text":
            lines = [_of_kind(line, kind) for line in lines]
        self._push(lines)

    def _push(self, lines: list[Line], same_block: bool = False) -> None:
        if not same_block or not self.lines or self.lines[-1].kind != "row":
            self._number += 1
        base = self._number
        for line in lines:
            self._number = base + line.block
            self.lines.append(Line(line.text, self._number, line.kind))


def _of_kind(line: Line, kind: LineKind) -> Line:
    if kind == "item" and line.kind != "item":
        return Line(f"- {line.text}", line.block, "item")
    return Line(line.text, line.block, kind)


def _line_kind(name: str, fields: Mapping[str, Any], kind: LineKind) -> LineKind:
    style = fields.get("style")
    if "table" in name:
        return "row"
    if re.search(r"head|title|^h[1-6]$", name) or re.fullmatch(r"h[1-6]", str(style)):
        return "heading"
    if re.search(r"list|bullet|^li$|^ul$|^ol$|item", name) or fields.get("listitem"):
        return "item"
    return "quote" if name in ("quote", "blockquote", "pullquote") else kind


def _mixed(items: list[Any]) -> str | None:
    """The text of a list of strings and of marked pieces between them, as messengers export it."""
    marked = [item for item in items if isinstance(item, dict)]
    if not marked or len(marked) == len(items):
        return None
    if not all(isinstance(item, str | dict) for item in items):
        return None
    if not all(kind_of_block(normalised(item)) in _inline_kinds() for item in marked):
        return None
    pieces = [item if isinstance(item, str) else normalised(item).get("text") for item in items]
    texts = [piece for piece in pieces if isinstance(piece, str)]
    return "".join(texts) if len(texts) == len(pieces) else None


def _children(fields: Mapping[str, Any]) -> list[Any] | None:
    """The list of nodes below a node, if it has one."""
    return next(
        (
            fields[key]
            for key in (*names_of("block_text"), *names_of("block_parts"))
            if isinstance(fields.get(key), list)
        ),
        None,
    )


def _inline(fields: Mapping[str, Any], depth: int) -> str | None:
    """The text of a node whose children are pieces of one paragraph (words, links, marks)."""
    children = next(filter(None, map(fields.get, names_of("block_text"))), None)
    if not isinstance(children, list) or not all(isinstance(child, dict) for child in children):
        return None
    pieces = [_inline_piece(child, depth + 1) for child in children]
    if any(piece is None for piece in pieces):
        return None
    texts = [piece for piece in pieces if piece]
    for one, following in itertools.pairwise(texts):
        if _PARAGRAPH_END.search(one) and following[:1].isupper():
            return None  # each a paragraph of its own: no space between their sentences
    return "".join(texts)


def _inline_piece(node: Mapping[Any, Any], depth: int) -> str | None:
    fields = normalised(node)
    name = kind_of_block(fields)
    if depth > _MOST_DEPTH:
        raise NotAnArticle("JSON nested too deeply")
    if name in _BREAKS:
        return "\n"
    if name not in _inline_kinds() and not (name == "" and isinstance(fields.get("text"), str)):
        return None
    for key in ("text", "value", "content"):
        if isinstance(fields.get(key), str):
            return str(fields[key])
    children = _children(fields)
    if not children:
        return ""
    pieces = [
        _inline_piece(child, depth + 1) if isinstance(child, dict) else None for child in children
    ]
    return None if any(piece is None for piece in pieces) else "".join(filter(None, pieces))


def _unescaped(text: str) -> str:
    """Escaped markup (`&lt;p&gt;`) as markup, and `\\n` written out as a line break."""
    if "\n" not in text and re.search(r"\\r?\\n|\\n\S", text):
        text = re.sub(r"(?:\\r)?\\n", "\n", text).replace('\\"', '"').replace("\\t", " ")
    for _ in range(2):
        if _ESCAPED_MARKUP.search(text):
            text = html.unescape(text)
    return text


def words_in(value: object) -> str:
    """All strings of a block as one line."""
    if isinstance(value, str):
        if has_markup(value):
            value = " ".join(line.text for line in fragment_lines(value))
        return plain(value)
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict):
        inner = [
            words_in(item)
            for key, item in value.items()
            if field_name(key) not in _speechless() and not isinstance(item, int | float)
        ]
    elif isinstance(value, list):
        inner = [words_in(item) for item in value]
    else:
        inner = []
    return " ".join(filter(None, inner))


@cache
def _dropped_kinds() -> frozenset[str]:
    return frozenset(table("fields")["dropped_kinds"])


@cache
def _inline_kinds() -> frozenset[str]:
    return frozenset(table("fields")["inline_kinds"])


@cache
def _speechless() -> frozenset[str]:
    return frozenset({*names_of("block_kind"), *table("fields")["speechless"]})
