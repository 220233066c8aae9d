"""What articles report on missions, in order: which fact is told first, which status is the latest.

The card of one mission and the list of several choose by the same order and the same status.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.briefs.evidence import Evidence
from bot.model import Fact, MissionStatus, NoteKind, PublishedDate, day, newest_first
from bot.store import View

ROLES = (
    "definition", "status", "lead", "place", "start", "end", "strength", "participants", "mandate",
    "record", "other",
)  # fmt: skip
Reported = tuple[PublishedDate | None, MissionStatus, Fact]
_MOST_EARLIER = 6  # earlier reports of another status that a note tells of


def article_of(fact: Fact) -> str:
    return fact.passages[0].article_id


def role_rank(fact: Fact) -> int:
    first = (fact.role or "other").split(",")[0]
    return ROLES.index(first) if first in ROLES else len(ROLES)


def fact_order(view: View, fact: Fact) -> tuple[object, ...]:
    card = view.cards[article_of(fact)]
    return (newest_first(card.published), card.file, fact.passages[fact.at].number)


def fits_status(reported: MissionStatus, wanted: MissionStatus) -> bool:
    """An extended mission is active too."""
    if reported is wanted:
        return True
    return wanted is MissionStatus.ACTIVE and reported is MissionStatus.EXTENDED


def reported_by_article(view: View, facts: Iterable[Fact]) -> list[Reported]:
    """The status that each article reports, newest first; undated articles last."""
    by_article: dict[str, Fact] = {}
    for fact in facts:
        if fact.status is not None:
            known = by_article.get(fact.passages[0].article_id)
            if known is None or _tells_status(fact) > _tells_status(known):
                by_article[fact.passages[0].article_id] = fact
    reported = [
        (view.cards[article].published, fact.status, fact)
        for article, fact in by_article.items()
        if fact.status is not None
    ]
    return sorted(
        reported, key=lambda item: (newest_first(item[0]), view.cards[article_of(item[2])].file)
    )


def _tells_status(fact: Fact) -> int:
    roles = (fact.role or "").split(",")
    return ("status" in roles) * 2 + ("start" in roles or "end" in roles)


def history_note(
    view: View, reported: Sequence[Reported]
) -> tuple[NoteKind, str, Sequence[Evidence]] | None:
    """What earlier articles reported where a later one reports another status."""
    if len(reported) < 2:
        return None
    latest = reported[0]
    earlier = [
        item
        for item in reported[1:]
        if item[1] is not latest[1] and item[0] is not None and item[0] != latest[0]
    ]
    if not earlier:
        return None
    earlier = earlier[:_MOST_EARLIER]
    told = ", ".join(f"{status.value} ({day(date)})" for date, status, _ in earlier)
    evidence = [Evidence(fact.passages) for _, _, fact in earlier]
    return "superseded", f"Earlier reports: {told}.", evidence
