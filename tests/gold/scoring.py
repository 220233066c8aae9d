"""Measures answers and articles against what people found when they read the articles themselves.

A gold set is a folder of articles and a `gold.json` beside it: what each file must be read as, and
requests with what an answer to each must cite, say and not say. Everything here is pure.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.model import Answer, Brief, Citation, FileReading, NoAnswer

_PLAIN = str.maketrans("“”„‘’–—‑", '"""\'\'---')
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
# Where the articles tell of a border or a mission, what only sounds like one must not be cited.
_ON_THE_SUBJECT = ("/borders", "/missions")


@dataclass(slots=True)
class Tally:
    """How many of some checks passed; `misses` says what was wrong with each of the others."""

    passed: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def percent(self) -> float:
        checked = self.passed + len(self.misses)
        return 100 * self.passed / checked if checked else 100.0


Tallies = dict[str, Tally]


def comparable(text: str | None) -> str:
    """Text as two readers would compare it: one kind of quotes, dashes and space, no markup."""
    plain = html.unescape(html.unescape(text or "")).translate(_INVISIBLE)
    plain = unicodedata.normalize("NFKC", plain).translate(_PLAIN)
    return " ".join(re.sub(r"[*#`|]", "", plain).split())


def _note(tallies: Tallies, check: str, miss: str | None) -> None:
    tally = tallies.setdefault(check, Tally())
    if miss is None:
        tally.passed += 1
    else:
        tally.misses.append(miss)


def file_name(citation_or_reading: Citation | FileReading) -> str:
    """The file without the number of the record in it."""
    return citation_or_reading.file.partition("#")[0]


def tally_articles(
    gold: Sequence[Mapping[str, Any]], readings: Mapping[str, FileReading]
) -> Tallies:
    """How well the files were read; `readings` are by the name of the file."""
    tallies: Tallies = {}
    for want in gold:
        name = want["id"]
        reading = readings.get(name)
        article = reading.article if reading else None
        _note(tallies, "read", None if article else name)
        if article is None:
            continue
        lines = [comparable(paragraph) for paragraph in article.paragraphs]
        whole = comparable("\n".join(article.paragraphs))
        for start in map(comparable, want["boilerplate_line_starts"]):
            kept = any(line.startswith(start) for line in lines)
            _note(tallies, "boilerplate dropped", f"{name} keeps {start!r}" if kept else None)
        for line in map(comparable, want["must_survive_lines"]):
            _note(tallies, "text kept", None if line in whole else f"{name} lost {line!r}")
        if want["title"]:
            same = comparable(article.title).casefold() == comparable(want["title"]).casefold()
            _note(tallies, "title", None if same else f"{name}: {article.title!r}")
        date = article.published.isoformat() if article.published else None
        right = date == (want["published_date"] or None)
        _note(tallies, "date", None if right else f"{name}: {date}, not {want['published_date']}")
        if want.get("publisher_in_file"):
            told = comparable(article.publisher).casefold()
            right = told == comparable(want["publisher"]).casefold()
            _note(tallies, "publisher", None if right else f"{name}: {article.publisher!r}")
    return tallies


def tally_answers(
    asked: Sequence[tuple[Mapping[str, Any], Answer]], off_subject: frozenset[str]
) -> Tallies:
    """How many requests are answered as they should be, and how often silence is kept.

    `off_subject` are the files that only sound as if they told of borders and missions.
    """
    tallies: Tallies = {}
    for question, answer in asked:
        where = f"{question['qid']} {question['text']}"
        if not question["answerable"]:
            silent = isinstance(answer, NoAnswer)
            _note(tallies, "silent", None if silent else f"{where}: {_said(question, answer)}")
            continue
        faults = "; ".join(_faults(question, answer, off_subject))
        _note(tallies, "answered", f"{where}: {faults}" if faults else None)
    return tallies


def _faults(
    question: Mapping[str, Any], answer: Answer, off_subject: frozenset[str]
) -> Iterator[str]:
    citations = answer.citations if isinstance(answer, Brief) else ()
    used = [file_name(citation) for citation in citations]
    said = _said(question, answer)
    unwanted = set(question["wrong_to_cite"])
    if question["command"] in _ON_THE_SUBJECT:
        unwanted |= off_subject
    for file in question["must_cite_all"]:
        if file not in used:
            yield f"does not cite {file}"
    for files in question["must_cite_any_of"]:
        if not set(files) & set(used):
            yield f"cites none of {files}"
    for file in used:
        if file in unwanted:
            yield f"cites {file}"
    for pattern in question["must_contain"]:
        if not re.search(pattern, said, re.IGNORECASE):
            yield f"does not say {pattern}"
    for pattern in question["must_not_contain"]:
        if re.search(pattern, said, re.IGNORECASE):
            yield f"says {pattern}"
    wanted = question["must_cite_all"]
    if question["command"] == "/source" and wanted and used[:1] != wanted[:1]:
        yield f"finds {used[:1]} first"


def _said(question: Mapping[str, Any], answer: Answer) -> str:
    """All that a reader sees of an answer, to look for words in."""
    if isinstance(answer, NoAnswer):
        return comparable(answer.title)
    parts = [answer.title, *(claim.text for claim in answer.claims)]
    parts += [note.text for note in answer.notes]
    if question["command"] == "/source":
        parts += [citation.title for citation in answer.citations]
    return comparable(" \n".join(parts))
