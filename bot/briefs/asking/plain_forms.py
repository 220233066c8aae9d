"""A question in its plain form: "On what grounds was it turned down?" asks why. Pure.

People put one question in a hundred ways; the ways are data (`question_forms.txt`), so that what
reads questions knows a few forms only. What is rewritten is read and never shown.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.language.phrases import by_first_letters
from bot.language.quantities import amounts
from bot.language.words import lines

_IS: Final = re.compile(
    r"\b(what|who|where|when|how|why|which|that|there|it|long|much|many)['’]s\b", re.IGNORECASE
)
_ARE: Final = re.compile(r"\b(what|who|where|when|how|why|they|we|you)['’]re\b", re.IGNORECASE)
_NOT: Final = re.compile(r"\b(ca|wo|sha|\w+)n['’]t\b", re.IGNORECASE)
_WHOLE: Final = {"ca": "can", "wo": "will", "sha": "shall"}
_SPACE: Final = re.compile(r"\s+")


def plain_form(text: str) -> str:
    """The question with its words put plainly where a way to put them is known."""
    plain = _IS.sub(r"\1 is", _ARE.sub(r"\1 are", text))
    plain = _NOT.sub(lambda m: f"{_WHOLE.get(m[1].lower(), m[1])} not", plain)
    plain = _YEARS_FROM.sub(_reckoned, plain)
    sought, forms = _forms()
    if not sought.search(plain):
        return plain
    for form, words in forms:
        plain = form.sub(functools.partial(_put, words), plain)
    return _SPACE.sub(" ", plain).strip(" ,;:–—")


# "two years before 2024", but not "for two years before 2024", which is a span
_YEARS_FROM: Final = re.compile(
    r"(?<!\bthan )(?<!\bleast )(?<!\bfor )(?<!\bthe )(?<!\bover )(?<!\babout )(?<!\bsome )"
    r"(?<!\bnearly )(?<!\balmost )(?<!\bto )(?<!\bor )(?<!\band )(?<!-)"
    r"\b(?:(?:in )?the (?P<next>year)|(?P<many>an?|[a-z]+|\d{1,2}) (?P<unit>year|decade)s?) "
    r"(?P<side>before|after|prior to|earlier than|later than) (?P<from>1[89]\d\d|20\d\d)\b"
    r"(?![-–.,]\d)",
    re.IGNORECASE,
)


def _reckoned(match: re.Match[str]) -> str:
    """The year that is meant, or, where the number is none, what was written."""
    if match["next"] or match["many"].lower() in ("a", "an"):
        many = 1
    elif told := [one for one in amounts(match["many"]) if one.value == int(one.value)]:
        many = int(told[0].value)
    else:
        return match[0]
    years = many * (10 if (match["unit"] or "").lower() == "decade" else 1)
    later = match["side"].lower() in ("after", "later than")
    return f"in {int(match['from']) + (years if later else -years)}"


def _put(words: str, match: re.Match[str]) -> str:
    kept = match[1].strip() if match.re.groups else ""
    return words.replace("{}", kept) if "{}" in words else f"{words} {kept}".strip()


@functools.lru_cache(maxsize=1)
def _forms() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """A pattern for whether any form is there, and the forms with their plain words, the longer
    before the shorter."""
    pairs = []
    for line in lines("bot.language", "question_forms.txt"):
        plain, _, ways = line.partition(":")
        pairs += [(way.strip(), plain.strip().removeprefix("-")) for way in ways.split(",")]
    pairs.sort(key=lambda pair: (-len(pair[0].split()), -len(pair[0]), pair[0]))
    forms = tuple((re.compile(_pattern(way), re.IGNORECASE), plain) for way, plain in pairs)
    starts = {start for way, _ in pairs for start in _starts(way.split(" {}")[0].split())}
    return re.compile(rf"\b(?:{by_first_letters(sorted(starts))})", re.IGNORECASE), forms


def _starts(words: Sequence[str]) -> Iterator[str]:
    """What a way may begin with, its alternatives written out."""
    for choice in itertools.product(*(word.split("|") for word in words[:3])):
        yield " ".join(choice).split("~")[0]


def _pattern(way: str) -> str:
    parts = [_KEPT if word == "{}" else _one_of(word.split("|")) for word in way.split()]
    return rf"\b{' '.join(parts)}\b"


_KEPT: Final = r"((?:[\w’'-]+ ){0,4}[\w’'-]+?)(?:['’]s?)?"


def _one_of(words: Sequence[str]) -> str:
    spelt = [
        re.escape(word.removesuffix("~")) + (r"\w*" if word.endswith("~") else "") for word in words
    ]
    return f"(?:{'|'.join(spelt)})"
