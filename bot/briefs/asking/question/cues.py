"""What an answer must tell besides its kind: a name, a purpose, a former or a later holder."""

from __future__ import annotations

import re

from bot.briefs.asking.question import Asked
from bot.briefs.asking.question.names import MONTH
from bot.briefs.asking.shells import is_shell
from bot.language.words import stem

_HELD = (Asked.WHO, Asked.WHERE, Asked.WHICH, Asked.COUNTRY, Asked.WHAT)
_BEFORE_WHOM = re.compile(
    r"\b(?:before|prior to|ahead of)\s+(?=(?:the\s+)?[A-Z])(?:[\w'’-]+\s+){0,4}[\w'’-]+\W*$"
)
_FORMER = re.compile(
    r"\b(?:before|beforehand|before (?:that|then|this|now))\W*$|\b(?:previous(?:ly)?|former(?:ly)?|"
    r"hitherto|used to|until (?:now|then|recently))\b",
    re.IGNORECASE,
)


def asks_for_former(text: str) -> bool:
    """Whether a question is about what was so earlier: a former name, place or holder."""
    return bool(_FORMER.search(text) or _BEFORE_WHOM.search(text))


_HOLDERS = (Asked.WHO, Asked.COUNTRY)
_AFTER_WHOM = re.compile(r"\bafter\s+(?:the\s+)?(?=[A-Z])(?:[\w'’-]+\s+){0,4}[\w'’-]+\W*$")


def before_whom(text: str, asked: Asked) -> int:
    """Where the name behind "before" begins that only bounds what is asked; else the end."""
    match = _BEFORE_WHOM.search(text) if asked in _HELD else None
    return match.start() if match and not MONTH.search(match[0]) else len(text)


def cue_of(
    text: str, asked: Asked, taken: list[tuple[int, int]], *, of_mission: bool
) -> str | None:
    """The name of the cue. `taken` are the spans of the names in the question."""
    cue = _cue(text, asked, of_mission=of_mission)
    if cue is None and asked in _HELD and asks_for_former(text):
        return "former"
    if cue is None and asked in _HOLDERS and _after_whom(text, taken):
        return "later"
    return cue


def _cue(text: str, asked: Asked, *, of_mission: bool) -> str | None:
    if asked in (Asked.WHAT, Asked.WHICH) and _HAS_A_NAME.search(text):
        if asks_for_former(text) or _AT_FIRST.search(text):
            return "former name"
        if of_mission and _SINCE_THEN.search(text):
            return "present name"
    if _LEGAL.search(text):
        return "legal"
    if text.startswith(_SAID_BY_A_PAPER):
        return "paper"
    if asked is Asked.WHO and _WHO_SAYS.search(text):
        return "speaker"
    if asked is Asked.DATE and (
        match := re.search(
            r"\b(by (?:when|(?:what|which) \w+)|until|till|since)\b", text, re.IGNORECASE
        )
    ):
        return "since" if match[1].lower() == "since" else "until"
    if asked is Asked.WHY:
        return "reason"
    if asked is Asked.WHAT and _OF_TWO.search(text):
        return "compared"
    if asked is Asked.WHAT and (noun := _WHAT_IS.search(text)) and is_shell(stem(noun[1])):
        return "shell"
    if asked is Asked.WHAT and _CAUSED.match(text):
        return "cause"
    if asked is Asked.WHAT and _IF.search(text):
        return "consequence"
    if asked is Asked.WHAT and _USED_FOR.search(text):
        return "use"
    if _TO_DO_WHAT.search(text) and asked is Asked.WHAT:
        return "purpose"
    if asked in _OPEN and re.search(
        r"\b(?:aim|purpose|goal|task|objective|role|job)\b|\bwhat (?:is|are|was|were) .* for\W*$",
        text,
        re.IGNORECASE,
    ):
        return "purpose"
    if _SAYS.search(text) and asked is Asked.WHAT:
        return "saying"
    if _VOTES.search(text) and asked is Asked.WHAT:
        return "vote"
    if re.search(r"\b(?:stands? for|short for|(?:does|do|did) .* mean\?)", text, re.IGNORECASE):
        return "name"
    if _NAMED.search(text):
        return "name"
    if asked is Asked.WHAT and _HOW.match(text):
        return "means"
    return None


