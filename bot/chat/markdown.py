"""Text of articles and persons, made safe to stand in a Discord message.

Pure: knows neither Discord's library nor briefs. Discord's Markdown has no specification; the rules
here follow its help page "Markdown Text 101" and what its clients turn into something clickable.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final
from urllib.parse import quote

ELLIPSIS: Final = "…"

_SUPERSCRIPT: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

# Marks that reorder what follows them: a footnote or a number could be made to read backwards.
_REORDERING: Final = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_SPECIAL: Final = re.compile(r"[\\*_~|`\[\]<>]")
# A scheme in front of // is what makes Discord's clients link a bare address.
_ADDRESS: Final = re.compile(r":(?=//)")
_INVITE: Final = re.compile(r"(?i)(?<=discord)(?:app)?\.(?=(?:gg|com|me|io|li)\b)")
# A backslash does not disarm these, for Discord parses mentions in the raw text; a zero-width
# space does.
_MENTION: Final = re.compile(r"@(?=everyone|here|[!&]?\d{15})")
# what makes a heading, a list or small print at the start of a line: "#", "-", "+", "1.", "1)"
_LINE_START: Final = re.compile(r"^(\d*)([#+-]|(?<=\d)[.)](?=\s|$))")
_UNSAFE_WHITESPACE: Final = re.compile(r"[\t\r\n]")
_WEB: Final = re.compile(r"(?i)https?://(?P<host>[^\s/?#\\@\[\]:]+)(?::[0-9]+)?(?:[/?#]|$)")
# Left as they are in an address; `%` too, so that what is encoded stays so. Brackets, quotes,
# backslash, star and pipe are not among them: they could end the link or start a style.
_ADDRESS_CHARACTERS: Final = "!#$%&'+,/:;=?@~-._"


def plain(text: str) -> str:
    """The text on one line, so that Discord shows its very characters and nothing else happens.

    No heading, list, quote, spoiler, code, link, mention, timestamp or emoji can come of it, nor a
    preview. It may be put anywhere in a message but into the words of a masked link (see `link`).
    """
    text = one_line(text)
    text = _SPECIAL.sub(r"\\\g<0>", text)
    text = _ADDRESS.sub(r"\\:", text)
    text = _INVITE.sub(lambda found: found[0][:-1] + "\\.", text)
    text = _MENTION.sub("@\u200b", text)
    return _LINE_START.sub(r"\1\\\2", text)


def one_line(text: str) -> str:
    """The text with single spaces, without controls, reordering marks and half characters."""
    if not text.isascii() or not text.isprintable():
        text = "".join(_shown(character) for character in text)
    return " ".join(text.split())


def _shown(character: str) -> str:
    if character in _REORDERING:
        return ""
    kind = unicodedata.category(character)
    if kind == "Cs":
        return "\ufffd"
    return " " if kind == "Cc" else character


def address(url: str | None) -> str | None:
    """The web address with everything encoded that could break out of a link; None if it is none.

    Only http and https count: `javascript:`, `data:` and the like never become a link. A host in
    letters beyond ASCII is given in Punycode, so that it can't pass for another.
    """
    if url is None:
        return None
    # as browsers read it: https://url.spec.whatwg.org/#concept-basic-url-parser drops these first
    url = _UNSAFE_WHITESPACE.sub("", url.strip())
    found = _WEB.match(url)
    if found is None:
        return None
    if not found["host"].isascii():
        # a Cyrillic "а" looks like a Latin one: such a host is written as the network knows it
        try:
            host = found["host"].encode("idna").decode("ascii")
        except UnicodeError:
            return None
        url = url[: found.start("host")] + host + url[found.end("host") :]
    return quote(url, safe=_ADDRESS_CHARACTERS, errors="replace")


def link(words: str, url: str | None) -> str:
    """A masked link, or the bare words where there is no web address to open.

    Discord shows a masked link as raw text when its words look like an address or hold a bracket
    without its partner: such words stay plain, or get round brackets.
    """
    target = address(url)
    if target is None or "://" in words:
        return plain(words)
    return f"[{plain(words.translate(_ROUND))}]({target})"


_ROUND: Final = str.maketrans("[]", "()")


def superscript(number: int) -> str:
    """12 → ¹²."""
    return str(number).translate(_SUPERSCRIPT)
