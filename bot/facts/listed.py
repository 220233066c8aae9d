"""Neighbours in lists: "borders three countries: A, B and C", "five allies touch A: B, C …", "A and
B: 266 km" as an entry by itself, and "the first of these" behind one. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.facts.masked import LENGTH_OR_LINE, OPENING, PLACE, PLACES, mask, places_in
from bot.facts.sentence import BODIES, Sentence

Pairs = tuple[tuple[str, str], ...]
Neighbours = Mapping[str, frozenset[str]]

_MANY = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen)"
)
_STATES = (
    r"(?:(?:other|different|land|direct|foreign|independent|sovereign|member)\s+)*(?:countries|states|"
    r"nations|neighbou?rs|republics|kingdoms|provinces|members|allies|territories|powers)"
)
_TOUCH = r"(?:borders?|bordered|touch(?:es|ed)?|adjoins?|adjoined|abuts?|meets?|met)"
# "Oman borders three countries: …"; "… shares its land borders with five states – …"
_TOUCHES_SO_MANY = re.compile(
    rf"(?:{_TOUCH}|\b(?:shar(?:es?|ed)|has|have|had)\b[^.;:]{{0,40}}?\b(?:with|to))\s+"
    rf"(?:only\s+|just\s+|on\s+|no fewer than\s+)?(?:{_MANY})\s+{_STATES}\b"
    rf"(?:(?!{PLACE})[^.;:–—]){{0,40}}?(?:[:–—]|,\s+namely|\s-)\s"
)
# "Five allies touched Russia on land: Norway, …"
_SO_MANY_TOUCH = re.compile(
    rf"\b(?:{_MANY})\s+(?:of the\s+)?{_STATES}\s+(?:(?:of|in) the \w+\s+|\w+\s+)?"
    rf"(?:{_TOUCH}\s+(?:on\s+)?|"
    rf"(?:share|have|had|shared)\s+[^.;:]{{0,30}}?\bwith\s+)(?:the\s+)?(?P<one>{PLACE})"
    rf"(?:(?!{PLACE})[^.;:–—]){{0,30}}?(?:[:–—]|\s-)\s",
    re.IGNORECASE,
)


def counted_out(
    masked: str, keys: Sequence[str], spoken_of: Sequence[str], neighbours: Neighbours
) -> Pairs:
    """The pairs of "Oman borders three countries: A, B and C" and of "Five allies touched Russia on
    land: A, B, C, D and E". Whom the first leaves out is looked for in `spoken_of`."""
    if match := _SO_MANY_TOUCH.search(masked):
        (one,) = places_in(match["one"], keys)
        return _beside(one, _list_at(masked, match.end(), keys), neighbours)
    match = _TOUCHES_SO_MANY.search(masked)
    objects = _list_at(masked, match.end(), keys) if match else []
    if match is None or not objects:
        return ()
    before = places_in(masked[: match.start()], keys)
    for one in before[:1] or spoken_of:
        if found := _beside(one, objects, neighbours):
            return found
    return ()


def list_of_neighbours(
    before: str, masked: str, keys: Sequence[str], spoken_of: Sequence[str], neighbours: Neighbours
) -> Pairs:
    """The pairs of "In order of the alphabet: A, B and C", behind a sentence that counts the
    neighbours of one of `spoken_of`."""
    match = _ALL_A_LIST.match(masked) if len(keys) > 1 and _COUNTED_THEM.search(before) else None
    objects = dict.fromkeys(places_in(match["objects"], keys)) if match else ()
    for one in spoken_of if objects else ():
        if one not in objects and (found := _beside(one, tuple(objects), neighbours)):
            return found
    return ()


