"""What of an article's words says the words of a question: by being them, by kinship, or, where it
is asked whether something is so, by the opposite. Pure; reads the lexicon.

An article may also lack what a question is about altogether: such a one is no source of an answer.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from bot.briefs.asking.articles import ReadArticle, is_name
from bot.briefs.asking.question import Asked, Question
from bot.briefs.names import is_slip
from bot.language.lexicon import NARROWER, entry, kinship, names_a_deed, opposed
from bot.language.measured import says_thing, things_in
from bot.language.words import alike, as_name, stem, stop_words, words
from bot.store import View

SAID: Final = 0.5  # from this kinship on, a word is said
NO_WORDS: Final[frozenset[str]] = frozenset()
# Being somewhere or part of something: a number says so without such a verb.
STATIVE: Final = frozenset(
    stem(word)
    for word in "participate plan expect intend ready serve station deploy base belong work stay "
    "consist comprise count number part member present maximum strength size total reach "
    "currently".split()
)
# Where something is, which the thing itself says as well: "inside the zone"
PLACING: Final = frozenset(
    stem(word)
    for word in "inside within outside near nearby along alongside across around beyond behind "
    "beside between under through towards".split()
)
NUMBERS: Final = frozenset(
    stem(word) for word in "one two three four five six seven eight nine ten eleven twelve".split()
)


@functools.lru_cache(maxsize=65536)
def says(term: str, told: str) -> float:
    """How far one stem says another: by being it, by kinship, or by a part of it."""
    if term == told:
        return 1.0
    kin = kinship(term, told)
    return kin if kin >= 0.75 else max(kin, _by_its_parts(term, told))


@functools.lru_cache(maxsize=65536)
def says_whether(term: str, told: str) -> float:
    """How far a stem says whether another is so: by saying it, or the opposite."""
    return max(says(term, told), _OPPOSED if opposed(term, told) else 0.0)


_OPPOSED: Final = 0.7


def says_no_more(question: Question, text: str) -> bool:
    """Whether a sentence only says again what the question says: "In 1967 Egypt asked it to go"
    of why Egypt asked the force to leave."""
    asked = {*question.search_stems, *question.terms}
    told = {
        word.stem
        for word in words(text)
        if word.text.lower() not in stop_words() and not word.text[0].isdigit()
    }
    new = [one for one in told if max((says(term, one) for term in asked), default=0.0) < SAID]
    return len(told) - len(new) > 1 >= len(new)


def _by_its_parts(term: str, told: str) -> float:
    if entry(term).uses and entry(told).uses:
        return 0.0  # two words of which the lexicon would know: "joint" is not "join"
    if len(term) >= 4 and told.startswith(term) and len(told) - len(term) <= 3:
        return 0.8
    if len(term) >= 6 and len(told) >= 6 and (told[:6] == term[:6] or is_slip(term, told, 1)):
        return 0.75
    if len(term) >= 5 and len(told) > len(term) and term in told:
        return 0.7
    # "enlarged" by "larger"
    return 0.65 if len(term) >= 6 and len(told) >= 4 and term.endswith(told) else 0.0


_PEOPLE: Final = frozenset(("person",))


def _is_subject(term: str, question: Question) -> bool:
    """Whether a term is a noun that goes by few other words: people; things, beside a day."""
    if term in (*question.deeds, *question.asides, *question.matters) or names_a_deed(term):
        return False
    if term in PLACING or term in STATIVE or term in NUMBERS or term in QUALITIES:
        return False
    if term in _OWN_WORD:
        return True
    return entry(term).names == _PEOPLE or question.asked in _OF_TIME


# What may go without saying of a thing: a "full member", "first went"
QUALITIES: Final = frozenset(
    stem(word)
    for word in "full official officially formal formally regular proper real first initially "
    "originally last".split()
)
# Some people only, whom no word for all of them tells of
_OWN_WORD: Final = frozenset(stem(word) for word in "women woman children civilians girls".split())
_WOMEN: Final = frozenset((stem("women"), stem("woman")))
_OF_WOMEN: Final = frozenset(stem(word) for word in "she her herself female wife mother".split())
# How something stands: nothing else that is told of it says so
_STATES: Final = frozenset(
    stem(word) for word in "open opened closed close shut allowed allow permitted forbidden".split()
)
# Whom a capital may mean beside its country: "Brussels pays", "Moscow asked in 1944"
SPEAKS_FOR: Final = {
    "belgium": frozenset(("european-union",)),
    "russia": frozenset(("soviet-union",)),
}
_DOES: Final = re.compile(
    r"\W*(?:when |on what day )?"
    r"(?:do|does|did|has|have|had|will|would|can|could|is|are|was|were)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_OF_TIME: Final = (Asked.DATE, Asked.DURATION)


def _is_told_as_name(name: str, whole: ReadArticle) -> bool:
    """Whether an article has a name that is a word as well as more than that word: the rock of
    Märket is in no report on a market."""
    if entry(stem(name)).uses < _EVERYDAY or name[:1].isdigit():
        return True
    told = f"{whole.card.title}\n{whole.text}"
    return any(is_name(name, as_name(word.text)) for word in words(told) if word.capitalised)


def _is_brussels(whole: ReadArticle) -> bool:
    """Whether an article says Brussels and nothing of Belgium: it means the Union."""
    told = whole.all_folded | whole.topic_folded
    return "brussels" in told and told.isdisjoint(("belgium", "belgian", "belgians"))


_EVERYDAY: Final = 20  # uses in the lexicon from which a word is no rare one


_PAYS: Final = re.compile(r"\b(?:charg|pay|paid|fee|fare|toll|cost|price|fine)\w*", re.IGNORECASE)
_BECAUSE_OF: Final = re.compile(r"\bbecause of\b", re.IGNORECASE)


class Sayings:
    """What of an article's words says which words and names of a question, looked up once."""

    def __init__(self, question: Question, whole: ReadArticle, view: View) -> None:
        self.parts = {key: view.gazetteer.parts(key) for key in question.places}
        for one in view.gazetteer.mentions(question.text, question.places):
            if one.form == "capital" and one.key in self.parts:
                self.parts[one.key] |= SPEAKS_FOR.get(one.key, frozenset())
            if one.key == "european-union" and _is_brussels(whole):
                self.parts[one.key] |= {"belgium"}
        terms = {*question.terms, *question.noun, *question.deeds}
        said_by = says_whether if question.asked is Asked.WHETHER else says
        whose = question.asked is Asked.WHO  # who commands is not who gives an order
        words_of_it = whole.all_stems | whole.topic_stems
        self._told = words_of_it
        self._words: dict[str, dict[str, float]] = {}  # what says it best comes first
        for term in terms:
            said = [
                (value, told)
                for told in words_of_it
                if (value := said_by(term, told)) > 0
                and not (value == NARROWER and whose and term in question.deeds)
            ]
            self._words[term] = {told: value for value, told in sorted(said, reverse=True)}
        self.names: dict[str, tuple[frozenset[str], frozenset[str]]] = {
            name: (
                frozenset(w for w in whole.all_folded | whole.topic_folded if is_name(name, w)),
                frozenset(w for w in words_of_it if alike(stem(name), w)),
            )
            if _is_told_as_name(name, whole)
            else (NO_WORDS, NO_WORDS)
            for name in question.names
        }

        self.subject = frozenset(
            m.key
            for m in view.gazetteer.mentions(question.text, question.places)
            if question.asked in (Asked.WHETHER, Asked.DATE)
            and m.form != "demonym"
            and _DOES.fullmatch(question.text[: m.start])
            and not question.text[: m.end].endswith(("'s", "’s", "s'", "s’"))
        )
        self._any = frozenset(
            told for row in self._words.values() for told, value in row.items() if value >= SAID
        )
        self._forms = frozenset[str]().union(*(forms for forms, _ in self.names.values()))
        self._asked = frozenset(question.missions).union(*self.parts.values())
        self._bare = not self._words
        self._of_money = question.asked is Asked.MONEY
        told = f"{whole.card.title}\n{whole.text}"
        self._no_such_thing = self._of_money and any(
            not says_thing(told, kind) for *_, kind in things_in(question.text)
        )
        whether = question.asked is Asked.WHETHER
        self._predicates = [t for t in question.terms if whether and t in _STATES]
        reason = _BECAUSE_OF.split(question.text)[1:] if whether else []
        reasons = {stem(word.text) for text in reason for word in words(text)}
        self._subjects = [
            term for term in question.terms if term in reasons or _is_subject(term, question)
        ]

    @property
    def written(self) -> dict[str, frozenset[str]]:
        """The ways in which the article writes each name of the question."""
        return {name: forms for name, (forms, _) in self.names.items()}

    @property
    def lack_subject(self) -> bool:
        """Whether an article speaks nowhere of the people or the reason that a question is about,
        or, where a day is asked for, of the things: no report on drivers says whether cyclists may
        pass."""
        return any(self._best(term) < SAID for term in self._subjects) or self._no_such_thing

    def _best(self, term: str) -> float:
        """How far the article says a subject at all; "troops" say nothing of women."""
        row = self._words[term]
        if term in _OWN_WORD:
            if term in _WOMEN and not self._told.isdisjoint(_OF_WOMEN):
                return 1.0
            return max((v for told, v in row.items() if told[:4] == term[:4]), default=0.0)
        return max(row.values(), default=0.0)

    def lack_predicate(self, whole: ReadArticle, position: int) -> bool:
        """Whether it is asked if something is open or allowed, and a sentence, with the one that
        it goes on about, tells neither that nor the opposite."""
        if not self._predicates:
            return False
        leaned = whole.stems[position - 1] if whole.leans(position) else NO_WORDS
        near = whole.stems[position] | leaned
        return any(self.of(term, near) < SAID for term in self._predicates)

    def touch(self, whole: ReadArticle, position: int) -> bool:
        """Whether a sentence, or the two before it, speak of anything in the question."""
        if self._bare:
            return True
        if self._of_money and _PAYS.search(whole.passages[position].passage.text):
            return True
        for at in range(max(0, position - 2), position + 1):
            if not self._any.isdisjoint(whole.stems[at]):
                return True
            if self._forms and not self._forms.isdisjoint(whole.folded[at]):
                return True
        passage = whole.passages[position]
        named = (passage.places, passage.focus_places, passage.missions, passage.focus_missions)
        return any(not self._asked.isdisjoint(keys) for keys in named)

    def of(self, term: str, stems: frozenset[str]) -> float:
        """How far any of some stems of the article says a word of the question."""
        for told, value in self._words[term].items():
            if told in stems:
                return value
        return 0.0
