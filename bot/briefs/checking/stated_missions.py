"""What the facts have on a statement of a mission: its head, its strength, its dates, its end.

A mission's facts bring the sentences that are of it without naming it, so that "It was closed in
May" counts. The newest report decides of what changes; an older one is no contradiction of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.briefs.checking.as_mission import MISSION, clauses_of_mission
from bot.briefs.checking.claimed import TO_COME, Claim
from bot.briefs.checking.deeds import deed_of
from bot.briefs.checking.findings import Finding, newest_of
from bot.briefs.checking.frames import frame, missions_named
from bot.briefs.checking.mission_claims import claims_in
from bot.briefs.checking.same_claims import agrees, is_told, named
from bot.briefs.checking.stated_succession import on_succession
from bot.briefs.meant import missions_by_what_they_are
from bot.language.words import is_question, words
from bot.model import Fact, Passage, Stance
from bot.store import ReadPassage, View

_PLAIN: Final = (Stance.ASSERTED, Stance.ATTRIBUTED, Stance.NEGATED)
_READ: Final = (*_PLAIN, Stance.HEDGED)
_ALLOWED: Final = re.compile(r"\b(?:may|can) have\b")
_CHANGING: Final = ("until", "may have")
"""Kinds of claims that are true until another is made."""
_OF_CONTINGENTS: Final = re.compile(
    r"\b(?:contingents?|contributors?|most soldiers|most troops)\b", re.IGNORECASE
)

_ARTICLES: Final = 60

Quoted = list[tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class _Told:
    claim: Claim
    passages: tuple[Passage, ...]
    stance: Stance
    when: tuple[int, int, int]

    @property
    def own(self) -> str:
        """The sentence itself, without what it leans on."""
        return self.passages[-1].text

    @property
    def text(self) -> str:
        return " ".join(passage.text for passage in self.passages)


async def on_missions(view: View, statement: str) -> Finding | None:
    """What is claimed of one mission, by its facts; None for any other statement."""
    keys = {key for key, _ in missions_named(view, statement)}
    if len(keys) == 2:
        return await on_succession(view, statement)
    if len(keys) != 1:
        return None
    (key,) = keys
    clauses = clauses_of_mission(view, statement, key, refers=False)
    if len(clauses) != 1:
        return None
    if not any(True for _ in claims_in(view, clauses[0])):
        return None
    facts = await view.facts_of_mission(key)
    known = {place for fact in facts for place in fact.places}
    told = await _told_by(view, key, facts)
    supporting: Quoted = []
    contradicting: Quoted = []
    outdated: Quoted = []
    for one in claims_in(view, clauses[0], known):
        for_it, against, older = _held(
            view, one, [some for some in told if is_told(view, one, some.text)]
        )
        supporting += for_it
        contradicting += against
        outdated += older
    if bool(supporting) == bool(contradicting):
        return None  # neither, or it says two things, of which one is so
    return Finding(
        statement,
        newest_of(view, supporting),
        newest_of(view, contradicting),
        outdated=newest_of(view, outdated) if contradicting else (),
    )


async def _told_by(view: View, key: str, facts: Sequence[Fact]) -> Sequence[_Told]:
    """What is claimed of a mission in the articles of its facts, sentence by sentence."""
    quoted = {fact.passages[fact.at]: fact.passages for fact in facts}
    articles = list(dict.fromkeys(passage.article_id for passage in quoted))[:_ARTICLES]
    found: list[_Told] = []
    for article, sentences in (await view.passages_of(articles)).items():
        published = view.cards[article].published
        naming: ReadPassage | None = None  # the last one that names any
        for one in sentences:
            before, naming = naming, one if one.missions else naming
            if key not in (*one.missions, *one.focus_missions) or one.stance not in _READ:
                continue
            if key not in one.missions and before and not _is_of_one(view, before, key):
                continue  # "it" may be either
            passage = one.passage
            if is_question(passage.text):
                continue
            clauses = clauses_of_mission(view, passage.text, key, refers=True)
            if not clauses and _OF_CONTINGENTS.search(passage.text):
                clauses = (f"{passage.text.rstrip('.')} in {MISSION}",)
            if one.stance is Stance.HEDGED and not _ALLOWED.search(passage.text):
                continue
            places = (*one.places, *one.focus_places)
            told = [c for clause in clauses for c in claims_in(view, clause, places, published)]
            passages = quoted.get(passage, (passage,))
            when = published.order if published else (0, 0, 0)
            found += [
                _Told(replace(claim, told_on=published), passages, one.stance, when)
                for claim in told
            ]
    return found


def _is_of_one(view: View, naming: ReadPassage, key: str) -> bool:
    """Whether a sentence names one mission only, or begins with it: "A took over from B"."""
    if len(set(naming.missions)) < 2:
        return True
    named = missions_named(view, naming.passage.text)
    head = naming.passage.text[: named[0][1][0]] if named else ""
    return bool(named) and named[0][0] == key and deed_of(words(head)) is None


def _held(view: View, said: Claim, told: Sequence[_Told]) -> tuple[Quoted, Quoted, Quoted]:
    """What is for a claim, against it, and for it until the newest report came."""
    if said.kind in ("ends", "goes on") and not said.days:
        return _on_its_end(said, told)
    compared = [(agrees(said, one.claim), one) for one in told]
    supporting = [one for agree, one in compared if agree]
    against = [
        one
        for agree, one in compared
        if agree is False
        and one.stance is not Stance.ATTRIBUTED
        and not _speaks_of(view, one.own, said)
    ]
    if said.kind in _CHANGING and (supporting or against):
        last = max(one.when for one in (*supporting, *against))
        against = [one for one in against if one.when == last]
        if against and not said.is_past and all(one.when < last for one in supporting):
            return [], _quoted(against), _quoted(supporting)
    return (_quoted(supporting), [], []) if supporting else ([], _quoted(against), [])


def _quoted(told: Sequence[_Told]) -> Quoted:
    return [one.passages for one in told]


def _speaks_of(view: View, text: str, said: Claim) -> bool:
    """Whether a sentence names whom a claim names: "a Pole commands it; before her it was …"."""
    if said.who is None or said.kind not in ("leads", "most", "is at"):
        return False
    told = frame(view, text)
    return bool(named(said.who) & named(told))


def _on_its_end(said: Claim, told: Sequence[_Told]) -> tuple[Quoted, Quoted, Quoted]:
    """Whether it is over, or goes on, by the newest that tells either."""
    kinds = ("ends", "goes on")
    telling = [one for one in told if one.claim.kind in kinds and one.claim.manner != TO_COME]
    if not telling or said.manner == TO_COME:
        return [], [], []
    last = max(one.when for one in telling)
    newest = [one for one in telling if one.when == last]
    if len({one.claim.kind for one in newest}) > 1:
        return [], [], []
    if newest[0].claim.kind == said.kind:
        return _quoted(newest), [], []
    older = [one for one in telling if one.when < last and one.claim.kind == said.kind]
    return [], _quoted(newest), _quoted(older)


_DESCRIBED: Final = re.compile(
    r"\b(?:[Tt]he )?(?P<body>[A-Z][\w.]*(?: [A-Z]\w+)?)(?:['’]s)? (?:[a-z-]+ )?"
    r"(?:mission|operation|force|peacekeeping force) (?:in|on|off|for) (?:the )?"
    r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*"
)


async def with_its_name(view: View, statement: str) -> str:
    """A statement with the name of the one mission that it describes, "the UN force in Peru",
    where an article says that it is one of that body."""
    match = _DESCRIBED.search(statement)
    if match is None or missions_named(view, statement):
        return statement
    bodies = {mention.key for mention in view.gazetteer.mentions(match["body"])}
    keys = await missions_by_what_they_are(view, match[0])
    if len(keys) != 1 or not bodies:
        return statement
    mission = view.missions[keys[0]]
    named_so = {m.key for name in mission.names for m in view.gazetteer.mentions(name)}
    if not bodies <= named_so:
        told = await _told_by(view, mission.key, await view.facts_of_mission(mission.key))
        of = [one.claim for one in told if one.claim.kind == "is of" and not one.claim.denies]
        if not any(one.who and bodies <= set(one.who.place_keys) for one in of):
            return statement
    return f"{statement[: match.start()]}{mission.name}{statement[match.end() :]}"
