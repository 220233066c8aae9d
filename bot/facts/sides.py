"""The sides of a border: which places a sentence sets side by side by its own words.

Pure. What it leaves out is looked for in `left_out`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.facts.beside import (
    AROUND,
    BARRIER,
    CROSS,
    FACES,
    LIES,
    NEIGHBOURS,
    SHARE,
    VERB,
    WITH,
    is_verb,
)
from bot.facts.both_named import both_named, hyphenated, jointly
from bot.facts.cues import cue
from bot.facts.masked import (
    COMPASS,
    COUNTRY_NOUN,
    LENGTH_OR_LINE,
    LINE,
    OPENING,
    PLACE,
    PLACES,
    places_in,
)
from bot.facts.sentence import Sentence
from bot.facts.the_two import BOTH_THEN_TOUCH
from bot.language.quantities import Amount

# "the Russian exclave of Kaliningrad": the place behind is meant, too
_NAMED_BY = (
    rf"(?:\s+(?:[a-z]+\s+)?(?:exclave|enclave|region|territory|province|state|peninsula|oblast|"
    rf"island|city|town)s?\s+(?:of\s+)?{PLACE})?"
)

# "has A on two sides and B and C on the third"
_ON_SIDES = re.compile(
    rf"\b(?:ha(?:s|ve|d)|with)\s+(?:the\s+)?(?P<objects>{PLACES})\s+(?:on|to)\s+"
    rf"(?:the|its|one|two|three|both|all|every|either|each)\s+(?:other\s+|four\s+|three\s+)?"
    rf"(?:sides?|{COMPASS})"
    rf"|\bwith\s+(?:the\s+)?(?P<above>{PLACES}(?:\s+{PLACE})?)\s+"
    rf"(?:above|below|behind|(?:all\s+)?around\s+(?:it|them))\b"
)

# of a sentence in small letters
TOGETHER = re.compile(
    rf"\b(?:(?:the|two|both) (?:countries|states|nations|neighbou?rs|sides)|they|"
    rf"the two(?= share)|"
    rf"both)\b[^.;]*\b(?:share|shared|{LINE})\b"
    rf"|\b(?:the two(?: (?:countries|states))?|they) (?:do not|don['’]t|never|nowhere) "
    rf"(?:touch|meet|border|adjoin)\b"
    rf"|\b{LINE}\s+(?:between|of) (?:the two|them)\b",
)

# "With Australia, across the sea, there is no land border"
_WITH_THERE_IS = re.compile(
    rf"(?:^|[;,]\s+)(?:and\s+|but\s+)?[Ww]ith\s+(?:the\s+)?(?P<objects>{PLACES})"
    rf"(?:,[^,.;]{{2,40}},)?\s+(?:there (?:is|was|has been)|it (?:has|had|shares))\b"
    rf"[^.;]*\b{LINE}\b"
)

_WITH_HOW_LONG = re.compile(
    rf"(?:^|[;,]\s*)(?:and\s+)?with\s+(?:the\s+)?(?P<objects>{PLACE})[^.;]{{0,40}}?\d[\d.,\s]*(?:km|"
    rf"kilomet|mile)",
    re.IGNORECASE,
)

# "With Djibouti it has had a quarrel over that line"
_WITH_IT = re.compile(
    rf"(?:^|[;,]\s+)(?:and\s+)?[Ww]ith\s+(?:the\s+)?(?P<objects>{PLACES})\s+it\s+(?:has|had|shares?)\b"
    rf"[^.;]*\b(?:{LINE}|dispute|quarrel)\b"
)

_OWNER = re.compile(
    rf"(?P<one>{PLACE})(?:['’]s?)?\s+(?:[\w’'-]+[\s-]+){{0,5}}?(?:borders?|frontiers?|boundar(?:y|"
    rf"ies)|airspace|territorial (?:waters|sea)|territory)\b"
)

_SKY = re.compile(
    rf"\b(?:airspace|territorial (?:waters|sea)|territory)\s+"
    rf"(?:of|over)\s+(?:the\s+)?(?P<one>{PLACE})"
)

# "Most maps show Mongolia between Russia and China"
_DRAWN_BETWEEN = re.compile(
    rf"\b(?:[Mm]aps?|[Aa]tlas(?:es)?|[Gg]lobes?)\b(?:(?!{PLACE})[^.;:]){{0,30}}?\b(?:shows?|puts?|"
    rf"places?|draws?)\s+(?:the\s+)?(?P<one>{PLACE})\s+between\s+(?:the\s+)?(?P<objects>{PLACES})"
)

# The line goes without saying: "555 km with Cambodia", "that with Cambodia", "Vietnam's with Laos",
# "and Cambodia for 555 km"
_ALSO_WITH = re.compile(
    rf"(?:\d\s*(?:km|kilomet\w+|miles?)|\b(?:[Tt]hat|[Tt]hose|[Tt]he one|[Tt]he other|another)|"
    rf"\band\s+its\s+{LINE}|\band\s+(?:about\s+|some\s+)?\d[\d,.]*|[;,]\s+(?:and\s+|while\s+)?(?P<owner>{PLACE})(?:['’]s?)?)\s+with\s+(?:the\s+)?(?P<objects>{PLACES})"
    rf"|\band\s+(?P<other>{PLACE})\s+for\s+(?:the (?:last|other|remaining)\s+)?\d"
)

_ON_ITS_SIDE = re.compile(
    rf"\b(?:[Oo]n|[Aa]long|[Tt]owards?)\s+the\s+(?P<objects>{PLACE})\s+side\b"
)

_SIDE_BY_PRONOUN = re.compile(
    rf"(?P<group>{PLACES})(?P<gap>[^.;:]{{0,40}}?)\b(?:surrounds?|encloses?|encircles?|"
    rf"touch(?:es)?|borders?)\s+"
    rf"(?P<what>it|them|both|the country|the two)\b"
)

_WITH_THAT = re.compile(
    rf"\b{LINE}\b[^.;]{{0,30}}?\b(?:with|to)\s+(?:that|this|the (?:latter|last))\s+"
    r"(?:neighbou?r|country|state|republic|kingdom|one|nation)\b",
    re.IGNORECASE,
)

# "longer than the one with Spain" sets nobody beside Spain
_COMPARED = re.compile(
    # "fourteen neighbours, as many as Russia has"
    r"\b(?:(?:more|fewer|less)\s+(?:\w+\s+){0,3}than|as (?:many|much|few) as)\s+(?:the\s+)?"
    rf"{PLACE}"
    rf"(?=\s*(?:[,.;)]|(?:has|have|had|does|do|did|is|was|itself|alone)\b))|"
    r"\b(?:(?:longer|shorter|more|less|older|narrower|wider) than|"
    r"as (?:long|much|short|old|wide) as|the same as|like) (?:the one|that|those|its|any)\b[^.;]*"
)

# "5,525 miles, Alaska included": what is counted in or left out is no side either
_COUNTED_IN = re.compile(
    rf"\b(?:including|excluding|(?:not )?counting|not including|leaving (?:out|aside)|without|"
    rf"minus|plus|inclusive of|exclusive of)\s+(?:the\s+)?"
    rf"(?:(?!{PLACE})[\w’'-]+\s+){{0,4}}?{PLACE}(?:\s+and\s+(?:the\s+)?{PLACE})?"
    rf"|{PLACE}(?:\s+(?:is|are))?(?:\s+not)?\s+(?:included|excluded|counted|left out|"
    rf"aside|apart)\b",
    re.IGNORECASE,
)

# "Some 1,050 soldiers, 362 of them from the United States, patrol the border with Albania"
_WHENCE = re.compile(
    rf"\b(?:of (?:them|these|those|whom)|mostly|mainly|chiefly|largely)\s+"
    rf"(?:(?:are|were|come|came|sent|drawn|who (?:are|come))\s+)?(?:from|by)\s+(?:the\s+)?{PLACES}",
)

_SUBJECT = re.compile(rf"{PLACE}|\b(?:it|its|they|their|he|she|which|that|who)\b", re.IGNORECASE)

# "Bosnia has three neighbours: Croatia, with which it shares 932 kilometres, Serbia with 357 and …"
# "Both states also touch Guatemala"
_BOTH_TOUCH = re.compile(rf"{BOTH_THEN_TOUCH}(?P<objects>{PLACES})")
_COUNTS_THEM = re.compile(
    rf"(?:(?P<one>{PLACE})|\b(?:It|The {COUNTRY_NOUN}))\s+has\s+"
    rf"(?:(?:an?|no)\s+(?:\w+\s+)?(?:coast|coastline|shore)\s+and\s+)?(?:only\s+|just\s+)?"
    rf"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|fourteen)\s+(?:\w+\s+)?"
    rf"(?:neighbou?rs|land borders|borders)\s*(?::|,|–|—|-)"
)


def pairs_in(
    masked: str, keys: Sequence[str], sentence: Sentence, topics: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """The pairs that the sentence sets side by side, in order, without repetition.

    `topics` are the places that the article is about, the main one first: the first that is not
    named is the side of "no border with Kyrgyzstan".
    """
    if not keys and len(sentence.focus_places) < 2:  # every rule asks for a place
        return ()
    for aside in (_COMPARED, _COUNTED_IN, _WHENCE) if keys else (_COMPARED,):
        masked = aside.sub(_blank, masked)
    if keys and (counted := _COUNTS_THEM.search(masked)):
        (one,) = places_in(counted["one"] or "", keys) or sentence.focus_places[:1] or ("",)
        objects = places_in(masked[counted.end() :], keys)
        if one and objects:
            return tuple(dict.fromkeys((one, other) for other in objects if other != one))
    pairs: list[tuple[str, str]] = []
    if keys and len(sentence.focus_places) >= 2 and (both := _BOTH_TOUCH.search(masked)):
        return tuple(
            (one, other)
            for one in sentence.focus_places[:2]
            for other in places_in(both["objects"], keys)
        )

    def join(subjects: Iterable[str], objects: Iterable[str]) -> None:
        right = list(objects)
        pairs.extend((one, other) for one in subjects for other in right if one != other)

    if not re.search(PLACE, masked):
        if len(sentence.focus_places) >= 2 and TOGETHER.search(masked.lower()):
            join(sentence.focus_places[:1], sentence.focus_places[1:2])
        return tuple(pairs)
    for rule in (VERB, SHARE, WITH, AROUND, LIES, NEIGHBOURS, FACES, CROSS, BARRIER):
        for match in rule.finditer(masked):
            if rule is VERB and not is_verb(masked, match):
                continue
            if rule is SHARE and not (
                LENGTH_OR_LINE.search(match["gap"]) or _SO_MUCH.match(masked, match.end())
            ):
                continue
            objects = places_in(match["objects"], keys)
            objects = _named_by(masked, match.end(), keys) or objects
            subjects = _subjects(masked, match.start(), keys, sentence, topics)
            if topics and rule is WITH and not _SUBJECT.search(masked[: match.start()]):
                subjects = [topic for topic in topics if topic not in objects][:1]
            join([key for key in subjects if key not in objects], objects)
    for one_side, other_side in both_named(masked, keys):
        join(one_side, other_side)
    if drawn := _DRAWN_BETWEEN.search(masked):
        join(places_in(drawn["one"], keys), places_in(drawn["objects"], keys))
    for match in _WITH_THAT.finditer(masked):  # the country named last, which is not the topic
        topic = [*sentence.focus_places[:1], *topics[:1]][:1]
        before = [key for key in places_in(masked[: match.start()], keys) if key not in topic]
        join(topic, before[-1:])
    if sided := _ON_SIDES.search(masked):
        begin = sided.start("objects") if sided["objects"] else sided.start("above")
        objects = places_in(masked[begin:], keys)
        join(_subjects(masked, sided.start(), keys, sentence, topics), objects)
    for one_side, other_side in jointly(masked, keys):
        join(one_side, other_side)
    if pairs or LENGTH_OR_LINE.search(masked):
        for match in _ALSO_WITH.finditer(masked):
            first = pairs[0][:1] if pairs else tuple(sentence.focus_places[:1])
            named = places_in(match[0], keys)
            first = first or tuple(topic for topic in topics if topic not in named)[:1]
            owner = places_in(match["owner"] or "", keys)
            join(owner or first, places_in(match["objects"] or match["other"], keys))
    if not pairs and LENGTH_OR_LINE.search(masked):
        for match in _ON_ITS_SIDE.finditer(masked):  # of the topic's border
            objects = places_in(match["objects"], keys)
            join([topic for topic in topics if topic not in objects][:1], objects)
    for match in _SIDE_BY_PRONOUN.finditer(masked):
        group = places_in(match["group"], keys)
        many = match["what"] in ("both", "them", "the two")
        others = [key for key in sentence.focus_places if key not in group]
        # "Lesotho is an enclave: South Africa surrounds it"
        here = _spoken_of_before(masked, match.start(), keys)
        join(group, here or others[: 2 if many else 1])
    if len(sentence.focus_places) >= 2 and re.search(
        rf"{PLACE}\s+(?:\w+\s+)?(?:lies?|lay|runs?|stands?)\s+(?:in\s+)?between(?:\s+the two|"
        rf"\s+them)?\b",
        masked,
    ):
        join(list(dict.fromkeys(keys))[-1:], sentence.focus_places[:2])
    for match in _WITH_IT.finditer(masked):
        join(sentence.focus_places[:1] or topics[:1], places_in(match["objects"], keys))
    for match in _WITH_THERE_IS.finditer(masked):
        objects = places_in(match["objects"], keys)
        join([key for key in (*topics, *sentence.focus_places) if key not in objects][:1], objects)
    for match in _WITH_HOW_LONG.finditer(masked):
        join(topics[:1] or sentence.focus_places[:1], places_in(match["objects"], keys))
    if LENGTH_OR_LINE.search(masked) or cue("border", "structures").search(masked):
        for one_side, other_side in hyphenated(masked, keys):
            join(one_side, other_side)
    if (
        not pairs
        and re.search(r"\bshar(?:e|es|ed|ing)\b", masked)
        and LENGTH_OR_LINE.search(masked)
    ):
        groups = [places_in(match[0], keys) for match in re.finditer(PLACES, masked)]
        group = next((group for group in groups if len(group) >= 2), [])
        join(group[:1], group[1:])
    return tuple(dict.fromkeys(pairs))


# "Bangladesh shares the most with India: 2,545 miles"
_SO_MUCH = re.compile(r"\s*(?:[:,–—(]|\s-\s)\s*(?:\w+\s+)?\d[\d.,\s]*(?:km|kilomet\w+|miles?)\b")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _spoken_of_before(masked: str, end: int, keys: Sequence[str]) -> list[str]:
    """Whom "it" means behind a colon or a dash: the place that the clause before is about."""
    before = masked[:end]
    clause = re.search(r"([^.;:–—]+)(?:[:;]|\s[–—])\s+(?:and\s+|the\s+)?$", before)
    first = re.match(rf"\W*(?:[Tt]he\s+)?(?P<one>{PLACE})(?!['’])", clause[1]) if clause else None
    return places_in(first["one"], keys) if first else []


def _named_by(masked: str, end: int, keys: Sequence[str]) -> list[str]:
    """Kaliningrad, where "the Russian exclave of Kaliningrad" begins with "Russian"."""
    match = re.match(_NAMED_BY, masked[end:])
    return places_in(match[0], keys) if match else []


def _subjects(
    masked: str, end: int, keys: Sequence[str], sentence: Sentence, topics: Sequence[str]
) -> list[str]:
    """The places that a verb or a line at `end` belongs to.

    The list right before a relative pronoun; else the focus of a sentence that begins with "it";
    else the list that the sentence begins with; else the nearest before.
    """
    lists = list(re.finditer(PLACES, masked[:end]))
    focus = list(sentence.focus_places)[:1]
    if not lists:
        return focus
    if len(lists) > 1 and _A_PIECE_OF.search(masked[: lists[-1].start()]):
        lists = lists[:-1]  # "Oecusse, a piece of East Timor, …" is on Oecusse
    nearest = places_in(lists[-1][0], keys)
    between = masked[lists[-1].end() : end]
    if _BESIDES.match(masked) and len(lists) == 1:
        return [key for key in (*focus, *topics) if key not in nearest][:1]
    if re.fullmatch(r"\s+(?:itself|themselves|also|only|now|then|still|too|alone|\s)*", between):
        return nearest
    if re.search(r"^\W*(?:[\w’'-]+\s+){0,3}?(?:which|that|who|where)\b|^['’]", between):
        return nearest
    if re.match(
        rf"{OPENING}(?:but |and |yet |no\. |yes[.,] )?(?:it|they|the {COUNTRY_NOUN})\b",
        masked,
        re.IGNORECASE,
    ):
        return focus
    if (  # "Its border with China …, its border with Cambodia": both are of the same country
        focus
        and re.match(rf"{OPENING}Its\b", masked)
        and re.search(r"\bits\s+(?:\w+\s+)?$", masked[:end])
    ):
        return focus
    if re.search(r"(?:,|;)\s*(?:and|but|while)?\s*(?:the\s+(?:\w+\s+)?)$", masked[:end]):
        return places_in(lists[0][0], keys)[:1]
    first = places_in(lists[0][0], keys)
    opening = masked[: lists[0].start()]
    if len(opening.split()) <= 3 and not re.search(
        r"\b(?:in|on|from|at|with|near)\b", opening, re.I
    ):
        clause = masked[lists[0].end() : end]
        if not re.search(r"[;:]|,\s+(?:but|while|whereas|though|although)\s", clause):
            return first
    return nearest


_A_PIECE_OF = re.compile(
    r",\s+(?:a|the|an)\s+(?:\w+\s+)?(?:piece|part|exclave|enclave|slice|corner|province|region)\s+of\s+"
    r"(?:the\s+)?$"
)
# "Besides Eritrea it borders Sudan"
_BESIDES = re.compile(
    rf"\W*(?:besides|apart from|aside from|other than|in addition to|along with|together with|"
    rf"as well as|beyond|beside|next to|alongside)\s+(?:the\s+)?{PLACES},?\s+"
    rf"(?:it|they|the (?:\w+\s+)?{COUNTRY_NOUN})\b",
    re.IGNORECASE,
)


def loose_sides(
    sentence: Sentence, masked: str, keys: Sequence[str], neighbours: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    """The places that a sentence on a line may be about, where it sets no two side by side: whose
    border or sky it names, else all that it names, and what "it" is or lies beside them."""
    owners = [
        key
        for rule in (_OWNER, _SKY)
        for m in rule.finditer(masked)
        for key in places_in(m["one"], keys)
    ]
    people = sent_there(sentence, neighbours)
    named = [key for key in dict.fromkeys([*owners, *sentence.places]) if key not in people]
    if not named:
        return sentence.focus_places[:2]
    spoken_of = [
        key
        for key in sentence.focus_places[:1]
        if (_REFERRING.search(masked) and not (owners and _far(key, owners, neighbours)))
        or not neighbours.get(key, frozenset()).isdisjoint(named)
        or any(key in neighbours.get(one, ()) for one in named)
    ]
    return tuple([*named, *spoken_of][:3])


def _far(one: str, owners: Sequence[str], neighbours: Mapping[str, frozenset[str]]) -> bool:
    """Whether the map has a place, and beside it none of those whose line is told of: Spain, whose
    soldiers "will not go near the Russian border", is no side of that."""
    beside = neighbours.get(one, _NONE)
    return bool(beside) and all(
        neighbours.get(key) and key not in beside and one not in neighbours[key] for key in owners
    )


_REFERRING = re.compile(
    rf"\b(?:it|its|they|them|their|theirs|both|the two|(?:the|this|that) {COUNTRY_NOUN})\b",
    re.IGNORECASE,
)


def all_the_borders_of(masked: str, keys: Sequence[str]) -> str | None:
    """Whose borders a sentence adds up: "Brazil's land borders come to 16,145 kilometres"."""
    match = _ADDED_UP.search(masked) if keys else None
    return places_in(match["one"] or match["other"], keys)[0] if match else None


def without_a_border(masked: str, keys: Sequence[str]) -> str | None:
    """Who is said to have no border at all: "Bahrain, an island, has no land border"."""
    match = _HAS_NO_BORDER.match(masked) if keys else None
    return places_in(match["one"], keys)[0] if match else None


_HAS_NO_BORDER = re.compile(
    rf"{OPENING}(?:(?:But|And|Yet)\s+)?(?P<one>{PLACE})(?:,[^,.;:]{{2,40}},)?\s+(?:has|had|shares?)\s+"
    rf"no\s+(?:land\s+|other\s+)?{LINE}s?\b(?:\s+(?:at all|whatsoever|on land|of its own|with "
    rf"(?:any|another|anyone)\b[^.;]*))?\s*[.,;]"
)


_SEVERAL_LINES = r"(?:(?:land|state|outer|external)\s+)?(?:borders|frontiers|boundaries)"
_ADDED_UP = re.compile(
    rf"(?:(?P<one>{PLACE})(?:['’]s?)?\s+{_SEVERAL_LINES}|"
    rf"\b{_SEVERAL_LINES}\s+of\s+(?:the\s+)?(?P<other>{PLACE}))"
    rf"(?:(?!{PLACE})[^.;:\d]){{0,40}}?\b(?:(?:add|sum)(?:s|ed)? up to|come to|amount to|"
    rf"total(?:s|led)?|make(?: up)?|measure|are)\s+"
    rf"(?:(?:about|some|nearly|over|together|a total of)\s+){{0,2}}\d"
)


def sent_there(sentence: Sentence, neighbours: Mapping[str, frozenset[str]]) -> set[str]:
    """The places of which a sentence counts only people: "341 Filipinos and 193 Indians watch the
    line", which is none of theirs; unless it is, as the map has it: "200 Afghans fled across the
    river into Tajikistan"."""
    text = sentence.passage.text
    people = {
        one.key
        for one in sentence.mentions
        if one.form == "demonym"
        and _SO_MANY.search(text[: one.start])
        and (text[one.end - 1 : one.end] == "s" or _MEN.match(text, one.end))
    }
    rest = {one.key for one in sentence.mentions if not _SO_MANY.search(text[: one.start])}
    # "shelling along the border kills 207 Armenian and 80 Azeri soldiers"
    beside = rest | people if _KILLED.search(text) else rest
    return {one for one in people - rest if neighbours.get(one, _NONE).isdisjoint(beside)}


