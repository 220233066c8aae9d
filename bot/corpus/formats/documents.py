"""What readers of PDF and Word share: the extra they need, and which properties to trust."""

from __future__ import annotations

import importlib.util
import re

from bot.corpus.draft import NotAnArticle
from bot.corpus.encodings import plain

_NO_TITLE = re.compile(
    r"untitled|unbenannt|sans titre|document\s?\d*|microsoft (?:word|powerpoint).*|\S+\.\w{2,5}|"
    r"\d*|(?:slide|page|layout) \d+|print|title",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"user|admin\w*|owner|author|unknown|anonymous|\S*\d\S*|windows|default|office|python-docx",
    re.IGNORECASE,
)


def require(library: str) -> None:
    """Raises NotAnArticle with what to install where a reader's library is missing."""
    if importlib.util.find_spec(library) is None:
        raise NotAnArticle("needs the documents extra: pip install 'footnote[documents]'")


def sensible_title(title: object) -> str | None:
    """A document's own title, where it is not what a word processor fills in by itself."""
    text = plain(title) if isinstance(title, str) else ""
    return None if _NO_TITLE.fullmatch(text) or len(text.split()) < 2 else text


def sensible_author(author: object) -> str | None:
    """A document's author, where it is a name and not that of a machine's user."""
    text = plain(author) if isinstance(author, str) else ""
    return None if _NO_AUTHOR.fullmatch(text) or not 2 <= len(text) <= 120 else text
