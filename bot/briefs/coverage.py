"""How far sentences cover a question: what it names, and what it asks of that.

Pure but for the gazetteer of the view. A sentence is about what the question names through
itself, through what it refers to, or through the article's topic; where one name is nowhere near,
it is no answer. What is asked must mostly stand in the sentence itself.
One module, because what is named and what is asked are weighed against each other.
"""

from __future__ import annotations

import datetime
import functools
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.briefs.answers import count_fit, counted_class, gives_cue, holds_answer
from bot.briefs.names import is_slip
from bot.briefs.question import Asked, Question
from bot.language.lexicon import entry, kinship
from bot.language.places import Gazetteer
from bot.language.words import alike, fold, idiom_stems, is_question, stem, words
from bot.model import (
    Passage,
)
from bot.store import ArticleCard, ReadPassage, View

_ARTICLES = 12  # articles read for one question


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with how far it speaks of what a question names and of what it asks, 0…1."""

    passage: ReadPassage
    context: tuple[Passage, ...]
    entities: float
    relation: float

    @property
    def score(self) -> float:
        return 0.45 * self.entities + 0.55 * self.relation


def promising(
    found: Sequence[ReadPassage],
    question: Question,
    view: View,
    frequencies: Mapping[str, int],
    total: int,
) -> list[str]:
    """The articles that hold most of the question's words, best first."""
    stems = set(question.search_stems)
    held: dict[str, set[str]] = {}
    for passage in found:
        article = passage.passage.article_id
        have = held.setdefault(article, set())
        have |= {w.stem for w in words(passage.passage.text)} & stems
    named: dict[str, set[str]] = {}
    for passage in found:
        known = {*passage.missions, *passage.places} & {*question.missions, *question.places}
        named.setdefault(passage.passage.article_id, set()).update(known)
    for article, have in held.items():
        have |= {w.stem for w in words(view.cards[article].title)} & stems
    ranked = sorted(
        held,
        key=lambda a: (
            -sum(_weight(s, frequencies, total) for s in sorted(held[a])) - len(named[a]),
            view.cards[a].file,
        ),
    )
    return ranked[:_ARTICLES]


def _weight(term: str, frequencies: Mapping[str, int], total: int) -> float:
    """How much a word tells: the rarer in the corpus, and in English, the more.

    English counts because a small corpus lacks many a common word: "supposed" is rare there, too.
    """
    rare = math.log((total + 2) / (frequencies.get(term, 0) + 1)) / math.log(total + 2)
    return (0.4 + rare) / (1 + _COMMONNESS * math.log10(1 + entry(term).uses / 10))


_COMMONNESS = 0.4


def score_all(
    question: Question,
    read: Mapping[str, Sequence[ReadPassage]],
    view: View,
    frequencies: Mapping[str, int],
    total: int,
) -> list[Scored]:
    scored = []
    for article, passages in read.items():
        card = view.cards[article]
        whole = ReadArticle(card, passages, view)
        for position in range(len(passages)):
            one = _score(question, whole, position, view, frequencies, total)
            if one is not None:
                scored.append(one)
    return scored


