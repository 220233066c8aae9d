"""The sides of a border that a sentence leaves out: "The new republic borders A and B", "So does
C", "To the north lies D". The map tells who it can be, or the sentences before. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.facts.beside import AROUND, LIES, NEIGHBOURS, SHARE, VERB, WITH, is_verb
from bot.facts.cues import cue
from bot.facts.masked import (
    COUNTRY_NOUN,
    COUNTRY_NOUNS,
    LENGTH_OR_LINE,
    OPENING,
    PLACE,
    PLACES,
    mask,
    places_in,
)
from bot.facts.sentence import Sentence
from bot.facts.sides import pairs_in
from bot.facts.stance import NEGATION

_ITS_LINE = re.compile(
    rf"\bthe\s+(?P<objects>{PLACE})\s+(?:\w+\s+)?(?:border|frontier|boundary)\b(?!\s+guard)"
)

# "The new republic borders …", "A country that has … of border with Russia"
_UNNAMED = re.compile(
    rf"{OPENING}(?:(?:But|And|Yet|Today|Now|By land|On land|(?:In|To|On) the (?:far )?"
    r"(?:north|south|east|west)[\w-]*(?!,?\s+its?\b)),?\s+)?(?:(?:it|its)\b|"
    rf"(?:the|this|an?)\s+(?:(?!\bin\b|\bof\b)[\w’'-]+\s+){{0,3}}?{COUNTRY_NOUNS}\b)",
    re.IGNORECASE,
)


def unnamed_side(
    masked: str,
    keys: Sequence[str],
    candidates: Iterable[str],
    neighbours: Mapping[str, frozenset[str]],
) -> tuple[tuple[str, str], ...]:
    """The pairs of "The new republic borders A, B and C": with the first candidate that has them
    all as neighbours on the map. Nothing where the sentence does not begin with such a subject.
    """
    if not _UNNAMED.match(masked):
        return ()
    for rule in (VERB, SHARE, WITH, AROUND, LIES, NEIGHBOURS):
        for match in rule.finditer(masked):
            clause = re.split(r"[,;:]", masked[: match.start()])[-1]
            if NEGATION.search(clause) or (rule is VERB and not is_verb(masked, match)):
                continue
            objects = list(dict.fromkeys(places_in(match["objects"], keys)))
            for one in candidates:
                if (
                    objects
                    and one not in keys
                    and neighbours.get(one, frozenset()).issuperset(objects)
                ):
                    return tuple((one, other) for other in objects)
    return ()


_HAS_ONE = re.compile(
    rf"(?P<one>{PLACE})\s+(?:has|had)\s+(?:only\s+|just\s+)?(?:one|none|two|three|no other)"
    rf"(?:\s+of\s+its\s+own)?\s*,?\s+(?:and\s+that\s+is\s+)?(?:with|to|towards)\s+(?P<objects>{PLACES})"
)


def has_one_with(
    masked: str,
    keys: Sequence[str],
    before: str,
    topics: Sequence[str],
    neighbours: Mapping[str, frozenset[str]],
) -> tuple[tuple[str, str], ...]:
    """The pairs of "Papua has one, with Indonesia", and of "The one with Mali is the longest",
    behind a sentence on a border; the latter of the first of `topics` that lies beside it."""
    if not LENGTH_OR_LINE.search(before):
        return ()
    found = [
        (one, other)
        for match in _HAS_ONE.finditer(masked)
        for one in places_in(match["one"], keys)
        for other in places_in(match["objects"], keys)
    ]
    if match := _THE_ONE_WITH.search(masked):
        other = places_in(match["object"], keys)[0]
        near = [topic for topic in topics if other in neighbours.get(topic, ())]
        found += [(topic, other) for topic in (*near, *topics) if topic != other][:1]
    return tuple((one, other) for one, other in found if one != other)


_THE_ONE_WITH = re.compile(
    rf"\b(?:[Tt]he (?:one|longest|shortest)|[Tt]hat|"
    rf"[Oo]f these the one) with\s+(?:the\s+)?(?P<object>{PLACE})"
)

_WITH_FIRST = re.compile(
    rf"^\W*[Ww]ith\s+(?:the\s+)?(?P<objects>{PLACES})(?=,|\s+(?:too|there|it)\b)"
)

# "watch the border with A, and that with B"
_AND_THAT_WITH = re.compile(
    rf"(?:,|\band|\bor)\s+(?:also\s+)?(?:that|those|the one|the ones)\s+with\s+(?:the\s+)?"
    rf"(?P<objects>{PLACES})"
)
_ARE_NEIGHBOURS = re.compile(
    rf"(?P<objects>{PLACES})\s+(?:is|are|was|were)\s+"
    rf"(?:its|{PLACE}(?:['’]s)?|(?:the\s+)?[\w’'-]+['’]s|the(?=\s+(?:only|sole|single)\b))\s+"
    rf"(?:[\w’'-]+\s+){{0,3}}?neighbou?rs?\b"
)


def border_with(
    masked: str,
    keys: Sequence[str],
    candidates: Iterable[str],
    neighbours: Mapping[str, frozenset[str]],
) -> tuple[tuple[str, str], ...]:
    """The pairs of "Soldiers patrolled the borders with A and B", "With A, too, a fence is built"
    and "A and B are the kingdom's other neighbours": of the first of the candidates that has them
    as neighbours on the map."""
    objects = [
        key
        for rule in (WITH, _WITH_FIRST, _AND_THAT_WITH, _ARE_NEIGHBOURS)
        for match in rule.finditer(masked)
        for key in places_in(match["objects"], keys)
    ]
    for one in candidates:
        beside = neighbours.get(one, frozenset())
        # what was Yugoslavia lies beside Albania, and on no map beside what left it
        near = [key for key in objects if key in beside]
        linked = {key for key in objects if not neighbours.get(key, frozenset()).isdisjoint(near)}
        if near and one not in objects and linked.union(near).issuperset(objects):
            return tuple(dict.fromkeys((one, other) for other in near))
    return ()


def counts_its_own(
    masked: str, keys: Sequence[str], before: str, neighbours: Mapping[str, frozenset[str]]
) -> tuple[tuple[str, str], ...]:
    """The pairs of "Peru has five: besides Ecuador they are Colombia, Brazil, Bolivia and Chile",
    behind a sentence on the neighbours of another."""
    match = _HAS_SO_MANY.match(masked)
    if match is None or not re.search(r"\bneighbou?rs?\b|\bborders\b", before):
        return ()
    (one,) = places_in(match["one"], keys)
    objects = dict.fromkeys(key for key in places_in(masked[match.end() :], keys) if key != one)
    beside = neighbours.get(one, frozenset())
    if len(objects) != _NUMBERS.get(match["many"]) or not beside.issuperset(objects):
        return ()
    return tuple((one, key) for key in objects)


_NUMBERS = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen".split(), 2
    )
}
_HAS_SO_MANY = re.compile(
    rf"\W*(?:[A-Z]\w+\s+)?(?:the\s+)?(?P<one>{PLACE})\s+(?:itself\s+|(?:in|on) (?:its|the) \w+\s+)?"
    rf"(?:has|have|had|counts?)\s+(?:only\s+|just\s+|even\s+)?(?P<many>{'|'.join(_NUMBERS)})"
    rf"(?:\s+of (?:them|its own))?\s*[:;,–—-]",
)

_COMPASS_PLACE = re.compile(
    rf"\b(?:to|in|on)\s+(?:the|its)\s+(?:far\s+)?(?:north|south|east|west)[\w-]*\s+"
    rf"(?:(?:lies?|is|are|comes?)\s+)?(?P<object>{PLACE})",
    re.IGNORECASE,
)


def by_compass(
    masked: str,
    keys: Sequence[str],
    candidates: Iterable[str],
    neighbours: Mapping[str, frozenset[str]],
) -> tuple[tuple[str, str], ...]:
    """The pairs of "To the north lies A, to the west B", with the first of the candidates that has
    them as neighbours on the map."""
    objects = [
        key for match in _COMPASS_PLACE.finditer(masked) for key in places_in(match["object"], keys)
    ]
    for one in candidates:
        if objects and one not in objects and neighbours.get(one, frozenset()).issuperset(objects):
            return tuple(dict.fromkeys((one, other) for other in objects))
    return ()


def at_the_line_of(
    masked: str, keys: Sequence[str], neighbours: Mapping[str, frozenset[str]]
) -> tuple[tuple[str, str], ...]:
    """The pair of "Latvia has finished its fence on the Belarusian border": who is named first and
    whose border it is, if they are neighbours ("American soldiers on the Kuwaiti border")."""
    found = []
    for match in _ITS_LINE.finditer(masked):
        (other,) = places_in(match["objects"], keys)
        before = [key for key in places_in(masked[: match.start()], keys) if key != other]
        if before and other in neighbours.get(before[0], frozenset()):
            found.append((before[0], other))
    return tuple(dict.fromkeys(found))


_LIES_IN = re.compile(
    rf"(?P<one>{PLACES})(?:(?!{PLACE})[^.;:]){{0,40}}?\b(?:(?:lies?|lay|lying|sits?|situated|located)\s+"
    rf"(?:inside|within|in)|(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:inside|within))\s+"
    rf"(?:the\s+)?(?P<two>{PLACE})"
)


def lies_in_neighbour(
    masked: str, keys: Sequence[str], neighbours: Mapping[str, frozenset[str]]
) -> tuple[tuple[str, str], ...]:
    """The pair of "Lesotho, the largest, lies within South Africa", if the map has the one beside
    the other: what lies in a country is else a part of it."""
    return tuple(
        (one, two)
        for match in _LIES_IN.finditer(masked)
        for two in places_in(match["two"], keys)
        for one in places_in(match["one"], keys)
        if two in neighbours.get(one, frozenset())
    )


_AMONG_THEM = re.compile(
    rf"\W*(?:But\s+|And\s+)?(?:[Tt]he\s+)?{PLACES}\s+(?:is|are)\s+(?:not\s+|also\s+)?(?:among|"
    rf"one of|part of)\s+(?:them|these|those)\b"
)


def told_of_the_same(
    sentences: Sequence[Sentence], position: int, masked: str, keys: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """The pairs of "So does Djibouti.", "Uganda and Burundi do not." and "Peru is not among them."
    behind a border."""
    if not position or not keys or len(masked) > 60:
        return ()
    if (two := _THEIRS.match(masked)) and LENGTH_OR_LINE.search(
        sentences[position - 1].passage.text
    ):  # "Kazakhstan and Turkmenistan marked theirs in July"
        (one,), (other,) = places_in(two["one"], keys), places_in(two["other"], keys)
        return ((one, other),)
    if _AMONG_THEM.match(masked):
        earlier, earlier_keys = mask(sentences[position - 1])
        pairs = pairs_in(earlier, earlier_keys, sentences[position - 1], ())
        whose = dict.fromkeys(one for one, _ in pairs)
        return tuple((one, other) for one in whose for other in places_in(masked, keys))
    if not re.search(
        rf"^(?:So|Nor|Neither) (?:do|does) {PLACES}|^{PLACES} (?:do|does)(?: not|n['’]t)?\.$",
        masked,
    ):
        return ()
    before = sentences[position - 1]
    if not re.search(r"\bborders?\b|\bneighbou?r", before.passage.text) and position > 1:
        before = sentences[position - 2]
    earlier, earlier_keys = mask(before)
    pairs = pairs_in(earlier, earlier_keys, before, ())
    objects = dict.fromkeys(other for _, other in pairs)
    return tuple(
        (one, other) for one in places_in(masked, keys) for other in objects if one != other
    )


def with_the_same(sentence: Sentence, pair: tuple[str, str] | None) -> tuple[tuple[str, str], ...]:
    """The pair of "Norway has another 196 kilometres with the same neighbour" and "Sweden has none
    with it", behind a sentence on the line of a pair: its second side is that neighbour."""
    if pair is None or len(sentence.places) != 1 or sentence.places[0] in pair:
        return ()
    if not _WITH_THE_SAME.search(sentence.passage.text):
        return ()
    return ((sentence.places[0], pair[1]),)


