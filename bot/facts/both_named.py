"""The phrases that name both sides of a border: "the line between A and B", "A is a neighbour of
B", "A lies wholly inside B", "A and B share", "A–B". Over a masked sentence, pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.facts.cues import cue
from bot.facts.masked import LENGTH_OR_LINE, LINE, PLACE, PLACES, places_in

_BETWEEN = re.compile(
    rf"\b(?:[Bb]etween|separat\w+|part(?:s|ed|ing)(?! of\b| in\b)|"
    rf"divid\w+)\s+(?:(?!{PLACE})[\w’'-]+\s+){{0,3}}?(?P<one>{PLACE})(?:['’]s)?\s*(?:(?!{PLACE})[\w’'-]+\s+){{0,5}}?"
    rf"(?:and|from|,)\s+(?:(?!{PLACE})[\w’'-]+\s+){{0,3}}?(?P<objects>{PLACES})"
)

_OF = re.compile(
    rf"\b{LINE}\s+of\s+(?:the\s+)?(?P<one>{PLACE})\s+(?:and|with)\s+(?:the\s+)?(?P<objects>{PLACES})"
)

_NEIGHBOUR_OF = re.compile(
    rf"(?P<one>{PLACES})\s+(?:is|are|was|"
    rf"were)\s+(?:[\w’'-]+\s+){{0,4}}?neighbou?rs?\s+of\s+(?:the\s+)?(?P<objects>{PLACES})"
)

# "Peru, Ecuador's only other neighbour, has …"
_APPOSED = re.compile(
    rf"(?P<one>{PLACE}),\s+(?P<objects>{PLACE})(?:['’]s?)?\s+(?:[\w-]+\s+){{0,3}}neighbou?r\b"
)

# "Niger is among Algeria's other neighbours", "Peru counts Chile among its neighbours"
_AMONG = re.compile(
    rf"(?P<objects>{PLACES})\s+(?:is|are|was|were)\s+(?:counted\s+)?(?:among|one of|two of)\s+"
    rf"(?:the\s+)?(?P<one>{PLACE})(?:['’]s?)?\s+(?:[\w-]+\s+){{0,3}}?neighbou?rs\b"
    rf"|(?P<owner>{PLACE})\s+(?:counts?|counted|has|numbers)\s+(?P<counted>{PLACES})\s+among\s+(?:its|"
    rf"the)\s+(?:[\w-]+\s+){{0,3}}?neighbou?rs\b"
    # "Western Australia has it and the Northern Territory for neighbours"
    rf"|(?P<holder>{PLACE})\s+ha(?:s|d)\s+(?:it\s+and\s+)?(?:the\s+)?(?P<held>{PLACES})\s+(?:for|as)\s+"
    rf"(?:its\s+)?(?:only\s+)?neighbou?rs?\b"
)

_TOUCHES_IN = re.compile(
    rf"\b(?:touch\w*|borders?|bordered|meets?)\s+(?P<objects>{PLACE})\s+(?:only\s+)?(?:in|"
    rf"at)\s+(?P<one>{PLACES})"
    rf"(?:\s+and,?\s+[^.;]{{0,40}}?\bin\s+(?P<more>{PLACES}))?"
)

_HYPHEN = re.compile(rf"(?P<one>{PLACE})\s*[-–—/]\s*(?P<two>{PLACE})")

_JOINTLY = re.compile(
    rf"(?<!\bof )(?<!\bfrom )"
    rf"(?P<group>{PLACE}\s*(?:,\s*{PLACE}\s*)*,?\s*and\s+(?:the\s+)?{PLACE})(?:['’]s?)?,?\s+"
    rf"(?:[\w’'-]+\s+){{0,6}}?"
    rf"(?:(?P<what>(?:shar(?:e|ed|ing)|meet|met)\b)|(?:are|is) (?:separated|divided|parted)|"
    rf"(?:over|on|along) their\s+(?:\w+\s+)?{LINE}|"
    rf"border each other|face each other (?:for|along|across|over)\b|have a common|"
    rf"their\s+(?:(?:common|shared|joint|land|whole|long)\s+)*(?:border|frontier|boundary)\b"
    rf"(?!\s+(?:with|to|dispute|treaty|guards?|police|towns?|talks|post))|"
    rf"(?:have|had)\s+an?\s+(?:\w+\s+){{0,4}}(?:border|frontier|boundary)\b(?!\s+(?:with|to|dispute|"
    rf"treaty|agreement|commission|problem|police|guard))|"
    rf"(?P<not>(?:do|does|did)(?:\s+not|n['’]t)\s+(?:(?:quite|even|actually|anywhere)\s+)?"
    rf"(?:touch|meet|adjoin|border|abut)\b(?!\s+(?:{PLACE}|the\b|its\b|it\b|on\b|any\b))))"
)

# "Djibouti accuses Eritrea of an attack at Ras Doumeira, where the two countries meet"
_WHERE_THEY_MEET = re.compile(
    r"\b(?:where|at which|on which)\s+(?:the\s+(?:two|territor(?:y|ies) of the two)"
    r"(?:\s+(?:countries|states|nations|republics|kingdoms|neighbou?rs))?|they|both)\s+"
    r"(?:meet|met|touch|adjoin|join)\b(?!\s+(?:again|for|in|on|to|every|each)\b)"
)

# "Georgia and Armenia share 219 kilometres and Iran and Armenia 44"
_AND_THOSE_TWO = re.compile(
    rf"(?:,|;|,?\s+and|,?\s+while)\s+(?P<one>{PLACE})\s+and\s+(?:the\s+)?(?P<two>{PLACE})"
    r",?\s+(?:(?:about|some|only|just|another|for)\s+)*\d"
)

# "Zambia meets Botswana at Kazungula and Namibia at Katima Mulilo"
_MEETS_AT = re.compile(
    rf"(?P<one>{PLACE})\s+(?:meets|touches|borders)\s+{PLACE}\s+(?:at|near)\s+"
    rf"(?:(?!{PLACE})[^.;:,]){{2,30}}?(?:,|\s+and)\s+(?P<objects>{PLACE})\s+(?:at|near)\b"
)

# "Syria's sea border with Lebanon is open; Cyprus and Lebanon agreed on theirs in 2007"
_THEIRS = re.compile(
    rf"\b{LINE}\b[^.]*?[;,]\s+(?:and\s+|but\s+|while\s+)?(?P<one>{PLACE})\s+and\s+"
    rf"(?P<objects>{PLACE})\s+(?:(?!{PLACE})[\w’'-]+\s+){{1,4}}theirs\b"
)

# "where Thailand, Cambodia and Laos meet"
_WHERE_THREE_MEET = re.compile(
    rf"\bwhere\s+(?:the\s+)?(?P<three>{PLACES})\s+(?:meet|met|touch|join|come together)\b"
)

_HAS_LAND = re.compile(
    rf"\b{LINE}s?\b|\b(?:islands?|rivers?|lakes?|coast\w*|mountains?|peninsula|enclaves?|exclaves?|desert|"
    rf"rocks?|reefs?|islets?|straits?|bay|fjords?|summit|ridge|passes|forest|meridian|parallel|headland|cape|hills?|valleys?|gorge|plateau|delta|estuary|bridge|spot|"
    rf"kilomet\w+|km|miles?|met(?:re|er)s|tripoint|point)\b"
)

# "Australia lies to the south; a treaty fixed the sea boundary between it and Papua New Guinea"
_BETWEEN_IT = re.compile(
    rf"^(?:(?!{PLACE})\W)*(?P<one>{PLACE})\s+(?:(?!{PLACE})[^.])*\b{LINE}\b(?:(?!{PLACE})[^.;]){{0,20}}\b"
    rf"(?:between\s+it\s+and)\s+(?:the\s+)?(?P<objects>{PLACE})"
)

# "Llívia, a Spanish town inside France", "Lesotho lies wholly inside South Africa"; the soldiers
# of a country may be inside another, too
_INSIDE = re.compile(
    rf"(?<!\bof )(?<!\bfrom )(?P<one>{PLACE})"
    rf"(?:\s*,(?!\s*(?:wh\w+|but|and)\b)|\s+(?:is|are|was|remains?|lies|lay|sits|stands))"
    rf"(?:[^.;:]{{0,50}}?\b(?:towns?|villages?|hamlets?|districts?|communes?|municipalit(?:y|ies)|"
    rf"exclaves?|enclaves?|pockets?|pieces?|patch(?:es)?)\b[^.;:]{{0,40}}?"
    rf"\b(?:inside|within|in the mid(?:dle|st) of)|"
    rf"[^.;:]{{0,60}}?\b(?:wholly|entirely|completely|fully)\s+(?:inside|within))"
    rf"\s+(?:the\s+)?(?:territory of\s+)?(?P<objects>{PLACE})(?!['’])"
)

# "The country lies between A, B and C": it borders them, they need not border each other.
_LIES_THERE = re.compile(
    r"\b(?:country|state|republic|territory|island|it|which|that)\b[^.;]{0,90}"
    r"\b(?:lies?|lying|located|situated|sits|nestled|wedged|squeezed|sandwiched)\s+$",
    re.IGNORECASE,
)


# "Between Kazakhstan and Russia, over 7,598 kilometres, there is neither mine nor wire"
_FOR_SO_LONG = re.compile(r",?\s+(?:over|along)\s+(?:\w+\s+)?\d[\d.,\s]*(?:km|kilomet\w+|miles?)\b")


# "It is 65 kilometres wide, measured between Kaliningrad and Belarus": they are so far apart
_SO_WIDE = re.compile(
    r"\b(?:wide|broad|in width|across|apart),?\s+(?:as )?measured\s+$|\bdistance\s+$"
)


def _is_of_a_line(masked: str, match: re.Match[str]) -> bool:
    """Whether "between" parts two territories, and does not join two capitals or parties."""
    before = masked[max(0, match.start() - 90) : match.start()]
    if _SO_WIDE.search(before):
        return False
    return bool(
        LENGTH_OR_LINE.search(before)
        or cue("border", "links").search(before)
        or cue("border", "structures").search(before)
        or cue("border", "shapes").search(before)
        or cue("border", "nouns").search(masked)
        or re.search(
            r"\b(?:lies?|lay|lying|zone|strip|land|separat\w+|divid\w+|run|runs)\b", before
        )
        or _FOR_SO_LONG.match(masked, match.end())
        or re.match(r"separat|divid|part\w+ [^.;]* from ", match[0])
    )


def both_named(masked: str, keys: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The places on the one side and on the other, of each phrase that names them as such."""
    for rule in (_OF, _NEIGHBOUR_OF, _APPOSED, _BETWEEN, _TOUCHES_IN):
        for match in rule.finditer(masked):
            if rule is _BETWEEN and not _is_of_a_line(masked, match):
                continue
            if rule is _BETWEEN and _LIES_THERE.search(masked[: match.start()]):
                continue
            more = match["more"] if rule is _TOUCHES_IN and match["more"] else ""
            yield places_in(match["one"] + more, keys), places_in(match["objects"], keys)
    for match in _AMONG.finditer(masked):
        yield (
            places_in(match["one"] or match["owner"] or match["holder"], keys),
            places_in(match["objects"] or match["counted"] or match["held"], keys),
        )
    for match in _WHERE_THEY_MEET.finditer(masked):
        two = list(dict.fromkeys(places_in(masked[: match.start()], keys)))
        if len(two) == 2 and _HAS_LAND.search(masked[: match.start()]):
            yield two[:1], two[1:]
    for match in _WHERE_THREE_MEET.finditer(masked):
        three = list(dict.fromkeys(places_in(match["three"], keys)))
        for number, one in enumerate(three):
            yield [one], three[number + 1 :]
    for rule in (_BETWEEN_IT, _MEETS_AT, _THEIRS):
        for match in rule.finditer(masked):
            yield places_in(match["one"], keys), places_in(match["objects"], keys)
    for match in _INSIDE.finditer(masked):
        yield places_in(match["one"], keys), places_in(match["objects"], keys)


def jointly(masked: str, keys: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The first and the others of "A, B and C share …", "A and B are separated by …"."""
    for match in _JOINTLY.finditer(masked):
        meet = match["what"] or (match["not"] or "").endswith("meet")
        if meet and not _HAS_LAND.search(masked):
            continue  # they share a post, their ministers meet
        group = places_in(match["group"], keys)
        yield group[:1], group[1:]
        for two in _AND_THOSE_TWO.finditer(masked, match.end()):
            yield places_in(two["one"], keys), places_in(two["two"], keys)


def hyphenated(masked: str, keys: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The two of "the A–B border"."""
    for match in _HYPHEN.finditer(masked):
        yield places_in(match["one"], keys), places_in(match["two"], keys)
