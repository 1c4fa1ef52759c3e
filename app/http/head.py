"""The head of a request: what the gateway wants to know of it, read once."""

import os
import re
from itertools import count

from starlette.types import Scope

REQUEST_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
# W3C Trace Context, version 00: trace id, id of the caller's span, flags.
TRACEPARENT = re.compile(rb"00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")
NO_TRACE = b"0" * 32
KNOWN_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# Requests of a process are numbered, under a name of the process: unique, and no secret.
PROCESS = os.urandom(8).hex().encode()
NUMBER = count(1)
# Headers that the gateway looks at; one that is repeated is put together.
WANTED = frozenset(
    {
        b"accept",
        b"accept-encoding",
        b"access-control-request-method",
        b"authorization",
        b"host",
        b"if-none-match",
        b"origin",
        b"traceparent",
        b"x-api-key",
        b"x-forwarded-for",
        b"x-request-id",
    }
)


class Head:
    """Method, path and the headers that matter, as bytes."""

    __slots__ = ("get", "known_method", "method", "path", "request_id")

    def __init__(self, scope: Scope) -> None:
        self.method: str = scope["method"]
        # What anybody may make up is no label.
        self.known_method = self.method if self.method in KNOWN_METHODS else "other"
        self.path: str = scope["path"]
        found: dict[bytes, bytes] = {}
        for name, value in scope["headers"]:
            if name in WANTED:
                found[name] = found[name] + b", " + value if name in found else value
        # Gives a header of those in `WANTED`, by its name in lower case; None where it is absent.
        self.get = found.get
        given = found.get(b"x-request-id")
        if given is not None and REQUEST_ID.fullmatch(given):
            self.request_id = given
        else:
            self.request_id = b"%s%016x" % (PROCESS, next(NUMBER))

    @property
    def trace_id(self) -> str:
        """Give the id of the trace that the request is part of; empty where it names none."""
        given = self.get(b"traceparent")
        if given is None:
            return ""
        match = TRACEPARENT.fullmatch(given)
        return match[1].decode() if match and match[1] != NO_TRACE else ""

    @property
    def is_read(self) -> bool:
        """Tell whether the request only reads."""
        return self.method in {"GET", "HEAD"}

    @property
    def is_preflight(self) -> bool:
        """Tell whether a browser asks beforehand what a page of another origin may send."""
        return self.method == "OPTIONS" and self.get(b"access-control-request-method") is not None
