"""A load makes a whole new library or leaves the old one as it was."""

from __future__ import annotations

import dataclasses
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import CorpusError, StoreError
from bot.model import LoadReport
from bot.store.load import is_fresh, load
from tests.store.corpora import FILES, FORCE, LAKE, loaded, write


def counts(report: LoadReport) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.removed, report.unchanged


def test_a_load_reports_what_was_added_changed_removed_and_rejected(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    first = loaded(folder, library)
    assert counts(first) == (2, 0, 0, 0)
    assert [file for file, _ in first.rejected] == ["empty.txt"]
    again = loaded(folder, library)
    assert dataclasses.replace(again, seconds=0) == dataclasses.replace(
        first, added=0, unchanged=2, seconds=0
    )
    (folder / "pacific" / "force.md").unlink()
    write(folder, {"lake.md": LAKE.replace("847", "837"), "new.md": FORCE.replace("UNOMB", "AMIB")})
    third = loaded(folder, library)
    assert counts(third) == (1, 1, 1, 0)
    assert third.corpus != first.corpus


def test_progress_goes_through_reading_naming_and_indexing(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    load(write(tmp_path / "corpus"), tmp_path / "library.db", lambda *step: told.append(step))
    assert told == [
        *(("reading", number, 3) for number in (1, 2, 3)),
        *(("naming", number, 2) for number in (1, 2)),
        *(("indexing", number, 2) for number in (1, 2)),
    ]


@pytest.mark.parametrize("files", [{}, {"empty.txt": ""}])
def test_a_folder_without_articles_leaves_the_old_library(
    files: dict[str, str], tmp_path: Path
) -> None:
    library = tmp_path / "library.db"
    loaded(write(tmp_path / "corpus"), library)
    before = library.read_bytes()
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(CorpusError):
        loaded(write(empty, files), library)
    assert library.read_bytes() == before


def test_a_folder_that_is_not_there_leaves_the_old_library(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    loaded(write(tmp_path / "corpus"), library)
    before = library.read_bytes()
    with pytest.raises(CorpusError):
        loaded(tmp_path / "nowhere", library)
    assert library.read_bytes() == before


def test_a_swap_that_fails_leaves_the_old_library_and_no_half_built_one(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)
    before = library.read_bytes()
    (tmp_path / "library.db.previous").mkdir()  # so that the old library cannot be kept there
    write(folder, {"lake.md": LAKE.replace("847", "837")})
    with pytest.raises(StoreError, match="could not be written"):
        loaded(folder, library)
    assert library.read_bytes() == before
    assert not (tmp_path / "library.db.building").exists()


def test_a_library_in_a_folder_that_is_not_there_is_a_store_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="could not be written"):
        loaded(write(tmp_path / "corpus"), tmp_path / "nowhere" / "library.db")


def test_what_a_killed_load_left_is_overwritten(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    (tmp_path / "library.db.building").write_bytes(b"half of a library")
    loaded(write(tmp_path / "corpus"), library)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["corpus", "library.db"]


def test_the_generation_before_is_kept(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)
    before = library.read_bytes()
    write(folder, {"lake.md": LAKE.replace("847", "837")})
    loaded(folder, library)
    assert (tmp_path / "library.db.previous").read_bytes() == before
    assert library.read_bytes() != before


def test_a_file_that_is_no_library_is_replaced(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    library.write_bytes(b"not a database at all" * 99)
    assert counts(loaded(write(tmp_path / "corpus"), library)) == (2, 0, 0, 0)


def test_the_order_in_which_files_were_written_changes_no_byte(tmp_path: Path) -> None:
    more = {
        f"{n:02}.md": LAKE.replace("Zambia", place) for n, place in enumerate(("Kenya", "Mali"))
    }
    files = {**FILES, **more}
    libraries = []
    for number, order in enumerate((sorted(files), sorted(files, reverse=True))):
        library = tmp_path / f"{number}.db"
        loaded(write(tmp_path / str(number), files, order), library)
        libraries.append(library.read_bytes())
    assert libraries[0] == libraries[1]


def test_a_library_is_fresh_until_the_folder_changes(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    assert not is_fresh(folder, library)
    loaded(folder, library)
    assert is_fresh(folder, library)
    for change in (
        lambda: write(folder, {"lake.md": LAKE + "One more line.\n"}),
        lambda: write(folder, {"other.txt": "Another file."}),
        lambda: (folder / "empty.txt").unlink(),
        lambda: (folder / "lake.md").rename(folder / "pond.md"),
        lambda: (folder / "pacific" / "force.md").touch(),
    ):
        change()
        assert not is_fresh(folder, library)
        loaded(folder, library)
        assert is_fresh(folder, library)


def test_a_library_of_another_form_or_a_broken_one_is_not_fresh(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE meta SET value = 'older rules' WHERE name = 'schema'")
    assert not is_fresh(folder, library)
    library.write_bytes(b"not a database at all" * 99)
    assert not is_fresh(folder, library)
