"""What every answer bears, what may be cached, and how requests are counted."""

import asyncio
import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from app.http.cors import EXPOSED_HEADERS
from app.http.ready import Ready
from app.main import create_app
from tests.conftest import connect, settings_of

pytestmark = pytest.mark.anyio

CONTENT = (
    "/v1/nutrients",
    "/v1/nutrients/metal",
    "/v1/nutrients/metal/foods?per=100g",
    "/v1/symptoms?q=jumping+lip&fields=name",
    "/v1/foods/1",
    "/v1/rda?nutrient=metal",
    "/v1/search?q=metal",
)
PAGES = ("/docs", "/redoc", "/problems", "/static/docs.js", "/openapi.json")
POSTS = (("/v1/assess", {"symptoms": [{"id": "twitch"}]}), ("/v1/symptoms/parse", {"text": "twitch"}))
ORIGIN = {"Origin": "https://partner.example"}


@pytest.fixture
def counted(small_url: str) -> Iterator[FastAPI]:
    """A fresh application that lets an address send three requests a day."""
    app = create_app(settings_of(small_url, rate_limit="3/day"))
    yield app
    app.state.engine.dispose()


# --- on every answer --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*CONTENT, *PAGES, "/healthz", "/readyz", "/metrics", "/nothing", "/v1/x"])
async def test_every_answer_is_named_and_guarded(small_client: httpx.AsyncClient, path: str) -> None:
    headers = (await small_client.get(path)).headers
    assert re.fullmatch(r"[0-9a-f]{32}", headers["X-Request-ID"])
    assert re.fullmatch(r"[0-9a-f]{16}", headers["X-Content-Release"])
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


async def test_each_request_has_a_name_of_its_own(small_client: httpx.AsyncClient) -> None:
    answers = await asyncio.gather(*(small_client.get("/healthz") for _ in range(20)))
    assert len({answer.headers["X-Request-ID"] for answer in answers}) == 20


@pytest.mark.parametrize("given", ["a", "7f3c-1.b_2", "A" * 64])
async def test_a_name_that_is_given_is_kept(small_client: httpx.AsyncClient, given: str) -> None:
    answer = await small_client.get("/v1/nothing", headers={"X-Request-ID": given})
    assert answer.headers["X-Request-ID"] == given
    assert answer.json()["request_id"] == given


@pytest.mark.parametrize("given", ["", "A" * 65, "a b", "a\tb", "<b>", "Anna", "a;b", '"a"'])
async def test_a_name_that_could_do_harm_is_replaced(small_client: httpx.AsyncClient, given: str) -> None:
    answer = await small_client.get("/healthz", headers={"X-Request-ID": given})
    if given == "Anna":
        assert answer.headers["X-Request-ID"] == given
    else:
        assert re.fullmatch(r"[0-9a-f]{32}", answer.headers["X-Request-ID"])


@pytest.mark.parametrize("path", PAGES[:3])
async def test_pages_run_no_script_but_their_own(small_client: httpx.AsyncClient, path: str) -> None:
    policy = (await small_client.get(path)).headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy


# --- other origins ----------------------------------------------------------------------------------


