"""Where a sentence holds an answer of the kind that was asked for, and how surely.

Pure; reads `answers.toml`. A sentence that speaks of the right things but not of the thing asked is
no answer: "the exercise began on Friday" does not say how many aircraft carriers took part.
One module, because each kind of answer is a few lines and they share the same signs.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import NamedTuple

from bot.briefs.counting import fitting
from bot.briefs.other_names import Renaming, other_names
from bot.briefs.question import Asked, Question
from bot.language.lexicon import NARROWER, kinship
from bot.language.negation import negation
from bot.language.phrases import pattern
from bot.language.places import Gazetteer, Mention
from bot.language.quantities import Amount, amounts
from bot.language.words import alike, as_name, stem, stop_words, words
from bot.store import ReadPassage


class Span(NamedTuple):
    """A part of a sentence that may be the answer. `fit` is how surely it is of the kind, 0…1."""

    start: int
    end: int
    fit: float


@functools.cache
def _phrases(kind: str, name: str = "plain") -> re.Pattern[str]:
    data = resources.files("bot.briefs").joinpath("answers.toml").read_text("utf-8")
    return pattern(tomllib.loads(data)[kind][name])


_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_DAY = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?\b|"
    rf"\b(?!may\b){_MONTH}(?:\s+\d{{1,2}}\b(?:st|nd|rd|th)?)?(?:,?\s+\d{{4}})?\b|"
    rf"\b(?-i:May)\b(?:\s+\d{{1,2}}\b)?(?:,?\s+\d{{4}})?|\b(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)
_SPAN_OF_TIME = re.compile(
    r"\b(?:\w+ )?(?:days?|weeks?|months?|years?|decades?|hours?|minutes?) "
    r"(?:ago|later|earlier|after|before)\b|\b(?:in|within) (?:\w+ )?"
    r"(?:\w+ )(?:days?|weeks?|months?|years?)\b|\b\d{1,2}(?:st|nd|rd|th)\b|"
    r"\b(?:last|next|this|that) (?:spring|summer|autumn|winter|january|february|march|april|may|"
    r"june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|"
    r"half an?|\w+teen|\w+ty(?:-\w+)?|few)[\s-]+"
    r"(?:more\s+|further\s+|full\s+|and a half\s+)?"
    r"(?:hours?|days?|weeks?|months?|years?|decades?|minutes?|seconds?)\b(?!\s+(?:ago|later|earlier|old)\b)",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"\b(?:1[89]|20)\d0s\b|\b(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|"
    r"nineties)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[$€£¥]\s?\d[\d.,]*|\b\d[\d.,]{0,30}\s*(?:million|billion|thousand)?\s*(?:euros?|dollars?|pounds?|kronor|"
    r"kroner|"
    r"roubles?|rubles?|francs?|pesos?|yen|rand|lira|zloty|marks?|usd|eur|gbp)\b|"
    r"\b(?:million|billion)s? (?:of )?(?:\w+ )?(?:euros?|dollars?|pounds?|francs?)\b",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"\bsquare\b|\bhectares?\b|\bacres?\b|\bkm²|\bsq\b|\b\d[\d.,]{0,30} (?:by|x) \d", re.IGNORECASE
)
_ACROSS = re.compile(r"\b(?:wide|across|long)\b")
_LONG_ONLY = re.compile(r"^(?!.*\b(?:wide|across)\b).*\blong\b", re.DOTALL)
_HEIGHT = re.compile(
    r"\b(?:met(?:re|er)s?|feet|foot|ft|m|kilomet\w+|miles?|storeys?)(?:[\s-]+(?:and a "
    r"half\s+)?)(?:high|tall)\b|\bheight of\b"
    r"|\b(?:rises?|rising|stands?|reach\w*)\s+(?:\w+\s+){0,2}\d"
    r"|\b(?:raised?|raising|higher|heightened|grow|grown|built)\s+(?:\w+\s+){0,1}to\s+"
    r"(?:\w+\s+){1,3}met(?:re|er)s?\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:\d[\d.,]*|\w+) times\b|\bevery \w+ (?:days|weeks|months|years)\b", re.IGNORECASE
)


def answer_spans(
    question: Question, passage: ReadPassage, gazetteer: Gazetteer, before: str = ""
) -> list[Span]:
    """The parts of a sentence that may be the answer and that the question did not say itself.

    Empty for a question that any sentence may answer ("whether", most of "what"). `before` is the
    sentence before, from which a number may have its noun.
    """
    if _EVERY.search(question.text) and not _EVERY.search(passage.passage.text):
        return []
    found = list(_spans(question, passage, gazetteer, before))
    if question.cue in ("former", "later") and not _phrases("holders", question.cue).search(
        passage.passage.text
    ):
        return [span._replace(fit=0.4 * span.fit) for span in found]
    return found


def has_kind(question: Question) -> bool:
    """Whether only some sentences can hold what is asked for."""
    asks_of_any = question.asked in (Asked.WHETHER, Asked.WHAT)
    return not asks_of_any or question.cue not in (None, "paper")


# "every day": a number without it is of something else
_EVERY = re.compile(
    r"\b(?:every|each|per|a|an) (?:day|night|week|month|year)\b|\b(?:daily|weekly|monthly|yearly|"
    r"annual\w*)\b",
    re.IGNORECASE,
)


def asks_for_office(question: Question) -> bool:
    """Whether the one who holds an office is asked for: only a person's name says that."""
    return (
        question.asked is Asked.WHO
        and bool(_PERSON.search(question.text))
        and bool(_phrases("who", "offices").search(question.text))
    )


