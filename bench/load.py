"""A load by wrk from the other core, and what came of it."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from bench.servers import LOAD_CORE

CONNECTIONS = 16
SCRIPT = Path(__file__).with_name("load.lua")


class Asking(NamedTuple):
    """A request to send."""

    method: str
    path: str
    body: str = "-"
    etag: str = "-"
    key: str = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a load came to."""

    per_second: float
    p50_ms: float
    p99_ms: float
    requests: int
    # Answers outside 2xx and 3xx, and connections that failed.
    faults: int


def write(requests: Sequence[Asking], file: Path) -> Path:
    """Write requests for the script."""
    lines = "".join("\t".join(one) + "\n" for one in requests)
    file.write_text(lines, encoding="utf-8")
    return file


def load(url: str, requests: Path, *, seconds: int, first: int = 0) -> Outcome:
    """Send requests over 16 connections for some seconds, beginning with the one numbered `first`."""
    command = ["taskset", "-c", LOAD_CORE, "wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s"]
    command += ["--timeout", "10s", "-s", str(SCRIPT), url, "--", str(requests), str(first)]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=seconds + 30, check=True
    )
    told = json.loads(next(line for line in done.stdout.splitlines() if line.startswith("{")))
    return Outcome(
        per_second=told["requests"] / told["seconds"],
        p50_ms=told["p50_ms"],
        p99_ms=told["p99_ms"],
        requests=told["requests"],
        faults=told["refused"] + told["broken"],
    )
