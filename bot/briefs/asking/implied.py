"""Deeds of a question that a sentence tells of without their word. Pure.

"Tonga will send 35 policemen" is a promise, and "no decision has been made" answers whether
something will be cancelled.
"""

from __future__ import annotations

import re
from typing import Final

from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.question.kinds import asked_kind
from bot.language.words import alike, stem, words


def implied_deeds(question: Question, text: str) -> frozenset[str]:
    """The terms of a question that a sentence says by what it announces or leaves open."""
    if asks_most(question) and says_most(text):
        return frozenset(question.terms) & _LIMITING
    if asks_of_promise(question) and _WILL_GIVE.search(text):
        return frozenset(question.terms) & _PROMISES
    if question.asked in (Asked.WHO, Asked.COUNTRY) and _TAKES_OVER.search(text):
        return frozenset(question.terms) & _COMMANDING
    if is_open_as_asked(question, text):
        return frozenset(question.deeds)
    if question.asked is Asked.WHERE and _FROM_TO.search(text):
        return frozenset(question.terms) & _ENDING_AT
    return frozenset()


def asks_most(question: Question) -> bool:
    """Whether it is asked how many a mission may have, which is not how many it has."""
    return (
        question.asked is Asked.COUNT
        and bool(question.missions)
        and _ASKS_MOST.search(question.text) is not None
    )


def says_most(text: str) -> bool:
    """Whether a sentence says how many there may be at most: "up to 1,275"."""
    return _MOST.search(text) is not None


def asks_of_promise(question: Question) -> bool:
    """Whether it is asked what somebody said that it would give or do."""
    return not _PROMISES.isdisjoint(question.terms)


def gives_later(text: str, start: int) -> bool:
    """Whether what is named right before a position in a text is about to give or do something."""
    return re.compile(r"\s+" + _WILL_GIVE.pattern, re.IGNORECASE).match(text, start) is not None


def is_open_as_asked(question: Question, text: str) -> bool:
    """Whether it is asked if something will happen, and a sentence says that nobody knows yet."""
    return (
        question.asked is Asked.WHETHER
        and _TO_COME.match(question.text) is not None
        and _OPEN.search(text) is not None
    )


def leaves_it_unsaid(question: Question, text: str) -> bool:
    """Whether a sentence says of the very thing asked for that nobody told it: "who will pay for
    the bridge was not said"."""
    match = _WAS_NOT_SAID.match(text)
    if match is None or asked_kind(match["what"]) is not question.asked:
        return False
    head = question.noun[-1:]
    return all(any(alike(word.stem, one) for word in words(text)) for one in head)


# "may", and no month
_ASKS_MOST: Final = re.compile(
    r"\b(?:(?-i:may)|ceiling|cap|limit|upper limit|authori[sz]ed|allowed|permitted|at most)\b",
    re.IGNORECASE,
)
_MOST: Final = re.compile(
    r"\b(?:up to|ceiling|cap|capped|limit\w*|authori[sz]\w+|allow\w*|permit\w*|maximum|at most|"
    r"(?:no|not) more than|may (?:have|number|grow|reach)|entitled)\b",
    re.IGNORECASE,
)
_LIMITING: Final = frozenset(
    stem(word)
    for word in "allow allowed permit permitted authorised authorized entitled ceiling cap limit "
    "upper maximum highest largest most".split()
)
_WAS_NOT_SAID: Final = re.compile(
    r"\W*(?P<what>(?:who|when|where|why|how (?:long|many|much|often)|which|what)\b.{3,80}?)\s+"
    r"(?:is|was|were|are|has been|had been|remains?|remained)\s+(?:(?:still )?not "
    r"(?:yet )?(?:been )?(?:said|known|announced|disclosed|decided|clear|given|settled|made public|"
    r"published|stated|revealed|explained|reported|specified)|unknown|unclear|left open)\b",
    re.IGNORECASE,
)
# where a line starts and where it ends: "from Kato Pyrgos to Dherinia"
_FROM_TO: Final = re.compile(
    r"\bfrom\s+(?:[a-z]+\s+){0,4}[A-Z][\w'’-]+(?:\s+[\w'’-]+){0,6}?\s+(?:to|as far as)\s+"
    r"(?:[a-z]+\s+){0,4}[A-Z]"
)
_ENDING_AT: Final = frozenset(
    stem(word) for word in "start begin end finish run stretch lead go reach extend".split()
)
_PROMISES: Final = frozenset(
    stem(word) for word in "promise promised pledge pledged offer offered commit committed".split()
)
_COMMANDING: Final = frozenset(stem(word) for word in "command lead led chair head".split())
# … and no thing that is taken over
_TAKES_OVER: Final = re.compile(
    r"\b(?:takes?|took|taking) over(?=\W*$|[,;]|\s+(?:on|in|from|for|after|next|until|then|at)\b)",
    re.IGNORECASE,
)
_WILL_GIVE: Final = re.compile(
    r"\b(?:will|shall|would|(?:is|are) (?:going |ready |prepared |willing )?to|"
    r"(?:plans?|intends?|wants?|agreed|agrees|undertook|undertakes|vowed) to)\s+"
    r"(?:\w+ly |also |each |in turn )?"
    r"(?:send|give|supply|provide|contribute|deliver|lend|pay|train|build|add|donate|deploy|join|"
    r"help|host|hand|make|put|fly|ship|second|assign|field|spend|finance|fund|lead|take|allow|"
    r"open|withdraw|leave|return|pull)\b",
    re.IGNORECASE,
)
_TO_COME: Final = re.compile(
    r"\W*(?:will|shall|would|(?:is|are) .*?\b(?:going|likely|due|expected|set|about)\b to\b|"
    r"(?:is|are) [^?]*\bto be\b)",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"\b(?:no|nor|any) (?:final |formal )?decision\b|\bdecision (?:has|had|is|was) not\b|"
    r"\bundecided\b|\bnot (?:yet )?(?:been )?(?:decided|settled|determined|agreed|known|clear|"
    r"certain)\b|\bnothing (?:has been|had been|was|is)(?: yet)? (?:decided|settled|agreed)\b|"
    r"\b(?:remains?|remained|is|are|was|left|still|stays?) (?:unclear|uncertain|unknown|"
    r"open (?:whether|if)|an open question)\b|"
    r"\b(?:yet|still|remains?) to (?:be )?(?:decided?|settled?|agreed?)\b|"
    r"\bunclear (?:whether|if)\b|\bnobody (?:knows|can say)\b|\bmay or may not\b",
    re.IGNORECASE,
)