def with_the_country(
    masked: str, keys: Sequence[str], sentence: Sentence, topics: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """The pair of "Iran lies across the water and shares no land border with the country", behind
    sentences on that country."""
    match = _WITH_THE_COUNTRY.search(masked) if keys else None
    before = places_in(masked[: match.start()], keys) if match else []
    meant = [key for key in (*sentence.focus_places, *topics) if key not in before][:1]
    return tuple((one, before[0]) for one in meant) if len({*before}) == 1 else ()


_WITH_THE_COUNTRY = re.compile(
    r"\b(?:border|frontier|boundary)\b[^.;]{0,20}?\s(?:with|to)\s+the "
    rf"{COUNTRY_NOUN}(?!\s+(?:of\b|that\b|which\b)|[\w-])"
)
_WITH_THE_SAME = re.compile(
    r"\b(?:kilomet\w+|km|miles?|border|frontier|boundary|line|none|has)\b[^.;]{0,20}\s"
    r"(?:with|to)\s+(?:the same (?:neighbou?r|country|state|power|one)|it\b)"
)


def none_of_their_own(
    sentences: Sequence[Sentence], position: int, masked: str, keys: Sequence[str]
) -> tuple[int, tuple[str, ...]]:
    """The places of "Iceland and Malta have none", and the sentence on borders that it stands
    behind, also with a table between."""
    if keys and (match := _HAVE_NONE.match(masked)):
        prose = [
            at
            for at in range(max(0, position - _FAR), position)
            if " | " not in sentences[at].passage.text
        ]
        for at in reversed(prose[-2:]):
            text = sentences[at].passage.text
            if cue("border", "nouns").search(text) or _HAVE_NONE.match(mask(sentences[at])[0]):
                return at, tuple(places_in(match["one"], keys))
    return 0, ()


_HAVE_NONE = re.compile(
    rf"[\s“\"'‘(•–—-]*(?P<one>{PLACES})\s+(?:itself\s+)?(?:has|have|had)\s+"
    rf"(?:none\b(?! of)|no such\b|not one\b(?! of))"
)
_FAR = 20  # rows of a table


_THEIRS = re.compile(rf"(?P<one>{PLACE}) and (?P<other>{PLACE})\s[^.;]*\btheirs\b")


def last_of(
    sentences: Sequence[Sentence], position: int, topics: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """The pair of "The last of these has kept its side closed", behind a list of neighbours."""
    text = sentences[position].passage.text
    if not position or not _THE_LAST.match(text):
        return ()
    if not cue("closure", "verbs").search(text):
        return ()
    masked, keys = mask(sentences[position - 1])
    before = pairs_in(masked, keys, sentences[position - 1], topics)
    return before[-1:]


_THE_LAST = re.compile(r"\W*(?:the last|the latter)\b", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:(?:the )?(?:longest|shortest|smallest|largest|second|third|next|rest)|parts?|shares?|"
    r"stretch(?:es)?|sections?|longer|shorter)\b",
    re.IGNORECASE,
)

# a number that is no year, or that says what it counts: "Peru comes next with 2 995"
_A_LENGTH = re.compile(
    r"(?<![\d.,])(?!(?:1[5-9]|20)\d\d\b(?![.,]\d))\d[\d.,\s]*\d"
    r"|\d\s?(?:%|per cent|km|kilomet|miles?)"
)


def parts_of(
    sentences: Sequence[Sentence],
    position: int,
    topic: str,
    neighbours: Mapping[str, frozenset[str]],
) -> tuple[tuple[str, str], ...]:
    """The pairs of "The longest part is Bolivia's, with 3,423 kilometres" behind a sentence on the
    whole border of the topic: whose parts they are is not said again.
    """
    text = sentences[position].passage.text
    if not _PART.search(text) or not _A_LENGTH.search(text):
        return ()
    before = sentences[max(0, position - 4) : position]
    if not any(LENGTH_OR_LINE.search(one.passage.text) for one in before):
        return ()
    beside = neighbours.get(topic, frozenset())
    return tuple((topic, key) for key in sentences[position].places if key in beside)
