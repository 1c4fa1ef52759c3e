"""How cost grows with the world: more foods, symptoms, findings in a request, workers, partners.

Each point of a curve is a server of its own on the same core; the points of a curve are loaded in turn,
round by round, and each is told as a ratio to the first.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from bench import world
from bench.cases import PAGE, SENTENCES, assessing, searches, searching
from bench.load import Asking, load, write
from bench.peer_rounds import serve_ours, spread
from bench.servers import Server

FINDINGS = (1, 2, 5, 10, 20, 50)
PARTNERS = (1, 100, 10_000)
TIMES = 10
SEARCHES = 20_000


class Point(NamedTuple):
    """One point of a curve: a server, and what it is asked, by kind of request."""

    name: str
    server: Server
    asked: Mapping[str, Sequence[Asking]]


def foods(stack: ExitStack, database: Path, folder: Path) -> list[Point]:
    """Ten times the foods, with a larger vocabulary."""
    points = []
    for name, tables in (("as it is", database), (f"x{TIMES}", world.with_more_foods(database, TIMES))):
        words = searches(tables, SEARCHES, seed=2)
        asked = {"search": searching(words, f"/v1/foods?limit={PAGE}&", "q")}
        points.append(Point(name, serve_ours(stack, tables, folder, f"foods {name}"), asked))
    return points


def symptoms(stack: ExitStack, database: Path, folder: Path) -> list[Point]:
    """Ten times the symptoms, each with the links of the one it is a copy of."""
    points = []
    parsing = [Asking("POST", "/v1/symptoms/parse", f'{{"text": "{one}"}}') for one in SENTENCES]
    for name, tables in (("as it is", database), (f"x{TIMES}", world.with_more_symptoms(database, TIMES))):
        asked = {"parse": parsing, "assess-5": assessing(tables, 5)}
        points.append(Point(name, serve_ours(stack, tables, folder, f"symptoms {name}"), asked))
    return points


def findings(stack: ExitStack, database: Path, folder: Path) -> list[Point]:
    """More findings in one assessment, on one server."""
    server = serve_ours(stack, database, folder)
    return [Point(str(count), server, {"assess": assessing(database, count)}) for count in FINDINGS]


def workers(stack: ExitStack, database: Path, folder: Path) -> list[Point]:
    """Two processes on two cores; the second shares its core with wrk, so the gain is a least figure."""
    words = searches(database, SEARCHES, seed=3)
    asked = {
        "record": [Asking("GET", "/v1/nutrients/magnesium")],
        "search": searching(words, f"/v1/foods?limit={PAGE}&", "q"),
        "assess-5": assessing(database, 5),
    }
    return [
        Point(str(count), serve_ours(stack, database, folder, f"workers {count}", workers=count), asked)
        for count in (1, 2)
    ]


def partners(stack: ExitStack, database: Path, folder: Path) -> list[Point]:
    """More partners, each asking with a key of its own in turn; counted, not limited (one would be)."""
    points = []
    for count in PARTNERS:
        tables, keys = world.with_partners(database, count)
        server = serve_ours(
            stack,
            tables,
            folder,
            f"partners {count}",
            APP_RATE_LIMIT_ENABLED="false",
            APP_KEY_SECRET=world.KEY_SECRET,
        )
        reads = [Asking("GET", "/v1/red-flags/face-droop", key=key) for key in keys]
        points.append(Point(str(count), server, {"record": reads}))
    return points


# A curve more is a function more: its points, each with a server.
CURVES: dict[str, Callable[[ExitStack, Path, Path], list[Point]]] = {
    "foods": foods,
    "symptoms": symptoms,
    "findings": findings,
    "workers": workers,
    "partners": partners,
}


def run(folder: Path, *, seconds: int, rounds: int, only: Sequence[str]) -> dict[str, Any]:
    """Measure all curves, and print what came of them."""
    database = world.content()
    measured = {}
    for name, curve in CURVES.items():
        if not only or name in only:
            with ExitStack() as stack:
                points = curve(stack, database, folder)
                print(f"\n{name}: {(curve.__doc__ or '').strip()}")
                measured[name] = measure(points, folder, seconds=seconds, rounds=rounds)
    return measured


def measure(points: Sequence[Point], folder: Path, *, seconds: int, rounds: int) -> dict[str, Any]:
    """Load the points in turn, for each kind of request."""
    measured: dict[str, Any] = {}
    for kind in points[0].asked:
        files = [write(one.asked[kind], folder / f"point-{number}.tsv") for number, one in enumerate(points)]
        sent = [0] * len(points)
        rates: list[list[float]] = [[] for _ in points]
        slowest: list[list[float]] = [[] for _ in points]
        for _ in range(rounds):
            for number, point in enumerate(points):
                outcome = load(point.server.url, files[number], seconds=seconds, first=sent[number])
                sent[number] += outcome.requests
                if outcome.faults:
                    print(f"    {point.name}: {outcome.faults} requests were refused or broke")
                rates[number].append(outcome.per_second)
                slowest[number].append(outcome.p99_ms)
        print(f"  {kind:12}{'requests/s':>30}{'p99 ms':>26}   of the first")
        for point, rate, slow in zip(points, rates, slowest, strict=True):
            ratios = [one / first for one, first in zip(rate, rates[0], strict=True)]
            told = spread(ratios, ".2f")
            print(f"    {point.name:10}{spread(rate):>30}{spread(slow, '.1f'):>26}   {told}", flush=True)
        measured[kind] = {point.name: rate for point, rate in zip(points, rates, strict=True)}
    print("  start and memory:")
    for point in points:
        rss, pss = point.server.memory()
        start = point.server.start_seconds
        print(f"    {point.name:10}ready in {start:5.1f} s   VmRSS {rss:5.0f} MB   PSS {pss:5.0f} MB")
        measured[f"memory {point.name}"] = {"rss": rss, "pss": pss, "start": start}
    return measured
