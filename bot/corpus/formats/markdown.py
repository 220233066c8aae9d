"""Markdown → a draft: what its front matter says, and the blocks that markdown-it sees."""

from __future__ import annotations

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from bot.corpus.draft import Draft, Line, LineKind, Metadata
from bot.corpus.encodings import plain
from bot.corpus.formats.front_matter import split_front_matter
from bot.corpus.formats.text import head_of_text, lines_of
from bot.corpus.metadata import joined, metadata_from, normalised

_STRUCTURE = re.compile(r"<(?:table|ul|ol|dl|p|blockquote)\b", re.IGNORECASE)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
_WIKI_LINK = re.compile(r"\[\[(?:[^\]|\n]{1,200}\|)?([^\]|\n]{1,200})\]\]")
_TASK = re.compile(r"^\[[ xX]\]\s+")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")
_AS_WRITTEN = "\x1e"
"""Stands behind an escaped character, so that `\\[^1]` is no mark of a note. In no text read."""


def read_markdown(text: str) -> Draft:
    """A .md file. Raises NotAnArticle, naming the line, where the front matter is broken."""
    mapping, body = split_front_matter(text)
    metadata = Metadata()
    if mapping is not None:
        metadata = metadata_from(joined(normalised(mapping)), "front matter")
    elif head := head_of_text(body.lstrip("\n").split("\n\n", 1)[0].split("\n")):
        metadata = metadata_from(head, "text")
        body = body.lstrip("\n").partition("\n\n")[2]
    curated = mapping is not None and mapping.get("curated") in (True, "true", "yes")
    return Draft(markdown_lines(body, wrapped=curated), metadata, curated=curated)


def markdown_lines(text: str, wrapped: bool = False) -> list[Line]:
    """The lines of a Markdown text, each with its kind; marks of emphasis and links are gone.

    Where the text is known to be `wrapped`, a line break inside a paragraph is a space, as the
    standard says; scraped texts use it between paragraphs as well.
    """
    lines: list[Line] = []
    tokens = _parser().parse(_without_comments(text))
    stack: list[str] = []
    row: list[str] = []
    mark = "-"
    for block, token in enumerate(tokens):
        if token.nesting == 1:
            stack.append(token.type)
            if token.type == "list_item_open":
                mark = f"{token.info}{token.markup}" if token.info else "-"
            if token.type == "tr_open":
                row = []
        elif token.nesting == -1:
            stack.pop()
            if token.type == "tr_close" and any(row):
                lines.append(Line(" | ".join(row).strip(), _table_block(lines, block), "row"))
        elif token.type == "inline":
            content = _inline_text(token)
            if "tr_open" in stack:
                row.append(plain(content.replace("\n", " ")))
            else:
                kind = _kind(stack)
                text = content.replace("\n", " ") if wrapped and kind != "item" else content
                lines += _block_lines(text, block, kind, mark)
        elif token.type == "html_block" and _STRUCTURE.search(token.content):
            lines += [Line(line.text, block, line.kind) for line in _html_lines(token.content)]
        elif token.type in ("fence", "code_block", "html_block"):
            lines += _block_lines(_TAG.sub(" ", token.content), block, "text")
    return lines


def _html_lines(markup: str) -> list[Line]:
    from bot.corpus.formats.html import fragment_lines

    return fragment_lines(markup)


def _without_comments(text: str) -> str:
    """The text without HTML comments; markdown-it takes quadratic time over unclosed ones."""
    kept: list[str] = []
    start = 0
    while (opened := text.find("<!--", start)) >= 0:
        kept.append(text[start:opened])
        closed = text.find("-->", opened)
        if closed < 0:
            return "".join(kept) + text[opened:].replace("<!--", "")
        start = closed + 3
    return "".join(kept) + text[start:]


def _table_block(lines: list[Line], block: int) -> int:
    return lines[-1].block if lines and lines[-1].kind == "row" else block


def _kind(stack: list[str]) -> LineKind:
    if "heading_open" in stack:
        return "heading"
    if "list_item_open" in stack:
        return "item"
    return "quote" if "blockquote_open" in stack else "text"


def _block_lines(content: str, block: int, kind: LineKind, mark: str = "-") -> list[Line]:
    if kind in ("heading", "item"):
        text = plain(content.replace("\n", " "))
        if kind == "item" and text:
            text = f"{mark} {text}"
        return [Line(text, block, kind)] if text else []
    raw = [line for line in content.split("\n") if line.strip()]
    return [
        Line(line.text, block, kind if line.kind == "text" else line.kind)
        for line in (lines_of([raw]) if raw else [])
    ]


def _inline_text(token: Token) -> str:
    """The words of an inline token; a line of nothing but links is marked by bars between them."""
    pieces: list[str] = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type == "text_special":
            pieces.append(f"{child.content}{_AS_WRITTEN}")
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append("\n")
        elif child.type == "link_open" and "".join(pieces).endswith("\x1f "):
            pieces.append("| ")
        elif child.type == "link_close":
            pieces.append("\x1f")
        elif child.type == "html_inline":
            pieces.append("\n" if child.content.lower().startswith("<br") else "")
    text = re.sub("\x1f", "", "".join(pieces))
    text = _TASK.sub("", _WIKI_LINK.sub(r"\1", _NOTE_MARK.sub("", text)))
    return text.replace(_AS_WRITTEN, "")


@cache
def _parser() -> MarkdownIt:
    # Indented text is no code here: scraped Markdown indents paragraphs. What was escaped is not
    # joined to the text around it, so that it can be told apart.
    parser = MarkdownIt("commonmark", {"html": True})
    return parser.enable(["table", "strikethrough"]).disable(["code", "text_join"])
