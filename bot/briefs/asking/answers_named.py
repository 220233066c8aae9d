"""Answers that are names: of persons, offices, countries, places, resolutions. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.briefs.asking.answers_when import is_day
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.spans import Span, matching, phrases
from bot.language.clauses import HELPING, PAST
from bot.language.lexicon import NARROWER, SAME, Entry, entry, is_narrower, kinship, names_people
from bot.language.places import Gazetteer, Mention
from bot.language.words import alike, as_name, stem, stop_words, words
from bot.store import ReadPassage


def asks_for_office(question: Question) -> bool:
    """Whether the one who holds an office is asked for: only a person's name says that."""
    return (
        question.asked is Asked.WHO
        and bool(_PERSON.search(question.text))
        and bool(phrases("who", "offices").search(question.text))
    )


_PERSON = re.compile(
    r"\bwho(?:\s+\w+)?\s+(?:is|was|were|are|became)\s+(?:the|its|their|his|first|a)\b",
    re.IGNORECASE,
)


def _new_places(question: Question, passage: ReadPassage, gazetteer: Gazetteer) -> list[Mention]:
    found = gazetteer.mentions(passage.passage.text, passage.places)
    known = {*question.places, *question.successors}
    return [m for m in found if m.key in passage.places and m.key not in known]


def countries(
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
    r"(?:(?:[A-ZÀ-Þ]\.\s?){1,4})?[A-ZÀ-Þ][\w'’-]+(?:\s+(?:(?:of|de|van|von|al|el|da|bin)\s+)?[A-ZÀ-Þ][\w'’-]+)*"
)


def names(
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
            and not _does_something(match[0], text[match.end() :])
            and not (entry(stem(match[0])) == _UNKNOWN and _APPOSED.match(text, match.end()))
        ):
            continue  # any first word has a capital
        if new and not is_day(match[0]):
            yield Span(match.start(), match.end(), several if len(new) > 1 else one)


def _does_something(first: str, behind: str) -> bool:
    """Whether a first word that no lexicon knows has a verb right behind it: "Greenpeace
    protested"."""
    verb = next(iter(words(behind[:30])), None)
    return (
        verb is not None
        and not first.endswith("ly")
        and entry(stem(first)) == _UNKNOWN
        and first.lower() not in stop_words()
        and (verb.text.endswith("ed") or verb.text in PAST or verb.text in HELPING)
        and behind.startswith(" ")
    )


_UNKNOWN = Entry()
# "Taba, a beach hotel, …": a first word that is explained is a name
_APPOSED = re.compile(r",\s+(?:the|an?|one|which|who|whose|where|on|in|near|its|their)\s")


def who(
    question: Question, text: str, passage: ReadPassage, gazetteer: Gazetteer
) -> Iterator[Span]:
    """Persons, and, unless the holder of an office is asked for, countries, bodies and offices."""
    if question.cue == "speaker":
        yield from _speakers(text, passage, gazetteer)
        return
    office = asks_for_office(question)
    places = _new_places(question, passage, gazetteer)
    named = names(question, text, 1.0, 0.75)
    for span in _persons(named, text, places) if office else named:
        at = re.search(r"\b(?:in|at|near|from|to|of|for)\s+(?:the\s+)?$", text[: span.start])
        yield span._replace(fit=0.4) if at else span
    if not office:
        yield from matching(_SOMEBODY, text, 0.6)
        if _WHOSE.search(question.text):
            yield from matching(_ITS_OWNER, text, 0.9)
        if _MAY.search(question.text):
            yield from matching(_ALLOWED, text, 0.8)
        yield from (Span(m.start, m.end, 0.7) for m in places)
        yield from _roles(question, text)
        yield from _people(question, text)


def _people(question: Question, text: str) -> Iterator[Span]:
    """People by what they are, where no name or office is told: "found by shepherds"."""
    for word in words(text):
        if not names_people(word.stem) or word.text.lower() in stop_words():
            continue
        if all(kinship(term, word.stem) < NARROWER for term in question.terms):
            yield Span(word.start, word.end, _FAINT)


_FAINT = 0.5  # the fit of what may be anybody


# who is told of without a name
_SOMEBODY = re.compile(
    r"\b(?:somebody|someone|some people|passers-by|each (?:country|nation|state|side|member)|"
    r"every (?:country|member|state))\b",
    re.IGNORECASE,
)


_WHOSE = re.compile(r"\b(?:belongs?|belonged|owns?|owned|possess\w*)\b", re.IGNORECASE)
_ITS_OWNER = re.compile(
    r"\b(?:in|into) (?:[A-Z][\w’'-]+ )+hands\b|\bbelong(?:s|ed)? to\b|\bowned by\b|"
    r"\bproperty of\b|\bowns?\b"
)
# who may do something has no name, but lives somewhere or has a paper
_MAY = re.compile(
    r"\b(?:may|can|could|able|allowed|permitted|let|admitted|entitled|exempt\w*|forbidden|barred|"
    r"banned|have to|has to|must)\b",
    re.IGNORECASE,
)
_ALLOWED = re.compile(
    r"\b(?:those|people|anyone|anybody|everyone|everybody|all|only)\s+(?:\w+\s+)?"
    r"(?:who|with|without|living|born|from|under|over)\b|"
    r"\b(?:residents|citizens|nationals|pedestrians|inhabitants|passengers|holders|drivers|"
    r"foreigners|traders|students|farmers|pilgrims|relatives|families|villagers|women|children)\b",
    re.IGNORECASE,
)


