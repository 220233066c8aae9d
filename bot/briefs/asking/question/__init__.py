"""Questions: what kind of thing is asked for, about what, and when. Pure but for the names known.

A question is read (`reading`) into the kind of its answer (`kinds`), what the answer must tell
besides (`cues`), what is counted or chosen among (`nouns`), whom and what it names (`names`) and
the terms that a sentence must speak of (`terms`); what makes a sentence an answer of that kind is
in `bot.briefs.asking.answers`.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from bot.briefs.asking.times import Time
from bot.language.words import stop_words, words


class Asked(enum.StrEnum):
    """The kind of thing that a question asks for."""

    COUNT = "count"
    LENGTH = "length"
    HEIGHT = "height"
    AREA = "area"
    DURATION = "duration"
    OFTEN = "often"
    SHARE = "share"
    MONEY = "money"
    DATE = "date"
    WHO = "who"
    WHERE = "where"
    COUNTRY = "country"
    WHICH = "which"
    WHY = "why"
    WHETHER = "whether"
    WHAT = "what"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as read. `text` is its plain form. `terms` are stems that a sentence must
    speak of, without those that `noun`, places, missions and names already hold. `noun` is what
    is counted or chosen among ("soldiers" in "how many soldiers", "countries" in "which
    countries"). `cue` names what an answer must tell besides: "until" or "since" for a date,
    "name" for what a thing is called, "vote" for how many were for and against, "reason" for
    why. `deeds` are the terms that say what is done, `asides` those of a clause that only says
    at what time, `matters` those that only say what kind of a matter a name is ("the Beagle
    dispute"). `successors` are the places behind a "before" that asks for what was there
    earlier: "who led it before Chile?"."""

    text: str
    asked: Asked
    noun: tuple[str, ...]
    terms: tuple[str, ...]
    deeds: tuple[str, ...]
    asides: tuple[str, ...]
    matters: tuple[str, ...]
    places: tuple[str, ...]
    noun_places: tuple[str, ...]
    successors: tuple[str, ...]
    missions: tuple[str, ...]
    names: tuple[str, ...]
    years: tuple[int, ...]
    times: tuple[Time, ...]
    months: tuple[str, ...]
    about_border: bool
    cue: str | None

    @property
    def search_stems(self) -> tuple[str, ...]:
        """All stems worth looking up."""
        stopped = stop_words()
        return tuple(
            dict.fromkeys(w.stem for w in words(self.text) if w.text.lower() not in stopped)
        )
