"""deploy/nginx.conf as it is, by a real nginx, before two processes of the service."""

import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from app.settings import ROOT
from tests.faults.load import BODY, Load, known_good
from tests.faults.service import Service, free_port, listens, redis, wait_until
from tests.seeding.world import write_seed

pytestmark = pytest.mark.slow
PATH = "/v1/nutrients"
FEW = 30


class Behind(NamedTuple):
    """A proxy and what is behind it."""

    address: str
    folder: Path
    services: tuple[Service, Service]
    key: str


@contextmanager
def proxy(folder: Path, ports: tuple[int, int]) -> Iterator[str]:
    """Run nginx with our file for a while; only addresses and folders are other ones."""
    binary = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
    if binary is None:
        pytest.skip("FAULTS NOT TESTED: no nginx on this machine")
    port = free_port()
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    changes = {
        "app-1:8000": f"127.0.0.1:{ports[0]}",
        "app-2:8000": f"127.0.0.1:{ports[1]}",
        "listen 8080": f"listen 127.0.0.1:{port}",
        "/var/cache/nginx": str(folder / "cache"),
        "/tmp/nginx.pid": str(folder / "nginx.pid"),
        "/dev/stdout": str(folder / "access.log"),
        "worker_processes auto": "worker_processes 1",
    }
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    (folder / "cache").mkdir(parents=True)
    configuration = folder / "nginx.conf"
    configuration.write_text(text, encoding="utf-8")
    command = [binary, "-c", str(configuration), "-p", str(folder), "-g", "daemon off;"]
    # As root, nginx would give its children to a user who cannot read pytest's folders.
    if shutil.which("id") and (folder.owner() == "root"):
        command[-1] += " user root;"
    with (folder / "error.log").open("wb") as errors:
        process = subprocess.Popen(command, stderr=errors)
    try:
        wait_until("nginx listens", lambda: listens(port), 10)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGQUIT)
        process.wait(30)


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    """A proxy before two processes that share a database and a Redis."""
    folder = tmp_path_factory.mktemp("proxy")
    seed = write_seed(folder / "seed")
    with ExitStack() as stack:
        store = stack.enter_context(redis(folder))
        more = {
            "APP_REDIS_URL": store.url,
            "APP_TRUSTED_PROXIES": '["127.0.0.1"]',
            "APP_RATE_LIMIT": f"{FEW}/hour",
        }
        one = Service(folder / "one", seed, **more)
        other = Service(folder / "other", seed, database_url=one.environment["APP_DATABASE_URL"], **more)
        one.run("migrate")
        key = one.key()
        for service in (one, other):
            stack.enter_context(service.running())
        address = stack.enter_context(proxy(folder, (one.port, other.port)))
        yield Behind(address, folder, (one, other), key)


def ask(behind: Behind, path: str, **headers: str) -> httpx.Response:
    """Ask through the proxy, with these headers and none of the client's own."""
    with httpx.Client(base_url=behind.address) as client:
        client.headers.pop("accept-encoding")
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        return client.get(path, headers=names)


def status(answer: httpx.Response) -> str:
    """Give what the proxy says of its cache."""
    told: str = answer.headers.get("cache-status", "")
    return told.removeprefix("nginx; ")


def test_what_is_public_is_stored_once_for_each_form(behind: Behind) -> None:
    path = f"{PATH}?limit=3"
    plain = [ask(behind, path, accept_encoding="identity") for _ in range(3)]
    packed = [ask(behind, path, accept_encoding="gzip") for _ in range(2)]
    assert [status(answer) for answer in plain] == ["MISS", "HIT", "HIT"]
    assert [status(answer) for answer in packed] == ["MISS", "HIT"]
    assert len({answer.content for answer in (*plain, *packed)}) == 1
    assert plain[1].headers["etag"] == plain[0].headers["etag"]
    # What tells of one caller is not in a copy for many.
    assert not {"ratelimit", "ratelimit-policy", "x-request-id"} & set(plain[1].headers)
    assert plain[1].headers["x-content-release"]


def test_an_answer_that_the_client_has_is_304_from_the_cache(behind: Behind) -> None:
    first = ask(behind, PATH)
    again = ask(behind, PATH, if_none_match=first.headers["etag"])
    assert (again.status_code, status(again), again.content) == (304, "HIT", b"")


def test_a_request_with_a_key_reaches_the_service_and_is_counted(behind: Behind) -> None:
    ask(behind, PATH)
    for headers in ({"x_api_key": behind.key}, {"authorization": f"Bearer {behind.key}"}):
        answer = ask(behind, PATH, **headers)
        assert answer.status_code == 200
        assert status(answer) == ""
        assert "large" in answer.headers["ratelimit-policy"]
        assert answer.headers["x-request-id"]
    assert ask(behind, PATH, x_api_key="wrong").status_code == 401


def test_an_assessment_is_neither_stored_nor_written_anywhere(behind: Behind) -> None:
    body = {**BODY, "symptoms": [{"text": "jumping muscle"}] * 40}
    answers = [httpx.post(f"{behind.address}/v1/assess", json=body) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    # What can't be stored by its headers is not: the second went to the service too.
    assert [status(answer) for answer in answers] == ["", ""] or "HIT" not in map(status, answers)
    httpx.get(f"{behind.address}/v1/search", params={"q": "jumping"})
    logged = (behind.folder / "access.log").read_text(encoding="utf-8")
    assert "/v1/search" in logged
    assert "jumping" not in logged
    stored = b"".join(path.read_bytes() for path in (behind.folder / "cache").rglob("*") if path.is_file())
    assert b"POST" not in stored
    for temporary in ("client_body_temp", "proxy_temp"):
        assert not any(path.is_file() for path in behind.folder.rglob(f"{temporary}/**"))


def test_many_callers_of_one_address_share_its_rate_over_both_processes(behind: Behind) -> None:
    statuses = []
    with httpx.Client(base_url=behind.address) as client:
        for number in range(2 * FEW):
            # Each is another answer, so each reaches the service; the address that is named is not heard.
            answer = client.get(
                f"{PATH}?limit={number + 1}", headers={"X-Forwarded-For": f"192.0.2.{number}"}
            )
            statuses.append(answer.status_code)
    assert set(statuses) == {200, 429}
    assert statuses.count(200) <= FEW


def test_metrics_are_not_for_everybody_and_bodies_are_bounded(behind: Behind) -> None:
    assert httpx.get(f"{behind.address}/metrics").status_code == 404
    assert httpx.get(f"{behind.address}/readyz").json()["status"] == "pass"
    assert httpx.post(f"{behind.address}/v1/assess", content=b" " * 2_000_000).status_code == 413


def test_a_killed_process_is_not_noticed_and_the_cache_outlives_both(behind: Behind) -> None:
    one, other = behind.services
    known = known_good(behind.address, behind.key)
    with Load((behind.address,), behind.key).running() as tally:
        time.sleep(0.5)
        assert one.process is not None
        one.process.kill()
        one.process.wait()
        time.sleep(1.5)
    print(tally.told())
    assert tally.statuses == {200: tally.sent}
    assert tally.wrong(known) == []
    assert other.process is not None
    other.process.kill()
    other.process.wait()
    assert status(ask(behind, PATH)) in {"HIT", "STALE"}
    assert httpx.post(f"{behind.address}/v1/assess", json=BODY).status_code == 502
