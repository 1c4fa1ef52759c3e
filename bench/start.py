"""How long the service takes from its start on a seeded database until it is ready, and its memory.

    PYTHONPATH=. .venv/bin/python -m bench.start [rounds]

Prints the wall clock, the processor's seconds (the former grows when the machine has other work) and
VmRSS at that moment, on SQLite and a throw-away PostgreSQL, for one process and, of two, for the larger.
Modules are compiled beforehand, as they are in the image. "copies" is a start on a machine that has no
copy of the release yet.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

from app.settings import ROOT
from tests.faults.service import Service, postgres, resident_mb

TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid: int) -> float:
    """Give the seconds that a process has kept the processor busy."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / TICKS


def start(service: Service, told: str) -> None:
    """Start once, and say what it took."""
    started = time.monotonic()
    with service.running():
        took = time.monotonic() - started
        pids = service.workers()
        busy, memory = max(map(processor_seconds, pids)), max(map(resident_mb, pids))
    print(f"{told}: {took:.2f} s, processor {busy:.2f} s, {memory:.0f} MB", flush=True)


def measure(folder: Path, rounds: int, database_url: str = "") -> None:
    """Seed once, then start again and again."""
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    service = Service(folder, ROOT / "seed", database_url=database_url, **compiled)
    with service.running():
        pass
    name = "PostgreSQL" if database_url else "SQLite"
    for workers in ("1", "2"):
        service.environment["WORKERS"] = workers
        for _ in range(rounds):
            start(service, f"{name}, WORKERS={workers}")
    service.environment["WORKERS"] = "1"
    shutil.rmtree(folder / "snapshots")
    start(service, f"{name}, WORKERS=1, copies")


def main(rounds: int) -> None:
    """Measure on both databases."""
    with tempfile.TemporaryDirectory(prefix="start-") as folder:
        measure(Path(folder) / "sqlite", rounds)
        with postgres() as server:
            measure(Path(folder) / "postgresql", rounds, server.url)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
