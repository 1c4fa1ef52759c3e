"""Clients that are slow, that say half a request, that are many, or that send too much."""

import resource
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from tests.faults.load import Load, known_good
from tests.faults.service import Service, serving
from tests.seeding.world import write_seed

HALF_OPEN = 400
MANY = 10_000
# Files that either side has open beside its connections.
SPARE_FILES = 500
DEPTH = 10_000
MB = 1_000_000
POST = b"POST /v1/assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
HALVES = (
    b"",
    b"GET /v1/nutr",
    b"GET /v1/nutrients HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
    POST + b"Content-Length: 60\r\n\r\n{",
    POST + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{",
)
BODY_SECONDS = 2
JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service on the small world, for all tests here."""
    folder = tmp_path_factory.mktemp("clients")
    seed = write_seed(folder / "seed")
    with serving(folder / "service", seed, APP_BODY_SECONDS=str(BODY_SECONDS)) as found:
        yield found


@contextmanager
def sockets(service: Service, number: int) -> Iterator[list[socket.socket]]:
    """Hold connections open for a while."""
    with ExitStack() as stack:
        found = []
        for _ in range(number):
            one = stack.enter_context(socket.socket())
            one.connect(("127.0.0.1", service.port))
            found.append(one)
        yield found


def still_serves(service: Service, seconds: float) -> float:
    """Load the service for a while; every answer must be right. Gives the slowest, in seconds."""
    known = known_good(service.address)
    with Load((service.address,)).running() as tally:
        time.sleep(seconds)
    print(tally.told())
    assert tally.sent
    assert tally.statuses == {200: tally.sent}
    assert tally.wrong(known) == []
    return tally.slowest


def test_half_open_connections_do_not_hold_up_others(service: Service) -> None:
    before = service.resident_mb()
    with sockets(service, HALF_OPEN) as held:
        for number, one in enumerate(held):
            one.sendall(HALVES[number % len(HALVES)])
        assert still_serves(service, BODY_SECONDS + 1) < 3
        # A body that does not come is answered in time, not waited for; what else is half is not answered.
        answers = [answer_at_hand(one) for one in held]
        whole = [answer for answer in answers if answer]
        assert {answer.split(b" ", 2)[1] for answer in whole} == {b"408"}
        assert len(whole) == 2 * HALF_OPEN // len(HALVES)
    print(f"memory {before:.0f} MB, then {service.resident_mb():.0f} MB")


def answer_at_hand(one: socket.socket) -> bytes:
    """Give what has come on a connection."""
    one.setblocking(False)
    try:
        return one.recv(1_000)
    except BlockingIOError:
        return b""
    finally:
        one.setblocking(True)


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_of_100_mb_is_refused_and_not_held(service: Service, chunked: bool) -> None:
    before = service.resident_mb()
    part = b" " * MB
    length = [] if chunked else [b"Content-Length: %d" % (100 * MB)]
    head = [
        b"POST /v1/assess HTTP/1.1", b"Host: localhost", b"Content-Type: application/json", *length,
        *([b"Transfer-Encoding: chunked"] if chunked else []),
    ]  # fmt: skip
    with socket.create_connection(("127.0.0.1", service.port), timeout=10) as one:
        one.sendall(b"\r\n".join([*head, b"", b""]))
        answer = b""
        # The refusal may come at any time; nobody need read on after it.
        with suppress(BrokenPipeError, ConnectionResetError):
            for _ in range(100):
                one.sendall((b"%x\r\n%s\r\n" % (MB, part)) if chunked else part)
                answer = answer or answer_at_hand(one)
            answer = answer or one.recv(1_000)
    assert answer.split(b" ", 2)[1] == b"413"
    assert service.resident_mb() < before + 10
    assert still_serves(service, 0.3) < 3


def test_json_of_depth_10000_is_a_problem_and_memory_stays_flat(service: Service) -> None:
    before = service.resident_mb()
    for body in (b"[" * DEPTH + b"]" * DEPTH, b'{"symptoms":' * DEPTH + b"1" + b"}" * DEPTH, b"[" * 60_000):
        for _ in range(20):
            answer = httpx.post(f"{service.address}/v1/assess", content=body[:65_000], headers=JSON)
            assert answer.status_code in {400, 422}
            assert answer.headers["content-type"] == "application/problem+json"
    assert service.resident_mb() < before + 10


@pytest.mark.slow
def test_ten_thousand_connections_are_held_and_others_served(tmp_path: Path, seed: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    number = min(MANY, hard - SPARE_FILES)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    try:
        with serving(tmp_path / "service", seed) as service:
            idle = service.resident_mb()
            with sockets(service, number) as held:
                for one in held:
                    one.sendall(b"GET /v1/nutrients HTTP/1.1\r\nHost: localhost\r\n")
                slowest = still_serves(service, 3)
                holding = service.resident_mb()
                for one in held:
                    one.sendall(b"\r\n")
                answered = sum(one.recv(15) == b"HTTP/1.1 200 OK" for one in held)
                print(f"{number} connections (limit {hard}), {answered} answered at last")
                print(f"memory {idle:.0f} MB, then {holding:.0f} MB; slowest other answer {slowest:.2f} s")
                assert answered == number
            assert still_serves(service, 0.5) < 3
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
