"""Time zones: which there are, which one a person means, and which to offer. Pure but for reading
the tables of the tzdata package, which comes with Footnote.
"""

from __future__ import annotations

import datetime
import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Final
from zoneinfo import ZoneInfo

from bot.briefs.names import nearest_names, ranked
from bot.errors import RequestError
from bot.language.words import fold
from bot.model import Choice

_OFFERS: Final = 25
_NO_PLACES: Final = frozenset(("Factory", "localtime"))


@functools.cache
def zones() -> frozenset[str]:
    """The names of all zones, those kept for old times' sake included."""
    names = resources.files("tzdata").joinpath("zones").read_text(encoding="utf-8").split()
    return frozenset(names) - _NO_PLACES


@functools.cache
def _by_country() -> Mapping[str, tuple[str, ...]]:
    """The zones of each country by its two letters, in the order of the tz database: the most
    populous part first."""
    found: dict[str, list[str]] = {}
    for row in _rows("zone.tab"):
        found.setdefault(row[0], []).append(row[2])
    return {country: tuple(names) for country, names in found.items()}


@functools.cache
def _countries() -> Mapping[str, str]:
    """The two letters of each country by its English name."""
    return {row[1]: row[0] for row in _rows("iso3166.tab")}


def _rows(table: str) -> list[list[str]]:
    text = resources.files("tzdata.zoneinfo").joinpath(table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@functools.cache
def _homes() -> Mapping[str, list[str]]:
    text = (
        resources.files("bot.briefs.digests").joinpath("locales.toml").read_text(encoding="utf-8")
    )
    return tomllib.loads(text)


@functools.cache
def _offered() -> tuple[str, ...]:
    """The zones worth offering: one for each place, in order of name, and UTC."""
    return ("UTC", *sorted({name for names in _by_country().values() for name in names}))


@functools.cache
def _forms() -> Mapping[str, str]:
    """What a zone may be called → its name: itself, its city, and its country's name."""
    forms: dict[str, str] = {}
    for name in sorted(zones()):
        forms[_plain(name)] = name
    for name in _offered():
        forms.setdefault(_plain(name.rpartition("/")[2]), name)
    for country, letters in _countries().items():
        for name in _by_country().get(letters, ())[:1]:
            forms.setdefault(_plain(country), name)
    return forms


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("/", " ").replace("_", " ").split())


def zone_named(text: str) -> str:
    """The IANA name of the zone that a person typed: its name, its city or its country.

    Raises RequestError that names the nearest ones.
    """
    forms = _forms()
    found = forms.get(_plain(text))
    if found is not None:
        return found
    near = nearest_names(text.replace("/", " ").replace("_", " "), list(forms))
    names = " or ".join(dict.fromkeys(forms[form] for form in near))
    hint = f"the nearest are {names}" if names else "choose one from the list, such as Europe/Paris"
    raise RequestError(f"“{text}” is no time zone; {hint}")


def zone_offers(text: str, locale: str, now: datetime.datetime) -> tuple[Choice, ...]:
    """At most 25 zones for what was typed so far; those of the person's language come first."""
    home = [
        name for place in _homes().get(locale, ()) for name in _by_country().get(place, (place,))
    ]
    ordered = list(dict.fromkeys((*home, *_offered())))
    if not text.strip():
        # of a country with many zones the first few hold most of its people
        names = list(dict.fromkeys((*home[: _OFFERS - 1], "UTC", *_offered())))[:_OFFERS]
    else:
        shown = {_shown(name): name for name in ordered}
        of_country = [
            name
            for country, letters in _countries().items()
            if _plain(country).startswith(_plain(text))
            for name in _by_country().get(letters, ())
        ]
        typed = text.replace("/", " ").replace("_", " ")
        found = [shown[one] for one in ranked(typed, list(shown), _OFFERS)]
        exact = [name for name in (_forms().get(_plain(text)),) if name is not None]
        names = list(dict.fromkeys((*exact, *of_country, *found)))[:_OFFERS]
    return tuple(Choice(f"{name} · {_clock(name, now)}", name) for name in names)


def _shown(name: str) -> str:
    return name.replace("/", " ").replace("_", " ")


def _clock(name: str, now: datetime.datetime) -> str:
    """What the clocks there show: `14:05 now`."""
    return f"{now.astimezone(ZoneInfo(name)):%H:%M} now"
