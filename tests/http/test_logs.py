"""Lines of logs: one object each, of the service and of its server alike."""

import io
import json
import logging
import logging.config
from typing import Any

import pytest

from app.http.logs import MOST_LINES, RequestLog, log_config
from tests.http.test_callers import head

TRACE = "0af7651916cd43dd8448eb211c80319c"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What loggers write, with the configuration of the service."""
    stream = io.StringIO()
    config = log_config("info")
    config["handlers"]["default"]["stream"] = stream
    names = ("app", "uvicorn", "uvicorn.error")
    loggers = [logging.getLogger(name) for name in names]
    before = [(one, one.handlers[:], one.level, one.propagate, one.disabled) for one in loggers]
    logging.config.dictConfig(config)
    for one in loggers:
        one.disabled = False
    logging.getLogger("uvicorn.error").setLevel(logging.NOTSET)
    logging.getLogger("uvicorn.error").propagate = True
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    for one, handlers, level, propagate, disabled in before:
        one.handlers, one.level, one.propagate, one.disabled = handlers, level, propagate, disabled


def test_each_line_is_an_object_with_its_time(lines: Any) -> None:
    logging.getLogger("app").warning("redis failed (%s)", "x\ny")
    logging.getLogger("uvicorn.error").info("Application startup complete.")
    logging.getLogger("app").error(
        "unexpected", extra={"request_id": "r", "trace_id": TRACE, "body": "secret"}
    )
    try:
        raise ValueError("broken")
    except ValueError:
        logging.getLogger("uvicorn.error").exception("failed")
    first, second, third, fourth = lines()
    assert first["event"] == "redis failed (x\ny)"
    assert (first["level"], first["logger"]) == ("warning", "app")
    assert isinstance(first["at"], float)
    assert second["event"] == "Application startup complete."
    assert (third["request_id"], third["trace_id"]) == ("r", TRACE)
    assert "secret" not in str(third)
    assert "ValueError: broken" in fourth["exception"]


def test_a_request_is_a_line_of_the_same_shape() -> None:
    stream = io.StringIO()
    log = RequestLog(enabled=True, stream=stream)
    log.note(head(x_request_id="r-1"), TRACE, "get_nutrient", 200, 0.01234, "acme", "0123")
    assert stream.getvalue() == ""
    log.flush()
    line = json.loads(stream.getvalue())
    assert line.pop("at") > 1_700_000_000
    assert line == {
        "event": "request",
        "level": "info",
        "request_id": "r-1",
        "trace_id": TRACE,
        "method": "GET",
        "operation": "get_nutrient",
        "status": 200,
        "ms": 12.34,
        "partner": "acme",
        "release": "0123",
    }


def test_many_lines_are_written_before_the_end() -> None:
    stream = io.StringIO()
    log = RequestLog(enabled=True, stream=stream)
    for _ in range(MOST_LINES):
        log.note(head(), "", "x", 200, 0, "", "")
    assert len(stream.getvalue().splitlines()) == MOST_LINES


def test_requests_go_on_though_nobody_reads_the_log() -> None:
    stream = io.StringIO()
    log = RequestLog(enabled=True, stream=stream)
    stream.close()
    log.note(head(), "", "x", 200, 0, "", "")
    log.flush()


@pytest.mark.anyio
async def test_lines_are_written_while_it_runs_and_at_the_end() -> None:
    stream = io.StringIO()
    log = RequestLog(enabled=True, stream=stream)
    async with log.running():
        log.note(head(), "", "x", 200, 0, "", "")
    assert len(stream.getvalue().splitlines()) == 1


@pytest.mark.parametrize(
    ("given", "trace"),
    [
        (f"00-{TRACE}-b7ad6b7169203331-01", TRACE),
        (f"00-{'0' * 32}-b7ad6b7169203331-01", ""),
        (f"00-{TRACE.upper()}-b7ad6b7169203331-01", ""),
        ("quokkapox", ""),
        ("", ""),
    ],
)
def test_a_trace_is_named_by_its_id_or_not_at_all(given: str, trace: str) -> None:
    assert head(traceparent=given).trace_id == trace