def tells_reason(text: str) -> bool:
    """Whether a sentence says why, whatever else it says."""
    return bool(_phrases("reason").search(text))


def excludes(question: Question, text: str) -> bool:
    """Whether a sentence tells who has no part in something, where that is not asked."""
    sought = _phrases("excluded")
    return (
        bool(sought.search(text))
        and not sought.search(question.text)
        and not _NOT.search(question.text)
    )


_NOT = negation()


def _spans(
    question: Question, passage: ReadPassage, gazetteer: Gazetteer, before: str
) -> Iterator[Span]:
    text = passage.passage.text
    asked = question.asked
    if question.cue in ("former name", "present name"):
        yield from _other_names(question, passage, gazetteer, before)
    elif question.cue == "legal":
        yield from _found(_phrases("legal"), text, 0.8)
    elif asked is Asked.COUNT:
        in_uniform = bool(passage.missions or passage.focus_missions)
        for amount, fit in fitting(question, text, gazetteer, in_uniform, before):
            yield Span(amount.start, amount.end, fit)
        for match in _NONE.finditer(text):  # "no soldier was killed" is a number, too
            noun = stem(match[1])
            if question.noun and noun == question.noun[-1]:
                yield Span(match.start(), match.end(), 0.9)
        if question.noun and question.noun[-1] in _PERSONS:
            yield from _found(_NOBODY, text, 0.9)
    elif asked is Asked.LENGTH:
        if _right_measure(question, text):
            high = [match.span() for match in _HEIGHT.finditer(text)]
            for a in lengths(question, text):
                if not any(start < a.end and a.start < end for start, end in high):
                    yield Span(a.start, a.end, 1.0)
    elif asked is Asked.SHARE:
        for span in _found(_phrases("share"), text, 1.0):
            of = re.match(r"(?:\s+\w+)?\s+of\b|\s+(?:the|its|that|as)\b", text[span.end :])
            if not re.match(r"\s+an?\s", text[span.end :]):  # "half a million" is a number
                yield span if of else span._replace(fit=0.6)
        yield from _found(_PER_CENT, text, 1.0)
        yield from _found(_FRACTION, text, 1.0)
        yield from _found(_OUT_OF, text, 1.0)
        if _BY_HOW_MUCH.search(question.text):
            yield from _found(_BY_SO_MUCH, text, 1.0)
        for amount in lengths(question, text):
            part = re.search(r"\d+ of (?:the|its|their) $", text[: amount.start])
            yield Span(amount.start, amount.end, 1.0 if part else 0.6)
    elif asked is Asked.HEIGHT:
        yield from _found(_HEIGHT, text, 1.0)
    elif asked is Asked.AREA:
        yield from _found(_AREA, text, 1.0)
        sides = lengths(question, text)
        if _ACROSS.search(text) and (len(sides) > 1 or not _LONG_ONLY.search(text)):
            yield from (Span(a.start, a.end, 0.5) for a in sides)
    elif asked is Asked.DURATION:
        if _HOW_OLD.search(question.text):
            yield from _ages(question, text)
            return
        for span in _found(_DURATION, text, 1.0):
            lasts = _is_length_of_time(text, span) and not _DONE_IN.search(text[: span.start])
            if not lasts and _TO_STAY.search(question.text):
                continue
            yield span if _is_length_of_time(text, span) else span._replace(fit=0.3)
        yield from _found(_AS_LONG, text, 0.75)
        yield from _found(_phrases("date", "open"), text, 1.0)
        ahead = bool(_STILL_TO_LAST.search(question.text))
        for span in _dates(question, text):
            before = text[max(0, span.start - 25) : span.start]
            if (_TO_A_DAY if ahead else _FROM_OR_TO_A_DAY).search(before):
                yield Span(span.start, span.end, 0.8 * span.fit)
    elif asked is Asked.MONEY:
        yield from _found(_MONEY, text, 1.0)
    elif asked is Asked.OFTEN:
        yield from _found(_TIMES, text, 1.0)
        yield from _found(_phrases("often"), text, 0.7)
    elif asked is Asked.DATE:
        for span in _dates(question, text):
            yield _led_up_to(question, text, span)
        if question.cue == "until":
            yield from _found(_DURATION, text, 0.7)
            yield from _found(_AS_LONG, text, 0.75)
            yield from _found(_phrases("date", "open"), text, 1.0)
    elif asked is Asked.COUNTRY:
        yield from _countries(question, text, passage, gazetteer)
    elif asked is Asked.WHO:
        yield from _who(question, text, passage, gazetteer)
    elif asked is Asked.WHERE:
        yield from _where(question, text, passage, gazetteer)
    elif asked is Asked.WHY:
        yield from _found(_phrases("reason"), text, 1.0)
        yield from _found(_phrases("reason", "faint"), text, 0.5)
    elif asked is Asked.WHICH:
        yield from _which(question, text, passage, gazetteer)
    elif question.cue == "former":
        yield from _found(_phrases("holders", "former"), text, 1.0)
    elif question.cue == "purpose":
        yield from _found(_PURPOSE, text, 1.0)
        yield from _found(_phrases("purpose"), text, 0.7)
    elif question.cue == "name":
        yield from _found(_phrases("name"), text, 1.0)
    elif question.cue == "vote":
        yield from _found(_phrases("vote"), text, 1.0)
        yield from _found(_phrases("vote", "faint"), text, 0.5)
    elif question.cue == "saying":
        yield from _sayings(question, text, passage, gazetteer)


