"""`/missions`: the card of one mission, and which of the other answers a request comes to.

What several missions are told by is `mission_list`'s, what has no name `unnamed_missions`'s. One
module, because a card's facts, its status and its place are chosen from the same facts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from bot.briefs.differences import strength_differences
from bot.briefs.evidence import Evidence, make_brief, nothing_told
from bot.briefs.meant import missions_by_what_they_are
from bot.briefs.mission_list import MOST_OF_ALL, list_of_missions
from bot.briefs.names import find_missions, find_place, nearest_names
from bot.briefs.reported import (
    ROLES,
    article_of,
    fact_order,
    fits_status,
    history_note,
    reported_by_article,
    role_rank,
)
from bot.briefs.unnamed_missions import (
    described_as,
    mission_called,
    told_to_be_at,
    without_place,
)
from bot.language.words import fold, is_question
from bot.model import (
    Answer,
    Fact,
    FactKind,
    MissionStatus,
    NoteKind,
    Passage,
    PublishedDate,
    Request,
    day,
)
from bot.store import KnownMission, ReadPassage, View

_MOST_OF_ONE = 10
_MOST_MEANT = 5


async def missions(view: View, request: Request) -> Answer:
    """The card of one mission, or a line for each that fits the country and the status."""
    name, country = request.option("name"), request.option("country")
    status = _status(request.option("status"))
    if request.option("status") and status is None:
        known = ", ".join(member.value for member in MissionStatus)
        return nothing_told(view, request, f"There is no status like that; there are {known}.")
    place: str | None = None
    if country:
        found = find_place(country, view.gazetteer)
        if found.key is None:
            why = f"No country, region or alliance is called “{country}” here."
            return nothing_told(view, request, why, found.nearest)
        place = found.key
    if name:
        return await _one(view, request, name, place, status)
    return await list_of_missions(view, request, place, status)


def _status(text: str | None) -> MissionStatus | None:
    wanted = (text or "").strip().lower()
    return next((member for member in MissionStatus if member.value == wanted), None)


async def _one(
    view: View, request: Request, name: str, place: str | None, status: MissionStatus | None
) -> Answer:
    keys = find_missions(name, view.missions)
    if not keys:
        keys = await missions_by_what_they_are(view, name)
    if not keys and place is None and (found := without_place(view, name)):
        keys = find_missions(found[0], view.missions)
        place = found[1] if keys else None
    by_key = await view.facts_of_missions(keys)
    facts = [fact for key in keys for fact in by_key[key]]
    if not facts:
        facts, keys = await mission_called(view, name)
    if not facts and (described := await described_as(view, name)):
        return _lines(view, request, f"Missions described as “{name}”", described)
    if not facts and place is None:  # "/missions Germany", where the name was asked for
        mentions = view.gazetteer.mentions(name.title() if name.islower() else name)
        if len(mentions) == 1 and mentions[0].end - mentions[0].start == len(name):
            return await list_of_missions(view, request, mentions[0].key, status)
        if not mentions and (there := await told_to_be_at(view, name)):
            return _lines(view, request, f"Missions at “{name}”", there)
    if not facts:
        names = [mission.name for key, mission in view.missions.items() if key not in keys]
        why = f"None of the {len(view.cards)} articles loaded reports on a mission called “{name}”."
        return nothing_told(view, request, why, nearest_names(name, names))
    if len(keys) > 1:
        return _those_meant(view, request, name, facts, place, status)
    mission = view.missions[keys[0]]
    reported = reported_by_article(view, facts)
    latest = reported[0] if reported else None
    if status and (latest is None or not fits_status(latest[1], status)):
        told = (
            f"its latest reported status is {latest[1].value}" if latest else "no status is given"
        )
        return nothing_told(view, request, f"{mission.name} is in the articles, but {told}.")
    if place and not any(place in fact.places for fact in facts):
        where = view.gazetteer.name(place)
        return nothing_told(view, request, f"The articles on {mission.name} do not name {where}.")
    chosen = _card_facts(view, facts)
    dated = _as_of(view, chosen)
    notes: list[tuple[NoteKind, str, Sequence[Evidence]]] = []
    if history := history_note(view, reported):
        notes.append(history)
    notes += strength_differences(facts, view, mission.name, mission.kind)
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
        _told_once(await _with_where(view, chosen, facts)),
        view.cards,
        view.corpus,
        notes,
        subtitle=_subtitle(mission, others),
    )


def _lines(view: View, request: Request, title: str, facts: Sequence[Fact]) -> Answer:
    evidence = [Evidence(fact.passages) for fact in facts[:MOST_OF_ALL]]
    return make_brief(request, request, title, evidence, view.cards, view.corpus)


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
        reported = reported_by_article(view, facts)
        of_status = not status or (bool(reported) and fits_status(reported[0][1], status))
        of_place = not place or any(place in fact.places for fact in facts)
        if of_status and of_place:
            told.append(_card_facts(view, facts))
    if not told:
        meant = ", ".join(view.missions[key].name for key in [*by_mission][:_MOST_MEANT])
        return nothing_told(
            view, request, f"“{name}” may be {meant}; none of them is so in the articles."
        )
    told = told[:_MOST_MEANT]
    return make_brief(
        request,
        request,
        f"Missions that “{name}” may mean",
        [Evidence(fact.passages) for facts in told for fact in facts[: MOST_OF_ALL // len(told)]],
        view.cards,
        view.corpus,
    )


def _card_facts(view: View, facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a card: for each role the best, newest article first, then what is left."""
    ordered = sorted(facts, key=lambda fact: fact_order(view, fact))
    chosen: list[Fact] = []
    seen: set[tuple[str, int]] = set()

    def take(fact: Fact) -> None:
        sentence = (article_of(fact), fact.passages[fact.at].number)
        if sentence not in seen and len(chosen) < _MOST_OF_ONE:
            seen.add(sentence)
            chosen.append(fact)

    articles = list(dict.fromkeys(article_of(fact) for fact in ordered))
    for article in articles[:4]:  # each source is heard once before any is heard twice
        own = [fact for fact in ordered if article_of(fact) == article]
        take(min(own, key=lambda fact: (fact.at > 0, role_rank(fact), fact.passages[0].number)))
    for role in ROLES[:-1]:
        for fact in ordered:
            if role in (fact.role or "").split(","):
                sentence = (article_of(fact), fact.passages[fact.at].number)
                if sentence not in seen:
                    take(fact)
                    break
    for fact in ordered:
        if fact.role != "other":
            take(fact)
    for fact in ordered:
        take(fact)
    chosen.sort(key=lambda fact: (role_rank(fact), fact_order(view, fact)))
    named = next((fact for fact in chosen if fact.at == 0 and _is_named(view, fact)), None)
    if named is None or (chosen[0].at == 0 and _is_named(view, chosen[0])):
        return chosen
    return [named, *(fact for fact in chosen if fact is not named)]  # and not with "It followed B"


