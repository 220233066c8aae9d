"""The title of an article: given, in its first lines, or made of its first words."""

from __future__ import annotations

import re

from bot.corpus.draft import Line
from bot.corpus.publishers import TITLE_END, Traces, cleaned_name, looks_like_publisher
from bot.corpus.wording import ends_sentence, folded, is_name, word_count

_MOST_WORDS = 32
_SITE = re.compile(
    r"^(?P<title>.{12,}?)\s*(?P<mark>\s[|•·¦:–—-]|\||::|»|«)\s*(?P<site>[^|•·¦–—]{2,60})$"
)

_FRONT = re.compile(r"^(?P<site>[^|•·¦:]{2,40}?)\s*(?:[|•·¦:]|\s[–—-])\s+(?P<title>.{12,})$")


def without_site(title: str, traces: Traces, known: str | None = None) -> str:
    """A page's title without the site's name behind a bar; the name is noted.

    Behind a dash or colon only a name that is known otherwise, or sounds like a publisher's, goes.
    """
    while match := _SITE.match(title):
        site, mark = cleaned_name(match["site"]), match["mark"].strip()
        if not site or not is_name(site) or word_count(match["title"]) < 2:
            break
        is_known = (known is not None and folded(site) == folded(known)) or traces.holds(site)
        if not (is_known or mark in "| • · ¦ :: » «".split() or looks_like_publisher(site)):
            break
        traces.add(site, TITLE_END)
        title = match["title"].strip()
    return _without_site_in_front(title, traces, known)


def _without_site_in_front(title: str, traces: Traces, known: str | None) -> str:
    match = _FRONT.match(title)
    if match is None:
        return title
    front = cleaned_name(match["site"])
    is_known = traces.holds(front) or (known is not None and folded(front) == folded(known))
    if is_known or (is_name(front, 4) and looks_like_publisher(front)):
        traces.add(front, TITLE_END)
        return match["title"].strip()
    return title


def can_be_title(line: Line) -> bool:
    """Whether a line near the top is written as a title: short, no sentence with a full stop."""
    text = line.text
    if line.kind in ("row", "item", "quote") or not 1 <= word_count(text) <= _MOST_WORDS:
        return False
    if len(text) > 250 or text.endswith(",") or not re.search(r"[^\W\d_]", text):
        return False
    return (
        not ends_sentence(text)
        or re.search(r"[?!][\"'”’»)]*$|(?:\.\.\.|…)$|\b[A-Z]\.$", text) is not None
    )


def from_first_words(text: str, most_characters: int = 90) -> str:
    """The first sentence, cut at a word to about 90 characters, with … where it was cut."""
    if len(text) <= most_characters:
        return text
    cut = (
        text[: most_characters + 1].rsplit(" ", 1)[0]
        if " " in text[: most_characters + 1]
        else text[:most_characters]
    )
    return cut.rstrip(" ,;:–—-(\"'“‘") + "…"
