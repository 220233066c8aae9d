"""What two neighbours have between them besides a line: an islet that both claim, a strip that one
hands back, a third country's land to be crossed, a bridge from one into the other.

Here the map decides: only places that lie side by side on it are set so, for a sentence on a hill
or a bridge need not be one on a border. It is evidence for what is meant, never a source. Pure.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from bot.facts.cues import cue, small_cue
from bot.facts.masked import PLACE, mask, places_in
from bot.facts.sentence import BODIES, Sentence
from bot.facts.whose import Neighbours
from bot.model import Fact, FactKind

Pairs = tuple[tuple[str, str], ...]


def land_between(
    sentence: Sentence,
    masked: str,
    keys: Sequence[str],
    topics: Sequence[str],
    neighbours: Neighbours,
) -> Pairs:
    """The pairs of "60 kilometres of Congolese territory lie between Cabinda and Angola": whose
    land it is, with each of the places that it keeps apart."""
    if not keys or not _KEEPS_APART.search(masked):
        return ()
    for match in _LAND_OF.finditer(masked):
        (owner,) = places_in(match["one"] or match["other"], keys)
        apart = dict.fromkeys((*sentence.places, *sentence.focus_places, *topics[:1]))
        found = [key for key in apart if key != owner and key in neighbours.get(owner, ())]
        if found:
            return tuple((owner, key) for key in found)
    return ()


def _neighbours_in(
    pattern: re.Pattern[str], masked: str, keys: Sequence[str], neighbours: Neighbours
) -> Pairs:
    """The pairs of a pattern's groups `one` and `other` that lie side by side on the map."""
    found = []
    for match in pattern.finditer(masked) if len(keys) > 1 else ():
        (one,), (other,) = places_in(match["one"], keys), places_in(match["other"], keys)
        if other in neighbours.get(one, ()):
            found.append((one, other))
    return tuple(dict.fromkeys(found))


def pieces_inside(masked: str, keys: Sequence[str], neighbours: Neighbours) -> Pairs:
    """The pair of "Uzbekistan owns four pieces of land in Kyrgyzstan"."""
    of_them = _neighbours_in(_PIECES_OF, masked, keys, neighbours)
    return tuple(dict.fromkeys((*_neighbours_in(_PIECES_IN, masked, keys, neighbours), *of_them)))


_PIECES_IN = re.compile(
    rf"(?P<one>{PLACE})(?:['’]s?)?\s+(?:(?!{PLACE})[^.;:]){{0,30}}?\b(?:owns?|has|have|had|holds?|"
    rf"keeps?|of its)\s+(?:(?!{PLACE})[^.;:]){{0,20}}?\b(?:(?:en|ex)claves?|islands|pieces|pockets|"
    rf"patches|parcels|villages|strips)\b(?:(?!{PLACE})[^.;:]){{0,25}}?\b(?:in|inside|within)\s+"
    rf"(?:the\s+)?(?P<other>{PLACE})"
)
# "Twenty-two pieces of Belgium lie scattered on Dutch soil"
_PIECES_OF = re.compile(
    rf"\b(?:pieces|pockets|patches|parcels|slivers|scraps|bits)\s+of\s+(?:the\s+)?(?P<one>{PLACE})\s+"
    rf"(?:(?!{PLACE})[^.;:]){{0,30}}?\b(?:in|inside|within|on)\s+(?:the\s+)?(?P<other>{PLACE})"
)


def way_through(
    sentence: Sentence,
    masked: str,
    keys: Sequence[str],
    topics: Sequence[str],
    neighbours: Neighbours,
) -> Pairs:
    """The pair of "Whoever goes from Split to Dubrovnik by road has to pass through Bosnia": the
    country that has to be crossed, and the one that the sentence or the article is about."""
    if not keys or not _ONLY_BY.search(masked):
        return ()
    for match in _THROUGH.finditer(masked):
        (owner,) = places_in(match["one"], keys)
        beside = neighbours.get(owner, ())
        mine = [key for key in (*sentence.places, *sentence.focus_places) if key in beside]
        mine = mine or [key for key in topics[:1] if key in beside]
        if mine:
            return ((owner, mine[0]),)
    return ()


def kept_from_the_rest(
    sentence: Sentence,
    masked: str,
    keys: Sequence[str],
    topics: Sequence[str],
    neighbours: Neighbours,
) -> Pairs:
    """The pair of "Temburong is cut off from the rest of the sultanate by Limbang, in Malaysian
    Sarawak": whose land keeps a part of a country from the rest of it, and that country or part."""
    for match in _CUT_OFF_BY.finditer(masked) if keys else ():
        (owner,) = places_in(match["one"], keys)
        beside = neighbours.get(owner, ())
        named = places_in(masked[: match.start("one")], keys)
        spoken_of = (*named, *sentence.focus_places[:1], *topics[:1])
        mine = [key for key in spoken_of if key != owner and key in beside]
        # "Musandam looks over the strait. It is cut off from the rest of Oman by …": that is it
        it = sentence.focus_places[:1] if _IT_IS.match(masked) else ()
        part = [key for key in it if key in mine]
        if mine:
            return tuple((key, owner) for key in dict.fromkeys((*part, mine[0])))
    return ()


