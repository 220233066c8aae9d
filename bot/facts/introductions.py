"""How an article introduces missions: by name, by acronym, by "as it was called", by what follows.

The first pass over an article; what it finds in all of them is gathered by `bot.facts.draw`. The
ways to introduce a name are modules of their own; here they are tried in turn. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.facts.acronyms import abbreviates, expansions, same_missions
from bot.facts.called_so import called_so
from bot.facts.mission_name import SHORT_NAME, MissionName, core, kind_of
from bot.facts.name_words import is_name
from bot.facts.names_by_use import KIND, KIND_BESIDE, names_by_use
from bot.facts.naming import names_in
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
    found = {key: name for key, name in found.items() if not _is_of_a_being(name.name, whole)}
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
    found |= names_by_use(texts, names, place_names, found)
    told = [passage.text for passage in passages]
    for alias, meant in called_so(told, names, place_names, found):
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
                beside = re.search(r"[A-Z][\w-]*\s$", text[:start])
                beside = beside or re.match(r"\s[A-Z]", text[end:])
                kind = KIND_BESIDE.search(around) or KIND.search(around)
                if beside or not (kind or _OF_A_FORCE.search(around)):
                    continue
                if entry(stem(name)) != Entry() or fold(name) in place_names:
                    continue
            yield text, MissionName(name, None)


def _is_of_a_being(name: str, whole: str) -> bool:
    """Whether a name of one word is that of somebody told of before anything is called by it:
    "When Jess trotted off, she was hungry. Police launched Operation Jess"."""
    if " " in name or name.isupper():
        return False
    first = re.search(rf"\b{re.escape(name)}\b", whole)
    headed = _HEADED.search(whole[: first.start()]) if first else None
    if first is None or headed:
        return False
    behind = re.split(r"(?<=[.!?])\s", whole[first.end() :], maxsplit=1)[0]
    return bool(_SOMEBODY.search(behind))


_HEADED = re.compile(r"\b(?:[Oo]peration|[Ee]xercise|[Mm]ission|[Tt]ask [Ff]orce|[Ff]orce)\W*$")
_SOMEBODY = re.compile(r"^(?:,? (?:an?|the) |['’]s |,? \w+ed ).*\b(?:she|he)\b|^,? aged \w+")


def _first_of_its_name(whole: str, found: Iterable[MissionName]) -> Iterator[MissionName]:
    """UNEF, where an article speaks of UNEF before it names UNEF II, or as what that followed: else
    the acronym alone is short for the numbered one."""
    for name in found:
        if match := _NUMBERED.fullmatch(name.name):
            alone = re.search(rf"\b{match[1]}\b(?!\s(?:{_NUMERAL})\b)", whole)
            before = re.search(rf"\b{_FORERUNNER},?\s+{match[1]}\b(?!\s(?:{_NUMERAL})\b)", whole)
            if before or (alone and alone.start() < whole.find(name.name)):
                yield MissionName(match[1], name.kind, apart=True)


_FORERUNNER = r"(?:predecessor|forerunner|precursor|earlier|original|older|first)"
_NUMERAL = r"[IVX]+|\d+"
_NUMBERED = re.compile(rf"([A-Z]{{4,9}}) (?!I$|1$)(?:{_NUMERAL})")


def _labelled(texts: Sequence[str]) -> Iterator[MissionName]:
    """What stands behind "Exercise:" in a list, or below "Mission" in a table."""
    column: tuple[int, str | None] | None = None
    for before, text in zip(("", *texts), texts, strict=False):
        # "Mission | Begun | Soldiers" heads a table
        if (match := _LABEL.match(text)) and text.count(" | ") < 2:
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


_OTHER_NAMES = re.compile(
    r"^\W*(?:(?:its|the) )?(?:other|local|official|former|full|short|code|second) names?\b"
    r"|^\W*also known as\b|\bit (?:is|was) (?:also |otherwise |better )(?:known|called)\b",
    re.IGNORECASE,
)


# What is said of a mission whose name is known, where nothing says that it is one
_OF_A_FORCE = re.compile(
    r"\b(?:programme|training|instructors|trainees|recruits|launched|prolonged|mandate|commander|"
    r"headquarters|special forces|task force|frigates?|soldiers|troops|peacekeepers|observers)\b"
)


def _without_year(name: str) -> str:
    return re.sub(r"\s+\d{2,4}$", "", name)
