"""Every way in that can go wrong gives one problem body (RFC 9457), and nothing of what was sent."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from http import HTTPStatus
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest
from alembic import command
from fastapi import FastAPI
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DataError, OperationalError

from app.database import make_engine
from app.main import create_app
from app.migrating import alembic_config
from app.problems import MEDIA_TYPE, kinds
from app.seeding.loader import seed
from app.settings import Settings
from tests.conftest import connect, settings_of
from tests.seeding.world import write_seed

pytestmark = pytest.mark.anyio

POSTS = ("/v1/assess", "/v1/assess/batch", "/v1/intake", "/v1/symptoms/parse")
JSON = {"Content-Type": "application/json"}
TWITCH = {"symptoms": [{"id": "twitch"}]}
MARK = "Zweiundvierzig"


def problem(answer: httpx.Response, status: int, slug: str) -> dict[str, Any]:
    """Check everything that all problems have in common; give the body."""
    assert answer.status_code == status, answer.text
    assert answer.headers["Content-Type"] == MEDIA_TYPE
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers
    body: dict[str, Any] = answer.json()
    assert list(body) == ["type", "title", "status", "detail", "instance", "request_id", "errors"]
    assert body["type"] == f"/problems/{slug}"
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert body["request_id"] == answer.headers["X-Request-ID"]
    assert slug in {kind.slug for kind in kinds()}
    for part in body["errors"]:
        assert list(part) == ["pointer", "detail", "suggestions"]
        assert part["detail"]
    return body


def pointers(body: dict[str, Any]) -> list[str]:
    """Give the places that a problem points at."""
    return [part["pointer"] for part in body["errors"]]


async def raw(app: FastAPI, path: str, query: bytes = b"", **more: Any) -> tuple[int, dict[str, Any]]:
    """Send a request line that no well-behaved client would; give status and body."""
    sent: list[dict[str, Any]] = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode("utf-8", "surrogatepass"),
        "query_string": query,
        "root_path": "",
        "headers": [(b"host", b"test")],
        "client": ("192.0.2.1", 1),
        "server": ("test", 80),
        **more,
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    await app(scope, receive, send)
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return sent[0]["status"], json.loads(body)


NUMBERS = [
    ("profile", "age_years"),
    ("profile", "age_months"),
    ("symptoms", "duration_days"),
    ("labs", "value"),
    ("intake", "food"),
    ("intake", "grams_per_day"),
    ("options", "limit"),
]


def with_number(member: str, name: str, value: object) -> dict[str, Any]:
    """Give an assessment with one number in one place."""
    parts: dict[str, Any] = {
        "profile": {name: value},
        "options": {name: value},
        "symptoms": [{"id": "twitch", name: value}],
        "labs": [{"test": "metal-serum", "unit": "mg/L", name: value}],
        "intake": [{"food": 1, "grams_per_day": 10, name: value}],
    }
    return {**TWITCH, member: parts[member]}


# --- addresses and methods -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["/nothing", "/v1", "/v1/", "/v1/nutrients/", "/v2/nutrients", "/docs/", "/nutrients"]
)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
async def test_an_unknown_path_is_not_found(small_client: httpx.AsyncClient, method: str, path: str) -> None:
    body = problem(await small_client.request(method, path), 404, "not-found")
    assert body["instance"] == path


@pytest.mark.parametrize("path", ["/static/nothing.js", "/static", "/static/", "/static/../main.py"])
async def test_an_unknown_file_is_not_found(small_app: FastAPI, path: str) -> None:
    status, body = await raw(small_app, path)
    assert (status, body["type"]) == (404, "/problems/not-found")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/v1/nutrients", "GET, HEAD"),
        ("POST", "/v1/nutrients/metal", "GET, HEAD"),
        ("GET", "/v1/assess", "POST"),
        ("HEAD", "/v1/assess", "POST"),
        ("PUT", "/v1/assess", "POST"),
        ("POST", "/healthz", "GET, HEAD"),
        ("PATCH", "/docs", "GET, HEAD"),
        ("POST", "/openapi.json", "GET, HEAD"),
        ("POST", "/static/docs.js", "GET, HEAD"),
        ("OPTIONS", "/v1/nutrients", "GET, HEAD"),
        ("BREW", "/v1/nutrients", "GET, HEAD"),
        # No id of a symptom: the path takes what it says and nothing else.
        ("DELETE", "/v1/symptoms/parse", "POST"),
        ("GET", "/v1/symptoms/parse", "POST"),
    ],
)
async def test_a_wrong_method_is_told_all_the_right_ones(
    small_client: httpx.AsyncClient, method: str, path: str, allowed: str
) -> None:
    answer = await small_client.request(method, path)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == allowed
    if method != "HEAD":
        assert allowed in problem(answer, 405, "method-not-allowed")["detail"]


async def test_a_long_address_is_refused(small_client: httpx.AsyncClient) -> None:
    long = "a" * Settings().max_url_bytes
    problem(await small_client.get(f"/v1/symptoms?q={long}"), 414, "url-too-long")
    body = problem(await small_client.get(f"/v1/symptoms/{long}"), 414, "url-too-long")
    assert len(body["instance"]) <= 500


async def test_an_address_of_the_longest_allowed_length_is_read(small_client: httpx.AsyncClient) -> None:
    path = "/v1/symptoms?q="
    rest = Settings().max_url_bytes - len(path) + 1
    problem(await small_client.get(path + "a" * rest), 422, "invalid-request")
    problem(await small_client.get(path + "a" * (rest + 1)), 414, "url-too-long")


def largest(path: str) -> int:
    """Give the size of the largest body that a path takes."""
    return Settings().max_batch_body_bytes if path == "/v1/assess/batch" else Settings().max_body_bytes


# --- bodies ----------------------------------------------------------------------------------------


def test_every_operation_that_takes_a_body_is_tried(small_app: FastAPI) -> None:
    assert {path for path, item in small_app.openapi()["paths"].items() if "post" in item} == set(POSTS)


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "media_type",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/json", "nonsense", ""],
)
async def test_a_body_that_is_not_sent_as_json_is_refused(
    small_client: httpx.AsyncClient, path: str, media_type: str
) -> None:
    answer = await small_client.post(path, content=b"{}", headers={"Content-Type": media_type})
    problem(answer, 415, "unsupported-media-type")


@pytest.mark.parametrize("path", POSTS)
async def test_a_body_without_a_media_type_is_refused(small_client: httpx.AsyncClient, path: str) -> None:
    problem(await small_client.post(path, content=b"{}"), 415, "unsupported-media-type")


@pytest.mark.parametrize(
    "media_type",
    ["application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "application/a+json"],
)
async def test_a_body_that_is_sent_as_json_is_read(small_client: httpx.AsyncClient, media_type: str) -> None:
    answer = await small_client.post(
        "/v1/symptoms/parse", content=b'{"text": "twitch"}', headers={"Content-Type": media_type}
    )
    assert answer.status_code == 200


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate"])
async def test_a_compressed_body_is_refused(small_client: httpx.AsyncClient, coding: str) -> None:
    answer = await small_client.post(
        "/v1/assess", content=b"\x1f\x8b\x08", headers={**JSON, "Content-Encoding": coding}
    )
    problem(answer, 415, "unsupported-media-type")


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    ("content", "at"),
    [(b"{", 1), (b'{"text": }', 9), (b"{'text': 'a'}", 1), (b'{"text": "a"} {}', 14), (b"nonsense", 0)],
)
async def test_broken_json_says_where_reading_stopped(
    small_client: httpx.AsyncClient, path: str, content: bytes, at: int
) -> None:
    body = problem(await small_client.post(path, content=content, headers=JSON), 400, "invalid-json")
    [part] = body["errors"]
    assert part["detail"] == f"Reading stopped at character {at}."


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize(
    "content",
    [b'{"text": "\xff"}', b"\xff\xfe\x00", b'{"text": ' + b"1" * 5_000 + b"}"],
    ids=["byte", "utf-16", "digits"],
)
async def test_bytes_that_cannot_be_read_are_refused(
    small_client: httpx.AsyncClient, path: str, content: bytes
) -> None:
    problem(await small_client.post(path, content=content, headers=JSON), 400, "invalid-json")


@pytest.mark.parametrize("number", [b"NaN", b"Infinity", b"-Infinity"])
@pytest.mark.parametrize(("member", "name"), NUMBERS)
async def test_a_number_that_json_does_not_know_is_refused(
    small_client: httpx.AsyncClient, member: str, name: str, number: bytes
) -> None:
    content = json.dumps(with_number(member, name, 1)).encode()
    changed = content.replace(f'"{name}": 1'.encode(), f'"{name}": '.encode() + number)
    assert number in changed
    answer = await small_client.post("/v1/assess", content=changed, headers=JSON)
    problem(answer, 422, "invalid-request")


@pytest.mark.parametrize("path", POSTS)
async def test_a_surrogate_in_bytes_is_refused(small_client: httpx.AsyncClient, path: str) -> None:
    answer = await small_client.post(path, content=b'{"text": "\xed\xa0\x80"}', headers=JSON)
    problem(answer, 422, "invalid-request")


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("opening", [b"[", b'{"text":', b'{"symptoms":[', b'{"symptoms":[{"id":'])
async def test_deep_nesting_is_refused(small_client: httpx.AsyncClient, path: str, opening: bytes) -> None:
    content = opening * (10_000 if len(opening) < 6 else 3_000)
    problem(await small_client.post(path, content=content, headers=JSON), 400, "invalid-json")


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("depth", [100, 400, 800, 900, 950, 980, 990])
async def test_nesting_that_can_be_read_is_refused_as_well(
    small_client: httpx.AsyncClient, path: str, depth: int
) -> None:
    content = b'{"text":' * depth + b"1" + b"}" * depth
    answer = await small_client.post(path, content=content, headers=JSON)
    problem(answer, answer.status_code, {400: "invalid-json", 422: "invalid-request"}[answer.status_code])


@pytest.mark.parametrize("path", POSTS)
async def test_an_empty_body_is_refused(small_client: httpx.AsyncClient, path: str) -> None:
    body = problem(await small_client.post(path, content=b"", headers=JSON), 422, "invalid-request")
    assert pointers(body) == [""]


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("content", [b"[]", b'"text"', b"1", b"null", b"true"])
async def test_json_that_is_no_object_is_refused(
    small_client: httpx.AsyncClient, path: str, content: bytes
) -> None:
    body = problem(await small_client.post(path, content=content, headers=JSON), 422, "invalid-request")
    assert pointers(body) == [""]


@pytest.mark.parametrize("path", POSTS)
async def test_a_large_body_is_refused_by_its_declared_length(
    small_client: httpx.AsyncClient, path: str
) -> None:
    content = b'{"text": "' + b"a" * largest(path) + b'"}'
    problem(await small_client.post(path, content=content, headers=JSON), 413, "body-too-large")


@pytest.mark.parametrize("path", POSTS)
async def test_a_large_body_is_refused_when_it_comes_in_chunks(
    small_client: httpx.AsyncClient, path: str
) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        yield b'{"text": "'
        for _ in range(largest(path) // 1_000 + 1):
            yield b"a" * 1_000
        yield b'"}'

    answer = await small_client.post(path, content=chunks(), headers=JSON)
    problem(answer, 413, "body-too-large")


async def test_a_body_of_the_largest_allowed_size_is_read(small_client: httpx.AsyncClient) -> None:
    content = b'{"text": "twitch"}'.ljust(Settings().max_body_bytes)
    assert (await small_client.post("/v1/symptoms/parse", content=content, headers=JSON)).status_code == 200
    answer = await small_client.post("/v1/symptoms/parse", content=content + b" ", headers=JSON)
    problem(answer, 413, "body-too-large")


@pytest.mark.parametrize("length", ["-1", "many", "9" * 5_000, "1e9", "", "\xb2"])
async def test_a_length_that_is_no_number_is_refused(small_app: FastAPI, length: str) -> None:
    status, body = await raw(
        small_app,
        "/v1/assess",
        method="POST",
        headers=[(b"host", b"test"), (b"content-length", length.encode("latin-1"))],
    )
    assert (status, body["type"]) == (413, "/problems/body-too-large")


@pytest.mark.parametrize(
    ("path", "body", "at"),
    [
        ("/v1/symptoms/parse", {"text": "twitch", MARK: 1}, ""),
        ("/v1/assess", {**TWITCH, MARK: {"a": 1}}, ""),
        ("/v1/assess", {"symptoms": [{"id": "twitch"}, {"id": "twitch", MARK: 1}]}, "/symptoms/1"),
        ("/v1/assess", {**TWITCH, "profile": {MARK: MARK}}, "/profile"),
        ("/v1/assess", {**TWITCH, "options": {MARK: MARK}}, "/options"),
        ("/v1/assess", {**TWITCH, "labs": [{"test": "a", "value": 1, MARK: 1}]}, "/labs/0"),
    ],
)
async def test_an_unknown_member_is_refused_at_its_parent_and_not_echoed(
    small_client: httpx.AsyncClient, path: str, body: Any, at: str
) -> None:
    answer = await small_client.post(path, json=body)
    assert pointers(problem(answer, 422, "invalid-request")) == [at]
    assert MARK not in answer.text


@pytest.mark.parametrize(
    ("path", "body", "at"),
    [
        ("/v1/symptoms/parse", {}, "/text"),
        ("/v1/symptoms/parse", {"text": ""}, "/text"),
        ("/v1/symptoms/parse", {"text": None}, "/text"),
        ("/v1/symptoms/parse", {"text": "a" * 2_001}, "/text"),
        ("/v1/assess", {}, "/symptoms"),
        ("/v1/assess", {"symptoms": None}, "/symptoms"),
        ("/v1/assess", {"symptoms": []}, "/symptoms"),
        ("/v1/assess", {"symptoms": [{"id": "twitch"}] * 51}, "/symptoms"),
        ("/v1/assess", {"symptoms": [{}]}, "/symptoms/0"),
        ("/v1/assess", {"symptoms": [{"id": "twitch", "text": "a"}]}, "/symptoms/0"),
        ("/v1/assess", {"symptoms": ["twitch"]}, "/symptoms/0"),
        ("/v1/assess", {"symptoms": [{"id": "No Slug"}]}, "/symptoms/0/id"),
        ("/v1/assess", {"symptoms": [{"id": "twitch", "present": "no"}]}, "/symptoms/0/present"),
        ("/v1/assess", {"symptoms": [{"id": "twitch", "present": 0}]}, "/symptoms/0/present"),
        ("/v1/assess", {"symptoms": [{"id": "twitch", "qualifiers": ["odd"]}]}, "/symptoms/0/qualifiers/0"),
        ("/v1/assess", {**TWITCH, "profile": {"age_years": 121}}, "/profile/age_years"),
        ("/v1/assess", {**TWITCH, "profile": {"age_years": -1}}, "/profile/age_years"),
        ("/v1/assess", {**TWITCH, "profile": {"age_months": 1441}}, "/profile/age_months"),
        ("/v1/assess", {**TWITCH, "profile": {"age_months": 1.5}}, "/profile/age_months"),
        ("/v1/assess", {**TWITCH, "profile": {"age_years": 3, "age_months": 36}}, "/profile"),
        ("/v1/assess", {**TWITCH, "profile": {"sex": "male", "pregnant": True}}, "/profile"),
        ("/v1/assess", {**TWITCH, "profile": {"sex": "male", "lactating": True}}, "/profile"),
        ("/v1/assess", {**TWITCH, "profile": {"sex": "other"}}, "/profile/sex"),
        ("/v1/assess", {**TWITCH, "profile": {"diet": "paleo"}}, "/profile/diet"),
        ("/v1/assess", {**TWITCH, "profile": {"conditions": [""]}}, "/profile/conditions/0"),
        ("/v1/assess", {**TWITCH, "profile": {"conditions": "gout"}}, "/profile/conditions"),
        ("/v1/assess", {**TWITCH, "profile": []}, "/profile"),
        ("/v1/assess", {**TWITCH, "labs": [{"test": "a"}]}, "/labs/0/value"),
        ("/v1/assess", {**TWITCH, "labs": [{"test": "a", "value": []}]}, "/labs/0/value"),
        ("/v1/assess", {**TWITCH, "intake": [{"food": 0, "grams_per_day": 1}]}, "/intake/0/food"),
        ("/v1/assess", {**TWITCH, "intake": [{"food": 1, "grams_per_day": 0}]}, "/intake/0/grams_per_day"),
        ("/v1/assess", {**TWITCH, "options": {"limit": 0}}, "/options/limit"),
        ("/v1/assess", {**TWITCH, "options": {"limit": 101}}, "/options/limit"),
    ],
)
async def test_a_value_that_does_not_fit_is_pointed_at(
    small_client: httpx.AsyncClient, path: str, body: Any, at: str
) -> None:
    found = problem(await small_client.post(path, json=body), 422, "invalid-request")
    assert set(pointers(found)) == {at}


@pytest.mark.parametrize(("member", "name"), NUMBERS)
@pytest.mark.parametrize("value", [True, False, [12], {"a": 12}])
async def test_what_is_no_number_is_not_taken_for_one(
    small_client: httpx.AsyncClient, member: str, name: str, value: object
) -> None:
    answer = await small_client.post("/v1/assess", json=with_number(member, name, value))
    [pointer] = pointers(problem(answer, 422, "invalid-request"))
    assert pointer.endswith(f"/{name}")


@pytest.mark.parametrize(("member", "name"), [place for place in NUMBERS if place != ("labs", "value")])
async def test_a_text_is_not_taken_for_a_number(
    small_client: httpx.AsyncClient, member: str, name: str
) -> None:
    answer = await small_client.post("/v1/assess", json=with_number(member, name, "12"))
    assert len(pointers(problem(answer, 422, "invalid-request"))) == 1


@pytest.mark.parametrize(("member", "name"), NUMBERS)
async def test_a_whole_number_may_be_written_with_a_fraction_of_zero(
    small_client: httpx.AsyncClient, member: str, name: str
) -> None:
    body = json.dumps(with_number(member, name, 1)).replace(f'"{name}": 1', f'"{name}": 1.0')
    assert "1.0" in body
    answer = await small_client.post("/v1/assess", content=body, headers=JSON)
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize(("member", "name"), NUMBERS)
@pytest.mark.parametrize(
    "number", ["1e999", "-1e999", "1" + "0" * 400, "-" + "9" * 400, "1" + "0" * 30, "1e308"]
)
async def test_a_huge_number_is_refused(
    small_client: httpx.AsyncClient, member: str, name: str, number: str
) -> None:
    body = json.dumps(with_number(member, name, 1)).replace(f'"{name}": 1', f'"{name}": {number}')
    assert number in body
    answer = await small_client.post("/v1/assess", content=body, headers=JSON)
    problem(answer, 422, "invalid-request")


@pytest.mark.parametrize(
    ("member", "name"), [("profile", "age_months"), ("intake", "food"), ("options", "limit")]
)
async def test_a_fraction_is_not_taken_for_a_whole_number(
    small_client: httpx.AsyncClient, member: str, name: str
) -> None:
    answer = await small_client.post("/v1/assess", json=with_number(member, name, 1.5))
    assert len(pointers(problem(answer, 422, "invalid-request"))) == 1


async def test_an_unknown_symptom_comes_with_suggestions(small_client: httpx.AsyncClient) -> None:
    body = {"symptoms": [{"id": "stiffness"}, {"id": "twich"}]}
    found = problem(await small_client.post("/v1/assess", json=body), 422, "unknown-symptom")
    [part] = found["errors"]
    assert part["pointer"] == "/symptoms/1/id"
    assert "twitch" in part["suggestions"]


@pytest.mark.parametrize("second", [{"id": "twitch"}, {"text": "jumping muscle"}])
async def test_a_symptom_that_is_present_and_absent_is_refused(
    small_client: httpx.AsyncClient, second: dict[str, Any]
) -> None:
    body = {"symptoms": [{"id": "twitch", "present": False}, second]}
    found = problem(await small_client.post("/v1/assess", json=body), 422, "contradictory-symptoms")
    assert pointers(found) == ["/symptoms/1"]


# --- texts that a database or JSON cannot hold ------------------------------------------------------

TEXTS = [
    ("/v1/symptoms/parse", ("text",)),
    ("/v1/assess", ("symptoms", 0, "id")),
    ("/v1/assess", ("symptoms", 0, "text")),
    ("/v1/assess", ("symptoms", 0, "qualifiers", 0)),
    ("/v1/assess", ("profile", "sex")),
    ("/v1/assess", ("profile", "diet")),
    ("/v1/assess", ("profile", "conditions", 0)),
    ("/v1/assess", ("profile", "medications", 0)),
    ("/v1/assess", ("profile", "lifestyle", 0)),
    ("/v1/assess", ("labs", 0, "test")),
    ("/v1/assess", ("labs", 0, "value")),
    ("/v1/assess", ("labs", 0, "unit")),
]


def with_text(place: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """Give a body with a text in one place."""
    body: dict[str, Any] = {} if place == ("text",) else {"symptoms": [{"id": "twitch"}]}
    if place[0] == "symptoms":
        body["symptoms"] = [{"id": "twitch"}] if place[2] == "qualifiers" else [{}]
    if place[0] == "labs":
        body["labs"] = [{"test": "metal-serum", "value": 1}]
    node: Any = body
    for part, following in pairwise(place):
        if isinstance(node, dict):
            node.setdefault(part, [] if isinstance(following, int) else {})
        node = node[part]
    if isinstance(node, list):
        node.append(value)
    else:
        node[place[-1]] = value
    return body


@pytest.mark.parametrize(("path", "place"), TEXTS)
@pytest.mark.parametrize("bad", ["\0", "a\0b", "\ud800", "a\udfff", "\udc00\ud800"], ids=ascii)
async def test_a_text_with_nul_or_a_lone_surrogate_is_refused(
    small_client: httpx.AsyncClient, path: str, place: tuple[str | int, ...], bad: str
) -> None:
    content = json.dumps(with_text(place, bad))
    answer = await small_client.post(path, content=content, headers=JSON)
    found = problem(answer, 422, "invalid-request")
    assert set(pointers(found)) == {"/" + "/".join(str(part) for part in place)}


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("bad", ["\0", "\ud800"], ids=ascii)
async def test_a_member_named_by_nul_or_a_lone_surrogate_is_refused(
    small_client: httpx.AsyncClient, path: str, bad: str
) -> None:
    content = json.dumps({"text": "twitch", **TWITCH, bad: bad})
    problem(await small_client.post(path, content=content, headers=JSON), 422, "invalid-request")


def query_texts(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Give every query parameter of every list that takes a text, with its path."""
    for path, item in app.openapi()["paths"].items():
        for parameter in item.get("get", {}).get("parameters", []):
            if parameter["in"] == "query":
                yield path, parameter["name"]


