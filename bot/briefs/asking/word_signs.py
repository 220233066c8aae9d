"""Where the words of a question are said: in a sentence, before it, in its title, or nowhere. Pure.

As with names (`name_signs`), what is found are signs, and nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.implied import implied_deeds
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.rarity import Rarity
from bot.briefs.asking.sayings import NO_WORDS, NUMBERS, PLACING, QUALITIES, SAID, STATIVE, Sayings
from bot.briefs.asking.shells import shell_of
from bot.language.words import stem


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
    elsewhere = (
        ("leaned" if leans else "before", prior),
        ("title", whole.topic_stems),
        ("far", whole.all_stems),
    )
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
        where, value = ("here", said) if said >= SAID else _first(term, elsewhere, sayings)
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


def _first(
    term: str, places: Sequence[tuple[str, frozenset[str]]], sayings: Sayings
) -> tuple[str, float]:
    """The first of some places where a word is said, and how."""
    for where, stems in places:
        value = sayings.of(term, stems)
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
