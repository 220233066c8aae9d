"""What happens between two neighbours where the sentence names no line: soldiers stray, one side
claims an islet, the other denies it. The map tells who are neighbours; it is no source. Pure.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from bot.facts.context import with_their_sides
from bot.facts.cues import cue
from bot.facts.masked import PLACE, mask, places_in
from bot.facts.sentence import Sentence
from bot.facts.stance import speaker
from bot.facts.territory import claimed_land, names_no_land
from bot.facts.the_two import NO_BORDER
from bot.facts.whose import LOOK_BACK, Neighbours
from bot.language.words import is_question
from bot.model import Fact, FactKind, Stance


def between_them(
    sentences: Sequence[Sentence], position: int, neighbours: Neighbours
) -> Fact | None:
    """Forces that stand between two neighbours: "the soldiers who for seven years stood between
    Djibouti and Eritrea" stood at their line, though nothing calls it one."""
    sentence = sentences[position]
    if len(sentence.places) < _TWO or sentence.stance is Stance.HYPOTHETICAL:
        return None
    masked, keys = mask(sentence)
    for match in _STAND_BETWEEN.finditer(masked):
        one, other = places_in(match[0], keys)[-_TWO:]
        if other in neighbours.get(one, ()) and not is_question(masked):
            return Fact(
                kind=FactKind.DEPLOYMENT,
                passages=(sentence.passage,),
                at=0,
                places=tuple(dict.fromkeys((one, other, *sentence.places))),
                pairs=((one, other),),
                stance=sentence.stance,
                attributed_to=speaker(sentence.passage.text),
                role="2",
            )
    return None


_TWO = 2
_STAND_BETWEEN = re.compile(
    rf"\b(?:force|troops|soldiers|peacekeepers|observers|monitors|police|contingent|battalion|"
    rf"mission|blue helmets|they|who|it|which)\b[^.;:]{{0,60}}?"
    rf"\b(?:stand|stands|stood|standing|placed|posted|interposed|separat\w+|keep|keeps|kept|guard\w*|"
    rf"watch\w*|patrol\w*|stationed|deployed)\b(?:(?!{PLACE}|\b(?:treaty|agreement|talks|peace|"
    rf"trade|accord|relations)\b)[^.;:]){{0,40}}?\b(?:between|apart)\s+"
    rf"(?:the\s+)?(?:(?!{PLACE})\w+\s+)?{PLACE}\s+and\s+(?:the\s+)?{PLACE}(?!\w)",
    re.IGNORECASE,
)


def clash(
    sentences: Sequence[Sentence],
    position: int,
    pair: tuple[str, str] | None,
    neighbours: Neighbours,
) -> Fact | None:
    """An incident between two neighbours that the sentence tells without naming their line:
    "two Lao soldiers strayed across the river into Thailand", or that "the two sides" have who are
    spoken of, which are the `pair`."""
    sentence = sentences[position]
    text = sentence.passage.text
    if len(sentence.places) == 1 or not (sentence.places or pair):
        return None
    if is_question(text) or sentence.stance is Stance.HYPOTHETICAL:
        return None
    named = sentence.places
    if not named and pair:
        near = {
            key for one in sentences[max(0, position - LOOK_BACK) : position] for key in one.places
        }
        named = pair if near == {*pair} and _THE_TWO_SIDES.search(text) else ()
    two = next(
        (
            (one, other)
            for one, other in itertools.combinations(named, 2)
            if other in neighbours.get(one, ())
        ),
        None,
    )
    if two is None or not (cue("incident", "between").search(text) or _WENT_INTO.search(text)):
        return None
    if sentence.places and not (cue("deployment", "forces").search(text) or _FIGHTING.search(text)):
        return None
    passages, at = with_their_sides(sentences, position, two)
    return Fact(
        kind=FactKind.INCIDENT,
        passages=passages,
        at=at,
        places=(*two, *(key for key in sentence.places if key not in two)),
        pairs=(two,),
        stance=sentence.stance,
        attributed_to=speaker(text),
        role="2",
    )


