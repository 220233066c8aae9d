"""Whose line a sentence is about, where it does not say: by the article, and by the map.

The map is evidence for what is meant, never a source. Pure. One module: each guess rests on which
places may touch.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.facts.cues import cue
from bot.facts.masked import mask
from bot.facts.sentence import BODIES, Sentence
from bot.facts.sides import pairs_in, sent_there
from bot.facts.stance import NEGATION
from bot.facts.the_two import AT_SEA, BOTH_TOUCH
from bot.language.quantities import amounts

REST = re.compile(
    r"\b(?:rest of|mainland|cut off|separated from|detached|by land only|only through|landlocked|"
    r"not (?:touch|connect)\w*|no land (?:link|connection))\b",
    re.IGNORECASE,
)


# the Curzon Line, the Line of Contact, the 17th parallel
NAMED_LINE = re.compile(
    r"\b(?:[A-Z][\w’'-]+\s+){1,3}Line\b|\bLine of [A-Z]\w+|\b\d\d(?:st|nd|rd|th) parallel\b"
)


def named_lines(text: str) -> list[str]:
    """The lines that a sentence speaks of by name. Few have either of the words for one."""
    return NAMED_LINE.findall(text) if "Line" in text or " parallel" in text else []


Neighbours = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Atlas:
    """What the map has of the places of an article: evidence for whose line is meant, never a
    source. `within` gives the country of a region, `halves` the two sides of "the two Koreas"."""

    neighbours: Neighbours
    within: Mapping[str, str]
    halves: Mapping[str, tuple[str, str]]


def lines_of_states(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The lines by name that an article speaks of as borders: no line of the underground."""
    return frozenset(
        name
        for sentence in sentences
        for name in named_lines(sentence.passage.text)
        if cue("border", "nouns").search(sentence.passage.text)
        or _PARTS.search(sentence.passage.text)
    )


_OF_A_LINE = re.compile(
    r"\b(?:border|frontier|boundary|(?:dividing|demarcation|ceasefire|armistice|contact) line)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\b(?:divid|separat|partition|demarcat)\w+", re.IGNORECASE)


