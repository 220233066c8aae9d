"""Who does what to whom in a question: "who accused Kenya?" asks for the doer, "whom did Kenya
accuse?" for the one it is done to. Pure but for the names of places.

Only what the order of words settles is read: a verb, and a party before or behind it. What a
sentence tells of the same verb is read in `doers`, and the two are compared there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from bot.briefs.asking.question import Asked, Question
from bot.language.places import Gazetteer, Mention
from bot.language.words import Word, alike, as_name, idioms_in, stem, stop_words, words


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody named in a question: by places, by other names, by the noun that says what they
    are ("the Irish battalion")."""

    keys: frozenset[str]
    names: frozenset[str]
    noun: str | None

    @property
    def is_named(self) -> bool:
        return bool(self.keys or self.names)


@dataclass(frozen=True, slots=True)
class Roles:
    """The deed of a question, by its stem, and who in it does it, and to whom; what is asked for
    is neither. `direct` is whether no word stands between the verb and whom it is done to."""

    deed: str
    doer: Party | None
    done_to: Party | None
    asks_doer: bool
    asks_done_to: bool
    direct: bool


def read_roles(question: Question, gazetteer: Gazetteer) -> Roles | None:
    """None where the words stand in no order that settles it, or nobody is named."""
    frame = _frame(question)
    if frame is None or not frame.deed or alike(frame.deed, _LEAD):
        return None  # who heads the Irish battalion may be "the Irish colonel"
    if frame.deed in _BEFALLING:
        return None  # whom Cameroon lost somebody else killed
    mentions = gazetteer.mentions(question.text, (*question.places, *_COUNTRIES))
    doer = _party(frame.doer, mentions, gazetteer)
    done_to = _party(frame.done_to, mentions, gazetteer)
    if question.asked in _ASK_A_PARTY:
        if doer is None and done_to is None:
            return None
    elif doer is None or not doer.is_named:
        return None
    elif done_to is None or not done_to.is_named:
        if question.asked is Asked.WHETHER or (frame.deed in _EITHER_WAY and not doer.keys):
            return None
        done_to = None
    at = frame.done_to[0].start if frame.done_to else 0
    led_to = _LED_TO.search(question.text[:at]) is not None
    direct = not led_to or frame.deed in GIVING | TAKING
    return Roles(frame.deed, doer, done_to, frame.asks_doer, frame.asks_done_to, direct)


_NO_SUBJECT: Final = frozenset("about that to on for with if whether when by".split())
_BEFALLING: Final = frozenset(
    stem(word) for word in "lose lost suffer suffered mourn die died need own belong".split()
)
# What a thing does, and what is done to it: "when did the mission end?", "they ended the mission"
_EITHER_WAY: Final = frozenset(
    stem(word)
    for word in "end begin began start open reopen close shut stop halt finish resume continue "
    "launch change move turn grow shrink expand double halve extend split merge unite collapse "
    "break sink burn develop spread increase decrease rename withdraw withdrew land run".split()
)
# names that are also something else, but hardly so where somebody is warned or attacked
_COUNTRIES: Final = ("turkey", "china", "jordan", "georgia", "guinea", "chad", "monaco")
_LEAD: Final = stem("lead")
_ASK_A_PARTY: Final = (Asked.WHO, Asked.COUNTRY, Asked.WHICH)


@dataclass(frozen=True, slots=True)
class _Frame:
    deed: str | None
    doer: Sequence[Word] = ()
    done_to: Sequence[Word] = ()
    asks_doer: bool = False
    asks_done_to: bool = False


