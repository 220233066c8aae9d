"""`footnote import`: what is written reads back the same, whole, and beside what is there."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.corpus.corpus import judged_alone
from bot.corpus.curated import curated_markdown, file_name
from bot.corpus.encodings import plain, repaired
from bot.corpus.imports import found_in, import_files
from bot.corpus.reading import read_bytes
from bot.corpus.titles import from_first_words
from bot.errors import CorpusError
from bot.model import Article, Imported, PublishedDate
from tests.program import ROOT, environment, run

_TRICKY = st.sampled_from("#->*+_`~[]()!|\\&;<>=:.0123456789ab \"'{}$^%@/?,")
_LETTERS = st.one_of(_TRICKY, st.characters(exclude_categories=("Cs",)))
PARAGRAPHS = st.text(_LETTERS, min_size=1, max_size=40).filter(
    lambda text: plain(text) == text and "\n" not in text
)
NAMES = st.text(st.sampled_from("abcÄéЖ日 -:#'\"&.,|1<>{}[]"), min_size=1, max_size=20).map(
    lambda text: plain(f"Ada {text} Post")
)
DATES = st.one_of(
    st.none(),
    st.builds(lambda day: PublishedDate(day.year, day.month, day.day, "front matter"),
              st.dates(datetime.date(1900, 1, 1), datetime.date(2030, 12, 31))),
    st.builds(lambda year, month: PublishedDate(year, month, None, "external"),
              st.integers(1900, 2030), st.integers(1, 12)),
    st.builds(lambda year: PublishedDate(year, None, None, "front matter"),
              st.integers(1900, 2030)),
)  # fmt: skip


def an_article(paragraphs: Sequence[str], **known: object) -> Article:
    values: dict[str, object] = {
        "id": "", "file": "", "digest": "", "title": from_first_words(paragraphs[0]),
        "title_given": False, "publisher": None, "url": None, "published": None, "language": "en",
    } | known  # fmt: skip
    return Article(paragraphs=tuple(paragraphs), **values)  # type: ignore[arg-type]


def read_again(article: Article) -> Article:
    (reading,) = read_bytes("again.md", curated_markdown(article).encode("utf-8"))
    back = judged_alone(reading).article
    assert back is not None
    return an_article(
        back.paragraphs,
        **{
            name: getattr(back, name)
            for name in ("title", "title_given", "publisher", "url", "published", "language",
                         "author", "original", "reader_note", "paraphrased")
        },
    )  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=5))
@example(["# no heading", "## neither", "#hashtag", "- an item", "* another", "+ third", "-none"])
@example(["> no quotation", "1. first", "2) second", "1987. A year", "--- ", "***", "___", "==="])
@example(["---", "title: no front matter", "---", "+++", "...", "```", "~~~", "    indented"[4:]])
@example(["Land | Length", "Chad | 1,094 km", "Niger | 1,608 km", "a | b | c", "x | y |"])
@example(["[a]: https://b.example", "[a](b)", "![i](j)", "<div>", "<!-- c -->", "&amp;lt;"[:5]])
@example(["[^0]", "a [^note] b", "[[a]]", "[[a|b]] c", "[ ] open", "- [x] done"])
@example(["Напад на граници", "国境の橋は閉鎖された。", "الحدود مغلقة", "naïve café", "🚢 sails"])
def test_paragraphs_read_back_as_they_were(paragraphs: list[str]) -> None:
    paragraphs = [plain(text) for text in paragraphs]
    # what looks like a wrong encoding beside such a sign is mended in any file; an import says so
    assume(repaired("\n".join(paragraphs)) == "\n".join(paragraphs))
    assert read_again(an_article(paragraphs)).paragraphs == tuple(paragraphs)


@settings(max_examples=150, deadline=None)
@given(
    title=NAMES, publisher=NAMES, author=st.none() | NAMES, original=st.none() | NAMES,
    note=st.none() | NAMES, published=DATES, language=st.sampled_from(["en", "fr", "zh", "no"]),
    url=st.none() | st.just("https://paper.example/a?b=c#d"), paraphrased=st.booleans(),
)  # fmt: skip
def test_what_is_known_of_an_article_reads_back_as_it_was(
    title: str, publisher: str, author: str | None, original: str | None, note: str | None,
    published: PublishedDate | None, language: str, url: str | None, paraphrased: bool,
) -> None:  # fmt: skip
    article = an_article(
        ["A line of text."], title=title, title_given=True, publisher=publisher, author=author,
        original=original, reader_note=note, published=published, language=language, url=url,
        paraphrased=paraphrased,
    )  # fmt: skip
    assert read_again(article) == article


def test_tables_and_lists_are_written_as_people_write_them() -> None:
    text = curated_markdown(
        an_article(["Lengths:", "Land | km", "Chad | 1,094", "- one", "- two", "The end."])
    )
    assert text.split("---\n", 2)[2] == (
        "Lengths:\n\n| Land | km |\n| --- | --- |\n| Chad | 1,094 |\n\n- one\n- two\n\nThe end.\n"
    )


def test_a_curated_text_keeps_lines_that_a_page_would_lose_and_joins_wrapped_ones() -> None:
    text = "---\ntitle: A\ncurated: true\n---\nShare this article\n\nA line that\ngoes on.\n"
    for file in ("a.md", "b.md", "c.md", "d.md"):
        (reading,) = read_bytes(file, text.encode())
        article = judged_alone(reading).article
        assert article is not None
        assert article.paragraphs == ("Share this article", "A line that goes on.")


@pytest.mark.parametrize(
    ("title", "date", "name"),
    [
        ("Bridge at Rusumo closed!", "2019-04-02", "2019-04-02-bridge-at-rusumo-closed"),
        ("Čára & “hranice”", "2019-04", "2019-04-cara-hranice"),
        ("../../etc/passwd", None, "undated-etc-passwd"),
        ("国境の橋", "2019", "2019-国境の橋"),
        ("?!", "2019", "2019-article"),
    ],
)
def test_a_file_is_named_by_date_and_title(title: str, date: str | None, name: str) -> None:
    published = PublishedDate.fromisoformat(date) if date else None
    assert file_name(an_article(["Text."], title=title, published=published)) == name


def test_a_name_is_cut_at_a_word() -> None:
    name = file_name(an_article(["Text."], title="longword " * 40))
    assert name.endswith("-longword")
    assert len(name) <= 80


HERD = "The herd crossed the river on Monday, and the wardens counted 412 heads before dusk."
PAGE = (
    "<html><head><title>Herd crosses | Delta Post</title></head><body><article>"
    f"<h1>Herd crosses</h1><p>Share this article</p><p>{HERD}</p></article></body></html>"
)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    (folder / "sub").mkdir(parents=True)
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    (folder / "same.txt").write_text(f"Herd crosses\n\n{HERD}\n", encoding="utf-8")
    (folder / "sub" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    return folder


def outcomes(sources: Sequence[Path], into: Path, **how: bool) -> list[tuple[str, str, str | None]]:
    found = found_in(sources, into)
    return [
        (Path(one.file).name, one.outcome, one.target) for one in import_files(found, into, **how)
    ]


def test_articles_are_written_once_and_the_rest_is_told_with_its_reason(
    sources: Path, tmp_path: Path
) -> None:
    into = tmp_path / "new"
    told = list(import_files(found_in([sources], into), into))
    page, same, picture = (
        f"{sources}/{name}" for name in ("page.html", "same.txt", "sub/picture.txt")
    )
    assert told == [
        Imported(page, "written", "undated-herd-crosses.md"),
        Imported(same, "duplicate", None, f"the same article as {page}"),
        Imported(picture, "rejected", None, "a PNG image, not text"),
    ]
    assert [path.name for path in into.iterdir()] == ["undated-herd-crosses.md"]
    text = (into / "undated-herd-crosses.md").read_text(encoding="utf-8")
    assert text == (
        "---\ntitle: Herd crosses\npublisher: Delta Post\nlanguage: en\ncurated: true\n---\n"
        f"{HERD}\n"
    )


def test_importing_again_changes_nothing_and_what_was_edited_is_kept(
    sources: Path, tmp_path: Path
) -> None:
    into, name = tmp_path / "new", "undated-herd-crosses.md"
    outcomes([sources / "page.html"], into)
    assert outcomes([sources / "page.html"], into) == [("page.html", "unchanged", name)]
    (into / name).write_text("edited", encoding="utf-8")
    assert outcomes([sources / "page.html"], into) == [("page.html", "kept", name)]
    assert (into / name).read_text(encoding="utf-8") == "edited"
    assert outcomes([sources / "page.html"], into, force=True, dry_run=True) == [
        ("page.html", "written", name)
    ]
    assert (into / name).read_text(encoding="utf-8") == "edited"
    assert outcomes([sources / "page.html"], into, force=True) == [("page.html", "written", name)]
    assert HERD in (into / name).read_text(encoding="utf-8")


def test_importing_what_was_imported_gives_the_same_files(sources: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    outcomes([sources], first)
    outcomes([first], second)
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }


def test_articles_of_one_date_and_title_get_names_of_their_own(tmp_path: Path) -> None:
    for name, text in (("a.md", "Twelve boats sailed."), ("b.md", "No boat sailed.")):
        (tmp_path / name).write_text(f"# Regatta\n\n{text}\n", encoding="utf-8")
    into = tmp_path / "new"
    told = outcomes([tmp_path / "a.md", tmp_path / "b.md"], into)
    names = [target for _, _, target in told]
    assert names[0] == "undated-regatta.md"
    assert len(set(names)) == 2
    assert outcomes([tmp_path / "a.md", tmp_path / "b.md"], into) == [
        (file, "unchanged", target) for file, _, target in told
    ]


def test_lines_that_recur_in_many_files_of_a_publisher_are_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    for number in range(5):
        lines = (
            f"---\ntitle: Report {number}\npublisher: Delta Post\n---",
            f"The wardens counted {number} herds before dusk on Monday.\n",
            "This series is supported by the readers of the Post.\n",
        )
        (folder / f"{number}.md").write_text("\n".join(lines), encoding="utf-8")
    into = tmp_path / "new"
    outcomes([folder], into)
    assert "supported" not in "".join(path.read_text(encoding="utf-8") for path in into.iterdir())


def test_a_folder_that_holds_the_one_to_write_to_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds the folder that --into names"):
        found_in([tmp_path], tmp_path / "new")
    with pytest.raises(CorpusError, match="there is no such file"):
        found_in([tmp_path / "nothing"], tmp_path / "new")


def test_a_place_that_cannot_be_written_is_told_for_each_article(
    sources: Path, tmp_path: Path
) -> None:
    into = tmp_path / "file"
    into.write_text("no folder", encoding="utf-8")
    (told,) = import_files(found_in([sources / "page.html"], into), into)
    assert told.outcome == "failed"
    assert told.reason is not None
    assert told.reason.startswith("not written: ")


def test_a_file_is_read_where_it_lies_whatever_links_lead_to_it(
    sources: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.html"
    link.symlink_to(sources / "page.html")
    assert outcomes([link], tmp_path / "new") == [
        ("link.html", "written", "undated-herd-crosses.md")
    ]


def test_the_program_says_what_it_did_and_fails_where_a_file_was_in_the_way(
    sources: Path, tmp_path: Path
) -> None:
    again = ["import", "old/page.html", "old/sub", "--into", "new"]
    dry = run(*again, "--dry-run", cwd=tmp_path)
    assert dry.stdout.splitlines() == [
        "would write old/page.html → undated-herd-crosses.md",
        "rejected    old/sub/picture.txt: a PNG image, not text",
        "1 would be written · 1 rejected",
    ]
    assert not (tmp_path / "new").exists()
    done = run(*again, cwd=tmp_path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "1 written · 1 rejected")
    (tmp_path / "new" / "undated-herd-crosses.md").write_text("edited", encoding="utf-8")
    kept = run(*again, cwd=tmp_path)
    assert kept.returncode == 1
    assert kept.stdout.splitlines()[0] == (
        "kept      old/page.html → undated-herd-crosses.md: a file of this name has other content; "
        "--force overwrites it"
    )
    wrong = run("import", "nowhere", "--into", "new", cwd=tmp_path)
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "nowhere: there is no such file or folder" in wrong.stderr


def test_an_import_that_is_killed_leaves_only_whole_files(tmp_path: Path) -> None:
    folder, into = tmp_path / "old", tmp_path / "new"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.md").write_text(
            f"# Herd {number}\n\n{HERD} Then {number} slept.\n", "utf-8"
        )
    command = [sys.executable, "-m", "bot", "import", str(folder), "--into", str(into)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment({"PYTHONUNBUFFERED": "1"}),
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        program.stdout.readline()
        program.kill()
    files = [path for path in into.iterdir() if not path.name.startswith(".")]
    assert files
    for path in files:
        number = path.stem.split("-")[-1]
        assert path.read_text(encoding="utf-8").endswith(f"Then {number} slept.\n")