# "taken in a day and a half" says nothing of how long they stay
_TO_STAY = re.compile(r"\b(?:stay\w*|remain\w*)\b", re.IGNORECASE)
_DONE_IN = re.compile(r"\b(?:in|within|after)\s+$", re.IGNORECASE)


def _is_length_of_time(text: str, span: Span) -> bool:
    """Whether a span of time says how long, not when: "six weeks after fighting broke out"."""
    if not _COUNTED_FROM.match(text, span.end):
        return True
    return bool(_LASTING.search(text[max(0, span.start - 30) : span.start]))


_COUNTED_FROM = re.compile(r"\s+(?:after|before|from now|earlier|later|into)\b")
_LASTING = re.compile(
    r"\b(?:for|last\w*|takes?|took|taken|stay\w*|spent|within|wait\w*)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)


_PERSON = re.compile(
    r"\bwho(?:\s+\w+)?\s+(?:is|was|were|are|became)\s+(?:the|its|their|his|first|a)\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"\b(?:no|not an?|not one|not a single) (?:\w+ )??(\w+)\b", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:nobody|no one|no-one|uninhabited|unpopulated)\b", re.IGNORECASE)
_PERSONS = frozenset(stem(word) for word in "people inhabitants persons residents".split())
_PURPOSE = re.compile(
    r"\b(?:task|aim|purpose|goal|mandate|job|mission|role|objective)s?\s+"
    r"(?:is|was|are|were|will be|would be)\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|an?)[\s-](?:half|halves|thirds?|quarters?|"
    r"fifths?|sixths?|sevenths?|eighths?|tenths?)\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:in|out of)(?: every)? "
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred)\b",
    re.IGNORECASE,
)
_BY_HOW_MUCH = re.compile(r"\bby how much\b", re.IGNORECASE)
_BY_SO_MUCH = re.compile(
    r"\bby\s+(?:(?:about|around|some|nearly|almost|over|more than|at least|up to|a|an)\s+)?[$€£]?\d"
    r"|\b(?:halv|doubl|trebl|tripl|quadrupl)(?:e|es|ed|ing)\b|\bby (?:a|an|one|two|three) \w+",
    re.IGNORECASE,
)
_PER_CENT = re.compile(r"\d\s?%")


def _found(sought: re.Pattern[str], text: str, fit: float) -> Iterator[Span]:
    return (Span(match.start(), match.end(), fit) for match in sought.finditer(text))


