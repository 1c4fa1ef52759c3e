"""The gateway: what every request passes first, and every answer last. Pure ASGI.

It names the request, tells who calls, counts it, answers from ready bytes where it can, and hands the
rest to the application; it adds the headers that every answer bears, counts and logs what it came to.

Written as one class and not as a chain: a chain reads the headers and wraps `send` once a link, which
costs more than all that is done here (docs/performance.md).
"""

import logging
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from functools import lru_cache
from http import HTTPStatus
from itertools import chain
from typing import NamedTuple, TypeVar

from anyio import fail_after
from starlette.concurrency import run_in_threadpool
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.http.callers import Caller, Callers, seconds_to_next_month
from app.http.cors import Cors
from app.http.encodings import LEAST_BYTES, chosen, pack
from app.http.head import Head
from app.http.logs import RequestLog
from app.http.metrics import Metrics
from app.http.rates import Lease, Rates
from app.http.ready import Header, Key, Packed, Ready, ReadyBytes, normalised
from app.http.shortcuts import Make, Shortcut
from app.http.traces import Traces
from app.lists.formats import JSON, negotiated
from app.live import Live, LiveHolder
from app.partners.keyring import Access
from app.partners.usage import UsageCounter
from app.problems import (
    HeadersTooLargeError,
    InternalError,
    ProblemError,
    QuotaExceededError,
    TooManyRequestsError,
    UrlTooLongError,
    overloaded,
    problem_response,
)

CSP = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")
# Answers of the routes set what differs from these.
NOSNIFF = (b"x-content-type-options", b"nosniff")
CONTENT_CACHE = b"public, max-age=300, s-maxage=3600, stale-while-revalidate=86400"
# The bytes depend on these headers of a request; who asks changes nothing.
VARY = (b"Accept", b"Accept-Encoding")
# Packing more takes longer than other requests should wait.
LARGE_BYTES = 65_536
PREFIX = "/v1"
# Names and values of all headers together. From our own server no larger ones get here, since it would
# have to hold them (app/http/protocol.py).
MOST_HEADER_BYTES = 32_768
# What the routes never see: the gateway compares tags itself, and answers are sent whole.
CONDITIONS = frozenset({b"if-modified-since", b"if-none-match", b"if-range", b"range"})
# What the gateway says itself of an answer that may be kept.
OWN_HEADERS = frozenset({b"accept-ranges", b"content-length", b"content-type", b"etag", b"vary"})
# Where the body does not come, the connection is of no use. Not so where it is too large: closed while
# the client sends, it would be reset, and the answer be lost (RFC 9112, 9.6); the server drops the rest.
ENDING = frozenset({HTTPStatus.REQUEST_TIMEOUT})
CLOSE = (b"connection", b"close")
# Under this name the server finds `Gateway.at_once` in the state of the application's lifespan.
AT_ONCE = "answer_at_once"
log = logging.getLogger("app")
T = TypeVar("T")


@lru_cache(maxsize=512)
def wanted(accept: bytes | None) -> str | None:
    """Give the media type in which a list is answered to an Accept header; None where in none."""
    return negotiated(None if accept is None else accept.decode("latin-1"))


async def beside(size: int, work: Callable[..., T], *given: object) -> T:
    """Do some work on so many bytes: in a thread where it takes longer than other requests should wait."""
    return await run_in_threadpool(work, *given) if size > LARGE_BYTES else work(*given)


class Reply(NamedTuple):
    """What is answered: the headers of the answer, those of this one request, and the bytes."""

    status: int
    headers: Sequence[Header]
    # `headers` as lines, where they are ready made.
    lines: bytes
    own: list[Header]
    body: bytes


@lru_cache(maxsize=4)
def http_date(moment: datetime) -> bytes:
    """Write a moment as HTTP does."""
    return format_datetime(moment, usegmt=True).encode()


class Policy(NamedTuple):
    """The figures that the gateway keeps to."""

    max_url_bytes: int
    # Requests past the ready bytes that one process works on at a time.
    max_running: int
    rate_limit_enabled: bool
    # Longest that the application may take for a request, its body included.
    seconds: float


