"""`/borders`: who borders whom, how long, and what happened there, as the articles report it.

One module for the one command: which facts belong to the place or the pair that is asked for, which
of them are told, and in what order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from bot.briefs.differences import length_differences, stretch_differences
from bot.briefs.evidence import Evidence, make_brief
from bot.briefs.lines import facts_on_their_lines
from bot.briefs.names import find_place
from bot.language.words import as_name, fold, stem, words
from bot.model import Answer, Fact, FactKind, NoAnswer, Request, Stance, day, newest, newest_first
from bot.store import View

KINDS = (
    FactKind.BORDER,
    FactKind.EXCLAVE,
    FactKind.LENGTH,
    FactKind.CROSSING,
    FactKind.INCIDENT,
    FactKind.DEPLOYMENT,
)
_HEADINGS = {
    FactKind.BORDER: "Neighbours",
    FactKind.LENGTH: "Length",
    FactKind.EXCLAVE: "Exclaves and gaps",
    FactKind.CROSSING: "Crossings and fences",
    FactKind.INCIDENT: "Incidents",
    FactKind.DEPLOYMENT: "Deployments",
}
_ORDER = tuple(_HEADINGS)
_MOST = {
    FactKind.BORDER: 6,
    FactKind.LENGTH: 6,
    FactKind.EXCLAVE: 3,
    FactKind.CROSSING: 4,
    FactKind.INCIDENT: 4,
    FactKind.DEPLOYMENT: 3,
}
_NEIGHBOURS = 14  # no country has more
_OVERVIEW = 8
_NEWEST = 1000  # facts that the overview is made from


async def borders(view: View, request: Request) -> Answer:
    """The brief on a country's borders, on one of them, or on the best supported of all."""
    wanted = [value for name in ("country", "with") if (value := request.option(name))]
    if not wanted:
        return await _overview(view, request)
    told = await view.places_told_of()
    keys: list[str] = []
    for value in wanted:
        found = find_place(value, view.gazetteer, told)
        exact = found.key is not None and _is_exact(value, found.key, view)
        if not exact:
            feature = await _feature(view, value)
            if feature:
                return _brief(view, request, request, f"Borders: {value}", feature)
        if found.key is None:
            return NoAnswer(
                request=request,
                title="The articles don't say",
                why=f"No country, region or alliance is called “{value}” here.",
                corpus=view.corpus,
                suggestions=found.nearest,
            )
        keys.append(found.key)
    key = Request("borders", tuple(zip(("country", "with"), keys, strict=False)), request.text)
    if len(keys) == 2 and keys[0] != keys[1]:
        facts = await facts_of_pair(view, keys[0], keys[1])
        facts = facts or await _facts_by_parts(view, keys[0], keys[1])
        facts = facts or await _facts_by_states(view, keys[0], keys[1])
    else:
        facts = await _facts_of_place(view, keys[0])
        if not facts and view.gazetteer[keys[0]].kind == "region":
            facts = await _feature(view, wanted[0])  # a corridor is named where others meet
    names = [view.gazetteer.name(place) for place in dict.fromkeys(keys)]
    if not facts:
        return _nothing(view, request, names, await _near(view, keys[0]))
    return _brief(view, request, key, "Borders: " + " – ".join(names), facts)


def _is_exact(value: str, key: str, view: View) -> bool:
    place = view.gazetteer[key]
    folded = fold(value).removeprefix("the ")
    if key in view.gazetteer.shared_by(folded):
        return True
    return folded == key or folded in {fold(n) for n in (*place.names, *place.demonyms)}


async def _near(view: View, key: str) -> list[str]:
    """The neighbours of a place of whose borders the articles tell, at most three."""
    found: list[str] = []
    for other in view.gazetteer[key].neighbours:
        facts = await view.facts_at_borders_of([other], KINDS) if len(found) < 3 else ()
        if any(other in fact.sides for fact in facts):
            found.append(other)
    return found


async def _facts_of_place(view: View, key: str) -> list[Fact]:
    return _unique(await view.facts_at_borders_of(sorted(view.gazetteer.parts(key)), KINDS))


async def facts_of_pair(view: View, one: str, other: str) -> list[Fact]:
    """The facts on the border between two places, or parts of them."""
    left = view.gazetteer.side_towards(one, other) - {other}
    right = view.gazetteer.side_towards(other, one) - {one}
    named = await view.facts_naming_both(sorted(left), sorted(right), KINDS)
    facts = [fact for fact in named if _joins(fact, left, right)]
    facts += await facts_on_their_lines(view, facts, (one, other), KINDS)
    return _unique(facts)


