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
SETS = (
    "tune_a",
    "tune_b",
    "tune_c",
    "tune_d",
    "tune_e",
    "tune_f",
    "tune_g",
    "tune_h",
    "tune_i",
    "tune_j",
    "tune_k",
    "tune_l",
    "tune_n",
    "tune_o",
    "tune_p",
    "tune_r",
    "tune_s",
    "held_m",
)


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A gold set and what Footnote makes of it. `readings` are by the name of the file."""

    name: str
    articles: Sequence[Mapping[str, Any]]
    readings: Mapping[str, FileReading]
    asked: Sequence[tuple[Mapping[str, Any], Answer]]
    library: Path


@pytest.fixture(scope="session", params=SETS)
def gold(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> GoldSet:
    folder = HERE / request.param
    wanted = json.loads((folder / "gold.json").read_text("utf-8"))
    library = tmp_path_factory.mktemp(request.param) / "library.db"
    load(folder / "articles", library, lambda *_: None)

    async def ask() -> list[tuple[Mapping[str, Any], Answer]]:
        async with Library(library) as opened:
            desk = LibraryDesk(opened)
            return [(one, await desk.answer(parse(one["text"]))) for one in wanted["questions"]]

    return GoldSet(
        name=request.param,
        articles=wanted["articles"],
        readings={
            reading.file.partition("#")[0]: reading for reading in read_corpus(folder / "articles")
        },
        asked=asyncio.run(ask()),
        library=library,
    )
