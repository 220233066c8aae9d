"""What a sentence tells of a line whose sides are known: that they border on each other, how long
it is, an exclave, a crossing, an incident, a deployment.

One module, because the kinds exclude each other: each is decided by what the others left. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.facts.believed import is_believed
from bot.facts.context import lead_of_table, with_their_sides
from bot.facts.cues import cue, small_cue
from bot.facts.its_sides import of_all
from bot.facts.lengths import scope_of, scope_of_it, stance_of, whole_lengths
from bot.facts.line import Line, happened
from bot.facts.rows import header_of, is_of_parts, row_denies, unit_above, whose_rows
from bot.facts.sentence import Sentence
from bot.facts.sides import nearest_pair
from bot.facts.spoken_lines import THE_LINE_THERE, is_no_border
from bot.facts.stance import NEGATION, speaker
from bot.facts.the_two import BOTH_TOUCH
from bot.facts.whose import LOOK_BACK, REST
from bot.language.agreement import NO_BORDER, quantity_of
from bot.language.measured import things_in
from bot.language.quantities import Amount
from bot.model import Fact, FactKind, Passage, Stance


def facts_of_line(sentences: Sequence[Sentence], position: int, line: Line) -> list[Fact]:
    """The facts of one sentence on a line, in order of their kinds."""
    sentence, words = sentences[position], line.words
    text, before = sentence.passage.text, _last_on_a_thing(sentences, position)
    small = text.lower()
    places = tuple(dict.fromkeys((*line.sides, *sentence.places)))
    passages, at = _told_with(sentences, position, line)
    there = THE_LINE_THERE.search(text)
    part = "part" if there or is_of_parts(sentences, position) else None
    part = part or (NO_BORDER if is_no_border(sentences, position) else None)
    of_row = None
    if " | " in text:
        of_row = Stance.NEGATED if row_denies(sentences, position) else Stance.ASSERTED

    def fact(kind: FactKind, amount: Amount | None = None) -> Fact:
        return Fact(
            kind=kind,
            passages=passages,
            at=at,
            places=places,
            pairs=_pairs_of(line, sentence, amount) if amount else line.pairs,
            quantity=quantity_of(text, amount) if amount else None,
            stance=of_row or (stance_of(text, amount) if amount else _stance(sentence, kind)),
            attributed_to=speaker(text),
            role=str(len(line.sides)),
            scope=(part or _scope(text, before, amount, line.apart)) if amount else None,
        )

    found: list[Fact] = []
    if line.pairs and not _denies_another_thing(sentence, line.sides):
        found.append(fact(FactKind.BORDER))
    cut_off = line.apart or (words.shape and REST.search(text))
    if cut_off or re.search(r"\b(?:ex|en)claves?\b", small):
        found.append(fact(FactKind.EXCLAVE))
    of_a_line = words.line or words.structure or words.shape
    if words.lengths and (of_a_line or line.goes_on or line.pairs):
        lengths = whole_lengths(text, words.lengths)
        found.extend(fact(FactKind.LENGTH, amount) for amount in lengths)
    if (
        (of_a_line or words.limit)
        and small_cue("incident", "verbs").search(small)
        and not (found and not happened(text))
    ):
        found.append(fact(FactKind.INCIDENT))
    elif words.structure and (cue("closure", "verbs").search(text) or not found):
        found.append(fact(FactKind.CROSSING))
    elif (
        words.line
        and cue("deployment", "verbs").search(text)
        and cue("deployment", "forces").search(text)
    ):
        found.append(fact(FactKind.DEPLOYMENT))
    if not found and sentence.places and _COUNTS_NEIGHBOURS.search(small):
        found.append(fact(FactKind.BORDER))
    if not found and (line.same or words.line or words.shape):
        border = len(line.sides) >= 2 and (bool(NEGATION.search(text)) or words.line)
        if border or words.line:
            found.append(fact(FactKind.BORDER if border else FactKind.CROSSING))
    return found


def _told_with(
    sentences: Sequence[Sentence], position: int, line: Line
) -> tuple[tuple[Passage, ...], int]:
    """The sentence with those that it needs to be told with, and which of them it is."""
    sentence = sentences[position]
    only: tuple[str, ...] = line.pairs[0] if len(line.pairs) == 1 else of_all(line.pairs)
    # "The country borders Chad and Sudan" is not told without which country
    if len(line.pairs) > 1 and {*only} <= {*sentence.places}:
        only = ()
    if BOTH_TOUCH.search(sentence.passage.text):
        only = sentence.focus_places[:2]
    passages, at = with_their_sides(sentences, position, line.sides, only)
    if line.asked is not None:  # "It" is what the question is about, and so is the compass
        passages, at = (sentences[line.asked].passage, sentence.passage), 1
    if " | " in sentence.passage.text and (header := header_of(sentences, position)) != position:
        named = {*sentence.places, *whose_rows(sentences, header)}
        lead = lead_of_table(sentences, header, {*only} - named)
        unit = unit_above(sentences, header) if line.words.lengths else None
        units = () if unit is None else (sentences[unit].passage,)
        above = dict.fromkeys(sorted((*lead, *units), key=lambda one: one.number))
        passages = (*above, sentences[header].passage, sentence.passage)
        at = len(passages) - 1
    return passages, at


def _pairs_of(line: Line, sentence: Sentence, amount: Amount) -> tuple[tuple[str, str], ...]:
    """Whose line a length is of, among the pairs of its sentence."""
    if line.row:  # what is none of the row adds it up
        near = (at for at in line.row if 0 <= amount.start - at <= _SAME_LENGTH)
        start = max(near, default=-1)
        return (line.row[start],) if start >= 0 else ()
    pairs = nearest_pair(sentence, line.pairs, amount) if len(line.pairs) > 1 else line.pairs
    return () if _is_of_another(sentence, line.pairs, amount) else pairs


def _is_of_another(sentence: Sentence, pairs: Sequence[tuple[str, str]], amount: Amount) -> bool:
    """Whether a length is of another line than the pairs: it stands behind a place on no side ("A
    borders B for 553 kilometres and C for 1,037"), in a clause of its own with others, or before
    what is told of a part."""
    text = sentence.passage.text
    named = [key for pair in pairs for key in pair]
    behind = [one.start for one in sentence.mentions if one.key in named]
    if behind and min(behind) > amount.end and _OF_THEM.search(text[amount.end : min(behind)]):
        return True  # "5,525 miles, 1,538 of them between Alaska and Canada"
    begin = text.rfind("; ", 0, amount.start) + 1
    clause = {one.key for one in sentence.mentions if one.start >= begin}
    if begin and clause and clause.isdisjoint(named) and any(at < begin for at in behind):
        return True
    other = _AND_OTHER.search(text[: amount.start])
    if not pairs or other is None:
        return False
    here = {one.key for one in sentence.mentions if one.start <= other.start(1) < one.end}
    return not any(key in pair for key in here for pair in pairs)


_OF_THEM = re.compile(r"\d[\d.,]*\s+(?:\w+\s+)?of (?:them|these|it|which|that)\b")
_AND_OTHER = re.compile(
    r"(?:,|\band)\s+(?:the\s+)?([A-Z][\w’'-]+)\s+(?:for|over|along)\s+"
    r"(?:(?:about|some|only|just)\s+)*$"
)
_SAME_LENGTH = 24  # characters, in which it is given once more in another unit


def _last_on_a_thing(sentences: Sequence[Sentence], position: int) -> str:
    """The sentence before; where that has no word for a long thing, the last one near that has:
    "A wall stands on the border. The minister visited it. It is 186 kilometres long." """
    near = [one.passage.text for one in sentences[max(0, position - LOOK_BACK) : position]]
    return next((text for text in reversed(near) if things_in(text)), "".join(near[-1:]))


def _scope(text: str, before: str, amount: Amount, is_apart: bool) -> str | None:
    """What part of a line a length is for; of none, where it is of the land between two places."""
    return scope_of(text, amount) or scope_of_it(before, text) or ("gap" if is_apart else None)


def _stance(sentence: Sentence, kind: FactKind) -> Stance:
    """The stance of what a sentence tells: "Chad's other neighbours, Libya and Niger, were not
    asked" denies no border."""
    text = sentence.passage.text
    if kind is not FactKind.BORDER:
        return sentence.stance
    if sentence.stance in (Stance.ASSERTED, Stance.ATTRIBUTED) and is_believed(text):
        return Stance.HEDGED
    if sentence.stance is Stance.NEGATED and (_denies_beside(text) or _IS_NOT_SUCH.match(text)):
        return Stance.ASSERTED
    if sentence.stance is Stance.NEGATED and _NEIGHBOURS.search(text):
        return sentence.stance if _DENIES_LINE.search(text) else Stance.ASSERTED
    if sentence.stance is Stance.DENIED and not _DENIES.search(text):  # "part of which is disputed"
        return Stance.ASSERTED
    return sentence.stance


def _denies_beside(text: str) -> bool:
    """Whether a sentence tells of a line, and only then denies something else, in a clause with a
    subject of its own: "The border runs through a square, and nobody checks passports"."""
    if _DENIES_LINE.search(text) or not (first := NEGATION.search(text)):
        return False
    begins = [end.end() for end in _CLAUSE.finditer(text, 0, first.start())]
    if not begins or not _LINE_THERE.search(text, 0, begins[-1]):
        return False
    subject, said = text[begins[-1] : first.start()], text[first.end() :]
    if first[0].lower() not in _NO_ONE and not _SUBJECT.match(subject):
        return False
    if _LEFT_OUT.fullmatch(said):
        return False
    return not _OF_THE_LINE.search(f"{subject} {said}")


# "It is not an easy border": a border it is
_IS_NOT_SUCH = re.compile(
    r"[^,;:]*\b(?:is|was)(?:\s+not|n['’]t)\s+an?\s+(?!(?:inter\w+|state|land|official|real|true|"
    r"common|shared|recogni[sz]ed|agreed|legal|proper|national|political|formal|final|sea|maritime|direct)\b)"
    r"\w+\s+(?:border|frontier|boundary)\b[^,;:]*$"
)
_CLAUSE = re.compile(r"(?:[,;–—]\s+(?:and|but|so|where|yet|while|though|although)|[;:–—])\s+")
_LINE_THERE = re.compile(r"\b(?:borders?|frontiers?|boundar(?:y|ies)|[Ll]ine)\b")
_LEFT_OUT = re.compile(
    r"\W*(?:(?:did|do|does|was|were|is|are|has|had|have|any|so|yet|either|any ?more|again|ever)"
    r"\W*)*"
)
_NO_ONE = ("nobody", "nothing", "no", "none")
# not "… but never did", "… and has none"
_SUBJECT = re.compile(
    r"(?!(?:has|have|had|is|are|was|were|do|does|did|can|could|will|would|may|might|it|the two)"
    r"\b)\w"
)
_OF_THE_LINE = re.compile(
    r"\b(?:border\w*|frontiers?|boundar(?:y|ies)|line|it|them|(?<!no )one|this|that|neither|"
    r"the (?:two|country|other)|touch\w*|me(?:e)?ts?|reach\w*|shar(?:e|es|ed|ing)|adjoin\w*)\b",
    re.IGNORECASE,
)
_NEIGHBOURS = re.compile(r"\bneighbou?rs\b(?!.*\b(?:but not|nor)\b)", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|contradict|refut)", re.IGNORECASE)


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
# "Congo has nine neighbours" tells of its borders without naming one
_COUNTS_NEIGHBOURS = re.compile(
    r"\b(?:has|have|had|with|borders?|touches)\s+(?:only\s+|no fewer than\s+)?(?:\d+|one|two|three|"
    r"four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)\s+(?:land\s+|direct\s+|"
    r"immediate\s+|other\s+)?(?:neighbou?rs|countries|states)\b"
    r"|\b(?:borders|touches|adjoins)\s+(?:every|all|each|no|none of the)\s+(?:the\s+)?(?:other\s+)?"
    r"(?:neighbou?rs?|countr(?:y|ies)|states?|provinces?)\b",
)
