"""Whether a sentence holds an answer of the kind that was asked for, and which figures it gives.

Pure. A sentence that speaks of the right things but not of the thing asked is no answer: "the
exercise began on Friday" does not say how many aircraft carriers took part.
One module, because each kind of answer is a few lines and they share the same signs.
"""

from __future__ import annotations

import re

from bot.briefs.question import Asked, Question
from bot.language.lexicon import FIELD, NARROWER, entry, kinship
from bot.language.places import Gazetteer
from bot.language.quantities import Amount, amounts, is_date_part
from bot.language.words import alike, fold, stem, synonym_classes, words
from bot.store import ReadPassage

_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b|\b(?:january|february|march|april|june|july|august|"
    r"september|october|november|december|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|tonight|"
    r"spring|summer|autumn|winter|"
    r"(?:this|last|next|same|following|previous) (?:week|month|year|day|spring|summer|autumn|"
    r"winter)|"
    r"(?:\w+ )?(?:days?|weeks?|months?|years?) (?:ago|later|earlier|after|before)|christmas|"
    r"easter)\b"
    r"|\b(?-i:May)\b|\b(?:1[89]|20)\d\d\b|\b\d{1,2}(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"\b(?:(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|half an?|"
    r"\w+teen|\w+ty)[\s-]+"
    r"(?:more\s+|further\s+|full\s+)?(?:hours?|days?|weeks?|months?|years?|decades?|minutes?|"
    r"seconds?))\b|\buntil\b|\bsince\b|\bthroughout\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[$€£¥]\s?\d|\b\d[\d.,]{0,30}\s*(?:million|billion|thousand)?\s*(?:euros?|dollars?|pounds?|kronor|"
    r"kroner|"
    r"roubles?|rubles?|francs?|pesos?|yen|rand|lira|zloty|marks?|usd|eur|gbp)\b",
    re.IGNORECASE,
)
_AREA = re.compile(r"\bsquare\b|\bhectares?\b|\bacres?\b|\bkm²|\bsq\b", re.IGNORECASE)
_HEIGHT = re.compile(
    r"\b(?:met(?:re|er)s?|feet|foot|ft|m|kilomet\w+|miles?|storeys?)(?:[\s-]+(?:and a "
    r"half\s+)?)(?:high|tall)\b|\bheight of\b"
    r"|\b(?:rises?|rising|stands?|reach\w*)\s+(?:\w+\s+){0,2}\d",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|since|due to|reasons?|owing to|in order to|so that|so as|after|following|as a "
    r"result|"
    r"to (?:be|make|avoid|prevent|protect|keep|stop|ensure|help|give|allow|show|deter|support|"
    r"save)|for|"
    r"so\b|turned out|over|in response|response to|meant|cit(?:ed|ing)|blam\w+|therefore|had "
    r"(?:been )?built|were|as)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"%|\bper ?cent\b|\b(?:half|third|quarter|fifth|sixth|eighth|tenth)s?\b|\bmost of\b|\ball of\b|"
    r"\bwhole\b|\bmajority\b|\bbulk of\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:president|minister|ministry|general|admiral|commodore|colonel|commander|captain|"
    r"secretary|"
    r"government|army|navy|air force|council|parliament|court|king|queen|officer|chief|head|"
    r"ambassador|envoy|forces|rebels|militia|police|guards?|union|alliance|leader|major|"
    r"brigadier)\b",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(
    r"\b(?:dozens?|hundreds|thousands|several|a few|many|no|none|not one|only|sole|single|all|"
    r"both|half|most)\b",
    re.IGNORECASE,
)
# The class of a counted noun → the classes whose numbers answer for it
_WIDER = {
    "people": {"people", "soldiers", "police", "observers", "trainees"},
    "soldiers": {"soldiers", "people"},
    "trainees": {"trainees", "soldiers", "people"},
    "observers": {"observers", "people"},
    "police": {"police"},
}


def holds_answer(
    question: Question, passage: ReadPassage, gazetteer: Gazetteer, before: str = ""
) -> bool:
    """Whether the sentence holds something of the kind asked for that the question did not say.

    `before` is the sentence before, from which a number may have its noun.
    """
    text = passage.passage.text
    asked = question.asked
    if _OFTEN.search(question.text) and not _OFTEN.search(text):
        return False
    if asked is Asked.COUNT:
        in_uniform = bool(passage.missions or passage.focus_missions)
        return bool(counted(question, text, gazetteer, in_uniform, before))
    if asked is Asked.LENGTH:
        return bool(lengths(question, text) and _right_measure(question, text))
    if asked is Asked.SHARE:
        return bool(_SHARE.search(text) or lengths(question, text))
    if asked is Asked.HEIGHT:
        return bool(_HEIGHT.search(text))
    if asked is Asked.AREA:
        return bool(_AREA.search(text) or re.search(r"\b\d[\d.,]{0,30} (?:by|x) \d", text)) or bool(
            lengths(question, text) and re.search(r"\b(?:wide|across|long)\b", text)
        )
    if asked is Asked.DURATION:
        return bool(_DURATION.search(text) or (_DATE.search(text) and _CUES["until"].search(text)))
    if asked is Asked.MONEY:
        return bool(_MONEY.search(text))
    if asked is Asked.DATE:
        return _has_new_date(question, text)
    if asked is Asked.COUNTRY:
        return _new_places(question, passage)
    if asked is Asked.WHO:
        return (
            _new_places(question, passage)
            or _new_names(question, text)
            or _new_role(question, text)
        )
    if asked is Asked.WHERE:
        return _has_new_place(question, passage, text)
    if asked is Asked.WHY:
        return bool(_REASON.search(text))
    if asked is Asked.WHICH:
        return (
            _new_names(question, text)
            or _new_places(question, passage)
            or bool(re.search(r"\d", text))
            or _noun_in(question, text)
        )
    return True


# "every day": a number without it is of something else
_OFTEN = re.compile(
    r"\b(?:every|each|per|a|an) (?:day|night|week|month|year)\b|\b(?:daily|weekly|monthly|yearly|"
    r"annual\w*)\b",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"[\s-]+(?:more\s+|further\s+)?(?:decades?|years?|months?|weeks?|days?|hours?|minutes?|times|"
    r"per cent)\b"
)


def counted(
    question: Question, text: str, gazetteer: Gazetteer, in_uniform: bool = True, before: str = ""
) -> list[Amount]:
    """The numbers of the sentence that count what the question counts.

    "People" are soldiers only where the sentence is about a mission (`in_uniform`). A number
    without a noun counts what the sentence `before` speaks of: "Two were wounded."
    """
    return [amount for amount, _ in _fitting(question, text, gazetteer, in_uniform, before)]


def count_fit(
    question: Question, text: str, gazetteer: Gazetteer, in_uniform: bool, before: str
) -> float:
    """How well the best number of a sentence counts what is asked for: 1 for its very noun."""
    found = _fitting(question, text, gazetteer, in_uniform, before)
    return max((fit for _, fit in found), default=0.0)


def _fitting(
    question: Question, text: str, gazetteer: Gazetteer, in_uniform: bool, before: str
) -> list[tuple[Amount, float]]:
    found = []
    taken = set(re.findall(r"\d[\d.,]*", question.text))
    for amount in amounts(text):
        if amount.unit is not None or (
            text[amount.start : amount.end] in taken and amount.value > 31
        ):
            continue
        if is_date_part(text, amount) or _TIME.match(text[amount.end :]):
            continue
        if _of_another(question, text, amount, gazetteer):
            continue
        fit = _counts(question, text, amount, gazetteer, in_uniform, before)
        if fit:
            found.append((amount, fit))
    return found


def _of_another(question: Question, text: str, amount: Amount, gazetteer: Gazetteer) -> bool:
    """Whether the number stands beside another country than the one asked about, in a list:
    "Ghana some two hundred soldiers; Mali and Togo have promised men" of Togo.
    """
    if not question.places:
        return False
    left = max((m.end() for m in _ITEM_END.finditer(text[: amount.start])), default=0)
    right = _ITEM_END.search(text, amount.end)
    end = right.start() if right else len(text)
    mentions = gazetteer.mentions(text, question.places)
    here = {m.key for m in mentions if left <= m.start < end}
    asked = set(question.places)
    if not here or here & asked:
        return False
    # "the United Nations lost 102" of Haitians, but not "56,000 trained in Britain" of Ukrainians
    before = any(left <= m.start < amount.start for m in mentions)
    of_people = bool(question.noun) and _is_demonym(question.noun[-1], gazetteer)
    return (of_people and before) or any(m.key in asked for m in mentions)


_ITEM_END = re.compile(r"[;:]\s|,\s(?!\d)|\sand\s(?=[A-Z])")


def _counts(
    question: Question,
    text: str,
    amount: Amount,
    gazetteer: Gazetteer,
    in_uniform: bool,
    before: str,
) -> float:
    """How well what stands behind (or, for lists, right before) a number is what is asked for."""
    if _counted_otherwise(question, text, amount, gazetteer, before):
        return 0.9
    behind = words(re.split(r"[;:()]|,\s|\.\s", text[amount.end : amount.end + 90], maxsplit=1)[0])[
        :7
    ]
    if not question.noun:
        persons = any(_classes(word.stem) & {"soldiers", "people", "observers"} for word in behind)
        return 0.9 if persons or _STRENGTH.search(text[: amount.start]) else 0.0
    head = question.noun[-1]
    head_classes = _wide(head, gazetteer)
    if "soldiers" in head_classes and head != "peopl" and not in_uniform:
        head_classes -= {"people"}
    stopped = (
        "and",
        "or",
        "from",
        "to",
        "by",
        "in",
        "at",
        "on",
        "with",
        "while",
        "but",
        "for",
        "of",
    )
    in_arms = "soldiers" in _classes(head) and head not in _PERSONS
    for position, word in enumerate(behind):
        lower = word.text.lower()
        if word.stem == head:
            return 1.0
        if in_arms and word.stem in _PERSONS:
            return 0.7 if in_uniform else 0.0
        if (
            alike(word.stem, head)
            or head_classes & _classes(word.stem)
            or kinship(head, word.stem) >= NARROWER
        ):
            return 0.9
        plural = word.text.endswith("s") or position == len(behind) - 1
        if "people" in head_classes and plural and _is_demonym(word.text, gazetteer):
            return 0.9
        if lower in stopped and position > 0 and lower != "of":
            break
    persons = bool(head_classes & {"soldiers", "people"}) or "person" in entry(head).names
    alone = not behind or behind[0].text.lower() in _NO_NOUN
    if persons and alone and _STRENGTH.search(text[: amount.start]):
        return 0.9
    if persons and any(
        w.stem == "peopl" or w.text.lower() in ("men", "women", "persons") for w in behind[:3]
    ):
        return 0.7 if "soldiers" not in head_classes or in_uniform else 0.0
    bare = alone or behind[0].text.lower().endswith("ed") or behind[0].text.lower() in _AUXILIARY
    if bare and any(alike(word.stem, head) for word in words(before)):
        return 0.85
    told = text[max(0, amount.start - 40) : amount.start].lower()
    listed = re.search(
        rf"\b{re.escape(head)}\w*\s*(?:[:=–—-]|number(?:s|ed)?|is|are|was|were|to|stood at|"
        rf"rose to|fell to)\s*(?:about |around |some |more than |over |up to |nearly )?$",
        told,
    )
    return 0.9 if listed else 0.0


# "the force numbers 4,500", "a strength of 1,100", "brought the total to 90,000"
_STRENGTH = re.compile(
    r"\b(?:numbers|numbered|strength of|strong|totall?(?:ing|ed)?|reach\w*|grow\w* to|rise\w* to|"
    r"rais\w+ to|bring\w* .{0,40} to|brought .{0,40} to|consist\w* of|has|have|had|with|about)\s+"
    r"(?:about |around |some |more than |over |up to |nearly |almost |a total of |just under )?$",
    re.IGNORECASE,
)
_PERSONS = frozenset(stem(word) for word in "people person men women human".split())
_AUXILIARY = ("are", "were", "is", "was", "have", "had", "has", "will", "would", "may", "can")
_NO_NOUN = ("and", "in", "at", "by", "on", "after", "from", "strong", "to")


def _counted_otherwise(
    question: Question, text: str, amount: Amount, gazetteer: Gazetteer, sentence_before: str
) -> bool:
    """Numbers whose noun stands elsewhere: "23 died", "Greece 803", "seventeen of them"."""
    after, before = text[amount.end :], text[: amount.start]
    head = question.noun[-1] if question.noun else ""
    people = not head or bool(
        _wide(head, gazetteer) & {"people", "soldiers", "police", "observers"}
    )
    verb = re.match(
        r"\s+(?:(?:people|men|others|of them|were|was|had|have|has|are|been)\s+)*([a-z]+)", after
    )
    if people and verb and any(alike(stem(verb[1]), term) for term in question.terms):
        return True
    if people and question.places:
        mentions = [m for m in gazetteer.mentions(text, question.places) if m.end <= amount.start]
        near = mentions[-1] if mentions else None
        if (
            near is not None
            and near.key in question.places
            and re.fullmatch(
                r"\s*(?:sent|with|has|had|provided|:|,|\||–|-)?\s*(?:about|some|around)?\s*",
                text[near.end : amount.start],
            )
        ):
            return True
    told = re.search(
        r"\b(?:number|count|toll|figure|total)s?\s+(?:of\s+(?:the\s+)?(\w+)\s+)?(?:at|is|was|of|"
        r"to|as)\s+"
        r"(?:about |around |some |more than |over |at least )?$",
        before,
    )
    if told and told[1] and any(alike(stem(told[1]), t) for t in (*question.terms, head)):
        return True
    if re.match(r"\s+of (?:them|these|those|whom|which|its|their)\b", after) and head:
        spoken_of = words(f"{sentence_before} {before}")
        persons = "soldiers" in _classes(head) and any(
            _is_demonym(word.text, gazetteer) for word in spoken_of
        )
        return persons or any(alike(word.stem, head) for word in spoken_of)
    return not head and bool(
        re.search(
            r"\b(?:rises?|rising|rose|grow\w*|total\w*|strength\w*|up)\s+(?:to|of)\s+$", before
        )
    )


def counted_class(stem_: str) -> bool:
    """Whether a counted noun is one of those that every report has: people, soldiers, ships."""
    return bool(_classes(stem_)) or "person" in entry(stem_).names


def _classes(word: str) -> frozenset[str]:
    return synonym_classes().get(word, frozenset()) & _COUNTED


_COUNTED = frozenset(
    ("people", "soldiers", "trainees", "police", "observers", "dead", "injured", "countries",
     "aircraft", "ships", "vehicles", "kilometres", "crossings")
)  # fmt: skip


def _wide(head: str, gazetteer: Gazetteer) -> set[str]:
    classes = set(_classes(head))
    if not classes and _is_demonym(head, gazetteer):
        classes = {"people", "soldiers", "trainees"}
    for name in list(classes):
        classes |= _WIDER.get(name, {name})
    return classes


def _is_demonym(word: str, gazetteer: Gazetteer) -> bool:
    return any(m.form == "demonym" for m in gazetteer.mentions(word.capitalize()))


def lengths(question: Question, text: str) -> list[Amount]:
    """The distances of a sentence that are neither in the question nor heights or areas."""
    asked = {amount.value for amount in amounts(question.text)}
    found = [a for a in amounts(text) if a.km is not None and a.value not in asked]
    short = re.compile(r"[\s-]+(?:yards?|feet|foot)\b", re.IGNORECASE)
    return found or [a for a in amounts(text) if a.unit is None and short.match(text[a.end :])]


def _has_new_date(question: Question, text: str) -> bool:
    known = {match[0].lower() for match in _DATE.finditer(question.text)}
    found = [match[0].lower() for match in _DATE.finditer(text)]
    return any(date not in known for date in found)


def _new_places(question: Question, passage: ReadPassage) -> bool:
    return any(key not in question.places for key in passage.places)


def _new_names(question: Question, text: str) -> bool:
    known = {fold(word.text).removesuffix("'s") for word in words(question.text)}
    tokens = words(text)
    return any(
        token.capitalised
        and fold(token.text).removesuffix("'s") not in known
        and len(token.text) > 1
        for token in tokens[1:]
    )


def _new_role(question: Question, text: str) -> bool:
    """Whether the sentence tells of an office that the question did not ask for."""
    return any(
        all(kinship(term, stem(match[0])) < FIELD for term in question.terms)
        for match in _ROLE.finditer(text)
    )


def _noun_in(question: Question, text: str) -> bool:
    return bool(question.noun) and any(alike(w.stem, question.noun[-1]) for w in words(text))


def _has_new_place(question: Question, passage: ReadPassage, text: str) -> bool:
    if _new_places(question, passage):
        return True
    known = {fold(word.text).removesuffix("'s") for word in words(question.text)}
    for match in re.finditer(
        r"\b(?:in|at|near|off|on|over|from|to|around|outside|between|along|"
        r"across)\s+(?:the\s+)?(?:\w+\s+)?([A-ZÀ-Þ][\w'’-]+)",
        text,
    ):
        name = fold(match[1]).removesuffix("'s")
        if name not in known and not _DATE.fullmatch(match[1]):
            return True
    return bool(
        re.search(
            r"\b(?:along|near|on|at|in) the (?:border|sea|coast|river|line|island|capital|north|"
            r"south|east|west)",
            text,
        )
    )


_HOW_WIDE = re.compile(r"\bhow (?:wide|broad|narrow)\b|\bwidth\b", re.IGNORECASE)
_WIDE = re.compile(
    r"\b(?:deep|depth|wide|width|broad|narrow\w*)\b|(?:km|kilomet\w+|miles?|met\w+)\s+across\b",
    re.IGNORECASE,
)


def _right_measure(question: Question, text: str) -> bool:
    """Whether a distance is a width where one is asked for, and a length where that is."""
    if _HOW_WIDE.search(question.text):
        return bool(_WIDE.search(text))
    if re.search(r"\bhow deep\b", question.text, re.IGNORECASE):
        return bool(re.search(r"\b(?:deep|depth|wide|inside|into)\b", text))
    if re.search(r"\bhow long\b|\blength\b", question.text, re.IGNORECASE):
        found = lengths(question, text)
        return any(
            not re.match(r"\s*(?:wide|high|tall|deep|away|apart|from|across|broad)", text[a.end :])
            for a in found
        )
    return True


_CUES = {
    "until": re.compile(
        r"\b(?:until|till|through|expir\w+|ends?|ended|runs? out|ran out|by the end|last day|"
        r"lasts?|"
        r"up to|to the end)\b",
        re.IGNORECASE,
    ),
    "since": re.compile(r"\b(?:since|from|began|begun|started|opened|until)\b", re.IGNORECASE),
    "name": re.compile(
        r"\b(?:called|calls?|named|renamed|known|dubbed|nickname\w*|names?|title|baptised|as)\b",
        re.IGNORECASE,
    ),
    "purpose": re.compile(
        r"\b(?:meant|designed|intended|supposed|serves?|aim\w*|purpose|task\w*|goals?|mandate\w*|"
        r"in order to|so that|(?:is|are|was|were) to [a-z]+|"
        r"to (?:protect|watch|monitor|observe|train|help|support|guard|secure|prevent|deter|stop|"
        r"keep|verify|supervise|escort|assist|enforce|stabili[sz]e|disarm|defend|fight|restore))\b",
        re.IGNORECASE,
    ),
    "reason": re.compile(
        r"\b(?:because|reasons?|since|due to|therefore|so|cause\w*|as a result|in order to|meant "
        r"to|"
        r"response|blam\w+|cit\w+|after|so that|owing to|for fear|turned out|followed|why)\b",
        re.IGNORECASE,
    ),
}


def gives_cue(question: Question, text: str) -> float:
    """1 where the sentence tells what `Question.cue` asks for, else 0."""
    return 1.0 if question.cue is None or _CUES[question.cue].search(text) else 0.0
