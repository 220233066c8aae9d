"""`/check`: which statements of a text the articles support, which they contradict, and which not.

Strict on purpose: a sentence supports a statement when it speaks of all that the statement names
and says, with the same figures, in the same direction. Where only a figure or the negation is
otherwise, it contradicts. Anything less is not covered.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.briefs.checking.findings import Finding
from bot.briefs.checking.frames import frame, missions_named
from bot.briefs.checking.held_against import held_against, sought
from bot.briefs.checking.stated_borders import countries_told_of, on_borders
from bot.briefs.checking.stated_exclaves import on_exclaves
from bot.briefs.checking.stated_missions import on_missions, with_its_name
from bot.briefs.checking.statements import (
    parts,
    spliced,
    statements,
    with_subject,
    without_talk,
)
from bot.briefs.evidence import Evidence, make_brief
from bot.model import Answer, NoAnswer, NoteKind, Request
from bot.store import View

MOST_STATEMENTS: Final = 8
_SENTENCES: Final = 60  # asked of the index for one statement
_SHOWN: Final = 140  # characters of a statement in a heading


async def check(view: View, request: Request) -> Answer:
    """A quote for each statement that is supported or contradicted, and the names of the others."""
    found = statements(request.option("text") or "")
    if not found:
        why = "There is no statement in it: expected a sentence that says something."
        return NoAnswer(request, "Nothing to check", why, view.corpus)
    findings = await findings_of(view, request.option("text") or "")
    uncovered = [one for one in findings if not any(one.told)]
    listed = " ".join(f"“{_shown(one.statement)}”" for one in uncovered)
    if len(uncovered) == len(findings):
        why = f"None of the {len(view.cards)} articles loaded covers {listed}.{_rest(found)}"
        return NoAnswer(request, "The articles don't say", why, view.corpus)
    evidence = [
        Evidence(passages, f"{_verdict(one).capitalize()}: “{_shown(one.statement)}”")
        for one in findings
        for passages in (*one.supporting, *one.contradicting, *one.denying)
    ]
    notes: list[tuple[NoteKind, str, Sequence[Evidence]]] = []
    for one in findings:
        if _verdict(one) == _DIFFER:
            both = [Evidence(some) for some in (*one.supporting, *one.contradicting)]
            notes.append(("sources_differ", f"Sources differ on “{_shown(one.statement)}”.", both))
        if one.outdated:
            said = f"Earlier reports still said “{_shown(one.statement)}”."
            notes.append(("superseded", said, [Evidence(some) for some in one.outdated]))
    if uncovered:
        notes.append(("reference", f"Not covered by the articles: {listed}.", ()))
    if rest := _rest(found).strip():
        notes.append(("reference", rest, ()))
    return make_brief(request, request, _title(findings), evidence, view.cards, view.corpus, notes)


def _rest(found: Sequence[str]) -> str:
    """What is said of a message with more statements than are checked."""
    rest = len(found) - MOST_STATEMENTS
    return f" Only the beginning was checked; {rest} more follow." if rest > 0 else ""


_DIFFER: Final = "supported by some, contradicted by others"
_DENIED: Final = "denied by those concerned"
_UNCOVERED: Final = "not covered"


def _verdict(one: Finding) -> str:
    """What the articles have on a statement in a word; a denial alone settles nothing."""
    if one.supporting:
        return _DIFFER if one.contradicting else "supported"
    return "contradicted" if one.contradicting else _DENIED if one.denying else _UNCOVERED


def _title(findings: Sequence[Finding]) -> str:
    told = [_verdict(one) for one in findings]
    order = ("supported", _DIFFER, "contradicted", _DENIED, _UNCOVERED)
    return "Checked: " + ", ".join(f"{told.count(name)} {name}" for name in order if name in told)


def _shown(statement: str) -> str:
    if len(statement) <= _SHOWN:
        return statement.rstrip(".")
    return statement[:_SHOWN].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


async def findings_of(view: View, text: str) -> list[Finding]:
    """What the articles have on each statement of a text, the first few of them."""
    findings: list[Finding] = []
    subject: str | None = None
    for statement in statements(text)[:MOST_STATEMENTS]:
        found = []
        for part in (one for piece in spliced(without_talk(statement)) for one in parts(piece)):
            meant = with_subject(part, subject)
            found.append((part, await _finding(view, part, meant)))
            subject = _subject_of(view, meant or part) or (None if meant else subject)
        findings += _joined(statement, found)
    return findings


def _joined(statement: str, found: Sequence[tuple[str, Finding]]) -> list[Finding]:
    """One finding for a sentence of whose parts all are told alike, else one for each part."""
    if len({one.told for _, one in found}) <= 1:
        return [
            Finding(
                statement,
                tuple(dict.fromkeys(p for _, one in found for p in one.supporting)),
                tuple(dict.fromkeys(p for _, one in found for p in one.contradicting)),
                tuple(dict.fromkeys(p for _, one in found for p in one.denying)),
                tuple(dict.fromkeys(p for _, one in found for p in one.outdated)),
            )
        ]
    return [replace(one, statement=part) for part, one in found]


def _subject_of(view: View, statement: str) -> str | None:
    """Of whom or what a statement speaks, as the next one may call "it"."""
    said = frame(view, statement)
    named = missions_named(view, statement)
    if named:
        start, end = named[0][1]
        return statement[start:end]
    if said.places:
        return statement[said.places[0].start : said.places[0].end]
    return None


async def _finding(view: View, statement: str, meant: str | None) -> Finding:
    """`meant` is the statement with a name for its "it", None where nobody knows what that is."""
    if meant is None:
        return await _in_sentences(view, statement, Finding(statement), quoted_only=True)
    meant = await with_its_name(view, meant)
    found = (
        await on_borders(view, meant)
        or await on_missions(view, meant)
        or await on_exclaves(view, meant)
        or Finding(statement)
    )
    return found if found.supporting else await _in_sentences(view, meant, found)


async def _in_sentences(
    view: View, statement: str, known: Finding, quoted_only: bool = False
) -> Finding:
    """What sentences have on a statement beside what is known of it."""
    found = await view.search(sought(statement), _SENTENCES)
    articles = await view.passages_of(list(dict.fromkeys(p.passage.article_id for p in found)))
    told = await countries_told_of(view)
    # some milliseconds of nothing but work, in which nobody else should have to wait
    return await asyncio.to_thread(
        held_against, view, statement, known, found, articles, quoted_only, told
    )
