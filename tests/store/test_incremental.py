"""A load that goes on from what an earlier one left comes to what a load from nothing comes to."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.contents import differences
from tests.store.corpora import loaded, write

SENTENCES = (
    "Malawi borders Tanzania, Mozambique and Zambia.",
    "The border between Malawi and Zambia is 847 kilometres long.",
    "The border between Malawi and Zambia is 1,200 kilometres long, an atlas says.",
    "The mission Silver Lantern began in May and is led by Ghana.",
    "Operation Silver Lantern is a military operation of the African Union in Zambia.",
    "Soldiers of Silver Lantern patrol the frontier with Mozambique.",
    "Lantern will be extended until December, the defence ministry said.",
    "The United Nations mission UNOMB ended on Thursday.",
    "UNOMB (United Nations Observer Mission in Bougainville) had 200 soldiers.",
    "The exercise Guardian took place in Kenya; troops of Uganda took part in it.",
    "Guardian 2019 is a naval exercise off the coast of Tanzania.",
    "Rain fell on the market and nobody bought umbrellas.",
)
FOOTER = "The Courier reports from the region every day"
BANNER = "By candlelight or by day, along every border"  # of all publishers
PUBLISHERS = ("Lilongwe Courier", "Coral Wire", "Zambezi Post")
DATES = ("03/04/2019", "25/04/2019", "04/25/2019", "9 March 2018", "05/06/2020")
NAMES = ("a.txt", "b.txt", "c.md", "d/e.txt", "d/f.md", "g.jsonl", "h.txt", "i.txt")


def article(chance: random.Random, name: str) -> str:
    """A file of a corpus in which lines recur, dates are ambiguous and articles stand twice."""
    if name.endswith(".jsonl"):
        return "\n".join(
            f'{{"title": "Record {number}", "source": "{chance.choice(PUBLISHERS)}", '
            f'"content": "{" ".join(chance.sample(SENTENCES, 3))}"}}'
            for number in range(chance.randint(0, 3))
        )
    body = chance.sample(SENTENCES, chance.randint(1, 5))
    if chance.random() < 0.3:
        body = list(SENTENCES[:5])  # so that the same article stands in several files
    publisher = chance.choice(PUBLISHERS)
    if name.endswith(".md"):
        head = f"---\ntitle: Of the lake\npublisher: {publisher}\nlanguage: en\n---\n"
    else:
        head = f"Of the lake and its shores\n\n{publisher} | {chance.choice(DATES)}\n\n"
    ends = f"\n\n{FOOTER}" if chance.random() < 0.6 else ""
    body[1:1] = [f"\n\n{BANNER}\n\n"] * (chance.random() < 0.6)
    return head + " ".join(body[:2]) + "\n\n" + " ".join(body[2:]) + ends + "\n"


def change(chance: random.Random, folder: Path) -> None:
    """One thing that happens to a folder between two loads."""
    there = sorted(path for path in folder.rglob("*") if path.is_file())
    deed = chance.choice(("write", "write", "write", "remove", "rename", "touch", "copy"))
    name = chance.choice(NAMES)
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    if deed == "write" or len(there) < 3:
        write(folder, {name: article(chance, name)})
        return
    some = chance.choice(there)
    if deed == "remove":
        some.unlink()
    elif deed == "touch":
        os.utime(some, ns=(chance.randrange(10**18), chance.randrange(10**18)))
    elif some.suffix == target.suffix and some != target:
        (shutil.copyfile if deed == "copy" else os.replace)(some, target)


def begin(place: Path, chance: random.Random) -> Path:
    """A folder with some files that stay, so that no load loses most of its articles."""
    folder = write(place / "corpus", {name: article(chance, name) for name in NAMES[:6]})
    staying = {
        f"z/{number}.txt": f"Stays {number}\n\nOf {one}, {number} and so on. {one} {other}\n\n"
        f"{BANNER}\n\nSo {number} borders it is, and so it stays.\n"
        for number, (one, other) in enumerate(zip(SENTENCES[:-1:2], SENTENCES[1::2], strict=False))
    }
    return write(folder, staying)


@settings(max_examples=10, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_any_changes_of_a_folder_come_to_what_a_load_from_nothing_comes_to(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(seed)
    place = tmp_path_factory.mktemp("folder")
    folder = begin(place, chance)
    for _ in range(3):
        loaded(folder, place / "library.db")
        for _ in range(chance.randint(1, 3)):
            change(chance, folder)
    grown = loaded(folder, place / "library.db")
    anew = loaded(folder, place / "anew.db")
    assert differences(place / "library.db", place / "anew.db") == []
    assert (grown.rejected, grown.corpus, grown.duplicates) == (
        anew.rejected,
        anew.corpus,
        anew.duplicates,
    )
