"""What a digest may be narrowed to: a subject, places, missions. Pure but for what a view holds.

A topic is kept as a key that no reload changes: `borders`, `missions`, `place:peru`,
`mission:eastern-sentry`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.briefs.names import find_missions, find_place, ranked
from bot.errors import RequestError
from bot.model import Choice, Fact, FactKind
from bot.store import ReadPassage, View

SUBJECTS: Final = ("borders", "missions")
ALL: Final = "all"
MOST: Final = 10
_OFFERS: Final = 25
_LONGEST: Final = 100


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What an article says, as far as topics and digests look at it."""

    passages: Sequence[ReadPassage]
    facts: Sequence[Fact]


def subject(kind: FactKind) -> str:
    """The topic that a kind of fact belongs to."""
    return "missions" if kind in (FactKind.MISSION, FactKind.DEPLOYMENT) else "borders"


def topics_named(view: View, text: str | None) -> tuple[str, ...]:
    """The keys of the topics that a person typed, with commas between; () for all.

    Raises RequestError that names what is unknown, and the nearest names.
    """
    words = [word.strip() for word in (text or "").split(",") if word.strip()]
    if not words or [word.casefold() for word in words] == [ALL]:
        return ()
    keys = tuple(dict.fromkeys(_key(view, word) for word in words))
    if len(keys) > MOST:
        raise RequestError(f"{len(keys)} topics are too many; at most {MOST} can be kept")
    return keys


def _key(view: View, word: str) -> str:
    if word.casefold() in SUBJECTS:
        return word.casefold()
    place = find_place(word, view.gazetteer)
    missions = find_missions(word, view.missions)
    if place.key is not None and (not missions or _is_written_so(view, word)):
        return f"place:{place.key}"
    if missions:
        return f"mission:{missions[0]}"
    near = ", ".join(place.nearest)
    hint = f"the nearest are {near}" if near else "name borders, missions, a place or a mission"
    raise RequestError(f"“{word}” is no topic; {hint}")


def _is_written_so(view: View, word: str) -> bool:
    """Whether a word is a place's name as it is written, and not only near to one."""
    shown = word.title() if word.islower() else word
    return any(
        mention.end - mention.start == len(shown) for mention in view.gazetteer.mentions(shown)
    )


def topic_names(view: View, keys: Sequence[str]) -> str:
    """The topics in words: `missions, Peru`; `all` for none."""
    return ", ".join(_name(view, key) for key in keys) or ALL


def _name(view: View, key: str) -> str:
    kind, _, rest = key.partition(":")
    if kind == "place" and rest in view.gazetteer.places:
        return view.gazetteer.name(rest)
    if kind == "mission" and rest in view.missions:
        return view.missions[rest].name
    return rest or key


def topic_offers(view: View, text: str) -> tuple[Choice, ...]:
    """At most 25 ways to go on with a list of topics: its last word is completed."""
    head, comma, last = text.rpartition(",")
    before = f"{head.strip()}, " if comma else ""
    told = {topic.strip().casefold() for topic in head.split(",")}
    names = [ALL] if not comma else []
    names += [*SUBJECTS, *sorted(mission.name for mission in view.missions.values())]
    names += sorted(place.name for place in view.gazetteer.places.values())
    fresh = [name for name in names if name.casefold() not in told]
    lines = [before + name for name in ranked(last, fresh, _OFFERS)]
    return tuple(Choice(line, line) for line in lines if len(line) <= _LONGEST)


def is_about(view: View, article: ReadArticle, topics: Sequence[str]) -> bool:
    """Whether an article is about one of the topics; about anything where there are none."""
    return not topics or any(_is_about(view, article, topic) for topic in topics)


def _is_about(view: View, article: ReadArticle, topic: str) -> bool:
    kind, _, key = topic.partition(":")
    if kind in SUBJECTS:
        return any(subject(fact.kind) == kind for fact in article.facts)
    if kind == "mission":
        return any(key in passage.missions for passage in article.passages)
    place = view.gazetteer.places.get(key)
    wanted = {key, *(place.members if place else ())}
    return any(wanted.intersection(passage.places) for passage in article.passages)


def fits(view: View, fact: Fact, topics: Sequence[str]) -> bool:
    """Whether a single fact belongs to one of the topics."""
    for topic in topics:
        kind, _, key = topic.partition(":")
        place = view.gazetteer.places.get(key)
        if (
            subject(fact.kind) == kind
            or (kind == "mission" and fact.mission == key)
            or (place is not None and {key, *place.members}.intersection(fact.places))
        ):
            return True
    return not topics
