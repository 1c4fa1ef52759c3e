"""How long the service takes from its start on a seeded database until it is ready, and its memory.

    PYTHONPATH=. .venv/bin/python bench/start.py [rounds]

Prints the wall clock and the processor's seconds (the former grows when the machine has other work) and
VmRSS at that moment, for one process and, of two, for the larger. Modules are compiled beforehand, as
they are in the image.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from app.settings import ROOT
from tests.faults.service import Service, resident_mb

TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid: int) -> float:
    """Give the seconds that a process has kept the processor busy."""
    after_name = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / TICKS


def main(rounds: int) -> None:
    """Seed once, then start again and again."""
    with tempfile.TemporaryDirectory(prefix="start-") as folder:
        compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
        service = Service(Path(folder), ROOT / "seed", **compiled)
        with service.running():
            pass
        for workers in ("1", "2"):
            service.environment["WORKERS"] = workers
            for _ in range(rounds):
                started = time.monotonic()
                with service.running():
                    took = time.monotonic() - started
                    pids = service.workers()
                    busy, memory = max(map(processor_seconds, pids)), max(map(resident_mb, pids))
                print(f"WORKERS={workers}: {took:.2f} s, processor {busy:.2f} s, {memory:.0f} MB", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
