"""The program from outside: what it prints where, and the status that it ends with."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __version__
from tests.program import environment, run
from tests.small_corpus import write_small_corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working directory with the small corpus in the default place."""
    write_small_corpus(tmp_path / "seeds")
    return tmp_path


# ── wrong use ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["frobnicate"],
            "footnote: argument SUBCOMMAND: invalid choice: 'frobnicate' (choose from 'run', "
            "'console', 'ask', 'digest', 'articles', 'import', 'index', 'backup', 'restore', "
            "'forget', 'doctor'); see footnote --help",
        ),
        (
            ["ask", "--frob"],
            "footnote: unrecognized arguments: --frob; see footnote --help",
        ),
        (
            ["articles", "--corpus"],
            "footnote articles: argument --corpus: expected one argument; "
            "see footnote articles --help",
        ),
        (["articles", "--corpus", "nowhere"], "footnote: nowhere: there is no such folder"),
        (["ask", "--corpus", "nowhere"], "footnote: nowhere: there is no such folder"),
        (["index", "nowhere"], "footnote: nowhere: there is no such folder"),
        (["console", "--corpus", "nowhere"], "footnote: nowhere: there is no such folder"),
        (["run"], "footnote: DISCORD_TOKEN is not set: put it in .env to connect to Discord"),
        ([], "footnote: DISCORD_TOKEN is not set: put it in .env to connect to Discord"),
    ],
)
def test_wrong_use_ends_with_status_2_and_one_line(
    folder: Path, arguments: list[str], line: str
) -> None:
    done = run(*arguments, cwd=folder, stdin=None)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{line}\n")


@pytest.mark.parametrize("arguments", [["run"], []])
def test_without_a_token_the_lines_of_a_pipe_are_run_as_in_the_console(
    folder: Path, arguments: list[str]
) -> None:
    done = run(*arguments, cwd=folder, stdin="/borders Estonia\n")
    piped = run("console", cwd=folder, stdin="/borders Estonia\n")
    assert done.stderr.startswith("DISCORD_TOKEN is not set")
    assert (done.returncode, done.stdout) == (piped.returncode, piped.stdout) != (2, "")
    assert "Estonia" in done.stdout


def test_every_fault_of_the_settings_is_told_at_once(folder: Path) -> None:
    (folder / ".env").write_text("LOG_LEVEL=loud\nADMIN_USER_IDS\n")
    done = run("run", cwd=folder, environ={"LOG_FORMAT": "xml", "DISCORD_TOKEN": "se cret"})
    assert (done.returncode, done.stdout, done.stderr.splitlines()) == (
        2,
        "",
        [
            "footnote: .env line 2 cannot be understood; expected lines of NAME=value",
            "footnote: DISCORD_TOKEN holds a space or a letter that no token has; "
            "expected the token as Discord shows it",
            "footnote: LOG_LEVEL is “loud”; expected one of DEBUG, INFO, WARNING, ERROR",
            "footnote: LOG_FORMAT is “xml”; expected text or json",
        ],
    )


def test_a_fault_of_the_program_is_one_line_without_a_traceback(folder: Path) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "library.db").mkdir()
    done = run("ask", "/borders Estonia", cwd=folder)
    assert done.returncode in (1, 2)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("footnote: ")


def test_a_data_folder_that_cannot_be_made_is_a_fault_of_the_setting(folder: Path) -> None:
    (folder / "file").write_text("")
    done = run("index", cwd=folder, environ={"DATA_DIR": "file/data"})
    assert (done.returncode, done.stderr) == (
        2,
        "footnote: DATA_DIR is “file/data”, which cannot be made (Not a directory); "
        "expected a folder that can be written\n",
    )


def test_the_reader_of_the_output_may_go_away(folder: Path) -> None:
    command = f"{sys.executable} -m bot articles | true"
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment(), capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


# ── help ────────────────────────────────────────────────────────────────────────────────────


def test_the_version_is_that_of_the_package(folder: Path) -> None:
    assert run("--version", cwd=folder).stdout == f"footnote {__version__}\n"


@pytest.mark.parametrize("name", ["run", "console", "ask", "digest", "articles", "index", "doctor"])
def test_every_subcommand_explains_itself_without_settings(tmp_path: Path, name: str) -> None:
    done = run(name, "--help", cwd=tmp_path, environ={"LOG_LEVEL": "loud"})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"usage: footnote {name} ")


# ── articles ────────────────────────────────────────────────────────────────────────────────


def test_articles_prints_a_line_of_json_for_each_file_in_order(folder: Path) -> None:
    done = run("articles", "--corpus", "seeds", "--json", cwd=folder)
    empty, guards, heron = (json.loads(line) for line in done.stdout.splitlines())
    assert done.returncode == 0
    assert (empty["file"], empty["paragraphs"], bool(empty["rejected"])) == ("empty.txt", [], True)
    assert {**guards, "id": ""} == {
        "file": "guards.md",
        "id": "",
        "title": "Estonia counts its border guards",
        "title_given": True,
        "publisher": "The Baltic Ledger",
        "url": "https://ledger.example/guards",
        "published": "2021-05-04",
        "published_from": "front matter",
        "language": "en",
        "paragraphs": [
            "Estonia borders Latvia and Russia. "
            "The border between Estonia and Latvia is 343 kilometres long.",
            "The count took three weeks, the ministry said on Tuesday.",
        ],
        "dropped": ["Share this article"],
        "duplicate_of": None,
        "rejected": None,
    }
    assert (heron["file"], heron["title"], heron["published"], heron["published_from"]) == (
        *("march/heron.txt", "Operation Heron ends"),
        *("2022-03-04", "text"),
    )