_IT_IS = re.compile(r"\W*(?:It|This|The (?:exclave|peninsula|province|district|territory))\b")


_A_PIECE = (
    r"(?:rest|remainder|mainland|main (?:part|body|territory)|heartland|motherland|bulk|parts?|"
    r"pieces?|bits?|province|district|peninsula|exclave|territory|villages?|halves|smaller|larger)"
)
_CUT_OFF_BY = re.compile(
    rf"\b(?:{_A_PIECE}\b[^.;:]{{0,60}}\b(?:cut off|separated|divided|severed|parted|detached)|"
    rf"(?:cut off|separated|divided|severed|parted|detached)\s+from\s+[^.;:]{{0,12}}\b{_A_PIECE})\b"
    rf"(?:(?!{PLACE})[^.;:]){{0,40}}?(?:{PLACE}(?:(?!{PLACE})[^.;:]){{0,12}})?"
    rf"\sby\s+(?!(?:floods?|rebels?|troops|soldiers|snow|fighting|gunmen|militia\w*)\b)"
    rf"(?:(?!{PLACE})[^.;:]){{0,40}}?(?P<one>{PLACE})"
)


def piece_told(
    sentences: Sequence[Sentence], position: int, topics: Sequence[str], neighbours: Neighbours
) -> Fact | None:
    """The fact of "The larger is Musandam" close behind a sentence on the pieces of a country that
    another keeps apart: told with that."""
    if not _ONE_OF_THEM.match(sentences[position].passage.text):
        return None
    for at in range(position - 1, max(0, position - _PIECES_FAR) - 1, -1):
        before = sentences[at]
        if pairs := kept_from_the_rest(before, *mask(before), topics, neighbours):
            sides = dict.fromkeys(key for pair in pairs for key in pair)
            return Fact(
                kind=FactKind.EXCLAVE,
                passages=(before.passage, sentences[position].passage),
                at=1,
                places=tuple(dict.fromkeys((*sides, *sentences[position].places))),
                pairs=pairs,
                stance=sentences[position].stance,
                role=str(len(sides)),
            )
    return None


_PIECES_FAR = 3  # sentences
_ONE_OF_THEM = re.compile(
    r"\W*The (?:larger|smaller|bigger|largest|smallest|first|second|other|northern|southern|"
    r"eastern|western)(?: (?:one|piece|part))?(?: of (?:them|the two|these))?,?\s+(?:is\s+)?[A-Z]"
)

_ONLY_BY = re.compile(
    r"\b(?:by (?:land|road|rail|train|car|bus)|overland|on land|driv(?:es?|ing|ers?)|trains?|"
    r"lorries|trucks|travel\w*)\b(?=[^.;]*\b(?:must|ha(?:s|ve|d) to|only|cannot|without)\b)"
    r"|\b(?:must|ha(?:s|ve|d) to|only|cannot)\b(?=[^.;]*\b(?:by (?:land|road|rail|train|car)|"
    r"overland|on land)\b)",
    re.IGNORECASE,
)
_THROUGH = re.compile(
    rf"\b(?:through|across|cross(?:es|ing)?|leav(?:e|es|ing)|transit(?:s|ing)?)\s+(?:the\s+)?"
    rf"(?:[a-z]+\s+)?(?P<one>{PLACE})"
)


_LAND_OF = re.compile(
    rf"(?P<one>{PLACE})(?:['’]s?)?\s+(?:(?:national|sovereign|own)\s+)?(?:territory|soil|land|ground)\b"
    # "Through its territory of French Guiana, France shares": a part of who shares
    rf"|\b(?<!its )(?<!their )(?:territory|soil|land) of\s+(?:the\s+)?(?P<other>{PLACE})"
)
_KEEPS_APART = re.compile(
    r"\b(?:between|separat\w+|cut(?:s|ting)? (?:it )?off|divid\w+|through|across|surround\w+|"
    r"encircl\w+|on (?:all|every|three|both|two) sides?|apart from)\b",
    re.IGNORECASE,
)


def claimed_land(
    sentences: Sequence[Sentence], position: int, topics: Sequence[str], neighbours: Neighbours
) -> Pairs:
    """The pair of "Kenya and Uganda both claim the islet": two neighbours, and a piece of land that
    is claimed, taken or given. One of them may be the one that the article is about."""
    sentence = sentences[position]
    named = [key for key in sentence.places if key not in BODIES]
    text = sentence.passage.text
    both = _two_spoken_of(sentences, position, neighbours) if _BOTH.search(text) else ()
    if not named and not both:
        return ()
    small = _LEAVES_A_BODY.sub(lambda match: " " * len(match[0]), text.lower())
    deeds = [match.start() for match in small_cue("territory", "deeds").finditer(small)]
    lands = [
        match.start() for match in small_cue("territory", "land").finditer(small if deeds else "")
    ]
    if not any(abs(deed - land) <= _NEAR for deed in deeds for land in lands):
        return ()
    for one, other in itertools.combinations(named, 2):
        if other in neighbours.get(one, ()):
            return ((one, other),)
    if both or (both := _two_who_share(*mask(sentence))):
        return (both,)
    for one in dict.fromkeys((*sentence.focus_places, *topics[:2])):
        for other in named:
            if one in neighbours.get(other, ()):
                return ((other, one),)
    return ()


