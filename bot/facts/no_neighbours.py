"""Who is told to border on somebody not, where one side goes without saying: "Chile is no
neighbour", "Indonesia does not border the sultanate", "It comes near Iran, yet does not touch it".

Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.facts.line import Pair
from bot.facts.masked import COUNTRY_NOUN, PLACE, PLACES, places_in
from bot.facts.sentence import BODIES, Sentence

# "South Africa is not a neighbour: Namibia lies between", but not "of Iran", nor "a good one"
_IS_NONE = re.compile(
    rf"(?:^|[.;:,]\s|\band\s|\bbut\s)\W*(?:the\s+)?(?P<objects>{PLACES})\s+(?:is|are|was|were)\s+"
    rf"(?:(?:not|no longer|never)\s+(?:an?\s+|among\s+(?:its|the)\s+)?|"
    rf"none?\s+(?:of\s+(?:its|the)\s+)?)(?:land\s+|direct\s+|immediate\s+)?neighbou?rs?\b"
    rf"(?!\s+(?:of|to)\b(?!\s+(?:it|that country)\b)|\s*['’])",
    re.IGNORECASE,
)
_NOT = r"(?:(?:do|does|did)(?:\s+not|n['’]t)\s+(?:actually\s+|quite\s+)?|never\s+|nowhere\s+)"
_MEETS = (
    r"(?:borders?|touch(?:es)?|adjoins?|reach(?:es)?|meets?|shares?\s+a\s+(?:land\s+)?"
    r"(?:border|frontier)\s+with|has\s+a\s+(?:land\s+)?(?:border|frontier)\s+with)"
)
# "Indonesia, though on the same island, does not border the sultanate"
_NOT_THE_COUNTRY = re.compile(
    rf"^\W*(?:the\s+)?(?P<one>{PLACE})(?:,[^,;.]{{2,60}},)?\s+{_NOT}{_MEETS}\s+the\s+{COUNTRY_NOUN}\b"
    rf"(?!\s+(?:of|that|which|on|in|between)\b|\s+{PLACE})",
    re.IGNORECASE,
)
# "It comes close to Zimbabwe at the tip of the strip, yet does not border it"
_NEAR = re.compile(
    rf"^\W*(?:(?:the\s+)?(?P<one>{PLACE})|it|the\s+{COUNTRY_NOUN})(?!['’])\b"
    rf"(?:(?!{PLACE})[^.;])*?\b(?:close\s+to|near\w*(?:\s+to)?|within\s+(?:sight|reach|\w+\s+"
    rf"(?:kilomet\w+|miles?))\s+of|short\s+of|almost\s+(?:as\s+far\s+as|to)|towards?)\s+(?:the\s+)?"
    rf"(?P<other>{PLACE})[^.;]*?[\s,](?:yet|but|though|although|and|without)\s+(?:it\s+)?"
    rf"(?:{_NOT}{_MEETS}|(?:ever\s+)?(?:border|touch|reach|meet)ing)\s+(?:it|that\s+country)\b",
    re.IGNORECASE,
)


# a word that any of the others has
_ON_NEIGHBOURS = re.compile(r"neighbo|border|frontier|touch|adjoin|reach|meet", re.IGNORECASE)


def touches_nobody(masked: str, keys: Sequence[str]) -> tuple[str, ...]:
    """The places that a sentence says to border on nobody: "Australia has no land border with
    anybody"."""
    match = _NOBODY.match(masked) if keys else None
    return tuple(places_in(match["one"], keys)) if match else ()


_NOBODY = re.compile(
    rf"\W*(?:[Tt]he\s+)?(?P<one>{PLACES})\s+(?:itself\s+|still\s+)?"
    r"(?:(?:has|have|shares?)\s+(?:no|not a single)\s+"
    r"(?!other|further|second|such)(?:\w+\s+)?(?:borders?|frontiers?|neighbou?rs?)"
    rf"(?:\s+(?:on|by) land|\s+at all|"
    rf"\s+(?:with|to)\s+(?:any|no|another)\w*\b(?:(?!{PLACE})[^,.;:])*)*"
    r"\s*[,.;:]"
    r"|borders?\s+(?:on\s+)?(?:nobody|no one|no (?:other )?(?:country|state|nation))\b)"
)


def it_and_none_of_them(
    sentence: Sentence, topics: Sequence[str], neighbours: Mapping[str, frozenset[str]]
) -> tuple[Pair, ...]:
    """The pairs of "It shares no land border with any of the three", "It touches neither": what is
    spoken of, and as many as are counted of those the article is about (`topics`)."""
    match = None if sentence.places else _NONE_OF_THEM.match(sentence.passage.text)
    it = [key for key in sentence.focus_places[:1] if key not in BODIES]
    if match is None or not it:
        return ()
    count = _COUNTED.get(match["many"] or "", 0)
    others = [key for key in topics if key != it[0] and key not in BODIES]
    if not count or len(others) < count or neighbours.get(it[0], frozenset()) & {*others[:count]}:
        return ()
    return tuple((it[0], other) for other in others[:count])


_COUNTED = {"two": 2, "three": 3}
_NONE_OF_THEM = re.compile(
    rf"\W*It\s+(?:(?:has|shares?)\s+no\s+(?:land\s+)?(?:border|frontier)\s+with|{_NOT}{_MEETS})\s+"
    r"(?:any|either|one)\s+of\s+the(?:se)?\s+(?P<many>two|three)\b(?!\s+[a-z])"
)


def no_neighbours(
    masked: str,
    keys: Sequence[str],
    sentence: Sentence,
    topics: Sequence[str],
    neighbours: Mapping[str, frozenset[str]],
) -> tuple[Pair, ...]:
    """The pairs that a sentence says are none, with a side that it leaves out: the first of what
    it or the article is about (`topics`) that the map does not have beside the other side."""
    if not keys or not _ON_NEIGHBOURS.search(masked):
        return ()  # most sentences
    if match := _NEAR.search(masked):
        (other,) = places_in(match["other"], keys)
        mine = places_in(match["one"] or "", keys) or _meant(sentence, topics, {other}, neighbours)
        return tuple((one, other) for one in mine[:1] if one != other)
    found = [*_IS_NONE.finditer(masked)]
    if (match := _NOT_THE_COUNTRY.search(masked)) is not None:
        found.append(match)
    others = [key for match in found for key in places_in(match.groups()[0], keys)]
    mine = _meant(sentence, topics, {*others}, neighbours)
    return tuple((one, other) for one in mine[:1] for other in others)


def _meant(
    sentence: Sentence,
    topics: Sequence[str],
    others: set[str],
    neighbours: Mapping[str, frozenset[str]],
) -> list[str]:
    """Whom a sentence is on that does not name it, the likeliest first."""
    known = (*sentence.focus_places[:1], *topics)
    meant = [key for key in known if key not in others and key not in BODIES]
    return sorted(meant, key=lambda key: not others.isdisjoint(neighbours.get(key, frozenset())))
