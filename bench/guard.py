"""Whether fixed requests cost more work than they did: counted, not timed.

Seconds of a shared machine say little. So each case is run through the application in this process and
what Python executes is counted: calls of functions (`sys.setprofile`, Python's and C's, all threads) and
lines (`sys.settrace`, of our own code). The same code gives the same counts but for a few in a thousand.
`baseline.json` keeps them; a case fails above its tolerance, and is told where it fell far below, so that
the baseline can be moved on purpose.

usage: python -m bench.guard [--write] [--only search]
"""

import argparse
import asyncio
import gc
import json
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

from fastapi import FastAPI

from app.main import create_app
from app.settings import Settings
from bench import world
from bench.cases import SENTENCES, assessing, searches, searching
from bench.load import Asking

BASELINE = Path(__file__).with_name("baseline.json")
OWN = str(world.ROOT / "app")
# Two runs of the same code differ by up to 1 % in calls (timers, locks) and not at all in lines.
TOLERANCE = {"calls": 0.10, "lines": 0.05}
LIMIT_SECONDS = 600
REQUESTS = 40


class Counter:
    """Counts what is executed, in every thread that begins after it was set up."""

    def __init__(self) -> None:
        # What is counted now; hooks stay in place, since a thread cannot be given one from outside.
        self.counted = ""
        self.found = {"calls": 0, "lines": 0}
        threading.setprofile(self.profile)
        threading.settrace(self.trace)
        sys.setprofile(self.profile)
        sys.settrace(self.trace)

    def profile(self, _frame: FrameType, event: str, _argument: object) -> None:
        """Count a call."""
        if self.counted == "calls" and event in {"call", "c_call"}:
            self.found["calls"] += 1

    def trace(self, frame: FrameType, _event: str, _argument: object) -> "Callable[..., Any] | None":
        """Follow our own functions line by line, and no others."""
        return self.line if self.counted == "lines" and frame.f_code.co_filename.startswith(OWN) else None

    def line(self, _frame: FrameType, event: str, _argument: object) -> "Callable[..., Any]":
        """Count a line."""
        if event == "line":
            self.found["lines"] += 1
        return self.line

    async def count(self, work: Callable[[], Coroutine[Any, Any, None]]) -> dict[str, int]:
        """Give the calls and the lines of some work, each counted in a run of its own."""
        self.found = dict.fromkeys(self.found, 0)
        gc.collect()
        gc.disable()
        for what in self.found:
            self.counted = what
            await work()
        self.counted = ""
        gc.enable()
        return self.found


async def send(app: FastAPI, asking: Asking) -> int:
    """Put one request through the application; give the status of the answer."""
    path, _, query = asking.path.partition("?")
    body = b"" if asking.body == "-" else asking.body.encode()
    headers = [(b"host", b"bench"), (b"content-length", str(len(body)).encode())]
    if body:
        headers.append((b"content-type", b"application/json"))
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": asking.method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": headers,
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "state": {},
    }
    status = 0

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def answer(message: Any) -> None:
        nonlocal status
        status = message.get("status", status)

    await app(scope, receive, answer)
    return status


def guarded(database: Path) -> dict[str, tuple[Sequence[Asking], Sequence[Asking]]]:
    """Give the cases: what is sent to warm up, and what is counted."""
    words = searches(database, 2 * REQUESTS, seed=4)
    asked = searching(words, "/v1/foods?limit=20&", "q")
    found: dict[str, tuple[Sequence[Asking], Sequence[Asking]]] = {
        "search": (asked[:REQUESTS], asked[REQUESTS:])
    }
    for name, path in (
        ("record", "/v1/nutrients/magnesium"),
        ("list", "/v1/nutrients?limit=20"),
        ("foods-of-nutrient", "/v1/nutrients/iron/foods?limit=20"),
    ):
        found[name] = ([Asking("GET", path)] * 3, [Asking("GET", path)] * REQUESTS)
    for findings in (1, 5, 20):
        made = assessing(database, findings)
        found[f"assess-{findings}"] = (made[: 3 * REQUESTS], made[:REQUESTS])
    parsed = [Asking("POST", "/v1/symptoms/parse", json.dumps({"text": one})) for one in SENTENCES]
    found["parse"] = (parsed, parsed * 4)
    return found


async def counts(folder: Path, only: Sequence[str]) -> dict[str, dict[str, int]]:
    """Count the work of one request of each case, on the mean."""
    counter = Counter()
    database = world.content()
    settings = Settings(
        database_url=f"sqlite:///{database}", rate_limit="100000000/minute", log_level="warning"
    )
    if "snapshot_path" in Settings.model_fields:
        settings = settings.model_copy(update={"snapshot_path": folder})
    app = create_app(settings)
    found = {}
    async with app.router.lifespan_context(app):
        for name, (first, then) in guarded(database).items():
            if only and name not in only:
                continue
            for asking in first:
                await send(app, asking)

            async def work(requests: Sequence[Asking] = then) -> None:
                statuses = {await send(app, asking) for asking in requests}
                if statuses != {200}:
                    raise SystemExit(f"{name} was answered with {sorted(statuses)}")  # noqa: B023

            whole = await counter.count(work)
            found[name] = {what: round(count / len(then)) for what, count in whole.items()}
    return found


def judge(found: dict[str, dict[str, int]], kept: dict[str, dict[str, int]]) -> list[str]:
    """Print each case beside what is kept, and give what is wrong."""
    wrong = []
    for name, figures in found.items():
        for what, count in figures.items():
            before = kept.get(name, {}).get(what)
            if before is None:
                wrong.append(f"{name} is not in the baseline: run with --write")
                continue
            change = count / before - 1
            print(f"{name:20}{what:6}{before:9,} -> {count:9,}  {change:+7.1%}")
            if count > before * (1 + TOLERANCE[what]):
                wrong.append(f"{name} takes {change:+.0%} {what}: more than {TOLERANCE[what]:.0%} is allowed")
            elif change < -TOLERANCE[what]:
                print(f"  {name} takes far fewer {what}: keep it with --write")
    return wrong


def main() -> None:
    """Count, and compare or write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="keep the counts as the baseline")
    parser.add_argument("--only", action="append", default=[], help="a case; may be repeated")
    options = parser.parse_args()
    signal.alarm(LIMIT_SECONDS)
    with tempfile.TemporaryDirectory(prefix="guard-") as folder:
        found = asyncio.run(counts(Path(folder), options.only))
    kept = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    if options.write:
        BASELINE.write_text(json.dumps({**kept, **found}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        return
    wrong = judge(found, kept)
    if wrong:
        raise SystemExit("\n".join(wrong))


if __name__ == "__main__":
    main()