def _is_named(view: View, fact: Fact) -> bool:
    """Whether the sentences of a fact name its mission, if it has a name."""
    text = fold(" ".join(passage.text for passage in fact.passages))
    mission = view.missions.get(fact.mission or "")
    return mission is None or any(fold(name) in text for name in mission.names)


def _as_of(view: View, facts: Sequence[Fact]) -> PublishedDate | None:
    dates = [view.cards[article_of(fact)].published for fact in facts]
    return max((d for d in dates if d), key=lambda d: d.order, default=None)


async def _with_where(view: View, chosen: Sequence[Fact], facts: Sequence[Fact]) -> list[Evidence]:
    """The sentences of a card; where none of them names a place that its mission is at, the first
    comes behind one before it that does. That is where `facts`, all that are known of the mission,
    say that it is without naming it; else a place that its article is about.
    """
    evidence = [Evidence(fact.passages) for fact in chosen]
    hosts = {place for fact in facts for place in _without_saying(view, fact)}
    topics: dict[str, set[str]] = {}
    for item in evidence:
        if item.article_id not in topics:
            passages = await view.passages(item.article_id)
            topics[item.article_id] = hosts or _topic_places(view, passages, item.article_id)
        mentions = view.gazetteer.mentions(item.text)
        named = {mention.key for mention in mentions}
        if any(
            _IS_THERE.search(item.text[: mention.start])
            and view.gazetteer[mention.key].kind not in ("group", "area")
            and (not hosts or mention.key in hosts)  # "The aircraft fly from a base in Turkey"
            for mention in mentions
        ):
            return evidence  # "In Sierra Leone the force fights on"
        wanted = topics[item.article_id]
        # "the Golan" of the title says more than the states beside it
        regions = {key for key in wanted if view.gazetteer[key].kind == "region"}
        if not wanted or named & (hosts or regions or wanted):
            return evidence
    # "Nigeria launched a programme of its own, Deep Blue" says enough in an article on the French
    if not evidence or (not hosts and chosen[0].mission and _names_both(view, chosen[0])):
        return evidence
    first = evidence[0]
    passages = await view.passages(first.article_id)
    of_missions = {
        fact.passages[fact.at].number
        for fact in await view.facts_of_article(first.article_id)
        if fact.kind is FactKind.MISSION and fact.mission in (None, chosen[0].mission)
    }
    wanted = topics[first.article_id]
    before = _before(view, first, passages, wanted, of_missions)
    if before is None and not hosts:
        before = _before(view, first, passages, _places_of_lead(view, passages), of_missions)
    if before is None:
        behind = next(
            (
                known.passage
                for known in passages
                if known.passage.number == first.passages[-1].number + 1
                and known.passage.paragraph == first.passages[-1].paragraph
                and {*wanted} & {*known.places}
            ),
            None,
        )
        if behind is None or not hosts:
            return evidence  # "UNMIT closes today. With it ends a line of missions in Timor-Leste"
        return [Evidence((*first.passages, behind), first.heading), *evidence[1:]]
    return [Evidence((before, *first.passages), first.heading), *evidence[1:]]


