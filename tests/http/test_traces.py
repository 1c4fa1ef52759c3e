"""Traces: a span for each request, and nothing in it that was sent. Skipped where the extra is absent."""

import importlib.util
import sys
from typing import Any

import pytest
from fastapi import FastAPI

from app.http import traces
from app.main import create_app
from app.settings import Settings
from tests.conftest import connect, settings_of
from tests.http.test_callers import head

pytestmark = pytest.mark.anyio
INSTALLED = importlib.util.find_spec("opentelemetry.sdk") is not None
TRACE = "0af7651916cd43dd8448eb211c80319c"
MARK = "quokkapox"


@pytest.mark.skipif(INSTALLED, reason="the extra otel is installed")
def test_without_the_extra_the_service_refuses_to_start_and_says_why() -> None:
    with pytest.raises(ValueError, match=r"APP_TRACES_ENABLED .* requirements/otel\.txt"):
        create_app(Settings(traces_enabled=True))


def test_by_default_nothing_is_traced(small_url: str) -> None:
    assert not settings_of(small_url).traces_enabled


@pytest.fixture
def exporter() -> Any:
    """What keeps spans in memory."""
    memory = pytest.importorskip(
        "opentelemetry.sdk.trace.export.in_memory_span_exporter", reason="the extra otel is not installed"
    )
    return memory.InMemorySpanExporter()


@pytest.fixture
def traced(small_url: str, exporter: Any, monkeypatch: pytest.MonkeyPatch) -> FastAPI:
    """An application whose spans are kept in memory."""
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415  an extra
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor  # noqa: PLC0415

    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr("app.main.make_provider", lambda: provider)
    return create_app(settings_of(small_url, traces_enabled=True))


async def test_a_request_is_a_span_in_the_callers_trace(traced: FastAPI, exporter: Any) -> None:
    async with connect(traced) as client:
        sent = {"traceparent": f"00-{TRACE}-b7ad6b7169203331-01"}
        answer = await client.get("/v1/nutrients/metal", headers=sent)
    traced.state.engine.dispose()
    [span] = exporter.get_finished_spans()
    assert span.name == "GET get_nutrient"
    assert f"{span.context.trace_id:032x}" == TRACE
    assert f"{span.parent.span_id:016x}" == "b7ad6b7169203331"
    assert span.attributes["http.response.status_code"] == 200
    assert span.attributes["app.request_id"] == answer.headers["X-Request-ID"]
    assert span.end_time > span.start_time


async def test_nothing_that_was_sent_is_in_a_span(
    traced: FastAPI, exporter: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    marked = {
        "Authorization": f"Bearer nsk_{MARK}",
        "X-API-Key": MARK,
        "User-Agent": MARK,
        "Cookie": MARK,
        "Accept": MARK,
        "traceparent": MARK,
        "tracestate": f"a={MARK}",
        "baggage": f"a={MARK}",
        "X-Request-ID": f"<{MARK}>",
    }
    async with connect(traced) as client:
        await client.get(f"/v1/nutrients/{MARK}?q={MARK}", headers={"traceparent": MARK, "tracestate": MARK})
        await client.get(f"/v1/nutrients?q={MARK}", headers=marked)
        await client.request(MARK.upper(), f"/{MARK}", headers=marked)
        for body in ({"text": MARK}, {MARK: MARK}):
            await client.post(f"/v1/symptoms/parse?x={MARK}", json=body)
    traced.state.log.flush()
    traced.state.engine.dispose()
    spans = exporter.get_finished_spans()
    assert len(spans) == 5
    told = "".join(span.to_json() for span in spans)
    assert MARK not in told.lower()
    # The log names the trace of each span.
    log = capsys.readouterr().err
    assert all(f"{span.context.trace_id:032x}" in log for span in spans)


async def test_a_fault_is_marked(exporter: Any) -> None:
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415  an extra
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor  # noqa: PLC0415

    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    made = traces.Traces(provider)
    made.note(head(), "x", 503, 0.1, "open")
    made.note(head(), "x", 404, 0.1, "open")
    made.close()
    assert [span.status.is_ok for span in exporter.get_finished_spans()] == [False, True]


@pytest.mark.skipif(not INSTALLED, reason="the extra otel is not installed")
def test_with_the_extra_spans_are_sent_where_the_variables_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_SERVICE_NAME", "mine")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9")
    provider: Any = traces.make_provider()
    assert provider.resource.attributes["service.name"] == "mine"
    assert "opentelemetry.exporter.otlp.proto.http.trace_exporter" in sys.modules
    provider.shutdown()
