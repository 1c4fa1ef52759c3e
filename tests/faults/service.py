"""The service and what it rests on, each as a process of its own that a test may stop, start and kill.

Nothing here touches a server of this machine: PostgreSQL and Redis are throw-away ones on free ports.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.settings import ROOT

POSTGRES_USER = "postgres"
START_SECONDS = 120
# Far above what the tests send, so that only those that mean to meet the limit do.
NO_LIMIT = "1000000/second"


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until(what: str, holds: Callable[[], object], seconds: float = START_SECONDS) -> float:
    """Wait until something holds; give the seconds that it took."""
    started = time.monotonic()
    while not holds():
        if time.monotonic() - started > seconds:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.02)
    return time.monotonic() - started


class Postgres:
    """A throw-away PostgreSQL, run as the user `postgres` where we are root (initdb refuses root)."""

    def __init__(self, folder: Path, binaries: Path) -> None:
        self._folder, self._binaries, self.port = folder, binaries, free_port()
        if os.geteuid() == 0:
            shutil.chown(folder, POSTGRES_USER)
        self._run("initdb", "-A", "trust", "-U", POSTGRES_USER, "--no-sync")

    @property
    def url(self) -> str:
        """Give its address for the service."""
        return f"postgresql+psycopg://{POSTGRES_USER}@127.0.0.1:{self.port}/postgres"

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._binaries / program), "-D", str(self._folder / "data"), *arguments]
        user = POSTGRES_USER if os.geteuid() == 0 else None
        done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, cwd="/", user=user)
        assert done.returncode == 0, command

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = f"-p {self.port} -k {self._folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self._run("pg_ctl", "-w", "-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop: `fast` breaks connections off, `immediate` is a crash."""
        self._run("pg_ctl", "-m", mode, "stop")


@contextmanager
def postgres() -> Iterator[Postgres]:
    """Run a throw-away PostgreSQL for a while."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin")) or (
        [Path(path).parent] if (path := shutil.which("initdb")) else []
    )
    if not found:
        pytest.skip("FAULTS NOT TESTED: no PostgreSQL binaries (initdb, pg_ctl) on this machine")
    # Not below pytest's own folders: these are closed to the user that it runs as.
    with tempfile.TemporaryDirectory(prefix="faults-postgres-") as folder:
        server = Postgres(Path(folder), found[-1])
        server.start()
        try:
            yield server
        finally:
            if (Path(folder) / "data" / "postmaster.pid").exists():
                server.stop("immediate")


class Redis:
    """A throw-away Redis that keeps nothing."""

    def __init__(self, folder: Path, binary: str) -> None:
        self._folder, self._binary, self.port = folder, binary, free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Give its address for the service."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir", str(self._folder)]
        self._process = subprocess.Popen([self._binary, *options], stdout=subprocess.DEVNULL)
        wait_until("redis listens", lambda: listens(self.port))

    def send(self, number: signal.Signals) -> None:
        """Send a signal: SIGSTOP lets it hang."""
        assert self._process is not None
        self._process.send_signal(number)

    def stop(self) -> None:
        """Kill it."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


@contextmanager
def redis(folder: Path) -> Iterator[Redis]:
    """Run a throw-away Redis for a while."""
    binary = shutil.which("redis-server")
    if binary is None:
        pytest.skip("FAULTS NOT TESTED: no redis-server on this machine")
    server = Redis(folder, binary)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def listens(port: int) -> bool:
    """Tell whether somebody listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Service:
    """`python -m app` in a process of its own, with a database and a folder for snapshots of its own."""

    def __init__(self, folder: Path, seed: Path, *, database_url: str = "", **more: str) -> None:
        self.folder, self.port = folder, free_port()
        folder.mkdir(parents=True, exist_ok=True)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("APP_")},
            "APP_DATABASE_URL": database_url or f"sqlite:///{folder / 'main.db'}",
            "APP_SNAPSHOT_PATH": str(folder / "snapshots"),
            "APP_SEED_PATH": str(seed),
            "APP_POLL_SECONDS": "0.3",
            "APP_LOG_LEVEL": "warning",
            "APP_RATE_LIMIT": NO_LIMIT,
            "APP_KEY_SECRET": "a secret of the fault tests and of no other",
            "PORT": str(self.port),
            **more,
        }
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Give the address that it serves on."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        """Give all that it wrote."""
        return (self.folder / "service.log").read_text(encoding="utf-8")

    def command(self, *arguments: str, **popen: Any) -> "subprocess.Popen[str]":
        """Start a command of the service beside it."""
        return subprocess.Popen(
            [sys.executable, "-m", "app", *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **popen,
        )

    def run(self, *arguments: str, **popen: Any) -> str:
        """Run a command to its end; give what it said."""
        with self.command(*arguments, **popen) as process:
            said, _ = process.communicate(timeout=START_SECONDS)
        assert process.returncode == 0, said
        return said

    def seed(self, folder: Path) -> str:
        """Seed from another folder; give what it said."""
        self.environment["APP_SEED_PATH"] = str(folder)
        return self.run("seed")

    def key(self, partner: str = "tester", *more: str) -> str:
        """Make a partner with the largest plan; give its key."""
        name = ("--name", "Tester", "--contact", "tester@example.org", "--plan", "large")
        made: str = json.loads(self.run("partners", "add", partner, *name, *more, "--json"))["key"][
            "shown_once"
        ]
        return made

    def launch(self) -> None:
        """Begin to serve."""
        with (self.folder / "service.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "app", "serve"],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
            )

    def start(self) -> None:
        """Serve, and wait until it is ready."""
        self.launch()
        wait_until("the service is ready", self.is_ready)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Serve for a while; it is ended too where it never gets ready."""
        try:
            self.start()
            yield
        finally:
            self.stop()

    def is_ready(self) -> bool:
        """Tell whether it answers; an end of the process is a fault."""
        assert self.process is not None
        assert self.process.poll() is None, self.log
        try:
            return httpx.get(f"{self.address}/readyz", timeout=5).status_code == 200
        except httpx.TransportError:
            return False

    def health(self) -> dict[str, Any]:
        """Give what /readyz says."""
        found: dict[str, Any] = httpx.get(f"{self.address}/readyz", timeout=5).json()
        return found

    def workers(self) -> list[int]:
        """Give the ids of the processes that serve."""
        assert self.process is not None
        main = self.process.pid
        children = Path(f"/proc/{main}/task/{main}/children").read_text(encoding="ascii").split()
        serving = [int(pid) for pid in children if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
        return serving or [main]

    def resident_mb(self, measure: str = "VmRSS") -> float:
        """Give the memory of the largest process that serves, in MB; RssAnon is without files."""
        return max(resident_mb(pid, measure) for pid in self.workers())

    def stop(self) -> None:
        """End it as an operator does, and by force if it does not."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            for pid in self.workers():
                os.kill(pid, signal.SIGKILL)
            self.process.kill()
            self.process.wait()
            raise
        finally:
            self.process = None


def resident_mb(pid: int, measure: str = "VmRSS") -> float:
    """Give the memory of a process in MB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith(measure):
            return int(line.split()[1]) / 1024
    raise AssertionError(f"process {pid} is gone")


@contextmanager
def serving(folder: Path, seed: Path, **more: str) -> Iterator[Service]:
    """Serve for a while."""
    service = Service(folder, seed, **more)
    with service.running():
        yield service
