"""Whose soldiers a sentence speaks of: those of the mission that its article is about, or others.

An article on one mission tells of the armies that stand around it, too: "Egyptian units have moved
up to the posts". Such a sentence is none of the mission's, though it speaks of soldiers. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from bot.facts.sentence import BODIES, Sentence
from bot.facts.status import Named
from bot.facts.which_mission import counted_by_nation, heads_that_join
from bot.language.places import Mention
from bot.model import Passage

_FORCES = (
    r"(?:troops|soldiers|forces?|army|armies|navy|units?|patrols?|(?:war|gun)?ships|frigates?|"
    r"corvettes?|vessels?|boats?|gendarmes|police(?:men)?|officers|men|battalions?|brigades?|"
    r"divisions?|regiments?|companies|guards?|jets|aircraft|planes|helicopters|marines|"
    r"paratroopers|garrisons?|tanks|guns|gunners|artillery|missiles|militias?|militiamen|"
    r"convoys?|columns?|squads?|platoons?|infantry(?:men)?|conscripts|reservists|personnel|commandos|drones|headquarters|bases?)"
)


def nations_taking_part(
    passages: Sequence[Passage],
    mentions_in: Sequence[Sequence[Mention]],
    named_in: Sequence[Sequence[Named]],
    of_title: Sequence[Mention],
    of_others: Collection[int] = (),
) -> frozenset[str]:
    """The countries that an article says lead a mission or have people in it, anywhere; and the
    ones whose deed its title tells (`of_title`). The sentences numbered in `of_others` are on
    armies and rebels: "The gendarmerie counts 12,000 men under Belgian officers"."""
    found: set[str] = set()
    for number, (passage, mentions, named) in enumerate(
        zip(passages, mentions_in, named_in, strict=True)
    ):
        if number not in of_others:
            found.update(_taking_part(passage.text, mentions, named))
    return frozenset(found) | {one.key for one in of_title}


def _taking_part(text: str, mentions: Sequence[Mention], named: Sequence[Named]) -> Iterator[str]:
    if not mentions:
        return
    yield from (one.key for one in heads_that_join(text, mentions))
    yield from (
        one.key
        for one in counted_by_nation(text, mentions)
        if not _SUFFERED.search(text[: one.start])
    )
    small = text.lower()
    match = _COME_FROM.search(small)
    if match and _FELL.search(small) and match[0].endswith(" of"):
        match = None  # "Nine of them and fifty soldiers of Lesotho died"
    end = match.end() if match else len(text)  # of the list of those who come, as far as it goes
    for one in mentions:
        behind = text[one.end :]
        whose = one.form == "demonym" or behind.startswith(("’s", "'s"))
        if 0 <= one.start - end < _NEAR:
            end = one.end
            yield one.key
            continue
        near = max(0, one.start - _BEFORE)
        leads = _GIVES.match(behind) or _LED_BY.search(text, near, one.start)
        is_leader = one.form == "demonym" and behind[:1] == ","
        is_leader = is_leader and _WHO_LEADS.search(text, near, one.start) is not None
        beside = any(0 <= mission.start - one.end < _NEAR for mission in named)  # "France keeps X"
        if leads or is_leader or beside or (whose and _HAS_IN_IT.match(behind)):
            yield one.key


# "the cholera that killed almost 10,000 Haitians"
_SUFFERED = re.compile(
    r"\b(?:kill\w*|murder\w*|cost|drove|driven|displac\w+|evacuat\w+|freed|fled|starv\w+|death of|"
    r"hurt|wound\w*|captur\w*|arrest\w*|infect\w*)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_FELL = re.compile(r"\b(?:died|killed|fell|dead|lost their lives|wounded|captured)\b")
_NEAR = 25  # letters between two of a list, and between "Britain has called it" and the name
_BEFORE = 80  # letters in which "led by the French" begins
_WHO_LEADS = re.compile(r"\b[Aa]n?\s+$")  # "A Canadian, General Burns, commands it"
# asked of a sentence in small letters
_COME_FROM = re.compile(
    rf"\b(?:{_FORCES}|people|members|women|instructors|trainers|experts|observers|monitors)\s+"
    r"(?:\w+\s+){0,2}?(?:from|of)\b"
    r"|\b(?:come|comes|came|drawn|hail|arriv\w+|consist\w*|made up|formed|sent|supplied|"
    r"provided)\s+(?:(?!away|home|back|out)\w+\s+){0,2}?(?:from|of|by)\b"
    r"|\b(?:contributors|participants|members|lead|who)\b[^.]{0,20}:"
    r"|\b(?:named|among them|including|such as)\b",
)
_GIVES = re.compile(
    r"(?:['’]s)?,?\s+(?:\w+\s+){0,3}?(?:contribut\w+|participat\w+|tak(?:e|es|ing) part|took part|"
    r"provid\w+|suppl(?:y|ies|ied)|lends?|lent|sends?|sent|gives?|gave|offer\w*|pledg\w*|promis\w+|"
    r"runs?|ran|join\w*|operates?|flies|fl[ey]w?|adds?|added|contingents?|battalions?|"
    r"pull(?:s|ed) out|"
    r"keeps?\b[^.;]{0,40}?\b(?:in|with|to)\s+(?:it|them)\b|"
    r"(?:leads?|led|heads|headed|commands?|commanded)\b[^.;]{0,40}?"
    r"\b(?:it|them|(?:the|its|this)\s+(?:\w+\s+){0,2}?(?:mission|operation|force|exercise|"
    r"programme|deployment|observers|monitors|troops|soldiers|patrols?))|"
    rf"withdr[ae]w\w*\s+(?:\w+\s+){{0,2}}?{_FORCES})\b"
)
_LED_BY = re.compile(
    r"\b(?:led|run|commanded|headed|provided|sent|supplied|contributed) by (?:the )?(?:\w+ )?$"
    r"|\bunder (?:an? |the )?$|\bcommander,? (?:is )?(?:an? |the )?$",
    re.IGNORECASE,
)
_HAS_IN_IT = re.compile(
    r"(?:['’]s)?(?:-led|\s+(?:\w+\s+)?(?:contingents?|command|commander|general|admiral|colonel|"
    r"brigadier|officer|operation|mission|exercise|force|programme|instructors|trainers|monitors|"
    r"observers|peacekeepers|diplomat))\b"
)


def is_beside_another(
    passages: Sequence[Passage],
    mentions_in: Sequence[Sequence[Mention]],
    named_in: Sequence[Sequence[Named]],
) -> bool:
    """Whether the last of these sentences, which names a mission of one country, stands behind one
    on the forces of another that it does not speak of: an article on a Danish frigate comes to a
    French operation."""
    if not passages or len(named_in) < len(passages):
        return False
    at = len(passages) - 1
    text, mentions, named = passages[at].text, mentions_in[at], named_in[at]
    owner = mentions[0] if mentions and named and mentions[0].start < named[0].start else None
    if owner is None or owner.key in BODIES or not _OPENING.fullmatch(text[: owner.start]):
        return False
    told = {one.key for one in mentions}
    actors = [
        its[0].key
        for passage, its in zip(passages[:at], mentions_in[:at], strict=True)
        if its
        and _OPENING.fullmatch(passage.text[: its[0].start])
        and _ITS_FORCES.match(passage.text[its[0].end :])
    ]
    return any(key not in BODIES and key not in told for key in actors)


def owners_of(
    passages: Sequence[Passage],
    mentions_in: Sequence[Sequence[Mention]],
    named_in: Sequence[Sequence[Named]],
) -> dict[str, str]:
    """The missions that are told to be one country's own, and whose: "Britain has kept its Armilla
    Patrol in the region since 1980"."""
    found: dict[str, str] = {}
    for passage, mentions, named in zip(passages, mentions_in, named_in, strict=False):
        owner = mentions[0] if mentions and named else None
        if owner is None or owner.form != "name" or owner.key in BODIES:
            continue
        if not _OPENING.fullmatch(passage.text[: owner.start]):
            continue
        for one in named:
            if _ITS_OWN_ONE.search(passage.text[owner.end : one.start]):
                found.setdefault(one.key, owner.key)
    return found


