"""`/source`: one article: who published it, when, its gist, and what it says on the subject."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from bot.briefs.evidence import Evidence, make_brief, pointer
from bot.briefs.names import is_slip
from bot.briefs.versions import version_notes
from bot.language.words import Word, alike, fold, stop_words, words
from bot.model import (
    Answer,
    Fact,
    FactKind,
    NoAnswer,
    NoteKind,
    Passage,
    Pointer,
    Request,
    day,
    newest_first,
)
from bot.store import ArticleCard, ReadPassage, View

_ENOUGH = 0.6  # share of the weight of the words asked for that a title must hold


async def source(view: View, request: Request) -> Answer:
    """The article whose title (or text) holds what was typed; a list of all without words."""
    wanted = request.option("article")
    if not wanted:
        return _catalogue(view, request)
    card = view.cards.get(wanted) or await _find(view, wanted)
    if card is None:
        near = _nearest(view, wanted)
        return NoAnswer(
            request=request,
            title="The articles don't say",
            why=f"None of the {len(view.cards)} articles loaded is about “{wanted}”.",
            corpus=view.corpus,
            suggestions=tuple(other.title[:100] for other in near),
            see_also=tuple(pointer(other) for other in near),
        )
    passages = await view.passages(card.id)
    facts = list(await view.facts_of_article(card.id))
    evidence = [Evidence((p.passage,), "Summary") for p in _summary(card, passages)]
    told = {item.passages for item in evidence}
    border = [fact for fact in facts if fact.kind is not FactKind.MISSION]
    mission = [fact for fact in facts if fact.kind is FactKind.MISSION and fact.mission]
    for heading, some in (("Borders", border), ("Missions", mission)):
        for fact in _distinct(some, told)[:3]:
            evidence.append(Evidence(fact.passages, heading))
            told.add(fact.passages)
    notes: list[tuple[NoteKind, str, Sequence[Evidence]]] = []
    if card.story is not None:
        notes += [(kind, text, ()) for kind, text in version_notes(card, view.cards.values())]
    if card.original:
        notes.append(("reference", f"Republished; the original is from {card.original}.", ()))
    if card.reader_note:
        notes.append(("hedged", f"Curator's note: {card.reader_note}", ()))
    return make_brief(
        request,
        Request("source", (("article", card.id),), request.text),
        card.title,
        evidence,
        view.cards,
        view.corpus,
        notes,
        subtitle=f"{card.publisher or 'publisher unknown'} · {day(card.published)}",
        see_also=await _similar(view, card),
    )


def _distinct(facts: Sequence[Fact], told: set[tuple[Passage, ...]]) -> list[Fact]:
    numbers = {passage.number for passages in told for passage in passages}
    seen: set[int] = set()
    kept = []
    for fact in facts:
        number = fact.passages[fact.at].number
        if number not in numbers | seen:
            seen.add(number)
            kept.append(fact)
    return kept


def _summary(card: ArticleCard, passages: Sequence[ReadPassage]) -> list[ReadPassage]:
    """At most three sentences: the first, and those that share most words with title and first.

    A lead is as good a summary of news as any (see the figures for summaries in the research that
    this follows: lead 40, words with title and position 42, LexRank 30).
    """
    usable = [p for p in passages if len(p.passage.text) > 30]
    if len(usable) <= 3:
        return usable or list(passages[:1])
    theme = set(_stems(card.title)) | set(_stems(usable[0].passage.text))
    counts = Counter(s for p in usable for s in set(_stems(p.passage.text)))

    def weight(number: int) -> float:
        mine = set(_stems(usable[number].passage.text))
        shared = sum(1 + math.log(counts[s]) for s in mine if s in theme or counts[s] > 2)
        return shared / math.sqrt(len(mine) + 3) - 0.05 * number

    rest = sorted(range(1, len(usable)), key=lambda n: (-weight(n), n))[:2]
    return [usable[n] for n in sorted((0, *rest))]


def _stems(text: str) -> list[str]:
    stopped = stop_words()
    return [w.stem for w in words(text) if w.text.lower() not in stopped]


async def _find(view: View, wanted: str) -> ArticleCard | None:
    """The article whose title, publisher or text holds enough of the words, by their weight."""
    asked = _telling(wanted) or words(wanted)
    if not asked:
        return None
    titles = {card.id: _title_words(card) for card in view.cards.values()}
    spread = Counter(stem for have in titles.values() for stem in {word.stem for word in have})
    weights = [
        # a word in no title may be a slip of one that is in one
        0.5 + math.log((len(titles) + 1) / (spread.get(word.stem, 1) + 0.5))
        for word in asked
    ]
    whole = sum(weights)
    in_text: dict[str, set[str]] = {}
    for found in await view.search([word.stem for word in asked], 200):
        stems = in_text.setdefault(found.passage.article_id, set())
        stems.update(word.stem for word in words(found.passage.text))
    of_places = _in_places(view, wanted, asked)
    scored = []
    for card in view.cards.values():
        by_title = [_match(word, titles[card.id]) for word in asked]
        told = in_text.get(card.id, set())
        by_both = [
            max(score, 0.7 * (word.stem in told))
            for word, score in zip(asked, by_title, strict=True)
        ]
        if of_places and not any(
            score for score, named in zip(by_both, of_places, strict=True) if not named
        ):
            continue  # of that country, and of nothing that was asked about it
        title = sum(w * score for w, score in zip(weights, by_title, strict=True))
        both = sum(w * score for w, score in zip(weights, by_both, strict=True))
        good = sum(score > 0.7 for score in by_title) >= min(2, len(asked))
        if (
            (title >= _ENOUGH * whole and good)
            or (both >= _ENOUGH * whole and title > 0.3 * whole)
            or (both >= _ENOUGH * whole and len(asked) > 1 and all(by_both))
        ):
            order = (-(title + 0.4 * both), card.superseded_by is not None, len(titles[card.id]))
            scored.append((*order, card.file, card))
    scored.sort(key=lambda item: item[:4])
    return scored[0][4] if scored else None


def _in_places(view: View, wanted: str, asked: Sequence[Word]) -> list[bool]:
    """Which of the words are a place's name; empty where all are or none is."""
    typed = wanted.title() if wanted.islower() else wanted
    named = [(mention.start, mention.end) for mention in view.gazetteer.mentions(typed)]
    found = [any(start <= word.start < end for start, end in named) for word in asked]
    return found if any(found) and not all(found) else []


