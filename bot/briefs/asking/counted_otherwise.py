"""Numbers whose noun stands elsewhere than behind them: "23 died", "Greece 803", "seventeen of
them". Pure.
"""

from __future__ import annotations

import re

from bot.briefs.asking.counted_nouns import (
    OWN_WORD,
    PERSONS,
    THINGS,
    classes_of,
    is_demonym,
    names_them,
    wide,
)
from bot.briefs.asking.question import Question
from bot.language.lexicon import NARROWER, entry, kinship, names_people
from bot.language.places import Gazetteer
from bot.language.quantities import Amount
from bot.language.words import alike, idioms_in, stem, words


def counted_otherwise(
    question: Question, text: str, amount: Amount, gazetteer: Gazetteer, sentence_before: str
) -> bool:
    """Numbers whose noun stands elsewhere: "23 died", "Greece 803", "seventeen of them"."""
    after, before = text[amount.end :], text[: amount.start]
    head = question.noun[-1] if question.noun else ""
    people = not head or bool(wide(head, gazetteer) & {"people", "soldiers", "police", "observers"})
    verb = re.match(
        r"\s+(?:(?:people|men|others|of them|were|was|had|have|has|are|been)\s+)*([a-z]+)", after
    )
    # of "people" who died nobody says that they were soldiers
    others = head not in PERSONS and re.match(r"\s+(?:people|lives|civilians)\b", after)
    did = stem(verb[1]) if verb and not (head and others) else ""
    is_thing = not classes_of(did).isdisjoint(THINGS)
    if did and verb:  # "about 10,000 take part"
        did = next((to for at, _, to in idioms_in(after) if at == verb.start(1)), did)
    if head in OWN_WORD and not any(
        word.stem == head or kinship(head, word.stem) > NARROWER
        for word in words(f"{sentence_before} {text}")
    ):
        return False  # "763 were killed" tells of no civilians
    if people and not is_thing and any(alike(did, term) for term in question.terms):
        return True
    if head and names_people(head) and _are_of_group(after):
        return True
    if head and _come_from(question, after, gazetteer):
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
    if head and (which := _OF_WHICH.search(before)) and alike(stem(which[1]), head):
        return True
    told = re.search(
        r"\b(?:number|count|toll|figure|total)s?\s+(?:of\s+(?:the\s+)?(\w+)\s+)?(?:at|is|was|of|"
        r"to|as)\s+"
        r"(?:about |around |some |more than |over |at least )?$",
        before,
    )
    if told and told[1] and any(alike(stem(told[1]), t) for t in (*question.terms, head)):
        return True
    if told and not told[1] and _COUNTS_DEAD & _spoken_of(question):
        # "a figure of 45" counts the losses that were spoken of
        return not _COUNTS_DEAD.isdisjoint(_classes_in(f"{sentence_before} {before}"))
    if re.match(r"\s+(?:\w+ )?of (?:them|these|those|whom|which|it|its|their)\b", after) and head:
        spoken_of = words(f"{sentence_before} {before}")
        if (are := _ARE.match(after)) and kinship(head, stem(are[1])) >= NARROWER:
            return True
        persons = "soldiers" in classes_of(head) and any(
            is_demonym(word.text, gazetteer) for word in spoken_of
        )
        return persons or any(names_them(word.stem, head) for word in spoken_of)
    return not head and bool(
        re.search(
            r"\b(?:rises?|rising|rose|grow\w*|total\w*|strength\w*|up)\s+(?:to|of)\s+$", before
        )
    )


def _spoken_of(question: Question) -> set[str]:
    """The classes of the counted words that a question speaks of."""
    return {name for term in (*question.terms, *question.noun) for name in classes_of(term)}


def _classes_in(text: str) -> set[str]:
    return {name for word in words(text) for name in classes_of(word.stem)}


def _are_of_group(after: str) -> bool:
    """Whether a number counts members of a group: "fewer than sixty of the company are alive"."""
    group = _OF_THE.match(after)
    return group is not None and "group" in entry(stem(group[1])).names


def _come_from(question: Question, after: str, gazetteer: Gazetteer) -> bool:
    """Whether a number counts those of the country asked about: "six of them from Fiji"."""
    if not question.noun:
        return False
    of = {m.key for m in gazetteer.mentions("the " + question.noun[-1].capitalize())}
    of = {*of, *question.noun_places} & set(question.places)
    if not of:
        return False
    behind = _FROM.match(after)
    if behind is None:
        return False
    spoken_of = gazetteer.mentions(after, question.places)
    return any(m.key in of and m.start <= behind.end() + 4 for m in spoken_of)


# "1,500 of them are thought to be minors"
_ARE = re.compile(
    r"\s+(?:\w+ )?of (?:them|these|those|whom|which|it|its|their)\s+(?:are|were|is|was|had been)\s+"
    r"(?:(?:\w+ly\s+)?\w+\s+to\s+be\s+)?(?:still\s+|only\s+)?(\w+)"
)
_COUNTS_DEAD = frozenset(("dead",))
_OF_THE = re.compile(r"\s+of (?:the|its|their|his|this|that) (?:[a-z]+ )??([a-z]+)\b")
_FROM = re.compile(r"\s+(?:of them\s+|others\s+|more\s+)?(?:(?:come|came|are|were)\s+)?from\s+")
# "the guns, of which more than half a million remain"
_OF_WHICH = re.compile(r"(\w+),? of (?:which|whom) (?:[a-z]+ ){0,3}$")
