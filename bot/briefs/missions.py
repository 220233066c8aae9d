"""`/missions`: which missions are reported: kind, place, lead, participants, since when, status.

One module for the one command: the card of one mission and the list of several choose from the same
facts by the same order and the same reported status.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.briefs.borders import facts_of_sentences
from bot.briefs.differences import Differences, strength_differences
from bot.briefs.evidence import Evidence, make_brief
from bot.briefs.meant import missions_by_what_they_are
from bot.briefs.names import find_missions, find_place, is_short_for, nearest_names
from bot.language.words import fold, stem, stop_words, words
from bot.model import (
    Answer,
    Fact,
    FactKind,
    MissionStatus,
    NoAnswer,
    NoteKind,
    Passage,
    PublishedDate,
    Request,
    Stance,
    day,
)
from bot.store import KnownMission, ReadPassage, View

_ROLES = (
    "definition", "status", "lead", "place", "start", "end", "strength", "participants", "mandate",
    "record", "other",
)  # fmt: skip
_MOST_OF_ONE = 10
_MOST_OF_ALL = 10
_MOST_EARLIER = 6  # earlier reports of another status that a note tells of
_READ = 30  # missions of a country that are looked at, of those told of by most publishers
_READ_FOR_STATUS = 200
_NEWEST = 1000  # facts that a list of all missions is made from
_HOSTILE = (
    r"\b(?:against|toward|towards|deter\w*|accus\w+|border with|near|(?:attack\w*|threat\w*|"
    r"pressure|"
    r"aggression|invasion|incursions?|missiles?|drones?|fired?|shells?)\s+(?:by|from|of))"
    r"\s+(?:the\s+)?"
)
_AGAINST = re.compile(_HOSTILE + "$", re.IGNORECASE)
_AGAINST_ANYONE = re.compile(_HOSTILE, re.IGNORECASE)


async def missions(view: View, request: Request) -> Answer:
    """The card of one mission, or a line for each that fits the country and the status."""
    name, country = request.option("name"), request.option("country")
    status = _status(request.option("status"))
    if request.option("status") and status is None:
        known = ", ".join(member.value for member in MissionStatus)
        return _no(view, request, f"There is no status like that; there are {known}.")
    place: str | None = None
    if country:
        found = find_place(country, view.gazetteer)
        if found.key is None:
            why = f"No country, region or alliance is called “{country}” here."
            return _no(view, request, why, found.nearest)
        place = found.key
    if name:
        return await _one(view, request, name, place, status)
    return await _several(view, request, place, status)


def _status(text: str | None) -> MissionStatus | None:
    wanted = (text or "").strip().lower()
    return next((member for member in MissionStatus if member.value == wanted), None)


def _no(view: View, request: Request, why: str, suggestions: Sequence[str] = ()) -> NoAnswer:
    return NoAnswer(request, "The articles don't say", why, view.corpus, tuple(suggestions))


# ── one mission ─────────────────────────────────────────────────────────────────────────────


async def _one(
    view: View, request: Request, name: str, place: str | None, status: MissionStatus | None
) -> Answer:
    keys = find_missions(name, view.missions)
    if not keys:
        keys = await missions_by_what_they_are(view, name)
    if not keys and place is None and (found := _without_place(view, name)):
        keys = find_missions(found[0], view.missions)
        place = found[1] if keys else None
    facts = [fact for key in keys for fact in await view.facts_of_mission(key)]
    if not facts:
        facts, keys = await _by_phrase(view, name)
    if not facts and (described := await _described(view, name)):
        return make_brief(
            request,
            request,
            f"Missions described as “{name}”",
            [Evidence(fact.passages) for fact in described[:_MOST_OF_ALL]],
            view.cards,
            view.corpus,
        )
    if not facts and place is None:  # "/missions Germany", where the name was asked for
        mentions = view.gazetteer.mentions(name.title() if name.islower() else name)
        if len(mentions) == 1 and mentions[0].end - mentions[0].start == len(name):
            return await _several(view, request, mentions[0].key, status)
    if not facts:
        names = [mission.name for key, mission in view.missions.items() if key not in keys]
        why = f"None of the {len(view.cards)} articles loaded reports on a mission called “{name}”."
        return _no(view, request, why, nearest_names(name, names))
    if len(keys) > 1:
        return _those_meant(view, request, name, facts, place, status)
    mission = view.missions[keys[0]]
    reported = _reported(view, facts)
    latest = reported[0] if reported else None
    if status and (latest is None or not _fits(latest[1], status)):
        told = (
            f"its latest reported status is {latest[1].value}" if latest else "no status is given"
        )
        return _no(view, request, f"{mission.name} is in the articles, but {told}.")
    if place and not any(place in fact.places for fact in facts):
        where = view.gazetteer.name(place)
        return _no(view, request, f"The articles on {mission.name} do not name {where}.")
    chosen = _card_facts(view, facts)
    dated = _as_of(view, chosen)
    notes: list[tuple[NoteKind, str, Sequence[Evidence]]] = []
    if history := _history(view, reported):
        notes.append(history)
    notes += strength_differences(facts, view, mission.name)
    title = mission.name
    if latest is not None and latest[0] is None:
        title += f" · {latest[1].value}, date unknown"
    elif latest is not None:
        title += f" · {latest[1].value}, as of {day(latest[0])}"
    elif dated is not None:
        title += f" · as of {day(dated)}"
    others = [other for other in mission.names if other not in title]
    return make_brief(
        request,
        Request("missions", (("name", keys[0]),), request.text),
        title,
        await _with_where(view, [Evidence(fact.passages) for fact in chosen]),
        view.cards,
        view.corpus,
        notes,
        subtitle=_subtitle(mission, others),
    )


def _those_meant(
    view: View,
    request: Request,
    name: str,
    found: Sequence[Fact],
    place: str | None,
    status: MissionStatus | None,
) -> Answer:
    """What tells most of each of several missions that a name may mean, from the facts on all."""
    by_mission: dict[str, list[Fact]] = defaultdict(list)
    for fact in found:
        if fact.mission is not None:
            by_mission[fact.mission].append(fact)
    told: list[list[Fact]] = []
    for facts in by_mission.values():
        reported = _reported(view, facts)
        of_status = not status or (bool(reported) and _fits(reported[0][1], status))
        of_place = not place or any(place in fact.places for fact in facts)
        if of_status and of_place:
            told.append(_card_facts(view, facts))
    if not told:
        meant = ", ".join(view.missions[key].name for key in [*by_mission][:_MOST_MEANT])
        return _no(view, request, f"“{name}” may be {meant}; none of them is so in the articles.")
    told = told[:_MOST_MEANT]
    return make_brief(
        request,
        request,
        f"Missions that “{name}” may mean",
        [Evidence(fact.passages) for facts in told for fact in facts[: _MOST_OF_ALL // len(told)]],
        view.cards,
        view.corpus,
    )


_MOST_MEANT = 5


async def _with_where(view: View, evidence: list[Evidence]) -> list[Evidence]:
    """The evidence; where none of it names a place that its article is about, the first comes
    behind the nearest sentence before it that does: a card says where its mission is.
    """
    if not evidence:
        return evidence
    topics = {
        item.article_id: _topic_places(view, await view.passages(item.article_id), item.article_id)
        for item in evidence
    }
    for item in evidence:
        named = {mention.key for mention in view.gazetteer.mentions(item.text)}
        wanted = topics[item.article_id]
        # "the Golan" of the title says more than the states beside it
        regions = {key for key in wanted if view.gazetteer[key].kind == "region"}
        if not wanted or named & (regions or wanted):
            return evidence
    first = evidence[0]
    wanted = topics[first.article_id]
    best: tuple[int, int] = (0, 0)
    before: Passage | None = None
    for known in await view.passages(first.article_id):
        passage = known.passage
        if passage.number >= first.passages[0].number or passage.text.rstrip().endswith("?"):
            continue
        rank = (len(wanted & set(known.places)), passage.number)
        if rank[0] and rank > best:
            best, before = rank, passage
    if before is None:
        return evidence
    return [Evidence((before, *first.passages), first.heading), *evidence[1:]]


def _topic_places(view: View, passages: Sequence[ReadPassage], article: str) -> set[str]:
    """The countries of an article's title, or of its first two sentences if it names none there."""
    told = {key for known in passages for key in known.places}
    title = view.cards[article].title
    found = {mention.key for mention in view.gazetteer.mentions(title, told)} & told
    found = {key for key in found if view.gazetteer[key].kind not in ("group", "area")}
    if found:
        return found
    lead = {key for known in passages[:2] for key in known.places}
    return {key for key in lead if view.gazetteer[key].kind not in ("group", "area")}


