"""The daily digest: what is new to a channel, what has changed, and what must be put right.

Pure but for reading a view: what the channel has been told comes in, items come out. An item is
about one story and is never torn apart; no article stands in two items. Each is told in the
article's own words with its footnote, most important first: several publishers, more facts, newer.
One module, told in that order: choose, tell, order, number.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.briefs.digests.changes import Change, Correction, changes, corrections, gone
from bot.briefs.digests.topics import ReadArticle, fits, is_about, subject
from bot.briefs.evidence import Evidence, Footnotes, says_it_too, told
from bot.briefs.versions import stories
from bot.model import (
    Brief,
    Citation,
    Claim,
    Fact,
    NoAnswer,
    Note,
    Passage,
    PublishedDate,
    Request,
    Stance,
    day,
    newest,
    newest_first,
)
from bot.store import ArticleCard, View
from bot.store.outbox import Cited

CAP: Final = 16
"""Stories that are posted; the rest is a press away."""
_REST: Final = 120
"""Stories beyond the cap that can be paged through."""
_CONSIDERED: Final = 600
"""New stories that are read; of a first digest on a large corpus, the newest."""
_REPEATED: Final = 3
CORRECTIONS: Final = "Corrections"
_SHY: Final = (Stance.HYPOTHETICAL, Stance.DENIED, Stance.NEGATED, Stance.HEDGED, Stance.PROPOSED)
_REREAD: Final = 20
_TOGETHER: Final = 4
"""Stories that stand together in an item because they lean on the same older article."""


# sentences that begin so lean on the one before, which is not always among the passages of a fact
_LEANING: Final = re.compile(r"(?:It|Its|They|Their|He|His|She|Her|This|That|These|Those)\b")


@dataclass(frozen=True, slots=True)
class News:
    """What a digest is made from, beside the articles.

    `new` are the articles that the channel has not been told; `cited` those that it was, the
    longest ago first; `since` the day of its last digest; `unknown` are to be taken as not loaded.
    """

    new: frozenset[str]
    cited: tuple[Cited, ...] = ()
    topics: tuple[str, ...] = ()
    since: datetime.date | None = None
    say_empty: bool = False
    unknown: frozenset[str] = frozenset()


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


@dataclass(slots=True)
class _Draft:
    """An item before its footnotes are numbered."""

    lines: list[tuple[str, tuple[Evidence, ...]]]  # heading, what one claim rests on
    notes: list[Change] = field(default_factory=list)
    correction: Correction | None = None
    rank: tuple[object, ...] = ()

    @property
    def articles(self) -> set[str]:
        ids = {one.article_id for _, some in self.lines for one in some}
        ids |= {one.article_id for change in self.notes for one in change.evidence}
        return ids | ({self.correction.cited.version.article_id} if self.correction else set())


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
    drafts = [await _correcting(view, one, news.topics) for one in mended]
    told_of, unread = await _stories(view, visible, fresh, news)
    drafts = _apart(drafts + told_of)
    if drafts:
        return _digest(view, drafts, contents, today, news, unread)
    if not news.say_empty:
        return None
    return await _reread(view, visible, news, contents, today)


# ── choosing ────────────────────────────────────────────────────────────────────────────────


async def _stories(
    view: View, visible: Sequence[ArticleCard], fresh: set[str], news: News
) -> tuple[list[_Draft], int]:
    """A draft for each new story, most important first; how many more there are, unread."""
    groups = [group for group in stories(visible) if any(card.id in fresh for card in group)]
    groups.sort(key=lambda group: (newest_first(group[0].published), group[0].file))
    drafts = []
    for group in groups[:_CONSIDERED]:
        leader = next((card for card in group if card.id in fresh), group[0])
        read = ReadArticle(await view.passages(leader.id), await view.facts_of_article(leader.id))
        if not read.passages or not is_about(view, read, news.topics):
            continue
        draft = await _draft(view, leader, group, read, fresh, news)
        if draft is not None:
            drafts.append(draft)
    drafts.sort(key=lambda draft: draft.rank)
    return _told_once(drafts), len(groups[_CONSIDERED:])


async def _draft(
    view: View,
    leader: ArticleCard,
    group: Sequence[ArticleCard],
    read: ReadArticle,
    fresh: Collection[str],
    news: News,
) -> _Draft | None:
    """One new story, told from its leading version; None where an older version has told it.

    A republication of what was there is news only for a fact of its own, an update for all that it
    adds.
    """
    old = {card.id for card in group} - set(fresh)
    alike = await _alike(view, group)
    told_before = {
        sentence.number
        for sentences in alike
        if any(sentence.article_id in old for sentence in sentences)
        for sentence in sentences
        if sentence.article_id == leader.id
    }
    passages, fact = _best(view, read, told_before, news.topics)
    updates = any(card.superseded_by == leader.id for card in group if card.id in old)
    if not passages or (old and fact is None and not updates):
        return None
    heading = _heading(view, read, fact)
    repeats = [
        Evidence((other,), heading)
        for sentences in alike
        if passages[-1] in sentences
        for other in sentences
        if other.article_id in fresh and other.article_id != leader.id
    ]
    evidence = (Evidence(passages, heading), *repeats[:_REPEATED])
    same = {*fresh, *(card.id for card in group), *news.unknown}
    found = await changes(view, read.facts, same)
    publishers = {card.publisher or card.id for card in group}
    rank = (
        *(-len(publishers), -min(len(read.facts), 10), newest_first(leader.published)),
        leader.file,
    )
    return _Draft([(heading, evidence)], found, rank=rank)


async def _alike(view: View, group: Sequence[ArticleCard]) -> list[list[Passage]]:
    """The sentences that several versions of a story have, each with all who have it."""
    if len(group) == 1:
        return []
    found = []
    for card in group:
        again = await view.told_again(card.id)
        own = {read.passage.number: read.passage for read in await view.passages(card.id)}
        for number, others in again.items():
            found.append([own[number], *(one.passage for one in others if not one.changed)])
    return found


def _best(
    view: View, read: ReadArticle, skipped: Collection[int], topics: Sequence[str]
) -> tuple[tuple[Passage, ...], Fact | None]:
    """The sentences to tell an article by, and the fact in them.

    The lead tells a story best where it reports a fact; else the first fact that the article
    stands for, told in few sentences; else the lead.
    """
    usable = [
        fact
        for fact in read.facts
        if fits(view, fact, topics)
        and fact.stance not in _SHY
        and fact.passages[fact.at].number not in skipped
        and len(fact.passages) <= 3
    ]
    best = min(
        usable,
        key=lambda fact: (
            fact.passages[fact.at].number > 0,
            _LEANING.match(fact.passages[0].text) is not None,
            fact.mission is None and not fact.pairs,
            len(fact.passages),
            fact.passages[fact.at].number,
        ),
        default=None,
    )
    if best is not None:
        return best.passages, best
    left = [one.passage for one in read.passages if one.passage.number not in skipped]
    lead = next((passage for passage in left if len(passage.text) > 30), None)
    return ((lead,) if lead is not None else tuple(left[:1])), None


def _heading(view: View, read: ReadArticle, fact: Fact | None) -> str:
    """`Missions · Poland`, `Borders · Peru`, `Other news · Kenya` or `Other news`."""
    tally = Counter(key for passage in read.passages for key in passage.places)
    often = [key for key, _ in tally.most_common(1)]
    places = [*(fact.places if fact is not None else ()), *often]
    # where, rather than who sent them there
    places.sort(key=lambda key: view.gazetteer[key].kind == "group")
    topic = subject(fact.kind).capitalize() if fact is not None else "Other news"
    return f"{topic} · {view.gazetteer.name(places[0])}" if places else topic


def _told_once(drafts: Sequence[_Draft]) -> list[_Draft]:
    """The drafts, with what says the same as an earlier one added to its footnotes."""
    kept: dict[str, list[_Draft]] = {}
    order: list[_Draft] = []
    for draft in drafts:
        heading, evidence = draft.lines[0]
        for known in kept.setdefault(heading, []):
            if says_it_too(known.lines[0][1][0], evidence[0]):
                known.lines[0] = (heading, (*known.lines[0][1], *evidence))
                break
        else:
            kept[heading].append(draft)
            order.append(draft)
    return order


def _apart(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Drafts that share no article.

    A change leans on an older article. Where an earlier draft speaks of that one already, the two
    become one draft while it is small; else the later draft does without its changes.
    """
    kept: list[_Draft] = []
    home: dict[str, _Draft] = {}
    for draft in drafts:
        shared = {id(home[article]): home[article] for article in draft.articles if article in home}
        into = next(iter(shared.values()), None)
        if into is None or len(shared) > 1 or len(into.lines) + len(draft.lines) > _TOGETHER:
            into = replace(draft, notes=[one for one in draft.notes if _is_free(one, home)])
            kept.append(into)
        else:
            into.lines += draft.lines
            into.notes += draft.notes
        home.update(dict.fromkeys(into.articles, into))
    return kept


