"""What the gateway keeps ready, for whom, and what it takes from a caller for it."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import delete
from sqlmodel import Session

from app.main import create_app
from app.models import PARTNER_TABLES
from app.partners import queries
from app.partners.plans import FREE
from app.problems import MEDIA_TYPE
from tests.conftest import connect, settings_of
from tests.partners.conftest import SECRET, made_key

pytestmark = pytest.mark.anyio

A, B = "https://a.example", "https://b.example"
PLAIN = {"Accept-Encoding": "identity"}


@pytest.fixture
def made() -> Iterator[list[FastAPI]]:
    """Applications to be closed."""
    apps: list[FastAPI] = []
    yield apps
    for app in apps:
        app.state.live.close()
        app.state.engine.dispose()


@pytest.fixture
def fresh(small_url: str, made: list[FastAPI]) -> Any:
    """Make an application that has looked once, with some settings."""

    def make(**settings: Any) -> FastAPI:
        app = create_app(settings_of(small_url, **{"key_secret": SECRET, **settings}))
        app.state.poller.look()
        made.append(app)
        return app

    return make


async def test_what_is_kept_ready_is_no_other_origins(fresh: Any) -> None:
    async with connect(fresh(cors_origins=[A, B])) as client:
        for origin, expected in ((A, A), (B, B), ("https://c.example", None), (A, A), (None, None)):
            answer = await client.get("/v1/nutrients", headers={"Origin": origin} if origin else {})
            assert answer.status_code == 200
            assert answer.headers.get("Access-Control-Allow-Origin") == expected
            assert "Origin" in answer.headers["Vary"]


async def test_a_parameter_that_comes_twice_meets_no_answer_that_is_kept(fresh: Any) -> None:
    async with connect(fresh()) as client:
        for limit in (1, 2):
            assert (await client.get(f"/v1/nutrients?limit={limit}")).status_code == 200
        for first, last in ((1, 2), (2, 1)):
            for name in ("limit", "%6cimit"):
                answer = await client.get(f"/v1/nutrients?limit={first}&{name}={last}")
                assert answer.status_code == 422


async def test_a_tag_of_another_coding_gets_the_bytes(fresh: Any) -> None:
    async with connect(fresh()) as client:
        packed = await client.get("/v1/nutrients/metal", headers={"Accept-Encoding": "br"})
        assert packed.headers["Content-Encoding"] == "br"
        asked = {"If-None-Match": packed.headers["ETag"], "Accept-Encoding": "gzip"}
        other = await client.get("/v1/nutrients/metal", headers=asked)
        assert (other.status_code, other.headers["Content-Encoding"]) == (200, "gzip")
        same = await client.get("/v1/nutrients/metal", headers={**asked, "Accept-Encoding": "br"})
        assert (same.status_code, same.headers["ETag"]) == (304, packed.headers["ETag"])


async def test_tags_are_equal_in_every_process_and_for_every_caller(fresh: Any) -> None:
    tags = set()
    for app, origin in ((fresh(), A), (fresh(), B)):
        async with connect(app) as client:
            for _ in range(2):
                answer = await client.get("/v1/nutrients/metal", headers={**PLAIN, "Origin": origin})
                tags.add((answer.headers["ETag"], answer.headers["Last-Modified"]))
    assert len(tags) == 1


@pytest.mark.parametrize("path", ["/docs", "/openapi.json", "/static/docs.js", "/problems"])
async def test_a_page_is_kept_once_whatever_stands_behind_its_question_mark(fresh: Any, path: str) -> None:
    app = fresh()
    async with connect(app) as client:
        for number in range(20):
            assert (await client.get(f"{path}?x={number}")).status_code == 200
        metrics = (await client.get("/metrics")).text
    assert "cache_entries 1.0" in metrics


@pytest.mark.parametrize("path", ["/static/docs.js", "/v1/nutrients"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Range": "bytes=0-9"},
        {"Range": "bytes=0-9", "If-Range": '"x"'},
        {"If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"},
        {"If-None-Match": '"x"', "If-Modified-Since": "Fri, 01 Jan 2100 00:00:00 GMT"},
    ],
)
async def test_an_answer_is_whole_or_told_by_its_tag(fresh: Any, path: str, headers: dict[str, str]) -> None:
    async with connect(fresh()) as client:
        whole = await client.get(path, headers=PLAIN)
    async with connect(fresh()) as client:
        # The first time it isn't ready, the second time it is.
        for _ in range(2):
            answer = await client.get(path, headers={**PLAIN, **headers})
            assert (answer.status_code, answer.content) == (200, whole.content)
            assert answer.headers["ETag"] == whole.headers["ETag"]
            assert "Accept-Ranges" not in answer.headers


async def test_cold_or_ready_to_say_that_nothing_has_changed_is_free(
    fresh: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is given back is lost when its lease runs out, as it may on a slow machine.
    monkeypatch.setattr("app.http.rates.LEASE_SECONDS", 3_600.0)
    async with connect(fresh()) as client:
        tag = {"If-None-Match": (await client.get("/v1/nutrients")).headers["ETag"]}
    async with connect(fresh(rate_limit="3/day")) as client:
        for _ in range(5):
            assert (await client.get("/v1/nutrients", headers=tag)).status_code == 304
        left = [(await client.get("/v1/life-stages")).status_code for _ in range(4)]
        assert left == [200, 200, 200, 429]
        assert (await client.get("/v1/nutrients", headers=tag)).status_code == 304


async def test_what_methods_a_path_takes_is_free_and_tells_nothing_of_a_key(fresh: Any) -> None:
    async with connect(fresh(rate_limit="1/day")) as client:
        for key in ("nsk_no-such-key", ""):
            answer = await client.options("/v1/nutrients", headers={"X-API-Key": key})
            assert answer.status_code == 405
            assert "RateLimit" not in answer.headers
        assert (await client.get("/v1/nutrients")).status_code == 200


async def test_who_tries_keys_is_counted_by_address(fresh: Any) -> None:
    async with connect(fresh(rate_limit="3/day")) as client:
        tried = [
            (await client.get("/v1/nutrients", headers={"X-API-Key": f"nsk_{number}"})).status_code
            for number in range(5)
        ]
        assert tried == [401, 401, 401, 429, 429]
        answer = await client.get("/v1/nutrients", headers={"X-API-Key": "nsk_x"})
        assert "not known" not in answer.text


@pytest.mark.parametrize(
    ("peer", "forwarded", "counted"),
    [
        ("10.0.0.1", "192.0.2.7", "192.0.2.7"),
        ("10.0.0.1", "192.0.2.7:4711", "192.0.2.7"),
        ("10.0.0.1", "203.0.113.9, 192.0.2.7, 10.0.0.2", "192.0.2.7"),
        ("10.0.0.1", "2001:db8:1:2::5", "2001:db8:1:2::/64"),
        ("10.0.0.1", "[2001:db8:1:2::5]:4711", "2001:db8:1:2::/64"),
        ("198.51.100.1", "192.0.2.7", "198.51.100.1"),
    ],
)
async def test_only_proxies_that_are_named_are_believed(
    fresh: Any, peer: str, forwarded: str, counted: str
) -> None:
    app = fresh(trusted_proxies=["10.0.0.0/8"])
    transport = httpx.ASGITransport(app=app, client=(peer, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        assert (await client.get("/v1/nutrients", headers={"X-Forwarded-For": forwarded})).is_success
    assert list(app.state.rates._leases) == [counted]


# --- keys -------------------------------------------------------------------------------------------


@pytest.fixture
def keyed(fresh: Any) -> Iterator[tuple[FastAPI, str, Session]]:
    """An application with a partner, its key, and a session on its database."""
    app = fresh()
    with Session(app.state.engine) as session:
        made = made_key(session)
        session.commit()
        app.state.poller.look()
        yield app, made.shown_once, session
        for table in reversed(PARTNER_TABLES):
            session.execute(delete(table))
        session.commit()


def used(session: Session) -> int:
    """Give how many requests of the partner the table holds."""
    session.expire_all()
    today = datetime.now(UTC).date()
    return sum(row.requests for row in queries.usage(session, today, today))


async def test_a_partner_is_counted_for_what_it_was_sent(keyed: tuple[FastAPI, str, Session]) -> None:
    app, key, session = keyed
    bearer = {"Authorization": f"Bearer {key}"}
    async with connect(app) as client:
        first = await client.get("/v1/nutrients", headers=bearer)
        assert first.headers["RateLimit-Policy"] == '"free";q=1200;w=60'
        await client.get("/v1/nothing", headers=bearer)
        await client.post("/v1/assess", json={}, headers=bearer)
        tag = {"If-None-Match": first.headers["ETag"]}
        assert (await client.get("/v1/nutrients", headers={**bearer, **tag})).status_code == 304
        await client.options("/v1/nutrients", headers=bearer)
    app.state.poller.look()
    assert used(session) == 3


async def test_a_quota_that_is_used_up_still_leaves_what_is_free(keyed: tuple[FastAPI, str, Session]) -> None:
    app, key, session = keyed
    bearer = {"Authorization": f"Bearer {key}"}
    async with connect(app) as client:
        tag = {"If-None-Match": (await client.get("/v1/nutrients", headers=bearer)).headers["ETag"]}
        today = datetime.now(UTC).date()
        queries.add_counts(session, {("acme", key[:12], today): FREE.monthly_quota or 0})
        session.commit()
        app.state.poller.look()
        refused = await client.get("/v1/nutrients", headers=bearer)
        assert (refused.status_code, refused.json()["type"]) == (429, "/problems/quota-exceeded")
        assert 0 < int(refused.headers["Retry-After"]) <= 31 * 86_400 + 1
        assert (await client.get("/v1/nutrients", headers={**bearer, **tag})).status_code == 304
        # Without the key there is the open tier.
        assert (await client.get("/v1/nutrients")).status_code == 200


async def test_a_key_that_is_revoked_is_refused_after_the_next_look(
    keyed: tuple[FastAPI, str, Session],
) -> None:
    app, key, session = keyed
    async with connect(app) as client:
        assert (await client.get("/v1/nutrients", headers={"X-API-Key": key})).status_code == 200
        row = queries.key_by_id(session, key[:12])
        assert row is not None
        row.revoked_at = datetime.now(UTC)
        queries.save(session, row)
        app.state.poller.look()
        assert (await client.get("/v1/nutrients", headers={"X-API-Key": key})).status_code == 401


# --- load -------------------------------------------------------------------------------------------


async def test_what_is_too_much_is_shed_and_states_are_still_told(fresh: Any) -> None:
    app = fresh(max_running=2, rate_limit_enabled=False)
    let_go = asyncio.Event()

    async def wait() -> dict[str, str]:
        await let_go.wait()
        return {}

    app.get("/v1/wait")(wait)
    async with connect(app) as client:
        await client.get("/v1/nutrients")
        waiting = [asyncio.create_task(client.get("/v1/wait")) for _ in range(2)]
        await asyncio.sleep(0.05)
        shed = await client.get("/v1/wait")
        assert (shed.status_code, shed.headers["Retry-After"]) == (503, "1")
        assert shed.json()["type"] == "/problems/overloaded"
        # What is ready costs nothing.
        assert (await client.get("/v1/nutrients")).status_code == 200
        for path in ("/healthz", "/readyz", "/metrics"):
            assert (await client.get(path)).status_code == 200
        assert "requests_shed_total 1.0" in (await client.get("/metrics")).text
        let_go.set()
        assert [answer.status_code for answer in await asyncio.gather(*waiting)] == [200, 200]
        assert (await client.get("/v1/wait")).status_code == 200


async def test_states_need_no_thread(fresh: Any) -> None:
    import threading  # noqa: PLC0415  beside what uses it

    app, let_go = fresh(rate_limit_enabled=False), threading.Event()

    def hold() -> None:
        let_go.wait(10)

    app.get("/v1/hold")(hold)
    async with connect(app) as client:
        # More than there are threads.
        waiting = [asyncio.create_task(client.get("/v1/hold")) for _ in range(60)]
        await asyncio.sleep(0.2)
        for path in ("/healthz", "/readyz", "/metrics"):
            async with asyncio.timeout(2):
                assert (await client.get(path)).status_code == 200
        let_go.set()
        assert {answer.status_code for answer in await asyncio.gather(*waiting)} == {200}


async def test_a_request_that_takes_too_long_is_given_up(fresh: Any) -> None:
    app = fresh(request_seconds=0.2)

    async def wait() -> None:
        await asyncio.sleep(5)

    app.get("/v1/wait")(wait)
    async with connect(app) as client:
        answer = await client.get("/v1/wait")
    assert (answer.status_code, answer.headers["Content-Type"]) == (503, MEDIA_TYPE)
    assert answer.headers["Retry-After"] == "1"


async def test_a_slow_body_ends_its_connection(fresh: Any) -> None:
    async def slowly() -> Any:
        yield b"{"
        await asyncio.sleep(1)

    async with connect(fresh(body_seconds=0.05)) as client:
        answer = await client.post(
            "/v1/assess", content=slowly(), headers={"Content-Type": "application/json"}
        )
    assert (answer.status_code, answer.headers["Connection"]) == (408, "close")


async def test_a_fault_of_the_gateway_itself_is_a_problem_too(
    fresh: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    app = fresh()

    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(app.state.rates, "at_hand", fail)
    async with connect(app) as client:
        answer = await client.get("/v1/nutrients")
    assert (answer.status_code, json.loads(answer.text)["type"]) == (500, "/problems/internal-error")
    assert "unexpected RuntimeError" in caplog.text
    assert "secret" not in caplog.text + answer.text
