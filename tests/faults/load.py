"""A load on the service that counts what it gets: answers by status, broken connections, wrong bytes.

Every answer names its content release; its body is known by path, release and SHA-256. `wrong` compares
these with what a quiet service gave, so an answer made of two releases, or cut short, is found.
"""

import asyncio
import hashlib
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple

import httpx

SENDERS = 6
READS = (
    "/v1/nutrients",
    "/v1/symptoms",
    "/v1/foods?limit=5",
    "/v1/red-flags",
    "/v1/search?q=twi",
    "/v1/sources",
)
ASSESS = "/v1/assess"
BODY = {"symptoms": [{"id": "twitch"}], "profile": {"age_years": 40, "sex": "female"}}
PATHS = (*READS, ASSESS)


class Seen(NamedTuple):
    """One answer with status 200, as far as it can be compared."""

    path: str
    release: str
    digest: str


@dataclass
class Tally:
    """What a load came to."""

    sent: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    # Requests whose connection broke before the answer was whole, by kind of error.
    broken: Counter[str] = field(default_factory=Counter)
    seen: Counter[Seen] = field(default_factory=Counter)
    # Seconds of the monotonic clock at which an answer of a release last came.
    last: dict[str, float] = field(default_factory=dict)
    first: dict[str, float] = field(default_factory=dict)
    slowest: float = 0.0
    policies: set[str] = field(default_factory=set)

    def wrong(self, known: set[Seen]) -> list[Seen]:
        """Give the answers that a quiet service did not give."""
        return [seen for seen in self.seen if seen not in known]

    def told(self) -> str:
        """Say it in one line."""
        return (
            f"sent {self.sent}, answers {dict(self.statuses)}, broken {dict(self.broken)}, "
            f"releases {sorted(self.first)}, slowest {self.slowest:.2f} s"
        )


def send(client: httpx.Client, path: str) -> httpx.Response:
    """Ask once, quietly."""
    return client.post(path, json=BODY) if path == ASSESS else client.get(path)


def digest(answer: httpx.Response, path: str) -> Seen:
    """Name what came."""
    return Seen(path, answer.headers["x-content-release"], hashlib.sha256(answer.content).hexdigest())


def key_header(key: str) -> dict[str, str]:
    """Give the header that bears a key, if there is one."""
    return {"X-API-Key": key} if key else {}


def known_good(address: str, key: str = "") -> set[Seen]:
    """Ask a quiet service for every path; what it gives is what must come under load."""
    with httpx.Client(base_url=address, headers=key_header(key), timeout=10) as client:
        answers = [(path, send(client, path)) for path in PATHS]
    assert {answer.status_code for _, answer in answers} == {200}
    return {digest(answer, path) for path, answer in answers}


class Load:
    """Sends requests from a thread of its own until it is told to stop."""

    def __init__(self, addresses: tuple[str, ...], key: str = "") -> None:
        self._addresses = addresses
        self._headers = key_header(key)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()))
        self.tally = Tally()

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as group:
            for number in range(SENDERS):
                group.create_task(self._send(self._addresses[number % len(self._addresses)], number))

    async def _send(self, address: str, number: int) -> None:
        tally = self.tally
        async with httpx.AsyncClient(base_url=address, headers=self._headers, timeout=30) as client:
            while not self._stop.is_set():
                number += 1
                path = PATHS[number % len(PATHS)]
                tally.sent += 1
                started = time.monotonic()
                try:
                    answer = await (client.post(path, json=BODY) if path == ASSESS else client.get(path))
                except httpx.TransportError as error:
                    tally.broken[type(error).__name__] += 1
                    await asyncio.sleep(0.01)
                    continue
                self._note(path, answer, started)

    def _note(self, path: str, answer: httpx.Response, started: float) -> None:
        tally, now = self.tally, time.monotonic()
        tally.statuses[answer.status_code] += 1
        tally.slowest = max(tally.slowest, now - started)
        tally.policies.add(answer.headers.get("ratelimit-policy", ""))
        if answer.status_code == 200:
            seen = digest(answer, path)
            tally.seen[seen] += 1
            tally.first.setdefault(seen.release, now)
            tally.last[seen.release] = now

    @contextmanager
    def running(self) -> Iterator[Tally]:
        """Send for a while; at the end every request has its answer or its fault."""
        self._thread.start()
        try:
            yield self.tally
        finally:
            self._stop.set()
            self._thread.join()
        assert self.tally.sent == self.tally.statuses.total() + self.tally.broken.total()
