"""Which parts of a page are its article: marked so, or what no name, link or role speaks against.

Knows nothing of lines; `html.py` walks the parts that are found here.
"""

from __future__ import annotations

import re
from functools import cache

from lxml.html import HtmlElement

from bot.corpus.rules import table

SILENT = {"script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "head",
          "input", "select", "option", "textarea", "canvas", "video", "audio", "map", "math",
          "source", "track", "link", "meta", "base", "img", "picture", "amp-img", "amp-video",
          "amp-iframe", "amp-analytics", "amp-pixel", "amp-audio"}  # fmt: skip
_OUTSIDE = {"nav", "aside", "footer", "form", "button", "figure", "figcaption", "dialog", "menu",
            "label", "fieldset", "amp-ad", "amp-sidebar", "amp-social-share", "amp-embed",
            "amp-user-notification", "amp-consent", "amp-sticky-ad", "amp-lightbox"}  # fmt: skip
_OUTSIDE_ROLES = {
    "navigation",
    "banner",
    "complementary",
    "contentinfo",
    "search",
    "dialog",
    "alert",
}
_NAMELESS = ("article", "main", "body", "html", "p", "h1", "h2", "td", "table", "tr")
_LINK_BLOCKS = {"div", "ul", "ol", "section", "center", "p", "header", "td"}
_SMALLEST_MAIN = 200
_LONG_PARAGRAPH = 50


class Page:
    """A page with the sizes of its elements, each measured once: a page may have 100,000 of them.

    All sizes are in characters without spaces at the ends.
    """

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._words: dict[HtmlElement, int] = {}
        self._linked: dict[HtmlElement, int] = {}
        self._links: dict[HtmlElement, int] = {}
        self._paragraphs: dict[HtmlElement, int] = {}
        self._outside: dict[HtmlElement, bool] = {}
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        for element in reversed(elements):  # children before their parents
            self._measure(element)
        for element in elements:
            self._outside[element] = self._is_left_out(element)
        for element in reversed(elements):
            self._measure_paragraphs(element)

    def is_outside(self, element: HtmlElement) -> bool:
        """Whether an element's tag, role, class or links say that it is no part of the article."""
        return self._outside.get(element, False)

    def size(self, element: HtmlElement) -> int:
        """How many characters an element holds."""
        return self._words.get(element, 0)

    def main_part(self) -> HtmlElement:
        """The element that holds the article where one is marked so; else the whole page.

        A marked part without the lead and the headline above it is widened to hold them.
        """
        marked = [
            *self.root.xpath("//*[@itemprop='articleBody']"),
            *self.root.iter("article"),
            *(
                element
                for element in self.root.iter("div", "section", "td")
                if names_of(element) & _class_words("main")
            ),
            *self.root.iter("main"),
            *self.root.xpath("//*[@role='main']"),
        ]
        size = self._paragraphs
        for element in sorted(marked, key=lambda one: -size[one]):
            if size[element] >= _SMALLEST_MAIN and size[element] >= 0.5 * size[self.root]:
                return self._widened(element)
        return self.root

    def _widened(self, main: HtmlElement) -> HtmlElement:
        for above in main.iterancestors():
            if above.tag in ("body", "html") or main.tag in ("article", "main"):
                break
            if self._paragraphs[above] > 1.3 * self._paragraphs[main] + _SMALLEST_MAIN:
                break
            if next(above.iter("h1"), None) is not None or any(
                child.tag == "p" for child in above if child is not main
            ):
                return above
        return main

    def _measure(self, element: HtmlElement) -> None:
        """An element's words, those of them in links, and its links, from those of its children."""
        words = len((element.text or "").strip()) if element.tag not in SILENT else 0
        linked = links = 0
        for child in element:
            if isinstance(child.tag, str):
                words += self._words[child]
                linked += self._linked[child]
                links += self._links[child]
            words += len((child.tail or "").strip())
        if element.tag in SILENT:
            words = linked = links = 0
        if element.tag == "a" and element.get("href") is not None:
            linked, links = words, 1
        self._words[element], self._linked[element], self._links[element] = words, linked, links

    def _measure_paragraphs(self, element: HtmlElement) -> None:
        """How much text in paragraphs an element holds, without links and what is left out."""
        size = 0
        if element.tag in ("p", "li", "td"):
            size = self._words[element] - self._linked[element]
        size += sum(self._paragraphs[child] for child in element if isinstance(child.tag, str))
        self._paragraphs[element] = 0 if self._outside[element] else size

    def _is_left_out(self, element: HtmlElement) -> bool:
        """What holds half of the page's text is the page, whatever it is called.

        Some sites wrap all of it in <form>, or in <div id="app">.
        """
        if element is self.root or element.tag in ("html", "body"):
            return False
        if (
            element.tag == "figure"
            and next(element.iter("table", "blockquote", "pre"), None) is not None
        ):
            return False
        names = names_of(element)
        if names & _class_words("surely_outside"):
            return True
        if _seems_outside(element, names) or self._is_link_list(element):
            return self._words[element] < 0.5 * self._words[self.root]
        return False

    def _is_link_list(self, element: HtmlElement) -> bool:
        """Whether a block is nothing but links: a menu, or headlines of other articles.

        A list between the paragraphs of a text is not, though all its items may be linked.
        """
        if element.tag not in _LINK_BLOCKS or self._links[element] < 2:
            return False
        if self._links[element] < 3 and element.tag == "p":
            return False
        if self._linked[element] < 0.8 * self._words[element]:
            return False
        above = element.getparent()
        is_list = element.tag in ("ul", "ol")
        return (
            not is_list
            or above is None
            or not any(
                child.tag == "p" and self._words[child] - self._linked[child] >= _LONG_PARAGRAPH
                for child in above
            )
        )


def names_of(element: HtmlElement) -> set[str]:
    """The words of an element's class and id, and of words joined by hyphens their parts too."""
    text = f"{element.get('class') or ''} {element.get('id') or ''}"[:500]
    text = re.sub(r"([a-z])([A-Z])", r"\1-\2", text).casefold()
    words = set(re.split(r"[\s_]+", text))
    pieces = {piece for word in words for piece in re.split(r"[-_]+", word)}
    return {word.replace("-", "").replace("_", "") for word in words} | pieces


def _seems_outside(element: HtmlElement, names: set[str]) -> bool:
    style = (element.get("style") or "").replace(" ", "").casefold()
    if element.tag in _OUTSIDE or "display:none" in style or element.get("hidden") is not None:
        return True
    if element.tag in _NAMELESS:
        return False
    return element.get("role") in _OUTSIDE_ROLES or bool(names & _class_words("outside"))


@cache
def _class_words(kind: str) -> frozenset[str]:
    return frozenset(table("page")[kind])
