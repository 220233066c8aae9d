"""What people take for true about who borders whom, and what says it is not: "Many believe that
Mongolia touches Kazakhstan. It does not." Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.facts.masked import mask
from bot.facts.sentence import Sentence
from bot.facts.sides import pairs_in
from bot.language.words import is_question
from bot.model import Fact, FactKind, Stance


def is_taken_back(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether the next sentence says that it is not so: "Many believe that Mongolia touches
    Kazakhstan. It does not." """
    return position + 1 < len(sentences) and takes_back(sentences, position + 1)


def takes_back(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether a sentence says no more than that what many believe, by the one before, is wrong."""
    if not position or not _IS_WRONG.match(sentences[position].passage.text):
        return False
    before = sentences[position - 1]
    if before.passage.paragraph != sentences[position].passage.paragraph:
        return False
    text = before.passage.text
    said = _SAID_SO.search(text)
    if said and _SETS_BESIDE.search(text, said.end()):
        return True  # "Your editorial claimed that Georgia is a neighbour of Iran. It is not."
    return is_believed(text) or (is_question(text) and bool(_SETS_BESIDE.search(text)))


def is_believed(text: str) -> bool:
    """Whether a sentence tells whom people take for neighbours: "Some think that Austria borders
    Poland", but not "that the border between them is straight"."""
    said = _BELIEVED.search(text)
    return bool(said and _SETS_BESIDE.search(text, said.end()))


_IS_WRONG = re.compile(
    r"\W*(?:(?:But|Yet|In (?:fact|truth)|However|Actually),?\s+)?"
    r"(?:(?:No|Not so|Wrong)[.,!;:–—]?\s*)?"
    r"(?:(?:It|They|The two|This|That|The (?:two )?countr(?:y|ies))\s+"
    r"(?:(?:do|does|did|is|are|was)(?: not|n['’]t)(?:\s+(?:so|true|right|correct|"
    r"the case))?|"
    r"(?:is|are|was)\s+(?:\w+\s+)?(?:wrong|false|untrue|incorrect|mistaken|"
    r"an? (?:error|mistake|myth)))"
    r")?\s*(?:[.,!;:–—]|$)"
)
_SETS_BESIDE = re.compile(
    r"(?<!\bthe )(?<!\bits )(?<!\btheir )(?<!\ba )\b(?:borders?|touch(?:es)?|adjoins?|meets?|"
    r"abuts?|reach(?:es)?)\s+"
    r"(?:on\s+)?(?:the\s+)?(?:[A-Z]|each other|one another)"
    r"|\b(?:ha(?:s|ve)|shares?)\s+(?:an?|any|its|their)\s[^.;,]{0,20}\b(?:border|frontier|boundary)\b"
    r"|\b(?:is|are)\s+(?:\w+\s+){0,2}neighbou?rs?\b|\b(?:touch|meet)\b\W*$"
)
_PEOPLE = (
    r"(?:many|some|most|few|several|people|everyone|everybody|readers|visitors|travellers|tourists|"
    r"schoolbooks|textbooks|pupils|guidebooks|(?:an?|one) \w*(?:reader|correspondent|visitor)|maps)"
)
_BELIEVED = re.compile(
    rf"\b{_PEOPLE}(?:\s+(?:of (?:us|them|my \w+)|\w+))?\s+(?:still\s+|often\s+|wrongly\s+|also\s+)?"
    r"(?:believe|think|assume|imagine|suppose|say|claim|expect|wrote|writes?|are (?:sure|certain)|"
    r"will tell you|take it)s?\b"
    r"|\bit is (?:\w+ )?(?:said|believed|thought|assumed|claimed|supposed|held) that\b"
    r"|\b(?:contrary to|common|popular|widespread) (?:\w+ )?(?:belief|error|mistake|myth)\b",
    re.IGNORECASE,
)


_SAID_SO = re.compile(
    r"\b(?:claim|wrote|writes?|said|says?|insist|maintain|suggest|report|stat|assert|told|"
    r"believ|thought|assum|argu|had it|print)\w*\s+(?:\w+\s+){0,3}?that\b"
)


def taken_back(sentences: Sequence[Sentence], position: int, topics: Sequence[str]) -> list[Fact]:
    """What a sentence denies with the words of the one before: "It does not", behind "Many believe
    that Mongolia touches Kazakhstan"."""
    before, sentence = sentences[position - 1], sentences[position]
    pairs = pairs_in(*mask(before), before, topics)
    if not pairs:
        return []
    return [
        Fact(
            kind=FactKind.BORDER,
            passages=(before.passage, sentence.passage),
            at=1,
            places=tuple(dict.fromkeys(key for pair in pairs for key in pair)),
            pairs=pairs,
            stance=Stance.NEGATED,
            role="2",
        )
    ]
