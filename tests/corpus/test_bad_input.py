"""Whatever lies in the folder, each file is an article or a reason, and the rest is read."""

from __future__ import annotations

import errno
import json
import os
import socket
import zlib
from pathlib import Path

import pytest

from bot.corpus import FoundFile, read_corpus, scan
from bot.corpus.reading import read_found
from bot.errors import CorpusError
from bot.model import FileReading, Limits

GOOD = b"A calm border\n\nThe two countries have shared this border for a hundred years.\n"


def readings(folder: Path) -> dict[str, FileReading]:
    return {reading.file: reading for reading in read_corpus(folder)}


def reason(folder: Path, file: str) -> str:
    found = readings(folder)[file]
    assert found.article is None
    return found.rejected or ""


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.md", b" \r\n\t\n", "empty"),
        ("nul.txt", b"\x00" * 50, "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 40, "a PNG image, not text"),
        ("noise.html", bytes(range(256)) * 8, "binary data, not text"),
        ("cut.json", b'{"title": "x", "text": "The two', "broken JSON, line 1: "),
        ("bare.json", b'{"temperature": 21}', "JSON without a text"),
        ("number.json", b"42", "JSON without a text"),
        ("deep.json", b"[" * 100_000, "JSON nested too deeply"),
        ("deep_ok.json", b'{"a":' * 900 + b"1" + b"}" * 900, "JSON without a text"),
        ("front.md", b"---\ntitle: [x\n---\nText\n", "front matter line 3: broken YAML"),
        ("tag.md", b"---\ntitle: !!python/object:os.system x\n---\nText\n", "front matter line 2"),
        ("date.md", b"---\ndate: 2022-13-45\n---\n", "front matter: broken YAML"),
        ("list.md", b"---\n- a\n- b\n---\nText\n", "front matter: YAML holds no keys"),
        ("front_toml.md", b"+++\ntitle = \n+++\nText\n", "front matter line 2: broken TOML"),
        (
            "half.txt",
            b"\xff\xfe\x00\xd8\x41\x00" + "text ".encode("utf-16-le") * 9,
            "invalid UTF-16",
        ),
        ("plain.xml", b"<a><b>no feed</b></a>", "XML that is no feed"),
        ("broken.rss", b"<<<", "XML"),
        ("paper.pdf", b"%PDF-1.4", "broken PDF"),
        ("paper.docx", b"PK\x03\x04", "broken .docx: no ZIP archive"),
        ("mail.eml", b"\x00\xff\xfe", "a mail"),
        ("sheet.csv", b"a,b\n1,2\n", ".csv is no format that Footnote reads"),
        ("only_ads.txt", b"Advertisement\nShare | Print\n", "no text is left after cleaning"),
    ],
)
def test_a_bad_file_is_rejected_with_its_reason(
    tmp_path: Path, name: str, data: bytes, expected: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz_good.txt").write_bytes(GOOD)
    assert expected in reason(tmp_path, name)
    assert readings(tmp_path)["zz_good.txt"].article is not None


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "giant.txt").open("wb") as file:
        file.truncate(200_000_000)
    said = "larger than 20 MB (200 MB), the most that MAX_FILE_MB allows"
    assert reason(tmp_path, "giant.txt") == said
    [reading] = read_found(FoundFile("giant.txt", str(tmp_path / "giant.txt"), 0, 0, 0))
    assert reading.rejected == said  # it grew after the folder was listed


def test_the_limits_are_those_that_are_set(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "b.txt").write_bytes(GOOD * 20_000)
    [small, large] = read_corpus(tmp_path, Limits(file_megabytes=1))
    assert small.rejected is None
    assert large.rejected == "larger than 1 MB (2 MB), the most that MAX_FILE_MB allows"
    with pytest.raises(CorpusError, match="holds more than 1 files, the most that MAX_FILES"):
        scan(tmp_path, Limits(files=1))


