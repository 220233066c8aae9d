"""The side that stands in the sentence before: "it" in "shares 730 kilometres with it" and "With
Brazil it has 730", the other side of "the line". Pure.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from bot.facts.masked import COUNTRY_NOUN, LINE, PLACE, PLACES, THE_LINE, places_in
from bot.facts.sentence import BODIES, Sentence
from bot.facts.stance import NEGATION
from bot.language.quantities import Amount

Pairs = tuple[tuple[str, str], ...]
Neighbours = Mapping[str, frozenset[str]]


def with_it(
    sentences: Sequence[Sentence],
    position: int,
    masked: str,
    keys: Sequence[str],
    topics: Sequence[str],
    neighbours: Neighbours,
) -> Pairs:
    """The pairs of "French Guiana shares 730 kilometres with it", of "With Brazil it has 730 …" and
    of "With Nigeria it meets only in the lake": the only country that the sentence before names, or
    its subject, or what the article is about, if the map has it beside the other."""
    here = sentences[position]
    near = [one for one in sentences[max(0, position - 1) : position] if _together(one, here)]
    for match in _SHARES_WITH_IT.finditer(masked):
        objects = places_in(match["objects"], keys)
        if places_in(masked[: match.start()], keys):
            continue  # "Peru, Ecuador's other neighbour, has 1,529 kilometres in common with it"
        others = dict.fromkeys(key for one in near for key in one.countries if key not in objects)
        if len(others) == 1 and (found := _beside(objects, others, neighbours)):
            return found
    the_line = _WITH_THE_LINE.match(masked)
    for match in (the_line,) if the_line else _WITH_IT_HAS.finditer(masked):
        if not the_line and not _A_LINE.match(masked, match.end()):
            continue
        first = [m.key for one in near for m in one.mentions if m.start <= _AT_HEAD]
        spoken_of = [key for one in (here, *near) for key in one.focus_places[:1]]
        objects = places_in(match["objects"], keys)
        if found := _beside(objects, (*first[:1], *spoken_of, *topics[:2]), neighbours):
            return found
    return ()


def _beside(objects: Sequence[str], candidates: Iterable[str], neighbours: Neighbours) -> Pairs:
    """The pairs of the first candidate that the map has beside all the objects."""
    for one in candidates:
        beside = neighbours.get(one, ())
        if one not in BODIES and one not in objects and all(key in beside for key in objects):
            return tuple((one, other) for other in dict.fromkeys(objects))
    return ()


def _together(one: Sentence, other: Sentence) -> bool:
    return one.passage.paragraph == other.passage.paragraph


_AT_HEAD = 12  # characters, before the subject of a sentence
_SHARES_WITH_IT = re.compile(
    rf"(?P<objects>{PLACE})(?:['’]s?)?\s+(?=[^.;]*(?:{LINE}\b|\b(?:kilomet\w+|km|miles?)\b))"
    rf"(?:(?!{PLACE})[^.;:]){{0,70}}?(?:\bwith|\b{LINE} to)\s+(?:it|them)\b"
)
_WITH_IT_HAS = re.compile(
    rf"^\W*(?:(?:But|And|Yet)\s+)?[Ww]ith\s+(?:the\s+)?(?P<objects>{PLACES}),?\s+"
    rf"(?:it|the {COUNTRY_NOUN})\s+(?:also\s+)?(?:has|had|shares?|shared|meets|met|touches|joins)\b"
)
# "With Germany the line follows the Moselle"
_WITH_THE_LINE = re.compile(
    rf"^\W*(?:(?:But|And|Yet)\s+)?[Ww]ith\s+(?:the\s+)?(?P<objects>{PLACES}),?\s+"
    rf"(?:(?:the|its|this)\s+(?:\w+\s+)?{LINE}\s+(?!(?:with|between|of)\b)\w"
    # "With Argentina a river is the frontier"
    rf"|(?:the|an?)\s+(?:(?!{PLACE})[\w’'-]+\s+){{1,4}}?(?:is|forms|makes|marks|serves as)\s+"
    rf"(?:the|its|a)\s+(?:\w+\s+)?{LINE}\b)"
)
_A_LINE = re.compile(
    rf"[^.;]*(?:\b{LINE}\b|\b(?:kilomet\w+|km|miles?)\b|^\s+(?:only\s+)?(?:in|at|on|along)\s)"
    rf"|\s+(?:(?:only|just|mostly|mainly|chiefly)\s+)?(?:in|at|on|along)\s+"
    rf"(?:(?:the|a|one|its)\b|(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z])"
)


def two_just_named(sentences: Sequence[Sentence], position: int, neighbours: Neighbours) -> Pairs:
    """The pair of "The two countries share 450 kilometres", right behind a sentence that names two
    countries, if the map has them side by side."""
    if not position or sentences[position].places:
        return ()
    before = sentences[position - 1]
    if len(before.countries) != 2 or NEGATION.search(sentences[position].passage.text):
        return ()
    one, other = before.countries
    return ((one, other),) if other in neighbours.get(one, ()) else ()


def the_two_before(sentences: Sequence[Sentence], position: int, neighbours: Neighbours) -> Pairs:
    """The pair of "The border is 5,150 kilometres long", right behind a sentence of whose countries
    only two lie side by side on the map."""
    if not position or sentences[position].places:
        return ()
    if not _THE_BORDER_IS.match(sentences[position].passage.text):
        return ()
    two = [
        pair
        for pair in itertools.combinations(sentences[position - 1].countries, 2)
        if pair[1] in neighbours.get(pair[0], ())
    ]
    return tuple(two) if len(two) == 1 else ()


_THE_BORDER_IS = re.compile(
    r"\W*The (?:(?:common|shared|land|whole) )?(?:border|frontier|boundary)\s+"
    r"(?:is|was|runs?|ran|measures?|stretches|extends|has|had|remains?|follows)\b"
)


def of_all(pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """The place that several pairs have in common: whose neighbours were gone through."""
    if len(pairs) < 2:
        return ()
    return tuple(key for key in pairs[0] if all(key in pair for pair in pairs))


def owner_told(
    sentences: Sequence[Sentence], position: int, told: Sequence[tuple[str, str]]
) -> tuple[str, ...]:
    """Whose lines the sentence before, in the same paragraph, has `told` of: "Uruguay has two
    neighbours", before "At Rivera the border with Brazil runs through a square"."""
    before = sentences[position - 1] if position else None
    if before is None or not told or not _together(before, sentences[position]):
        return ()
    owner = told[0][0]
    begins = before.mentions[0].key == owner if owner in before.places else True
    return (owner,) if begins and all(owner in pair for pair in told) else ()