def _without_place(view: View, name: str) -> tuple[str, str] | None:
    """A name without the country in it, and the country: "EUTM Mozambique" for EUTM there."""
    mentions = view.gazetteer.mentions(name.title() if name.islower() else name)
    if len(mentions) != 1 or len(name) == mentions[0].end - mentions[0].start:
        return None
    mention = mentions[0]
    rest = f"{name[: mention.start]} {name[mention.end :]}".strip()
    return (rest, mention.key) if rest else None


async def _facts_with(view: View, wanted: Sequence[str]) -> list[Fact]:
    """The mission facts of articles in which these stems stand side by side."""
    phrase = list(wanted)

    def fits(text: str) -> bool:
        have = [word.stem for word in words(text)]
        return any(have[n : n + len(phrase)] == phrase for n in range(len(have)))

    return await facts_of_sentences(view, wanted, (FactKind.MISSION,), fits)


async def _described(view: View, name: str) -> list[Fact]:
    """Missions without a name that sentences describe in these words: "air policing"."""
    wanted = [word.stem for word in words(name)]
    if len(wanted) < 2 or not any(word in _KIND_STEMS for word in wanted):
        return []
    found = await _described_there(view, name)
    if found:
        return found
    for fact in await _facts_with(view, wanted):
        have = [word.stem for word in words(fact.passages[fact.at].text)]
        if any(have[n : n + len(wanted)] == wanted for n in range(len(have))):
            found.append(fact)
    if not found:
        found = await _described_by_all(view, [w.stem for w in words(name)
                                               if fold(w.text) not in stop_words()])  # fmt: skip
    return sorted(found, key=lambda fact: _fact_order(view, fact))