def _told_once(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The lines of a card without those that a later one is told with: "X stays", where "X stays.
    It has 400 men" comes. Behind the first line such a one follows at once, and without it."""
    lines = list(evidence)
    for line in evidence[1:]:
        longer = [other for other in lines if {*other.passages} > {*line.passages}]
        if longer and lines.index(longer[0]) > lines.index(line) + 1:
            lines.remove(line)
    for line in lines[2:]:
        if {*line.passages} > {*lines[0].passages}:
            lines.remove(line)
            lines.insert(1, line)
            break
    return lines


_IS_THERE = re.compile(r"\b(?:in|inside|off|throughout)\s+(?:the\s+)?$", re.IGNORECASE)


def _names_both(view: View, fact: Fact) -> bool:
    """Whether the sentence of a fact names its mission and a country."""
    text = fact.passages[fact.at].text
    names = view.missions[fact.mission or ""].names
    named = {mention.key for mention in view.gazetteer.mentions(text)}
    return any(fold(name) in fold(text) for name in names) and any(
        view.gazetteer[key].kind == "country" for key in named
    )


def _without_saying(view: View, fact: Fact) -> set[str]:
    """Where a fact is, as the rest of its article says: the places that its sentences leave out."""
    told = {mention.key for one in fact.passages for mention in view.gazetteer.mentions(one.text)}
    there = {key for key in fact.places if view.gazetteer[key].kind not in ("group", "area")}
    return there - told


def _before(
    view: View,
    first: Evidence,
    passages: Sequence[ReadPassage],
    wanted: Collection[str],
    of_missions: Collection[int],
) -> Passage | None:
    """Of the sentences before that name a place wanted the nearest that is on the mission or one
    without a name, else the first; a question if there is no other."""
    naming = [
        known.passage
        for known in passages
        if known.passage.number < first.passages[0].number
        and set(wanted) & set(known.places)
        and " | " not in known.passage.text  # a row says nothing without its heads
    ]
    telling = [one for one in naming if not is_question(one.text)]
    own = [one for one in telling if one.number in of_missions]
    # "In old Nicosia" names Cyprus less well than a question that does
    by_name = [
        one
        for one in (*telling, *naming)
        if any(m.form == "name" and m.key in wanted for m in view.gazetteer.mentions(one.text))
    ]
    return next(iter((*own[::-1], *by_name, *naming)), None)


def _topic_places(view: View, passages: Sequence[ReadPassage], article: str) -> set[str]:
    """The countries of an article's title, or of its first two sentences if it names none there."""
    told = {key for known in passages for key in known.places}
    title = view.cards[article].title
    found = {mention.key for mention in view.gazetteer.mentions(title, told)} & told
    found = {key for key in found if view.gazetteer[key].kind not in ("group", "area")}
    return found or _places_of_lead(view, passages)


def _places_of_lead(view: View, passages: Sequence[ReadPassage]) -> set[str]:
    lead = {key for known in passages[:2] for key in known.places}
    return {key for key in lead if view.gazetteer[key].kind not in ("group", "area")}


def _subtitle(mission: KnownMission, others: Sequence[str]) -> str | None:
    parts = [mission.kind] if mission.kind else []
    if others:
        parts.append("also " + ", ".join(others[:3]))
    return " · ".join(parts) or None
