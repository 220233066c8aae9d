"""JSON and JSON Lines → drafts: flat or nested records, whatever their fields are called.

Which field is the text decides what the others can be. Fields are told by their names, and where
those leave most of the prose unread, by their shape (`by_shape.py`); how a body becomes lines is in
`blocks.py`.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from bot.corpus.draft import Draft, NotAnArticle
from bot.corpus.encodings import plain
from bot.corpus.formats.blocks import body_lines, text_size, words_in
from bot.corpus.formats.by_shape import articles_by_shape, fill_by_shape
from bot.corpus.formats.json_text import json_value, json_values
from bot.corpus.formats.prose import prose_size
from bot.corpus.metadata import joined, metadata_from, names_of, normalised, text_of, unwrapped
from bot.corpus.rules import table
from bot.corpus.wording import folded

_MOST_DEPTH = 10
_SHORTEST_BODY = 40
_SHORTEST_UNNAMED = 200

Record = Mapping[str, Any]


def read_json(text: str, most: int | None = None) -> list[Draft | NotAnArticle]:
    """The records of a JSON file, so many at most: one object is one article, a list is one for
    each member.

    A file of one value behind the other is read as a list of them.
    """
    try:
        data = json_value(text)
    except NotAnArticle:
        if not text.lstrip().startswith("{"):
            raise
        data = json_values(text)
    return _drafts(data, most)


def is_list(text: str) -> bool:
    """Whether a JSON text is a list, so that its records are numbered."""
    return text.lstrip("\ufeff \t\r\n").startswith("[")


def read_json_lines(text: str, most: int | None = None) -> Iterator[Draft | NotAnArticle]:
    """The records of a .jsonl file; one line that is broken costs that line only.

    Values that go over several lines, and one list of them all, are read as what they are, and so
    many of them at most.
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if lines and not _is_json(lines[0][1]):
        try:
            yield from _drafts(json_values(text), most)
            return
        except NotAnArticle:  # not that either: each line says what is wrong with it
            pass
    elif len(lines) == 1 and is_list(text):
        yield from _drafts(json_value(text), most)
        return
    for number, line in lines:
        try:
            drafts = _drafts(json_value(line, number))
        except NotAnArticle as reason:
            yield reason
            continue
        yield drafts[0] if len(drafts) == 1 else NotAnArticle("a line with several articles")


def _is_json(line: str) -> bool:
    try:
        json_value(line)
    except NotAnArticle:
        return False
    return True


def _drafts(data: object, most: int | None = None) -> list[Draft | NotAnArticle]:
    records = list(itertools.islice(_records(data, 0), most))
    drafts = [_tried(record, _body_value(record)) for record in records]
    if _are_doubtful(drafts, records, data):
        found = articles_by_shape(data)
        others = [_tried(one.fields, one.body) for one in found[:most]]
        if _told(others) > 1.5 * _told(drafts) or (len(others) == 1 < len(drafts)):
            drafts = others
    if not drafts:
        raise NotAnArticle("JSON without a text (no content, body, text or the like)")
    return drafts


def _are_doubtful(drafts: list[Draft | NotAnArticle], records: list[Record], data: object) -> bool:
    """Whether names leave much of a file's prose unread, or find articles without a title."""
    if not _told(drafts) or 2 * _told(drafts) < prose_size(data):
        return True
    return len(records) > 1 and not any(_has_title(one) or "feedtitle" in one for one in records)


def _told(drafts: list[Draft | NotAnArticle]) -> int:
    """How much text drafts hold."""
    return sum(len(line.text) for one in drafts if isinstance(one, Draft) for line in one.lines)


def _tried(record: Record, body: object) -> Draft | NotAnArticle:
    try:
        return _draft(record, body)
    except NotAnArticle as reason:
        return reason
    except RecursionError:
        return NotAnArticle("JSON nested too deeply")


def _records(data: object, depth: int) -> Iterator[Record]:
    """The mappings that hold a text, wherever they are nested; outer fields fill inner ones."""
    data = unwrapped(data)
    if depth > _MOST_DEPTH:
        return
    if isinstance(data, str):
        yield from _records_in_string(data, depth)
    elif isinstance(data, list):
        if depth == 0 and _is_text(data):
            yield {"paragraphs": data}
            return
        for item in data:
            if isinstance(item, dict | list) or (depth == 0 and isinstance(item, str)):
                yield from _records(item, depth + 1)
    elif isinstance(data, dict):
        fields = joined(normalised(data))
        if _body_value(fields) is not None:
            yield fields
            return
        inner = [
            value
            for value in normalised(data).values()
            if isinstance(value, dict | list) or (isinstance(value, str) and _may_be_json(value))
        ]
        found = [record for value in inner for record in _records(value, depth + 1)]
        outer = _shared_fields(fields, len(found))
        if channel := _channel(fields):
            outer = {key: value for key, value in outer.items() if key not in names_of("title")}
            outer["feedtitle"] = channel
        yield from ({**outer, **record} for record in found)


