"""The title that a page gives itself, without the name of its site before or behind it. Pure."""

from __future__ import annotations

import re

from bot.corpus.press_names import cleaned_name, could_be_publisher, looks_like_publisher
from bot.corpus.publishers import TITLE_END, Traces
from bot.corpus.wording import folded, is_name, word_count

_LONGEST = 400
"""A title of more characters is no title, and not worth the search for a site's name in it."""
_SITE = re.compile(
    r"^(?P<title>.{12,}?)\s*(?P<mark>\s[|•·¦:–—-]|\||::|»|«)\s*(?P<site>[^|•·¦–—]{2,60})$"
)

_STRONG_MARKS = frozenset("| • · ¦ :: » «".split())
_FRONT = re.compile(r"^(?P<site>[^|•·¦:]{2,40}?)\s*(?:[|•·¦:]|\s[–—-])\s+(?P<title>.{12,})$")


def without_site(title: str, traces: Traces, known: str | None = None) -> str:
    """A page's title without the site's name behind a bar; the name is noted.

    Behind a dash or colon only a name that is known otherwise, or sounds like a publisher's, goes.
    """
    if len(title) > _LONGEST:
        return title
    while match := _SITE.match(title):
        site, mark = cleaned_name(match["site"]), match["mark"].strip()
        is_site = is_name(site) or (mark in _STRONG_MARKS and could_be_publisher(site, "en"))
        if not site or not is_site or word_count(match["title"]) < 2:
            break
        is_known = (known is not None and folded(site) == folded(known)) or traces.holds(site)
        if not (is_known or mark in _STRONG_MARKS or looks_like_publisher(site)):
            break
        traces.add(site, TITLE_END)
        title = match["title"].strip()
    return _without_site_in_front(title, traces, known)


def note_site(page_title: str, heading: str | None, traces: Traces) -> None:
    """Notes the site's name where a page's title is its heading and that name."""
    if heading is None or len(page_title) > _LONGEST or folded(heading) == folded(page_title):
        return
    for match in (_SITE.match(page_title), _FRONT.match(page_title)):
        if match and folded(match["title"]) == folded(heading):
            traces.add(match["site"], TITLE_END)
            return


def _without_site_in_front(title: str, traces: Traces, known: str | None) -> str:
    match = _FRONT.match(title)
    if match is None:
        return title
    front = cleaned_name(match["site"])
    is_known = traces.holds(front) or (known is not None and folded(front) == folded(known))
    if is_known or (is_name(front, 4) and _ends_like_publisher(front)):
        traces.add(front, TITLE_END)
        return match["title"].strip()
    return title


def _ends_like_publisher(front: str) -> bool:
    """Whether the press word of a name is its last or first: no "Letter from the Rock"."""
    return looks_like_publisher(front) and not re.search(r"\s(?:from|to|on|in|for)\s", front, re.I)
