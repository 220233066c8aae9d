"""The kind of thing that a question asks for, by the words that frame it.

One list: a question is of the kind whose frame begins first, and of those that begin together of
the one that stands first here.
"""

from __future__ import annotations

import re

from bot.briefs.asking.question import Asked
from bot.language.quantities import CURRENCIES

_LINES = (
    "border|borders|frontier|boundary|line|route|tunnel|track|perimeter|fence|wall|berm|barrier|corridor|gap|strip|"
    "coast|coastline|area|valley|island|peninsula|road|river|bridge|stretch|front|zone|railway|"
    "pipeline|cable|canal|trench|section|piece|neck|causeway|viaduct|runway|pier|breakwater|"
    "(?<!ferry )(?<!boat )crossing"
)
_SEVERAL = (
    "(?:fence|wall|berm|barrier|tunnel|bridge|road|route|section|corridor|frontier|line)s|"
    "boundaries|trenches|stretches"
)
_FRAMES: tuple[tuple[Asked, re.Pattern[str]], ...] = tuple(
    (asked, re.compile(text, re.IGNORECASE))
    for asked, text in (
        (
            Asked.MONEY,
            r"\bhow much (?:compensation|damages|ransom|rent|debt|tax|revenue|income|aid)\b|"
            r"\bhow much\b(?=.*\b(?:cost|money|pay|paid|spend|spent|budget|funding|worth)\b)|"
            r"\bwhat (?:do|does|did|will|is|was)\b.*\b(?:cost|costs|budget|price)\b|\bhow (?:much "
            rf"money|expensive)\b|\bhow many (?:million |billion )?{CURRENCIES}\b|"
            r"\bhow much (?:has|have|did|does|will|is|was)\b|"
            r"\bwhat (?:[\w'’-]+ ){1,5}?(?:pay|pays|paid|spend|spends|spent|paying|spending)\b"
            r"(?! (?:tribute|attention|heed|homage|visit))",
        ),
        (
            Asked.SHARE,
            r"\b(?:what|which) (?:\w+ ){0,2}?(?:share|fraction|percentage|proportion|portion|part) "
            r"of\b|"
            r"\bhow much of\b|\bwhat per ?cent\w*\b|\bhow many per ?cent\b|\bby how much\b",
        ),
        (Asked.OFTEN, r"\bhow often\b|\bhow many times\b|\bhow frequently\b"),
        (
            Asked.COUNT,
            r"\bhow many\s+(?!kilomet|km\b|miles\b|met(?:re|er)s\b|yards\b|feet\b|"
            r"days\b|weeks\b|months\b|years\b|hours\b)|"
            r"\bwhat (?:is|was|are|were) (?:the )?"
            r"(?:\w+ ){0,3}(?:number|strength|size|ceiling) of\b|"
            r"\bhow (?:strong|large|big) (?:is|was|will|would|are|were|may|might|can|could|should|"
            r"did|does|has|had)\b.*\b(?:force|mission|contingent|operation|exercise|army|navy|fleet|"
            r"police|corps|brigade|unit|team|"
            r"garrison|battlegroup|deployment)\b|\bby how many\b|"
            # "how big did UNITAF become?"
            r"\bhow (?:strong|large|big) (?:did|do|does|has|had|will|would|could|may|might)\b.*"
            r"\b(?:become|get|got|gotten|grow|grown|be)\W*(?:in \w+\W*)?$",
        ),
        (
            Asked.COUNT,
            r"\bhow much (?!coast|shore|seaboard|border|frontier|river|road|track|railway|fence|"
            r"wall|of\b|money|"
            r"time|longer|more|land|territory|is|are|was|were|does|do|did|"
            r"will|would|has|have|had|can|could|must|should)\w+",
        ),
        (
            Asked.LENGTH,
            r"\bhow much (?:coast\w*|shore\w*|seaboard|border|frontier|river|road|track|railway|"
            r"fence|wall)\b|"
            r"\bhow many (?:kilomet\w+|km|miles|met(?:re|er)s|yards)\b|"
            r"\bhow long,? in (?:kilomet\w+|km|miles|met(?:re|er)s)\b|"
            # "how long is the border", but not "how long was the border closed"
            r"\bhow long (?!(?:ha[sd]|have|did|do|does|can|could|may)\b)"
            r"(?:a |an |is |are |was |were |will |would |must |the )*"
            r"(?:[\w’'–-]+ ){0,6}?"
            rf"(?:{_LINES}|{_SEVERAL})\b(?!.*\b(?:closed|shut|open|sealed|blocked|blockaded|stay|remain|last|"
            r"exist\w*|take)\b)|"
            r"\bhow long (?:does|did|will) (?!.*\b(?:mandate|mission|operation|term|exercise|force|"
            r"permit|licence|deal|lease)\b).*\b(?:run|stretch|extend)\b|"
            r"\blength of\b|\bwhat length\b|\bwhat(?: is| was|’s|\'s) the (?:\w+ ){0,2}length\b|"
            r"\bhow (?:close|near) (?:is|are|was|were|did|do|does|can|may|must)\b"
            r"(?!.*\b(?:votes?|elections?|results?|race|ties|relations|friends|allies|links|end|"
            r"war|deal|agreement|collapse)\b)|"
            r"\bhow (?:wide|far|deep|broad|narrow)\b|\bwhat (?:is the )?(?:width|distance|depth)\b",
        ),
        (Asked.HEIGHT, r"\bhow (?:high|tall)\b|\bheight of\b|\bwhat(?: is| was) the height\b"),
        (
            Asked.AREA,
            r"\bhow (?:big|large) (?:is|are|was|may|might|can|could|will|would|should|must)\b"
            r"(?! the (?:time|difference))|"
            r"\b(?:what|which) size (?:is|are|was|were|does|do|did)\b|"
            r"\bwhat(?:(?: is| was)? the)? area of\b|\barea of\b|"
            # but "what area did the patrols cover" asks where
            r"\bwhat (?:total |surface )?area (?:do|does|did|will|would)\b(?!.*\b(?:missions?|"
            r"operations?|forces?|patrols?|exercises?|drills|observers|monitors|soldiers|troops|guards|police|"
            r"mandate|agreement|treaty|bans?|laws?|rules?|orders?|ships|planes|radars?|maps?)\b)"
            r".*\b(?:cover|occupy|take up|make up|have|measure|amount|come to)\b",
        ),
        (
            Asked.DURATION,
            r"\bhow long\b|\bhow many (?:days|weeks|months|years|hours)\b|\bfor how long\b|\bhow "
            r"old\b|\bhow \w+ (?:is|was) the (?:time difference|difference in time)\b|"
            r"\b(?:at )?what (?:is |was )?(?:the )?age\b",
        ),
        (
            Asked.DATE,
            r"^\W*when\b|\bwhen (?:did|was|is|will|were|are|has|have|had|do|does|would|can|"
            r"should|must)\b|\bwhat (?:year|date|day|month)\b|\b(?:in|on|since|until|by|from|to) "
            r"(?:which|what) (?:year|date|day|month)\b|\bsince when\b|\buntil when\b|\bhow long "
            r"ago\b|\bwhich (?:year|day|month)\b",
        ),
        (
            Asked.COUNTRY,
            r"\b(?:which|what)\s+(?:(?!which|what|is|are|was|were|decides?|the)\w+\s+){0,3}?"
            r"(?:countries|country|nations?|nationalit(?:y|ies)|states?|allies|neighbou?rs?|members?|"
            r"powers)\b|"
            r"\bwhose (?:soldiers|troops|army|navy|air force|forces|police|ships|aircraft)\b|"
            r"\bwho borders\b|\bwhat does \w+ border\b|\bwho (?:are|is) .* neighbou?rs?\b",
        ),
        (Asked.WHO, r"\bwho(?:m|se)?\b"),
        (
            Asked.WHERE,
            r"\bwhere\b|\b(?:in|at|from) (?:which|what) (?:city|town|place|village|port|harbou?r|"
            r"base|camp|barracks|station|district|valley|lake|region|province|island|sea|airport|"
            r"airfield)\b|\b(?:in|at) (?:which|what) country\b|\bwhich (?:city|town|base|"
            r"port|airfield|airport)\b",
        ),
        (Asked.WHY, r"\bwhy\b|\bfor what reason\b|\bwhat (?:is|was) the reason\b|\bhow come\b"),
        (
            Asked.WHICH,
            r"\b(?:which|what)\s+(?!(?:is|are|was|were|do|does|did|will|would|could|should|must|has|have|had|"
            r"happen\w*|can|else|the|about|made|led|became|lies|stands?|caused?|keeps?|prevent\w*)\b|"
            # a verb with its object: "what links the town", "what replaced it"
            r"\w+(?:ed|s)\s+(?:the|an?|its?|their|them|this|that|these|those|which|who|how|whether|from|to|(?-i:[A-Z]))"
            r")\w+",
        ),
        (Asked.WHAT, r"\bwhat\b|\bhow\b|^\W*which\b"),
        (
            Asked.WHETHER,
            r"^\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|might|"
            r"shall|should|isn't|aren't|doesn't|didn't)\b",
        ),
    )
)