BAD_QUERIES = [b"%00", b"a%00b", b"%ED%A0%80", b"%FF", b"%C3%28", b"\xff", b"\x00", b"\xed\xa0\x80", b"%"]


@pytest.mark.parametrize("bad", BAD_QUERIES, ids=repr)
async def test_nul_and_broken_utf_8_in_a_query_is_no_fault_of_ours(small_app: FastAPI, bad: bytes) -> None:
    seen = 0
    for path, name in query_texts(small_app):
        ids = {"{nutrient}": "metal", "{food}": "1", "{symptom}": "twitch"}
        for placeholder, value in ids.items():
            path = path.replace(placeholder, value)  # noqa: PLW2901  the path asked for
        status, body = await raw(small_app, path, name.encode() + b"=" + bad)
        assert status < 500, (path, name, body)
        assert b"\0" not in bad or status == 422, (path, name, status)
        seen += 1
    assert seen > 40


@pytest.mark.parametrize(
    "bad", ["\0", "a\0b", chr(0xD800), chr(0xDCFF), "\ufffd", "a b", "é", "..", "%"], ids=ascii
)
async def test_nul_and_broken_utf_8_in_a_path_is_no_fault_of_ours(small_app: FastAPI, bad: str) -> None:
    seen = 0
    for template in small_app.openapi()["paths"]:
        if "{" in template:
            path = re.sub(r"\{.*?\}", bad.replace("\\", r"\\"), template)
            status, body = await raw(small_app, path)
            assert status in {404, 422}, (path, body)
            seen += 1
    assert seen >= 9
    for path in (f"/{bad}", f"/static/{bad}", f"/problems/{bad}", f"/v1/{bad}"):
        status, body = await raw(small_app, path)
        assert status == 404, (path, body)


