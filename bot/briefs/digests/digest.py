"""The daily digest: what is new to a channel, what has changed, and what must be put right.

Pure but for reading a view: what the channel has been told comes in, items come out. An item is
about one story and is never torn apart; no article stands in two items. Each is told in the
article's own words with its footnote, most important first: several publishers, more facts, newer.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.briefs.digests.changes import Correction, corrections, gone
from bot.briefs.digests.drafts import (
    CORRECTIONS,
    Draft,
    News,
    apart,
    best_of,
    correcting,
    drafts_of,
)
from bot.briefs.digests.topics import ReadArticle, is_about
from bot.briefs.evidence import Evidence, Footnotes, told
from bot.model import (
    Brief,
    Citation,
    Claim,
    NoAnswer,
    Note,
    PublishedDate,
    Request,
    day,
    newest,
)
from bot.store import ArticleCard, View

CAP: Final = 16
"""Stories that are posted; the rest is a press away."""
_REST: Final = 120
"""Stories beyond the cap that can be paged through."""
_REREAD: Final = 20


@dataclass(frozen=True, slots=True)
class Telling:
    """An article that an item speaks of: its content, and the sentence told of it."""

    article_id: str
    content: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Item:
    """The lines on one story; `telling` names every article that they cite."""

    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]
    telling: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What to post: a brief, and its lines as items. `rest` is what did not find room, on which
    `more` counts the stories; `beyond` counts those that are not even in there."""

    brief: Brief
    items: tuple[Item, ...]
    rest: Digest | None = None
    beyond: int = 0

    @property
    def more(self) -> int:
        """How many stories are not posted."""
        return self.beyond + (len(self.rest.items) if self.rest is not None else 0)


async def digest(
    view: View, news: News, contents: Mapping[str, str], today: datetime.date
) -> Digest | NoAnswer | None:
    """What to post; None where there is nothing to say, and that is not to be said either.

    `contents` are the hashes of all articles by id. Nothing new but something to say, and no
    older article to show, is a NoAnswer.
    """
    visible = [card for card in view.cards.values() if card.id not in news.unknown]
    mended = await corrections(view, news.cited, contents)
    changed = {one.cited.version.article_id for one in mended}
    fresh = {id for id in news.new if id in contents} - changed - news.unknown
    drafts = [await correcting(view, one, news.topics) for one in mended]
    told_of, unread = await drafts_of(view, visible, fresh, news)
    drafts = apart(drafts + told_of)
    if drafts:
        return _digest(view, drafts, contents, today, news, unread)
    if not news.say_empty:
        return None
    return await _reread(view, visible, news, contents, today)


async def _reread(
    view: View,
    visible: Sequence[ArticleCard],
    news: News,
    contents: Mapping[str, str],
    today: datetime.date,
) -> Digest | NoAnswer:
    """One older article on a day without news: the one that was not shown for longest."""
    turns = {one.version.article_id: turn for turn, one in enumerate(news.cited, start=1)}
    last = {one.version.article_id for one in news.cited if one.day == news.since}
    older = [card for card in visible if card.id not in news.new and card.superseded_by is None]
    waiting = [card for card in older if card.id not in last]
    if not waiting and len(last) > 1:
        waiting = older  # all that there is stood in the last digest, and not alone
    waiting.sort(key=lambda card: (turns.get(card.id, 0), not card.about_states, card.file))
    best: tuple[tuple[int, ...], Draft] | None = None
    for turn, card in enumerate(waiting[:_REREAD]):
        read = ReadArticle(await view.passages(card.id), await view.facts_of_article(card.id))
        passages, _ = best_of(view, read, (), news.topics)
        if not passages or not is_about(view, read, news.topics):
            continue
        rank = (turns.get(card.id, 0), -min(len(read.facts), 10), turn)
        if best is None or rank < best[0]:
            heading = "Worth reading again"
            best = (rank, Draft([(heading, (Evidence(passages, heading),))]))
    nothing = f"Nothing new since {_on(news.since)}" if news.since else "Nothing new"
    if best is None:
        why = f"None of the {len(visible)} articles loaded is new or has changed."
        return NoAnswer(_request(), f"{_title(today)}: nothing new", why, view.corpus)
    return _digest(view, [best[1]], contents, today, replace(news, new=frozenset()), 0, nothing)


# ── footnotes and order ─────────────────────────────────────────────────────────────────────


