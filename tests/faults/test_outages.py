"""PostgreSQL and Redis stop, hang and come back while requests come in."""

import json
import signal
import time
from pathlib import Path

import httpx

from tests.faults.load import Load, known_good
from tests.faults.service import Postgres, Service, postgres, redis, serving, wait_until

AWAY_SECONDS = 1.0
FEW = 20


def usage(service: Service) -> int:
    """Give the requests that are stored for all partners."""
    return sum(row["requests"] for row in json.loads(service.run("partners", "usage", "--json")))


def goes_away_and_comes_back(server: Postgres, service: Service, mode: str) -> None:
    """Stop PostgreSQL for a while; the service says so, and says when all is well again."""
    server.stop(mode)
    wait_until("it says that the database is away", lambda: service.health()["status"] == "warn")
    assert "the database cannot be reached" in service.health()["output"]
    time.sleep(AWAY_SECONDS)
    server.start()
    wait_until("all is well again", lambda: service.health()["status"] == "pass")


def allowed(service: Service, address: str, requests: int) -> int:
    """Send requests that seem to come from one address; give how many were let through."""
    with httpx.Client(base_url=service.address, headers={"X-Forwarded-For": address}) as client:
        statuses = [client.get("/v1/sources").status_code for _ in range(requests)]
    assert set(statuses) <= {200, 429}
    return statuses.count(200)


def test_nothing_is_lost_while_postgresql_stops_crashes_and_starts(tmp_path: Path, seed: Path) -> None:
    with postgres() as server:
        service = Service(tmp_path / "service", seed, database_url=server.url)
        service.run("migrate")
        key = service.key()
        with service.running():
            known = known_good(service.address)
            with Load((service.address,), key).running() as tally:
                time.sleep(AWAY_SECONDS)
                for mode in ("fast", "immediate"):
                    goes_away_and_comes_back(server, service, mode)
                time.sleep(AWAY_SECONDS)
        print(tally.told(), "stored", usage(service))
        assert tally.statuses == {200: tally.sent}
        assert tally.wrong(known) == []
        # The last counts are stored when the service ends.
        assert usage(service) == tally.sent


def test_a_process_counts_by_itself_while_redis_is_away_or_hangs(tmp_path: Path, seed: Path) -> None:
    with (
        redis(tmp_path) as store,
        serving(
            tmp_path / "service",
            seed,
            APP_REDIS_URL=store.url,
            APP_RATE_LIMIT=f"{FEW}/hour",
            APP_TRUSTED_PROXIES='["127.0.0.1"]',
        ) as service,
    ):
        key = service.key()
        wait_until(
            "the key holds",
            lambda: httpx.get(f"{service.address}/v1/rda", headers={"X-API-Key": key}).is_success,
        )
        assert allowed(service, "192.0.2.1", FEW + 5) == FEW
        with Load((service.address,), key).running() as tally:
            time.sleep(AWAY_SECONDS)
            store.send(signal.SIGSTOP)
            wait_until("it says that redis hangs", lambda: service.health()["status"] == "warn")
            assert allowed(service, "192.0.2.2", FEW + 5) == FEW
            store.stop()
            assert allowed(service, "192.0.2.3", FEW + 5) == FEW
            store.start()
            # A look at redis is taken every few seconds only.
            wait_until("processes count together again", lambda: service.health()["status"] == "pass")
            assert allowed(service, "192.0.2.4", FEW + 5) == FEW
        print(tally.told())
        assert tally.statuses == {200: tally.sent}
        assert tally.slowest < 5
