"""The sides of a border: which places a sentence sets side by side.

Places are replaced by single characters, so that a rule reads "PLACE borders PLACE, PLACE and
PLACE" whatever the places are called. Pure.
One module: a list of such rules, tried side by side on the same masked sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.facts.cues import cue
from bot.facts.reading import Sentence
from bot.facts.stance import NEGATION
from bot.language.quantities import Amount

_FIRST = 0xE000
_P = r"[\ue000-\uf8ff]"
# "touches Morocco in the north, Mauritania in the east and the south, and for 40 km Algeria"
_COMPASS = r"(?:north|south|east|west|far north|far south)[\w-]*"
_WAY = (
    rf"(?:\s+(?:in|to|on)\s+(?:the|its)\s+{_COMPASS}"
    rf"(?:\s+and\s+(?:(?:the|its)\s+)?{_COMPASS})?)?"
)
# no country has more neighbours, and no text may make a rule go through it again and again
_LIST = (
    rf"{_P}(?:{_WAY}(?:\s*,?\s*and,\s*[^,;.]{{2,40}},\s*|"
    rf"\s*,?\s+and\s+(?:for|over|along)\s+(?:(?!{_P})[^,;.]){{2,40}}\s|"
    rf"\s*,\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+|"
    rf"\s*/\s*)(?:(?:also\s+)?(?:with|by|the|to|of|rest of|former|neighbouring)\s+)*{_P}){{0,24}}"
)
_LINE = (
    r"(?:borders?|frontiers?|boundar(?:y|ies)|borderline|line|demarcation line|limits?|stretch|"
    r"section)"
)
# "the Russian exclave of Kaliningrad": the place behind is meant, too
_NAMED_BY = (
    rf"(?:\s+(?:[a-z]+\s+)?(?:exclave|enclave|region|territory|province|state|peninsula|oblast|"
    rf"island|city|town)s?\s+(?:of\s+)?{_P})?"
)
_VERB = re.compile(
    rf"\b(?:borders?|bordered|bordering|neighbou?rs?|neighbou?red|adjoins?|adjoined|abuts?|"
    rf"touch(?:es)?|meets?|"
    rf"encloses?|surrounds?|encircles?|cuts off)\s+"
    rf"(?:on\s+|onto\s+)?(?P<gap>(?:(?!{_P})[^.;:—–]){{0,60}}?)(?P<objects>{_LIST})"
)
_WITH = re.compile(
    rf"\b{_LINE}s?\b(?P<gap>(?:(?!{_P})[^.;:]){{0,40}}?)\b(?:with|"
    rf"to)\s+(?:its\s+)?(?:(?!{_P})[\w’'-]+:?\s+){{0,4}}?(?P<objects>{_LIST})"
)
_SHARE = re.compile(
    rf"\bshar(?:e|es|ed|"
    rf"ing)\b(?P<gap>[^.;]{{0,120}}?)\bwith\s+(?:(?!{_P})[\w’'-]+\s+){{0,3}}?(?P<objects>{_LIST})"
)
_BETWEEN = re.compile(
    rf"\b(?:between|separat\w+|"
    rf"divid\w+)\s+(?:(?!{_P})[\w’'-]+\s+){{0,3}}?(?P<one>{_P})(?:['’]s)?\s*(?:(?!{_P})[\w’'-]+\s+){{0,5}}?"
    rf"(?:and|from|,)\s+(?:(?!{_P})[\w’'-]+\s+){{0,3}}?(?P<objects>{_LIST})"
)
_OF = re.compile(
    rf"\b{_LINE}\s+of\s+(?:the\s+)?(?P<one>{_P})\s+(?:and|with)\s+(?:the\s+)?(?P<objects>{_LIST})"
)
_NEIGHBOUR_OF = re.compile(
    rf"(?P<one>{_LIST})\s+(?:is|are|was|"
    rf"were)\s+(?:[\w’'-]+\s+){{0,4}}?neighbou?rs?\s+of\s+(?:the\s+)?(?P<objects>{_LIST})"
)
# "Niger is among Algeria's other neighbours", "Peru counts Chile among its neighbours"
_AMONG = re.compile(
    rf"(?P<objects>{_LIST})\s+(?:is|are|was|were)\s+(?:counted\s+)?(?:among|one of|two of)\s+"
    rf"(?:the\s+)?(?P<one>{_P})(?:['’]s?)?\s+(?:[\w-]+\s+){{0,3}}?neighbou?rs\b"
    rf"|(?P<owner>{_P})\s+(?:counts?|counted|has|numbers)\s+(?P<counted>{_LIST})\s+among\s+(?:its|"
    rf"the)\s+(?:[\w-]+\s+){{0,3}}?neighbou?rs\b"
)
_TOUCHES_IN = re.compile(
    rf"\b(?:touch\w*|borders?|bordered|meets?)\s+(?P<objects>{_P})\s+(?:only\s+)?(?:in|"
    rf"at)\s+(?P<one>{_LIST})"
    rf"(?:\s+and,?\s+[^.;]{{0,40}}?\bin\s+(?P<more>{_LIST}))?"
)
_HYPHEN = re.compile(rf"(?P<one>{_P})\s*[-–—/]\s*(?P<two>{_P})")
# "has A on two sides and B and C on the third"
_ON_SIDES = re.compile(
    rf"\bha(?:s|ve|d)\s+(?P<objects>{_LIST})\s+(?:on|to)\s+(?:the|its|one|two|three|both|all|every)\s+"
    rf"(?:sides?|{_COMPASS})"
)
_JOINTLY = re.compile(
    rf"(?<!\bof )(?<!\bfrom )"
    rf"(?P<group>{_P}\s*(?:,\s*{_P}\s*)*,?\s*and\s+(?:the\s+)?{_P})(?:['’]s?)?\s+"
    rf"(?:[\w’'-]+\s+){{0,6}}?"
    rf"(?:(?P<what>(?:shar(?:e|ed|ing)|meet|met)\b)|(?:are|is) (?:separated|divided|parted)|"
    rf"(?:over|on|along) their\s+(?:\w+\s+)?{_LINE}|"
    rf"border each other|have a common)"
)
_HAS_LAND = re.compile(
    rf"\b{_LINE}s?\b|\b(?:islands?|rivers?|lakes?|coast\w*|mountains?|peninsula|enclaves?|exclaves?|desert|"
    rf"rocks?|reefs?|islets?|straits?|bay|fjords?|summit|ridge|passes|forest|meridian|parallel|"
    rf"kilomet\w+|km|miles?|tripoint|point)\b"
)
TOGETHER = re.compile(
    rf"\b(?:(?:the|two|both) (?:countries|states|nations|neighbou?rs|sides)|they|"
    rf"both)\b[^.;]*\b(?:share|shared|{_LINE})\b"
    rf"|\b{_LINE}\s+(?:between|of) (?:the two|them)\b",
    re.IGNORECASE,
)
_WITH_HOW_LONG = re.compile(
    rf"(?:^|[;,]\s*)(?:and\s+)?with\s+(?:the\s+)?(?P<objects>{_P})[^.;]{{0,40}}?\d[\d.,\s]*(?:km|"
    rf"kilomet|mile)",
    re.IGNORECASE,
)
# "With Djibouti it has had a quarrel over that line"
_WITH_IT = re.compile(
    rf"(?:^|[;,]\s+)(?:and\s+)?[Ww]ith\s+(?:the\s+)?(?P<objects>{_LIST})\s+it\s+(?:has|had|shares?)\b"
    rf"[^.;]*\b(?:{_LINE}|dispute|quarrel)\b"
)
_AROUND = re.compile(
    rf"\b(?:surrounded|enclosed|encircled|ringed|bounded|flanked|hemmed in|wedged|nestled|"
    rf"sandwiched|squeezed|tucked)\b"
    rf"[^.;]{{0,40}}?\b(?:by|between|in|into|"
    rf"against)\s+(?:(?!{_P})[\w’'-]+\s+){{0,4}}?(?P<objects>{_LIST})"
)
# "Llívia, a Spanish town inside France", "Lesotho lies wholly inside South Africa"; the soldiers
# of a country may be inside another, too
_INSIDE = re.compile(
    rf"(?<!\bof )(?<!\bfrom )(?P<one>{_P})"
    rf"(?:\s*,(?!\s*(?:wh\w+|but|and)\b)|\s+(?:is|are|was|remains?|lies|lay|sits|stands))"
    rf"(?:[^.;:]{{0,50}}?\b(?:towns?|villages?|hamlets?|districts?|communes?|municipalit(?:y|ies)|"
    rf"exclaves?|enclaves?|pockets?|pieces?|patch(?:es)?)\b[^.;:]{{0,40}}?"
    rf"\b(?:inside|within|in the mid(?:dle|st) of)|"
    rf"[^.;:]{{0,60}}?\b(?:wholly|entirely|completely|fully)\s+(?:inside|within))"
    rf"\s+(?:the\s+)?(?:territory of\s+)?(?P<objects>{_P})(?!['’])"
)
_LIES = re.compile(
    rf"\b(?:lies?|lying|located|situated|sits|stands|stretch(?:es)?|"
    rf"runs)\s+between\s+(?:(?!{_P})[\w’'-]+\s+){{0,4}}?(?P<objects>{_LIST})"
)
_NEIGHBOURS = re.compile(
    rf"\bneighbou?rs?\b[^.;]{{0,30}}?(?::|,|are|is|include|such as|like|—|"
    rf"–)\s*(?:(?!{_P})[\w’'-]+\s+){{0,4}}?(?P<objects>{_LIST})"
)
_CROSS = re.compile(
    rf"\b(?:crossings?|checkpoints?|gates?|posts?)\b[^.;]{{0,40}}?\b(?:to|with|into|from|between|"
    rf"on)\s+(?:the\s+)?(?P<objects>{_LIST})"
)
_BARRIER = re.compile(
    rf"\b(?:fences?|walls?|barriers?|berms?)\b(?:(?!{_P})[^.;:]){{0,30}}?\b(?:against|towards?|to|with)\s+"
    rf"(?:the\s+)?(?P<objects>{_LIST})"
)
_OWNER = re.compile(
    rf"(?P<one>{_P})(?:['’]s?)?\s+(?:[\w’'-]+[\s-]+){{0,5}}?(?:borders?|frontiers?|boundar(?:y|"
    rf"ies)|airspace|territorial (?:waters|sea)|territory)\b"
)
_SKY = re.compile(
    rf"\b(?:airspace|territorial (?:waters|sea)|territory)\s+(?:of|over)\s+(?:the\s+)?(?P<one>{_P})"
)
_FACES = re.compile(rf"\b(?:faces?|opposite)\s+(?:(?!{_P})[\w’'-]+\s+){{0,2}}?(?P<objects>{_LIST})")
_LENGTH_OR_LINE = re.compile(
    rf"\b{_LINE}\b|\b(?:kilomet\w+|km|miles?|coast\w*|corridor|strip)\b", re.IGNORECASE
)
# The line goes without saying: "555 km with Cambodia", "that with Cambodia", "Vietnam's with Laos",
# "and Cambodia for 555 km"
_ALSO_WITH = re.compile(
    rf"(?:\d\s*(?:km|kilomet\w+|miles?)|\b(?:[Tt]hat|[Tt]hose|[Tt]he one|[Tt]he other|another)|"
    rf"\band\s+its\s+{_LINE}|\band\s+(?:about\s+|some\s+)?\d[\d,.]*|[;,]\s+(?:and\s+|while\s+)?(?P<owner>{_P})(?:['’]s?)?)\s+with\s+(?:the\s+)?(?P<objects>{_LIST})"
    rf"|\band\s+(?P<other>{_P})\s+for\s+\d"
)
_ON_ITS_SIDE = re.compile(rf"\b(?:[Oo]n|[Aa]long|[Tt]owards?)\s+the\s+(?P<objects>{_P})\s+side\b")
_ITS_LINE = re.compile(
    rf"\bthe\s+(?P<objects>{_P})\s+(?:\w+\s+)?(?:border|frontier|boundary)\b(?!\s+guard)"
)
_SIDE_BY_PRONOUN = re.compile(
    rf"(?P<group>{_LIST})(?P<gap>[^.;:]{{0,40}}?)\b(?:surrounds?|encloses?|encircles?|"
    rf"touch(?:es)?|borders?)\s+"
    rf"(?P<what>it|them|both|the country|the two)\b"
)
_WITH_THAT = re.compile(
    rf"\b{_LINE}\b[^.;]{{0,30}}?\b(?:with|to)\s+(?:that|this|the (?:latter|last))\s+"
    r"(?:neighbou?r|country|state|republic|kingdom|one|nation)\b",
    re.IGNORECASE,
)
# "longer than the one with Spain" sets nobody beside Spain
_COMPARED = re.compile(
    r"\b(?:(?:longer|shorter|more|less|older|narrower|wider) than|"
    r"as (?:long|much|short|old|wide) as|the same as|like) (?:the one|that|those|its|any)\b[^.;]*"
)
# "5,525 miles, Alaska included": what is counted in or left out is no side either
_COUNTED_IN = re.compile(
    rf"\b(?:including|excluding|(?:not )?counting|not including|leaving (?:out|aside)|without|"
    rf"minus|plus|inclusive of|exclusive of)\s+(?:the\s+)?"
    rf"(?:(?!{_P})[\w’'-]+\s+){{0,4}}?{_P}(?:\s+and\s+(?:the\s+)?{_P})?"
    rf"|{_P}(?:\s+(?:is|are))?(?:\s+not)?\s+(?:included|excluded|counted|left out|aside|apart)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"{_P}|\b(?:it|its|they|their|he|she|which|that|who)\b", re.IGNORECASE)


# "Bosnia has three neighbours: Croatia, with which it shares 932 kilometres, Serbia with 357 and …"
_COUNTS_THEM = re.compile(
    rf"(?:(?P<one>{_P})|\b(?:It|The (?:country|republic|kingdom|state)))\s+has\s+(?:only\s+|"
    rf"just\s+)?"
    rf"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|fourteen)\s+(?:\w+\s+)?"
    rf"(?:neighbou?rs|land borders|borders)\s*(?::|,|–|—|-)"
)


def mask(sentence: Sentence) -> tuple[str, list[str]]:
    """The sentence with each place as one private character, and the keys behind them."""
    text, end = sentence.passage.text, 0
    parts: list[str] = []
    keys: list[str] = []
    for mention in sentence.mentions:
        if mention.form == "area":
            continue  # seas and continents are no side of a border
        parts.append(text[end : mention.start])
        parts.append(chr(_FIRST + len(keys)))
        keys.append(mention.key)
        end = mention.end
    parts.append(text[end:])
    return "".join(parts), keys


def _keys(fragment: str, keys: Sequence[str]) -> list[str]:
    return [
        keys[ord(char) - _FIRST] for char in fragment if _FIRST <= ord(char) < _FIRST + len(keys)
    ]


def pairs_in(
    masked: str, keys: Sequence[str], sentence: Sentence, topics: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """The pairs that the sentence sets side by side, in order, without repetition.

    `topics` are the places that the article is about, the main one first: the first that is not
    named is the side of "no border with Kyrgyzstan".
    """
    for aside in (_COMPARED, _COUNTED_IN):
        masked = aside.sub(lambda match: " " * len(match[0]), masked)
    if counted := _COUNTS_THEM.search(masked):
        (one,) = _keys(counted["one"], keys) or sentence.focus_places[:1] or ("",)
        objects = _keys(masked[counted.end() :], keys)
        if one and objects:
            return tuple(dict.fromkeys((one, other) for other in objects if other != one))
    pairs: list[tuple[str, str]] = []

    def join(subjects: Iterable[str], objects: Iterable[str]) -> None:
        right = list(objects)
        pairs.extend((one, other) for one in subjects for other in right if one != other)

    if not re.search(_P, masked):  # every other rule asks for a place
        if len(sentence.focus_places) >= 2 and TOGETHER.search(masked):
            join(sentence.focus_places[:1], sentence.focus_places[1:2])
        return tuple(pairs)
    for rule in (_VERB, _SHARE, _WITH, _AROUND, _LIES, _NEIGHBOURS, _FACES, _CROSS, _BARRIER):
        for match in rule.finditer(masked):
            if rule is _VERB and not _is_verb(masked, match):
                continue
            if rule is _SHARE and not _LENGTH_OR_LINE.search(match["gap"]):
                continue
            objects = _keys(match["objects"], keys)
            objects = _named_by(masked, match.end(), keys) or objects
            subjects = _subjects(masked, match.start(), keys, sentence)
            if topics and rule is _WITH and not _SUBJECT.search(masked[: match.start()]):
                subjects = [topic for topic in topics if topic not in objects][:1]
            join([key for key in subjects if key not in objects], objects)
    for rule in (_OF, _NEIGHBOUR_OF, _BETWEEN, _TOUCHES_IN):
        for match in rule.finditer(masked):
            if rule is _BETWEEN and not _is_of_a_line(masked, match):
                continue
            if rule is _BETWEEN and _LIES_THERE.search(masked[: match.start()]):
                continue
            more = match["more"] if rule is _TOUCHES_IN and match["more"] else ""
            join(_keys(match["one"] + more, keys), _keys(match["objects"], keys))
    for match in _AMONG.finditer(masked):
        join(
            _keys(match["one"] or match["owner"], keys),
            _keys(match["objects"] or match["counted"], keys),
        )
    for match in _INSIDE.finditer(masked):
        join(_keys(match["one"], keys), _keys(match["objects"], keys))
    for match in _WITH_THAT.finditer(masked):  # the country named last, which is not the topic
        topic = [*sentence.focus_places[:1], *topics[:1]][:1]
        before = [key for key in _keys(masked[: match.start()], keys) if key not in topic]
        join(topic, before[-1:])
    if sided := _ON_SIDES.search(masked):
        objects = _keys(masked[sided.start("objects") :], keys)
        join(_subjects(masked, sided.start(), keys, sentence), objects)
    for match in _JOINTLY.finditer(masked):
        if match["what"] and not _HAS_LAND.search(masked):
            continue  # they share a post, their ministers meet
        group = _keys(match["group"], keys)
        join(group[:1], group[1:])
    if pairs or _LENGTH_OR_LINE.search(masked):
        for match in _ALSO_WITH.finditer(masked):
            first = pairs[0][:1] if pairs else tuple(sentence.focus_places[:1])
            named = _keys(match[0], keys)
            first = first or tuple(topic for topic in topics if topic not in named)[:1]
            owner = _keys(match["owner"] or "", keys)
            join(owner or first, _keys(match["objects"] or match["other"], keys))
    if not pairs and _LENGTH_OR_LINE.search(masked):
        for match in _ON_ITS_SIDE.finditer(masked):  # of the topic's border
            objects = _keys(match["objects"], keys)
            join([topic for topic in topics if topic not in objects][:1], objects)
    for match in _SIDE_BY_PRONOUN.finditer(masked):
        group = _keys(match["group"], keys)
        many = match["what"] in ("both", "them", "the two")
        others = [key for key in sentence.focus_places if key not in group]
        join(group, others[: 2 if many else 1])
    if len(sentence.focus_places) >= 2 and re.search(
        rf"{_P}\s+(?:\w+\s+)?(?:lies?|lay|runs?|stands?)\s+(?:in\s+)?between(?:\s+the two|"
        rf"\s+them)?\b",
        masked,
    ):
        join(list(dict.fromkeys(keys))[-1:], sentence.focus_places[:2])
    for match in _WITH_IT.finditer(masked):
        join(sentence.focus_places[:1] or topics[:1], _keys(match["objects"], keys))
    for match in _WITH_HOW_LONG.finditer(masked):
        join(topics[:1] or sentence.focus_places[:1], _keys(match["objects"], keys))
    if _LENGTH_OR_LINE.search(masked) or cue("border", "structures").search(masked):
        for match in _HYPHEN.finditer(masked):
            join(_keys(match["one"], keys), _keys(match["two"], keys))
    if (
        not pairs
        and re.search(r"\bshar(?:e|es|ed|ing)\b", masked)
        and _LENGTH_OR_LINE.search(masked)
    ):
        groups = [_keys(match[0], keys) for match in re.finditer(_LIST, masked)]
        group = next((group for group in groups if len(group) >= 2), [])
        join(group[:1], group[1:])
    return tuple(dict.fromkeys(pairs))


# "The new republic borders …", "A country that has … of border with Russia"
_UNNAMED = re.compile(
    r"\W*(?:(?:But|And|Yet|Today|Now|By land|On land),?\s+)?(?:(?:it|its)\b|(?:the|this|an?)\s+"
    r"(?:(?!\bin\b|\bof\b)[\w’'-]+\s+){0,3}?"
    r"(?:countr(?:y|ies)|states?|republic|kingdom|nation|emirate|sultanate|principality|"
    r"grand duchy|"
    r"federation|territory|colony|protectorate|province|region|islands?|enclave|exclave|newcomer)\b)",
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
    for rule in (_VERB, _SHARE, _WITH, _AROUND, _LIES, _NEIGHBOURS):
        for match in rule.finditer(masked):
            clause = re.split(r"[,;:]", masked[: match.start()])[-1]
            if NEGATION.search(clause) or (rule is _VERB and not _is_verb(masked, match)):
                continue
            objects = list(dict.fromkeys(_keys(match["objects"], keys)))
            for one in candidates:
                if (
                    objects
                    and one not in keys
                    and neighbours.get(one, frozenset()).issuperset(objects)
                ):
                    return tuple((one, other) for other in objects)
    return ()


_HAS_ONE = re.compile(
    rf"(?P<one>{_P})\s+(?:has|had)\s+(?:only\s+|just\s+)?(?:one|none|two|three|no other)"
    rf"(?:\s+of\s+its\s+own)?\s*,?\s+(?:and\s+that\s+is\s+)?(?:with|to|towards)\s+(?P<objects>{_LIST})"
)


def has_one_with(
    masked: str, keys: Sequence[str], before: str, topics: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """The pairs of "Papua has one, with Indonesia", and of "The one with Mali is the longest",
    behind a sentence on a border; the latter of the first of `topics`."""
    if not _LENGTH_OR_LINE.search(before):
        return ()
    found = [
        (one, other)
        for match in _HAS_ONE.finditer(masked)
        for one in _keys(match["one"], keys)
        for other in _keys(match["objects"], keys)
    ]
    if match := _THE_ONE_WITH.search(masked):
        other = _keys(match["object"], keys)[0]
        found += [(topic, other) for topic in topics if topic != other][:1]
    return tuple((one, other) for one, other in found if one != other)


_THE_ONE_WITH = re.compile(
    rf"\b(?:[Tt]he (?:one|longest|shortest)|[Tt]hat|"
    rf"[Oo]f these the one) with\s+(?:the\s+)?(?P<object>{_P})"
)


_WITH_FIRST = re.compile(
    rf"^\W*[Ww]ith\s+(?:the\s+)?(?P<objects>{_LIST})(?=,|\s+(?:too|there|it)\b)"
)
_ARE_NEIGHBOURS = re.compile(
    rf"(?P<objects>{_LIST})\s+(?:is|are|was|were)\s+(?:its|{_P}(?:['’]s)?|(?:the\s+)?[\w’'-]+['’]s)\s+"
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
        for rule in (_WITH, _WITH_FIRST, _ARE_NEIGHBOURS)
        for match in rule.finditer(masked)
        for key in _keys(match["objects"], keys)
    ]
    for one in candidates:
        if objects and one not in objects and neighbours.get(one, frozenset()).issuperset(objects):
            return tuple(dict.fromkeys((one, other) for other in objects))
    return ()


_COMPASS_PLACE = re.compile(
    rf"\b(?:to|in|on)\s+(?:the|its)\s+(?:far\s+)?(?:north|south|east|west)[\w-]*\s+"
    rf"(?:(?:lies?|is|are|comes?)\s+)?(?P<object>{_P})",
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
        key for match in _COMPASS_PLACE.finditer(masked) for key in _keys(match["object"], keys)
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
        (other,) = _keys(match["objects"], keys)
        before = [key for key in _keys(masked[: match.start()], keys) if key != other]
        if before and other in neighbours.get(before[0], frozenset()):
            found.append((before[0], other))
    return tuple(dict.fromkeys(found))


# "The country lies between A, B and C": it borders them, they need not border each other.
_LIES_THERE = re.compile(
    r"\b(?:country|state|republic|territory|island|it|which|that)\b[^.;]{0,90}"
    r"\b(?:lies?|lying|located|situated|sits|nestled|wedged|squeezed|sandwiched)\s+$",
    re.IGNORECASE,
)


def _is_of_a_line(masked: str, match: re.Match[str]) -> bool:
    """Whether "between" parts two territories, and does not join two capitals or parties."""
    before = masked[max(0, match.start() - 90) : match.start()]
    return bool(
        _LENGTH_OR_LINE.search(before)
        or cue("border", "links").search(before)
        or cue("border", "structures").search(before)
        or cue("border", "shapes").search(before)
        or cue("border", "nouns").search(masked)
        or re.search(
            r"\b(?:lies?|lay|lying|zone|strip|land|separat\w+|divid\w+|run|runs)\b", before
        )
        or re.match(r"separat|divid", match[0])
    )


def _named_by(masked: str, end: int, keys: Sequence[str]) -> list[str]:
    """Kaliningrad, where "the Russian exclave of Kaliningrad" begins with "Russian"."""
    match = re.match(_NAMED_BY, masked[end:])
    return _keys(match[0], keys) if match else []


def _subjects(masked: str, end: int, keys: Sequence[str], sentence: Sentence) -> list[str]:
    """The places that a verb or a line at `end` belongs to.

    The list right before a relative pronoun; else the focus of a sentence that begins with "it";
    else the list that the sentence begins with; else the nearest before.
    """
    lists = list(re.finditer(_LIST, masked[:end]))
    focus = list(sentence.focus_places)[:1]
    if not lists:
        return focus
    nearest = _keys(lists[-1][0], keys)
    between = masked[lists[-1].end() : end]
    if re.fullmatch(r"\s+(?:itself|themselves|also|only|now|then|still|too|alone|\s)*", between):
        return nearest
    if re.search(r"^\W*(?:[\w’'-]+\s+){0,3}?(?:which|that|who|where)\b|^['’]", between):
        return nearest
    if re.match(
        r"\W*(?:but |and |yet |no\. |yes[.,] )?(?:it|they|the (?:country|republic|kingdom|exclave|"
        r"enclave|territory|region|island|state))\b",
        masked,
        re.IGNORECASE,
    ):
        return focus
    if (  # "Its border with China …, its border with Cambodia": both are of the same country
        focus and re.match(r"\W*Its\b", masked) and re.search(r"\bits\s+(?:\w+\s+)?$", masked[:end])
    ):
        return focus
    if re.search(r"(?:,|;)\s*(?:and|but|while)?\s*(?:the\s+(?:\w+\s+)?)$", masked[:end]):
        return _keys(lists[0][0], keys)[:1]
    first = _keys(lists[0][0], keys)
    opening = masked[: lists[0].start()]
    if len(opening.split()) <= 3 and not re.search(
        r"\b(?:in|on|from|at|with|near)\b", opening, re.I
    ):
        clause = masked[lists[0].end() : end]
        if not re.search(r"[;:]|,\s+(?:but|while|whereas|though|although)\s", clause):
            return first
    return nearest


def _is_verb(masked: str, match: re.Match[str]) -> bool:
    """Whether "border(s)" is a verb here: it has a subject before and places right behind."""
    gap = match["gap"].strip().lower()
    word = masked[match.start() :].split()[0].lower()
    if word.startswith(("meet", "touch")) and not _LAND_MEETS.search(masked[: match.start()]):
        return False  # navies meet, and a speech touches
    if not gap:
        return True
    if word in ("border", "neighbour", "neighbor") and re.search(
        r"\b(?:the|a|its|of|their|at)\s$", masked[: match.start()]
    ):
        return False
    if re.search(
        r"\b(?:with|between|of|near|from|to|by|in|at|for|after|where|when|"
        r"off|over|under|during|outside|inside|once|every|as)\b",
        gap,
    ):
        return bool(
            re.search(r"\b(?:countries|states|nations|neighbours|neighbors|of them|among)\b", gap)
        )
    return True


# What meets or touches a country where it is land that does: a place, or its line.
_LAND_MEETS = re.compile(
    rf"(?:{_P}(?:['’]s?)?|\b(?:it|they|them|both|neither|none|which|that|where|and|or|but|{_LINE}s?|countries|states|"
    r"territor(?:y|ies)|lands?|provinces?|regions?|islands?|peninsula|strip|corridor|enclave|"
    r"exclave|kingdom|republic|country|state|tip|corner|shores?|coasts?))\W+"
    r"(?:(?:\w+ly|also|only|now|still|then|just|all|both|does|do|not|never)\s+)*$",
    re.IGNORECASE,
)


_LIES_IN = re.compile(
    rf"(?P<one>{_P})(?:(?!{_P})[^.;:]){{0,40}}?\b(?:lies?|lay|lying|sits?|situated|located)\s+"
    rf"(?:inside|within|in)\s+(?:the\s+)?(?P<two>{_P})"
)


def lies_in_neighbour(
    masked: str, keys: Sequence[str], neighbours: Mapping[str, frozenset[str]]
) -> tuple[tuple[str, str], ...]:
    """The pair of "Lesotho, the largest, lies within South Africa", if the map has the one beside
    the other: what lies in a country is else a part of it."""
    return tuple(
        (one, two)
        for match in _LIES_IN.finditer(masked)
        for one, two in [(_keys(match["one"], keys)[0], _keys(match["two"], keys)[0])]
        if two in neighbours.get(one, frozenset())
    )


def loose_sides(sentence: Sentence, masked: str, keys: Sequence[str]) -> tuple[str, ...]:
    owners = [
        key
        for rule in (_OWNER, _SKY)
        for m in rule.finditer(masked)
        for key in _keys(m["one"], keys)
    ]
    named = list(dict.fromkeys([*owners, *sentence.places]))
    if named:
        return tuple([*named, *sentence.focus_places[:1]][:3])
    return sentence.focus_places[:2]


def told_of_the_same(
    sentences: Sequence[Sentence], position: int, masked: str, keys: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """The pairs of "So does Djibouti." and "Uganda and Burundi do not." behind a border."""
    if not position or len(masked) > 60:
        return ()
    if not re.search(
        rf"^(?:So|Nor|Neither) (?:do|does) {_LIST}|^{_LIST} (?:do|does)(?: not|n['’]t)?\.$", masked
    ):
        return ()
    before = sentences[position - 1]
    if not re.search(r"\bborders?\b|\bneighbou?r", before.passage.text) and position > 1:
        before = sentences[position - 2]
    earlier, earlier_keys = mask(before)
    pairs = pairs_in(earlier, earlier_keys, before, ())
    objects = dict.fromkeys(other for _, other in pairs)
    return tuple((one, other) for one in _keys(masked, keys) for other in objects if one != other)


def last_of(
    sentences: Sequence[Sentence], position: int, topics: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """The pair of "The last of these has kept its side closed", behind a list of neighbours."""
    text = sentences[position].passage.text
    if not position or not re.match(r"\W*(?:the last|the latter)\b", text, re.IGNORECASE):
        return ()
    if not cue("closure", "verbs").search(text):
        return ()
    masked, keys = mask(sentences[position - 1])
    before = pairs_in(masked, keys, sentences[position - 1], topics)
    return before[-1:]


_PART = re.compile(
    r"\b(?:(?:the )?(?:longest|shortest|smallest|largest|second|third|next|rest)|parts?|shares?|"
    r"stretch(?:es)?|sections?|longer|shorter)\b",
    re.IGNORECASE,
)


def parts_of(
    sentences: Sequence[Sentence], position: int, topic: str
) -> tuple[tuple[str, str], ...]:
    """The pairs of "The longest part is Bolivia's, with 3,423 kilometres" behind a sentence on the
    whole border of the topic: whose parts they are is not said again.
    """
    text = sentences[position].passage.text
    if not _PART.search(text) or not re.search(r"\d{2}", text):
        return ()
    before = sentences[max(0, position - 4) : position]
    if not any(_LENGTH_OR_LINE.search(one.passage.text) for one in before):
        return ()
    places = [key for key in sentences[position].places if key != topic]
    return tuple((topic, key) for key in places)


def nearest_pair(
    sentence: Sentence, pairs: Sequence[tuple[str, str]], amount: Amount
) -> tuple[tuple[str, str], ...]:
    """Of several pairs the one whose second place stands nearest to a length."""

    text = sentence.passage.text
    behind = re.match(
        r"(?:(?!\band\b)[^.,;:\d]){0,30}?\bwith\s+(?:the\s+)?", text[amount.end :]
    )  # "555 km with Cambodia"
    at = amount.end + behind.end() if behind else -1

    def distance(pair: tuple[str, str]) -> int:
        spots = [mention.start for mention in sentence.mentions if mention.key == pair[1]]
        if at in spots:
            return -1
        before = [amount.start - spot for spot in spots if spot < amount.start]
        return min(before, default=5000 + min(spots, default=0))

    return (min(pairs, key=lambda pair: (distance(pair), pair)),)