async def _facts_by_parts(view: View, one: str, other: str) -> list[Fact]:
    """Facts on an exclave of one side in articles that begin with both: Ceuta, Spain, Morocco."""
    parts = (view.gazetteer.parts(one) | view.gazetteer.parts(other)) - {one, other}
    found = []
    for part in sorted(parts):
        for fact in await view.facts_of_place(part, KINDS):
            if part not in fact.sides:
                continue
            passages = await view.passages(fact.passages[0].article_id)
            lead = Counter(key for passage in passages[:6] for key in passage.places)
            title = view.cards[fact.passages[0].article_id].title
            lead.update(mention.key for mention in view.gazetteer.mentions(title, lead))
            # who guards an oil well in it is named once
            if min(lead[one], lead[other]) > 1:
                found.append(fact)
    return _unique(found)


async def _facts_by_states(view: View, one: str, other: str) -> list[Fact]:
    """Facts on the borders that the states of an alliance have with a country outside it, since
    they joined: no article needs to say that Finland's line with Russia is one of NATO."""
    found: list[Fact] = []
    for alliance, country in ((one, other), (other, one)):
        joined = dict(view.gazetteer[alliance].joined)
        beside = [key for key in view.gazetteer[country].neighbours if key in joined]
        if not beside:
            continue
        for fact in await view.facts_naming_both(sorted(beside), [country], KINDS):
            published = view.cards[fact.passages[0].article_id].published or view.cards.newest
            year = published.year if published else _NEVER
            others = [set(pair) - {country} for pair in fact.pairs if country in pair]
            members = {key for key, since in joined.items() if since <= year} - {country}
            outside = joined.get(country, _NEVER) > year
            named = {key for key in fact.places if view.gazetteer[key].kind == "country"}
            # "Spain and Morocco opened the crossings at Ceuta" sets no two side by side
            theirs = not fact.pairs and named <= {*members, country}
            if outside and (theirs or any(sides <= members for sides in others)):
                found.append(fact)
    return _unique(found)


_NEVER = 9999  # a year


