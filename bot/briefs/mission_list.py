"""`/missions` for a country or a status: a line for each mission that fits, best first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bot.briefs.differences import Differences, strength_differences
from bot.briefs.evidence import Evidence, make_brief, nothing_told
from bot.briefs.names import is_short_for
from bot.briefs.reported import (
    Reported,
    article_of,
    fact_order,
    fits_status,
    reported_by_article,
    role_rank,
)
from bot.language.places import Mention
from bot.language.words import fold
from bot.model import Answer, Fact, FactKind, MissionStatus, Passage, Request, Stance, newest_first
from bot.store import KnownMission, View

MOST_OF_ALL = 10
_READ = 30  # missions of a country that are looked at, of those told of by most publishers
_READ_FOR_STATUS = 200
_NEWEST = 1000  # facts that a list of all missions is made from


async def list_of_missions(
    view: View, request: Request, place: str | None, status: MissionStatus | None
) -> Answer:
    if place:
        facts = await facts_there(view, place, _READ_FOR_STATUS if status else _READ)
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
        if len(lines) >= MOST_OF_ALL and support < least:
            break  # it would come behind all that are told
        if place and not _is_of_place(view, some, place):
            continue
        whole = await view.facts_of_mission(key) if place or status else some
        reported = reported_by_article(view, whole)
        if status and (not reported or not fits_status(reported[0][1], status)):
            continue
        best = _line(view, key, some, whole, reported if status else ())
        newer = _newer_line(view, best, some) if place and not status else None
        if place and status and (there := _told_there(view, reported, some, place)):
            newer = None if article_of(best) == article_of(there) else best
            best = there
        rank = (-support, newest_first(view.cards[article_of(best)].published), key)
        lines.append((rank, _with_name(view.missions[key], best, whole)))
        if newer is not None:
            lines.append(((*rank, 1), _with_name(view.missions[key], newer, whole)))
    lines.sort(key=lambda line: line[0])
    notes: Differences = []
    chosen = [passages for _, passages in lines]
    if place or status or len(chosen) < MOST_OF_ALL // 2:
        described = [
            fact
            for fact in facts
            if fact.mission is None
            and (not status or (fact.status is not None and fits_status(fact.status, status)))
        ]
        described.sort(key=lambda fact: fact_order(view, fact))
        told_of = _two_of_each_article(described, view, place)
        chosen += [fact.passages for fact in told_of]
        if place:
            notes = strength_differences(_sent_alike(described, place), view, "the mission there")
    where = view.gazetteer.name(place) if place else None
    if not chosen:
        what = f"{status.value} mission" if status else "mission"
        why = f"None of the {len(view.cards)} articles loaded reports on "
        why += f"a{'n' if what[0] in 'aeiou' else ''} {what}"
        return nothing_told(view, request, why + (f" of or in {where}." if where else "."))
    told = list(dict.fromkeys(chosen))[:MOST_OF_ALL]
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


def _two_of_each_article(described: Sequence[Fact], view: View, place: str | None) -> list[Fact]:
    """Of the first few articles the first description, one that names the place if there is any,
    and the first that gives a number."""

    def names_it(fact: Fact) -> bool:
        text = fact.passages[fact.at].text
        return any(m.key == place for m in view.gazetteer.mentions(text, [place or ""]))

    by_article: dict[str, list[Fact]] = defaultdict(list)
    for fact in described:
        by_article[article_of(fact)].append(fact)
    found = []
    for facts in list(by_article.values())[:_MOST_DESCRIBED]:
        some = sorted(facts, key=lambda fact: not names_it(fact)) if place else facts
        counted = [fact for fact in some if fact.scope is not None]
        found += list(dict.fromkeys((*some[:1], *counted[:1], *some[1:])))[:_OF_AN_ARTICLE]
    return found


def _sent_alike(described: Sequence[Fact], place: str) -> list[Fact]:
    """The facts on the force in a place that most articles have the same body or country send."""
    senders = Counter(
        other
        for article in {article_of(fact) for fact in described}
        for other in {
            key
            for fact in described
            if article_of(fact) == article and place in fact.places[:2]
            for key in fact.places[:2]
        }
        - {place}
    )
    if not senders:
        return []
    sender = min(senders, key=lambda key: (-senders[key], key))
    return [fact for fact in described if {place, sender} <= {*fact.places[:3]}]


async def facts_there(view: View, place: str, most: int) -> list[Fact]:
    """The mission facts in which a place plays a part, or a region of it does, on so many missions
    of each."""
    found = []
    for part in sorted(view.gazetteer.ground_of(place), key=lambda part: (part != place, part)):
        facts = await view.facts_of_missions_of_place(part, most)
        found += [fact for fact in facts if _plays_a_part(view, fact, part)]
    return list(dict.fromkeys(found))


_HOSTILE = (
    r"\b(?:against|toward|towards|deter\w*|accus\w+|border with|near|(?:attack\w*|threat\w*|"
    r"pressure|"
    r"aggression|invasion|incursions?|missiles?|drones?|fired?|shells?)\s+(?:by|from|of))"
    r"\s+(?:the\s+)?"
)
_AGAINST = re.compile(_HOSTILE + "$", re.IGNORECASE)
_AGAINST_ANYONE = re.compile(_HOSTILE, re.IGNORECASE)


# "Skopje wanted the soldiers to stay, given the conflict in Kosovo": why, and not where
_REASON = (
    r"\b(?:given|because of|owing to|due to|amid|in view of|despite|in spite of|considering|"
    r"for fear of|in (?:the )?light of|mindful of|worried about|as a result of)\s+"
    r"(?:the\s+|a\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:conflict|war|fighting|crisis|unrest|situation|events|tensions?|violence|killings?|coup|"
    r"collapse|instability)\s+(?:in|over|inside|across)\s+(?:[\w-]+\s+)?"
)
_A_REASON = re.compile(_REASON, re.IGNORECASE)
_OF_A_REASON = re.compile(_REASON + "$", re.IGNORECASE)


def _plays_a_part(view: View, fact: Fact, place: str) -> bool:
    """Whether the place hosts, leads or joins, and is not only the one that it is against."""
    if fact.stance is Stance.HYPOTHETICAL:
        return False
    text = fact.passages[fact.at].text
    in_passing = fact.role == "other" and _A_REASON.search(text)
    every = [m for m in view.gazetteer.mentions(text, [place]) if m.key == place]
    mentions = [m for m in every if not _is_a_language(m, text)]
    if every and not mentions:
        return False
    if every and all(
        _TALKS.search(text[: mention.start])
        or _is_of_a_clause(view, text, mention)
        or (_AFTER.search(text[: mention.start]) and _HAD.match(text, mention.end))
        for mention in every
    ):
        return False  # "who led the talks at Arusha in Tanzania"
    if place in fact.places and not in_passing and not _AGAINST_ANYONE.search(text):
        return True  # however it is mentioned
    if in_passing and mentions:
        return any(not _OF_A_REASON.search(text[: mention.start]) for mention in mentions)
    if not mentions:
        return place in fact.places  # by the title
    return any(not _AGAINST.search(text[: mention.start]) for mention in mentions)


_TALKS = re.compile(
    r"\b(?:talks|met|meetings?|summit|signed|conference|negotiat\w+|born|court)\b[^.;,]{0,40}?"
    r"\b(?:in|at|of)\s+(?:the\s+)?$"
    r"|\b(?:accords?|agreements?|treaty|pact|protocol|convention)\s+(?:signed\s+)?(?:of|in|at)\s+$",
    re.IGNORECASE,
)


def _is_of_a_clause(view: View, text: str, mention: Mention) -> bool:
    """Whether a place stands in a clause on another: "Nigeria, which has 15,000 men in Sierra
    Leone, sent none"."""
    clause = _WHICH_HAS.search(text[: mention.start])
    if clause is None:
        return False
    return any(other.end == clause.start() for other in view.gazetteer.mentions(text))