_IF_IT_HAPPENED = re.compile(r"\bwhat (?:would|will|could|might) happen\b", re.IGNORECASE)
_YES_OR_NO = re.compile(
    r"^\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|might)\b(?! "
    r"(?:how|when|where|who|which|what))",
    re.IGNORECASE,
)
_HOW_STRONG = re.compile(r"^\W*how strong (?:is|was|are|were|will)\b", re.IGNORECASE)
_SIZE_OF_LAND = re.compile(
    r"\bsize of (?:the )?(?:[\w'’-]+ ){0,3}(?:peninsula|islands?|islets?|zone|area|territory|"
    r"region|province|strip|enclaves?|exclaves?|corridor|valley|lake|desert|village|country|state)\b",
    re.IGNORECASE,
)


def asked_kind(text: str) -> Asked:
    """The kind of the frame that begins first; of those that begin together the most telling."""
    found = [
        (match.start(), order, kind)
        for order, (kind, frame) in enumerate(_FRAMES)
        if (match := frame.search(text))
    ]
    asked = min(found)[2] if found else Asked.WHETHER
    if _IF_IT_HAPPENED.search(text):
        asked = Asked.WHAT
    if asked is not Asked.COUNT and _YES_OR_NO.match(text):
        return Asked.WHETHER
    return asked


def kind_of_size(text: str, asked: Asked, *, of_mission: bool) -> Asked:
    """The kind again, once it is known whether a mission is named: one has a strength, no area."""
    if of_mission and (asked is Asked.AREA or _HOW_STRONG.search(text)):
        return Asked.COUNT
    if asked is Asked.COUNT and not of_mission and _SIZE_OF_LAND.search(text):
        return Asked.AREA
    return asked
