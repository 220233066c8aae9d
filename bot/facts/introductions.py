"""How an article introduces missions: by name, by acronym, by "as it was called", by what follows.

The first pass over an article; what it finds in all of them is gathered by `bot.facts.draw`. Pure.
One module: the ways to introduce a name, tried on the same sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.facts.acronyms import abbreviates, expansions, same_missions
from bot.facts.mission_name import SHORT_NAME, MissionName, core, kind_of
from bot.facts.name_words import is_name
from bot.facts.naming import names_in
from bot.facts.status import Named, makes_way, succession
from bot.language.lexicon import Entry, entry
from bot.language.missions import known_names
from bot.language.words import fold, stem
from bot.model import Article, Passage


def mission_names(
    article: Article, passages: Sequence[Passage], place_names: frozenset[str]
) -> tuple[list[MissionName], dict[str, str]]:
    """The missions that an article names, and its acronyms with their expansions."""
    found: dict[str, MissionName] = {}
    texts = [*(passage.text for passage in passages)]
    shouted = article.title.isupper()  # every word of such a title looks like a name
    if article.title_given and not shouted:
        texts.append(article.title)
    names = {text: names_in(text, place_names) for text in texts}
    for text in texts:
        for name in names[text]:
            key = core(name.name)
            if key not in found or (found[key].kind is None and name.kind):
                found[key] = name
    whole = "\n".join(texts)
    for text, name in _known(texts, place_names):
        if any(fold(name.name) in fold(other.name) for other in names[text]):
            continue  # part of a longer one
        found.setdefault(core(name.name), name)
        names[text].append(name)
    for name in _first_of_its_name(whole, tuple(found.values())):
        found[core(name.name)] = name
    for name in _labelled(texts):
        if is_name(name.name, place_names):
            found.setdefault(core(name.name), name)
    explained = expansions(whole)
    taken = {core(phrase) for phrase in explained.values()}
    phrases = [
        name.name for key, name in found.items() if len(name.name.split()) > 2 and key not in taken
    ]
    capitals = {
        *re.findall(r"\b[A-Z]{3,9}\b", whole),
        *(name.name.split()[0] for name in found.values() if len(name.name.split()) < 3),
    }
    fitting = {
        acronym: [
            phrase
            for phrase in phrases
            if fold(acronym) not in fold(phrase).split() and abbreviates(acronym.upper(), phrase)
        ]
        for acronym in sorted(capitals - explained.keys())
    }
    claims = Counter(phrases[0] for phrases in fitting.values() if len(phrases) == 1)
    for acronym, its in fitting.items():
        if len(its) == 1 and claims[its[0]] == 1:  # one phrase fits AMISOM and ATMIS alike
            explained[acronym] = its[0]
    for one, other in same_missions(whole):
        known = {_without_year(core(one)), _without_year(core(other))}
        if not (is_name(one, place_names) and is_name(other, place_names)):
            continue
        if any(_without_year(key) in known for key in found):
            explained.setdefault(other, one)
            for alias in (one, other):
                found.setdefault(core(alias), MissionName(alias, None))
    found |= _by_succession(texts, names, place_names, found)
    told = [passage.text for passage in passages]
    for alias, meant in _called_so(told, names, place_names, found):
        found.setdefault(core(alias), MissionName(alias, None))
        # an acronym that is explained already has another name by what it stands for
        explained.setdefault(explained.get(alias, alias), meant)
    titled = article.title_given and not shouted
    main = next(iter(names_in(article.title, place_names)), None) if titled else None
    for text in texts:
        first = main or next(iter(found.values()), None)
        if first is not None and _OTHER_NAMES.search(text):
            for alias_name in names[text]:
                if core(alias_name.name) != core(first.name):
                    explained.setdefault(alias_name.name, first.name)
    return list(found.values()), explained


def _known(texts: Sequence[str], place_names: frozenset[str]) -> Iterator[tuple[str, MissionName]]:
    """Missions that exist, by name: those of several words wherever they stand, a single word that
    is no English one beside the noun for a mission; each behind its text."""
    for position, text in enumerate(texts):
        for start, end in known_names(text):
            name = text[start:end]
            if " " not in name:
                around = " ".join(texts[max(0, position - 1) : position + 2])
                beside = re.search(r"[A-Z][\w’'-]*\s$", text[:start])
                beside = beside or re.match(r"\s[A-Z]", text[end:])
                kind = _KIND_BESIDE.search(around) or _KIND.search(around)
                if beside or not (kind or _OF_A_FORCE.search(around)):
                    continue
                if entry(stem(name)) != Entry() or fold(name) in place_names:
                    continue
            yield text, MissionName(name, None)


def _first_of_its_name(whole: str, found: Iterable[MissionName]) -> Iterator[MissionName]:
    """UNEF, where an article speaks of UNEF before it names UNEF II: else the acronym alone is
    short for the numbered one."""
    for name in found:
        if match := _NUMBERED.fullmatch(name.name):
            alone = re.search(rf"\b{match[1]}\b(?!\s(?:{_NUMERAL})\b)", whole)
            if alone and alone.start() < whole.find(name.name):
                yield MissionName(match[1], name.kind, apart=True)


_NUMERAL = r"[IVX]+|\d+"
_NUMBERED = re.compile(rf"([A-Z]{{4,9}}) (?!I$|1$)(?:{_NUMERAL})")


def _labelled(texts: Sequence[str]) -> Iterator[MissionName]:
    """What stands behind "Exercise:" in a list, or below "Mission" in a table."""
    column: tuple[int, str | None] | None = None
    for before, text in zip(("", *texts), texts, strict=False):
        if match := _LABEL.match(text):
            yield MissionName(match[2], kind_of(match[1].lower()))
        if " | " not in text:
            column = None
        elif " | " not in before:
            heads = [kind_of(cell.strip(" *").lower()) for cell in text.split(" | ")]
            at = next((at for at, kind in enumerate(heads) if kind), None)
            column = None if at is None else (at, heads[at])
        elif column:
            cell = [*text.split(" | "), *([""] * (column[0] + 1))][column[0]]
            if match := _CELL.match(cell):
                yield MissionName(match[1], column[1] if column[1] != "mission" else None)


_LABEL = re.compile(
    rf"\W*(Exercise|Operation|Mission|Force|Drill|Manoeuvre|Name of (?:the )?(?:mission|exercise|"
    rf"operation))(?: name)?\s*[:–—|]\s+[“\"‘'«]?({SHORT_NAME})(?=\W*(?:$|[(,;|]))"
)
_CELL = re.compile(rf"\W*({SHORT_NAME})(?=\W*(?:$|[(,;]))")


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
    rf"\b(?:call|calls|called|name|named|dubbed|christened|baptised|know it as|"
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
    rf"(?:in\s+(?:\w+\s+)?\d{{4}}\s+)?as\s+(?:Operation|Exercise)\s+[“\"‘'«]?({SHORT_NAME})"
)


_ALIAS_NEAR = 3  # sentences: so near stands the mission that "it" is


def _called_so(
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
        elif _ANOTHER_COMES.search(text):
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


_ANOTHER_COMES = re.compile(
    r"\b(?:t(?:akes?|ook|aking) (?:over|its place)|(?:new|another|second|smaller|larger|bigger|"
    r"different) (?:\w+ )?(?:mission|force|operation|deployment))\b"
)
_OTHER_NAMES = re.compile(
    r"^\W*(?:(?:its|the) )?(?:other|local|official|former|full|short|code|second) names?\b"
    r"|^\W*also known as\b|\bit (?:is|was) (?:also |otherwise |better )(?:known|called)\b",
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


def _by_succession(
    texts: Sequence[str],
    names: Mapping[str, Sequence[MissionName]],
    place_names: frozenset[str],
    known: Mapping[str, MissionName],
) -> dict[str, MissionName]:
    """Names that an article uses like those of missions, beside a sentence that speaks of one."""
    found: dict[str, MissionName] = {}
    of_a_kind = [_KIND.search(text) is not None for text in texts]
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
                    _KIND_BESIDE.search(other) for other in texts[max(0, position - 2) : position]
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
        launched = launched or _OF_IT.search(text)
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
            if used and _KIND_BESIDE.search(around):
                found[core(match[1])] = MissionName(match[1], None)
    return found


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


# "the last soldiers of Barkhane crossed into Niger, and with them an operation ended"
_FORCES_OF = re.compile(
    rf"\b(?:soldiers|troops|peacekeepers|contingents?|monitors|"
    rf"observers) of\s+({SHORT_NAME})(?=[\s,.;])"
)


# What is said of a mission whose name is known, where nothing says that it is one
_OF_A_FORCE = re.compile(
    r"\b(?:programme|training|instructors|trainees|recruits|launched|prolonged|mandate|commander|"
    r"headquarters|frigates?|soldiers|troops|peacekeepers|observers)\b"
)
_KIND = re.compile(r"\b(?:operation|mission|exercise|manoeuvres|maneuvers|war games)\b")


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
_KIND_BESIDE = re.compile(
    r"\b(?:(?:military|police|naval|peace\w*|training|monitoring|observer|civilian|border) )+"
    r"(?:operation|mission|force|exercise)\b|\b(?:operation|peacekeepers|exercise)\b",
    re.IGNORECASE,
)


def _without_year(name: str) -> str:
    return re.sub(r"\s+\d{2,4}$", "", name)