def test_articles_shows_people_each_line_that_was_left_out_with_its_rule(folder: Path) -> None:
    done = run("articles", cwd=folder)
    assert "  published  2021-05-04, read in the front matter\n" in done.stdout
    (line,) = [line for line in done.stdout.splitlines() if "Share this article" in line]
    assert line.startswith("  - Share this article  (")


# ── index ───────────────────────────────────────────────────────────────────────────────────


def test_index_reports_what_changed_and_what_was_rejected(folder: Path) -> None:
    first = run("index", cwd=folder)
    assert first.returncode == 0
    assert first.stdout.split(" · ", 1)[1].startswith(
        "2 added · 0 changed · 0 removed · 0 unchanged · 1 rejected\nRejected: empty.txt: "
    )
    assert "reading: 3 of 3" in first.stderr
    assert first.stdout.splitlines()[2].startswith("Facts: ")
    (folder / "seeds" / "empty.txt").unlink()
    again = json.loads(run("index", "--json", cwd=folder).stdout)
    assert {**again, "seconds": 0, "corpus": ""} == {
        "added": 0,
        "changed": 0,
        "removed": 0,
        "unchanged": 2,
        "rejected": [],
        "seconds": 0,
        "corpus": "",
        "dry_run": False,
        "duplicates": 0,
        "new_facts": 0,
        "gone_facts": 0,
        "disagreements": [],
    }


def test_index_tells_its_progress_to_a_program_that_waits(folder: Path) -> None:
    done = run("index", "--json", "--dry-run", "--progress", "json", cwd=folder)
    assert json.loads(done.stdout)["dry_run"] is True
    assert not (folder / "data" / "library.db").exists()
    steps = [json.loads(line)["progress"] for line in done.stderr.splitlines()]
    assert {"phase": "reading", "done": 3, "total": 3} in steps
    assert {"phase": "indexing", "done": 2, "total": 2} in steps


# ── ask ─────────────────────────────────────────────────────────────────────────────────────

REQUESTS = ["/borders Estonia", "/nonsense", "", "/borders country:Portugal", "/about"]


def test_ask_prints_a_line_of_json_for_each_line_in_order(folder: Path) -> None:
    stdin = "\n".join(REQUESTS) + "\n"
    done = run("ask", "--corpus", "seeds", "--json", cwd=folder, stdin=stdin)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [answer["request"] for answer in answers] == REQUESTS
    assert [answer["answered"] for answer in answers] == [True, False, False, False, False]
    assert len({answer["corpus"] for answer in answers}) == 1
    borders = answers[0]
    assert {citation["file"] for citation in borders["citations"]} == {"guards.md"}
    assert any("343" in claim["text"] for claim in borders["claims"])
    assert all(claim["citations"] for claim in borders["claims"])


def test_a_corpus_that_is_named_leaves_no_trace(folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    run("ask", "--corpus", "seeds", "--json", cwd=folder, stdin="/borders Estonia\n")
    assert sorted(folder.rglob("*")) == before


def test_a_library_that_is_named_is_kept_and_not_loaded_again(folder: Path) -> None:
    arguments = ("ask", "--corpus", "seeds", "--library", "kept/x.db", "--json", "/borders Latvia")
    first, second = run(*arguments, cwd=folder), run(*arguments, cwd=folder)
    assert "reading: 3 of 3" in first.stderr
    assert second.stderr == ""
    assert second.stdout == first.stdout
    assert (folder / "kept" / "x.db").exists()


def test_the_same_files_and_requests_give_the_same_bytes_elsewhere(tmp_path: Path) -> None:
    outputs = set()
    for name in ("one", "another"):
        write_small_corpus(tmp_path / name / "seeds")
        stdin = "/borders\n/missions\nHow long is the border of Estonia?\n/source heron\n"
        environ = {"PYTHONHASHSEED": str(len(name))}
        done = run("ask", "--json", cwd=tmp_path / name, stdin=stdin, environ=environ)
        outputs.add(done.stdout)
    assert len(outputs) == 1


def test_ask_shows_people_text(folder: Path) -> None:
    done = run("ask", cwd=folder, stdin="/borders Estonia\n\n/nonsense\n")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    lines = done.stdout.splitlines()
    assert lines[0] == "> /borders Estonia"
    assert "Sources" in lines
    assert "> /nonsense" in lines
    assert "    https://ledger.example/guards" in done.stdout


def test_a_line_that_is_not_utf_8_is_still_answered(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--json"],
        cwd=folder,
        env=environment(),
        input=b"/borders \xff\xfe\n/borders Estonia\n",
        capture_output=True,
    )
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [answer["answered"] for answer in answers] == [False, True]
