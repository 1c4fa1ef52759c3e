"""The clock of the machine jumps forth and back while the service runs (by libfaketime)."""

import time
from pathlib import Path

import httpx
import pytest

from tests.faults.load import Load, known_good
from tests.faults.service import Service, wait_until

pytestmark = pytest.mark.slow
FEW = 20
DAY = 86_400


def jump(clock: Path, seconds: int) -> None:
    """Set the clock of the service so far from the true time."""
    clock.write_text(f"{seconds:+d}", encoding="ascii")
    # It is read anew for each look at the clock; the pollers look within this time.
    time.sleep(1)


def allowed(service: Service, address: str) -> int:
    """Send more than one address may; give how many were let through."""
    with httpx.Client(base_url=service.address, headers={"X-Forwarded-For": address}) as client:
        statuses = [client.get("/v1/sources").status_code for _ in range(FEW + 5)]
    assert set(statuses) <= {200, 429}
    return statuses.count(200)


def test_the_service_lives_through_jumps_of_the_clock(tmp_path: Path, seed: Path, next_seed: Path) -> None:
    library = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
    if library is None:
        pytest.skip("FAULTS NOT TESTED: no libfaketime on this machine (Debian: libfaketime)")
    clock = tmp_path / "clock"
    clock.write_text("+0", encoding="ascii")
    service = Service(
        tmp_path / "service",
        seed,
        APP_RATE_LIMIT=f"{FEW}/hour",
        APP_TRUSTED_PROXIES='["127.0.0.1"]',
        LD_PRELOAD=str(library),
        FAKETIME_TIMESTAMP_FILE=str(clock),
        FAKETIME_NO_CACHE="1",
        FAKETIME_DONT_FAKE_MONOTONIC="1",
    )
    service.run("migrate")
    lasting, short = service.key(), service.key("short", "--expires", "7d")
    with service.running():
        known = known_good(service.address)
        with Load((service.address,), lasting).running() as tally:
            for step, seconds in enumerate((30 * DAY, -30 * DAY, 3_600, -60, 0)):
                jump(clock, seconds)
                # A window is a window, whatever the clock says; one more where an hour of it begins just now.
                assert FEW <= allowed(service, f"192.0.2.{step}") <= FEW + 1
                # A key has ended where the clock says so, and holds again where it says otherwise.
                answer = httpx.get(f"{service.address}/v1/sources", headers={"X-API-Key": short})
                assert answer.status_code == (401 if seconds > 7 * DAY else 200), seconds
            # The poller goes on: the next release is taken.
            service.seed(next_seed)
            wait_until("the next release is served", lambda: len(tally.first) == 2, 20)
        assert service.health()["status"] == "pass"
        known |= known_good(service.address)
    print(tally.told())
    assert tally.statuses == {200: tally.sent}
    assert tally.wrong(known) == []
