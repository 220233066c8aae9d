"""Who does what to whom: whether a clause gives the names of a statement the parts that it gives.

"Peru left Chile" has the words of "Chile left Peru", and "The envoy said Peru left" is not the
envoy's leaving. The verb, what stands before and behind it, the voice and the prepositions
decide; the part of each name is read by `roles`. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from bot.briefs.checking.deeds import BEING, PRONOUN, Deed, deed_of
from bot.briefs.checking.roles import WHERE, is_free, is_passive, place_of, preposition_of, role
from bot.language.words import Word, words

_ADJUNCTS: Final = frozenset(
    "in at on of near between along around within inside across among".split()
)
_HOLDING: Final = frozenset(
    "has have had consists consisted counts counted numbers numbered comprises its".split()
)
_MUTUAL: Final = re.compile(
    r"\b(?:border\w*|shar\w+|neighbou?r\w*|fought|sign\w*|agree\w*|met|exchang\w+)\b",
    re.IGNORECASE,
)
_SOLE: Final = re.compile(
    r"\b(?:only|other|another|alone|sole|single|than|one (?:country|state|neighbour)|\w+est)\b",
    re.IGNORECASE,
)
_GENERIC: Final = re.compile(
    r"(?:^|[,;:]\s*|\b(?:and|but|while)\s+)(?:\w+ly\s+)?(?:it|they|he|she|this|these|both|"
    r"the (?:[\w-]+ ){0,2}(?:missions?|forces?|operation|exercise|country|countries|two|union|bloc|"
    r"alliance|body|group|island|city|territory|region|government|kingdom|republic|commission|"
    r"court|council|mandate|borders?|line|wall|fence|barrier|observers|monitors|soldiers|troops|"
    r"peacekeepers|members|zone|strip|village|treaty|agreement))\b",
    re.IGNORECASE,
)


def same_parts(
    statement: str,
    clause: str,
    named: Sequence[Sequence[tuple[int, int]]],
    same: Callable[[str, str], bool],
) -> bool:
    """Whether the clause gives each name the part that the statement gives it.

    `named` has for each name its first place in the statement and its places in the clause, none
    where the clause refers to it; `same` tells whether two stems say the same.
    """
    said, told = words(statement), words(clause)
    deed = deed_of(said)
    if deed is None:
        return _in_same_order(named)
    at_verb = said[deed.at].text if deed.kind not in ("be", "have") else statement
    if _MUTUAL.search(at_verb) and not _SOLE.search(statement):
        if len(named) < 2:
            return True
        if len(named) == 2:
            return _are_apart(clause, named)
    places = [
        place
        for place, word in enumerate(told)
        if (
            deed.kind in ("be", "have")
            and word.text.lower() in (BEING if deed.kind == "be" else _HOLDING)
        )
        or (deed.kind not in ("be", "have") and same(deed.kind, word.stem))
    ]
    if deed.kind == "be" and _stands_beside(said, deed, told, named, clause):
        return True
    if not places:
        return deed.kind in ("be", "have") and not _has_agent(said, deed, named)
    return any(_fits(said, deed, told, place, named, clause) for place in places)


def _stands_beside(
    said: Sequence[Word],
    deed: Deed,
    told: Sequence[Word],
    named: Sequence[Sequence[tuple[int, int]]],
    clause: str,
) -> bool:
    """Whether what a statement says that a thing is stands beside its name: "X, a part of Y"."""
    if not named or len(named[0]) < 2 or place_of(said, named[0][0]) > deed.first:
        return False
    for _, end in named[0][1:]:
        beside = re.match(r",\s+(?:an?|the|one of)\s+([^,;.]*)", clause[end:])
        if beside is None:
            continue
        start = end + beside.start(1)
        others = [
            [span for span in spans[1:] if start <= span[0] < end + beside.end(1)]
            for spans in named[1:]
        ]
        if all(
            any(
                preposition_of(told, place_of(told, span)) in (None, "of", "in", "on")
                for span in spans
            )
            for spans in others
        ):
            return True
    return False


def _are_apart(clause: str, named: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Whether two names stand on two sides of what they share: "A borders B", "between A and B"."""
    if any(len(spans) == 1 for spans in named):
        return True
    (_, one, *_), (_, other, *_) = sorted(named, key=lambda spans: spans[1])
    between = clause[one[1] : other[0]]
    if re.fullmatch(r"\W*(?:and|with|–|-)?\W*(?:the\s+)?", between):
        return bool(re.search(r"\bbetween\s+(?:the\s+)?$", clause[: one[0]])) or bool(
            re.match(
                r"['’s]*\s+(?:\w+\s+)?(?:shar|fought|sign|agree|met|exchang|border\s+(?:is|was|has|between)|frontier)",
                clause[other[1] :],
            )
        )
    return True


