"""Structured logs: one JSON object a line, on the error stream.

A request is told of by its id, its trace, its operation and what it came to: never by its path, its
query, its body, its key or its address.
"""

import json
import logging
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any, TextIO

from app.http.head import Head
from app.repeating import repeated

# Lines are written together, at the latest after so long or when there are so many.
FLUSH_SECONDS = 0.5
MOST_LINES = 500
# What a line may say beside its message.
MORE = ("request_id", "trace_id")


class AsJson(logging.Formatter):
    """Writes a line as an object, in the shape of the lines that tell of requests."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line; `at` is in seconds since the epoch."""
        line: dict[str, Any] = {name: vars(record)[name] for name in MORE if name in vars(record)}
        line |= {"event": record.getMessage(), "level": record.levelname.lower(), "logger": record.name}
        line["at"] = record.created
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        return json.dumps(line)


def log_config(level: str) -> dict[str, Any]:
    """Give the configuration of logging for the service and its server."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": AsJson}},
        "handlers": {
            "default": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stderr"}
        },
        "loggers": {
            name: {"handlers": ["default"], "level": level.upper(), "propagate": False}
            for name in ("app", "uvicorn")
        },
    }


class RequestLog:
    """The lines that tell of requests, written many at a time.

    Through `logging` a line would cost as much as serving the request from memory; so they are made
    by hand, in the same shape. Every value is a name or a number of ours, or was matched against a
    pattern: none needs escaping.
    """

    def __init__(self, *, enabled: bool, stream: TextIO | None = None) -> None:
        self.enabled, self._stream = enabled, stream
        self._lines: list[str] = []

    def note(
        self,
        head: Head,
        trace_id: str,
        operation: str,
        status: int,
        seconds: float,
        partner: str,
        release: str,
    ) -> None:
        """Tell of one request; `partner` is empty where no key was sent."""
        self._lines.append(
            f'{{"event": "request", "level": "info", "at": {time.time():.3f}, '
            f'"request_id": "{head.request_id.decode()}", "trace_id": "{trace_id}", '
            f'"method": "{head.known_method}", "operation": "{operation}", "status": {status}, '
            f'"ms": {1000 * seconds:.2f}, "partner": "{partner}", "release": "{release}"}}\n'
        )
        if len(self._lines) >= MOST_LINES:
            self.flush()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Write every so often, and at the end."""
        try:
            async with repeated(self._flush_soon, FLUSH_SECONDS):
                yield
        finally:
            self.flush()

    async def _flush_soon(self) -> None:
        self.flush()

    def flush(self) -> None:
        """Write what is there."""
        if self._lines:
            lines, self._lines = self._lines, []
            stream = self._stream or sys.stderr
            # Requests are answered though nobody reads the log any more.
            with suppress(OSError, ValueError):
                stream.write("".join(lines))
                stream.flush()
