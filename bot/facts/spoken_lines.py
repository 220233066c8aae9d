"""Whose line is meant by the way a sentence speaks of it: theirs, that one, a line with a name.

Each way is a function that gives the pair, or nothing where the sentence does not speak so. The map
is evidence for what is meant, never a source. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.facts.cues import table
from bot.facts.sentence import BODIES, Sentence
from bot.facts.stance import NEGATION
from bot.facts.whose import LOOK_BACK, Neighbours, may_touch


def sides_of_named_line(text: str, spoken_of: Collection[str]) -> tuple[tuple[str, str], ...]:
    """The two places on the sides of a line that a sentence names, where the article names both."""
    small = text.lower()
    return tuple(
        (one, other)
        for line, (one, other) in table("lines")["sides"].items()
        if line in small and {one, other} <= {*spoken_of}
    )[:1]


def they_who_meet_not(sentences: Sequence[Sentence], position: int) -> tuple[tuple[str, str], ...]:
    """The pair of "They do not share a border": the two that the sentence before names, whatever
    lies side by side on the map."""
    sentence = sentences[position]
    before = sentences[position - 1].countries if position else ()
    match = _THEY_DO_NOT.match(sentence.passage.text) if len(before) == 2 else None
    if not match or any(one.start < match.end() for one in sentence.mentions):
        return ()
    return ((before[0], before[1]),)


_THEY_DO_NOT = re.compile(
    r"\W*(?:(?:But|Yet|In (?:fact|truth)|However),?\s+)?"
    r"(?:[Tt]hey|[Tt]he two(?: (?:countries|states|republics))?)\s+"
    r"(?:(?:(?:do|does|did)(?: not|n['’]t)|never|nowhere)\s+(?:\w+\s+)?"
    r"(?:(?:touch|meet|adjoin)"
    r"(?=[.,;:]|\s+(?:anywhere|at all|each other|on (?:land|the)|directly))|"
    r"border (?:each other|one another)|(?:share|have) (?:a|any)\b[^.;]{0,20}"
    r"\b(?:border|frontier|boundary)\b)|"
    r"(?:have|share) no\b[^.;]{0,20}\b(?:border|frontier|boundary)\b)"
)


def by_topic(
    pairs: Sequence[tuple[str, str]],
    sentence: Sentence,
    topics: Sequence[str],
    neighbours: Neighbours,
) -> tuple[tuple[str, str], ...]:
    """The pairs of "That with Chile comes to 942 kilometres" with the country that the article is
    about, where the one that was spoken of last lies far from them."""
    guessed = {one for one, _ in pairs if one not in sentence.places}
    others = [other for _, other in pairs]
    if not guessed or not topics or topics[0] in (*sentence.places, *guessed):
        return tuple(pairs)
    if NEGATION.search(sentence.passage.text):
        return tuple(pairs)
    astray = any(not may_touch(one, other, neighbours) for one, other in pairs)
    if astray and neighbours.get(topics[0], frozenset()).issuperset(others):
        return tuple(dict.fromkeys((topics[0], other) for other in others))
    return tuple(pairs)


def their_sides(
    sentences: Sequence[Sentence], position: int, neighbours: Neighbours
) -> tuple[tuple[str, str], ...]:
    """The pair of "Their border is 477 kilometres long": the two whom the sentence before names,
    or the two neighbours that were spoken of."""
    if not position or not _THEIRS.match(sentences[position].passage.text):
        return ()
    before = sentences[position - 1]
    if len(before.places) == 2 and may_touch(*before.places, neighbours):
        return ((before.places[0], before.places[1]),)
    one, other, *_ = (*sentences[position].focus_places, "", "")
    return ((one, other),) if other in neighbours.get(one, frozenset()) else ()


_THEIRS = re.compile(
    r"\W*(?:their|the two['’]s?)\s+(?:\w+\s+){0,2}(?:border|frontier|boundary)\b", re.IGNORECASE
)


def answers_who_borders(
    sentences: Sequence[Sentence], position: int, topic: Sequence[str], neighbours: Neighbours
) -> tuple[int, tuple[tuple[str, str], ...]]:
    """Where the question stands who the neighbours of the article's subject are (`topic`, if it has
    one), and the pairs of "Lithuania to the north, and Poland to the south" behind it, or of "It
    does not border Belarus" behind that."""
    sentence = sentences[position]
    places = [key for key in sentence.places if key not in BODIES]
    if not places:
        return 0, ()
    asked = sentences[position - 1] if position else sentence
    if len(asked.places) == 1 and _ASKS_WHO.search(asked.passage.text):
        beside = neighbours.get(asked.places[0], frozenset())
        if beside.issuperset(places) and _IS_A_LIST.match(sentence.passage.text):
            return position - 1, tuple((asked.places[0], key) for key in places)
    if (at := _asked_for_the_longest(sentences, position)) is not None:
        if len(places) != 2 or not _ALL_IN.match(sentence.passage.text):
            return 0, ()
        other, one = places
        return (at, ((one, other),)) if other in neighbours.get(one, frozenset()) else (0, ())
    if not topic or topic[0] in places:
        return 0, ()
    beside = neighbours.get(topic[0], frozenset())
    for at in range(position - 1, max(0, position - LOOK_BACK) - 1, -1):
        question = sentences[at]
        if not _WHO_BORDERS.search(question.passage.text):
            continue
        if question.places and topic[0] not in question.places:
            break  # it asks about another
        listed = at == position - 1 and beside.issuperset(places)
        same = question.passage.paragraph == sentence.passage.paragraph
        if listed or (same and _IT_BORDERS.match(sentence.passage.text)):
            return at, tuple((topic[0], key) for key in places)
    return 0, ()