async def _described_by_all(view: View, wanted: Sequence[str]) -> list[Fact]:
    """Those in whose sentence all these stems stand, a kind and more: "Mekong patrols" for the
    first joint patrol of the Mekong."""
    if len(wanted) < 2 or all(word in _KIND_STEMS for word in wanted):
        return []

    def fits(text: str) -> bool:
        return {*wanted} <= {word.stem for word in words(text)}

    facts = await facts_of_sentences(view, wanted, (FactKind.MISSION,), fits)
    return [f for f in facts if f.mission is None and fits(f.passages[f.at].text)]


async def _described_there(view: View, name: str) -> list[Fact]:
    """Those at a place: "Karabakh peacekeepers" for the peacekeepers who have been in Karabakh."""
    split = _without_place(view, name)
    if split is None:
        return []
    rest, place = split
    wanted = {word.stem for word in words(rest) if fold(word.text) not in stop_words()}
    facts = await _facts_there(view, place, 0)
    found = [
        fact
        for fact in facts
        if fact.mission is None
        and wanted <= {word.stem for word in words(fact.passages[fact.at].text)}
    ]
    return sorted(found, key=lambda fact: _fact_order(view, fact)) if wanted else []


_KIND_STEMS = frozenset(
    stem(word)
    for word in (
        "policing patrol mission operation exercise battlegroup force observers deployment "
        "peacekeepers monitors troops soldiers commission".split()
    )
)
_NAMING = frozenset("known called named renamed dubbed as title".split())


async def _by_phrase(view: View, name: str) -> tuple[list[Fact], list[str]]:
    """The mission that a sentence calls by these words without it being a name of its own."""
    wanted = [word.stem for word in words(name)]
    if len(wanted) < 2:
        return [], []
    for fact in await _facts_with(view, wanted):
        told = words(fact.passages[fact.at].text)
        have = [word.stem for word in told]
        at = next((n for n in range(len(have)) if have[n : n + len(wanted)] == wanted), None)
        named = at is not None and any(w.text.lower() in _NAMING for w in told[max(0, at - 4) : at])
        if fact.mission is not None and named:
            return list(await view.facts_of_mission(fact.mission)), [fact.mission]
    return [], []


