"""What a CDN, and the answers that each process keeps ready, spare the processes: a simulation of a day.

    PYTHONPATH=. .venv/bin/python bench/cdn.py

Readers ask for pages by a Zipf law over all content paths; a share searches, a share assesses. Each
request goes through an edge of the CDN (a cache for `s-maxage` seconds), then to one process, which
keeps answers by the very code of the service (`ReadyBytes`). Nothing is sent: a second of the day is
simulated as fast as it can be. What is assumed stands in `Day`; what comes out is printed as a table.
"""

import argparse
import random
from bisect import bisect
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate

from app.http.ready import Ready, ReadyBytes

HEADERS = ((b"cache-control", b"public, max-age=300, s-maxage=3600, stale-while-revalidate=86400"),)
RELEASE = "simulated"


@dataclass(frozen=True, kw_only=True)
class Day:
    """A day of a newspaper's readers. All figures are assumptions, to be replaced by one's own."""

    requests: int = 300_000
    seconds: int = 86_400
    # Nutrients, symptoms, foods, lists and searches with their variants.
    paths: int = 20_000
    # Share of the n-th path is as 1 / n ** skew.
    skew: float = 0.9
    searches: float = 0.08
    # Searches are drawn from so many, by the same law.
    words: int = 200_000
    assessments: float = 0.02
    edges: int = 20
    # Seconds for which an edge may keep an answer, and use it while it asks anew.
    fresh: int = 3_600
    stale: int = 86_400
    answer_bytes: int = 6_000
    cache_bytes: int = 33_554_432


class Law:
    """Draws by a Zipf law."""

    def __init__(self, number: int, skew: float) -> None:
        self._sums = list(accumulate(1 / (rank**skew) for rank in range(1, number + 1)))

    def draw(self, chance: random.Random) -> int:
        """Give the place of what was drawn; 0 is asked for most."""
        return bisect(self._sums, chance.random() * self._sums[-1])


class Edge:
    """One place of a CDN: keeps each answer while it is fresh, and uses it while it asks anew."""

    def __init__(self, day: Day) -> None:
        self._day = day
        self._stored: dict[str, float] = {}

    def asks(self, path: str, now: float) -> str:
        """Say what comes of a request: `hit`, `renewed` (answered at once, asked about beside) or `miss`."""
        age = now - self._stored.get(path, float("-inf"))
        if age <= self._day.fresh:
            return "hit"
        # The answer is either fetched or confirmed by its tag; from now on it is fresh.
        self._stored[path] = now
        return "renewed" if age <= self._day.fresh + self._day.stale else "miss"


def simulate(day: Day, processes: int, *, cdn: bool, seed: int = 6) -> Counter[str]:
    """Play a day; count what happened to its requests."""
    chance = random.Random(seed)
    pages, words = Law(day.paths, day.skew), Law(day.words, day.skew)
    edges = [Edge(day) for _ in range(day.edges)]
    kept = [ReadyBytes(day.cache_bytes) for _ in range(processes)]
    for one in kept:
        one.serve(RELEASE)
    counts: Counter[str] = Counter()
    for number in range(day.requests):
        now = number * day.seconds / day.requests
        kind = chance.random()
        if kind < day.assessments:
            counts["assessed"] += 1
            continue
        is_search = kind < day.assessments + day.searches
        path = f"q{words.draw(chance)}" if is_search else f"p{pages.draw(chance)}"
        if cdn:
            met = chance.choice(edges).asks(path, now)
            counts[met] += 1
            if met == "hit":
                continue
        counts["ready" if is_ready(chance.choice(kept), path, day) else "made"] += 1
    return counts


def is_ready(kept: ReadyBytes, path: str, day: Day) -> bool:
    """Ask a process; tell whether it had the answer ready."""
    key = (path, b"", "json")
    if kept.get(key, RELEASE) is not None:
        return True
    # The size alone matters here, not what the bytes say.
    body = bytes(day.answer_bytes)
    kept.put(key, Ready(body, media_type=b"application/json", headers=HEADERS, operation="simulated"))
    return False


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--requests", type=int, default=Day.requests)
    day = Day(requests=options.parse_args().requests)
    print(day)
    print(
        "processes  CDN   answered by CDN  reach a process  of these ready  made anew  assessed  at origin/s"
    )
    for processes in (1, 10, 100):
        for cdn in (False, True):
            found = simulate(day, processes, cdn=cdn)
            by_cdn = found["hit"] + found["renewed"]
            reads = found["ready"] + found["made"]
            origin = reads + found["assessed"]
            print(
                f"{processes:9}  {'yes' if cdn else 'no':3}  {by_cdn / day.requests:15.1%}"
                f"  {origin / day.requests:15.1%}  {found['ready'] / max(1, reads):14.1%}"
                f"  {found['made'] / day.requests:9.1%}  {found['assessed'] / day.requests:8.1%}"
                f"  {origin / day.seconds:11.2f}"
            )


if __name__ == "__main__":
    main()