_COUNTED_THEM = re.compile(
    rf"\b(?:{_MANY}|several|many|these)\s+(?:\w+\s+){{0,2}}(?:neighbou?rs|borders|frontiers)\b"
    rf"|\b{_TOUCH}\s+(?:on\s+)?(?:{_MANY}|several)\s+{_STATES}\b",
    re.IGNORECASE,
)
_ALL_A_LIST = re.compile(
    rf"{OPENING}(?:(?:(?!{PLACE})[^.;:–—]){{0,60}}[:–—]\s+|"
    rf"(?:They|These|Those|(?:Its|The) (?:\w+\s+)?neighbou?rs) (?:are|include|were)"
    rf"(?:,(?:(?!{PLACE})[^,.;]){{2,30}},)?\s+)?(?:the\s+)?"
    rf"(?P<objects>{PLACES})\W*$"
)


def _list_at(masked: str, at: int, keys: Sequence[str]) -> list[str]:
    match = re.compile(rf"(?:in the \w+\s+|the\s+)?{PLACES}").match(masked, at)
    return places_in(match[0], keys) if match else []


def _beside(one: str, others: Sequence[str], neighbours: Neighbours) -> Pairs:
    """The pairs of one with the others, if the map has most of them beside it."""
    some = [key for key in dict.fromkeys(others) if key != one and key not in BODIES]
    near = sum(key in neighbours.get(one, ()) or one in neighbours.get(key, ()) for key in some)
    return tuple((one, key) for key in some) if some and 2 * near >= len(some) else ()


def one_more(
    masked: str, sentence: Sentence, candidates: Sequence[str], neighbours: Neighbours
) -> Pairs:
    """The pair of "There is a third neighbour: the far bank is Russian", with the first candidate
    that the map has beside the one country that the sentence names."""
    if len(sentence.countries) != 1 or not _ONE_MORE.search(masked):
        return ()
    (other,) = sentence.countries
    beside = (one for one in candidates if other in neighbours.get(one, ()))
    return tuple((one, other) for one in beside if one not in BODIES)[:1]


