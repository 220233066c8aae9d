"""The console in a terminal and in a pipe, as a process of its own."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

import pytest

from tests.program import environment, run
from tests.small_corpus import write_small_corpus

PROMPT = "footnote>"


class Terminal:
    """A terminal with `python -m bot` in it: type, and wait for what is to be seen."""

    def __init__(self, *arguments: str, cwd: Path) -> None:
        self._ours, theirs = pty.openpty()
        # prompt_toolkit asks a terminal for its cursor's position; this one could not tell
        environ = environment({"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"})
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot", *arguments],
            cwd=cwd,
            env=environ,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self._raw = ""
        self._seen = 0

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def wait_for(self, text: str, seconds: float = 30) -> str:
        """What was shown since the last call, up to and with the text; links are left in it."""
        deadline = time.monotonic() + seconds
        while text not in (shown := self.shown[self._seen :]):
            open_and_in_time = self._read(0.1) and time.monotonic() < deadline
            assert open_and_in_time, f"{text!r} is not in {shown!r}"
        end = self._seen + shown.index(text) + len(text)
        shown, self._seen = self.shown[self._seen : end], end
        return shown

    def wait_for_end(self) -> int:
        while self._read(30):
            pass
        return self._process.wait(30)

    @property
    def shown(self) -> str:
        """All that was shown, without colours and movements of the cursor."""
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self._raw)

    @property
    def raw(self) -> str:
        return self._raw

    def _read(self, seconds: float) -> bool:
        """Takes in what comes within some seconds; whether the other end is still open."""
        if select.select([self._ours], [], [], seconds)[0]:
            try:
                self._raw += os.read(self._ours, 65536).decode(errors="replace")
            except OSError:  # so Linux says that the other end is closed
                return False
        return True


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_small_corpus(tmp_path / "seeds")
    return tmp_path


def test_a_question_is_answered_with_links_and_remembered(folder: Path) -> None:
    with Terminal("console", cwd=folder) as terminal:
        assert "2 articles" in terminal.wait_for(PROMPT)
        terminal.type("/borders Estonia\r")
        answer = terminal.wait_for("Sources")
        assert "343" in answer
        terminal.wait_for("The Baltic Ledger · 4 May 2021")
        assert re.search(r"\x1b\]8;[^;]*;https://ledger\.example/guards", terminal.raw)
        terminal.wait_for(PROMPT)
        terminal.type("\x04")  # Ctrl-D
        assert terminal.wait_for_end() == 0
    assert "+/borders Estonia" in (folder / "data" / "console-history").read_text()


def test_tab_completes_commands_options_and_values(folder: Path) -> None:
    with Terminal("console", cwd=folder) as terminal:
        terminal.wait_for(PROMPT)
        terminal.type("/bor\t")
        terminal.wait_for("/borders")
        terminal.type("w\t")
        terminal.wait_for("with:")
        terminal.type("\x15/quit\r")  # Ctrl-U empties the line
        assert terminal.wait_for_end() == 0


def test_ctrl_c_empties_the_line_and_goes_on(folder: Path) -> None:
    with Terminal("console", cwd=folder) as terminal:
        terminal.wait_for(PROMPT)
        terminal.type("/bord\x03")
        terminal.wait_for(PROMPT)
        terminal.type("/help\r")
        terminal.wait_for("Ctrl-D or /quit ends.")
        terminal.wait_for(PROMPT)
        terminal.type("/quit\r")
        assert terminal.wait_for_end() == 0


def test_run_without_a_token_says_so_and_opens_the_console(folder: Path) -> None:
    with Terminal("run", cwd=folder) as terminal:
        shown = terminal.wait_for(PROMPT)
        assert "DISCORD_TOKEN is not set: put it in .env to connect to Discord. " in shown
        terminal.type("\x04")
        assert terminal.wait_for_end() == 0


def test_a_pipe_gets_plain_text_for_each_line_and_the_end(folder: Path) -> None:
    done = run("console", cwd=folder, stdin="/borders Estonia\n/help\n/nonsense\n")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert [line for line in done.stdout.splitlines() if line.startswith(">")] == [
        "> /borders Estonia",
        "> /help",
        "> /nonsense",
    ]
    assert "What you can ask" in done.stdout
    assert "There is no command /nonsense" in done.stdout


def test_progress_is_a_bar_in_a_terminal(folder: Path) -> None:
    with Terminal("index", cwd=folder) as terminal:
        shown = terminal.wait_for("Loaded in")
        assert "3/3" in shown
        assert terminal.wait_for_end() == 0
