"""Where the words and the names of a question stand: in a sentence, beside it, or not at all.

Pure but for the gazetteer of the view. Nothing is decided here. What is found are *signs*, shares
between 0 and 1; what each of them counts for is in `weights.toml`, read by
`bot.briefs.asking.weighing`.
One module: the signs of names and of words are shares of one question.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.implied import implied_deeds
from bot.briefs.asking.parties import refers_to_others
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.sayings import NO_WORDS, NUMBERS, PLACING, QUALITIES, SAID, STATIVE, Sayings
from bot.briefs.asking.shells import shell_of
from bot.briefs.asking.spans import Span
from bot.language.lexicon import entry, kinship
from bot.language.words import Word, as_name, stem, words
from bot.store import ReadPassage, View


@dataclass(frozen=True, slots=True)
class Rarity:
    """How often words stand in the sentences of the corpus, to tell which of them say much."""

    frequencies: Mapping[str, int]
    sentences: int

    def weight(self, term: str) -> float:
        """How much a word tells: the rarer in the corpus, and in English, the more.

        English counts because a small corpus lacks many a common word: "supposed" is rare there.
        """
        seen = self.frequencies.get(term, 0) + 1
        rare = math.log((self.sentences + 2) / seen) / math.log(self.sentences + 2)
        return (0.4 + rare) / (1 + _COMMONNESS * math.log10(1 + entry(term).uses / 10))


_COMMONNESS: Final = 0.4


# ── names ───────────────────────────────────────────────────────────────────────────────────

_WHERE = ("here", "focus", "beside", "topic", "near", "far", "missing")


def name_signs(
    question: Question, whole: ReadArticle, position: int, view: View, sayings: Sayings
) -> tuple[dict[str, float], bool]:
    """Where the places, missions and names of a question are told of, as shares of them.

    `here` is the sentence itself, `focus` what it refers to, `beside` the sentence before, `topic`
    the title or what the article is about, `near` three sentences before, `far` anywhere else in
    the article. Also whether the sentence before has to be quoted to make the subject clear.
    """
    passage = whole.passages[position]
    before = whole.passages[position - 1] if position else None
    same_paragraph = before is not None and before.passage.paragraph == passage.passage.paragraph
    found = [_place(key, question, whole, position, view, sayings) for key in question.places]
    dated = question.asked in (Asked.DATE, Asked.DURATION)
    of_others = question.asked in _HELD and refers_to_others(question, passage)
    found += [_mission(key, whole, position, dated, of_others) for key in question.missions]
    others = [_name(name, whole, position, sayings) for name in question.names]
    needs_before = same_paragraph and "beside" in (*found[: len(question.places)], *others)
    found += others
    signs = {f"name_{where}": found.count(where) / max(1, len(found)) for where in _WHERE}
    signs["no_name"] = float(not found)
    signs["any_missing"] = float("missing" in found)
    return signs, needs_before


def _place(
    key: str,
    question: Question,
    whole: ReadArticle,
    position: int,
    view: View,
    sayings: Sayings,
) -> str:
    passage = whole.passages[position]
    before = whole.passages[position - 1] if position else None
    related = sayings.parts[key]
    named = set(passage.places)
    if _of_body(key, passage):
        return "focus"
    opener = whole.asked_by.get(position)
    if opener is not None:
        named |= {*whole.passages[opener].places, *whole.passages[opener].focus_places}
    if related & named:
        return "here"
    if opener is not None and opener < position - 1 and " | " not in passage.passage.text:
        return "far"  # "Not Austria. It is Switzerland." answers for no line with Austria
    counts_them = key in question.noun_places and question.asked is Asked.COUNT
    if counts_them and (passage.missions or set(passage.places) - set(question.places)):
        return "far"  # the number is of these
    if counts_them and not (
        before is not None and whole.goes_on(position) and related & set(before.places)
    ):  # a number in a sentence without Italians is hardly one of "Italian soldiers"
        if related & set(passage.focus_places):
            return "focus"
        return "topic" if whole.is_titled(related) and not passage.places else "far"
    if related & set(passage.focus_places):
        return "focus"
    if before is not None and related & set(before.places):
        # "Oman and Qatar paid" tells nothing of Yemen, which the sentence before names
        if question.asked is Asked.DATE and _NEW_SUBJECT.match(passage.passage.text):
            return "near"
        apart = question.asked in _SPLIT or key in sayings.subject
        others = apart and _countries(passage.places, view)
        return "far" if others and not whole.leans(position) else "beside"
    if related & whole.topic_places:
        if (
            key in sayings.subject
            and _countries(passage.places, view)
            and not whole.leans(position)
        ):
            # what Angola proposed says nothing of whether Rwanda helps
            return "far" if question.asked is Asked.DATE else "near"
        return "topic" if whole.is_named_by(related, position) else "far"
    if any(related & set(p.places) for p in whole.near(position)):
        return "near"
    of_body = view.gazetteer.places[key].kind == "group" and whole.is_of_body(key)
    return "far" if of_body or related & whole.all_places else "missing"


def _of_body(key: str, passage: ReadPassage) -> bool:
    """Whether a sentence speaks of a mission whose name says whose it is: UNMIL, EUFOR."""
    sought = _OF_BODIES.get(key)
    missions = (*passage.missions, *passage.focus_missions)
    return sought is not None and any(sought.fullmatch(mission) for mission in missions)


_OF_BODIES: Final = {
    "united-nations": re.compile(r"un\w{2,7}|mi(?:n|p)\w{3,6}|onu\w{1,4}"),
    "european-union": re.compile(r"eu(?:for|navfor|tm|bam|mm|cap|pol|pm|lex)\b.*"),
}


def _countries(keys: Sequence[str], view: View) -> list[str]:
    return [key for key in keys if view.gazetteer.places[key].kind == "country"]


# somebody of whom the sentence before said nothing: "Lord Carrington, the Foreign Secretary, …"
_NEW_SUBJECT: Final = re.compile(
    r"\W*(?:[A-Z][\w'’-]+\s+){1,3}[A-Z][\w'’-]+,\s+(?:the|a|an|its|their)\s"
)
_SPLIT: Final = (Asked.MONEY, Asked.SHARE)  # each pays and holds its own part


_HELD: Final = (Asked.WHO, Asked.COUNT)  # who leads a mission, and how many it has


def _mission(key: str, whole: ReadArticle, position: int, dated: bool, others: bool) -> str:
    """`dated` is whether a day is asked for, `others` whether the sentence refers to others."""
    passage = whole.passages[position]
    if key in passage.missions:
        return "here"
    if key in passage.focus_missions:
        return "focus"
    if position and key in whole.passages[position - 1].missions:
        return "beside"
    if key in whole.topic_missions:
        # a day in a sentence that tells of another mission is of that one
        return "near" if others or (passage.missions and dated) else "topic"
    if any(key in p.missions for p in whole.near(position)):
        return "near"
    return "far" if key in whole.all_missions else "missing"


def _name(name: str, whole: ReadArticle, position: int, sayings: Sayings) -> str:
    forms, roots = sayings.names[name]
    meant = _COUNTRY_OF.get(name)
    passage = whole.passages[position]
    if meant is not None and meant in (*passage.places, *passage.focus_places):
        return "here"
    if forms & whole.folded[position] or roots & whole.stems[position]:
        return "here"
    if any(forms & folded for folded in whole.folded[whole.told_from(position) : position]):
        return "beside"
    if (where := whole.where(position)) is not None and forms & whole.folded[where]:
        return "beside"
    if forms & whole.topic_folded:
        return "topic"
    if any(forms & folded for folded in whole.folded[max(0, position - 3) : position]):
        return "near"
    return "far" if forms & whole.all_folded else "missing"


# A name that is a person's, a state's and a city's in articles, and a country's in most questions
_COUNTRY_OF: Final = {"washington": "united-states"}


# ── words ───────────────────────────────────────────────────────────────────────────────────


def word_signs(
    question: Question,
    whole: ReadArticle,
    position: int,
    rarity: Rarity,
    fit: float,
    sayings: Sayings,
) -> dict[str, float]:
    """Where the words of a question are said, as shares of their weight.

    `here` is the sentence itself, `leaned` the one before where the sentence goes on about it,
    `before` the one before otherwise, then the title, and anywhere else in the article (`far`).
    `fit` is how surely the sentence holds an answer of the kind asked for: a number that counts
    soldiers says "soldiers".
    """
    own = whole.stems[position]
    prior = NO_WORDS.union(*whole.stems[whole.told_from(position) : position])
    leans = whole.leans(position)
    head = question.noun[-1:] if question.asked in (Asked.WHICH, Asked.COUNT) else ()
    taken = frozenset(question.terms) - set(head)  # one word answers for one word
    named = frozenset(whole.passages[position].places)
    senders = [sayings.parts[key] & named for key in question.places[:1]]
    sent = question.asked is Asked.COUNT and (all(senders) or fit >= 1.0)
    shell = shell_of(question)
    shares = dict.fromkeys(_SAID_AT, 0.0)
    implied = implied_deeds(question, whole.told[position])
    weights = absent = heaviest = top = 0.0
    for term in (*question.terms, *head):
        weight = _weight(term, question, rarity, term in head)
        said = sayings.of(term, own - taken if term in head else own)
        if (question.asked is Asked.COUNT and (term in head or term in STATIVE)) or (term == shell):
            said = max(said, fit)
        elif sent and term in _SENDING:
            said = max(said, 0.8 * fit)
        if term in implied:
            said = max(said, 0.8)
        if term in _MISSION_WORDS and whole.passages[position].missions:
            said = max(said, 0.8)  # "SAPMIL" says that it is a mission
        if question.cue == "until" and term in _MANDATE and not own.isdisjoint(_GOING_ON):
            said = max(said, fit)  # "prolonged until May" tells of a mandate
        if question.cue == "until" and term in _ENDING and not own.isdisjoint(_ENDING):
            said = max(said, fit)  # who has to be gone by then leaves, or is closed down
        where, value = _first(
            ("here", said),
            ("leaned", functools.partial(sayings.of, term, prior) if leans else 0.0),
            ("before", functools.partial(sayings.of, term, prior)),
            ("title", functools.partial(sayings.of, term, whole.topic_stems)),
            ("far", functools.partial(sayings.of, term, whole.all_stems)),
        )
        unsaid = where not in ("here", "leaned")
        if unsaid and term in question.asides and question.asked is Asked.COUNT:
            continue
        if where in ("far", "missing") and term in (*question.asides, *question.matters):
            continue  # may go without saying: at what time ("when it began"), what kind of a matter
        weights += weight
        shares[where] += weight * value
        if where == "missing":
            absent += weight
        if weight > heaviest:
            heaviest, top = weight, {"far": 0.3 * value, "missing": 0.0}.get(where, value)
    if question.cue in ("until", "since"):
        weights += 1.0  # the word for the end or the beginning is asked for, too
        shares["here" if fit >= 0.7 else "missing"] += 1.0
    whole_weight = max(weights, 1e-9)
    signs = {f"word_{where}": shares[where] / whole_weight for where in _SAID_AT}
    near = own | prior if leans else own
    deeds = [deed in implied or sayings.of(deed, near) >= SAID for deed in question.deeds]
    told_of = own | prior | whole.topic_stems
    rest = [sayings.of(part, told_of) < SAID for part in question.noun[:-1]]
    return signs | {
        "no_word": float(not weights),
        "absent": min(absent, 4.0),
        "unsaid": min(weights - shares["here"] - shares["leaned"], 4.0),
        "top": top,
        "deed_here": sum(deeds) / max(1, len(deeds)),
        "deed_missing": float(bool(deeds) and not any(deeds)),
        "noun_rest": sum(rest) / max(1, len(rest)),
    }


_SAID_AT = ("here", "leaned", "before", "title", "far", "missing")


_MANDATE: Final = frozenset(stem(word) for word in "mandate term authorisation extended".split())
_GOING_ON: Final = frozenset(
    stem(word)
    for word in "extend extended prolong prolonged renew renewed continue stay remain last run "
    "expire expires lapse end ends authorise authorised".split()
)


def _first(*places: tuple[str, float | functools.partial[float]]) -> tuple[str, float]:
    """The first of some places where a word is said, and how; nothing is looked up twice."""
    for where, said in places:
        value = said if isinstance(said, float) else said()
        if value >= SAID:
            return where, value
    return "missing", 1.0


def _weight(term: str, question: Question, rarity: Rarity, is_noun: bool) -> float:
    if is_noun:
        return 1.5
    weight = rarity.weight(term)
    if term in NUMBERS or term in PLACING:
        return 0.3 * weight
    of_name = term in _MISSION_WORDS and (question.places or question.missions)
    slight = of_name or term in question.asides or term in STATIVE or term in QUALITIES
    return 0.4 * weight if slight else weight


_MISSION_WORDS: Final = frozenset(
    stem(word) for word in "mission force operation exercise deployment troops programme".split()
)
# What brings something to its end: all the same where it is asked by when that has to be
_ENDING: Final = frozenset(
    stem(word)
    for word in "gone leave left withdraw withdrawn out end over finish complete close shut "
    "dissolve disband expire quit pull depart".split()
)
# … and that its country sent those whom it counts.
_SENDING: Final = frozenset(
    stem(word)
    for word in "send sent contribute provide supply come came go went sail fly flew travel field "
    "maintain".split()
)


# ── together ────────────────────────────────────────────────────────────────────────────────


def together(signs: Mapping[str, float]) -> dict[str, float]:
    """How far the words are said where the names are told of: the product of the shares."""
    word = (
        signs["word_here"]
        + 0.7 * signs["word_leaned"]
        + 0.4 * signs["word_before"]
        + 0.3 * signs["word_title"]
        + 0.5 * signs["no_word"]
    )
    return {
        "both_here": word * (signs["name_here"] + signs["no_name"]),
        "both_near": word * (signs["name_focus"] + signs["name_beside"]),
        "both_topic": word * (signs["name_topic"] + 0.5 * signs["name_near"]),
    }


def closeness(question: Question, spans: Sequence[Span], passage: ReadPassage, view: View) -> float:
    """How near to what may be the answer the words stand that a sentence has of a question."""
    text = passage.passage.text
    tokens = words(text)
    of_terms = [
        [number for number, word in enumerate(tokens) if kinship(term, word.stem) >= SAID]
        for term in question.terms
    ]
    asked = set(question.places)
    starts = (
        {m.start for m in view.gazetteer.mentions(text, passage.places) if m.key in asked}
        if asked
        else _NO_STARTS
    )
    of_names = [
        number
        for number, word in enumerate(tokens)
        if word.start in starts or as_name(word.text) in question.names
    ]
    spots = [(1.0, found) for found in of_terms if found]
    spots += [(0.5, of_names)] if of_names else []
    return max((span.fit * _near(span, spots, tokens, text) for span in spans), default=0.0)


_NO_STARTS: Final[Set[int]] = frozenset()


def _near(
    span: Span, spots: Sequence[tuple[float, Sequence[int]]], tokens: Sequence[Word], text: str
) -> float:
    at = [n for n, word in enumerate(tokens) if word.start < span.end and word.end > span.start]
    if not at or not spots:
        return 0.5 if at else 0.0
    first, last = tokens[at[0]], tokens[at[-1]]
    gained = 0.0
    for weight, found in spots:
        gained += weight * max(
            1.0
            if at[0] <= n <= at[-1]
            else _step(at[0] - n, text[tokens[n].end : first.start])
            if n < at[0]
            else _step(n - at[-1], text[last.end : tokens[n].start])
            for n in found
        )
    return gained / sum(weight for weight, _ in spots)


def _step(words_between: int, between: str) -> float:
    """Nearness by the number of words, less where another clause begins between."""
    return max(0.0, 1 - words_between / 14) * (0.6 if _CLAUSE.search(between) else 1.0)


_CLAUSE = re.compile(r";|\b(?:but|while|whereas)\b")