def _is_free(change: Change, home: Mapping[str, object]) -> bool:
    return not any(one.article_id in home for one in change.evidence)


# ── corrections, and days without news ──────────────────────────────────────────────────────


async def _correcting(view: View, one: Correction, topics: Sequence[str]) -> _Draft:
    """What an article that was cited says now, or that it is gone."""
    lines: list[tuple[str, tuple[Evidence, ...]]] = []
    if one.standing:
        lines = [(CORRECTIONS, (Evidence(one.standing, CORRECTIONS),))]
    elif one.content:
        id = one.cited.version.article_id
        read = ReadArticle(await view.passages(id), await view.facts_of_article(id))
        passages, _ = _best(view, read, (), topics)
        passages = passages or _best(view, read, (), ())[0]
        lines = [(CORRECTIONS, (Evidence(passages, CORRECTIONS),))] if passages else []
    return _Draft(lines, correction=one)


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
    best: tuple[tuple[int, ...], _Draft] | None = None
    for turn, card in enumerate(waiting[:_REREAD]):
        read = ReadArticle(await view.passages(card.id), await view.facts_of_article(card.id))
        passages, _ = _best(view, read, (), news.topics)
        if not passages or not is_about(view, read, news.topics):
            continue
        rank = (turns.get(card.id, 0), -min(len(read.facts), 10), turn)
        if best is None or rank < best[0]:
            heading = "Worth reading again"
            best = (rank, _Draft([(heading, (Evidence(passages, heading),))]))
    nothing = f"Nothing new since {_on(news.since)}" if news.since else "Nothing new"
    if best is None:
        why = f"None of the {len(visible)} articles loaded is new or has changed."
        return NoAnswer(_request(), f"{_title(today)}: nothing new", why, view.corpus)
    return _digest(view, [best[1]], contents, today, replace(news, new=frozenset()), 0, nothing)


