"""Topic files: what is read from them, and what is wrong with the wrong ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.corpus import read_corpus, scan
from bot.corpus.topics import RESERVED, Topics, read_topics
from bot.model import FactKind, Topic

GOOD = """
title = "Floods"
description = "Rivers over their banks"
words = ["flood", "burst its banks", "flood"]
nothing = "No flood is reported{where}."
"""


def topics_of(folder: Path, files: dict[str, str | bytes]) -> Topics:
    (folder / "topics").mkdir(parents=True)
    for name, text in files.items():
        data = text if isinstance(text, bytes) else text.encode("utf-8")
        (folder / "topics" / name).write_bytes(data)
    return read_topics(folder)


def test_a_topic_is_read_with_what_it_says(tmp_path: Path) -> None:
    facts = GOOD + 'facts = ["incident", "deployment"]\n'
    assert topics_of(tmp_path, {"floods.toml": facts}) == Topics((
        Topic(
            name="floods",
            title="Floods",
            description="Rivers over their banks",
            words=("flood", "burst its banks"),
            nothing="No flood is reported{where}.",
            facts=(FactKind.INCIDENT, FactKind.DEPLOYMENT),
        ),
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("Floods.toml", GOOD, "its name becomes the command: expected a to z"),
        ("über.toml", GOOD, "its name becomes the command"),
        ("a" * 33 + ".toml", GOOD, "its name becomes the command"),
        ("two words.toml", GOOD, "its name becomes the command"),
        ("borders.toml", GOOD, "/borders is a command of Footnote itself"),
        ("reload.toml", GOOD, "/reload is a command of Footnote itself"),
        ("floods.toml", GOOD + "colour = 1\n", "colour: no such key; the keys are title"),
        ("floods.toml", GOOD.replace("title", "# title"), "title: is missing"),
        ("floods.toml", GOOD.replace('"Floods"', "5"), "title: expected text, in quotation marks"),
        ("floods.toml", GOOD.replace("Floods", " "), "title: has 0 characters; expected 1 to 100"),
        (
            "floods.toml",
            GOOD.replace("Rivers", "Rivers " * 20),
            "description: has 156 characters; expected 1 to 100",
        ),
        ("floods.toml", GOOD.replace('"flood"', "7", 1), "words 1: expected text"),
        ("floods.toml", GOOD.replace("burst its banks", "24/7"), "words 2: “24/7” has no letter"),
        ("floods.toml", GOOD.replace('["flood",', "[] # "), "words: expected a list of 1 to 200"),
        ("floods.toml", GOOD + 'facts = ["flood"]\n', "facts: expected a list of border, exclave"),
        ("floods.toml", "title = ", "broken TOML, "),
        ("floods.TOML", GOOD, "its name ends in .TOML; expected .toml"),
        ("floods.toml.txt", GOOD, "its name ends in .txt; expected .toml"),
        ("floods.toml", GOOD + "title = 'Two'\n", "title: is given twice"),
        ("floods.toml", GOOD.replace('"Floods"', "“Floods”"), "title: broken TOML, Invalid value"),
        ("floods.toml", GOOD.replace('banks"', "banks", 1), "description: broken TOML, "),
        ("floods.toml", GOOD.replace("{where}", "{here}"), "nothing: {here} stands for nothing"),
        (
            "floods.toml",
            GOOD.replace("burst its banks", "of the"),
            "words 2: “of the” stands everywhere",
        ),
        ("floods.toml", b"title = '\xff'", "not UTF-8 at byte 9"),
        ("floods.toml", GOOD + "#" * 100_000, "larger than 100 kB"),
    ],
)
def test_a_wrong_file_is_rejected_with_its_key_and_reason(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    read = topics_of(tmp_path, {name: text, "right.toml": GOOD})
    assert [topic.name for topic in read.topics] == ["right"]
    ((file, told),) = read.rejected
    assert file == f"topics/{name}"
    assert told.startswith(reason)


def test_a_file_of_a_windows_editor_is_read(tmp_path: Path) -> None:
    marked = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert [topic.title for topic in topics_of(tmp_path, {"floods.toml": marked}).topics] == [
        "Floods"
    ]


def test_words_may_be_of_any_language(tmp_path: Path) -> None:
    text = GOOD.replace('"flood"', '"inundación", "наводнение"', 1)
    (topic,) = topics_of(tmp_path, {"floods.toml": text}).topics
    assert topic.words[:2] == ("inundación", "наводнение")


def test_more_topics_than_discord_has_room_for_are_rejected(tmp_path: Path) -> None:
    read = topics_of(tmp_path, {f"t{number:02}.toml": GOOD for number in range(52)})
    assert len(read.topics) == 50
    assert [file for file, _ in read.rejected] == ["topics/t50.toml", "topics/t51.toml"]


def test_topics_are_no_articles_and_other_files_beside_them_are(tmp_path: Path) -> None:
    topics_of(tmp_path, {"floods.toml": GOOD, ".hidden.toml": "", "note.md": "# A\n\nB is.\n"})
    (tmp_path / "floods.toml").write_text(GOOD)
    assert [found.file for found in scan(tmp_path)] == ["floods.toml", "topics/note.md"]
    assert [reading.file for reading in read_corpus(tmp_path)] == ["floods.toml", "topics/note.md"]
    assert [topic.name for topic in read_topics(tmp_path).topics] == ["floods"]


def test_every_command_of_footnotes_own_is_reserved() -> None:
    folder = Path(__file__).parents[2] / "commands"
    own = {path.stem for path in folder.glob("*.py")} - {"__init__", "topic"}
    assert own <= RESERVED
