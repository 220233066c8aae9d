"""Stories in a library: found again only where an article has changed, and always the same."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.store.load import load
from bot.store.versions import link_versions
from tests.briefs.desks import article
from tests.store.contents import differences

LINES = (
    "The ferry across the Kagera sank on Monday with 14 lorries on board, the harbour master said.",
    "Divers from both banks searched the river until dusk and found the wreck under nine metres "
    "of water near the old pier.",
    "The owner had been told twice that its hull was thin, and had promised to mend it before the "
    "rains.",
)
UPDATED = (LINES[0].replace("14", "17"), *LINES[1:], "The search goes on.")
OTHER = ("A market opened in Bukoba.", "Women from the hills sold beans and baskets there.")


def write(folder: Path, files: dict[str, str | None]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        if text is None:
            (folder / name).unlink()
        else:
            (folder / name).write_text(text, encoding="utf-8")
    return folder


FIRST = {
    "a.md": article("Ferry sinks", "Bukoba Post", "2012-05-01", *LINES),
    "b.md": article("A ferry is lost", "Kigali Portal", "2012-05-02", *LINES),
    "c.md": article("Market", "Hill Paper", "2012-05-03", *OTHER),
}
STEPS: tuple[dict[str, str | None], ...] = (
    {"d.md": article("Ferry sinks", "Bukoba Post", "2012-05-04", *UPDATED)},
    {"a.md": None},
    {"d.md": article("Ferry sinks", "Bukoba Post", "2012-05-04", *OTHER)},
    {"b.md": FIRST["c.md"], "c.md": None},
    {"a.md": FIRST["a.md"], "e.md": FIRST["b.md"]},
)


def test_stories_after_changes_are_those_of_a_load_from_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path / "corpus", dict(FIRST))
    library = tmp_path / "library.db"
    load(folder, library, lambda *_: None)
    for number, step in enumerate(STEPS):
        write(folder, step)
        load(folder, library, lambda *_: None, force=True)
        fresh = tmp_path / f"fresh-{number}.db"
        load(folder, fresh, lambda *_: None)
        assert differences(library, fresh) == []


def linking(library: Path) -> list[str]:
    """The statements by which stories are found anew in a library, and left as they were."""
    with closing(sqlite3.connect(library)) as connection:
        said: list[str] = []
        connection.set_trace_callback(said.append)
        link_versions(connection)
        connection.rollback()
    return said


def test_articles_that_did_not_change_are_not_compared_again(tmp_path: Path) -> None:
    folder = write(tmp_path / "corpus", dict(FIRST))
    load(folder, tmp_path / "library.db", lambda *_: None)
    said = linking(tmp_path / "library.db")
    assert any("SELECT same FROM compared" in statement for statement in said)
    assert not any("paragraphs" in statement for statement in said)
    assert not any("INTO retelling" in statement for statement in said)
