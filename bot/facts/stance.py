"""Stance: whether a sentence asserts what it says, or plans, denies, negates or doubts it.

Pure, and about whole sentences: a claim quotes its sentence, so what matters here is that nothing
conditional, denied or proposed is filed with the plain facts.
"""

from __future__ import annotations

import re

from bot.language.negation import negation
from bot.language.words import is_question
from bot.model import Stance

NEGATION = negation("lacks?", "excluded", "ruled out", r"refus\w+", "stopped short")
# Those that follow are asked of the sentence in small letters, except where a capital decides:
# without IGNORECASE they take a third of the time, and every sentence of a corpus is asked.
_NEGATION = re.compile(NEGATION.pattern)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut\w+)\b"
    # "the disputed border" denies nothing
    r"|\bdisput(?:es?|ed)\s+(?:the|that|this|these|those|its?|any|claims?|reports?|whether)\b"
    r"|\b(?:is|was|are|were|been|being)\s+(?:\w+ly\s+)?disputed\b",
)
_IF = re.compile(
    r"(?:^|[,;:—–]\s*|\b(?:and|but|that|even|only)\s+)(?:if|unless|in case|provided that)\s"
)
# the verb first, and who it is behind it: "should it be asked", "were Finland to join"
_SHOULD = re.compile(
    r"(?:^|[,;:—–]\s*|\b(?:and|but|that),?\s+)should\s+(?:it|they|he|she|we|the|an?|any|"
    r"(?-i:[A-Z])\w*)\b",
    re.IGNORECASE,
)
_WERE = re.compile(
    r"(?:^|[;:—–]\s*|\b(?:and|but|that),?\s+)were\s+(?:it|they|he|she|we|(?:the\s+)?[\w-]+"
    r"(?:\s+(?-i:[A-Z])[\w-]+)?)\s+(?:not\s+)?to\b",
    re.IGNORECASE,
)
_WOULD = re.compile(r"\bwould\s+(?:then\s+)?(?:have|be|share|add|extend|lead|take|become|grow)\b")
# "in two days, he went on, they would begin to withdraw": what is said to come
_SAID = re.compile(r"\b(?:said|told|announced|went on|added|declared|explained|promised)\b")
_PROPOSED = re.compile(
    r"\b(?:consider(?:s|ing|ed)|propos\w+|mull\w*|suggest\w*|under discussion|being discussed|"
    r"weigh(?:s|ing|ed)|idea of|no (?:final )?decisions?|floated|ready to send|willing to|"
    r"being reviewed|debat\w+|draft)\b",
)
_PLANNED = re.compile(
    r"\b(?:will|shall|plans?|planned|planning|slated|scheduled|is to|are to|was to|were to|due to|"
    r"expected to|intends?|announced that .* will|preparing to|about to|agreed to)\b",
)
_MAY = re.compile(r"\bmay\b")  # not the month
_HEDGED = re.compile(
    r"\b(?:might|could|reportedly|allegedly|apparently|possibly|perhaps|probably|likely|"
    r"unclear|uncertain|presumed|suspected|said to be|believed|thought to|rumou?r\w*|unconfirmed|"
    r"appears? to|seems? to|estimated?|fears?)\b",
)
_ATTRIBUTION = re.compile(
    r"\b(?:according to|says?|said|told|announced|reported|claims?|claimed|stated|confirmed|"
    r"estimates?|warned|insists?|insisted|accused|maintains?|by (?:its|their|his|her) own "
    r"account)\b",
)
_SPEAKER = re.compile(
    r"\b(?i:according to|by)\s+((?:the\s+)?(?:[A-Z][\w.'’-]*|of|the|and|[a-z]+)"
    r"(?:\s+(?:[A-Z][\w.'’-]*|of|for|the|ministry|military|statistics|figures|government|army))*)"
)


# "17 kilometres, without Perejil" denies nothing
_LEFT_OUT = re.compile(
    r"\b(?:[Ww]ithout|[Nn]ot (?:counting|including))\s+(?:the\s+)?"
    r"(?:(?:ex|en)claves?\b|islands?\b|lakes?\b|[A-Z][\w’'-]*)"
    r"|\b(?:[A-Z][\w’'-]*\s+)(?:not\s+(?:included|counted))\b"
)
# "381 kilometres, if one counts both pieces" is a way to measure, and supposes nothing
_IF_COUNTED = re.compile(
    r",?\s*\bif\s+(?:(?:one|you|we)\s+(?:\w+ly\s+)?(?:adds?|counts?|includes?|measures?|follows?|"
    r"leaves? out|sums?|traces?|ignores?)\b|"
    r"(?:\w+\s+){0,4}?(?:islands?|islets?|(?:ex|en)claves?|lakes?|rivers?|bends?|pieces?|parts?|lines?|"
    r"coasts?|waters?|branches|stretch(?:es)?|twists?|turns?)\s+(?:is|are)\s+(?:\w+ly\s+)?(?:not\s+)?"
    r"(?:added|counted|included|measured|followed|left out|ignored)\b|"
    r"(?:measured|counted|added)\b)[^,.;]*",
    re.IGNORECASE,
)


def stance(sentence: str) -> Stance:
    """How the sentence stands to what it says; the strongest reservation wins."""
    if is_question(sentence):
        return Stance.HYPOTHETICAL
    small = sentence.lower()
    if "if" in small:
        sentence = _IF_COUNTED.sub(" ", sentence)
        small = sentence.lower()
    whole = small
    if "without" in small or "not " in small:
        small = _LEFT_OUT.sub(" ", sentence).lower()
    if _DENIAL.search(small):
        return Stance.DENIED
    if _supposes(sentence, whole):
        return Stance.HYPOTHETICAL
    if "would" in small and (would := _WOULD.search(small)):
        # "They are brought home early: their term would have run until May": they are
        before = re.match(r"((?:[^\s:;]+\s+){4,}[^\s:;]+)[:;]\s", sentence[: would.start()])
        if before and "would have" in small[would.start() :][:16]:
            return stance(before[1])
        return Stance.PLANNED if _SAID.search(small) else Stance.HYPOTHETICAL
    if _PROPOSED.search(small):
        return Stance.PROPOSED
    if _NEGATION.search(small):
        return Stance.NEGATED
    if _PLANNED.search(small):
        return Stance.PLANNED
    if ("may" in small and _MAY.search(sentence)) or _HEDGED.search(small):
        return Stance.HEDGED
    if _ATTRIBUTION.search(small):
        return Stance.ATTRIBUTED
    return Stance.ASSERTED


def _supposes(sentence: str, small: str) -> bool:
    """Whether a sentence, given as written and in small letters, says what would be if …"""
    if "should" in small and _SHOULD.search(sentence):
        return True
    if "were" in small and _WERE.search(sentence):
        return True
    return _IFS.search(small) is not None and _IF.search(small) is not None


_IFS = re.compile("if|unless|in case|provided that")


def speaker(sentence: str) -> str | None:
    """Whom the sentence names as its source behind "according to", None where it doesn't."""
    match = _SPEAKER.search(sentence)
    return match[1] if match and sentence[match.start() :].lower().startswith("according") else None
