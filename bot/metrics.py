"""What is counted, in Prometheus's format. Imported only where metrics are served.

prometheus_client holds the format and the process's own figures; our counts are read when somebody
asks, so that counting itself needs nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    Metric,
)
from prometheus_client.registry import Collector

from bot.model import About
from bot.tally import BOUNDS, Durations, Tally

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """The metrics page. `connected` says whether the gateway stands, `latency` its seconds."""

    def __init__(
        self, tally: Tally, connected: Callable[[], bool], latency: Callable[[], float]
    ) -> None:
        self._registry = CollectorRegistry()
        self._counts = _Counts(tally, connected, latency)
        self._registry.register(self._counts)
        ProcessCollector(registry=self._registry)

    def page(self, about: About) -> bytes:
        """The page, with what is loaded now."""
        self._counts.about = about
        return generate_latest(self._registry)


class _Counts(Collector):
    def __init__(
        self, tally: Tally, connected: Callable[[], bool], latency: Callable[[], float]
    ) -> None:
        self._tally, self._connected, self._latency = tally, connected, latency
        self.about: About | None = None

    def collect(self) -> Iterable[Metric]:
        tally = self._tally
        requests = CounterMetricFamily(
            "footnote_requests", "Requests by command and outcome", labels=["command", "outcome"]
        )
        for (command, outcome), count in sorted(tally.requests.items()):
            requests.add_metric([command, outcome], count)
        yield requests
        seconds = HistogramMetricFamily(
            "footnote_request_seconds", "From a request to its answer", labels=["command"]
        )
        for command, durations in sorted(tally.durations.items()):
            seconds.add_metric([command], _buckets(durations), durations.total)
        yield seconds
        for name, text, label, counts in (
            (
                "discord_errors",
                "Answers that Discord refused or missed",
                "kind",
                tally.discord_errors,
            ),
            ("loads", "Loads of the corpus by outcome", "outcome", tally.loads),
            ("digests", "Digests by result", "result", tally.digests),
        ):
            family = CounterMetricFamily(f"footnote_{name}", text, labels=[label])
            for value, count in sorted(counts.items()):
                family.add_metric([value], count)
            yield family
        yield CounterMetricFamily(
            "footnote_reconnects", "Times the gateway was joined anew", value=tally.reconnects
        )
        yield _gauge("connected", "1 while the gateway is connected", float(self._connected()))
        yield _gauge("gateway_latency_seconds", "Heartbeat to its acknowledgement", self._latency())
        if self.about is not None:
            yield _gauge("corpus_articles", "Articles that are loaded", self.about.articles)
            yield _gauge("corpus_facts", "Facts drawn from them", self.about.facts)
            yield _gauge("corpus_publishers", "Publishers of them", len(self.about.publishers))


def _gauge(name: str, text: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"footnote_{name}", text, value=value)


def _buckets(durations: Durations) -> list[tuple[str, float]]:
    """Prometheus counts each class together with all below it."""
    total, buckets = 0, []
    for bound, count in zip((*map(str, BOUNDS), "+Inf"), durations.classes, strict=True):
        total += count
        buckets.append((bound, float(total)))
    return buckets
