"""Mission facts: what an article reports on a mission: kind, lead, participants, place, dates,
strength, mandate, and its status as of the article's date.

A fact is a whole sentence filed under a mission with the roles it plays there; the sentence
before comes along where the mission is named only in it.
One module, because roles, status and strength are read from the same sentence in turn.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.facts.cues import cue
from bot.facts.described import described_in, is_of_a_kind, told_of_it
from bot.facts.sentence import BODIES, Sentence
from bot.facts.stance import speaker, stance
from bot.facts.status import ORDER, STATUS, Named, cue_in, cues_of, succession
from bot.facts.strength import strength, what_it_is_of
from bot.facts.unnamed import UNNAMED, unnamed_in
from bot.facts.which_mission import counts_by_nation, is_labelled, joins, leans_on_what_came_before
from bot.language.places import Mention
from bot.language.words import is_question
from bot.model import Fact, FactKind, MissionStatus, Passage, Quantity, Stance

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
        r"(?:taken?|took|brought|sent|went)\s(?:[^.;]{0,30}\s)?home|"
        r"clos(?:e|ed|es)|leave|left|finish\w*|over|conclud\w+|extended|extends?|renew\w*|one "
        r"year|months)\b",
        re.IGNORECASE,
    ),
    "participants": re.compile(
        r"\b(?:contribut\w+|participa\w+|take part|takes part|took part|taking part|join\w*|"
        r"partner nations|withdraw\w*|withdrew|pull(?:s|ed|ing)? out|"
        r"nations|countries|lent|lends?|gave|gives|kept|coordinat\w+|did the same|followed suit|"
        r"part of (?:it|theirs)|belong\w* to (?:it|both)|follow(?=\.)|assist|"
        r"makes? up|look(?:s|ed)? after|"
        r"among the (?:observers|soldiers|monitors|peacekeepers|troops)|"
        r"serv(?:ed|es?) (?:in|with) (?:it|both)|(?:came|comes?|arrived?) with|"
        r"send(?:s|ing)?|sent|provid\w+|suppl(?:y|ies|ied)|help|come from|came "
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
    facts = []
    named = {key for sentence in sentences for key in sentence.missions}
    main = named if len(named) == 1 else {mission.key for mission in title_missions}
    if hosts and not title_missions:  # "A chronicle: foreign forces in Chad" is on all of them
        main = main or named
    main = main or {*next((s.missions for s in sentences[:3] if s.missions), ())}
    for sentence in sentences:  # what follows the one that the article is about is where it was
        change = succession(sentence.passage.text, sentence.named)
        ends = {change.old, change.new} if change else set()
        if ends & {*main, None}:
            main = main | {key for key in ends if key is not None}
    by_title = is_of_a_kind(title)
    early = {key for s in sentences[: max(3, len(sentences) // 3)] for key in s.missions}
    if by_title and not title_missions and not named & early:
        main = set()  # "Soldiers leave Mali", and a mission elsewhere at the end
    hosts = hosts or hosts_in_lead(sentences)
    if not hosts and len(named & main) == 1:
        hosts = title_subjects  # "Libya gives up Aouzou", and what watched it
    host_of = _hosts_by_mission(sentences)
    cues = [_cues(sentence) for sentence in sentences]
    # "Blue helmets leave Haiti": what a title says of a kind is told of the mission named first
    spoken_of = next(iter(_in_order(sentences)), None) if by_title and not title_missions else None
    spoken_of = spoken_of if spoken_of in main else None
    in_title = cues_of(title, stance(title), title_missions, spoken_of)
    if spoken_of and not in_title and (_HEADS_TITLE.match(title) or _ACTS_ON_ONE.search(title)):
        in_title = {spoken_of: told} if (told := cue_in(title, stance(title))) else {}
    opening = " ".join((title, *(s.passage.text for s in sentences[:2])))
    if _LOOKS_BACK.search(opening):  # what began then is not under way now
        past = {key for key in named if not _is_told_in_the_present(sentences, key)}
        cues = [_without_running(its, past) for its in cues]
        in_title = _without_running(in_title, past)
    statuses = _statuses(sentences, cues, in_title)
    for key in named - statuses.keys():  # "It has 400 soldiers", and nothing else is said of it
        if _is_told_in_the_present(sentences, key):
            statuses[key] = MissionStatus.ACTIVE
    for position, sentence in enumerate(sentences):
        if is_question(sentence.passage.text):
            continue
        keys = (*sentence.missions, *sentence.focus_missions)
        if not sentence.missions and _is_of_a_country(sentence):
            continue
        for key in dict.fromkeys(keys):
            told = cues[position].get(key)
            if key == UNNAMED:
                described = described_in(sentences, position, by_title)
                fact = described or _of_the_unnamed(sentences, position, cues)
                if fact is None:
                    continue
            else:
                fact = _fact(sentences, position, key, kinds.get(key), statuses.get(key), told)
            if fact.role == "other" and _SAYS_YES_OR_NO.match(sentence.passage.text):
                continue  # "No, people mix that up", in an interview
            its_hosts = hosts if key in main and hosts else host_of.get(key, ())
            if its_hosts and not _tells_where(sentence):
                fact = replace(fact, places=tuple(dict.fromkeys((*fact.places, *its_hosts))))
            facts.append(fact)
        if not keys and (described := described_in(sentences, position, by_title)):
            facts.append(described)
        elif not keys and named <= {UNNAMED} and (more := told_of_it(sentences, position, facts)):
            facts.append(more)
    return facts


def _of_the_unnamed(
    sentences: Sequence[Sentence], position: int, cues: Sequence[Mapping[str, str]]
) -> Fact | None:
    """What a sentence tells of the one mission of its article, which has no name; quoted behind
    the sentence that says what it is. None for what tells nothing of it."""
    sentence = sentences[position]
    text = sentence.passage.text
    quantity = strength(text)
    told = cues[position].get(UNNAMED)
    roles = set(_roles(sentence, UNNAMED, None, told, quantity)) - {"other", "definition"}
    said = [s for s in sentences[position::-1] if UNNAMED in s.missions]
    what = said[0] if said else sentence
    before = sentences[position - 1] if position else sentence
    same = before.passage.paragraph == sentence.passage.paragraph
    if what is sentence and same and not sentence.places and _ITS.match(text):
        what = before  # "Its observers", behind whose they are
    if not roles and what is not before:
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


def _in_order(sentences: Sequence[Sentence]) -> Iterator[str]:
    return (key for sentence in sentences for key in sentence.missions)


# "UN mission in Nepal closes its doors": a headline leaves out the article
_HEADS_TITLE = re.compile(
    r"\W*(?:(?:last|first|final|(?-i:[A-Z])[\w.’'-]*)\s+){0,4}(?:missions?|operations?|forces?|"
    r"peacekeepers|observers|monitors|troops|blue helmets|trainers|verifiers|instructors)\b",
    re.IGNORECASE,
)
# "Russian veto ends UN mission in Georgia"
_ACTS_ON_ONE = re.compile(
    r"\b(?:ends?|closes?|shuts?|extends?|prolongs?|renews?|suspends?|halts?|freezes?|terminates?)\s+"
    r"(?:(?-i:[A-Z])[\w.’'-]*\s+){0,3}(?:\w+\s+)?(?:missions?|operations?|forces?|observers|monitors|"
    r"peacekeepers|mandate)\b",
    re.IGNORECASE,
)
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


_PRESENT_VERB = re.compile(
    r",?\s+(?:still\s+|now\s+|today\s+|only\s+)?(?:is|are|has|have|works?|watch(?:es)?|covers?|patrols?|"
    r"costs?|consists?|counts?|numbers?)\b(?!\s+(?:\w+ly\s+)?(?:been|ended|closed|left|gone|over|finished|said|"
    r"no more|to|done|named|called|known|had))"
)


def _is_told_in_the_present(sentences: Sequence[Sentence], key: str) -> bool:
    """Whether an article that looks back says of a mission what it is and has."""
    return any(
        sentence.stance in (Stance.ASSERTED, Stance.ATTRIBUTED)
        and (
            _PRESENT.search(sentence.passage.text)
            or any(
                named.key == key and _PRESENT_VERB.match(sentence.passage.text, named.end)
                for named in sentence.named
            )
        )
        for sentence in sentences
        if key in (*sentence.missions, *sentence.focus_missions)
    )


_HOSTED = re.compile(
    r"(?:\b(?:in|on|to|into|from|for|off|over|leaves?|quits?|enters?|between)\s+(?:the\s+)?|\band\s+)$",
    re.IGNORECASE,
)


def hosts_in(title: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Where a title says that something happens: "in Mali", "leave Sri Lanka", "Somalia: …"."""
    found = []
    for mention in mentions:
        begins = mention.start == 0 and re.match(r"\s*(?::|,|–|—|in\b)", title[mention.end :])
        there = begins or _HOSTED.search(title[: mention.start])
        by_name = mention.form in ("name", "demonym") or re.search(
            r"\b(?:to|into)\s+$", title[: mention.start]
        )
        if there and by_name and mention.key not in BODIES:
            found.append(mention.key)
    return tuple(dict.fromkeys(found))[:2]


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