class ReadArticle:
    """An article's sentences with their stems and folded words, taken once, and its topic."""

    def __init__(self, card: ArticleCard, passages: Sequence[ReadPassage], view: View) -> None:
        self.card = card
        self.passages = passages
        self.stems = [
            frozenset(w.stem for w in words(p.passage.text)) | idiom_stems(p.passage.text)
            for p in passages
        ]
        self.folded = [_folded(p.passage.text) for p in passages]
        self.own_stems = tuple(self.stems)
        self.asked_by: dict[int, int] = {}  # a sentence → the one that it answers or heads it
        for position, passage in enumerate(passages):
            opener = self._opener(position, passage)
            if opener is not None:
                self.asked_by[position] = opener
                self.stems[position] |= self.stems[opener]
                self.folded[position] |= self.folded[opener]
        self.text = "\n".join(p.passage.text for p in passages)
        self.title_stems = frozenset(w.stem for w in words(card.title))
        self.title_folded = _folded(card.title)
        lead = passages[:2]
        self.topic_places = {key for p in lead for key in p.places}
        self.topic_places |= {m.key for m in view.gazetteer.mentions(card.title, self.topic_places)}
        tally = Counter(key for p in passages for key in p.places)
        self.topic_places |= {key for key, n in tally.items() if n >= max(3, len(passages) / 4)}
        self.topic_missions = {m for p in lead for m in p.missions}
        self.all_missions = {m for p in passages for m in p.missions}
        missions = Counter(m for p in passages for m in (*p.missions, *p.focus_missions))
        self.topic_missions |= {m for m, n in missions.items() if n >= max(3, len(passages) / 4)}
        self.topic_folded = self.title_folded | frozenset(w for f in self.folded[:2] for w in f)
        self.all_places = frozenset(tally)
        self.all_stems = frozenset(s for stems in self.stems for s in stems)

    def is_of_body(self, key: str) -> bool:
        """Whether the article's missions bear the initials of an organisation: EUMM, UNIFIL."""
        initials = _INITIALS.get(key)
        missions = {m for p in self.passages for m in p.missions}
        return initials is not None and any(m.startswith(initials) for m in missions)

    def near(self, position: int) -> Sequence[ReadPassage]:
        """The three sentences before one."""
        return self.passages[max(0, position - 3) : position]

    def leans(self, position: int) -> bool:
        """Whether a sentence goes on about what the one before said: "They are …"."""
        if not position:
            return False
        before, own = self.passages[position - 1].passage, self.passages[position].passage
        if _LEANS_FAR.match(own.text):
            return True
        return before.paragraph == own.paragraph and bool(_LEANS.match(own.text))

    def names_before_only(self, position: int, question: Question) -> bool:
        """Whether a sentence says "it" or "the force" of what only the one before names."""
        if not position:
            return False
        before, own = self.passages[position - 1], self.passages[position]
        if before.passage.paragraph != own.passage.paragraph:
            return False
        named = {*own.places, *own.missions}
        asked = {*question.places, *question.missions}
        return bool(
            asked
            and not asked & named
            and asked & {*before.places, *before.missions}
            and _REFERS_BACK.search(own.passage.text)
        )

    def goes_on(self, position: int) -> bool:
        """Whether a sentence speaks of "them" or so, those of the one before."""
        text = self.passages[position].passage.text
        return self.leans(position) or bool(re.search(r"\bof (?:them|these|those)\b", text))

    def _opener(self, position: int, passage: ReadPassage) -> int | None:
        """The question right before an answer, or the first row of the table a row stands in."""
        if not position:
            return None
        before = self.passages[position - 1].passage.text
        if is_question(before) and not is_question(passage.passage.text):
            return position - 1
        if " | " in passage.passage.text and " | " in before:
            return self.asked_by.get(position - 1, position - 1)
        return None


# A sentence that begins so has its subject from the one before.
_LEANS = re.compile(
    r"^[\W]*(?:(?:In|On|By|Since|At|For|From|Of|Among|Until|After|Before) [^,]{2,30}, )?"
    r"(?:it|its|they|their|theirs|them|he|his|she|her|this|these|those|both|most|some|all|none|"
    r"neither|one|two|"
    r"the (?:two|order|measure|first|second|last|latter|former|other|rest|move|deal|attack|closure|"
    r"aim|goal|task)|"
    r"another|others|half|about|around|among)\b",
    re.IGNORECASE,
)
_LEANS_FAR = re.compile(
    r"^\W*the (?:order|measure|decision|closure|move|ban|deal|attack|step|rule)\b", re.IGNORECASE
)
_REFERS_BACK = re.compile(
    r"\b(?:it|its|they|their|them|there|the (?:mission|operation|force|exercise|country|island))\b",
    re.IGNORECASE,
)
_INITIALS = {"european-union": ("eu",), "united-nations": ("un", "min", "monu"), "nato": ("kfor",)}


def _folded(text: str) -> frozenset[str]:
    return frozenset(fold(w.text).removesuffix("'s") for w in words(text))


def _has_name(name: str, folded: frozenset[str]) -> bool:
    if name in folded:
        return True
    allowed = 0 if len(name) < 5 else 1
    return bool(allowed) and any(
        abs(len(word) - len(name)) <= 1 and is_slip(name, word, 1) for word in folded
    )


