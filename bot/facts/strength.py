"""How many serve in a mission, and what such a number is of: all of it, its height, a part.

Two figures can be compared only where they are of the same. Pure, over one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.language.agreement import quantity_of
from bot.language.quantities import amounts, is_date_part
from bot.language.words import stem, synonym_classes, words
from bot.model import Quantity

_COUNTED = (
    "soldiers",
    "people",
    "police",
    "observers",
    "trainees",
    "aircraft",
    "ships",
    "vehicles",
    "dead",
    "countries",
)
PERSONNEL = frozenset(("soldiers", "people", "police", "observers"))
WHOLE = "all"  # of the mission as it is when the article is written
PEAK = "peak"
PART = "part"
TOOK_PART = "took part"  # in an exercise or an operation, from its beginning to its end


def strength(text: str) -> Quantity | None:
    """The first number of people or machines in a sentence."""
    for amount in amounts(text):
        if amount.unit is not None or is_date_part(text, amount):
            continue
        alone = text[amount.start : amount.end].lower() == "one"  # "A smaller one, the Force"
        for word in words(text[amount.end : amount.end + 60])[: 1 if alone else 5]:
            if word.text[0].isdigit():
                break  # "numbered about 9,000 and drew on 22 countries"
            classes = synonym_classes().get(stem(word.text), frozenset())
            counted = [name for name in _COUNTED if name in classes]
            if counted:
                return quantity_of(text, amount, counted[0])
        if amount.value >= _FEWEST and _NUMBER_IS.search(text[: amount.start]):
            return quantity_of(text, amount, "soldiers")
    return None


_FEWEST = 20  # soldiers whom a number without a noun may mean
# "He put their number at 2,030", "Around 2,500 came": of those who were spoken of before
_NUMBER_IS = re.compile(
    r"\b(?:(?:their|its|the) (?:number|strength|total)\s+(?:\w+\s+){0,2}?(?:at|is|was|as|to)|"
    r"numbers|numbered|counts|counted|strength of)\s+"
    r"(?:about |around |some |more than |up to |nearly |almost |over )?$",
    re.IGNORECASE,
)
_CAME = re.compile(
    r"\s+(?:of them\s+)?(?:came|arrived|landed|were sent|were deployed|had been deployed|have come|"
    r"had come|serve|served|are there|were there)\b"
)


def number_that_came(text: str) -> Quantity | None:
    """The number of those who came, in a sentence that does not say again who they are."""
    for amount in amounts(text):
        if amount.unit is not None or is_date_part(text, amount) or amount.value < _FEWEST:
            continue
        if _CAME.match(text, amount.end):
            return quantity_of(text, amount, "soldiers")
    return None


_AT_PEAK = re.compile(
    r"\bat (?:its|their|the) (?:height|peak|largest|strongest|greatest)\b|\bat (?:full|peak) "
    r"(?:size|strength)\b|\bat (?:its|the) most\b|\bat one time\b",
    re.IGNORECASE,
)
# The first, the allowed, the promised, the dead, the added and the trained are not those there are
_OF_A_PART = re.compile(
    r"\b(?:kill\w*|die[ds]?|dead|lost|wounded|injured|trained|rescued|seized|captured|first|last|"
    r"another|additional|further|more troops|reinforc\w+|withdr\w+|left|remaining|up to|may have|"
    r"ceiling|authori[sz]\w+|allowed|planned?|expected|will|would|is to|are to|was to|were to|"
    r"should|promised|pledged|offered|began with|at first|initially|half|among them|each|per|"
    r"a third|only|"
    r"contribut\w+|sends?|gave|gives|provid\w+|suppl(?:y|ies|ied)|added?|joined|join|come from)\b",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\b(?:it|force|mission|operation|group|contingent|strength|[A-Z]{4,}\w*)"
    r"(?:,[^,;]{2,40},|\s+(?:on|in|at|for)\s+(?:the\s+)?[A-Z][\w’'-]+)?\s+(?:now |still |today )?"
    r"(?:has|had|have|numbers?|numbered|counts?|counted|comprises?|comprised|consists? of|is|was)\b"
    r"|\bbelong(?:s|ed)? to it\b|\bserved? in (?:it|the (?:force|mission))\b|\bstrong\b|\bin all\b"
    r"|\btotall?(?:ed|ing|s)?\b|\bdeployed there\b|\bnumber (?:\w+ ){0,2}at\b|\bcame\b",
)


_HAS = re.compile(
    r"(?:,[^,;]{2,40},|,\s+(?:which|that|who))?\s+(?:now |still |today )?"
    r"(?:has|had|have|numbers?|numbered|counts?|counted|comprises?|comprised|consists? of)\b"
)


def what_it_is_of(text: str, quantity: Quantity | None, named: Iterable[int] = ()) -> str | None:
    """Of what a number of people is: `WHOLE`, `PEAK` or `PART`; None for other numbers.

    `named` are the positions behind the names of missions in the text.
    """
    if quantity is None or quantity.unit not in PERSONNEL:
        return None
    if _AT_PEAK.search(text):
        return PEAK
    at = text.find(quantity.text)
    behind = text[at + len(quantity.text) :]
    if _OF_A_PART.search(text[:at]) or re.match(
        r"\s+(?:\w+\s+){0,3}?(?:of (?:them|these|whom|which)|from [A-Z]\w+\s*[.;])", behind
    ):
        return PART
    takes_part = _TAKE_PART.match(behind)
    if takes_part or _WITH.search(text[:at]):
        whose = _NAMES.findall(takes_part[1]) if takes_part else ()
        return " ".join((TOOK_PART, *(name.lower() for name in whose)))
    it_has = any(_HAS.match(text, end) for end in named)
    return WHOLE if it_has or _OF_ALL.search(text) else PART


_TAKE_PART = re.compile(
    r"((?:\s+(?!will\b|would\b|should\b|to\b|may\b)[\w’'-]+){1,6}?),?\s+(?:took part|take part|"
    r"(?:are|were|have been|had been) (?:taking part|participating|involved|engaged)|"
    r"(?:are|were) (?:on the move|in the field|assembled|out) (?:for|in)|"
    r"(?:have|had|has) (?:taken part|participated)|participated?|fought in)\b"
)
_WITH = re.compile(
    r"\b(?:exercise|manoeuvres?|drills?|operation|[A-Z]\w+(?: \d{4})?)\s+"
    r"(?:(?:has|had|have)\s+)?(?:involv(?:es|ed|ing)|brings together|brought together|"
    r"saw|sees|unit(?:es|ed)|assembled|gathers|gathered)\s+"
    r"(?:(?:about|around|some|more than|nearly|almost|over|approximately|roughly|a total of)\s+)?$"
)
# "1,900 American soldiers" are none of "8,000 soldiers"
_NAMES = re.compile(r"\b[A-Z][\w’'-]+")
