"""Whether a sentence tells of another than the one asked about, in the words of the question.

"Its last head" is no answer to who was the first, "the commander of the army" none to who commands
the mission, and men sent to the border *with* Chad are not those that Chad sent. Pure; reads
`answers.toml`.
"""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib import resources

from bot.briefs.asking.denied import SAYS_NO
from bot.briefs.asking.implied import asks_of_promise, gives_later
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.sayings import SAID
from bot.briefs.lines import asks_of_a_part
from bot.language.lexicon import kinship
from bot.language.places import Gazetteer, Mention
from bot.language.words import alike, fold, stem, words
from bot.store import ReadPassage

_OPEN = (Asked.WHETHER, Asked.WHAT, Asked.WHY)
_FIGURES = (Asked.COUNT, Asked.LENGTH, Asked.HEIGHT, Asked.AREA, Asked.MONEY)
_AT = re.compile(r"\b(?:[Aa]t|out of|away from) (?=[A-Z])(?!Christmas|Easter)([A-Z][\w’'-]+)")


def tells_of_another(
    question: Question, passage: ReadPassage, gazetteer: Gazetteer, before: str = ""
) -> bool:
    """Whether a sentence cannot be meant, for all the words that it shares with the question.

    `before` is the sentence before, where it goes on about that.
    """
    text = passage.passage.text
    if question.asked not in _OPEN and any(
        one.search(question.text) and other.search(text) and not one.search(f"{before} {text}")
        for one, other in _pairs()
    ):
        return True
    if question.asked is Asked.WHO and _heads_another(question, text):
        return True
    if question.asked in _FIGURES and _is_at_another(question.text, text):
        return True
    if question.asked is Asked.LENGTH and (
        _is_on_water(question.text, text) or _is_without_it(question, text)
    ):
        return True
    if is_of_others_there(question, passage, gazetteer) or _gives_to_another(
        question, passage, gazetteer
    ):
        return True
    if _is_of_both_at_once(question, passage, gazetteer):
        return True
    if question.asked is Asked.COUNT and _is_of_its_beginning(question, text):
        return True
    return _is_only_followed(question, passage) or _is_given_to(question, passage, gazetteer)


def _is_on_water(asked: str, told: str) -> bool:
    """Whether a border on land is asked for, and one at sea is told of, or the other way round."""
    wanted, given = (
        {"land" if match["kind"] == "land" else "sea" for match in _OF_KIND.finditer(text.lower())}
        for text in (asked, told)
    )
    return len(wanted) == 1 and bool(given) and wanted.isdisjoint(given)


def _is_without_it(question: Question, text: str) -> bool:
    """Whether a sentence measures what lacks the thing whose length is asked for: the kilometres
    "where no fence was put up" are none of the fence's."""
    if asks_of_a_part(question.text) or SAYS_NO.search(question.text):
        return False
    things = {*question.terms, *question.noun} - {*question.deeds}
    lacking = [stem(word) for match in _LACKS.finditer(text) for word in match["what"].split()]
    return any(kinship(thing, word) >= SAID for thing in things for word in lacking)


_LACKS = re.compile(
    r"\b(?:where|with|has|have|had|is|are|was|were)\s+no\s+(?P<what>[a-z]+(?:\s[a-z]+)?)\b"
)
_OF_KIND = re.compile(
    r"\b(?P<kind>land|sea|maritime)\s+(?:[\w-]+\s+)?(?:borders?|frontiers?|boundar(?:y|ies))\b|"
    r"\b(?:borders?|frontiers?|boundar(?:y|ies)) at sea\b"
)


def _is_of_its_beginning(question: Question, text: str) -> bool:
    """Whether it is asked how many a mission has, and told how many it began with."""
    return (
        bool(question.missions)
        and _HAS_NOW.search(question.text) is not None
        and _BEGAN_WITH.search(text) is not None
        and _NOW.search(text) is None
    )


_HAS_NOW = re.compile(r"\b(?:is|are|has|have|does|do|now|today|present|current(?:ly)?)\b", re.I)
_BEGAN_WITH = re.compile(
    r"\b(?:began|begun|started(?: out| off)?|set out|opened)(?: \w+ \d{4})? with\b|"
    r"\b(?:at first|initially|originally)\b",
    re.IGNORECASE,
)
_NOW = re.compile(r"\b(?:now|today|since|grown|risen|currently|at present)\b", re.IGNORECASE)


def _is_at_another(asked: str, told: str) -> bool:
    """Whether something is "at Holhol", and what is told of is all at other such places."""
    there, elsewhere = ({fold(name) for name in _AT.findall(text)} for text in (asked, told))
    here = {fold(word.text) for word in words(told)}
    return bool(there and elsewhere) and here.isdisjoint(there)