# "in Bangui", "off the coast of Somalia": of a place that follows
_WHERE = re.compile(
    r"\b(?:in|at|off|to|into|near|over|inside|across|on)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)


def _tells_where(sentence: Sentence) -> bool:
    """Whether a sentence says itself where something is: more than who sends what."""
    text = sentence.passage.text
    return any(
        mention.key not in BODIES and _WHERE.search(text[: mention.start])
        for mention in sentence.mentions
    )


def _hosts_by_mission(sentences: Sequence[Sentence]) -> dict[str, tuple[str, ...]]:
    """Where each mission is, by the first sentence that names it and a place that it is "in"; else
    by the sentence before that names it, which says where something of the kind is."""
    found: dict[str, tuple[str, ...]] = {}
    for before, sentence in zip((None, *sentences), sentences, strict=False):
        there = _where_it_is(sentence)
        if there and UNNAMED in sentence.focus_missions:
            found.setdefault(UNNAMED, there)
        if before and not there and _THERE.search(sentence.passage.text):
            there = _where_it_is(before)
        if not there and before and before.passage.paragraph == sentence.passage.paragraph:
            text = before.passage.text
            there = _where_it_is(before) if is_of_a_kind(text) or unnamed_in(text) else ()
        for key in sentence.missions if there else ():
            found.setdefault(key, there)
    for sentence in sentences:
        for key in sentence.missions:
            if key not in found and (there := _the_one_country(sentence)):
                found[key] = there
    last: str | None = None
    for sentence in sentences:  # what takes another's place is where that was
        change = succession(sentence.passage.text, sentence.named)
        before_it, last = last, next(reversed(sentence.missions), last)
        if change is None:
            continue
        it = next(iter(sentence.focus_missions), before_it)
        old, new = change.old or it, change.new or it
        for one, other in ((old, new), (new, old)):
            if one in found and other is not None and one is not None:
                found.setdefault(other, found[one])
    return found


def _where_it_is(sentence: Sentence) -> tuple[str, ...]:
    """The first country or region that a sentence says something is in, but for headquarters."""
    text = sentence.passage.text
    for mention in sentence.mentions:
        before = text[: mention.start]
        if mention.key not in BODIES and _IS_IN.search(before) and not _AT_HOME.search(before):
            both = sentence.countries if before.rstrip().endswith("between") else ()
            return (mention.key, *(key for key in both if key != mention.key))[:2]
    return ()


def _the_one_country(sentence: Sentence) -> tuple[str, ...]:
    """The country of a sentence that names no other, unless it sends, leads or speaks."""
    names = [mention for mention in sentence.mentions if mention.key not in BODIES]
    if len({mention.key for mention in names}) != 1 or joins(sentence.passage.text, names):
        return ()
    text, first = sentence.passage.text, names[0]
    if (
        first.form != "name"
        or _DOES_IT.match(text, first.end)
        or _BY_IT.search(text[: first.start])
    ):
        return ()
    return (first.key,)


# "Norway leads UNX", "UNX, which Norway paid for", "led by Norway", "the war against Norway"
_DOES_IT = re.compile(
    r"(?:['’]s?\b|\s+(?:(?:has|have|had|is|was|will|would|now|also)\s+)*(?:le[ad]\w*|command\w*|head\w*|pa[iy]\w*|"
    r"want\w*|say\w*|said|call\w*|plan\w*|propos\w*|run|runs|ran|refus\w*|withdr\w*|den\w+|end\w*|began|begins?|"
    r"launch\w*|join\w*|ask\w*|thank\w*|vot\w+|veto\w*|stop\w*|accus\w*|abstain\w*)\b)"
)
_BY_IT = re.compile(
    r"\b(?:by|from|with|against|through|like|without|than|near)\s+(?:the\s+)?(?:\w+\s+)?$",
    re.IGNORECASE,
)
_IS_IN = re.compile(
    r"\b(?:in|into|from|on|off|over|inside|across|for|throughout|between)\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.I,
)
_THERE = re.compile(r"\bthere\b(?!\s+(?:is|are|was|were|will|has|have|had)\b)")
_AT_HOME = re.compile(
    r"\b(?:headquarter\w*|based|bases?|command\w*|said|told|decided|agreed|met|meeting|summit|"
    r"talks|trained|born|signed|parliament|ministers?)\b[^,;]*$",
    re.IGNORECASE,
)


_SENT_TO = re.compile(
    r"\b(?:missions?|operations?|force|forces|peacekeepers|troops|soldiers|observers|monitors|contingent|"
    r"helmets|deployment|exercises?)\s+(?:in|to|for|from|off)\s+(?:the\s+)?$"
    # "South African troops crossed into Lesotho before dawn"
    r"|\b(?:troops|soldiers|forces|paratroopers|marines|tanks|peacekeepers|legionnaires|battalions?|"
    r"commandos|police(?:men)?)\s+(?:(?:have|had|has|also|then)\s+)*(?:cross\w+|march\w+|moved?|"
    r"rolled|drove|driven|poured|went|gone|flew|flown|pushed|advanced|landed|arrived|parachuted|"
    r"intervened|dropped)\s+(?:(?:back|ashore|north|south|east|west|over)\s+)?(?:into|in)\s+(?:the\s+)?$"
    r"|\b(?:troops|soldiers|forces|paratroopers|marines|tanks)\s+(?:(?:have|had)\s+)?"
    r"(?:entered|invaded|occupied)\s+(?:the\s+)?$"
    r"|\b(?:leav(?:e|es|ing)|left)\s+$",
    re.IGNORECASE,
)


def hosts_in_lead(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Where the first two sentences say that a mission is: "its mission in Mali"."""
    return tuple(
        dict.fromkeys(
            mention.key
            for sentence in sentences[:2]
            for mention in sentence.mentions
            if mention.key not in BODIES and _SENT_TO.search(sentence.passage.text[: mention.start])
        )
    )[:1]


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
    passages, at = _passages(sentences, position, key)
    return Fact(
        kind=FactKind.MISSION,
        passages=passages,
        at=at,
        places=sentence.places,
        mission=key,
        role=",".join(_roles(sentence, key, kind, told, told_of)),
        quantity=told_of,
        status=status if tells_it else None,
        stance=sentence.stance,
        attributed_to=speaker(sentence.passage.text),
        scope=what_it_is_of(
            sentence.passage.text, told_of, (mention.end for mention in sentence.named)
        ),
    )


def _roles(
    sentence: Sentence, key: str, kind: str | None, told: str | None, quantity: Quantity | None
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
    if len(sentence.missions) > 1 and _NOW_IS.search(text):
        found.add("definition")  # "EUTM Mozambique is now EUMAM Mozambique"
    if counts_by_nation(text, sentence.mentions) or joins(text, sentence.mentions):
        found.add("participants")
    if quantity is not None:
        found.add("strength")
    return [role for role in ROLES if role in found] or ["other"]


_NOW_IS = re.compile(
    r"\b(?:is|are) now\b|\brenam\w+|\bnow called\b|\bnew name\b|\bbec(?:ame|omes?)\b"
)


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
    only = len({key for sentence in sentences for key in sentence.missions}) == 1
    for key, names in told.items():
        ranks = [name for name, direct in names if direct] or [name for name, _ in names[:1]]
        if only and any(name in ORDER[:3] for name, direct in names if not direct):
            ranks = [name for name, _ in names if name != "planned"] or ranks
        statuses[key] = STATUS[min(ranks, key=ORDER.index)]
    return statuses


def _cues(sentence: Sentence) -> dict[str, str]:
    it = sentence.focus_missions[0] if sentence.focus_missions else None
    return cues_of(sentence.passage.text, sentence.stance, sentence.named, it)


def _date_above(sentences: Sequence[Sentence], position: int) -> Passage | None:
    """In a chronicle, the date that stands alone above a sentence: "April 1998."."""
    paragraph = sentences[position].passage.paragraph
    for sentence in sentences[position - 1 :: -1]:
        if _DATE_ALONE.match(sentence.passage.text):
            return sentence.passage
        if sentence.passage.paragraph != paragraph:
            return None
    return None


_DATE_ALONE = re.compile(
    r"\W*(?:(?:in|on|since|by)\s+)?(?:\d{1,2}\.?\s+)?(?:[A-Z][a-z]{2,9}\.?\s+)?(?:\d{1,2},\s+)?"
    r"(?:1[89]|20)\d\d\W*$",
    re.IGNORECASE,
)
_IT_FIRST = re.compile(r"\W*(?:it|they)\b", re.IGNORECASE)
# "Its own naval force, Operation Atalanta": whose it is stands before
_ITS_FIRST = re.compile(
    r"\W*(?:its|their)\s+(?:own|new|other|only|first|second)\b|\W*(?:it|the (?:new )?\w+)"
    r"\s+(?:is|was|has been)\s+(?:called|named|code-?named|dubbed|known as)\b"
    r"|\W*they\s+(?:are|were|go|went)\s+(?:by\b|known|called|named)",
    re.IGNORECASE,
)
_SHORT = 60  # letters of "The undertaking is called X", which opens a paragraph
_OF_ANOTHER = re.compile(
    r"\bit (?:replac|succeed|follow|reliev|takes over|took over)"
    r"|\b(?:replac|succeed|reliev|follow)\w* it\b"
)
_NEW_NAME = re.compile(r"\b(?:its|their) [^.]*\bnew name\b", re.IGNORECASE)


def _passages(
    sentences: Sequence[Sentence], position: int, key: str
) -> tuple[tuple[Passage, ...], int]:
    sentence = sentences[position]
    if position == 0:
        return (sentence.passage,), 0
    before = sentences[position - 1]
    dated = _date_above(sentences, position)
    if dated is not None and _ITS_FIRST.match(sentence.passage.text) and dated != before.passage:
        return (dated, before.passage, sentence.passage), 2
    if dated is not None:
        return (dated, sentence.passage), 1
    if not sentence.missions and is_labelled(sentence.passage.text):
        naming = next((s for s in sentences[position - 1 :: -1] if key in s.missions), None)
        if naming is not None:
            return (naming.passage, sentence.passage), 1
    if leans_on_what_came_before(sentence.passage.text) or _NEW_NAME.search(sentence.passage.text):
        return (before.passage, sentence.passage), 1
    if key in sentence.missions:
        text = sentence.passage.text
        if sentence.focus_missions and _OF_ANOTHER.search(text):  # "The mission it replaces, MSS"
            other = sentence.focus_missions[0]
            said = next((s for s in sentences[position - 1 :: -1] if other in s.missions), None)
            if said is not None and key not in said.missions:
                return (said.passage, sentence.passage), 1
        of_it = bool(sentence.focus_missions and _IT_FIRST.match(text)) or _ITS_FIRST.match(text)
        same = before.passage.paragraph == sentence.passage.paragraph
        if (
            of_it and (same or len(text) < _SHORT) and key not in before.missions
        ):  # "It replaced the smaller B"
            return (before.passage, sentence.passage), 1
        return (sentence.passage,), 0
    named = key in before.missions and before.passage.paragraph == sentence.passage.paragraph
    if named:
        return (before.passage, sentence.passage), 1
    return (sentence.passage,), 0