def _has_agent(
    said: Sequence[Word], deed: Deed, named: Sequence[Sequence[tuple[int, int]]]
) -> bool:
    return any(place_of(said, spans[0]) < deed.first for spans in named)


def _fits(
    said: Sequence[Word],
    deed: Deed,
    told: Sequence[Word],
    verb: int,
    named: Sequence[Sequence[tuple[int, int]]],
    clause: str,
) -> bool:
    passive = is_passive(told, verb) if deed.kind not in ("be", "have") else False
    for mine, *found in named:
        its = list(found)
        place = place_of(said, mine)
        part = role(said, place, deed.first, deed.passive)
        if not its:
            if part == "doer" and not passive and not _is_referred_to(told, verb, clause):
                return False
            if (
                part == "doer"
                and passive
                and not deed.passive
                and "by" not in [w.text.lower() for w in told[verb:]]
            ):
                return False
            continue
        its = [span for span in its if not _is_of_another(clause, told[verb].end, span[0])]
        parts = {role(told, place_of(told, span), verb, passive) for span in its}
        if (
            part == "doer"
            and "of" in parts
            and any(_acts_for(told, place_of(told, span)) for span in its)
        ):
            continue
        if not any(_agree(part, other, len(named) == 1) for other in parts):
            return False
        if part == "doer" and not passive and "doer" in parts:
            begins = [place for span in its if (place := place_of(told, span)) < verb]
            if begins and not is_free(told, max(begins), verb):
                return False
    return True


def _is_of_another(clause: str, verb: int, start: int) -> bool:
    """Whether a name stands in a later item of a list, which has a doer of its own: "Leyte went to
    Peru, Samar to Chile"."""
    item = clause[verb:start].rpartition(",")
    return (
        bool(item[1])
        and re.search(
            r"(?:^|\s)[A-Z][\w’'-]+\s+(?:to|by|from|for|with)\s|^\s*(?:to|in|on) the \w+\s*$",
            item[2],
        )
        is not None
    )


def _acts_for(told: Sequence[Word], place: int) -> bool:
    """Whether those before "of" a name act for it: "soldiers of Peru", "fighters of the Front"."""
    return any(word.text.lower() in _AGENTS for word in told[max(0, place - 4) : place])


_AGENTS: Final = frozenset(
    "soldiers troops forces fighters guards police policemen army navy government units aircraft "
    "jets ships members parliament officers authorities".split()
)


def _is_referred_to(told: Sequence[Word], verb: int, clause: str) -> bool:
    """Whether what does it is left to the sentences before: "it", "the mission", or nobody at all
    in a row of a list."""
    near = told[max(0, verb - 3) : verb + 1]
    if any(word.text.lower() in PRONOUN | {"its"} for word in near):
        return True
    return verb == 0 or _GENERIC.search(clause[: told[verb].start]) is not None


def _agree(part: str, other: str, alone: bool) -> bool:
    """Whether two parts may be the same: "in Peru" is "at Lima", and where one name stands `alone`
    "Peru's army" is "the army of Peru"."""
    if part == other or (part in WHERE and other in WHERE):
        return True
    if not alone:
        return False
    if part in _ADJUNCTS:
        return other in _ADJUNCTS or other == "object"
    return part == "object" and other in (*_ADJUNCTS, "with")


def _in_same_order(named: Sequence[Sequence[tuple[int, int]]]) -> bool:
    """Whether names stand in a clause in the order of the statement."""
    both = sorted((mine, its[0]) for mine, *its in named if its)
    return [its for _, its in both] == sorted(its for _, its in both)
