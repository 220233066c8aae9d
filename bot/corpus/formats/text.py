"""Plain text → a draft: lines, blocks between blank lines, wrapped lines joined again."""

from __future__ import annotations

import itertools
import re

from bot.corpus.draft import Draft, Line, LineKind, Metadata
from bot.corpus.encodings import plain
from bot.corpus.metadata import field_name, metadata_from, names_of
from bot.corpus.wording import ends_sentence

_ITEM = re.compile(r"(?:[-*•‣◦▪–—·]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_ROW = re.compile(r"\S\s*\|\s*\S|\S\t+\S|\S {3,}\S")
_HEADER = re.compile(r"([^\W\d_](?:[^\W\d_]|[ _-]){1,24}):\s*(\S.*)")
_WRAPPER = re.compile(
    r"\s*<(?P<tag>doc|document|article|page|text|story)(?P<fields>(?:\s+[\w:-]+=\"[^\"<>]{0,300}\"){1,20})\s*>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([\w:-]+)=\"([^\"]*)\"")
_MOST_WRAPPED = 130
_LONG = 0.6


def read_text(text: str) -> Draft:
    """A .txt file: an optional head of `Key: value` lines, then blocks of lines."""
    metadata = Metadata()
    if wrapped := _WRAPPER.match(text):  # <doc id="12" url="…" title="…"> of corpora
        metadata = metadata_from(dict(_ATTRIBUTE.findall(wrapped["fields"])), "text")
        text = re.sub(rf"</{wrapped['tag']}>\s*$", "", text[wrapped.end() :])
    raw_blocks = _blocks(text)
    if raw_blocks and (head := head_of_text(raw_blocks[0])):
        metadata = metadata_from(head, "text")
        raw_blocks = raw_blocks[1:]
    return Draft(lines_of(raw_blocks), metadata)


def lines_of(blocks: list[list[str]]) -> list[Line]:
    """Blocks of raw lines → lines with their kind, wrapped ones joined."""
    width = _wrap_width(blocks)
    lines: list[Line] = []
    for number, block in enumerate(blocks):
        rows = _row_flags(block, number == 0)
        for text, is_row in _unwrapped(block, rows, width):
            clean = _row(text) if is_row else plain(text)
            if clean:
                lines.append(Line(clean, number, _kind(text, is_row)))
    return lines


def _blocks(text: str) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            blocks[-1].append(line.rstrip())
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def head_of_text(block: list[str]) -> dict[str, str] | None:
    """The fields of a head such as `Title: …`, `Date: …`: every line has a label, and all of them
    are known, or three with the title."""
    known = {name for field in ("title", "publisher", "published", "url", "author", "language",
                                "original") for name in names_of(field)}  # fmt: skip
    fields: dict[str, str] = {}
    for line in block:
        match = _HEADER.fullmatch(line.strip())
        if match is None:
            return None
        fields[match[1]] = match[2]
    told = {name: value for name, value in fields.items() if field_name(name) in known}
    # "Name: …", "Source: …" and "Date: …" may as well open a list of facts
    has_title = any(
        field_name(name) in names_of("title") for name in told if name.lower() != "name"
    )
    is_head = len(told) == len(fields) or (has_title and len(told) >= 3)
    return told if is_head and len(told) >= 2 else None


def _row_flags(block: list[str], is_first: bool) -> list[bool]:
    """Which lines are rows of a table: three neighbours with the same number of cells.

    Two are enough where the block holds nothing else, but for the head of a file, where a title
    and a date line may both have a bar.
    """
    counts = [_cell_count(line) for line in block]
    flags = [False] * len(block)
    start = 0
    for end in range(1, len(block) + 1):
        if end < len(block) and counts[end] == counts[start]:
            continue
        size = end - start
        is_table = size >= 3 or (size == 2 == len(block) and not is_first)
        if counts[start] >= 2 and is_table:
            flags[start:end] = [True] * size
        start = end
    return flags


def _cell_count(line: str) -> int:
    if not ("|" in line or "\t" in line or "   " in line) or not _ROW.search(line):
        return 1
    return len(
        [cell for cell in re.split(r"\||\t+| {3,}", line.strip().strip("|")) if cell.strip()]
    )


def _row(line: str) -> str:
    cells = re.split(r"\||\t+| {3,}", line.strip().strip("|"))
    cells = [plain(cell) for cell in cells]
    if all(re.fullmatch(r":?-{2,}:?|=+|", cell) for cell in cells):
        return ""
    return " | ".join(cells).strip()


def _kind(text: str, is_row: bool) -> LineKind:
    if is_row:
        return "row"
    return "item" if _ITEM.match(text.lstrip()) else "text"


def _wrap_width(blocks: list[list[str]]) -> int | None:
    """The column at which lines were wrapped, or None where each line is a paragraph.

    A file is wrapped where most line breaks inside its blocks are those that filling lines
    greedily would make: the next word would not have fitted.
    """
    lengths = [len(line.strip()) for block in blocks for line in block if not _is_rule(line)]
    width = max(lengths, default=0)
    if width > _MOST_WRAPPED or width < 40:
        return None
    pairs = [
        pair
        for block in blocks
        for pair in itertools.pairwise(block)
        if not any(map(_is_rule, pair))
    ]
    pairs = [pair for pair in pairs if len(pair[0].strip()) >= _LONG * width]  # no mastheads
    full = sum(_is_full(one, following, width) for one, following in pairs)
    open_ends = sum(not ends_sentence(one) for one, _ in pairs)
    if len(pairs) < 3:  # two short paragraphs: one must go on in the middle of a sentence
        going_on = [
            one.isupper() or following.lstrip()[:1].islower() or following.lstrip()[:1].isdigit()
            for one, following in pairs
            if not ends_sentence(one)
        ]
        return width if going_on and all(going_on) and full == len(pairs) else None
    return width if full >= 0.6 * len(pairs) and open_ends >= 0.4 * len(pairs) else None


def _is_rule(line: str) -> bool:
    """Whether a line is a rule across the page, or a running head or foot with a wide gap in it."""
    bare = line.strip()
    return " " * 8 in bare or not re.search(r"\w", bare)


def _is_full(line: str, following: str, width: int) -> bool:
    words = following.split()
    return len(line.strip()) + 1 + len(words[0]) > width - 4


def _is_cut(line: str, following: str) -> bool:
    """Whether a hyphen at the end of a line cuts a word that goes on in the next."""
    return re.search(r"[^\W\d_]-$", line.rstrip()) is not None and following.lstrip()[:1].islower()


def _unwrapped(block: list[str], rows: list[bool], width: int | None) -> list[tuple[str, bool]]:
    if width is None:
        return list(zip(block, rows, strict=True))
    joined: list[tuple[str, bool]] = []
    for position, line in enumerate(block):
        before = block[position - 1] if position else ""
        if (
            position
            and not rows[position]
            and not rows[position - 1]
            and not _ITEM.match(line.lstrip())
            and not (_is_rule(line) or _is_rule(before))
            and not (line.isupper() and not before.isupper() and ends_sentence(before))
            and (_is_full(before, line, width) or _is_cut(before, line))
        ):
            text = joined[-1][0].rstrip()
            hyphenated = _is_cut(text, line)
            joined[-1] = (text[:-1] + line.lstrip() if hyphenated else f"{text} {line}", False)
        else:
            joined.append((line, rows[position]))
    return joined
