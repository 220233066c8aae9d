"""Which names of a corpus are of one mission, by the names alone. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence


def merge(names: Sequence[str], apart: Collection[str] = ()) -> dict[str, str]:
    """Which core names are one mission: each core name → the key of its mission.

    A name that another one holds as its last words, with only words in capitals before it
    ("aspides" in "eunavfor aspides"), is the same; so is one without the year of the only other
    that has one. Names in `apart` are not short for a longer one. Order does not matter: the same
    names give the same keys.
    """
    keys = {name: name for name in names}
    ordered = sorted(keys, key=lambda name: (len(name.split()), name))
    dated: dict[str, list[str]] = {}
    longer: dict[str, list[str]] = {}
    for name in ordered:
        plain = re.sub(r"\s+\d{2,4}$", "", name)
        if plain != name:
            dated.setdefault(plain, []).append(name)
        for blank in re.finditer(" ", name):
            longer.setdefault(name[: blank.start()], []).append(name)
    for plain, names_with_year in dated.items():
        if plain in keys and len(names_with_year) == 1:
            keys[plain] = names_with_year[0]
    for name in ordered:
        words = name.split()
        for cut in range(1, len(words)):
            shorter = " ".join(words[cut:])
            if shorter in keys and len(shorter) > 3 and _prefix_only(words[:cut]):
                keys[name] = keys[shorter]
                break
    for name in ordered:
        # "eufor" alone is the one "eufor althea" that the corpus knows, if it knows one only
        those = {keys[other] for other in longer.get(name, ())}
        if len(those) == 1 and _prefix_only([name]) and name not in apart:
            (keys[name],) = those
    return {name: _root(name, keys) for name in keys}


def _prefix_only(words: Sequence[str]) -> bool:
    return all(
        re.fullmatch(r"(?:eu|un)[a-z]*|nato|operation|exercise|task|force|mission|joint|the", word)
        for word in words
    )


def _root(name: str, keys: dict[str, str]) -> str:
    seen = set()
    while keys.get(name, name) != name and name not in seen:
        seen.add(name)
        name = keys[name]
    return name
