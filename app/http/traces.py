"""Traces by OpenTelemetry, for who installs the extra `otel` and sets APP_TRACES_ENABLED.

A span is made of what the gateway knows of a request when it is over: its operation, method, status,
plan and time. FastAPI's own traces are switched off: they hold the path and the query of a request,
and keep its body at hand. Where spans go is set by the variables of OpenTelemetry itself
(OTEL_EXPORTER_OTLP_ENDPOINT and others).
"""

import os
import time

from opentelemetry import trace
from opentelemetry.trace import SpanKind, StatusCode, TracerProvider
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from app.http.head import Head

WANTED = "APP_TRACES_ENABLED needs OpenTelemetry's SDK: install requirements/otel.txt, or unset the variable"
FIRST_FAULT = 500
PROPAGATOR = TraceContextTextMapPropagator()


def make_provider() -> TracerProvider:
    """Make what collects spans and sends them.

    Raises:
        ValueError: the SDK is not installed.
    """
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415  an extra
            OTLPSpanExporter,
        )
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
        from opentelemetry.sdk.trace import TracerProvider as Provider  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    except ImportError:
        raise ValueError(WANTED) from None
    name = os.environ.get("OTEL_SERVICE_NAME", "nutrient-signs")
    provider = Provider(resource=Resource.create({"service.name": name}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    found: TracerProvider = provider
    return found


class Traces:
    """Makes a span of each request."""

    def __init__(self, provider: TracerProvider) -> None:
        self._provider = provider
        self._tracer = provider.get_tracer("nutrient-signs")

    def note(self, head: Head, operation: str, status: int, seconds: float, plan: str) -> str:
        """Tell of one request that is over; give the id of its trace."""
        parent = head.get(b"traceparent")
        carrier = {} if parent is None else {"traceparent": parent.decode("latin-1")}
        ended = time.time_ns()
        span = self._tracer.start_span(
            f"{head.known_method} {operation}",
            # Never the surrounding context: the caller is the only parent.
            context=PROPAGATOR.extract(carrier, trace.set_span_in_context(trace.INVALID_SPAN)),
            kind=SpanKind.SERVER,
            start_time=ended - int(seconds * 1e9),
            attributes={
                "http.request.method": head.known_method,
                "http.response.status_code": status,
                "app.operation": operation,
                "app.plan": plan,
                "app.request_id": head.request_id.decode(),
            },
        )
        if status >= FIRST_FAULT:
            span.set_status(StatusCode.ERROR)
        span.end(end_time=ended)
        return trace.format_trace_id(span.get_span_context().trace_id)

    def close(self) -> None:
        """Send what is not sent yet."""
        shutdown = getattr(self._provider, "shutdown", None)
        if shutdown is not None:
            shutdown()
