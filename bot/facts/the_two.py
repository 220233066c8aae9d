"""Whom "the two countries", "the territory" and "it" mean: places named before, told by the map and
by what the article is about. Pure.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.facts.sentence import Sentence
from bot.language.places import Gazetteer, Mention
from bot.model import Passage

# TWO and ACTS_ON_IT are asked of every sentence, in small letters
TWO = re.compile(
    r"\b(?:the two(?!\s+[\w’'-]+)|the two (?:of them|countries|states|nations|sides|"
    r"neighbou?rs|republics|"
    r"governments|armies|halves|kingdoms|capitals|is|are|has|have|had|was|were|do|did|share|shared|"
    r"measures?|runs?|remains?|stretches|agreed|over|in|at|on|by|to|for|as)\b|"
    r"both (?:countries|states|sides|of them)|two (?:countries|states|neighbours|"
    r"sides)|"
    r"each other|their (?:common |shared )?(?:border|frontier|boundary)|they share|themselves)\b",
)

ACTS_ON_IT = re.compile(
    r"\b(?:surrounds?|encloses?|encircles?|touch(?:es)?|borders?)\s+(?:it|them|both|the country|"
    r"the two)\b",
)

# "Both states also touch Guatemala": who is named is a third
BOTH_THEN_TOUCH = (
    r"\b(?i:(?:both|neither|the two)(?: (?:countr(?:y|ies)|states?|of them|of the two|nations|"
    r"republics|neighbou?rs))?|they both|each of (?:them|the two))\s+"
    r"(?:(?:also|in turn|then|now|further|do|does|too|not)\s+)*"
    r"(?:borders?|touch(?:es)?|adjoins?|meets?|(?:ha(?:ve|s)|shares?) an? (?:\w+ )?(?:border|"
    r"frontier|boundary) with)\s+(?:on\s+)?(?:the\s+)?"
)
BOTH_TOUCH = re.compile(rf"{BOTH_THEN_TOUCH}(?=[A-Z])")

LAST_OF = re.compile(r"^(?:the last|the latter|the last of (?:these|them))\b", re.IGNORECASE)

THE_PLACE = re.compile(
    r"\W*(?:(?:In|To|On) the (?:far )?(?:north|south|east|west)[\w-]*,?\s+)?"
    r"(?:the (?:territory|country|region|islands?|peninsula|republic|kingdom|emirate|enclave|"
    r"exclave|archipelago)\b|a (?:country|state|republic|territory) (?:that|which|with)\b)",
    re.IGNORECASE,
)


def lies_between(title: str) -> bool:
    """Whether a title's two places are those that others lie between: "Two small states between
    Brazil and Argentina" is on neither."""
    return bool(_LIES_BETWEEN.search(title))


_LIES_BETWEEN = re.compile(
    r"\b(?:states?|countr(?:y|ies)|nations?|republics?|kingdoms?|lands?|peoples?|buffers?|"
    r"principality|principalities|emirates?|duchy|neighbou?rs?|enclaves?|squeezed|wedged|caught|"
    r"sandwiched|landlocked|stuck|torn|pressed|lies|lost)\s+(?:in\s+)?between\s",
    re.IGNORECASE,
)


def two_named_first(sentences: Sequence[Sentence], passage: Passage) -> tuple[str, ...]:
    """Who the two are right behind a sentence of the paragraph whose subject they are, and that
    names no third: "Paraguay and Uruguay are often taken for each other"."""
    before = sentences[-1] if sentences else None
    if before is None or before.passage.paragraph != passage.paragraph:
        return ()
    if len(before.countries) != 2 or len(before.mentions) < 2:
        return ()
    one, other = before.mentions[:2]
    text = before.passage.text
    first = one.start <= len("The ") and one.form == other.form == "name"
    joined = _AND.fullmatch(text, one.end, other.start)
    # "Greece and Turkey's row"
    return before.countries if first and joined and text[other.end :][:1] == " " else ()


_AND = re.compile(r"\s+and\s+(?:the\s+)?")


def neighbours_of_late(
    recent: Sequence[str], keys: Sequence[str], gazetteer: Gazetteer, back: int
) -> tuple[str, ...]:
    """The two neighbours among so many places named last, one of them the one named here."""
    for one, other in itertools.combinations(recent[:back], 2):
        if keys and keys[0] not in (one, other):
            continue
        if other in gazetteer.places[one].neighbours or one in gazetteer.places[other].neighbours:
            return other, one
    return ()


def two_at_first(opening: Sequence[Sequence[Mention]], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The only two neighbours among the countries that an article begins with: the fewest of its
    opening parts that name two."""
    named: list[str] = []
    for mentions in opening:
        countries = (m.key for m in mentions if gazetteer.places[m.key].kind == "country")
        named = list(dict.fromkeys((*named, *countries)))
        found = [
            (one, other)
            for one, other in itertools.combinations(named, 2)
            if other in gazetteer.places[one].neighbours
            or one in gazetteer.places[other].neighbours
        ]
        if found:
            return found[0] if len(found) == 1 else ()
    return ()


def across(
    sentences: Sequence[Sentence], passage: Passage, titled: Sequence[str]
) -> tuple[str, ...]:
    """The country that an article is about and the only one that the sentence before names: those
    who share a sea need not be neighbours on the map."""
    before = sentences[-1] if sentences else None
    if before is None or before.passage.paragraph != passage.paragraph or len(titled) != 1:
        return ()
    there = before.countries
    return (titled[0], there[0]) if len(there) == 1 and there[0] not in titled else ()


AT_SEA = re.compile(
    r"\b(?:maritime|sea|ocean)\s+(?:border|frontier|boundar)|\bno land (?:border|frontier|boundar)",
    re.IGNORECASE,
)

NO_BORDER = re.compile(
    r"\b(?:no|not|neither|never|without)\s+(?:\w+\s+){0,2}?(?:border|frontier|boundar|shar|touch|"
    r"meet)|n['’]t\s+(?:border|share|touch|meet)",
    re.IGNORECASE,
)

LATE = 3  # places named last, among which "the two" are


def named_so(match: re.Match[str], known: Iterable[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Solomon Islands for "the islands", where the article names one such place only."""
    noun = match[0].split()[-1].lower()
    found = [key for key in known if gazetteer.name(key).lower().endswith(" " + noun)]
    return tuple(found) if len(found) == 1 else ()


def territory_of_late(
    match: re.Match[str], recent: Sequence[str], gazetteer: Gazetteer
) -> tuple[str, ...]:
    """French Guiana for "the territory": what was named last and belongs to another country."""
    if match[0].split()[-1].lower() not in _BELONGS or not recent:
        return ()
    return tuple(recent[:1]) if gazetteer.places[recent[0]].within else ()


_BELONGS = frozenset(("territory", "exclave", "enclave", "province", "colony"))


def told_most_of(mentions_in: Sequence[Sequence[Mention]], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The one country that an article speaks of twice as often as of any other."""
    tally = Counter(
        mention.key
        for mentions in mentions_in
        for mention in mentions
        if gazetteer.places[mention.key].kind not in ("group", "area")
    )
    (best, count), (_, next_best) = [*tally.most_common(2), ("", 0), ("", 0)][:2]
    return (best,) if count >= 3 and count >= 2 * next_best else ()


def names_before(sentences: Sequence[Sentence], passage: Passage) -> bool:
    """Whether the sentence before, in the same paragraph, names a place that "it" could be."""
    before = sentences[-1] if sentences else None
    return (
        before is not None
        and before.passage.paragraph == passage.paragraph
        and bool(before.mentions)
    )
