"""Mission facts: what an article reports on a mission: kind, lead, participants, place, dates,
strength, mandate, and its status as of the article's date.

A fact is a whole sentence filed under a mission with the roles it plays there; the sentence
before comes along where the mission is named only in it.
One module, because roles, status and strength are read from the same sentence in turn.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from bot.facts.cues import AIRCRAFT, cue
from bot.facts.reading import BODIES, Sentence, leans_on_what_came_before
from bot.facts.stance import speaker, stance
from bot.facts.status import ORDER, STATUS, Named, cues_of, status_in
from bot.language.places import Mention
from bot.language.quantities import amounts, is_date_part
from bot.language.words import is_question, stem, synonym_classes, words
from bot.model import Fact, FactKind, MissionStatus, Passage, Quantity

# In the order in which a card tells them.
ROLES = (
    "definition", "status", "lead", "place", "start", "end", "strength", "participants", "mandate",
    "record", "other",
)  # fmt: skip

_ROLE_CUES = {
    "lead": re.compile(
        r"\b(?:led by|leads?|led|command\w*|headed|heads|head of|framework nation|runs?|in "
        r"charge)\b|-led\b",
        re.IGNORECASE,
    ),
    "place": re.compile(
        r"\b(?:headquarter\w*|based (?:in|at)|bases?|airfield|area of operations|covers?|covered|"
        r"takes? place|held in|deployed (?:in|to|at|along)|stationed|region|waters|in the|over "
        r"the|off the)\b",
        re.IGNORECASE,
    ),
    "start": re.compile(
        r"\b(?:began|begins?|begun|start(?:s|ed)?|launch(?:es|ed)?|set up|established|created|"
        r"founded|"
        r"since|first deployed|inaugurat\w+|arrived|took over)\b",
        re.IGNORECASE,
    ),
    "end": re.compile(
        r"\b(?:until|ends?|ended|last day|expires?d?|by the end of|terminat\w+|withdraw\w*|"
        r"withdrew|"
        r"clos(?:e|ed|es)|leave|left|finish\w*|over|conclud\w+|extended|extends?|renew\w*|one "
        r"year|months)\b",
        re.IGNORECASE,
    ),
    "participants": re.compile(
        r"\b(?:contribut\w+|participa\w+|take part|takes part|took part|taking part|join\w*|"
        r"partner nations|withdraw\w*|withdrew|pull(?:s|ed|ing)? out|"
        r"nations|countries|send(?:s|ing)?|sent|provid\w+|suppl(?:y|ies|ied)|help|come from|came "
        r"from|drawn from|made up of)\b",
        re.IGNORECASE,
    ),
    "mandate": re.compile(
        r"\b(?:mandate\w*|resolution|task\w*|aim\w*|purpose|to (?:monitor|protect|safeguard|"
        r"observe|train|"
        r"deter|support|help|prevent|secure|patrol|strengthen|supervise|verify|escort)|authoris\w+|"
        r"authoriz\w+|allowed|excluded|unarmed|defensive|not allowed)\b",
        re.IGNORECASE,
    ),
    "record": re.compile(
        r"\b(?:trained|killed|died|lost|wounded|rescued|escorted|intercepted|seized|cleared|so "
        r"far)\b",
        re.IGNORECASE,
    ),
}
_COUNTED = (
    "soldiers",
    "people",
    "police",
    "observers",
    "trainees",
    "aircraft",
    "ships",
    "vehicles",
    "dead",
    "countries",
)


def mission_facts(
    sentences: Sequence[Sentence],
    kinds: Mapping[str, str | None],
    title: str,
    title_missions: Sequence[Named],
    hosts: Sequence[str] = (),
) -> list[Fact]:
    """The mission facts of an article that is about states, in order of its sentences.

    `kinds` are the missions that the corpus knows, with the kind of each. An article whose title
    speaks of battlegroups is about them in every sentence that says who leads or joins. `hosts`
    are where the title says all happens: the places of what its one mission does there, where a
    sentence names none.
    """
    facts = []
    named = {key for sentence in sentences for key in sentence.missions}
    main = named if len(named) == 1 else {mission.key for mission in title_missions}
    by_title = bool(_TITLE_KIND.search(title))
    cues = [_cues(sentence) for sentence in sentences]
    in_title = cues_of(title, stance(title), title_missions, None)
    opening = " ".join((title, *(s.passage.text for s in sentences[:2])))
    if _LOOKS_BACK.search(opening):  # what began then is not under way now
        past = {key for key in named if not _is_told_in_the_present(sentences, key)}
        cues = [_without_running(its, past) for its in cues]
        in_title = _without_running(in_title, past)
    statuses = _statuses(sentences, cues, in_title)
    for position, sentence in enumerate(sentences):
        if is_question(sentence.passage.text):
            continue
        keys = (*sentence.missions, *sentence.focus_missions)
        for key in dict.fromkeys(keys):
            fact = _fact(
                sentences, position, key, kinds.get(key), statuses.get(key), cues[position].get(key)
            )
            if key in main and not sentence.countries:
                fact = replace(fact, places=(*fact.places, *hosts))
            facts.append(fact)
        if not keys and (described := _described(sentences, position, by_title)):
            facts.append(described)
    return facts


_LOOKS_BACK = re.compile(
    r"\b(?:years?|decades?|century|centuries)\s+(?:ago|on|later|since)\b|\banniversar(?:y|ies)\b"
    r"|\bin (?:retrospect|hindsight)\b|\blooking back\b",
    re.IGNORECASE,
)


def _without_running(cues: Mapping[str, str], past: Collection[str]) -> dict[str, str]:
    """The cues without those that would have the missions of the past run on."""
    running = ("began", "active")
    return {key: name for key, name in cues.items() if key not in past or name not in running}


_PRESENT = re.compile(
    r"(?:^\W*|, |\b(?:later|today|now|still)\s+)(?:it|they|the (?:mission|force|operation|monitors|"
    r"observers|troops|mandate|headquarters)|(?-i:[A-Z][\w-]*[A-Z]\w*))\s+(?:still\s+|now\s+|today\s+)?"
    r"(?:is|are|has|have|works?|watch(?:es)?|covers?|patrols?|costs?)\b"
    r"(?!\s+(?:been|ended|closed|left|gone|over|finished|said|no more))",
    re.IGNORECASE,
)


def _is_told_in_the_present(sentences: Sequence[Sentence], key: str) -> bool:
    """Whether an article that looks back says of a mission what it is and has."""
    return any(
        _PRESENT.search(sentence.passage.text)
        for sentence in sentences
        if key in (*sentence.missions, *sentence.focus_missions)
    )


_HOSTED = re.compile(
    r"(?:\b(?:in|to|into|from|for|off|over|leaves?|quits?|enters?|between)\s+(?:the\s+)?|\band\s+)$",
    re.IGNORECASE,
)


def hosts_in(title: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Where a title says that something happens: "in Mali", "leave Sri Lanka", "Somalia: …"."""
    found = []
    for mention in mentions:
        begins = mention.start == 0 and re.match(r"\s*(?::|,|–|—|in\b)", title[mention.end :])
        there = begins or _HOSTED.search(title[: mention.start])
        if there and mention.form in ("name", "demonym") and mention.key not in BODIES:
            found.append(mention.key)
    return tuple(dict.fromkeys(found))[:2]


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
    strength = _strength(sentence.passage.text)
    tells_it = key in sentence.missions or (told is not None and STATUS[told] is status)
    passages, at = _passages(sentences, position, key)
    return Fact(
        kind=FactKind.MISSION,
        passages=passages,
        at=at,
        places=sentence.places,
        mission=key,
        role=",".join(_roles(sentence, key, kind, told, strength)),
        quantity=strength,
        status=status if tells_it else None,
        stance=sentence.stance,
        attributed_to=speaker(sentence.passage.text),
    )


