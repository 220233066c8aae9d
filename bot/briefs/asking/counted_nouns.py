"""The nouns that a number counts, and the classes of them: whose number answers for whose. Pure."""

from __future__ import annotations

import re

from bot.language.lexicon import names_people
from bot.language.places import Gazetteer
from bot.language.quantities import Amount
from bot.language.words import alike, stem, synonym_classes, words

# The class of a counted noun → the classes whose numbers answer for it
_WIDER = {
    "people": {"people", "soldiers", "police", "observers", "trainees"},
    "soldiers": {"soldiers", "people"},
    "trainees": {"trainees", "soldiers", "people"},
    "observers": {"observers", "people"},
    "police": {"police"},
}


def counted_class(stem_: str) -> bool:
    """Whether a counted noun is one of those that every report has: people, soldiers, ships."""
    return bool(classes_of(stem_)) or names_people(stem_)


def kinds_behind(text: str, amount: Amount) -> str:
    """The classes of what is counted right behind a number, "" where none is known."""
    for word in words(re.split(r"[;:(),.]", text[amount.end : amount.end + 60], maxsplit=1)[0])[:4]:
        if word.text[:1].isdigit() or word.text.lower() in STOPS:
            break
        if classes := classes_of(word.stem):
            return " ".join(sorted(classes | ({"people"} if classes & ARE_PEOPLE else set())))
    return ""


def classes_of(word: str) -> frozenset[str]:
    """The classes of what reports count that a stem is of."""
    return synonym_classes().get(word, frozenset()) & _COUNTED


def wide(head: str, gazetteer: Gazetteer) -> set[str]:
    """The classes whose numbers answer for a noun that is asked for."""
    classes = set(classes_of(head))
    if not classes and is_demonym(head, gazetteer):
        classes = {"people", "soldiers", "trainees"}
    for name in list(classes):
        classes |= _WIDER.get(name, {name})
    return classes


def is_demonym(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a word is what the people of a country are called."""
    # with an article, since "Poles" alone may be the ends of the earth
    return any(m.form == "demonym" for m in gazetteer.mentions(f"the {word.capitalize()}"))


def no_other_class(head: str, told: str) -> bool:
    """False for what is counted beside each other: nations, ships, people."""
    return not classes_of(head) or not classes_of(told)


def names_them(told: str, head: str) -> bool:
    """Whether a word speaks of those who are counted; that of all says nothing of some."""
    return told == head if head in OWN_WORD else alike(told, head)


_COUNTED = frozenset(
    ("people", "soldiers", "trainees", "police", "observers", "dead", "injured", "countries",
     "aircraft", "ships", "vehicles", "kilometres", "crossings")
)  # fmt: skip
ARE_PEOPLE = frozenset(("people", "soldiers", "trainees", "police", "observers", "dead", "injured"))
HARM = frozenset(("dead", "injured"))
THINGS = frozenset(("countries", "aircraft", "ships", "vehicles", "kilometres", "crossings"))
# What soldiers come in: three of them are no three soldiers
UNITS = frozenset(
    stem(word)
    for word in "contingents battalions companies battlegroups brigades divisions regiments "
    "squadrons platoons detachments".split()
)
FORCES = frozenset(stem(word) for word in "force garrison corps army guard patrol unit".split())
# Some of the people, ships or vehicles only: "women" are not told of by the number of all
OWN_WORD = frozenset(
    stem(word)
    for word in "women civilians children girls boys marines paratroopers cadets sailors pilots "
    "engineers reservists volunteers conscripts mercenaries doctors "
    "tanks helicopters bombers frigates destroyers corvettes submarines".split()
)
# … none of whom, and nothing of which, is a soldier
UNARMED = OWN_WORD - frozenset(
    stem(word)
    for word in "marines paratroopers cadets sailors pilots engineers reservists conscripts".split()
)
PEOPLE = stem("people")
MEMBERS = frozenset((stem("members"),))
PERSONS = frozenset(stem(word) for word in "people person men women human".split())
STOPS = frozenset("and or from to by in at on with while but for of".split())
