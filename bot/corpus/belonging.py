"""Lines that belong to an article though they look like a page's words: facts, letters, notes."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from bot.corpus.datelines import is_date_word
from bot.corpus.dates import find_dates
from bot.corpus.draft import Line
from bot.corpus.phrases import phrasebook
from bot.corpus.rules import table
from bot.corpus.wording import ends_sentence, folded, word_count

_FACT = re.compile(
    r"(?:[^\W\d_][^:|]{1,40}:\s+(?=.*\d)\S.*\s\S|(?:\d{1,2}\.?\s)?(?:[^\W\d_]+\.?\s)?\d{4}\s*[:–—-]\s+\S+\s\S)"
)
_SPEAKS = re.compile(r"([^\W\d_][\w.’' -]{0,24}):\s+\S")
_PAGE = frozenset({"advertisement", "read_also", "share", "caption", "player", "newsletter"})


def fact_flags(lines: list[Line]) -> list[bool]:
    """Which lines are of a list of facts or a timeline: two or more neighbours `Norway: 198 km`.

    Each begins with a label or a date and says something with a number, without a full stop. What
    dates the article ("Published: 3 May 2011 · Shoal Report") is none of them.
    """
    shaped = [
        line.kind == "text"
        and word_count(line.text) <= 30
        and _FACT.match(line.text) is not None
        and not _dates_article(line.text)
        for line in lines
    ]
    return [
        flag and any(shaped[max(at - 1, 0) : at] + shaped[at + 1 : at + 2])
        for at, flag in enumerate(shaped)
    ]


def _dates_article(text: str) -> bool:
    """Whether a line opens with a label of dates and a colon: `Published: Sunday 13 April 2014`."""
    label, colon, rest = text.partition(":")
    return (
        bool(colon)
        and len(label) <= 40
        and re.search(r"\d{4}", rest) is not None
        and all(is_date_word(word) for word in label.split())
        and bool(find_dates(rest))
    )


def surely_text(lines: list[Line]) -> list[bool]:
    """Which lines belong to the article though they look like a page's words.

    Notes on corrections, and how a reader's letter begins and ends, with the name below it.
    """
    words, openings, endings = _letter_words()
    speakers = _speakers(lines)
    flags: list[bool] = []
    is_sent = any(opens_letter(line.text) for line in lines[:8])
    last = max((at for at, line in enumerate(lines) if _is_told(line)), default=-1)
    signature = 0
    for at, line in enumerate(lines):
        if is_sent and at == last + 1 and not re.search(r"\d|[|•·©]", line.text):
            signature = 1  # A retired pilot, County Leitrim
        bare = folded(line.text).rstrip(" ,.!:：")
        head = folded(line.text.partition(":")[0]) if ":" in line.text else ""
        is_letter = (bare in openings and line.text.endswith((",", ":", "!"))) or bare in endings
        is_signature = (
            signature > 0
            and word_count(line.text) <= 8
            and not ends_sentence(line.text)
            and phrasebook().match(line.text) is None
        )
        flags.append(head in words or head in speakers or is_letter or is_signature)
        signature = 2 if bare in endings else signature - 1 if is_signature else 0
    return flags


def _is_told(line: Line) -> bool:
    return word_count(line.text) >= 6 and ends_sentence(line.text)


def opens_letter(text: str) -> bool:
    """Whether a sentence begins as a reader's letter does: `Sir, your pages call the town …`."""
    head, comma, rest = text.partition(",")
    return bool(comma and rest.strip()) and folded(head) in _letter_words()[1]


def _speakers(lines: list[Line]) -> frozenset[str]:
    """The labels of an interview: two or more that say something more than once, in turns."""
    labels = Counter(
        folded(match[1])
        for line in lines
        if (match := _SPEAKS.match(line.text)) and ends_sentence(line.text)
    )
    book = phrasebook()
    heads = {
        head
        for head, times in labels.items()
        if times >= 2 and ((found := book.whole(head)) is None or found.category not in _PAGE)
    }
    return frozenset(heads) if len(heads) >= 2 else frozenset()


@cache
def _letter_words() -> tuple[frozenset[str], ...]:
    lists = ("correction_words", "letter_openings", "letter_endings")
    return tuple(frozenset(map(folded, table("labels")[name])) for name in lists)
