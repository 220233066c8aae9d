"""Missions without a name: "a patrol over Estonia", "the troops that the alliance sent there".

The kind and the place are all there is to know one by, so such a fact names no mission. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.facts.cues import AIRCRAFT
from bot.facts.sentence import BODIES, Sentence
from bot.facts.stance import speaker
from bot.facts.status import status_in
from bot.facts.strength import number_that_came, strength, what_it_is_of
from bot.facts.unnamed import unnamed_in
from bot.language.words import is_question
from bot.model import Fact, FactKind

_KIND = re.compile(
    r"\b(?:battle\s?groups?|(?:UN|EU|AU|peace|multinational|international) force|peacekeep\w+|"
    r"blue helmets|air policing|missions?|operations?|"
    r"exercises?|"
    r"drills|manoeuvres|deployments?|patrols?|observers|monitors|verifiers|trainers|instructors|"
    r"task force|troops)\b",
    re.IGNORECASE,
)


_UNNAMED = re.compile(
    r"\b(?:(?:peacekeeping|training|monitoring|observer|naval|air[- ]policing|joint|air|"
    r"border|police|"
    r"rescue|support|military|stabili[sz]ation|combat|surveillance|reconnaissance|UN|EU|NATO|"
    r"OSCE|AU)[\w\s\"”’'-]{0,20}?\s)"
    r"(?:missions?|operations?|exercises?|deployments?|forces?|patrols?|duty|presence|"
    r"surveillance)\b"
    r"|\bpeacekeep\w+\b|\bbattle\s?groups?\b|\bair policing\b|\bpatrol(?:s|led|ling)?\b"
    r"|\b(?:deploy(?:s|ed|ing|ment)?|station(?:s|ed|ing)?|dispatched|based|sent)\b[^.]*\b(?:troops|"
    r"soldiers|jets|planes|aircraft|officers|observers|monitors|"
    r"battalion|brigade|warships|frigates|missiles|personnel|forces|division)\b"
    r"|\b(?:troops|soldiers|jets|planes|aircraft|battalion|brigade|warships|frigates|missiles|"
    r"personnel|"
    r"forces|division)\b[^.]*\b(?:deploy(?:ed)?|station(?:ed)?|dispatched|based|sent to|patrol|"
    r"arriv(?:e|es|ed|ing) in)\b"
    r"|\b(?:NATO|EU|UN|AU|multinational|allied|foreign|international)(?:['’]s)? "
    r"(?:battalion|brigade|division|contingent|garrison)s?\b"
    r"|\b(?:brigade|battalion|squadron)\b[^.;]{0,40}\b(?:put into service|t(?:akes?|ook) up "
    r"(?:its )?duty|inaugurated|stood up|activated)\b[^.;]{0,40}\bin\b"
    rf"|\b(?:deploy\w*|stationed|sent|sends|based|fly|flies|flown)\b[^.]*{AIRCRAFT}"
    rf"|{AIRCRAFT}[^.]*\b(?:deploy\w*|stationed|sent|sends|based|fly|flies|flown|patrol\w*|guard\w*)\b"
    r"|\b(?:observer|monitoring|police|training|advisory|rescue) (?:team|group|contingent)s?\b"
    r"|\bteams? of (?:observers|monitors|trainers|advisers)\b"
    r"|\b(?:NATO|EU|European Union|UN|United Nations|OSCE|African Union|AU|ECOWAS|SADC|CIS)['’]s? "
    r"(?:\w+ )?(?:observers|monitors|peacekeepers|soldiers|troops|police)\b"
    r"|\b(?:military|neutral|observer|monitoring|truce|armistice|ceasefire|control)\s+(?:\w+\s+)?"
    r"commission\b"
    # "the troops that the alliance sent to Kazakhstan", "the mission of the SADC in Congo"
    r"|\b(?:the|a|an|its|their)\s+(?:\w+\s+)?(?:mission|force|contingent|troops|soldiers|peacekeepers|"
    r"observers|monitors|battalion)\s+(?:that|whom|which|of|from|sent)\b[^.]{2,60}\b(?:sent|sends|to|in|"
    r"into)\b",
    re.IGNORECASE,
)


# "In Romania France has had 750 soldiers since spring": who has them, and where
_HAS_THERE = re.compile(
    r"\b(?:has|have|keeps?)(?: had| kept)? (?:about |around |some |nearly |more than |over )?"
    r"[\d.,]+ (?:\w+ )?(?:soldiers|troops|men|marines|paratroopers|aircraft|jets|ships|tanks)\b"
)


# "The third is the battlegroup": of what, is told before
_OF_SEVERAL = re.compile(
    r"\W*the (?:first|second|third|fourth|last|other|latter) (?:one )?(?:is|was|has|had)\b",
    re.IGNORECASE,
)
# "gunners shelled a patrol", "two died when a patrol was ambushed": no mission is told by it
_HURT = re.compile(
    r"\b(?:shell\w*|attack\w*|ambush\w*|bomb\w*|raid\w*|stopp?\w*|seiz\w*|captur\w*|"
    r"(?:fir\w+|shot|shoot\w*) (?:on|at)|hit|struck|rammed|kill\w*|met)\s+"
    r"(?:an?|the|two|three|its|their)\s+(?:[\w’'-]+\s+){0,2}?patrols?\b(?:\s+(?:ships?|boats?|vessels?))?"
    r"|\bpatrols?\s+(?:was|were|had been|came under)\s+(?:fire|shell\w*|attack\w*|ambush\w*|"
    r"bomb\w*|fired|shot|hit|seiz\w*|captur\w*|stopped)\b",
    re.IGNORECASE,
)

_LEADS = re.compile(
    r"\b(?:led by|leads?|led|command\w*|headed|heads|head of|framework nation|runs?|in charge)\b"
    r"|-led\b",
    re.IGNORECASE,
)


_IT = re.compile(r"\b(?:it|its)\b")


def is_of_a_kind(title: str) -> bool:
    """Whether a title speaks of battlegroups, peacekeepers or another kind of mission."""
    return bool(_KIND.search(title))


def described_in(sentences: Sequence[Sentence], position: int, by_title: bool) -> Fact | None:
    """The mission that a sentence describes without naming it; `by_title` where its article is
    about such missions by its title, so that who leads is enough. Who and where may stand in the
    sentence before."""
    sentence = sentences[position]
    text = sentence.passage.text
    before = sentences[position - 1] if position and strength(text) else None
    behind = position  # of "Is it like the patrols at sea? No. Those were started by A and B"
    while behind and _YES_OR_NO.fullmatch(sentences[behind - 1].passage.text):
        behind -= 1
    if before is None and behind and (told := _continued(sentences[behind - 1], sentence)):
        return told
    if before and before.passage.paragraph != sentence.passage.paragraph:
        before = None
    if not (sentence.places or (before and before.countries)) or is_question(text):
        return None
    plain = _HURT.sub(" ", text)
    of_title = by_title and (_LEADS.search(text) or " | " in text)
    abroad = bool(sentence.countries) and len(sentence.places) > 1 and bool(_HAS_THERE.search(text))
    if _OF_SEVERAL.match(text):
        return None
    if not (of_title or abroad or _UNNAMED.search(plain) or unnamed_in(plain)):
        return None
    quantity = strength(text)
    spoken_of = sentence.focus_places[:1] if _IT.search(text) else ()
    alone = bool(sentence.places) or before is None
    return Fact(
        kind=FactKind.MISSION,
        passages=(sentence.passage,) if alone or not before else (before.passage, sentence.passage),
        at=0 if alone else 1,
        places=(*sentence.places, *spoken_of) if alone or not before else before.places,
        role="described",
        quantity=quantity,
        status=status_in(text, sentence.stance),
        stance=sentence.stance,
        attributed_to=speaker(text),
        scope=what_it_is_of(text, quantity),
    )


def _continued(before: Sentence, sentence: Sentence) -> Fact | None:
    """What "it" is to do and where, behind a sentence that describes a mission without a place:
    "A commission left on Tuesday. It is to watch over the truce of A and B"."""
    text = sentence.passage.text
    if not sentence.countries or not _IT_FIRST.match(text) or is_question(text):
        return None
    same = before.passage.paragraph == sentence.passage.paragraph
    on_land = [one for one in before.mentions if one.key not in BODIES and one.form != "area"]
    if not same or on_land or not _UNNAMED.search(before.passage.text):
        return None
    return Fact(
        kind=FactKind.MISSION,
        passages=(before.passage, sentence.passage),
        at=1,
        places=sentence.places,
        role="described",
        status=status_in(text, sentence.stance) or status_in(before.passage.text, before.stance),
        stance=sentence.stance,
        attributed_to=speaker(text),
    )


_YES_OR_NO = re.compile(r"\W*(?:yes|no|not at all|hardly|perhaps)\W*", re.IGNORECASE)
_IT_FIRST = re.compile(r"\W*(?:it|they|its|their|those|these)\b", re.IGNORECASE)


def told_of_it(sentences: Sequence[Sentence], position: int, facts: Sequence[Fact]) -> Fact | None:
    """How many they are, in an article that has described one mission so far and names none:
    "He put their number at 2,030", quoted behind the description."""
    sentence = sentences[position]
    text = sentence.passage.text
    quantity = strength(text) or number_that_came(text)
    first = next((fact for fact in facts if fact.role == "described"), None)
    if quantity is None or first is None or what_it_is_of(text, quantity) != "all":
        return None
    return Fact(
        kind=FactKind.MISSION,
        passages=(*first.passages, sentence.passage),
        at=len(first.passages),
        places=tuple(dict.fromkeys((*first.places, *sentence.places))),
        role="described",
        quantity=quantity,
        stance=sentence.stance,
        attributed_to=speaker(text),
        scope="all",
    )
