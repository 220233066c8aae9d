"""The README against the code: what it lists is all there is, and what it names exists."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from bot.briefs.requests import COMMANDS
from bot.json_output import reading_json, unanswered_json
from bot.model import DateOrigin, FileReading, NoteKind
from bot.settings import SETTINGS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """The text under a heading of the second level."""
    found = re.search(
        rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL
    )
    assert found, heading
    return found[1]


def rows(text: str) -> list[list[str]]:
    """The cells of a table's rows, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_every_command_is_documented_with_its_options() -> None:
    expected = []
    for command in COMMANDS:
        options = [
            f"{option.name}:" if option.required else f"[{option.name}:]"
            for option in command.options
        ]
        expected.append([f"`{' '.join([f'/{command.name}', *options])}`", command.description])
    assert rows(section("Commands")) == expected


def test_every_setting_is_documented_with_its_default() -> None:
    assert rows(section("Settings")) == [
        [f"`{one.name}`", f"`{one.default}`" if one.default else "none", one.meaning]
        for one in SETTINGS
    ]


def test_the_code_map_names_real_files_and_every_part() -> None:
    named = re.findall(r"`([\w./]+)`", "".join(row[0] for row in rows(section("How it works"))))
    assert [path for path in named if not (ROOT / path).exists()] == []
    parts = {
        f"bot/{path.name}/" if path.is_dir() else f"bot/{path.name}"
        for path in (ROOT / "bot").iterdir()
        if not path.name.startswith("__") or path.name == "__main__.py"
    }
    assert parts <= set(named)


def test_every_path_that_is_named_exists() -> None:
    paths = re.findall(r"`((?:bot|tests|commands|seeds|bench|\.ci)/[\w./]*)`", README)
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_every_subcommand_that_is_named_exists() -> None:
    named = set(re.findall(r"`footnote (\w+)", README))
    assert named == {
        "console",
        "digest",
        "doctor",
        "import",
        "index",
        "articles",
        "ask",
        "backup",
        "restore",
        "forget",
    }
    for name in named:
        done = subprocess.run(
            [sys.executable, "-m", "bot", name, "--help"], cwd=ROOT, capture_output=True, check=True
        )
        assert done.stdout


def test_the_json_that_is_shown_has_the_keys_that_are_printed() -> None:
    answer, article = (
        json.loads(block) for block in re.findall(r"```json\n(.*?)```", README, re.DOTALL)
    )
    assert list(answer) == list(unanswered_json("", None, "", ""))
    assert list(article) == list(reading_json(FileReading("x", None, rejected="an image")))


def test_every_kind_of_note_and_every_origin_of_a_date_is_documented() -> None:
    text = section("For other programs: JSON")
    for word in (*get_args(NoteKind), *get_args(DateOrigin)):
        assert f"`{word}`" in text


def test_every_key_of_the_seeds_is_documented() -> None:
    documented = {row[0].strip("`") for row in rows(section("Your own articles"))}
    used = {
        key
        for seed in (ROOT / "seeds").glob("*.md")
        for key in re.findall(r"^(\w+):", seed.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert documented - used == {"curated"}  # which `footnote import` writes
    assert used <= documented


@pytest.mark.parametrize("target", re.findall(r"^make (\w+)", README, re.MULTILINE))
def test_every_make_target_that_is_named_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_answer_that_is_shown_is_the_answer_that_is_given(tmp_path: Path) -> None:
    shown = re.search(r"```\n\$ footnote (ask [^\n]*)\n(.*?)```", README, re.DOTALL)
    assert shown
    done = subprocess.run(
        [sys.executable, "-m", "bot", *shown[1].split(), "--library", str(tmp_path / "library.db")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == shown[2].strip()
