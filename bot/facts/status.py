"""What a sentence tells of the status of each mission that it names.

A sentence may end one mission and begin another ("France ended A and replaced it with B"): so a
cue belongs to one mission, by succession where the sentence tells one, else by clause and
nearness. Pure; knows nothing of places and of answers. One module:
every cue is bound to a mission by the same rules of nearness.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.facts.cues import cue, table
from bot.model import MissionStatus, Stance

# The first list of cues in this order that fits decides.
ORDER = ("ended", "suspended", "extended", "ending", "began", "planned", "proposed", "active")
STATUS = {
    "ended": MissionStatus.ENDED,
    "suspended": MissionStatus.SUSPENDED,
    "extended": MissionStatus.EXTENDED,
    "ending": MissionStatus.ACTIVE,  # what is to leave is there
    "began": MissionStatus.ACTIVE,
    "planned": MissionStatus.PLANNED,
    "proposed": MissionStatus.PROPOSED,
    "active": MissionStatus.ACTIVE,
}


@dataclass(frozen=True, slots=True)
class Named:
    """A mission's key and where the sentence names it."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Succession:
    """One mission takes another's place; None for one that the sentence calls "it"."""

    old: str | None
    new: str | None
    to_come: bool


def cues_of(text: str, stance: Stance, named: Sequence[Named], it: str | None) -> dict[str, str]:
    """The list of status cues that each mission falls under: key → one of `ORDER`.

    `named` are the missions that the sentence names, in order; `it` is the one that "it" and "the
    mission" refer to. Empty where the sentence tells no status.
    """
    if stance is Stance.HYPOTHETICAL or (not named and it is None):
        return {}
    keys = list(dict.fromkeys(mention.key for mention in named))
    told: dict[str, str] = {}
    if (change := succession(text, named)) is not None:
        old, new = change.old or it, change.new or it
        if old is not None and old != new:
            told[old] = "active" if change.to_come else "ended"
        if new is not None and old != new:
            told[new] = "planned" if change.to_come else "began"
            if any(one.key == new and _UNTIL_THEN.match(text, one.end) for one in named):
                told[new] = "ended"
        return told
    for mention in named:  # "France ends Operation X in Bangui"
        if _ENDS_IT.search(text[: mention.start]) and _AND_ALL_OF_IT.match(text, mention.end):
            then = _ENDS_THEN.match(text, mention.end)
            told[mention.key] = "ending" if then else "ended"
    if told and len(keys) < 2:
        return told
    if len(keys) < 2:
        name = cue_in(text, stance)
        if name == "ended" and keys and _of_another_body(text, named):
            return {}
        if name == "ended" and named and _OF_A_PART.search(text[: named[0].start]):
            name = "ending"  # "The military part of the mission is over": the rest goes on
        if (
            it is not None
            and it not in keys
            and _OF_THE_MISSION.search(text)
            and not (name and _is_of_a_participant(text, name))
        ):
            keys.append(it)
        return dict.fromkeys(keys, name) if name else {}
    for mention in named:  # "ISAF ends, Resolute Support begins"
        if verb := _AT_ONCE.match(text, mention.end):
            told.setdefault(mention.key, "ended" if verb["ended"] else "began")
    for part, mentions in _clauses(text, named):
        name = cue_in(part, stance)
        if name is None:
            continue
        for key in dict.fromkeys(_governed(part, name, mentions) if mentions else keys[:1]):
            if key not in told or ORDER.index(name) < ORDER.index(told[key]):
                told[key] = name
    return told


