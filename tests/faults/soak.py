"""Loads the service for minutes, and looks whether its memory stays flat: `make soak`.

The real content and every kind of request, most of them never seen before, so that what is kept ready
is filled and turned over. Prints a line each 30 s: memory with and without the pages of files, which
the machine takes back at will. Ends with 1 where a request was lost, an answer was none of those
expected, or memory grew.
"""

import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import httpx

from app.settings import ROOT
from tests.faults.service import Service

SENDERS = 8
LINE_SECONDS = 30
# Caches fill up first; memory is compared from then on.
WARM_SHARE = 0.4
MOST_GROWTH_MB = 8
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


async def watch(service: Service, started: float, until: float, counts: Counter[int | str]) -> list[float]:
    """Print a line each 30 s; give the memory in MB at each."""
    found = []
    while time.monotonic() < until:
        await asyncio.sleep(LINE_SECONDS)
        found.append(service.resident_mb("RssAnon"))
        memory = f"{service.resident_mb():6.1f} MB, {found[-1]:6.1f} without files"
        print(f"{time.monotonic() - started:5.0f} s  {memory}  {dict(counts)}", flush=True)
    return found


async def soak(service: Service, seconds: float) -> tuple[list[float], Counter[int | str]]:
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
        # Seeding takes much memory, and is no part of serving.
        service.run("migrate")
        service.run("seed")
        with service.running():
            first = service.resident_mb("RssAnon")
            print(f"    0 s  {service.resident_mb():6.1f} MB, {first:6.1f} without files", flush=True)
            memory, counts = asyncio.run(soak(service, seconds))
    grown = max(memory) - memory[int(len(memory) * WARM_SHARE)]
    lost = counts["sent"] - sum(counts[status] for status in EXPECTED)
    print(
        f"sent {counts['sent']}, lost {lost}; memory grew by {grown:.1f} MB after the first {WARM_SHARE:.0%}"
    )
    return int(bool(lost) or grown > MOST_GROWTH_MB)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
