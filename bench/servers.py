"""Servers as processes of their own: pinned to a core, detached, and ended whatever happens."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

SERVER_CORE, LOAD_CORE = "0", "1"
# A server ends after this by itself, should the benchmark be killed.
LIFETIME_SECONDS = 1_800
READY_SECONDS = 120
KB_A_MB = 1_024


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that is ready."""

    name: str
    url: str
    # Process group, which is all that belongs to it.
    group: int
    # From the start of the process to the first answer.
    start_seconds: float

    def memory(self) -> tuple[float, float]:
        """Give VmRSS and PSS of all its processes, in MB."""
        rss = pss = 0
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit() and group_of(folder) == self.group:
                rss += amount(folder / "status", "VmRSS:")
                pss += amount(folder / "smaps_rollup", "Pss:")
        return rss / KB_A_MB, pss / KB_A_MB


def group_of(folder: Path) -> int:
    """Give the process group of a process, or 0 where it has ended."""
    try:
        return os.getpgid(int(folder.name))
    except ProcessLookupError:
        return 0


def amount(file: Path, name: str) -> int:
    """Read a figure in kB from a file of /proc; 0 where the process has ended."""
    try:
        lines = file.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith(name))


def free_port() -> int:
    """Give a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(
    name: str,
    command: Sequence[str],
    *,
    port: int,
    log: Path,
    ready: str,
    environment: Mapping[str, str] | None = None,
    cores: str = SERVER_CORE,
) -> Iterator[Server]:
    """Start a server and end it, with all that it started.

    It gets a session of its own and writes to a file: a child that lives on then keeps no pipe open.

    Raises:
        RuntimeError: it was not ready in time; the message ends with what it wrote.
    """
    limited = ["timeout", "--kill-after=5", str(LIFETIME_SECONDS), "taskset", "-c", cores, *command]
    started = time.monotonic()
    with log.open("wb") as output:
        process = subprocess.Popen(
            limited,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env={**os.environ, **(environment or {})},
        )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_until_ready(process, f"{url}{ready}", log)
        yield Server(name=name, url=url, group=process.pid, start_seconds=time.monotonic() - started)
    finally:
        end(process)


def wait_until_ready(process: "subprocess.Popen[bytes]", url: str, log: Path) -> None:
    """Ask until an answer comes."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urlopen(url, timeout=2):
                return
        except HTTPError as error:
            if error.code < 500:
                return
        except OSError:
            pass
        time.sleep(0.02)
    raise RuntimeError(f"{url} does not answer: {log.read_text(errors='replace')[-2000:]}")


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process and its group: politely, then not."""
    for sign, seconds in ((signal.SIGTERM, 5), (signal.SIGKILL, 5)):
        try:
            os.killpg(process.pid, sign)
        except ProcessLookupError:
            break
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue
    process.wait(5)
