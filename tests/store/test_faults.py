"""An article that our own rules fail on costs its facts, and no other article and no load."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.store.load import tasks
from tests.store.contents import contents
from tests.store.corpora import loaded, write

GOOD = "Malawi and Zambia\n\nMalawi borders Zambia. The army and the government keep the treaty."
BAD = "Chad and Niger\n\nChad borders Niger. The army and the government keep the treaty."


@pytest.mark.parametrize("step", ["name_missions", "draw"])
def test_it_is_kept_without_its_facts_and_the_log_names_its_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = getattr(tasks, step)

    def tripping(article: object, *rest: object) -> object:
        if getattr(article, "title", "") == "Chad and Niger":
            raise TypeError("no such thing")
        return real(article, *rest)

    monkeypatch.setattr(tasks, step, tripping)
    folder = write(tmp_path / "corpus", {"good.txt": GOOD, "bad.txt": BAD})
    with caplog.at_level(logging.WARNING):
        loaded(folder, tmp_path / "library.db")
    assert "bad.txt is kept without its facts" in caplog.text
    assert "TypeError: no such thing" in caplog.text
    assert "good.txt" not in caplog.text
    held = contents(tmp_path / "library.db")
    told = [row[0] for row in held["fact"]]
    read = [row[0] for row in held["passage"]]
    assert (len(set(told)), len(set(read))) == (1, 2)
