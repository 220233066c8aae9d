"""Missions by name: which words of an article name a mission, and how names belong together.

A name counts with evidence only: a word such as "Operation" before it, a noun such as "exercise"
beside it, an acronym of the usual shapes, or "called" between them. Films and mission statements
fail the evidence of the article (`bot.facts.world.is_about_states`), not a list.
One module: finding a name, and knowing it again, rest on the same shapes.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.facts.cues import table
from bot.language.phrases import by_first_letters
from bot.language.quantities import amounts
from bot.language.words import fold, stop_words

_CAP = r"(?:[A-ZÀ-ÖØ-ÞŠŽČŁ][\w'’\-]*(?:–[A-ZÀ-Þ]\w+)?|[A-Z]{2,}[\w\-]*)"
_TAIL = r"(?:\s+(?:\d{2,4}(?!\w)|[IVX]{1,4}(?!\w)))?"
_QUOTED = r"[“\"‘'«„]([A-ZÀ-Þ][^”\"’'»“]{2,50}?)[”\"’'»“]"
# what stands small between the words of a name in other languages: Cruz del Sur, Croix du Sud
_LINK = (
    r"(?:(?:d[aeo]s?|du|del|dell[ae]|de[gl]?i|de\s+l[ao]s?|[ely]|et|und|van|al|ul|bin|dan|na|ya|wa)"
    r"\s+|[dl]['’])?"
)
_PROPER = rf"{_CAP}(?:\s+(?:(?:of|in|the|to|for|and|on)\s+)*{_LINK}{_CAP}){{0,7}}{_TAIL}"
SHORT_NAME = rf"{_CAP}(?:\s+{_LINK}{_CAP}){{0,3}}{_TAIL}"
_LONG = rf"{_CAP}(?:\s+{_LINK}{_CAP}){{1,3}}{_TAIL}"


# "NORAD is a joint command of Canada and the United States": what two states have together
_TOGETHER = re.compile(
    rf"\b(?P<name>[A-Z]{{3,}}|{SHORT_NAME}),?\s+(?:(?:is|was|remains)\s+)?(?:an?|the)\s+"
    r"(?:[\w-]+\s+)?(?:joint|combined|common|shared|standing|permanent|binational|bilateral|trinational|"
    r"multinational)\s+(?:[\w-]+\s+){0,3}?(?:command|headquarters|brigade|corps|battalion|squadron|"
    r"fleet)\s+(?:of|by|between|from|(?:run|set up|shared|formed) by)\s+(?:the\s+)?"
    rf"(?P<one>{_CAP}(?:\s+{_CAP})*)(?:,\s+(?:the\s+)?{_CAP}(?:\s+{_CAP})*)*,?\s+and\s+(?:the\s+)?"
    rf"(?P<other>{_CAP}(?:\s+{_CAP})*)"
)


@dataclass(frozen=True, slots=True)
class MissionName:
    """A name as an article writes it, and the kind noun found beside it (None when none was).

    `apart` where it is another mission than the numbered one of its name: UNEF beside UNEF II.
    """

    name: str
    kind: str | None
    apart: bool = False


@functools.lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {noun: kind for kind, nouns in table("missions")["kinds"].items() for noun in nouns}


@functools.lru_cache(maxsize=1)
def _kind_noun() -> str:
    nouns = sorted(_kinds(), key=len, reverse=True)
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
    rules: tuple[tuple[str, int, int, *tuple[str, ...]], ...] = (
        (rf"\b({heads})\s+({SHORT_NAME})", 2, 1),
        (rf"\b({heads}|{kind}),?\s+(?:\w+\s+)?(?:{naming})\s+(?:the\s+)?({SHORT_NAME})", 2, 1),
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
        (rf"\b({kind})\b[^.;:!?]{{0,40}}?\bparts?\s+of\s+({_LONG})", 2, 1),
        (rf"\b({kind})\b[^.;:!?]{{0,40}}?,?\s+(?:{naming})\s+{_QUOTED}", 2, 1),
        (rf"\b({heads}|{kind}),?\s+{_QUOTED}", 2, 1),
        (rf"{_QUOTED}\s+(?:\w+\s+)?({kind})\b", 1, 2),
        (rf"\b({kind})\s+({SHORT_NAME})", 2, 1),
        (
            rf"\b(?<!head of )(?<!head of the )(?<!chief of )(?<!commander of the )"
            rf"({kind})(?:\s+(?:in|of|for|to|at|off|on)\s+[\w\s]{{2,30}}?)?,\s+(?:the\s+)?"
            rf"({_PROPER})(?=[,.;]|\s+(?:is|was|has|will|began|may))",
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
        (rf"\b({kind})\b[^.;:!?]{{0,40}}?\s(?:is|was|were)\s+({SHORT_NAME})", 2, 1),
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
        (rf"\b([A-Z]{{4,}}{_TAIL})\s+(?:{happens})\b()", 1, 2),
        (
            rf"\b({_PROPER})\s+(exercises?|manoeuvres|drills)\b",
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
            rf"({_CAP}\s+(?:19|20)?\d\d)(?!\w)",
            2,
            1,
            "part in",
        ),
        # two words and more, by what is done with them
        (
            rf"\b()(?:t(?:ake|akes|ook|aking) part in|participat\w+ in|such as)\s+({_LONG})",
            2,
            1,
            "part in|articipat|such as",
        ),
        (
            rf"\b({_LONG}),\s+(?:which is |which was )?(?:held|launched|begun|led|run|staged)\b"
            # "An American, William Walker, led it"
            r"(?!\s+(?:it|them|the|an?|its|their|his|her|this|that|both|all)\b)()",
            1,
            2,
            "held|launched|begun|led|run|staged",
        ),
        (
            rf"\b((?:{_CAP}\s+(?:(?:in|for|of|to|on|the|and)\s+)*)*(?:{inside})\b"
            rf"(?:\s+(?:(?:in|for|of|to)\s+(?:the\s+)?)?{_CAP})*(?:(?<=[a-z])\s+and\s+{_CAP})?{_TAIL})",
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


@functools.lru_cache(maxsize=1)
def _acronyms() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(table("missions")["names"]["acronyms"]) + ")(?:-?[IVX]+)?$")


@functools.lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(fold(head) for head in table("missions")["names"]["heads"])


def core(name: str) -> str:
    """The part of a name that tells it from others, folded: `interflex` for Operation Interflex."""
    words = [word for word in re.split(r"\s+", name.strip(" ,.;:'’\"“”‘«»")) if word]
    while len(words) > 1 and fold(words[0]) in _heads() and not words[1][0].islower():
        words = words[1:]  # but "Mission for Justice Support" is a name as it stands
    folded = fold(" ".join(words))
    return re.sub(r"['’]s$", "", folded)


def kind_of(noun: str | None) -> str | None:
    """The kind a noun stands for ("drills" → exercise), None for none of ours."""
    if noun is None:
        return None
    plain = re.sub(r"[\s-]+", " ", noun).lower()
    return _kinds().get(plain) or _kinds().get(plain.rstrip("s"))


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
            name = _trim(match[name_group])
            if name is not None and kind_group and name.split()[-1] in not_last:
                continue
            if name is None or not _acceptable(name, places, kind_group == 0):
                continue
            noun = match[kind_group] if kind_group else None
            kind = kind_of(noun) if noun else _kind_inside(name)
            key = core(name)
            if key not in found or (found[key].kind is None and kind):
                found[key] = MissionName(name, kind)
    for match in _TOGETHER.finditer(sentence):
        if {fold(match["one"]), fold(match["other"])} <= places and is_name(match["name"], places):
            name = _trim(match["name"]) or match["name"]
            found.setdefault(core(name), MissionName(name, None))
    for match in re.finditer(r"(?<![\w-])[A-Z]{3,}[A-Z0-9-]*(?![\w])", sentence):
        word = match[0]
        if word not in table("missions")["names"]["not_acronyms"] and _acronyms().match(word):
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


@functools.lru_cache(maxsize=1)
def _formations() -> tuple[tuple[re.Pattern[str], str], ...]:
    """For "MCM Black Sea": an abbreviation for a kind of formation, and what it is one of."""
    behind = r"(?:\d[\d.]*\d|\d|[A-ZÀ-Þ][a-zà-ÿ]+(?:[ -][A-ZÀ-Þ][a-zà-ÿ]+)?)"
    return tuple(
        (re.compile(rf"(?<![\w-])(?:{abbreviation})[ -]{behind}(?![\w-])"), kind)
        for abbreviation, kind in table("missions")["names"]["formations"]
    )


def expansions(text: str) -> dict[str, str]:
    """Acronym → the capitalised phrase that an article explains it by.

    `Kosovo Force (KFOR)`, `KFOR (Kosovo Force)`, `the SADC Preventive Mission, SAPMIL,` and
    `SAPMIL, the SADC Preventive Mission`.
    """
    found = {}
    for match in re.finditer(rf"({_PROPER})\s+\(([A-Z][A-Za-z]{{2,}}(?:-[A-Z]+)?)\)", text):
        phrase, acronym = _trim(match[1]) or match[1], match[2]
        initials = "".join(word[0] for word in phrase.split() if word[0].isupper())
        if _subsequence(acronym.upper().replace("-", ""), phrase.upper()) and len(initials) >= 2:
            found[acronym] = phrase
        elif _acronyms().match(acronym) and _names_a_body().search(phrase):
            found[acronym] = phrase  # the letters of its name in another language: MINUSTAH
    for match in re.finditer(rf"\b([A-Z]{{3,}})\s+\(({_PROPER})\)", text):
        if _subsequence(match[1], match[2].upper()):
            found[match[1]] = match[2]
    for match in _CAPITALS.finditer(text):
        before = text[max(0, match.start() - 150) : match.start()]
        if _acronyms().match(match[0]) and (spelt := _SPELT_AS.search(before)):
            phrase = _trim(spelt[1]) or spelt[1]
            if _names_a_body().search(phrase):
                found.setdefault(match[0], phrase)
    short = r"([A-Z]{3,9}|[A-Z][a-z]{3,9})\b"
    for phrase, acronym in [
        *re.findall(rf"\b({_PROPER}),\s+(?:or\s+)?{short}", text),
        *(
            (b, a)
            for a, b in re.findall(rf"\b{short},\s+(?:or\s+)?(?:the|an?)\s+({_PROPER})", text)
        ),
    ]:
        told = acronym.isupper() or abbreviates(acronym.upper(), phrase)
        if told and _names_a_body().search(phrase):
            found.setdefault(acronym, _trim(phrase) or phrase)
    return found


_CAPITALS = re.compile(r"\b[A-Z]{4,}\d?\b")
# "the United Nations Mission in Haiti, which goes by the French acronym" MINUSTAH
_SPELT_AS = re.compile(
    rf"\b({_PROPER})(?:,|\s+(?=known\b|called\b|\())[^.;:!?()]{{0,60}}?\b(?:as|acronym|initials|"
    r"letters|abbreviation|called|abbreviated(?: to)?|or|short)\s+(?:as\s+)?[“\"‘'(]?$"
)


@functools.lru_cache(maxsize=1)
def _names_a_body() -> re.Pattern[str]:
    """For a capitalised phrase: whether it is the name of a mission written out."""
    names = table("missions")["names"]
    return re.compile(rf"\b(?:{'|'.join((*names['inside'], *names['written_out']))})\b")


def abbreviates(acronym: str, phrase: str) -> bool:
    """Whether an acronym's letters stand in a phrase in order, beginning with its first two words.

    `UNFICYP` for United Nations Peacekeeping Force in Cyprus.
    """
    capitals = "".join(word[0] for word in re.split(r"[\s–-]+", phrase) if word[:1].isupper())
    if acronym == capitals or acronym in (f"UN{capitals}", f"EU{capitals}", f"AU{capitals}"):
        return len(capitals) > 2 or acronym == capitals
    body = {"UN": "United Nations", "EU": "European Union", "AU": "African Union"}
    words = phrase.split(" of the ")[0]
    if acronym[:2] in body and body[acronym[:2]] in phrase and body[acronym[:2]] not in words:
        initials = "".join(word[0] for word in words.split() if word[:1].isupper())
        if len(initials) > 2 and acronym[2:] == initials:
            return True
    begins = acronym[:2] == capitals[:2] or (len(acronym) >= 5 and acronym[0] == capitals[:1])
    return begins and _subsequence(acronym, phrase.upper())


def same_missions(text: str) -> list[tuple[str, str]]:
    """Pairs of names that a text says are one mission: "A, otherwise known as B"."""
    same = "|".join(table("missions")["names"]["same"])
    return [
        (match[1], match[2])
        for match in re.finditer(
            rf"\b({SHORT_NAME})(?:,|\s)[^.;]{{0,50}}?\b(?:{same})\s+(?:the\s+)?(?:Operation\s+|"
            rf"Exercise\s+)?"
            rf"[“\"'‘]?({SHORT_NAME})",
            text,
        )
    ]


def _subsequence(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


def _trim(name: str) -> str | None:
    name = re.sub(r"['’]s$", "", name.strip(" ,.;:'’\"“”‘"))
    name = re.sub(r"^(?:The\s+)?[A-Z][\w.]*['’]s\s+(?=[A-Z])", "", name)  # NATO's Allied Harmony
    name = re.sub(
        r"^(?:The\s+)?(?:Troops|Soldiers|Members|Forces|Ships|Headquarters|Units|"
        r"Elements|Observers|Monitors)\s+(?:of|for|from)\s+(?:the\s+)?",
        "",
        name,
    )
    head, the, rest = name.rpartition(" the ")
    if the and not _OF_A_NAME.search(head):
        name = rest  # "Dili on Wednesday the International Force"
    words = name.split()
    while words and words[0].lower() in _OPENERS:
        words = words[1:]
    return " ".join(words) or None


_OF_A_NAME = re.compile(
    r"\b(?:United|European|African|Union|Nations|Mission|Operation|Force|Group|Organi[sz]ation|"
    r"Commission|[a-z]+-[a-z]+|(?:of|for|to|in|and))\b(?!\s+[A-Z]\w*day\b)|\b[A-Z]{2,}\b"
)
# Words that stand before a name at the head of a sentence and are no part of it
_OPENERS = frozenset(
    "the a an in on at its this today but for and when after since while as by our what who how is "
    "both under during with from no all another last if of to commander head chief new first only "
    "that which yesterday smaller earlier later some about around their his her monday tuesday "
    "wednesday thursday friday saturday sunday meanwhile however instead moreover besides also "
    "then there here now once again still only even elsewhere finally recently eventually "
    "originally formerly previously unlike like until since before because although though "
    "whereas despite without within between among so thus yet or nor neither both either".split()
)


def _kind_inside(name: str) -> str | None:
    for word in reversed(name.split()):
        if (kind := kind_of(word.lower())) is not None:
            return kind
    return "air policing mission" if "Policing" in name else None


@functools.lru_cache(maxsize=4)
def _parts_of_places(places: frozenset[str]) -> frozenset[str]:
    """The single words of place names: "sahara" names no mission, nor does "ecuador-peru"."""
    words = {word for place in places for word in re.split(r"[\s-]+", place)}
    return frozenset(words)


_BODY_WORDS = frozenset("nato un eu au osce ecowas sadc csto".split())
_NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june "
    "july august september october november december i we they it he she there here mr mrs german "
    "army navy police coast guard defence defense foreign ministry parliament congress senate "
    "house "
    "north south east west northern southern eastern western joint allied military royal general "
    "colonel major captain admiral commander president minister prime new old second first third "
    "war force forces mission operation exercise european international national union allies "
    "state "
    "states western nato un eu osce african who mandate council security chapter article "
    "resolution "
    "air sea land inter pan trans multi pro anti non ex post cross "
    "quick quiet no special regional multinational european african american federal".split()
)


def is_name(name: str, is_place: Iterable[str]) -> bool:
    """Whether words can name a mission at all: not a place, a body, a title or a common word."""
    trimmed = _trim(name)
    if trimmed is None:
        return False
    last = trimmed.split()[-1]
    places = frozenset(is_place)
    return last not in table("missions")["names"]["not_last"] and _acceptable(
        trimmed, places, False
    )


def _acceptable(name: str, places: frozenset[str], by_word_inside: bool) -> bool:
    folded = fold(name)
    # "Colombians patrol the north": several of a people are no mission either
    if len(folded) < 3 or {folded, folded.removesuffix("s"), core(name)} & places:
        return False
    if re.search(r"-(?:led|based|backed|born|run|speaking|held)\b", folded) or amounts(
        name.split()[0]
    ):
        return False
    words = re.split(r"[\s–-]+", core(name))
    if by_word_inside and words[-1] in places and words[-1].endswith(("n", "sh", "ch", "se")):
        return False  # "… Force on the Indian side"
    names = table("missions")["names"]
    if name in names["enough"]:
        return True
    if name in names["never"] or name.endswith(tuple(names["never_last"])):
        return False
    if name.split()[0] in names["ships"]:
        return False
    if all(word in stop_words() for word in words):
        return False
    parts = _parts_of_places(places)
    telling = [word for word in words if word not in _NOT_NAMES and word not in parts]
    telling = [
        word for word in telling if not re.fullmatch(r"\d{1,4}|of|in|the|to|for|and|on", word)
    ]
    if by_word_inside and len(words) > 2 and words[0] in _BODY_WORDS and words[-1] in places:
        return True  # NATO Mission Iraq
    if by_word_inside:
        return len(words) > 1 and bool(
            telling or {"interim", "stabilisation"} & set(words) or len(words) > 3
        )
    return bool(telling)


def merge(names: Sequence[str], apart: Collection[str] = ()) -> dict[str, str]:
    """Which core names are one mission: each core name → the key of its mission.

    A name that another one holds as its last words, with only words in capitals before it
    ("aspides" in "eunavfor aspides"), is the same; so is one without the year of the only other
    that has one. Names in `apart` are not short for a longer one. Order does not matter: the same
    names give the same keys.
    """
    keys = {name: name for name in names}
    ordered = sorted(keys, key=lambda name: (len(name.split()), name))
    dated: dict[str, list[str]] = {}
    longer: dict[str, list[str]] = {}
    for name in ordered:
        plain = re.sub(r"\s+\d{2,4}$", "", name)
        if plain != name:
            dated.setdefault(plain, []).append(name)
        for blank in re.finditer(" ", name):
            longer.setdefault(name[: blank.start()], []).append(name)
    for plain, names_with_year in dated.items():
        if plain in keys and len(names_with_year) == 1:
            keys[plain] = names_with_year[0]
    for name in ordered:
        words = name.split()
        for cut in range(1, len(words)):
            shorter = " ".join(words[cut:])
            if shorter in keys and len(shorter) > 3 and _prefix_only(words[:cut]):
                keys[name] = keys[shorter]
                break
    for name in ordered:
        # "eufor" alone is the one "eufor althea" that the corpus knows, if it knows one only
        those = {keys[other] for other in longer.get(name, ())}
        if len(those) == 1 and _prefix_only([name]) and name not in apart:
            (keys[name],) = those
    return {name: _root(name, keys) for name in keys}


def _prefix_only(words: Sequence[str]) -> bool:
    return all(
        re.fullmatch(r"(?:eu|un)[a-z]*|nato|operation|exercise|task|force|mission|joint|the", word)
        for word in words
    )


def _root(name: str, keys: dict[str, str]) -> str:
    seen = set()
    while keys.get(name, name) != name and name not in seen:
        seen.add(name)
        name = keys[name]
    return name
