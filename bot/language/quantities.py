"""Quantities: numbers in a sentence, in digits or words, with what they count.

Pure. Distances are compared in kilometres; an international mile is 1.609344 km exactly, a
nautical mile 1.852 km (International Hydrographic Conference, 1929).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.language.phrases import by_first_letters

KM_PER = {"km": 1.0, "mi": 1.609344, "nmi": 1.852, "m": 0.001}

_UNITS = {
    "km": "km", "kms": "km", "kilometre": "km", "kilometres": "km", "kilometer": "km",
    "kilometers": "km", "mile": "mi", "miles": "mi", "mi": "mi", "metre": "m", "metres": "m",
    "meter": "m", "meters": "m",
}  # fmt: skip
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_WORDS = {word: float(value) for value, word in enumerate(_ONES)}
_WORDS |= {word: 10.0 * value for value, word in enumerate(_TENS, start=2)}
_WORDS |= {"dozen": 12.0}
_ONE = r"(?:" + by_first_letters(sorted(_WORDS, key=len, reverse=True)) + r")"
_SCALE = r"(?:" + "|".join(_SCALES) + r")"
# What money is counted in, as a pattern
CURRENCIES = (
    r"(?:euros?|dollars?|pounds?|francs?|kron(?:or|er|e|a|ur)|roubles?|rubles?|pesos?|yen|rand|"
    r"zloty\w*|shillings?|dinars?|rupees?|rupiah|lira|marks?|yuan|renminbi|birr|naira|cedis?|"
    r"baht|dirhams?|riyals?|rials?|shekels?|hryvnias?|forints?|kuna|tenge|somoni|"
    r"manat|lari|drams?|taka|kwacha|kwanzas?|pula|reais|bolivars?|guarani\w*|quetzal\w*|lempiras?|"
    r"usd|eur|gbp)"
)
_NUMBER = re.compile(
    rf"""\b  # nothing else rules most places of a text out as quickly
      (?:(?<![\w.,-])|(?<=\d-)(?=\d[\d.,]*\s?(?:km|kilomet|miles)))(?:
        (?P<digits>\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?)
        (?:[ -](?P<scale>{_SCALE})s?\b)?
      | (?P<spelled>(?:(?:an?\s+)?(?:{_SCALE}|dozen)(?=[\s.,;:!?)]|$)|{_ONE})
          (?:[- ](?:{_ONE}|dozen)\b|[- ]{_SCALE}\b(?:\s+and\s+{_ONE}(?:-{_ONE})?\b)?)*)
    )(?![\d])(?=\W|$|km\b|m\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_APPROXIMATION = re.compile(
    r"(?:\b(about|around|some|roughly|approximately|nearly|almost|more than|over|up to|at least|"
    r"at most|less than|fewer than|under|close to|just over|just under|an estimated|as many as|"
    r"well over|just short of|a good|barely|in the (?:region|order) of|circa)"
    r"\s+(?:the\s+|a\s+|an\s+|another\s+)?|(?<!\w)(ca?\.|~|≈)\s?)$",
    re.IGNORECASE,
)


_ABOUT_BEHIND = re.compile(r"(?:\s+(or so|or thereabouts)\b|,?\s+(give or take)\b)")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text. `unit` is km, mi, nmi or m for a distance, % for a share, else None."""

    value: float
    start: int
    end: int
    approximation: str | None
    unit: str | None

    @property
    def km(self) -> float | None:
        """The distance in kilometres, None for anything else."""
        return self.value * KM_PER[self.unit] if self.unit in KM_PER else None


def amounts(text: str) -> list[Amount]:
    """The numbers of a text in order, years and days of dates included."""
    return list(_amounts_of_a_sentence(text) if len(text) < 1000 else _amounts(text))


def _amounts(text: str) -> tuple[Amount, ...]:
    found = []
    for match in _NUMBER.finditer(text):
        value = _value(match)
        if value is None:
            continue
        before = _APPROXIMATION.search(text[max(0, match.start() - 40) : match.start()])
        unit, end = _unit(text, match.end())
        about = (before[1] or before[2]).lower() if before else None
        if about is None and (behind := _ABOUT_BEHIND.match(text, end)):
            about = behind[1]
        found.append(Amount(value, match.start(), end, about, unit))
    return tuple(found)


# lengths, strengths and shares are looked for in a sentence one after the other
_amounts_of_a_sentence = functools.lru_cache(maxsize=384)(_amounts)


def in_lists(text: str, found: Sequence[Amount]) -> list[Amount]:
    """Some amounts of a text, each number of a list with the unit that stands at its end: 1,148 is
    one of "1,148 and 804 kilometres". Of a range, "between 80 and 130 kilometres", it is not.
    """
    made = list(found)
    for at in range(len(made) - 2, -1, -1):
        one, following = made[at], made[at + 1]
        if one.unit is not None or following.unit not in KM_PER or is_date_part(text, one):
            continue
        ends_it = following is found[at + 1]  # with a unit of its own
        joint = (_AND if ends_it else _COMMA).fullmatch(text, one.end, following.start)
        if joint and text[one.start].isdigit() and not _BETWEEN.search(text[: one.start]):
            made[at] = replace(one, unit=following.unit)
    return made


_ABOUT = r"(?:(?:about|around|some|roughly|nearly|almost|over|only|just|another)\s+)*"
_AND = re.compile(rf",?\s+and\s+{_ABOUT}")
_COMMA = re.compile(rf",\s+{_ABOUT}")
_BETWEEN = re.compile(rf"\bbetween\s+{_ABOUT}$", re.IGNORECASE)


def _value(match: re.Match[str]) -> float | None:
    if digits := match["digits"]:
        plain = re.sub(r"[,\u00a0\u202f ](?=\d{3}(?!\d))", "", digits).replace(",", ".")
        try:
            value = float(plain)
        except ValueError:
            return None
        return value * _SCALES.get((match["scale"] or "").lower(), 1)
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", match["spelled"].lower()):
        if word == "dozen":
            current = (current or 1) * 12
        elif word in _WORDS:
            current += _WORDS[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0.0
    return total + current


def _unit(text: str, end: int) -> tuple[str | None, int]:
    if text[end : end + 2].strip().startswith("%") or re.match(r"\s*per ?cent\b", text[end:]):
        return "%", end
    match = re.match(
        r"[\s\u00a0-]*(?:odd\s+)?(?:(?:land|border|statute|sea|further|more|square|cubic)\s+)?"
        r"(nautical miles?|km|kms|kilomet(?:re|er)s?|miles?|mi|met(?:re|er)s?|m)\b"
        r"(?!\s*(?:per|an?|/)\s*h)",
        text[end:],
        re.IGNORECASE,
    )
    if match is None or re.search(r"square|cubic", match[0], re.IGNORECASE):
        return None, end
    name = match[1].lower()
    if name.startswith("nautical"):
        return "nmi", end + match.end()
    return _UNITS.get(name, "m" if name == "m" else None), end + match.end()


def conversion(value: float, unit: str) -> str | None:
    """`1,213 km` for 754 miles, `754 miles` for 1,213 km: rounded as finely as the source is."""
    if unit == "km":
        other, name = value / KM_PER["mi"], "miles"
    elif unit in ("mi", "nmi"):
        other, name = value * KM_PER[unit], "km"
    else:
        return None
    rounded = round(other, 1) if other < 10 else round(other)
    return f"{rounded:,} {name}"


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)


# "in September 1998 soldiers entered": what stands behind these is a year, whatever follows it
_BEFORE_YEAR = re.compile(
    rf"(?:\b{_MONTH}\.?,?|\b(?:in|since|during|early|late|mid))\s+$|\bmid-$", re.IGNORECASE
)


_LEAD_IN = 20  # characters: "In mid-September "


def is_date_part(text: str, amount: Amount) -> bool:
    """Whether a number is a year or the day of a date, not a count ("in 2021", "26 June")."""
    before, after = text[: amount.start], text[amount.end :]
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", text[amount.start : amount.end]):
        if _BEFORE_YEAR.search(before[-_LEAD_IN:]):
            return True
        return not re.match(
            r"\s+(?:[a-z]+\s+)?(?:soldiers|troops|people|men|personnel|police|kilomet)", after
        )
    if amount.value > 31:
        return False
    if re.match(rf"(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b", after):
        return True
    spelt = text[amount.start].isalpha() and re.match(r"\s+[^\W\d_]", after)
    # "in January fourteen soldiers died": a day is spelt out only where nothing is counted
    return not spelt and bool(re.search(rf"\b{_MONTH}\.?\s+$", before))


def undated(text: str) -> Iterator[Amount]:
    """The numbers of a text in order that are no part of a date."""
    return (amount for amount in amounts(text) if not is_date_part(text, amount))