def of_whose_lines(
    pairs: Pairs,
    sentence: Sentence,
    before: Sequence[tuple[str, str]],
    owners: Sequence[str],
    neighbours: Neighbours,
) -> Pairs:
    """The pairs, where a side is only guessed with the country whose neighbours the sentence before
    went through: "The longest is that with Iran" of Iraq's lines, in an article on Kuwait; or with
    the first of the `owners` of lines spoken of that lies beside the others."""
    first = {one.key: one.start for one in reversed(sentence.mentions)}
    guessed = [one for one, other in pairs if first.get(one, _LAST) > first.get(other, 0)]
    others = [other for _, other in pairs]
    if not pairs or len(guessed) < len(pairs):
        return pairs
    if {*guessed} & {*sentence.places}:
        owners = ()
    for whose in (*of_all(before), *owners):
        if whose not in others and neighbours.get(whose, frozenset()).issuperset(others):
            return tuple(dict.fromkeys((whose, other) for other in others))
    return pairs


_LAST = 10_000  # characters: behind all that is named


def former_and_latter(
    text: str, lengths: Sequence[Amount], pairs: Sequence[tuple[str, str]]
) -> dict[int, tuple[str, str]]:
    """Where each length of "Its border with the former is 57 kilometres long and that with the
    latter 64" begins → its pair, of the two that the sentence before told of."""
    if len(pairs) != 2 or not lengths:
        return {}
    words = [(match.start(), match[1].lower()) for match in _WHICH_OF_TWO.finditer(text)]
    if not words:
        return {}
    found = {}
    for amount in lengths:
        before = [word for start, word in words if start < amount.start]
        if not before and (behind := _OF_ONE.match(text, amount.end)):
            before = [behind[1].lower()]
        if before:
            found[amount.start] = pairs[0 if before[-1] in ("former", "first") else 1]
    return found


_OF_ONE = re.compile(r"\s+of (?:the border with )?the (former|latter)\b")
_WHICH_OF_TWO = re.compile(r"\bthe (former|latter|first|second)\b", re.IGNORECASE)


def of_the_line_told(
    sentence: Sentence, told: Sequence[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """The pair of "Serbia does not recognise the line as a border": the one side that it names
    with the other of the only border of it that the sentence before has `told` of."""
    text = sentence.passage.text
    if len(sentence.countries) != 1 or not (_A_BORDER.search(text) or THE_LINE.search(text)):
        return ()
    own = dict.fromkeys(pair for pair in told if sentence.countries[0] in pair)
    return tuple(own) if len(own) == 1 else ()


_A_BORDER = re.compile(
    r"\b[Tt]he (?:\w+ )?(?:border|frontier|boundary)\b"
    r"(?!\s+(?:with|between|of|to|guards?|police|troops|posts?|crossings?|towns?))"
)


def share_of_a_member(
    sentence: Sentence, told: Sequence[tuple[str, str]], unions: Collection[str]
) -> tuple[tuple[str, str], ...]:
    """The pairs of "Finland alone brings 832 miles of it", behind a sentence on the border of a
    union with a country outside: that country's with the member, and with the union."""
    text = sentence.passage.text
    if len(sentence.countries) != 1 or not _PART_OF_IT.search(text):
        return ()
    (member,) = sentence.countries
    for one, other in told:
        union, outside = (one, other) if one in unions else (other, one)
        if union in unions and outside not in unions and outside != member:
            return ((member, outside), (union, outside))
    return ()


_PART_OF_IT = re.compile(
    r"\d[\d.,]*[\s-](?:km|kilomet\w+|miles?|per cent)\s+(?:of|to) "
    r"(?:it|that|this|them|the (?:total|line|border|frontier|sum))\b"
    r"|\b(?:half|most|a third|a quarter|two thirds) of (?:it|that|this)\b",
    re.IGNORECASE,
)
