"""The sides of the line that a sentence tells of: by its own words, those before it, and the title.

The ways are tried in turn, the surest first, and each that finds nothing leaves it to the next; so
they stand in one module. The map is evidence for what is meant, never a source. Pure.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.facts.context import asks_how_long, text_before
from bot.facts.cues import small_cue
from bot.facts.its_sides import (
    former_and_latter,
    of_all,
    of_the_line_told,
    of_whose_lines,
    owner_told,
    share_of_a_member,
    the_two_before,
    two_just_named,
    with_it,
)
from bot.facts.left_out import (
    at_the_line_of,
    border_with,
    by_compass,
    counts_its_own,
    has_one_with,
    last_of,
    lies_in_neighbour,
    parts_of,
    told_of_the_same,
    unnamed_side,
    with_the_country,
    with_the_same,
)
from bot.facts.lengths import FOLLOWS, whole_lengths
from bot.facts.line import Line, Pair, Subject, Words
from bot.facts.listed import (
    all_those_told,
    counted_out,
    list_of_neighbours,
    of_own_entry,
    one_more,
    one_of_these,
    own_part,
    pairs_of_entry,
)
from bot.facts.no_neighbours import it_and_none_of_them, no_neighbours
from bot.facts.rows import is_of_parts, pairs_of_row
from bot.facts.sentence import BODIES, Sentence
from bot.facts.series import lengths_in_a_row
from bot.facts.sides import (
    TOGETHER,
    all_the_borders_of,
    loose_sides,
    pairs_in,
    without_a_border,
)
from bot.facts.spoken_lines import (
    THE_LINE_THERE,
    answers_who_borders,
    by_topic,
    is_another_side,
    sides_of_named_line,
    their_sides,
    they_who_meet_not,
    two_sides,
)
from bot.facts.stance import NEGATION
from bot.facts.territory import (
    kept_from_the_rest,
    land_between,
    pieces_inside,
    way_across,
    way_through,
)
from bot.facts.the_two import AT_SEA, two_named_first
from bot.facts.whose import (
    NO_LAND,
    SUM,
    UNIONS,
    across,
    by_regions,
    by_the_line,
    carry,
    continues,
    is_likely,
    is_of_several,
    is_of_the_pair,
    may_touch,
    neighbours_of_topic,
    with_members,
)
from bot.language.quantities import Amount
from bot.language.words import is_question
from bot.model import Stance


def line_of(
    sentences: Sequence[Sentence],
    position: int,
    masked: str,
    keys: Sequence[str],
    words: Words,
    pair: Pair | None,
    pairs_before: Sequence[Pair],
    of: Subject,
    at_spot: bool = False,
) -> tuple[Line | None, Pair | None]:
    """Whose line the sentence tells of, if it tells of one; and the pair that "the line" means in
    the next one. `pair` is what it means here, `pairs_before` what the sentence before told of;
    `masked` and `keys` are the sentence as `mask` has it, `at_spot` says that it names a spot on
    the line of the pair."""
    sentence = sentences[position]
    text = sentence.passage.text
    nothing = None, carry(sentences, position, pair)
    found = _pairs_told(sentences, position, masked, keys, words, pair, pairs_before, of)
    pairs, words = found.pairs, found.words
    alone = without_a_border(masked, keys)
    owner = all_the_borders_of(masked, keys) or alone
    pairs = () if owner and not found.row else pairs
    goes_on = _is_its_length(sentences, position, words, pair, pair in pairs_before)
    of_a_line = words.line or words.shape or words.structure or words.limit
    if not (of_a_line or words.verb or pairs or goes_on):
        return nothing
    if _METAPHOR.search(text) and not pairs:
        return None, pair
    if _OF_TABLES.match(text) and not sentence.places:
        return nothing
    if not pairs and _FAR_FROM.search(text):
        return nothing
    within = of.atlas.within
    of_one = len(pairs_before) > 1 and _ONE_OF_MANY.match(text)
    if not pairs and pair and not owner and not found.of_a_body and not of_one:
        spoken_of = at_spot and (words.structure or words.line)
        spoken_of = spoken_of or is_of_the_pair(
            sentence, pair, bool(words.lengths), words.line, within
        )
        spoken_of = spoken_of and not is_another_side(
            sentences, position, pair, of.atlas.neighbours
        )
        pairs = by_regions(pair, sentence, within) if goes_on or spoken_of else ()
    pairs = tuple(one for one in pairs if is_likely(one, sentence, of.atlas.neighbours))
    if not pairs and _ANY_LINE.search(text) and _says_nothing_of_it(sentence):
        return nothing
    sides = tuple(dict.fromkeys(key for pair_ in pairs for key in pair_))
    if not sides and of_a_line:
        sides = loose_sides(sentence, masked, keys, of.atlas.neighbours)
        if is_of_several(sentence) and not sentence.places:  # "the land borders": no one's in sight
            it = [key for key in sentence.focus_places[:1] if key not in BODIES]
            sides = tuple(it if _IT.match(text) else of.topics[:1]) if of.titled else ()
        sides = (owner,) if owner else _with_topic(sides, sentence, of)
    if not sides and not sentence.places and not (words.lengths and words.named):
        return None, pair
    if not pairs:
        sides = sides or sentence.places[:3] or sentence.focus_places[:1]
        likely_sides = (alone,) if alone else by_the_line(sides, of.spoken_of, of.topics, of.atlas)
        if sides and not likely_sides:
            return nothing
        sides = likely_sides
        pairs = two_sides(text, sides, of.atlas.neighbours) if words.line and words.lengths else ()
    line = Line(words, pairs, sides, found.apart, found.row, found.asked, found.same, goes_on)
    compared = _COMPARED_WITH.search(text)  # "less than half as long as the border with Canada"
    if len(pairs) == 1 and sentence.stance is not Stance.NEGATED and not compared:
        return line, pairs[0]
    return line, nothing[1]


def _with_topic(sides: tuple[str, ...], sentence: Sentence, of: Subject) -> tuple[str, ...]:
    """The one side that a sentence leaves, with what the article is about where the two may touch;
    that alone where the sentence names no place, and what was spoken of last lies far from it."""
    if not of.titled or len(sides) != 1 or of.topics[0] in {*sides, *NO_LAND}:
        return sides
    if THE_LINE_THERE.search(sentence.passage.text):
        return sides  # at a place that the sentence names
    if may_touch(of.topics[0], sides[0], of.atlas.neighbours):
        return (*sides, of.topics[0])
    return sides if sentence.places else of.topics[:1]


@dataclass(frozen=True, slots=True)
class _Told:
    """The pairs of a sentence, and by which way they were found; see `Line`. `of_a_body` where the
    sentence gives a body such as the African Union for a side."""

    pairs: tuple[Pair, ...]
    words: Words
    of_a_body: bool
    apart: bool
    row: dict[int, Pair]
    asked: int | None
    same: bool


def _pairs_told(
    sentences: Sequence[Sentence],
    position: int,
    masked: str,
    keys: Sequence[str],
    words: Words,
    pair: Pair | None,
    pairs_before: Sequence[Pair],
    of: Subject,
) -> _Told:
    """The pairs that a sentence sets side by side, in its own words or behind those before it."""
    topics, titled = of.topics, of.titled
    neighbours, halves = of.atlas.neighbours, of.atlas.halves
    sentence = sentences[position]
    text = sentence.passage.text
    lengths = words.lengths
    pairs, of_a_body = _side_by_side(
        sentences, position, masked, keys, words, pair, pairs_before, of
    )
    apart = (
        land_between(sentence, masked, keys, topics, neighbours)
        or pieces_inside(masked, keys, neighbours)
        or way_through(sentence, masked, keys, topics, neighbours)
        or kept_from_the_rest(sentence, masked, keys, topics, neighbours)
    )
    if apart:
        pairs = tuple(dict.fromkeys((*pairs, *(two for two in apart if two[::-1] not in pairs))))
        words = replace(words, shape=True)
    # a road "from Warsaw to Vilnius" is in two countries, and of no line
    over = () if pairs else way_across(masked, keys, neighbours)
    if over and not all(mention.form == "capital" for mention in sentence.mentions):
        pairs, words = over, replace(words, structure=True)
    # whose neighbours they are is looked for elsewhere where the sentence does not say it
    said = any({*two} <= {*sentence.places} for two in pairs)
    spoken_of = (*sentence.focus_places, *topics[:2], *(one for one, _ in pairs))
    candidates = () if said else spoken_of
    row = lengths_in_a_row(sentence, lengths, candidates, neighbours)
    row = row or former_and_latter(text, lengths, pairs_before)
    if row:
        listed = {other for _, other in row.values()}
        told = [{*pair_} for pair_ in row.values()]
        kept = (pair_ for pair_ in pairs if not {*pair_} <= listed and {*pair_} not in told)
        pairs = tuple(dict.fromkeys((*row.values(), *kept)))
    if not pairs and words.line and len(sentence.countries) == 2:
        one, other = sentence.countries
        beside = across((one, other), of.atlas.within, neighbours, topics, text)
        pairs = (beside,) if {*beside} != {one, other} else ()
    if not pairs and words.line:
        pairs = their_sides(sentences, position, neighbours)
    pairs = pairs or of_the_line_told(sentence, pairs_before)
    if not pairs and words.line and pair is None:
        pairs = the_two_before(sentences, position, neighbours)
    if words.line or words.structure or lengths:
        pairs = pairs or all_those_told(sentence, pairs_before)
    pairs = pairs or own_part(masked, keys, pairs_before, neighbours)
    pairs = pairs or share_of_a_member(sentence, pairs_before, UNIONS)
    if (not sentence.places or not pairs) and TOGETHER.search(masked.lower()):
        subjects = two_named_first(sentences[:position], sentence.passage) if words.line else ()
        pairs = two_just_named(sentences, position, neighbours) or (
            (subjects,) if len(subjects) == 2 else _of_the_two(sentence, pair, of) or pairs
        )
    pairs = they_who_meet_not(sentences, position) or pairs
    two = sentence.focus_places
    if len(two) == 2 and not sentence.places and AT_SEA.search(text) and _THE_TWO.search(text):
        pairs = ((two[0], two[1]),)
    if not pairs and (words.named or words.line) and lengths:
        pairs = sides_of_named_line(text, of.spoken_of)
    if not pairs and (words.line or words.shape):
        pairs = tuple(halves[key] for key in sentence.places if key in halves)
    asked, answer = answers_who_borders(
        sentences, position, topics[:1] if titled else (), neighbours
    )
    pairs = answer or pairs
    on_all = titled and bool(sentence.places) and not THE_LINE_THERE.search(text)
    if not pairs and on_all and (_ENUMERATES.search(text) or (lengths and FOLLOWS.match(text))):
        pairs = neighbours_of_topic(sentences, position, topics[0], neighbours)
    pairs = pairs or pairs_of_row(sentences, position, topics, lengths, neighbours)
    if not pairs and lengths:
        pairs = pairs_of_entry(sentences, position, masked, keys, topics, neighbours)
    pairs = pairs or one_of_these(sentence, pairs_before, bool(lengths))
    if not pairs and on_all:
        pairs = parts_of(sentences, position, topics[0], neighbours)
    same = told_of_the_same(sentences, position, masked, keys)
    pairs = pairs or same or with_the_same(sentence, pair)
    pairs = pairs or with_the_country(masked, keys, sentence, topics)
    if pairs and not words.line and small_cue("border", "links").search(text.lower()):
        words = replace(words, structure=True)
    if not pairs and (last := last_of(sentences, position, topics)):
        pairs, words = last, replace(words, structure=True)
    spoken_of = (
        *(topics[:1] if titled else ()),
        *(sentences[position - 1].places[:1] if position else ()),
        *(pair or ()),
    )
    none = no_neighbours(masked, keys, sentence, spoken_of, neighbours)
    if none and sentence.stance is Stance.NEGATED:
        pairs, row = none, {}
    often = sorted(of.spoken_of, key=lambda key: -of.spoken_of[key])
    if of_three := it_and_none_of_them(sentence, often, neighbours):
        pairs, row = of_three, {}
    if pair and _answers_how_long(sentences, position, lengths):
        pairs, row = (pair,), {}
    where = asked if answer else None
    return _Told(pairs, words, of_a_body, bool(apart), row, where, bool(same))


def _answers_how_long(
    sentences: Sequence[Sentence], position: int, lengths: Sequence[Amount]
) -> bool:
    """Whether a saying of several sentences gives first how long the line is that was asked about,
    and only then speaks of another: "About 230 kilometres. The one with Botswana is longer"."""
    sentence = sentences[position]
    if not lengths or not sentence.mentions or not asks_how_long(sentences, position):
        return False
    between = sentence.passage.text[lengths[0].end : sentence.mentions[0].start]
    return bool(re.search(r"[.!]\s", between))


def _of_the_two(sentence: Sentence, pair: Pair | None, of: Subject) -> tuple[Pair, ...]:
    """The pair of "They share a border": who is spoken of, or two neighbours that are named."""
    neighbours = of.atlas.neighbours
    near = [
        two
        for two in itertools.combinations((*sentence.places, *sentence.focus_places), 2)
        if two[1] in neighbours.get(two[0], ())
    ]
    if pair is not None and (not near or may_touch(*pair, neighbours)):
        return (pair,)
    return tuple(near[:1])


_YES = re.compile(r"\W*(?:Yes|Indeed|It does|They do|One)\b")
# "The 1,621-kilometre figure given by the other side leaves out the islands"
# "With China the line is far longer": than the one that was told of before
_LONGER = re.compile(r"\b(?:(?:long|short)er|(?:twice|half) as long)\b")
_ITS = re.compile(r"\b[Ii]ts\b")
_IT = re.compile(r"\W*It\b")
_A_FIGURE = re.compile(r"\b(?:figure|length|measurement|estimate|reckoning|survey|count)s?\b")


def _is_its_length(
    sentences: Sequence[Sentence],
    position: int,
    words: Words,
    pair: Pair | None,
    told_before: bool,
) -> bool:
    """Whether a length of a sentence without a word for a line is of that of the pair."""
    sentence = sentences[position]
    text = sentence.passage.text
    return bool(
        pair
        and not words.line
        and whole_lengths(text, words.lengths)  # "It will be 3.9 metres high" goes on about a wall
        and not SUM.match(text)
        and (
            continues(text)
            or is_of_parts(sentences, position)
            or re.search(r"\bline\b", text)
            or ((told_before or _A_FIGURE.search(text)) and {*sentence.places} <= {*pair})
            or (asks_how_long(sentences, position) and {*sentence.places} <= {*pair})
            or (_YES.match(text) and is_question(text_before(sentences, position)))
        )
    )


def _side_by_side(
    sentences: Sequence[Sentence],
    position: int,
    masked: str,
    keys: Sequence[str],
    words: Words,
    pair: Pair | None,
    pairs_before: Sequence[Pair],
    of: Subject,
) -> tuple[tuple[Pair, ...], bool]:
    """The pairs that a sentence sets side by side by its own words, with the help of the map where
    it leaves one side out; and whether a body such as the African Union stood for a side."""
    sentence, before = sentences[position], text_before(sentences, position)
    if (
        not keys and len(sentence.focus_places) < 2
    ):  # every way asks for a place, as `pairs_in` does
        return (), False
    neighbours, within, topics = of.atlas.neighbours, of.atlas.within, of.topics
    text = sentence.passage.text
    of_a_line = words.line or words.structure or words.verb
    pairs = of_own_entry(masked, keys, neighbours)
    pairs = pairs or counted_out(masked, keys, (*sentence.focus_places, *topics), neighbours)
    counted = (*sentence.focus_places, *topics)
    pairs = pairs or list_of_neighbours(before, masked, keys, counted, neighbours)
    whose = (
        *of_all(pairs_before),
        *(pairs_before[0][:1] if len(pairs_before) == 1 else ()),
        *((pair or ())[:1] if not of.titled and _LONGER.search(text) else ()),
        *topics,
    )
    spoken_of = of_all(pairs_before) or counted[:1]
    pairs = pairs or one_more(masked, sentence, spoken_of, neighbours)
    pairs = pairs or with_it(sentences, position, masked, keys, whose, neighbours)
    pairs = pairs or pairs_in(masked, keys, sentence, topics)
    pairs = pairs or at_the_line_of(masked, keys, neighbours)
    of_a_body = any(NO_LAND & {*one} for one in pairs)
    pairs = pairs or has_one_with(masked, keys, before, whose, neighbours)
    last = sentences[position - 1].countries if position else ()
    told_of = last if len(last) == 1 and _ITS.search(text) else ()
    owners = (*owner_told(sentences, position, pairs_before), *told_of)
    guessed = {one for one, _ in pairs} - {*sentence.places}
    if len(pairs) > 1 and guessed and guessed <= BODIES and not _ITS.search(text):
        # "Patrols watched the borders with Kosovo and Albania": of where they serve
        named = {key for one in sentences[:position] for key in one.countries}
        owners = (*owners, *(key for key in topics if key in named))
    # a line of Åland, which the article is about, is left with it, and not given to Finland
    owners = tuple(key for key in owners if all(within.get(one) != key for one, _ in pairs))
    pairs = of_whose_lines(pairs, sentence, pairs_before, owners, neighbours)
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


# "Both tables run from the longest frontier to the shortest"
_OF_TABLES = re.compile(
    r"\W*(?:both|the|all|these|this|our)\s+(?:\w+\s+)?(?:tables?|columns?|rows?|lists?|maps?)\s+(?!of\b)",
    re.IGNORECASE,
)
_METAPHOR = re.compile(
    r"\b(?:borders? on (?:the )?[a-z]|borderline|without borders|cross-border trade)\b"
)
# "an international border would vanish": which one, no sentence near may be asked
_ANY_LINE = re.compile(
    r"\b(?:an?|any|every|each|another)\s+(?:[\w-]+\s+){0,2}(?:borders?|frontiers?|boundar(?:y|ies))\b",
    re.IGNORECASE,
)
# "The base lies nowhere near the border"
_FAR_FROM = re.compile(
    r"\b(?:nowhere near|(?:far|a long way|kilomet\w+|km|miles) (?:away )?from)\s+"
    r"(?:the|any|its)\s+(?:\w+\s+)?(?:borders?|frontiers?|line)\b"
)
# "Sudan lost its frontier with Kenya": of Sudan, though the map has none any more
_ITS_OWN = re.compile(
    r"\b(?:lost|loses|had|kept|gave up)\s+(?:its|their)\s+(?:\w+\s+)?"
    r"(?:borders?|frontiers?|boundary)\b"
)
# "Its longest was marked on the ground only in 2009", behind a list of all its lines
_ONE_OF_MANY = re.compile(r"\W*(?:Its|The|Their) (?:\w+ )?(?:longest|shortest|oldest|newest)\b")
_COMPARED_WITH = re.compile(
    r"\b(?:than|as (?:long|short|old|wide|much|busy) as|the same as|unlike)\s+"
    r"(?:the (?:\w+ )?(?:border|frontier|boundary|one)|that)\b"
)
_THE_TWO = re.compile(r"\b(?:the two|both|they|their)\b", re.IGNORECASE)
# "The longest part is Bolivia's. Peru comes next with 2 995": of the border of the topic
_ENUMERATES = re.compile(
    r"\b(?:longest|shortest|smallest|largest|next|second|third|then|followed|last|belongs to)\b"
    r"[^.]*\d|\d[^.]*\b(?:longest|shortest|next|followed)\b"
)


def _says_nothing_of_it(sentence: Sentence) -> bool:
    """Whether "a border" in a sentence is no line in particular: "If it did, a border would
    vanish", "A border is a scar". But "The line is not a state border" speaks of the line."""
    if sentence.stance is Stance.NEGATED:
        return False
    return not sentence.places or sentence.stance is Stance.HYPOTHETICAL