_ITS_OWN_ONE = re.compile(r"^[^.;:]{0,60}\bits\s+(?:own\s+)?(?:\w+\s+){0,2}$")


def is_another_nations(text: str, mentions: Sequence[Mention], owner: str | None) -> bool:
    """Whether a sentence, behind one on a country's own mission, tells what another country does
    and not that it joins: "France sent the carrier Clemenceau"."""
    if owner is None or not mentions or _THE_MISSION.search(text):
        return False
    first = mentions[0]
    if first.key in BODIES or not _OPENING.fullmatch(text[: first.start]):
        return False
    return first.key != owner and not _JOINS_IT.search(text[first.end :])


_JOINS_IT = re.compile(
    r"\b(?:join\w*|contribut\w+|participa\w+|t(?:a|oo)k\w* part|alongside|help\w*|support\w*|"
    r"assist\w*|(?:in|to|with|from|of|under) (?:it|them)|both|too|also)\b"
)


def is_of_others(
    text: str,
    mentions: Sequence[Mention],
    taking_part: Collection[str],
    bodies: Collection[str],
) -> bool:
    """Whether a sentence that does not name the mission, nor speak of it by a noun, tells of other
    forces: those of a country that has no part in it, or of another body than its `bodies`."""
    if _NOT_IN_IT.search(text) or _MANOEUVRES_OF_ITS_OWN.search(text):
        return True
    if _THE_MISSION.search(text):
        return False
    if _IT_IS_A_LINE.search(text):
        return True
    if _BYSTANDERS.search(text) and not _ITS.match(text):
        return True
    if (
        _OF_ITS_OWN.search(text)
        and not _OFFERS.search(text)
        and not heads_that_join(text, mentions)
    ):
        return True
    for one in mentions[:1]:
        opening = text[: one.start]
        if not _OPENING.fullmatch(opening) or one.key in taking_part or one.key in bodies:
            return False
        behind = text[one.end :]
        if one.key in BODIES:
            its = _ITS_FORCES.match(behind) and not _INTO_IT.search(behind)
            return bool(bodies) and bool(its or _HAS_FORCES.match(behind))
        if _DENIES_OF_ITSELF.match(behind) or _SAYS_THEY_CAME.match(behind):
            return True
        if _INTO_IT.search(behind):
            return False
        whose = one.form == "demonym" or behind.startswith(("’", "'"))
        if whose and _ITS_FORCES.match(behind):
            return True
        return bool(_HAS_FORCES.match(behind) or _SPEAKS_OF_ITSELF.match(behind))
    return False


