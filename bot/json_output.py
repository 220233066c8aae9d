"""Answers and articles as the JSON that other programs read. It is public: keys stay as they are.

The README documents it; `tests/test_json_output.py` keeps both true.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.model import Answer, Brief, Citation, FileReading, LoadReport, PublishedDate


def json_line(value: dict[str, Any]) -> str:
    """The value on one line, readable as it is: only what JSON must escape is escaped."""
    return json.dumps(value, ensure_ascii=False)


def answer_json(line: str, answer: Answer) -> dict[str, Any]:
    """What `footnote ask --json` prints for a request typed as `line`."""
    if isinstance(answer, Brief):
        return {
            "request": line,
            "command": answer.request.command,
            "answered": True,
            "title": answer.title,
            "claims": [
                {"text": claim.text, "citations": _numbers(claim.citations)}
                for claim in answer.claims
            ],
            "notes": [
                {"kind": note.kind, "text": note.text, "citations": _numbers(note.citations)}
                for note in answer.notes
            ],
            "citations": [_citation(citation) for citation in answer.citations],
            "suggestions": list(answer.suggestions),
            "as_of": _date(answer.as_of),
            "corpus": answer.corpus,
        }
    return unanswered_json(
        line, answer.request.command, answer.title, answer.corpus, answer.suggestions
    )


def unanswered_json(
    line: str, command: str | None, title: str, corpus: str, suggestions: tuple[str, ...] = ()
) -> dict[str, Any]:
    """A request without an answer; `command` is None where the line could not be understood."""
    return {
        "request": line,
        "command": command,
        "answered": False,
        "title": title,
        "claims": [],
        "notes": [],
        "citations": [],
        "suggestions": list(suggestions),
        "as_of": None,
        "corpus": corpus,
    }


def reading_json(reading: FileReading) -> dict[str, Any]:
    """What `footnote articles --json` prints for a file, or for one record of a file of many."""
    article = reading.article
    published = article.published if article else None
    return {
        "file": reading.file,
        "id": article.id if article else None,
        "title": article.title if article else None,
        "title_given": article.title_given if article else False,
        "publisher": article.publisher if article else None,
        "url": article.url if article else None,
        "published": _date(published),
        "published_from": published.origin if published else None,
        "language": article.language if article else None,
        "paragraphs": list(article.paragraphs) if article else [],
        "dropped": [line.text for line in reading.dropped],
        "duplicate_of": reading.duplicate_of,
        "rejected": reading.rejected,
    }


def report_json(report: LoadReport) -> dict[str, Any]:
    """What `footnote index --json` prints."""
    return {
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "rejected": [{"file": file, "reason": reason} for file, reason in report.rejected],
        "seconds": round(report.seconds, 3),
        "corpus": report.corpus,
        "dry_run": report.dry_run,
        "duplicates": report.duplicates,
        "new_facts": report.new_facts,
        "gone_facts": report.gone_facts,
        "disagreements": list(report.disagreements),
    }


def report_from_json(printed: Mapping[str, Any]) -> LoadReport:
    """The inverse of `report_json`; raises KeyError where something is missing."""
    rejected = tuple((str(one["file"]), str(one["reason"])) for one in printed["rejected"])
    disagreements = tuple(map(str, printed.get("disagreements", ())))
    return LoadReport(**{**printed, "rejected": rejected, "disagreements": disagreements})


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "number": citation.number,
        "article": citation.article_id,
        "file": citation.file,
        "title": citation.title,
        "publisher": citation.publisher,
        "url": citation.url,
        "published": _date(citation.published),
        "published_from": citation.published.origin if citation.published else None,
        "quote": citation.quote,
        "link": citation.link,
    }


def _numbers(citations: tuple[Citation, ...]) -> list[int]:
    return [citation.number for citation in citations]


def _date(date: PublishedDate | None) -> str | None:
    return date.isoformat() if date else None
