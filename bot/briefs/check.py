"""`/check`: which statements of a text the articles support, which they contradict, and which not.

Strict on purpose: a sentence supports a statement when it speaks of all that the statement names
and says, with the same figures, in the same direction. Where only a figure or the negation is
otherwise, it contradicts. Anything less is not covered.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from bot.briefs.borders import facts_of_pair
from bot.briefs.evidence import Evidence, make_brief
from bot.language.agreement import agree, is_whole_length
from bot.language.clauses import clauses
from bot.language.quantities import Amount, amounts, is_date_part
from bot.language.roles import same_roles
from bot.language.words import alike, fold, is_question, stem, stop_words, words
from bot.model import (
    Answer,
    Fact,
    FactKind,
    NoAnswer,
    NoteKind,
    Passage,
    Quantity,
    Request,
    Stance,
)
from bot.store import ReadPassage, View

MOST_STATEMENTS: Final = 8
_SENTENCES: Final = 60  # asked of the index for one statement
_MOST_OF_STATEMENT: Final = 2
_QUOTE_WORDS: Final = 5
_SHOWN: Final = 140  # characters of a statement in a heading

_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“‘(\[]?[^\W_a-z])")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|"
    r"Oct|Nov|Dec))\.$"
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|neither|nor|none|nobody|cannot|without|den(?:y|ies|ied)|refus\w+)\b|n['’]t\b",
    re.IGNORECASE,
)
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
_AGAINST = (Stance.NEGATED, Stance.DENIED)
_BORDERS = re.compile(
    r"\b(?:border(?:s|ed|ing)?|share\w*\s+(?:an?\s+)?(?:\w+\s+)?(?:borders?|frontier|boundary))\b",
    re.IGNORECASE,
)
_BORDER_STEMS = frozenset(
    stem(word) for word in "border frontier boundary share land common neighbour country".split()
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What the articles have on one statement; both lists are empty where they don't cover it."""

    statement: str
    supporting: tuple[tuple[Passage, ...], ...] = ()
    contradicting: tuple[tuple[Passage, ...], ...] = ()


async def check(view: View, request: Request) -> Answer:
    """A quote for each statement that is supported or contradicted, and the names of the others."""
    found = statements(request.option("text") or "")
    if not found:
        why = "There is no statement in it: expected a sentence that says something."
        return NoAnswer(request, "Nothing to check", why, view.corpus)
    findings = [await _finding(view, statement) for statement in found[:MOST_STATEMENTS]]
    uncovered = [one for one in findings if not one.supporting and not one.contradicting]
    listed = " ".join(f"“{_shown(one.statement)}”" for one in uncovered)
    if len(uncovered) == len(findings):
        why = f"None of the {len(view.cards)} articles loaded covers {listed}."
        return NoAnswer(request, "The articles don't say", why, view.corpus)
    evidence = []
    for one in findings:
        for heading, some in (
            ("Supported", one.supporting),
            ("Contradicted", one.contradicting),
        ):
            evidence += [Evidence(p, f"{heading}: “{_shown(one.statement)}”") for p in some]
    notes: list[tuple[NoteKind, str, Sequence[Evidence]]] = []
    if uncovered:
        notes.append(("reference", f"Not covered by the articles: {listed}.", ()))
    if len(found) > MOST_STATEMENTS:
        rest = len(found) - MOST_STATEMENTS
        notes.append(("reference", f"Only the beginning was checked; {rest} more follow.", ()))
    return make_brief(request, request, _title(findings), evidence, view.cards, view.corpus, notes)


def _title(findings: Sequence[Finding]) -> str:
    counts = {
        "supported": sum(bool(one.supporting) for one in findings),
        "contradicted": sum(bool(one.contradicting) for one in findings),
        "not covered": sum(not (one.supporting or one.contradicting) for one in findings),
    }
    return "Checked: " + ", ".join(f"{count} {name}" for name, count in counts.items() if count)


