"""Autocomplete: what a person may mean by what has been typed so far, best first."""

from __future__ import annotations

from bot.briefs.borders import KINDS
from bot.briefs.names import ranked
from bot.briefs.requests import commands_with, spec
from bot.model import Choice, FactKind
from bot.store import View

_MOST = 25
_LONGEST = 100


async def complete(view: View, command: str, option: str, text: str) -> tuple[Choice, ...]:
    """At most 25 offers for an option of a command; what the articles speak of comes first."""
    table = commands_with(view.topics.values())
    known = next((o for o in spec(command, table).options if o.name == option), None)
    if known is None:
        return ()
    if known.choices:
        return tuple(Choice(c, c) for c in known.choices if c.startswith(text.lower().strip()))
    if option in ("country", "with"):
        topic = view.topics.get(command)
        kinds: tuple[FactKind, ...] = KINDS
        if topic is not None:
            kinds = topic.facts or KINDS
        elif command == "missions":
            kinds = (FactKind.MISSION,)
        return await _places(view, text, kinds)
    if option == "name":
        names = {mission.name: mission.key for mission in view.missions.values()}
        return _choices(ranked(text, sorted(names), _MOST), {})
    if option == "article":
        titles = {_cut(card.title): card.id for card in view.cards.values()}
        return _choices(ranked(text, list(titles), _MOST), titles)
    return ()


async def _places(view: View, text: str, kinds: tuple[FactKind, ...]) -> tuple[Choice, ...]:
    count = await view.tally_of_places(kinds)
    told = sorted(count, key=lambda key: (-count[key], key))
    names = [view.gazetteer.name(key) for key in told]
    chosen = ranked(text, names, _MOST)
    if text.strip() and len(chosen) < 5:
        rest = [place.name for place in view.gazetteer.places.values() if place.key not in count]
        chosen += ranked(text, sorted(rest), 5)
    return _choices(chosen[:_MOST], {})


def _choices(names: list[str], values: dict[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(_cut(name), values.get(name, _cut(name))) for name in names if name.strip())


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
