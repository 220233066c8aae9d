"""What a number may count although nothing says that it counts what is asked for. Pure but for the
gazetteer.

"Reforger involved 125,000" gives no noun, "up to 5,000 visitors" another one than "pilgrims". Such
a number is no answer by itself: how well it fits is a sign among others, which decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.briefs.asking.counted_nouns import (
    ARE_PEOPLE,
    FORCES,
    OWN_WORD,
    PEOPLE,
    STOPS,
    UNARMED,
    UNITS,
    classes_of,
    counted_class,
    is_demonym,
    no_other_class,
)
from bot.language.clauses import PAST
from bot.language.lexicon import NARROWER, entry, kinship, names_people
from bot.language.places import Gazetteer
from bot.language.quantities import Amount, undated
from bot.language.words import Word, stem, words

STRONG = re.compile(r"[\s-]strong\b")
AUXILIARY = ("are", "were", "is", "was", "have", "had", "has", "will", "would", "may", "can")
CAME = frozenset("came come went go left leave got get stay return".split())
_ALONE = 0.7
_ALONE_OF_THINGS = 0.55
_SAME_SORT = 0.55


def may_count(
    head: str,
    text: str,
    amount: Amount,
    behind: Sequence[Word],
    gazetteer: Gazetteer,
    in_uniform: bool,
) -> float:
    """How well a number may count what is asked for although nothing says that it does: it stands
    alone ("Reforger involved 125,000"), or counts others of the same sort ("visitors" of pilgrims).
    The other signs have to decide."""
    if head in OWN_WORD:
        return 0.0
    of_people = _are_people(head)
    own = own_noun(behind, gazetteer)
    if own is None:
        if meant := _meant_alone(text, amount, gazetteer):
            in_arms = head == PEOPLE or "soldiers" in classes_of(head)
            same = of_people and (meant == "people" or (meant == "soldiers" and in_arms))
            return _ALONE if same or kinship(head, meant) >= NARROWER else 0.0
        return _ALONE if of_people else _ALONE_OF_THINGS
    up_to_it = {word.stem for word in behind if word.start <= own.start}
    if not up_to_it.isdisjoint(UNARMED) or own.stem in UNITS:
        return 0.0  # seventy civilian staff are no soldiers
    if of_people:
        if not _counts_people(own, gazetteer):
            return 0.0
        unarmed = is_demonym(own.text, gazetteer) and not in_uniform
        return 0.0 if unarmed and "soldiers" in classes_of(head) else _SAME_SORT
    return _SAME_SORT if no_other_class(head, own.stem) and kinship(head, own.stem) > 0 else 0.0


def _are_people(noun: str) -> bool:
    return bool(classes_of(noun) & ARE_PEOPLE) or names_people(noun)


def _counts_people(word: Word, gazetteer: Gazetteer) -> bool:
    """Whether a number of what a word says is one of people: of shepherds, of Fijians."""
    if _are_people(word.stem):
        return True
    return not classes_of(word.stem) and is_demonym(word.text, gazetteer)


def own_noun(behind: Sequence[Word], gazetteer: Gazetteer) -> Word | None:
    """What a number counts by the words behind it; None where it stands alone."""
    for position, word in enumerate(behind[:5]):
        lower = word.text.lower()
        if lower in STOPS or lower in AUXILIARY or lower in _THEM:
            return None
        if counted_class(word.stem) or is_head(word):
            return word
        if not position and (lower.endswith("ed") or lower in PAST or lower in CAME):
            return None
        last = position + 1 == len(behind) or behind[position + 1].text.lower() in AUXILIARY
        if (last or word.text.endswith("s")) and is_demonym(word.text, gazetteer):
            return word
    return None


_THEM = frozenset("them these those which whom it".split())


def _meant_alone(text: str, amount: Amount, gazetteer: Gazetteer) -> str | None:
    """Whom a number without a noun counts: "soldiers" in "a battalion of 700", "people", or the
    stem of a thing or a unit: "150 lorries; only 22 came". None where nothing tells."""
    if STRONG.match(text, amount.end):
        return "people"
    if led := _OF_GROUP.search(text[: amount.start]):
        return "soldiers" if stem(led[1]) in UNITS | FORCES else None
    earlier = number_before(text, amount)
    if earlier is None:
        return None
    if earlier.unit is not None:
        return earlier.unit
    between = words(re.split(r"[;:()]|\.\s", text[earlier.end : amount.start], maxsplit=1)[0])
    own = own_noun(between, gazetteer)
    return own and ("people" if _counts_people(own, gazetteer) else own.stem)


def number_before(text: str, amount: Amount) -> Amount | None:
    """The number that stands before another one in a sentence, dates aside."""
    return max(
        (one for one in undated(text) if one.end < amount.start),
        key=lambda one: one.end,
        default=None,
    )


_OF_GROUP = re.compile(
    r"\b([a-z]+)\s+of\s+(?:(?:about|around|some|more|than|over|up|to|nearly|almost)\s+)*$"
)


def is_head(word: Word) -> bool:
    """Whether a word is the plural that a number counts, not one that describes it."""
    known = entry(word.stem).names
    return bool(_PLURAL.fullmatch(word.text)) and ("deed" not in known or "person" in known)


_PLURAL = re.compile(r"[a-z]{3,}(?<![su'’])s")
