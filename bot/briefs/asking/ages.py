"""How old somebody or something is: its age, or since when it is there. Pure.

The age is of the person whom the words before it speak of: in "a farmer whose daughter is seven"
nobody tells how old the farmer is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.briefs.asking.question import Question
from bot.briefs.asking.spans import Span
from bot.language.lexicon import kinship, names_people
from bot.language.words import Word, words

ASKS_AGE = re.compile(r"\bhow old\b|\b(?:at|what) (?:is |was )?(?:the |what )?age\b", re.IGNORECASE)

_NUMBER = (
    r"(?:\d{1,3}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:[- ]\w+)?))"
)
_YEARS_OLD = re.compile(
    r"\b[\w-]+[\s-](?:years?|months?|centur(?:y|ies))[\s-]old\b|\bteen-?ag\w+\b|"
    r"\bin (?:its|his|her|their) \w+ties\b",
    re.IGNORECASE,
)
# "is 18", "aged nineteen", "a soldier, 23,": a bare number that counts nothing
_BARE = re.compile(
    r"\b(?:(?:is|was|are|were|turn(?:s|ed)?)\s+"
    r"(?:only |just |not yet |now |barely |nearly |almost )?"
    rf"|aged\s+|(?:at )?the age of\s+|[^\W\d_]{{2,}},\s+)({_NUMBER})"
    r"(?=\s*(?:[.;)!]|,(?!\d)|$)|\s+(?:and|when|at the time|then|now|who)\b)",
    re.IGNORECASE,
)


def ages(question: Question, text: str) -> Iterator[Span]:
    """The ages that a sentence tells, of whom or what is asked about."""
    yield from (Span(m.start(), m.end(), 1.0) for m in _YEARS_OLD.finditer(text))
    for match in _BARE.finditer(text):
        if _is_theirs(question, text, match.start(1)):
            yield Span(match.start(1), match.end(1), 1.0)


def asks_of_a_person(question: Question) -> bool:
    """Whether it is a person's age that is asked for: no year of building tells it."""
    return any(names_people(term) for term in question.terms)


def _is_theirs(question: Question, text: str, at: int) -> bool:
    """Whether the person spoken of before an age may be the one who is asked about."""
    tokens = words(text)
    # "the neighbour of the pilot": the first is asked about
    asked = [term for term in question.terms if names_people(term)][:1]
    before = [word for word in tokens if word.end <= at]
    spoken_of = [word for word in before if _is_person(word)]
    if not spoken_of and not any(word.capitalised for word in before):
        return False  # of a thing: "the number is 18"
    if not asked or not spoken_of:
        return True
    # "her daughter, who is seven, could be a princess"
    behind = [word for word in tokens if word.start >= at]
    possessed = _THEIRS.search(text[: spoken_of[-1].start])
    near = [*(spoken_of[-1:] if possessed else spoken_of), *behind]
    return any(_is_one(term, word) for term in asked for word in near)


_THEIRS = re.compile(r"(?:\b(?:whose|his|her|their|its)|['’]s?)\s+(?:\w+\s+)?$", re.IGNORECASE)


def _is_person(word: Word) -> bool:
    return not word.capitalised and names_people(word.stem)


def _is_one(term: str, word: Word) -> bool:
    return kinship(term, word.stem) >= 0.5
