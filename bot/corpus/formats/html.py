"""HTML → a draft: the main part of the page as lines, what its head says, what was left out.

lxml reads the tree; which part of it is the article is decided in `html_parts.py` rather than by
trafilatura, which drops short paragraphs, tables and lists that belong to the text
(`bench/cleaning` has the figures).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from bot.corpus.draft import Draft, Line, LineKind, NotAnArticle
from bot.corpus.encodings import plain
from bot.corpus.formats.html_head import Head, head_of, words_of
from bot.corpus.formats.html_parts import SILENT, Page
from bot.corpus.formats.text import lines_of, read_text
from bot.model import DroppedLine

_BLOCKS = {"address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
           "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li",
           "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
           "thead", "tr", "ul", "caption", "time", "font_block"}  # fmt: skip
_MARKUP = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|a|b|i|strong|em|span|table|figure|article|section|blockquote|"
    r"img|aside|script)\b[^<>]*>",
    re.IGNORECASE,
)
_FOOTNOTE_MARK = re.compile(r"\[?(?:\d{1,3}|[a-z*†‡])\]|[*†‡]")
_MOST_DEPTH = 400
_LONGEST_ASIDE = 160
_MOST_COLUMNS = 50
_MOST_ASIDES = 300


def read_html(text: str) -> Draft:
    """A saved page. A page without text in it is read from the data that it would be made of."""
    if not re.search(r"<[a-zA-Z!/]", text):
        return read_text(text)
    root = _root(text)
    head = head_of(root)
    page = Page(root)
    main = page.main_part()
    walk = _Walk(page)
    walk.element(main, 0)
    draft = Draft(walk.lines(), head.metadata, head.title, "html", walk.dropped)
    if not draft.lines:
        draft.lines = _lines_of_data(root, head)
    outside = _Walk(page)
    if main is not root:
        outside.outside_of(root, main)
        draft.dropped += outside.dropped
    draft.asides = walk.asides + outside.asides
    return draft


def _lines_of_data(root: HtmlElement, head: Head) -> list[Line]:
    """The text of a page that a script would fill: from JSON-LD, its data, or <noscript>."""
    from bot.corpus.formats.records import read_json

    if head.body:
        return fragment_lines(head.body) if has_markup(head.body) else read_text(head.body).lines
    for script in root.iter("script"):
        if "json" in (script.get("type") or "") and len(script.text or "") > 200:
            try:
                drafts = read_json(script.text or "")
            except NotAnArticle:
                continue
            if len(drafts) == 1 and isinstance(drafts[0], Draft):
                head.metadata.fill(drafts[0].metadata)
                return drafts[0].lines
    silent = [child for element in root.iter("noscript") for child in element]
    walk = _Walk(Page(root))
    for child in silent:
        walk.element(child, 0)
    return walk.lines()


def fragment_lines(text: str) -> list[Line]:
    """The lines of a piece of HTML, such as stands in a JSON string or a feed."""
    root = _root(f"<div>{text}</div>")
    walk = _Walk(Page(root))
    walk.element(root, 0)
    return walk.lines()


def has_markup(text: str) -> bool:
    """Whether a string holds HTML elements rather than plain text."""
    return _MARKUP.search(text) is not None


def _root(text: str) -> HtmlElement:
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise NotAnArticle("no HTML that can be read") from error
    return root


class _Walk:
    """Collects the blocks of a tree as raw lines with their kind, and what was left out."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._blocks: list[tuple[LineKind, list[str]]] = [("text", [""])]
        self._term: str | None = None
        self.dropped: list[DroppedLine] = []
        self.asides: list[str] = []

    def lines(self) -> list[Line]:
        """The lines in order; each block of the page is a block of its own."""
        lines: list[Line] = []
        for number, (kind, raw) in enumerate(self._blocks):
            for text in raw:
                clean = plain(text)
                if not clean:
                    continue
                if kind == "text":
                    made = lines_of([[clean]])
                    lines += [Line(line.text, number, line.kind) for line in made]
                else:
                    lines.append(Line(f"- {clean}" if kind == "item" else clean, number, kind))
        return lines

    def element(self, element: HtmlElement, depth: int, kind: LineKind = "text") -> None:
        """Adds an element's text. Deep trees are cut: nobody nests an article so."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in SILENT or depth > _MOST_DEPTH:
            return
        if depth and self._page.is_outside(element):
            self._drop(element)
        elif tag == "br":
            self._blocks[-1][1].append("")
        elif tag == "table":
            self._table(element, depth)
        elif tag == "pre":
            self._open(kind)
            self._blocks[-1][1].extend(_preformatted(element))
            self._open(kind)
        elif tag == "dt":
            self._term = plain(words_of(element))
        elif tag == "dd" and self._term:
            self._open("text")
            self._say(f"{self._term.rstrip(':')}: ")
            self._term = None
            self._inside(element, depth, kind)
            self._open(kind)
        elif not (tag == "sup" and _FOOTNOTE_MARK.fullmatch(plain(words_of(element)))):
            kind = self._kind_of(tag, kind)
            is_block = tag in _BLOCKS or ("-" in tag and not _stands_in_line(element))
            if is_block:
                self._open(kind)
            self._inside(element, depth, kind)
            if is_block:
                self._open("text" if kind in ("heading", "item") else kind)

    def _inside(self, element: HtmlElement, depth: int, kind: LineKind) -> None:
        self._say(element.text)
        for child in element:
            self.element(child, depth + 1, kind)
            self._say(child.tail)

    def outside_of(self, element: HtmlElement, main: HtmlElement) -> None:
        """Notes as left out what stands around the main part."""
        around = {main, *main.iterancestors()}
        for above in [element, *element.iterdescendants()]:
            if above not in around or above is main:
                continue
            for child in above:
                if isinstance(child.tag, str) and child not in around and child.tag not in SILENT:
                    self._drop(child)

    def _kind_of(self, tag: str, kind: LineKind) -> LineKind:
        if re.fullmatch(r"h[1-6]", tag):
            return "heading"
        return {"li": "item", "dd": "text", "blockquote": "quote"}.get(tag, kind)  # type: ignore[return-value]

    def _open(self, kind: LineKind) -> None:
        if any(text.strip() for text in self._blocks[-1][1]):
            self._blocks.append((kind, [""]))
        else:
            self._blocks[-1] = (kind, [""])

    def _say(self, text: str | None) -> None:
        if text:
            self._blocks[-1][1][-1] += re.sub(r"\s+", " ", text)

    def _table(self, table: HtmlElement, depth: int) -> None:
        """A table row by row; cells that go over several rows are repeated in each."""
        hanging: dict[int, tuple[str, int]] = {}
        self._open("text")
        for part in table:
            for row in [part] if part.tag == "tr" else list(part):
                if row.tag == "tr" and not self._page.is_outside(row):
                    hanging = self._row(row, depth, hanging)
                elif isinstance(row.tag, str) and row.tag not in ("col", "tr"):
                    self.element(row, depth + 1)
                    self._say(row.tail)
            if part.tag == "caption":
                self._open("text")
                self._inside(part, depth, "text")
                self._open("text")

    def _row(
        self, row: HtmlElement, depth: int, hanging: dict[int, tuple[str, int]]
    ) -> dict[int, tuple[str, int]]:
        """A row as one line; a cell that holds blocks is no cell but layout.

        `hanging` is column → text and rows left of cells from above; returned for the next row.
        """
        cells = [cell for cell in row if isinstance(cell.tag, str)]
        is_layout = (len(cells) < 2 and not hanging) or any(
            descendant.tag in ("p", "div", "table", "ul", "h1", "h2", "h3")
            or (descendant.tag == "br" and len(words_of(cell)) > 200)
            for cell in cells for descendant in cell.iterdescendants()
        )  # fmt: skip
        if is_layout:
            for cell in cells:
                if self._page.is_outside(cell):
                    self._drop(cell)
                    continue
                self._open("text")
                self._inside(cell, depth + 1, "text")
                self._open("text")
            return {}
        texts: list[str] = []
        after: dict[int, tuple[str, int]] = {}
        waiting = list(reversed(cells))
        while (waiting or len(texts) in hanging) and len(texts) < _MOST_COLUMNS:
            column = len(texts)
            if column in hanging:
                text, left = hanging[column]
            else:
                cell = waiting.pop()
                text, left = plain(words_of(cell)), _span(cell)
            texts.append(text)
            if left > 1:
                after[column] = (text, left - 1)
        texts += [plain(words_of(cell)) for cell in reversed(waiting)]
        if any(texts):
            self._open("row")
            self._say(" | ".join(texts))
            self._open("text")
        return after

    def _drop(self, element: HtmlElement) -> None:
        spoken = [
            node for node in element.iter() if isinstance(node.tag, str) and node.tag not in SILENT
        ]
        pieces = [
            piece for node in spoken for piece in (node.text, *(child.tail for child in node))
        ]
        text = plain(" ".join(piece for piece in pieces if piece and piece.strip()))
        for node in spoken[:_MOST_ASIDES]:
            whole = plain(words_of(node)) if self._page.size(node) <= _LONGEST_ASIDE else ""
            if 4 <= len(whole) <= _LONGEST_ASIDE and whole not in self.asides:
                self.asides.append(whole)
        if text:
            name = element.get("class") or element.get("id")
            tag = str(element.tag)
            self.dropped.append(
                DroppedLine(text[:500], f"page part: {tag}" + (f".{name}" if name else ""))
            )


def _stands_in_line(element: HtmlElement) -> bool:
    """Whether an element of a site's own making is a piece of a paragraph."""
    above = element.getparent()
    return above is not None and (
        above.tag in ("p", "li", "span", "a", "b", "em", "strong", "h1", "h2", "h3", "td", "dd")
        or bool((element.tail or "").strip())
    )


def _preformatted(element: HtmlElement) -> Iterator[str]:
    yield from "".join(str(piece) for piece in element.itertext()).split("\n")


def _span(cell: HtmlElement) -> int:
    rows = cell.get("rowspan") or "1"
    return min(int(rows), 100) if rows.isascii() and rows.isdigit() and len(rows) < 6 else 1
