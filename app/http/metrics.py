"""Prometheus metrics: rate, errors and duration by route, and the release that is served.

Labels are the operation's name, the method and the status, never a path, a query or anything that
was sent. The counts are those of one process.
"""

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)

BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)


class Metrics:
    """The metrics of one application."""

    media_type = CONTENT_TYPE_LATEST

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        labels = ["operation", "method", "status"]
        self.requests = Counter("http_requests_total", "Requests answered.", labels, registry=self.registry)
        self.seconds = Histogram(
            "http_request_duration_seconds",
            "Time to answer.",
            ["operation"],
            buckets=BUCKETS,
            registry=self.registry,
        )
        self.release = Gauge(
            "content_release_info", "Content release that is served.", ["release"], registry=self.registry
        )

    def observe(self, *, operation: str, method: str, status: int, seconds: float) -> None:
        """Count one request."""
        self.requests.labels(operation, method, str(status)).inc()
        self.seconds.labels(operation).observe(seconds)

    def render(self, release: str) -> bytes:
        """Give everything in Prometheus' text format."""
        self.release.clear()
        if release:
            self.release.labels(release).set(1)
        return generate_latest(self.registry)
