"""What is said of a mission is held against all that its articles tell of it, named or not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.briefs.checking.check import findings_of
from bot.model import Brief
from bot.store.library import Library
from tests.briefs.desks import answers_to, article, library_of

FILES = {
    "angola1996.md": article(
        "Angola: a slow year for the blue helmets", "Benguela Post", "1996-03-02",
        "The United Nations Angola Verification Mission, UNAVEM, began its work in February 1995. "
        "Alioune Blondin Beye, a diplomat from Mali, leads the mission. A Zimbabwean major general "
        "commands its troops; before him it was a Nigerian.",
        "It has about 6,500 soldiers from 31 countries. India has the largest contingent. Its "
        "first 300 soldiers had come from Uruguay. Portugal sent no police officers to UNAVEM.",
        "Its mandate runs until 8 May 1996. The mission's headquarters are in Luanda. The mission "
        "may have up to 7,000 soldiers.",
        "Angola borders Namibia, Zambia, the Democratic Republic of the Congo and the Republic of "
        "the Congo. Cabinda, an Angolan exclave, lies further north.",
    ),
    "angola1997.md": article(
        "A smaller mission for Angola", "Benguela Post", "1997-07-01",
        "UNAVEM ended on 30 June 1997. It was replaced by MONUA, the United Nations Observer "
        "Mission in Angola. MONUA is to have 240 observers.",
        "UNAVEM was replaced by MONUA after 29 months. Some officials think that MONUA is led from "
        "New York.",
    ),
    "angola1999.md": article(
        "The last mission in Angola", "Benguela Post", "1999-02-24",
        "MONUA closes on Friday, and its last observers leave Angola. It had been set up in June "
        "1997 and took over from the older UNAVEM a day later.",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield library_of(tmp_path_factory.mktemp("missions"), FILES)


def verdict_on(library: Path, statement: str) -> str:
    async def ask() -> str:
        async with Library(library) as opened, opened.view() as view:
            found = await findings_of(view, statement)
        tags = {
            "supported" if one.supporting else "contradicted" if one.contradicting else "open"
            for one in found
        }
        return " ".join(sorted(tags))

    return asyncio.run(ask())


@pytest.mark.parametrize(
    "statement",
    [
        "UNAVEM was led by Alioune Blondin Beye.",
        "A Zimbabwean commands UNAVEM's soldiers.",
        "UNAVEM has 6,500 troops.",
        "UNAVEM started in 1995.",
        "UNAVEM ended in June 1997.",
        "India had the biggest contingent in UNAVEM.",
        "UNAVEM's base is in Luanda.",
        "MONUA replaced UNAVEM.",
        "Angola has four neighbours.",
        "Angola doesn't border Botswana.",
        "Cabinda belongs to Angola.",
    ],
)
def test_what_is_told_of_a_mission_without_its_name_supports(library: Path, statement: str) -> None:
    assert verdict_on(library, statement) == "supported"


@pytest.mark.parametrize(
    "statement",
    [
        "UNAVEM was led by Lakhdar Brahimi.",
        "An Indian general commands UNAVEM's soldiers.",
        "UNAVEM has 1,200 soldiers.",
        "UNAVEM started in 1991.",
        "UNAVEM ended in 1999.",
        "UNAVEM is still in Angola.",
        "Brazil had the largest contingent in UNAVEM.",
        "UNAVEM's headquarters are in Lobito.",
        "UNAVEM replaced MONUA.",
        "MONUA was set up in 1995.",
        "Portugal sent police officers to UNAVEM.",
        "UNAVEM may have up to 12,000 soldiers.",
        "Angola borders Botswana.",
        "Angola has six neighbours.",
        "Cabinda belongs to Gabon.",
        "Botswana borders Angola.",
    ],
)
def test_what_cannot_be_true_beside_it_contradicts(library: Path, statement: str) -> None:
    assert verdict_on(library, statement) == "contradicted"


@pytest.mark.parametrize(
    "statement",
    [
        "UNAVEM was commanded by a Nigerian.",  # once it was
        "Mali leads UNAVEM.",  # a man from Mali does
        "Kofi Annan commanded UNAVEM's troops.",  # who else did, nobody tells
        "UNAVEM had 1,200 soldiers in 1991.",
        "UNAVEM had 7,100 soldiers at its peak.",
        "UNAVEM has 400 police officers.",
        "Uruguay had the first contingent in UNAVEM.",
        "Spain sent police officers to UNAVEM.",
        "MONUA has 500 observers.",  # it is only to have some
        "MONUA is led from Luanda.",
        "UNAVEM was set up in June 1997.",  # that was the other one
        "MONUA has closed.",  # it is to
        "MONUA closed on 19 February 1999.",
        "UNAVEM's headquarters were in Luanda in 1990.",
        "UNAVEM has 6,500 soldiers and 900 engineers.",
        "The African Union mission in Angola began in 1991.",
        "The UN mission in Angola began in 1991.",  # there are two
        "MONUA replaced UNAVEM in Luanda.",
        "Zambia borders Botswana.",
        "Angola borders Cabinda.",
        "Cabinda belonged to Portugal.",
        "Cabinda is part of Africa.",
    ],
)
def test_what_may_be_of_another_time_or_part_stays_open(library: Path, statement: str) -> None:
    assert verdict_on(library, statement) == "open"


def test_the_newest_report_decides_and_the_older_one_is_named(tmp_path: Path) -> None:
    files = {
        "1995.md": article(
            "Quiet months in Angola", "Benguela Post", "1996-03-02",
            "The Security Council heard of quiet months in Angola. UNAVEM is still in Angola, and "
            "the United Nations mission UNAVEM has disarmed few fighters.",
        ),
        "1996.md": article(
            "Farewell in Luanda", "Lobito Review", "1997-07-01",
            "UNAVEM, the United Nations mission, left Angola on 30 June 1997. The Security Council "
            "thanked its soldiers.",
        ),
    }  # fmt: skip
    line = "/check UNAVEM is still in Angola."
    answer = answers_to(library_of(tmp_path, files), [line])[line]
    assert isinstance(answer, Brief)
    assert answer.title == "Checked: 1 contradicted"
    assert [claim.citations[0].file for claim in answer.claims] == ["1996.md"]
    (note,) = (note for note in answer.notes if note.kind == "superseded")
    assert note.text.startswith("Earlier reports still said")
    assert [citation.file for citation in note.citations] == ["1995.md"]
