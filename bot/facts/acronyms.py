"""Which names an article says are of one mission: acronyms and what they stand for, "A, otherwise
known as B". Pure.
"""

from __future__ import annotations

import functools
import re

from bot.facts.cues import table
from bot.facts.mission_name import PROPER, SHORT_NAME, trim


@functools.lru_cache(maxsize=1)
def acronyms() -> re.Pattern[str]:
    """For a word in capitals: whether it is a mission's by its shape alone."""
    return re.compile("(?:" + "|".join(table("missions")["names"]["acronyms"]) + ")(?:-?[IVX]+)?$")


def expansions(text: str) -> dict[str, str]:
    """Acronym → the capitalised phrase that an article explains it by.

    `Kosovo Force (KFOR)`, `KFOR (Kosovo Force)`, `the SADC Preventive Mission, SAPMIL,` and
    `SAPMIL, the SADC Preventive Mission`.
    """
    found = {}
    for match in re.finditer(rf"({PROPER})\s+\(([A-Z][A-Za-z]{{2,}}(?:-[A-Z]+)?)\)", text):
        phrase, acronym = trim(match[1]) or match[1], match[2]
        initials = "".join(word[0] for word in phrase.split() if word[0].isupper())
        if _subsequence(acronym.upper().replace("-", ""), phrase.upper()) and len(initials) >= 2:
            found[acronym] = phrase
        elif acronyms().match(acronym) and _names_a_body().search(phrase):
            found[acronym] = phrase  # the letters of its name in another language: MINUSTAH
    for match in re.finditer(rf"\b([A-Z]{{3,}})\s+\(({PROPER})\)", text):
        if _subsequence(match[1], match[2].upper()):
            found[match[1]] = match[2]
    for match in re.finditer(rf"\b({PROPER})\s+or\s+([A-Z]{{3,9}})\b", text):
        phrase = trim(match[1]) or match[1]  # "the Stabilisation Force or SFOR"
        begins = match[2][0] in {word[0] for word in phrase.split()}
        if begins and _subsequence(match[2], phrase.upper()) and _names_a_body().search(phrase):
            found.setdefault(match[2], phrase)
    for match in _CAPITALS.finditer(text):
        before = text[max(0, match.start() - 150) : match.start()]
        if acronyms().match(match[0]) and (spelt := _SPELT_AS.search(before)):
            phrase = trim(spelt[1]) or spelt[1]
            if _names_a_body().search(phrase):
                found.setdefault(match[0], phrase)
    short = r"([A-Z]{3,9}|[A-Z][a-z]{3,9})\b"
    for phrase, acronym in [
        *re.findall(rf"\b({PROPER}),\s+(?:or\s+)?{short}", text),
        *((b, a) for a, b in re.findall(rf"\b{short},\s+(?:or\s+)?(?:the|an?)\s+({PROPER})", text)),
    ]:
        told = acronym.isupper() or abbreviates(acronym.upper(), phrase)
        if told and _names_a_body().search(phrase):
            found.setdefault(acronym, trim(phrase) or phrase)
    return found


_CAPITALS = re.compile(r"\b[A-Z]{4,}\d?\b")
# "the United Nations Mission in Haiti, which goes by the French acronym" MINUSTAH
_SPELT_AS = re.compile(
    rf"\b({PROPER})(?:,|\s+(?=known\b|called\b|\())[^.;:!?()]{{0,60}}?\b(?:as|acronym|initials|"
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
