"""The forms in which a clause claims something of a mission, kind by kind.

In a clause `§` stands for the mission (`as_mission.py`). The forms of all kinds share what stands
for its people and for whoever does something. Patterns only: what a match claims is read by
`mission_claims`.
"""

from __future__ import annotations

import re
from typing import Final

TROOPS: Final = (
    r"(?:soldiers|troops|peacekeepers|forces?|men|military (?:part|wing|component)|contingents?|"
    r"observers|monitors|police(?:men| officers)?|blue helmets|units|battalions?|personnel|people|"
    r"engineers|medics|trainers|instructors|officers)"
)
"""Those of a mission who are counted."""
NOW: Final = (
    r"(?:(?:now|still|currently|also|first|formally|officially|then|has|had|have|already) )*"
)
"""What may stand before a verb without changing what it claims."""
_OF_ITS: Final = rf"§(?:['’]s (?:[\w,.]+ ){{0,5}}?{TROOPS}\b)?(?!['’]s)"
_WAS: Final = rf"(?:is|are|was|were|has been|have been|had been) {NOW}"
_WHO: Final = r"(?P<who>[^;:§]{3,90}?)"
_BY_WHOM: Final = r"(?P<who>[^;:,§]{3,60}(?:, (?:an?|the) [^,;]{3,40})?)"
_HEAD: Final = (
    r"(?P<verb>(?:(?:military|force|overall|police) )?commander|head|leader|chief|administrator)"
)
_MONTHS: Final = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
)
_SOMEWHERE: Final = (
    rf"(?:there|(?:the )?(?:country|island|region|territory)|(?:the )?(?!(?:{_MONTHS})\b)"
    r"(?P<where>[A-Z][^,;\d]{2,40}?))"
)
_IN: Final = rf"(?: (?:in|to|on|into|at) {_SOMEWHERE})?"
_SENDS: Final = (
    r"(?:has|had|have|sends?|sent|provides?|provided|contributes?|contributed|supplies|supplied|"
    r"gives|gave|keeps|kept)"
)
_NAME: Final = r"(?:the )?[A-Z][\w’'-]*(?: (?:(?:of|the) )*[A-Z][\w’'-]*)*"
_NAMES: Final = rf"{_NAME}(?:(?:, and |, | and ){_NAME})*"
_MOST: Final = r"(?:largest|biggest|most|greatest)"