def _score(
    question: Question,
    whole: ReadArticle,
    position: int,
    view: View,
    frequencies: Mapping[str, int],
    total: int,
) -> Scored | None:
    passage = whole.passages[position]
    if is_question(passage.passage.text) or not _right_time(question, whole, position):
        return None
    opener = whole.asked_by.get(position)
    before = whole.passages[position - 1].passage.text if position else ""
    if not holds_answer(question, passage, view.gazetteer, before) and not (
        opener is not None and _in_column(question, whole, opener, position)
    ):
        return None
    entities, needs_before = _entities(question, whole, position, view)
    if entities is None:
        return None
    relation = _relation(question, whole, position, frequencies, total, view.gazetteer)
    context: tuple[Passage, ...] = (passage.passage,)
    if opener is not None:
        context = (whole.passages[opener].passage, passage.passage)
    elif needs_before or whole.leans(position) or whole.names_before_only(position, question):
        context = (whole.passages[position - 1].passage, passage.passage)
    if relation is None:
        relation = entities
    elif question.asked is Asked.WHETHER:
        relation *= 1 - 0.15 * min(_spread(question, passage, view), 30) / 30
    return Scored(passage, context, entities, relation)


def _spread(question: Question, passage: ReadPassage, view: View) -> int:
    """Over how many words a sentence spreads what the question puts together."""
    text = passage.passage.text
    tokens = words(text)
    mentions = view.gazetteer.mentions(text, question.places)
    starts = [m.start for key in question.places for m in mentions if m.key == key]
    places = [number for number, word in enumerate(tokens) if word.start in starts]
    terms = [
        number
        for term in question.terms
        for number, word in enumerate(tokens)
        if word.stem == term or alike(word.stem, term)
    ]
    spots = [*places, *terms]
    return max(spots) - min(spots) if len(spots) > 1 else 0


def _in_column(question: Question, whole: ReadArticle, header: int, position: int) -> bool:
    """Whether a table has a column for what is asked, with a value in this row."""
    names = whole.passages[header].passage.text.split(" | ")
    cells = whole.passages[position].passage.text.split(" | ")
    if len(names) != len(cells) or len(names) < 2:
        return False
    wanted = [*question.noun[-1:], *question.terms]
    for name, cell in zip(names, cells, strict=True):
        stems = frozenset(w.stem for w in words(name))
        measured = question.asked in (Asked.LENGTH, Asked.SHARE) and _MEASURED.search(name)
        if measured or any(_term_in(term, stems) for term in wanted):
            is_number = any(ch.isdigit() for ch in cell)
            return is_number or question.asked not in (Asked.COUNT, Asked.LENGTH, Asked.SHARE)
    return False


_MEASURED = re.compile(r"\b(?:km|kilomet\w+|miles?|length)\b", re.IGNORECASE)


def _entities(
    question: Question, whole: ReadArticle, position: int, view: View
) -> tuple[float | None, bool]:
    """How far a sentence is about the places, missions and names of a question.

    None where one of them is neither in the sentence, nor beside it, nor what the article is
    about. Also whether the sentence before has to be quoted to make that clear.
    """
    passage = whole.passages[position]
    before = whole.passages[position - 1] if position else None
    beside = before is not None and before.passage.paragraph == passage.passage.paragraph
    scores: list[float] = []
    needs_before = False
    opener = whole.asked_by.get(position)
    named = set(passage.places)
    if opener is not None:
        named |= {*whole.passages[opener].places, *whole.passages[opener].focus_places}
    loose = question.asked in (Asked.WHETHER, Asked.WHY, Asked.WHAT)
    for key in question.places:
        related = _related(key, view)
        if related & named:
            scores.append(1.0)
        elif (
            key in question.noun_places
            and question.asked is Asked.COUNT
            and not (
                before is not None and whole.goes_on(position) and related & set(before.places)
            )
        ):
            return None, False
        elif related & set(passage.focus_places):
            scores.append(0.95)
        elif before is not None and related & set(before.places):
            scores.append(0.85)
            needs_before = needs_before or beside
        elif related & whole.topic_places:
            scores.append(0.85)
        elif any(related & set(p.places) for p in whole.near(position)):
            scores.append(0.75)
        elif view.gazetteer.places[key].kind == "group" and (
            whole.is_of_body(key) or (question.asked not in _STRICT and key in whole.all_places)
        ):
            scores.append(0.5)
        elif loose and related & whole.all_places:
            scores.append(0.6)
        else:
            return None, False
    for key in question.missions:
        if key in passage.missions:
            scores.append(1.0)
        elif key in passage.focus_missions:
            scores.append(0.95)
        elif key in whole.topic_missions:
            scores.append(0.8)
        elif any(key in p.missions for p in whole.near(position)):
            scores.append(0.75)
        elif whole.all_missions == {key}:
            scores.append(0.7)
        else:
            return None, False
    for name in question.names:
        if _has_name(name, whole.folded[position]):
            scores.append(1.0)
        elif alike_any(stem(name), whole.stems[position]):
            scores.append(0.85)
        elif before is not None and _has_name(name, whole.folded[position - 1]):
            scores.append(0.85)
            needs_before = needs_before or beside
        elif _has_name(name, whole.topic_folded):
            scores.append(0.8)
        elif any(
            _has_name(name, folded) for folded in whole.folded[max(0, position - 3) : position]
        ):
            scores.append(0.75)
        elif (loose or question.asked in _ATTRIBUTES) and any(
            _has_name(name, folded) for folded in whole.folded
        ):
            scores.append(0.6 if loose else 0.5)
        else:
            return None, False
    if not scores:
        return 0.9, needs_before
    return sum(scores) / len(scores), needs_before