def _frame(question: Question) -> _Frame | None:
    """Where the verb and the parties stand."""
    tokens = words(question.text)
    verbs = _verbs(question, tokens)
    if question.asked not in _ASK_A_PARTY:
        return _did_to(tokens, verbs)
    at = _behind_whom_it_asks(question, tokens)
    if at is None or at >= len(tokens):
        return None
    rest = tokens[at:]
    first = rest[0].text.lower()
    if first in _BE:
        return _with_be(rest, verbs)
    if first in _HELPS:
        behind = _skip(rest, 1, _ADVERBS)
        if behind < len(rest) and rest[behind].text.lower() == "been":
            return _with_be(rest[behind:], verbs)
        if behind < len(rest) and rest[behind].start in verbs and rest[behind].text.islower():
            return _active(rest, behind, verbs)
        number = _next_verb(rest, behind + 1, verbs)
        if number is None:
            return None
        return _Frame(verbs[rest[number].start], doer=rest[behind:number], asks_done_to=True)
    behind = _skip(rest, 0, _ADVERBS)
    if behind < len(rest) and rest[behind].start in verbs:
        return _active(rest, behind, verbs)
    return None


def _verbs(question: Question, tokens: Sequence[Word]) -> dict[int, str]:
    """Where a deed of the question stands → its stem; a phrase stands for its own."""
    found = {word.start: word.stem for word in tokens if word.stem in question.deeds}
    found |= {start: word for start, _, word in idioms_in(question.text) if word in question.deeds}
    return found


def _behind_whom_it_asks(question: Question, tokens: Sequence[Word]) -> int | None:
    """The word behind "who" or "which country"."""
    for number, word in enumerate(tokens):
        text = word.text.lower()
        if question.asked is Asked.WHO and text in ("who", "whom"):
            return number + 1
        head = question.noun[-1:] if question.asked is not Asked.WHO and number else ()
        if word.stem in head and _is_being(question):
            return number + 1
    return None


def _is_being(question: Question) -> bool:
    """Whether it is asked which of some countries, offices or bodies did it."""
    return question.asked is Asked.COUNTRY or question.noun[-1] in _BODIES


def _active(rest: Sequence[Word], verb: int, verbs: dict[int, str]) -> _Frame:
    deed = verbs[rest[verb].start]
    to = [n for n in range(verb + 1, len(rest)) if rest[n].text.lower() == "to"]
    start = to[-1] if to and deed in GIVING else verb + 1  # "handed the patrol to Sweden"
    return _Frame(deed, done_to=_behind(rest, start), asks_doer=True)


def _with_be(rest: Sequence[Word], verbs: dict[int, str]) -> _Frame | None:
    """ "who was accused by …", "who were they captured by", "who is accusing …"."""
    behind = _skip(rest, 1, _ADVERBS)
    if behind >= len(rest):
        return None
    verb = _next_verb(rest, behind, verbs)
    if verb is None:
        return None
    deed = verbs[rest[verb].start]
    word = rest[verb].text.lower()
    between = rest[behind:verb]
    if between and between[0].text.lower() in _ENDS:
        return None  # "who is against France sending"
    if word.endswith("ing"):
        if between:
            return _Frame(deed, doer=between, asks_done_to=True)
        return _active(rest, verb, verbs)
    if between:  # "who were the Fijians captured by"
        return _Frame(deed, done_to=between, asks_doer=True)
    by = next((n for n in range(verb + 1, len(rest)) if rest[n].text.lower() == "by"), None)
    return _Frame(deed, doer=_behind(rest, by + 1) if by else (), asks_done_to=True)


def _did_to(tokens: Sequence[Word], verbs: dict[int, str]) -> _Frame | None:
    """ "When did Israel invade Lebanon": both are named, and something else is asked for."""
    for number, word in enumerate(tokens):
        if word.text.lower() not in _DO:
            continue
        verb = _next_verb(tokens, number + 2, verbs)
        if verb is None:
            return None
        doer = tokens[number + 1 : verb]
        if any(word.text.lower() in _NO_SUBJECT for word in doer):
            return None  # "what does he say about claims that he gave land away"
        return _Frame(verbs[tokens[verb].start], doer=doer, done_to=_behind(tokens, verb + 1))
    return None