def _after_whom(text: str, taken: list[tuple[int, int]]) -> bool:
    """Whether the holder that came after another, a country or a mission, is asked for."""
    match = _AFTER_WHOM.search(text)
    return match is not None and any(start > match.start() for start, _ in taken)


_VOTES = re.compile(
    r"\bhow (?:did|do|does|has|have) .*\b(?:vote|voted|split|divide|divided)\b|"
    r"\bwhat (?:was|were|is) the (?:\w+ )?(?:votes?|majority|margin)\b|\bresult of the vote\b|"
    r"\bby (?:what|which) (?:majority|margin)\b",
    re.IGNORECASE,
)
_OPEN = (Asked.WHAT, Asked.WHICH, Asked.WHETHER)
_HAS_A_NAME = re.compile(
    r"\b(?:is|are|was|were|be|been)\b.*\b(?:called|named|known as|renamed)\b|\bnames?\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:called|renamed|name|named|known as)\b", re.IGNORECASE)
_AT_FIRST = re.compile(
    r"\b(?:until|till|originally|at first|initially|before (?:it|they) \w+)\b", re.IGNORECASE
)
_SINCE_THEN = re.compile(
    r"\b(?:now|nowadays|today|present|current(?:ly)?|new|later|afterwards|since|renamed)\b",
    re.IGNORECASE,
)
_TO_DO_WHAT = re.compile(
    r"\bwhat (?:is|are|was|were|has|have|had)\b.*\b(?:there|sent|meant|supposed|deployed|set up|"
    r"created|established|founded|made|out) (?:to \w+|for)\W*$",
    re.IGNORECASE,
)
_HOW = re.compile(r"\W*how (?:do|does|did|can|could|will|would|must)\b", re.IGNORECASE)
_CAUSED = re.compile(
    r"\W*what (?:prompted|caused|triggered|sparked|provoked|motivated|occasioned|"
    r"led (?:to|up)|leads to|gave rise|brought about|set off|made|moved|drove|forced)\b",
    re.IGNORECASE,
)
_WHAT_IS = re.compile(
    r"\bwhat (?:is|was|are|were) (?:(?:the|an?|its|their|his|her|[\w’'-]+['’]s?)\s+)?(?:\w+\s+)?"
    r"?([a-z]+)\b(?=\s+(?:for|of|on|that|to|if|in|from|behind)\b|\W*$)",
    re.IGNORECASE,
)
_OF_TWO = re.compile(
    r"^\W*(?:which|what|who)\b.*\b(?:\w+er|more|less|fewer|first|\w+est|most)\b.*\bor\b",
    re.IGNORECASE,
)
_IF = re.compile(
    r"\b(?:what|how)\b.*\b(?:happens?|follows?|becomes?|do|does|be|threatens?|faces?)\b.*\b(?:if|unless|should)\b",
    re.IGNORECASE,
)
_USED_FOR = re.compile(r"\bwhat\b.*\bused (?:for|as)\b|\bwhat use\b", re.IGNORECASE)
_LEGAL = re.compile(r"\blegal basis\b", re.IGNORECASE)
_SAID_BY_A_PAPER = "does a paper say that"
_WHO_SAYS = re.compile(r"\bwho says that\b", re.IGNORECASE)


_SAYS = re.compile(
    r"\b(?:what|how) (?:do|does|did|have|has) .*\b(?:say|said|think|claim|claimed|argue|argued|"
    r"react|reacted|respond|responded|answer|answered|reply|replied|tell|told|accuse|announce)\b",
    re.IGNORECASE,
)
