"""Whose people or things are counted: in a question, and by the numbers of a sentence. Pure but for
the gazetteer.

A number of soldiers beside the right mission is no answer where it is of the killed among them, of
another country's, or of several countries' together. `bot.briefs.asking.counting` knows what is
counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Final

from bot.briefs.asking.articles import ReadArticle
from bot.briefs.asking.counting import counted
from bot.briefs.asking.premise_words import kinds_asked, premise_words
from bot.briefs.asking.question import Asked, Question
from bot.briefs.asking.sayings import SPEAKS_FOR
from bot.language.places import Gazetteer, Mention
from bot.language.quantities import Amount, undated
from bot.language.words import as_name


@dataclass(frozen=True, slots=True)
class Census:
    """Whose people or things are asked for: the countries (`owners`), those of them that the noun
    names ("Kenyan police"), those of whom it is asked what they gave (`givers`: "did Kenya send"),
    the names of things ("Harrier" jets), and whether all who were there
    are, not the killed. Of money it is who pays."""

    owners: frozenset[str]
    of_nation: frozenset[str]
    givers: frozenset[str]
    makes: frozenset[str]
    unharmed: bool


def census_of(question: Question, gazetteer: Gazetteer) -> Census:
    """Whose people or things a question counts."""
    text = question.text
    harmed = _HARM.search(text) or any(
        premise_words(kind, "asked").search(text) for kind in kinds_asked()
    )
    owners = _owners(question, gazetteer)
    by_name = [m.key for m in gazetteer.mentions(text, question.places) if m.form != "demonym"]
    return Census(
        owners=owners,
        of_nation=frozenset(question.noun_places),
        givers=owners.intersection(by_name),
        makes=_makes(question),
        unharmed=not harmed,
    )


def counts_others(
    census: Census,
    question: Question,
    whole: ReadArticle,
    position: int,
    gazetteer: Gazetteer,
) -> bool:
    """Whether a sentence counts those of others, or only some of those who are asked for."""
    if _counts_those_of_others(census, question, whole, position, gazetteer):
        return True
    if question.asked is Asked.MONEY:
        return False
    if _is_of_another_contingent(census, question, whole, position, gazetteer):
        return True
    if not census.makes <= whole.names_beside(position):
        return True
    passage = whole.passages[position]
    text = passage.passage.text
    found = counted(question, text, gazetteer)
    if census.unharmed and found and all(_is_of_the_harmed(text, one) for one in found):
        return True
    counts = [one for one in found if one.value != 1]  # "and not one of them"
    if not census.owners or not counts:
        return False
    mentions = gazetteer.mentions(text, passage.places)
    asked = frozenset().union(*(_own(key, gazetteer) for key in census.owners))
    return all(_is_of_several(text, one.end, mentions) for one in counts) or all(
        _is_in_clause_of_others(text, one, mentions, asked) for one in counts
    )


def _is_of_another_contingent(
    census: Census, question: Question, whole: ReadArticle, position: int, gazetteer: Gazetteer
) -> bool:
    """Whether it is counted what one country gave to a mission, and a sentence does not speak of
    that country, or speaks of it only where it counts nothing: how strong all were together is no
    answer."""
    elsewhere = question.missions or question.names or len(question.places) > 1
    if question.asked is not Asked.COUNT or not elsewhere or len(census.givers) != 1:
        return False
    passage = whole.passages[position]
    ours = _own(next(iter(census.givers)), gazetteer)
    leaning = {*passage.focus_places} if whole.leans(position) else set()
    if (opener := whole.asked_by.get(position)) is not None:
        leaning |= {*whole.passages[opener].places}
    if not ours.isdisjoint(leaning):
        return False
    if ours.isdisjoint(passage.places):
        return True
    parts = [part for part in _PARTS.split(passage.passage.text) if part]
    if len(parts) < 2:
        return False
    of_it = [
        part
        for part in parts
        if any(m.key in ours for m in gazetteer.mentions(part, passage.places))
    ]
    of_it += [part for part in parts[1:] if _IT.match(part)]  # "Peru has no army; it sent police"
    return bool(of_it) and not any(map(_counts, of_it))


def _counts(part: str) -> bool:
    return any(one.unit is None for one in undated(part))


_PARTS: Final = re.compile(r";\s+")
_IT: Final = re.compile(r"\W*(?:it|they)\b", re.IGNORECASE)
_HARM: Final = re.compile(
    r"\b(?:los[et]\w*|loss\w*|perish\w*|drown\w*|casualt\w*|victims?|fell|fall\w*|missing|lives|life|harm\w*)\b",
    re.IGNORECASE,
)


def _is_of_the_harmed(text: str, amount: Amount) -> bool:
    """Whether a number is of the killed or wounded."""
    return bool(_HARMED.search(text[: amount.start]) or _WERE_HARMED.match(text, amount.end))


_HARMED: Final = re.compile(
    r"\b(?:kill\w*|wound\w*|injur\w*|captur\w*|kidnap\w*|deaths? of)\s+"
    r"(?:(?:about|around|some|more|than|at|least|another|over|nearly|all|and)\s+)*$",
    re.IGNORECASE,
)
_WERE_HARMED: Final = re.compile(
    r"(?:\s+(?!and\b)[\w'’-]+){0,5}?\s+(?:killed|wounded|injured|captured|kidnapped|died|dead|"
    r"perished)\b",
    re.IGNORECASE,
)


def _is_in_clause_of_others(
    text: str, amount: Amount, mentions: Sequence[Mention], asked: Set[str]
) -> bool:
    """Whether a number stands behind or before a semicolon with others: "…; the Italians, with
    2,200"."""
    if ";" not in text:
        return False
    begin, end = text.rfind(";", 0, amount.start) + 1, text.find(";", amount.end)
    within = [m for m in mentions if begin <= m.start < (end if end >= 0 else len(text))]
    return bool(within) and not any(m.key in asked for m in within)


