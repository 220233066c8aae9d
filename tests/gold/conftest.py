"""The gold sets, each read, loaded and asked once for all tests of this folder."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.briefs.desk import LibraryDesk
from bot.briefs.requests import parse
from bot.corpus import read_corpus
from bot.model import Answer, FileReading
from bot.store.library import Library
from bot.store.load import load

HERE = Path(__file__).parent
# Twelve articles that others wrote to show what is asked for lie beside the checkout of those who
# maintain Footnote; they are not the project's to ship.
BESIDE = HERE.parents[2] / "shared"
OPEN_SAMPLE = "open_sample"
SETS = (*sorted(path.parent.name for path in HERE.glob("*/gold.json")), OPEN_SAMPLE)


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A gold set and what Footnote makes of it. `readings` are by the name of the file."""

    name: str
    articles: Sequence[Mapping[str, Any]]
    readings: Mapping[str, FileReading]
    asked: Sequence[tuple[Mapping[str, Any], Answer]]
    library: Path


def places_of(name: str) -> tuple[Path, Path]:
    """The folder of a set's articles, and the file of what people read and answered."""
    if name == OPEN_SAMPLE:
        return BESIDE / name, BESIDE / f"{name}_gold.json"
    return HERE / name / "articles", HERE / name / "gold.json"


@pytest.fixture(scope="session", params=SETS)
def gold(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> GoldSet:
    articles, gold_file = places_of(request.param)
    if not gold_file.exists():
        pytest.skip("the open sample is not beside the checkout")
    wanted = json.loads(gold_file.read_text("utf-8"))
    library = tmp_path_factory.mktemp(request.param) / "library.db"
    load(articles, library, lambda *_: None)

    async def ask() -> list[tuple[Mapping[str, Any], Answer]]:
        async with Library(library) as opened:
            desk = LibraryDesk(opened)
            return [(one, await desk.answer(parse(one["text"]))) for one in wanted["questions"]]

    return GoldSet(
        name=request.param,
        articles=wanted["articles"],
        readings={reading.file.partition("#")[0]: reading for reading in read_corpus(articles)},
        asked=asyncio.run(ask()),
        library=library,
    )
