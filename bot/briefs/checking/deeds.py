"""The verb of a clause: where it stands, and its voice. No parser, rules over words. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.language.clauses import HELPING, is_deed
from bot.language.clauses import PAST as _PAST
from bot.language.words import Word, stem, words

PAST: Final = _PAST | frozenset(
    "cost hurt come become gone done seen given taken known grown shown drawn withdrawn thrown "
    "flown worn torn broken spoken chosen frozen stolen risen fallen beaten hidden driven written "
    "forbidden begun".split()
)
BEING: Final = frozenset("is are was were be been being got".split())
HAVING: Final = frozenset("has have had".split())
PREPOSITIONS: Final = frozenset(
    "of in on at from to with by for near under over along across against between among into "
    "through outside inside within off around behind like despite during via until "
    "since than after before".split()
)
NOT_VERBS: Final = frozenset("united armed uniformed wounded injured so-called".split())
DYING: Final = frozenset(map(stem, ("died", "die", "dying", "perish")))
"""What is done to whoever does it: those who died were killed."""
RELATIVE: Final = frozenset("who which that whom whose".split())
PRONOUN: Final = frozenset("it they he she this these both".split())


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb in a clause: where it stands, and its voice; `kind` is its stem, "be" or "have"."""

    at: int
    kind: str
    passive: bool
    first: int
    """Where its helping verbs begin."""


def subject_end(statement: str) -> int:
    """Where what stands before the verb of a statement ends: at its end if there is no verb."""
    found = words(statement)
    deed = deed_of(found)
    return found[deed.first].start if deed else len(statement)


def deed_of(said: Sequence[Word]) -> Deed | None:
    """The first verb of a clause that tells, else its copula."""
    for place, word in enumerate(said):
        small = word.text.lower()
        if small in HELPING:
            return _helped(said, place)
        if small in NOT_VERBS or (word.capitalised and place):
            continue
        behind = said[place + 1] if place + 1 < len(said) else None
        if (
            behind
            and small not in PAST
            and is_deed(behind)
            and not behind.capitalised
            and behind.text.lower() not in HELPING
            and not behind.text.endswith(("ed", "ing"))
        ):
            continue  # "observers carry"
        near = [other.text.lower() for other in said[place + 1 : place + 3]]
        if small not in PAST and not small.endswith("ed") and not HELPING.isdisjoint(near):
            continue  # "the mandate was"
        verb = (
            (small in _NOUNS_TOO and place > 0 and _is_verb_here(said, place))
            or small in PAST
            or small.endswith("ed")
            or (is_deed(word) and place > 0 and _ends_as_present(said, place))
        )
        if verb:
            by = place + 1 < len(said) and said[place + 1].text.lower() == "by"
            by = by or word.stem in DYING
            return Deed(place, word.stem, by, place)
    return None


_NOUNS_TOO: Final = frozenset(
    "border borders share shares measure measures cost costs host hosts patrol patrols head heads "
    "fund funds number numbers neighbour neighbours".split()
)


def _is_verb_here(said: Sequence[Word], place: int) -> bool:
    """Whether "borders" is what a name does: "Peru borders Chile", not "Peru's borders"."""
    before = said[place - 1]
    named = before.capitalised and not before.text.endswith(("'s", "’s"))
    behind = [word.text.lower() for word in said[place + 1 : place + 2]]
    free = not behind or (behind[0] not in PREPOSITIONS | HELPING | {"guards", "posts", "town"})
    return free and (named or before.text.lower() in PRONOUN | RELATIVE | {"also", "both", "only"})


def _helped(said: Sequence[Word], first: int) -> Deed:
    """The verb behind helping verbs: "has not yet been sent", or the last of them."""
    last = first
    for place in range(first + 1, len(said)):
        small = said[place].text.lower()
        if small in HELPING:
            last = place
        elif small in _BETWEEN or small.endswith("ly"):
            continue
        else:
            helping = [
                word.text.lower() for word in said[first:place] if word.text.lower() in HELPING
            ]
            modal = helping[-1] not in BEING | HAVING
            verb = small in PAST or small.endswith(("ed", "ing"))
            if (verb or modal) and small not in NOT_VERBS:
                passive = helping[-1] in BEING and not small.endswith("ing")
                passive = passive or said[place].stem in DYING
                return Deed(place, said[place].stem, passive, first)
            break
    small = said[last].text.lower()
    return Deed(last, "have" if small in HAVING else "be", False, first)


_BETWEEN: Final = frozenset(
    "not never also still now then all both already yet again just to".split()
)


def _ends_as_present(said: Sequence[Word], place: int) -> bool:
    before = said[place - 1]
    small = said[place].text.lower()
    return before.text.lower() not in PREPOSITIONS | DETERMINERS and not small.endswith("ing")


DETERMINERS: Final = frozenset(
    "the a an this that these those its their his her some any no every each all".split()
)
