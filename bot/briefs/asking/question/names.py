"""Places and missions that a question names, and how it may name them for short."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from bot.language.places import Gazetteer, Mention
from bot.language.words import Word, as_name, words
from bot.store import Missions

MONTH = re.compile(
    r"\b(january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


def is_aside(text: str, mention: Mention) -> bool:
    """Whether a place only bounds what is asked: "Alaska included", "without Kaliningrad"."""
    return bool(
        re.match(r"\s+(?:included|excluded|counted|left out|aside)\b", text[mention.end :])
        or re.search(
            r"\b(?:including|excluding|counting|without)\s+(?:the\s+)?$", text[: mention.start]
        )
    )


def without(text: str, known: list[tuple[str, int, int]]) -> str:
    for _, start, end in known:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def places_in(text: str, gazetteer: Gazetteer) -> list[Mention]:
    found = gazetteer.mentions(text, _MEANT_HERE)
    if not any(word.capitalised for word in words(text)[1:]):
        # typed without capitals: every word that is a name may be one
        upper = re.sub(r"\b([a-z])(?=\w{2,})", lambda m: m[1].upper(), text)
        if len(upper) == len(text):
            known = [m for m in gazetteer.mentions(upper) if text[m.start : m.end] not in _SMALL]
            found = [*found, *(m for m in known if m.start not in {f.start for f in found})]
    return sorted(found, key=lambda mention: mention.start)


# "the AU" in a question to a desk like this is no unit and no gold, and who is attacked no man
# called Israel
_MEANT_HERE = ("african-union", *"israel panama jordan chad sinai".split())
_SMALL = frozenset("turkey china jersey chad polish us car pole".split()) - {
    "turkey",
    "china",
    "chad",
}


def missions_in(tokens: list[Word], missions: Missions) -> list[tuple[str, int, int]]:
    names = _ways_to_say(missions)
    longest = max((len(parts) for parts in names), default=0)
    folded = [as_name(token.text) for token in tokens]
    found = []
    position = 0
    # "observers" is the short name of a mission only where nothing else is written with a capital
    capitals = any(token.capitalised for token in tokens[1:])
    while position < len(tokens):
        for length in range(min(longest, len(tokens) - position), 0, -1):
            parts = tuple(folded[position : position + length])
            spoken = tokens[position].capitalised or not capitals
            if parts in names and (length > 1 or (len(parts[0]) > 2 and spoken)):
                end = tokens[position + length - 1].end
                found.append((names[parts], tokens[position].start, end))
                position += length
                break
        else:
            position += 1
    return found


@functools.lru_cache(maxsize=2)  # two generations of the library at most are open
def _ways_to_say(missions: Missions) -> Mapping[tuple[str, ...], str]:
    """The missions by the folded words that a question may name them by."""
    names: dict[tuple[str, ...], str] = {}
    for key, mission in missions.items():
        for name in mission.names:
            parts = tuple(as_name(w.text) for w in words(name))
            names[parts] = key
            for shorter in _shorter(parts):
                names.setdefault(shorter, key)
    return names


_BODIES: dict[tuple[str, ...], str] = {
    ("united", "nations"): "un",
    ("european", "union"): "eu",
    ("african", "union"): "au",
}
_ENDINGS = frozenset("mission force operation exercise programme program exercises".split())


def _shorter(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Shorter ways to say a mission's name: without its year, its last word, or "UN" for a body."""
    found = [tuple(part for part in parts if not re.fullmatch(r"\d{4}", part))]
    if parts[-1] in _ENDINGS:
        found.append(parts[:-1])
    if parts[:2] in _BODIES:
        found.append((_BODIES[parts[:2]], *parts[2:]))
    return [shorter for shorter in found if len(shorter) > 1 and shorter != parts]


def is_kind_of_mission(token: Word, taken: list[tuple[int, int]]) -> bool:
    """Whether a word only says of what kind a mission named beside it is: "Operation Alba"."""
    beside = any(0 <= start - token.end <= 1 or 0 <= token.start - end <= 1 for start, end in taken)
    return beside and token.capitalised and token.text.lower() in _ENDINGS
