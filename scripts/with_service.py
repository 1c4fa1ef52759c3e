"""Serves the real content from a scratch database while a command runs.

usage: python -m scripts.with_service [--postgres URL] [--set APP_NAME=VALUE ...] [--sites COUNT]
                                      -- COMMAND [ARGUMENT ...]

The command finds the address in BASE_URL and the database in APP_DATABASE_URL, and its exit code is given
on. The service is the one of `python -m app serve`, on a free port, on SQLite or, with --postgres, on a
new database of that server, which is dropped afterwards. Requests are not limited unless --set says so.
With --sites, that many origins on free ports may call from a browser, and no other; the command finds them
in SITE_ORIGINS, parted by spaces. The first may because a publishable key, in SITE_KEY, is made for it; the
others by APP_CORS_ORIGINS.
"""

import argparse
import json
import os
import secrets
import signal
import socket
import subprocess  # nosec B404  the point of this script is to run a command
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.error import URLError
from urllib.request import Request, urlopen

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


def wait_until_answered(asked: Request, service: subprocess.Popen[bytes]) -> None:
    """Wait until the service answers a request.

    Raises:
        RuntimeError: it ended, or took too long.
    """
    started = time.monotonic()
    while service.poll() is None and time.monotonic() - started < START_SECONDS:
        try:
            with urlopen(asked, timeout=5):  # nosec B310
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the service did not answer {asked.full_url}")


def publishable_key(origin: str, env: dict[str, str]) -> str:
    """Make a key for pages of an origin, as an operator does."""
    made = subprocess.run(  # nosec B603
        [
            *(sys.executable, "-m", "app", "partners", "add", "partner-site"),
            *("--kind", "publishable", "--origin", origin, "--json"),
        ],
        cwd=ROOT,
        env=env,
        check=True,
        stdout=subprocess.PIPE,
    )
    key: str = json.loads(made.stdout)["key"]["shown_once"]
    return key


@contextmanager
def serving(
    postgres: str | None, settings: dict[str, str], site: str | None = None
) -> Iterator[dict[str, str]]:
    """Let the service run for a while; give what the command has to know, and its log where it fails.

    With the origin of a site, a publishable key for it is made, and the service has taken it.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with scratch_database(postgres, folder) as url, (folder / "log").open("w+b") as log:
            port = free_port()
            own = {
                "APP_DATABASE_URL": url,
                "APP_KEY_SECRET": secrets.token_urlsafe(32),
                "APP_RATE_LIMIT_ENABLED": "false",
                "APP_LOG_LEVEL": "warning",
                "HOST": "127.0.0.1",
                "PORT": str(port),
            }
            env = {**os.environ, **own, **settings}
            service = subprocess.Popen(  # nosec B603
                [sys.executable, "-m", "app", "serve"],
                cwd=ROOT,
                env=env,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            base = f"http://127.0.0.1:{port}"
            try:
                wait_until_answered(Request(f"{base}/readyz"), service)
                told = {"BASE_URL": base, "APP_DATABASE_URL": url}
                if site is not None:
                    told["SITE_KEY"] = publishable_key(site, env)
                    with_key = {"X-API-Key": told["SITE_KEY"], "Origin": site}
                    wait_until_answered(Request(f"{base}/v1/conflicts", headers=with_key), service)
                yield told
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


def end(number: int, _frame: FrameType | None) -> None:
    """Leave by the ordinary way when asked to end, so that the service is stopped too."""
    raise SystemExit(128 + number)


def main() -> int:
    """Run the command of the command line beside the service; give its exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--postgres", help="server to make the scratch database on")
    parser.add_argument(
        "--set", action="append", default=[], help="a setting of the service", dest="settings"
    )
    parser.add_argument("--sites", type=int, default=0, help="origins that may call from a browser")
    parser.add_argument("command", nargs="+")
    given = parser.parse_args()
    settings = dict(one.split("=", maxsplit=1) for one in given.settings)
    origins = [f"http://127.0.0.1:{free_port()}" for _ in range(given.sites)]
    if origins:
        settings["APP_CORS_ORIGINS"] = json.dumps(origins[1:])
    signal.signal(signal.SIGTERM, end)
    with serving(given.postgres, settings, *origins[:1]) as told:
        print(f"serving on {told['BASE_URL']}", flush=True)
        env = {**os.environ, **told, "SITE_ORIGINS": " ".join(origins)}
        done = subprocess.run(given.command, env=env, check=False)  # nosec B603
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
