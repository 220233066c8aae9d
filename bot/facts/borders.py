"""Border facts: who borders whom, lengths, exclaves, crossings, incidents and deployments.

Rules over one sentence and its focus. Places are replaced by single characters, so that a rule
reads "PLACE borders PLACE, PLACE and PLACE" whatever the places are called. A fact quotes whole
sentences; what a rule decides is only under which border they are filed.
One module, because the kinds exclude each other: each is decided by what the others left.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.facts.cues import cue
from bot.facts.reading import BODIES, Sentence, leans_on_what_came_before
from bot.facts.rows import header_of, lengths_of_row, pairs_of_row
from bot.facts.sides import (
    TOGETHER,
    at_the_line_of,
    border_with,
    by_compass,
    has_one_with,
    last_of,
    loose_sides,
    mask,
    nearest_pair,
    pairs_in,
    parts_of,
    told_of_the_same,
    unnamed_side,
)
from bot.facts.stance import NEGATION, speaker, stance
from bot.language.quantities import Amount, amounts, is_date_part
from bot.language.words import is_question
from bot.model import Fact, FactKind, Passage, Quantity, Stance

_REST = re.compile(
    r"\b(?:rest of|mainland|cut off|separated from|detached|by land only|only through|landlocked|"
    r"not (?:touch|connect)\w*|no land (?:link|connection))\b",
    re.IGNORECASE,
)
_METAPHOR = re.compile(
    r"\b(?:borders? on (?:the )?[a-z]|borderline|without borders|cross-border trade)\b"
)


# the Curzon Line, the Line of Contact, the 17th parallel
_NAMED_LINE = re.compile(
    r"\b(?:[A-Z][\w’'-]+\s+){1,3}Line\b|\bLine of [A-Z]\w+|\b\d\d(?:st|nd|rd|th) parallel\b"
)


Neighbours = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Atlas:
    """What the map has of the places of an article: evidence for whose line is meant, never a
    source. `within` gives the country of a region, `halves` the two sides of "the two Koreas"."""

    neighbours: Neighbours
    within: Mapping[str, str]
    halves: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Subject:
    """What an article is about: the places it speaks of most, whether its title names the first,
    the lines that it knows by name, and its map."""

    topics: tuple[str, ...]
    titled: bool
    lines: frozenset[str]
    atlas: Atlas


def border_facts(
    sentences: Sequence[Sentence], title: str, title_places: Sequence[str], atlas: Atlas
) -> list[Fact]:
    """The border facts of an article that is about states, in order of its sentences.

    `title_places` are the places in its title, in order.
    """
    tally = Counter(key for sentence in sentences for key in sentence.places)
    often = [key for key, _ in tally.most_common(3)]
    titled = [key for key in title_places if key in often or len(title_places) == 1]
    topics = tuple(dict.fromkeys((*titled, *often)))
    main = _main_pair(sentences, title, title_places, atlas)
    of = _Subject(
        topics,
        bool({*topics[:1]} & {*title_places}),
        _lines_of_states(sentences),
        replace(atlas, neighbours=_with_pair(atlas.neighbours, main)),
    )
    facts: list[Fact] = []
    pair: tuple[str, str] | None = None
    told = False  # whether the sentence before told of that very pair
    for position in range(len(sentences)):
        found, pair = _facts_of(sentences, position, pair or main, told, of)
        if not found and (clash := _clash(sentences, position, atlas.neighbours)):
            found = [clash]
        told = bool(found) and pair is not None and any(pair in fact.pairs for fact in found)
        facts.extend(found)
    return facts


def _lines_of_states(sentences: Sequence[Sentence]) -> frozenset[str]:
    """The lines by name that an article speaks of as borders: no line of the underground."""
    return frozenset(
        name
        for sentence in sentences
        for name in _NAMED_LINE.findall(sentence.passage.text)
        if cue("border", "nouns").search(sentence.passage.text)
        or _PARTS.search(sentence.passage.text)
    )


_PARTS = re.compile(r"\b(?:divid|separat|partition|demarcat)\w+", re.IGNORECASE)


def _main_pair(
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
        places = [key for key in sentence.places if key not in BODIES]
        places = [key for key in places if within.get(key) not in places]
        touching = len(found) == 1 and (
            _may_touch(*found[0], neighbours) or " between " in sentence.passage.text
        )
        if touching and _is_likely(found[0], sentence, neighbours):
            one, other = sorted(found[0])
            tally[one, other] += 1
        elif len(places) == 2:
            one, other = sorted(places)
            line = bool(cue("border", "nouns").search(sentence.passage.text))
            beside = other in neighbours.get(one, frozenset())
            tally[one, other] += beside or (line and _may_touch(one, other, neighbours))
    if len(title_places) == 2:
        one, other = sorted(title_places)
        of_a_line = _PARTS.search(title) or cue("border", "nouns").search(title)
        if of_a_line or _may_touch(one, other, neighbours):
            tally[one, other] += 2
    # of two pairs that are told of as often, the one that lies side by side
    ranked = [
        (count, one[1] in neighbours.get(one[0], ()), one) for one, count in tally.items() if count
    ]
    ranked.sort(reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]):
        return _two_states(sentences, atlas)
    return ranked[0][2]


def _two_states(sentences: Sequence[Sentence], atlas: Atlas) -> tuple[str, str] | None:
    """The two states that an article on a line speaks of again and again, if no third one comes
    near them and they, or what belongs to them, lie side by side."""
    neighbours, within = atlas.neighbours, atlas.within
    lines = [s for s in sentences if cue("border", "nouns").search(s.passage.text)]
    tally = Counter(
        place
        for sentence in sentences
        for place in dict.fromkeys(within.get(key, key) for key in sentence.countries)
    )
    (one, _), (other, fewer), (_, third) = [*tally.most_common(3), *[("", 0)] * 3][:3]
    if not lines or fewer < 2 or 2 * third > fewer:
        return None
    mine, theirs = (
        [key for key in neighbours if key == side or within.get(key) == side]
        for side in (one, other)
    )
    if not any(_may_touch(key, at, neighbours) for key in mine for at in theirs):
        return None
    first, second = sorted((one, other))
    return first, second


def _facts_of(
    sentences: Sequence[Sentence],
    position: int,
    pair: tuple[str, str] | None,
    told_before: bool,
    of: _Subject,
) -> tuple[list[Fact], tuple[str, str] | None]:
    topics, titled, lines = of.topics, of.titled, of.lines
    neighbours, within, halves = of.atlas.neighbours, of.atlas.within, of.atlas.halves
    sentence = sentences[position]
    text = sentence.passage.text
    masked, keys = mask(sentence)
    if is_question(text):  # tells nothing, but what comes next may answer it
        asked = pairs_in(masked, keys, sentence, topics)
        if not asked and len(sentence.places) == 2:
            asked = ((sentence.places[0], sentence.places[1]),)
        return [], asked[0] if len(asked) == 1 else _carry(sentences, position, pair)
    named_line = bool(_NAMED_LINE.search(text))
    has_line = bool(cue("border", "nouns").search(text)) or bool(
        (pair and (named_line or re.search(r"\bthe line\b", text)))
        or lines & {*_NAMED_LINE.findall(text)}
        # "Two guards were killed when men tried to get across", behind a sentence on the line
        or (told_before and not sentence.places and _OVER_IT.search(text) and _happened(text))
    )
    has_verb = bool(_VERB_WORD.search(text))
    has_structure = bool(cue("border", "structures").search(text))
    has_shape = bool(cue("border", "shapes").search(text))
    has_limit = bool(cue("border", "limits").search(text))
    lengths = _lengths(text)
    lengths = lengths or lengths_of_row(sentences, position)
    pairs = pairs_in(masked, keys, sentence, topics) or at_the_line_of(masked, keys, neighbours)
    of_a_body = any(_NO_LAND & {*one} for one in pairs)
    pairs = pairs or has_one_with(masked, keys, _text_before(sentences, position), topics)
    pairs = tuple(
        _across(one, within, neighbours, topics, text)
        for one in pairs
        if _is_likely(one, sentence, neighbours)
    )
    if not {one for one, _ in pairs} <= {*sentence.focus_places} or not pairs:
        candidates = dict.fromkeys((*sentence.focus_places, *topics, *neighbours))
        pairs = unnamed_side(masked, keys, candidates, neighbours) or pairs
    apart = not any(_may_touch(*one, neighbours) for one in pairs)
    of_a_line = has_line or has_structure or has_verb
    if apart and of_a_line and not NEGATION.search(text):
        candidates = dict.fromkeys((*sentence.focus_places[:1], *topics[:2]))
        pairs = border_with(masked, keys, candidates, neighbours) or pairs
    pairs = _with_members(pairs, sentence, neighbours)
    pairs = pairs or by_compass(masked, keys, (*sentence.focus_places, *topics), neighbours)
    if not pairs and has_line and len(sentence.countries) == 2:
        one, other = sentence.countries
        over = _across((one, other), within, neighbours, topics, text)
        pairs = (over,) if {*over} != {one, other} else ()
    if TOGETHER.search(masked) and (not sentence.places or not pairs):
        spoken_of = (*sentence.places, *sentence.focus_places)
        near = [
            two
            for two in itertools.combinations(spoken_of, 2)
            if two[1] in neighbours.get(two[0], ())
        ]
        likely = pair is not None and (not near or _may_touch(*pair, neighbours))
        pairs = (pair,) if pair and likely else tuple(near[:1]) or pairs
    if not pairs and (has_line or has_shape):
        pairs = tuple(halves[key] for key in sentence.places if key in halves)
    if not pairs and titled and _ENUMERATES.search(text):
        pairs = _neighbours_of_topic(sentences, position, topics[0], neighbours)
    if not pairs and (row := pairs_of_row(sentences, position, topics, lengths)):
        pairs = row
    if not pairs and titled and (parts := parts_of(sentences, position, topics[0])):
        pairs = parts
    same = told_of_the_same(sentences, position, masked, keys)
    if not pairs and same:
        pairs = same
    if pairs and not has_line and cue("border", "links").search(text):
        has_structure = True
    if not pairs and (last := last_of(sentences, position, topics)):
        pairs, has_structure = last, True
    length_of_pair = bool(
        lengths
        and pair
        and not has_line
        and (
            _continues(text)
            or re.search(r"\bline\b", text)
            or (told_before and {*sentence.places} <= {*pair})
            or (_asks_how_long(sentences, position) and {*sentence.places} <= {*pair})
        )
    )
    if not (
        has_line or has_verb or has_structure or has_shape or has_limit or pairs or length_of_pair
    ):
        return [], _carry(sentences, position, pair)
    if _METAPHOR.search(text) and not pairs:
        return [], pair
    if not pairs and pair and not of_a_body:
        goes_on = length_of_pair or _is_of_the_pair(sentence, pair, bool(lengths), has_line, within)
        pairs = _by_regions(pair, sentence, within) if goes_on else ()
    pairs = tuple(one for one in pairs if _is_likely(one, sentence, neighbours))
    sides = tuple(dict.fromkeys(key for pair_ in pairs for key in pair_))
    if not sides and (has_line or has_shape or has_structure or has_limit):
        sides = loose_sides(sentence, masked, keys)
        if titled and len(sides) == 1 and topics[0] not in sides:
            sides = (*sides, topics[0])
    if not sides and not sentence.places and not (lengths and named_line):
        return [], pair
    sides = sides or sentence.places[:3] or sentence.focus_places[:1]
    others = tuple(key for key in sentence.places if key not in sides)
    only = pairs[0] if len(pairs) == 1 else ()
    passages, at = _passages(sentences, position, sides, only)
    if " | " in text and (header := header_of(sentences, position)) != position:
        passages, at = (sentences[header].passage, sentence.passage), 1

    def fact(kind: FactKind, amount: Amount | None = None) -> Fact:
        own = pairs
        if amount is not None and len(pairs) > 1:
            own = nearest_pair(sentence, pairs, amount)
        return Fact(
            kind=kind,
            passages=passages,
            at=at,
            places=tuple(dict.fromkeys((*sides, *others))),
            pairs=own,
            quantity=_quantity(text, amount) if amount else None,
            stance=_stance_of(text, amount) if amount else sentence.stance,
            attributed_to=speaker(text),
            role=str(len(sides)),
            scope=_scope(text, amount) if amount else None,
        )

    found: list[Fact] = []
    if pairs:
        found.append(fact(FactKind.BORDER))
    if re.search(r"\b(?:ex|en)claves?\b", text, re.IGNORECASE) or (
        has_shape and _REST.search(text)
    ):
        found.append(fact(FactKind.EXCLAVE))
    if lengths and (has_line or has_shape or has_structure or length_of_pair or pairs):
        found.extend(fact(FactKind.LENGTH, amount) for amount in _whole_lengths(text, lengths))
    if (
        cue("incident", "verbs").search(text)
        and (has_line or has_limit or has_structure or has_shape)
        and not (found and not _happened(text))
    ):
        found.append(fact(FactKind.INCIDENT))
    elif has_structure and (cue("closure", "verbs").search(text) or not found):
        found.append(fact(FactKind.CROSSING))
    elif (
        has_line
        and cue("deployment", "verbs").search(text)
        and cue("deployment", "forces").search(text)
    ):
        found.append(fact(FactKind.DEPLOYMENT))
    if not found and sentence.places and _COUNTS_NEIGHBOURS.search(text):
        found.append(fact(FactKind.BORDER))
    if not found and (same or has_line or has_shape):
        border = len(sides) >= 2 and (bool(NEGATION.search(text)) or has_line)
        if border or has_line:
            found.append(fact(FactKind.BORDER if border else FactKind.CROSSING))
    return found, pairs[0] if len(pairs) == 1 else _carry(sentences, position, pair)


_OVER_IT = re.compile(r"\b(?:across|(?:border )?guards?|patrols?|the other side)\b")


def _asks_how_long(sentences: Sequence[Sentence], position: int) -> bool:
    before = _text_before(sentences, position)
    return is_question(before) and "how long" in before.lower()


_UNIONS = frozenset(("european-union", "nato"))


def _with_members(
    pairs: tuple[tuple[str, str], ...], sentence: Sentence, neighbours: Neighbours
) -> tuple[tuple[str, str], ...]:
    """The pairs, and for the border of a union that of the neighbour that the sentence names too:
    "The border of Britain with the EU runs through Ireland"."""
    found = list(pairs)
    for one, other in pairs:
        for union, side in ((one, other), (other, one)):
            if union in _UNIONS:
                beside = neighbours.get(side, frozenset())
                found += [(side, key) for key in sentence.countries if key in beside]
    return tuple(dict.fromkeys(found))


def _by_regions(
    pair: tuple[str, str], sentence: Sentence, within: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """The pair, or its other side with each region that a sentence names instead of a country:
    "The fence around Ceuta is eight kilometres long, the one around Melilla twelve"."""
    for country, other in (pair, pair[::-1]):
        regions = [key for key in sentence.places if within.get(key) == country]
        if regions and country not in sentence.places and other not in sentence.places:
            return tuple((region, other) for region in regions)
    return (pair,)


def _text_before(sentences: Sequence[Sentence], position: int) -> str:
    return sentences[position - 1].passage.text if position else ""


def _across(
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
    if within.get(region) != country or _REST.search(text):
        return pair
    beside = [key for key in topics if key in neighbours.get(region, frozenset())]
    return (region, beside[0]) if beside else pair


def _with_pair(neighbours: Neighbours, main: tuple[str, str] | None) -> Neighbours:
    """The map with the line that the article is about, which may be newer than the map."""
    if main is None:
        return neighbours
    one, other = main
    return {**neighbours, one: neighbours.get(one, frozenset()) | {other}}


_NO_LAND = BODIES - {"nato", "european-union"}  # whose members' outer line is spoken of


def _is_likely(pair: tuple[str, str], sentence: Sentence, neighbours: Neighbours) -> bool:
    """Whether two places may have a border: both are named, or lie side by side on the map.

    What "it" and "the line" mean is a guess, and Kosovo and Britain are no two neighbours.
    """
    one, other = pair
    if _NO_LAND & {one, other}:
        return False
    if {one, other} <= {*sentence.places} or NEGATION.search(sentence.passage.text):
        return True
    return _may_touch(one, other, neighbours)


def _may_touch(one: str, other: str, neighbours: Neighbours) -> bool:
    """Whether the map has two places side by side, or knows nothing of one of them."""
    around, about = neighbours.get(one), neighbours.get(other)
    return not around or not about or other in around or one in about


def _clash(sentences: Sequence[Sentence], position: int, neighbours: Neighbours) -> Fact | None:
    """An incident between two neighbours that the sentence tells without naming their line:
    "two Lao soldiers strayed across the river into Thailand"."""
    sentence = sentences[position]
    text = sentence.passage.text
    if (
        is_question(text)
        or sentence.stance is Stance.HYPOTHETICAL
        or not cue("incident", "between").search(text)
        or not cue("deployment", "forces").search(text)
    ):
        return None
    for one, other in itertools.combinations(sentence.places, 2):
        if other in neighbours.get(one, frozenset()):
            others = tuple(key for key in sentence.places if key not in (one, other))
            passages, at = _passages(sentences, position, (one, other))
            return Fact(
                kind=FactKind.INCIDENT,
                passages=passages,
                at=at,
                places=(one, other, *others),
                pairs=((one, other),),
                stance=sentence.stance,
                attributed_to=speaker(text),
                role="2",
            )
    return None


# "Congo has nine neighbours" tells of its borders without naming one
_COUNTS_NEIGHBOURS = re.compile(
    r"\b(?:has|have|had|with|borders?|touches)\s+(?:only\s+|no fewer than\s+)?(?:\d+|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)\s+(?:land\s+|direct\s+|"
    r"immediate\s+|other\s+)?(?:neighbou?rs|countries|states)\b",
    re.IGNORECASE,
)
# "The longest part is Bolivia's. Peru comes next with 2 995": of the border of the topic
_ENUMERATES = re.compile(
    r"\b(?:longest|shortest|smallest|largest|next|second|third|then|followed|last|belongs to)\b"
    r"[^.]*\d|\d[^.]*\b(?:longest|shortest|next|followed)\b"
)


def _neighbours_of_topic(
    sentences: Sequence[Sentence], position: int, topic: str, neighbours: Neighbours
) -> tuple[tuple[str, str], ...]:
    """The pairs of a sentence that goes through a country's neighbours, where a line of that
    country was told of shortly before."""
    places = [key for key in sentences[position].places if key not in BODIES]
    beside = neighbours.get(topic, frozenset())
    if not places or topic in places or not beside.issuperset(places):
        return ()
    for before in sentences[max(0, position - _LOOK_BACK) : position]:
        told = topic in (*before.places, *before.focus_places) or not before.places
        if told and (
            cue("border", "nouns").search(before.passage.text)
            or any(amount.km for amount in amounts(before.passage.text))
        ):
            return tuple((topic, key) for key in places)
    return ()


_VERB_WORD = re.compile(
    r"\b(?:neighbou?r\w*|adjoin\w*|abut\w*|surround\w*|wedged|nestled|sandwiched|squeezed|"
    r"landlocked|enclos\w+)\b",
    re.IGNORECASE,
)


def _is_of_the_pair(
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
    if _MORE_THAN_TWO.search(text):
        return False
    if not sentence.places:
        return has_line or has_length or _continues(text)
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
    return bool(definite or _NAMED_LINE.search(text)) or bool(
        has_length and re.search(r"\bneighbou?rs?\b|\bshare", text, re.IGNORECASE)
    )


_MORE_THAN_TWO = re.compile(
    r"\b(?:three|four|five|six|seven|eight|nine|ten|several|many|various)\s+(?:\w+\s+)?"
    r"(?:states|countries|nations|neighbou?rs|republics|borders|frontiers)\b",
    re.IGNORECASE,
)


def _carry(
    sentences: Sequence[Sentence], position: int, pair: tuple[str, str] | None
) -> tuple[str, str] | None:
    """The pair that "the line" means is forgotten when a sentence speaks of two others."""
    places = sentences[position].places
    return None if pair and len(places) >= 2 and not set(places) & set(pair) else pair


def _continues(text: str) -> bool:
    return bool(
        re.match(
            r"^[\s“\"'‘(•*–—-]*(?:it|its|they|the (?:border|frontier|boundary|line|long one|other "
            r"one|"
            r"first|second|longest|shortest|total|whole|strip|corridor|gap|fence|wall|crossing\w*|"
            r"land)|this|that|"
            r"of this|of that|of these|the (?:two )?(?:countries|states|sides|neighbou?rs)|their|"
            r"the (?:\w+ )?line|about|around|more than|most of|some|a third|half|nearly|two "
            r"thirds|along|"
            r"for |much of|both|only|on |there)\b",
            text,
            re.IGNORECASE,
        )
    )


def _happened(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:violated|entered|shot|killed|clash\w+|attacked|fired|seized|crossed|wounded|"
            r"fought|incursions?|intrusion|collided|shelled|stormed|detained|died|incident)\b",
            text,
            re.I,
        )
    )


def _lengths(text: str) -> list[Amount]:
    """The distances of a sentence; "894 kilometres with Russia and 428 with Turkey" gives the unit
    of both once."""
    found = []
    unit = None
    for amount in amounts(text):
        if amount.km is not None:
            unit = amount.unit
        elif unit is not None and amount.unit is None and not is_date_part(text, amount):
            said_of = _WITH_IT.match(text, amount.end) or _FOR_IT.search(text[: amount.start])
            amount = replace(amount, unit=unit) if said_of and amount.value >= 2 else amount
        if amount.km is not None:
            found.append(amount)
    return found


_WITH_IT = re.compile(r"\s+(?:with|to|towards)\s+(?:the\s+)?[A-Z]")
_FOR_IT = re.compile(r"\b[A-Z][\w’'-]+\s+(?:with|for|has|by)\s+(?:about\s+|some\s+|another\s+)?$")


def _whole_lengths(text: str, lengths: Sequence[Amount]) -> list[Amount]:
    """The lengths of a line: no heights, depths, widths, nor distances from it."""
    kept = []
    for amount in lengths:
        behind = text[amount.end : amount.end + 24].lower()
        before = text[max(0, amount.start - 24) : amount.start].lower()
        if re.match(
            r"\s*(?:from|away|off|inside|into|beyond|deep|high|wide|tall|north|south|east|west|"
            r"per|an hour|above|below|apart|thick)",
            behind,
        ):
            continue
        if re.search(r"\bwithin\s*$|\bheight|\bdepth", before):
            continue
        kept.append(amount)
    return kept


def _stance_of(text: str, amount: Amount) -> Stance:
    """The stance of the part of a sentence that a figure stands in: "Even the length is disputed:
    in Chinese statements it is 2,000 kilometres" does not deny the figure."""
    begin = max((end.end() for end in _PART_ENDS.finditer(text, 0, amount.start)), default=0)
    return stance(text[begin:]) if begin else stance(text)


