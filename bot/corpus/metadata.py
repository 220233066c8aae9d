"""What a file says of itself, from a mapping: front matter, a JSON record, HTML meta names.

One table of names (`rules/fields.toml`) serves all formats.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from bot.corpus.dates import stamp_date, whole_date, with_origin
from bot.corpus.draft import DateReading, Metadata
from bot.corpus.encodings import plain
from bot.corpus.rules import table
from bot.model import DateOrigin, PublishedDate

_MOST_NESTED = 3  # {"article": {"meta": {"dates": …}}}
_FIRST_STAMP = 1_000_000
"""What is less is no time in seconds but the number of an edition, or a day."""
_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_LOCALE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z]{2,4})?")
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_].*)?")


def field_name(name: object) -> str:
    """A key as `fields.toml` writes it: lower case, no namespace, only letters and digits."""
    return re.sub(r"[\W_]", "", str(name).rsplit(":", 1)[-1].casefold())


@cache
def names_of(field: str) -> tuple[str, ...]:
    """The names of one field, most trusted first."""
    return tuple(table("fields")[field])


@cache
def _known_names() -> frozenset[str]:
    described = ("title", "publisher", "published", "url", "language", "author", "original",
                 "reader_note")  # fmt: skip
    return frozenset(name for field in described for name in names_of(field))


def is_known_name(name: str) -> bool:
    """Whether a field of this (normalised) name tells about an article."""
    return name in _known_names()


def pick(mapping: Mapping[str, Any], field: str) -> Iterator[Any]:
    """The values that a mapping (with normalised keys) has for a field, most trusted first."""
    prefixes = tuple(table("fields")["prefixes"])
    said = {prefix for key in mapping if key.startswith(prefixes) for prefix in prefixes
            if key.startswith(prefix)}  # fmt: skip
    for prefix in ("", *(prefix for prefix in prefixes if prefix in said)):
        for name in names_of(field):
            if mapping.get(f"{prefix}{name}") not in (None, "", [], {}):
                yield mapping[f"{prefix}{name}"]


def normalised(mapping: Mapping[Any, Any]) -> dict[str, Any]:
    """The mapping with its keys as `fields.toml` writes them; the first of equal keys stays."""
    result: dict[str, Any] = {}
    for key, value in mapping.items():
        result.setdefault(field_name(key), value)
    return result


def joined(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with those of the containers in them, such as `params`; their own fields win."""
    result = {key: unwrapped(value) for key, value in fields.items()}
    for name in table("fields")["containers"] * _MOST_NESTED:
        if (inner := result.get(name)) is None:
            continue
        if isinstance(inner, Mapping) and not _is_tree(inner) and not _is_publisher(name, inner):
            del result[name]
            for key, value in normalised(inner).items():
                result.setdefault(key, unwrapped(value))
    return result


_OF_A_SITE = frozenset(
    "title name url href link id domain icon logo type slug language country".split()
)


def _is_publisher(name: str, value: Mapping[Any, Any]) -> bool:
    """Whether `source: {…}` tells of a publisher; search engines call the whole record so."""
    fields = normalised(value)
    bodies = {*names_of("body"), *names_of("title")} - {"name"}
    card = bodies.isdisjoint(fields) or set(fields) <= _OF_A_SITE
    return name in names_of("publisher") and card


def _is_tree(value: Mapping[Any, Any]) -> bool:
    """Whether a mapping is the tree of a text, not a record."""
    fields = normalised(value)
    kinds = [fields[name] for name in names_of("block_kind") if isinstance(fields.get(name), str)]
    has_title = any(text_of(fields.get(name)) for name in names_of("title") if name != "name")
    return not has_title and (
        bool({"doc", "document", "root"} & {field_name(kind) for kind in kinds[:1]})
        or any(isinstance(fields.get(key), list) for key in ("blocks", "nodes", "children"))
    )


def unwrapped(value: Any) -> Any:
    """What a mapping that is no record stands for; any other value comes back as it is.

    `{"rendered": …}` and `{"en-US": …}` stand for what they hold, `{"0": …, "1": …}` for a list.
    """
    if not isinstance(value, Mapping) or not value:
        return value
    if set(value) <= {"rendered", "protected", "raw", "block_version"} and "rendered" in value:
        return value["rendered"]
    keys = [str(key) for key in value]
    if all(key.isascii() and key.isdigit() for key in keys):
        return [value[key] for key in sorted(value, key=lambda key: int(str(key)[:18]))]
    locales = [_LOCALE.fullmatch(key) for key in keys]
    if all(locale and locale[1] in table("fields")["locales"] for locale in locales):
        return next(iter(value.values()))
    return value


