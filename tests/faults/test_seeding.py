"""A seed that is broken off, that finds no room on the disk, or that is not the only one."""

import random
import resource
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.database import make_engine
from app.settings import Settings
from tests.faults.service import Service, postgres
from tests.seeding.world import rows_of

KILLS = 10
MB = 1_048_576

Contents = dict[str, object]


@pytest.fixture(params=["sqlite", "postgresql"])
def service(request: pytest.FixtureRequest, tmp_path: Path, seed: Path) -> Iterator[Service]:
    """A service that is migrated and seeded, and does not run."""
    if request.param == "sqlite":
        yield seeded(Service(tmp_path / "service", seed))
        return
    with postgres() as server:
        yield seeded(Service(tmp_path / "service", seed, database_url=server.url))


def seeded(service: Service) -> Service:
    """Migrate and seed."""
    service.run("migrate")
    service.run("seed")
    return service


def contents(service: Service) -> Contents:
    """Give every row of every table, but not the moment at which it was loaded."""
    engine = make_engine(Settings(database_url=service.environment["APP_DATABASE_URL"]))
    rows = rows_of(engine)
    engine.dispose()
    return {**rows, "content_release": [(row[0], row[2]) for row in rows["content_release"]]}


def seed_and_kill(service: Service, after: float) -> tuple[float, bool]:
    """Seed, and kill the process so many seconds after its first word.

    Returns:
        The seconds that it lived on, and whether it was killed before its end.
    """
    with service.command("seed") as process:
        assert process.stdout is not None
        process.stdout.readline()
        started = time.monotonic()
        timer = threading.Timer(after, process.kill)
        timer.start()
        # The last word comes with the commit; a process that is killed says no more.
        while line := process.stdout.readline():
            if "is loaded" in line:
                break
        lived = time.monotonic() - started
        timer.cancel()
        process.communicate()
    return lived, process.returncode != 0


@pytest.mark.slow
def test_a_killed_seed_leaves_the_old_content_whole_or_the_new(
    service: Service, seed: Path, next_seed: Path
) -> None:
    old = contents(service)
    service.environment["APP_SEED_PATH"] = str(next_seed)
    lasts = seed_and_kill(service, after=60)[0]
    new = contents(service)
    assert new != old
    kept = killed = 0
    for number in range(KILLS):
        before = contents(service)
        service.environment["APP_SEED_PATH"] = str(seed if before == new else next_seed)
        killed += seed_and_kill(service, after=random.uniform(0, lasts))[1]
        after = contents(service)
        assert after in (old, new), number
        kept += after == before
    print(f"{killed} of {KILLS} killed before their end, {kept} left what was there before")
    # What is left behind does not stand in the way of the next.
    service.seed(seed)
    service.seed(next_seed)
    assert contents(service) == new


def test_a_seed_that_finds_the_disk_full_changes_nothing_and_says_so(
    tmp_path: Path, seed: Path, next_seed: Path
) -> None:
    service = seeded(Service(tmp_path / "service", seed))
    before = contents(service)
    # No file may grow past what the database has now: to SQLite this is a disk that is full.
    most = (service.folder / "main.db").stat().st_size // 4
    service.environment["APP_SEED_PATH"] = str(next_seed)

    def leave_no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    with service.command("seed", preexec_fn=leave_no_room) as process:
        said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "the tables are as they were" in said
    assert "Traceback" not in said
    assert contents(service) == before
    service.run("seed")
    assert contents(service) != before


def test_of_two_seeds_at_once_both_end_well_and_one_loads(service: Service, next_seed: Path) -> None:
    service.environment["APP_SEED_PATH"] = str(next_seed)
    with service.command("seed") as one, service.command("seed") as other:
        said = [process.communicate(timeout=60)[0] for process in (one, other)]
    assert (one.returncode, other.returncode) == (0, 0), said
    ends = sorted(text.split("] ")[-1].split(" ", 3)[-1].strip() for text in said)
    assert ends[0] == "is loaded"
    assert ends[1] in {"is loaded already", "was loaded meanwhile"}
