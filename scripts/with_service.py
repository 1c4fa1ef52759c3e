"""Runs a command beside a service of its own: a fresh database in a temporary folder, a free port.

    python -m scripts.with_service COMMAND...

The command finds the address in `API_URL`, the database in `APP_DATABASE_URL`, and in `SITE_ORIGINS` two
origins on free ports, parted by a space, whose pages may call the service. The service is stopped however
the command ends; its log is shown where it does not get ready.
"""

import json
import os
import signal
import socket
import subprocess  # nosec B404
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from urllib.request import urlopen

from app.settings import ROOT

READY_SECONDS = 120
STOP_SECONDS = 25


def free_port() -> int:
    """Give a port on which nothing listens now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_until_ready(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    """Wait for `/readyz`; give up when the process ends or the time is over."""
    until = time.monotonic() + READY_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            with urlopen(f"{url}/readyz", timeout=2):  # nosec B310
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"the service did not get ready:\n{log.read_text(encoding='utf-8')[-4000:]}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End the service and all that it started."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            print("the service did not stop when asked to; it is killed", file=sys.stderr)
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def service() -> Iterator[dict[str, str]]:
    """Run the service for a while; give the environment for what talks to it."""
    with tempfile.TemporaryDirectory(prefix="nutrient-signs-") as folder:
        port, log = free_port(), Path(folder) / "log"
        origins = [f"http://127.0.0.1:{free_port()}" for _ in range(2)]
        database = {**os.environ, "APP_DATABASE_URL": f"sqlite:///{folder}/service.db"}
        own = {
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "WORKERS": "1",
            "APP_CORS_ORIGINS": json.dumps(origins),
            "APP_LOG_LEVEL": "warning",
        }
        with log.open("wb") as out:
            process = subprocess.Popen(  # nosec B603
                [sys.executable, "-m", "app", "serve"],
                cwd=ROOT,
                env={**database, **own},
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        try:
            url = f"http://127.0.0.1:{port}"
            wait_until_ready(process, url, log)
            yield {**database, "API_URL": url, "SITE_ORIGINS": " ".join(origins)}
        finally:
            stop(process)


def end(number: int, _frame: FrameType | None) -> None:
    """Leave by the ordinary way when asked to end, so that the service is stopped too."""
    raise SystemExit(128 + number)


def main() -> int:
    """Run the command; give its code."""
    command = sys.argv[1:]
    if not command:
        raise SystemExit("say which command to run")
    signal.signal(signal.SIGTERM, end)
    with service() as env:
        return subprocess.run(command, env=env, check=False).returncode  # nosec B603


if __name__ == "__main__":
    sys.exit(main())