def _digest(
    view: View,
    drafts: Sequence[Draft],
    contents: Mapping[str, str],
    today: datetime.date,
    news: News,
    unread: int,
    subtitle: str | None = None,
) -> Digest:
    posted, rest = drafts[:CAP], drafts[CAP : CAP + _REST]
    beyond = len(drafts) - len(posted) - len(rest) + unread
    if subtitle is None:
        subtitle = _summary(drafts, unread, news)
    made = _numbered(view, _in_groups(posted), contents, _title(today), subtitle)
    if not rest:
        return replace(made, beyond=beyond)
    more = _numbered(view, _in_groups(rest), contents, f"{_title(today)}: more", None)
    return replace(made, rest=more, beyond=beyond)


def _title(today: datetime.date) -> str:
    return f"Daily digest · {_on(today)}"


def _request() -> Request:
    return Request("digest", (), "/digest")


def _summary(drafts: Sequence[Draft], unread: int, news: News) -> str:
    """`14 new stories · 2 corrections · since 3 May 2031`."""
    corrected = sum(draft.correction is not None for draft in drafts)
    count = unread + sum(len(draft.lines) for draft in drafts if draft.correction is None)
    counts = [(count, "new stor", "y", "ies"), (corrected, "correction", "", "s")]
    parts = [f"{n:,} {noun}{one if n == 1 else many}" for n, noun, one, many in counts if n]
    if news.since is not None:
        parts.append(f"since {_on(news.since)}")
    return " · ".join(parts)


def _in_groups(drafts: Sequence[Draft]) -> list[Draft]:
    """Corrections first; then the groups, each where its most important story stands."""
    first: dict[str, int] = {}
    for number, draft in enumerate(drafts):
        first.setdefault(_group(draft), number)
    return sorted(drafts, key=lambda draft: first[_group(draft)])


def _group(draft: Draft) -> str:
    return CORRECTIONS if draft.correction or not draft.lines else draft.lines[0][0]


def _numbered(
    view: View,
    drafts: Sequence[Draft],
    contents: Mapping[str, str],
    title: str,
    subtitle: str | None,
) -> Digest:
    footnotes = Footnotes(view.cards)
    items = tuple(_item(draft, footnotes, contents) for draft in drafts)
    return Digest(
        Brief(
            request=_request(),
            key=Request("digest"),
            title=title,
            subtitle=subtitle,
            claims=tuple(claim for item in items for claim in item.claims),
            notes=tuple(note for item in items for note in item.notes),
            citations=tuple(footnotes.citations),
            as_of=newest([citation.published for citation in footnotes.citations]),
            corpus=view.corpus,
        ),
        items,
    )


def _item(draft: Draft, footnotes: Footnotes, contents: Mapping[str, str]) -> Item:
    claims = tuple(
        Claim(told(some[0]), _cited(some, footnotes), heading) for heading, some in draft.lines
    )
    notes = [Note(one.kind, one.text, _cited(one.evidence, footnotes)) for one in draft.notes]
    if draft.correction is not None:
        notes.insert(0, _correction_note(draft.correction, claims, footnotes))
    telling: dict[str, Telling] = {}
    cited = [one.citations for one in claims] + [one.citations for one in notes]
    for citation in (one for some in cited for one in some):
        known = contents.get(citation.article_id, "")
        telling.setdefault(citation.article_id, Telling(citation.article_id, known, citation.quote))
    return Item(claims, tuple(notes), tuple(telling.values()))


def _correction_note(one: Correction, claims: Sequence[Claim], footnotes: Footnotes) -> Note:
    if claims:
        return Note("superseded", _corrected(one), claims[0].citations)
    citation = gone(one.cited, len(footnotes.citations) + 1)
    footnotes.citations.append(citation)
    return Note("superseded", _corrected(one), (citation,))


def _cited(some: Sequence[Evidence], footnotes: Footnotes) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys(c for one in some for c in footnotes.cite(one.passages)))


def _corrected(one: Correction) -> str:
    title, when = one.cited.version.title, _on(one.cited.day)
    if not one.content:
        said = one.cited.sentence
        return f"“{title}”, cited on {when}, is no longer among the articles. It said: “{said}”"
    if one.standing:
        return f"“{title}” has changed since {when}; the sentence cited then still stands in it."
    return f"“{title}” has changed since {when}, when it said: “{one.cited.sentence}”"


def _on(date: datetime.date) -> str:
    return day(PublishedDate(date.year, date.month, date.day))