# at a spot that the sentence names, and not all along it
THE_LINE_THERE = re.compile(
    r"\b(?:border|frontier|boundary|line) there\b|\bthere the (?:border|frontier|boundary|line)\b"
)


def is_another_side(
    sentences: Sequence[Sentence], position: int, pair: tuple[str, str], neighbours: Neighbours
) -> bool:
    """Whether "the eastern border" is one with another neighbour than the `pair` spoken of, whom
    the next sentence names: "On the eastern border a wall is going up. Iran is to be kept out"."""
    here = sentences[position]
    if here.places or not _SIDE_OF_LAND.search(here.passage.text):
        return False
    behind = sentences[position + 1 : position + 2]
    named = {key for one in behind for key in one.countries} - {*pair}
    beside = {key for one in pair for key in neighbours.get(one, ())}
    return bool(named & beside) and not any({*pair} <= {*one.places} for one in behind)


_SIDE_OF_LAND = re.compile(
    r"\b[Tt]he (?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)\w* "
    r"(?:border|frontier|boundary)\b(?! (?:of|with|between|to)\b)"
)


def is_no_border(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether the line of a sentence is said to be no border, in it or right behind it: "The force
    watches the Blue Line, of 120 kilometres. It is not a border"."""
    here = sentences[position].passage
    if not _A_LINE.search(here.text):
        return False
    behind = sentences[position + 1 : position + 3]
    return bool(_WHICH_IS_NONE.search(here.text)) or any(
        one.passage.paragraph == here.paragraph and _IT_IS_NONE.match(one.passage.text)
        for one in behind
    )


_A_LINE = re.compile(r"\b[Ll]ine\b")
_NO_BORDER = (
    r"(?:(?:is|was)(?:\s+(?:not|no|never)|n['’]t)|['’]s\s+(?:not|no)|has never been)\s+"
    r"(?:an?\s+|the\s+|yet\s+|really\s+)*(?:(?:international|state|land|official|real|recogni[sz]ed|agreed|legal|"
    r"proper|national|political|formal|final)\s+){0,2}(?:border|frontier|boundary)\b"
)
_WHICH_IS_NONE = re.compile(rf"\b(?:which|that|it)\s?{_NO_BORDER}")
_IT_IS_NONE = re.compile(
    rf"\W*(?:(?:But|Yet)\s+)?(?:[Ii]t|This|That|The (?:[\w-]+ )?[Ll]ine)\s?{_NO_BORDER}"
)


def rules_out(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether a sentence says which border is not the longest, and nothing of one."""
    at = position
    while at and _NOT_THAT.match(sentences[at].passage.text):
        at -= 1
    return at < position and bool(_THE_LONGEST.search(sentences[at].passage.text))


def _asked_for_the_longest(sentences: Sequence[Sentence], position: int) -> int | None:
    """Where it is asked which of some borders is the longest, which "Not Spain, not Belgium. It is
    Brazil" answers: who is not that is a neighbour all the same."""
    for at in range(position - 1, max(0, position - LOOK_BACK) - 1, -1):
        text = sentences[at].passage.text
        if "?" in text and _THE_LONGEST.search(text):
            is_one = at == position - 1 or _IT_IS.match(sentences[position].passage.text)
            denied = _NOT_THAT.match(sentences[at + 1].passage.text)
            return at if is_one and denied else None
        if not _NOT_THAT.match(text):
            return None
    return None


_THE_LONGEST = re.compile(
    r"\b(?:longest|shortest|oldest|newest|busiest|busier|longer|shorter|most)\b[^.]*\?\W*$", re.I
)
_NOT_THAT = re.compile(r"\W*(?:Not|Neither|No,)\s")
_IT_IS = re.compile(r"\W*(?:It|That)\s+is\s")
# "It is Brazil, with 730 kilometres, all of them in French Guiana"
_ALL_IN = re.compile(
    r"\W*(?:It|That)\s+is\s[^.;]*\d[^.;]*,\s+(?:all|most|much|nearly all)\s+of\s+"
    r"(?:it|them|this|that|which)\s+in\s"
)
_ASKS_WHO = re.compile(
    r"\b(?:who|which|what)(?:\s+(?:else|other|are|is|countries|states|nations))*\s+"
    r"(?:borders?|touch(?:es)?|adjoins?|shares? a (?:border|frontier) with|"
    r"(?:(?:the|its)\s+)?(?:other\s+)?neighbou?rs of)\s[^.]*\?\W*$",
    re.IGNORECASE,
)
_IS_A_LIST = re.compile(
    r"\W*(?:(?:None|Nobody|No one) (?:but|except)|Only|Just|The|[A-Z][\w’'-]+\b)"
)
_WHO_BORDERS = re.compile(
    r"\b(?:neighbou?rs?|borders?|bordering|boundar(?:y|ies)|frontiers?)\b[^.]*\?\W*$", re.IGNORECASE
)
_IT_BORDERS = re.compile(
    r"\W*It (?:also |only )?(?:does not |doesn['’]t |has no (?:\w+ )?)?"
    r"(?:borders?|share|touch|adjoin|frontier|neighbour)",
)
_THAT_ONE = re.compile(r"\W*(?:that|those|the (?:one|other))\b", re.IGNORECASE)


def two_sides(
    text: str, sides: Sequence[str], neighbours: Neighbours
) -> tuple[tuple[str, str], ...]:
    """The pair of "the present border, 861 kilometres in length", where only two places can be its
    sides and lie side by side on the map."""
    if len(sides) != 2 or sides[1] not in neighbours.get(sides[0], frozenset()):
        return ()
    return ((sides[0], sides[1]),) if _THE_LINE.search(text) else ()


_THE_LINE = re.compile(
    r"\b(?:the|this|that|their)\s+(?:(?:present|common|shared|land|new|old|current|whole|entire|"
    r"\d[\d.,]*[\s-]*(?:kilomet\w+|km|miles?))[\s-]+)*(?:border|frontier|boundary)\b"
    r"(?!\s+(?:with(?! (?:it|them|that country)\b)|of|to|between|guards?|"
    r"troops|police|town|area|region|post|crossing))",
    re.IGNORECASE,
)