def _persons(named: Iterable[Span], text: str, places: Iterable[Mention]) -> Iterator[Span]:
    """The names that are neither of places nor of bodies."""
    starts = {place.start for place in places}
    for span in named:
        of_body = phrases("who", "bodies").search(text[span.start : span.end])
        if span.start not in starts and not of_body:
            yield span


def names_a_person(question: Question, passage: ReadPassage, gazetteer: Gazetteer) -> bool:
    """Whether a sentence holds somebody's first name and surname that the question does not."""
    text = passage.passage.text
    places = gazetteer.mentions(text, passage.places)
    return any(span.fit == 1 for span in _persons(names(question, text, 1.0, 0.0), text, places))


def _speakers(text: str, passage: ReadPassage, gazetteer: Gazetteer) -> Iterator[Span]:
    """Those beside whom a word for saying stands, also those of whom the question speaks: "Delhi
    says"."""
    named = [(m.start, m.end) for m in gazetteer.mentions(text, passage.places)]
    named += [match.span() for match in _NAME.finditer(text)]
    named += [match.span() for match in phrases("who", "roles").finditer(text)]
    said = [*phrases("saying").finditer(text), *phrases("speaker").finditer(text)]
    for start, end in named:
        says = any(0 < verb.start() - end <= _BESIDE for verb in said)
        told = re.search(r"\baccording to (?:\w+ ){0,2}$|\bby (?:the )?$", text[:start])
        if says or told:
            yield Span(start, end, 1.0)


_BESIDE = 20  # characters between a speaker and the word for saying


def sayings(
    question: Question, text: str, passage: ReadPassage, gazetteer: Gazetteer
) -> Iterator[Span]:
    """Words for saying, surest right behind the one who is asked about."""
    asked = {*question.places, *question.names}
    speakers = [m.end for m in gazetteer.mentions(text, passage.places) if m.key in asked]
    speakers += [w.end for w in words(text) if as_name(w.text) in asked]
    speakers += [match.end() for match in re.finditer(r"\b(?:they|he|she)\b", text.lower())]
    for span in matching(phrases("saying"), text, 0.5):
        near = any(0 <= span.start - end <= 25 for end in speakers)
        yield span._replace(fit=1.0) if near else span


def speaker_words() -> re.Pattern[str]:
    """The words that mark whose word something is, beside those for saying."""
    return phrases("speaker")


def saying_words() -> re.Pattern[str]:
    """The words by which somebody says something, or takes a stand by saying it."""
    return phrases("saying")


def _roles(question: Question, text: str) -> Iterator[Span]:
    """Offices that the question did not ask for."""
    for span in matching(phrases("who", "roles"), text, 0.6):
        role = stem(text[span.start : span.end])
        if all(kinship(term, role) < NARROWER for term in question.terms):
            yield span


def where(
    question: Question, text: str, passage: ReadPassage, gazetteer: Gazetteer
) -> Iterator[Span]:
    within = _WHERE_WITHIN.search(question.text)
    places = {m.start: m for m in _new_places(question, passage, gazetteer)}
    peoples = {m.start for m in gazetteer.mentions(text, passage.places) if m.form == "demonym"}
    for span in (*names(question, text, 0.7, 0.7), *(Span(p, p + 1, 0.6) for p in sorted(places))):
        if span.start in peoples:
            continue  # "they look at Russian aircraft"
        country = (
            span.start in places and gazetteer.places[places[span.start].key].kind == "country"
        )
        if (within and country) or (
            _SAID_IN.search(text[: span.start]) and not _SAID_IN_IT.search(question.text)
        ):
            yield span._replace(fit=0.3)  # where somebody spoke is not where it is
            continue
        led = re.search(r"\b(\w+\s+)?(\w+\s+)?(\w+)\s+$", text[: span.start])
        steps = [part.strip() for part in led.groups()[::-1] if part] if led else []
        if any(phrases("where", "before").fullmatch(step) for step in steps):
            yield span._replace(fit=1.0)
        else:
            yield span
    yield from matching(phrases("where"), text, 0.5)


_WHERE_WITHIN = re.compile(r"\bwhere (?:exactly )?in (?:the )?(?-i:[A-Z])", re.IGNORECASE)
_SAID_IN = re.compile(
    r"\b(?:said|says|told \w+|announced|declared|added)\s+(?:on \w+ )?(?:in|at|from)\s+(?:the )?$"
)
_SAID_IN_IT = re.compile(r"\b(?:sa(?:y|id)|announc\w*|declar\w*|speak|spoke|tell|told)\b", re.I)


def which(
    question: Question, text: str, passage: ReadPassage, gazetteer: Gazetteer
) -> Iterator[Span]:
    """What stands beside the noun chosen among ("Resolution 1264"), before any other name."""
    if question.noun and alike(question.noun[-1], _MISSION):
        other = set(passage.missions) - set(question.missions)
        yield Span(0, len(text), 1.0 if other else 0.3)
        return
    nouns = [w for w in words(text) if question.noun and alike(w.stem, question.noun[-1])]
    named = [*names(question, text, 0.8, 0.7), *matching(_FIGURE, text, 0.6)]
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
    if question.noun and not names_people(question.noun[-1]):
        for word in words(text):  # "which animals": goats
            narrower = is_narrower(question.noun[-1], word.stem)
            if narrower or kinship(question.noun[-1], word.stem) == SAME:
                yield Span(word.start, word.end, 1.0 if narrower else 0.8)


_MISSION = stem("mission")
_FIGURE = re.compile(r"\b\d[\d.,]*\b(?!\s?%)")