_PART_ENDS = re.compile(r"[:;]\s")


def _quantity(text: str, amount: Amount) -> Quantity:
    return Quantity(
        amount.value, amount.unit or "", text[amount.start : amount.end], amount.approximation
    )


def _scope(text: str, amount: Amount) -> str | None:
    """What part of a border a length is for, in the article's word; None for all of it.

    Only the clause around the figure is read: "392 kilometres, and neither has another
    neighbour on land" is about the whole, and so is the 392 of "164 of the 392 kilometres".
    """
    if _OUT_OF.search(text[: amount.start]):
        return None
    if re.match(
        r"\s+of\s+(?:the|its|their|[A-Z]\w+['’]s)\s+(?:\w+\s+)?(?:border|frontier|boundary|line)",
        text[amount.end :],
    ) and not re.search(r"\bshar", text):
        return "part"
    if re.match(r"\s+of\s+(?:it|this|that|which|them)\b", text[amount.end :]) or re.search(
        r"\b(?:third|half|quarter|fifth|most|part|per ?cent)s?\s+of\s+(?:the|its|this|that|"
        r"it)\b[^.;\d]*$",
        text[: amount.start],
    ):
        return "part"
    clauses = re.split(r"[,;:]\s", text[: amount.start])
    # "The first section, 54 kilometres": what the figure is for stands before the comma
    before = (clauses[-1].strip() or clauses[-2:][0])[-60:]
    after = re.split(r"[,;:]\s|\sand\s", text[amount.end :], maxsplit=1)[0][:60]
    if re.search(
        r"\bacross (?:it|the (?:island|islet|rock|lake|river|bay|glacier|lagoon))\b", before
    ):
        return "part"
    match = re.search(
        r"\b(?:land|sea|maritime|river|coast\w*|fence\w*|wall|barrier|berm|another|part|third|half|"
        r"corridor|gap|strip|without|excluding|including|counted|only|section|stretch|piece|"
        r"average|wide|one(?!\s+with\b)|other|missing|remain\w*|unfinished|unmarked|unfenced|fenced)\b",
        f"{before} {after}",
        re.IGNORECASE,
    )
    if match is None:
        return None
    return {"sea": "maritime"}.get(match[0].lower(), match[0].lower())