async def test_a_page_of_another_origin_may_ask_before_it_posts(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.options(
        "/v1/assess",
        headers={
            **ORIGIN,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type, if-none-match, x-request-id",
        },
    )
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert "Content-Type" in answer.headers["Access-Control-Allow-Headers"]
    assert answer.headers["Access-Control-Max-Age"] == "86400"
    assert "X-Request-ID" in answer.headers


@pytest.mark.parametrize("path", ["/v1/nutrients", "/v1/nothing", "/v1/nutrients?limit=0"])
async def test_a_page_of_another_origin_may_read_answer_and_headers(
    small_client: httpx.AsyncClient, path: str
) -> None:
    headers = (await small_client.get(path, headers=ORIGIN)).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Access-Control-Expose-Headers"] == ", ".join(EXPOSED_HEADERS)
    assert "Access-Control-Allow-Credentials" not in headers


async def test_origins_can_be_named(small_url: str) -> None:
    app = create_app(settings_of(small_url, cors_origins=["https://partner.example"]))
    async with connect(app) as client:
        known = await client.get("/v1/nutrients", headers=ORIGIN)
        other = await client.get("/v1/nutrients", headers={"Origin": "https://other.example"})
    app.state.engine.dispose()
    assert known.headers["Access-Control-Allow-Origin"] == "https://partner.example"
    assert "Origin" in known.headers["Vary"]
    assert "Access-Control-Allow-Origin" not in other.headers


# --- what may be cached -----------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*CONTENT, *PAGES])
async def test_head_is_get_without_the_body(small_client: httpx.AsyncClient, path: str) -> None:
    plain = {"Accept-Encoding": "identity"}
    get, head = await small_client.get(path, headers=plain), await small_client.head(path, headers=plain)
    assert (head.status_code, head.content) == (get.status_code, b"")
    differing = {"x-request-id", "date"}
    assert [pair for pair in head.headers.items() if pair[0] not in differing] == [
        pair for pair in get.headers.items() if pair[0] not in differing
    ]
    assert int(head.headers["Content-Length"]) == len(get.content)


@pytest.mark.parametrize("path", CONTENT)
async def test_content_has_a_strong_tag_and_may_be_cached(small_client: httpx.AsyncClient, path: str) -> None:
    first, again = await small_client.get(path), await small_client.get(path)
    assert re.fullmatch(r'"[0-9a-f]{32}(-br|-zstd|-gzip)?"', first.headers["ETag"])
    assert again.headers["ETag"] == first.headers["ETag"]
    assert first.headers["Cache-Control"].startswith("public, max-age=")


async def test_different_content_has_different_tags(small_client: httpx.AsyncClient) -> None:
    tags = [(await small_client.get(path)).headers["ETag"] for path in CONTENT]
    assert len(set(tags)) == len(CONTENT)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", [CONTENT[0], CONTENT[1], *PAGES])
async def test_what_has_not_changed_is_not_sent_again(
    small_client: httpx.AsyncClient, path: str, method: str
) -> None:
    tag = (await small_client.get(path)).headers["ETag"]
    answer = await small_client.request(method, path, headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["ETag"] == tag
    assert "Content-Type" not in answer.headers
    assert "Content-Length" not in answer.headers
    if path in CONTENT:
        assert answer.headers["Cache-Control"].startswith("public")
        assert "X-Content-Release" in answer.headers


async def test_what_has_changed_is_sent(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.get("/v1/nutrients", headers={"If-None-Match": '"0123"'})
    assert answer.status_code == 200
    assert answer.json()["items"]


async def test_tags_may_come_in_several_lines(small_client: httpx.AsyncClient) -> None:
    tag = (await small_client.get("/v1/nutrients")).headers["ETag"]
    lines = [("If-None-Match", '"a"'), ("If-None-Match", tag)]
    assert (await small_client.get("/v1/nutrients", headers=lines)).status_code == 304


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ('"a"', True),
        ('W/"a"', True),
        ('"b", "a"', True),
        ('"b" ,W/"a" , "c"', True),
        ("*", True),
        (" * ", True),
        ("", False),
        ('"b"', False),
        ("a", False),
        ('"A"', False),
        ('"a', False),
        ('"b", *', False),
    ],
)
async def test_a_tag_is_found_in_the_list_of_those_known(header: str, expected: bool) -> None:
    ready = Ready(b"{}", media_type=b"application/json", headers=[], operation="x")
    header = header.replace('"a', '"' + ready.stem.decode())
    assert (ready.matching(header.encode(), b"") is not None) is expected


@pytest.mark.parametrize("path", ["/v1/nothing", "/v1/nutrients?limit=0", "/healthz", "/readyz", "/metrics"])
async def test_problems_and_states_are_never_stored_nor_left_out(
    small_client: httpx.AsyncClient, path: str
) -> None:
    plain = await small_client.get(path)
    answer = await small_client.get(path, headers={"If-None-Match": "*"})
    assert answer.status_code == plain.status_code
    assert answer.content
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("path", "body"), POSTS)
async def test_an_answer_to_a_post_is_never_stored(
    small_client: httpx.AsyncClient, path: str, body: Any
) -> None:
    answer = await small_client.post(path, json=body, headers={"If-None-Match": "*"})
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


# --- how many ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [*PAGES, "/healthz", "/readyz", "/metrics", "/nothing", "/problems/not-ready"]
)
async def test_only_content_is_counted(counted: FastAPI, path: str) -> None:
    async with connect(counted) as client:
        for _ in range(5):
            answer = await client.get(path)
            assert answer.status_code in {200, 404}
            assert "RateLimit" not in answer.headers
        assert (await client.get("/v1/nutrients")).headers["RateLimit"].startswith('"open";r=2;')


async def test_each_method_and_each_answer_counts(counted: FastAPI) -> None:
    async with connect(counted) as client:
        answers = [
            await client.head("/v1/nutrients"),
            await client.post("/v1/assess", json={}),
            await client.get("/v1/nothing"),
            await client.get("/v1/nutrients"),
        ]
    assert [answer.status_code for answer in answers] == [200, 422, 404, 429]
    assert [answer.headers["RateLimit"].split(";")[1] for answer in answers] == ["r=2", "r=1", "r=0", "r=0"]
    for answer in answers:
        assert answer.headers["RateLimit-Policy"] == '"open";q=3;w=86400'


