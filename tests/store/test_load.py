"""A load makes a whole new library or leaves the old one as it was."""

from __future__ import annotations

import dataclasses
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import CorpusError, StoreError
from bot.model import LoadReport
from bot.store.load import is_fresh, load, roll_back
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
        first, added=0, unchanged=2, new_facts=0, seconds=0
    )
    assert first.new_facts > 0
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
    with pytest.raises(StoreError, match=r"the lock .*nowhere.* could not be made"):
        loaded(write(tmp_path / "corpus"), tmp_path / "nowhere" / "library.db")


@pytest.mark.parametrize("left", ["half of a library", {"inside": "a folder"}])
def test_what_a_killed_load_left_does_not_stop_the_next_one(
    left: str | dict[str, str], tmp_path: Path
) -> None:
    library, building = tmp_path / "library.db", tmp_path / "library.db.building"
    if isinstance(left, str):
        building.write_text(left)
    else:
        building.mkdir()
        write(building, left)
    assert counts(loaded(write(tmp_path / "corpus"), library)) == (2, 0, 0, 0)
    assert not building.exists()


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


# ── trying, forcing, going back ─────────────────────────────────────────────────────────────


def test_a_dry_run_reports_what_a_load_would_do_and_changes_nothing(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)
    write(folder, {"lake.md": LAKE.replace("847", "837"), "new.md": FORCE.replace("UNOMB", "AMIB")})
    before = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    tried = load(folder, library, lambda *_: None, dry_run=True)
    after = {path: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    assert (tried.dry_run, counts(tried)) == (True, (1, 1, 0, 1))
    assert after == before
    done = loaded(folder, library)
    assert dataclasses.replace(done, seconds=0) == dataclasses.replace(
        tried, dry_run=False, seconds=0
    )


def test_the_loss_of_more_than_half_of_the_articles_needs_force(tmp_path: Path) -> None:
    more = {f"{n}.md": LAKE.replace("Zambia", name) for n, name in enumerate(("Kenya", "Mali"))}
    folder, library = write(tmp_path / "corpus", {**FILES, **more}), tmp_path / "library.db"
    loaded(folder, library)
    (folder / "0.md").unlink()
    (folder / "1.md").unlink()
    assert counts(loaded(folder, library)) == (0, 0, 2, 2)  # half of them is not more than half
    write(folder, more)
    loaded(folder, library)
    before = library.read_bytes()
    for name in ("0.md", "1.md", "lake.md"):
        (folder / name).unlink()
    with pytest.raises(CorpusError, match="3 of the 4 articles loaded are gone"):
        loaded(folder, library)
    assert library.read_bytes() == before
    forced = load(folder, library, lambda *_: None, force=True)
    assert counts(forced) == (0, 0, 3, 1)


def test_rolling_back_swaps_two_generations_and_swaps_them_again(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)
    old = library.read_bytes()
    write(folder, {"lake.md": LAKE.replace("847", "837")})
    loaded(folder, library)
    new = library.read_bytes()
    roll_back(library)
    assert library.read_bytes() == old
    roll_back(library)
    assert library.read_bytes() == new


def test_without_a_generation_before_there_is_nothing_to_roll_back_to(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    loaded(write(tmp_path / "corpus"), library)
    before = library.read_bytes()
    with pytest.raises(StoreError, match="no generation before"):
        roll_back(library)
    assert library.read_bytes() == before


@pytest.mark.parametrize("turned", [False, True])
def test_a_roll_back_that_was_killed_half_way_is_mended_by_what_comes_next(
    turned: bool, tmp_path: Path
) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)
    write(folder, {"lake.md": LAKE.replace("847", "837")})
    loaded(folder, library)
    old, new = (tmp_path / "library.db.previous").read_bytes(), library.read_bytes()
    (tmp_path / "library.db.turning").hardlink_to(library)
    if turned:
        (tmp_path / "library.db.previous").replace(library)
    roll_back(library)
    assert library.read_bytes() == (new if turned else old)
    assert (tmp_path / "library.db.previous").read_bytes() == (old if turned else new)
    assert not (tmp_path / "library.db.turning").exists()


_OPENS = """
import sys
from pathlib import Path
from bot.store.load import load

def told(event, arguments):
    if event == "open" and str(arguments[0]).startswith(sys.argv[1]):
        print(arguments[0], flush=True)

sys.addaudithook(told)
print(load(Path(sys.argv[1]), Path(sys.argv[2]), lambda *_: None).unchanged)
"""


def test_a_load_that_has_nothing_to_do_opens_no_file(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)
    command = [sys.executable, "-c", _OPENS, folder, library]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "2\n"