def _dates(question: Question, text: str) -> Iterator[Span]:
    known = question.text.lower()
    for match in _DAY.finditer(text):
        if match[0].lower() not in known:
            of_day = re.search(r"\d", match[0]) and not match[0].isdigit()
            yield Span(match.start(), match.end(), 1.0 if of_day else 0.85)
    spans = ((_phrases("date", "words"), 0.75), (_DECADE, 0.75), (_SPAN_OF_TIME, 0.65))
    for sought, fit in spans:
        for match in sought.finditer(text):
            if match[0].lower() not in known:
                yield Span(match.start(), match.end(), fit)


_STILL_TO_LAST = re.compile(
    r"\bhow long (?:will|may|can|must|should|is|are|does|do)\b", re.IGNORECASE
)
_TO_A_DAY = re.compile(r"\b(?:until|till|to|by|through|expir\w*|ends?|runs? out)\b", re.IGNORECASE)
_FROM_OR_TO_A_DAY = re.compile(r"\b(?:until|till|since|from|to|by|expir\w*)\b", re.IGNORECASE)
_HOW_OLD = re.compile(r"\bhow old\b", re.IGNORECASE)
_AGE = re.compile(
    r"\b[\w-]+[\s-]years?[\s-]old\b|\bin (?:its|his|her|their) \w+ties\b", re.IGNORECASE
)
_DATES_FROM = re.compile(
    r"\b(?:built|dat\w+(?: back)?|found\w+|stood|existed|laid|drawn|established|erected|since|from|"
    r"born)\s+(?:in|from|to|since|there|by)?\s*(?:the\s+)?(?:early\s+|late\s+)?$",
    re.IGNORECASE,
)
# "until the last marker stands": how long without a day
_AS_LONG = re.compile(
    r"\b(?:until|till|as long as|for as long as)\s+(?!now\b|then\b|recently\b)(?=[a-z])"
)


def _ages(question: Question, text: str) -> Iterator[Span]:
    """How old something is: its age, or since when it is there."""
    yield from _found(_AGE, text, 1.0)
    for span in _dates(question, text):
        if _DATES_FROM.search(text[: span.start]):
            yield span._replace(fit=0.9)


def _led_up_to(question: Question, text: str, span: Span) -> Span:
    """The date of an end or a beginning, where that is asked, is led up to by words for it."""
    if question.cue not in ("until", "since"):
        return span
    near = " ".join(text[: span.start].split()[-4:])
    led = _phrases("date", question.cue).search(near)
    return span if led else span._replace(fit=0.5 * span.fit)


def _new_places(question: Question, passage: ReadPassage, gazetteer: Gazetteer) -> list[Mention]:
    found = gazetteer.mentions(passage.passage.text, passage.places)
    known = {*question.places, *question.successors}
    return [m for m in found if m.key in passage.places and m.key not in known]


def _countries(
    question: Question, text: str, passage: ReadPassage, gazetteer: Gazetteer
) -> Iterator[Span]:
    found = [
        m
        for m in _new_places(question, passage, gazetteer)
        if gazetteer.places[m.key].kind == "country" or question.about_border
    ]
    several = len({m.key for m in found})
    fit = min(1.0, 0.4 + 0.2 * several) if is_plural(question) else 1.0
    return (Span(m.start, m.end, fit) for m in found)


def is_plural(question: Question) -> bool:
    """Whether several countries are asked for."""
    return bool(_PLURAL.search(question.text))