# "Rwanda, which is not in the mission, has 2,500 soldiers", "They are not under the force"
_NOT_IN_IT = re.compile(
    r"\b(?:which|who|that|they|these|those)\s+(?:is|are|was|were|do|does|did)\s+(?:not|no|never)\s+"
    r"(?:a\s+|any\s+)?(?:in|under|parts? of|members? of|belong\w*\s+to|subject to|placed under)\s+"
    r"(?:(?:the|this)\s+(?:[\w’'-]+\s+){0,2}?(?:missions?|force|operation|exercise)|it)\b",
    re.IGNORECASE,
)
# "Russia held manoeuvres of its own"
_MANOEUVRES_OF_ITS_OWN = re.compile(
    r"^\W*(?:[Tt]he )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*\s+(?:\w+\s+){1,3}?(?:exercises?|"
    r"manoeuvres?|drills?|patrols?|missions?|operations?)\s+of\s+(?:its|their)\s+own\b"
)
# "the force", "its mandate", "the blue helmets": the mission, whoever else is named
_BY_ITS_NOUN = (
    r"\b(?:the|this|its|their|that)\s+(?:[\w’'-]+\s+){0,3}?(?:missions?|operations?|force|"
    r"exercises?|programme|peacekeepers|observers|monitors|verifiers|blue helmets|blue berets|"
    r"mandate|contingents?|deployment|manoeuvres?|drills?|task force|trainers|instructors|"
    r"battlegroups?)\b"
)
_THE_MISSION = re.compile(
    rf"{_BY_ITS_NOUN}|\b(?:to|in|with|for|from|of|against|on|lead|leads|led|join|joins|joined)"
    r"\s+(?:it|them)\b",
    re.IGNORECASE,
)
_THE_NOUN = re.compile(_BY_ITS_NOUN, re.IGNORECASE)
_OF_ITS_OWN = re.compile(
    rf"\b(?:has|have|had|keeps?|kept|sent|sends|stationed|deployed|posted|with|counts?|counted|puts?)\s+"
    rf"(?:its|their)\s+own\s+(?:\w+\s+){{0,2}}?(?:{_FORCES}|fighters)\b"
    rf"|\b(?<!no ){_FORCES}\s+of\s+(?:its|their)\s+own\b|\bthemselves\s+(?:have|had|keep|kept)\b"
    r"|\bunder (?:an?|another|its own) (?:separate |bilateral |own )?(?:agreement|treaty|pact)\s+"
    r"(?:with|between)\b"
    # "The Papuan Volunteer Corps, 350 men, stays under arms"
    r"|^\W*(?:[Tt]he )?(?:(?:\d+\w*|[A-Z][\w-]+) )+"
    r"(?:Corps|Army|Guard|Front|Legion|Militia|Regiment)\b"
)
# what of its own is for the mission
_OFFERS = re.compile(
    r"\b(?:contribut\w+|participa\w+|tak(?:e|es|ing) part|took part|join\w*|offer\w*|pledg\w*|"
    r"promis\w*|volunteer\w*|lend|lends|lent|fill\w*|replac\w+|reliev\w+|follow\w*|"
    r"t(?:akes?|ook|aking) over)\b",
    re.IGNORECASE,
)
# "In Nicosia it is 3.3 metres wide", "supplies come across it"
_IT_IS_A_LINE = re.compile(
    r"\bit (?:is|was)\s+(?:[\w.,]+\s+){0,4}?(?:met(?:re|er)s?|kilomet\w+|km|miles?|yards?|feet)\s+"
    r"(?:wide|long|high|across|deep)\b|\b(?:across|along|cross(?:es|ed|ing)?)\s+it\b"
    r"|\bit (?:is|was) (?:crossed|marked|fenced|mined|drawn)\b"
    r"|\bit (?:is|was) (?:an?|the|only|not|no)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:line|border|frontier|boundary|river|strait|island)\b",
    re.IGNORECASE,
)
# "At least 3,100 people have been killed since January": whom the mission is there for
_BYSTANDERS = re.compile(
    r"\b(?:people|civilians|inhabitants|villagers|residents|lives)\b[^.;]{0,40}?\b(?:died|dead|killed|"
    r"fled|flee|homes|homeless|driven|displaced|starv\w+)\b"
    r"|\b(?:killed|displaced|drove|driven|cost)\s+(?:[\w,.]+\s+){0,6}?(?:people|civilians|"
    r"inhabitants|villagers|residents|lives)\b",
    re.IGNORECASE,
)
_ITS = re.compile(r"\W*(?:they|their|its?)\b", re.IGNORECASE)
_INTO_IT = re.compile(
    r"\b(?:contribut\w+|participa\w+|tak(?:e|es|ing) part|took part|join\w*|offer\w*|pledg\w*|"
    r"promis\w*|volunteer\w*|lend|lends|lent|send|sends|sending|sent|provid\w+|suppl(?:y|ies|ied)|"
    r"add|adds|added|arriv\w+|landed|replac\w+|reliev\w+|fill\w*|take over|takes over|took over|"
    r"reach\w*|c[ao]mes?|lost|died|killed|wounded|hurt|buried|home|train\w*|"
    r"alongside|help\w*|support\w*|observe|escort\w*)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\W*(?:(?:But|And|Yet|Meanwhile|Now|Still|However|Since then|In the meantime),?\s+)?"
    r"(?:(?:On|In|At|By|Since|Until|During|After|Last|This)\s[^;:]{2,40}(?:,|\s\d{4})\s+)?"
    r"(?:the|an?|some|several|many|few|most|more|other|all|both|dozens of|hundreds of|"
    r"thousands of|about|around|nearly|two|three|four|five|six|ten|a dozen|a few|\d[\d,.]*|\s)*",
    re.IGNORECASE,
)
# "Serbian patrols crossed the line"
_ITS_FORCES = re.compile(
    rf"(?:['’]s?)?\s+(?:(?!and\b)[\w-]+\s+){{0,2}}?{_FORCES}\b(?!['’])"
    r"(?!\s+(?:says?|said|expects?|announce\w*|report\w*|confirm\w*|counts?)\b)",
    re.IGNORECASE,
)
# "Serbia denies that it ever sent men there"
_DENIES_OF_ITSELF = re.compile(
    r"\s+(?:has |have |had )?den(?:y|ies|ied)\s+(?:that\s+)?(?:it|its|they|their)\b"
)
# "Rwanda says that they came from the other side"
_SAYS_THEY_CAME = re.compile(
    r"\s+(?:says?|said|insists?|insisted|claims?|claimed|maintains?)\s+(?:that\s+)?they\s+(?:came|come|"
    r"were|are|had|have)\b"
)
# "Morocco says that it keeps to the truce"
_SPEAKS_OF_ITSELF = re.compile(
    r"\s+(?:has |have |had )?(?:says?|said|insists?|insisted|claims?|claimed|"
    r"maintains?|admits?|admitted|swears?|swore)\s+(?:that\s+)?(?:it|its|they|their)\b"
)
# "Russia, which has 100,000 troops near the border"; "NATO has troops there too"
_HAS_FORCES = re.compile(
    r"(?:,\s+(?:which|whose|who)\b(?:[^,.;]{3,60},)?)?\s*(?:itself\s+|still\s+|also\s+|now\s+|too\s+)*"
    r"(?:will\s+|would\s+|is to\s+)?(?:has|have|had|keeps?|kept|stations?|stationed|"
    r"massed|moved|holds?|held|puts?|mobili[sz]e[sd]?|called up|calls up|reinforce[sd]?)\s+"
    rf"(?:(?!\w+ed\b|paid|the\b)[\w,.’'-]+\s+){{0,4}}?{_FORCES}\b",
    re.IGNORECASE,
)


