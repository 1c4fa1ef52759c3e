"""HTTP/1.1 on a socket, as uvicorn reads it, with limits on the head of a request.

uvicorn waits for a head as long as somebody likes to send one, and keeps all of it. What is refused
here never gets to the gateway, and is answered with a problem document all the same.
"""

from asyncio import Transport
from asyncio.events import TimerHandle
from http import HTTPStatus

from uvicorn._types import ASGI3Application
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

from app.http.gateway import AT_ONCE, MOST_HEADER_BYTES, Reply
from app.http.ready import lines
from app.problems import MEDIA_TYPE, HeadersTooLargeError, Problem, SlowRequestError

# From the first byte of a head to its last.
HEAD_SECONDS = 10.0
# Status, type and detail of what is refused.
Refusal = tuple[HTTPStatus, str, str]
UNREADABLE: Refusal = HTTPStatus.BAD_REQUEST, "about:blank", "The request is not HTTP/1.1."
TOO_LARGE: Refusal = (
    HeadersTooLargeError.status,
    f"/problems/{HeadersTooLargeError.slug}",
    f"Path, query and headers may have {MOST_HEADER_BYTES} bytes together.",
)
TOO_SLOW: Refusal = (
    SlowRequestError.status,
    f"/problems/{SlowRequestError.slug}",
    f"The headers did not come within {HEAD_SECONDS:.0f} seconds.",
)


class Protocol(HttpToolsProtocol):
    """One connection."""

    _in_head = False
    _chunk_bytes = 0
    # Bytes that came with the beginning of a head, which may hold requests before it, and those after.
    _first_bytes = 0
    _later_bytes = 0
    _timer: TimerHandle | None = None
    _refusal = UNREADABLE
    # Whether a request is being answered at once.
    _at_once = False

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begin: whoever connects is to send something."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Read what has come."""
        self._chunk_bytes = len(data)
        if self._in_head:
            self._later_bytes += len(data)
        super().data_received(data)
        if self._in_head and not self.transport.is_closing():
            if self._later_bytes > MOST_HEADER_BYTES:
                self._refusal = TOO_LARGE
                self.send_400_response("")
            elif self._timer is None:
                self._wait()

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        self._in_head, self._first_bytes, self._later_bytes = True, self._chunk_bytes, 0

    def on_headers_complete(self) -> None:
        """Hand on a request whose head is whole.

        Raises:
            ValueError: it is too large; uvicorn refuses what cannot be read.
        """
        at_most = self._first_bytes + self._later_bytes
        if at_most > MOST_HEADER_BYTES and self._size() > MOST_HEADER_BYTES:
            self._refusal = TOO_LARGE
            raise ValueError
        self._in_head = False
        self._forget_timer()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        self._forget_timer()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Refuse what cannot be read."""
        self._forget_timer()
        status, kind, detail = self._refusal
        problem = Problem(
            type=kind,
            title=status.phrase,
            status=int(status),
            detail=detail,
            instance="",
            request_id="",
            errors=[],
        )
        body = problem.model_dump_json().encode()
        head = (
            f"HTTP/1.1 {int(status)} {status.phrase}\r\ncontent-type: {MEDIA_TYPE}\r\n"
            f"content-length: {len(body)}\r\ncache-control: no-store\r\n"
            "x-content-type-options: nosniff\r\nconnection: close\r\n\r\n"
        )
        self.transport.write(head.encode() + body)
        self.transport.close()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        answer = self.app_state.get(AT_ONCE)
        # Not within another one: of requests that stand in line, each would go a level deeper.
        if answer is None or app is not self.app or self._at_once or self.flow.write_paused:
            super()._start_asgi_task(cycle, app)
            return
        reply = answer(cycle.scope)
        if reply is None:
            super()._start_asgi_task(cycle, app)
        else:
            self._at_once = True
            self._write(cycle, reply)
            self._at_once = False

    def _write(self, cycle: RequestResponseCycle, reply: Reply) -> None:
        """Send a whole answer, and end its request as the server does."""
        cycle.response_started = cycle.response_complete = True
        parts = [STATUS_LINE[reply.status], reply.lines]
        parts += [lines(self.server_state.default_headers), lines(reply.own)]
        parts.append(b"\r\n" if cycle.keep_alive else b"connection: close\r\n\r\n")
        parts.append(reply.body)
        # In one piece: the loop sends two with a call that takes longer than to copy one.
        self.transport.write(b"".join(parts))
        if not cycle.keep_alive:
            self.transport.close()
        self.on_response_complete()

    def _wait(self) -> None:
        self._timer = self.loop.call_later(HEAD_SECONDS, self._refuse_slowness)

    def _forget_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _size(self) -> int:
        return len(self.url) + sum(len(name) + len(value) for name, value in self.headers)

    def _refuse_slowness(self) -> None:
        self._timer = None
        if self.transport.is_closing():
            return
        if not self._in_head:
            # Nothing was asked, so nothing is answered.
            self.transport.close()
            return
        self._refusal = TOO_SLOW
        self.send_400_response("")