RECORD = json.dumps({"title": "A well", "body": "The well at Moyale is dry again. " * 4})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("dump.json", f"[{', '.join([RECORD] * 4)}]"),
        ("dump.jsonl", f"{RECORD}\n" * 4),
        ("dump.rss", f"<rss>{'<item><title>A well</title></item>' * 4}</rss>"),
    ],
)
def test_a_file_of_too_many_articles_is_rejected_as_a_whole(
    tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    [only] = read_corpus(tmp_path, Limits(articles_in_file=3))
    said = "holds more than 3 articles, the most that MAX_ARTICLES_IN_FILE allows"
    assert (only.file, only.rejected) == (name, said)
    assert len(list(read_corpus(tmp_path, Limits(articles_in_file=4)))) == 4


def test_entities_of_a_feed_are_not_expanded(tmp_path: Path) -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    text = f'<!DOCTYPE r [<!ENTITY a0 "x">{bomb}]><rss><item><title>&a8;</title></item></rss>'
    (tmp_path / "bomb.rss").write_text(text)
    assert readings(tmp_path)["bomb.rss#1"].rejected == "an entry without text"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_fifo_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path, "pipe.txt") == "not a regular file"


def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_bytes(GOOD)
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "inside.txt").write_bytes(GOOD)
    (corpus / "leak.txt").symlink_to(outside)
    (corpus / "alias.txt").symlink_to(corpus / "inside.txt")
    (corpus / "nowhere.txt").symlink_to(corpus / "gone.txt")
    (corpus / "folder").symlink_to(tmp_path)
    found = readings(corpus)
    assert found["leak.txt"].rejected == "a link that leads out of the corpus folder"
    assert found["folder"].rejected == "a link to a folder; links to folders are not followed"
    assert (found["nowhere.txt"].rejected or "").startswith("cannot be read: No such file")
    assert found["inside.txt"].duplicate_of == "alias.txt"


def test_a_file_that_vanishes_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    found = scan(tmp_path)[0]
    (tmp_path / "a.txt").unlink()
    [reading] = read_found(found)
    assert reading.rejected == "cannot be read: No such file or directory"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets in folders here")
def test_a_socket_and_a_loop_of_links_are_told(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "ear.txt"))
        assert reason(tmp_path, "ear.txt") == "not a regular file"
    (tmp_path / "one.txt").symlink_to(tmp_path / "two.txt")
    (tmp_path / "two.txt").symlink_to(tmp_path / "one.txt")
    assert reason(tmp_path, "one.txt") == f"cannot be read: {os.strerror(errno.ELOOP)}"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "a.txt").chmod(0)
    assert reason(tmp_path, "a.txt") == "cannot be read: Permission denied"