# "A was there from 2004 to 2017, and its successor B until October 2019"
_UNTIL_THEN = re.compile(
    r"\s+(?:(?:from|since)\s[^,;.]{0,25}?\s)?(?:until|till|to)\s+(?:[\w.]+\s+){0,2}(?:19|20)\d\d"
    r"(?=\s*(?:[,.;]|$))"
)
_ENDS_IT = re.compile(
    r"(?<!\bboth )(?<!\bwhen )(?<!\bif )\b(?:ends|closes|terminates|winds up|shuts down)\s+"
    r"(?:(?:its|the|military|naval|joint|peacekeeping|training|mission|operation|exercise)\s+){0,4}$",
    re.IGNORECASE,
)
# and not "ends KFOR duty"
_AND_ALL_OF_IT = re.compile(
    r"\s*(?:[^\w\s]|$)|\s+(?:in|off|on|after|as|and|at|amid|with|over|from|by|next)\b"
)
# A mission's own verb, with nothing behind it that would make it another's
_AT_ONCE = re.compile(
    r"\s+(?:(?P<ended>ends|ended|closes|closed|folds|folded)|begins|began|starts|started)\b"
    r"(?=\s*(?:[,.;:!–—]|$)|\s+(?:and|while|but|as)\b)"
)
_OF_A_PART = re.compile(
    r"\b(?:part|phase|stage|component|share|leg|half|wing|element|contingent) of (?:the )?"
    r"(?:(?:operation|mission|exercise) )?$",
    re.IGNORECASE,
)


def _of_another_body(text: str, named: Sequence[Named]) -> bool:
    """Whether what ended is told of other missions: "The missions of the OSCE were closed in 2009,
    which makes EUMM the only one left"."""
    others = _OTHERS.search(text)
    return bool(others and all(mention.start > others.end() for mention in named))


_OTHERS = re.compile(
    r"^\W*(?:(?:[Tt]he|[Tt]wo|[Bb]oth|[Aa]ll|[Ii]ts) )?(?:other |older |earlier )?(?:[Mm]issions|"
    r"[Oo]perations|[Ff]orces) of (?:the )?[A-Z][^,;:]*,"
)


def _is_of_a_participant(text: str, name: str) -> bool:
    """Whether it is a country that is to do something: "They come from Togo, and Benin is to send
    more"."""
    found = cue("status", name, "missions").search(text) if name in ("planned", "ending") else None
    return found is not None and bool(
        _A_NAME_BEFORE.search(text[: found.start()]) and _SENDS.match(text, found.start())
    )


_A_NAME_BEFORE = re.compile(r"[\w,]\s+[A-Z][a-z][\w’'-]+\s+$")
_SENDS = re.compile(
    r"(?:\w+\s+){1,3}?(?:send|sent|contribut|provid|add|lend|withdr|pull|join|suppl)\w*\b"
)
# What a participant plans ("Italy plans to withdraw 500") is not the status of the mission.
_OF_THE_MISSION = re.compile(
    r"^\W*(?:it|its|they|their)\b|\bg[ai]ven? (?:it|them)\b"
    r"|\b(?:terminat|end|clos|dissolv|suspend|extend|prolong|renew|launch|disband|recall)\w* it\b"
    r"|\b(?:the|all|its|their)\s+(?!own\b)(?:[\w’'-]+\s+){0,4}?(?:missions?|operations?|"
    r"force|exercises?|campaigns?|programme|manoeuvres?|drills?|deployment|evacuation|airlift|mandate|troops|soldiers|officers|"
    r"peacekeepers|observers|monitors|verifiers|contingents?|ships|blue helmets|units|staff|"
    r"members|police(?:men)?|task force|group|team)\b|\bblue (?:helmets|berets)\b",
    re.IGNORECASE,
)
_SHRINKS = re.compile(
    r"\b(?:withdraw\w*|withdrew|reduc\w+|cut\w*|shrink\w*|scal\w+ down|pull\w* out|"
    r"bring\w* home)\b",
    re.IGNORECASE,
)


def status_in(text: str, stance: Stance = Stance.ASSERTED) -> MissionStatus | None:
    """The status that a sentence tells of the one mission that it speaks of."""
    name = cue_in(text, stance)
    return STATUS[name] if name else None