@pytest.mark.parametrize("bad", ["%00", "%ED%A0%80", "%FF", "%2e%2e", "%252e"])
async def test_percent_encoded_bytes_in_a_path_are_no_fault_of_ours(
    small_client: httpx.AsyncClient, bad: str
) -> None:
    for path in ("/v1/nutrients/", "/v1/foods/", "/v1/symptoms/a", "/static/", "/problems/"):
        answer = await small_client.get(path + bad)
        assert answer.status_code in {404, 422}, (path, answer.text)


# --- queries ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "at"),
    [
        ("/v1/nutrients?limit=0", "?limit"),
        ("/v1/nutrients?limit=101", "?limit"),
        ("/v1/nutrients?limit=-1", "?limit"),
        ("/v1/nutrients?limit=many", "?limit"),
        ("/v1/nutrients?limit=", "?limit"),
        ("/v1/nutrients?limit=1.5", "?limit"),
        ("/v1/nutrients?limit=99999999999999999999", "?limit"),
        ("/v1/nutrients?limit=1e2", "?limit"),
        ("/v1/nutrients?q=", "?q"),
        (f"/v1/nutrients?q={'a' * 101}", "?q"),
        ("/v1/nutrients?kind=stone", "?kind"),
        ("/v1/nutrients?has_profile=perhaps", "?has_profile"),
        ("/v1/nutrients?fields=", "?fields"),
        ("/v1/nutrients?fields=Name", "?fields"),
        ("/v1/nutrients?cursor=", "?cursor"),
        ("/v1/nutrients?cursor=%C3%A9", "?cursor"),
        ("/v1/nutrients/compare", "?ids"),
        ("/v1/nutrients/compare?ids=A", "?ids"),
        ("/v1/nutrients/compare?ids=a,,b", "?ids"),
        (f"/v1/nutrients/compare?ids={','.join(f'a{n}' for n in range(11))}", "?ids"),
        ("/v1/search", "?q"),
        ("/v1/search?q=a&kind=stone", "?kind"),
        ("/v1/foods?diet=paleo", "?diet"),
        ("/v1/foods?category=Stones", "?category"),
        ("/v1/rda?age_years=121", "?age_years"),
        ("/v1/rda?age_years=-1", "?age_years"),
        ("/v1/rda?age_years=nan", "?age_years"),
        ("/v1/rda?age_years=inf", "?age_years"),
        ("/v1/rda?age_months=1441", "?age_months"),
        ("/v1/rda?age_months=1.5", "?age_months"),
        ("/v1/rda?age_years=3&age_months=36", "?age_months"),
        ("/v1/rda?sex=male&pregnant=true", "?pregnant"),
        ("/v1/rda?sex=male&lactating=true", "?lactating"),
        ("/v1/rda?sex=other", "?sex"),
        ("/v1/rda?nutrient=metall", "?nutrient"),
        ("/v1/rda?nutrient=Metal", "?nutrient"),
        ("/v1/rda?life_stage=female-19-31-y", "?life_stage"),
        ("/v1/rda?authority=who", "?authority"),
        ("/v1/rda?measure=LD50", "?measure"),
    ],
)
async def test_a_parameter_that_does_not_fit_is_pointed_at(
    small_client: httpx.AsyncClient, query: str, at: str
) -> None:
    found = problem(await small_client.get(query), 422, "invalid-request")
    assert pointers(found) == [at]
    assert found["instance"] == query.split("?", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("path", "slug", "suggestion"),
    [
        ("/v1/nutrients/mettal", "nutrient-not-found", "metal"),
        ("/v1/nutrients/mettal/foods", "nutrient-not-found", "metal"),
        ("/v1/nutrients/mettal/symptoms", "nutrient-not-found", "metal"),
        ("/v1/nutrients/mettal/interactions", "nutrient-not-found", "metal"),
        ("/v1/nutrients/compare?ids=metal,leaff", "nutrient-not-found", "leaf"),
        ("/v1/symptoms/stifness", "symptom-not-found", "stiffness"),
        ("/v1/triggers/cofee", "trigger-not-found", "coffee"),
        ("/v1/risk-factors/red-pil", "risk-factor-not-found", "red-pill"),
        ("/v1/red-flags/gone-stif", "red-flag-not-found", "gone-stiff"),
        ("/v1/lab-tests/metal-serumm", "lab-test-not-found", "metal-serum"),
        ("/v1/sources/boook", "source-not-found", "book"),
    ],
)
async def test_an_unknown_id_comes_with_suggestions(
    small_client: httpx.AsyncClient, path: str, slug: str, suggestion: str
) -> None:
    body = problem(await small_client.get(path), 404, slug)
    told = body["detail"] + " ".join(name for part in body["errors"] for name in part["suggestions"])
    assert suggestion in told.split("Did you mean")[-1]


