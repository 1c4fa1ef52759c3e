"""Of two processes that serve, one is killed or ended; the other goes on, and a new one comes."""

import os
import signal
import time
from pathlib import Path

import pytest

from tests.faults.load import SENDERS, Load, known_good
from tests.faults.service import Service, postgres, serving, wait_until

pytestmark = pytest.mark.slow


def end_one(service: Service, number: signal.Signals) -> None:
    """Send a signal to one of two processes, and wait until there are two again."""
    wait_until("there are two", lambda: len(service.workers()) == 2)
    one, other = service.workers()
    os.kill(one, number)
    wait_until(
        "a new one has come", lambda: other in (now := service.workers()) and len(now) == 2 and one not in now
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_the_other_process_goes_on(number: signal.Signals, tmp_path: Path, seed: Path) -> None:
    with serving(tmp_path / "service", seed, WORKERS="2") as service:
        known = known_good(service.address)
        with Load((service.address,)).running() as tally:
            time.sleep(1)
            # Whichever of the two serves most, it is hit once.
            for _ in range(2):
                end_one(service, number)
                # The new one has to start before it answers.
                time.sleep(4)
        print(tally.told())
        assert set(tally.statuses) == {200}
        assert tally.wrong(known) == []
        # Only what was on a connection of an ended process can break; a client sends it again.
        assert tally.broken.total() <= 2 * SENDERS


def test_a_process_that_starts_while_postgresql_is_away_serves_the_last_copy(
    tmp_path: Path, seed: Path
) -> None:
    with postgres() as server:
        service = Service(tmp_path / "service", seed, database_url=server.url, WORKERS="2")
        service.run("migrate")
        key = service.key()
        with service.running():
            known = known_good(service.address)
            server.stop()
            with Load((service.address,), key).running() as tally:
                for _ in range(2):
                    end_one(service, signal.SIGKILL)
                    time.sleep(4)
            print(tally.told())
            server.start()
        # Without the tables nobody knows whose key it is: a process that never read them says 503, not 401.
        assert set(tally.statuses) <= {200, 503}
        assert tally.wrong(known) == []
