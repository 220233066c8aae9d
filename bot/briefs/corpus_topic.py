"""`/NAME` of a topic: what the articles report on it, of a country or by words.

A topic is data (`topics/NAME.toml` in the corpus). Facts of the kinds that it names are told where
there are any, else the sentences that hold one of its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.briefs.evidence import Evidence, make_brief
from bot.briefs.names import find_place
from bot.language.words import is_question, stop_words, words
from bot.model import (
    Answer,
    NoAnswer,
    NoteKind,
    Passage,
    Request,
    Stance,
    Topic,
    day,
    newest,
    newest_first,
)
from bot.store import ReadPassage, View

_SENTENCES = 300  # asked of the index
_MOST = 8
_MOST_OF_ARTICLE = 2


async def topic(view: View, request: Request) -> Answer:
    """The newest facts or sentences on a topic, of a country and with the words that were given."""
    about = view.topics[request.command]
    country, query = _asked(view, request)
    place: str | None = None
    if country:
        found = find_place(country, view.gazetteer)
        if found.key is None:
            why = f"No country, region or alliance is called “{country}” here."
            return NoAnswer(
                request, "The articles don't say", why, view.corpus, suggestions=found.nearest
            )
        place = found.key
    wanted = _telling(query or "")
    told = await _facts(view, about, place, wanted)
    if not told:
        told = await _sentences(view, about, place, wanted)
    if not told:
        return await _nothing(view, about, request, place, query)
    options = [("country", place)] if place else []
    options += [("query", query)] if query else []
    evidence = [Evidence(passages) for passages, _ in told]
    notes: list[tuple[NoteKind, str, Sequence[Evidence]]] = []
    denied = [Evidence(passages) for passages, stance in told if stance is Stance.DENIED]
    if denied:
        notes.append(("hedged", "Denied: see the sources.", denied[:1]))
    latest = newest([view.cards[item.article_id].published for item in evidence])
    return make_brief(
        request,
        Request(about.name, tuple(options), request.text),
        f"{about.title}{_of(view, place, query) or ' in the articles'}",
        evidence,
        view.cards,
        view.corpus,
        notes,
        subtitle=f"as of {day(latest)}" if latest else None,
    )


Told = tuple[tuple[Passage, ...], Stance]


def _asked(view: View, request: Request) -> tuple[str | None, str | None]:
    """The country and the words asked for; bare words may be either, or both."""
    country, query = request.option("country"), request.option("query")
    if not country or f"country:{country}" in request.text or country in view.gazetteer.places:
        return country, query
    if find_place(country, view.gazetteer).key is not None:
        return country, query
    mentions = view.gazetteer.mentions(country.title() if country.islower() else country)
    if len(mentions) == 1:
        mention = mentions[0]
        rest = f"{country[: mention.start]} {country[mention.end :]}".split()
        return mention.key, " ".join([*rest, *([query] if query else [])])
    if not mentions and query is None and not find_place(country, view.gazetteer).nearest:
        return None, country
    return country, query


def _of(view: View, place: str | None, query: str | None) -> str:
    where = f": {view.gazetteer.name(place)}" if place else ""
    return f"{where}{' ·' if where else ':'} “{query}”" if query else where


def _telling(text: str) -> list[str]:
    stopped = stop_words()
    return [word.stem for word in words(text) if word.text.lower() not in stopped]


async def _facts(view: View, about: Topic, place: str | None, wanted: Sequence[str]) -> list[Told]:
    if not about.facts:
        return []
    if place is None:
        facts = list(await view.facts_of_kinds(about.facts, 5000))
    else:
        parts = sorted(view.gazetteer.parts(place))
        facts = [fact for part in parts for fact in await view.facts_of_place(part, about.facts)]
    told: dict[Passage, Told] = {}
    for fact in facts:
        text = " ".join(passage.text for passage in fact.passages)
        if fact.stance is not Stance.HYPOTHETICAL and _holds(text, wanted):
            told.setdefault(fact.passages[fact.at], (fact.passages, fact.stance))
    return _newest(view, list(told.values()))


async def _sentences(
    view: View, about: Topic, place: str | None, wanted: Sequence[str]
) -> list[Told]:
    phrases = [tuple(word.stem for word in words(phrase)) for phrase in about.words]
    any_word = [stem for phrase in about.words for stem in _telling(phrase)]
    groups = [[stem] for stem in wanted]
    parts = view.gazetteer.parts(place) if place else frozenset()
    if place:
        groups.append([stem for part in sorted(parts) for stem in _names(view, part)])
    found = await view.search(any_word, _SENTENCES, groups)
    told: list[Told] = []
    for passage in found:
        text = passage.passage.text
        if is_question(text) or passage.stance is Stance.HYPOTHETICAL:
            continue
        if place and parts.isdisjoint((*passage.places, *passage.focus_places)):
            continue
        if _speaks(passage, phrases):
            told.append(((passage.passage,), passage.stance))
    return _newest(view, told)


def _names(view: View, key: str) -> list[str]:
    place = view.gazetteer.places.get(key)
    if place is None:
        return [key]
    names = (*place.names, *place.demonyms, *((place.capital,) if place.capital else ()))
    return [stem for name in names for stem in _telling(name)]


def _speaks(passage: ReadPassage, phrases: Sequence[tuple[str, ...]]) -> bool:
    """Whether one of the phrases stands in the sentence, word by word in any form."""
    have = [word.stem for word in words(passage.passage.text)]
    return any(
        tuple(have[at : at + len(phrase)]) == phrase
        for phrase in phrases
        for at in range(len(have) - len(phrase) + 1)
    )


def _holds(text: str, wanted: Sequence[str]) -> bool:
    have = {word.stem for word in words(text)}
    return all(stem in have for stem in wanted)


def _newest(view: View, told: Sequence[Told]) -> list[Told]:
    """The newest first, at most two of an article."""

    def order(one: Told) -> tuple[object, ...]:
        first = one[0][0]
        card = view.cards[first.article_id]
        return (newest_first(card.published), card.file, first.number)

    kept: list[Told] = []
    count: Counter[str] = Counter()
    for one in sorted(told, key=order):
        article = one[0][0].article_id
        count[article] += 1
        if count[article] <= _MOST_OF_ARTICLE:
            kept.append(one)
    return kept[:_MOST]


async def _nothing(
    view: View, about: Topic, request: Request, place: str | None, query: str | None
) -> NoAnswer:
    """The topic's own words for it; and the neighbours that it has facts on."""
    near = []
    if place is not None and about.facts:
        for other in view.gazetteer[place].neighbours:
            if await view.facts_of_place(other, about.facts):
                near.append(view.gazetteer.name(other))
    where = f" for {view.gazetteer.name(place)}" if place else ""
    where += f" with “{query}”" if query else ""
    return NoAnswer(
        request=request,
        title="The articles don't say",
        why=about.nothing.replace("{where}", where),
        corpus=view.corpus,
        suggestions=tuple(near[:3]),
    )
