"""Numbers that count something else than is asked for, whatever stands beside them. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.briefs.asking.counted_nouns import is_demonym
from bot.briefs.asking.question import Question
from bot.language.lexicon import kinship
from bot.language.places import Gazetteer, Mention
from bot.language.quantities import CURRENCIES, Amount, is_date_part
from bot.language.words import alike, stem, words


def counts_else(
    question: Question,
    text: str,
    amount: Amount,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
    taken: Collection[str],
) -> bool:
    """Whether a number is a date, a sum, a share, a name's, another country's or what befell some,
    so that nothing beside it can make it what is asked for; `taken` are those of the question."""
    if amount.unit is not None or (text[amount.start : amount.end] in taken and amount.value > 31):
        return True
    if re.match(
        r"\s+(?:in|out of|of every|in every)\s+(?:ten|five|four|three|six|\d+)\b",
        text[amount.end :],
    ):
        return True  # "eight in ten of the soldiers" is a share
    if _OF_NAME.search(text[: amount.start]):
        return True  # "Task Force 151"
    if _AGED.search(text[: amount.start]) and _ENDS.match(text, amount.end):
        return True
    if _OUT_OF.search(text[: amount.start]) or _CURRENCY.match(text, amount.end):
        return True
    if is_date_part(text, amount) or _TIME.match(text[amount.end :]):
        return True
    if _of_another(question, text, amount, mentions, gazetteer):
        return True
    if text[amount.start : amount.end] == "one" and _SUCH_A_ONE.search(text[: amount.start]):
        return True
    if amount.value == 1 and _IS_NOT.match(text, amount.end):
        return True  # "one enclave was not part of it"
    return _befell(question, text, amount) or _was_done_to(question, text, amount)


def _was_done_to(question: Question, text: str, amount: Amount) -> bool:
    """Whether a number is of those to whom others did what is not asked about: whom Chile arrested
    are no soldiers of Chile's."""
    verbs = list(_DONE_TO.finditer(text[: amount.start]))
    if not verbs or not _OWN.search(question.text):
        return False
    asked = {*(word.stem for word in words(question.text)), *question.terms}
    did = stem(verbs[-1]["did"])
    return not any(alike(did, word) or kinship(did, word) > 0 for word in asked)


def _befell(question: Question, text: str, amount: Amount) -> bool:
    """Whether a number is of those to whom something happened that is not asked about.

    "Four soldiers were arrested" does not tell how many there are.
    """
    match = _BEFALLEN.match(text[amount.end :])
    if match is None:
        return False
    asked = {*(word.stem for word in words(question.text)), *question.terms}
    befell = stem(match["what"] or match["did"])
    return not any(alike(befell, word) or kinship(befell, word) > 0 for word in asked)


def _of_another(
    question: Question,
    text: str,
    amount: Amount,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
) -> bool:
    """Whether the number stands beside another country than the one asked about, in a list:
    "Ghana some two hundred soldiers; Mali and Togo have promised men" of Togo.
    """
    asked = set(question.places)
    around = mentions_around(text, amount, mentions)
    if any(m.key in asked for m in around):
        return False
    here = {
        m.key
        for m in around
        if m.start < amount.start
        or not (
            _NOT_TO.search(text[amount.end : m.start])
            or (_CAME_FROM.search(text[amount.end : m.start]) and _INTO_A.search(question.text))
        )
    }
    if not here:
        return False
    # "the United Nations lost 102" of Haitians, but not "56,000 trained in Britain" of Ukrainians
    before = any(m.start < amount.start for m in around)
    of_people = bool(question.noun) and is_demonym(question.noun[-1], gazetteer)
    if of_people and before:
        return True
    where = _only_where(question, gazetteer)
    return any(m.key in asked and m.key not in where for m in mentions)


def _only_where(question: Question, gazetteer: Gazetteer) -> frozenset[str]:
    """The places in which a question asks how many there were: those of others, too."""
    found = gazetteer.mentions(question.text, question.places)
    return frozenset(m.key for m in found if _WITHIN.search(question.text[: m.start]))


