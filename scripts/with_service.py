"""Serves the real content from a scratch database while a command runs.

usage: python -m scripts.with_service [--postgres URL] [--set APP_NAME=VALUE ...] -- COMMAND [ARGUMENT ...]

The command finds the address in BASE_URL, and its exit code is given on. The service is the one of
`python -m app serve`, on a free port, on SQLite or, with --postgres, on a new database of that
server, which is dropped afterwards. Requests are not limited unless --set says so.
"""

import argparse
import os
import socket
import subprocess  # nosec B404
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from app.settings import ROOT

START_SECONDS = 180
STOP_SECONDS = 30


@contextmanager
def scratch_database(postgres: str | None, folder: Path) -> Iterator[str]:
    """Give the address of a new database for a while."""
    if postgres is None:
        yield f"sqlite:///{folder / 'scratch.db'}"
        return
    server = make_url(postgres)
    name = f"nutrient_signs_scratch_{uuid.uuid4().hex[:12]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}"'))
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        admin.dispose()


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def wait_until_ready(base: str, service: subprocess.Popen[bytes]) -> None:
    """Wait until the service can answer.

    Raises:
        RuntimeError: it ended, or took too long.
    """
    started = time.monotonic()
    while service.poll() is None and time.monotonic() - started < START_SECONDS:
        try:
            with urlopen(f"{base}/readyz", timeout=5):  # nosec B310
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError("the service did not become ready")


@contextmanager
def serving(postgres: str | None, settings: dict[str, str]) -> Iterator[str]:
    """Let the service run for a while; give its address, and its log where it fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with scratch_database(postgres, folder) as url, (folder / "log").open("w+b") as log:
            port = free_port()
            own = {
                "APP_DATABASE_URL": url,
                "APP_RATE_LIMIT_ENABLED": "false",
                "APP_LOG_LEVEL": "warning",
                "HOST": "127.0.0.1",
                "PORT": str(port),
            }
            service = subprocess.Popen(  # nosec B603
                [sys.executable, "-m", "app", "serve"],
                cwd=ROOT,
                env={**os.environ, **own, **settings},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            base = f"http://127.0.0.1:{port}"
            try:
                wait_until_ready(base, service)
                yield base
            except BaseException:
                log.seek(0)
                sys.stderr.write(log.read().decode(errors="replace"))
                raise
            finally:
                stop(service)


def stop(service: subprocess.Popen[bytes]) -> None:
    """End the service as an operator would; by force where it doesn't end."""
    service.terminate()
    try:
        service.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        service.kill()
        service.wait()


def main() -> int:
    """Run the command of the command line beside the service; give its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--postgres", help="server to make the scratch database on")
    parser.add_argument(
        "--set", action="append", default=[], help="a setting of the service", dest="settings"
    )
    parser.add_argument("command", nargs="+")
    given = parser.parse_args()
    settings = dict(one.split("=", maxsplit=1) for one in given.settings)
    with serving(given.postgres, settings) as base:
        print(f"serving on {base}")
        done = subprocess.run(given.command, env={**os.environ, "BASE_URL": base}, check=False)  # nosec B603
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
