"""What a sentence tells of a mission: who leads it, where it is, since when, how many they are.
Pure.
"""

from __future__ import annotations

import re

from bot.facts.cues import cue
from bot.facts.sentence import Sentence
from bot.facts.status import ORDER
from bot.facts.which_mission import counts_by_nation, joins
from bot.model import Quantity

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
        r"nations|countries|lent|lends?|(?:gave|gives)(?! up\b(?! to))|kept|coordinat\w+|"
        r"did the same|followed suit|"
        r"part of (?:it|theirs)|belong\w* to (?:it|both)|follow(?=\.)|assist|"
        r"makes? up|look(?:s|ed)? after|"
        r"among the (?:observers|soldiers|monitors|peacekeepers|troops)|"
        r"serv(?:ed|es?) (?:in|with) (?:it|both)|(?:came|comes?|arrived?) with|"
        r"(?:promis|pledg|offer|commit)\w*\s+(?:to send\s+)?(?:an?|some|about|up to|two|three|four|"
        r"several|its|their|another|\d[\d.,]*)|"
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


def roles(
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