def cue_in(text: str, stance: Stance) -> str | None:
    """The list of status cues that a text falls under, None where it tells no status."""
    if stance is Stance.HYPOTHETICAL:
        return None
    if _FROM_TO.search(text) or _UNTIL_A_YEAR.search(text) or _ENDS_NOW.search(text):
        return "ended"
    if _SAYS_WRONGLY.search(text):
        return None
    if _LEFT_THEN.search(text) and not _some_left(text, None):
        return "ended"
    if decided := _DECIDED_ITS_END.search(text):
        return "ending" if _IN_TIME.search(text[decided.end() :]) else "ended"
    if _GIVEN_MORE.search(text):
        return "extended"
    last = _last_word().search(text)
    wished = last is not None and _WISHED.search(text[: last.start()])
    if (
        last
        and not wished
        and not _NOT_SO.search(text[max(0, last.start() - 30) : last.start()].lower())
    ):
        return "ending" if _TO_COME.search(text[: last.start()]) else "ended"
    for name in ORDER:
        match = cue("status", name, "missions").search(text)
        if match is None:
            continue
        if name == "ending" and _BEGINS_FIRST.search(text):
            continue
        before = text[max(0, match.start() - 30) : match.start()].lower()
        if _NOT_SO.search(before) or _WISHED.search(text[: match.start()]):
            continue
        if name == "ended" and _QUITS.match(text, match.start()):
            continue  # who leaves the mission does not end it
        if name == "ended" and (_OF_A_NATION.search(text) or _some_left(text, match)):
            continue  # "Austria's last soldiers left": the others stay
        if name == "ended" and match[0].endswith("ends") and _ENDS_THEN.match(text, match.end()):
            return "ending"  # "Its mandate ends on 2 October unless it is renewed"
        if name == "ended" and _RENEWED_AFTER.search(text[match.end() :]):
            return "extended"
        if name in ("began", "planned", "proposed") and _HAD_BEEN.search(text[: match.start()]):
            continue  # "had been set up in May": what became of it is told elsewhere
        if name == "ending" and _AT_ONCE_OVER.match(text, match.end()):
            return "ended"
        if name == "planned" and _RUNS_UNTIL.search(text):
            return "ending"  # "The mandate of the parliament ends on 31 August next year"
        if name == "extended" and _STOPPED.search(before) and "fail" not in before:
            continue  # "a veto on the extension"
        if name == "extended" and _MAY_BE.search(before):
            continue  # "runs for three months and can be renewed"
        if name in ("planned", "proposed") and _BY_NOW.search(text[match.end() :]):
            return "began"  # "was approved in May and has been deploying since June"
        if name == "active" and match[0] == "since" and _HAD.search(text[: match.start()]):
            continue  # "had watched the truce since 1993": it does no more
        if name == "planned" and _SHRINKS.search(text[match.start() : match.end() + 40]):
            continue  # less of it is planned: it is there
        if name == "ended" and re.search(
            r"\b(?:will|to|would|may|could|can|cannot|should|might|must|shall|until|on|sick)\s+$",
            before,
        ):
            if re.search(r"decided\b.*\bto\s+$", text[: match.start()].lower()):
                return name
            continue
        return name
    return None


