"""The status that an article as a whole reports for each mission, by its title and its sentences;
what one that looks back tells to have begun is not under way now. Pure.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.facts.sentence import Sentence
from bot.facts.stance import stance
from bot.facts.status import ORDER, STATUS, Named, cue_in, cues_of
from bot.facts.which_mission import DATED_ENTRY
from bot.model import MissionStatus, Stance


@dataclass(frozen=True, slots=True)
class Reported:
    """The status cues of each sentence by mission, and the status of each in the whole article."""

    cues: Sequence[Mapping[str, str]]
    statuses: Mapping[str, MissionStatus]


def reported(
    sentences: Sequence[Sentence],
    title: str,
    title_missions: Sequence[Named],
    spoken_of: str | None,
) -> Reported:
    """What an article reports; `spoken_of` is the mission that its title speaks of without a name:
    "Blue helmets leave Haiti"."""
    named = {key for sentence in sentences for key in sentence.missions}
    cues = [_cues(sentence) for sentence in sentences]
    for (asked, sentence), its in zip(itertools.pairwise(sentences), cues[1:], strict=True):
        if not its and sentence.focus_missions and _says_when_it_ended(asked, sentence):
            its[sentence.focus_missions[0]] = "ended"
    in_title = cues_of(title, stance(title), title_missions, spoken_of)
    if spoken_of and not in_title and (_HEADS_TITLE.match(title) or _ACTS_ON_ONE.search(title)):
        in_title = {spoken_of: told} if (told := cue_in(title, stance(title))) else {}
    opening = " ".join((title, *(s.passage.text for s in sentences[:2])))
    if _LOOKS_BACK.search(opening):  # what began then is not under way now
        past = {key for key in named if not _is_told_in_the_present(sentences, key)}
        cues = [_without_running(its, past) for its in cues]
        in_title = _without_running(in_title, past)
    # what an earlier entry of a chronicle tells was so then
    then = _of_earlier_entries(sentences)
    cues = [
        _without_running(its, its.keys()) if old else its
        for its, old in zip(cues, then, strict=True)
    ]
    now = [sentence for sentence, old in zip(sentences, then, strict=True) if not old]
    statuses = _statuses(sentences, cues, in_title)
    for key in named & statuses.keys():
        only_began = {its[key] for its in cues if key in its} == {"began"} and key not in in_title
        if only_began and _is_told_in_the_past(now, key) and not _is_told_in_the_present(now, key):
            del statuses[key]  # "It took over on 1 October 1962. It was made up of 1,500 men"
    for key in named - statuses.keys():  # "It has 400 soldiers", and nothing else is said of it
        if _is_told_in_the_present(now, key):
            statuses[key] = MissionStatus.ACTIVE
    return Reported(cues, statuses)


def _of_earlier_entries(sentences: Sequence[Sentence]) -> list[bool]:
    """For each sentence whether it stands under a year of a chronicle that is not its last."""
    year: int | None = None
    paragraph = -1
    years: list[int | None] = []
    for sentence in sentences:
        entry = DATED_ENTRY.match(sentence.passage.text)
        if entry is not None:
            year, paragraph = int(entry[0].rstrip(" :–—|")[-4:]), sentence.passage.paragraph
        years.append(year if sentence.passage.paragraph == paragraph else None)
    last = max((year for year in years if year is not None), default=0)
    return [year is not None and year < last for year in years]


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
    """The cues without those that would have the missions of the past run on or still to come."""
    running = ("began", "active", "planned", "proposed")
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


def _is_told_in_the_past(sentences: Sequence[Sentence], key: str) -> bool:
    """Whether a mission is said to have begun in a year given, and what it was or had."""
    own = [s for s in sentences if key in (*s.missions, *s.focus_missions)]
    return any(_IN_A_YEAR.search(s.passage.text) for s in own) and any(
        _PAST.search(s.passage.text) for s in own
    )


_IN_A_YEAR = re.compile(
    r"\b(?:began|started|launched|took over|was set up|were set up|arrived|landed)\b[^.;]*?"
    r"\b(?:1[89]|20)\d\d\b"
)
_PAST = re.compile(
    r"\b(?:was|were) (?:made up|led|commanded|supplied|headed|run|unarmed|to)\b"
    r"|\b(?:it|they|the (?:mission|force|operation|observers|soldiers))\s+(?:had|numbered|served|"
    r"consisted|watched|patrolled|counted|reached)\b",
    re.IGNORECASE,
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


def _says_when_it_ended(asked: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence gives the date that the question before asks for: "When did it end? In
    September 1993"."""
    same = asked.passage.paragraph == sentence.passage.paragraph
    when = same and _WHEN_IT_ENDED.search(asked.passage.text)
    return bool(when and _A_DATE.match(sentence.passage.text))


_WHEN_IT_ENDED = re.compile(
    r"\b(?:when|what (?:day|month|year)|how) (?:did|was|were) (?:it|they|the \w+|[A-Z][\w-]+)\b"
    r"[^.;?]{0,30}?\b(?:end|close|leave|finish|stop|go home|closed|withdrawn|dissolved|over)\b"
    r"[^.;?]*\?",
    re.IGNORECASE,
)
_A_DATE = re.compile(
    r"\W*(?:(?:it|they)\s+(?:did|was|were)\b[^.;]{0,20}\s)?(?:in|on|at the end of|by|since)\s+"
    r"[^.;]{0,20}?\b(?:1[89]|20)\d\d\b",
    re.IGNORECASE,
)


def _cues(sentence: Sentence) -> dict[str, str]:
    it = sentence.focus_missions[0] if sentence.focus_missions else None
    told = cues_of(sentence.passage.text, sentence.stance, sentence.named, it)
    return {**told, **dict.fromkeys(_that_left_a_place(sentence), "ended")}


def _that_left_a_place(sentence: Sentence) -> list[str]:
    """The missions that a sentence says have left a country or a region: "X left Mali on Monday,
    five years after it had taken the place of Y"."""
    if sentence.stance not in (Stance.ASSERTED, Stance.ATTRIBUTED):
        return []
    ends = {mention.start for mention in sentence.mentions if mention.form == "name"}
    return [
        named.key
        for named in sentence.named
        if (left := _LEFT.match(sentence.passage.text, named.end)) and left.end() in ends
    ]


_LEFT = re.compile(
    r"\s+(?:has\s+|had\s+|finally\s+|then\s+)*(?:left|quit|departed(?:\s+from)?|withdrew\s+from|"
    r"withdrawn\s+from|pulled\s+out\s+of)\s+(?:the\s+)?"
)
