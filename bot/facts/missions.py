"""Mission facts: what an article reports on a mission: kind, lead, participants, place, dates,
strength, mandate, and its status as of the article's date.

A fact is a whole sentence filed under a mission with the roles it plays there; the sentence
before comes along where the mission is named only in it. Pure.

    roles            what a sentence tells of a mission                roles.py
    status           of the article as a whole                         reported.py
    hosts            where a mission is                                hosts.py
    what goes with   the sentences that a fact is told with            mission_context.py
    no name          missions that an article describes                described.py
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.facts.cues import cue
from bot.facts.described import described_in, is_of_a_kind, told_of_it
from bot.facts.hosts import (
    hosts_by_mission,
    hosts_in_lead,
    hosts_of_several,
    sends,
    spoken_of_as_known,
    tells_where,
)
from bot.facts.mission_context import told_with
from bot.facts.reported import reported
from bot.facts.roles import roles
from bot.facts.rows import header_of
from bot.facts.sentence import Sentence
from bot.facts.stance import speaker
from bot.facts.status import STATUS, Named, succession
from bot.facts.strength import strength, what_it_is_of
from bot.facts.unnamed import UNNAMED
from bot.language.words import is_question
from bot.model import Fact, FactKind, MissionStatus, Stance


def mission_facts(
    sentences: Sequence[Sentence],
    kinds: Mapping[str, str | None],
    title: str,
    title_missions: Sequence[Named],
    hosts: Sequence[str] = (),
    title_subjects: Sequence[str] = (),
) -> list[Fact]:
    """The mission facts of an article that is about states, in order of its sentences.

    `kinds` are the missions that the corpus knows, with the kind of each. An article whose title
    speaks of battlegroups is about them in every sentence that says who leads or joins. `hosts`
    are where the title says all happens: the places of what its one mission does there, where a
    sentence names none; else the title's subjects are: the country that it begins
    with, and regions.
    """
    named = {key for sentence in sentences for key in sentence.missions}
    by_title = is_of_a_kind(title)
    main = _main(sentences, title_missions, named, bool(hosts))
    early = {key for s in sentences[: max(3, len(sentences) // 3)] for key in s.missions}
    if by_title and not title_missions and not named & early:
        main = set()  # "Soldiers leave Mali", and a mission elsewhere at the end
    hosts = hosts or hosts_in_lead(sentences)
    if not hosts and (len(named & main) == 1 or _one_with_forerunners(sentences, named)):
        hosts = title_subjects  # "Libya gives up Aouzou", and what watched it
    host_of = hosts_by_mission(sentences)
    here = hosts or next((there for key, there in host_of.items() if key in main), ())
    if len(here) == 1:
        host_of = {**dict.fromkeys(spoken_of_as_known(sentences), tuple(here)), **host_of}
    if of_all := hosts_of_several(sentences):
        host_of = {**dict.fromkeys(sorted(named), of_all), **host_of}
    # "Blue helmets leave Haiti": what a title says of a kind is told of the mission named first
    first = next((key for sentence in sentences for key in sentence.missions), None)
    of_the_first = by_title and not title_missions and first in main
    told_of = reported(sentences, title, title_missions, first if of_the_first else None)
    facts: list[Fact] = []
    for position, sentence in enumerate(sentences):
        if is_question(sentence.passage.text) or _is_head_of_table(sentences, position):
            continue
        keys = (*sentence.missions, *sentence.focus_missions)
        if not sentence.missions and _is_of_a_country(sentence):
            continue
        for key in dict.fromkeys(keys):
            told = told_of.cues[position].get(key)
            if key == UNNAMED:
                described = described_in(sentences, position, by_title)
                fact = described or _of_the_unnamed(sentences, position, told_of.cues)
                if fact is None:
                    continue
            else:
                status = told_of.statuses.get(key)
                fact = _fact(sentences, position, key, kinds.get(key), status, told)
            if fact.role == "other" and _SAYS_YES_OR_NO.match(sentence.passage.text):
                continue  # "No, people mix that up", in an interview
            its_hosts = hosts if key in main and hosts else host_of.get(key, ())
            if set(its_hosts) < {*host_of.get(key, ())}:  # a truce "between" two
                its_hosts = host_of[key]
            its_hosts = its_hosts or _the_place_beside(fact, sentences, position)
            if its_hosts and not tells_where(sentence):
                fact = replace(fact, places=tuple(dict.fromkeys((*fact.places, *its_hosts))))
            facts.append(fact)
        if not keys and (described := described_in(sentences, position, by_title)):
            facts.append(described)
        elif not keys and named <= {UNNAMED} and (more := told_of_it(sentences, position, facts)):
            facts.append(more)
    return facts


def _main(
    sentences: Sequence[Sentence], title_missions: Sequence[Named], named: set[str], hosts: bool
) -> set[str]:
    """The missions that an article is about; `hosts` where its title says where all happens."""
    main = named if len(named) == 1 else {mission.key for mission in title_missions}
    if hosts and not title_missions:  # "A chronicle: foreign forces in Chad" is on all of them
        main = main or named
    main = main or {*next((s.missions for s in sentences[:3] if s.missions), ())}
    for sentence in sentences:  # what follows the one that the article is about is where it was
        change = succession(sentence.passage.text, sentence.named)
        ends = {change.old, change.new} if change else set()
        if ends & {*main, None}:
            main = main | {key for key in ends if key is not None}
    return main


def _one_with_forerunners(sentences: Sequence[Sentence], named: set[str]) -> bool:
    """Whether all the missions of an article but one are what that took over from."""
    changes = [succession(sentence.passage.text, sentence.named) for sentence in sentences]
    return len(named - {change.old for change in changes if change}) == 1


def _the_place_beside(fact: Fact, sentences: Sequence[Sentence], position: int) -> tuple[str, ...]:
    """The one country of the sentence before that a fact is told with and leans on, where nothing
    else says where its mission is: "Namibia's independence was supervised. Its mission, X"."""
    before = sentences[position - 1] if position else None
    if before is None or fact.at == 0 or before.passage not in fact.passages:
        return ()
    return before.countries if len(before.countries) == 1 and not sends(before) else ()


def _of_the_unnamed(
    sentences: Sequence[Sentence], position: int, cues: Sequence[Mapping[str, str]]
) -> Fact | None:
    """What a sentence tells of the one mission of its article, which has no name; quoted behind
    the sentence that says what it is. None for what tells nothing of it."""
    sentence = sentences[position]
    text = sentence.passage.text
    quantity = strength(text)
    told = cues[position].get(UNNAMED)
    its_roles = set(roles(sentence, UNNAMED, None, told, quantity)) - {"other", "definition"}
    said = [s for s in sentences[position::-1] if UNNAMED in s.missions]
    what = said[0] if said else sentence
    before = sentences[position - 1] if position else sentence
    same = before.passage.paragraph == sentence.passage.paragraph
    if what is sentence and same and not sentence.places and _ITS.match(text):
        what = before  # "Its observers", behind whose they are
    if not its_roles and what is not before:
        return None
    if told is None and what is not sentence:  # who joins what is planned is told of the plan
        told = cues[sentences.index(what)].get(UNNAMED)
    passages = (what.passage, sentence.passage) if what is not sentence else (sentence.passage,)
    return Fact(
        kind=FactKind.MISSION,
        passages=passages,
        at=len(passages) - 1,
        places=tuple(dict.fromkeys((*sentence.places, *what.places))),
        role="described",
        quantity=quantity,
        status=STATUS[told] if told else None,
        stance=sentence.stance,
        attributed_to=speaker(text),
        scope=what_it_is_of(text, quantity),
    )


_ITS = re.compile(r"\W*(?:its|their|the)\b", re.IGNORECASE)


def _is_head_of_table(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether a row says what stands below it, and names no mission: "exercise | where | when"."""
    row = sentences[position]
    following = sentences[position + 1 : position + 2]
    return (
        " | " in row.passage.text
        and not row.named
        and any(" | " in other.passage.text for other in following)
        and header_of(sentences, position) == position
    )


