"""What holds of every answer, tried on the seeds with many requests, and a few answers by value."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import open_desk
from bot.briefs.requests import parse
from bot.corpus import read_corpus
from bot.model import Answer, Brief, NoAnswer
from bot.store.load import load

ROOT = Path(__file__).parents[1]

PLACES = (
    *("NATO", "EU", "Russia", "Kaliningrad", "Estonia", "Latvia", "Lithuania", "Poland", "Norway"),
    *("Finland", "Sweden", "Ukraine", "Germany", "United Kingdom", "France", "Czechia", "Denmark"),
    *("Romania", "Bulgaria", "Hungary", "Slovakia", "Canada", "Israel", "Iran", "Jordan", "US"),
    *("Portugal", "Mali", "Atlantis", "the Estonian", "estnia", "Türkiye", "Baltic states"),
)
REQUESTS = (
    "/borders",
    "/missions",
    "/source",
    *(f"/borders {place}" for place in PLACES),
    *(f"/borders country:{place} with:Russia" for place in PLACES),
    *(f"/missions country:{place}" for place in PLACES),
    *(f"/missions status:{status}" for status in ("proposed", "planned", "active", "ended")),
    *(f"/missions {name}" for name in ("Eastern Sentry", "estern sentri", "air policing", "Zapad")),
    *(f"/source {words}" for words in ("hypersonic", "air policing", "deterrence", "bananas")),
    "How long is the border between NATO and Russia?",
    "How many Eurofighters does Germany contribute?",
    "How many personnel does the U.K. send?",
    "Who leads the Ukraine Contact Group?",
    "When was Eastern Sentry launched?",
    "Which countries border Russia?",
    "Is Ukraine a NATO member?",
    "Where are the MiG-31 planes stationed?",
    "How many aircraft carriers does Portugal have?",
    "Who oppose shooting down missiles over Ukraine?",
    "Did Putin announce plans to attack NATO?",
    "How many projectiles did Iran's attack involve?",
    'o"brien AND x:y NEAR(a b) x-y * (',
    "What is the capital of France?",
)


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Answer]:
    """The answer to every request."""
    library = tmp_path_factory.mktemp("library") / "library.db"
    load(ROOT / "seeds", library, lambda *_: None)

    async def ask() -> dict[str, Answer]:
        async with open_desk(library) as desk:
            return {request: await desk.answer(parse(request)) for request in REQUESTS}

    return asyncio.run(ask())


@pytest.fixture(scope="module")
def bodies() -> dict[str, str]:
    """The clean text of every article, by its file."""
    readings = list(read_corpus(ROOT / "seeds"))
    assert [reading.rejected for reading in readings] == [None] * 4
    return {
        reading.file: "\n".join(reading.article.paragraphs)
        for reading in readings
        if reading.article is not None
    }


def briefs(answers: dict[str, Answer]) -> Iterator[tuple[str, Brief]]:
    for request, answer in answers.items():
        if isinstance(answer, Brief):
            yield request, answer


def test_every_quote_is_in_its_article(answers: dict[str, Answer], bodies: dict[str, str]) -> None:
    stray = [
        (request, citation.quote)
        for request, brief in briefs(answers)
        for citation in brief.citations
        if citation.quote not in bodies[citation.file]
    ]
    assert stray == []


def test_every_figure_of_a_claim_is_in_its_quotes(answers: dict[str, Answer]) -> None:
    figure = re.compile(r"\d+(?:[.,]\d+)*")
    stray = []
    for request, brief in briefs(answers):
        for claim in brief.claims:
            quotes = " ".join(citation.quote for citation in claim.citations)
            said = set(figure.findall(re.sub(r"\(≈[^)]*\)", "", claim.text)))
            if said - set(figure.findall(quotes)):
                stray.append((request, claim.text))
    assert stray == []


def test_every_name_of_a_claim_is_in_its_quotes(answers: dict[str, Answer]) -> None:
    name = re.compile(r"(?<![.?!:] )(?<!^)\b[A-Z][\w-]+")
    stray = []
    for request, brief in briefs(answers):
        for claim in brief.claims:
            quotes = " ".join(citation.quote for citation in claim.citations)
            stray += [
                (request, word, claim.text)
                for word in name.findall(claim.text)
                if word not in quotes
            ]
    assert stray == []


def test_a_footnote_of_a_retelling_opens_the_page_as_a_whole(answers: dict[str, Answer]) -> None:
    links = {(one.link, one.url) for _, brief in briefs(answers) for one in brief.citations}
    assert links
    assert all(link == url for link, url in links)


def test_what_the_seeds_do_not_tell_is_said_to_be_so(answers: dict[str, Answer]) -> None:
    silent = {request for request, answer in answers.items() if isinstance(answer, NoAnswer)}
    assert silent >= {
        "/borders Portugal",
        "/borders Mali",
        "/borders country:Portugal with:Russia",
        "/missions Zapad",
        "/missions country:Portugal",
        "/missions country:Mali",
        "/source bananas",
        "How many aircraft carriers does Portugal have?",
        "What is the capital of France?",
    }


@pytest.mark.parametrize(
    ("request_line", "said"),
    [
        ("/borders country:NATO with:Russia", "754 miles (≈ 1,213 km)"),
        ("/borders estnia", "Estonia and Latvia border Russia."),
        ("/borders the Estonian", "Estonia and Latvia border Russia."),
        ("/borders Kaliningrad", "shares no borders with Russia"),
        ("/missions estern sentri", "launched in September"),
        ("/missions country:Poland", "Eastern Sentry"),
        ("How many personnel does the U.K. send?", "300 Royal Air Force personnel"),
        ("How many Eurofighters does Germany contribute?", "four Eurofighter jets"),
        ("When was Eastern Sentry launched?", "launched in September"),
        ("Is Ukraine a NATO member?", "Ukraine is not a NATO member"),
        ("Where are the MiG-31 planes stationed?", "Chkalovsk airfield"),
        ("How many projectiles did Iran's attack involve?", "over 300 projectiles"),
    ],
)
def test_what_the_seeds_tell_is_found(
    request_line: str, said: str, answers: dict[str, Answer]
) -> None:
    answer = answers.get(request_line)
    assert isinstance(answer, Brief)
    assert any(said in claim.text for claim in answer.claims), [c.text for c in answer.claims]


def test_a_place_that_does_not_exist_has_no_borders(answers: dict[str, Answer]) -> None:
    assert isinstance(answers["/borders Atlantis"], NoAnswer)


def test_the_border_of_two_sources_names_both(answers: dict[str, Answer]) -> None:
    brief = answers["/borders Latvia"]
    assert isinstance(brief, Brief)
    assert {
        "nato-air-policing-over-estonia.md",
        "russia-hypersonic-missiles-in-kaliningrad.md",
    } <= {citation.file for citation in brief.citations}
