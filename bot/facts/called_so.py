"""What a sentence says that a mission is called, or was once: "Helpem Fren, as it was called",
"That used to be Cold Response". Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.facts.mission_name import SHORT_NAME, MissionName, core
from bot.facts.name_words import is_name
from bot.facts.status import Named, makes_way, succession


def called_so(
    texts: Sequence[str],
    names: Mapping[str, Sequence[MissionName]],
    place_names: frozenset[str],
    known: Mapping[str, MissionName],
) -> list[tuple[str, str]]:
    """Pairs (other name, name) where a sentence says what the mission spoken of is called; `names`
    are those in each sentence."""
    pairs: list[tuple[str, str]] = []
    last: tuple[int, str] | None = None
    for number, text in enumerate(texts):
        named = [
            Named(core(name.name), at, at + len(name.name))
            for name in names[text]
            if core(name.name) in known and (at := text.find(name.name)) >= 0
        ]
        named.sort(key=lambda mention: (mention.start, -mention.end))
        keys = list(dict.fromkeys(mention.key for mention in named))
        near = last[1] if last and number - last[0] <= _ALIAS_NEAR else None
        if near is None and not keys:
            continue
        given = _name_given(text, known) if near else None
        alias = next(filter(None, given.groups()), "") if given else ""
        if near and given and set(keys) <= {core(alias)}:
            if is_name(alias, place_names):
                pair = (alias, known[near].name)
                pairs.append(pair[::-1] if _FORMERLY.search(given[0]) else pair)
        elif near and len(keys) == 1 and _CALLS_IT.search(text) and not makes_way(text):
            if keys[0] != near:
                pairs.append((known[keys[0]].name, known[near].name))
        elif keys:
            change = succession(text, named)
            spoken_of = change.new if change else None if makes_way(text) else keys[-1]
            # "A will give way to a smaller force. It is called B": not A is
            last = (number, spoken_of) if spoken_of else None
        elif _ANOTHER_COMES.search(text) or _OTHERS_ARE_THERE.match(text):
            last = None  # "SFOR ends. The Union takes over. The operation is named Althea"
    return pairs


def _name_given(text: str, known: Mapping[str, MissionName]) -> re.Match[str] | None:
    """Where a sentence says what "it" is called, or was called once."""
    given = _GIVES_A_NAME.search(text)
    if given is None and _SAYS_BE_CALLED.search(text):
        given = _ONCE_CALLED.search(text)
    given = given or _HAD_A_NAME.search(text) or _UNTIL_NOW.search(text)
    if given is None and (once := _USED_TO_BE.search(text)) and core(once[1]) in known:
        given = once
    return given


_ALIAS_NEAR = 3  # sentences: so near stands the mission that "it" is
# "Helpem Fren, as it was called"; "Althea is what the Union calls the operation"; "they called
# it X"
_CALLS_IT = re.compile(
    r"\bas (?:it|the (?:operation|mission|force|exercise)) (?:is|was|has been|came to be) "
    r"(?:also |officially )?(?:called|known|named|dubbed)\b"
    r"|\bwhat [^.;:!?]{1,40}\b(?:calls?|called|names?|named|dubbed|christened) (?:it|"
    r"the (?:operation|"
    r"mission|force|exercise))\b"
    r"|\b(?:calls?|called|names?|named|dubbed|christened|baptised) (?:it|the (?:operation|mission|"
    r"force|exercise)) (?:the )?(?:Operation |Exercise )?[“\"‘'«]?[A-Z]"
    r"|\b(?:[Ii]t|[Tt]he (?:operation|mission|force|exercise)) (?:is|was|has been|goes|went|"
    r"runs|ran) "
    r"(?:also |officially |now )?(?:called|named|known as|dubbed|by the name|under the name)\b"
)
_GIVES_A_NAME = re.compile(
    rf"\b(?:call|calls|called|name|named|renam(?:e|es|ed)|dubbed|christened|baptised|know it as|"
    rf"knew it as) (?:it|the "
    rf"(?:operation|mission|force|exercise)) (?:the )?(?:Operation |"
    rf"Exercise )?[“\"‘'«]?({SHORT_NAME})"
)
# "Until now the exercise, which Norway holds, was called Cold Response"
_UNTIL_NOW = re.compile(
    rf"\b(?:[Uu]ntil (?:now|then|recently|lately|\d{{4}}|last \w+)|[Ff]ormerly|[Pp]reviously|"
    rf"[Oo]riginally|[Ii]n the past|[Bb]efore that)\b[^.;!?]{{0,80}}?"
    rf"\b(?:called|named|known as|dubbed|styled|went by the name of|ran as|"
    rf"ran under the name(?: of)?)\s+(?:the\s+)?"
    rf"(?:Operation\s+|Exercise\s+)?[“\"‘'«]?({SHORT_NAME})"
)
# "That used to be Cold Response"
_USED_TO_BE = re.compile(
    rf"\b(?:[Tt]hat|[Ii]t|[Tt]his|[Tt]he (?:operation|mission|force|exercise|drill))\s+"
    rf"(?:used to be|was (?:once|formerly|until \w+))\s+(?:the\s+)?(?:Operation\s+|Exercise\s+)?"
    rf"[“\"‘'«]?({SHORT_NAME})"
)
_FORMERLY = re.compile(
    r"\b(?:used to be|[Uu]ntil|[Ff]ormerly|[Pp]reviously|[Oo]riginally|was|"
    r"had been|(?:first|original|initial|earli\w+|former|previous|old)\s+name|"
    r"beg[au]n|started)\b"
)
_SAYS_BE_CALLED = re.compile(
    r"\b(?:be|was|been|is|first|once|originally|formerly|\d) (?:called|known as|named|dubbed) "
)
# "it used to be called Cold Response": of the mission spoken of
_ONCE_CALLED = re.compile(
    rf"\b(?:[Ii]t|which|[Tt]he (?:operation|mission|force|exercise|drill))\s+"
    rf"(?:used to be|was formerly|"
    rf"was once|was originally|was at first|was until (?:\w+ )?\d{{4}}|had been|has been|is now)\s+"
    rf"(?:called|known as|named|dubbed)\s+(?:the )?(?:Operation |Exercise )?[“\"‘'«]?({SHORT_NAME})"
)
# "Its first name was Operation Helpem Fren"; "It began life as Operation Plowshare"
_THE_MISSION = r"(?:operation|mission|force|exercise|drill|deployment)"
_HAD_A_NAME = re.compile(
    rf"\b(?:[Ii]ts|[Tt]he {_THE_MISSION}['’]s)\s+(?:very\s+)?(?:first|original|initial|earlier|"
    rf"earliest|former|previous|old|working|later|present|new|other|second|local|code)[\s-]?"
    rf"(?:code[\s-]?)?name\s+(?:was|is|had been|has been|used to be)\s+(?:the\s+)?"
    rf"(?:Operation\s+|Exercise\s+)?[“\"‘'«]?({SHORT_NAME})"
    rf"|\b(?:[Ii]t|[Tt]he {_THE_MISSION})\s+(?:had\s+)?(?:(?:began|begun|started)(?:\s+(?:its\s+)?"
    rf"life|\s+out)?|was\s+(?:first\s+|originally\s+|initially\s+)?(?:launched|born|set up))\s+"
    rf"(?:(?:in|on)\s+(?:\w+\s+){{1,3}})?as\s+(?:Operation|Exercise)\s+[“\"‘'«]?({SHORT_NAME})"
)
# "Four American warships lie off the coast. The operation is called Sharp Edge"
_OTHERS_ARE_THERE = re.compile(
    r"\W*(?:An?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Several|\d[\d,.]*)\s+"
    r"(?:[a-z][\w-]*\s+)?[A-Z]\w+\s+(?:\w+\s+)?(?:ships?|warships|frigates?|soldiers|troops|marines|"
    r"aircraft|planes|paratroopers|police(?:men)?|observers)\b"
    r"(?![^.;]*\b(?:it|its|them|the (?:mission|force|operation|exercise)|tak\w+ part|join\w*|"
    r"contribut\w+|serve\w*)\b)"
)
_ANOTHER_COMES = re.compile(
    r"\b(?:t(?:akes?|ook|aking) (?:over|its place)|(?:new|another|second|smaller|larger|bigger|"
    r"different) (?:\w+ )?(?:mission|force|operation|deployment))\b"
)