def _two_spoken_of(
    sentences: Sequence[Sentence], position: int, neighbours: Neighbours
) -> tuple[str, str] | tuple[()]:
    """The two neighbours of "a hill that both countries claim": among the countries last named."""
    near = sentences[max(0, position - _BOTH_FAR) : position]
    last = dict.fromkeys(key for one in reversed(near) for key in one.countries)
    if any(one.form != "area" and one.key not in BODIES for one in sentences[position].mentions):
        return ()
    pairs = (two for two in itertools.combinations(last, 2) if two[1] in neighbours.get(two[0], ()))
    return next(pairs, ())


def _two_who_share(masked: str, keys: Sequence[str]) -> tuple[str, str] | tuple[()]:
    """The two of "Canada and Denmark divide the island", who need be no neighbours on the map: what
    they share, or quarrel over, makes them some."""
    for match in _TOGETHER_OVER.finditer(masked) if len({*keys}) == _TWO else ():
        one, other = places_in(match[0], keys)[:_TWO]
        of_what = _OBJECT_ENDS.split(masked[match.end() :], maxsplit=1)[0]
        of_what = of_what if match["by"] is None else masked
        if one != other and small_cue("territory", "land").search(of_what.lower()):
            return one, other
    return ()


_TWO = 2
_BOTH_FAR = 2  # sentences
_BOTH = re.compile(
    r"\b(?:both|the two)\s+(?:countries|states|sides|nations|governments|capitals|neighbou?rs|"
    r"claim(?!\s+(?:that|to)\b))\b|\bclaimed by both\b",
    re.IGNORECASE,
)
_OBJECT_ENDS = re.compile(r"[.,;:]|\b(?:to|for|with|on|at|from|by|that|when|while)\b")
# "Bahrain and Qatar both claimed the islets"
_TOGETHER_OVER = re.compile(
    r"\b(?P<by>held|controlled|run|administered|governed|occupied|owned|ruled) by\s+(?:the\s+)?"
    rf"{PLACE}"
    rf"[^.;:]{{1,30}}claimed by\s+(?:the\s+)?{PLACE}"
    rf"|^\W*(?:[^.;:,]{{0,30}}\s)?{PLACE},?\s+and\s+(?:the\s+)?{PLACE}\s+"
    r"(?:(?:both|each|have|had|has|are|were|still|also|then|now|long|agreed?|agree|want|going|"
    r"decided|to)\s+){0,5}(?:\w+ly\s+)?"
    r"(?:claim(?:s|ed|ing)?(?!\s+(?:that|to)\b)|divid(?:e|ed|ing)|split(?:ting)?|partition(?:ed)?|disput(?:e|ed|ing)|"
    r"contest(?:ed)?|carved? up|shar(?:e|ed|ing)|(?:quarrel(?:led|ling)?|argu(?:e|ed|ing)|fought|"
    r"at odds|in dispute|dispute)\s+over)\b"
)
_NEAR = 60  # characters
# "Niger has withdrawn from the task force in the lake's region" gives up no land
_LEAVES_A_BODY = re.compile(
    r"\b(?:withdr\w+|pull\w*(?: out)?|quit\w*)\s+(?:\w+ly\s+)?(?:from|of)\s+"
    r"(?:the\s+|an?\s+|its\s+)?(?:[\w’'-]+\s+){0,4}?(?:force|mission|operation|group|bloc|union|treaty|pact|accord|"
    r"agreement|talks|alliance|command|programme|organi[sz]ation|court)\b"
)


def way_across(masked: str, keys: Sequence[str], neighbours: Neighbours) -> Pairs:
    """The pair of "They drove over the bridge from Armenia into Turkey"."""
    if len(keys) < 2 or "from" not in masked:
        return ()
    if not (cue("border", "links").search(masked) or cue("border", "structures").search(masked)):
        return ()
    return _neighbours_in(_FROM_INTO, masked, keys, neighbours)


_FROM_INTO = re.compile(
    rf"\bfrom\s+(?:the\s+)?(?P<one>{PLACE})(?:(?!{PLACE})[^.;:]){{0,25}}?\s(?:to|into)\s+"
    rf"(?:the\s+)?(?P<other>{PLACE})"
)


def names_no_land(text: str) -> bool:
    """Whether a piece of land is only called "the islet" in a sentence, and named before."""
    return bool(_ONLY_CALLED.search(text))


_ONLY_CALLED = re.compile(
    r"\b(?:the|this|that) (?:islet|island|islands|islets|strip|triangle|rock|hill|valley|village|"
    r"enclave|exclave|province|district|territory|reef|plateau|town|lake)\b(?! of [A-Z])",
)
