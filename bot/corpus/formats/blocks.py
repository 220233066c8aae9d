"""The body of a JSON record → lines: a string, a list of them, or the tree of an editor.

Knows no single editor: a node is told by what its fields are called (`rules/fields.toml`), so that
ProseMirror, Slate, Draft.js, EditorJS, Portable Text, Gutenberg, Arc and Contentful are all read;
where they are called anything else, by its shape (`prose.py`). One module, since a node of a tree
can be anything that a body can.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from bot.corpus.draft import Line, LineKind, NotAnArticle
from bot.corpus.encodings import plain
from bot.corpus.formats.html import fragment_lines, has_markup
from bot.corpus.formats.inline import children_of, inline_text, mixed_text
from bot.corpus.formats.markdown import markdown_lines
from bot.corpus.formats.prose import (
    are_sentences,
    are_wrapped,
    kind_told,
    left_out_kinds,
    said_in,
    speechless,
    tagged,
)
from bot.corpus.formats.text import lines_of
from bot.corpus.metadata import field_name, names_of, normalised, unwrapped
from bot.corpus.rules import table
from bot.model import DroppedLine

_MARKDOWN = re.compile(
    r"^#{1,6} \S|\]\((?:https?:|#|/)|^\*\*\S|^\|.*\|\s*$|^[*_]\S[^*_]+[*_]$", re.MULTILINE
)
_ESCAPED_MARKUP = re.compile(r"&(?:amp;)?lt;/?[a-zA-Z]")
_CUT_OFF = re.compile(r"\s*\[\+\d+ chars\]\s*$")  # what a news API leaves out
_MOST_DEPTH = 30


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
            text_size(item) for key, item in value.items() if field_name(key) not in speechless()
        )
    return 0


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
            if (block := tagged(value)) is not None:
                self._add_block(block, kind, depth)
            elif kind == "row" or (value and all(isinstance(item, list) for item in value)):
                self._add_lists(value, kind, depth)
            elif (pieces := mixed_text(value)) is not None:
                self._add_text(pieces, kind)
            elif value and all(isinstance(item, str) for item in value) and are_wrapped(value):
                self._add_text("\n".join(value), kind)
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
        name = kind_told(fields)
        if name in left_out_kinds():
            if text := words_in(block):
                self.dropped.append(DroppedLine(text[:500], f"block: {name}"))
            return
        if name.endswith("row") and (cells := children_of(fields)) is not None:
            self._add_row(cells)
            return
        kind = _line_kind(name, fields, kind)
        if kind == "row" and isinstance(fields.get("header"), list):
            self._add_row(fields["header"])
        if kind != "row":
            self._add_heading(fields)
        told = [key for key in names_of("block_text") if _may_tell(key, fields.get(key))][:1]
        if (joined := inline_text(fields, depth)) is not None:
            self._add_text(joined, kind)
        else:
            for key in told:
                # the rows of a table may lie a level below: {"data": {"content": [[…]]}}
                self.add(fields[key], kind, depth + 1)
        parts = [key for key in names_of("block_parts") if isinstance(fields.get(key), list)]
        for key in parts:
            part_kind: LineKind = "row" if key in ("rows", "cells") else "item"
            self.add(fields[key], part_kind if key != "innerblocks" else kind, depth + 1)
        if not (told or parts):
            self._add_unnamed(fields, kind, depth)

    def _add_unnamed(self, fields: Mapping[str, Any], kind: LineKind, depth: int) -> None:
        """What a block says under names that nobody knows; `{"h2": …}` is a kind and its words."""
        said: list[str] = []
        for key, value in said_in(fields):
            words = words_in(value)
            if words not in said:
                said.append(words)
                if key in table("fields")["sentences"] and isinstance(value, list):
                    value = " ".join(map(words_in, value))
                self.add(value, _line_kind(key, {}, kind), depth + 1)
        for key, value in fields.items():
            if key in left_out_kinds() and (text := words_in(value)):
                self.dropped.append(DroppedLine(text[:500], f"block: {key}"))

    def _add_lists(self, lists: list[Any], kind: LineKind, depth: int) -> None:
        """Lists in a list: blocks such as `["p", "…"]`, the sentences of paragraphs, or rows."""
        for block in lists if kind != "row" else ():
            if isinstance(block, list) and tagged(block) is not None:
                for one in lists:
                    self.add(one, kind, depth + 1)
                return
        cells = [words_in(cell) for row in lists if isinstance(row, list) for cell in row]
        if kind == "row" or not are_sentences(cells):
            self._add_rows(lists)
            return
        for sentences in lists:
            self._add_text(" ".join(map(words_in, sentences)), kind)

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
            list(row) for row in rows if isinstance(row, dict) and not children_of(normalised(row))
        ]
        if len(keys) == len(rows) >= 2 and all(names == keys[0] for names in keys):
            self._add_row(keys[0])  # [{"pair": …, "km": …}, …]: the keys are the head of the table
        for row in rows:
            self._add_row(row)

    def _add_row(self, row: object) -> None:
        if isinstance(row, dict):
            children = children_of(normalised(row))
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


def _may_tell(key: str, value: object) -> bool:
    """Whether a field of this name holds the words of a block."""
    if key in table("fields")["kinds"] and not isinstance(value, str | list | dict):
        return False
    return isinstance(value, str | list | dict) and text_size(value) > 0


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
            if field_name(key) not in speechless() and not isinstance(item, int | float)
        ]
    elif isinstance(value, list):
        inner = [words_in(item) for item in value]
    else:
        inner = []
    return " ".join(filter(None, inner))
