"""Answers to how long, wide, high and large, how much, what share and how often. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.briefs.asking.question import Question
from bot.briefs.asking.spans import Span, matching, phrases
from bot.language.agreement import quantity_of
from bot.language.quantities import CURRENCIES, Amount, amounts
from bot.model import Quantity

_MONEY = re.compile(
    rf"[$€£¥]\s?\d[\d.,]*|\b\d[\d.,]{{0,30}}\s*(?:million|billion|thousand)?\s*{CURRENCIES}\b|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|"
    rf"thousand|half an?|a few|several)(?:-\w+)? (?:{CURRENCIES}|cents?|pence)\b|"
    rf"\b(?:million|billion|thousand|hundred)s? (?:of )?(?:\w+ )?{CURRENCIES}\b",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"\bsquare\b|\bhectares?\b|\bacres?\b|\bkm²|\bsq\b|\b\d[\d.,]{0,30} (?:by|x) \d", re.IGNORECASE
)
_ACROSS = re.compile(r"\b(?:wide|across|long)\b")
_LONG_ONLY = re.compile(r"^(?!.*\b(?:wide|across)\b).*\blong\b", re.DOTALL)
_HEIGHT = re.compile(
    r"\b(?:met(?:re|er)s?|feet|foot|ft|m|kilomet\w+|miles?|storeys?)(?:[\s-]+(?:and a "
    r"half\s+)?)(?:high|tall)\b|\bheight of\b"
    r"|\b(?:rises?|rising|stands?|reach\w*)\s+(?:\w+\s+){0,2}\d"
    r"|\b(?:raised?|raising|higher|heightened|grow|grown|built)\s+(?:\w+\s+){0,1}to\s+"
    r"(?:\w+\s+){1,3}met(?:re|er)s?\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:\d[\d.,]*|\w+) times\b|\bevery (?:other |second |\w+ )?(?:day|week|month|year|summer|"
    r"winter|spring|autumn)s?\b",
    re.IGNORECASE,
)


def distance(question: Question, text: str) -> Iterator[Span]:
    """Lengths and widths, whichever is asked for, that are no heights."""
    if _right_measure(question, text):
        high = [match.span() for match in _HEIGHT.finditer(text)]
        for a in lengths(question, text):
            if not any(start <= a.end + 1 and a.start < end for start, end in high):
                yield Span(a.start, a.end, 1.0)


def height(text: str) -> Iterator[Span]:
    """Heights in figures: "above the height of the trees" gives none."""
    measured = any(amount.km or amount.unit is None for amount in amounts(text))
    return matching(_HEIGHT, text, 1.0 if measured else 0.3)


def money(text: str) -> Iterator[Span]:
    return matching(_MONEY, text, 1.0)


def prices(text: str) -> list[Quantity]:
    """The sums of a sentence, each with its currency for a unit."""
    found = []
    for amount in amounts(text):
        named = _CURRENCY.match(text, amount.end)
        sign = _SIGN.search(text[: amount.start])
        if named or sign:
            unit = _SIGNS[sign[1]] if sign else named[1].lower().rstrip("s") if named else ""
            told = quantity_of(text, amount, unit)
            end = named.end() if named else amount.end
            begin = sign.start(1) if sign else amount.start
            found.append(replace(told, text=text[begin:end]))
    return found


_SIGNS: Final = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_SIGN: Final = re.compile(r"([$€£¥])\s?$")
_CURRENCY: Final = re.compile(
    r"\s+(?:[A-Z][a-z]+\s+|US\s+)?(euros?|dollars?|pounds?|kron(?:or|er)|roubles?|rubles?|francs?|"
    r"pesos?|yen|rand|lira|zloty|marks?|rupees?|shillings?)\b"
)


def area(question: Question, text: str) -> Iterator[Span]:
    """Areas, and the sides of one."""
    yield from matching(_AREA, text, 1.0)
    sides = lengths(question, text)
    if _ACROSS.search(text) and (len(sides) > 1 or not _LONG_ONLY.search(text)):
        yield from (Span(a.start, a.end, 0.5) for a in sides)


def share(question: Question, text: str) -> Iterator[Span]:
    """Percentages, fractions, and by how much something grew."""
    for span in matching(phrases("share"), text, 1.0):
        of = re.match(r"(?:\s+\w+)?\s+of\b|\s+(?:the|its|that|as)\b", text[span.end :])
        if not re.match(r"\s+an?\s", text[span.end :]):  # "half a million" is a number
            yield span if of else span._replace(fit=0.6)
    yield from matching(_PER_CENT, text, 1.0)
    yield from matching(_FRACTION, text, 1.0)
    yield from matching(_OUT_OF, text, 1.0)
    if _BY_HOW_MUCH.search(question.text):
        yield from matching(_BY_SO_MUCH, text, 1.0)
    for amount in lengths(question, text):
        part = re.search(r"\d+ of (?:the|its|their) $", text[: amount.start])
        if part or _HOW_MUCH_OF.search(question.text):
            yield Span(amount.start, amount.end, 1.0 if part else 0.6)


def often(text: str) -> Iterator[Span]:
    """How many times, or how regularly."""
    yield from matching(_TIMES, text, 1.0)
    for span in matching(phrases("often"), text, 0.7):
        if not text[: span.start].endswith("at "):  # sixteen "at once"
            yield span


_FRACTION = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|an?)[\s-](?:half|halves|thirds?|quarters?|"
    r"fifths?|sixths?|sevenths?|eighths?|tenths?)\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:(?:in|out of)(?: every)?|of every) "
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)\b",
    re.IGNORECASE,
)
_BY_HOW_MUCH = re.compile(r"\bby how much\b", re.IGNORECASE)
_BY_SO_MUCH = re.compile(
    r"\bby\s+(?:(?:about|around|some|nearly|almost|over|more than|at least|up to|a|an)\s+)?[$€£]?\d"
    r"|\b(?:halv|doubl|trebl|tripl|quadrupl)(?:e|es|ed|ing)\b|\bby (?:a|an|one|two|three) \w+",
    re.IGNORECASE,
)
_HOW_MUCH_OF = re.compile(r"\bhow much of\b", re.IGNORECASE)
_PER_CENT = re.compile(r"\d\s?%")


def lengths(question: Question, text: str) -> list[Amount]:
    """The distances of a sentence that are neither in the question nor heights or areas."""
    asked = {amount.value for amount in amounts(question.text)}
    found = [a for a in amounts(text) if a.km is not None and a.value not in asked]
    short = re.compile(r"[\s-]+(?:yards?|feet|foot)\b", re.IGNORECASE)
    return found or [a for a in amounts(text) if a.unit is None and short.match(text[a.end :])]


_HOW_WIDE = re.compile(r"\bhow (?:wide|broad|narrow)\b|\bwidth\b", re.IGNORECASE)
_WIDE = re.compile(
    r"\b(?:deep|depth|wide|wider|widest|width|broad|narrow\w*)\b|"
    r"(?:km|kilomet\w+|miles?|met\w+)\s+across\b|\b(?:reach|extend|go)\w*\s+(?:\w+\s+){1,4}into\b",
    re.IGNORECASE,
)


_HOW_FAR_APART = re.compile(r"\bdistance between\b", re.IGNORECASE)
# what lies between two, and no line that they share
_APART = re.compile(
    r"\b(?:apart|gap|distance|separat\w+|between (?:them|the two)|away|(?:each|one) (?:an)?other|"
    r"narrow\w*|strait|opposite|from the (?:other|nearest)|across)\b",
    re.IGNORECASE,
)
# the row of a table: "Width | 18 metres"
_OTHER_LABEL = re.compile(r"\W*(?:width|breadth|height|depth|clearance|altitude)\b[^|]*\|", re.I)


def _right_measure(question: Question, text: str) -> bool:
    """Whether a distance is a width where one is asked for, and a length where that is."""
    if _HOW_WIDE.search(question.text):
        return bool(_WIDE.search(text))
    if _HOW_FAR_APART.search(question.text) and not _APART.search(text):
        return False
    if re.search(r"\bhow deep\b", question.text, re.IGNORECASE):
        return bool(
            re.search(r"\b(?:deep|depth|wide|inside|into|below|beneath|underground|under)\b", text)
        )
    if re.search(r"\blong\b|\blength\b", question.text, re.IGNORECASE):
        found = lengths(question, text) if not _OTHER_LABEL.match(text) else []
        return any(
            not re.match(
                r"\s*(?:wide|high|tall|deep|away|apart|from\b(?!.*\bto\b)|off|across|broad)",
                text[a.end :],
            )
            for a in found
        )
    return True
