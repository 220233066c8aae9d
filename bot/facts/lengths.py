"""The lengths of a sentence: which are of a line, of what part of it, and how sure they are.

Pure, over one sentence; whose line it is, `bot.facts.borders` knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.facts.river_stretches import is_of_a_river
from bot.facts.stance import stance
from bot.language.agreement import LAND_AND_WATER, RIVER_LINE
from bot.language.measured import thing_measured, things_in
from bot.language.quantities import Amount, amounts, in_lists, is_date_part
from bot.model import Stance


def distances(text: str) -> list[Amount]:
    """The distances of a sentence; "894 kilometres with Russia and 428 with Turkey" gives the unit
    of both once."""
    found = []
    unit = None
    for amount in in_lists(text, amounts(text)):
        if amount.km is not None:
            unit = amount.unit
        elif unit is not None and amount.unit is None and not is_date_part(text, amount):
            said_of = _WITH_IT.match(text, amount.end) or (
                _FOR_IT.search(text[: amount.start]) and _NOTHING_ELSE.match(text, amount.end)
            )
            alone = (
                text[amount.start - 1 : amount.start] + text[amount.end : amount.end + 1] == "()"
            )
            amount = (
                replace(amount, unit=unit) if (said_of or alone) and amount.value >= 2 else amount
            )
        if amount.km is not None:
            found.append(amount)
    return found[:_MOST]


def lengths_carried_on(before: str, text: str) -> list[Amount]:
    """The lengths of "It has 599 with Iraq, 379 with Jordan" and of "Dhaka says 4,142", behind
    a sentence that gives some with their unit."""
    units = [amount.unit for amount in amounts(before) if amount.km is not None]
    if units and FOLLOWS.match(text):  # "Malawi follows with 600 soldiers", "in 1995"
        some = amounts(text)
        plain = all(
            one.unit is None
            and _AT.search(text[: one.start])
            and _NOTHING_ELSE.match(text, one.end)
            and not _A_YEAR.fullmatch(text, one.start, one.end)
            for one in some
        )
        return [replace(one, unit=units[-1]) for one in some] if plain else []
    ends = _NOTHING_ELSE if _SAYS.match(text) else _WITH_IT if _IT_HAS.match(text) else None
    if not units or ends is None:
        return []
    return [
        replace(amount, unit=units[-1])
        for amount in amounts(text)
        if amount.unit is None and ends.match(text, amount.end) and amount.value >= 2
    ]


_SAYS = re.compile(
    r"\W*(?:[A-Z][\w’'-]*\s+){1,3}(?:says?|said|counts?|counted|gives?|gave|claims?|speaks? of|"
    r"(?:puts?|makes?) it(?: at)?|(?:own )?(?:part|share|stretch|border|line) (?:is|measures))\s+"
    r"(?:it is\s+)?(?:about\s+|some\s+|only\s+)?\d[\d.,]*\.?$"
)
_AT = re.compile(r"\b(?:with|at)\s+(?:about\s+|some\s+|only\s+|just\s+)?$")
_A_YEAR = re.compile(r"(?:1[89]|20)\d\d")
# "Mali follows with 1,359 and Tunisia with 1,034", "Then comes Peru, at 1,047"
FOLLOWS = re.compile(
    r"\W*(?:(?:[A-Z][\w’'-]*\s+){1,3}(?:follows?|(?:comes?|is|ranks) (?:next|second|third|last))"
    r"|(?:Then|Next|After that|Second|Last) comes?\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s*){1,3})"
    r",?\s+(?:with|at)\s+(?:about\s+|some\s+|only\s+|just\s+)?\d"
)
_IT_HAS = re.compile(
    r"\W*(?:(?:It|The (?:country|republic|kingdom))\s+(?:also\s+)?(?:has|shares|counts|adds)|"
    r"There are|Another|A further|The rest)\b"
)


_MOST = 40  # lengths of a sentence: each is looked at in the whole of it


_WITH_IT = re.compile(r"\s+(?:with|to|towards)\s+(?:the\s+)?[A-Z]")


# "Togo in the east has 1,098, and Burkina Faso in the north 602"
_FOR_IT = re.compile(
    r"\b[A-Z][\w’'-]+(?:\s+(?:in|to|on)\s+the\s+\w+)?"
    r"(?:(?:\s+it)?\s+(?:is|with|for|has|by|on|over|along|measures?|comes to)|"
    r",\s+(?:just|only|some|about|another|with|for|along|over))?\s+"
    r"(?:(?:about|some|another|just|only|a bare|a mere|for|the (?:last|other|remaining))\s+)*$"
    r"|\bthe (?:former|latter|second|other)\s+(?:(?:about|some|just|only|a bare|a mere|has)\s+)*$"
)
_NOTHING_ELSE = re.compile(r"\s*(?:[.,;:)]|$|(?:and|with|to|in the|on the)\b)")


def whole_lengths(text: str, lengths: Sequence[Amount]) -> list[Amount]:
    """The lengths of a line: no heights, depths, widths, nor distances from it."""
    kept = []
    for amount in lengths:
        behind = text[amount.end : amount.end + 24].lower()
        before = text[max(0, amount.start - 24) : amount.start].lower()
        if not _FROM_END_TO_END.match(text, amount.end) and re.match(
            r"\s*(?:from|away|off|inside|into|beyond|deep|high|wide|tall|north|south|east|west|"
            r"per|an hour|above|below|apart|thick|(?:to|on) (?:each|either|both) sides?)",
            behind,
        ):
            continue
        if thing_measured(text, amount.start, amount.end) in _BESIDE_THE_LINE:
            continue
        if amount.unit == "m" and _UP.search(before):
            continue  # "most of it above 4,000 metres"
        if re.search(r"\bwithin\s*$|\bheight|\bdepth|\bsides? for (?:up to )?$", before):
            continue
        if _WENT_SO_FAR.search(text[: amount.start]):
            continue
        if _LIES.search(text[: amount.start]) and _FAR_AWAY.match(text, amount.end):
            continue
        kept.append(amount)
    return kept


# "It runs for 647 kilometres from the Andaman Sea to the Gulf of Thailand"
_FROM_END_TO_END = re.compile(
    r"\s+(?:long\s+)?from\s+(?:(?!(?:and|is|are|was|were|has|had|borders?|frontier|line|here|there)\b)"
    r"[\w’'-]+\s+){1,8}to\s+"
    r"(?:(?:the|its|an?)\s+(?!(?:north|south|east|west)[\w-]*\b)\w|[A-Z])"
)
_UP = re.compile(r"\b(?:above|altitude of|elevation of|higher than)\s+(?:about |some |over )?$")
# "Lorries queue for 40 kilometres on the Argentine side"
_WENT_SO_FAR = re.compile(
    r"\b(?:queue[sd]?|queuing|wait(?:s|ed|ing)?|lin(?:es?|ed|ing) up|back(?:s|ed) up|"
    r"walk(?:s|ed|ing)?|dr[io]ve[ns]?|driving|march(?:es|ed|ing)?|travel(?:s|led|ling)?|fl[ei]e[ws]|flown|hik(?:es?|ed)|"
    r"swam|sail(?:s|ed)|advanced?|retreat(?:s|ed)?|pushed|penetrated|pull(?:s|ed)? back|"
    r"moved|withdr[ae]wn?|fell back|drew back)\s+"
    r"(?:(?:for|back|up to|about|some|over|more than|only|another|nearly|as far as)\s+)*$"
)
# "Australia lies 150 kilometres to the south", "Estonia, 80 kilometres across that gulf"
_LIES = re.compile(
    r"(?:\b(?:lies?|lay|lying|is|are|was|sits?|stands?)|[A-Z]\w+,)\s+"
    r"(?:(?:about|some|only|just|barely|less than|more than|nearly)\s+)*$"
)
_FAR_AWAY = re.compile(
    r"\s+(?:to the (?:north|south|east|west)|across|off|over the (?:sea|water))\b"
)
# A road of 160 kilometres along a border says nothing of the length of that.
_BESIDE_THE_LINE = frozenset("road railway canal bridge tunnel pipe trench queue front".split())


def is_of_a_thing_beside(before: Sequence[str], text: str) -> bool:
    """Whether "It is 378 metres long" is of a bridge told of shortly `before`, or of a road."""
    if not _IT.match(text) or _A_LINE.search(text):
        return False
    for told in reversed(before[-_SHORTLY:]):
        if _A_LINE.search(told):
            return False
        if found := things_in(told):
            return found[0][2] in _BESIDE_THE_LINE
    return False


_SHORTLY = 4  # sentences


def stance_of(text: str, amount: Amount) -> Stance:
    """The stance of the part of a sentence that a figure stands in: "Even the length is disputed:
    in Chinese statements it is 2,000 kilometres" does not deny the figure.

    What is "of the 392-kilometre border" is planned, doubted or denied of a border that is there.
    """
    before = text[: amount.start]
    if (_THE_WHOLE.search(before) or _THE_LONG.search(before)) and _OF_A_LINE.match(
        text, amount.end
    ):
        return stance(text[amount.start :].partition(" ")[2])
    if said := _WHICH_IS.search(text[: amount.start]):
        return stance(text[said.start() + 1 :])
    begin = max((end.end() for end in _PART_ENDS.finditer(text, 0, amount.start)), default=0)
    whole = stance(_COUNTED_OUT.sub("", text[begin:]))
    if whole in (Stance.NEGATED, Stance.DENIED) and (end := _NEXT_PART.search(text, amount.end)):
        return stance(text[begin : end.start()])  # "…, but in the forest no sign stands"
    return whole


def _before_which(text: str, amount: Amount) -> str:
    return text[: amount.start].rpartition(",")[0]


# "almost half of the border, which is 392 kilometres long": the figure is of the border
_WHICH_IS = re.compile(
    r"(?:\b(?:borders?|frontiers?|boundar(?:y|ies)|line)"
    r"(?:\s+(?:between|with|of|to|from|against)\s[^,.;:\d]{2,60})?,\s+(?:which|that)|"
    # "a small share of a line that is 832 miles long": a part that is so long would be of the line
    r"\ban?\s+(?:\w+\s+)?(?:border|frontier|boundary|line)\s+(?:which|that))\s+"
    r"(?:is|was|measures|measured|runs?|ran|stretches|extends|comes to|has)\s+(?:for\s+)?"
    r"(?:\w+\s+){0,3}$"
)
_PART_ENDS = re.compile(r"[:;]\s")
_NEXT_PART = re.compile(
    r"[;:–—]\s|,\s+(?:but|and|yet|while|whereas|though|although|so|which|where|whose|"
    r"(?:part|parts|some|half|most|much|all|none|a third) of (?:which|it|that))\s"
)
# "623 kilometres, if the principality is left out" supposes nothing
_COUNTED_OUT = re.compile(
    r",?\s+if\s[^,.;]{2,40}\s(?:is|are)\s+(?:not\s+)?(?:left out|counted|included|excluded)\b"
)
# "a border of 940 kilometres with A and one of 730 with B"
_ANOTHER_ONE = re.compile(
    r"\b(?:border|frontier|boundary)\b[^.;]*(?:,|\band)\s+one\s+of\s+(?:\w+\s+)?$", re.IGNORECASE
)
# "a force is to watch the 1,360-kilometre border": that is there
_THE_LONG = re.compile(r"\b(?:the|its|their|this|that)\s+(?:(?:about|some|whole|entire)\s+)*$")
_THE_WHOLE = re.compile(r"\b(?:of|along|on|across)\s+(?:the|its|their)\s+(?:\w+\s+){0,2}$")
_OF_A_LINE = re.compile(
    r"[\s-]*(?:long\s+)?(?:(?:land|common|shared|joint|state)\s+)?(?:border|frontier|boundary|line)\b"
)


# "Of that, 519 kilometres had been marked": of the length told before
_OF_THAT = re.compile(
    r"(?:^|[;:]\s)\W*(?:and\s+|but\s+)?of\s+(?:that|this|it|these|those|which|the total|the whole)"
    r"(?:\s+(?:length|distance|line|border|total|figure))?,?\s+(?:only\s+|just\s+)?"
    r"(?:(?:about|some|roughly|nearly|over|more than|less than|almost)\s+)?$",
    re.IGNORECASE,
)
# "a fence along all 1,643 kilometres of its border"
_ALL_THE = re.compile(
    r"\b(?:all|(?:the|its) (?:whole|entire|full))\s+(?:of\s+)?(?:the\s+)?(?:some\s+|about\s+)?$"
)
_ALL_OF_IT = re.compile(
    r"\b(?:border|frontier|boundary|line)\b[^.;\d]{0,50}?,?\s+(?:or\s+|for\s+)?"
    r"(?:all|every one of|the whole|the entire|the full)\s+(?:of\s+)?(?:the\s+|its\s+)?"
    r"(?:(?:about|some|roughly|nearly)\s+)?$",
    re.IGNORECASE,
)


def scope_of(text: str, amount: Amount) -> str | None:
    """What part of a border a length is for, in the article's word; None for all of it.

    Only the clause around the figure is read: "392 kilometres, and neither has another
    neighbour on land" is about the whole, and so is the 392 of "164 of the 392 kilometres".
    """
    if _WHICH_IS.search(text[: amount.start]):
        return "land" if re.search(r"\bland\s+\w+$", _before_which(text, amount)) else None
    of_all = _MOST_OF.search(text[: amount.start]) and _BETWEEN.match(text, amount.end)
    if of_all or _OUT_OF.search(text[: amount.start]):
        return None
    if _THE_WHOLE.search(text[: amount.start]) and _OF_A_LINE.match(text, amount.end):
        return "land" if " land " in text[amount.end : amount.end + 12] else None
    if re.match(
        r"\s+of\s+(?:the|its|their|[A-Z]\w+['’]s)\s+(?:\w+\s+)?(?:border|frontier|boundary|line)",
        text[amount.end :],
    ) and not re.search(r"\bshar", text):
        return None if _ALL_THE.search(text[: amount.start]) else "part"
    if _OF_THAT.search(text[: amount.start]):
        return "part"
    if _ALL_OF_IT.search(text[: amount.start]):
        return None  # "The border, all 1,420 kilometres of it, has been quiet"
    head = _ASIDE.sub("", text[: amount.start])
    if re.match(r"\s+of\s+(?:it|this|that|which|them)\b", text[amount.end :]) or re.search(
        r"\b(?:third|half|quarter|fifth|most|part|per ?cent)s?\s+of\s+(?:the|its|this|that|"
        r"it)\b[^.;\d]*$",
        head,
    ):
        return "part"
    if _LAND_AND_WATER.search(text[: amount.start]) or _BY_LAND_AND_WATER.match(text, amount.end):
        return LAND_AND_WATER
    if _ANOTHER_ONE.search(text[: amount.start]):
        return None
    if is_of_a_river(text, amount):
        return RIVER_LINE
    if _WITHOUT_A_PART.search(text[: amount.start]) or _LEAVES_OUT.match(text, amount.end):
        return "excluding"
    if counted := _COUNTED.match(text, amount.end) or _COUNTED_FIRST.match(text):
        return "excluding" if _OUT.search(counted[0]) else "including"
    clauses = re.split(r"[,;:]\s", text[: amount.start])
    # "The first section, 54 kilometres": what the figure is for stands before the comma
    before = _ONLY.sub("", (clauses[-1].strip() or clauses[-2:][0])[-80:])[-60:]
    behind = _FROM_END_TO_END.sub(" ", text[amount.end :], count=1)
    if _THE_LINE_IS.search(text[: amount.start]):
        behind = _OF_SUCH_LAND.sub(" ", behind, count=1)
    after = re.split(r"[,;:]\s|\sand\s", behind, maxsplit=1)[0][:60]
    if re.search(
        r"\bacross (?:it|the (?:island|islet|rock|lake|river|bay|glacier|lagoon))\b", before
    ):
        return "part"
    if re.search(r"\b(?:first|next|last|final)\s*$", before):
        return "part"
    if _CONCERNS.search(before) or _NEVER_DONE.match(text, amount.end):
        return "part"
    if _YES_ONE_OF.match(text):
        return None
    match = re.search(
        r"\b(?:land|sea|maritime|river|coast\w*|fence\w*|wall|barrier|berm|another|part|third|half|"
        r"corridor|gap|strip|without|excluding|including|counted|only|section|stretch|piece|"
        r"stage|phase|segment|sector|portion|leg|"
        r"average|wide|one(?!\s+with\b)|other|missing|remain\w*|unfinished|unmarked|unfenced|fenced)\b",
        f"{before} {after}",
        re.IGNORECASE,
    )
    if match is None and _ARE_OPEN.match(text, amount.end):
        return "part"
    if match is None:
        # "A fence is being built, but not along all of it: some 200 kilometres are planned"
        spoken_of = {kind for start, _, kind in things_in(text) if start < amount.start}
        only_it = spoken_of & _BUILT and "border" not in spoken_of and not _A_LINE.search(text)
        return "barrier" if only_it or _thing(text, amount) in _BUILT else None
    return {"sea": "maritime"}.get(match[0].lower(), match[0].lower())


def _thing(text: str, amount: Amount) -> str | None:
    """What a length is of; a sum ("194 km in all") is of what its parts before it are."""
    of = amount
    if _IN_ALL.match(text, amount.end):
        parts = [one for one in amounts(text) if one.km is not None and one.end < amount.start]
        of = parts[-1] if parts else amount
    return thing_measured(text, of.start, of.end)


_IN_ALL = re.compile(r"\s+(?:in all|all told|together|altogether|in total)\b")


# "The boundary, without the stretch across the ice, measures 5,150 kilometres"
_WITHOUT_A_PART = re.compile(
    r",\s*(?:without|excluding|leaving out|leaving aside|not (?:counting|including)|apart from|"
    r"except(?: for)?)\s+(?:the|its|their|a)\s[^,;]*,[^,;]*$"
)
# "126 kilometres are still open"
_ARE_OPEN = re.compile(
    r"\s+(?:of it\s+)?(?:are|is|were|was|remain\w*|ha(?:s|ve) been)\s+"
    r"(?:still\s+|now\s+|not yet\s+)?(?:open|unsettled|undefined|unmarked|disputed|contested|"
    r"unfenced|fenced|mined|missing|agreed|"
    r"marked|settled|demarcated|unguarded|finished|built)\b"
)
# "The quarrel concerns 78 kilometres in the hills that had never been marked"
_CONCERNS = re.compile(
    r"\b(?:concern|involv|affect)\w*\s+(?:(?:about|some|only|just|over|nearly)\s+)*$", re.IGNORECASE
)
_NEVER_DONE = re.compile(
    r"[^.;:]{0,60}?\b(?:that|which)\s+(?:had|has|have|is|are|was|were)\s+"
    r"(?:never|not yet|not|still not)\s+(?:been\s+)?"
    r"(?:marked|settled|demarcated|agreed|drawn|fenced|surveyed|delimited)\b"
)
# "a land and river border of 836 kilometres" is all of it
_LAND_AND_WATER = re.compile(
    r"\bland and (?:river|lake|water|sea|maritime)s? (?:border|boundary|frontier)[^.;,]{0,40}$",
    re.IGNORECASE,
)
# "232 kilometres long by land and water"
_BY_LAND_AND_WATER = re.compile(
    r"(?:\s+(?:long|in length|in all))?,?\s+(?:by|on|over|of|including both)\s+"
    r"(?:dry\s+)?land and\s+(?:(?:by|on|at|in)\s+)?(?:the\s+)?(?:rivers?|water|sea|lakes?)\b"
)
# "the border, most of it in the river, is 206 kilometres long": the figure is of the border
_ASIDE = re.compile(r",\s[^,;.\d]*,(?=\s+(?:is|was|measures?|runs?|stretches|comes|has)\b)")
# "5,525 miles long, Alaska included"
# "The 1,621-kilometre figure leaves out the islands", "623 kilometres, if … is left out"
_LEAVES_OUT = re.compile(
    r"(?:[^.;]*\bwhich (?:leaves out|excludes|(?:does|did|do) not (?:count|include))|"
    r"[^.;,]*\b(?:leav(?:es|ing) out|excludes|does not (?:count|include))|"
    r"[^.;]*\bif\s[^,.;]{2,40}\s(?:is|are)\s+(?:left out|excluded|not (?:counted|included)))\b"
)
_YES_ONE_OF = re.compile(r"\W*(?:Yes|Indeed)\W+one of\b")
_COUNTED = re.compile(
    r"(?:\s+(?:long|in length|in all|altogether))?,?\s+(?:\(|with\s+)?(?:the\s+)?"
    r"(?:(?:[A-Z][\w’'-]*|exclaves?|enclaves?|islands?|lakes?|and|of)\s+){1,5}"
    r"(?:included|counted|excluded|not included|not counted|left out|aside|apart)\b"
    r"|(?:\s+(?:long|in length))?,?\s+\(?(?:counting|including|taking) (?:only|just)\b"
    r"|(?:\s+(?:long|in length|in all|altogether))?,?\s+\(?(?:including|excluding|"
    r"(?:not )?counting|not including|without|leaving out|plus|apart from|aside from)\s+"
    r"(?:the\s+)?(?:(?:ex|en)claves?|islands?|lakes?|[A-Z][\w’'-]*)"
)
_COUNTED_FIRST = re.compile(
    r"\W*(?:Including|Excluding|Counting|Not counting|Not including|With|Without|Leaving out|"
    r"Apart from|Aside from)\s+(?:the\s+)?"
    r"(?:(?:ex|en)claves?|islands?|lakes?|[A-Z][\w’'-]*)\b"
    # "With Colombia it shares 2,341 kilometres" counts nothing in
    r"(?!(?:\s+[A-Z][\w’'-]*)*(?:,[^,]*,)?\s+"
    r"(?:it|they|the (?:country|republic|kingdom|island|two))\b)"
    r"[^,.;]*,"
    r"(?!\s+(?:which|it (?:is|shares?|has|comes))\b)"
)
_OUT = re.compile(
    r"\b(?:excluding|excluded|not|without|leaving out|left out|aside|apart|only|just)\b",
    re.IGNORECASE,
)
# "a border of only about 150 metres" is no part of one
_ONLY = re.compile(r"\bonly\s*(?:(?:about|some|around|roughly|nearly)\s*)?$", re.IGNORECASE)
# "The border, 649 kilometres of river and forest": what all of it runs through
_LAND = (
    r"(?:(?:\w+\s+)?(?:rivers?|forests?|jungles?|deserts?|swamps?|mountains?|hills?|steppes?|lakes?|"
    r"coasts?|ridges?|plains?|marsh(?:es)?|savannahs?|bush|rocks?|ice|sand|water|valleys?))"
)
_THE_LINE_IS = re.compile(
    r"(?:^|[.;:]\s|,\s|\b(?:and|but)\s)\W*(?:[Tt]he|[Ii]ts|[Tt]heir)\s+(?:\w+\s+)?"
    r"(?:border|frontier|boundary|line)\b[^.;,]*(?:,|\b(?:is|was|has|measures|comes to|means))\s+"
    r"(?:(?:about|some|roughly|nearly|over|a)\s+)?$"
)
_OF_SUCH_LAND = re.compile(rf"^\s+of\s+{_LAND}(?:,\s+{_LAND})*,?\s+and\s+{_LAND}\b")
_MOST_OF = re.compile(
    r"\b(?:most|much|half|all|part|parts|some|(?:a|one|two|three) (?:third|quarter|fifth)s?) of "
    r"(?:the|its|their) $",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s+(?:between\b|of (?:border|frontier|boundary)\b|that (?:separates?|divides?|parts?|lie)\b)"
)


def scope_of_it(before: str, text: str) -> str | None:
    """What part a figure is for by the sentence before, where this one begins with "It": "A fence
    runs along the border. It is 30 kilometres long." """
    if not _IT.match(text) or _A_LINE.search(text):
        return None
    if _SO_HIGH.search(text):
        return "barrier"  # "It is one and a half metres high, runs for 70 kilometres and …"
    found = things_in(before)
    return "barrier" if found and found[0][2] in _BUILT else None


_SO_HIGH = re.compile(r"\bmet(?:re|er)s? (?:high|tall)\b|\b(?:feet|ft) (?:high|tall)\b")
_BUILT = frozenset(("barrier", "trench"))
_IT = re.compile(r"\W*(?:it|they|both|each)\b", re.IGNORECASE)
_A_LINE = re.compile(r"\b(?:border|frontier|boundary|line|neighbours?)\b", re.IGNORECASE)
_OUT_OF = re.compile(
    r"\d\s*(?:km|kilomet\w+|miles?)?\s+(?:out )?of\s+(?:the|its|their|all)\s+(?:\w+\s+)?$"
)
