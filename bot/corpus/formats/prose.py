"""Which strings of a JSON value are prose, and what the parts of a block are, told by their shape.

Serves where no field has a name that `rules/fields.toml` knows: `{"t": "The two valleys …"}`,
`["p", "The two valleys …"]`, `{"n": "4", "zin": "…"}`. Pure; knows nothing of articles.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from bot.corpus.metadata import field_name, names_of
from bot.corpus.rules import table
from bot.corpus.wording import ends_sentence, is_unspaced, word_count

BREAKS = {"hardbreak": "\n", "softbreak": "\n", "linebreak": "\n", "br": "\n", "space": " "}
"""Pieces of a paragraph that are no words, and what they stand for."""
_MOST_DEPTH = 30
_SHORTEST, _SHORTEST_UNSPACED, _FEWEST_WORDS = 40, 16, 6
_ADDRESS = re.compile(
    r"(?:https?|bundle|urn|file|data|mailto):\S*|www\.\S+|/\S*"
    r"|\S+\.(?:jpe?g|png|gif|webp|svg|mp[34]|html?|php)",
    re.IGNORECASE,
)
_CODE = re.compile(r"\S*\d\S*|[0-9a-f-]{8,}|\S+_\S*")


def is_prose(text: str) -> bool:
    """Whether a string is a sentence or more: long, of several words, no address and no JSON."""
    text = text.strip()
    if text[:1] in ("{", "[") and '"' in text[:40]:
        return False
    if is_unspaced(text) and word_count(text) * 2 > len(text) / 2:
        return len(text) >= _SHORTEST_UNSPACED
    return len(text) >= _SHORTEST and len(text.split(None, _FEWEST_WORDS)) >= _FEWEST_WORDS


def prose_size(value: object, depth: int = 0) -> int:
    """How much prose is in a value, but for what is called or keyed as no part of a text."""
    if isinstance(value, str):
        return len(value) if is_prose(value) else 0
    if depth > _MOST_DEPTH:
        return 0
    if isinstance(value, list):
        return sum(prose_size(item, depth + 1) for item in value)
    if isinstance(value, Mapping):
        if is_left_out(value):
            return 0
        return sum(
            prose_size(item, depth + 1)
            for key, item in value.items()
            if not is_beside_text(field_name(key))
        )
    return 0


def is_beside_text(name: str) -> bool:
    """Whether a (normalised) key says that what it holds is no part of a text."""
    return name in left_out_kinds() or name in speechless()


def is_left_out(block: Mapping[Any, Any]) -> bool:
    """Whether a block calls itself an image, an advertisement or the like."""
    return kind_told({field_name(key): value for key, value in block.items()}) in left_out_kinds()


def kind_told(fields: Mapping[str, Any]) -> str:
    """What a block (with normalised keys) is called, such as `paragraph`; else empty.

    A field of an unknown name tells it where its one word is a kind, and another holds the words.
    """
    named = (fields[key] for key in names_of("block_kind") if isinstance(fields.get(key), str))
    name = bare_kind(next(named, ""))
    if name:
        return name
    for key, value in fields.items():
        if isinstance(value, str) and key not in names_of("block_text"):
            kind = bare_kind(value)
            is_kind = kind in left_out_kinds() or kind in _kinds()
            if kind in BREAKS or (is_kind and len(fields) > 1):
                return kind
    return ""


def bare_kind(name: str) -> str:
    """Gutenberg's `core/paragraph`, AMP's `amp-img` and `shared.rich-text` without where from."""
    name = field_name(re.split(r"[/.]", name.strip())[-1]) if len(name) < 60 else ""
    return name.removeprefix("amp") if name.removeprefix("amp") in left_out_kinds() else name


def tagged(items: list[Any]) -> dict[str, Any] | None:
    """`["p", {…}, "The two valleys"]` as a block of that kind; no list of paragraphs."""
    strings = [isinstance(item, str) for item in items]
    if len(items) < 2 or not strings[0] or any(map(all, itertools.pairwise(strings[1:]))):
        return None
    kind = bare_kind(items[0])
    if not items[0].islower() or not (kind in _kinds() or kind in left_out_kinds()):
        return None
    return {"type": items[0], "content": [item for item in items[1:] if not _is_marks(item)]}


def _is_marks(item: object) -> bool:
    return isinstance(item, Mapping) and prose_size(item) == 0


def are_sentences(texts: list[str]) -> bool:
    """Whether the members of a list are the sentences of one paragraph, not the cells of a row."""
    told = [text for text in texts if ends_sentence(text) and word_count(text) >= 3]
    return bool(told) and len(told) >= 0.6 * len(texts) and any(map(is_prose, texts))


def are_wrapped(texts: list[str]) -> bool:
    """Whether a list holds the lines of a text rather than its paragraphs: blank ones between
    them, or most going on in the next."""
    if not all(text.strip() for text in texts):
        return True
    open_ends = sum(
        not ends_sentence(one) and following.lstrip()[:1].islower()
        for one, following in itertools.pairwise(texts)
    )
    return len(texts) >= 3 and open_ends >= 0.4 * (len(texts) - 1)


def said_in(fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The parts of a block with unknown names that hold its words, in their order.

    What is prose, or holds some; where nothing is, the longest string that is no address or code.
    """
    kept = {
        key: value
        for key, value in fields.items()
        if isinstance(value, str | list | Mapping) and not is_beside_text(key)
    }
    told = {key: value for key, value in kept.items() if prose_size(value)}
    if told:
        yield from told.items()
        return
    words = [
        (len(value), key)
        for key, value in kept.items()
        if isinstance(value, str) and _is_wording(value)
    ]
    if words:
        key = max(words)[1]
        yield key, kept[key]
        return
    yield from ((key, value) for key, value in kept.items() if not isinstance(value, str))


def lone_text(item: object) -> str | None:
    """The one string of words that a piece of a list is or holds; None where it holds more."""
    if isinstance(item, str):
        return item
    if not isinstance(item, Mapping) or is_left_out(item):
        return None
    said = [value for _, value in said_in({field_name(key): one for key, one in item.items()})]
    return said[0] if len(said) == 1 and isinstance(said[0], str) else None


def _is_wording(text: str) -> bool:
    text = text.strip()
    return (
        word_count(text) > 0
        and not _ADDRESS.fullmatch(text)
        and not _CODE.fullmatch(text)
        and bare_kind(text) not in _kinds()
    )


@cache
def _kinds() -> frozenset[str]:
    return frozenset({*table("fields")["kinds"], *table("fields")["inline_kinds"]})


@cache
def left_out_kinds() -> frozenset[str]:
    """What blocks are called that are no part of the article."""
    return frozenset(table("fields")["dropped_kinds"])


@cache
def speechless() -> frozenset[str]:
    """The keys of what holds no words of a text."""
    return frozenset({*names_of("block_kind"), *table("fields")["speechless"]})