def _is_of_several(text: str, end: int, mentions: Sequence[Mention]) -> bool:
    """Whether a number is of people from a list of at least two places."""
    if (led := _FROM.match(text, end)) is None:
        return False
    listed = [m for m in mentions if m.start >= led.end()]
    return (
        len(listed) > 1
        and listed[0].start - led.end() <= 4
        and bool(_LISTED.fullmatch(text[listed[0].end : listed[1].start]))
    )


_FROM: Final = re.compile(r"\s+(?:[\w-]+\s+){1,4}?(?:from|of|by)\s+", re.IGNORECASE)
_LISTED: Final = re.compile(r"\s*(?:,|,?\s+and)\s+(?:the\s+)?", re.IGNORECASE)


def _owners(question: Question, gazetteer: Gazetteer) -> frozenset[str]:
    """The places whose people are counted: "Kenyan police", "did Kenya send", "of Kenya"."""
    found = {*question.noun_places}
    for mention in gazetteer.mentions(question.text, question.places):
        of_country = mention.key in question.places and gazetteer[mention.key].kind == "country"
        before, behind = question.text[: mention.start], question.text[mention.end :]
        by_capital = mention.form == "capital" and mention.key in SPEAKS_FOR
        if not of_country or mention.form == "area" or by_capital:
            continue
        # "how many Haitians were killed"
        people = mention.form == "demonym" and before.lower().endswith("how many ")
        if people and question.text[: mention.end].endswith("s") and _SUFFERED.match(behind):
            found.add(mention.key)
        if (
            _COSTS.search(before)
            or _PEOPLE_OF.search(before)
            or _CAME_FROM.search(before)
            or (_DOES.search(before) and _OWNS.match(behind) and not _FROM_THEM.search(behind))
        ):
            found.add(mention.key)
    return frozenset(found)


_SUFFERED: Final = re.compile(
    r"\s+(?:were|was|have been|had been|died|fell|lost)\b(?!\s+(?:trained|taught))", re.IGNORECASE
)
_FROM_THEM: Final = re.compile(r"\b(?:get|got|receive\w*|gain\w*)\b.*\bfrom\b", re.IGNORECASE)
_COSTS: Final = re.compile(r"\bcosts?\s+(?:the\s+)?$", re.IGNORECASE)
_PEOPLE_OF: Final = re.compile(r"\bhow many\s+[\w-]+\s+(?:of|from)\s+(?:the\s+)?$", re.IGNORECASE)
_CAME_FROM: Final = re.compile(
    r"\bhow many\b.*\b(?:came|come|comes|are|were|was|is|sent|drawn|provided|supplied|contributed|"
    r"hailed)\s+(?:from|by)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_DOES: Final = re.compile(r"\b(?:does|did|has|have|had|will|do|what)\s+(?:the\s+)?$", re.IGNORECASE)
# "did Kenya send" is of Kenya's, "did Kenya find" of others
_OWNS: Final = re.compile(
    r"\s+(?:still |now |already |has |have |had )?(?:have|had|"
    r"pay|paid|spen[dt]|invest|g[eo]t|receiv|gain|sen[dt]|los[et]|keep|kept|contribut|provid|suppl|"
    r"deploy|station|commit|offer|promis|pledg|put|withdr[ae]w|maintain|post|move|bring|add|give|earn|lend|lent|"
    r"assign|tak\w+ part|took part|join|agree)",
    re.IGNORECASE,
)


def _makes(question: Question) -> frozenset[str]:
    """The names right before what is counted: "Harrier" in "how many Harrier jets"."""
    asked = _MAKE.search(question.text)
    return frozenset((as_name(asked[1]),)) & {*question.names} if asked else frozenset()


# in "how many Eurofighters does Germany send" the name is what is counted
_MAKE: Final = re.compile(
    r"\b[Hh]ow many\s+(?:[a-z]+\s+)?([A-Z][\w-]+)\s+(?!(?:do|does|did|has|have|had|is|are|was|were|"
    r"will|would|can|could|may|might|must|should)\b)[a-z]"
)


def _counts_those_of_others(
    census: Census, question: Question, whole: ReadArticle, position: int, gazetteer: Gazetteer
) -> bool:
    """Whether a country's people or things are counted, and the sentence is of others'."""
    own = whole.passages[position]
    near = {*own.places}
    opener = whole.asked_by.get(position)
    if opener is None and (whole.leans(position) or _OF_THEM.match(own.passage.text)):
        opener = position - 1 if position else None
    if opener is not None:
        near |= {*whole.passages[opener].places}
        if _OF_THEM.match(own.passage.text) and not gazetteer.countries(
            whole.passages[opener].places
        ):
            near |= {*own.focus_places} | whole.topic_places  # "Nine of them": of its soldiers
    alone = not any(gazetteer[key].kind == "country" for key in near - {*question.places})
    far = near | {*own.focus_places} | whole.topic_places if alone else near
    return any(
        (
            near if key in census.of_nation and not (alone and whole.is_titled(own_keys)) else far
        ).isdisjoint(own_keys)
        for key in census.owners
        if (own_keys := _own(key, gazetteer))
    )


def _own(key: str, gazetteer: Gazetteer) -> Set[str]:
    """What a country's soldiers are named by: the country, or a member of a group."""
    return gazetteer.parts(key) if gazetteer[key].kind == "group" else {key}


_OF_THEM: Final = re.compile(r"\W*[\w-]+ of (?:them|these|those)\b", re.IGNORECASE)
