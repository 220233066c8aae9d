"""The articles of a JSON value whose fields have names that nobody knows, told by their shape.

An article's text is where most of the prose is: a long string, or a list of strings or blocks. What
stands beside it on the way down tells of it, by a known name first: a title, a day, a publisher.
A list whose members have a title and a day of their own is a list of articles. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.corpus.dates import whole_date
from bot.corpus.draft import DateReading, Metadata, NotAnArticle
from bot.corpus.formats.json_text import json_value
from bot.corpus.formats.prose import is_prose, prose_size
from bot.corpus.metadata import field_name, is_known_name, names_of, normalised, text_of, unwrapped
from bot.corpus.press_names import looks_like_publisher
from bot.corpus.rules import table
from bot.corpus.wording import ends_sentence, is_name, word_count
from bot.model import DateOrigin

_MOST_DEPTH = 24
_SHORTEST_ARTICLE = 100
_SHORTEST_UNTITLED = 400
_LONGEST_LINE = 200
_NUMBERED = re.compile(r"(\D*)(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Found:
    """An article: what holds its text, and the fields beside it, those nearest to it winning."""

    fields: Mapping[str, Any]
    body: object


def articles_by_shape(value: object) -> list[Found]:
    """The articles in a value, in their order; none where it holds no prose."""
    return _found(_opened(value, 0), False, 0)


def _found(value: object, titled: bool, depth: int) -> list[Found]:
    """`titled` says whether what is around has a title: then a list with titles is of sections."""
    if depth > _MOST_DEPTH or prose_size(value) < _SHORTEST_ARTICLE:
        return []
    if isinstance(value, list):
        if _holds_articles(value, titled, depth):
            return [one for member in value for one in _found(member, True, depth + 1)]
        return [Found({}, value)]
    if isinstance(value, Mapping):
        return _found_in(dict(value), titled, depth)
    return [Found({}, value)]


def _found_in(fields: dict[str, Any], titled: bool, depth: int) -> list[Found]:
    if _are_many_articles(fields, titled, depth):
        return [one for value in fields.values() for one in _found(value, True, depth + 1)]
    sizes = {key: prose_size(value) for key, value in fields.items() if key not in _apart()}
    sizes = {key: size for key, size in sizes.items() if size}
    if not sizes:
        return []
    beside = {key: value for key, value in fields.items() if sizes.get(key, 0) <= _LONGEST_LINE}
    titled = titled or _title(beside) is not None
    lists = [key for key in sizes if _holds_articles(fields[key], titled, depth)]
    if 2 * sum(sizes[key] for key in lists) > sum(sizes.values()):  # no teasers of other articles
        if site := _title(beside) or text_of(beside.get("name")):
            beside = {key: value for key, value in beside.items() if key not in names_of("title")}
            beside["feedtitle"] = site
        return [
            Found({**beside, **one.fields}, one.body)
            for key in lists
            for one in _found(fields[key], titled, depth + 1)
        ]
    if series := _series(fields, sizes):
        return [Found(beside, series)]
    largest = max(sizes, key=lambda key: sizes[key])
    beside.pop(largest, None)
    lead = [fields[key] for key in names_of("lead") if key in sizes and key != largest][:1]
    if isinstance(fields[largest], Mapping):
        inner = _found(fields[largest], titled, depth + 1)
        return [
            Found({**beside, **one.fields}, [*lead, one.body] if lead else one.body)
            for one in inner
        ]
    return [Found(beside, [*lead, fields[largest]] if lead else fields[largest])]


def _series(fields: Mapping[str, Any], sizes: Mapping[str, int]) -> list[Any]:
    """The parts of a text that stand under names of their own: `p1`, `p2`, or all that a mapping
    holds; not the same text twice."""
    numbered = {key: match for key in fields if (match := _NUMBERED.fullmatch(key))}
    stems = Counter(match[1] for key, match in numbered.items() if key in sizes)
    stem, parts = max(stems.items(), key=lambda one: one[1], default=("", 0))
    keys = [key for key, match in numbered.items() if match[1] == stem]
    if parts > 1 and 2 * sum(sizes.get(key, 0) for key in keys) > sum(sizes.values()):
        return [fields[key] for key in sorted(keys, key=lambda key: int(numbered[key][2]))]
    known = {*names_of("summary"), *names_of("body")}
    if len(sizes) == len(fields) > 1 and known.isdisjoint(fields):
        return list(fields.values())
    return []


def _are_articles(members: list[Any], titled: bool, depth: int) -> bool:
    """Whether most of these are articles themselves, not parts of one."""
    told = [one for one in members if isinstance(one, Mapping) and prose_size(one)]
    if not told or 2 * len(told) < len(members):
        return False
    return sum(_is_article(one, titled, depth) for one in told) >= 0.8 * len(told)


def _are_many_articles(fields: Mapping[Any, Any], titled: bool, depth: int) -> bool:
    """Whether a mapping holds articles by their numbers or addresses."""
    told = [value for value in fields.values() if isinstance(value, Mapping) and prose_size(value)]
    if len(told) < 2:
        return False
    are_alike = len(told) == len(fields) and all(set(one) == set(told[0]) for one in told)
    return _are_articles(told, titled, depth) or (
        are_alike and not titled and all(any(_titles(_short_fields(one))) for one in told)
    )


def _is_article(member: Mapping[Any, Any], titled: bool, depth: int) -> bool:
    size = prose_size(member)
    beside = _short_fields(member)
    title = _title(beside) or next((text for _, text in _titles(beside)), None)
    if size >= _SHORTEST_ARTICLE and title and _date(beside):
        return True
    return not titled and (
        (size >= _SHORTEST_ARTICLE and _title(beside) is not None)
        or (depth == 0 and size >= _SHORTEST_UNTITLED)
    )


def _holds_articles(value: object, titled: bool, depth: int) -> bool:
    if depth > _MOST_DEPTH:
        return False
    if isinstance(value, list):
        return _are_articles(value, titled, depth) or any(
            _holds_articles(one, titled, depth + 1) for one in value if isinstance(one, Mapping)
        )
    if isinstance(value, Mapping):
        return _are_many_articles(value, titled, depth + 1) or any(
            _holds_articles(one, titled, depth + 1) for one in value.values()
        )
    return False


def _opened(value: object, depth: int) -> Any:
    """A value without what only wraps it; JSON in a string as what it is, rows as records."""
    value = unwrapped(value)
    if depth > _MOST_DEPTH:
        return None
    if isinstance(value, str) and value.lstrip()[:1] in ("{", "[") and '"' in value[:80]:
        try:
            return _opened(json_value(value), depth + 1)
        except NotAnArticle:
            return value
    if isinstance(value, list):
        members = [_opened(one, depth + 1) for one in value]
        return _records_of_rows(members[0], members[1:]) or members if members else members
    if isinstance(value, Mapping):
        fields = {key: _opened(one, depth + 1) for key, one in normalised(value).items()}
        lists = [one for one in fields.values() if isinstance(one, list)]
        return (_records_of_rows(lists[0], lists[1]) if len(lists) == 2 else None) or fields
    return value


def _records_of_rows(head: object, rows: object) -> list[dict[str, Any]] | None:
    """The rows of a table as records, where its head names what an article is made of."""
    if not isinstance(head, list) or not isinstance(rows, list) or len(head) < 2 or not rows:
        return None
    names = [field_name(name) for name in head if isinstance(name, str)]
    is_head = len(names) == len(head) and sum(map(is_known_name, names)) >= 2
    if not is_head or any(not isinstance(row, list) or len(row) != len(head) for row in rows):
        return None
    return [dict(zip(names, row, strict=True)) for row in rows]


def fill_by_shape(metadata: Metadata, fields: Mapping[str, Any], origin: DateOrigin) -> None:
    """Adds what no field with a known name tells: the title, the day and the publisher that the
    short strings beside a text are by their shape."""
    short = _short_fields(fields)
    metadata.published = metadata.published or _date(short, origin)
    names = [text for _, text in short if is_name(text) and _is_of_press(text)]
    if metadata.publisher is None and names:
        metadata.publisher = names[0]
    if metadata.title is None:
        titles = [text for _, text in _titles(short) if text != metadata.publisher]
        metadata.title = titles[0] if titles else None


def _short_fields(value: object, depth: int = 0) -> list[tuple[str, str]]:
    """The names and strings of a mapping that are no prose, and those of the mappings in it."""
    found: list[tuple[str, str]] = []
    if not isinstance(value, Mapping) or depth > 3:
        return found
    for key, inner in normalised(value).items():
        inner = unwrapped(inner)
        if key in _apart() and not is_known_name(key):
            continue
        if isinstance(inner, list) and len(inner) == 1:  # [{"role": "main", "value": "…"}]
            is_wrapped = not isinstance(inner[0], Mapping) or len(inner[0]) <= 2
            inner = inner[0] if is_wrapped else inner
        if isinstance(inner, Mapping):
            nested = _short_fields(inner, depth + 1)
            found += [(key if len(nested) == 1 else name, text) for name, text in nested]
        elif isinstance(inner, int | float) and not isinstance(inner, bool):
            found.append((key, str(inner)))
        elif isinstance(inner, str) and inner.strip() and len(inner) <= _LONGEST_LINE:
            found.append((key, " ".join(inner.split())))
    return found


def _title(short: object) -> str | None:
    """The title that a known name tells."""
    pairs = _short_fields(short) if isinstance(short, Mapping) else short
    assert isinstance(pairs, list)
    of_title = [name for name in names_of("title") if name != "name"]
    return next((text for key, text in pairs if key in of_title and text_of(text)), None)


def _titles(short: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What may be the title, best first: what is written as a headline, before mere names."""
    candidates = [
        (key, text)
        for key, text in short
        if not (is_known_name(key) and key not in names_of("title"))
        and (3 if is_name(text) else 2) <= word_count(text) <= 30
        and re.search(r"\s|[^\x00-\u02ff]", text)
        and not re.match(r"https?:|www\.|\d+$", text)
        and not (ends_sentence(text) and is_prose(text))
        and _date([("", text)]) is None
        and not (is_name(text, 4) and _is_of_press(text))
    ]
    yield from sorted(candidates, key=lambda one: (is_name(one[1]), -len(one[1])))


def _date(short: list[tuple[str, str]], origin: DateOrigin = "json") -> DateReading | None:
    """The first day among short strings: of those that a known name tells, else of any."""
    known = names_of("published")
    for key, text in sorted(short, key=lambda one: one[0] not in known):
        if len(text) > 40 or (text.isdigit() and (key not in known or len(text) < 8)):
            continue
        reading = whole_date(text, origin)
        if reading and reading.date.month and (key in known or _is_only_date(text)):
            return reading
    stamps = [text for _, text in short if re.fullmatch(r"1\d{9}(?:\d{3})?", text)]
    return whole_date(stamps[0], origin) if len(stamps) == 1 else None


def _is_only_date(text: str) -> bool:
    """Whether a string is a day and little else, no headline that names one."""
    return len(re.findall(r"[^\W\d_]{2,}", text)) <= 3 and re.search(r"\d", text) is not None


def _is_of_press(name: str) -> bool:
    """Whether a name is a publication's rather than a person's: `Anchor & Atoll`."""
    return looks_like_publisher(name) or re.search(r" (?:&|and) |^The ", name) is not None


@cache
def _apart() -> frozenset[str]:
    """Names of what stands beside an article and tells of something else."""
    return frozenset({*table("fields")["apart"], *names_of("author")})