def _roles(
    sentence: Sentence, key: str, kind: str | None, told: str | None, strength: Quantity | None
) -> list[str]:
    """What the sentence tells of the mission, in the order of `ROLES`; at least "other"."""
    text = sentence.passage.text
    found = {role for role, cues in _ROLE_CUES.items() if cues.search(text)}
    if key in sentence.missions and (
        cue("kinds", kind or "mission", "missions").search(text)
        if kind
        else re.search(r"\b(?:mission|operation|exercise|force|programme)\b", text, re.IGNORECASE)
    ):
        found.add("definition")
    if told in ORDER[:3]:
        found.add("status")
    if strength is not None:
        found.add("strength")
    return [role for role in ROLES if role in found] or ["other"]


def _strength(text: str) -> Quantity | None:
    """The first number of people or machines in a sentence."""
    for amount in amounts(text):
        if amount.unit is not None or is_date_part(text, amount):
            continue
        for word in words(text[amount.end : amount.end + 60])[:5]:
            classes = synonym_classes().get(stem(word.text), frozenset())
            counted = [name for name in _COUNTED if name in classes]
            if counted:
                return Quantity(
                    amount.value,
                    counted[0],
                    text[amount.start : amount.end],
                    amount.approximation,
                )
    return None


def _statuses(
    sentences: Sequence[Sentence], cues: Sequence[Mapping[str, str]], in_title: Mapping[str, str]
) -> dict[str, MissionStatus]:
    """The status that the article as a whole reports for each mission: the strongest told of it.

    What the title or a sentence tells of a mission by its name goes before what a sentence tells
    of "the mission". `cues` are those of the sentences, in their order.
    """
    told: dict[str, list[tuple[str, bool]]] = {}
    for key, name in in_title.items():
        told.setdefault(key, []).append((name, True))
    for sentence, its in zip(sentences, cues, strict=True):
        for key, name in its.items():
            told.setdefault(key, []).append((name, key in sentence.missions))
    statuses = {}
    for key, names in told.items():
        ranks = [name for name, direct in names if direct] or [name for name, _ in names[:1]]
        statuses[key] = STATUS[min(ranks, key=ORDER.index)]
    return statuses


