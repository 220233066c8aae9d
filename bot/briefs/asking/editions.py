"""Which of a series is asked about: RIMPAC 2018, the 2018 Flintlock, the fourth tunnel. Pure.

Every edition has its nations and its soldiers, so that a number of one is none of the next.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.question import Question
from bot.briefs.asking.times import Time, time_fit, told_times
from bot.language.words import alike, as_name, words


def edition_asked(question: Question) -> int | None:
    """The year by which a question tells one of a series; None where it tells none, or two."""
    years = _editions(question.text, question)
    return years.pop() if len(years) == 1 else None


def _editions(text: str, question: Question) -> set[int]:
    """The years beside names of the missions that are asked about."""
    parts = {part for key in question.missions for part in key.split()}
    return {
        int(match["year"] or match["first"])
        for match in _YEAR_BESIDE.finditer(text)
        if as_name(match["before"] or match["behind"]) in parts
    }


_YEAR_BESIDE: Final = re.compile(
    r"\b(?P<before>[\w’'-]+)\s+(?P<year>(?:19|20)\d\d)\b|"
    r"\b(?P<first>(?:19|20)\d\d)\s+(?P<behind>[\w’'-]+)"
)


def is_of_edition(year: int, whole: ReadArticle, position: int) -> bool:
    """Whether a sentence tells of that year, or of none in an article that begins with it."""
    text, published = whole.passages[position].passage.text, whole.card.published
    before = [one.passage.text for one in reversed(whole.near(position))]
    if time_fit([Time(year, frozenset())], text, before, published, False) >= _OF_THE_TIME:
        return True
    lead = " ".join((whole.card.title, *(one.passage.text for one in whole.passages[:2])))
    is_news = published is not None and published.year == year and _THESE_DAYS.search(lead)
    own = text.split("; ")[0]  # "7,400 take part; last year there were 1,300"
    return bool(str(year) in lead or is_news) and not told_times(own, published)


_OF_THE_TIME: Final = 0.6
# what a report on this year's says
_THESE_DAYS: Final = re.compile(
    r"\b(?:this year|today|yesterday|tomorrow|this (?:week|month)|on (?:Mon|Tues|Wednes|Thurs|Fri|"
    r"Satur|Sun)day)\b"
)


def tells_of_another_edition(question: Question, text: str) -> bool:
    """Whether a sentence on "RIMPAC 2016" says nothing of the years asked about."""
    told = _editions(text, question)
    return bool(told) and not any(str(time.year) in text for time in question.times)


# ── by number ───────────────────────────────────────────────────────────────────────────────


class Ordinal(NamedTuple):
    """The fourth (`number`) of what the stem `noun` names."""

    number: int
    noun: str


_WRITTEN: Final = tuple(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
_ORDINAL: Final = re.compile(
    rf"\b(?:(?P<written>{'|'.join(_WRITTEN)})|(?P<figures>\d{{1,3}})(?:st|nd|rd|th))\s+"
    r"(?:\w+\s+)?",
    re.IGNORECASE,
)


def ordinal_asked(question: Question) -> Ordinal | None:
    """Which one by number a question is about; None where it tells none, or several."""
    nouns = {term for term in (*question.terms, *question.noun) if term not in _WRITTEN}
    found = {
        Ordinal(number, noun) for number, said in _numbered(question.text) for noun in nouns & said
    }
    found = {one for one in found if one.number > 1}
    return found.pop() if len(found) == 1 else None


def _numbered(text: str) -> list[tuple[int, set[str]]]:
    """Each ordinal of a text with the stems of the two words behind it."""
    return [
        (
            _WRITTEN.index(match["written"].lower()) + 1
            if match["written"]
            else int(match["figures"]),
            {word.stem for word in words(text[match.start() :])[1:3]},
        )
        for match in _ORDINAL.finditer(text)
    ]


def is_of_another_ordinal(asked: Ordinal, whole: ReadArticle, position: int) -> bool:
    """Whether what was last numbered before a sentence's end is another of the series."""
    some = (p.passage.text for p in whole.passages[position::-1])
    for text in (*some, whole.card.title):
        told = {
            number
            for number, said in _numbered(text)
            if any(alike(asked.noun, word) for word in said)
        }
        if told:
            return asked.number not in told
    return False
