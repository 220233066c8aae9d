"""Who does what in a clause: whether two clauses with the same words give them the same roles.

"Peru left Chile" has the words of "Chile left Peru", and "The envoy said Peru left" is not the
envoy's leaving. No parser: the verb, what stands before it, the voice and "by" decide. Pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.language.clauses import HELPING, is_deed
from bot.language.words import Word, alike, stop_words, words

_PREPOSITIONS: Final = frozenset(
    "of in on at from to with by for near under over along across against between among into "
    "through outside inside within off around behind beside like despite during via per".split()
)
_ENUMERATING: Final = frozenset(("and", "or"))
_PRONOUNS: Final = frozenset("it they he she".split())
_BEING: Final = frozenset("is are was were be been being got gets".split())
_NEAR: Final = 3  # words between a helping verb and its participle: "was only recently"


def same_roles(statement: str, clause: str) -> bool:
    """Whether the clause can give the statement's verb the subject that the statement gives it.

    True where the statement has no verb that can be told, or nothing stands before it.
    """
    said, told = words(statement), words(clause)
    at = _verb(said)
    if at is None:
        return True
    helping = said[at].text.lower() in HELPING
    subject = _subject(said, at)
    if subject is None:
        return True
    passive = _is_passive(said, at)
    for place, word in enumerate(told):
        same = word.text.lower() in HELPING if helping else alike(said[at].stem, word.stem)
        if same and _fits(said, subject, passive, told, place):
            return True
    return False


def _verb(said: Sequence[Word]) -> int | None:
    """The position of the first verb that tells; else of a helping one."""
    deeds = [place for place, word in enumerate(said) if place and is_deed(word)]
    telling = [place for place in deeds if said[place].text.lower() not in HELPING]
    return next(iter(telling or deeds), None)


def _subject(said: Sequence[Word], verb: int) -> int | None:
    """The position of the head of what stands before the verb: its first name, else its last word
    before a preposition."""
    telling = [
        place
        for place in range(verb)
        if said[place].text.lower() not in stop_words() and not is_deed(said[place])
        and not said[place].text[0].isdigit()
    ]  # fmt: skip
    heads = [place for place in telling if not _behind_preposition(said, place)]
    names = [place for place in heads if _is_name(said, place)]
    return next(iter(names or heads[-1:] or telling), None)


def _is_name(found: Sequence[Word], place: int) -> bool:
    return found[place].capitalised and (place > 0 or found[place].text.lower() not in stop_words())


def _behind_preposition(found: Sequence[Word], place: int) -> bool:
    """Whether the noun phrase of this word stands behind a preposition: "of the army"."""
    for before in range(place - 1, max(-1, place - 4), -1):
        text = found[before].text.lower()
        if found[before + 1].start - found[before].end > 1:  # a comma, a bracket
            return False
        if text in _PREPOSITIONS:
            return True
        if len(text) == 4 and text.isdigit():  # "in 1987 Fiji left"
            return False
        if is_deed(found[before]) or text in _ENUMERATING:
            return False
    return False


def _is_passive(found: Sequence[Word], verb: int) -> bool:
    near = [word.text.lower() for word in found[max(0, verb - _NEAR) : verb]]
    following = found[verb + 1].text.lower() if verb + 1 < len(found) else ""
    if found[verb].text.lower() in HELPING:
        return False
    return any(word in _BEING for word in near) or following == "by"


def _fits(
    said: Sequence[Word], subject: int, passive: bool, told: Sequence[Word], verb: int
) -> bool:
    head = said[subject].stem
    places = [place for place, word in enumerate(told) if alike(head, word.stem)]
    told_passive = _is_passive(told, verb)
    if passive != told_passive:
        if passive:  # "the crossing was closed", told as "Peru closed the crossing"
            return any(place > verb for place in places)
        by = [place for place in range(verb, len(told)) if told[place].text.lower() == "by"]
        return any(by and by[0] < place <= by[0] + 4 for place in places)
    owns = said[subject].text.endswith(("'s", "’s"))
    return any(
        place < verb
        and told[place].text.endswith(("'s", "’s")) == owns
        and _behind_preposition(told, place) == _behind_preposition(said, subject)
        and _is_free(told, place, verb)
        for place in places
    )


def _is_free(told: Sequence[Word], subject: int, verb: int) -> bool:
    """Whether no other subject and no other verb stands between a subject and a verb.

    A pronoun before the verb speaks of the subject: "Tonga denied that it had closed …".
    """
    again = any(word.text.lower() in _PRONOUNS for word in told[max(0, verb - _NEAR) : verb])
    for place in range(subject + 1, verb):
        text = told[place].text.lower()
        if text in HELPING or text in stop_words():
            continue
        if is_deed(told[place]) and not again:
            return False
        beside = told[place - 1].text.lower()
        name = _is_name(told, place) and not _is_name(told, place - 1)
        if name and beside not in _ENUMERATING and not _behind_preposition(told, place):
            return False
    return True
