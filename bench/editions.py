"""Corpora for measurements: as many articles as wanted, in editions that can be told apart.

Every article of an edition names it, so that a library of which some articles come from one
edition and some from another gives itself away.
"""

from __future__ import annotations

import random
from pathlib import Path

STATES = (
    "Bolivia Chile Peru Paraguay Uruguay Ecuador Colombia Zambia Malawi Angola Namibia Botswana "
    "Laos Cambodia Thailand Vietnam Myanmar Mongolia Nepal Bhutan Georgia Armenia Turkey Iran"
).split()
_WORDS = (
    "ministry convoy harbour council patrol village harvest bridge survey delegation market "
    "station railway glacier customs ferry archive meeting estimate season transfer"
).split()


def text(number: int, edition: int) -> str:
    """One article, the same for the same numbers; an edition changes its figures and its mark."""
    drawn = random.Random(number)
    one, other = drawn.sample(STATES, 2)
    filler = " ".join(
        f"The {drawn.choice(_WORDS)} near the {drawn.choice(_WORDS)} was discussed by the "
        f"{drawn.choice(_WORDS)} for {drawn.randint(2, 90)} days."
        for _ in range(14)
    )
    length = 100 + number % 800 + edition
    return (
        f"---\ntitle: Survey {number} of {one}\npublisher: Bench Wire\n"
        f"url: https://wire.example/{number}\npublished: 2019-{number % 12 + 1:02}-07\n"
        f"language: en\n---\n"
        f"{one} borders {other}, report {number} of edition {edition} says. "
        f"The border between {one} and {other} is {length} kilometres long.\n\n"
        f"{filler}\n\nOperation Lantern {number % 40} began in {one} in 2018 with {length} "
        f"soldiers, the ministry said.\n"
    )


def write(folder: Path, count: int, edition: int) -> Path:
    """Writes an edition of so many articles over the one that is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        part = folder / f"{number // 500:03}"
        part.mkdir(exist_ok=True)
        (part / f"{number:05}.md").write_text(text(number, edition), encoding="utf-8")
    return folder
