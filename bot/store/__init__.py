"""What is kept: the library (the index of the corpus) and the ledger.

The values and the protocol here are the seam: plain words in, ordered results out. No FTS5
syntax, no score and no row id crosses it, so that another engine can stand behind it.
"""

from __future__ import annotations

import functools
import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from bot.language.places import Gazetteer
from bot.model import (
    About,
    Article,
    Fact,
    FactKind,
    Passage,
    PublishedDate,
    Stance,
    Topic,
    newest,
)

FORM: Final = 3
"""The form of the library's tables, kept in the file: raise it with every change of library.sql.
A library of an older form is made anew from the articles, one of a newer form is refused."""

_LATEST: Final = 400

AT_A_BORDER: Final = 4
"""A fact with a `turn` below it is on a border of the place, another only names the place."""


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A sentence with what it speaks of: what it names, and what it refers to (its focus)."""

    passage: Passage
    places: tuple[str, ...]
    focus_places: tuple[str, ...]
    missions: tuple[str, ...]
    focus_missions: tuple[str, ...]
    stance: Stance


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """An article without its text: what lists, footnotes and autocomplete need.

    `story` is the id of the original where several articles are versions of one; `superseded_by`
    that of the latest version by the same publisher, where this is an earlier one.
    """

    id: str
    file: str
    title: str
    title_given: bool
    publisher: str | None
    url: str | None
    published: PublishedDate | None
    original: str | None
    reader_note: str | None
    paraphrased: bool
    about_states: bool
    story: str | None = None
    superseded_by: str | None = None


@dataclass(frozen=True, slots=True)
class ToldAgain:
    """A sentence as another version of its story has it; `changed` if that is an earlier one that
    gives other figures."""

    passage: Passage
    changed: bool


@dataclass(frozen=True, slots=True)
class KnownMission:
    """A mission that the corpus names, with all its names."""

    key: str
    name: str
    kind: str | None
    names: tuple[str, ...]
    publishers: int = 0
    """How many tell of it."""


class Cards(dict[str, ArticleCard]):
    """The articles of a library by id, in order of file. Nobody changes them."""

    @functools.cached_property
    def newest(self) -> PublishedDate | None:
        """The newest date of any article."""
        return newest([card.published for card in self.values()])

    @functools.cached_property
    def latest(self) -> Sequence[str]:
        """The ids of the articles with the newest dates, newest first, then by file."""
        dated = ((card.published, card) for card in self.values() if card.published)
        some = heapq.nsmallest(
            _LATEST, dated, key=lambda one: ([-part for part in one[0].order], one[1].file)
        )
        return tuple(card.id for _, card in some)

    def sort(self) -> None:
        """Finds what is newest and latest, which takes a while for many articles."""
        _ = self.newest, self.latest


class Missions(dict[str, KnownMission]):
    """The missions of a library by key. Nobody changes them, so that they can be the key of a
    cache: what is made of all their names is made once."""

    __hash__ = object.__hash__  # type: ignore[assignment]


class View(Protocol):
    """One generation of the library. All of an answer is built on one view.

    What several versions of a story say is found once, in the version that leads; superseded
    versions are found by nothing but their id.

    `number` tells generations apart: a later one has a higher number.
    """

    number: int
    gazetteer: Gazetteer
    missions: Missions
    cards: Cards
    topics: Mapping[str, Topic]
    corpus: str

    async def about(self) -> About: ...

    async def article(self, article_id: str) -> Article | None: ...

    async def contents(self) -> Mapping[str, str]:
        """By article id, a hash of all that a reader is shown of the article."""
        ...

    async def passages(self, article_id: str) -> Sequence[ReadPassage]:
        """The sentences of an article in order."""
        ...

    async def passages_of(self, articles: Sequence[str]) -> Mapping[str, Sequence[ReadPassage]]:
        """The sentences of some articles, in the order in which these are named."""
        ...

    async def told_again(self, article_id: str) -> Mapping[int, Sequence[ToldAgain]]:
        """By number, the sentences of an article that other versions of its story have too."""
        ...

    async def search(
        self, stems: Sequence[str], limit: int, also: Sequence[Sequence[str]] = ()
    ) -> Sequence[ReadPassage]:
        """Sentences that hold any of the stems, and any of each group of `also`, best first."""
        ...

    async def frequencies(self, stems: Sequence[str]) -> Mapping[str, int]:
        """In how many sentences each stem stands; 0 for none."""
        ...

    async def sentence_count(self) -> int: ...

    async def facts_of_place(self, place: str, kinds: Sequence[FactKind]) -> Sequence[Fact]:
        """Facts that name the place, in order of article and sentence: the newest thousand."""
        ...

    async def facts_at_borders_of(
        self, places: Sequence[str], kinds: Sequence[FactKind]
    ) -> Sequence[Fact]:
        """Facts on a border of one of the places, by place, article and sentence. Of each kind so
        many as a card may tell: plain statements before plans and denials, the newest first."""
        ...

    async def facts_naming_both(
        self, left: Sequence[str], right: Sequence[str], kinds: Sequence[FactKind]
    ) -> Sequence[Fact]:
        """As `facts_at_borders_of` the left places, where one of the right is named, too."""
        ...

    async def places_told_of(self) -> frozenset[str]:
        """The places that any fact names."""
        ...

    async def tally_of_places(self, kinds: Sequence[FactKind]) -> Mapping[str, int]:
        """How many facts of these kinds name each place."""
        ...

    async def facts_of_mission(self, mission: str) -> Sequence[Fact]:
        """The facts on a mission: of those that tell the same of it, the newest few."""
        ...

    async def facts_of_missions(self, missions: Sequence[str]) -> Mapping[str, Sequence[Fact]]:
        """By mission, in the order given, what `facts_of_mission` says of each: read at once."""
        ...

    async def facts_of_missions_of_place(self, place: str, missions: int) -> Sequence[Fact]:
        """The newest few facts that name the place, on each of so many missions that most
        publishers tell of, and on missions without a name."""
        ...

    async def facts_of_article(self, article_id: str) -> Sequence[Fact]: ...

    async def facts_of_kinds(self, kinds: Sequence[FactKind], limit: int) -> Sequence[Fact]: ...
