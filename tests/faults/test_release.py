"""A new content release under load: every process takes it within seconds, and no answer is of two."""

import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.load import Load, known_good
from tests.faults.service import Service, postgres

pytestmark = pytest.mark.slow
# What a process needs to notice (the poll), copy and compile the small world, beside others on two cores.
SWITCH_SECONDS = 10


def seed_and_note(service: Service, seed: Path) -> float:
    """Seed; give the moment at which the new content was there, by the monotonic clock."""
    service.environment["APP_SEED_PATH"] = str(seed)
    with service.command("seed") as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "is loaded" in line:
                return time.monotonic()
    raise AssertionError("nothing was loaded")


def test_all_processes_take_a_new_release_and_no_answer_is_mixed(
    tmp_path: Path, seed: Path, next_seed: Path
) -> None:
    with postgres() as server, ExitStack() as stack:
        one = Service(tmp_path / "one", seed, database_url=server.url, WORKERS="2")
        # The other keeps no answers ready: each of its answers goes all the way.
        other = Service(tmp_path / "other", seed, database_url=server.url, WORKERS="2", APP_CACHE_BYTES="0")
        for service in (one, other):
            stack.enter_context(service.running())
        known = known_good(one.address)
        with Load((one.address, other.address)).running() as tally:
            time.sleep(1)
            seeded = seed_and_note(one, next_seed)
            time.sleep(SWITCH_SECONDS)
        known |= known_good(one.address)
        old, new = (
            seen.release
            for seen in sorted(known, key=lambda seen: tally.first[seen.release])[:: len(known) - 1]
        )
        print(tally.told(), f"last old answer {tally.last[old] - seeded:.2f} s after the seed")
        assert tally.statuses == {200: tally.sent}
        assert tally.wrong(known) == []
        assert tally.last[new] > tally.last[old]
        assert tally.last[old] - seeded < SWITCH_SECONDS - 2
