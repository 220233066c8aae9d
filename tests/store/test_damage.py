"""Whatever is found damaged or of another version, a load comes to the whole library or to none."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.store import FORM
from bot.store.library import Library
from bot.store.load import is_fresh, load, roll_back, tasks
from bot.store.load.standing import is_sound
from tests.store.contents import differences
from tests.store.corpora import FORCE, LAKE, loaded, write


def run(database: Path, sql: str) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(sql)


def spoilt(file: Path) -> None:
    """Writes over a page in the middle of a file."""
    content = bytearray(file.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xff" * 4096
    file.write_bytes(content)


DAMAGE: dict[str, Callable[[Path, Path], None]] = {
    "a page of the library": lambda library, _: spoilt(library),
    "a sentence": lambda library, _: run(library, "UPDATE passage SET text = 'Malawi has no end.'"),
    "a fact": lambda library, _: run(library, "UPDATE fact SET value = 9 WHERE kind = 'length'"),
    "no facts": lambda library, _: run(library, "DELETE FROM fact"),
    "a naming": lambda library, _: run(library, "UPDATE naming SET naming = '{}'"),
    "the index": lambda library, _: run(library, "DELETE FROM passage_index_docsize"),
    "a page of the readings": lambda _, readings: spoilt(readings),
    "other readings": lambda _, readings: run(
        readings, "UPDATE reading SET body = replace(body, 'Malawi', 'Mordor')"
    ),
    "no readings": lambda _, readings: readings.unlink(),
    "readings that are none": lambda _, readings: readings.write_bytes(b"no database" * 999),
}


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to which a file was added since `old.db` was made, and `anew.db` of all of it."""
    place = tmp_path_factory.mktemp("grown")
    folder = write(place / "corpus")
    write(folder, {"hills.md": LAKE.replace("Zambia", "Rwanda"), "isle.md": FORCE + "\nMore.\n"})
    loaded(folder, place / "old.db")
    write(folder, {"new.md": LAKE.replace("Malawi", "Burundi").replace("847", "236")})
    loaded(folder, place / "anew.db")
    return place


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_damaged_is_made_anew_from_the_files(
    damage: str, grown: Path, tmp_path: Path
) -> None:
    library, readings = tmp_path / "library.db", tmp_path / "library.db.readings"
    shutil.copyfile(grown / "old.db", library)
    shutil.copyfile(grown / "old.db.readings", readings)
    DAMAGE[damage](library, readings)
    loaded(grown / "corpus", library)
    assert is_sound(library)
    assert differences(library, grown / "anew.db") == []


def test_a_spoilt_library_is_not_sound(tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    loaded(write(tmp_path / "corpus"), library)
    assert is_sound(library)
    spoilt(library)
    assert not is_sound(library)


def test_the_library_of_a_newer_footnote_is_refused_unless_forced(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)
    run(library, f"PRAGMA user_version = {FORM + 1}")
    before = library.read_bytes()
    assert not is_fresh(folder, library)
    with pytest.raises(StoreError, match=f"newer Footnote's .form {FORM + 1}, this one knows up"):
        loaded(folder, library)

    async def read() -> None:
        async with Library(library):
            pass

    with pytest.raises(StoreError, match=f"of form {FORM + 1}, and this Footnote reads"):
        asyncio.run(read())
    assert library.read_bytes() == before
    load(folder, library, lambda *_: None, force=True)
    asyncio.run(read())


def test_the_library_of_an_older_footnote_is_made_anew(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    library.touch()
    run(library, "CREATE TABLE article (id TEXT, digest TEXT)")
    report = loaded(folder, library)
    assert (report.added, report.removed) == (2, 0)
    assert is_fresh(folder, library)


# ── nothing changed ─────────────────────────────────────────────────────────────────────────


def test_a_load_reads_only_what_changed_and_leaves_the_library_where_nothing_did(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)
    read: list[str] = []
    real = tasks.content_of
    monkeypatch.setattr(tasks, "content_of", lambda found, most: _noted(read, found, most, real))
    identity = library.stat().st_ino
    loaded(folder, library)
    assert (read, library.stat().st_ino) == ([], identity)
    (folder / "lake.md").touch()
    assert not is_fresh(folder, library)
    report = loaded(folder, library)
    assert (read, report.unchanged, library.stat().st_ino) == (["lake.md"], 2, identity)
    assert is_fresh(folder, library)
    write(folder, {"lake.md": LAKE.replace("847", "837")})  # of the same size and time
    assert loaded(folder, library).changed == 1
    assert read == ["lake.md", "lake.md"]


def test_what_is_known_to_be_wrong_with_a_file_is_not_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    (tmp_path / "elsewhere.txt").write_text("A letter that is kept elsewhere.")
    (folder / "out.txt").symlink_to(tmp_path / "elsewhere.txt")
    first = loaded(folder, library)
    assert ("out.txt", "a link that leads out of the corpus folder") in first.rejected
    read: list[str] = []
    real = tasks.content_of
    monkeypatch.setattr(tasks, "content_of", lambda found, most: _noted(read, found, most, real))
    assert loaded(folder, library).rejected == first.rejected
    assert read == []


def _noted(read: list[str], found: object, most: object, real: Callable[..., object]) -> object:
    read.append(found.file)  # type: ignore[attr-defined]
    return real(found, most)


def test_a_roll_back_is_kept_until_a_file_changes(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)
    write(folder, {"lake.md": LAKE.replace("847", "837")})
    loaded(folder, library)
    roll_back(library)
    assert is_fresh(folder, library)
    write(folder, {"lake.md": LAKE.replace("847", "827")})
    assert not is_fresh(folder, library)
    loaded(folder, library)
    assert is_fresh(folder, library)


def test_a_generation_that_this_version_cannot_read_is_not_rolled_back_to(tmp_path: Path) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    loaded(folder, library)
    (tmp_path / "library.db.previous").write_bytes(b"not a database at all" * 99)
    before = library.read_bytes()
    with pytest.raises(StoreError, match="cannot answer"):
        roll_back(library)
    assert library.read_bytes() == before


# ── what changed in facts ───────────────────────────────────────────────────────────────────


def test_a_load_tells_which_facts_are_new_and_gone_and_what_is_newly_disputed(
    tmp_path: Path,
) -> None:
    folder, library = write(tmp_path / "corpus"), tmp_path / "library.db"
    first = loaded(folder, library)
    assert (first.gone_facts, first.disagreements) == (0, ())
    other = LAKE.replace("Lilongwe Courier", "Zambezi Post").replace("847", "1,200")
    write(folder, {"other.md": other + "\nNobody knows more than this about it.\n"})
    second = loaded(folder, library)
    assert second.new_facts > 0
    assert second.disagreements == (
        "length of the Malawi–Zambia border (847 kilometres ⁄ 1,200 kilometres)",
    )
    (folder / "lake.md").rename(folder / "renamed.md")
    third = loaded(folder, library)
    assert (third.added, third.removed) == (1, 1)
    assert (third.new_facts, third.gone_facts, third.disagreements) == (0, 0, ())
    (folder / "other.md").unlink()
    assert loaded(folder, library).gone_facts == second.new_facts


def test_half_a_character_in_a_file_is_left_out(tmp_path: Path) -> None:
    folder = write(tmp_path / "corpus")
    content = '"title": "A cut-off \\ud83d title", "content": "Malawi borders Zambia \\ud83d here."'
    write(folder, {"cut.json": f'{{"language": "en", {content}}}'})
    assert loaded(folder, tmp_path / "library.db").added == 3