def main_pair(
    sentences: Sequence[Sentence], title: str, title_places: Sequence[str], atlas: Atlas
) -> tuple[str, str] | None:
    """The two sides of the line that the article is about, where it is about one.

    The pair that most sentences set side by side, if the title or two sentences do.
    """
    neighbours, within = atlas.neighbours, atlas.within
    title_places = [place for place in title_places if place not in BODIES]
    tally: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        if not sentence.places:
            continue
        masked, keys = mask(sentence)
        found = pairs_in(masked, keys, sentence, ())
        aside = BODIES | sent_there(sentence, neighbours)
        places = [key for key in sentence.places if key not in aside]
        places = [key for key in places if within.get(key) not in places]
        if BOTH_TOUCH.search(sentence.passage.text) and len(sentence.focus_places) > 1:
            one, other = sorted(sentence.focus_places[:2])
            tally[one, other] += 2 * may_touch(one, other, neighbours)
            continue
        touching = len(found) == 1 and (
            may_touch(*found[0], neighbours) or " between " in sentence.passage.text
        )
        if touching and is_likely(found[0], sentence, neighbours):
            one, other = sorted(found[0])
            tally[one, other] += 2  # halves, for those who are named together and no line
        elif len(places) == 2:
            one, other = sorted(places)
            line = bool(cue("border", "nouns").search(sentence.passage.text))
            beside = other in neighbours.get(one, frozenset())
            likely = beside or (line and may_touch(one, other, neighbours))
            tally[one, other] += likely * (2 if line else 1)
    if len(title_places) == 2:
        one, other = sorted(title_places)
        of_a_line = bool(_PARTS.search(title) or cue("border", "nouns").search(title))
        of_a_line = of_a_line or all(
            cue("territory", one).search(title) for one in ("deeds", "land")
        )
        known = neighbours.get(one) and neighbours.get(other)  # Central Asia borders no part of it
        if of_a_line or (known and may_touch(one, other, neighbours)):
            tally[one, other] += 4
    if not title_places and _OF_A_LINE.search(title):  # whose, the article begins with
        opening = next((s for s in sentences if len(s.countries) > 1), None)
        if opening and len(opening.countries) == 2:
            one, other = sorted(opening.countries)
            tally[one, other] += 2 * (other in neighbours.get(one, ()))
    # of two pairs that are told of as often, the one that lies side by side
    ranked = [
        (count, one[1] in neighbours.get(one[0], ()), one) for one, count in tally.items() if count
    ]
    ranked.sort(reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
        return _two_states(sentences, atlas)
    count, _, best = ranked[0]
    often = Counter(key for sentence in sentences for key in sentence.places)
    again = any(often[key] > 1 or key in title_places for key in best)
    if not again and (count == 1 or len(often) > _STATES):
        return None  # two who sent airmen once, or whose line is told of besides others
    return best


def _two_states(sentences: Sequence[Sentence], atlas: Atlas) -> tuple[str, str] | None:
    """The two states that an article on a line speaks of again and again, if no third one comes
    near them and they, or what belongs to them, lie side by side."""
    neighbours, within = atlas.neighbours, atlas.within
    tally = Counter(
        place
        for sentence in sentences
        for place in dict.fromkeys(within.get(key, key) for key in sentence.countries)
    )
    (one, _), (other, fewer), (_, third) = [*tally.most_common(3), *[("", 0)] * 3][:3]
    if fewer < 2 or 2 * third > fewer or len(tally) > _STATES:
        return None
    if not any(cue("border", "nouns").search(s.passage.text) for s in sentences):
        return None
    mine, theirs = (
        [key for key in neighbours if key == side or within.get(key) == side]
        for side in (one, other)
    )
    if not any(may_touch(key, at, neighbours) for key in mine for at in theirs):
        return None
    first, second = sorted((one, other))
    return first, second


_STATES = 4  # that an article on the line of two of them may name
UNIONS = frozenset(("european-union", "nato"))


def with_members(
    pairs: tuple[tuple[str, str], ...], sentence: Sentence, neighbours: Neighbours
) -> tuple[tuple[str, str], ...]:
    """The pairs, and for the border of a union that of the neighbour that the sentence names too:
    "The border of Britain with the EU runs through Ireland"."""
    found = list(pairs)
    for one, other in pairs:
        for union, side in ((one, other), (other, one)):
            if union in UNIONS:
                beside = neighbours.get(side, frozenset())
                found += [(side, key) for key in sentence.countries if key in beside]
    return tuple(dict.fromkeys(found))


def by_regions(
    pair: tuple[str, str], sentence: Sentence, within: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """The pair, or its other side with each region that a sentence names instead of a country:
    "The fence around Ceuta is eight kilometres long, the one around Melilla twelve"."""
    for country, other in (pair, pair[::-1]):
        regions = [key for key in sentence.places if within.get(key) == country]
        if regions and country not in sentence.places and other not in sentence.places:
            return tuple((region, other) for region in regions)
    return (pair,)


def across(
    pair: tuple[str, str],
    within: Mapping[str, str],
    neighbours: Neighbours,
    topics: Sequence[str],
    text: str,
) -> tuple[str, str]:
    """The pair of "West Timor belongs to Indonesia, and the two halves share a border": a region
    borders no country that it is within, but the one beside it that the article is about.
    """
    region, country = pair if within.get(pair[0]) == pair[1] else (pair[1], pair[0])
    if within.get(region) != country or REST.search(text):
        return pair
    beside = [key for key in topics if key in neighbours.get(region, frozenset())]
    return (region, beside[0]) if beside else pair


def with_pair(neighbours: Neighbours, main: tuple[str, str] | None) -> Neighbours:
    """The map with the line that the article is about, which may be newer than the map."""
    if main is None:
        return neighbours
    one, other = main
    return {**neighbours, one: neighbours.get(one, frozenset()) | {other}}


NO_LAND = BODIES - {"nato", "european-union"}  # whose members' outer line is spoken of


def is_likely(pair: tuple[str, str], sentence: Sentence, neighbours: Neighbours) -> bool:
    """Whether two places may have a border: both are named, or lie side by side on the map.

    What "it" and "the line" mean is a guess, and Kosovo and Britain are no two neighbours.
    """
    one, other = pair
    if (NO_LAND | sent_there(sentence, neighbours)) & {one, other}:
        return False
    if {one, other} <= {*sentence.places} or NEGATION.search(sentence.passage.text):
        return True
    if AT_SEA.search(sentence.passage.text) and pair == sentence.focus_places:
        return True  # who share a sea need not be neighbours on land
    return may_touch(one, other, neighbours)


def may_touch(one: str, other: str, neighbours: Neighbours) -> bool:
    """Whether the map has two places side by side, or knows nothing of one of them."""
    around, about = neighbours.get(one), neighbours.get(other)
    return not around or not about or other in around or one in about


def by_the_line(
    sides: Sequence[str], spoken_of: Mapping[str, int], topics: Sequence[str], atlas: Atlas
) -> tuple[str, ...]:
    """Those of some places that a line may be of which the sentence gives no two sides: what the
    article is about, what lies beside that or another of them, and an island or a region that it
    names again. A general from Norway who counts the posts on a frontier makes it none of Norway,
    nor does an article on Austria's soldiers on the Golan make theirs one of Austria.
    """
    neighbours = atlas.neighbours
    beside = {*topics, *sides}
    places = {*spoken_of, *topics[:1]}
    at_lines = {one for one in places if not neighbours.get(one, _NONE).isdisjoint(places)}
    at_lines |= {atlas.within.get(one, one) for one in at_lines}
    at_lines |= {one for one, state in atlas.within.items() if state in at_lines}
    return tuple(
        one
        for one in sides
        if (one in topics[:1] and (one in at_lines or not at_lines))
        or (one not in NO_LAND and not neighbours.get(one) and spoken_of.get(one, 0) > 1)
        or any(one in neighbours.get(key, ()) or key in neighbours.get(one, ()) for key in beside)
    )


_NONE: frozenset[str] = frozenset()


def neighbours_of_topic(
    sentences: Sequence[Sentence], position: int, topic: str, neighbours: Neighbours
) -> tuple[tuple[str, str], ...]:
    """The pairs of a sentence that goes through a country's neighbours, where a line of that
    country was told of shortly before."""
    places = [key for key in sentences[position].places if key not in BODIES]
    beside = neighbours.get(topic, frozenset())
    if not places or topic in places or not beside.issuperset(places):
        return ()
    for before in sentences[max(0, position - LOOK_BACK) : position]:
        told = topic in (*before.places, *before.focus_places) or not before.places
        if told and (
            cue("border", "nouns").search(before.passage.text)
            or any(amount.km for amount in amounts(before.passage.text))
        ):
            return tuple((topic, key) for key in places)
    return ()


def is_of_the_pair(
    sentence: Sentence,
    pair: tuple[str, str],
    has_length: bool,
    has_line: bool,
    within: Mapping[str, str],
) -> bool:
    """Whether a sentence that sets no two places side by side goes on about "the line"."""
    text = sentence.passage.text
    strangers = {within.get(key, key) for key in sentence.places} - {*pair} - BODIES
    strangers -= {within.get(key, key) for key in pair}
    if _MORE_THAN_TWO.search(text) or SUM.match(text):
        return False
    if not sentence.places:
        return (has_line and not is_of_several(sentence)) or has_length or continues(text)
    definite = re.search(
        r"\b(?:the|their|this|that)\s+(?:common\s+|shared\s+|whole\s+|entire\s+|agreed\s+|land\s+|"
        r"new\s+|"
        r"[\d,.]+[- ]?(?:km|kilomet\w+|miles?)[- ]?(?:long )?)*(?:border|frontier|boundary|"
        r"line)\b(?!\s+(?:with|between|of|to))",
        text,
        re.IGNORECASE,
    )
    if definite and has_length:
        return True
    if strangers:
        return False
    return bool(definite or NAMED_LINE.search(text)) or bool(
        has_length and re.search(r"\bneighbou?rs?\b|\bshare", text, re.IGNORECASE)
    )


def is_of_several(sentence: Sentence) -> bool:
    """Whether a sentence speaks of borders, and of no one of them."""
    text = sentence.passage.text
    return bool(_SEVERAL.search(text)) and not _ONE_LINE.search(text)


# "A short list of borders" is of no one line
_SEVERAL = re.compile(r"\b(?:borders|frontiers|boundaries)\b", re.IGNORECASE)
_ONE_LINE = re.compile(r"\b(?:border|frontier|boundary|line)\b", re.IGNORECASE)
# "Together they come to 2,563 kilometres" adds up several lines
SUM = re.compile(
    r"\W*(?:together|altogether|in all|all told|in total|combined|(?:the|their|this) sum|"
    r"added up)\b",
    re.IGNORECASE,
)
_MORE_THAN_TWO = re.compile(
    r"\b(?:three|four|five|six|seven|eight|nine|ten|several|many|various)\s+(?:\w+\s+)?"
    r"(?:states|countries|nations|neighbou?rs|republics|borders|frontiers)\b",
    re.IGNORECASE,
)


def carry(
    sentences: Sequence[Sentence], position: int, pair: tuple[str, str] | None
) -> tuple[str, str] | None:
    """The pair that "the line" means is forgotten when a sentence speaks of two others."""
    places = sentences[position].places
    return None if pair and len(places) >= 2 and not set(places) & set(pair) else pair


def continues(text: str) -> bool:
    return bool(
        re.match(
            r"^[\s“\"'‘(•*–—-]*(?:it|its|they|the (?:border|frontier|boundary|line|long one|other "
            r"one|"
            r"first|second|longest|shortest|total|whole|strip|corridor|gap|fence|wall|crossing\w*|"
            r"land)|this|that|"
            r"of this|of that|of these|the (?:two )?(?:countries|states|sides|neighbou?rs)|their|"
            r"the (?:\w+ )?line|about|around|more than|most of|some|a third|half|nearly|two "
            r"thirds|along|"
            r"for |much of|both|only|on |there|together|"
            r"the (?:two|three) (?:stretch|part|section|piece|halve)\w*)\b",
            text,
            re.IGNORECASE,
        )
    )


LOOK_BACK = 3  # sentences: what names the sides stands so near, or the title names them
