"""Names that an article uses like those of missions: what is launched, extended or replaced, beside
a sentence that speaks of a mission. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.facts.mission_name import SHORT_NAME, MissionName, core
from bot.facts.name_words import is_name


def names_by_use(
    texts: Sequence[str],
    names: Mapping[str, Sequence[MissionName]],
    place_names: frozenset[str],
    known: Mapping[str, MissionName],
) -> dict[str, MissionName]:
    """Names that an article uses like those of missions, beside a sentence that speaks of one."""
    found: dict[str, MissionName] = {}
    of_a_kind = [KIND.search(text) is not None for text in texts]
    for position, text in enumerate(texts):
        replaced = _IT_REPLACES.match(text) or _ITS_HEIR.search(text)
        replaced = replaced or _IS_WHAT.match(text) or _HEIR_OF.search(text)
        spoken_of = replaced and (
            any(of_a_kind[max(0, position - 3) : position + 1])
            or any(
                core(one.name) in known
                for other in texts[max(0, position - 2) : position]
                for one in names.get(other, ())
            )
        )
        for name in replaced.groups() if replaced and spoken_of else ():
            if name and core(name) not in known and is_name(name, place_names):
                found[core(name)] = MissionName(name, None)
        behind = texts[position + 1] if position + 1 < len(texts) else ""
        launched = None
        begun = _BEGAN.match(text)
        if _THE_KIND.match(behind):
            launched = _LAUNCHED.search(text) or begun
        elif (
            begun
            and sum(begun[1] in other for other in texts) > 1
            and (
                any(_THE_KIND.match(other) for other in texts[position + 1 : position + 5])
                or any(
                    KIND_BESIDE.search(other) for other in texts[max(0, position - 2) : position]
                )
            )
        ):
            launched = begun
        elif any(of_a_kind[position : position + 4]):
            launched = _LAUNCHED.search(text)
            if launched and sum(launched[1] in other for other in texts) < 2:
                launched = None
        if not launched and begun and _YEAR.search(begun[1]):
            near = " ".join(texts[position : position + 3])
            launched = begun if _TAKING_PART.search(near) and _ARMED.search(near) else None
        launched = launched or _OF_IT.search(text) or _DROPS_THE_NAME.search(text)
        if launched is None and any(of_a_kind[max(0, position - 1) : position + 1]):
            launched = _TO_BE_CALLED.search(text)
        if launched is None and of_a_kind[position]:
            launched = _FORCES_OF.search(text)
            if launched and sum(launched[1] in other for other in texts) < 2:
                launched = None
        if launched and core(launched[1]) not in known and is_name(launched[1], place_names):
            found[core(launched[1])] = MissionName(launched[1], None)
        around = " ".join(texts[max(0, position - 1) : position + 1])
        for match, is_told in (
            (_SUCCESSION.match(text), False),
            (_PREDECESSOR.search(text), True),
        ):
            if not match or core(match[1]) in known or not is_name(match[1], place_names):
                continue
            used = is_told or sum(match[1] in other for other in texts) > 1
            if used and KIND_BESIDE.search(around):
                found[core(match[1])] = MissionName(match[1], None)
    return found


KIND = re.compile(r"\b(?:operation|mission|exercise|manoeuvres|maneuvers|war games)\b")
KIND_BESIDE = re.compile(
    r"\b(?:(?:military|police|naval|peace\w*|training|monitoring|observer|civilian|border) )+"
    r"(?:operation|mission|force|exercise)\b|\b(?:operation|peacekeepers|exercise)\b",
    re.IGNORECASE,
)
_SUCCESSION = re.compile(
    r"\W*([A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:(?:was|were|is|has been) (?:sent|deployed|launched|"
    r"set up|"
    r"established|created|closed|terminated|extended|over)|took over|takes over|replace[sd]|"
    r"succeed\w+|"
    r"began|ended|ends|starts|comes|goes|leaves)\b"
)
_PREDECESSOR = re.compile(
    r"\b(?:took over|takes over|taking over) from (?:[A-Z]\w+['’]s )?([A-Z][\w-]+(?: [A-Z][\w-]+)?)"
)
# "The ministers launched Aspides on Monday. The naval operation is to protect ships."
_LAUNCHED = re.compile(
    rf"\b(?:launch|approv|renew|extend|end|join|suspend|agreed (?:on|to))\w*\s+({SHORT_NAME})"
    r"(?=\s+(?:on|in|at|for|by|until|after|last|this|with)\b|[.,;])"
)
# "Its heir is called Barkhane", "What followed it was named the Peace Monitoring Group"
_CALLED = r"(?:called|named|known as|dubbed|christened|baptised|code-?named)"
_ITS_HEIR = re.compile(
    rf"\b(?:(?:[Ii]ts|[Tt]he|[Tt]heir)\s+(?:\w+\s+)?(?:heir|successor|replacement|follow-(?:up|on))|"
    rf"[Ww]hat\s+(?:will\s+)?(?:replac|succeed|follow|reliev)\w*\s+it|"
    rf"[Ww]hat\s+(?:comes|came|will come)\s+(?:next|after it|in its place))\s+"
    rf"(?:\w+\s+){{0,2}}?{_CALLED}\s+(?:the\s+)?(?:Operation\s+|Exercise\s+)?[“\"‘'«]?({SHORT_NAME})"
)
# "as the successor of Orbital, which had run since 2015"
_HEIR_OF = re.compile(
    rf"\b(?:successor|heir|replacement|predecessor|forerunner|sequel)\s+(?:of|to|for)\s+(?:Operation\s+|"
    rf"Exercise\s+)?({SHORT_NAME})(?=[,.;]|\s+(?:and|which|in)\b)"
)
# "Agenor is what the military part is called"
_IS_WHAT = re.compile(
    rf"\W*({SHORT_NAME})\s+(?:is|was)\s+what\b[^.;:!?]{{2,50}}?\b(?:calls?|called|names?|named|dubbed)\b"
)
# "It replaces Allied Harmony, which had itself followed Amber Fox", behind what "it" is
_IT_REPLACES = re.compile(
    rf"\W*(?:It|The (?:new )?(?:operation|mission|force))\s+(?:also\s+)?(?:replaces|replaced|"
    rf"succeeds|succeeded|absorbs|absorbed|"
    rf"follows|followed|takes over from|took over from)\s+({SHORT_NAME})"
    rf"(?:,\s+which\s+(?:had\s+)?(?:itself\s+)?(?:replaced|succeeded|followed)\s+({SHORT_NAME}))?"
)
# "Justified Accord 2024 opened at Nanyuki on Monday. The exercise …"; "Artemis, in Bunia in the
# north-east, was launched on Thursday"
_BEGAN = re.compile(
    rf"\W*({SHORT_NAME})(?:,\s+[^,;.]{{2,50}}(?:,\s+[^,;.]{{2,40}})?,)?\s+(?:opened|opens|began|"
    rf"begins|has begun|started|starts|kick(?:s|ed) off|g(?:o|e)ts? under way|is under way|ended|"
    rf"ends|closed|closes|concluded|is over|was launched|was set up|was established|has been "
    rf"(?:running|launched))\b"
)
_OF_IT = re.compile(
    rf"\b(?:mandate|term|launch|commander|headquarters) of\s+({SHORT_NAME})(?=[\s,.;])"
)
# "Pentagon drops the name Faithful Patriot"; "It is no longer to be called Faithful Patriot"
_DROPS_THE_NAME = re.compile(
    r"\b(?:drop|abandon|adopt|shed|discard|retir|ban)\w*\s+(?:the|its)\s+(?:code[\s-]?)?name\s+"
    rf"(?:Operation\s+|Exercise\s+)?[“\"‘'«]?({SHORT_NAME})"
)
_TO_BE_CALLED = re.compile(
    r"\b(?:[Ii]t|[Tt]he (?:operation|mission|exercise|force|deployment))\s+(?:is|was)\s+"
    rf"(?:(?:no longer|not|now|henceforth|from now on)\s+)?(?:to be\s+)?{_CALLED}\s+(?:the\s+)?"
    rf"(?:Operation\s+|Exercise\s+)?[“\"‘'«]?({SHORT_NAME})"
)
# "the last soldiers of Barkhane crossed into Niger, and with them an operation ended"
_FORCES_OF = re.compile(
    rf"\b(?:soldiers|troops|peacekeepers|contingents?|monitors|"
    rf"observers) of\s+({SHORT_NAME})(?=[\s,.;])"
)
_THE_KIND = re.compile(
    r"\W*(?:the|this|its)\s+(?:[\w-]+\s+){0,2}?(?:operation|mission|exercise|force|manoeuvres?|"
    r"drills?|war games?|deployment)\b",
    re.IGNORECASE,
)
# "Malabar 2017 began with sixteen ships. India and Japan take part."
_YEAR = re.compile(r"\s(?:19|20)\d\d$")
_TAKING_PART = re.compile(r"\b(?:take|takes|took|taking) part\b|\bparticipa\w+")
_ARMED = re.compile(
    r"\b(?:soldiers|troops|ships|warships|frigates|carriers|submarines|navies|armies|marines|"
    r"paratroopers|jets|tanks|battalions?)\b"
)
