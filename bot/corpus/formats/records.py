"""JSON and JSON Lines → drafts: flat or nested records, strings or blocks, HTML inside strings.

One module: which field is the text decides what the others can be.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from bot.corpus.draft import Draft, Line, LineKind, NotAnArticle
from bot.corpus.encodings import plain
from bot.corpus.formats.text import lines_of
from bot.corpus.metadata import field_name, metadata_from, names_of, normalised, text_of
from bot.corpus.rules import table
from bot.corpus.wording import folded
from bot.model import DroppedLine

_MARKDOWN = re.compile(
    r"^#{1,6} \S|\]\((?:https?:|#|/)|^\*\*\S|^\|.*\|\s*$|^[*_]\S[^*_]+[*_]$", re.MULTILINE
)
_MOST_DEPTH = 30
_MOST_RECORDS = 100_000


def read_json(text: str) -> list[Draft | NotAnArticle]:
    """The records of a JSON file: one object is one article, a list is one for each member."""
    try:
        data = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise NotAnArticle(f"broken JSON, line {error.lineno}: {error.msg}") from error
    except RecursionError as error:
        raise NotAnArticle("JSON nested too deeply") from error
    except ValueError as error:  # a number of thousands of digits
        raise NotAnArticle(f"broken JSON: {error}") from error
    records = list(_records(data, 0))[:_MOST_RECORDS]
    if not records:
        raise NotAnArticle("JSON without a text (no content, body, text or the like)")
    return [_tried(record) for record in records]


def is_list(text: str) -> bool:
    """Whether a JSON text is a list, so that its records are numbered."""
    return text.lstrip("\ufeff \t\r\n").startswith("[")


def read_json_line(line: str) -> Draft:
    """One line of a .jsonl file. Raises NotAnArticle."""
    drafts = read_json(line)
    if len(drafts) != 1:
        raise NotAnArticle("a line with several articles")
    if isinstance(drafts[0], NotAnArticle):
        raise drafts[0]
    return drafts[0]


def _tried(record: Mapping[str, Any]) -> Draft | NotAnArticle:
    try:
        return _draft(record)
    except NotAnArticle as reason:
        return reason
    except RecursionError:
        return NotAnArticle("JSON nested too deeply")


def _records(data: object, depth: int) -> Iterator[Mapping[str, Any]]:
    """The mappings that hold a text, wherever they are nested; outer fields fill inner ones."""
    if depth > 6:
        return
    if isinstance(data, list):
        for item in data:
            if isinstance(item, dict | list):
                yield from _records(item, depth + 1)
    elif isinstance(data, dict):
        fields = normalised(data)
        if _body_value(fields) is not None:
            yield fields
            return
        inner = [value for value in fields.values() if isinstance(value, dict | list)]
        found = [record for value in inner for record in _records(value, depth + 1)]
        outer = {key: value for key, value in fields.items() if not isinstance(value, list)}
        yield from ({**outer, **record} if len(found) == 1 else record for record in found)


def _body_value(fields: Mapping[str, Any]) -> object | None:
    """What holds the text: the longest string, or a list of strings or blocks."""
    best: tuple[int, object] | None = None
    for name in (*names_of("body"), *names_of("summary")):
        value = fields.get(name)
        size = _size(value)
        is_summary = name in names_of("summary")
        if size == 0 or (is_summary and (best is not None or size < 80)):
            continue
        if _looks_like_record_list(value):
            continue
        if best is None or size > 1.2 * best[0]:
            best = (size, value)
    if best is None:
        return _unnamed_body(fields)
    return best[1] if best[0] >= 40 or _has_title(fields) else None


def _unnamed_body(fields: Mapping[str, Any]) -> object | None:
    """The text of a titled record that calls it by none of the known names.

    The longest list of strings, or string of several sentences, where it is long enough to be
    an article and nothing else.
    """
    if not _has_title(fields):
        return None
    texts = [
        (_size(value), name)
        for name, value in fields.items()
        if (isinstance(value, str) and value.count(". ") >= 2)
        or (isinstance(value, list) and value and all(isinstance(item, str) for item in value))
    ]
    size, name = max(texts, default=(0, ""))
    return fields[name] if size >= 200 else None


def _size(value: object) -> int:
    """How much text a body holds; 0 for what is no body."""
    if isinstance(value, str):
        return len(value.strip())
    if isinstance(value, list):
        return sum(_size(item) for item in value[:400])
    if isinstance(value, dict):
        return sum(
            _size(item)
            for key, item in value.items()
            if field_name(key) not in names_of("block_kind")
        )
    return 0


def _looks_like_record_list(value: object) -> bool:
    """Whether the list's members are articles themselves (each with a title and a text)."""
    if isinstance(value, dict):
        fields = normalised(value)
        return _has_title(fields) and _body_value(fields) is not None
    if not isinstance(value, list) or not value:
        return False
    members = [normalised(item) for item in value if isinstance(item, dict)]
    titled = [item for item in members if any(item.get(name) for name in names_of("title")[:3])]
    return (
        bool(members)
        and len(titled) >= len(members) * 0.8
        and any(
            set(item) & {*names_of("body")} and not set(item) & {"type", "kind"} for item in titled
        )
    )


