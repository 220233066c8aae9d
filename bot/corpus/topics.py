"""Topics: files that give Footnote a slash command of their own, `topics/NAME.toml` in the corpus.

Reads and checks them; what is asked about them is not known here. A wrong file is rejected with
the file, the key and the reason, and the others are taken.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from bot.corpus.encodings import plain
from bot.model import FactKind, Topic

FOLDER = "topics"
_MOST_TOPICS = 50
"""Discord takes a hundred commands; the rest is left for Footnote's own."""
_MOST_BYTES = 100_000
_MOST_WORDS = 200
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,31}")
RESERVED = frozenset(
    "borders missions source ask help about check digest status reload rollback audit quit exit "
    "private".split()
)
"""The commands that Footnote has itself, in Discord and in the console, or keeps for itself."""
_SAYS_NOTHING = frozenset(
    "a an the and or but of in on at to from for with by is are was were be it its this that as "
    "not no he she they who which".split()
)
_KEYS = {"title": 100, "description": 100, "words": 80, "nothing": 200, "facts": 0}
_NEEDED = ("title", "description", "words", "nothing")


@dataclass(frozen=True, slots=True)
class Topics:
    """The topics of a corpus in order of name, and the rejected files with their reasons."""

    topics: tuple[Topic, ...] = ()
    rejected: tuple[tuple[str, str], ...] = ()

    def as_json(self) -> str:
        """The topics as text, the same for the same files."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


class _Fault(Exception):
    """Its text names the key and what was expected."""


def read_topics(corpus_dir: Path) -> Topics:
    """The topics of a corpus folder; none where it has no folder `topics`."""
    topics: list[Topic] = []
    rejected: list[tuple[str, str]] = []
    try:
        files = sorted((corpus_dir / FOLDER).iterdir())
    except OSError:
        return Topics()
    for path in files:
        if not is_topic(f"{FOLDER}/{path.name}"):
            continue
        file = f"{FOLDER}/{path.name}".encode("utf-8", "backslashreplace").decode()
        try:
            if len(topics) == _MOST_TOPICS:
                raise _Fault(f"one more than the {_MOST_TOPICS} topics that a corpus may have")
            if path.suffix != ".toml":
                raise _Fault(f"its name ends in {path.suffix}; expected .toml")
            topics.append(_topic(path.stem, _table(path)))
        except _Fault as fault:
            rejected.append((file, str(fault)))
    return Topics(tuple(topics), tuple(rejected))


def is_topic(file: str) -> bool:
    """Whether a path inside the corpus is that of a topic, and so no article."""
    folder, _, name = file.partition("/")
    named = re.search(r"\.toml(?:\.txt)?$", name, re.IGNORECASE)  # Windows hides a ".txt"
    return folder == FOLDER and named is not None and "/" not in name and name[0] not in ".#"


def _table(path: Path) -> dict[str, Any]:
    try:
        if not path.is_file():
            raise _Fault("is not a file")
        if path.stat().st_size > _MOST_BYTES:
            raise _Fault(f"larger than {_MOST_BYTES // 1000} kB")
        text = path.read_text(encoding="utf-8-sig")  # editors on Windows begin with a mark
    except OSError as error:
        raise _Fault(f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise _Fault(f"not UTF-8 at byte {error.start}") from error
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _Fault(_what_is_broken(text, str(error))) from error


def _what_is_broken(text: str, error: str) -> str:
    """What is wrong with a file that is no TOML, with the key that it is about if that is known."""
    keys = re.findall(r"^\s*([\w-]+)\s*=", text, re.MULTILINE)
    if "overwrite" in error:
        twice = next((key for key in keys if keys.count(key) > 1), None)
        return f"{twice}: is given twice" if twice else f"broken TOML, {error}"
    at = re.search(r"at line (\d+)", error)
    line = text.split("\n")[int(at[1]) - 1] if at else ""
    key = re.match(r"\s*([\w-]+)\s*=", line)
    told = f"{key[1]}: broken TOML, {error}" if key else f"broken TOML, {error}"
    return f'{told}; expected straight quotation marks: "' if re.search("[“”„«»]", line) else told


def _topic(name: str, table: dict[str, Any]) -> Topic:
    if not _NAME.fullmatch(name):
        raise _Fault(
            "its name becomes the command: expected a to z at the start, then a to z, 0 to 9, "
            "- or _, at most 32 in all"
        )
    if name in RESERVED:
        raise _Fault(f"/{name} is a command of Footnote itself; expected another name")
    for key in table:
        if key not in _KEYS:
            raise _Fault(f"{key}: no such key; the keys are {', '.join(_KEYS)}")
    for key in _NEEDED:
        if key not in table:
            raise _Fault(f"{key}: is missing")
    return Topic(
        name=name,
        title=_text("title", table["title"]),
        description=_text("description", table["description"]),
        words=_words(table["words"]),
        nothing=_nothing(table["nothing"]),
        facts=_facts(table.get("facts", [])),
    )


def _text(key: str, value: object, where: str = "") -> str:
    if not isinstance(value, str):
        raise _Fault(f"{key}{where}: expected text, in quotation marks")
    text = plain(value.replace("\n", " "))
    if not 1 <= len(text) <= _KEYS[key]:
        raise _Fault(f"{key}{where}: has {len(text)} characters; expected 1 to {_KEYS[key]}")
    return text


def _nothing(value: object) -> str:
    text = _text("nothing", value)
    for gap in re.findall(r"\{\w*\}", text):
        if gap != "{where}":
            raise _Fault(f"nothing: {gap} stands for nothing; expected {{where}} or none")
    return text


def _words(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not 1 <= len(value) <= _MOST_WORDS:
        raise _Fault(f"words: expected a list of 1 to {_MOST_WORDS} words or phrases")
    words = [_text("words", word, f" {at}") for at, word in enumerate(value, start=1)]
    for at, word in enumerate(words, start=1):
        if not any(ch.isalpha() for ch in word):
            raise _Fault(f"words {at}: “{word}” has no letter")
        if all(part in _SAYS_NOTHING for part in word.lower().split()):
            raise _Fault(f"words {at}: “{word}” stands everywhere; expected a word that tells")
    return tuple(dict.fromkeys(words))


def _facts(value: object) -> tuple[FactKind, ...]:
    kinds = [kind.value for kind in FactKind]
    if not isinstance(value, list) or any(entry not in kinds for entry in value):
        raise _Fault(f"facts: expected a list of {', '.join(kinds)}")
    return tuple(FactKind(entry) for entry in dict.fromkeys(value))