def _cues(sentence: Sentence) -> dict[str, str]:
    it = sentence.focus_missions[0] if sentence.focus_missions else None
    return cues_of(sentence.passage.text, sentence.stance, sentence.named, it)


_TITLE_KIND = re.compile(
    r"\b(?:battle\s?groups?|peacekeep\w+|blue helmets|air policing|missions?|operations?|"
    r"exercises?|"
    r"drills|manoeuvres|deployments?|patrols?|observers|monitors|task force|troops)\b",
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
    r"|\b(?:deploy(?:s|ed|ing|ment)?|station(?:s|ed)|dispatched|based|sent)\b[^.]*\b(?:troops|"
    r"soldiers|jets|planes|aircraft|"
    r"battalion|brigade|warships|frigates|missiles|personnel|forces|division)\b"
    r"|\b(?:troops|soldiers|jets|planes|aircraft|battalion|brigade|warships|frigates|missiles|"
    r"personnel|"
    r"forces|division)\b[^.]*\b(?:deployed|stationed|dispatched|based|sent to|patrol)\b"
    rf"|\b(?:deploy\w*|stationed|sent|sends|based|fly|flies|flown)\b[^.]*{AIRCRAFT}"
    rf"|{AIRCRAFT}[^.]*\b(?:deploy\w*|stationed|sent|sends|based|fly|flies|flown|patrol\w*|guard\w*)\b"
    r"|\b(?:observer|monitoring|police|training|advisory|rescue) (?:team|group|contingent)s?\b"
    r"|\bteams? of (?:observers|monitors|trainers|advisers)\b"
    # "the troops that the alliance sent to Kazakhstan", "the mission of the SADC in Congo"
    r"|\b(?:the|a|an|its|their)\s+(?:\w+\s+)?(?:mission|force|contingent|troops|soldiers|peacekeepers|"
    r"observers|monitors|battalion)\s+(?:that|whom|which|of|from|sent)\b[^.]{2,60}\b(?:sent|sends|to|in|"
    r"into)\b",
    re.IGNORECASE,
)


def _described(sentences: Sequence[Sentence], position: int, by_title: bool) -> Fact | None:
    """A mission without a name: the kind and place are all there is ("a patrol over Estonia")."""
    sentence = sentences[position]
    text = sentence.passage.text
    if not sentence.places or is_question(text):
        return None
    leads = by_title and _ROLE_CUES["lead"].search(text)
    if not leads and not _UNNAMED.search(text):
        return None
    return Fact(
        kind=FactKind.MISSION,
        passages=(sentence.passage,),
        at=0,
        places=sentence.places,
        role="described",
        quantity=_strength(text),
        status=status_in(text, sentence.stance),
        stance=sentence.stance,
        attributed_to=speaker(text),
    )


_NEW_NAME = re.compile(r"\b(?:its|their) [^.]*\bnew name\b", re.IGNORECASE)


def _passages(
    sentences: Sequence[Sentence], position: int, key: str
) -> tuple[tuple[Passage, ...], int]:
    sentence = sentences[position]
    if position == 0:
        return (sentence.passage,), 0
    before = sentences[position - 1]
    if leans_on_what_came_before(sentence.passage.text) or _NEW_NAME.search(sentence.passage.text):
        return (before.passage, sentence.passage), 1
    if key in sentence.missions:
        return (sentence.passage,), 0
    named = key in before.missions and before.passage.paragraph == sentence.passage.paragraph
    if named:
        return (before.passage, sentence.passage), 1
    return (sentence.passage,), 0