def _has_title(fields: Mapping[str, Any]) -> bool:
    return any(text_of(fields.get(name)) for name in names_of("title")[:6])


def _draft(fields: Mapping[str, Any]) -> Draft:
    flat = dict(fields)
    body = _body_value(fields)
    for value in fields.values():  # {"meta": {"date": …}, "content": …}
        if isinstance(value, dict):
            for key, inner in normalised(value).items():
                if key not in ("name", "type", "id") and not isinstance(inner, list):
                    flat.setdefault(key, inner)
    metadata = metadata_from(flat, "json")
    draft = Draft([], metadata, None, "json")
    blocks = _Blocks(draft)
    for name in names_of("lead"):
        lead = fields.get(name)
        if isinstance(lead, str) and folded(plain(lead))[:60] not in folded(
            json.dumps(body, ensure_ascii=False)
        ):
            blocks.add(lead, "text", 0)
            break
    blocks.add(body, "text", 0)
    if metadata.title is not None:  # a site's name behind a bar is taken off by the cleaner
        draft.page_title, metadata.title = metadata.title, metadata.title
    return draft


class _Blocks:
    """Turns strings and blocks into the lines of a draft."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._number = 0

    def add(self, value: object, kind: LineKind, depth: int) -> None:
        """Adds a string, a block, or a list of them."""
        if depth > _MOST_DEPTH:
            raise NotAnArticle("JSON nested too deeply")
        if isinstance(value, str):
            self._add_text(value, kind)
        elif isinstance(value, list):
            if kind == "row" or (value and all(isinstance(item, list) for item in value)):
                for row in value:
                    self._add_row(row)
            else:
                for item in value:
                    self.add(item, kind, depth + 1)
        elif isinstance(value, dict):
            self._add_block(value, kind, depth)

    def _add_block(self, block: Mapping[Any, Any], kind: LineKind, depth: int) -> None:
        fields = normalised(block)
        name = next(
            (
                field_name(fields[key])
                for key in names_of("block_kind")
                if isinstance(fields.get(key), str)
            ),
            "",
        )
        if name in _dropped_kinds():
            if text := _words(block):
                self.draft.dropped.append(DroppedLine(text, f"block: {name}"))
            return
        if re.search(r"head|title|^h[1-6]$", name):
            kind = "heading"
        elif re.search(r"list|bullet|^li$|^ul$|^ol$|item", name):
            kind = "item"
        elif name in ("quote", "blockquote", "pullquote"):
            kind = "quote"
        elif "table" in name:
            kind = "row"
        if kind == "row" and isinstance(fields.get("header"), list):
            self._add_row(fields["header"])
        for key in names_of("block_text"):
            if fields.get(key) and not isinstance(fields[key], bool | int | float):
                self.add(fields[key], kind, depth + 1)
                break
        for key in names_of("block_parts"):
            if isinstance(fields.get(key), list):
                part_kind: LineKind = "row" if key in ("rows", "cells") else "item"
                self.add(fields[key], part_kind, depth + 1)

    def _add_row(self, row: object) -> None:
        cells = (
            row if isinstance(row, list) else list(row.values()) if isinstance(row, dict) else [row]
        )
        texts = [plain(text_of(cell) or "") for cell in cells]
        if any(texts):
            self._push([Line(" | ".join(texts), 0, "row")], same_block=True)

    def _add_text(self, text: str, kind: LineKind) -> None:
        from bot.corpus.formats.html import fragment_lines, has_markup
        from bot.corpus.formats.markdown import markdown_lines

        unescaped = plain_markup(text)
        if has_markup(unescaped):
            self._push(fragment_lines(unescaped))
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
        if kind == "item":
            lines = [
                line if line.kind == "item" else Line(f"- {line.text}", 0, "item") for line in lines
            ]
        elif kind != "text":
            lines = [Line(line.text, line.block, kind) for line in lines]
        self._push(lines)

    def _push(self, lines: list[Line], same_block: bool = False) -> None:
        if not same_block or not self.draft.lines or self.draft.lines[-1].kind != "row":
            self._number += 1
        base = self._number
        for line in lines:
            self._number = base + line.block
            self.draft.lines.append(Line(line.text, self._number, line.kind))


def plain_markup(text: str) -> str:
    """Escaped markup (`&lt;p&gt;`) as markup, where a string holds it."""
    import html

    for _ in range(2):
        if re.search(r"&(?:amp;)?lt;/?[a-zA-Z]", text):
            text = html.unescape(text)
    return text


def _words(value: object) -> str:
    """All strings of a block, for showing what was dropped."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        inner = [
            _words(item)
            for key, item in value.items()
            if field_name(key) not in ("type", "url", "src", "href", "kind")
        ]
    elif isinstance(value, list):
        inner = [_words(item) for item in value]
    else:
        inner = []
    return " ".join(filter(None, inner))[:500]


@cache
def _dropped_kinds() -> frozenset[str]:
    return frozenset(table("fields")["dropped_kinds"])