def mentions_around(text: str, amount: Amount, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of places in the same part of a sentence as a number."""
    left = max((m.end() for m in _ITEM_END.finditer(text[: amount.start])), default=0)
    right = _ITEM_END.search(text, amount.end)
    end = right.start() if right else len(text)
    return [m for m in mentions if left <= m.start < end]


_BEFALLEN = re.compile(
    r"(?:\s+(?!and\b|or\b)[\w’'-]+){0,4}?\s+(?:"
    r"(?:were|was|have been|had been|has been|are|is)\s+(?:\w+\s+)?"
    r"(?P<what>killed|wounded|injured|hurt|arrested|captured|detained|abducted|kidnapped|"
    r"dismissed|sentenced|executed|drowned|hanged|expelled|released|freed|shot)"
    r"|(?P<did>died|drowned|deserted|perished|surrendered|defected|fled|escaped))\b"
)
# … and up to a number of a list, nothing but others who were: "arrested two soldiers and a clerk"
_DONE_TO = re.compile(
    r"\b(?P<did>arrested|captured|detained|killed|expelled|deported|seized|shot|wounded|injured|"
    r"abducted|kidnapped|freed|released|rescued|disarmed|interned)\b(?=[^.;:]*$)"
)
_OWN = re.compile(
    r"\b(?:do|does|did|has|have|had)\s+(?:the\s+)?(?-i:[A-Z])[\w’' -]*?\s+"
    r"(?:have|keep|post|station|maintain|employ|own)\b",
    re.IGNORECASE,
)
# "seventy men to its border with Chad" are not Chad's
_NOT_TO = re.compile(r"\b(?:to|with|against|near|towards?|into)\s+(?:the\s+)?$")
# … and who came to Ceuta came from another place
_CAME_FROM = re.compile(
    r"\b(?:c[ao]me|arriv\w+|cross\w+|fled|swam|walked|entered|got|travell?ed|moved)\b[^,;]*\bfrom\s+"
    r"(?:the\s+)?$"
)
_INTO_A = re.compile(r"\b(?:to|into|reach(?:ed)?|enter(?:ed)?)\s+(?:the\s+)?[A-Z]")
_WITHIN = re.compile(r"\b(?:in|into|inside|within|ashore in)\s+(?:the\s+)?$", re.IGNORECASE)
_ITEM_END = re.compile(r"[;:]\s|,\s(?!\d)|\sand\s(?=[A-Z])")
# "a Fijian one" is no number
_OUT_OF = re.compile(r"\b(?:out of|(?:of|in) every)\s+$", re.IGNORECASE)
_CURRENCY = re.compile(rf"\s*(?:(?:million|billion)\s+)?(?:[A-Z][a-z]+\s+)?{CURRENCIES}\b")
_OF_NAME = re.compile(
    r"\b(?:Force|Group|Squadron|Wing|Fleet|Division|Brigade|Regiment|Battalion|[Rr]esolution|"
    r"[Aa]rticle|[Cc]hapter|Protocol|Route|Highway|[Ff]light|Camp|Post|Zone|Sector|Annex|Exercise|"
    r"Operation)\s+$"
)
_SUCH_A_ONE = re.compile(r"\b(?:an?|the|this|that|each|every|another)\s+(?:[\w-]+\s+)?$", re.I)
# "half of them are under fifteen"
_AGED = re.compile(r"\b(?:aged|under|under the age of|turned)\s+(?:\w+\s+(?:to|and)\s+)?$")
_ENDS = re.compile(r"\W*(?:$|[.,;:)]|years?\b|or (?:younger|older)\b)")
_IS_NOT = re.compile(r"(?:\s+[\w-]+){1,4}?\s+(?:was|is|did|does|has|had|will|would) not\b")
_TIME = re.compile(
    r"[\s-]+(?:more\s+|further\s+)?(?:decades?|years?|months?|weeks?|days?|hours?|minutes?|times|"
    r"per cent)\b"
)