def _relation(
    question: Question,
    whole: ReadArticle,
    position: int,
    frequencies: Mapping[str, int],
    total: int,
    gazetteer: Gazetteer,
) -> float | None:
    """How far a sentence speaks of what is asked, by the weight of its words; None for no words."""
    gained = weights = 0.0
    noun = question.noun[-1:] if question.asked in (Asked.WHICH, Asked.COUNT) else ()
    if question.asked is Asked.WHICH and noun and _term_in(noun[0], whole.all_stems):
        around = whole.stems[position] | (whole.stems[position - 1] if position else frozenset())
        if not _term_in(noun[0], around):
            return 0.0  # "which resolution" is not answered by a sentence that names none
    fit = 0.0
    if question.asked is Asked.COUNT:
        passage = whole.passages[position]
        fit = count_fit(
            question,
            passage.passage.text,
            gazetteer,
            bool(passage.missions or passage.focus_missions),
            whole.passages[position - 1].passage.text if position else "",
        )
    for term in (*question.terms, *noun):
        weight = 1.5 if term in noun else _weight(term, frequencies, total)
        named = term in _MISSION_STEMS and term not in noun
        if term in _NUMBER_STEMS:
            weight *= 0.3
        elif (
            term in _STATIVE
            or term in question.asides
            or (named and (question.places or question.missions))
        ):
            weight *= 0.4
        here = _term_in(term, whole.stems[position])
        if question.asked is Asked.COUNT and (term in noun or term in _STATIVE):
            here = max(here, fit)  # "up to 140" tells the maximum, "numbers 300" the strength
        if here < 0.8 and whole.leans(position):
            here = max(here, 0.8 * _term_in(term, whole.stems[position - 1]))
        if here < 0.5:
            if position and _term_in(term, whole.stems[position - 1]):
                here = 0.45
            elif _term_in(term, whole.title_stems):
                here = 0.4
            elif term in whole.all_stems:
                here = 0.2
        weights += weight
        gained += weight * here
    light = {*_NUMBER_STEMS, *_MISSION_STEMS, *_STATIVE, *question.asides}
    others = [term for term in question.terms if term not in light]
    telling = bool(noun) and noun[0] in whole.stems[position] and _is_telling(noun[0])
    if telling and all(_term_in(term, whole.all_stems) >= 0.6 for term in others):
        others = []
    if question.asked in _STRICT and others:
        # what is asked of the thing must be said: "trained", not only "Ukrainians" and "France"
        near = whole.stems[position]
        deeds = [term for term in question.deeds if term in others]
        if whole.leans(position) or not (deeds or question.asked is Asked.WHO):
            near |= whole.stems[position - 1] if position else frozenset()
        if not deeds and len(others) == 1 and question.asked is not Asked.WHO:
            near |= whole.title_stems
        least = 0.7 if question.asked is Asked.WHO else 0.55
        said = [term for term in others if _term_in(term, near) >= least]
        if not said or (deeds and not {*said} & {*deeds} and 2 * len(said) < len(others)):
            return 0.0
    elif others and question.asked in (Asked.WHAT, Asked.WHERE, Asked.COUNTRY, Asked.SHARE):
        near = whole.stems[position]
        if position and whole.leans(position):
            near |= whole.stems[position - 1]
        if not any(_term_in(term, near) >= 0.55 for term in others):
            return 0.0
    if question.cue is not None:
        weight = 0.6 if question.cue == "reason" else 1.0
        weights += weight
        gained += weight * gives_cue(question, whole.passages[position].passage.text)
    return gained / weights if weights else None


