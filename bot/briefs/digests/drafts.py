"""What a digest may tell, before it is ordered and numbered: a draft for each story. Reads a view.

A story is told by the leading one of its versions that is new to the channel; what an older one has
told already is passed over. No two drafts share an article.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from bot.briefs.digests.changes import Change, Correction, changes
from bot.briefs.digests.topics import ReadArticle, fits, is_about, subject
from bot.briefs.evidence import Evidence, says_it_too
from bot.briefs.versions import stories
from bot.model import Fact, Passage, Stance, newest_first
from bot.store import ArticleCard, View
from bot.store.outbox import Cited

CORRECTIONS: Final = "Corrections"
_CONSIDERED: Final = 600
"""New stories that are read; of a first digest on a large corpus, the newest."""
_REPEATED: Final = 3
_SHY: Final = (Stance.HYPOTHETICAL, Stance.DENIED, Stance.NEGATED, Stance.HEDGED, Stance.PROPOSED)
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


@dataclass(slots=True)
class Draft:
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


async def drafts_of(
    view: View, visible: Sequence[ArticleCard], fresh: set[str], news: News
) -> tuple[list[Draft], int]:
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
) -> Draft | None:
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
    passages, fact = best_of(view, read, told_before, news.topics)
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
    return Draft([(heading, evidence)], found, rank=rank)


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


def best_of(
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


def _told_once(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with what says the same as an earlier one added to its footnotes."""
    kept: dict[str, list[Draft]] = {}
    order: list[Draft] = []
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


def apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts that share no article.

    A change leans on an older article. Where an earlier draft speaks of that one already, the two
    become one draft while it is small; else the later draft does without its changes.
    """
    kept: list[Draft] = []
    home: dict[str, Draft] = {}
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


async def correcting(view: View, one: Correction, topics: Sequence[str]) -> Draft:
    """What an article that was cited says now, or that it is gone."""
    lines: list[tuple[str, tuple[Evidence, ...]]] = []
    if one.standing:
        lines = [(CORRECTIONS, (Evidence(one.standing, CORRECTIONS),))]
    elif one.content:
        id = one.cited.version.article_id
        read = ReadArticle(await view.passages(id), await view.facts_of_article(id))
        passages, _ = best_of(view, read, (), topics)
        passages = passages or best_of(view, read, (), ())[0]
        lines = [(CORRECTIONS, (Evidence(passages, CORRECTIONS),))] if passages else []
    return Draft(lines, correction=one)
