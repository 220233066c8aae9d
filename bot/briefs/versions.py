"""Versions of one story: told once, cited from all who tell it, and counted as one source.

A load found which sentences other versions repeat (`told_again`); here they are set beside the
sentence that an answer tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.briefs.evidence import Footnotes
from bot.model import Brief, Citation, Note, NoteKind, Passage, PublishedDate, day, newest
from bot.store import ArticleCard, ReadPassage, View

_MOST_REPEATED = 3  # republications cited beside one footnote
_MOST_NAMED = 4


def are_versions(one: ArticleCard, other: ArticleCard) -> bool:
    """Whether two articles are versions of one story by one publisher, so neither contradicts."""
    if one.story is None or one.story != other.story:
        return False
    return None in (one.publisher, other.publisher) or one.publisher == other.publisher


def stories(cards: Iterable[ArticleCard]) -> tuple[tuple[ArticleCard, ...], ...]:
    """Articles grouped into stories, in the order in which each story comes first.

    The first of a group is the one to tell the story from: the latest version by the publisher of
    the original if it is among them, else the earliest; superseded versions come last.
    """
    groups: dict[str, list[ArticleCard]] = {}
    for card in cards:
        groups.setdefault(card.story or card.id, []).append(card)
    return tuple(tuple(_in_order(group)) for group in groups.values())


def _in_order(versions: Sequence[ArticleCard]) -> list[ArticleCard]:
    leading = {card.superseded_by or card.id for card in versions if card.id == card.story}

    def order(card: ArticleCard) -> tuple[object, ...]:
        return (card.superseded_by is not None, card.id not in leading, _first(card), card.file)

    return sorted(versions, key=order)


def _first(card: ArticleCard) -> tuple[int, int, int]:
    """A key that sorts oldest first and unknown dates last."""
    date = card.published
    return (date.year, date.month or 99, date.day or 99) if date else (9999, 99, 99)


async def with_versions(view: View, brief: Brief) -> Brief:
    """The brief with republications cited beside each claim, and a note where an earlier version
    of an article gave other figures."""
    footnotes = Footnotes(view.cards, list(brief.citations))
    beside: dict[int, list[Citation]] = {}
    earlier: list[Citation] = []
    for citation in brief.citations:
        if view.cards[citation.article_id].story is None:
            continue
        same, changed = await _told_again(view, citation)
        beside[citation.number] = [c for run in same for c in footnotes.cite(run)]
        earlier += [c for passage in changed for c in footnotes.cite([passage])]
    if len(footnotes.citations) == len(brief.citations):
        return brief
    claims = tuple(
        replace(claim, citations=tuple(_with(claim.citations, beside))) for claim in brief.claims
    )
    more = [citation for some in beside.values() for citation in some]
    notes = [_republished(note, more) for note in brief.notes]
    if earlier:
        cited = tuple(dict.fromkeys(earlier))
        notes.append(Note("superseded", _superseded(cited), cited))
    return replace(
        brief,
        claims=claims,
        notes=tuple(notes),
        citations=tuple(footnotes.citations),
        as_of=newest([citation.published for citation in footnotes.citations]),
    )


async def _told_again(view: View, citation: Citation) -> tuple[list[list[Passage]], list[Passage]]:
    """What other versions have of a quote: the same sentences by article; those with other figures.

    The republications come earliest first; those that were superseded are left out.
    """
    again = await view.told_again(citation.article_id)
    if not again:
        return [], []
    same: dict[str, list[Passage]] = {}
    changed: list[Passage] = []
    for passage in _quoted(await view.passages(citation.article_id), citation.quote):
        for version in again.get(passage.number, ()):
            card = view.cards[version.passage.article_id]
            if version.changed:
                changed.append(version.passage)
            elif card.superseded_by is None:
                same.setdefault(card.id, []).append(version.passage)
    ordered = sorted(same, key=lambda id: (_first(view.cards[id]), view.cards[id].file))
    return [same[id] for id in ordered[:_MOST_REPEATED]], changed


def _quoted(passages: Sequence[ReadPassage], quote: str) -> list[Passage]:
    """The adjoining sentences that a quote consists of."""
    for at, first in enumerate(passages):
        if not quote.startswith(first.passage.text):
            continue
        run = [first.passage]
        for other in passages[at + 1 :]:
            if len(" ".join(passage.text for passage in run)) >= len(quote):
                break
            run.append(other.passage)
        if " ".join(passage.text for passage in run) == quote:
            return run
    return []


def _with(citations: Sequence[Citation], beside: dict[int, list[Citation]]) -> dict[Citation, None]:
    return dict.fromkeys(
        [*citations, *(more for one in citations for more in beside.get(one.number, ()))]
    )


def _republished(note: Note, more: Sequence[Citation]) -> Note:
    """ "One source only" with the names of those who only repeat it."""
    if note.kind != "single_source" or not more:
        return note
    names = list(dict.fromkeys(citation.publisher or citation.title for citation in more))
    return replace(note, text=f"One source only; republished by {listed(names)}.")


def _superseded(citations: Sequence[Citation]) -> str:
    dates = {citation.published for citation in citations}
    told = " and ".join(day(date) for date in sorted(dates, key=_order))
    which = "An earlier version" if len(dates) == 1 else "Earlier versions"
    return f"{which} of this article ({told}) gave other figures."


def _order(date: PublishedDate | None) -> tuple[int, int, int]:
    return date.order if date else (0, 0, 0)


def listed(names: Sequence[str]) -> str:
    """`A, B and C`; of many the first few and how many more."""
    shown = list(names[:_MOST_NAMED])
    if len(names) > len(shown):
        shown.append(f"{len(names) - len(shown)} more")
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def version_notes(card: ArticleCard, cards: Iterable[ArticleCard]) -> list[tuple[NoteKind, str]]:
    """One line on each kind of other version of an article: later, original, earlier, repeated."""
    others = _in_order([other for other in cards if other.story == card.story and other != card])
    notes: list[tuple[NoteKind, str]] = []
    later = [other for other in others if other.id == card.superseded_by]
    if later:
        notes.append(("superseded", f"Superseded by a later version: {_named(later)}."))
    original = [other for other in others if other.id == card.story and other not in later]
    if original and original[0].superseded_by != card.id:
        notes.append(("reference", f"A republication of {_named(original)}."))
    earlier = [other for other in others if other.superseded_by == card.id]
    if earlier:
        notes.append(("reference", f"Supersedes {_named(earlier)}."))
    rest = [other for other in others if other not in (*later, *original, *earlier)]
    if rest:
        notes.append(("reference", f"Other versions: {_named(rest)}."))
    return notes


def _named(cards: Sequence[ArticleCard]) -> str:
    return listed(
        [f"“{card.title}” ({card.publisher or card.file}, {day(card.published)})" for card in cards]
    )
