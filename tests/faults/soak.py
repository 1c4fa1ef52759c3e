"""Loads the service for minutes, and looks whether its memory stays flat: `make soak`.

The real content and every kind of request, most of them never seen before, so that what is kept ready
is filled and turned over. Prints a line every few seconds: memory with and without the pages of files,
which the machine takes back at will. Ends with 1 where a request was lost, an answer was none of those
expected, or requests leave memory behind.

Answers kept ready (the gauge `cache_bytes`) are taken off, and the first part of the run is left out:
threads, connections and the caches of libraries are not all there at once. Of the rest the medians of
both halves are compared, and what is between them is told in bytes a request. What every request leaves
behind, be it one entry of a dictionary with a short key, is above a hundred bytes.
"""

import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import httpx

from app.settings import ROOT
from tests.faults.service import Service

SENDERS = 8
LINE_SECONDS = 5
WARM_SHARE = 0.4
MOST_LEFT_BYTES = 100
# Between the halves; memory comes in pieces of a megabyte, so that fewer would tell nothing.
LEAST_REQUESTS = 3_000
MB = 1_048_576
CACHE_BYTES = 4_000_000
EXPECTED = {200, 404}
WORDS = ("tired", "numb", "lip", "cramps", "beans", "liver", "vitamin", "iron", "dizzy", "apple", "pale")


async def send(client: httpx.AsyncClient, chance: random.Random) -> httpx.Response:
    """Send one request, of some kind."""
    kind = chance.random()
    words = " ".join(chance.sample(WORDS, 2))
    if kind < 0.4:
        return await client.get("/v1/foods", params={"q": words, "limit": chance.randint(1, 100)})
    if kind < 0.7:
        return await client.get("/v1/search", params={"q": f"{words}{chance.randint(0, 9_999)}"})
    if kind < 0.8:
        return await client.get(f"/v1/nutrients/{chance.getrandbits(64):x}")
    text = f"{words} for {chance.randint(2, 99)} days"
    if kind < 0.9:
        return await client.post("/v1/symptoms/parse", json={"text": text})
    profile = {"age_years": chance.randint(1, 99), "sex": "female"}
    return await client.post("/v1/assess", json={"symptoms": [{"text": text}], "profile": profile})


async def load(address: str, until: float, counts: Counter[int | str]) -> None:
    """Send one request after the other."""
    chance = random.Random()
    # A new connection now and then, as there are many clients and not one.
    while time.monotonic() < until:
        async with httpx.AsyncClient(base_url=address, timeout=30) as client:
            for _ in range(100):
                counts["sent"] += 1
                try:
                    counts[(await send(client, chance)).status_code] += 1
                except httpx.TransportError as error:
                    counts[type(error).__name__] += 1


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of the service at one moment."""

    sent: int
    # Memory without the pages of files, in MB.
    memory: float
    # Bytes of answers kept ready.
    kept: float


def left_bytes(seen: Sequence[Seen]) -> float | None:
    """Give the bytes that a request leaves behind once all is warm; None where that was not long enough."""
    compared = seen[int(len(seen) * WARM_SHARE) :]
    half = len(compared) // 2
    if not half:
        return None
    (before, memory_before), (after, memory_after) = (
        (median(one.sent for one in part), median(one.memory * MB - one.kept for one in part))
        for part in (compared[:half], compared[-half:])
    )
    requests = after - before
    return None if requests < LEAST_REQUESTS else (memory_after - memory_before) / requests


async def kept_bytes(client: httpx.AsyncClient) -> float:
    """Ask how many bytes of answers are kept ready."""
    text = (await client.get("/metrics")).text
    return float(next(line for line in text.splitlines() if line.startswith("cache_bytes ")).split()[1])


async def watch(service: Service, started: float, until: float, counts: Counter[int | str]) -> list[Seen]:
    """Print a line every few seconds; give what was seen at each."""
    found = []
    async with httpx.AsyncClient(base_url=service.address, timeout=30) as client:
        while time.monotonic() < until:
            await asyncio.sleep(LINE_SECONDS)
            one = Seen(counts["sent"], service.resident_mb("RssAnon"), await kept_bytes(client))
            found.append(one)
            memory = f"{service.resident_mb():6.1f} MB, {one.memory:6.1f} without files"
            kept = f"{one.kept / MB:4.1f} MB kept ready"
            print(f"{time.monotonic() - started:5.0f} s  {memory}, {kept}  {dict(counts)}", flush=True)
    return found


async def soak(service: Service, seconds: float) -> tuple[list[Seen], Counter[int | str]]:
    """Load and watch."""
    started = time.monotonic()
    counts: Counter[int | str] = Counter()
    until = started + seconds
    async with asyncio.TaskGroup() as group:
        for _ in range(SENDERS):
            group.create_task(load(service.address, until, counts))
        watched = group.create_task(watch(service, started, until, counts))
    return watched.result(), counts


def main(seconds: float) -> int:
    """Serve, load, and judge."""
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        service = Service(Path(folder), ROOT / "seed", APP_CACHE_BYTES=str(CACHE_BYTES))
        with service.running():
            first = service.resident_mb("RssAnon")
            print(f"    0 s  {service.resident_mb():6.1f} MB, {first:6.1f} without files", flush=True)
            seen, counts = asyncio.run(soak(service, seconds))
    left = left_bytes(seen)
    lost = counts["sent"] - sum(counts[status] for status in EXPECTED)
    told = "not long enough to tell" if left is None else f"{left:.0f} bytes"
    print(f"sent {counts['sent']}, lost {lost}; a request leaves behind: {told}")
    return int(bool(lost) or left is None or left > MOST_LEFT_BYTES)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
