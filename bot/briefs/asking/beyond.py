"""Whether something goes on beyond the time that a question asks about. Pure.

"They run until 15 September", said in July, tells that they had not ended in August.
"""

from __future__ import annotations

import re
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.question.names import MONTH
from bot.briefs.asking.times import lasts_until_later


def lasts_beyond(question: Question, whole: ReadArticle, text: str) -> bool:
    """Whether it is asked if something ended at some time, and a sentence of before gives a later
    end: "they run until 15 September"."""
    return (
        question.asked is Asked.WHETHER
        and bool(question.times)
        and _HAS_ENDED.search(question.text) is not None
        and lasts_until_later(question.times, text, whole.card.published)
    )


_HAS_ENDED: Final = re.compile(
    r"^\W*(?:did|was|were|has|have|had)\b.*\b(?:end|ended|expired?|run out|ran out|lapsed?|stop|"
    r"stopped|lifted|withdrawn|leave|left|close|closed|finish|finished|over|cease|ceased)\b",
    re.IGNORECASE,
)


def goes_beyond(question: Question, whole: ReadArticle, text: str) -> bool:
    """Whether it is asked if something goes on after some time, and a report of that time says
    until when: "a few may stay until March"."""
    published = whole.card.published
    return (
        question.asked is Asked.WHETHER
        and bool(question.times)
        and published is not None
        and _BEYOND.search(question.text) is not None
        and _UNTIL_A_MONTH.search(text) is not None
        and any(
            published.year == time.year and (published.month or 0) >= max(time.months, default=0)
            for time in question.times
        )
    )


_BEYOND: Final = re.compile(
    rf"\b(?:after|beyond|past|later than)\s+(?:(?:the )?end of\s+)?"
    rf"(?:{MONTH.pattern}\s+)?\d{{4}}\b",
    re.IGNORECASE,
)
_UNTIL_A_MONTH: Final = re.compile(
    rf"\b(?:until|till|through)\s+(?:\w+ ){{0,2}}?{MONTH.pattern}(?!\s+\d{{4}})"
    r"|\buntil (?:the )?(?:spring|summer|next year|the new year)\b",
    re.IGNORECASE,
)
