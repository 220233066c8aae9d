"""Border facts: who borders whom, lengths, exclaves, crossings, incidents and deployments.

Rules over one sentence and its focus. Places are replaced by single characters, so that a rule
reads "PLACE borders PLACE, PLACE and PLACE" whatever the places are called. A fact quotes whole
sentences; what a rule decides is only under which border they are filed. Pure.

    its words        whether a sentence speaks of a line at all     line.py
    its sides        whose line that is                             line_sides.py
    its kinds        what it tells of it                            line_facts.py
    no line          what happens between two all the same          incidents.py, territory.py
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.facts.believed import is_taken_back, taken_back, takes_back
from bot.facts.cues import cue
from bot.facts.incidents import between_them, claim, clash, denial
from bot.facts.left_out import none_of_their_own, with_the_same
from bot.facts.line import Pair, Subject, words_of
from bot.facts.line_facts import facts_of_line
from bot.facts.line_sides import line_of
from bot.facts.masked import mask
from bot.facts.no_neighbours import touches_nobody
from bot.facts.rows import is_a_head
from bot.facts.sentence import Sentence, is_a_heading
from bot.facts.sides import pairs_in
from bot.facts.spoken_lines import rules_out
from bot.facts.spots import Spots, note_spots, pair_at_spot
from bot.facts.territory import piece_told
from bot.facts.the_two import lies_between
from bot.facts.whose import Atlas, carry, lines_of_states, main_pair, with_pair
from bot.language.quantities import amounts
from bot.language.words import is_question
from bot.model import Fact, FactKind, Stance


def border_facts(
    sentences: Sequence[Sentence], title: str, title_places: Sequence[str], atlas: Atlas
) -> list[Fact]:
    """The border facts of an article that is about states, in order of its sentences.

    `title_places` are the places in its title, in order.
    """
    title_places = () if lies_between(title) else title_places
    tally = Counter(key for sentence in sentences for key in sentence.places)
    often = [key for key, _ in tally.most_common(3)]
    titled = [key for key in title_places if key in often or len(title_places) == 1]
    topics = tuple(dict.fromkeys((*titled, *often)))
    main = main_pair(sentences, title, title_places, atlas)
    alone = len(title_places) == 1 and bool(atlas.neighbours.get(title_places[0]))
    if main and alone and not {*title_places} & _and_its_country(main, atlas):
        main = None  # an article on one country tells of the lines of others, too
    of = Subject(
        topics,
        tally,
        bool({*topics[:1]} & {*title_places}),
        lines_of_states(sentences),
        replace(atlas, neighbours=with_pair(atlas.neighbours, main)),
    )
    facts: list[Fact] = []
    pair: Pair | None = None
    told: tuple[Pair, ...] = ()  # the pairs that the sentence before told of
    spots: Spots = {}
    named = {*title_places}
    for position, sentence in enumerate(sentences):
        if _ends_a_table(sentences, position):  # "The total is …" is of no one row
            pair, told = None, ()
        at_spot = pair_at_spot(spots, sentence)
        named.update(sentence.countries)
        spoken_of = at_spot or pair or main
        others = main and named - {*main} and not {*main} <= named
        if others and not (at_spot or pair) and not _tells_of_a_line(sentence):
            # "There is no fence" on the strait before them is none of the two whom the rest is on
            spoken_of = None
        found, pair = _facts_of(sentences, position, spoken_of, told, of, at_spot is not None)
        beside = atlas.neighbours
        if not found and (between := clash(sentences, position, pair or main, beside)):
            found = [between]
        if not found and (standing := between_them(sentences, position, beside)):
            found = [standing]
        if not found and (claimed := claim(sentences, position, topics, beside)):
            found = [claimed]
        if not found and (piece := piece_told(sentences, position, topics, beside)):
            found = [piece]
        if denied := denial(sentences, position, facts, beside):
            found = [*found, denied]
        told = tuple(dict.fromkeys(two for fact in found for two in fact.pairs))
        note_spots(spots, sentence, told)
        facts.extend(found)
    return facts


def _ends_a_table(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether a sentence stands right behind two rows of a table."""
    last = [one.passage.text for one in sentences[max(0, position - 2) : position + 1]]
    return [" | " in text for text in last] == [True, True, False]


def _tells_of_a_line(sentence: Sentence) -> bool:
    text = sentence.passage.text
    return bool(cue("border", "nouns").search(text)) or any(one.km for one in amounts(text))


def _and_its_country(pair: tuple[str, str], atlas: Atlas) -> set[str]:
    return {*pair, *(atlas.within.get(key, key) for key in pair)}


def _facts_of(
    sentences: Sequence[Sentence],
    position: int,
    pair: Pair | None,
    pairs_before: Sequence[Pair],
    of: Subject,
    at_spot: bool,
) -> tuple[list[Fact], Pair | None]:
    """The facts of one sentence, and the pair that "the line" means in the next; `at_spot` where
    the sentence names a spot on the line of its pair."""
    sentence = sentences[position]
    masked, keys = mask(sentence)
    if is_question(sentence.passage.text):  # tells nothing, but what comes next may answer it
        asked = pairs_in(masked, keys, sentence, of.topics)
        if not asked and len(sentence.places) == 2:
            asked = ((sentence.places[0], sentence.places[1]),)
        return [], asked[0] if len(asked) == 1 else carry(sentences, position, pair)
    if is_a_heading(sentence) or is_a_head(sentences, position) or rules_out(sentences, position):
        return [], pair
    if is_taken_back(sentences, position):
        return [], pair
    if takes_back(sentences, position):
        return taken_back(sentences, position, of.topics), None
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
    words = words_of(sentences, position, pair, pair in pairs_before, of.lines)
    line, spoken_of = line_of(
        sentences, position, masked, keys, words, pair, pairs_before, of, at_spot=at_spot
    )
    found = facts_of_line(sentences, position, line) if line else []
    alone = touches_nobody(masked, keys)
    if not alone or any(fact.pairs for fact in found):
        return found, spoken_of
    fact = Fact(
        kind=FactKind.BORDER,
        passages=(sentence.passage,),
        at=0,
        places=alone,
        stance=Stance.NEGATED,
        role=str(len(alone)),
    )
    return [fact], None
