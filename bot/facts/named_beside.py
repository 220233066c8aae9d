"""What the name of a mission in the sentence behind or before tells of one: that it introduces what
is named next, or that "its operation" is a state's own. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.facts.sentence import BODIES, Sentence
from bot.facts.status import Named
from bot.language.words import is_question
from bot.model import Passage


def is_named_next(passage: Passage, following: Passage, named: Sequence[Named]) -> bool:
    """Whether the next sentence begins with the name of what one tells of: "The alliance has
    launched an operation in the Baltic. Baltic Sentry was announced by"."""
    if not named or passage.paragraph != following.paragraph or is_question(passage.text):
        return False
    head, behind = following.text[: named[0].start], following.text[named[0].end :]
    goes_on = _NAME_FIRST.match(head) and _IS_OR_HAS.match(behind)
    return bool(goes_on and _NEW_ONE.search(passage.text))


_NAME_FIRST = re.compile(r"\W*(?:(?:the|operation|exercise|mission)\s+){0,2}\W*$", re.IGNORECASE)
_IS_OR_HAS = re.compile(
    r"\W*\s+(?:is|was|will|has|had|began|begins|starts|started|runs|lasts|involves|brings|unites|"
    r"consists|comprises|covers|aims)\b(?!\s+(?:not|over|no|the (?:answer|reply|response)|smaller|"
    r"larger|bigger|older|another|a (?:reply|response|reaction|second|separate))\b)"
)
_NEW_ONE = re.compile(
    r"\b(?:launch\w*|start\w*|beg[ai]n\w*|begun|open\w*|set\w* up|creat\w+|establish\w*|announc\w+|"
    r"unveil\w*|agree\w* (?:on|to)|approv\w+|hold\w*|held|conduct\w*|mount\w*|run\w*)\s+"
    r"(?:an?|its|their|another|one)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:missions?|operation|exercise|force|patrol|deployment|drill|campaign|manoeuvres)\b",
    re.IGNORECASE,
)


def is_of_the_state_before(passage: Passage, named: Named, before: Sentence) -> bool:
    """Whether "its operation" that a sentence gives a name to is that of the country that the one
    before begins with: "Niger has left the force. Its operation goes on under the name X"."""
    first = before.mentions[0] if before.mentions else None
    if first is None or first.form != "name" or first.start > len("The "):
        return False
    if before.passage.paragraph != passage.paragraph or first.key in BODIES:
        return False
    return bool(_ITS_KIND.match(passage.text[: named.start]))


_ITS_KIND = re.compile(
    r"\W*(?:its|their)\s+(?:[\w-]+\s+){0,3}?(?:operation|mission|exercise|campaign|force)\b[^.;:]*"
    r"\b(?:name|called|named|known as|dubbed)\s+(?:of\s+)?\W*$",
    re.IGNORECASE,
)


def says_what_it_was(passage: Passage, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence says which one was meant in the last ones, which name a mission: "UNX
    watched an army go home. The army was that of Chad"."""
    match = _THE_ONE.match(passage.text)
    if match is None:
        return False
    meant = re.compile(
        rf"\b(?:an?|one|two|some)\s+(?:[\w-]+\s+)?{re.escape(match[1])}\b", re.IGNORECASE
    )
    near = sentences[-_NEAR:]
    named = any(one.missions for one in near)
    return named and any(meant.search(one.passage.text) for one in near)


def answers_on_another(passage: Passage, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence answers what is asked of a thing that is no mission: "What did the desert
    hold? Uranium, people said"."""
    asked = sentences[-1] if sentences else None
    if asked is None or asked.missions or asked.focus_missions:
        return False
    if asked.passage.paragraph != passage.paragraph or not is_question(asked.passage.text):
        return False
    return bool(_ASKS_OF_A_THING.search(asked.passage.text))


_NEAR = 2
_THE_ONE = re.compile(
    r"\W*The\s+((?!mission|force|operation|exercise)[a-z]+)\s+(?:was|were|is|are)\s+"
    r"(?:that|those|the one|called|[A-Z])"
)
_ASKS_OF_A_THING = re.compile(
    r"^\W*(?:And |So |But )?(?:what|who|whom|which|why|how|where|when)\b[^?]*?\s"
    r"(?:did|does|do|is|was|were|are|has|had|will|would)\s+the\s+(?!(?:\w+\s+)?(?:mission|force|operation|exercise|mandate|"
    r"peacekeepers|observers|monitors|troops|soldiers)\b)\w+",
    re.IGNORECASE,
)
