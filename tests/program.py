"""The program as people and other programs start it: a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def run(
    *arguments: str, cwd: Path, stdin: str | None = "", environ: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs `python -m bot` in `cwd` with nothing in its environment but `environ`.

    Without `stdin`, as a service manager starts it: nothing to read.
    """
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=cwd,
        env=environment(environ),
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )


def environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """An environment in which the program is found and nothing of it is set."""
    return {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "LANG": "C", **(more or {})}
