"""HTTP/1.1 on a socket, as uvicorn reads it, with limits on the head of a request.

uvicorn waits for a head as long as somebody likes to send one, and keeps all of it. What is refused
here never gets to the gateway, and is answered with a problem document all the same.
"""

from asyncio import Transport
from asyncio.events import TimerHandle
from http import HTTPStatus

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from app.http.gateway import MOST_HEADER_BYTES
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
    # Bytes that came since the request began, while its head is not whole.
    _head_bytes = 0
    _chunk_bytes = 0
    _timer: TimerHandle | None = None
    _refusal = UNREADABLE

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begin: whoever connects is to send something."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Read what has come."""
        self._chunk_bytes = len(data)
        self._head_bytes += len(data)
        super().data_received(data)
        if self._in_head and not self.transport.is_closing():
            if self._head_bytes > MOST_HEADER_BYTES:
                self._refusal = TOO_LARGE
                self.send_400_response("")
            elif self._timer is None:
                self._wait()

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        self._in_head, self._head_bytes = True, self._chunk_bytes

    def on_headers_complete(self) -> None:
        """Hand on a request whose head is whole.

        Raises:
            ValueError: it is too large; uvicorn refuses what cannot be read.
        """
        if self._head_bytes > MOST_HEADER_BYTES and self._size() > MOST_HEADER_BYTES:
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