_ONE_MORE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Oo]ne)\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|further|other|last|only|more|forgotten|remaining)\s+(?:land\s+)?neighbou?r\b(?!['’])"
)

_ENTRY = re.compile(
    rf"\W*(?:the\s+)?(?P<one>{PLACE})(?:\s*(?:[-–—/]|,?\s+and|with)\s*(?:the\s+)?(?P<other>{PLACE}))?"
    r"(?:\s+(?:border|frontier|boundary|line))?(?:\s*[:=–—]\s*|\s+-\s+|,\s+)"
    r"(?:about\s+|some\s+|just\s+|only\s+|roughly\s+|nearly\s+|over\s+)?\d",
)


def pairs_of_entry(
    sentences: Sequence[Sentence],
    position: int,
    masked: str,
    keys: Sequence[str],
    topics: Sequence[str],
    neighbours: Neighbours,
) -> Pairs:
    """The pair of an entry of a list, "South Africa and Lesotho: 1,106 km"; the topic's with the
    one place of "Lesotho: 1,106 km", where borders were told of before the list. Only what lies
    side by side on the map is one."""
    match = _ENTRY.match(masked)
    if match is None:
        return ()
    (one,) = places_in(match["one"], keys)
    if match["other"]:
        (other,) = places_in(match["other"], keys)
        return ((one, other),) if other in neighbours.get(one, ()) else ()
    if not topics or one not in neighbours.get(topics[0], ()):
        return ()
    for at in range(position - 1, max(-1, position - _FAR), -1):
        before = sentences[at]
        if _ENTRY.match(mask(before)[0]):
            continue
        if at and _goes_on_an_entry(sentences, at):
            continue
        return ((topics[0], one),) if LENGTH_OR_LINE.search(before.passage.text) else ()
    return ()


def _goes_on_an_entry(sentences: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence stands behind an entry in its paragraph: "Nepal: 1,088 miles. No visa is
    needed there." """
    paragraph = sentences[at].passage.paragraph
    head = at
    while head and sentences[head - 1].passage.paragraph == paragraph:
        head -= 1
    return head < at and bool(_ENTRY.match(mask(sentences[head])[0]))


_FAR = 20  # entries of a list


def of_own_entry(masked: str, keys: Sequence[str], neighbours: Neighbours) -> Pairs:
    """The pairs of "Liechtenstein: 76 km – 41 with Switzerland, 35 with Austria": of whom an entry
    is headed by, with those that it names behind a length and lie beside it on the map."""
    match = _HEADED.match(masked)
    if match is None or not _A_DISTANCE.search(masked):
        return ()
    (one,) = places_in(match["one"], keys)
    beside = neighbours.get(one, frozenset())
    others = [
        key
        for named in _WITH_THEM.finditer(masked, match.end())
        for key in places_in(named["objects"], keys)
    ]
    return tuple((one, key) for key in dict.fromkeys(others)) if beside.issuperset(others) else ()


_HEADED = re.compile(rf"{OPENING}(?:[Tt]he\s+)?(?P<one>{PLACE})\s*(?::|\s[–—-])\s")
_WITH_THEM = re.compile(rf"\b(?:with|to|towards|against)\s+(?:the\s+)?(?P<objects>{PLACES})")
_A_DISTANCE = re.compile(r"\d\s*(?:km|kilomet\w+|miles?)\b")


def all_those_told(sentence: Sentence, told: Sequence[tuple[str, str]]) -> Pairs:
    """The pairs of "Both are fenced" and "None of them is marked", behind a sentence that has
    told of several."""
    if sentence.places or len(told) < _SEVERAL:
        return ()
    return tuple(told) if _ALL_OF_THEM.match(sentence.passage.text) else ()


_SEVERAL = 2
_ALL_OF_THEM = re.compile(
    r"\W*(?:Both|All|Neither|None|All (?:two|three|four|five|six|seven))(?:\s+of\s+(?:them|these|"
    r"those))?(?:\s+(?:borders|lines|frontiers|boundaries|stretches))?\s+"
    r"(?:is|are|was|were|ha(?:s|ve|d)|runs?|follows?|remains?|lies?|lay)\b"
)


def own_part(
    masked: str, keys: Sequence[str], told: Sequence[tuple[str, str]], neighbours: Neighbours
) -> Pairs:
    """The pair of "Latvia's part is 173 kilometres", behind a sentence on the border that others
    have with one country, which lies beside it, too."""
    match = _ITS_PART.match(masked) if len(keys) == 1 else None
    if match is None:
        return ()
    (one,) = places_in(match["one"], keys)
    others = {other for _, other in told if other in neighbours.get(one, ())}
    return ((one, others.pop()),) if len(others) == 1 else ()


_ITS_PART = re.compile(
    rf"{OPENING}(?P<one>{PLACE})(?:['’]s?)?\s+(?:(?:own|land)\s+)?(?:part|share|stretch|border|"
    rf"frontier|section|line)(?:\s+with\s+it)?,?\s+(?:is|was|measures|comes to|runs for)\s+"
    rf"(?:(?:about|some|only|just|another)\s+)*\d"
)

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
_ONE_OF_THESE = re.compile(
    rf"\W*(?:But\s+|And\s+)?[Tt]he (?P<which>{'|'.join(_ORDINALS)}|former|last|latter)\b"
    r"(?:\s+(?:one|line|border|frontier|boundary|stretch))?"
    r"(?:\s+of (?:these|those|them|the (?:two|three|four|five|six|borders|lines|frontiers))"
    r"(?:\s+(?:borders|lines|frontiers|boundaries|stretches|countries|neighbou?rs|states))?)?"
    r",?\s+(?:is|are|was|measures?|runs?|comes?|stretches|has|extends)\b"
)


def one_of_these(sentence: Sentence, listed: Sequence[tuple[str, str]], has_length: bool) -> Pairs:
    """The pair of "The first of these borders is given as 410 kilometres", behind a sentence that
    has told of the pairs of a list."""
    match = _ONE_OF_THESE.match(sentence.passage.text) if has_length else None
    if match is None or sentence.places:
        return ()
    which = match["which"].lower()
    number = _ORDINALS.index(which) if which in _ORDINALS else (0 if which == "former" else -1)
    if len(listed) < 2 or number >= len(listed):
        return ()
    return (listed[number],)
