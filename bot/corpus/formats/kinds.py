"""What kind of file it is: told by the end of its name, and by its content where that is sure.

A saved page is called `index.php?id=3`, `story.txt` or `story.json` as often as `.html`. Nothing is
guessed: only what begins as one format alone can begin is read as that.
"""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath
from typing import Literal

Kind = Literal["text", "markdown", "html", "json", "json lines", "feed", "mail", "pdf", "word"]

_BY_SUFFIX: dict[str, Kind] = {
    ".txt": "text", ".text": "text", "": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".json": "json", ".jsonl": "json lines",
    ".ndjson": "json lines", ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed",
    ".eml": "mail", ".mht": "mail", ".mhtml": "mail", ".pdf": "pdf", ".docx": "word",
}  # fmt: skip
_PAGE = re.compile(r"(?:<\?xml[^>]*\?>)?\s*(?:<!--[^>]*-->\s*)*(?:<!doctype html|<html\b)", re.I)
_FEED = re.compile(
    r"(?:<\?xml[^>]*\?>)?\s*(?:<\?[^>]*\?>\s*|<!--[^>]*-->\s*|<!doctype rss[^>]*>\s*)*"
    r"<(?:rss|feed|rdf:rdf)\b",
    re.IGNORECASE,
)
_MAIL_LINE = re.compile(r"(?:From .*|[A-Za-z][A-Za-z-]{1,40}: .*|[ \t]+\S.*)")
_MAIL_ONLY = re.compile(
    r"^(?:mime-version|received|message-id|return-path|content-transfer-encoding):", re.I | re.M
)
_FRAGMENT = re.compile(r"<(?:p|div|article|section|h[1-6]|body|table|ul)\b[^<>]*>", re.IGNORECASE)


def kind_by_bytes(file: str, data: bytes) -> Kind | None:
    """The kind of a file that is no text, or needs its bytes as they are; None for the others."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        return "word"
    named = _BY_SUFFIX.get(PurePosixPath(file).suffix.casefold())
    if named in ("pdf", "word", "mail"):
        return named
    return "mail" if _is_mail(data[:4000].decode("latin-1").replace("\r\n", "\n")) else None


def kind_by_text(file: str, text: str) -> Kind | None:
    """The kind of a text file; None where neither its name nor its content says."""
    named = _BY_SUFFIX.get(PurePosixPath(file).suffix.casefold())
    start = text.lstrip("\ufeff \t\r\n")[:4000]
    if named != "feed" and _FEED.match(start):
        return "feed"
    if _PAGE.match(start):
        return "html"
    if named in ("text", "markdown", "html") and start[:1] in ("{", "["):
        return _json_kind(text) or named
    if (
        named in ("text", "markdown")
        and start.startswith("<")
        and len(_FRAGMENT.findall(start)) > 1
    ):
        return "html" if named == "text" or start.startswith(("<body", "<article")) else named
    return named


def _json_kind(text: str) -> Kind | None:
    """Whether a text is JSON, or a JSON value on each of its lines."""
    try:
        json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    else:
        return "json"
    lines = text.strip().split("\n", 2)
    try:
        return "json lines" if all(isinstance(json.loads(one), dict) for one in lines[:2]) else None
    except (ValueError, RecursionError):
        return None


def _is_mail(start: str) -> bool:
    """Whether a text begins with three header lines and has one that only mails have."""
    head = start.partition("\n\n")[0]
    lines = head.split("\n")
    return (
        len(lines) >= 3
        and all(_MAIL_LINE.fullmatch(line) for line in lines[:3])
        and _MAIL_ONLY.search(head) is not None
    )