_AND_FOR = re.compile(
    r"\band,\s+(?:for|over|along)\s+(?:(?:a |only |just |some |about |nearly |barely )*)$"
)
_NONE: frozenset[str] = frozenset()


_KILLED = re.compile(r"\b(?:kill(?:s|ed|ing)?|died|dead|deaths|lost their lives|wounded)\b")
_SO_MANY = re.compile(r"(?:\b\d[\d.,]*|\b(?:hundred|thousand|dozen)s?)\s+(?:of\s+)?$")
_MEN = re.compile(
    r"s\b|\s+(?:\w+\s+)?(?:soldiers|troops|peacekeepers|observers|police\w*|men|personnel|officers|"
    r"guards|monitors|marines|airmen|reservists)\b"
)


def nearest_pair(
    sentence: Sentence, pairs: Sequence[tuple[str, str]], amount: Amount
) -> tuple[tuple[str, str], ...]:
    """Of several pairs the one whose second place stands nearest to a length."""

    text = sentence.passage.text
    behind = re.match(
        r"(?:(?!\band\b)[^.,;:\d]){0,30}?\bwith\s+(?:the\s+)?", text[amount.end :]
    )  # "555 km with Cambodia"
    if _AND_FOR.search(text[: amount.start]):  # "China and, for some 17 kilometres, Russia"
        behind = re.match(r"[^.;:\d]{0,40}?,\s+(?:the\s+)?(?=[A-Z])", text[amount.end :]) or behind
    at = amount.end + behind.end() if behind else -1
    # "2,019 km between Indonesia and Malaysia; 266 km between Malaysia and Brunei"
    if between := re.match(r"[^.,;:\d]{0,30}?\bbetween\s+(?:the\s+)?", text[amount.end :]):
        start = amount.end + between.end()
        two = [mention for mention in sentence.mentions if mention.start >= start][:2]
        own = [pair for pair in pairs if {*pair} == {mention.key for mention in two}]
        if own and not re.match(r"\s+on\b", text[two[-1].end :]):  # "on one side"
            return (own[0],)

    def distance(pair: tuple[str, str]) -> int:
        spots = [mention.start for mention in sentence.mentions if mention.key == pair[1]]
        if at in spots:
            return -1
        before = [amount.start - spot for spot in spots if spot < amount.start]
        return min(before, default=5000 + min(spots, default=0))

    return (min(pairs, key=lambda pair: (distance(pair), pair)),)
