"""What new articles change: a mission's status, a figure, and what earlier digests have cited.

Both sides are always shown, each with its footnote. Only what is known to be later changes
anything: an article without a date supersedes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.briefs.evidence import Evidence
from bot.briefs.links import link
from bot.language.agreement import agree
from bot.model import (
    Citation,
    Fact,
    FactKind,
    NoteKind,
    Passage,
    PublishedDate,
    Stance,
    day,
)
from bot.store import View
from bot.store.outbox import Cited

_UNCERTAIN = (Stance.HYPOTHETICAL, Stance.PROPOSED, Stance.DENIED, Stance.NEGATED)


@dataclass(frozen=True, slots=True)
class Change:
    """A line on something that has changed, and what it rests on: the new side first."""

    kind: NoteKind
    text: str
    evidence: tuple[Evidence, ...]


async def changes(
    view: View, facts: Sequence[Fact], later_or_same: Collection[str]
) -> list[Change]:
    """What the facts of one new article change, at most one line of each kind.

    `later_or_same` are the articles that are no earlier source: the other new ones, and versions
    of the same story.
    """
    found: list[Change] = []
    for change in (_status, _length, _strength):
        for fact in facts:
            if fact.stance in _UNCERTAIN or view.cards[_article(fact)].published is None:
                continue
            made = await change(view, fact, later_or_same)
            if made is not None:
                found.append(made)
                break
    return found


async def _status(view: View, fact: Fact, excluded: Collection[str]) -> Change | None:
    if fact.mission is None or fact.status is None:
        return None
    earlier = [
        other
        for other in await _earlier(view, fact, await view.facts_of_mission(fact.mission), excluded)
        if other.status is not None
    ]
    if not earlier or earlier[0].status is fact.status:
        return None
    return _change(
        view,
        view.missions[fact.mission].name,
        (fact, str(fact.status)),
        (earlier[0], str(earlier[0].status)),
    )


async def _length(view: View, fact: Fact, excluded: Collection[str]) -> Change | None:
    if fact.kind is not FactKind.LENGTH or fact.quantity is None or len(fact.pairs) != 1:
        return None
    pair = set(fact.pairs[0])
    known = await view.facts_of_place(fact.pairs[0][0], (FactKind.LENGTH,))
    same = [
        other
        for other in await _earlier(view, fact, known, excluded)
        if len(other.pairs) == 1 and set(other.pairs[0]) == pair and other.scope == fact.scope
    ]
    one, other = (view.gazetteer.name(key) for key in sorted(pair))
    return _figure(view, f"Length of the border {one} – {other}", fact, same)


async def _strength(view: View, fact: Fact, excluded: Collection[str]) -> Change | None:
    if fact.mission is None or fact.quantity is None or "strength" not in _roles(fact):
        return None
    known = await view.facts_of_mission(fact.mission)
    same = [
        other
        for other in await _earlier(view, fact, known, excluded)
        if "strength" in _roles(other)
        and other.quantity is not None
        and other.quantity.unit == fact.quantity.unit
    ]
    return _figure(view, f"Strength of {view.missions[fact.mission].name}", fact, same)


def _roles(fact: Fact) -> list[str]:
    return (fact.role or "").split(",")


def _figure(view: View, what: str, fact: Fact, earlier: Sequence[Fact]) -> Change | None:
    last = next((other for other in earlier if other.quantity is not None), None)
    if last is None or fact.quantity is None or last.quantity is None:
        return None
    if agree(fact.quantity, last.quantity):
        return None
    return _change(view, what, (fact, fact.quantity.text), (last, last.quantity.text))


async def _earlier(
    view: View, fact: Fact, others: Sequence[Fact], excluded: Collection[str]
) -> list[Fact]:
    """What articles reported before the one of this fact, the latest first."""
    mine = view.cards[_article(fact)].published
    known: list[tuple[PublishedDate, Fact]] = []
    for other in others:
        date = view.cards[_article(other)].published
        certain = other.stance not in _UNCERTAIN and _article(other) not in excluded
        if certain and date is not None and mine is not None and date.order < mine.order:
            known.append((date, other))
    known.sort(key=lambda item: view.cards[_article(item[1])].file)
    known.sort(key=lambda item: item[0].order, reverse=True)
    return [other for _, other in known]


def _change(view: View, what: str, new: tuple[Fact, str], old: tuple[Fact, str]) -> Change:
    now, before = (
        f"{told} ({card.publisher or card.title}, {day(card.published)})"
        for told, card in ((told, view.cards[_article(fact)]) for fact, told in (new, old))
    )
    evidence = tuple(Evidence((fact.passages[fact.at],)) for fact, _ in (new, old))
    return Change("superseded", f"{what}: {now}; earlier {before}.", evidence)


def _article(fact: Fact) -> str:
    return fact.passages[0].article_id


# ── corrections ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Correction:
    """An article that an earlier digest cited and that has changed or gone since.

    `standing` are the sentences told then, where they still stand in it; without them it says
    something else now, or is gone (`content` is "" then).
    """

    cited: Cited
    content: str
    standing: tuple[Passage, ...] = ()


async def corrections(
    view: View, cited: Sequence[Cited], contents: Mapping[str, str]
) -> list[Correction]:
    """What has become of the articles that were cited, for those that are not as they were.

    `contents` are the hashes of all articles by id. An article that only moved is as it was.
    """
    found = []
    somewhere = set(contents.values())
    for one in cited:
        content = contents.get(one.version.article_id, "")
        if one.version.content in somewhere:
            continue
        if not content:
            found.append(Correction(one, ""))
            continue
        passages = [read.passage for read in await view.passages(one.version.article_id)]
        found.append(Correction(one, content, _standing(passages, one.sentence)))
    return found


def _standing(passages: Sequence[Passage], told: str) -> tuple[Passage, ...]:
    """The adjoining sentences that what was told consists of; empty where they stand no more."""
    for start in range(len(passages)):
        for end in range(start + 1, min(start + 4, len(passages)) + 1):
            if " ".join(passage.text for passage in passages[start:end]) == told:
                return tuple(passages[start:end])
    return ()


def gone(one: Cited, number: int) -> Citation:
    """A footnote to an article that is no longer loaded: where it was, and what it said."""
    version = one.version
    return Citation(
        number=number,
        article_id=version.article_id,
        file="",
        title=version.title,
        publisher=version.publisher,
        url=version.url,
        published=version.published,
        quote=one.sentence,
        link=link(version.url, one.sentence, paraphrased=True),
    )