# ── footnotes and order ─────────────────────────────────────────────────────────────────────


def _digest(
    view: View,
    drafts: Sequence[_Draft],
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


def _summary(drafts: Sequence[_Draft], unread: int, news: News) -> str:
    """`14 new stories · 2 corrections · since 3 May 2031`."""
    corrected = sum(draft.correction is not None for draft in drafts)
    count = unread + sum(len(draft.lines) for draft in drafts if draft.correction is None)
    counts = [(count, "new stor", "y", "ies"), (corrected, "correction", "", "s")]
    parts = [f"{n:,} {noun}{one if n == 1 else many}" for n, noun, one, many in counts if n]
    if news.since is not None:
        parts.append(f"since {_on(news.since)}")
    return " · ".join(parts)


def _in_groups(drafts: Sequence[_Draft]) -> list[_Draft]:
    """Corrections first; then the groups, each where its most important story stands."""
    first: dict[str, int] = {}
    for number, draft in enumerate(drafts):
        first.setdefault(_group(draft), number)
    return sorted(drafts, key=lambda draft: first[_group(draft)])


def _group(draft: _Draft) -> str:
    return CORRECTIONS if draft.correction or not draft.lines else draft.lines[0][0]


def _numbered(
    view: View,
    drafts: Sequence[_Draft],
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


def _item(draft: _Draft, footnotes: Footnotes, contents: Mapping[str, str]) -> Item:
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