def test_a_name_that_is_not_utf8_is_rejected_by_a_name_that_can_be_shown(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(GOOD)
    except OSError:
        pytest.skip("this file system wants UTF-8")
    assert reason(tmp_path, "caf\\xe9.txt") == "its name is not UTF-8"


def test_a_missing_folder_and_a_file_for_a_folder_are_corpus_errors(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="there is no such folder"):
        scan(tmp_path / "none")
    (tmp_path / "file").write_bytes(GOOD)
    with pytest.raises(CorpusError, match="is not a folder"):
        scan(tmp_path / "file")


def test_hidden_backup_and_ignored_files_are_skipped(tmp_path: Path) -> None:
    names = [
        ".hidden.txt",
        "a.txt~",
        "a.txt.bak",
        "#a.txt#",
        "a.txt",
        "b/c.txt",
        "b/.git/d.txt",
        "drafts/e.txt",
    ]
    for name in names:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(GOOD)
    (tmp_path / ".footnoteignore").write_text("drafts/\n")
    assert [found.file for found in scan(tmp_path)] == ["a.txt", "b/c.txt"]


def paths_after(folder: Path, ignored: dict[str, str], files: str) -> list[str]:
    """Which of some files are found, where folders hold these `.footnoteignore`."""
    for name in files.split():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(GOOD)
    for inside, patterns in ignored.items():
        (folder / inside / ".footnoteignore").write_text(patterns)
    return [found.file for found in scan(folder)]


def test_what_a_folder_leaves_out_is_told_from_that_folder_on(tmp_path: Path) -> None:
    ignored = {"": "*.json\n", "wire": "/old\ndraft-*\nraw/\n"}
    files = (
        "old/a.txt wire/old/b.txt wire/x/old/c.txt wire/x/draft-1.txt draft-2.txt wire/raw/d.txt "
    )
    found = paths_after(tmp_path, ignored, files + "wire/raw.txt wire/e.json")
    assert found == ["draft-2.txt", "old/a.txt", "wire/raw.txt", "wire/x/old/c.txt"]


def test_the_deeper_folder_has_the_last_word_on_what_is_left_out(tmp_path: Path) -> None:
    ignored = {
        "": "*.html\n!index.html\nraw/\n",
        "a": "!*.html\n!#one.txt\n",
        "a/b": "index.html\n",
        "raw": "!kept.txt\n",
    }
    files = "x.html index.html a/y.html a/b/index.html a/b/z.html raw/kept.txt raw/gone.txt"
    found = paths_after(tmp_path, ignored, files)
    assert found == ["a/b/z.html", "a/y.html", "index.html", "raw/kept.txt"]


def test_a_line_that_leaves_nothing_out_is_told_with_its_file_and_number(tmp_path: Path) -> None:
    ignored = {"": "# ours\n\n!\n*.html\n", "-a": "x[\n[z-a]\nc\\\n!\n"}
    paths_after(tmp_path, ignored, "-a/one.txt two.html three.txt")
    found = readings(tmp_path)
    told = "is no pattern of .gitignore's syntax"
    assert {file: one.rejected for file, one in found.items()} == {
        "-a/.footnoteignore": f"line 1: 'x[' {told}; line 2: '[z-a]' {told}; "
        f"line 3: 'c\\\\' {told}; and 1 more",
        "-a/one.txt": None,
        ".footnoteignore": f"line 3: '!' {told}",
        "three.txt": None,
    }


def test_an_ignore_file_that_is_none_is_told_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    os.mkfifo(tmp_path / "a" / ".footnoteignore")
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / ".footnoteignore").write_text("# " + "x" * 1_000_000)
    assert [found.fault for found in scan(tmp_path)] == [
        "larger than 1,000,000 bytes, the most that patterns may take", None, "not a regular file"
    ]  # fmt: skip


def test_one_long_line_is_read_in_bounded_time(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("The border is long. " * 100_000)
    article = readings(tmp_path)["long.txt"].article
    assert article is not None
    assert len(article.paragraphs) == 1


def test_the_same_article_twice_is_one_with_two_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "b.json").write_text(
        json.dumps({"title": "A calm border", "text": GOOD.decode().split("\n\n")[1].upper()})
    )
    found = readings(tmp_path)
    assert found["a.txt"].duplicate_of is None
    assert found["b.json"].duplicate_of == "a.txt"


def test_ids_come_from_the_path_and_digests_from_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    before = readings(tmp_path)["a.txt"].article
    (tmp_path / "a.txt").write_bytes(GOOD.replace(b"hundred", b"thousand"))
    after = readings(tmp_path)["a.txt"].article
    assert before is not None
    assert after is not None
    assert before.id == after.id == "22c775c2e09e"
    assert before.digest != after.digest


def test_a_line_that_recurs_in_many_files_of_a_publisher_is_boilerplate(tmp_path: Path) -> None:
    for number in range(5):
        own = zlib.crc32(bytes([number]))
        text = (
            f"Report {number} from the line\n5 May 2011 | Ridge Weekly\n\n"
            f"Patrol {own} met nobody on the ridge on Monday, the mission said.\n\n"
            "The tower of the town hall was built for all who look up to it.\n\n"
            f"The observers drove {own} kilometres in all during that week.\n"
        )
        (tmp_path / f"{number}.txt").write_text(text)
    for reading in read_corpus(tmp_path):
        assert reading.article is not None
        assert len(reading.article.paragraphs) == 2
        assert reading.dropped[-1].rule == "recurs in many files"


def test_a_table_of_very_long_rows_is_read(tmp_path: Path) -> None:
    row = " | ".join(["The border is long"] * 200)
    (tmp_path / "wide.txt").write_text(f"A title\n\n{row}\n{row}\n{row}\n")
    assert readings(tmp_path)["wide.txt"].article is not None
