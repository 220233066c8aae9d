"""The deployment's files agree with the program."""

from __future__ import annotations

import configparser
import re
import shlex
import tomllib

import pytest

from bot.settings import SETTINGS
from tests.program import ROOT

DEPLOY = ROOT / "bot" / "deploy"
NAMES = {setting.name for setting in SETTINGS}


def _locked() -> dict[str, tuple[int, ...]]:
    found = re.findall(
        r"^([\w.-]+)==([\d.]+)", (DEPLOY / "requirements.lock").read_text(), re.MULTILINE
    )
    return {_name(name): tuple(map(int, version.split("."))) for name, version in found}


def _name(text: str) -> str:
    return re.sub(r"[._-]+", "-", text).lower()


def test_every_dependency_is_locked_at_its_lower_bound_or_above_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = _locked()
    for line in project["dependencies"] + project["optional-dependencies"]["documents"]:
        name, bound = re.fullmatch(r"([\w.-]+)>=([\d.]+)", line).groups()  # type: ignore[union-attr]
        assert locked[_name(name)] >= tuple(map(int, bound.split("."))), line
    lock = (DEPLOY / "requirements.lock").read_text()
    assert lock.count("==") == len(locked)
    entries = re.split(r"^(?=\S+==)", lock, flags=re.MULTILINE)[1:]
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("file", ["footnote.service", "Dockerfile"])
def test_what_is_set_is_a_setting(file: str) -> None:
    text = (DEPLOY / file).read_text(encoding="utf-8")
    named = set(re.findall(r"\b([A-Z][A-Z_]+)=", text)) - {"PYTHONUNBUFFERED"}
    assert named
    assert named <= NAMES


def test_the_unit_starts_the_program_and_may_write_where_it_keeps_things() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment, method-assign]
    unit.read(DEPLOY / "footnote.service")
    service = unit["Service"]
    assert shlex.split(service["ExecStart"])[1:] == ["-m", "bot", "run"]
    assert f"DATA_DIR=/var/lib/{service['StateDirectory']}" in service["Environment"]
    assert service["ProtectSystem"] == "strict"


def test_the_image_is_made_of_files_that_exist_and_never_of_the_settings() -> None:
    text = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    copied = [
        source
        for line in re.findall(r"^COPY (?!--from)(.*)$", text, re.MULTILINE)
        for source in line.split()[:-1]
    ]
    assert [source for source in copied if not (ROOT / source).exists()] == []
    ignored = (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines()
    assert next(line for line in ignored if not line.startswith("#")) == "*"
    assert "!.env" not in ignored
