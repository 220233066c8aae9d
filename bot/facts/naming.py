"""Which words of a sentence name a mission.

A name counts with evidence only: a word such as "Operation" before it, a noun such as "exercise"
beside it, an acronym of the usual shapes, or "called" between them. Films and mission statements
fail the evidence of the article (`bot.facts.world.is_about_states`), not a list. Pure.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from bot.facts.acronyms import acronyms
from bot.facts.cues import table
from bot.facts.mission_name import (
    CAP,
    LONG,
    PROPER,
    SHORT_NAME,
    TAIL,
    MissionName,
    core,
    kind_inside,
    kind_of,
    kinds,
    trim,
)
from bot.facts.name_words import acceptable, is_name
from bot.language.phrases import by_first_letters
from bot.language.words import fold

_QUOTED = r"[“\"‘'«„]([A-ZÀ-Þ][^”\"’'»“]{2,50}?)[”\"’'»“]"

# "NORAD is a joint command of Canada and the United States": what two states have together
_TOGETHER = re.compile(
    rf"\b(?P<name>[A-Z]{{3,}}|{SHORT_NAME}),?\s+(?:(?:is|was|remains)\s+)?(?:an?|the)\s+"
    r"(?:[\w-]+\s+)?(?:joint|combined|common|shared|standing|permanent|binational|bilateral|trinational|"
    r"multinational)\s+(?:[\w-]+\s+){0,3}?(?:command|headquarters|brigade|corps|battalion|squadron|"
    r"fleet)\s+(?:of|by|between|from|(?:run|set up|shared|formed) by)\s+(?:the\s+)?"
    rf"(?P<one>{CAP}(?:\s+{CAP})*)(?:,\s+(?:the\s+)?{CAP}(?:\s+{CAP})*)*,?\s+and\s+(?:the\s+)?"
    rf"(?P<other>{CAP}(?:\s+{CAP})*)"
)


@functools.lru_cache(maxsize=1)
def _kind_noun() -> str:
    nouns = sorted(kinds(), key=len, reverse=True)
    parts = [re.escape(noun).replace(r"\ ", r"[\s-]") for noun in nouns]
    # "a patrol ship", "a force commander": what follows makes it another thing
    others = "|".join(table("missions")["names"]["not_before"])
    return f"(?:{by_first_letters(parts)})(?!\\s+(?:{others})\\b)"


@functools.lru_cache(maxsize=1)
def _head_word() -> str:
    heads = table("missions")["names"]["heads"]
    return "|".join(re.escape(head) for head in heads if head not in ("The", "Task Force"))


@functools.lru_cache(maxsize=1)
def _head_or_kind() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_kind_noun()}|{_head_word()})")


@functools.lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[re.Pattern[str], int, int, bool, tuple[str, ...]], ...]:
    """(pattern, group of the name, group of the kind, whether a kind noun or a head is in all that
    it finds, else pieces of words one of which is); group 0 when the kind is not beside it."""
    names = table("missions")["names"]
    heads = _head_word()
    naming = "|".join(names["naming"])
    inside = "|".join(names["inside"])
    happens = "|".join(names["happens"])
    kind = _kind_noun()
    # a kind noun must be written small: "Operation" with a capital is a head of its own
    article = r"(?:an?|the|its|their|his|one of|[A-ZÀ-Þ][\w-]*['’]s)"
    # "Opande, the commander of the force", is no force
    not_who = r"(?!(?:head|heads|chief|commander|commands|leader|leads|spokes\w*|envoy|director)\b)"
    # "The head of mission is Kai Eide", "The mission's leader was Kai Eide"
    of_nobody = "".join(
        rf"(?<!{who} {of})"
        for who in ("head", "heads", "chief", "commander", "leader", "director", "charge")
        for of in ("of ", "of the ")
    )
    rules: tuple[tuple[str, int, int, *tuple[str, ...]], ...] = (
        (rf"\b({heads})\s+({SHORT_NAME})", 2, 1),
        (
            rf"\b({heads}|{kind}),?\s+(?:(?!wr[io]t)\w+\s+)?(?:{naming})\s+(?:the\s+)?"
            rf"({SHORT_NAME})",
            2,
            1,
        ),
        (
            rf"\b({kind})(?:\s+(?:of|in|for|at|with|on)\s[^.;:!?,]{{2,30}}?)?,?\s+(?:which|that)\s+"
            rf"(?:\w+\s+){{0,3}}?(?:{naming})\s+(?:it\s+|the\s+)?({SHORT_NAME})",
            2,
            1,
        ),
        # "The Union has a force of its own there: Atalanta, with six ships"
        (
            rf"\b({kind})\b[^.;:!?]{{0,60}}:\s+({SHORT_NAME}),\s+(?:with|under|led|which|an?|the|of)\b",
            2,
            1,
        ),
        # "Its operation in the east will go on under the name Nalewa Dole"
        (
            rf"\b({kind})\b(?:(?!\bwho\b|\bwr[io]t)[^.;:!?]){{0,60}}?\s(?:under|by|with)\s+(?:the|"
            rf"its|a)\s+(?:new\s+|old\s+|code[\s-]?)?name(?:\s+of)?\s+({SHORT_NAME})",
            2,
            1,
            "name",
        ),
        # "The operation was given the code name Bluff"
        (
            rf"\b({kind})\s+(?:(?:is|was|has|had|been|also|now|later)\s+){{0,3}}(?:given|bears|bore|"
            rf"carries|carried|received|got)\s+(?:the|a)\s+(?:code[\s-]?)?name(?:\s+of)?\s+"
            rf"[“\"‘'«„]?({SHORT_NAME})",
            2,
            1,
            "name",
        ),
        # "The British operation, Vantage by name, began"
        (rf"\b({kind})(?:\s+[^.;:!?,]{{2,30}})?,\s+({SHORT_NAME})\s+by name\b", 2, 1),
        # "The mission to which it belongs is called Agenor"
        (
            rf"\b({kind})\b[^.;:!?]{{0,50}}?\s(?:is|was|has been)\s+(?:\w+\s+)?(?:called|named|"
            rf"dubbed|known as|code-?named)\s+(?:the\s+)?({SHORT_NAME})",
            2,
            1,
        ),
        (
            rf"\b({SHORT_NAME}),\s+as\s+(?:it|(?:\w+\s+){{1,3}}?)\s*(?:is|was|calls?|called)\s()",
            1,
            2,
            ",",
        ),
        (rf"\b({kind})\b[^.;:!?]{{0,40}}?\bparts?\s+of\s+({LONG})", 2, 1),
        (rf"\b({kind})\b[^.;:!?]{{0,40}}?,?\s+(?:{naming})\s+{_QUOTED}", 2, 1),
        (rf"\b({heads}|{kind}),?\s+{_QUOTED}", 2, 1),
        (rf"{_QUOTED}\s+(?:\w+\s+)?({kind})\b", 1, 2),
        (rf"\b({kind})\s+({SHORT_NAME})", 2, 1),
        (
            rf"\b{of_nobody}({kind})(?:\s+(?:in|of|for|to|at|off|on)\s+[\w\s]{{2,30}}?)?,\s+(?:the\s+)?"
            rf"({PROPER})(?=[,.;]|\s+(?:is|was|has|will|began|may))",
            2,
            1,
        ),
        (rf"\b({SHORT_NAME}),\s+{article}\s+(?:{not_who}[\w’'-]+\s+){{0,6}}?({kind})\b", 1, 2),
        (
            rf"\b({SHORT_NAME})\s+(?:is|was|are|were)\s+{article}\s+"
            rf"(?:{not_who}[\w’'-]+\s+){{0,5}}?({kind})\b",
            1,
            2,
        ),
        (rf"\b({SHORT_NAME})\s+({kind})\b", 1, 2),
        (
            rf"\b{of_nobody}({kind})\b(?:{not_who}[^.;:!?]){{0,40}}?\s(?:is|was|were)\s+"
            rf"({SHORT_NAME})",
            2,
            1,
        ),
        (
            rf"\b()(?:predecessor|successor|heir|forerunner|twin),?\s+({SHORT_NAME})",
            2,
            1,
            "predecessor|successor|heir|forerunner|twin",
        ),
        (
            rf"\b({SHORT_NAME}),\s+(?:its|the|their)\s+(?:\w+\s+)?(?:sister|counterpart|twin)\b()",
            1,
            2,
            "sister|counterpart|twin",
        ),
        (
            rf"\b({SHORT_NAME}),\s+(?:(?:so )?named after|the successor|the predecessor)()",
            1,
            2,
            "named after|the successor|the predecessor",
        ),
        (rf"\b([A-Z]{{4,}}{TAIL})\s+(?:{happens})\b()", 1, 2),
        (
            rf"\b({PROPER})\s+(exercises?|manoeuvres|drills)\b",
            1,
            2,
            "exercise|manoeuvres|drills",
        ),
        # "Althea is what the Union has called the operation"
        (
            rf"\b({SHORT_NAME})\s+(?:is|was) (?:what|how|the name)\b[^.;:!?]{{0,40}}?"
            rf"\b(?:calls?|called|names?|named|gave|given|dubbed|for|of)\s+(?:the|its|this)\s+({kind})\b",
            1,
            2,
        ),
        # "France calls its share Chammal"
        (
            rf"\b(?:calls?|named|names?|called)\s+(?:its|their|the)\s+(?:own\s+)?(?:share|part|leg|"
            rf"half|contribution|campaign|contingent)\s+()({SHORT_NAME})",
            2,
            1,
            "call|name",
        ),
        # "12,000 soldiers take part in Orion 23"
        (
            r"\b(?:soldiers|troops|ships|warships|aircraft|navies|armies|jets|tanks|marines|units)\b"
            rf"[^.;:!?]{{0,40}}?()\b(?:take|takes|took|taking) part in\s+"
            rf"({CAP}\s+(?:19|20)?\d\d)(?!\w)",
            2,
            1,
            "part in",
        ),
        # two words and more, by what is done with them
        (
            rf"\b()(?:t(?:ake|akes|ook|aking) part in|participat\w+ in|such as)\s+({LONG})",
            2,
            1,
            "part in|articipat|such as",
        ),
        (
            rf"\b({LONG}),\s+(?:which is |which was )?(?:held|launched|begun|led|run|staged)\b"
            # "An American, William Walker, led it"
            r"(?!\s+(?:it|them|the|an?|its|their|his|her|this|that|both|all)\b)()",
            1,
            2,
            "held|launched|begun|led|run|staged",
        ),
        (
            rf"\b((?:{CAP}\s+(?:(?:in|for|of|to|on|the|and)\s+)*)*(?:{inside})\b"
            rf"(?:\s+(?:(?:in|for|of|to)\s+(?:the\s+)?)?{CAP})*(?:(?<=[a-z])\s+and\s+{CAP})?{TAIL})",
            1,
            0,
        ),
    )
    return tuple(
        (
            re.compile(rule),
            name,
            kind_group,
            kind in rule or heads in rule,
            tuple(piece for some in pieces for piece in some.split("|")),
        )
        for rule, name, kind_group, *pieces in rules
    )


def names_in(sentence: str, is_place: Iterable[str]) -> list[MissionName]:
    """The missions that a sentence names. `is_place` holds folded names that are places alone."""
    places = frozenset(is_place)
    not_last = table("missions")["names"]["not_last"]
    found: dict[str, MissionName] = {}
    speaks_of_one = bool(_head_or_kind().search(sentence))
    for pattern, name_group, kind_group, needs_one, pieces in _patterns():
        if needs_one and not speaks_of_one:
            continue
        if pieces and not any(piece in sentence for piece in pieces):
            continue
        for match in pattern.finditer(sentence):
            between = (
                sentence[match.end(kind_group) : match.start(name_group)] if kind_group else ""
            )
            if _IS.search(between) and _WHO_HEADS_IT.search(sentence[: match.start(kind_group)]):
                continue  # "The chief of the mission is", and who it is
            name = trim(match[name_group])
            if name is not None and kind_group and name.split()[-1] in not_last:
                continue
            if name is None or not acceptable(name, places, kind_group == 0):
                continue
            noun = match[kind_group] if kind_group else None
            kind = kind_of(noun) if noun else kind_inside(name)
            key = core(name)
            if key not in found or (found[key].kind is None and kind):
                found[key] = MissionName(name, kind)
    for match in _TOGETHER.finditer(sentence):
        if {fold(match["one"]), fold(match["other"])} <= places and is_name(match["name"], places):
            name = trim(match["name"]) or match["name"]
            found.setdefault(core(name), MissionName(name, None))
    for match in re.finditer(r"(?<![\w-])[A-Z]{3,}[A-Z0-9-]*(?![\w])", sentence):
        word = match[0]
        if word not in table("missions")["names"]["not_acronyms"] and acronyms().match(word):
            found.setdefault(core(word), MissionName(word, None))
            own = re.match(r"\s+((?:MED\s+)?[A-Z][a-z]{3,})\b", sentence[match.end() :])
            if word in table("missions")["names"]["families"]:
                own = own or re.match(
                    r"\s+((?:RD\s+|DR\s+)?[A-Z][a-z]+|[A-Z]{2,5}(?:/[A-Z]{2,5})?)\b",
                    sentence[match.end() :],
                )
            if own and fold(own[1]) not in places and own[1] not in not_last:
                name = f"{word} {own[1]}"
                found.setdefault(core(name), MissionName(name, None))
    for pattern, kind in _formations():
        for match in pattern.finditer(sentence):
            found.setdefault(core(match[0]), MissionName(match[0], kind))
    return list(found.values())


_IS = re.compile(r"\b(?:is|was|were)\b")
_WHO_HEADS_IT = re.compile(
    r"\b(?:chief|head|commander|leader|envoy|director|spokes\w+|general|admiral|deputy|face|boss|"
    r"founder|veteran)s?\s+(?:of|in)\s+(?:the\s+|this\s+|that\s+)?(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=1)
def _formations() -> tuple[tuple[re.Pattern[str], str], ...]:
    """For "MCM Black Sea": an abbreviation for a kind of formation, and what it is one of."""
    behind = r"(?:\d[\d.]*\d|\d|[A-ZÀ-Þ][a-zà-ÿ]+(?:[ -][A-ZÀ-Þ][a-zà-ÿ]+)?)"
    return tuple(
        (re.compile(rf"(?<![\w-])(?:{abbreviation})[ -]{behind}(?![\w-])"), kind)
        for abbreviation, kind in table("missions")["names"]["formations"]
    )
