"""A sentence as it is read: the passage with the places and missions that it speaks of. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bot.facts.status import Named
from bot.facts.unnamed import UNNAMED
from bot.language.places import Mention
from bot.model import Passage, Stance

# Organisations mark, patrol and discuss the borders of others, and send missions to them.
BODIES = frozenset(
    (
        *("united-nations", "european-union", "nato", "osce", "african-union", "ecowas", "asean"),
        *("sadc", "csto", "arab-league", "organization-of-american-states", "commonwealth"),
        "gulf-cooperation-council",
    )
)


# no full stop, and no row of a table
_A_HEADING = re.compile(r"[^\d|.!?:;…”\"]+")
_HEADING = 8  # words at most


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage with what it speaks of. Places and missions are in order of mention."""

    passage: Passage
    mentions: tuple[Mention, ...]
    named: tuple[Named, ...]
    focus_places: tuple[str, ...]
    focus_missions: tuple[str, ...]
    stance: Stance
    # each is asked for by a dozen rules
    places: tuple[str, ...] = field(init=False, repr=False, compare=False)
    countries: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The places without the organisations."""
    missions: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        places = tuple(dict.fromkeys([mention.key for mention in self.mentions]))
        missions = tuple(dict.fromkeys([named.key for named in self.named]))
        object.__setattr__(self, "places", places)
        object.__setattr__(self, "countries", tuple([key for key in places if key not in BODIES]))
        object.__setattr__(self, "missions", missions)

    def without_the_unnamed(self) -> Sentence:
        """The sentence as readers of the library know it: with missions that have a name."""
        if UNNAMED not in (*self.missions, *self.focus_missions):
            return self
        return replace(self, named=(), focus_missions=())


def is_a_heading(sentence: Sentence) -> bool:
    """Whether a sentence is a heading that names no place: "Keeping away from the border"."""
    text = sentence.passage.text.strip()
    short = len(text.split()) <= _HEADING
    return short and not sentence.places and bool(_A_HEADING.fullmatch(text))