def _shown(statement: str) -> str:
    if len(statement) <= _SHOWN:
        return statement.rstrip(".")
    return statement[:_SHOWN].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def statements(text: str) -> list[str]:
    """The sentences of a text that state something: no questions, no exclamations of two words."""
    found: list[str] = []
    for line in text.splitlines():
        pieces: list[str] = []
        for piece in _END.split(line.strip(" \t-–•*>#")):
            if pieces and _ABBREVIATED.search(pieces[-1]):
                pieces[-1] += f" {piece}"
            else:
                pieces.append(piece)
        found += [" ".join(piece.split()) for piece in pieces]
    return [one for one in dict.fromkeys(found) if len(_telling(one)) >= 2 and not is_question(one)]


def _telling(text: str) -> list[str]:
    stopped = stop_words()
    return [word.stem for word in words(text) if word.text.lower() not in stopped]


async def _finding(view: View, statement: str) -> Finding:
    on_borders = await _on_borders(view, statement)
    if on_borders is not None:
        return on_borders
    supporting: list[tuple[Passage, ...]] = []
    contradicting: list[tuple[Passage, ...]] = []
    names = _names_something(view, statement)
    for passage in await view.search(_telling(statement), _SENTENCES):
        if _is_quoted(statement, passage.passage.text):
            verdict: bool | None = True
        elif names:
            verdict = _verdict(view, statement, passage)
        else:  # "The troops left" is said of some troops or other everywhere
            verdict = None
        if verdict is not None:
            (supporting if verdict else contradicting).append((passage.passage,))
    if any(not is_date_part(statement, amount) for amount in amounts(statement)):
        contradicting = [one for one in contradicting if not _other_day(view, one, supporting)]
    return Finding(statement, _newest(view, supporting), _newest(view, contradicting))


def _is_quoted(statement: str, text: str) -> bool:
    """Whether a statement of some length is the sentence, word for word."""
    said = [fold(word.text) for word in words(statement)]
    return len(said) >= _QUOTE_WORDS and said == [fold(word.text) for word in words(text)]


def _names_something(view: View, statement: str) -> bool:
    """Whether it says of whom or what it speaks, or gives a figure or a date."""
    if view.gazetteer.mentions(statement) or any(letter.isdigit() for letter in statement):
        return True
    return any(word.capitalised for word in words(statement)[1:])


def _other_day(view: View, one: Sequence[Passage], others: Sequence[Sequence[Passage]]) -> bool:
    """Whether a sentence is of another day than those that agree: counts change with time."""
    days = {view.cards[passage.article_id].published for other in others for passage in other}
    return bool(days) and view.cards[one[0].article_id].published not in days


def _newest(view: View, found: Sequence[tuple[Passage, ...]]) -> tuple[tuple[Passage, ...], ...]:
    def order(one: tuple[Passage, ...]) -> tuple[object, ...]:
        card = view.cards[one[0].article_id]
        date = card.published.order if card.published else (0, 0, 0)
        return (tuple(-part for part in date), card.file, one[0].number)

    by_article = {one[0].article_id: one for one in sorted(found, key=order, reverse=True)}
    return tuple(sorted(by_article.values(), key=order)[:_MOST_OF_STATEMENT])


# ── any sentence ────────────────────────────────────────────────────────────────────────────


def _verdict(view: View, statement: str, passage: ReadPassage) -> bool | None:
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
        if _telling(one)
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
    denies, denied = _NEGATION.search(statement) is not None, _NEGATION.search(clause) is not None
    if denied and not denies and passage.stance not in _AGAINST and not _NOT.search(clause):
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
    rest = _without(statement, [(mention.start, mention.end) for mention in wanted])
    needed = [word for word in _telling(rest) if not word.isdigit()]
    return all(word in have or _has_like(word, have) for word in needed if not _is_negation(word))


