"""How well /check reads messages: nothing wrong may be called supported or contradicted.

`python -m tests.briefs.checking.test_checked_messages` measures on all messages and prints what is
missed; the test takes a share of them, to be quick. The messages of `two.txt` were written after
the rules for `one.txt` stood, those of `three.txt` when both were mended; those of `four.txt` and
`five.txt` are about articles of their own, each written before the rules of its day. Rules were
mended on all since.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.briefs.checking.check import findings_of
from bot.briefs.checking.findings import Finding
from bot.chat.said import plain
from bot.store.library import Library
from bot.store.load import load

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "gold"
CHECKED = HERE / "checked"
BENCHES = {
    "one": (GOLD / "tune_a" / "articles", GOLD / "tune_i" / "articles"),
    "two": (GOLD / "tune_j" / "articles", GOLD / "tune_k" / "articles"),
    "three": (GOLD / "tune_e" / "articles",),
    "four": (CHECKED / "four",),
    "five": (CHECKED / "five",),
}
FLOORS = [("three", 1, 0.8, 0.6), ("four", 2, 0.4, 0.4), ("five", 1, 0.55, 0.6)]
"""Bench, every so manieth message, and the least recall of supported and of contradicted."""
_MARK = re.compile(r"⟦([SCN]\??):\s*(.*?)⟧", re.DOTALL)


@dataclass(slots=True)
class Measured:
    """What a check called supported (S) or contradicted (C) of what should be."""

    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    right: dict[str, int] = field(default_factory=lambda: {"S": 0, "C": 0})
    wanted: dict[str, int] = field(default_factory=lambda: {"S": 0, "C": 0})

    def recall(self, verdict: str) -> float:
        return self.right[verdict] / max(1, self.wanted[verdict])


def messages(bench: str, step: int) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every so manieth message of a bench: its text, and its statements with their verdicts."""
    blocks = re.split(r"(?m)^%\n", (CHECKED / f"{bench}.txt").read_text("utf-8"))[1:]
    return [
        (
            plain(_MARK.sub(lambda match: match[2], block)),
            [(match[1], match[2]) for match in _MARK.finditer(block)],
        )
        for block in blocks[::step]
    ]


def measured(bench: str, folder: Path, step: int = 1) -> Measured:
    """How well the messages of a bench are checked against its articles."""
    corpus = folder / bench
    for articles in BENCHES[bench]:
        shutil.copytree(articles, corpus, dirs_exist_ok=True)
    load(corpus, folder / f"{bench}.db", lambda *_: None)
    some = messages(bench, step)

    async def ask() -> list[list[Finding]]:
        async with Library(folder / f"{bench}.db") as library, library.view() as view:
            return [await findings_of(view, text) for text, _ in some]

    result = Measured()
    for (_, marks), findings in zip(some, asyncio.run(ask()), strict=True):
        _tally(result, marks, findings)
    return result


def _tally(result: Measured, marks: Sequence[tuple[str, str]], findings: Sequence[Finding]) -> None:
    met = set()
    for finding in findings:
        verdict = "S" if finding.supporting else "C" if finding.contradicting else "N"
        said = _bare(finding.statement)
        over = [mark for mark in marks if _bare(mark[1]) in said or said in _bare(mark[1])]
        tags = {tag for tag, _ in over}
        if (verdict == "S" and not (tags and tags <= {"S", "S?"})) or (
            verdict == "C" and tags.isdisjoint({"C", "C?"})
        ):
            result.wrong.append(f"{verdict} {finding.statement}")
        met |= {mark for mark in over if mark[0] == verdict}
    for mark in marks:
        if mark[0] in result.wanted:
            result.wanted[mark[0]] += 1
            result.right[mark[0]] += mark in met
            if mark not in met:
                result.missed.append(" ".join(mark))


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().lower()


@pytest.mark.parametrize(("bench", "step", "supported", "contradicted"), FLOORS)
def test_nothing_wrong_is_called_supported_or_contradicted(
    tmp_path: Path, bench: str, step: int, supported: float, contradicted: float
) -> None:
    result = measured(bench, tmp_path, step)
    assert result.wrong == []
    assert result.recall("S") >= supported, result.missed
    assert result.recall("C") >= contradicted, result.missed


if __name__ == "__main__":
    for bench in sys.argv[1:] or BENCHES:
        with tempfile.TemporaryDirectory() as folder:
            shown = measured(bench, Path(folder))
        print(*(f"missed {one}" for one in shown.missed), sep="\n")
        print(*(f"WRONG {one}" for one in shown.wrong), sep="\n")
        print(f"{bench}: right {shown.right} of {shown.wanted}, wrong {len(shown.wrong)}")
