"""Ours beside its peers, in turn on the same core: requests a second, latency, memory, and the ratios.

usage: python -m bench [peers|growth] [--seconds 3] [--rounds 3] [--only record --only search]

The server has core 0, wrk core 1. Rounds go through all servers in turn, and a ratio is taken within a
round, so that what else the machine does hits all alike; what is told is the median of the rounds with
the least and the greatest. Everything ends by itself. See docs/performance.md.
"""

import argparse
import json
import signal
import sys
import tempfile
from pathlib import Path

from bench import growth, peer_rounds
from bench.world import SCRATCH

# The whole run ends after this, whatever happens.
LIMIT_SECONDS = 3_600


def stop(number: int, _frame: object) -> None:
    """End the run by an exception, so that every server is ended on the way out."""
    raise SystemExit(f"ended by {signal.Signals(number).name}")


def main() -> None:
    """Run what was asked for."""
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
        signal.signal(number, stop)
    signal.alarm(LIMIT_SECONDS)
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="?", choices=("peers", "growth"), default="peers")
    parser.add_argument("--seconds", type=int, default=3, help="length of one load")
    parser.add_argument("--rounds", type=int, default=3, help="loads of each server and case")
    parser.add_argument("--only", action="append", default=[], help="a case or curve; may be repeated")
    options = parser.parse_args()
    run = peer_rounds.run if options.what == "peers" else growth.run
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        measured = run(Path(folder), seconds=options.seconds, rounds=options.rounds, only=options.only)
    SCRATCH.mkdir(parents=True, exist_ok=True)
    target = SCRATCH / f"{options.what}.json"
    target.write_text(json.dumps(measured, indent=1), encoding="utf-8")
    sys.stdout.write(f"\nwritten: {target}\n")


if __name__ == "__main__":
    main()