async def test_an_unknown_category_comes_with_suggestions(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.get("/v1/foods", params={"category": "Beef Product"})
    [part] = problem(answer, 422, "invalid-request")["errors"]
    assert "Beef Products" in part["suggestions"]


@pytest.mark.parametrize("food", ["99", "2147483647"])
async def test_an_unknown_food_is_not_found(small_client: httpx.AsyncClient, food: str) -> None:
    problem(await small_client.get(f"/v1/foods/{food}"), 404, "food-not-found")


@pytest.mark.parametrize("food", ["0", "-1", "2147483648", "9" * 30, "spinach", "1.5", "1e3", "true"])
async def test_a_food_id_that_is_none_is_refused(small_client: httpx.AsyncClient, food: str) -> None:
    body = problem(await small_client.get(f"/v1/foods/{food}"), 422, "invalid-request")
    assert pointers(body) == ["{food}"]


# --- cursors and fields -----------------------------------------------------------------------------


async def next_cursor(client: httpx.AsyncClient, path: str) -> str:
    """Give the cursor of the second page of a list."""
    cursor = (await client.get(path)).json()["next_cursor"]
    assert isinstance(cursor, str)
    return cursor


@pytest.mark.parametrize(
    "cursor", ["a", "abc", "AAAA", "YWJj", "_-_-", "MTIzNDU2NzguMQ", "Li4uLg", "a" * 200]
)
async def test_a_cursor_that_was_never_issued_is_refused(
    small_client: httpx.AsyncClient, cursor: str
) -> None:
    answer = await small_client.get("/v1/nutrients", params={"cursor": cursor})
    problem(answer, 400, "invalid-cursor")


@pytest.mark.parametrize(
    "other",
    ["/v1/foods?limit=1", "/v1/symptoms?limit=1&kind=complaint", "/v1/symptoms?limit=1&q=twitch"],
)
async def test_a_cursor_of_another_list_is_refused(small_client: httpx.AsyncClient, other: str) -> None:
    cursor = await next_cursor(small_client, "/v1/symptoms?limit=1")
    problem(await small_client.get(f"{other}&cursor={cursor}"), 400, "invalid-cursor")


async def test_a_cursor_of_another_release_is_refused(
    small_client: httpx.AsyncClient, database_url: str, tmp_path: Path
) -> None:
    cursor = await next_cursor(small_client, "/v1/symptoms?limit=1")
    engine = make_engine(Settings(database_url=database_url))
    command.upgrade(alembic_config(engine), "head")
    root = write_seed(tmp_path / "seed")
    (root / "conflicts" / "all.toml").unlink()
    seed(engine, root, lambda _: None)
    engine.dispose()
    other = create_app(settings_of(database_url))
    async with connect(other) as client:
        assert (await client.get("/v1/symptoms?limit=1")).status_code == 200
        answer = await client.get("/v1/symptoms", params={"limit": 1, "cursor": cursor})
        problem(answer, 400, "invalid-cursor")
    other.state.engine.dispose()


async def test_an_unknown_field_is_refused_with_suggestions(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.get("/v1/nutrients?fields=id,nam,zzz")
    body = problem(answer, 422, "invalid-request")
    assert [(part["pointer"], "name" in part["suggestions"]) for part in body["errors"]] == [
        ("?fields", True),
        ("?fields", False),
    ]


async def test_an_unknown_field_is_refused_where_nothing_is_found_as_well(
    small_client: httpx.AsyncClient,
) -> None:
    answer = await small_client.get("/v1/nutrients?q=qqqqqq&fields=zzz")
    problem(answer, 422, "invalid-request")


# --- faults of ours ---------------------------------------------------------------------------------


@pytest.fixture
def broken(small_url: str) -> Iterator[FastAPI]:
    """A fresh application with routes that fail."""
    app = create_app(settings_of(small_url))

    def fail() -> None:
        raise RuntimeError(MARK)

    def refuse() -> None:
        raise OperationalError(MARK, {"text": MARK}, Exception(MARK))

    def overflow() -> None:
        raise DataError(MARK, {"text": MARK}, Exception(MARK))

    def misshape() -> dict[str, str]:
        return {"status": MARK}

    app.get("/v1/fail")(fail)
    app.post("/v1/fail")(fail)
    app.get("/v1/refuse")(refuse)
    app.get("/v1/overflow")(overflow)
    app.get("/v1/misshape", response_model=dict[str, int])(misshape)
    yield app
    app.state.engine.dispose()


@pytest.mark.parametrize("path", ["/v1/fail", "/v1/misshape", "/v1/overflow"])
async def test_an_unexpected_fault_tells_nothing_of_itself(
    broken: FastAPI, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with connect(broken) as client:
        answer = await client.get(path, headers={"Origin": "https://a.example"})
        body = problem(answer, 500, "internal-error")
        assert MARK not in answer.text
        assert MARK not in caplog.text
        assert body["request_id"] in caplog.text


async def test_an_unexpected_fault_bears_the_headers_of_every_answer(broken: FastAPI) -> None:
    async with connect(broken) as client:
        answer = await client.get("/v1/fail", headers={"Origin": "https://a.example"})
        assert answer.status_code == 500
        for name in (
            "RateLimit",
            "RateLimit-Policy",
            "Access-Control-Allow-Origin",
            "X-Content-Type-Options",
        ):
            assert name in answer.headers, name


async def test_a_head_request_to_a_faulty_route_has_no_body(broken: FastAPI) -> None:
    async with connect(broken) as client:
        answer = await client.head("/v1/fail")
    assert (answer.status_code, answer.content) == (500, b"")


async def test_a_fault_of_the_database_is_not_ready_and_says_when_to_retry(
    broken: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    async with connect(broken) as client:
        answer = await client.get("/v1/refuse")
        problem(answer, 503, "not-ready")
        assert int(answer.headers["Retry-After"]) > 0
        assert MARK not in answer.text + caplog.text


@pytest.fixture
def gone(database_url: str, tmp_path: Path) -> Iterator[FastAPI]:
    """An application that was ready, and whose database has gone since."""
    engine = make_engine(Settings(database_url=database_url))
    command.upgrade(alembic_config(engine), "head")
    seed(engine, write_seed(tmp_path / "seed"), lambda _: None)
    app = create_app(settings_of(database_url, rate_limit_enabled=False))
    assert app.state.live.try_load() is not None
    app.state.engine.dispose()
    if engine.dialect.name == "sqlite":
        Path(str(engine.url.database)).unlink()
    else:
        admin = create_engine(engine.url.set(database="postgres"), isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.execute(text(f'ALTER DATABASE "{engine.url.database}" ALLOW_CONNECTIONS false'))
        admin.dispose()
    engine.dispose()
    app.state.poller.look()
    yield app
    app.state.engine.dispose()


@pytest.mark.parametrize(
    "path",
    ["/v1/nutrients", "/v1/nutrients/metal", "/v1/foods", "/v1/life-stages", "/v1/rda", "/v1/sources/book"],
)
async def test_content_goes_on_while_the_database_is_gone(gone: FastAPI, path: str) -> None:
    async with connect(gone) as client:
        answer = await client.get(path)
        assert answer.status_code == 200
        ready = await client.get("/readyz")
        assert (ready.status_code, ready.json()["status"]) == (200, "warn")
        assert "database" in ready.json()["output"]
        assert ready.json()["content_release"] == answer.headers["X-Content-Release"]
        assert (await client.get("/healthz")).json()["status"] == "pass"
        assert "database_up 0.0" in (await client.get("/metrics")).text


async def test_an_assessment_goes_on_while_the_database_is_gone(gone: FastAPI) -> None:
    async with connect(gone) as client:
        intake = [{"food": 1, "grams_per_day": 10}]
        answer = await client.post("/v1/assess", json={**TWITCH, "intake": intake})
        assert answer.status_code == 200
        assert answer.json()["candidates"]


async def test_a_file_that_is_no_database_is_not_ready(tmp_path: Path) -> None:
    path = tmp_path / "test.db"
    path.write_bytes(b"This is no database." * 100)
    app = create_app(settings_of(f"sqlite:///{path}", snapshot_path=tmp_path))
    async with connect(app) as client:
        problem(await client.get("/v1/nutrients"), 503, "not-ready")
        assert (await client.get("/readyz")).status_code == 503


async def test_a_database_that_comes_back_is_served_again(database_url: str, tmp_path: Path) -> None:
    app = create_app(settings_of(database_url))
    async with connect(app) as client:
        problem(await client.get("/v1/nutrients"), 503, "not-ready")
        command.upgrade(alembic_config(app.state.engine), "head")
        problem(await client.get("/v1/nutrients"), 503, "not-ready")
        seed(app.state.engine, write_seed(tmp_path / "seed"), lambda _: None)
        assert (await client.get("/v1/nutrients")).status_code == 200
        assert (await client.get("/readyz")).status_code == 200
    app.state.engine.dispose()


# --- too many ---------------------------------------------------------------------------------------


async def test_too_many_requests_are_told_when_to_come_back(small_url: str) -> None:
    app = create_app(settings_of(small_url, rate_limit="2/day"))
    async with connect(app) as client:
        for left in (1, 0):
            answer = await client.get("/v1/nutrients")
            assert answer.headers["RateLimit"].startswith(f'"open";r={left};t=')
        answer = await client.get("/v1/nutrients")
        problem(answer, HTTPStatus.TOO_MANY_REQUESTS, "too-many-requests")
        assert 0 < int(answer.headers["Retry-After"]) <= 86_400
        assert answer.headers["RateLimit-Policy"] == '"open";q=2;w=86400'
        assert answer.headers["RateLimit"].startswith('"open";r=0;t=')
        head = await client.head("/v1/nutrients")
        assert (head.status_code, head.content) == (429, b"")
    app.state.engine.dispose()


# --- pages ------------------------------------------------------------------------------------------


async def test_every_kind_of_problem_has_a_page(small_client: httpx.AsyncClient) -> None:
    listed = (await small_client.get("/problems")).text
    for kind in kinds():
        page = await small_client.get(f"/problems/{kind.slug}")
        assert page.status_code == 200
        assert page.headers["Content-Type"].startswith("text/html")
        assert f"HTTP status {int(kind.status)}" in page.text
        assert f'href="/problems/{kind.slug}"' in listed


async def test_kinds_have_names_of_their_own_and_say_what_to_do() -> None:
    slugs = [kind.slug for kind in kinds()]
    assert len(slugs) == len(set(slugs))
    for kind in kinds():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.slug)
        assert kind.what_to_do.endswith(".")
        assert kind.__doc__


async def test_a_page_of_an_unknown_problem_is_a_problem(small_client: httpx.AsyncClient) -> None:
    problem(await small_client.get("/problems/nothing"), 404, "not-found")


@pytest.mark.parametrize(
    ("path", "body", "detail"),
    [
        ("/v1/assess", {"symptoms": []}, "Give 1 or more of these."),
        ("/v1/assess", {}, "This is needed."),
        ("/v1/assess", {"symptoms": [{"id": "My Secret"}]}, "An id is small letters and digits, "),
        ("/v1/assess", {**TWITCH, "profile": {"age_years": 121}}, "Give 120 or less."),
        ("/v1/assess", {**TWITCH, "profile": {"sex": "man"}}, "Give 'female' or 'male'"),
        ("/v1/assess", {**TWITCH, "profile": {"pregnant": 3}}, "Give true or false."),
        ("/v1/assess", {**TWITCH, "options": {"limit": "many"}}, "Give a JSON number"),
        ("/v1/symptoms/parse", {"text": ""}, "Give a text of length 1 or more."),
        ("/v1/symptoms/parse", {"text": 7}, "Give a text."),
    ],
)
async def test_a_problem_says_in_plain_words_what_would_do(
    small_client: httpx.AsyncClient, path: str, body: dict[str, Any], detail: str
) -> None:
    problem = (await small_client.post(path, json=body)).json()
    assert problem["status"] == 422
    assert problem["detail"] == "1 place of the request must be mended."
    assert problem["errors"][0]["detail"].startswith(detail)
    assert "Secret" not in str(problem)