# "Azerbaijani troops advance some 3.5 kilometres into Armenia"
_WENT_INTO = re.compile(
    r"^(?!.*\b(?:before|since|after|until) [^,;]{0,60}\binto\b)[^;]*"  # when something else was
    r"\b(?:advanc|push|march|break|broke|pour|thrust)\w*\s[^.;:]{0,40}\binto\s+(?:the\s+)?[A-Z]"
)
# "killed in fighting between A and B"; who clash over the price of rice do not
_FIGHTING = re.compile(
    r"\b(?:fighting|exchanges? of \w*fire|gunfire|shelling|battles|shooting)\s+between\b"
)
_THE_TWO_SIDES = re.compile(
    r"\b(?:the two (?:sides|armies|countries|neighbou?rs|states)|both (?:sides|armies|countries)|"
    r"each side|their (?:troops|soldiers|armies|guards))\b",
    re.IGNORECASE,
)


def denial(
    sentences: Sequence[Sentence], position: int, facts: Sequence[Fact], neighbours: Neighbours
) -> Fact | None:
    """What a side of a border denies: "Eritrea denies this", behind what it is accused of."""
    sentence = sentences[position]
    match = _DENIES.search(sentence.passage.text) if position and sentence.places else None
    if not match:
        return None
    before = sentences[position - 1]
    same = before.passage.paragraph == sentence.passage.paragraph
    who = next((m.key for m in reversed(sentence.mentions) if m.end <= match.start()), None)
    if who is None or not (same or match["it"] is None):
        return None
    told = [one for one in facts[-_RECENT:] if one.passages[one.at] == before.passage]
    pairs = [pair for one in told for pair in one.pairs if who in pair]
    pairs = pairs or [
        (who, key)
        for key in (*sentence.places, *before.places)
        if key in neighbours.get(who, ())
        and (cue("incident", "verbs").search(f"{match['rest']} {before.passage.text}"))
        and cue("deployment", "forces").search(f"{before.passage.text} {match['rest']}")
    ]
    if not pairs:
        return None
    pair = pairs[0]
    others = tuple(key for key in sentence.places if key not in pair)
    return Fact(
        kind=FactKind.INCIDENT,
        passages=(before.passage, sentence.passage),
        at=1,
        places=(*pair, *others),
        pairs=(pair,),
        stance=Stance.DENIED,
        role="2",
    )


_RECENT = 8  # facts, among which are those of the sentence before
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?)\b"
    r"(?:\s+(?P<it>this|that|it|these|both|the (?:charges?|claims?|accusations?|allegations?|"
    r"reports?)))?"
    r"(?P<rest>.*)"
)


def claim(
    sentences: Sequence[Sentence], position: int, topics: Sequence[str], neighbours: Neighbours
) -> Fact | None:
    """Land between two neighbours that the sentence tells to be claimed, taken or given."""
    sentence = sentences[position]
    text = sentence.passage.text
    if is_question(text) or sentence.stance is Stance.HYPOTHETICAL:
        return None
    pairs = claimed_land(sentences, position, topics, neighbours)
    if not pairs:
        return None
    passages, at = with_their_sides(sentences, position, pairs[0])
    if position and len(passages) == 1 and names_no_land(text):
        passages, at = (sentences[position - 1].passage, sentence.passage), 1
    return Fact(
        kind=FactKind.BORDER,
        passages=passages,
        at=at,
        places=tuple(dict.fromkeys((*pairs[0], *sentence.places))),
        pairs=pairs,
        stance=_of_a_claim(sentence),
        attributed_to=speaker(text),
        role="2",
    )


def _of_a_claim(sentence: Sentence) -> Stance:
    """The stance of what is told of a piece of land: "The court said nothing about the islet, and
    both claim it" denies no border."""
    denies = sentence.stance is Stance.NEGATED and not NO_BORDER.search(sentence.passage.text)
    return Stance.ASSERTED if denies else sentence.stance
