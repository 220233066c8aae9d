"""What speaks for or against a sentence besides its words and names: time, stance, length. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.briefs.asking.answers import excludes
from bot.briefs.asking.answers_named import is_plural
from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.beyond import goes_beyond, lasts_beyond
from bot.briefs.asking.counted_nouns import counted_class
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.question.names import MONTH
from bot.briefs.asking.spans import Span
from bot.briefs.asking.times import time_fit, times_a_thing
from bot.briefs.asking.to_come import is_past, is_unreal
from bot.language.negation import REFUSALS, negation


def sentence_signs(
    question: Question, whole: ReadArticle, position: int, spans: Sequence[Span]
) -> dict[str, float]:
    """What else speaks for or against a sentence: its time, its stance, its length."""
    passage = whole.passages[position]
    text = passage.passage.text
    other_time = 0.0
    if question.times:
        asks_since = _BEGINNING.search(question.text) is not None
        other_time = 1.0 - time_fit(
            question.times,
            text if question.asked is not Asked.COUNT or asks_since else _BEGINNING.sub(" ", text),
            [p.passage.text for p in reversed(whole.near(position))],
            whole.card.published,
            any(str(time.year) in whole.text for time in question.times),
            times_a_thing(question.text),
        )
    beyond = goes_beyond(question, whole, text) or lasts_beyond(question, whole, text)
    if beyond:
        other_time = 0.0
    of_cue = question.cue in ("name", "purpose", "saying", "former name", "present name", "legal")
    return {
        # what explains an event may have happened before it
        "other_time": 0.5 * other_time if question.asked is Asked.WHY else other_time,
        "cue": float(of_cue and bool(spans)),
        "no_cue": float(of_cue and not spans),
        "against": float(
            question.asked is Asked.WHETHER and (beyond or bool(_LIMITS.search(text)))
        ),
        "unreal": float(
            is_unreal(question, passage, spans) or is_past(question, passage.passage.text)
        ),
        "list": float(
            question.asked is Asked.COUNTRY
            and is_plural(question)
            and len({span.start for span in spans}) >= 3
        ),
        "telling": float(
            question.asked is Asked.COUNT
            and bool(question.noun)
            and any(span.fit == 1 for span in spans)
            and not counted_class(question.noun[-1])
        ),
        "excluded": float(question.asked in _TAKERS and excludes(question, text)),
        "long": max(0.0, min(1.0, (len(text) - 150) / 200)),
    }


# "it has been there since June 1999" gives no time to a number
_BEGINNING: Final = re.compile(rf"\bsince (?:{MONTH.pattern} )?(?:1[89]|20)\d\d\b", re.IGNORECASE)
_LIMITS = negation(REFUSALS, "only")
_TAKERS: Final = (Asked.COUNTRY, Asked.WHO, Asked.WHICH)
