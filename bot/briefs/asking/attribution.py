"""Who is asked what they say, and whether a sentence is theirs. Pure but for the gazetteer.

"What does Moscow say about the fence?" is answered by nothing that Oslo says of it, and by nothing
that Moscow says of something else; "who spoke of 900 km?" by nothing that gives another figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.briefs.asking.answers_named import saying_words, speaker_words
from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.premise_words import CUT, premise_words
from bot.briefs.asking.question import Question
from bot.briefs.asking.sayings import Sayings
from bot.briefs.asking.told_with import read_together
from bot.language.places import Gazetteer
from bot.language.quantities import Amount, amounts, undated
from bot.language.words import as_name, words


@dataclass(frozen=True, slots=True)
class Speaker:
    """Those who are asked about: the places, the names, the stem of a noun ("opposition"), and the
    terms and missions that they speak of; whether what they did in answer is asked for, too."""

    places: frozenset[str]
    names: frozenset[str]
    nouns: frozenset[str]
    terms: tuple[str, ...]
    missions: frozenset[str]
    answers: bool


_ASKED: Final = re.compile(
    r"\b(?:do|does|did|has|have)\s+(?P<who>.+?)\s+(?:\w+ly\s+)?(?:say|said|think|thought|claim\w*|"
    r"argue\w*|react\w*|respond\w*|answer\w*|repl\w+|tell|told|accuse\w*|announce\w*)\b",
    re.IGNORECASE,
)


_ANSWERS: Final = re.compile(r"\b(?:react|respond|answer|repl(?:y|ied))\w*", re.IGNORECASE)
_IN_ANSWER: Final = re.compile(
    r"\b(?:in (?:answer|response|reply|return|retaliation|reaction)|retaliat\w+|respond\w*|"
    r"react\w*|answered|hit back|struck back)\b",
    re.IGNORECASE,
)
_AT_FIRST: Final = 40  # characters before the one who does what the sentence tells


def speaker_of(question: Question, gazetteer: Gazetteer) -> Speaker | None:
    """Whose words are asked for; None where no one's are."""
    asked = _ASKED.search(question.text) if question.cue == "saying" else None
    if asked is None:
        return None
    who = words(CUT.sub("", asked["who"]))
    named = gazetteer.mentions(CUT.sub("", asked["who"]), question.places)
    mine = {word.stem for word in words(asked["who"])}
    return Speaker(
        frozenset(m.key for m in named if m.key in question.places),
        frozenset(as_name(word.text) for word in who if word.capitalised),
        frozenset(word.stem for word in who[-1:] if not word.capitalised),
        tuple(term for term in question.terms if term not in mine),
        frozenset(question.missions),
        _ANSWERS.search(question.text) is not None,
    )


def speaks_on_it(speaker: Speaker, whole: ReadArticle, position: int, sayings: Sayings) -> bool:
    """Whether a sentence, the one before it or the article is of what is asked about."""
    some = whole.passages[max(0, position - 1) : position + 1]
    if speaker.terms:
        stems = whole.stems[_first_spoken_of(whole, position) : position + 1]
        near = whole.topic_stems.union(*stems)
        return any(sayings.of(term, near) >= _SAID for term in speaker.terms)
    if speaker.missions:
        text = some[-1].passage.text
        named = {key for one in some for key in one.missions}
        if _THE_FORCE.search(text):
            named |= {*some[-1].focus_missions}
        if _OF_IT.search(text):
            named |= whole.topic_missions
        return bool(named & speaker.missions)
    return True


def _first_spoken_of(whole: ReadArticle, position: int) -> int:
    """The first sentence that may say what one goes on about: of its paragraph, or, where it says
    "it", of the paragraph before."""
    own = whole.passages[position].passage
    clause = re.split(r"[;:]", own.text)[0]
    paragraph = own.paragraph - bool(_OBJECT.search(clause))
    first = max(0, position - 1)
    while first > max(0, position - 3) and whole.passages[first - 1].passage.paragraph >= paragraph:
        first -= 1
    return first


