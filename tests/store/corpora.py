"""Corpora of a few files, for tests of what is kept of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.model import LoadReport
from bot.store.load import load

_TOUCHED = 1_600_000_000  # one time for all files, so that only their content can differ

LAKE = """\
---
title: Malawi and its neighbours
publisher: Lilongwe Courier
url: https://courier.example/malawi
published: 2018-03-09
language: en
---
Malawi borders Tanzania, Mozambique and Zambia. Its border with Zambia is 847 kilometres long, \
the ministry of defence says.

Soldiers of the army patrol the frontier with Mozambique.
"""
FORCE = """\
---
title: Observers leave Bougainville
publisher: Coral Wire
url: https://wire.example/unomb
published: 2005-06-30
language: en
---
The United Nations mission UNOMB ended on Thursday. The mission, led by Australia, had 200 \
soldiers and began in 1998. It was to monitor the ceasefire in Papua New Guinea.
"""
FILES: Mapping[str, str] = {"lake.md": LAKE, "pacific/force.md": FORCE, "empty.txt": ""}


def write(folder: Path, files: Mapping[str, str] = FILES, order: Iterable[str] = ()) -> Path:
    """Writes the files in the order given (all others behind); the folder itself comes back."""
    for name in dict.fromkeys((*order, *files)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[name], encoding="utf-8")
        os.utime(path, (_TOUCHED, _TOUCHED))
    return folder


def loaded(folder: Path, library: Path) -> LoadReport:
    """A load whose progress nobody watches."""
    return load(folder, library, lambda *_: None)