def metadata_from(mapping: Mapping[Any, Any], origin: DateOrigin) -> Metadata:
    """All that a mapping tells about its article. Values of a wrong kind count as absent."""
    fields = normalised(mapping)
    external = str(fields.get("publishedfrom", "")).casefold() == "external"
    return Metadata(
        title=_first_text(fields, "title"),
        publisher=_publisher(fields),
        url=_address(fields),
        published=_published(fields, "external" if external else origin),
        language=_language(fields),
        author=_author(fields),
        original=_first_text(fields, "original"),
        reader_note=_first_text(fields, "reader_note"),
        paraphrased=fields.get("paraphrased") in (True, "true", "yes"),
    )


def text_of(value: object) -> str | None:
    """A value as one line: a string, a number, `{"name": …}`, or a list of them joined."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str | int | float):
        return plain(re.sub(r"<[^<>]{1,200}>", " ", str(value))) or None
    if isinstance(value, Mapping):
        for key in ("name", "title", "display_name", "displayName", "label", "text", "value",
                    "rendered", "main", "basic", "by", "original",
                    "default", "@value", "$t", "#text"):  # fmt: skip
            if isinstance(value.get(key), str | Mapping | list):
                return text_of(value[key])
        inner = unwrapped(value)
        return None if inner is value else text_of(inner)
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(text_of, value[:10]))) or None
    return None


def date_of(value: object, origin: DateOrigin) -> DateReading | None:
    """A value as a date; a number is a year or a unix time."""
    if isinstance(value, bool):
        return None
    if isinstance(value, datetime.datetime | datetime.date):
        return DateReading(PublishedDate(value.year, value.month, value.day, origin))
    if isinstance(value, int | float):
        if 1800 <= value <= 2099:
            return DateReading(PublishedDate(int(value), origin=origin))
        if 1800_01_01 <= value <= 2099_12_31 and (day := whole_date(str(int(value)), origin)):
            return day
        return stamp_date(float(value), origin) if abs(value) >= _FIRST_STAMP else None
    if isinstance(value, str):
        return whole_date(value, origin)
    if isinstance(value, Mapping) and (parts := _day_in_parts(value)):
        return whole_date(parts, origin)
    if isinstance(value, Mapping) and len(value) <= 4:  # a larger one is no date with its zone
        for inner in value.values():
            if reading := date_of(inner, origin):
                return with_origin(reading, origin)
    if isinstance(value, list) and value:
        return date_of(value[0], origin)
    return None


def _day_in_parts(value: Mapping[Any, Any]) -> str | None:
    """`{"day": 12, "month": 5, "year": 1994}` as an ISO date, as precise as it is."""
    parts = [str(value.get(name) or "") for name in ("year", "month", "day")]
    known = list(itertools.takewhile(str.isdigit, parts))
    return "-".join(part.zfill(2) for part in known) if known and len(known[0]) == 4 else None


def _first_text(fields: Mapping[str, Any], field: str) -> str | None:
    for value in pick(fields, field):
        if text := text_of(value):
            return text
    return None


def _author(fields: Mapping[str, Any]) -> str | None:
    """Who wrote it, without the address of a mail; a number is a key into some other table."""
    for value in pick(fields, "author"):
        text = text_of(value)
        if text is None or not re.search(r"[^\W\d_]", text):
            continue
        if name := re.match(r"\S+@\S+\s*\((.+)\)$", text) or re.match(r"(.*?)\s*<\S+@\S+>$", text):
            text = name[1].strip()
        if text and "@" not in text:
            return text
    return None


def _publisher(fields: Mapping[str, Any]) -> str | None:
    for value in pick(fields, "publisher"):
        text = text_of(value)
        if text and len(text) <= 80 and not _ADDRESS.match(text):
            return text
    return None


def _address(fields: Mapping[str, Any]) -> str | None:
    candidates = [*pick(fields, "url"), *pick(fields, "publisher")]
    for value in candidates:
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, Mapping):
            value = value.get("href") or value.get("url") or value.get("@id")
        if isinstance(value, str) and (match := _ADDRESS.match(value.strip(" \t\n<>"))):
            return match[0]
    return None


def _published(fields: Mapping[str, Any], origin: DateOrigin) -> DateReading | None:
    for value in pick(fields, "published"):
        if reading := date_of(value, origin):
            return reading
    return None


def _language(fields: Mapping[str, Any]) -> str | None:
    for value in pick(fields, "language"):
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, Mapping):
            value = value.get("code") or value.get("name")
        if isinstance(value, str) and (match := _LANGUAGE.fullmatch(value.strip())):
            return match[1].lower()
    return None
