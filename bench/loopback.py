"""How a bench comes to a loopback Discord: where its driver is, and the Python that can run it.

A bench that talks to the bot as Discord does needs the harness's folder (`client.py`, `bench.py`,
an echo bot and a `requirements.txt`), which is no part of this project.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BOT_PYTHON = ROOT / ".venv" / "bin" / "python"
_HARNESS_PYTHON = ROOT / ".venv" / "harness" / "bin" / "python"


def add_harness(parser: argparse.ArgumentParser) -> None:
    """The argument that names the harness's folder, by default beside this checkout."""
    beside = ROOT.parent / "shared" / "discord"
    parser.add_argument("harness", nargs="?", type=Path, default=beside)


def enter(harness: Path) -> None:
    """Goes on in a virtual environment that holds what the harness needs, made on first use.

    Afterwards the harness's modules can be imported. Ends the bench with a line that says what is
    missing where there is no harness or no Footnote to run.
    """
    if not (harness / "client.py").exists():
        sys.exit(f"{sys.argv[0]}: {harness} holds no client.py; name the harness's folder")
    if not BOT_PYTHON.exists():
        sys.exit(f"{sys.argv[0]}: there is no .venv; `make test` makes it")
    if Path(sys.prefix) != _HARNESS_PYTHON.parents[1]:
        if not _HARNESS_PYTHON.exists():
            print("making the harness's virtual environment …", file=sys.stderr)
            subprocess.run([sys.executable, "-m", "venv", _HARNESS_PYTHON.parents[1]], check=True)
            install = [_HARNESS_PYTHON, "-m", "pip", "install", "--quiet"]
            subprocess.run([*install, "-r", harness / "requirements.txt"], check=True)
        os.execv(_HARNESS_PYTHON, [str(_HARNESS_PYTHON), *sys.argv])
    sys.path.insert(0, str(harness))
