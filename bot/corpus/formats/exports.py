"""Exports of press archives and news databases → drafts: `HEADLINE: …`, `BODY:`, or `HD …`, `LP`.

Which labels there are stands in `rules/exports.toml`. Only a text that labels both a title and a
body (or counts: `2 of 42 DOCUMENTS`), and more beside them, is read as an export; a file may hold
several articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as made_of
from functools import cache

from bot.corpus.draft import Draft
from bot.corpus.formats.text import lines_of
from bot.corpus.metadata import metadata_from
from bot.corpus.rules import table
from bot.model import DroppedLine

_LABEL = re.compile(r"\s{0,8}([^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,3})\s?:\s*(.*)")
_CODE = re.compile(r"([A-Z]{2,3})(?:\s{1,8}(\S.*))?")
_COUNT = re.compile(
    r"\s*(?:document )?\d{1,4} (?:of|von|sur|de) \d{1,5}(?: \w+)?\s*", re.IGNORECASE
)
_HINT = re.compile(
    r"^\s{0,8}(?:body|full text|HD|volltext|article text|texto completo)\b", re.I | re.M
)
_FEWEST = 4


@dataclass(slots=True)
class _Part:
    """A labelled part; the one before the first label has no field."""

    field: str | None
    lines: list[str] = made_of(default_factory=list)

    @property
    def value(self) -> str:
        """The first lines of the part, up to a blank one, as one."""
        said = "\n".join(line.strip() for line in self.lines).strip().split("\n\n")[0]
        return " ".join(said.split())


def read_exports(text: str) -> list[Draft]:
    """The articles of an export, none where the text is no export."""
    if not _HINT.search(text):
        return []
    return [draft for lines in _documents(text.split("\n")) if (draft := _draft(lines))]


def _documents(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each article: they begin at `2 of 42 DOCUMENTS`, or at the next `HD`."""
    document: list[str] = []
    has_body = False
    for line in lines:
        label = _label(line)
        is_title = label is not None and label[0] == "title" and _CODE.fullmatch(line) is not None
        if has_body and (is_title or _COUNT.fullmatch(line)):
            yield document
            document, has_body = [], False
        document.append(line)
        has_body = has_body or (label is not None and label[0] == "body")
    yield document


def _draft(lines: Sequence[str]) -> Draft | None:
    parts = _parts(lines)
    named = {part.field: part for part in reversed(parts) if part.field}
    is_counted = any(_COUNT.fullmatch(line) for line in parts[0].lines)
    if len(parts) <= _FEWEST or "body" not in named or not ("title" in named or is_counted):
        return None
    fields = {name: part.value for name, part in named.items() if name not in ("body", "apart")}
    head = [line for line in parts[0].lines if not _COUNT.fullmatch(line)]
    body = [line for part in parts if part.field == "body" for line in ("", *part.lines)]
    apart = [part.value for part in parts if part.field == "apart" and part.value]
    return Draft(
        lines_of(_blocks([*head, "", *body])),
        metadata_from(fields, "text"),
        dropped=[DroppedLine(value[:500], "part of an export") for value in apart],
    )


def _parts(lines: Sequence[str]) -> list[_Part]:
    parts = [_Part(None)]
    is_shouted = any((match := _LABEL.fullmatch(line)) and match[1].isupper() for line in lines)
    for line in lines:
        label = _label(line)
        if label and parts[-1].field == "body" and not _ends_body(line, label[1], is_shouted):
            label = None
        if label is None:
            parts[-1].lines.append(line)
        else:
            parts.append(_Part(label[0], [label[1]] if label[1] else []))
    return parts


def _ends_body(line: str, value: str, is_shouted: bool) -> bool:
    """Whether a label inside the text is the export's, not one of a list of facts in it."""
    match = _LABEL.fullmatch(line)
    if match is None:
        return not value[
            :1
        ].islower()  # "IN their first year" is text, "IN" and "IN Mining" are not
    return match[1].isupper() if is_shouted else " " in match[1].strip()


def _label(line: str) -> tuple[str, str] | None:
    """The field that a line begins, and what stands behind the label."""
    match = _LABEL.fullmatch(line)
    if match and (name := _names().get(match[1].casefold())):
        return name, match[2].strip()
    match = _CODE.fullmatch(line)
    if match and (name := _names().get(match[1])):
        return name, (match[2] or "").strip()
    return None


def _blocks(lines: Sequence[str]) -> list[list[str]]:
    """The lines between blank ones; an indented line begins a paragraph of its own."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        if not line.strip() or (
            line.startswith("  ") and not (blocks[-1] or [""])[-1].startswith(" ")
        ):
            blocks.append([])
        if line.strip():
            blocks[-1].append(line.strip())
    return [block for block in blocks if block]


@cache
def _names() -> dict[str, str]:
    """Label or code → the field that it begins."""
    rules = table("exports")
    return {
        label if kind == "codes" else label.casefold(): name
        for kind in ("labels", "codes")
        for name, labels in rules[kind].items()
        for label in labels
    }
