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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.facts.context import asks_how_long, lead_of_table, text_before, with_their_sides
from bot.facts.cues import cue, small_cue
from bot.facts.incidents import claim, clash, denial
from bot.facts.left_out import (
    at_the_line_of,
    border_with,
    by_compass,
    counts_its_own,
    has_one_with,
    last_of,
    lies_in_neighbour,
    none_of_their_own,
    parts_of,
    told_of_the_same,
    unnamed_side,
    with_the_same,
)
from bot.facts.lengths import (
    distances,
    lengths_carried_on,
    scope_of,
    scope_of_it,
    stance_of,
    whole_lengths,
)
from bot.facts.masked import mask
from bot.facts.rows import header_of, lengths_of_row, pairs_of_row
from bot.facts.sentence import BODIES, Sentence
from bot.facts.series import lengths_in_a_row
from bot.facts.sides import TOGETHER, loose_sides, nearest_pair, pairs_in
from bot.facts.spoken_lines import (
    answers_who_borders,
    by_topic,
    sides_of_named_line,
    their_sides,
    they_who_meet_not,
    two_sides,
)
from bot.facts.stance import NEGATION, speaker
from bot.facts.territory import (
    kept_from_the_rest,
    land_between,
    piece_told,
    pieces_inside,
    way_across,
    way_through,
)
from bot.facts.the_two import AT_SEA
from bot.facts.whose import (
    NAMED_LINE,
    NO_LAND,
    REST,
    SUM,
    Atlas,
    across,
    by_regions,
    by_the_line,
    carry,
    continues,
    is_likely,
    is_of_the_pair,
    lines_of_states,
    main_pair,
    may_touch,
    neighbours_of_topic,
    with_members,
    with_pair,
)
from bot.language.agreement import quantity_of
from bot.language.quantities import Amount
from bot.language.words import is_question
from bot.model import Fact, FactKind, Stance

_METAPHOR = re.compile(
    r"\b(?:borders? on (?:the )?[a-z]|borderline|without borders|cross-border trade)\b"
)


@dataclass(frozen=True, slots=True)
class _Subject:
    """What an article is about: the places it speaks of most, how often it names each, whether its
    title names the first, the lines that it knows by name, and its map."""

    topics: tuple[str, ...]
    spoken_of: Mapping[str, int]
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
    main = main_pair(sentences, title, title_places, atlas)
    alone = len(title_places) == 1 and bool(atlas.neighbours.get(title_places[0]))
    if main and alone and not {*title_places} & _and_its_country(main, atlas):
        main = None  # an article on one country tells of the lines of others, too
    of = _Subject(
        topics,
        tally,
        bool({*topics[:1]} & {*title_places}),
        lines_of_states(sentences),
        replace(atlas, neighbours=with_pair(atlas.neighbours, main)),
    )
    facts: list[Fact] = []
    pair: tuple[str, str] | None = None
    told = False  # whether the sentence before told of that very pair
    for position in range(len(sentences)):
        found, pair = _facts_of(sentences, position, pair or main, told, of)
        beside = atlas.neighbours
        if not found and (between := clash(sentences, position, beside)):
            found = [between]
        if not found and (claimed := claim(sentences, position, topics, beside)):
            found = [claimed]
        if not found and (piece := piece_told(sentences, position, topics, beside)):
            found = [piece]
        if denied := denial(sentences, position, facts, beside):
            found = [*found, denied]
        told = bool(found) and pair is not None and any(pair in fact.pairs for fact in found)
        facts.extend(found)
    return facts


