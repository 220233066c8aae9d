"""The dateline in front of a text: `NAIROBI, March 5, 2014 (Agency) — …`; its date and source."""

from __future__ import annotations

import re

from bot.corpus.datelines import is_date_word
from bot.corpus.dates import find_dates
from bot.corpus.draft import DateReading
from bot.corpus.months import month_numbers
from bot.corpus.wording import folded

DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^()\n–—:;!?]{1,60}?)\s*(?:\((?P<agency>[^()]{2,40})\)\s*)?(?:[–—―]|--?|:)\s+(?=\S)"
)
_DATED_LINE = re.compile(r"(?P<head>[^\n–—:;!?]{6,90}?)\s*(?:[–—―]|--?|:)\s+(?=\S)")
_PLACE_AND_SOURCE = re.compile(
    r"(?P<place>[^\W\d_][^()\n–—:;!?]{1,60}?)\s*[(\[](?P<source>[^()\[\]]{4,40})[)\]]\s*(?:[–—―]|--?|:|$)"
)


def dateline_date(text: str, language: str) -> DateReading | None:
    """The date in the dateline of a first paragraph: `NAIROBI, March 5, 2014 (Agency) — …`,
    `Upington — 2 April 1989. …`."""
    if match := _DATED_LINE.match(text):
        dates = find_dates(match["head"], "text", language)
        if len(dates) == 1:
            rest = match["head"][: dates[0].start] + " " + match["head"][dates[0].end :]
            if _is_place(rest):
                return dates[0].reading
    for date in find_dates(text[:100], "text", language)[:1]:
        place, mark = text[: date.start].rstrip(), re.match(r"\s?\.\s", text[date.end :])
        if mark and place.endswith((",", "–", "—", "―", " -")) and _is_place(place):
            return date.reading
    return None


def _is_place(text: str) -> bool:
    """Whether the words of a dateline's head, but for those of its date, are those of a place."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if not is_date_word(word)]
    return (
        all(word[:1].isupper() for word in words)
        and len(words) <= 7
        and any(len(word) > 3 for word in words)
    )


def named_source(text: str) -> str | None:
    """The source in brackets behind a dateline's place: `SUVA, June 12 (Reef Report) — …`."""
    match = _PLACE_AND_SOURCE.match(text)
    if match is None or re.search(r"\d", match["source"]):
        return None
    words = [word for word in re.findall(r"[^\W\d_]+", match["place"]) if not is_date_word(word)]
    months = [word for word in words if folded(word) in month_numbers()]
    if not 1 <= len(words) <= 6 or not all(word[:1].isupper() or word in months for word in words):
        return None
    # alone on its line it may as well be a file's size or a caption
    is_dateline = match[0].rstrip()[-1:] not in ")]" or bool(months) or words[0].isupper()
    return match["source"].strip() if is_dateline else None