# "set up in 1956, after Britain and France had landed at Port Said"
_AFTER = re.compile(r"\b(?:after|because|when|once|before)\s+(?:[A-Z][\w’'-]+\s+and\s+)?$")
_HAD = re.compile(
    r"\s+(?:and\s+[A-Z][\w’'-]+\s+)?had\s+"
    r"(?!sent|joined|with|pulled|promised|asked|agreed|offered|taken|given|lent)"
)
_WHICH_HAS = re.compile(r",\s+which\s+[^,]*$")


def _is_a_language(mention: Mention, text: str) -> bool:
    """Whether a demonym is that of a language: "whose name comes from the French"."""
    return mention.form == "demonym" and bool(
        _IN_A_LANGUAGE.search(text[: mention.start]) or _WORDS.match(text, mention.end)
    )


_IN_A_LANGUAGE = re.compile(
    r"\b(?:names?|acronym|abbreviation|initials|letters|words?|called|known|means?|stands?)\b"
    r"[^.;,]{0,30}\b(?:in|from)\s+(?:the\s+)?$"
)
_WORDS = re.compile(r"\s+(?:acronym|abbreviation|initials|name|words?|for)\b")


def _is_of_place(view: View, some: Sequence[Fact], place: str) -> bool:
    """A mission is of a place when a sentence that names it, or several, name the place too,
    or one tells that something is there: "from Lielvārde in Latvia".
    """
    joins = {"participants", "lead", "place", "strength"}
    if len(some) > 1:
        return True
    for fact in some:
        text = fact.passages[fact.at].text
        if fact.at == 0 or joins & set((fact.role or "").split(",")):
            return True
        if " | " in text and place in fact.places:
            return True  # a row below its heads
        there = [m for m in view.gazetteer.mentions(text, [place]) if m.key == place]
        if not there and place in fact.places:
            return True  # its article says so
        if any(_THERE.search(text[: mention.start]) for mention in there):
            return True
    return False


