"""HTML → a draft: the main part of the page as lines, what its head says, what was left out.

lxml reads the tree; which part of it is the article is decided here, because the well-known
extractors drop short paragraphs, tables and lists that belong to the text (see bench/cleaning).
"""

from __future__ import annotations

import re
from functools import cache

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from bot.corpus.draft import Draft, Line, LineKind, NotAnArticle
from bot.corpus.encodings import plain
from bot.corpus.formats.html_head import head_of, words_of
from bot.corpus.formats.text import lines_of
from bot.corpus.rules import table
from bot.model import DroppedLine

_SILENT = {"script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "head",
           "input", "select", "option", "textarea", "canvas", "video", "audio", "map", "math",
           "source", "track", "link", "meta", "base", "img", "picture"}  # fmt: skip
_OUTSIDE = {"nav", "aside", "footer", "form", "button", "figure", "figcaption", "dialog", "menu",
            "label", "fieldset"}  # fmt: skip
_BLOCKS = {"address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
           "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li",
           "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
           "thead", "tr", "ul", "caption", "time", "font_block"}  # fmt: skip
_OUTSIDE_ROLES = {
    "navigation",
    "banner",
    "complementary",
    "contentinfo",
    "search",
    "dialog",
    "alert",
}
_MARKUP = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|ol|li|a|b|i|strong|em|span|table|figure|article|section|blockquote|"
    r"img|aside|script)\b[^<>]*>",
    re.IGNORECASE,
)
_MOST_DEPTH = 400
_LONGEST_ASIDE = 160


def read_html(text: str) -> Draft:
    """A saved page. Raises NotAnArticle where there is no markup to read."""
    root = _root(text)
    metadata, page_title = head_of(root)
    main = _main_part(root)
    walk = _Walk()
    walk.element(main, 0)
    draft = Draft(walk.lines(), metadata, page_title, "html", walk.dropped)
    outside = _Walk()
    if main is not root:
        outside.outside_of(root, main)
        draft.dropped += outside.dropped
    draft.asides = walk.asides + outside.asides
    return draft


def fragment_lines(text: str) -> list[Line]:
    """The lines of a piece of HTML, such as stands in a JSON string or a feed."""
    walk = _Walk()
    walk.element(_root(f"<div>{text}</div>"), 0)
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


def _main_part(root: HtmlElement) -> HtmlElement:
    """The element that holds the article: marked as such, or the lowest with most paragraphs."""
    marked = [
        *root.xpath("//*[@itemprop='articleBody']"),
        *root.iter("article"),
        *(
            element
            for element in root.iter("div", "section", "td")
            if _names(element) & _class_words("main")
        ),
        *root.iter("main"),
        *root.xpath("//*[@role='main']"),
    ]
    sizes = {element: _paragraph_size(element) for element in [*marked, root]}
    whole = sizes[root]
    for element in sorted(marked, key=lambda one: -sizes[one]):
        if sizes[element] >= 200 and sizes[element] >= 0.5 * whole:
            return element
    return root


def _paragraph_size(element: HtmlElement) -> int:
    return sum(
        len(words_of(paragraph)) for paragraph in element.iter("p", "li", "td")
        if not any(_is_outside(ancestor) for ancestor in paragraph.iterancestors())
    )  # fmt: skip


def _names(element: HtmlElement) -> set[str]:
    text = f"{element.get('class') or ''} {element.get('id') or ''}"
    text = re.sub(r"([a-z])([A-Z])", r"\1-\2", text).casefold()
    words = set(re.split(r"[\s_]+", text))
    pieces = {piece for word in words for piece in re.split(r"[-_]+", word)}
    return {word.replace("-", "").replace("_", "") for word in words} | pieces


def _is_outside(element: HtmlElement) -> bool:
    """Whether an element's tag, role or class says that it is no part of the article.

    What holds half of the page's text is the page, whatever it is called: some sites wrap all
    of it in <form>, or in <div id="app">.
    """
    if (
        element.tag == "figure"
        and next(element.iter("table", "blockquote", "pre"), None) is not None
    ):
        return False
    names = _names(element)
    if names & _class_words("surely_outside"):
        return True
    if not _seems_outside(element, names):
        return False
    return len(words_of(element)) < 0.5 * len(words_of(element.getroottree().getroot()))


def _seems_outside(element: HtmlElement, names: set[str]) -> bool:
    if element.tag in _OUTSIDE:
        return True
    if element.tag in ("article", "main", "body", "html", "p", "h1", "h2", "td", "table", "tr"):
        return False
    style = (element.get("style") or "").replace(" ", "").casefold()
    return (
        "display:none" in style
        or element.get("hidden") is not None
        or element.get("role") in _OUTSIDE_ROLES
        or bool(names & _class_words("outside"))
    )


@cache
def _class_words(kind: str) -> frozenset[str]:
    return frozenset(table("page")[kind])


class _Walk:
    """Collects the blocks of a tree as raw lines with their kind, and what was left out."""

    def __init__(self) -> None:
        self._blocks: list[tuple[LineKind, list[str]]] = [("text", [""])]
        self._cells: list[str] | None = None
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
        if not tag or tag in _SILENT or depth > _MOST_DEPTH:
            return
        if depth and _is_outside(element):
            self._drop(element)
            return
        if tag == "br":
            self._blocks[-1][1].append("")
            return
        if tag == "tr":
            self._row(element)
            return
        kind = self._kind_of(tag, kind)
        is_block = tag in _BLOCKS
        if is_block:
            self._open(kind)
        self._say(element.text)
        for child in element:
            self.element(child, depth + 1, kind)
            self._say(child.tail)
        if is_block:
            self._open("text" if kind in ("heading", "item") else kind)

    def outside_of(self, element: HtmlElement, main: HtmlElement) -> None:
        """Notes as left out what stands around the main part."""
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else ""
            if not tag or child is main or tag in _SILENT:
                continue
            if main in set(child.iterdescendants()):
                self.outside_of(child, main)
            else:
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

    def _row(self, row: HtmlElement) -> None:
        """A row of a table as one line; a cell that holds blocks is no cell but layout."""
        cells = [cell for cell in row if isinstance(cell.tag, str)]
        is_layout = len(cells) < 2 or any(
            descendant.tag in ("p", "div", "table", "ul", "h1", "h2", "h3")
            or (descendant.tag == "br" and len(words_of(cell)) > 200)
            for cell in cells for descendant in cell.iterdescendants()
        )  # fmt: skip
        if is_layout:
            for cell in cells:
                self._open("text")
                self._say(cell.text)
                for child in cell:
                    self.element(child, 1)
                    self._say(child.tail)
                self._open("text")
            return
        texts = [plain(words_of(cell)) for cell in cells]
        if any(texts):
            self._open("row")
            self._say(" | ".join(texts))
            self._open("text")

    def _drop(self, element: HtmlElement) -> None:
        spoken = [
            node for node in element.iter() if isinstance(node.tag, str) and node.tag not in _SILENT
        ]
        pieces = [
            piece for node in spoken for piece in (node.text, *(child.tail for child in node))
        ]
        text = plain(" ".join(piece for piece in pieces if piece and piece.strip()))
        for node in spoken:
            whole = plain(words_of(node))
            if 4 <= len(whole) <= _LONGEST_ASIDE and whole not in self.asides:
                self.asides.append(whole)
        if text:
            name = element.get("class") or element.get("id")
            tag = str(element.tag)
            self.dropped.append(
                DroppedLine(text[:500], f"page part: {tag}" + (f".{name}" if name else ""))
            )
