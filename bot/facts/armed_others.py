"""Armies, rebels and militias: whether a sentence is about one of them by its subject.

An article on a mission counts those who stand around it, too: "The army has 21,000 men", "Falintil,
the guerrilla army, has 1,300". What such a sentence tells, and what "it" goes on with behind it, is
nothing of the mission's. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.facts.other_forces import speaks_by_noun, speaks_of_the_mission
from bot.facts.status import Named
from bot.language.lexicon import Entry, entry
from bot.language.places import Mention
from bot.language.words import fold, is_question, stem
from bot.model import Passage

NOBODYS = ""
"""Whose an army is that a sentence names without saying whose."""

# What is nobody's mission: "the gendarmerie", "the Kosovo Security Force"
_ARMED = (
    r"(?:(?:army|armies|navy|air force|armed forces|gendarmerie|guerrillas?|rebels?|rebellion|"
    r"insurgents?|militias?|militiamen|fighters|mercenar(?:y|ies)|separatists|secessionists|"
    r"jihadists|partisans|defen[cs]e forces?|security forces|warlords?|gunmen|"
    r"paramilitar(?:y|ies)|gangs?)\b|"
    r"(?-i:(?:Security|Defen[cs]e|Self-Defen[cs]e|Protection|Territorial|Police|Armed|Air) Forces?|"
    r"Army|Navy|Front|Movement|Corps|Guards?|Legion|Militia)\b)"
)
_FIRST = (
    r"\W*(?:(?:But|And|Yet|Meanwhile|Now|Still|However|Besides|By then|There),?\s+)?"
    r"(?:(?:On|In|At|By|Since|Until|During|After|Last|This)\s[^;:,]{2,40}?(?:,\s+|\s+(?=the\s)))?"
)
_VERB_OR_LINK = (
    r"(?:is|are|was|were|has|have|had|will|would|may|can|could|of|in|on|at|from|by|to|and|or|with|"
    r"for|that|who|which|than|against|into|near|its|their|no|not)\b"
)
_IS_ARMED = re.compile(
    rf"{_FIRST}(?:(?!{_VERB_OR_LINK})[\w.,’'-]+\s+){{0,5}}?(?<![,;]\s){_ARMED}"
    # "an army base", "rebels’ demands", "the army says" of the mission
    r"(?!['’])(?!\s+(?:says?|said|announce\w*|report\w*|confirm\w*|bases?|barracks|camps?|officers?|"
    r"engineers?|chiefs?|commanders?|general|spokes\w+|headquarters|doctors?|medics)\b)",
    re.IGNORECASE,
)
_COULD_BE = re.compile(_ARMED, re.IGNORECASE)
# of the words of `_ARMED`, what is looked for in a third of the time
_PIECES = (
    *("arm", "navy", "force", "gendarm", "guerrilla", "rebel", "insurgent", "militia", "fighter"),
    *("mercenar", "separatist", "secession", "jihad", "partisan", "warlord", "gunm", "paramilitar"),
    *("gang", "front", "movement", "corps", "guard", "legion"),
)
_IN_APPOSITION = re.compile(
    rf"{_FIRST}(?:[Tt]he\s+)?(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{0,3}}),\s+"
    rf"(?:an?|the|its|their|once|formerly|another)\s+(?:[\w’'-]+\s+){{0,5}}?(?:{_ARMED})"
)
_COUNTS = re.compile(
    rf"{_FIRST}(?:[Tt]he\s+)?(?P<name>[A-Z][\w’'-]{{2,}}(?:\s+[A-Z][\w’'-]+)?)(?:,[^,;.]{{3,60}},)?\s+"
    r"(?:(?:still|now|also|itself|alone|then)\s+)*"
    r"(?:has|have|had|counts?|counted|numbers?|numbered|fields?|fielded|keeps?|kept|commands?|"
    r"commanded|is (?:thought|said|believed|reckoned) to have)\s[^.;]{0,40}?\d[\d,.]*\s+"
    r"(?:[\w-]+\s+){0,2}?(?:fighters|men|soldiers|troops|gunmen|rifles|people|members|tanks)\b"
)


_COUNTED = re.compile(
    r"\W*[^.;:]{0,60}?\s(?:has|have|had|counts?|numbers?)\s[^.;:]{0,30}?\d[\d,.]*"
)
# who joins, helps or relieves the mission, or hands it their arms, is told of it
_JOINS_IT = re.compile(
    r"\b(?:contribut\w+|participa\w+|tak(?:e|es|ing) part|took part|join\w*|offer\w*|pledg\w*|"
    r"lend|lends|lent|send|sends|sent|provid\w+|suppl(?:y|ies|ied)|replac\w+|reliev\w+|"
    r"t(?:akes?|ook) over|(?:be|been|being|are|is|was|were) trained|trained by|alongside|"
    r"guard\w* (?:it|them|its)|help\w*|support\w*|escort\w*|"
    r"hand(?:s|ed)? (?:in|over)|disarm\w*|surrender\w*|g[ai]ve(?:n|s)? up|"
    r"la(?:y|ys|id|ying) down)\b",
    re.IGNORECASE,
)
# "The Guard has 12,000 men, and Greece lends it a regiment"
_OTHER_CLAUSE = re.compile(r";|,\s+(?:and|while|but)\s+(?=the\b|[A-Z])")
# "is to send 10,000 men south of the river" is to move them
_SENT_ABOUT = re.compile(
    r"\b(?:send|sends|sent)\b[^.;]{0,40}?\b(?:north|south|east|west|across|into|towards?|"
    r"to (?:the|its) (?:\w+ )?(?:border|frontier|front|line|coast|hills|area))\b"
)
_NO_ARMY = frozenset(
    "Camp Sector Base Fort General Colonel Major Admiral Brigadier Operation Mission Exercise Task "
    "Both They These Those There".split()
)
# "Belgium keeps 200 advisers with it": with the army of the sentence before
_BESIDE_IT = re.compile(
    r"\b(?:with|beside|behind|alongside|against|under|for|to)\s+(?:it|them)\b", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"\b(?:it|its|itself|they|them|their)\b|^\W*(?:some|most|many|all|both|several|about|around)\b",
    re.IGNORECASE,
)


_DIGIT = re.compile(r"\d")


def whose_force(text: str, mentions: Sequence[Mention]) -> str | None:
    """The country whose army or rebels a sentence has as its subject, `NOBODYS` where it does not
    say; None where its subject is no such force. Of sentences that name no mission."""
    match = _COUNTS.match(text) if _DIGIT.search(text) else None
    if match is not None:
        name, end = match["name"], match.end("name")
        placed = any(m.start < end and m.end > match.start("name") for m in mentions)
        unknown = [word for word in name.split() if entry(stem(fold(word))) == Entry()]
        if placed or name.isupper() or not unknown or name.split()[0] in _NO_ARMY:
            match = None
    small = text.lower()
    may_be = match is None and any(piece in small for piece in _PIECES)  # few sentences have one
    if may_be and (armed := _COULD_BE.findall(text)):
        match = _IS_ARMED.match(text) or _IN_APPOSITION.match(text)
        if match is None and len(armed) > 1:  # "The government's has 90,000 men, the army of …"
            match = _COUNTED.match(text)
    if match is None or is_question(text):
        return None
    behind = _OTHER_CLAUSE.split(text[match.end() :], maxsplit=1)[0]
    behind = _SENT_ABOUT.sub(" ", behind)
    if _JOINS_IT.search(behind) or speaks_of_the_mission(behind):
        return None
    inside = [mention.key for mention in mentions if mention.end <= match.end()]
    return inside[-1] if inside else NOBODYS


def of_armed_others(
    passages: Sequence[Passage],
    mentions_in: Sequence[Sequence[Mention]],
    named_in: Sequence[Sequence[Named]],
) -> dict[int, str]:
    """By its number in the article, each sentence on such a force, and whose that is: those that
    have it as their subject, and those behind them that go on with it."""
    found: dict[int, str] = {}
    for number, (passage, mentions) in enumerate(zip(passages, mentions_in, strict=True)):
        text = passage.text
        if named_in[number]:
            continue
        if (whose := whose_force(text, mentions)) is not None:
            found[number] = whose
            continue
        same = number > 0 and passages[number - 1].paragraph == passage.paragraph
        if same and number - 1 in found and _GOES_ON.search(text):
            joins = _JOINS_IT.search(text) and not _BESIDE_IT.search(text)
            if not joins and not speaks_by_noun(text):
                found[number] = found[number - 1]
    return found