# "It left in March 1995, covered by ships": with a date, and nothing that it would have left;
# "The force that left, born as X, had 900 men"
_LEFT_THEN = re.compile(
    r"\bthe (?:mission|force|operation|observers|monitors|peacekeepers|troops) (?:that|which|who) "
    r"(?:has |have |had )?left(?=,)"
    r"|(?:^\W*|[,;:]\s+(?:and\s+|but\s+)?|\b(?:and|when|before|after|until|that|which)\s+)"
    r"(?:it|they|the\s+(?:[\w-]+\s+)?(?:mission|force|operation|observers|monitors|peacekeepers|"
    r"blue helmets|troops|team|group)|(?-i:[A-Z]{4,}\w*(?:\s+I+\b)?))\s+"
    r"(?:(?:finally|then|eventually|all|itself|in turn|quietly)\s+)*"
    r"(?:left|withdrew|departed|pulled out|sailed|disbanded)\s+"
    r"(?:again\s+|for good\s+|altogether\s+)?(?:in|on|at the end of|by|at|before|after)\s+"
    r"(?:(?!\d)\w+\s+){0,3}?(?:\d{1,2}\s+(?:[A-Z]\w+\s+)?)?(?:(?:1[89]|20)\d\d\b)",
    re.IGNORECASE,
)
# "The Council voted for the end of UNMEE", "agreed to wind up the mission"
_DECIDED_ITS_END = re.compile(
    r"\b(?:voted?|decided|agreed|resolved|ordered)\s+(?:[\w-]+\s+){0,2}?(?:for|on|to)\s+(?:the\s+)?"
    r"(?:(?:end|closure|termination|winding[- ]up|dissolution|liquidation)\s+of\b"
    r"|(?:end|close|terminate|wind up|dissolve|disband)\s+(?:(?:the|its|their|this|that)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:missions?|force|operation|mandate|deployment|team|group)\b"
    r"|it\b|(?-i:[A-Z]{4,})))",
    re.IGNORECASE,
)
_IN_TIME = re.compile(
    r"\b(?:by|until|at the end of|next|from|within|over the|before|in (?:the )?(?:[A-Z]\w+|spring|"
    r"summer|autumn|winter|a year|\w+ (?:months|weeks|years)))\b"
)
_AT_ONCE_OVER = re.compile(r"[^.;]{0,60}?\b(?:tomorrow|today|tonight|at midnight)\b")
# "gave UNFICYP another year", "has been granted six more months"
_GIVEN_MORE = re.compile(
    r"\b(?:g[ai]ve[ns]?|giving|grant\w*|gets?|got|receiv\w+|allow\w*|vot\w+)\b[^.;:]{0,60}?\b(?:another|"
    r"(?:a|one|two|three|four|six|nine|twelve|\d+) (?:more|further|additional|extra)|a further)\s+"
    r"(?:\w+ )?(?:years?|months?|weeks?|terms?|mandate)\b",
    re.IGNORECASE,
)
# behind a verb in the present: a date to come, or what may yet keep it
_ENDS_THEN = re.compile(
    r"\s+(?:(?:on|in|at|by|with|next)\s[^.;]{0,40}?(?:\d|\b(?:January|February|March|April|May|June|"
    r"July|August|September|October|November|December|year|month|summer|autumn|winter|spring)\b)"
    r"|(?:[^.;]{0,40}\s)?unless\b)"
)
_RUNS_UNTIL = re.compile(
    rf"\b(?:mandate|mission|operation|force|deployment|term|it)\b[^.;]{{0,40}}?\b(?:ends|expires)"
    rf"(?={_ENDS_THEN.pattern})"
)
# "Its mandate ran out in July and has been prolonged"
_RENEWED_AFTER = re.compile(
    r"\b(?:and|but|was|were|been|then|has|is)\s+(?:\w+ly\s+|at once\s+|then\s+|since\s+)?"
    r"(?:(?:has|have)\s+)?(?:been\s+|was\s+)?(?:prolonged|extended|renewed)\b",
    re.IGNORECASE,
)
_HAD_BEEN = re.compile(r"\bhad\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_QUITS = re.compile(
    r"(?:leaves?|left|pulled out of)\s+(?:the|its|this|that)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:mission|operation|force|exercise|task force)\b",
    re.IGNORECASE,
)
_OF_A_NATION = re.compile(
    r"\b(?!(?:UN|EU|AU|NATO|OSCE|Union|Nations|Organi[sz]ation|Council|Community|Commonwealth)['’])"
    r"[A-Z][a-z]\w+['’]s? (?:last|remaining|final) (?:\w+ )?"
    r"(?:soldiers|troops|men|police|battalion|contingent|observers|peacekeepers|company|ships?|unit)\b[^.;]*"
    r"\b(?:mission|force|operation|Force|Mission|[A-Z]{4,})\b"
)


def _some_left(text: str, cue_found: re.Match[str] | None) -> bool:
    """Whether those who left are one nation's, or others came for them: the mission goes on."""
    if _ITS_OWN_MEN.match(text):
        return True
    if cue_found is not None and not _LEAVES.search(cue_found[0]):
        return False
    before = text[: cue_found.start()] if cue_found else text
    return bool(_IN_THEIR_PLACE.search(text) or _A_NATIONS_MEN.match(before))


