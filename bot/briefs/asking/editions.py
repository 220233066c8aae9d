"""Which of a series is asked about: RIMPAC 2018, the 2018 Flintlock. Pure.

Every edition has its nations and its soldiers, so that a number of one is none of the next.
"""

from __future__ import annotations

import re
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.question import Question
from bot.briefs.asking.times import Time, time_fit, told_times
from bot.language.words import as_name


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
    return str(year) in lead and not told_times(text, published)


_OF_THE_TIME: Final = 0.6


def tells_of_another_edition(question: Question, text: str) -> bool:
    """Whether a sentence on "RIMPAC 2016" says nothing of the years asked about."""
    told = _editions(text, question)
    return bool(told) and not any(str(time.year) in text for time in question.times)