@functools.cache
def _pairs() -> Sequence[tuple[re.Pattern[str], re.Pattern[str]]]:
    """Patterns of words that exclude each other, each pair both ways round."""
    data = resources.files("bot.briefs.asking").joinpath("answers.toml").read_text("utf-8")
    sides = [
        [_as_said(words_of_it) for words_of_it in pair]
        for pair in tomllib.loads(data)["contrary"]["pairs"]
    ]
    return [pair for one, other in sides for pair in ((one, other), (other, one))]


def _as_said(of_side: Sequence[str]) -> re.Pattern[str]:
    """Any of some words as an attribute: neither "last year" nor "did it last"."""
    said = "|".join(map(re.escape, of_side))
    return re.compile(
        rf"\b(?:the|its|their|his|her|whose|was|were|is|are)\s+(?:\w+\s+)?(?:{said})\b"
        r"(?!\s+(?:year|month|week|day|spring|summer|autumn|winter|time|of all|and foremost)s?\b)",
        re.IGNORECASE,
    )


_HEADS = tuple(stem(word) for word in ("commander", "head", "leader", "chief", "captain"))
_ASKS_HEAD = re.compile(
    r"\b(?:command\w*|lead(?:s|er)?|led|head(?:s|ed)?|in charge|chief)\b", re.IGNORECASE
)
_UNDER = re.compile(r"\b(?i:under)\s+(?:the\s+command\b|(?:a|an)\s+[A-Z]|[A-Z])")
_OF_WHAT = re.compile(r"\s+of\s+(?:the\s+|its\s+)?(?P<what>[A-Za-z][\w’'-]+)")
_ANY_MISSION = frozenset(
    stem(word)
    for word in "mission force operation exercise group troops contingent battalion unit monitors "
    "observers peacekeepers soldiers task".split()
)


def _heads_another(question: Question, text: str) -> bool:
    """Whether all heads that a sentence names are of other things than the one asked about."""
    if not _ASKS_HEAD.search(question.text) or _UNDER.search(text):
        return False
    asked = {word.stem for word in words(question.text)}
    found = [word for word in words(text) if any(alike(word.stem, head) for head in _HEADS)]
    of = [match for word in found if (match := _OF_WHAT.match(text, word.end))]
    return bool(of) and len(of) == len(found) and all(
        stem(match["what"]) not in _ANY_MISSION | asked and not match["what"][0].isupper()
        for match in of
    )  # fmt: skip


_OF_THE_MISSION = (Asked.COUNT, Asked.MONEY, Asked.DURATION, Asked.WHO)
_FOLLOWED = r"(?:over from|relieved|replac\w+|succeed\w+|in place of|instead of|unlike|follow\w+)"


def _is_only_followed(question: Question, passage: ReadPassage) -> bool:
    """Whether a sentence is on another mission and names the one asked about as what went before:
    its soldiers and its head are not those of the one that "took over from" it."""
    others = set(passage.missions) - set(question.missions)
    if question.asked not in _OF_THE_MISSION or question.cue is not None or not others:
        return False
    if not question.missions or re.search(_FOLLOWED, question.text, re.IGNORECASE):
        return False
    text = fold(passage.passage.text)
    behind = [
        re.search(rf"{_FOLLOWED}\s+(?:the\s+)?(?:operation\s+|mission\s+)?{re.escape(key)}\b", text)
        for key in question.missions
    ]
    once = all(text.count(key) == 1 for key in question.missions)
    return once and all(behind)


def is_of_others_there(question: Question, passage: ReadPassage, gazetteer: Gazetteer) -> bool:
    """Whether Bangladesh's enclaves in India are asked for, and a sentence is of those of another
    or elsewhere: of India's in Bangladesh."""
    if len(question.places) != 2:
        return False
    asked = {*_inside(question.text, gazetteer.mentions(question.text, question.places))}
    if len(asked) != 1:
        return False
    ((owner, host),) = asked
    text = passage.passage.text
    told = {*_inside(text, gazetteer.mentions(text, passage.places))}
    if not told or any(
        _is_in(one, owner, gazetteer) and _is_in(other, host, gazetteer) for one, other in told
    ):
        return False
    return (host, owner) in told or not {owner, host} <= {*passage.places}


def _is_in(one: str, other: str, gazetteer: Gazetteer) -> bool:
    return one in gazetteer.parts(other) or other in gazetteer.parts(one)


