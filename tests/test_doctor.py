"""The doctor by value: each thing that can be wrong, and what it says to do."""

from __future__ import annotations

import base64
import os
import re
import socket
from pathlib import Path

import pytest

from bot.app import load_here
from bot.doctor import Finding, examine
from tests.program import run
from tests.small_corpus import write_small_corpus

TOKEN = base64.b64encode(b"1000000000000000001").decode().rstrip("=") + ".time.signature"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with the small corpus in the default place."""
    monkeypatch.chdir(tmp_path)
    write_small_corpus(tmp_path / "seeds")
    (tmp_path / "seeds" / "empty.txt").unlink()
    return tmp_path


def findings(environ: dict[str, str] | None = None) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in examine(environ or {}):
        found.setdefault(finding.subject, []).append(finding)
    return found


def test_a_set_up_that_is_ready_has_nothing_to_do(folder: Path) -> None:
    (folder / "data").mkdir()
    load_here(Path("seeds"), Path("data/library.db"))
    found = findings({"DISCORD_TOKEN": TOKEN})
    assert [finding for some in found.values() for finding in some if finding.remedy] == []
    assert [str(finding) for finding in found["library"]] == [
        "ok     library   data/library.db: 2 articles, current"
    ]


def test_a_fresh_clone_is_fine_but_for_the_token(folder: Path) -> None:
    found = findings()
    assert found["data"] == [Finding("data", "data, not made yet")]
    assert found["library"] == [
        Finding("library", "data/library.db, not built yet; the next start builds it")
    ]
    assert found["token"] == [
        Finding(
            "token",
            "DISCORD_TOKEN is not set",
            "to connect to Discord, put it in .env; until then `make run` opens the console",
        )
    ]
    assert not any(finding.wrong for some in found.values() for finding in some)


def test_wrong_settings_are_told_with_what_is_expected(folder: Path) -> None:
    found = findings({"LOG_LEVEL": "loud", "LOG_FORMAT": "xml"})
    assert found["settings"] == [
        Finding(
            "settings", "LOG_LEVEL is “loud”", "expected one of DEBUG, INFO, WARNING, ERROR", True
        ),
        Finding("settings", "LOG_FORMAT is “xml”", "expected text or json", True),
    ]


@pytest.mark.parametrize("token", ["changeme", "a.b.c", "QUJD.wrong.token", f"{TOKEN}.more"])
def test_a_token_of_the_wrong_form_is_told_and_not_shown(folder: Path, token: str) -> None:
    (finding,) = findings({"DISCORD_TOKEN": token})["token"]
    assert finding.wrong
    assert token not in str(finding)


def test_a_misspelt_name_in_the_file_is_noted_with_the_one_that_was_meant(folder: Path) -> None:
    (folder / ".env").write_text("DISCORD_TOKN=x\nCOLOUR=blue\n")
    assert [(finding.found, finding.remedy) for finding in findings()["settings"][1:]] == [
        (".env sets COLOUR, which Footnote does not know", "it can be removed"),
        (
            ".env sets DISCORD_TOKN, which Footnote does not know",
            "if DISCORD_TOKEN was meant, rename it",
        ),
    ]


def test_an_empty_corpus_is_wrong_and_a_rejected_file_is_a_note(folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "empty.txt").write_text("")
    note, wrong = findings({"CORPUS_DIR": "other"})["corpus"]
    assert (note.found.startswith("empty.txt: "), note.wrong) == (True, False)
    assert (wrong.found, wrong.wrong) == ("other holds no article", True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_data_folder_that_cannot_be_written_is_wrong(folder: Path) -> None:
    (folder / "data").mkdir(mode=0o500)
    (finding,) = findings()["data"]
    assert (finding.found, finding.wrong) == ("data cannot be written", True)


def test_a_broken_library_is_told_with_its_remedy(folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "library.db").write_text("no database at all, but long enough to be read")
    (finding,) = findings()["library"]
    assert finding.wrong
    assert finding.remedy == (
        "delete data/library.db; the next start builds it anew from the articles"
    )


def test_a_library_older_than_the_files_is_a_note(folder: Path) -> None:
    (folder / "data").mkdir()
    load_here(Path("seeds"), Path("data/library.db"))
    (folder / "seeds" / "guards.md").unlink()
    (finding,) = findings()["library"]
    assert (finding.found, finding.wrong) == (
        "data/library.db: 2 articles, older than the files",
        False,
    )


def test_the_status_says_whether_something_is_wrong(folder: Path) -> None:
    fine = run("doctor", cwd=folder)
    wrong = run("doctor", cwd=folder, environ={"DISCORD_TOKEN": "changeme"})
    assert (fine.returncode, wrong.returncode) == (0, 1)
    assert "WRONG  token     DISCORD_TOKEN does not look like a bot's token\n" in wrong.stdout
    assert wrong.stderr == ""


def test_a_broken_ledger_is_told_with_what_to_do(folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "ledger.db").write_bytes(b"torn" * 999)
    (finding,) = findings()["ledger"]
    assert finding.wrong
    assert finding.found == "data/ledger.db is no sound ledger: file is not a database"
    assert finding.remedy == "stop the bot and put a copy back: `footnote restore FILE`"


def test_an_address_that_is_taken_and_the_room_on_the_disk_are_told(folder: Path) -> None:
    (folder / "data").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        found = findings({"HTTP_ADDRESS": f"127.0.0.1:{port}"})
    assert found["http"][0].found == f"127.0.0.1:{port} cannot be used (Address already in use)"
    assert re.fullmatch(
        r"[\d,]+ MiB are free for data, which takes 0\.0 MiB", found["disk"][0].found
    )