_THERE = re.compile(
    r"\b(?:in|at|from|over|off|into|across|to|between|among)\s+"
    r"(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)


def _newer_line(view: View, best: Fact, some: Sequence[Fact]) -> Fact | None:
    """What a newer article than that of the best line says of the place, if there is one."""
    mine = newest_first(view.cards[article_of(best)].published)
    newer = [f for f in some if newest_first(view.cards[article_of(f)].published) < mine]
    return min(newer, key=lambda fact: fact_order(view, fact), default=None)


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

    near = [fact.passages[fact.at] for fact in whole if article_of(fact) == article_of(best)]
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


def _told_there(
    view: View, reported: Sequence[Reported], some: Sequence[Fact], place: str
) -> Fact | None:
    """What tells the latest status and names the place, where the report of it does not."""
    _, latest, report = reported[0]

    def names_it(fact: Fact) -> bool:
        text = " ".join(passage.text for passage in fact.passages)
        return any(m.key == place for m in view.gazetteer.mentions(text, [place]))

    telling = [
        fact
        for fact in some
        if fact.status is latest and "status" in (fact.role or "").split(",") and names_it(fact)
    ]
    if names_it(report):
        return None
    return min(telling, key=lambda fact: fact_order(view, fact), default=None)


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
        title = view.cards[article_of(fact)].title.casefold()
        of_title = any(name.casefold() in title for name in mission.names)
        in_passing = told_in[article_of(fact)] < 2 and not of_title
        return (not named, in_passing, newest_first(view.cards[article_of(fact)].published),
                role_rank(fact), fact.passages[0].number)  # fmt: skip

    told_in = Counter(article_of(fact) for fact in whole)
    best = min(some, key=order)
    beside = [fact for fact in whole if article_of(fact) == article_of(best)]
    naming = min(beside or whole, key=order)
    if not order(best)[0] or order(naming)[0]:
        return best
    if article_of(naming) != article_of(best):
        return naming
    both = sorted({*naming.passages, *best.passages}, key=lambda passage: passage.number)
    return replace(best, passages=tuple(both), at=both.index(best.passages[best.at]))