_LEAVES = re.compile(
    r"\b(?:le(?:ft|av\w+)|we(?:nt|re)|go(?:es|ne)?|with?dr\w+|pull\w*|return\w*|c[ao]me)\b"
)
_A_NATIONS_MEN = re.compile(
    r"^\W*(?:(?:In|By|Since|On) [^,]{3,25},? )?The [A-Z][a-z]+(?:s|ese|ish|ch)\b(?! [A-Z])"
    r"(?!.*\b(?:last|remaining|final)\b)"
)
# "Papua New Guinea says that the last of its soldiers go home"
_ITS_OWN_MEN = re.compile(
    r"^\W*(?!The (?:United|European|African)\b)(?:[A-Z][a-z][\w’'-]*\s+){1,3}(?:says?|said|"
    r"announced|plans?|wants?|brings?|brought|recall\w*|flew|ordered)\b[^.;]*?"
    r"\b(?:last|rest|all|most) of its (?:\w+ )?"
    r"(?:soldiers|troops|men|police|officers|contingent|peacekeepers)\b"
)
_IN_THEIR_PLACE = re.compile(
    r"\b(?:t[ao]\w*k\w* their places?|in their (?:place|stead)|(?:replac|reliev)\w+ them|"
    r"t[ao]\w*k\w* over from them)\b"
)
_STOPPED = re.compile(
    r"\b(?:stop\w*|block\w*|prevent\w*|veto\w*|refus\w+|reject\w*|against|oppos\w+)\s+"
    r"(?:(?:to|on|of|the|an|any|its|their|another|further|have|see|let|be|mandate|stay)\s+)*$"
)
_MAY_BE = re.compile(
    r"\b(?:can|could|may|might|would|should)\s+(?:then\s+|later\s+|again\s+)?be\s+"
    r"(?:\w+ly\s+|then\s+|twice\s+|once\s+)?$"
)
_BY_NOW = re.compile(
    r"\b(?:has|have) (?:since |now )?been (?:(?!plan|prepar|consider|discuss|debat|wait|weigh|"
    r"delay)\w+ing|at work|in place|on (?:the ground|patrol|duty))\b[^.;]{0,30}?\bsince\b",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad\s+[^,;:]+$")
_TO_COME = re.compile(
    r"\b(?:will|to|would|may|could|can|should|might|must|shall|until)\s+(?:be\s+)?$"
)
# "Some diplomats want the mission to be closed"
_WISHED = re.compile(
    r"\b(?:wants?|wanted|wish(?:es|ed)?|ask(?:s|ed)? (?:for|that)|call(?:s|ed)? for|urg(?:es|ed)|"
    r"demand(?:s|ed)?|would like|hop(?:es|ed|ing)|in favour of|argu(?:es|ed)|threaten\w*|"
    r"plead\w*)\s[^.;:,]*$"
)
# "will begin in May and end in June"
_BEGINS_FIRST = re.compile(
    r"\b(?:will|is to|are to|due to)\s+(?:be\s+)?(?:begin|start|open|launched|held|take place)\b"
    r"(?!\s+(?:to\b|leaving|withdrawing|pulling|closing))",
    re.IGNORECASE,
)


@functools.cache
def _last_word() -> re.Pattern[str]:
    """The verbs that end a mission where nothing follows them: "MINURCA closes."."""
    verbs = "|".join(table("missions")["at_the_end"]["ended"])
    behind = r"(?:\s+(?:as well|too|also|at last|for good|altogether))?"
    return re.compile(rf"(?<![\w-])(?:{verbs})(?={behind}\s*(?:[.!;]\s*$|$))", re.IGNORECASE)


# "It worked from August to September 2005": told as over
_FROM_TO = re.compile(
    r"\b(?:worked|ran|lasted|operated|served|existed|patrolled|stayed|kept|watched|guarded|"
    r"(?:was|were) (?:active|there|deployed|stationed|in place))\b[^.;]{0,50}?\b(?:from|between)\b"
    r"[^.;,]{0,30}?\b(?:to|until|"
    r"till|and)\b[^.;,]{0,20}?\b(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)
# "had watched the agreement until June 2002"; not "had extended it until June 2002"
_UNTIL_A_YEAR = re.compile(
    r"\b(?:had\s+(?!been\b|to\b|extend|prolong|renew|authori|approv|set\b|fixed|given|granted|asked|"
    r"wanted|hoped|planned|meant|agreed|voted|decided|said)\w+(?:ed|t|n|d)|watched|served|worked|"
    r"guarded|patrolled|existed|lasted|operated)\b(?![^.;]*\b(?:extend|prolong|renew|mandate))"
    r"[^.;,]{0,60}?\buntil\s+(?:\w+\s+){0,3}?(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)
# "ends on Saturday": of the week in which it is written
_ENDS_NOW = re.compile(
    r"\b(?:ends?|clos(?:es?)|expires?|stops?)\s+(?:on|this)\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"week|weekend)\b"
)
# "Sir, you write that X is suspended": what a letter sets right
_SAYS_WRONGLY = re.compile(
    r"\byou (?:write|wrote|say|said|claim|claimed|state|stated|report|reported) that\b",
    re.IGNORECASE,
)
_NOT_SO = re.compile(
    r"\b(?:not|no|never|without|before|until|unless|whether|had been due to|would have|"
    r"n't)\b[^.:;]*$"
)


def succession(text: str, named: Sequence[Named]) -> Succession | None:
    """Which mission takes which one's place, where a sentence tells it of at least one by name."""
    if not named or not _tells_of_change().search(text):
        return None
    keys = [mention.key for mention in named]
    marked = text
    for number in range(len(named) - 1, -1, -1):
        mention = named[number]
        marked = f"{marked[: mention.start]}⟦{number}⟧{marked[mention.end :]}"
    for pattern, swapped in _successions():
        match = pattern.search(marked)
        if match is None or _NOT_SO.search(marked[: match.start("verb")][-30:].lower()):
            continue
        first, second = (_key(match[group], keys) for group in ("first", "second"))
        others = [key for key in dict.fromkeys(keys) if key != first]
        if second is None and match["second"].lower() in ("its", "it") and len(others) == 1:
            # "A was dissolved, and B took its place"; "A, and B that followed it"
            second = others[0]
        if (first is None and second is None) or first == second:
            continue
        to_come = re.search(
            r"\b(?:will|to|shall|would|may|could|due to|plans? to)(?:\s+be)?\s*$",
            marked[: match.start("verb")],
        )
        to_come = to_come or _WHICH_IS_TO.match(marked[match.end("second") :])
        return Succession(*((second, first) if swapped else (first, second)), bool(to_come))
    return None


@functools.cache
def _tells_of_change() -> re.Pattern[str]:
    """The words that the patterns of `_successions` turn on: few sentences have one."""
    words = (word for some in table("missions")["succession"].values() for word in some)
    others = (
        *("From", "predecessor", "forerunner", "precursor", "heir", "successor", "replacement"),
        *("follow-(?:up|on)", "(?:comes|came|follows|followed) after"),
    )
    return re.compile(rf"\b(?:{'|'.join((*words, *others))})\b")


_WHICH_IS_TO = re.compile(r"[^.;]{0,30}?\b(?:which|that) (?:will|is to|is due to|is expected to)\b")


def makes_way(text: str) -> bool:
    """Whether a sentence has something take the place of something, named or not."""
    return bool(_changes().search(text))


@functools.cache
def _changes() -> re.Pattern[str]:
    lists = table("missions")["succession"]
    verbs = (*lists["takes_the_place"], *lists["gives_its_place"], *lists["replaces_with"])
    return re.compile(rf"\b(?:{'|'.join(verbs)})\b")


def _key(marked: str, keys: Sequence[str]) -> str | None:
    number = re.search(r"⟦(\d+)⟧", marked)
    return keys[int(number[1])] if number else None


@functools.cache
def _successions() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Patterns with the groups `first`, `verb` and `second`; True where `first` is the new one."""
    lists = table("missions")["succession"]
    takes, gives, with_it, into, heirs, ancestors = (
        "|".join(lists[name])
        for name in (
            *("takes_the_place", "gives_its_place", "replaces_with", "turns_into"),
            *("heirs", "ancestors"),
        )
    )
    mission = (
        r"(?:⟦\d+⟧|\b[Ii]ts?\b|\b[Tt]he (?:new |old )?(?:mission|operation|force|exercise|"
        r"programme|deployment)\b|\b[Ww]hich\b)"
    )
    gap = r"[^.;:⟦⟧]{0,60}?"
    named = r"⟦\d+⟧"
    rules = (
        (rf"(?P<first>{named}){gap}\b(?P<verb>{with_it})(?:\s+(?:it|them))?\s+(?:with|by)\b"
         rf"{gap}(?P<second>{named})", False),
        (rf"\b(?P<verb>{with_it})\s+(?:the\s+)?(?P<first>{mission}){gap}\b(?:with|by)\b"
         rf"{gap}(?P<second>{named})", False),
        (rf"\b(?P<verb>{into})\s+(?:the\s+)?(?P<first>{mission}){gap}\binto\b"
         rf"{gap}(?P<second>{named})", False),
        (rf"^\W*(?P<verb>From)\s+(?P<first>{named})\s+to\s+(?P<second>{named})", False),
        (rf"(?P<first>{mission}){gap}\b(?P<verb>{gives})\b{gap}(?P<second>{mission})", False),
        (rf"(?P<first>{mission}){gap}\b(?P<verb>{takes})\b{gap}(?P<second>{mission})", True),
        (rf"(?P<first>{mission}),?{gap}\b(?P<verb>{heirs})\b{gap}(?P<second>{mission})", True),
        (rf"\b(?P<verb>{heirs})\s+(?:of|to)\s+(?:the\s+)?(?P<second>{named}),\s+(?P<first>{named})",
         True),
        (rf"(?P<first>{mission}),?{gap}\b(?P<verb>{ancestors})\b{gap}(?P<second>{mission})", False),
        (rf"\b(?P<second>[Ii]ts|[Tt]he)\s+(?P<verb>predecessor|forerunner|precursor),?\s+(?:\w+['’]s\s+)?"
         rf"(?P<first>{named})", False),
        (rf"(?P<first>{named})(?:,|\s+(?:is|was|became|becomes))\s+(?P<second>[Ii]ts|[Tt]he)\s+(?:\w+\s+)?"
         rf"(?P<verb>heir|successor|replacement)\b", True),
        (rf"\b(?P<second>[Ii]ts|[Tt]he)\s+(?:\w+\s+)?(?P<verb>heir|successor|replacement|"
         rf"follow-(?:up|on))\b(?! (?:to|of)\b){gap}(?P<first>{named})", True),
        (rf"\b[Ww]hat\s+(?:is to\s+|will\s+)?(?P<verb>{takes})\s+(?P<second>it)\b{gap}"
         rf"(?P<first>{named})", True),
        (rf"\b(?P<verb>(?:comes|came|follows|followed) after)\s+(?P<first>{mission}){gap}"
         rf"(?P<second>{named})", False),
    )  # fmt: skip
    return tuple((re.compile(rule), swapped) for rule, swapped in rules)


_CLAUSE_ENDS = re.compile(
    r"[;:]\s|,\s+(?=(?:while|whereas|but|and|as|after|before|when|where|which|since|although)\b)"
    r"|\s+(?=(?:while|whereas|but)\s)"
)


def _clauses(text: str, named: Sequence[Named]) -> list[tuple[str, list[Named]]]:
    """The clauses of a sentence, each with the missions in it at their place in the clause."""
    cuts = [0, *(match.end() for match in _CLAUSE_ENDS.finditer(text)), len(text)]
    return [
        (
            text[start:end],
            [
                Named(mention.key, mention.start - start, mention.end - start)
                for mention in named
                if start <= mention.start < end
            ],
        )
        for start, end in itertools.pairwise(cuts)
    ]


def _governed(part: str, name: str, mentions: Sequence[Named]) -> list[str]:
    """The missions of a clause that its cue speaks of: its objects, else its subjects.

    "launched A and B" tells it of both, "A hands over to B" of A.
    """
    match = cue("status", name, "missions").search(part)
    assert match is not None
    after = [mention for mention in mentions if mention.start >= match.end()]
    if after and re.fullmatch(
        r"\s+(?:the\s+|its\s+|their\s+|a\s+|new\s+|[Oo]perations?\s+|[Ee]xercises?\s+|[Mm]issions?\s+|"
        r"mandate of\s+|work of\s+|in\s+|of\s+|for\s+){0,4}[\"“”‘'«]?",
        part[match.end() : after[0].start],
    ):
        return [
            mention.key
            for number, mention in enumerate(after)
            if number == 0
            or re.fullmatch(r"[\w\s,“”\"'’-]{0,20}", part[after[number - 1].end : mention.start])
        ]
    before = [mention for mention in mentions if mention.end <= match.start()]
    if before:
        joined = [before[-1].key]
        for earlier, later in zip(before[-2::-1], before[:0:-1], strict=False):
            if not re.fullmatch(r"\s*(?:,|and|,\s+and|or)\s+(?:the\s+)?(?:[A-Z]\w+\s+)?",
                                part[earlier.end : later.start]):  # fmt: skip
                break
            joined.append(earlier.key)
        return joined
    return [after[0].key] if after else []
