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
from bot.briefs.verdicts import (
    AGAINST,
    NEGATION,
    is_negation,
    is_quoted,
    telling,
    verdict,
    without,
)
from bot.language.agreement import agree, is_whole_length, quantity_of
from bot.language.quantities import Amount, amounts, is_date_part
from bot.language.words import is_question, stem, words
from bot.model import (
    Answer,
    Fact,
    FactKind,
    NoAnswer,
    NoteKind,
    Passage,
    Request,
    Stance,
)
from bot.store import View

MOST_STATEMENTS: Final = 8
_SENTENCES: Final = 60  # asked of the index for one statement
_MOST_OF_STATEMENT: Final = 2
_SHOWN: Final = 140  # characters of a statement in a heading

_END = re.compile(r"(?<=[.!?…])[\"”’)\]]*\s+(?=[\"“‘(\[]?[^\W_a-z])")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|"
    r"Oct|Nov|Dec))\.$"
)
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
    return [one for one in dict.fromkeys(found) if len(telling(one)) >= 2 and not is_question(one)]


async def _finding(view: View, statement: str) -> Finding:
    on_borders = await _on_borders(view, statement)
    if on_borders is not None:
        return on_borders
    supporting: list[tuple[Passage, ...]] = []
    contradicting: list[tuple[Passage, ...]] = []
    names = _names_something(view, statement)
    for passage in await view.search(telling(statement), _SENTENCES):
        supports: bool | None = None
        if is_quoted(statement, passage.passage.text):
            supports = True
        elif names:  # "The troops left" is said of some troops or other everywhere
            supports = verdict(view, statement, passage)
        if supports is not None:
            (supporting if supports else contradicting).append((passage.passage,))
    if any(not is_date_part(statement, amount) for amount in amounts(statement)):
        contradicting = [one for one in contradicting if not _other_day(view, one, supporting)]
    return Finding(statement, _newest(view, supporting), _newest(view, contradicting))


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


# ── borders ─────────────────────────────────────────────────────────────────────────────────


async def _on_borders(view: View, statement: str) -> Finding | None:
    """A statement that some places border others, or how long their border is, by the facts."""
    mentions = view.gazetteer.mentions(statement)
    rest = without(statement, [(mention.start, mention.end) for mention in mentions])
    lengths = [amount for amount in amounts(statement) if amount.unit in ("km", "mi")]
    spare = {stem for stem in telling(_without_figures(rest)) if not is_negation(stem)}
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
    denies = NEGATION.search(statement) is not None
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
        against = _newest(view, [fact.passages for fact in facts if fact.stance in AGAINST])
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
    if NEGATION.search(statement):
        return None
    said = quantity_of(statement, amount)
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