_PLURAL = re.compile(
    r"\b(?:countries|nations|states|allies|neighbou?rs|members|governments)\b", re.IGNORECASE
)
_BEGINS = re.compile(r"(?:^|[.!?:]\s)[\W_]*$")
_NAME = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+(?:\s+(?:(?:of|de|van|von|al|el|da|bin)\s+)?[A-ZÀ-Þ][\w'’-]+)*"
)


def _names(
    question: Question, text: str, several: float, one: float, first_word: bool = False
) -> Iterator[Span]:
    """Names that the question did not give: `several` is the fit of two words and more. The
    `first_word` of a sentence is a name only where asked for or written in capitals."""
    known = {as_name(word.text) for word in words(question.text)}
    for match in _NAME.finditer(text):
        parts = [as_name(word.text) for word in words(match[0])]
        new = [part for part in parts if part not in known and part not in stop_words()]
        if (
            len(parts) == 1
            and not (first_word and match[0].isupper())
            and _BEGINS.search(text[: match.start()])
        ):
            continue  # any first word has a capital
        if (
            new
            and not _DAY.fullmatch(match[0])
            and not _phrases("date", "words").fullmatch(match[0])
        ):
            yield Span(match.start(), match.end(), several if len(new) > 1 else one)


def _who(
    question: Question, text: str, passage: ReadPassage, gazetteer: Gazetteer
) -> Iterator[Span]:
    """Persons, and, unless the holder of an office is asked for, countries, bodies and offices."""
    if question.cue == "speaker":
        yield from _speakers(text, passage, gazetteer)
        return
    office = asks_for_office(question)
    places = _new_places(question, passage, gazetteer)
    named = _names(question, text, 1.0, 0.75)
    for span in _persons(named, text, places) if office else named:
        at = re.search(r"\b(?:in|at|near|from|to|of|for)\s+(?:the\s+)?$", text[: span.start])
        yield span._replace(fit=0.4) if at else span
    if not office:
        yield from (Span(m.start, m.end, 0.7) for m in places)
        yield from _roles(question, text)


def _persons(named: Iterable[Span], text: str, places: Iterable[Mention]) -> Iterator[Span]:
    """The names that are neither of places nor of bodies."""
    starts = {place.start for place in places}
    for span in named:
        of_body = _phrases("who", "bodies").search(text[span.start : span.end])
        if span.start not in starts and not of_body:
            yield span


def names_a_person(question: Question, passage: ReadPassage, gazetteer: Gazetteer) -> bool:
    """Whether a sentence holds somebody's first name and surname that the question does not."""
    text = passage.passage.text
    places = gazetteer.mentions(text, passage.places)
    return any(span.fit == 1 for span in _persons(_names(question, text, 1.0, 0.0), text, places))


def _speakers(text: str, passage: ReadPassage, gazetteer: Gazetteer) -> Iterator[Span]:
    """Those beside whom a word for saying stands, also those of whom the question speaks: "Delhi
    says"."""
    named = [(m.start, m.end) for m in gazetteer.mentions(text, passage.places)]
    named += [match.span() for match in _NAME.finditer(text)]
    named += [match.span() for match in _phrases("who", "roles").finditer(text)]
    said = [*_phrases("saying").finditer(text), *_phrases("speaker").finditer(text)]
    for start, end in named:
        says = any(0 < verb.start() - end <= _BESIDE for verb in said)
        told = re.search(r"\baccording to (?:\w+ ){0,2}$|\bby (?:the )?$", text[:start])
        if says or told:
            yield Span(start, end, 1.0)


_BESIDE = 20  # characters between a speaker and the word for saying


def _sayings(
    question: Question, text: str, passage: ReadPassage, gazetteer: Gazetteer
) -> Iterator[Span]:
    """Words for saying, surest right behind the one who is asked about."""
    asked = {*question.places, *question.names}
    speakers = [m.end for m in gazetteer.mentions(text, passage.places) if m.key in asked]
    speakers += [w.end for w in words(text) if as_name(w.text) in asked]
    speakers += [match.end() for match in re.finditer(r"\b(?:they|he|she)\b", text.lower())]
    for span in _found(_phrases("saying"), text, 0.5):
        near = any(0 <= span.start - end <= 25 for end in speakers)
        yield span._replace(fit=1.0) if near else span


def _other_names(
    question: Question, passage: ReadPassage, gazetteer: Gazetteer, before: str
) -> Iterator[Span]:
    """The name that a thing had before, or has since, where the sentence tells of the change."""
    text = passage.passage.text
    others = {
        word for key in set(passage.missions) - set(question.missions) for word in key.split()
    }
    places = {(m.start, m.end) for m in gazetteer.mentions(text, passage.places)}
    names = [
        (span.start, span.end)
        for span in _names(question, text, 1.0, 1.0, first_word=True)
        if not question.missions
        or (
            (span.start, span.end) not in places
            and _may_name_a_mission(text[span.start : span.end], others)
        )
    ]
    known = {as_name(word.text) for word in words(question.text) if word.capitalised}
    asked = [w.start for w in words(text) if w.capitalised and as_name(w.text) in known]
    asked = [at for at in asked if not any(start <= at < end for start, end in names)]
    renaming = Renaming(
        *(_phrases("renaming", part) for part in ("forward", "backward", "announced"))
    )
    want_old = question.cue == "former name"
    for start, end in other_names(renaming, text, before, names, asked, want_old):
        yield Span(start, end, 1.0)
    if not want_old:
        yield from _found(_phrases("renaming", "from_now_on"), text, 0.8)


def _may_name_a_mission(name: str, others: set[str]) -> bool:
    """Whether a name is of several words, in capitals, or that of a mission known."""
    return " " in name or name.isupper() or as_name(name) in others


def speaker_words() -> re.Pattern[str]:
    """The words that mark whose word something is, beside those for saying."""
    return _phrases("speaker")


def saying_words() -> re.Pattern[str]:
    """The words by which somebody says something, or takes a stand by saying it."""
    return _phrases("saying")


def _roles(question: Question, text: str) -> Iterator[Span]:
    """Offices that the question did not ask for."""
    for span in _found(_phrases("who", "roles"), text, 0.6):
        role = stem(text[span.start : span.end])
        if all(kinship(term, role) < NARROWER for term in question.terms):
            yield span


def _where(
    question: Question, text: str, passage: ReadPassage, gazetteer: Gazetteer
) -> Iterator[Span]:
    places = {m.start for m in _new_places(question, passage, gazetteer)}
    for span in (*_names(question, text, 0.7, 0.7), *(Span(p, p + 1, 0.6) for p in sorted(places))):
        led = re.search(r"\b(\w+\s+)?(\w+\s+)?(\w+)\s+$", text[: span.start])
        steps = [part.strip() for part in led.groups()[::-1] if part] if led else []
        if any(_phrases("where", "before").fullmatch(step) for step in steps):
            yield span._replace(fit=1.0)
        else:
            yield span
    yield from _found(_phrases("where"), text, 0.5)


def _which(
    question: Question, text: str, passage: ReadPassage, gazetteer: Gazetteer
) -> Iterator[Span]:
    """What stands beside the noun chosen among ("Resolution 1264"), before any other name."""
    if question.noun and alike(question.noun[-1], _MISSION):
        other = set(passage.missions) - set(question.missions)
        yield Span(0, len(text), 1.0 if other else 0.3)
        return
    nouns = [w for w in words(text) if question.noun and alike(w.stem, question.noun[-1])]
    named = [*_names(question, text, 0.8, 0.7), *_found(_FIGURE, text, 0.6)]
    named += (Span(m.start, m.end, 0.7) for m in _new_places(question, passage, gazetteer))
    for span in named:
        beside = any(
            0 <= span.start - word.end <= 2
            or 0 <= word.start - span.end <= 2
            or span.start <= word.start < span.end
            for word in nouns
        )
        yield span._replace(fit=1.0) if beside else span
    yield from (Span(word.start, word.end, 0.5) for word in nouns)


_MISSION = stem("mission")
_FIGURE = re.compile(r"\b\d[\d.,]*\b(?!\s?%)")


def lengths(question: Question, text: str) -> list[Amount]:
    """The distances of a sentence that are neither in the question nor heights or areas."""
    asked = {amount.value for amount in amounts(question.text)}
    found = [a for a in amounts(text) if a.km is not None and a.value not in asked]
    short = re.compile(r"[\s-]+(?:yards?|feet|foot)\b", re.IGNORECASE)
    return found or [a for a in amounts(text) if a.unit is None and short.match(text[a.end :])]


_HOW_WIDE = re.compile(r"\bhow (?:wide|broad|narrow)\b|\bwidth\b", re.IGNORECASE)
_WIDE = re.compile(
    r"\b(?:deep|depth|wide|width|broad|narrow\w*)\b|(?:km|kilomet\w+|miles?|met\w+)\s+across\b",
    re.IGNORECASE,
)


# the row of a table: "Width | 18 metres"
_OTHER_LABEL = re.compile(r"\W*(?:width|breadth|height|depth|clearance|altitude)\b[^|]*\|", re.I)


def _right_measure(question: Question, text: str) -> bool:
    """Whether a distance is a width where one is asked for, and a length where that is."""
    if _HOW_WIDE.search(question.text):
        return bool(_WIDE.search(text))
    if re.search(r"\bhow deep\b", question.text, re.IGNORECASE):
        return bool(re.search(r"\b(?:deep|depth|wide|inside|into)\b", text))
    if re.search(r"\blong\b|\blength\b", question.text, re.IGNORECASE):
        found = lengths(question, text) if not _OTHER_LABEL.match(text) else []
        return any(
            not re.match(r"\s*(?:wide|high|tall|deep|away|apart|from|across|broad)", text[a.end :])
            for a in found
        )
    return True