def _inside(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """The pairs (whose, where) of "Indian enclaves in Bangladesh", "pieces of India inside it"."""
    for one, other in itertools.pairwise(mentions):
        between = _WITHIN.fullmatch(text, one.end, other.start)
        if between and (
            one.form == "demonym" or between["of"] or _PIECES_OF.search(text[: one.start])
        ):
            yield one.key, other.key


_WITHIN = re.compile(
    r"(?P<of>['’]s?)?(?:\s+(?!(?:and|or|but|with|than|from)\b)[\w’'-]+){0,4}?\s+(?:in|inside|within|on)\s+"
    r"(?:the\s+)?"
)
_PIECES_OF = re.compile(r"\b[a-z]+s?\s+of\s+(?:the\s+)?$")
_GIVES = re.compile(r"\b(?:did|does|do|will|has|have|had)\s+(?:the\s+)?$", re.IGNORECASE)
_TO_IT = re.compile(
    r"\b(?:to|with|against|towards?|into|from|invaded?|attack\w*|near)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(r"\b[a-z]+s?\s+to\s+(?:the\s+)?$")
_GIVEN = re.compile(
    r"(?:['’]s)?\s+(?:(?:has|have|had|also|government|navy|army)\s+)*(?:rais|sen[dt]|g[ai]ve|pa[iy]|export|"
    r"le[nt][dt]|deliver|ship|promis|pledg|donat|grant|cut|suspend|stopp|increas|reduc|doubl|suppl|"
    r"s[eo]l[dl]|hand|transfer|offer|provid)\w*",
    re.IGNORECASE,
)
_GOT = (Asked.COUNT, Asked.MONEY, Asked.SHARE)


def _gives_to_another(question: Question, passage: ReadPassage, gazetteer: Gazetteer) -> bool:
    """Whether what goes to a country is asked for, and a sentence has it give to another: "Spain
    raised its aid to Morocco" for the aid to Spain."""
    if question.asked not in _GOT:
        return False
    asked = gazetteer.mentions(question.text, question.places)
    to = {m.key for m in asked if _TO_WHOM.search(question.text[: m.start])}
    text = passage.passage.text
    mentions = gazetteer.mentions(text, passage.places) if to else []
    gives = [m for m in mentions if m.key in to]
    givers = {m.key for m in asked if _GIVES.search(question.text[: m.start])} - to
    if gives and givers and givers.isdisjoint(m.key for m in mentions):
        return all(_GIVEN.match(text, one.end) for one in gives)
    return bool(gives) and all(
        _GIVEN.match(text, one.end)
        and any(m.key not in to and _TO_IT.search(text[one.end : m.start]) for m in mentions)
        for one in gives
    )


def _is_of_both_at_once(question: Question, passage: ReadPassage, gazetteer: Gazetteer) -> bool:
    """Whether it is asked what one gave to the other, and told what the two exchanged."""
    if question.asked is not Asked.COUNT or len(question.places) != 2:
        return False
    asked = gazetteer.mentions(question.text, question.places)
    gives = [m.key for m in asked if _GIVES.search(question.text[: m.start])]
    to = [m.key for m in asked if _TO_WHOM_GIVEN.search(question.text[: m.start])]
    if len({*gives, *to}) != 2 or not gives or not to:
        return False
    text = passage.passage.text
    told = gazetteer.mentions(text, passage.places)
    joined = [
        one
        for one, other in itertools.pairwise(told)
        if {one.key, other.key} == {*gives, *to} and _AND.fullmatch(text, one.end, other.start)
    ]
    return bool(joined) and sum(m.key in gives for m in told) == 1


_TO_WHOM_GIVEN = re.compile(r"\bto\s+(?:the\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_DONE = (Asked.COUNT, Asked.MONEY, Asked.DATE)


def _is_given_to(question: Question, passage: ReadPassage, gazetteer: Gazetteer) -> bool:
    """Whether a country that is asked about for what it does is only where it is done."""
    if question.asked not in _DONE:
        return False
    text = passage.passage.text
    givers = {
        m.key
        for m in gazetteer.mentions(question.text, question.places)
        if _GIVES.search(question.text[: m.start]) and gazetteer.places[m.key].kind == "country"
    }
    mentions = gazetteer.mentions(text, passage.places)
    told = [m for m in mentions if m.key in givers]
    if givers and not told and asks_of_promise(question):
        return any(m.key not in givers and gives_later(text, m.end) for m in mentions)
    others = any(
        m.key not in question.places and gazetteer.places[m.key].kind == "country"
        for m in mentions
        if not told or m.start < told[0].start
    )
    return bool(told) and others and all(_TO_IT.search(text[: m.start]) for m in told)