_MISSION_STEMS = frozenset(
    stem(word) for word in "mission force operation exercise deployment troops programme".split()
)


def _is_telling(noun: str) -> bool:
    """Whether a counted noun alone says which number is meant: watchtowers, unlike soldiers."""
    return not counted_class(noun) and noun not in _MISSION_STEMS | _STATIVE


# Being somewhere or part of something: a number says so without such a verb.
_STATIVE = frozenset(
    stem(word)
    for word in "participate plan expect intend ready serve station deploy base belong work stay "
    "consist comprise count number part member present maximum strength size total "
    "currently".split()
)
# What a thing that the whole article is about has one of
_ATTRIBUTES = (Asked.MONEY, Asked.LENGTH, Asked.AREA, Asked.HEIGHT, Asked.DURATION)
_STRICT = (Asked.COUNT, Asked.LENGTH, Asked.DATE, Asked.WHO, Asked.MONEY, Asked.HEIGHT)
_NUMBER_STEMS = frozenset(
    stem(word) for word in "one two three four five six seven eight nine ten eleven twelve".split()
)


@functools.lru_cache(maxsize=16384)
def closest(term: str, stems: frozenset[str]) -> float:
    """The nearest kinship of a word with those of a sentence."""
    return max((kinship(term, other) for other in stems), default=0.0)


@functools.lru_cache(maxsize=4096)
def alike_any(term: str, stems: frozenset[str]) -> bool:
    return any(alike(term, other) for other in stems)


def _term_in(term: str, stems: frozenset[str]) -> float:
    if term in stems:
        return 1.0
    kin = closest(term, stems)
    if kin >= 0.75:
        return kin
    if len(term) >= 4 and any(
        other.startswith(term) and len(other) - len(term) <= 3 for other in stems
    ):
        return 0.8
    if len(term) >= 5 and any(len(other) > len(term) and term in other for other in stems):
        return 0.7
    if len(term) >= 6 and any(
        len(other) >= 6 and (other.startswith(term[:6]) or is_slip(term, other, 1))
        for other in stems
    ):
        return 0.75
    return kin


def _related(key: str, view: View) -> frozenset[str]:
    """The place, its members, and what lies within it."""
    return view.gazetteer.parts(key)


def _right_time(question: Question, whole: ReadArticle, position: int) -> bool:
    """A year in the question must be the sentence's, that of one just before, or the article's."""
    if not question.years:
        return True
    texts = [p.passage.text for p in (*whole.near(position)[-2:], whole.passages[position])]
    months = [month.capitalize() for month in question.months]
    published = whole.card.published
    if any(str(year) in text for year in question.years for text in texts):
        return not _other_year(texts[-1], question.years)
    if _names_a_thing(question):
        later = published is not None and 0 <= published.year - min(question.years) <= 1
        return later or any(str(year) in whole.text for year in question.years)
    if published is None:
        return False
    if published.year not in question.years:
        # "In September" of an article from the June after means the last one
        months_since = 12 * (published.year - min(question.years)) + (published.month or 1)
        named = any(re.search(rf"\b{month}\b(?! \d{{4}})", texts[-1]) for month in months)
        return named and 0 < months_since <= 24 and published.month is not None
    if months and published.month is not None:
        named = any(month in text for month in months for text in texts)
        if not named and not _is_month(published.month, months):
            return False
    return not _other_year(texts[-1], question.years)


def _names_a_thing(question: Question) -> bool:
    """Whether the year only tells which thing is meant: "the order of November 2023"."""
    month = r"(?:[A-Z][a-z]+ )?"
    return all(
        re.search(
            rf"\bthe {month}{year}\b(?!\s*\?)|\bof {month}{year}\b",
            question.text,
        )
        for year in question.years
    )


def _is_month(number: int, names: Sequence[str]) -> bool:
    """Whether a month is one of those named, or the one after: reports lag behind."""
    known = [
        datetime.date(2000, month, 1).strftime("%B") for month in (number, (number + 10) % 12 + 1)
    ]
    return any(name in names for name in known)


def _other_year(text: str, years: Sequence[int]) -> bool:
    """Whether a sentence speaks of other years only; "since 2015" reaches to today."""
    found = {int(y) for y in re.findall(r"(?<!since )\b(?:19|20)\d\d\b", text)}
    return bool(found) and found.isdisjoint(years)