class Gateway:
    """Serves from ready bytes, or lets the application serve."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        policy: Policy,
        holder: LiveHolder,
        callers: Callers,
        rates: Rates,
        usage: UsageCounter,
        cors: Cors,
        ready: ReadyBytes,
        metrics: Metrics,
        shortcuts: Mapping[str, Shortcut],
        log: RequestLog,
        traces: Traces | None,
    ) -> None:
        self.app, self.policy, self.holder, self.callers = app, policy, holder, callers
        self.rates, self.usage, self.cors, self.ready = rates, usage, cors, ready
        self.metrics, self.shortcuts, self.log, self.traces = metrics, shortcuts, log, traces
        self.running = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                # A server that knows of it asks `at_once` before it calls.
                scope.setdefault("state", {})[AT_ONCE] = self.at_once
            await self.app(scope, receive, send)
            return
        exchange = Exchange(self, scope)
        try:
            try:
                reply = await exchange.serve(receive)
            except ProblemError as error:
                reply = exchange.problem(error)
            except Exception as error:
                reply = exchange.fault(error)
            headers = [*reply.headers, *reply.own]
            await send({"type": "http.response.start", "status": reply.status, "headers": headers})
            await send({"type": "http.response.body", "body": reply.body})
        finally:
            exchange.note()

    def at_once(self, scope: Scope) -> Reply | None:
        """Answer a GET with ready bytes, where there is nothing to wait for; None where there is more to do.

        A task for each request, and each header looked at anew, cost more than all that is done here
        (docs/performance.md). What this does not answer, `__call__` does, from the beginning.
        """
        if scope["method"] != "GET":
            return None
        exchange = Exchange(self, scope)
        try:
            reply = exchange.serve_at_once()
        except Exception as error:
            reply = exchange.fault(error)
        if reply is not None:
            exchange.note()
        return reply


class Exchange:
    """One request and its answer."""

    __slots__ = (
        "caller", "counted", "gateway", "head", "key", "lease", "live", "operation", "ready_made", "scope",
        "started", "status",
    )  # fmt: skip

    def __init__(self, gateway: Gateway, scope: Scope) -> None:
        self.started = time.perf_counter()
        self.gateway, self.scope = gateway, scope
        self.head = Head(scope)
        self.live: Live | None = gateway.holder.live
        self.caller: Caller | None = None
        self.lease: Lease | None = None
        self.key: Key | None = None
        # Whether it was taken from the caller's window and is to be counted for its partner.
        self.counted = False
        self.operation, self.status, self.ready_made = "-", 0, False

    async def serve(self, receive: Receive) -> Reply:
        """Answer the request.

        Raises:
            ProblemError: it is refused.
        """
        head = self.head
        if self.url_bytes > self.gateway.policy.max_url_bytes:
            raise UrlTooLongError(
                f"Path and query may have {self.gateway.policy.max_url_bytes} bytes together."
            )
        if head.path.startswith(PREFIX):
            if head.is_preflight:
                return self.reply(
                    HTTPStatus.NO_CONTENT, [*self.gateway.cors.preflight(head), NOSNIFF], body=b""
                )
            # What a method may be asked of is free, and tells nothing of a key.
            if head.method != "OPTIONS":
                try:
                    self.identify()
                except ProblemError:
                    # It counts for the address that it comes from, so that nobody tries keys without end.
                    self.caller = self.gateway.callers.by_address(self.head, self.peer)
                    await self.count()
                    raise
        ready = self.find_ready() if head.is_read else None
        if ready is not None:
            self.operation, self.ready_made = ready.operation, True
            unchanged = self.unchanged(ready)
            if unchanged is None:
                await self.count()
            return unchanged or await self.content(ready)
        await self.count()
        make = self.shortcut()
        if make is None:
            return await self.let_serve(receive)
        ready = self.made(make)
        return self.unchanged(ready) or await self.content(ready)

    def serve_at_once(self) -> Reply | None:
        """Answer a GET as `serve` does, where its bytes are ready and it is within what was leased."""
        if self.url_bytes > self.gateway.policy.max_url_bytes:
            return None
        if self.head.path.startswith(PREFIX):
            try:
                self.identify()
            except ProblemError:
                return None
        ready = self.find_ready()
        if ready is not None:
            self.operation, self.ready_made = ready.operation, True
            unchanged = self.unchanged(ready)
            if unchanged is not None:
                return unchanged
            packed = self.packed_at_once(ready)
            # What is leased is taken last, since `serve` would take it again.
            return self.whole(packed) if packed is not None and self.count_at_hand() else None
        make = self.shortcut()
        if make is None or not self.count_at_hand():
            return None
        ready = self.made(make)
        return self.unchanged(ready) or self.whole(self.packed(ready))

    @property
    def url_bytes(self) -> int:
        """Give the length of path and query as they were sent."""
        return len(self.scope.get("raw_path") or b"") + len(self.scope["query_string"])

    @property
    def peer(self) -> str:
        """Give the address at the other end of the connection."""
        client = self.scope.get("client")
        return client[0] if client else ""

    def identify(self) -> None:
        """Say who calls.

        Raises:
            ProblemError: a key is sent that does not hold for this request.
        """
        self.caller = self.gateway.callers.identify(self.head, self.peer)

    def find_ready(self) -> Ready | None:
        """Give the answer whose bytes are ready, if there is one; note the key of one that could be."""
        if self.live is None:
            return None
        media_type = wanted(self.head.get(b"accept"))
        if media_type is None:
            return None
        # Pages and files take no query: one that is made up gets the same bytes.
        query = b"" if self.caller is None else normalised(self.scope["query_string"])
        self.key = (self.head.path, query, media_type)
        return self.gateway.ready.get(self.key, self.live.release)

    def shortcut(self) -> Make | None:
        """Say how the request is answered without its route; None where that cannot be."""
        if self.key is None or self.key[2] != JSON:
            return None
        shortcut = self.gateway.shortcuts.get(self.head.path)
        if shortcut is None:
            return None
        self.operation = shortcut.operation
        return shortcut.plan(self.scope["query_string"])

    def made(self, make: Make) -> Ready:
        """Make an answer without its route, and keep it ready."""
        assert self.live is not None  # nosec B101  a key is of a release
        body, headers = make(self.live)
        return self.keep(body, JSON.encode(), headers)

    async def count(self) -> None:
        """Count the request against the caller's window, and for its partner.

        Raises:
            TooManyRequestsError, QuotaExceededError: the window, or the month's quota, is used up.
        """
        caller, gateway = self.caller, self.gateway
        if caller is None:
            return
        if gateway.policy.rate_limit_enabled:
            self.lease = gateway.rates.at_hand(caller.id, caller.rate) or await gateway.rates.take(
                caller.id, caller.rate
            )
            if self.lease.refused:
                raise TooManyRequestsError(
                    f"The plan '{caller.plan}' has {caller.rate.amount} requests in "
                    f"{caller.rate.get_expiry()} seconds, and they are used up.",
                    headers={"Retry-After": str(self.lease.seconds)},
                )
        access = caller.access
        if access is not None and self.quota_is_used_up(access):
            raise QuotaExceededError(
                f"The plan '{access.plan}' has {access.monthly_quota} requests a month, "
                "and they are used up.",
                headers={"Retry-After": str(seconds_to_next_month(datetime.now(UTC)))},
            )
        self.counted = True

    def count_at_hand(self) -> bool:
        """Count the request as `count` does, where that takes no question to the store; else tell so."""
        caller, gateway = self.caller, self.gateway
        if caller is None:
            return True
        if caller.access is not None and self.quota_is_used_up(caller.access):
            return False
        if gateway.policy.rate_limit_enabled:
            self.lease = gateway.rates.at_hand(caller.id, caller.rate)
            if self.lease is None or self.lease.refused:
                return False
        self.counted = True
        return True

    def quota_is_used_up(self, access: Access) -> bool:
        """Tell whether a partner has had the requests of its month."""
        quota = access.monthly_quota
        return quota is not None and self.gateway.usage.used_this_month(access.partner) >= quota

    async def let_serve(self, receive: Receive) -> Reply:
        """Hand the request to the application, unless it has too many."""
        gateway = self.gateway
        if sum(map(len, chain.from_iterable(self.scope["headers"]))) > MOST_HEADER_BYTES:
            raise HeadersTooLargeError(f"All headers together may have {MOST_HEADER_BYTES} bytes.")
        counted = self.caller is not None
        if counted and gateway.running >= gateway.policy.max_running:
            gateway.metrics.shed()
            raise overloaded()
        # What the application reads: the name of the request, and the content it is answered from.
        state = self.scope.setdefault("state", {})
        state["request_id"], state["live"] = self.head.request_id.decode(), self.live
        inner = self.scope
        if self.head.is_read:
            # A copy: the server looks at the method while it sends, and routes know no HEAD.
            headers = [pair for pair in self.scope["headers"] if pair[0] not in CONDITIONS]
            inner = {**self.scope, "method": "GET", "headers": headers}
        answer = Answer(self)
        gateway.running += counted
        try:
            with fail_after(gateway.policy.seconds):
                await gateway.app(inner, receive, answer.take)
        except TimeoutError:
            gateway.metrics.shed()
            raise overloaded() from None
        finally:
            gateway.running -= counted
            self.operation = getattr(inner.get("route"), "name", "-")
        self.live = state["live"]
        return await answer.finish()

    @property
    def coding(self) -> bytes:
        """Give the coding that the caller takes."""
        return chosen(self.head.get(b"accept-encoding"))

    def unchanged(self, ready: Ready) -> Reply | None:
        """Say that what the caller has is still right, which is free; None where it is not."""
        tag = ready.matching(self.head.get(b"if-none-match"), self.coding)
        if tag is None:
            return None
        self.take_back()
        headers, ready_lines = ready.unchanged(tag)
        return self.reply(HTTPStatus.NOT_MODIFIED, headers, lines=ready_lines, body=b"")

    async def content(self, ready: Ready) -> Reply:
        """Give an answer from its ready bytes, in the coding that the caller takes."""
        packed = self.packed_at_once(ready)
        if packed is None:
            packed = await run_in_threadpool(ready.make, self.coding)
            self.grown(ready)
        return self.whole(packed)

    def whole(self, packed: Packed) -> Reply:
        """Give an answer as it is kept."""
        return self.reply(HTTPStatus.OK, packed.headers, lines=packed.lines, body=packed.body)

    def packed_at_once(self, ready: Ready) -> Packed | None:
        """Give an answer in the caller's coding; None where packing takes longer than others should wait."""
        packed = ready.form(self.coding)
        if packed is None and len(ready.plain) <= LARGE_BYTES:
            packed = self.packed(ready)
        return packed

    def packed(self, ready: Ready) -> Packed:
        """Give an answer in a coding that may not have been asked for before."""
        packed = ready.make(self.coding)
        self.grown(ready)
        return packed

    def grown(self, ready: Ready) -> None:
        """Count that an answer is kept in one more coding."""
        if self.key is not None:
            self.gateway.ready.grown(self.key, ready)

    def keep(self, body: bytes, media_type: bytes, headers: list[Header]) -> Ready:
        """Keep an answer ready from now on: of content, for all who ask for it."""
        ready = Ready(body, media_type=media_type, headers=self.lasting(headers), operation=self.operation)
        live = self.live
        # An answer that began under the release before is right, and not to be kept.
        if self.key is not None and live is not None and live is self.gateway.holder.live:
            self.gateway.ready.serve(live.release)
            self.gateway.ready.put(self.key, ready)
        return ready

    def lasting(self, headers: list[Header]) -> list[Header]:
        """Give the headers that hold for the content, whoever asks; `headers` are those of the answer."""
        names, common = dict(headers), self.common()
        own = {*OWN_HEADERS, *(name for name, _ in common)}
        kept = [(name, value) for name, value in headers if name not in own]
        content = self.caller is not None
        if content and b"cache-control" not in names:
            kept.append((b"cache-control", CONTENT_CACHE))
        if content and self.live is not None:
            kept.append((b"last-modified", http_date(self.live.loaded_at)))
        vary = list(VARY) if content else [b"Accept-Encoding"]
        if content and not self.gateway.cors.everybody:
            vary.append(b"Origin")
        return [
            *kept,
            (b"vary", b", ".join(vary)),
            *((name, names.get(name, value)) for name, value in common),
        ]

    def take_back(self) -> None:
        """Give back a request that was counted before it was seen that nothing has changed."""
        if self.counted and self.lease is not None:
            self.lease.left += 1
        self.counted = False

    def fault(self, error: Exception) -> Reply:
        """Log a fault of ours, neither the message nor the values, which may hold what a person sent."""
        frames = traceback.extract_tb(error.__traceback__)[-5:]
        where = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
        request_id = self.head.request_id.decode()
        named = {"request_id": request_id, "trace_id": self.head.trace_id}
        log.error("unexpected %s request_id=%s at %s", type(error).__name__, request_id, where, extra=named)
        return self.problem(InternalError("Something went wrong on our side."))

    def problem(self, error: ProblemError) -> Reply:
        """Answer with a problem document."""
        told = problem_response(error, path=self.head.path, request_id=self.head.request_id.decode())
        ending = [CLOSE] if error.status in ENDING else []
        return self.reply(error.status, [*told.raw_headers, *self.common(), *ending], body=bytes(told.body))

    def common(self) -> list[Header]:
        """Give the headers that every answer bears; those of ready bytes hold them already."""
        release = self.live.release if self.live else self.gateway.holder.release
        found: list[Header] = [(b"x-content-release", release.encode()), CSP, NOSNIFF]
        if self.gateway.cors.everybody and self.head.path.startswith(PREFIX):
            found += self.gateway.cors.headers(self.head)
        return found

    def reply(
        self, status: HTTPStatus | int, headers: Sequence[Header], *, body: bytes, lines: bytes = b""
    ) -> Reply:
        """Make the answer, with the headers that belong to this one request."""
        self.status = int(status)
        own = [(b"x-request-id", self.head.request_id)]
        caller, gateway = self.caller, self.gateway
        if caller is not None:
            if not gateway.cors.everybody:
                # Of the one who asks: what is kept ready is kept for all.
                own += gateway.cors.headers(self.head)
            if gateway.policy.rate_limit_enabled:
                own.append((b"ratelimit-policy", caller.policy))
                lease = self.lease or gateway.rates.at_last(caller.id)
                if lease is not None:
                    own.append((b"ratelimit", caller.standing % (lease.remaining, lease.seconds)))
        return Reply(self.status, headers, lines, own, b"" if self.head.method == "HEAD" else body)

    def note(self) -> None:
        """Count and log what the request came to."""
        gateway, head, caller = self.gateway, self.head, self.caller
        seconds = time.perf_counter() - self.started
        plan = "-" if caller is None else caller.plan
        gateway.metrics.observe(
            (self.operation, head.known_method, self.status, plan, self.ready_made), seconds
        )
        access = caller.access if caller else None
        if self.counted and access is not None:
            gateway.usage.count(access)
        trace_id = head.trace_id
        if gateway.traces is not None:
            trace_id = gateway.traces.note(head, self.operation, self.status, seconds, plan)
        if gateway.log.enabled:
            partner = access.partner if access else ""
            release = self.live.release if self.live else ""
            gateway.log.note(head, trace_id, self.operation, self.status, seconds, partner, release)