def _joins(fact: Fact, left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether the fact is about a border between one of the left and one of the right."""
    for one, other in fact.pairs:
        if (one in left and other in right) or (one in right and other in left):
            return True
    both = bool(left & set(fact.places) and right & set(fact.places))
    if both and fact.stance is Stance.HYPOTHETICAL:
        return True
    if any(
        # "NATO's part": a group named beside the border of one of its members
        part in fact.places
        and any(one in (right if part in left else left) for pair in fact.pairs for one in pair)
        for part in sorted((left | right) & _GROUPS)
    ):
        return True
    if fact.pairs:
        # a list of neighbours of a third country joins no two of them; an incident may
        return both and fact.kind in (FactKind.INCIDENT, FactKind.DEPLOYMENT)
    return both


async def facts_of_sentences(
    view: View, stems: Sequence[str], kinds: Sequence[FactKind], fits: Callable[[str], bool]
) -> list[Fact]:
    """The facts of these kinds in articles that have a fitting sentence with any of the stems."""
    passages = [one.passage for one in await view.search(stems, _SENTENCES)]
    found = []
    for article in sorted({one.article_id for one in passages if fits(one.text)}):
        found += [fact for fact in await view.facts_of_article(article) if fact.kind in kinds]
    return found


_SENTENCES = 80  # asked of the index


async def _feature(view: View, value: str) -> list[Fact]:
    """Facts whose sentence names something that is no country: a gap, an island, a crossing."""
    told = [word.text for word in words(value)]
    wanted = [fold(word) for word in told if len(word) > 3 or (word.isupper() and len(word) > 2)]
    wanted = [word for word in wanted if word not in _GENERIC]
    if not wanted:
        return []
    found = []
    stems = [stem(word) for word in wanted]
    for fact in await facts_of_sentences(
        view, stems, KINDS, lambda text: any(word in fold(text) for word in wanted)
    ):
        have = [
            as_name(word.text)
            for passage in fact.passages
            for word in words(passage.text)
            if word.capitalised
        ]
        if all(word in have for word in wanted):
            found.append(fact)
    return _unique(found)


_GROUPS = frozenset(("nato", "european-union", "baltic-states", "nordic-countries"))
_GENERIC = frozenset("border borders frontier boundary line country state republic the".split())


def _unique(facts: Iterable[Fact]) -> list[Fact]:
    return list(dict.fromkeys(facts))


def _brief(view: View, request: Request, key: Request, title: str, facts: Sequence[Fact]) -> Answer:
    chosen = _choose(view, facts)
    evidence = [Evidence(fact.passages, _HEADINGS[fact.kind]) for fact in chosen]
    # a sentence may give two lengths: of the wall, and of the border that it is built along
    place = {fact.passages[fact.at]: number for number, fact in enumerate(chosen)}
    of_them = [fact for fact in facts if fact.passages[fact.at] in place]
    of_them.sort(key=lambda fact: place[fact.passages[fact.at]])
    notes = length_differences(of_them, view) + stretch_differences(of_them, view)
    dates = [view.cards[item.article_id].published for item in evidence]
    latest = newest(dates)
    return make_brief(
        request,
        key,
        title,
        evidence,
        view.cards,
        view.corpus,
        notes,
        subtitle=f"as of {day(latest)}" if latest else None,
    )


def _choose(view: View, facts: Sequence[Fact]) -> list[Fact]:
    """The facts to tell: each sentence once, under its most telling heading, newest first."""
    by_sentence: dict[tuple[str, int], Fact] = {}
    for fact in facts:
        passage = fact.passages[fact.at]
        sentence = (passage.article_id, passage.number)
        known = by_sentence.get(sentence)
        if known is None or _rank_of_kind(fact) < _rank_of_kind(known):
            by_sentence[sentence] = fact
    chosen: list[Fact] = []
    for kind in _ORDER:
        some = [fact for fact in by_sentence.values() if fact.kind is kind]
        some.sort(key=lambda fact: _order(view, fact))
        chosen += _not_too_many(some, _MOST[kind])
    return chosen


def _not_too_many(some: Sequence[Fact], most: int) -> list[Fact]:
    """The first of some facts, and the lengths of further lines: a country of fourteen neighbours
    is told all of theirs once."""
    kept = list(some[:most])
    told = {frozenset(pair) for fact in kept for pair in fact.pairs}
    for fact in some[most:]:
        pairs = {frozenset(pair) for pair in fact.pairs}
        if fact.kind is FactKind.LENGTH and len(kept) < _NEIGHBOURS and pairs and not pairs & told:
            kept.append(fact)
            told |= pairs
    return kept


def _rank_of_kind(fact: Fact) -> int:
    """A sentence that gives a length is told as one; an incident before a mere neighbourhood."""
    order = (
        FactKind.LENGTH,
        FactKind.INCIDENT,
        FactKind.EXCLAVE,
        FactKind.BORDER,
        FactKind.CROSSING,
        FactKind.DEPLOYMENT,
    )
    return order.index(fact.kind)


def _order(view: View, fact: Fact) -> tuple[object, ...]:
    card = view.cards[fact.passages[0].article_id]
    plain = fact.stance in (Stance.ASSERTED, Stance.ATTRIBUTED)
    passage = fact.passages[fact.at]
    return (
        not plain if fact.kind is FactKind.BORDER else False,
        not fact.pairs,
        newest_first(card.published),
        card.file,
        passage.number,
    )


async def _overview(view: View, request: Request) -> Answer:
    """The pairs that most publishers report, one sentence each."""
    facts = [
        fact
        for fact in await view.facts_of_kinds((FactKind.BORDER, FactKind.LENGTH), _NEWEST)
        if fact.pairs and fact.stance in (Stance.ASSERTED, Stance.ATTRIBUTED)
    ]
    support: Counter[tuple[str, ...]] = Counter()
    best: dict[tuple[str, ...], Fact] = {}
    seen: set[tuple[tuple[str, ...], str]] = set()
    for fact in sorted(facts, key=lambda fact: (_rank_of_kind(fact), _order(view, fact))):
        article = fact.passages[0].article_id
        for pair in fact.pairs:
            name = tuple(sorted(pair))
            if (name, article) not in seen:
                seen.add((name, article))
                support[name] += 1
            best.setdefault(name, fact)
    ordered = sorted(best, key=lambda name: (-support[name], _order(view, best[name]), name))
    chosen: list[Fact] = []
    for name in ordered:
        if best[name].passages not in [fact.passages for fact in chosen]:
            chosen.append(best[name])
    if not chosen:
        return NoAnswer(
            request, "The articles don't say", "No article reports on a border.", view.corpus
        )
    evidence = [Evidence(fact.passages) for fact in chosen[:_OVERVIEW]]
    return make_brief(
        request,
        Request("borders", (), request.text),
        "Borders in the articles",
        evidence,
        view.cards,
        view.corpus,
    )


def _nothing(view: View, request: Request, names: Sequence[str], near: Sequence[str]) -> NoAnswer:
    what = " and ".join(names)
    whose = f"a border between {what}" if len(names) > 1 else f"the borders of {what}"
    return NoAnswer(
        request=request,
        title="The articles don't say",
        why=f"None of the {len(view.cards)} articles loaded reports on {whose}.",
        corpus=view.corpus,
        suggestions=tuple(view.gazetteer.name(other) for other in near),
    )
