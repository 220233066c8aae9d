"""Whether a sentence tells a deed the way round in which it is asked about. Pure but for the
gazetteer of the view.

"Kenya accused its neighbour" has every word of "who accused Kenya?" and is no answer. A verb of the
sentence that says the deed has a side on which its doer stands and one on which those stand to
whom it is done: before and behind it, the other way round with "was … by". Where a party of the
question stands on the wrong side only, the sentence tells of something else. Where it stands on
the right one, what stands on the other is what was asked for, whatever it is called: "soldiers",
"tribesmen".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final

from bot.briefs.asking.roles import GIVING, TAKING, Party, Roles
from bot.briefs.asking.sayings import SAID, says
from bot.briefs.asking.spans import Span, phrases
from bot.briefs.asking.voices import BY, DETERMINERS, TO, has_subject, object_length, subject, voice
from bot.language.clauses import is_deed
from bot.language.lexicon import entry
from bot.language.places import Gazetteer, Mention
from bot.language.words import alike, as_name, idioms_in, stem, stems, stop_words, words
from bot.store import ReadPassage

_SAYS_IT: Final = 0.65  # from this kinship on, a verb says the deed the same way round


@dataclass(frozen=True, slots=True)
class Told:
    """Whether a sentence tells the deed the other way round, where it says what is asked, and
    whether it tells only that it was done: "the mines were lifted"."""

    swapped: bool
    spans: tuple[Span, ...]
    by_nobody: bool = False


NOTHING: Final = Told(swapped=False, spans=())


@dataclass(frozen=True, slots=True)
class _Sides:
    """The part of a sentence in which a doer stands, and that of whom it is done to."""

    doer: tuple[int, int]
    done_to: tuple[int, int]
    direct: bool  # who stands right behind the verb is whom it is done to


def told_roles(roles: Roles, passage: ReadPassage, gazetteer: Gazetteer) -> Told:
    """How a sentence tells the deed of a question."""
    text = passage.passage.text
    found = list(_deeds(roles.deed, text))
    if not found:
        return NOTHING
    mentions = gazetteer.mentions(text, passage.places)
    verdicts: list[bool | None] = []
    spans: list[Span] = []
    for sides in found:
        if sides is None:
            verdicts.append(None)
            continue
        verdict = _verdict(roles, sides, text, mentions, gazetteer)
        verdicts.append(verdict)
        if verdict:
            spans += _answers(roles, sides, text)
    return Told(
        swapped=all(verdict is False for verdict in verdicts),
        spans=tuple(spans),
        by_nobody=roles.asks_doer
        and all(sides is not None and sides.doer[0] == sides.doer[1] for sides in found),
    )


def lacks_deed(roles: Roles, stems: Set[str]) -> bool:
    """Whether it is asked who did something to somebody named, and none of some stems says what
    was done."""
    party = roles.doer if roles.asks_done_to else roles.done_to
    if not (roles.asks_doer or roles.asks_done_to) or party is None:
        return False
    if not party.is_named:  # who provides the battalion may be "the contingent from Finland"
        beings = party.noun is not None and entry(party.noun).names & _BEINGS
        if not beings or alike(roles.deed, _GIVE) or roles.asks_done_to:
            return False
    if not roles.direct:
        return False  # who "stays out of" it may have "no part in it"
    if roles.deed in _ACCUSING and not _SAYING.isdisjoint(stems):
        return False  # who says that it was Kenya accuses Kenya
    return not any(says(roles.deed, told) >= SAID for told in stems)


def _verdict(
    roles: Roles,
    sides: _Sides,
    text: str,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
) -> bool | None:
    """Whether the parties stand on their sides; None where that is not told."""
    states = []
    for party, own, other in (
        (roles.doer, sides.doer, sides.done_to),
        (roles.done_to, sides.done_to, sides.doer),
    ):
        if party is None:
            continue
        right = _stands_in(party, own, text, mentions, whole=False)
        wrong = party.is_named and _stands_in(party, other, text, mentions, whole=True)
        states.append(True if right else False if wrong else None)
    if len(states) == 2:  # both are named: the other way round only where both are
        return False if states == [False, False] else True if True in states else None
    if states == [None] and (
        _rival(roles, sides, text, mentions, gazetteer)
        or _stands_elsewhere(roles, sides, text, mentions)
    ):
        return False
    return states[0] if states else None


def _is_gapped(text: str, mention: Mention) -> bool:
    """Whether a verb is left out behind a name: "Liberia was helped by the Americans; Guinea by
    France"."""
    if not _NEXT.search(text[: mention.start]):
        return False
    behind = next(iter(words(text[mention.end : mention.end + 30])), None)
    return behind is None or not is_deed(behind)


