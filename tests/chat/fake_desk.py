"""A desk written by hand: it answers about invented places and records what was asked."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from bot.briefs.requests import COMMANDS
from bot.model import (
    About,
    Answer,
    Brief,
    Choice,
    Citation,
    Claim,
    CommandSpec,
    NoAnswer,
    Note,
    Pointer,
    PublishedDate,
    Request,
)

PLACES = ("Arlen", "Torva", "Belmar", "Upper Belmar", "Sorrel Islands")


def citation(number: int, quote: str, **other: object) -> Citation:
    """A citation of an invented article; any field may be set."""
    plain = Citation(
        number=number,
        article_id=f"{number:012x}",
        file=f"{number}.md",
        title=f"Article {number} on Arlen",
        publisher="The Torva Post",
        url=f"https://torva.example/{number}",
        published=PublishedDate(2023, 3, number % 28 + 1),
        quote=quote,
        link=f"https://torva.example/{number}#:~:text=the%20border",
    )
    return replace(plain, **other)  # type: ignore[arg-type]


def brief(request: Request, claims: list[tuple[str, str | None]], **other: object) -> Brief:
    """A brief whose claims are (text, heading), each with a citation of its own."""
    citations = tuple(citation(number, text) for number, (text, _) in enumerate(claims, 1))
    plain = Brief(
        request=request,
        key=request,
        title="Borders: Arlen",
        claims=tuple(
            Claim(text, (cited,), heading)
            for (text, heading), cited in zip(claims, citations, strict=True)
        ),
        notes=(),
        citations=citations,
        as_of=PublishedDate(2023, 3, 6),
        corpus="c0ffee",
    )
    return replace(plain, **other)  # type: ignore[arg-type]


@dataclass
class FakeDesk:
    """Answers from five invented places.

    `seconds` delays every answer, `broken` makes every call fail, `gone` empties the library,
    `corpus` names it.
    """

    seconds: float = 0.0
    broken: Exception | None = None
    gone: bool = False
    corpus: str = "c0ffee"
    asked: list[Request] = field(default_factory=list)
    completed: list[tuple[str, str, str, dict[str, str]]] = field(default_factory=list)
    offers: tuple[Choice, ...] | None = None
    table: tuple[CommandSpec, ...] = COMMANDS

    async def commands(self) -> tuple[CommandSpec, ...]:
        return self.table

    async def answer(self, request: Request) -> Answer:
        self.asked.append(request)
        if self.seconds:
            await asyncio.sleep(self.seconds)
        if self.broken is not None:
            raise self.broken
        answers = {
            "borders": self._borders,
            "missions": self._missions,
            "source": self._source,
            "ask": self._ask,
        }
        return answers.get(request.command, self._borders)(request)

    def remembers(self, request: Request) -> bool:
        return request in self.asked

    async def complete(
        self, command: str, option: str, text: str, given: Mapping[str, str]
    ) -> tuple[Choice, ...]:
        self.completed.append((command, option, text, dict(given)))
        if self.broken is not None:
            raise self.broken
        if self.offers is not None:
            return self.offers
        return tuple(Choice(place, place) for place in PLACES if text.lower() in place.lower()) or (
            Choice(PLACES[0], PLACES[0]),
        )

    async def about(self) -> About:
        if self.broken is not None:
            raise self.broken
        return About(
            version="0.1.0",
            articles=16,
            publishers=("Arlen Wire", "The Torva Post"),
            oldest=PublishedDate(2015, 11),
            newest=PublishedDate(2025, 10, 3),
            undated=2,
            corpus="c0ffee",
            facts=54,
        )

    def _borders(self, request: Request) -> Answer:
        country = request.option("country") or "Arlen"
        if self.gone or country.casefold() not in {place.casefold() for place in PLACES}:
            return NoAnswer(
                request,
                "The articles don't say",
                f"Nothing in the 16 articles reports on the borders of {country}.",
                "c0ffee",
                suggestions=("Arlen", "Torva"),
                see_also=(
                    Pointer("0" * 12, "Arlen votes", None, None, "https://torva.example/votes"),
                ),
            )
        claims: list[tuple[str, str | None]] = [
            (f"{country} borders Torva.", "Neighbours"),
            ("The border is about 754 miles (≈ 1,213 km) long.", "Lengths"),
            ("A drone crossed it, the ministry said.", "Incidents"),
        ]
        made = brief(request, claims, title=f"Borders: {country}", subtitle="2 articles")
        both = made.citations[:2]
        return replace(
            made, notes=(Note("sources_differ", "Another source gives no length.", both),)
        )

    def _missions(self, request: Request) -> Answer:
        if self.gone:
            return NoAnswer(request, "The articles don't say", "Nothing is loaded.", "c0ffee")
        claims: list[tuple[str, str | None]] = [
            (f"Operation Heron {word} patrols the Sorrel Islands.", "Active")
            for word in "one two three four five six seven eight nine ten eleven twelve".split()
        ] * 2
        return brief(request, claims, title="Missions", corpus=self.corpus)

    def _source(self, request: Request) -> Answer:
        made = brief(request, [("Arlen and Torva opened a crossing.", None)], title="A crossing")
        return replace(
            made,
            see_also=(Pointer("1" * 12, "Torva votes", "Arlen Wire", PublishedDate(2024), None),),
        )

    def _ask(self, request: Request) -> Answer:
        question = request.option("question") or ""
        if "carrier" in question:
            return NoAnswer(
                request,
                "The articles don't say",
                "One article is about Heron, but gives no number of carriers.",
                "c0ffee",
            )
        return brief(request, [("The force has 1,500 troops.", None)], title=question)