def _subtitle(mission: KnownMission, others: Sequence[str]) -> str | None:
    parts = [mission.kind] if mission.kind else []
    if others:
        parts.append("also " + ", ".join(others[:3]))
    return " · ".join(parts) or None


def _fits(reported: MissionStatus, wanted: MissionStatus) -> bool:
    """An extended mission is active too."""
    if reported is wanted:
        return True
    return wanted is MissionStatus.ACTIVE and reported is MissionStatus.EXTENDED


Reported = tuple[PublishedDate | None, MissionStatus, Fact]


def _reported(view: View, facts: Iterable[Fact]) -> list[Reported]:
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
        reported, key=lambda item: (_newest_first(item[0]), view.cards[_article(item[2])].file)
    )


def _tells_status(fact: Fact) -> int:
    roles = (fact.role or "").split(",")
    return ("status" in roles) * 2 + ("start" in roles or "end" in roles)


def _article(fact: Fact) -> str:
    return fact.passages[0].article_id


def _newest_first(date: PublishedDate | None) -> tuple[int, int, int]:
    year, month, number = date.order if date else (0, 0, 0)
    return (-year, -month, -number)


def _history(
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


def _card_facts(view: View, facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a card: for each role the best, newest article first, then what is left."""
    ordered = sorted(facts, key=lambda fact: _fact_order(view, fact))
    chosen: list[Fact] = []
    seen: set[tuple[str, int]] = set()

    def take(fact: Fact) -> None:
        sentence = (_article(fact), fact.passages[fact.at].number)
        if sentence not in seen and len(chosen) < _MOST_OF_ONE:
            seen.add(sentence)
            chosen.append(fact)

    articles = list(dict.fromkeys(_article(fact) for fact in ordered))
    for article in articles[:4]:  # each source is heard once before any is heard twice
        own = [fact for fact in ordered if _article(fact) == article]
        take(min(own, key=lambda fact: (fact.at > 0, _role_rank(fact), fact.passages[0].number)))
    for role in _ROLES[:-1]:
        for fact in ordered:
            if role in (fact.role or "").split(","):
                sentence = (_article(fact), fact.passages[fact.at].number)
                if sentence not in seen:
                    take(fact)
                    break
    for fact in ordered:
        if fact.role != "other":
            take(fact)
    for fact in ordered:
        take(fact)
    return sorted(chosen, key=lambda fact: (_role_rank(fact), _fact_order(view, fact)))


def _role_rank(fact: Fact) -> int:
    first = (fact.role or "other").split(",")[0]
    return _ROLES.index(first) if first in _ROLES else len(_ROLES)


def _fact_order(view: View, fact: Fact) -> tuple[object, ...]:
    card = view.cards[_article(fact)]
    return (_newest_first(card.published), card.file, fact.passages[fact.at].number)


def _as_of(view: View, facts: Sequence[Fact]) -> PublishedDate | None:
    dates = [view.cards[_article(fact)].published for fact in facts]
    return max((d for d in dates if d), key=lambda d: d.order, default=None)


# ── several missions ────────────────────────────────────────────────────────────────────────


async def _several(
    view: View, request: Request, place: str | None, status: MissionStatus | None
) -> Answer:
    if place:
        facts = await _facts_there(view, place, _READ_FOR_STATUS if status else _READ)
    else:
        facts = list(await view.facts_of_kinds((FactKind.MISSION,), _NEWEST))
    by_mission: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.mission is not None:
            by_mission[fact.mission].append(fact)
    lines: list[tuple[tuple[object, ...], tuple[Passage, ...]]] = []
    supported = sorted(by_mission, key=lambda key: (-view.missions[key].publishers, key))
    for number, key in enumerate(supported):
        some = by_mission[key]
        support = view.missions[key].publishers
        least = view.missions[supported[number - 1]].publishers
        if len(lines) >= _MOST_OF_ALL and support < least:
            break  # it would come behind all that are told
        if place and not _is_of_place(view, some, place):
            continue
        whole = await view.facts_of_mission(key) if place or status else some
        reported = _reported(view, whole)
        if status and (not reported or not _fits(reported[0][1], status)):
            continue
        best = _line(view, key, some, whole, reported if status else ())
        newer = _newer_line(view, best, some) if place and not status else None
        rank = (-support, _newest_first(view.cards[_article(best)].published), key)
        lines.append((rank, _with_name(view.missions[key], best, whole)))
        if newer is not None:
            lines.append(((*rank, 1), newer.passages))
    lines.sort(key=lambda line: line[0])
    notes: Differences = []
    chosen = [passages for _, passages in lines]
    if place or status or len(chosen) < _MOST_OF_ALL // 2:
        described = [
            fact for fact in facts if fact.mission is None and (not status or fact.status is status)
        ]
        described.sort(key=lambda fact: _fact_order(view, fact))
        told_of = _two_of_each_article(described)
        chosen += [fact.passages for fact in told_of]
        if place:
            notes = strength_differences(_sent_alike(described, place), view, "the mission there")
    where = view.gazetteer.name(place) if place else None
    if not chosen:
        what = f"{status.value} mission" if status else "mission"
        why = f"None of the {len(view.cards)} articles loaded reports on "
        why += f"a{'n' if what[0] in 'aeiou' else ''} {what}"
        return _no(view, request, why + (f" of or in {where}." if where else "."))
    told = list(dict.fromkeys(chosen))[:_MOST_OF_ALL]
    title = f"{where or 'All places'}: {status.value + ' ' if status else ''}missions"
    if not where and not status:
        title = "Missions in the articles"
    options = [("country", place)] if place else []
    if status:
        options.append(("status", status.value))
    return make_brief(
        request,
        Request("missions", tuple(options), request.text),
        title,
        [Evidence(passages) for passages in told],
        view.cards,
        view.corpus,
        notes,
    )


_MOST_DESCRIBED = 4  # articles on missions without a name
_OF_AN_ARTICLE = 2


def _two_of_each_article(described: Sequence[Fact]) -> list[Fact]:
    """Of the first few articles the first description, and the first that gives a number."""
    by_article: dict[str, list[Fact]] = defaultdict(list)
    for fact in described:
        by_article[_article(fact)].append(fact)
    found = []
    for some in list(by_article.values())[:_MOST_DESCRIBED]:
        counted = [fact for fact in some if fact.scope is not None]
        found += list(dict.fromkeys((*some[:1], *counted[:1], *some[1:])))[:_OF_AN_ARTICLE]
    return found


def _sent_alike(described: Sequence[Fact], place: str) -> list[Fact]:
    """The facts on the force in a place that most articles have the same body or country send."""
    senders = Counter(
        other
        for article in {_article(fact) for fact in described}
        for other in {
            key
            for fact in described
            if _article(fact) == article and place in fact.places[:2]
            for key in fact.places[:2]
        }
        - {place}
    )
    if not senders:
        return []
    sender = min(senders, key=lambda key: (-senders[key], key))
    return [fact for fact in described if {place, sender} <= {*fact.places[:3]}]


async def _facts_there(view: View, place: str, most: int) -> list[Fact]:
    """The mission facts in which a place plays a part, or a region of it does, on so many missions
    of each."""
    found = []
    for part in sorted(view.gazetteer.ground_of(place), key=lambda part: (part != place, part)):
        facts = await view.facts_of_missions_of_place(part, most)
        found += [fact for fact in facts if _plays_a_part(view, fact, part)]
    return list(dict.fromkeys(found))


def _plays_a_part(view: View, fact: Fact, place: str) -> bool:
    """Whether the place hosts, leads or joins, and is not only the one that it is against."""
    if fact.stance is Stance.HYPOTHETICAL:
        return False
    text = fact.passages[fact.at].text
    if place in fact.places and not _AGAINST_ANYONE.search(text):
        return True  # however it is mentioned
    mentions = [
        mention for mention in view.gazetteer.mentions(text, [place]) if mention.key == place
    ]
    if not mentions:
        return place in fact.places  # by the title
    return any(not _AGAINST.search(text[: mention.start]) for mention in mentions)


def _is_of_place(view: View, some: Sequence[Fact], place: str) -> bool:
    """A mission is of a place when a sentence that names it, or several, name the place too,
    or one tells that something is there: "from Lielvārde in Latvia".
    """
    joins = {"participants", "lead", "place", "strength"}
    if len(some) > 1:
        return True
    for fact in some:
        if fact.at == 0 or joins & set((fact.role or "").split(",")):
            return True
        text = fact.passages[fact.at].text
        there = [m for m in view.gazetteer.mentions(text, [place]) if m.key == place]
        if not there and place in fact.places:
            return True  # its article says so
        for mention in there:
            if _THERE.search(text[: mention.start]):
                return True
    return False


_THERE = re.compile(r"\b(?:in|at|from|over|off|to|into|across)\s+(?:the\s+)?(?:\w+\s+)?$", re.I)


def _newer_line(view: View, best: Fact, some: Sequence[Fact]) -> Fact | None:
    """What a newer article than that of the best line says of the place, if there is one."""
    mine = _newest_first(view.cards[_article(best)].published)
    newer = [f for f in some if _newest_first(view.cards[_article(f)].published) < mine]
    return min(newer, key=lambda fact: _fact_order(view, fact), default=None)


def _with_name(mission: KnownMission, best: Fact, whole: Sequence[Fact]) -> tuple[Passage, ...]:
    """What a line tells of a mission; where that does not name it, behind a sentence that does."""

    # "EUFOR" alone does not say that the mission is Althea; "UN Force in Lebanon" says UNIFIL
    telling = [
        name
        for name in mission.names
        if is_short_for(name, mission.name) or is_short_for(mission.name, name)
    ]

    def names_it(passages: Sequence[Passage]) -> bool:
        text = fold(" ".join(passage.text for passage in passages))
        return any(fold(name) in text for name in telling)

    near = [fact.passages[fact.at] for fact in whole if _article(fact) == _article(best)]
    if names_it(best.passages):
        # "The Regional Assistance Mission closes today." says who, and not that it is RAMSI
        short = fold(mission.name)
        if not mission.name.isupper() or any(short in fold(one.text) for one in best.passages):
            return best.passages
        naming = [
            passage
            for passage in near
            if short in fold(passage.text)
            and abs(passage.number - best.passages[-1].number) <= _BESIDE
        ]
    else:
        naming = [passage for passage in near if names_it((passage,))]
    if not naming:
        return best.passages
    nearest = min(naming, key=lambda passage: abs(passage.number - best.passages[0].number))
    return tuple(sorted({nearest, *best.passages}, key=lambda passage: passage.number))


_BESIDE = 2  # sentences between the written-out name of a mission and its acronym


def _line(
    view: View, key: str, some: Sequence[Fact], whole: Sequence[Fact], reported: Sequence[Reported]
) -> Fact:
    """The one sentence that stands for a mission in a list: it names it, and tells most."""
    if reported:
        return reported[0][2]
    mission = view.missions[key]

    def order(fact: Fact) -> tuple[object, ...]:
        text = " ".join(passage.text for passage in fact.passages).casefold()
        named = any(name.casefold() in text for name in mission.names)
        in_passing = told_in[_article(fact)] < 2
        return (not named, in_passing, _newest_first(view.cards[_article(fact)].published),
                _role_rank(fact), fact.passages[0].number)  # fmt: skip

    told_in = Counter(_article(fact) for fact in whole)
    best = min(some, key=order)
    beside = [fact for fact in whole if _article(fact) == _article(best)]
    naming = min(beside or whole, key=order)
    if not order(best)[0] or order(naming)[0]:
        return best
    if _article(naming) != _article(best):
        return naming
    both = sorted({*naming.passages, *best.passages}, key=lambda passage: passage.number)
    return replace(best, passages=tuple(both), at=both.index(best.passages[best.at]))