def _is_passive(clause: str) -> bool:
    return " by " in clause


def _is_negation(word: str) -> bool:
    return _NEGATION.search(word) is not None


def _has_like(word: str, have: set[str]) -> bool:
    return any(alike(word, other) for other in have)


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
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
        quantities = [_quantity(text, other) for other in rivals]
        if not any(agree(_quantity(statement, amount), other) for other in quantities):
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
    telling = _telling(behind)
    return telling[-1] if telling else None


def _quantity(text: str, amount: Amount) -> Quantity:
    written = text[amount.start : amount.end]
    return Quantity(amount.value, amount.unit or "", written, amount.approximation)


# ── borders ─────────────────────────────────────────────────────────────────────────────────


async def _on_borders(view: View, statement: str) -> Finding | None:
    """A statement that some places border others, or how long their border is, by the facts."""
    mentions = view.gazetteer.mentions(statement)
    rest = _without(statement, [(mention.start, mention.end) for mention in mentions])
    lengths = [amount for amount in amounts(statement) if amount.unit in ("km", "mi")]
    spare = {stem for stem in _telling(_without_figures(rest)) if not _is_negation(stem)}
    places = list(dict.fromkeys(mention.key for mention in mentions))
    if len(lengths) == 1 and len(places) == 2 and spare <= _BORDER_STEMS | _LENGTH_STEMS:
        return await _on_length(view, statement, places, lengths[0])
    verb = _BORDERS.search(statement)
    if verb is None or lengths or not spare <= _BORDER_STEMS or amounts(statement):
        return None
    left = [mention.key for mention in mentions if mention.end <= verb.start()]
    right = [mention.key for mention in mentions if mention.start >= verb.end()]
    if not left or not right:
        return None
    denies = _NEGATION.search(statement) is not None
    supporting: list[tuple[Passage, ...]] = []
    contradicting: list[tuple[Passage, ...]] = []
    covered = True
    for one, other in product(left, right):
        facts = [
            fact
            for fact in await facts_of_pair(view, one, other)
            if fact.kind in (FactKind.BORDER, FactKind.LENGTH)
            and any(set(pair) == {one, other} for pair in fact.pairs)
        ]
        plain = _newest(view, [fact.passages for fact in facts if _is_plain(fact)])
        against = _newest(view, [fact.passages for fact in facts if fact.stance in _AGAINST])
        if denies:
            plain, against = against, plain
        covered = covered and bool(plain)
        supporting += plain[:1]
        contradicting += against[:1]
    whole = tuple(dict.fromkeys(supporting)) if covered else ()
    return Finding(statement, whole, tuple(dict.fromkeys(contradicting)))


_LENGTH_STEMS = frozenset(
    stem(word) for word in "long length run runs stretch kilometre mile".split()
)


def _without_figures(text: str) -> str:
    return re.sub(r"\d[\d.,]*\s*(?:km|kilomet\w+|mi|miles?)?\b", " ", text)


def _is_plain(fact: Fact) -> bool:
    return fact.stance in (Stance.ASSERTED, Stance.ATTRIBUTED)


async def _on_length(
    view: View, statement: str, places: Sequence[str], amount: Amount
) -> Finding | None:
    if _NEGATION.search(statement):
        return None
    said = _quantity(statement, amount)
    supporting: list[tuple[Passage, ...]] = []
    contradicting: list[tuple[Passage, ...]] = []
    for fact in await facts_of_pair(view, places[0], places[1]):
        exact = any(set(pair) == set(places) for pair in fact.pairs)
        if fact.kind is not FactKind.LENGTH or fact.quantity is None or not exact:
            continue
        if not _is_plain(fact) or not is_whole_length(fact.stance, fact.scope):
            continue
        same = agree(said, fact.quantity)
        (supporting if same else contradicting).append(fact.passages)
    return Finding(statement, _newest(view, supporting), _newest(view, contradicting))