def brings_in_another(text: str) -> bool:
    """Whether the subject of a sentence is a body not spoken of yet: "A team of 20 observers
    stays", where "It is led by a colonel" goes on with the team."""
    return bool(_A_BODY.match(text))


_A_BODY = re.compile(
    r"\W*(?:A|An|One|Another)\s+(?:[\w’'-]+\s+){0,4}?(?:team|force|mission|battalion|brigade|regiment|"
    r"company|group|contingent|programme|squadron|unit|office|detachment|flotilla|fleet)\b"
    r"(?!\s+(?:commander|leader|member|spokes\w+)s?\b)"
)


def is_theirs(passage: Passage, sentences: Sequence[Sentence]) -> bool:
    """Whether "their force" is that of those whom the sentence before, nothing of a mission, is
    about: "The Russians came in June. The mandate of their force ends tomorrow"."""
    before = sentences[-1] if sentences else None
    if before is None or before.passage.paragraph != passage.paragraph or not before.mentions:
        return False
    if before.missions or before.focus_missions:
        return False
    return bool(_THEIR_FORCE.search(passage.text))


_THEIR_FORCE = re.compile(
    r"\btheir (?:\w+ )?(?:force|mission|operation|contingent|troops|soldiers)\b"
)


def speaks_of_the_mission(text: str) -> bool:
    """Whether a sentence speaks of the mission by a noun: "the force", "its mandate"."""
    return bool(_THE_MISSION.search(text))


def speaks_by_noun(text: str) -> bool:
    """As `speaks_of_the_mission`, but not by "with it": what that is the sentence before says."""
    return bool(_THE_NOUN.search(text))


def goes_on(text: str) -> bool:
    """Whether a sentence goes on with whoever the one before was about: "They held a hill"."""
    return not _THE_MISSION.search(text) and not _INTO_IT.search(text)
