"""A corpus of two short articles, for tests that run the whole program."""

from __future__ import annotations

from pathlib import Path

FRONTIER = """\
---
title: Estonia counts its border guards
publisher: The Baltic Ledger
url: https://ledger.example/guards
published: 2021-05-04
language: en
---
Estonia borders Latvia and Russia. The border between Estonia and Latvia is 343 kilometres long.

Share this article

The count took three weeks, the ministry said on Tuesday.
"""

MISSION = """\
Operation Heron ends

4 March 2022

The United Nations ended Operation Heron in Mali on Monday.
The mission had begun in 2014, the ministry said.
"""


def write_small_corpus(folder: Path) -> Path:
    """Two articles and a file that is none; the folder itself comes back."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "guards.md").write_text(FRONTIER, encoding="utf-8")
    (folder / "march").mkdir(exist_ok=True)
    (folder / "march" / "heron.txt").write_text(MISSION, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    return folder
