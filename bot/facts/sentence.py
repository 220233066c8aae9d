"""A sentence as it is read: the passage with the places and missions that it speaks of. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage with what it speaks of. Places and missions are in order of mention."""

    passage: Passage
    mentions: tuple[Mention, ...]
    named: tuple[Named, ...]
    focus_places: tuple[str, ...]
    focus_missions: tuple[str, ...]
    stance: Stance

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mention.key for mention in self.mentions))

    @property
    def countries(self) -> tuple[str, ...]:
        """The places without the organisations."""
        return tuple(key for key in self.places if key not in BODIES)

    @property
    def missions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(named.key for named in self.named))

    def without_the_unnamed(self) -> Sentence:
        """The sentence as readers of the library know it: with missions that have a name."""
        if UNNAMED not in (*self.missions, *self.focus_missions):
            return self
        return replace(self, named=(), focus_missions=())
