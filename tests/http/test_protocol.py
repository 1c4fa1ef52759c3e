"""Heads of requests: too large, too slow, or no HTTP at all; on a real socket."""

import socket
import time
from collections.abc import Iterator

import pytest

from app.http import protocol
from app.http.gateway import MOST_HEADER_BYTES
from app.main import create_app
from tests.conftest import listening, settings_of
from tests.http.test_server import AGAIN, Address, ask, request


@pytest.fixture(scope="module")
def address(small_url: str) -> Iterator[Address]:
    """Where a server listens that waits a second for a head."""
    before, protocol.HEAD_SECONDS = protocol.HEAD_SECONDS, 1.0
    with listening(create_app(settings_of(small_url, rate_limit_enabled=False))) as address:
        yield address
    protocol.HEAD_SECONDS = before


def read_all(connection: socket.socket) -> bytes:
    """Read until the other side closes."""
    found = b""
    while part := connection.recv(65_536):
        found += part
    return found


def test_large_headers_are_read(address: Address) -> None:
    large = request("GET /v1/nutrients", "Cookie: " + "a" * (MOST_HEADER_BYTES - 200))
    assert [status for status, *_ in ask(address, large, AGAIN)] == [200, 200]


@pytest.mark.parametrize(
    "headers",
    [
        ["Cookie: " + "a" * MOST_HEADER_BYTES],
        ["Cookie: " + "a" * 100_000],
        [f"X-{number}: b" for number in range(8_000)],
        ["X" * 100_000 + ": b"],
    ],
)
@pytest.mark.parametrize("path", ["/v1/nutrients", "/healthz", "/v1/nothing"])
def test_headers_that_are_too_large_are_refused(address: Address, path: str, headers: list[str]) -> None:
    ask(address, request(f"GET {path}"))
    [(status, answered, body)] = ask(address, request(f"GET {path}", *headers))
    assert status == 431
    assert answered["content-type"] == "application/problem+json"
    assert b"/problems/headers-too-large" in body


def test_headers_without_end_are_refused_before_they_fill_memory(address: Address) -> None:
    with socket.create_connection(address, timeout=10) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nX: ")
        sent = 0
        try:
            while sent < 50_000_000:
                connection.sendall(b"a" * 65_536)
                sent += 65_536
        except OSError:
            pass
        assert sent < 50_000_000


@pytest.mark.parametrize("begun", [b"GET /healthz HT", b"GET /healthz HTTP/1.1\r\nHost: a\r\nX-A: b"])
def test_headers_that_come_too_slowly_are_refused(address: Address, begun: bytes) -> None:
    with socket.create_connection(address, timeout=10) as connection:
        connection.sendall(begun)
        began = time.monotonic()
        answer = read_all(connection)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"/problems/slow-request" in answer
    assert 0.5 < time.monotonic() - began < 5


def test_headers_that_drip_are_refused_on_a_connection_that_was_used(address: Address) -> None:
    with socket.create_connection(address, timeout=10) as connection:
        connection.sendall(AGAIN)
        assert connection.recv(65_536).startswith(b"HTTP/1.1 200")
        try:
            for _ in range(50):
                connection.sendall(b"G" if _ == 0 else b"E" if _ == 1 else b"T" if _ == 2 else b" ")
                time.sleep(0.1)
        except OSError:
            pass
        else:
            pytest.fail("the connection was kept")


def test_who_connects_and_says_nothing_is_let_go(address: Address) -> None:
    with socket.create_connection(address, timeout=10) as connection:
        assert read_all(connection) == b""


@pytest.mark.parametrize(
    "garbage", [b"\x00\x01\x02\r\n\r\n", b"HELLO\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00"]
)
def test_what_is_no_http_is_refused_with_a_problem(address: Address, garbage: bytes) -> None:
    with socket.create_connection(address, timeout=10) as connection:
        connection.sendall(garbage)
        answer = read_all(connection)
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b"application/problem+json" in answer


def test_a_wish_for_a_web_socket_is_answered_over_http(address: Address) -> None:
    wish = (
        "Connection: Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: aaa=",
    )
    [(status, *_)] = ask(address, request("GET /healthz", *wish))
    assert status == 200


def test_requests_one_behind_the_other_are_answered_in_order(address: Address) -> None:
    last = request("GET /v1/nothing", "Connection: close")
    with socket.create_connection(address, timeout=10) as connection:
        connection.sendall(AGAIN * 3 + last)
        answer = read_all(connection)
    assert (answer.count(b"HTTP/1.1 200"), answer.count(b"HTTP/1.1 404")) == (3, 1)