_SAYS_YES_OR_NO = re.compile(
    r"\W*(?:yes|no|perhaps|maybe|hardly|of course|not at all)[,.:;–—]", re.I
)


def _is_of_a_country(sentence: Sentence) -> bool:
    """Whether a country does not do something, or denies it, and it is nothing of a mission:
    "Libya denied that it had left mines", in an article on the observers."""
    if not sentence.mentions:
        return False
    if sentence.stance not in (Stance.DENIED, Stance.NEGATED):
        return False  # what a country does tells where and why the mission is there
    first = sentence.mentions[0]
    text = sentence.passage.text
    if text[: first.start].strip(" “\"'").lower() not in ("", "the"):
        return False
    return not cue("countries", "tells_of_it", "missions").search(text[first.end :])


def _fact(
    sentences: Sequence[Sentence],
    position: int,
    key: str,
    kind: str | None,
    status: MissionStatus | None,
    told: str | None,
) -> Fact:
    """The fact of one sentence; `told` is the list of status cues that it falls under."""
    sentence = sentences[position]
    told_of = strength(sentence.passage.text)
    tells_it = key in sentence.missions or (told is not None and STATUS[told] is status)
    passages, at = told_with(sentences, position, key)
    return Fact(
        kind=FactKind.MISSION,
        passages=passages,
        at=at,
        places=sentence.places,
        mission=key,
        role=",".join(roles(sentence, key, kind, told, told_of)),
        quantity=told_of,
        status=status if tells_it else None,
        stance=sentence.stance,
        attributed_to=speaker(sentence.passage.text),
        scope=what_it_is_of(
            sentence.passage.text, told_of, (mention.end for mention in sentence.named)
        ),
    )
