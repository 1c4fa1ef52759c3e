"""Prometheus metrics: rate, errors and duration by operation and plan, and what is kept and served.

Labels are the operation's name, the method, the status and the plan, never a path, a query, a key or
anything that was sent. The counts are those of one process.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, generate_latest
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

# Upper bounds of durations, in seconds.
BUCKETS = (0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)


class Labels(NamedTuple):
    """What tells requests apart."""

    operation: str
    method: str
    status: int
    plan: str
    # Whether the bytes of the answer were ready.
    ready: bool


class Tally:
    """Requests of one kind: how many there were by duration, and their seconds together."""

    __slots__ = ("counts", "seconds")

    def __init__(self) -> None:
        self.counts = [0] * (len(BUCKETS) + 1)
        self.seconds = 0.0


class Requests(Collector):
    """Counts requests, and tells Prometheus' client of them when it asks.

    The client's own counters take a lock for each figure; requests are counted by one thread only.
    """

    def __init__(self) -> None:
        self._tallies: dict[tuple[str, str, int, str, bool], Tally] = {}

    def observe(self, labels: tuple[str, str, int, str, bool], seconds: float) -> None:
        """Count one request; `labels` as in `Labels`."""
        tally = self._tallies.get(labels)
        if tally is None:
            tally = self._tallies[labels] = Tally()
        tally.counts[bisect_left(BUCKETS, seconds)] += 1
        tally.seconds += seconds

    def collect(self) -> Iterator[Metric]:
        """Give the counts."""
        total = CounterMetricFamily("http_requests", "Requests answered.", labels=Labels._fields)
        durations = HistogramMetricFamily(
            "http_request_duration_seconds", "Time to answer.", labels=["operation"]
        )
        by_operation: dict[str, Tally] = {}
        for key, tally in list(self._tallies.items()):
            labels = Labels(*key)
            values = [
                labels.operation,
                labels.method,
                str(labels.status),
                labels.plan,
                str(labels.ready).lower(),
            ]
            total.add_metric(values, sum(tally.counts))
            whole = by_operation.setdefault(labels.operation, Tally())
            whole.counts = [a + b for a, b in zip(whole.counts, tally.counts, strict=True)]
            whole.seconds += tally.seconds
        for operation, tally in by_operation.items():
            so_far, buckets = 0, []
            for bound, count in zip([*map(str, BUCKETS), "+Inf"], tally.counts, strict=True):
                so_far += count
                buckets.append((bound, float(so_far)))
            durations.add_metric([operation], buckets, tally.seconds)
        yield total
        yield durations


class Metrics:
    """The metrics of one application."""

    media_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        requests = Requests()
        self.registry.register(requests)
        self.observe = requests.observe
        self.shed = Counter("requests_shed", "Requests refused to save the rest.", registry=self.registry)
        self._release = Gauge(
            "content_release_info", "Content release that is served.", ["release"], registry=self.registry
        )

    def gauge(self, name: str, meaning: str, read: Callable[[], float]) -> None:
        """Add a figure that is read when the metrics are."""
        Gauge(name, meaning, registry=self.registry).set_function(read)

    def render(self, release: str) -> bytes:
        """Give everything in Prometheus' text format."""
        self._release.clear()
        if release:
            self._release.labels(release).set(1)
        return generate_latest(self.registry)