def _and_its_country(pair: tuple[str, str], atlas: Atlas) -> set[str]:
    return {*pair, *(atlas.within.get(key, key) for key in pair)}


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
    small = text.lower()  # what is asked without regard to case takes three times as long
    masked, keys = mask(sentence)
    if is_question(text):  # tells nothing, but what comes next may answer it
        asked = pairs_in(masked, keys, sentence, topics)
        if not asked and len(sentence.places) == 2:
            asked = ((sentence.places[0], sentence.places[1]),)
        return [], asked[0] if len(asked) == 1 else carry(sentences, position, pair)
    line_at, without = none_of_their_own(sentences, position, masked, keys)
    if without:
        same = with_the_same(sentence, pair)
        none = Fact(
            kind=FactKind.BORDER,
            passages=(sentences[line_at].passage, sentence.passage),
            at=1,
            places=tuple(dict.fromkeys((*without, *(key for _, key in same), *sentence.places))),
            pairs=same,
            stance=Stance.NEGATED,
            role=str(len(without)),
        )
        return [none], pair
    named_line = bool(NAMED_LINE.search(text))
    has_line = bool(small_cue("border", "nouns").search(small)) or bool(
        (pair and (named_line or re.search(r"\bthe line\b", text)))
        or lines & {*NAMED_LINE.findall(text)}
        # "Two guards were killed when men tried to get across", behind a sentence on the line
        or (told_before and not sentence.places and _OVER_IT.search(text) and _happened(text))
    )
    has_verb = bool(_VERB_WORD.search(small))
    has_structure = bool(small_cue("border", "structures").search(small))
    has_shape = bool(small_cue("border", "shapes").search(small))
    has_limit = bool(small_cue("border", "limits").search(small))
    lengths = distances(text)
    lengths = lengths or lengths_of_row(sentences, position)
    if not lengths and position:
        lengths = lengths_carried_on(text_before(sentences, position), text)
    of_a_line = has_line or has_structure or has_verb
    pairs, of_a_body = _side_by_side(
        sentence, masked, keys, text_before(sentences, position), of_a_line, of
    )
    apart = (
        land_between(sentence, masked, keys, topics, neighbours)
        or pieces_inside(masked, keys, neighbours)
        or way_through(sentence, masked, keys, topics, neighbours)
        or kept_from_the_rest(sentence, masked, keys, topics, neighbours)
    )
    if apart:
        pairs, has_shape = (*pairs, *(two for two in apart if two[::-1] not in pairs)), True
        pairs = tuple(dict.fromkeys(pairs))
    if not pairs and (over := way_across(masked, keys, neighbours)):
        pairs, has_structure = over, True
    row = lengths_in_a_row(sentence, lengths, (*sentence.focus_places, *topics[:2]), neighbours)
    if row:
        listed = {other for _, other in row.values()}
        kept = (pair_ for pair_ in pairs if not {*pair_} <= listed)
        pairs = tuple(dict.fromkeys((*row.values(), *kept)))
    if not pairs and has_line and len(sentence.countries) == 2:
        one, other = sentence.countries
        beside = across((one, other), within, neighbours, topics, text)
        pairs = (beside,) if {*beside} != {one, other} else ()
    if not pairs and has_line:
        pairs = their_sides(sentences, position, neighbours)
    if (not sentence.places or not pairs) and TOGETHER.search(masked):
        spoken_of = (*sentence.places, *sentence.focus_places)
        near = [
            two
            for two in itertools.combinations(spoken_of, 2)
            if two[1] in neighbours.get(two[0], ())
        ]
        likely = pair is not None and (not near or may_touch(*pair, neighbours))
        pairs = (pair,) if pair and likely else tuple(near[:1]) or pairs
    pairs = they_who_meet_not(sentences, position) or pairs
    if not sentence.places and AT_SEA.search(text) and _THE_TWO.search(text):
        pairs = (sentence.focus_places[:2],) if len(sentence.focus_places) == 2 else pairs
    if not pairs and (named_line or has_line) and lengths:
        pairs = sides_of_named_line(text, of.spoken_of)
    if not pairs and (has_line or has_shape):
        pairs = tuple(halves[key] for key in sentence.places if key in halves)
    asked_at, told = answers_who_borders(
        sentences, position, topics[:1] if titled else (), neighbours
    )
    pairs = told or pairs
    if not pairs and titled and _ENUMERATES.search(text):
        pairs = neighbours_of_topic(sentences, position, topics[0], neighbours)
    if not pairs and (cells := pairs_of_row(sentences, position, topics, lengths, neighbours)):
        pairs = cells
    if not pairs and titled and (parts := parts_of(sentences, position, topics[0], neighbours)):
        pairs = parts
    same = told_of_the_same(sentences, position, masked, keys)
    if not pairs and same:
        pairs = same
    if not pairs and (alike := with_the_same(sentence, pair)):
        pairs = alike
    if pairs and not has_line and small_cue("border", "links").search(small):
        has_structure = True
    if not pairs and (last := last_of(sentences, position, topics)):
        pairs, has_structure = last, True
    length_of_pair = bool(
        whole_lengths(text, lengths)  # "It will be 3.9 metres high" goes on about a wall
        and pair
        and not has_line
        and not SUM.match(text)
        and (
            continues(text)
            or re.search(r"\bline\b", text)
            or (told_before and {*sentence.places} <= {*pair})
            or (asks_how_long(sentences, position) and {*sentence.places} <= {*pair})
        )
    )
    if not (
        has_line or has_verb or has_structure or has_shape or has_limit or pairs or length_of_pair
    ):
        return [], carry(sentences, position, pair)
    if _METAPHOR.search(text) and not pairs:
        return [], pair
    if not pairs and pair and not of_a_body:
        goes_on = length_of_pair or is_of_the_pair(sentence, pair, bool(lengths), has_line, within)
        pairs = by_regions(pair, sentence, within) if goes_on else ()
    pairs = tuple(one for one in pairs if is_likely(one, sentence, neighbours))
    sides = tuple(dict.fromkeys(key for pair_ in pairs for key in pair_))
    if not pairs and _ANY_LINE.search(text) and _says_nothing_of_it(sentence):
        return [], carry(sentences, position, pair)
    if not sides and (has_line or has_shape or has_structure or has_limit):
        sides = loose_sides(sentence, masked, keys)
        if titled and len(sides) == 1 and topics[0] not in sides:
            sides = (*sides, topics[0])
    if not sides and not sentence.places and not (lengths and named_line):
        return [], pair
    if not pairs:
        sides = sides or sentence.places[:3] or sentence.focus_places[:1]
        likely_sides = by_the_line(sides, of.spoken_of, topics, neighbours)
        if sides and not likely_sides:
            return [], carry(sentences, position, pair)
        sides = likely_sides
        pairs = two_sides(text, sides, neighbours) if has_line and lengths else ()
    others = tuple(key for key in sentence.places if key not in sides)
    only = pairs[0] if len(pairs) == 1 else ()
    passages, at = with_their_sides(sentences, position, sides, only)
    if told:  # "It" is what the question is about, and so are the points of the compass
        passages, at = (sentences[asked_at].passage, sentence.passage), 1
    if " | " in text and (header := header_of(sentences, position)) != position:
        lead = lead_of_table(sentences, header, {*only} - {*sentence.places})
        passages = (*lead, sentences[header].passage, sentence.passage)
        at = len(passages) - 1

    before = text_before(sentences, position)

    def fact(kind: FactKind, amount: Amount | None = None) -> Fact:
        own = pairs
        if amount is not None and row:  # what is none of the row adds it up
            start = max((at for at in row if 0 <= amount.start - at <= _SAME_LENGTH), default=-1)
            own = (row[start],) if start >= 0 else ()
        elif amount is not None and len(pairs) > 1:
            own = nearest_pair(sentence, pairs, amount)
        return Fact(
            kind=kind,
            passages=passages,
            at=at,
            places=tuple(dict.fromkeys((*sides, *others))),
            pairs=own,
            quantity=quantity_of(text, amount) if amount else None,
            stance=stance_of(text, amount) if amount else sentence.stance,
            attributed_to=speaker(text),
            role=str(len(sides)),
            scope=_scope(text, before, amount, bool(apart)) if amount else None,
        )

    found: list[Fact] = []
    if pairs and not _denies_another_thing(sentence, sides):
        found.append(fact(FactKind.BORDER))
    cut_off = apart or (has_shape and REST.search(text))
    if cut_off or re.search(r"\b(?:ex|en)claves?\b", small):
        found.append(fact(FactKind.EXCLAVE))
    if lengths and (has_line or has_shape or has_structure or length_of_pair or pairs):
        found.extend(fact(FactKind.LENGTH, amount) for amount in whole_lengths(text, lengths))
    if (
        (has_line or has_limit or has_structure or has_shape)
        and small_cue("incident", "verbs").search(small)
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
    if not found and sentence.places and _COUNTS_NEIGHBOURS.search(small):
        found.append(fact(FactKind.BORDER))
    if not found and (same or has_line or has_shape):
        border = len(sides) >= 2 and (bool(NEGATION.search(text)) or has_line)
        if border or has_line:
            found.append(fact(FactKind.BORDER if border else FactKind.CROSSING))
    if len(pairs) == 1 and sentence.stance is not Stance.NEGATED:
        return found, pairs[0]
    return found, carry(sentences, position, pair)


def _side_by_side(
    sentence: Sentence,
    masked: str,
    keys: Sequence[str],
    before: str,
    of_a_line: bool,
    of: _Subject,
) -> tuple[tuple[tuple[str, str], ...], bool]:
    """The pairs that a sentence sets side by side by its own words, with the help of the map where
    it leaves one side out; and whether a body such as the African Union stood for a side.

    `before` is the sentence before, `of_a_line` whether this one speaks of a line at all.
    """
    neighbours, within, topics = of.atlas.neighbours, of.atlas.within, of.topics
    text = sentence.passage.text
    pairs = pairs_in(masked, keys, sentence, topics) or at_the_line_of(masked, keys, neighbours)
    of_a_body = any(NO_LAND & {*one} for one in pairs)
    pairs = pairs or has_one_with(masked, keys, before, topics)
    pairs = tuple(
        across(one, within, neighbours, topics, text)
        for one in by_topic(pairs, sentence, topics, neighbours)
        if is_likely(one, sentence, neighbours)
    )
    if not {one for one, _ in pairs} <= {*sentence.focus_places} or not pairs:
        candidates = dict.fromkeys((*sentence.focus_places, *topics, *neighbours))
        pairs = unnamed_side(masked, keys, candidates, neighbours) or pairs
    apart = not any(may_touch(*one, neighbours) for one in pairs)
    if apart and of_a_line and not (of_a_body or NEGATION.search(text) or _ITS_OWN.search(text)):
        states = [key for key in topics if key not in BODIES]
        candidates = dict.fromkeys((*sentence.focus_places[:1], *states[:2]))
        pairs = border_with(masked, keys, candidates, neighbours) or pairs
    pairs = pairs or lies_in_neighbour(masked, keys, neighbours)
    pairs = with_members(pairs, sentence, neighbours)
    pairs = pairs or counts_its_own(masked, keys, before, neighbours)
    pairs = pairs or by_compass(masked, keys, (*sentence.focus_places, *topics), neighbours)
    return pairs, of_a_body


# "an international border would vanish": which one, no sentence near may be asked
_ANY_LINE = re.compile(
    r"\b(?:an?|any|every|each|another)\s+(?:[\w-]+\s+){0,2}(?:borders?|frontiers?|boundar(?:y|ies))\b",
    re.IGNORECASE,
)


def _scope(text: str, before: str, amount: Amount, is_apart: bool) -> str | None:
    """What part of a line a length is for; of none, where it is of the land between two places."""
    return scope_of(text, amount) or scope_of_it(before, text) or ("gap" if is_apart else None)


_SAME_LENGTH = 24  # characters, in which it is given once more in another unit
# "Sudan lost its frontier with Kenya": of Sudan, though the map has none any more
_ITS_OWN = re.compile(
    r"\b(?:lost|loses|had|kept|gave up)\s+(?:its|their)\s+(?:\w+\s+)?"
    r"(?:borders?|frontiers?|boundary)\b"
)
_OVER_IT = re.compile(r"\b(?:across|(?:border )?guards?|patrols?|the other side)\b")


def _denies_another_thing(sentence: Sentence, sides: Sequence[str]) -> bool:
    """Whether a sentence that names no side denies anything but their border: "There is no second
    neighbour", "The fence is there for animals, not for people"."""
    if sentence.stance is not Stance.NEGATED or {*sides} & {*sentence.places}:
        return False
    return not _DENIES_LINE.search(sentence.passage.text)


_DENIES_LINE = re.compile(
    r"(?:\b(?:no|not|neither|nor|never|nowhere|without)\b|n['’]t\b)"
    r"(?!\s+(?:second|other|further|more|third|single)\b)[^.;]{0,40}"
    r"\b(?:border|frontier|boundar|shar|touch|meet|neighbou?r|adjoin|adjacent|abut)",
    re.IGNORECASE,
)
_THE_TWO = re.compile(r"\b(?:the two|both|they|their)\b", re.IGNORECASE)


def _says_nothing_of_it(sentence: Sentence) -> bool:
    """Whether "a border" in a sentence is no line in particular: "If it did, a border would
    vanish", "A border is a scar". But "The line is not a state border" speaks of the line."""
    if sentence.stance is Stance.NEGATED:
        return False
    return not sentence.places or sentence.stance is Stance.HYPOTHETICAL


# "Congo has nine neighbours" tells of its borders without naming one
_COUNTS_NEIGHBOURS = re.compile(
    r"\b(?:has|have|had|with|borders?|touches)\s+(?:only\s+|no fewer than\s+)?(?:\d+|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)\s+(?:land\s+|direct\s+|"
    r"immediate\s+|other\s+)?(?:neighbou?rs|countries|states)\b"
    r"|\b(?:borders|touches|adjoins)\s+(?:every|all|each|no|none of the)\s+(?:the\s+)?(?:other\s+)?"
    r"(?:neighbou?rs?|countr(?:y|ies)|states?|provinces?)\b",
)
# "The longest part is Bolivia's. Peru comes next with 2 995": of the border of the topic
_ENUMERATES = re.compile(
    r"\b(?:longest|shortest|smallest|largest|next|second|third|then|followed|last|belongs to)\b"
    r"[^.]*\d|\d[^.]*\b(?:longest|shortest|next|followed)\b"
)


_VERB_WORD = re.compile(
    r"\b(?:neighbou?r\w*|adjoin\w*|abut\w*|surround\w*|wedged|nestled|sandwiched|squeezed|"
    r"landlocked|enclos\w+)\b",
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
