"""A time zone is found by its name, its city or its country, and offered by where people live."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.briefs.digests.zones import zone_named, zone_offers, zones
from bot.errors import RequestError

NOON = datetime.datetime(2027, 6, 1, 12, tzinfo=datetime.UTC)
LOCALES = """bg cs da de el en-GB en-US es-419 es-ES fi fr hi hr hu id it ja ko lt nl no pl pt-BR ro
ru sv-SE th tr uk vi zh-CN zh-TW""".split()


def offered(text: str, locale: str) -> list[str]:
    return [choice.value for choice in zone_offers(text, locale, NOON)]


def test_every_zone_there_is_can_be_opened() -> None:
    assert len(zones()) > 400
    assert {ZoneInfo(name).key for name in zones()} == zones()


def test_the_homes_of_every_language_are_zones() -> None:
    for locale in LOCALES:
        assert set(offered("", locale)) <= zones()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        *(("Europe/Berlin", "Europe/Berlin"), ("europe/berlin", "Europe/Berlin")),
        *(("Berlin", "Europe/Berlin"), ("new york", "America/New_York"), ("utc", "UTC")),
        *(("America/New York", "America/New_York"), ("Kenya", "Africa/Nairobi")),
        *(("GMT", "GMT"), ("Asia/Calcutta", "Asia/Calcutta"), ("São Paulo", "America/Sao_Paulo")),
    ],
)
def test_a_zone_is_found_by_name_city_or_country(text: str, name: str) -> None:
    assert zone_named(text) == name


@pytest.mark.parametrize(
    ("text", "near"),
    [("Europe/Berlni", "Europe/Berlin"), ("Stokholm", "Europe/Stockholm"), ("Tokio", "Asia/Tokyo")],
)
def test_a_wrong_zone_is_told_with_the_nearest_ones(text: str, near: str) -> None:
    with pytest.raises(RequestError, match=f"“{text}” is no time zone; the nearest are .*{near}"):
        zone_named(text)


@pytest.mark.parametrize("text", ["", "../../etc/passwd", "qqqqqq", "/", "\0", "Factory"])
def test_what_is_like_no_zone_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(RequestError, match="is no time zone"):
        zone_named(text)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_of_discord_starts_at_home(locale: str) -> None:
    first = offered("", locale)
    assert 2 <= len(first) <= 25
    assert "UTC" in first
    assert first != offered("", "none of them")


@pytest.mark.parametrize(
    ("locale", "first"),
    [
        *(("de", "Europe/Berlin"), ("sv-SE", "Europe/Stockholm"), ("pt-BR", "America/Sao_Paulo")),
        *(("en-GB", "Europe/London"), ("en-US", "America/New_York"), ("ja", "Asia/Tokyo")),
    ],
)
def test_the_offers_start_from_the_persons_language(locale: str, first: str) -> None:
    assert offered("", locale)[0] == first


@pytest.mark.parametrize(
    ("text", "first"),
    [
        *(("kath", "Asia/Kathmandu"), ("new y", "America/New_York"), ("Pola", "Europe/Warsaw")),
        *(("Europe/Ro", "Europe/Rome"), ("utc", "UTC")),
    ],
)
def test_what_was_typed_comes_before_home(text: str, first: str) -> None:
    assert offered(text, "de")[0] == first


def test_an_offer_shows_what_the_clocks_there_show() -> None:
    assert zone_offers("kathm", "de", NOON)[0].name == "Asia/Kathmandu · 17:45 now"
