"""Questions: what kind of thing is asked for, about what, and when. Pure but for the names known.

A question is read into the kind of its answer and the terms that a sentence must speak of; what
makes a sentence an answer of that kind is in `bot.briefs.answers`.
One module: its patterns are read in one pass, each where the one before finds nothing.
"""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.briefs.plain_forms import plain_form
from bot.briefs.times import Time, asked_times, spans_of_times
from bot.language.lexicon import names_a_deed
from bot.language.places import Gazetteer, Mention
from bot.language.words import (
    Word,
    alike,
    as_name,
    idioms_in,
    stem,
    stop_words,
    synonym_classes,
    words,
)
from bot.store import Missions


class Asked(enum.StrEnum):
    """The kind of thing that a question asks for."""

    COUNT = "count"
    LENGTH = "length"
    HEIGHT = "height"
    AREA = "area"
    DURATION = "duration"
    OFTEN = "often"
    SHARE = "share"
    MONEY = "money"
    DATE = "date"
    WHO = "who"
    WHERE = "where"
    COUNTRY = "country"
    WHICH = "which"
    WHY = "why"
    WHETHER = "whether"
    WHAT = "what"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as read. `text` is its plain form. `terms` are stems that a sentence must
    speak of, without those that `noun`, places, missions and names already hold. `noun` is what
    is counted or chosen among ("soldiers" in "how many soldiers", "countries" in "which
    countries"). `cue` names what an answer must tell besides: "until" or "since" for a date,
    "name" for what a thing is called, "vote" for how many were for and against, "reason" for
    why. `deeds` are the terms that say what is done, `asides` those of a clause that only says
    at what time. `successors` are the places behind a "before" that asks for what was there
    earlier: "who led it before Chile?"."""

    text: str
    asked: Asked
    noun: tuple[str, ...]
    terms: tuple[str, ...]
    deeds: tuple[str, ...]
    asides: tuple[str, ...]
    places: tuple[str, ...]
    noun_places: tuple[str, ...]
    successors: tuple[str, ...]
    missions: tuple[str, ...]
    names: tuple[str, ...]
    years: tuple[int, ...]
    times: tuple[Time, ...]
    months: tuple[str, ...]
    about_border: bool
    cue: str | None

    @property
    def search_stems(self) -> tuple[str, ...]:
        """All stems worth looking up."""
        stopped = stop_words()
        return tuple(
            dict.fromkeys(w.stem for w in words(self.text) if w.text.lower() not in stopped)
        )


_LINES = (
    "border|borders|frontier|boundary|line|route|tunnel|track|perimeter|fence|wall|berm|barrier|corridor|gap|strip|"
    "coast|coastline|area|valley|island|peninsula|road|river|bridge|stretch|front|zone|railway|pipeline|cable|canal|trench|section|piece|neck"
)
_FRAMES: tuple[tuple[Asked, re.Pattern[str]], ...] = tuple(
    (asked, re.compile(text, re.IGNORECASE))
    for asked, text in (
        (
            Asked.MONEY,
            r"\bhow much\b(?=.*\b(?:cost|money|pay|paid|spend|spent|budget|funding|worth)\b)|"
            r"\bwhat (?:do|does|did|will|is|was)\b.*\b(?:cost|costs|budget|price)\b|\bhow (?:much "
            r"money|expensive)\b|\bhow much (?:has|have|did|does|will|is|was)\b|"
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
            r"\bhow many\s+(?!kilomet|km\b|miles\b|days\b|weeks\b|months\b|years\b|hours\b)|"
            r"\bwhat (?:is|was|are|were) (?:the )?(?:\w+ )?(?:number|strength|size|ceiling) of\b|"
            r"\bhow (?:strong|large|big) (?:is|"
            r"was|will|are|were)\b.*\b(?:force|mission|contingent|operation|exercise|army|navy|fleet|"
            r"police|corps|brigade|unit|team|"
            r"garrison|battlegroup|deployment)\b|\bby how many\b",
        ),
        (
            Asked.COUNT,
            r"\bhow much (?!coast|border|frontier|river|road|track|railway|fence|wall|of\b|money|"
            r"time|longer|more|land|territory|is|are|was|were|does|do|did|"
            r"will|would|has|have|had|can|could|must|should)\w+",
        ),
        (
            Asked.LENGTH,
            r"\bhow much (?:coast\w*|border|frontier|river|road|track|railway|fence|wall)\b|"
            r"\bhow many (?:kilomet\w+|km|miles|met(?:re|er)s|yards)\b|"
            # "how long is the border", but not "how long was the border closed"
            r"\bhow long (?!(?:ha[sd]|have|did|do|does|can|could|may)\b)"
            r"(?:a |an |is |are |was |were |will |would |must |the )*"
            r"(?:[\w’'–-]+ ){0,6}?"
            rf"(?:{_LINES})\b(?!.*\b(?:closed|shut|open|sealed|blocked|blockaded|stay|remain|last|"
            r"exist\w*|take)\b)|"
            r"\bhow long (?:does|did|will) (?!.*\b(?:mandate|mission|operation|term|exercise|force|"
            r"permit|licence|deal|lease)\b).*\b(?:run|stretch|extend)\b|"
            r"\blength of\b|\bwhat length\b|\bwhat(?: is| was|’s|\'s) the (?:\w+ ){0,2}length\b|"
            r"\bhow (?:wide|far|deep|broad|narrow)\b|\bwhat (?:is the )?(?:width|distance|depth)\b",
        ),
        (Asked.HEIGHT, r"\bhow (?:high|tall)\b|\bheight of\b|\bwhat(?: is| was) the height\b"),
        (
            Asked.AREA,
            r"\bhow (?:big|large) (?:is|are|was)\b|\bwhat(?:(?: is| was)? the)? area of\b|"
            r"\barea of\b|"
            # but "what area did the patrols cover" asks where
            r"\bwhat (?:total |surface )?area (?:do|does|did|will|would)\b(?!.*\b(?:missions?|"
            r"operations?|forces?|patrols?|exercises?|drills|observers|monitors|soldiers|troops|guards|police|"
            r"mandate|agreement|treaty|bans?|laws?|rules?|orders?|ships|planes|radars?|maps?)\b)"
            r".*\b(?:cover|occupy|take up|make up|have|measure|amount|come to)\b",
        ),
        (
            Asked.DURATION,
            r"\bhow long\b|\bhow many (?:days|weeks|months|years|hours)\b|\bfor how long\b|\bhow "
            r"old\b",
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
            r"(?:countries|country|nations?|states?|allies|neighbou?rs|members?|powers)\b|"
            r"\bwho borders\b|\bwhat does \w+ border\b|\bwho (?:are|is) .* neighbou?rs?\b",
        ),
        (Asked.WHO, r"\bwho(?:m|se)?\b"),
        (
            Asked.WHERE,
            r"\bwhere\b|\b(?:in|at|from) (?:which|what) (?:city|town|place|village|port|base|"
            r"country|region|province|island|sea|airport|airfield)\b|\bwhich (?:city|town|base|"
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
        (Asked.WHAT, r"\bwhat\b|\bhow\b"),
        (
            Asked.WHETHER,
            r"^\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|might|"
            r"shall|should|isn't|aren't|doesn't|didn't)\b",
        ),
    )
)
# Words that frame a question and need not stand in its answer.
_FRAME_WORDS = frozenset(
    stem(word)
    for word in (
        "long length far high tall wide big large strong old number total whole altogether all "
        "many much "
        "year date day month time part kind type sort name called happen happened get got getting "
        "supposed intended initially originally going new extra additional first-ever exact come "
        "came make made "
        "use used there any still so "
        "currently now today far total once actual actually become became becoming put "
        "keep kept "
        "belong belonged serve serves served serving instead taken taking able meant place "
        "situated located connect connects believe include included involving involve involved "
        "thing way need want km kilometre "
        "mile miles alone common run running take took place hold held size extent".split()
    )
)  # fmt: skip
# Words that an answer of the kind asked for says by being of that kind.
_SAID_BY_KIND = {
    Asked.WHERE: frozenset(stem(word) for word in "sit sits lie lies find found stand".split()),
    Asked.DURATION: frozenset(stem(word) for word in "last lasted take stay run".split()),
    Asked.AREA: frozenset(
        stem(word) for word in "area size surface extent cover land ground acre hectare".split()
    ),
    Asked.HEIGHT: frozenset(stem(word) for word in "height rise stand".split()),
    Asked.LENGTH: frozenset(stem(word) for word in "length width distance depth measure".split()),
    Asked.MONEY: frozenset(
        stem(word) for word in "price cost costs pay paid spend spent budget worth".split()
    ),
    Asked.SHARE: frozenset(
        stem(word) for word in "share fraction portion proportion percentage part".split()
    ),
}
_OF_NAMES = frozenset(
    stem(word)
    for word in "former formerly previous previously old earlier original originally beforehand "
    "present new today current later renamed become became successor predecessor heir".split()
)
_SAID_BY_CUE: dict[str | None, frozenset[str]] = {
    "purpose": frozenset(
        stem(word) for word in "aim purpose goal task objective role job mission".split()
    ),
    "saying": frozenset(
        stem(word)
        for word in "think claim argue react respond reaction response answer reply tell accuse "
        "announce".split()
    ),
    "name": frozenset(stem(word) for word in "stand stands short renamed".split()),
    "vote": frozenset(
        stem(word) for word in "vote voted split divide divided majority margin result".split()
    ),
    "former name": _OF_NAMES,
    "present name": _OF_NAMES,
    "legal": frozenset(stem(word) for word in "legal basis".split()),
    "paper": frozenset((stem("paper"),)),
    "until": frozenset(stem(word) for word in "stay remain continue".split()),
}
_SIZE_OF_LAND = re.compile(
    r"\bsize of (?:the )?(?:[\w'’-]+ ){0,3}(?:peninsula|islands?|islets?|zone|area|territory|"
    r"region|province|strip|enclaves?|exclaves?|corridor|valley|lake|desert|village|country|state)\b",
    re.IGNORECASE,
)
_BORDER = re.compile(
    r"\b(?:borders?|frontiers?|boundar(?:y|ies)|line|neighbou?rs?|bordering)\b", re.IGNORECASE
)
_MONTH = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


# What a question about the past says of the past only: "previously", "beforehand".
_FORMERLY = frozenset(
    stem(word) for word in "previously previous formerly former beforehand hitherto prior".split()
)


def read_question(text: str, gazetteer: Gazetteer, missions: Missions) -> Question:
    """The question as `Asked` for and its terms. Any text is read; nonsense has no terms."""
    text = plain_form(text)
    asked = _asked(text)
    if re.search(r"\bwhat (?:would|will|could|might) happen\b", text, re.IGNORECASE):
        asked = Asked.WHAT
    first = re.match(
        r"^\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|might)\b(?! "
        r"(?:how|when|where|who|which|what))",
        text,
        re.IGNORECASE,
    )
    if first and asked not in (Asked.COUNT,):
        asked = Asked.WHETHER
    tokens = words(text)
    spoken_of = _mentions(text, gazetteer)
    mentions = [m for m in spoken_of if not _is_aside(text, m)]
    known = _missions_in(tokens, missions)
    taken = [(m.start, m.end) for m in spoken_of] + [(s, e) for _, s, e in known]
    before = _before_whom(text, asked)
    successors = tuple(dict.fromkeys(m.key for m in mentions if m.start >= before))
    if len(successors) < len({m.key for m in mentions}) or known:
        mentions = [m for m in mentions if m.start < before]
    if any(start < before for _, start, _ in known) or mentions:
        known = [one for one in known if one[1] < before]
    if asked is Asked.AREA and known:
        asked = Asked.COUNT
    if asked is Asked.COUNT and not known and _SIZE_OF_LAND.search(text):
        asked = Asked.AREA
    noun = _noun(text, asked, tokens, gazetteer)
    placed = {t.stem for t in tokens if any(m.start <= t.start < m.end for m in spoken_of)}
    noun = (*(part for part in noun[:-1] if part not in placed), *noun[-1:])
    noun_places = _noun_places(text, noun, mentions, tokens, gazetteer)
    if asked is Asked.COUNT:
        noun_places = (*noun_places, *_owners(text, mentions, gazetteer))
    if asked is Asked.COUNTRY and noun_places:
        asked = Asked.WHICH  # "Indian states" are no countries
    cue = _cue(text, asked, bool(known))
    if cue is None and asked in _HELD and asks_for_former(text):
        cue = "former"
    elif cue is None and asked in _HOLDERS and _after_whom(text, taken):
        cue = "later"
    stopped = stop_words()
    of_time = spans_of_times(text)
    names, terms = [], []
    for position, token in enumerate(tokens):
        inside = any(start <= token.start < end for start, end in (*taken, *of_time))
        if inside or token.text.lower() in stopped or _in_filler(text, token, asked):
            continue
        if token.text[0].isdigit():
            if _numbers_a_thing(tokens, position):
                names.append(token.text)
            continue
        if _MONTH.fullmatch(token.text) or _is_kind_of_mission(token, taken):
            continue
        if token.start >= before and token.capitalised:
            continue
        if _LED_BY.fullmatch(token.text) and _JOINED.search(text[: token.start]):
            continue  # "Kenyan-led" tells which force is meant, not what it did
        is_name = token.capitalised and position > 0 and not _follows_stop(text, token)
        if (
            is_name
            or re.search(r"\d", token.text)
            or (len(token.text) > 2 and token.text.isupper())
        ):
            names.append(as_name(token.text))
        elif (
            token.stem in _SAID_BY_KIND.get(asked, ())
            or token.stem in _SAID_BY_CUE.get(cue, ())
            or (cue == "former" and token.stem in _FORMERLY)
        ):
            continue
        elif token.stem not in _FRAME_WORDS and token.stem not in noun:
            terms.append(token.stem)
    phrases = [m for m in idioms_in(text) if not any(a <= m[0] < b for a, b in taken)]
    phrases = list({(start, end): (start, end, word) for start, end, word in phrases}.values())
    terms = [t for t in terms if not _inside_idiom(t, tokens, phrases)]
    terms += [word for _, _, word in phrases if word not in noun]
    if asked is Asked.COUNT and noun == _LIVES:  # "how many lives did it cost?"
        saved = not _SAVING.isdisjoint(terms)
        deed = stem("rescue" if saved else "killed")
        noun, terms = _PEOPLE, [*(t for t in terms if t not in _TAKING | _SAVING), deed]
    years = tuple(int(y) for y in re.findall(r"\b(1[89]\d\d|20\d\d)\b", _without(text, known)))
    asides = _asides(text, asked, tokens, phrases)
    deeds = _deeds(text, asked, tokens, terms, phrases)
    return Question(
        text=text,
        asked=asked,
        noun=noun,
        terms=tuple(dict.fromkeys(terms)),
        asides=asides,
        deeds=tuple(deed for deed in deeds if deed not in asides),
        places=tuple(dict.fromkeys(m.key for m in mentions)),
        noun_places=noun_places,
        successors=successors,
        missions=tuple(dict.fromkeys(key for key, _, _ in known)),
        names=tuple(dict.fromkeys(names)),
        years=years,
        times=asked_times(_without(text, known)),
        months=tuple(dict.fromkeys(m.lower() for m in _MONTH.findall(text))),
        about_border=bool(_BORDER.search(text)),
        cue=cue,
    )


_LED_BY = re.compile(
    r"led|run|backed|commanded|headed|sponsored|mandated|authori[sz]ed|brokered|mediated|supported"
)
_JOINED = re.compile(r"[A-Z][\w.’']*[-–]$")
_LIVES = (stem("lives"),)
_PEOPLE = (stem("people"),)
_TAKING = frozenset(stem(word) for word in "cost costs claim claimed take took lost lose".split())
_SAVING = frozenset(stem(word) for word in "save saved rescue rescued spare spared".split())
_HELD = (Asked.WHO, Asked.WHERE, Asked.WHICH, Asked.COUNTRY, Asked.WHAT)
_BEFORE_WHOM = re.compile(
    r"\b(?:before|prior to|ahead of)\s+(?=(?:the\s+)?[A-Z])(?:[\w'’-]+\s+){0,4}[\w'’-]+\W*$"
)
_FORMER = re.compile(
    r"\b(?:before|beforehand|before (?:that|then|this|now))\W*$|\b(?:previous(?:ly)?|former(?:ly)?|"
    r"hitherto|used to|until (?:now|then|recently))\b",
    re.IGNORECASE,
)


def asks_for_former(text: str) -> bool:
    """Whether a question is about what was so earlier: a former name, place or holder."""
    return bool(_FORMER.search(text) or _BEFORE_WHOM.search(text))


_HOLDERS = (Asked.WHO, Asked.COUNTRY)
_AFTER_WHOM = re.compile(r"\bafter\s+(?:the\s+)?(?=[A-Z])(?:[\w'’-]+\s+){0,4}[\w'’-]+\W*$")


def _after_whom(text: str, taken: list[tuple[int, int]]) -> bool:
    """Whether the holder that came after another, a country or a mission, is asked for."""
    match = _AFTER_WHOM.search(text)
    return match is not None and any(start > match.start() for start, _ in taken)


def _before_whom(text: str, asked: Asked) -> int:
    """Where the name behind "before" begins that only bounds what is asked; else the end."""
    match = _BEFORE_WHOM.search(text) if asked in _HELD else None
    return match.start() if match and not _MONTH.search(match[0]) else len(text)


def _is_kind_of_mission(token: Word, taken: list[tuple[int, int]]) -> bool:
    """Whether a word only says of what kind a mission named beside it is: "Operation Alba"."""
    beside = any(0 <= start - token.end <= 1 or 0 <= token.start - end <= 1 for start, end in taken)
    return beside and token.capitalised and token.text.lower() in _ENDINGS


def _asides(
    text: str, asked: Asked, tokens: list[Word], phrases: list[tuple[int, int, str]]
) -> tuple[str, ...]:
    """The stems behind "when" or "after" in a question that asks for no date."""
    match = re.search(
        r"(?<=\w)\s+(?:when|after|before|while|by the time)\s+(?:it|they|the|he|she)\b", text
    )
    if match is None or asked is Asked.DATE:
        return ()
    behind = [token.stem for token in tokens if token.start >= match.start()]
    return (*behind, *(word for start, _, word in phrases if start >= match.start()))


def _deeds(
    text: str,
    asked: Asked,
    tokens: list[Word],
    terms: list[str],
    phrases: list[tuple[int, int, str]],
) -> tuple[str, ...]:
    """The terms that say what is done, by their form, by the lexicon, or by where they stand."""
    forms = {token.stem: token.text.lower() for token in tokens}
    helped = bool(re.search(r"\b(?:do|does|did|will|would|can|could)\b", text, re.IGNORECASE))
    # "did Chile promise": a verb right behind its subject
    last = tokens[-1].stem if len(tokens) > 1 and tokens[-2].capitalised else ""
    of_phrases = {word for _, _, word in phrases}
    who = _BEHIND_WHO.search(text)
    behind_who = stem(who[1]) if who else None
    found = [
        term
        for number, term in enumerate(terms)
        if term in of_phrases
        or forms.get(term, "").endswith("ed")
        or (helped and term == last)
        or (asked is Asked.WHO and term == behind_who)
        or names_a_deed(term)
    ]
    return tuple(dict.fromkeys(found))


_BEHIND_WHO = re.compile(
    r"\bwho(?:m|se)?\s+(?:(?:is|are|was|were|has|have|had|do|does|did|will|would|can|may|must|first|"
    r"also|still|not|been|to|\w+ly)\s+)*([\w'’-]+)",
    re.IGNORECASE,
)


def _inside_idiom(term: str, tokens: list[Word], phrases: list[tuple[int, int, str]]) -> bool:
    """Whether a term stands only within phrases that have a meaning of their own."""
    spots = [token.start for token in tokens if token.stem == term]
    return bool(spots) and all(any(a <= spot < b for a, b, _ in phrases) for spot in spots)


def _cue(text: str, asked: Asked, of_mission: bool) -> str | None:
    if asked in (Asked.WHAT, Asked.WHICH) and _HAS_A_NAME.search(text):
        if asks_for_former(text) or _AT_FIRST.search(text):
            return "former name"
        if of_mission and _SINCE_THEN.search(text):
            return "present name"
    if _LEGAL.search(text):
        return "legal"
    if text.startswith(_SAID_BY_A_PAPER):
        return "paper"
    if asked is Asked.WHO and _WHO_SAYS.search(text):
        return "speaker"
    if asked is Asked.DATE and (
        match := re.search(r"\b(by when|until|till|since)\b", text, re.IGNORECASE)
    ):
        return "since" if match[1].lower() == "since" else "until"
    if asked is Asked.WHY:
        return "reason"
    if _TO_DO_WHAT.search(text) and asked is Asked.WHAT:
        return "purpose"
    if asked in _OPEN and re.search(
        r"\b(?:aim|purpose|goal|task|objective|role|job)\b|\bwhat .* for\?", text
    ):
        return "purpose"
    if _SAYS.search(text) and asked is Asked.WHAT:
        return "saying"
    if _VOTES.search(text) and asked is Asked.WHAT:
        return "vote"
    if re.search(r"\b(?:stands? for|short for|(?:does|do|did) .* mean\?)", text, re.IGNORECASE):
        return "name"
    if _NAMED.search(text):
        return "name"
    return None


_VOTES = re.compile(
    r"\bhow (?:did|do|does|has|have) .*\b(?:vote|voted|split|divide|divided)\b|"
    r"\bwhat (?:was|were|is) the (?:\w+ )?(?:votes?|majority|margin)\b|\bresult of the vote\b|"
    r"\bby (?:what|which) (?:majority|margin)\b",
    re.IGNORECASE,
)
_OPEN = (Asked.WHAT, Asked.WHICH, Asked.WHETHER)
_HAS_A_NAME = re.compile(
    r"\b(?:is|are|was|were|be|been)\b.*\b(?:called|named|known as|renamed)\b|\bnames?\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:called|renamed|name|named|known as)\b", re.IGNORECASE)
_AT_FIRST = re.compile(
    r"\b(?:until|till|originally|at first|initially|before (?:it|they) \w+)\b", re.IGNORECASE
)
_SINCE_THEN = re.compile(
    r"\b(?:now|nowadays|today|present|current(?:ly)?|new|later|afterwards|since|renamed)\b",
    re.IGNORECASE,
)
_TO_DO_WHAT = re.compile(
    r"\bwhat (?:is|are|was|were|has|have|had)\b.*\b(?:there|sent|meant|supposed|deployed|set up|"
    r"created|established|founded|made|out) (?:to \w+|for)\W*$",
    re.IGNORECASE,
)
_LEGAL = re.compile(r"\blegal basis\b", re.IGNORECASE)
_SAID_BY_A_PAPER = "does a paper say that"
_WHO_SAYS = re.compile(r"\bwho says that\b", re.IGNORECASE)


_SAYS = re.compile(
    r"\b(?:what|how) (?:do|does|did|have|has) .*\b(?:say|said|think|claim|claimed|argue|argued|"
    r"react|reacted|respond|responded|answer|answered|reply|replied|tell|told|accuse|announce)\b",
    re.IGNORECASE,
)


def _numbers_a_thing(tokens: list[Word], position: int) -> bool:
    """Whether a number belongs to a name: Article 9, resolution 2703, Estlink 2."""
    before = tokens[position - 1] if position else None
    if before is None or _MONTH.fullmatch(before.text):
        return False
    after = tokens[position + 1] if position + 1 < len(tokens) else None
    if after is not None and _MONTH.fullmatch(after.text):
        return False
    return before.stem in _NUMBERED or (
        before.capitalised and position > 1 and len(tokens[position].text) < 4
    )


_NUMBERED = frozenset(
    stem(word)
    for word in "article resolution chapter section protocol line route highway number".split()
)


def _asked(text: str) -> Asked:
    """The frame that begins first; of those that begin together the most telling."""
    found = [
        (match.start(), order, kind)
        for order, (kind, frame) in enumerate(_FRAMES)
        if (match := frame.search(text))
    ]
    return min(found)[2] if found else Asked.WHETHER


def _is_aside(text: str, mention: Mention) -> bool:
    """Whether a place only bounds what is asked: "Alaska included", "without Kaliningrad"."""
    return bool(
        re.match(r"\s+(?:included|excluded|counted|left out|aside)\b", text[mention.end :])
        or re.search(
            r"\b(?:including|excluding|counting|without)\s+(?:the\s+)?$", text[: mention.start]
        )
    )


_AT_SOME_TIME = frozenset("first last least once present moment start outset beginning".split())


def _in_filler(text: str, token: Word, asked: Asked) -> bool:
    before = text[: token.start]
    if token.text.lower() == "end":
        last = asked is Asked.WHETHER and not text[token.end :].strip(" ?.!")
        return bool(last and re.search(r"\b(?:at|in) the $", before))
    return bool(
        token.text.lower() in _AT_SOME_TIME and re.search(r"\bat (?:the |its |their )?$", before)
    )


def _follows_stop(text: str, token: Word) -> bool:
    """Whether a capital is only that of a new sentence."""
    return bool(re.search(r"[.!?]\s*$", text[: token.start]))


def _without(text: str, known: list[tuple[str, int, int]]) -> str:
    for _, start, end in known:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _mentions(text: str, gazetteer: Gazetteer) -> list[Mention]:
    found = gazetteer.mentions(text, _MEANT_HERE)
    if not any(word.capitalised for word in words(text)[1:]):
        # typed without capitals: every word that is a name may be one
        upper = re.sub(r"\b([a-z])(?=\w{2,})", lambda m: m[1].upper(), text)
        if len(upper) == len(text):
            known = [m for m in gazetteer.mentions(upper) if text[m.start : m.end] not in _SMALL]
            found = [*found, *(m for m in known if m.start not in {f.start for f in found})]
    return sorted(found, key=lambda mention: mention.start)


# "the AU" in a question to a desk like this is no unit and no gold
_MEANT_HERE = ("african-union",)
_SMALL = frozenset("turkey china jersey chad polish us car pole".split()) - {
    "turkey",
    "china",
    "chad",
}


def _missions_in(tokens: list[Word], missions: Missions) -> list[tuple[str, int, int]]:
    names = _ways_to_say(missions)
    longest = max((len(parts) for parts in names), default=0)
    folded = [as_name(token.text) for token in tokens]
    found = []
    position = 0
    # "observers" is the short name of a mission only where nothing else is written with a capital
    capitals = any(token.capitalised for token in tokens[1:])
    while position < len(tokens):
        for length in range(min(longest, len(tokens) - position), 0, -1):
            parts = tuple(folded[position : position + length])
            spoken = tokens[position].capitalised or not capitals
            if parts in names and (length > 1 or (len(parts[0]) > 2 and spoken)):
                end = tokens[position + length - 1].end
                found.append((names[parts], tokens[position].start, end))
                position += length
                break
        else:
            position += 1
    return found


@functools.lru_cache(maxsize=2)  # two generations of the library at most are open
def _ways_to_say(missions: Missions) -> Mapping[tuple[str, ...], str]:
    """The missions by the folded words that a question may name them by."""
    names: dict[tuple[str, ...], str] = {}
    for key, mission in missions.items():
        for name in mission.names:
            parts = tuple(as_name(w.text) for w in words(name))
            names[parts] = key
            for shorter in _shorter(parts):
                names.setdefault(shorter, key)
    return names


_BODIES: dict[tuple[str, ...], str] = {
    ("united", "nations"): "un",
    ("european", "union"): "eu",
    ("african", "union"): "au",
}
_ENDINGS = frozenset("mission force operation exercise programme program exercises".split())


def _shorter(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Shorter ways to say a mission's name: without its year, its last word, or "UN" for a body."""
    found = [tuple(part for part in parts if not re.fullmatch(r"\d{4}", part))]
    if parts[-1] in _ENDINGS:
        found.append(parts[:-1])
    if parts[:2] in _BODIES:
        found.append((_BODIES[parts[:2]], *parts[2:]))
    return [shorter for shorter in found if len(shorter) > 1 and shorter != parts]


def _noun(text: str, asked: Asked, tokens: list[Word], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Stems of the noun that is counted or chosen among, its head last."""
    frame = {
        Asked.COUNT: r"\bhow (?:many|much)\s+(?:more\s+|other\s+|different\s+)?|"
        r"\bnumber of\s+(?:the\s+)?",
        Asked.WHICH: r"\b(?:which|what)\s+(?:other\s+)?",
        Asked.COUNTRY: r"\b(?:which|what)\s+(?:other\s+)?",
    }.get(asked)
    if frame is None:
        return ()
    match = re.search(frame, text, re.IGNORECASE)
    if match is None:
        return ()
    after = [token for token in tokens if token.start >= match.end()]
    stems: list[str] = []
    before = ""
    for token in after[:4]:
        lower = token.text.lower()
        if lower in stop_words() or (lower in _VERBS and (stems or lower != "lives")):
            break
        if not stems and asked is Asked.COUNT and _is_done(after):
            break
        # "how many Kenyans guard" tells a deed, "how many Kenyan guards" a noun
        of_nation = len(stems) == 1 and not before.endswith("s") and token.text.endswith("s")
        does = names_a_deed(token.stem) and not (of_nation and gazetteer.mentions(before))
        if stems and (token.text.lower().endswith("ed") or does):
            break
        before = token.text
        stems.append(token.stem)
        if asked is Asked.COUNTRY and alike(token.stem, "countri"):
            break
        if token.text.lower().endswith("s") and not token.capitalised and len(stems) >= 1:
            break
    return tuple(stems)


def _is_done(after: list[Word]) -> bool:
    """Whether "how many" is followed by a verb: "how many opted for India"."""
    verb = after[0]
    counted = synonym_classes().get(verb.stem, frozenset()) & {"injured", "dead", "people"}
    behind = after[1].text.lower() if len(after) > 1 else "of"
    return verb.text.lower().endswith("ed") and not counted and behind in stop_words()


_VERBS = frozenset(
    "is are was were do does did has have had will would can could take takes took serve serves "
    "border "
    "borders lead leads led join joined send sent died killed live lives guard connects connect "
    "ended "
    "brought began started own owns belong".split()
)


_OWNS = re.compile(r"\b(?:does|do|did)\s+(?:the\s+)?$", re.IGNORECASE)
_HAS = re.compile(r"['’]?s?(?:\s+(?:army|navy|air force|police|fleet|government))?\s+have\b")
_FORCES = re.compile(r"\s+(?:army|navy|air force|police|fleet|armed forces|military)\b")


def _owners(text: str, mentions: list[Mention], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Countries whose own men are counted: "does Chad have", "how large is the Chadian army"."""
    return tuple(
        m.key
        for m in mentions
        if gazetteer.places[m.key].kind == "country"
        and (
            (_OWNS.search(text[: m.start]) and _HAS.match(text, m.end))
            or (m.form == "demonym" and _FORCES.match(text, m.end))
        )
    )


def _noun_places(
    text: str,
    noun: tuple[str, ...],
    mentions: list[Mention],
    tokens: list[Word],
    gazetteer: Gazetteer,
) -> tuple[str, ...]:
    """Places that qualify the noun itself: "Italian" in "how many Italian soldiers"."""
    if not noun:
        return ()
    match = re.search(r"\b(?:how many|which|what)\b", text, re.IGNORECASE)
    if match is None:
        return ()
    head = next((t for t in tokens if t.start >= match.end() and t.stem == noun[-1]), None)
    if head is None:
        return ()
    # "Ukrainians" are who is counted; "Italian" in "Italian soldiers" tells which
    within = [m for m in mentions if match.end() <= m.start < head.start]
    return tuple(m.key for m in within if gazetteer.places[m.key].kind != "group")
