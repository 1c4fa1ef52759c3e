"""How long after a seed the last answer of the old release comes: two services of two processes each.

    PYTHONPATH=. .venv/bin/python bench/release_switch.py

The real content on a PostgreSQL of its own; the next release is the same content with a remark more.
"""

import shutil
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import httpx
from sqlalchemy import create_engine, text

from app.settings import ROOT, Settings
from tests.faults.service import Service, postgres, wait_until

PROCESSES = 4
LOOKS = 12
# Asked once each round: a connection of its own each time, so that any of the processes may answer.
PATH = "/v1/nutrients/magnesium"
CALM_SECONDS = 5.0


def releases(services: list[Service]) -> set[str]:
    """Give the releases of a few answers of each service."""
    return {
        httpx.get(f"{one.address}{PATH}").headers["x-content-release"]
        for one in services
        for _ in range(LOOKS)
    }


def connections(server_url: str) -> int:
    """Give how many connections to the database are open beside ours."""

    engine = create_engine(server_url)
    with engine.connect() as connection:
        query = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
        found: int = connection.execute(text(query)).scalar_one()
    engine.dispose()
    return found - 1


def main() -> None:
    """Seed, serve, seed the next, and look."""
    poll = Settings.model_fields["poll_seconds"].default
    with tempfile.TemporaryDirectory(prefix="switch-") as folder, postgres() as server, ExitStack() as stack:
        following = Path(shutil.copytree(ROOT / "seed", Path(folder) / "seed"))
        changed = next((following / "symptoms").glob("*.toml"))
        changed.write_text(changed.read_text(encoding="utf-8") + "\n# The next release.\n", encoding="utf-8")
        services = []
        for name in ("one", "other"):
            more = {"WORKERS": "2", "APP_POLL_SECONDS": str(poll)}
            service = Service(Path(folder) / name, ROOT / "seed", database_url=server.url, **more)
            stack.enter_context(service.running())
            services.append(service)
        wait_until("all serve", lambda: all(len(one.workers()) == PROCESSES // 2 for one in services))
        [old] = releases(services)
        print(f"{PROCESSES} processes hold {connections(server.url)} connections to PostgreSQL")
        services[0].environment["APP_SEED_PATH"] = str(following)
        with services[0].command("seed") as process:
            assert process.stdout is not None
            for line in process.stdout:
                if "is loaded" in line:
                    break
            loaded = last_old = time.monotonic()
            while time.monotonic() - last_old < CALM_SECONDS:
                if old in releases(services):
                    last_old = time.monotonic()
        print(f"last old answer {last_old - loaded:.1f} s after the seed (a look each {poll} s)")


if __name__ == "__main__":
    main()