_OBJECT: Final = re.compile(r"\b(?:it|them|this|that|these|so)\b", re.IGNORECASE)
_SAID: Final = 0.5  # from this kinship on, a word is said
_THE_FORCE: Final = re.compile(r"\bthe (?:mission|operation|force|exercise|group)\b", re.IGNORECASE)
# "The opposition calls it an invasion"
_OF_IT: Final = re.compile(
    r"\b(?:call|describ|reject|condemn|welcom|oppos|support|want|regard|accept|denounc|critici|"
    r"prais|approv)\w*\s+it\b",
    re.IGNORECASE,
)


def says_so(speaker: Speaker, whole: ReadArticle, position: int, gazetteer: Gazetteer) -> bool:
    """Whether the sentence tells what the speaker says, or how they stand to it."""
    passage = whole.passages[position]
    text = passage.passage.text
    verbs = list(_stands(text))
    did = speaker.answers and _IN_ANSWER.search(text) is not None
    if not verbs and not did:
        return False
    heard, others = [], []
    for mention in gazetteer.mentions(text, passage.places):
        if mention.key in speaker.places:
            heard.append((mention.start, mention.end))
        elif speaker.places:
            others.append(mention.start)
    for word in words(text):
        by_name = not speaker.places and as_name(word.text) in speaker.names
        if by_name or word.stem in speaker.nouns:
            heard.append((word.start, word.end))
    if did and any(start <= _AT_FIRST for start, _ in heard):
        return True
    if any(
        _is_subject(text, end, verbs, others) or _SAID_BY.search(text[:start])
        for start, end in heard
    ):
        return True
    if not position or others:
        return False
    before = whole.passages[position - 1]
    spoken_of = (
        speaker.places & {*before.places, *passage.focus_places}
        or speaker.nouns & whole.stems[position - 1]
        or (not speaker.places and speaker.names & whole.folded[position - 1])
    )
    lead = text[: verbs[-1]] if verbs else text
    return bool(spoken_of and (_PRONOUN.search(lead) or premise_words("offices").search(lead)))


def _stands(text: str) -> Iterator[int]:
    """Where the words begin by which somebody says something or takes a stand."""
    for match in saying_words().finditer(text):
        if not (match[0].lower().startswith("call") and _IS.search(text[: match.start()])):
            yield match.start()
    for match in premise_words("stands").finditer(text):
        yield match.start()


def _is_subject(text: str, end: int, verbs: Sequence[int], others: Sequence[int]) -> bool:
    """Whether a word for saying follows, with nobody else in between to say it."""
    return any(
        0 <= verb - end <= _FAR
        and not re.search(r"[;:]", text[end:verb])
        and not any(end <= other < verb and not _LED.search(text[:other]) for other in others)
        for verb in verbs
    )


_FAR: Final = 70  # characters between a subject and its verb
_IS: Final = re.compile(r"\b(?:is|are|was|were|be|been|so)\s+(?:also\s+)?$", re.IGNORECASE)
_LED: Final = re.compile(
    r"\b(?:of|in|to|with|from|for|against|on|by|over)\s+(?:the\s+)?$", re.IGNORECASE
)
_SAID_BY: Final = re.compile(
    r"\b(?:according to|by|said|says|told)\s+(?:the\s+)?(?:\w+\s+){0,2}\W*$", re.IGNORECASE
)
_PRONOUN: Final = re.compile(r"\b(?:it|they|he|she|its|their|both)\b", re.IGNORECASE)


def holds_figures(question: Question, whole: ReadArticle, position: int) -> bool:
    """Whether a sentence has every figure that the question says somebody gave."""
    told = amounts(whole.passages[position].passage.text)
    return all(
        any(_as_much(given, one) for one in told)
        for given in undated(question.text)
        if (given.unit is not None or not 1800 <= given.value < 2100)
        and not 1 <= given.value <= _FEW
    )


_FEW: Final = 31  # up to which a number may be a day, or "the two sides"


def _as_much(given: Amount, told: Amount) -> bool:
    if given.km is not None and told.km is not None:
        return abs(given.km - told.km) <= _SLACK * given.km
    return abs(given.value - told.value) <= _SLACK * given.value


_SLACK: Final = 0.005


def marks_a_speaker(whole: ReadArticle, position: int) -> bool:
    """Whether a sentence, or the one it goes on about, tells whose word it is."""
    text = read_together(whole, position)
    return bool(saying_words().search(text) or speaker_words().search(text))
