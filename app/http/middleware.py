"""What every request passes on its way in and out: pure ASGI, outermost first.

`RequestContext` names the request, adds the headers that every answer bears, counts and logs it.
`Faults` turns an unexpected fault into a problem document. `Limits` refuses what is too large or
packed. `RateLimit` counts requests by address. `Conditional` answers HEAD, and gives content a
strong ETag and 304.
"""

import hashlib
import logging
import re
import time
import traceback
import uuid
from collections.abc import Callable, Mapping
from http import HTTPStatus

from limits import RateLimitItem
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.http.metrics import Metrics
from app.problems import (
    BodyTooLargeError,
    InternalError,
    ProblemError,
    TooManyRequestsError,
    UnsupportedMediaTypeError,
    UrlTooLongError,
    problem_response,
)

log = logging.getLogger("app")
KNOWN_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
LENGTH = re.compile(r"[0-9]{1,15}")
SECURITY_HEADERS = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
)
DEFAULT_CSP = "default-src 'none'; frame-ancestors 'none'"
CONTENT_CACHE = "public, max-age=300, s-maxage=3600, stale-while-revalidate=86400"


async def send_problem(scope: Scope, receive: Receive, send: Send, error: ProblemError) -> None:
    """Answer with a problem document from outside the application."""
    request_id = scope.get("state", {}).get("request_id", "")
    response = problem_response(error, path=scope["path"], request_id=request_id)
    await response(scope, receive, send)


class RequestContext:
    """Names the request, adds the headers of every answer, counts and logs what it came to."""

    def __init__(self, app: ASGIApp, *, release: Callable[[], str], metrics: Metrics) -> None:
        self.app, self.release, self.metrics = app, release, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if REQUEST_ID.fullmatch(given) else uuid.uuid4().hex
        scope.setdefault("state", {})["request_id"] = request_id
        started, status = time.perf_counter(), 0

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id
                headers["X-Content-Release"] = self.release()
                for name, value in SECURITY_HEADERS:
                    headers[name] = value
                headers.setdefault("Content-Security-Policy", DEFAULT_CSP)
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        finally:
            seconds = time.perf_counter() - started
            method = scope["method"] if scope["method"] in KNOWN_METHODS else "other"
            operation = getattr(scope.get("route"), "name", "-")
            self.metrics.observe(operation=operation, method=method, status=status, seconds=seconds)
            log.info(
                "request_id=%s method=%s operation=%s status=%d ms=%.1f",
                request_id,
                method,
                operation,
                status,
                1000 * seconds,
            )


class BrokenOffError(RuntimeError):
    """An answer that had begun could not be ended; why is in the log."""


class Faults:
    """Answers for what nobody else caught; tells and logs nothing of what was sent."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        started = False

        async def watch(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except BrokenOffError:
            raise
        except Exception as error:
            # Neither the message nor the values: they may hold what the person sent.
            frames = traceback.extract_tb(error.__traceback__)[-5:]
            where = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
            request_id = scope.get("state", {}).get("request_id", "")
            log.error("unexpected %s request_id=%s at %s", type(error).__name__, request_id, where)
            if scope["type"] != "http" or started:
                # The server logs what reaches it.
                raise BrokenOffError from None
            await send_problem(scope, receive, send, InternalError("Something went wrong on our side."))


class Limits:
    """Refuses a packed body, and an address or a body that is too large, however it is sent."""

    def __init__(
        self, app: ASGIApp, *, max_body_bytes: int, max_url_bytes: int, other_bodies: Mapping[str, int]
    ) -> None:
        self.app, self.max_body_bytes, self.max_url_bytes = app, max_body_bytes, max_url_bytes
        # Paths that have a limit of their own.
        self.other_bodies = other_bodies

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > self.max_url_bytes:
            detail = f"Path and query may have {self.max_url_bytes} bytes together."
            await send_problem(scope, receive, send, UrlTooLongError(detail))
            return
        headers = Headers(scope=scope)
        if headers.get("content-encoding", "identity").strip().lower() != "identity":
            packed = UnsupportedMediaTypeError("The body must be sent without Content-Encoding.")
            await send_problem(scope, receive, send, packed)
            return
        most = self.other_bodies.get(scope["path"], self.max_body_bytes)
        declared = headers.get("content-length", "0")
        if not LENGTH.fullmatch(declared) or int(declared) > most:
            too_large = BodyTooLargeError(f"A body may have {most} bytes.")
            await send_problem(scope, receive, send, too_large)
            return
        seen = 0

        async def receive_limited() -> Message:
            nonlocal seen
            message = await receive()
            if message["type"] == "http.request":
                seen += len(message.get("body", b""))
                if seen > most:
                    # The one error that FastAPI lets through while it reads a body.
                    raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return message

        await self.app(scope, receive_limited, send)


class RateLimit:
    """Counts requests to `/v1` by address in a sliding window, and says how many are left."""

    def __init__(self, app: ASGIApp, *, limit: RateLimitItem) -> None:
        self.app, self.limit = app, limit
        self.limiter = SlidingWindowCounterRateLimiter(MemoryStorage())
        self.window = limit.get_expiry()
        self.policy = f'"open";q={limit.amount};w={self.window}'

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or not scope["path"].startswith("/v1"):
            await self.app(scope, receive, send)
            return
        client = (scope.get("client") or ("unknown", 0))[0]
        allowed = self.limiter.hit(self.limit, client)
        reset, remaining = self.limiter.get_window_stats(self.limit, client)
        seconds = max(1, min(self.window, round(reset - time.time())))

        async def send_with_rate(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["RateLimit-Policy"] = self.policy
                headers["RateLimit"] = f'"open";r={max(0, remaining)};t={seconds}'
            await send(message)

        if allowed:
            await self.app(scope, receive, send_with_rate)
            return
        error = TooManyRequestsError(
            f"This address has sent {self.limit.amount} requests in {self.window} seconds.",
            headers={"Retry-After": str(seconds)},
        )
        await send_problem(scope, receive, send_with_rate, error)


class Conditional:
    """Gives successful GET answers a strong ETag, answers 304 and HEAD, says what may be cached."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self.app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        wanted = ", ".join(Headers(scope=scope).getlist("if-none-match"))
        start: Message = {}
        body = bytearray()

        async def collect(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            body.extend(message.get("body", b""))
            if message.get("more_body"):
                return
            headers = MutableHeaders(scope=start)
            # 200 is the one status that is content; what says no-store is a state, and not to be kept.
            if start["status"] == HTTPStatus.OK and headers.get("cache-control") != "no-store":
                etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
                headers["ETag"] = etag
                if scope["path"].startswith("/v1"):
                    headers.setdefault("Cache-Control", CONTENT_CACHE)
                if matches(wanted, etag):
                    start["status"] = 304
                    body.clear()
                    for name in ("content-length", "content-type"):
                        del headers[name]
            await send(start)
            await send({"type": "http.response.body", "body": b"" if head else bytes(body)})

        # A copy: the server looks at the method while it sends.
        inner = {**scope, "method": "GET"}
        try:
            await self.app(inner, receive, collect)
        finally:
            # The layers outside look here for what was found.
            scope["route"] = inner.get("route")


def matches(if_none_match: str, etag: str) -> bool:
    """Tell whether an If-None-Match header names an ETag (weak comparison, RFC 9110)."""
    if if_none_match.strip() == "*":
        return True
    return etag in {part.strip().removeprefix("W/") for part in if_none_match.split(",")}