def _telling(text: str) -> list[Word]:
    stopped = stop_words()
    return [word for word in words(text) if word.text.lower() not in stopped]


def _title_words(card: ArticleCard) -> list[Word]:
    return [*_telling(card.title), *_telling(card.publisher or "")]


def _match(word: Word, title: Sequence[Word]) -> float:
    """How well a word has a counterpart in a title: 1 for itself, less for a slip or a synonym."""
    best, typed = 0.0, fold(word.text)
    for other in title:
        if word.stem == other.stem:
            return 1.0
        written = fold(other.text)
        if _near(typed, written) or _near(word.stem, other.stem):
            best = max(best, 0.9)
        elif (
            len(typed) >= 5
            and len(written) > 3
            and (written.startswith(typed) or typed.startswith(written))
        ):
            best = max(best, 0.85)
        elif alike(word.stem, other.stem):
            best = max(best, 0.6)
    return best


def _near(typed: str, written: str) -> bool:
    """Whether one slip, or two in a long word that begins alike, part two words."""
    if typed.replace("ph", "f") == written.replace("ph", "f"):
        return True
    shorter = min(len(typed), len(written))
    if shorter >= 7 and typed[0] == written[0] and is_slip(typed, written, 2):
        return True
    return shorter >= 4 and is_slip(typed, written, 1)


def _nearest(view: View, wanted: str) -> list[ArticleCard]:
    asked = _telling(wanted)
    scored = [
        (-sum(_match(word, _title_words(card)) for word in asked), card.file, card)
        for card in view.cards.values()
    ]
    return [card for score, _, card in sorted(scored, key=lambda s: s[:2]) if score <= -1][:3]


async def _similar(view: View, card: ArticleCard) -> tuple[Pointer, ...]:
    """Up to three articles that speak of the same places and missions, most alike first."""
    mine = Counter[str]()
    for passage in await view.passages(card.id):
        mine.update((*passage.places, *("m:" + m for m in passage.missions)))
    scores: Counter[str] = Counter()
    for key, count in mine.most_common(6):
        facts = (
            await view.facts_of_mission(key[2:])
            if key.startswith("m:")
            else await view.facts_of_place(key, tuple(FactKind))
        )
        for article in {fact.passages[0].article_id for fact in facts} - {card.id}:
            if card.story is not None and view.cards[article].story == card.story:
                continue
            scores[article] += (3 if key.startswith("m:") else 1) * min(count, 3)
    ordered = sorted(scores, key=lambda a: (-scores[a], view.cards[a].file))
    return tuple(pointer(view.cards[a]) for a in ordered[:3] if scores[a] >= 3)


def _catalogue(view: View, request: Request) -> Answer:
    """Without words: the newest articles to choose from."""
    ordered = sorted(
        view.cards.values(),
        key=lambda c: (newest_first(c.published), c.file),
    )
    return NoAnswer(
        request=request,
        title="Which article?",
        why="Type some words of its title. The newest are:",
        corpus=view.corpus,
        suggestions=tuple(card.title[:100] for card in ordered[:5]),
        see_also=tuple(pointer(card) for card in ordered[:5]),
    )
