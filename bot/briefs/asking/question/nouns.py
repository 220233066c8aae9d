"""The noun that a question counts or chooses among, and whose it is: "Italian soldiers"."""

from __future__ import annotations

import re

from bot.briefs.asking.question import Asked
from bot.language.clauses import PAST
from bot.language.lexicon import names_a_deed, names_people
from bot.language.places import Gazetteer, Mention
from bot.language.words import Word, alike, stem, stop_words, synonym_classes

STRENGTH = (stem("people"),)  # what "how big is the mission" counts


def noun_of(
    text: str,
    asked: Asked,
    tokens: list[Word],
    gazetteer: Gazetteer,
    names: list[tuple[int, int]],
) -> tuple[str, ...]:
    """Stems of the noun that is counted or chosen among, its head last.

    `names` are the spans of missions and places: "UN" in "which UN resolution" is no head.
    """
    frame = {
        Asked.COUNT: r"\bhow (?:many|much)\s+(?:more\s+|other\s+|different\s+)?|"
        r"\bnumber of\s+(?:the\s+)?",
        Asked.WHICH: r"\b(?:which|what)\s+(?:other\s+)?(?:(?:kind|sort|type|make)s?\s+of\s+)?",
        Asked.COUNTRY: r"\b(?:which|what)\s+(?:other\s+)?",
    }.get(asked)
    if frame is None:
        return ()
    match = re.search(frame, text, re.IGNORECASE)
    if match is None:
        return ()
    if asked is Asked.COUNT and (were := _WERE_SO.search(text)) and _is_class_of_people(were[1]):
        return (stem(were[1]),)
    after = [token for token in tokens if token.start >= match.end()]
    stems: list[str] = []
    before = ""
    how_many = match[0].lower().startswith("how many")
    for number, token in enumerate(after[:4]):
        lower = token.text.lower()
        of_a_thing = not stems and lower in _ALSO_THINGS and _is_plural(after[1:2])
        is_verb = lower in _VERBS and not of_a_thing and (stems or lower != "lives")
        is_verb = is_verb or bool(stems and lower in PAST)  # "how many people lost their jobs"
        if lower in stop_words() or is_verb:
            break
        if not stems and asked is Asked.COUNT and _is_done(after):
            break
        # "how many Kenyans guard" tells a deed, "how many Kenyan guards" a noun
        of_nation = len(stems) == 1 and not before.endswith("s") and token.text.endswith("s")
        of_nation = of_nation and bool(gazetteer.mentions(before))
        # who are many guard and cross; the "guards" and "crossings" behind one word are things
        counted = bool(stems) and _is_plural([token]) and not _is_plural(after[number - 1 : number])
        counted = counted and (how_many or _is_helper(after[number + 1 : number + 2]))
        does = names_a_deed(token.stem) and not (of_nation or counted)
        does = does or (not how_many and _is_plural([token]) and _is_article(after[number + 1 :]))
        named = number and any(s <= after[number - 1].start < e for s, e in names)
        led = not named or number > 1
        if stems and led and (token.text.lower().endswith("ed") or does):
            break
        before = token.text
        stems.append(token.stem)
        if asked is Asked.COUNTRY and alike(token.stem, "countri"):
            break
        if token.text.lower().endswith("s") and not token.capitalised and len(stems) >= 1:
            break
    return tuple(stems)


# "how many of the arrivals were children": those are counted
_WERE_SO = re.compile(
    r"\bhow many (?:of|among) (?:the\b|its\b|their\b|these\b|those\b|them\b|"
    r"[\w-]+['’]s?\s).*"
    r"\b(?:were|was|are|is) ([a-z]+)\W*$",
    re.IGNORECASE,
)


def _is_class_of_people(word: str) -> bool:
    is_person = names_people(stem(word)) or word in _YOUNG
    return is_person and not word.endswith("ed")


_YOUNG = ("children", "minors", "women", "men", "civilians", "foreigners")


# Verbs that are things before a plural: "how many border crossings", "how many guard posts"
_ALSO_THINGS = frozenset("border guard lead live".split())
_HELPERS = frozenset(
    "is are was were do does did has have had will would can could may might must shall "
    "should".split()
)


def _is_plural(of: list[Word]) -> bool:
    return any(
        word.text.islower()
        and word.text.endswith("s")
        and not word.text.endswith(("ss", "us", "is"))
        and word.text not in stop_words()
        and word.text not in _VERBS
        for word in of
    )


def _is_article(of: list[Word]) -> bool:
    return any(word.text.lower() in ("the", "a", "an", "its", "their") for word in of[:1])


def _is_helper(of: list[Word]) -> bool:
    return any(word.text.lower() in _HELPERS for word in of)


def _is_done(after: list[Word]) -> bool:
    """Whether "how many" is followed by a verb: "how many opted for India"."""
    verb = after[0]
    counted = synonym_classes().get(verb.stem, frozenset()) & {"injured", "dead", "people"}
    behind = after[1].text.lower() if len(after) > 1 else "of"
    return verb.text.lower().endswith("ed") and not counted and behind in stop_words()


_VERBS = frozenset(
    "is are was were do does did has have had will would can could take takes took serve serves "
    "border "
    "borders lead leads led join joined send sent died killed live lives guard connects connect "
    "ended left "
    "brought began started own owns belong".split()
)


_OWNS = re.compile(r"\b(?:does|do|did)\s+(?:the\s+)?$", re.IGNORECASE)
_HAS = re.compile(r"['’]?s?(?:\s+(?:army|navy|air force|police|fleet|government))?\s+have\b")
_FORCES = re.compile(r"\s+(?:army|navy|air force|police|fleet|armed forces|military)\b")


def owners_in(text: str, mentions: list[Mention], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Countries whose own men are counted: "does Chad have", "how large is the Chadian army"."""
    return tuple(
        m.key
        for m in mentions
        if gazetteer.places[m.key].kind == "country"
        and (
            (_OWNS.search(text[: m.start]) and _HAS.match(text, m.end))
            or (m.form == "demonym" and _FORCES.match(text, m.end))
        )
    )


def places_of_noun(
    text: str,
    noun: tuple[str, ...],
    mentions: list[Mention],
    tokens: list[Word],
    gazetteer: Gazetteer,
) -> tuple[str, ...]:
    """Places that qualify the noun itself: "Italian" in "how many Italian soldiers"."""
    if not noun:
        return ()
    match = re.search(r"\b(?:how many|which|what)\b", text, re.IGNORECASE)
    if match is None or _WERE_SO.search(text):
        return ()
    head = next((t for t in tokens if t.start >= match.end() and t.stem == noun[-1]), None)
    if head is None:
        return ()
    # "Ukrainians" are who is counted; "Italian" in "Italian soldiers" tells which
    within = [m for m in mentions if match.end() <= m.start < head.start]
    return tuple(m.key for m in within if gazetteer.places[m.key].kind != "group")