class Answer:
    """What the application answers, on its way out."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._status = 0
        self._headers: list[Header] = []
        self._body = bytearray()

    async def take(self, message: Message) -> None:
        """Take a part of the answer. It is held back until it is whole; one that broke off starts anew."""
        if message["type"] == "http.response.start":
            self._status, self._headers = message["status"], list(message["headers"])
            self._body.clear()
        elif message["type"] == "http.response.body":
            self._body += message.get("body", b"")

    async def finish(self) -> Reply:
        """Give the answer: from now on ready, or packed for this once."""
        exchange = self._exchange
        names = dict(self._headers)
        if (
            exchange.head.is_read
            and self._status == HTTPStatus.OK
            and names.get(b"cache-control") != b"no-store"
        ):
            media_type = names.get(b"content-type", b"application/octet-stream")
            ready = exchange.keep(bytes(self._body), media_type, self._headers)
            return exchange.unchanged(ready) or await exchange.content(ready)
        return await self._once(names)

    async def _once(self, names: dict[bytes, bytes]) -> Reply:
        """Give what is for this request alone."""
        exchange, body = self._exchange, bytes(self._body)
        kept = [(name, value) for name, value in self._headers if name != b"content-length"]
        common = [pair for pair in exchange.common() if pair[0] not in names]
        coding = chosen(exchange.head.get(b"accept-encoding")) if len(body) >= LEAST_BYTES else b""
        if coding:
            body = await beside(len(body), pack, body, coding)
            kept += [(b"content-encoding", coding), (b"vary", b"Accept-Encoding")]
        kept.append((b"content-length", str(len(body)).encode()))
        if self._status in ENDING:
            kept.append(CLOSE)
        return exchange.reply(self._status, [*kept, *common], body=body)
