"""What only a real server shows: bytes on a socket, connections that are kept, bodies that are cut."""

import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from fastapi import FastAPI, Response

from app.main import THREADS, create_app
from tests.conftest import listening, settings_of

Address = tuple[str, int]


@pytest.fixture(scope="module")
def address(small_url: str) -> Iterator[Address]:
    """Where a server of the small world listens."""
    app = create_app(settings_of(small_url, rate_limit="20/day"))

    def fail() -> None:
        raise RuntimeError("secret")

    app.get("/fail")(fail)
    with listening(app) as address:
        yield address


def ask(address: Address, *requests: bytes) -> list[tuple[int, dict[str, str], bytes]]:
    """Send requests on one connection, one after the other; give status, headers and body of each."""
    answers = []
    with socket.create_connection(address, timeout=30) as connection:
        stream = connection.makefile("rb")
        for request in requests:
            connection.sendall(request)
            status = int(stream.readline().split()[1])
            headers = {}
            while line := stream.readline().strip().decode("latin-1"):
                name, _, value = line.partition(": ")
                headers[name.lower()] = value
            head = request.startswith(b"HEAD") or status == 304
            body = b"" if head else stream.read(int(headers["content-length"]))
            answers.append((status, headers, body))
    return answers


def request(line: str, *headers: str, body: bytes = b"") -> bytes:
    """Write a request."""
    lines = (f"{line} HTTP/1.1", "Host: test", *headers)
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


AGAIN = request("GET /healthz")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/openapi.json", 200),
        ("/static/docs.js", 200),
        ("/nothing", 404),
        ("/fail", 500),
        ("/problems/" + "a" * 9_000, 414),
    ],
)
def test_head_sends_no_body_and_keeps_the_connection(address: Address, path: str, status: int) -> None:
    [get] = ask(address, request(f"GET {path}"))
    head, again = ask(address, request(f"HEAD {path}"), AGAIN)
    assert (get[0], head[0], again[0]) == (status, status, 200)
    assert head[1]["content-length"] == str(len(get[2]))


def test_what_has_not_changed_sends_no_body_and_keeps_the_connection(address: Address) -> None:
    [(_, headers, _)] = ask(address, request("GET /docs"))
    known = request("GET /docs", f"If-None-Match: {headers['etag']}")
    assert [status for status, *_ in ask(address, known, AGAIN)] == [304, 200]


@pytest.mark.parametrize("size", [70_000, 2_000_000])
def test_a_large_body_in_chunks_is_refused(address: Address, size: int) -> None:
    content = b'{"text": "' + b"a" * size + b'"}'
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(content), content)
    headers = ("Content-Type: application/json", "Transfer-Encoding: chunked")
    [(status, _, body)] = ask(address, request("POST /v1/symptoms/parse", *headers, body=chunked))
    assert status == 413
    assert b"/problems/body-too-large" in body


def test_a_body_that_is_declared_too_large_is_refused_before_it_is_sent(address: Address) -> None:
    headers = ("Content-Type: application/json", "Content-Length: 99999999999")
    [(status, _, body)] = ask(address, request("POST /v1/symptoms/parse", *headers))
    assert status == 413
    assert b"/problems/body-too-large" in body


@pytest.mark.parametrize("line", ["GET //v1/nutrients", "OPTIONS *", "GET /v1/%00", "GET /%ff", "PURGE /x"])
def test_odd_requests_are_answered_with_problems(address: Address, line: str) -> None:
    [(status, headers, _)] = ask(address, request(line))
    assert status in {404, 405}
    assert headers["content-type"] == "application/problem+json"


def test_too_many_are_told_so_on_a_connection_that_is_kept(address: Address) -> None:
    asked = [request("HEAD /v1/life-stages")] * 25
    answers = ask(address, *asked, AGAIN)
    assert answers[-2][0] == 429
    assert int(answers[-2][1]["retry-after"]) > 0
    assert answers[-1][0] == 200


def test_the_server_does_not_tell_what_it_is(address: Address) -> None:
    [(_, headers, _)] = ask(address, AGAIN)
    assert "python" not in str(headers).lower()


def test_nothing_of_a_fault_reaches_the_log(address: Address, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        ask(address, request("GET /fail"), request("HEAD /fail"), AGAIN)
    assert "unexpected RuntimeError" in caplog.text
    assert "secret" not in caplog.text
    assert "Traceback" not in caplog.text


def test_the_application_ends_with_its_server(small_url: str) -> None:
    app: FastAPI = create_app(settings_of(small_url))
    with listening(app) as address:
        assert ask(address, AGAIN)[0][0] == 200
    assert app.state.engine.pool.checkedin() == 0
    with pytest.raises(OSError, match="refused"):
        ask(address, AGAIN)


def test_few_threads_work_at_a_time_and_all_requests_are_answered(small_url: str) -> None:
    app, meeting, at_work, most = create_app(settings_of(small_url)), threading.Barrier(THREADS), [], [0]

    def work() -> Response:
        at_work.append(1)
        meeting.wait(30)
        most[0] = max(most[0], len(at_work))
        meeting.wait(30)
        at_work.pop()
        return Response(headers={"Cache-Control": "no-store"})

    app.get("/work")(work)
    with listening(app) as address, ThreadPoolExecutor(8) as clients:
        answers = list(clients.map(lambda _: ask(address, request("GET /work"))[0][0], range(12 * THREADS)))
    assert answers == [200] * 12 * THREADS
    assert most == [THREADS]
