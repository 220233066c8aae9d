"""Whether one sentence says what a statement says, or the opposite. Pure but for the gazetteer.

A clause has to speak of all that a clause of the statement names and says, in the same roles and
with the same figures. Anything less is neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.language.agreement import agree, quantity_of
from bot.language.clauses import clauses
from bot.language.negation import REFUSALS, negation
from bot.language.quantities import Amount, amounts, is_date_part
from bot.language.roles import same_roles
from bot.language.words import alike, fold, is_question, stop_words, words
from bot.model import Stance
from bot.store import ReadPassage, View

_QUOTE_WORDS: Final = 5
NEGATION = negation(REFUSALS)
_NOT = re.compile(
    r"\b(?:did|do|does|has|have|had|is|are|was|were)(?:\s+not\b(?!\s+only)|n['’]t\b)|\bnever\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:will|would|may|might|could|should|can|if|plan\w*|propos\w+|expect\w*|consider\w*|"
    r"intend\w*|want\w*|likely|possib\w+|reported\w*|alleg\w+|about to|ready to|due to)\b",
    re.IGNORECASE,
)
_OPEN_STANCES = (Stance.HEDGED, Stance.PLANNED, Stance.PROPOSED, Stance.HYPOTHETICAL)
AGAINST = (Stance.NEGATED, Stance.DENIED)


def telling(text: str) -> list[str]:
    """The stems of the words that carry something."""
    stopped = stop_words()
    return [word.stem for word in words(text) if word.text.lower() not in stopped]


def is_quoted(statement: str, text: str) -> bool:
    """Whether a statement of some length is the sentence, word for word."""
    said = [fold(word.text) for word in words(statement)]
    return len(said) >= _QUOTE_WORDS and said == [fold(word.text) for word in words(text)]


def verdict(view: View, statement: str, passage: ReadPassage) -> bool | None:
    """Whether a sentence says what the statement says, or the opposite; None where neither.

    Each clause of the statement has to be said by one clause of the sentence.
    """
    text = passage.passage.text
    if is_question(text):
        return None
    if passage.stance in _OPEN_STANCES and not _OPEN.search(statement):
        return None
    if _OPEN.search(statement) and not _OPEN.search(text):
        return None
    verdicts = [
        _clause_verdict(view, one, clauses(text), passage)
        for one in clauses(statement)
        if telling(one)
    ]
    if None in verdicts:
        return None
    return all(verdicts) if verdicts else None


def _clause_verdict(
    view: View, statement: str, told: Sequence[str], passage: ReadPassage
) -> bool | None:
    verdicts = {_says(view, statement, clause, passage) for clause in told}
    return True if True in verdicts else False if False in verdicts else None


def _says(view: View, statement: str, clause: str, passage: ReadPassage) -> bool | None:
    if not _speaks_of(view, statement, clause, passage) or not same_roles(statement, clause):
        return None
    figures = _same_figures(statement, clause)
    if figures is None:
        return None
    denies, denied = NEGATION.search(statement) is not None, NEGATION.search(clause) is not None
    if denied and not denies and passage.stance not in AGAINST and not _NOT.search(clause):
        return None  # what is negated may be something else
    return figures if denies == denied else (False if figures else None)


def _speaks_of(view: View, statement: str, clause: str, passage: ReadPassage) -> bool:
    """Whether a clause names all that a statement names, in the same order, and has its words.

    A name that it leaves to the sentences before counts as named.
    """
    wanted = view.gazetteer.mentions(statement, passage.places)
    told = view.gazetteer.mentions(clause, passage.places)
    keys = [mention.key for mention in wanted]
    own = [mention.key for mention in told if mention.key in keys]
    of_before = {key for key in passage.focus_places if key not in passage.places}
    if not set(keys) <= {*own, *of_before}:
        return False
    reversible = _is_passive(statement) != _is_passive(clause)  # the roles tell who did it
    if not reversible and list(dict.fromkeys(own)) != [k for k in dict.fromkeys(keys) if k in own]:
        return False
    have = {word.stem for word in words(clause)}
    rest = without(statement, [(mention.start, mention.end) for mention in wanted])
    needed = [word for word in telling(rest) if not word.isdigit()]
    return all(word in have or _has_like(word, have) for word in needed if not is_negation(word))


def _is_passive(clause: str) -> bool:
    return " by " in clause


def is_negation(word: str) -> bool:
    return NEGATION.search(word) is not None


def _has_like(word: str, have: set[str]) -> bool:
    return any(alike(word, other) for other in have)


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def _same_figures(statement: str, text: str) -> bool | None:
    """Whether the figures agree; None where the sentence gives none for what is counted."""
    same = True
    told = amounts(text)
    for amount in amounts(statement):
        written = statement[amount.start : amount.end]
        if is_date_part(statement, amount):
            if not re.search(rf"\b{re.escape(written)}\b", text):
                return None
            continue
        rivals = [
            other
            for other in told
            if not is_date_part(text, other) and _counts_same(statement, amount, text, other)
        ]
        if not rivals:
            return None
        quantities = [quantity_of(text, other) for other in rivals]
        if not any(agree(quantity_of(statement, amount), other) for other in quantities):
            same = False
    return same


def _counts_same(statement: str, amount: Amount, text: str, other: Amount) -> bool:
    lengths = ("km", "mi", "nmi")
    if amount.unit is not None or other.unit is not None:
        return amount.unit == other.unit or (amount.unit in lengths and other.unit in lengths)
    counted = _counted(statement, amount)
    return counted is not None and counted == _counted(text, other)


def _counted(text: str, amount: Amount) -> str | None:
    """The stem of what a bare number counts: the last of the words right behind it that tells."""
    behind = re.split(r"[,;:.()]|\b(?:in|of|to|for|from|at|on|and|with|were|was|are|is|have|has)\b",
                      text[amount.end : amount.end + 60], maxsplit=1)[0]  # fmt: skip
    stems = telling(behind)
    return stems[-1] if stems else None