_OUT_OF = re.compile(
    r"\d\s*(?:km|kilomet\w+|miles?)?\s+(?:out )?of\s+(?:the|its|their|all)\s+(?:\w+\s+)?$"
)
_LOOK_BACK = 3  # sentences: what names the sides stands so near, or the title names them


def _passages(
    sentences: Sequence[Sentence], position: int, sides: Iterable[str], pair: Iterable[str] = ()
) -> tuple[tuple[Passage, ...], int]:
    """The sentence, with the nearest one before that names a side which this one does not.

    Sides of the one `pair` that none so near names stand in the nearest earlier sentence that
    does: "the two neighbours" must not be told without their names.
    """
    sentence = sentences[position]
    missing = set(sides) - set(sentence.places)
    for back in range(1, min(position, _LOOK_BACK if missing else 0) + 1):
        before = sentences[position - back]
        if missing & set(before.places):
            return (before.passage, sentence.passage), 1
    if position and (
        leans_on_what_came_before(sentence.passage.text) or _asks_how_long(sentences, position)
    ):
        return (sentences[position - 1].passage, sentence.passage), 1
    if lost := set(pair) - set(sentence.places):
        named = [(len(lost & _by_name(one)), number) for number, one in enumerate(sentences)]
        best, number = max(named[:position], default=(0, 0))
        if best:
            return (sentences[number].passage, sentence.passage), 1
    return (sentence.passage,), 0


def _by_name(sentence: Sentence) -> set[str]:
    return {mention.key for mention in sentence.mentions if mention.form == "name"}