def _next_verb(rest: Sequence[Word], start: int, verbs: Set[int] | dict[int, str]) -> int | None:
    """The first verb from a word on: no noun behind an article."""
    for number in range(start, len(rest)):
        word = rest[number]
        before = [one.text.lower() for one in rest[max(0, number - 3) : number]]
        a_thing = before[-1:] and before[-1] in _ARTICLES
        if len(before) == 3 and rest[number - 1].capitalised:  # "under the Beagle treaty"
            a_thing = before[1] in _ARTICLES and before[0] in _ENDS
        if word.start in verbs and word.text.islower() and not a_thing:
            return number
    return None


def _behind(rest: Sequence[Word], start: int) -> Sequence[Word]:
    """The words of the party behind a verb: up to where, when or what for."""
    first = start
    while first < len(rest) and first - start < 3 and rest[first].text.lower() in _LEAD_TO:
        first += 1
    end = first
    while end < len(rest) and rest[end].text.lower() not in _ENDS:
        end += 1
    return rest[first:end]


def _skip(rest: Sequence[Word], start: int, over: frozenset[str]) -> int:
    while start < len(rest) and rest[start].text.lower() in over:
        start += 1
    return start


def _party(of: Sequence[Word], mentions: Sequence[Mention], gazetteer: Gazetteer) -> Party | None:
    """Whom some words of the question name."""
    if not of:
        return None
    start, end = of[0].start, of[-1].end
    placed = [m for m in mentions if start <= m.start < end]
    keys = frozenset(part for m in placed for part in gazetteer.parts(m.key))
    rest = [word for word in of if not any(m.start <= word.start < m.end for m in placed)]
    keys = keys.union(*(_SPOKEN_FOR[key] for key in keys & _SPOKEN_FOR.keys()))
    names = frozenset(as_name(word.text) for word in rest if word.capitalised) - stop_words()
    last = of[-1]
    at = next((n for n, word in enumerate(of) if word.text == "of"), 0)
    if at and of[at - 1].text.islower():  # "the presidents of Russia and Kazakhstan"
        last = of[at - 1]
    noun = None
    if last in rest and last.text.islower() and last.text not in stop_words():
        noun = last.stem
    if not (keys or names or noun):
        return None
    return Party(keys, names, noun)


# whose capital is named for them: "Brussels stopped the training"
_SPOKEN_FOR: Final = {
    "european-union": frozenset(("belgium",)),
    "nato": frozenset(("belgium",)),
    "soviet-union": frozenset(("russia",)),
}
# Deeds of which one has as its doer to whom the other is done: who takes over is handed it
TAKING: Final = frozenset(
    stem(word) for word in "replace relieve succeed receive get got inherit take took".split()
)
GIVING: Final = frozenset(
    stem(word) for word in "hand give gave given pass transfer award cede return".split()
)
_BODIES: Final = frozenset(
    stem(word)
    for word in "group gang militia army navy rebels party organisation body company government "
    "minister president general officer commander politician leader spokesman force unit".split()
)
_BE: Final = frozenset("is are was were been".split())
_DO: Final = frozenset("do does did".split())
_HELPS: Final = _DO | frozenset("has have had will would can could may might must".split())
_ADVERBS: Final = frozenset(
    "also always already ever first finally never not now originally recently repeatedly then "
    "actually once".split()
)
_ARTICLES: Final = frozenset("the a an its their his her this that".split())
# what may lead from a verb to whom it is done: "handed over to Denmark", "drove the French out of"
_LEAD_TO: Final = frozenset(
    "to from against with on over up out off back away down the a an its their of".split()
)
_LED_TO: Final = re.compile(
    r"\b(?:to|from|against|with|on|over|up|out|off|back|away|down|of)\s+(?:\w+\s+)?$"
)
_ENDS: Final = frozenset(
    "in at near by for of to from with on over out off about after before since during when while "
    "because as until between across along through into under that what how last this next "
    "yesterday today and or from against".split()
)