_NEXT: Final = re.compile(r"[;,]\s+(?:and\s+|but\s+|while\s+)?(?:the\s+)?$", re.IGNORECASE)


def _stands_elsewhere(roles: Roles, sides: _Sides, text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a party is in the sentence, and somebody else stands on its side."""
    party = roles.doer or roles.done_to
    start, end = sides.doer if roles.doer else sides.done_to
    if party is None or not party.keys or start == end:
        return False
    if not (roles.asks_doer or roles.asks_done_to):
        return False
    told = words(text[start:end])
    if any(w.text.lower() in _REFER for w in told) or not has_subject(text[start:end]):
        return False
    somewhere = [m for m in mentions if m.key in party.keys and not _is_gapped(text, m)]
    return any(not _THERE.search(text[: m.start]) for m in somewhere)


def _rival(
    roles: Roles,
    sides: _Sides,
    text: str,
    mentions: Sequence[Mention],
    gazetteer: Gazetteer,
) -> bool:
    """Whether another country stands where the party of the question would have to."""
    party = roles.doer or roles.done_to
    if party is None or not party.keys:
        return False
    asks_party = roles.asks_doer or roles.asks_done_to
    if not asks_party and any(m.key in party.keys for m in mentions):
        return False  # "Uruguay offered two helicopters, Argentina sixty soldiers"
    start, end = sides.doer if roles.doer else sides.done_to
    others = [m for m in mentions if start <= m.start < end]
    if roles.done_to:
        if not sides.direct or not others:
            return False
        led = text[start : others[0].start].lower().split()
        at_once = all(word in DETERMINERS for word in led)
        others = [
            m
            for m in others[:1]
            if _is_their_noun(party, m, text) or (at_once and m.form == "name")
        ]
    return any(
        gazetteer[m.key].kind == "country" and party.keys.isdisjoint(gazetteer.parts(m.key))
        for m in others[-1:]
    )


def _is_their_noun(party: Party, mention: Mention, text: str) -> bool:
    """Whether those of another country are told of: "Malian soldiers" for Chad's."""
    behind = words(text[mention.end : mention.end + 30])[:1]
    if party.noun is None:
        return False
    before = words(text[: mention.start])[-2:]
    if len(before) == 2 and before[1].text in ("from", "of"):  # "a rescue team from Taiwan"
        return alike(before[0].stem, party.noun)
    return any(alike(word.stem, party.noun) for word in behind)


def _stands_in(
    party: Party,
    side: tuple[int, int],
    text: str,
    mentions: Sequence[Mention],
    *,
    whole: bool,
) -> bool:
    """Whether a party is named on a side; `whole` where its noun has to be there as well, and what
    is only owned by it does not count."""
    start, end = side
    told = [word for word in words(text) if start <= word.start < end]
    of_others = {m.end for m in mentions if m.key not in party.keys} if party.keys else set()
    said = (
        party.noun is not None
        and any(
            (word.stem == party.noun or (not whole and alike(word.stem, party.noun)))
            and word.start - 1 not in of_others  # "Malian soldiers" are none of Chad's
            and (whole or not party.is_named or not _SOME.search(text[: word.start]))
            for word in told
        )
    )
    if not party.is_named:
        return said
    here = [m for m in mentions if start <= m.start < end and m.key in party.keys]
    if whole:  # a treaty signed in Moscow is not done to Russia
        here = [m for m in here if not _THERE.search(text[: m.start])]
    ends = [m.end for m in here]
    ends += [word.end for word in told if word.capitalised and as_name(word.text) in party.names]
    if not whole:
        return bool(ends) or said
    if party.noun is not None and not said:
        return False
    if said and not ends and _ITS.search(text[start:end]):  # "Honduras … after its air force"
        return any(m.end <= start for m in mentions if m.key in party.keys)
    return any(not _OWNS.match(text, at) and text[at - 2 : at] not in ("'s", "’s") for at in ends)


_REFER: Final = frozenset(
    "he she it they we him her them us his its their who which this these those that "
    "both each".split()
)
_THERE: Final = re.compile(
    r"\b(?:in|at|near|from|across|inside|over|on|along)\s+(?:the\s+)?$", re.IGNORECASE
)
# "two ships" are not the French ones, of which it is asked
_SOME: Final = re.compile(
    r"\b(?:an?|some|several|many|few|one|two|three|four|five|six|ten|\d[\d,.]*)\s+(?:[a-z-]+\s+){0,2}$"
)
_ITS: Final = re.compile(r"\b(?:its|their|his|her)\s")
_OWNS: Final = re.compile(r"['’]s?\b|['’]")


def _answers(roles: Roles, sides: _Sides, text: str) -> Iterator[Span]:
    """Who stands where the one is told of that was asked for, and is a person or a body."""
    start, end = sides.doer if roles.asks_doer else sides.done_to
    if not (roles.asks_doer or roles.asks_done_to) or start == end:
        return
    for word in words(text):
        if not start <= word.start < end or word.capitalised:
            continue
        if word.text in stop_words() or word.stem in (roles.deed,):
            continue
        kinds = entry(word.stem).names
        if kinds & _BEINGS or _MEN.search(word.text) or phrases("who", "roles").match(word.text):
            yield Span(word.start, word.end, 0.9)


_BEINGS: Final = frozenset(("person", "group"))
_MEN: Final = re.compile(r".(?:men|women|woman|people)$|^(?:women|men|people|group|gang)$")


def _deeds(deed: str, text: str) -> Iterator[_Sides | None]:
    """The sides of each verb that says a deed; None for one whose sides are not clear."""
    spoken = {start: (end, word) for start, end, word in idioms_in(text)}
    said = {*stems(text), *(word for _, word in spoken.values())}
    if not any(says(deed, told) >= _SAYS_IT for told in said):
        return  # as in most sentences
    tokens = words(text)
    for number, word in enumerate(tokens):
        end, told = spoken.get(word.start, (word.end, word.stem))
        if says(deed, told) < _SAYS_IT:
            continue
        spoken_as = voice(tokens, number, end, text)
        if spoken_as is None:
            yield None
            continue
        start, passive = spoken_as
        before = subject(text, start)
        behind = (end, end + object_length(text[end:]))
        to = TO.search(text, end) if told in GIVING else None
        if to:  # "awarded the town, where the war began, to Eritrea"
            behind = (end, to.end() + object_length(text[to.end() :]))
        by = BY.search(text, end, behind[1]) if passive else None
        doer = (by.end(), behind[1]) if by else (end, end) if passive else before
        sides = _Sides(doer, before if passive and not to else behind, direct=not passive)
        if (deed in TAKING and told in GIVING) or (deed in GIVING and told in TAKING):
            if passive or to is None:
                yield None
                continue
            sides = _Sides((to.end(), behind[1]), before, direct=False)
        yield sides


_GIVE: Final = stem("contribute")
_ACCUSING: Final = frozenset(stem(word) for word in "accuse blame criticise suspect".split())
_SAYING: Final = frozenset(
    stem(word) for word in "says said say claim speaks spoke calls called insist hold".split()
)
