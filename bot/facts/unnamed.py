"""Where a text speaks of a mission that has no name: "the OSCE observers", "a joint exercise".

In an article that names no mission this is what "it" and "the force" refer to. The words of the
noun phrase decide, so that a quarrel's "observers" and a city's "task force" are none. Pure.
"""

from __future__ import annotations

import functools
import re

from bot.facts.status import Named

UNNAMED = ""
"""The key of the one mission without a name that an article is about."""

_BODY = (
    r"(?:UN|U\.N\.|EU|AU|NATO|OSCE|CIS|SADC|ECOWAS|CSTO|OAU|OAS|United Nations|European Union|"
    r"African Union|Arab League|Commonwealth|Nordic|West African|African|European|Western|Allied|"
    r"Russian|Inter-American|Pacific)"
)
_TASK = (
    r"(?:peace|peacekeeping|peace-keeping|observer|observers['’]|observation|monitoring|"
    r"verification|police|training|advisory|stabili[sz]ation|disengagement|intervention|naval|"
    r"assistance|preventive|truce|cease-?fire|border|protection|multinational|multi-national|"
    r"international|combined|collective|interposition|buffer|disarmament|joint|hybrid|"
    r"mine[- ](?:clearing|clearance|hunting|sweeping|counter-?measures)|minesweeping|minehunting|"
    r"maritime|escort|anti-piracy|counter-piracy|mixed|regional)"
)
_ANY = r"(?:[\w-]+\s+){0,2}?"
_SOLDIERS = r"(?:soldiers|troops|paratroopers|marines|police(?:men)?|gendarmes|riflemen)"
_WHAT = r"(?:missions?|force|operations?|contingent|presence|team|group)"
_WHO = r"(?:observers|monitors|peacekeepers|peace-keepers|verifiers|blue helmets|blue berets)"
# "observers say" are those who watch a quarrel from afar
_AFAR = (
    r"(?!\s+(?:say|said|believe|think|note|expect|fear|agree|see|doubt|point|wonder|suspect|of "
    r"(?:politics|the scene)))"
)
_DESCRIBED = re.compile(
    rf"\b(?:{_BODY}['’]?s?\s+)?{_TASK}\s+(?:and\s+\w+\s+)?{_WHAT}\b"
    rf"|\b{_BODY}['’]?s?\s+{_ANY}(?:missions?|force|contingent|{_WHO})\b{_AFAR}"
    rf"|\b{_WHAT}\s+(?:of|from)\s+(?:the\s+)?{_BODY}\b"
    rf"|(?i:\b(?:the|its|their|unarmed|military|foreign|truce|cease-?fire|\d+|some|few|"
    rf"several|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|ten|twelve|hundred))\s+{_ANY}{_WHO}\b{_AFAR}"
    r"|\b(?:[Aa]ir[- ]policing|(?:watch|guard) (?:of|over) the (?:skies|airspace|sky|air))\b"
    r"|\b(?:polic|guard|patrol|watch)\w*\s+(?:over\s+)?(?:the\s+)?(?:\w+\s+)?(?:airspace|skies)\b"
    r"|\b(?:its|their)\s+(?:\w+\s+)?military\s+(?:missions?|operations?|deployment)\b"
    rf"|\b{_SOLDIERS}\s+(?:and\s+\w+\s+)?(?:who|that|which|whom)\s+(?:have\s+|had\s+)?(?:come|came|went|"
    r"landed|arrived|were sent)\b"
    r"|\b(?:force|contingent) of (?:(?:about|some|up to|nearly|more than) )?"
    r"(?:[\d,.]+ (?:soldiers|men|troops|people|police)|(?:its|their) own)\b"
    rf"|\b(?:[Jj]oint|[Nn]aval|[Mm]ilitary|[Mm]ultinational|[Cc]ommon|[Aa]nnual|[Ll]ive-fire)\s+"
    rf"{_ANY}(?:exercises?|manoeuvres|maneuvers|drills?|training|patrols?)\b"
)


# No description does without one of these: looked for in a tenth of the time.
_TELLING = (
    *("mission", "force", "operation", "contingent", "presence", "team", "group", "observer"),
    *("monitor", "peacekeeper", "peace-keeper", "verifier", "blue helmet", "blue beret", "polic"),
    *("sky", "skies", "air", "soldier", "troop", "marine", "gendarme", "riflem", "exercise"),
    *("manoeuvre", "maneuver", "drill", "training", "patrol"),
)


def unnamed_in(text: str) -> list[Named]:
    """The first words of a text that describe a mission, as a mention of `UNNAMED`."""
    found = _described(text)
    return [found] if found else []


@functools.lru_cache(maxsize=384)  # a sentence is asked by each rule on missions without a name
def _described(text: str) -> Named | None:
    small = text.lower()
    match = _DESCRIBED.search(text) if any(word in small for word in _TELLING) else None
    if match is None or _ANOTHER.search(text[: match.start()]):
        return None
    return Named(UNNAMED, match.start(), match.end())


# "It took over from a force of the United Nations"
_ANOTHER = re.compile(
    r"\b(?:(?:over|away) from|replac\w+|succeed\w*|relieved?|unlike|like|than|another|former)\s+"
    r"(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
