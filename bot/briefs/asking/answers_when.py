"""Answers to when, until when, since when, how long and how old. Pure."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from bot.briefs.asking.ages import ASKS_AGE, ages, asks_of_a_person
from bot.briefs.asking.question import Question
from bot.briefs.asking.spans import Span, matching, phrases
from bot.model import Quantity

_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?\b|"
    rf"\b(?!may\b){_MONTH}(?:\s+\d{{1,2}}\b(?:st|nd|rd|th)?)?(?:,?\s+\d{{4}})?\b|"
    rf"\b(?-i:May)\b(?:\s+\d{{1,2}}\b)?(?:,?\s+\d{{4}})?|\b(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)
_SPAN_OF_TIME = re.compile(
    r"\b(?:\w+ )?(?:days?|weeks?|months?|years?|decades?|hours?|minutes?) "
    r"(?:ago|later|earlier|after|before)\b|\b(?:in|within) (?:\w+ )?"
    r"(?:\w+ )(?:days?|weeks?|months?|years?)\b|\b\d{1,2}(?:st|nd|rd|th)\b|"
    r"\b(?:last|next|this|that) (?:spring|summer|autumn|winter|january|february|march|april|may|"
    r"june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|"
    r"half an?|(?:\w+\s+)?(?:hundred|dozen|thousand)|a couple of|\w+teen|\w+ty(?:-\w+)?|few)[\s-]+"
    r"(?:more\s+|further\s+|full\s+|and a half\s+)?"
    r"(?:hours?|days?|weeks?|months?|years?|decades?|minutes?|seconds?)\b(?!\s+(?:ago|later|earlier|old)\b)",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"\b(?:1[89]|20)\d0s\b|\b(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|"
    r"nineties)\b",
    re.IGNORECASE,
)


def when(question: Question, text: str) -> Iterator[Span]:
    """Days, years and times of a sentence; also lengths of time where an end is asked for."""
    of_year = _YEAR_ASKED.search(question.text)
    for span in _dates(question, text):
        if of_year and not _YEAR.search(text, span.start, span.end):
            span = span._replace(fit=0.6 * span.fit)
        yield _led_up_to(question, text, span)
    if question.cue == "until":
        yield from matching(_DURATION, text, 0.7)
        yield from matching(_AS_LONG, text, 0.75)
        yield from matching(phrases("date", "open"), text, 1.0)


_YEAR_ASKED: Final = re.compile(r"\b(?:which|what) year\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"\b(?:1[89]|20)\d\d\b")


def how_long(question: Question, text: str) -> Iterator[Span]:
    """Lengths of time, or how old a thing is where that is asked."""
    if ASKS_AGE.search(question.text):
        yield from ages(question, text)
        if not asks_of_a_person(question):
            yield from _since_built(question, text)
        return
    for span in matching(_DURATION, text, 1.0):
        lasts = _is_length_of_time(text, span) and not _DONE_IN.search(text[: span.start])
        if not lasts and _TO_STAY.search(question.text):
            continue
        yield span if _is_length_of_time(text, span) else span._replace(fit=0.3)
    yield from matching(_AS_LONG, text, 0.75)
    yield from matching(_AT_ALL_HOURS, text, 1.0)
    yield from matching(phrases("date", "open"), text, 1.0)
    ahead = bool(_STILL_TO_LAST.search(question.text))
    for span in _dates(question, text):
        before = text[max(0, span.start - 25) : span.start]
        if _LASTED.search(question.text) and _SINCE.search(before):
            continue  # what goes on since then did not last so long
        if (_TO_A_DAY if ahead else _FROM_OR_TO_A_DAY).search(before):
            yield Span(span.start, span.end, 0.8 * span.fit)


def days(text: str, year: int | None) -> list[Quantity]:
    """The days of a sentence that it gives with their month; `year` is that of those without."""
    found = []
    for match in _FULL_DAY.finditer(text):
        of = match["year"] or year
        if of is None:
            continue
        month = _MONTHS.index((match["month"] or match["first"])[:3].lower()) + 1
        try:
            told = datetime.date(int(of), month, int(match["day"] or match["second"]))
        except ValueError:
            continue
        found.append(Quantity(told.toordinal(), "day", match[0].strip()))
    return found


_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMED: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_FULL_DAY: Final = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_NAMED})|"
    rf"(?P<first>{_NAMED})\s+(?P<second>\d{{1,2}})(?:st|nd|rd|th)?\b)(?:,?\s+(?P<year>\d{{4}}))?"
)


def is_day(text: str) -> bool:
    """Whether a text is nothing but a day, a month or a year."""
    return bool(_DAY.fullmatch(text) or phrases("date", "words").fullmatch(text))


# "taken in a day and a half" says nothing of how long they stay
_TO_STAY = re.compile(r"\b(?:stay\w*|remain\w*)\b", re.IGNORECASE)
_DONE_IN = re.compile(r"\b(?:in|within|after)\s+$", re.IGNORECASE)


def _is_length_of_time(text: str, span: Span) -> bool:
    """Whether a span of time says how long, not when: "six weeks after fighting broke out"."""
    if not _COUNTED_FROM.match(text, span.end):
        return True
    return bool(_LASTING.search(text[max(0, span.start - 30) : span.start]))


_COUNTED_FROM = re.compile(r"\s+(?:after|before|from now|earlier|later|into)\b")
_LASTING = re.compile(
    r"\b(?:for|last\w*|takes?|took|taken|stay\w*|spent|within|wait\w*)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


def _dates(question: Question, text: str) -> Iterator[Span]:
    known = question.text.lower()
    for match in _DAY.finditer(text):
        if match[0].lower() not in known:
            of_day = re.search(r"\d", match[0]) and not match[0].isdigit()
            yield Span(match.start(), match.end(), 1.0 if of_day else 0.85)
    spans = ((phrases("date", "words"), 0.75), (_DECADE, 0.75), (_SPAN_OF_TIME, 0.65))
    for sought, fit in spans:
        for match in sought.finditer(text):
            if match[0].lower() not in known:
                yield Span(match.start(), match.end(), fit)


_LASTED = re.compile(r"\bhow long did\b.*\b(?:last|take|go on|run)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_STILL_TO_LAST = re.compile(
    r"\bhow long (?:will|may|can|must|should|is|are|does|do)\b", re.IGNORECASE
)
_TO_A_DAY = re.compile(r"\b(?:until|till|to|by|through|expir\w*|ends?|runs? out)\b", re.IGNORECASE)
_FROM_OR_TO_A_DAY = re.compile(r"\b(?:until|till|since|from|to|by|expir\w*)\b", re.IGNORECASE)
_DATES_FROM = re.compile(
    r"\b(?:built|dat\w+(?: back)?|found\w+|stood|existed|laid|drawn|established|erected|since|from|"
    r"born)\s+(?:in|from|to|since|there|by)?\s*(?:the\s+)?(?:early\s+|late\s+)?$",
    re.IGNORECASE,
)
_AT_ALL_HOURS = re.compile(r"\b(?:day and night|(?:a)?round the clock)\b", re.IGNORECASE)
# "until the last marker stands": how long without a day
_AS_LONG = re.compile(
    r"\b(?:until|till|as long as|for as long as)\s+(?!now\b|then\b|recently\b)(?=[a-z])"
)


# "cars began to roll across the bridge over the Oyapock on Monday"
_BEGAN = re.compile(
    r"\b(?:began|begun|begins|started|starts|opened|opens|reopened|inaugurated|launched|resumed|"
    r"for the first time)\b[^,;:]*$",
    re.IGNORECASE,
)


_MAY_LAST = re.compile(
    r"\b(?:until|till|by) when (?:may|can|must|will|is|are|does|do|shall|should)\b", re.IGNORECASE
)
_WAS_ENDED = re.compile(
    r"\b(?:ended|closed|dissolved|disbanded|expired|ran out|left|went home|withdrew|departed|"
    r"pulled out|handed over)\b",
    re.IGNORECASE,
)


def _since_built(question: Question, text: str) -> Iterator[Span]:
    """Since when something is there, which tells how old it is."""
    for span in _dates(question, text):
        if _DATES_FROM.search(text[: span.start]):
            yield span._replace(fit=0.9)


def _led_up_to(question: Question, text: str, span: Span) -> Span:
    """The date of an end or a beginning, where that is asked, is led up to by words for it."""
    if question.cue not in ("until", "since"):
        return span
    near = " ".join(text[: span.start].split()[-4:])
    led = phrases("date", question.cue).search(near)
    if led and _MAY_LAST.search(question.text) and _WAS_ENDED.search(near):
        led = None  # "closed on 15 September" is no end of what may still last
    if not led and question.cue == "since":
        led = _BEGAN.search(text[: span.start])
    return span if led else span._replace(fit=0.5 * span.fit)
