"""The pages for whoever watches the bot from outside."""

from __future__ import annotations

import asyncio
import math
import re

import aiohttp
import pytest

from bot.errors import SettingsError, StoreError
from bot.metrics import Metrics
from bot.model import About
from bot.tally import Tally
from bot.web import Check, serving

ABOUT = About("0.1.0", 16, ("The Torva Post",), None, None, 2, "c0ffee", 54)


async def about() -> About:
    return ABOUT


async def yes() -> bool:
    return True


async def no() -> bool:
    return False


async def broken() -> bool:
    raise StoreError("reading: ledger.db failed")


async def _pages(tally: Tally, **checks: Check) -> dict[str, tuple[int, str, str]]:
    metrics = Metrics(tally, lambda: True, lambda: 0.045)
    found = {}
    async with (
        serving(("127.0.0.1", 0), checks, about, metrics) as port,
        aiohttp.ClientSession() as session,
    ):
        for name in ("healthz", "readyz", "metrics", "secrets"):
            async with session.get(f"http://127.0.0.1:{port}/{name}") as response:
                text = await response.text()
                found[name] = (response.status, response.content_type, text)
    return found


def pages(tally: Tally, **checks: Check) -> dict[str, tuple[int, str, str]]:
    return asyncio.run(_pages(tally, **checks))


def test_it_is_healthy_while_it_answers_and_ready_when_all_holds() -> None:
    found = pages(Tally(), library=yes, gateway=yes)
    assert found["healthz"] == (200, "application/json", '{"alive": true}')
    assert found["readyz"] == (200, "application/json", '{"library": true, "gateway": true}')
    assert found["secrets"][0] == 404


def test_it_is_not_ready_while_a_database_or_the_gateway_is_away() -> None:
    found = pages(Tally(), ledger=broken, gateway=no, library=yes)
    assert found["readyz"] == (
        503,
        "application/json",
        '{"ledger": false, "gateway": false, "library": true}',
    )
    assert found["healthz"][0] == 200


def test_the_metrics_are_what_was_counted() -> None:
    tally = Tally()
    tally.request("/borders", "answered", 0.02)
    tally.request("/borders", "failed", 3.0)
    tally.discord_error("503")
    tally.load("loaded")
    tally.digest("posted")
    tally.reconnect()
    status, kind, text = pages(tally)["metrics"]
    assert (status, kind) == (200, "text/plain")
    lines = set(text.splitlines())
    assert {
        'footnote_requests_total{command="/borders",outcome="answered"} 1.0',
        'footnote_requests_total{command="/borders",outcome="failed"} 1.0',
        'footnote_request_seconds_bucket{command="/borders",le="0.025"} 1.0',
        'footnote_request_seconds_bucket{command="/borders",le="5.0"} 2.0',
        'footnote_request_seconds_count{command="/borders"} 2.0',
        'footnote_request_seconds_sum{command="/borders"} 3.02',
        'footnote_discord_errors_total{kind="503"} 1.0',
        'footnote_loads_total{outcome="loaded"} 1.0',
        'footnote_digests_total{result="posted"} 1.0',
        "footnote_reconnects_total 1.0",
        "footnote_connected 1.0",
        "footnote_gateway_latency_seconds 0.045",
        "footnote_corpus_articles 16.0",
        "footnote_corpus_facts 54.0",
        "footnote_corpus_publishers 1.0",
    } <= lines
    assert any(re.match(r"process_resident_memory_bytes \d", line) for line in lines)


def test_a_latency_that_is_unknown_is_no_fault() -> None:
    metrics = Metrics(Tally(), lambda: False, lambda: math.nan)
    assert b"footnote_gateway_latency_seconds NaN" in metrics.page(ABOUT)


def test_an_address_that_is_taken_is_a_fault_of_the_settings() -> None:
    async def twice() -> None:
        metrics = Metrics(Tally(), lambda: True, lambda: 0.0)
        async with serving(("127.0.0.1", 0), {}, about, metrics) as port:
            with pytest.raises(SettingsError, match=r"HTTP_ADDRESS is “127\.0\.0\.1:\d+”"):
                async with serving(("127.0.0.1", port), {}, about, metrics):
                    pass

    asyncio.run(twice())