async def test_addresses_are_counted_apart(counted: FastAPI) -> None:
    for address in ("192.0.2.1", "192.0.2.2"):
        transport = httpx.ASGITransport(app=counted, client=(address, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            statuses = [(await client.get("/v1/life-stages")).status_code for _ in range(4)]
        assert statuses == [200, 200, 200, 429]


async def test_an_address_cannot_pass_for_another(counted: FastAPI) -> None:
    async with connect(counted) as client:
        statuses = [
            (await client.get("/v1/nutrients", headers={"X-Forwarded-For": f"192.0.2.{number}"})).status_code
            for number in range(4)
        ]
    assert statuses[-1] == 429


async def test_what_browsers_ask_beforehand_is_not_counted(counted: FastAPI) -> None:
    asked = {**ORIGIN, "Access-Control-Request-Method": "POST"}
    async with connect(counted) as client:
        for _ in range(5):
            assert (await client.options("/v1/assess", headers=asked)).status_code == 204
        assert (await client.get("/v1/nutrients")).headers["RateLimit"].startswith('"open";r=2;')


async def test_a_page_of_another_origin_is_told_when_to_come_back(counted: FastAPI) -> None:
    async with connect(counted) as client:
        for _ in range(3):
            await client.get("/v1/nutrients", headers=ORIGIN)
        answer = await client.get("/v1/nutrients", headers=ORIGIN)
    assert answer.status_code == 429
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Retry-After" in answer.headers["Access-Control-Expose-Headers"]


async def test_counting_can_be_switched_off(small_client: httpx.AsyncClient) -> None:
    assert "RateLimit" not in (await small_client.get("/v1/nutrients")).headers


# --- what is noted ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "operation", "status"),
    [
        ("GET", "/healthz", "get_health", 200),
        ("GET", "/v1/nutrients/metal?fields=secret", "get_nutrient", 422),
        ("HEAD", "/v1/nutrients/metal", "get_nutrient", 200),
        ("GET", "/v1/nutrients/secret", "get_nutrient", 404),
        ("GET", "/v1/symptoms?q=secret", "list_symptoms", 200),
        ("GET", "/secret", "-", 404),
        ("POST", "/v1/assess?secret=1", "assess", 415),
        ("BREW", "/secret", "-", 404),
    ],
)
async def test_a_request_is_noted_by_its_operation_and_nothing_that_was_sent(
    small_url: str,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    method: str,
    path: str,
    operation: str,
    status: int,
) -> None:
    app = create_app(settings_of(small_url))
    noted = method if method != "BREW" else "other"
    trace = "0af7651916cd43dd8448eb211c80319c"
    sent = {"User-Agent": "secret", "traceparent": f"00-{trace}-b7ad6b7169203331-01"}
    with caplog.at_level("DEBUG"):
        async with connect(app) as client:
            answer = await client.request(method, path, headers=sent)
            metrics = (await client.get("/metrics")).text
    app.state.log.flush()
    app.state.engine.dispose()
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    [line] = [line for line in lines if line["request_id"] == answer.headers["X-Request-ID"]]
    assert (line["method"], line["operation"], line["status"]) == (noted, operation, status)
    assert (line["trace_id"], line["partner"]) == (trace, "")
    plan = "open" if path.startswith("/v1") else "-"
    counted = f'operation="{operation}",plan="{plan}",ready="false",status="{status}"}} 1.0'
    assert f'method="{noted}",{counted}' in metrics
    logged = "".join(record.getMessage() for record in caplog.records if record.name != "httpx")
    assert "secret" not in str(lines) + metrics + logged


async def test_a_fault_is_noted_with_its_place(small_url: str, caplog: pytest.LogCaptureFixture) -> None:
    app = create_app(settings_of(small_url))

    def fail() -> None:
        raise ValueError("secret")

    app.get("/fail")(fail)
    async with connect(app) as client:
        answer = await client.get("/fail")
    app.state.engine.dispose()
    assert answer.status_code == 500
    [line] = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert line.startswith(
        f"unexpected ValueError request_id={answer.headers['X-Request-ID']} at {__file__}:"
    )
    assert "secret" not in caplog.text


async def test_an_answer_that_breaks_off_is_a_fault_that_tells_nothing(
    small_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(settings_of(small_url))

    async def break_off(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"secret", "more_body": True})
        raise ValueError("secret")

    app.mount("/broken", break_off)
    async with connect(app) as client:
        answer = await client.post("/broken/off")
    app.state.engine.dispose()
    assert answer.status_code == 500
    assert answer.json()["type"] == "/problems/internal-error"
    assert "secret" not in answer.text + caplog.text