_KINDS: Final = {
    "leads": (
        rf"^\W*{_WHO},? {NOW}"
        rf"(?P<verb>leads?|led|heads|headed|commands|commanded|runs|ran) {_OF_ITS}",
        rf"{_OF_ITS},? (?:{_WAS})?(?:being )?(?P<verb>led|headed|commanded|run) by {_BY_WHOM}",
        rf"§['’]s {_HEAD}(?:,| is| was)? {_BY_WHOM}",
        rf"^\W*{_WHO},? (?:is|was|became) (?:the )?{_HEAD} of {_OF_ITS}",
        rf"^\W*{_WHO},? (?:is|was|became) §['’]s {_HEAD}\b",
    ),
    "begins": (
        rf"§ {NOW}(?:{_WAS})?(?P<verb>began|begins|begun|started|starts|launched|deployed|arrived|"
        r"arrives|landed|took up|opened|established|created|founded|formed|authorised|authorized)"
        r"(?: (?:§['’]s )?(?:work|operations?|duties|mission|mandate|deployment|patrols))?"
        rf"{_IN}(?= by| in| on| at| since|,|\W*$)",
        r"§ (?P<verb>has been|have been|stands|has stood|is|has served|has worked)"
        rf"{_IN}(?= since)",
        r"\b(?P<verb>established|created|founded|formed|authorised|authorized|launched|deployed) "
        r"§(?!['’]s)",
    ),
    "ends": (
        rf"(?<!of )§(?:['’]s mandate)? {NOW}(?:{_WAS})?(?P<verb>ended|ends|closed|closes|"
        r"concluded|finished|expired|expires|terminated|dissolved|disbanded)"
        r"(?: §['’]s (?:mandate|work|mission|operations?))?(?= |,|\W*$)(?! (?:by an?|the|an?) )",
        r"(?:(?<!of )§|\b[Tt]he last (?:[\w-]+ ){0,3}?(?:unit|soldiers|troops|men|members) of §) "
        rf"{NOW}(?P<verb>left|departed|withdrew|withdrawn|gone)(?: from)?(?: {_SOMEWHERE})?"
        r"(?= in| on| at| after|,|\W*$)",
        r"\b(?P<verb>ended|closed|terminated|dissolved) §(?!['’]s (?!mandate))",
    ),
    "goes on": (
        rf"§ (?:is |was |are )?still (?P<verb>is|\w+s|active|\w+ing|in|there|on)\b(?: in)?"
        rf"(?: {_SOMEWHERE}(?=,|\W*$))?",
        rf"§ (?P<verb>remains|continues|stays|remain)(?: in)?(?: {_SOMEWHERE})?(?=,| until|\W*$)",
    ),
    "lasts": (
        rf"§ {NOW}(?P<verb>lasted|lasts|ran)(?: for| only| just)*(?= (?:\w+ ){{0,3}}"
        r"(?:years|months|weeks|days)\b)",
        rf"§ {NOW}(?P<verb>ended|closed|left|withdrew|concluded)(?: [^,;]{{3,30}})?,? after"
        r"(?: exactly| only| just)?(?= (?:\w+ ){1,3}(?:years|months|weeks|days)\b)",
    ),
    "is at": (
        r"(?:§['’]s|\bthe) (?:headquarters|base)(?: of §)? (?P<verb>is|are|was|were|lies|lie) "
        r"(?:in|at|near) (?P<who>[^,;]{3,40})",
        r"§ (?:is|was) (?P<verb>based|headquartered) (?:in|at|near) (?P<who>[^,;]{3,40})",
    ),
    "until": (
        rf"§['’]s (?:mandate|term) {NOW}(?:{_WAS})?(?P<verb>extended|prolonged|renewed|runs|ran|"
        r"lasts|valid)(?= until| to| by| for)",
        r"\b(?P<verb>extended|prolonged|renewed|extends|prolongs|renews) §"
        r"(?:['’]s (?:mandate|term))?(?= until| to| by| for)",
    ),
    "most": (
        rf"^\W*{_WHO},? {NOW}{_SENDS} (?:the )?(?P<verb>{_MOST}) "
        rf"(?:(?:[\w’'-]+ )?(?:contingents?|share|number of)|{TROOPS})",
        rf"^\W*{_WHO},? (?:is|was|remains) (?:the )?(?P<verb>{_MOST}) (?:troop )?"
        r"(?:contributor|provider|supplier)",
        rf"^\W*(?:[Tt]he )?(?P<verb>{_MOST}) contingents? {NOW}(?:comes?|came|is|was) from "
        rf"{_BY_WHOM}",
    ),
    "is of": (
        r"§ (?P<verb>is|was)(?: not|n['’]t)? (?:an? |the )?(?:[\w-]+ ){0,2}?"
        r"(?P<who>[A-Z][\w.]*(?: [A-Z]\w+)?)(?:['’]s?)? (?:[\w-]+ ){0,3}?"
        r"(?:one|mission|force|operation|exercise)\b",
        r"§ (?P<verb>is|was)(?: not|n['’]t)? (?:an? |the )?(?:[\w-]+ ){0,2}?"
        r"(?:mission|force|operation|exercise) of (?:the )?(?P<who>[A-Z][\w.]*(?: [A-Z]\w+)?)",
    ),
    "sends": (
        rf"^\W*{_WHO},? {NOW}(?P<verb>{_SENDS}) (?:[\w,.’'-]+ ){{0,4}}?{TROOPS}"
        r"(?: of its own)?(?: (?:in|to|for|with|of|under) §(?!['’]s)|(?= each))",
        rf"^\W*{_WHO},? {NOW}(?P<verb>participated|participates|participate|serves|served|serve)"
        r" in §(?!['’]s)",
        rf"^\W*{_WHO},? (?:is|are|was|were) (?:not )?(?P<verb>among|one of) (?:§['’]s|the) "
        r"(?:troop )?(?:contributors|participants|countries)\b",
        rf"(?i:{TROOPS})(?: of §)? {NOW}(?P<verb>(?:come |came |are |were |drawn )*)from "
        rf"(?P<who>{_NAMES})",
    ),
}  # fmt: skip
FORMS: Final = {kind: tuple(map(re.compile, some)) for kind, some in _KINDS.items()}
"""The name of a kind → the forms of its claims, of which the first that fits is taken."""
