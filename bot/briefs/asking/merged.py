"""The answers to the questions that were asked in one, as one answer. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.briefs.asking.chosen import MOST
from bot.briefs.evidence import Footnotes, common_notes
from bot.model import Answer, Brief, Citation, Claim, NoAnswer, Request, newest
from bot.store import Cards


def merged(request: Request, told: Sequence[Answer], cards: Cards) -> Answer:
    """One brief of the parts that are answered, each with its best claim at least, in the order in
    which they were asked; that the articles don't say, where none is."""
    briefs = [answer for answer in told if isinstance(answer, Brief)]
    silent = [answer for answer in told if isinstance(answer, NoAnswer)]
    if not briefs:
        return silent[0]
    if len(briefs) == 1:
        return replace(briefs[0], request=request, key=request)
    footnotes = Footnotes(cards)
    claims = [_renumbered(claim, footnotes) for claim in _shared_out(briefs)]
    notes = [
        replace(note, citations=_cited(note.citations, footnotes))
        for note in dict.fromkeys(note for brief in briefs for note in brief.notes)
        if note.kind not in _OF_ALL
    ]
    differ = any(note.kind == "sources_differ" for note in notes)
    notes += [
        note
        for note in common_notes(footnotes.citations, footnotes, cards.newest)
        if not (differ and note.kind == "single_source")
    ]
    return replace(
        briefs[0],
        request=request,
        key=request,
        claims=tuple(claims),
        notes=tuple(dict.fromkeys(notes)),
        citations=tuple(footnotes.citations),
        as_of=newest([citation.published for citation in footnotes.citations]),
    )


_OF_ALL: Final = ("single_source", "dated")  # told of an answer as a whole


def _shared_out(briefs: Sequence[Brief]) -> list[Claim]:
    """At most three claims: the best of each brief, then what there is room for."""
    kept: list[list[Claim]] = [[] for _ in briefs]
    seen: list[Claim] = []
    for rank in range(MOST):
        for mine, brief in zip(kept, briefs, strict=True):
            if rank >= len(brief.claims) or len(seen) >= MOST:
                continue
            claim = brief.claims[rank]
            if not any(_says(one, claim) for one in seen):
                mine.append(claim)
                seen.append(claim)
    claims = [claim for mine in kept for claim in mine]
    return [
        _without_what_was_said(claim, above)
        for above, claim in zip((None, *claims), claims, strict=False)
    ]


def _without_what_was_said(claim: Claim, above: Claim | None) -> Claim:
    """A claim without the sentence right above that it goes on about."""
    if above is None or above.heading != claim.heading:
        return claim
    return replace(claim, text=claim.text.removeprefix(f"{above.text} "))


def _says(one: Claim, other: Claim) -> bool:
    """Whether one claim tells all that another does."""
    return other.text in one.text and one.heading == other.heading


def _renumbered(claim: Claim, footnotes: Footnotes) -> Claim:
    return replace(claim, citations=_cited(claim.citations, footnotes))


def _cited(citations: Sequence[Citation], footnotes: Footnotes) -> tuple[Citation, ...]:
    return tuple(_numbered(citation, footnotes.citations) for citation in citations)


def _numbered(citation: Citation, listed: list[Citation]) -> Citation:
    """A citation with its number among those listed, behind which it is put where it is new."""
    for known in listed:
        if replace(known, number=citation.number) == citation:
            return known
    listed.append(replace(citation, number=len(listed) + 1))
    return listed[-1]
