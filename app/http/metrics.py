"""Prometheus metrics: rate, errors and duration by operation and plan, and what is kept and served.

Labels are the operation's name, the method, the status and the plan, never a path, a query, a key or
anything that was sent. Processes that share a port leave their counts in one folder every few seconds,
and whichever is asked adds them up; what is said of cache, database and Redis is of the one asked.
"""

import json
import os
import uuid
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from prometheus_client.core import CounterMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

# The variable that names the folder; `serve` sets it for its processes.
SHARED_PATH = "NUTRIENT_SIGNS_METRICS"
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

    def __init__(self, counts: list[int] | None = None, seconds: float = 0.0) -> None:
        self.counts = counts or [0] * (len(BUCKETS) + 1)
        self.seconds = seconds

    def add(self, other: "Tally") -> None:
        """Add what another has counted."""
        self.counts = [a + b for a, b in zip(self.counts, other.counts, strict=True)]
        self.seconds += other.seconds


Counts = dict[tuple[str, str, int, str, bool], Tally]


class Requests(Collector):
    """Counts requests, and tells Prometheus' client of them when it asks.

    The client's own counters take a lock for each figure, and its files for several processes cost
    more still; requests are counted by one thread only, and shared now and then.
    """

    def __init__(self, folder: Path | None) -> None:
        # Where the processes leave their counts for each other.
        self._folder = folder
        self._own = f"{os.getpid()}-{uuid.uuid4().hex[:8]}.json"
        self._tallies: Counts = {}
        self.shed = 0

    def observe(self, labels: tuple[str, str, int, str, bool], seconds: float) -> None:
        """Count one request; `labels` as in `Labels`."""
        tally = self._tallies.get(labels)
        if tally is None:
            tally = self._tallies[labels] = Tally()
        tally.counts[bisect_left(BUCKETS, seconds)] += 1
        tally.seconds += seconds

    def share(self) -> None:
        """Leave the counts where the other processes read them; they stay when the process ends."""
        if self._folder is None:
            return
        tallies = [[key, tally.counts, tally.seconds] for key, tally in list(self._tallies.items())]
        unfinished = self._folder / f"{self._own}.part"
        # Requests are served though they cannot be counted.
        with suppress(OSError):
            unfinished.write_text(json.dumps({"tallies": tallies, "shed": self.shed}))
            unfinished.rename(self._folder / self._own)

    def _of_all(self) -> tuple[Counts, int]:
        """Add up what this process has counted and what the others left last."""
        found = {key: Tally(list(tally.counts), tally.seconds) for key, tally in list(self._tallies.items())}
        shed = self.shed
        for path in self._folder.glob("*.json") if self._folder else ():
            if path.name != self._own:
                left = json.loads(path.read_text())
                shed += left["shed"]
                for key, counts, seconds in left["tallies"]:
                    found.setdefault(tuple(key), Tally()).add(Tally(counts, seconds))
        return found, shed

    def collect(self) -> Iterator[Metric]:
        """Give the counts."""
        total = CounterMetricFamily("http_requests", "Requests answered.", labels=Labels._fields)
        durations = HistogramMetricFamily(
            "http_request_duration_seconds", "Time to answer.", labels=["operation", "plan"]
        )
        tallies, shed = self._of_all()
        together: dict[tuple[str, str], Tally] = {}
        for key, tally in tallies.items():
            labels = Labels(*key)
            values = [
                labels.operation,
                labels.method,
                str(labels.status),
                labels.plan,
                str(labels.ready).lower(),
            ]
            total.add_metric(values, sum(tally.counts))
            together.setdefault((labels.operation, labels.plan), Tally()).add(tally)
        for names, tally in together.items():
            so_far, buckets = 0, []
            for bound, count in zip([*map(str, BUCKETS), "+Inf"], tally.counts, strict=True):
                so_far += count
                buckets.append((bound, float(so_far)))
            durations.add_metric(names, buckets, tally.seconds)
        yield total
        yield durations
        yield CounterMetricFamily("requests_shed", "Requests refused to save the rest.", value=shed)


class Metrics:
    """The metrics of one application; of all its processes where they share a folder."""

    media_type = CONTENT_TYPE_LATEST

    def __init__(self, folder: str | None = None) -> None:
        self.registry = CollectorRegistry()
        self._requests = Requests(Path(folder) if folder else None)
        self.registry.register(self._requests)
        self.observe, self.share = self._requests.observe, self._requests.share
        self._release = Gauge(
            "content_release_info", "Content release that is served.", ["release"], registry=self.registry
        )

    def shed(self) -> None:
        """Count a request that was refused to save the rest."""
        self._requests.shed += 1

    def gauge(self, name: str, meaning: str, read: Callable[[], float]) -> None:
        """Add a figure that is read when the metrics are."""
        Gauge(name, meaning, registry=self.registry).set_function(read)

    def render(self, release: str) -> bytes:
        """Give everything in Prometheus' text format."""
        self._release.clear()
        if release:
            self._release.labels(release).set(1)
        return generate_latest(self.registry)


@contextmanager
def shared_folder(processes: int) -> Iterator[str]:
    """Give a folder where several processes leave their counts, for as long as they run; none for one."""
    if processes == 1:
        yield ""
        return
    with TemporaryDirectory(prefix="nutrient-signs-metrics-") as folder:
        yield folder