def _is_text(items: list[Any]) -> bool:
    """Whether a list is an article's paragraphs: strings, together long enough."""
    return (
        text_size(items) >= _SHORTEST_UNNAMED / 2
        and all(isinstance(item, str) for item in items)
        and not _may_be_json(items[0])
    )


def _records_in_string(text: str, depth: int) -> Iterator[Record]:
    if _may_be_json(text):
        try:
            yield from _records(json_value(text), depth + 1)
        except NotAnArticle:
            return
    elif depth == 0 and len(text.strip()) >= _SHORTEST_BODY:
        yield {"text": text}


def _may_be_json(text: str) -> bool:
    return len(text) > _SHORTEST_BODY and text.lstrip()[:1] in ("{", "[") and '"' in text


def _shared_fields(fields: Record, records: int) -> dict[str, Any]:
    """What a mapping tells of the records in it: all it says of one, of several whose they are."""
    if records == 1:
        return {
            key: value
            for key, value in fields.items()
            if key not in names_of("body") and not (isinstance(value, list) and prose_size(value))
        }
    shared = {key: fields[key] for key in names_of("language") if isinstance(fields.get(key), str)}
    if {"homepageurl", "feedurl"} & set(fields):  # a JSON feed: its title is the site's name
        shared["feedtitle"] = fields.get("title")
    return shared


def _channel(fields: Record) -> str | None:
    """The name of a channel, whose messages are the articles: `{"name": …, "messages": […]}`."""
    if not any(isinstance(fields.get(name), list) for name in table("fields")["channels"]):
        return None
    return text_of(fields.get("name")) or text_of(fields.get("title"))


def _body_value(fields: Record) -> object | None:
    """What holds the text: the longest string, or a list of strings or blocks."""
    best: tuple[float, object] | None = None
    for name in (*names_of("body"), *names_of("summary")):
        value = fields.get(name)
        size = text_size(value)
        is_summary = name in names_of("summary")
        if size == 0 or (is_summary and (best is not None or size < 80)):
            continue
        if _holds_records(value) or (isinstance(value, str) and _may_be_json(value)):
            continue
        weight = size * 1.5 if _has_paragraphs(value) else size
        if best is None or weight > 1.2 * best[0]:
            best = (weight, value)
    if best is None:
        return None
    return best[1] if best[0] >= _SHORTEST_BODY or _has_title(fields) else None


def _has_paragraphs(value: object) -> bool:
    """Whether a body is more than one run of words; its flat twin is as long, and worse."""
    if not isinstance(value, str):
        return True
    return "\n" in value.strip() or re.search(r"<(?:p|br|div)\b", value) is not None


def _holds_records(value: object) -> bool:
    """Whether a mapping, or most members of a list, are articles themselves: title and text."""
    if isinstance(value, dict):
        return _is_record(normalised(value))
    if not isinstance(value, list) or not value:
        return False
    members = [normalised(item) for item in value if isinstance(item, dict)]
    titled = [item for item in members if any(text_of(item.get(name)) for name in _title_names())]
    return (
        bool(members)
        and len(titled) >= len(members) * 0.8
        and any(_is_record(item) and not set(item) & {"type", "kind"} for item in titled)
    )


def _is_record(fields: Record) -> bool:
    bodies = {*names_of("body"), *table("fields")["containers"]}
    return any(text_of(fields.get(name)) for name in _title_names()) and bool(set(fields) & bodies)


def _title_names() -> tuple[str, ...]:
    """The names that only the title of an article has, not the heading of a section."""
    of_sections = ("name", "heading", "header", "hed", "subject")
    return tuple(name for name in names_of("title") if name not in of_sections)


def _has_title(fields: Record) -> bool:
    return any(text_of(fields.get(name)) for name in names_of("title") if name != "name")


def _draft(fields: Record, body: object) -> Draft:
    flat = dict(fields)
    apart = {*table("fields")["apart"], *names_of("body")}
    for field in ("title", "publisher", "published", "url", "language", "author", "original"):
        apart.update(names_of(field))
    for key, value in fields.items():  # {"stamps": {"date": …}, "content": …}
        if isinstance(value, dict) and key not in apart:
            for name, inner in normalised(value).items():
                if name not in ("name", "type", "id") and not isinstance(inner, list):
                    flat.setdefault(name, inner)
    metadata = metadata_from(flat, "json")
    if isinstance(body, Mapping):  # {"content": {"publisher": …, "body": […]}}
        metadata.fill(metadata_from(body, "json"))
    draft = Draft([], metadata, None, "json")
    parts: list[object] = [body]
    for name in names_of("lead"):
        lead = fields.get(name)
        if isinstance(lead, str) and folded(plain(lead))[:60] not in folded(words_in(body)):
            parts.insert(0, lead)
            break
    draft.lines, draft.dropped = body_lines(*parts)
    fill_by_shape(metadata, {key: one for key, one in fields.items() if one is not body}, "json")
    draft.page_title = metadata.title  # a site's name behind a bar is taken off by the cleaner
    return draft
