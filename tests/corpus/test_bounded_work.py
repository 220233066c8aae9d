"""No input makes the cleaner slow: its work grows with a file's length, not with its square."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

_SCRIPT = """
import json, sys
from bot.corpus import passages
from bot.corpus.corpus import judged_alone
from bot.corpus.reading import read_bytes

text = "Twelve states met on Monday. They will meet again, the ministry said."
for unit in json.loads(sys.argv[1]):
    run = unit * (100_000 // len(unit))
    for content in (f"{text}\\n\\n{run}x\\n\\n{text}", f"A{run}!\\n{text}"):
        for reading in read_bytes("a.txt", content.encode("utf-8", "replace")):
            article = judged_alone(reading).article
            if article is not None:
                passages(article)
"""
# What a regular expression may trip over, repeated to 100 kB. One that takes the square of that, or
# worse, needs minutes for a unit; all of them together need seconds.
_UNITS = (
    " ", "0", "2022-", "1/1/", "a", "Ab ", "No. ", "(c) ", "[a](", "<b", "'a", "- ", "via A ",
    "漢字。", "ก. ", "5 March ", "all rights ",
)  # fmt: skip


@pytest.mark.timeout(90)
def test_runs_of_any_character_are_cleaned_in_bounded_time() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, json.dumps(_UNITS)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
