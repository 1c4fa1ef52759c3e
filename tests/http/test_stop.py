"""How the service ends, as processes of its own: what runs is finished, what was counted is stored."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import httpx
import pytest
from sqlmodel import Session

from app.database import make_engine
from app.partners import queries
from app.settings import ROOT, Settings
from tests.http.test_server import request
from tests.partners.conftest import SECRET, made_key
from tests.seeding.world import write_seed

BODY = b'{"text": "my lip twitches"}'


class Service:
    """A service that runs, and what it wrote."""

    def __init__(self, process: subprocess.Popen[str], port: int, output: Path) -> None:
        self.process, self.port, self._output = process, port, output
        self.base = f"http://127.0.0.1:{port}"

    @property
    def output(self) -> str:
        """Give what it wrote so far."""
        return self._output.read_text()

    def stop(self) -> int:
        """Ask it to end, and wait."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)


@contextmanager
def running(folder: Path, workers: int = 1) -> Iterator[Service]:
    """Serve the small world, in a database in a folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "APP_DATABASE_URL": f"sqlite:///{folder / 'test.db'}",
        "APP_SEED_PATH": str(write_seed(folder / "seed")),
        "APP_SNAPSHOT_PATH": str(folder / "copies"),
        "APP_KEY_SECRET": SECRET,
        # Nothing is stored before the end, unless the end stores it.
        "APP_POLL_SECONDS": "1",
        "PORT": str(port),
        "WORKERS": str(workers),
    }
    output = folder / "output"
    with output.open("w") as file:
        process = start(environment, file)
    found = Service(process, port, output)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None:
            try:
                if httpx.get(f"{found.base}/readyz").status_code == 200:
                    break
            except httpx.HTTPError:
                time.sleep(0.1)
        assert process.poll() is None, found.output
        yield found
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def start(environment: dict[str, str], file: IO[str]) -> subprocess.Popen[str]:
    """Start the service as an operator does."""
    command = [sys.executable, "-m", "app", "serve"]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=file, stderr=file, text=True)


def key_in(folder: Path) -> str:
    """Make a partner with a key."""
    engine = make_engine(Settings(database_url=f"sqlite:///{folder / 'test.db'}"))
    with Session(engine) as session:
        made = made_key(session)
        session.commit()
    engine.dispose()
    return made.shown_once


def requests_in(folder: Path) -> int:
    """Give how many requests of partners are stored."""
    engine, today = (
        make_engine(Settings(database_url=f"sqlite:///{folder / 'test.db'}")),
        datetime.now(UTC).date(),
    )
    with Session(engine) as session:
        found = sum(row.requests for row in queries.usage(session, today, today))
    engine.dispose()
    return found


def begin(port: int) -> socket.socket:
    """Begin a request whose body has not come yet."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=20)
    headers = ("Content-Type: application/json", f"Content-Length: {len(BODY)}")
    connection.sendall(request("POST /v1/symptoms/parse", *headers, body=BODY[:5]))
    return connection


@pytest.mark.parametrize("again", [False, True])
def test_what_runs_is_finished_and_what_was_counted_is_stored(tmp_path: Path, again: bool) -> None:
    with running(tmp_path) as service:
        key = key_in(tmp_path)
        until = time.monotonic() + 20
        headers = {"X-API-Key": key}
        # The key holds when the process has looked.
        while httpx.get(f"{service.base}/v1/nutrients", headers=headers).status_code != 200:
            assert time.monotonic() < until
            time.sleep(0.2)
        for _ in range(4):
            assert httpx.get(f"{service.base}/v1/nutrients", headers=headers).status_code == 200
        connection = begin(service.port)
        time.sleep(0.3)
        service.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        if again:
            service.process.send_signal(signal.SIGTERM)
            time.sleep(0.3)
        assert service.process.poll() is None
        # Nobody else is let in.
        with pytest.raises(httpx.TransportError):
            httpx.get(f"{service.base}/healthz")
        connection.sendall(BODY[5:])
        answer = connection.recv(65_536)
        connection.close()
        assert answer.startswith(b"HTTP/1.1 200")
        # uvicorn ends as the signal would have ended it, once all is done.
        assert service.process.wait(30) in {0, -signal.SIGTERM}
    assert requests_in(tmp_path) == 5
    lines = [json.loads(line) for line in service.output.splitlines() if line.startswith("{")]
    assert [line["operation"] for line in lines if line["event"] == "request"][-1] == "parse_text"
    assert all("at" in line and "level" in line for line in lines)
    assert "Traceback" not in service.output
    assert [path.suffix for path in (tmp_path / "copies").iterdir()] == [".db"]


def test_several_processes_end_together_and_are_counted_together(tmp_path: Path) -> None:
    with running(tmp_path, workers=2) as service:
        for _ in range(40):
            assert httpx.get(f"{service.base}/v1/nutrients").status_code == 200
        time.sleep(2.5)
        counted = set()
        # Whichever process is asked tells of all.
        for _ in range(8):
            text = httpx.get(f"{service.base}/metrics").text
            found = re.findall(r'http_requests_total\{.*operation="list_nutrients".*\} (\S+)', text)
            counted.add(sum(map(float, found)))
        assert counted == {40.0}
        connection = begin(service.port)
        time.sleep(0.3)
        service.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        connection.sendall(BODY[5:])
        assert connection.recv(65_536).startswith(b"HTTP/1.1 200")
        connection.close()
        service.process.wait(30)
    assert "died" not in service.output
    assert "Traceback" not in service.output
