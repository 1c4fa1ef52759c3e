"""Ready bytes are sent at once, without a task: the same answers as the long way, on a real socket."""

import re
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI

from app.http.gateway import Gateway
from app.main import create_app
from tests.conftest import listening, settings_of
from tests.http.test_server import AGAIN, Address, ask, request

PATH = "/v1/life-stages"
# What differs from one answer to the next.
OF_THE_REQUEST = {"date", "x-request-id", "ratelimit"}


@pytest.fixture(scope="module")
def app(small_url: str) -> FastAPI:
    return create_app(settings_of(small_url, rate_limit="100000/day"))


@pytest.fixture(scope="module")
def address(app: FastAPI) -> Iterator[Address]:
    with listening(app) as address:
        yield address


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of requests that went the long way."""
    paths: list[str] = []
    whole = Gateway.__call__

    async def note(self: Gateway, scope: Any, receive: Any, send: Any) -> None:
        paths.append(scope.get("path", scope["type"]))
        await whole(self, scope, receive, send)

    monkeypatch.setattr(Gateway, "__call__", note)
    return paths


def lasting(headers: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in headers.items() if name not in OF_THE_REQUEST}


def read_until_closed(address: Address, sent: bytes) -> bytes:
    with socket.create_connection(address, timeout=30) as connection:
        connection.sendall(sent)
        found = b""
        while part := connection.recv(65_536):
            found += part
    return found


@pytest.mark.parametrize("coding", ["identity", "gzip", "br"])
def test_the_second_answer_takes_no_task_and_is_the_first_one_again(
    address: Address, called: list[str], coding: str
) -> None:
    asked = request(f"GET {PATH}?limit=3", f"Accept-Encoding: {coding}")
    first, second = ask(address, asked, asked)
    assert lasting(first[1]) == lasting(second[1])
    assert (first[0], first[2]) == (second[0], second[2])
    assert called.count(PATH) <= 1
    assert set(OF_THE_REQUEST) <= set(second[1])


def test_what_has_not_changed_takes_no_task_and_no_room_in_the_window(
    address: Address, called: list[str]
) -> None:
    [(_, headers, _)] = ask(address, request(f"GET {PATH}"))
    left = int(re.findall(r"r=(\d+)", headers["ratelimit"])[0])
    called.clear()
    known = request(f"GET {PATH}", f"If-None-Match: {headers['etag']}")
    answers = ask(address, *[known] * 50)
    assert [status for status, *_ in answers] == [304] * 50
    assert {body for *_, body in answers} == {b""}
    assert f"r={left};" in answers[-1][1]["ratelimit"]
    assert called == []


def test_each_is_counted_once(address: Address, app: FastAPI) -> None:
    def count() -> float:
        told = app.state.metrics.render("").decode()
        lines = re.findall(r'requests_total\{.*"list_life_stages".*status="200"\} ([0-9.]+)', told)
        return sum(map(float, lines))

    ask(address, request(f"GET {PATH}"))
    before = count()
    answers = ask(address, *[request(f"GET {PATH}")] * 30)
    left = [int(re.findall(r"r=(\d+)", headers["ratelimit"])[0]) for _, headers, _ in answers]
    assert count() - before == 30
    assert left[0] - left[-1] == 29


def test_requests_that_stand_in_line_are_answered_in_order(address: Address) -> None:
    ask(address, request(f"GET {PATH}"))
    # The first takes the long way; the others have come before it is answered.
    line = [request("GET /v1/nothing")]
    line += [request(f"GET {PATH}", f"X-Request-ID: n{number}") for number in range(3_000)]
    line.append(request("GET /healthz", "Connection: close"))
    found = read_until_closed(address, b"".join(line))
    assert re.findall(rb"x-request-id: n(\d+)\r\n", found) == [b"%d" % number for number in range(3_000)]
    assert found.startswith(b"HTTP/1.1 404 ")
    assert found.count(b"HTTP/1.1 200 ") == 3_001


@pytest.mark.parametrize(("line", "header"), [("HTTP/1.1", "Connection: close"), ("HTTP/1.0", "Accept: */*")])
def test_the_connection_ends_where_the_client_wants_it(address: Address, line: str, header: str) -> None:
    ask(address, request(f"GET {PATH}"))
    found = read_until_closed(address, f"GET {PATH} {line}\r\nHost: a\r\n{header}\r\n\r\n".encode())
    head, _, body = found.partition(b"\r\n\r\n")
    assert b"\r\nconnection: close" in head
    assert f"content-length: {len(body)}".encode() in head


def test_a_body_that_nobody_asked_for_is_passed_over(address: Address) -> None:
    with_body = request(f"GET {PATH}", "Content-Length: 5", body=b"GET /")
    assert [status for status, *_ in ask(address, with_body, with_body, AGAIN)] == [200, 200, 200]


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (request(f"GET {PATH}", "X-API-Key: ns_live_wrong"), 401),
        (request(f"GET {PATH}?limit=x"), 422),
        (request(f"GET {PATH}?" + "a" * 9_000), 414),
        (request(f"GET {PATH}", "Accept: image/png"), 406),
        (request(f"POST {PATH}"), 405),
        (request(f"OPTIONS {PATH}"), 405),
    ],
)
def test_what_is_refused_goes_the_long_way(
    address: Address, called: list[str], asked: bytes, status: int
) -> None:
    ask(address, request(f"GET {PATH}"))
    called.clear()
    assert [answer[0] for answer in ask(address, asked, asked)] == [status, status]
    assert called == [PATH, PATH]


def test_the_window_holds(small_url: str) -> None:
    with listening(create_app(settings_of(small_url, rate_limit="20/day"))) as address:
        answers = ask(address, *[request(f"GET {PATH}")] * 25)
        assert [status for status, *_ in answers] == [200] * 20 + [429] * 5


def test_behind_a_proxy_each_reader_has_a_window(small_url: str, called: list[str]) -> None:
    app = create_app(settings_of(small_url, trusted_proxies=["127.0.0.1"], rate_limit="3/day"))
    with listening(app) as address:

        def of(client: str) -> bytes:
            return request(f"GET {PATH}", f"X-Forwarded-For: {client}")

        answers = ask(address, *[of("1.2.3.4")] * 4, of("1.2.3.5"))
    assert [status for status, *_ in answers] == [200, 200, 200, 429, 200]
    # The first makes the bytes ready, the fourth is refused.
    assert called.count(PATH) == 2


def test_a_client_that_reads_nothing_holds_up_nobody(address: Address) -> None:
    ask(address, request(f"GET {PATH}"))
    with socket.create_connection(address, timeout=10) as idle:
        idle.settimeout(0.5)
        with pytest.raises(TimeoutError):
            idle.sendall(request(f"GET {PATH}") * 1_000_000)
        assert ask(address, request(f"GET {PATH}"))[0][0] == 200
