"""The plain search for foods gives the same answer as the whole route, byte for byte."""

import httpx
import pytest
from fastapi import FastAPI

from app.foods import plain
from app.http.ready import ReadyBytes
from app.live import Live
from app.main import SHORTCUTS
from tests.conftest import connect

pytestmark = pytest.mark.anyio

# Headers that differ from one request to the next.
OWN = {"date", "x-request-id", "ratelimit"}


def told(answer: httpx.Response) -> tuple[int, bytes, dict[str, str]]:
    headers = {name: value for name, value in answer.headers.items() if name not in OWN}
    return answer.status_code, answer.content, headers


@pytest.mark.parametrize(
    "query", ["salmon", "pumkin seeds", "raw", "zzzqqq", "B12 & co", "caf\u00e9", "  ", "!"]
)
@pytest.mark.parametrize("limit", [None, "1", "20", "100"])
async def test_both_ways_give_the_same_bytes(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch, query: str, limit: str | None
) -> None:
    # Nothing is kept, so that each is made anew.
    monkeypatch.setattr(ReadyBytes, "put", lambda *_: None)
    asked = {"q": query} if limit is None else {"q": query, "limit": limit}
    async with connect(app) as client:
        quick = await client.get("/v1/foods", params=asked)
    monkeypatch.delitem(SHORTCUTS, plain.PATH)
    async with connect(app) as other:
        whole = await other.get("/v1/foods", params=asked)
    assert quick.status_code == 200
    assert told(quick) == told(whole)


@pytest.mark.parametrize(
    "query",
    [
        "q=",
        "q=a%00b",
        f"q={'a' * 101}",
        "q=salmon&limit=0",
        "q=salmon&limit=101",
        "q=salmon&limit=x",
        "q=salmon&limit=%D9%A3",
    ],
)
async def test_faults_are_told_as_by_the_whole_route(client: httpx.AsyncClient, query: str) -> None:
    answer = await client.get(f"/v1/foods?{query}")
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


async def test_filters_and_cursors_take_the_whole_route(client: httpx.AsyncClient) -> None:
    plain = (await client.get("/v1/foods", params={"q": "salmon", "limit": "5"})).json()
    after = (
        await client.get("/v1/foods", params={"q": "salmon", "limit": "5", "cursor": plain["next_cursor"]})
    ).json()
    everyday = (await client.get("/v1/foods", params={"q": "salmon", "everyday": "true"})).json()
    assert not {food["id"] for food in plain["items"]} & {food["id"] for food in after["items"]}
    assert 0 < everyday["total"] < plain["total"]
    assert all(food["everyday"] for food in everyday["items"])


async def test_a_plain_search_takes_no_route(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    async def no_route(*_: object) -> None:
        raise AssertionError("a route was looked for")

    monkeypatch.setattr(type(app.router), "app", no_route)
    async with connect(app) as client:
        answer = await client.get("/v1/foods", params={"q": "kidney beans, canned, drained"})
        head = await client.head("/v1/foods", params={"q": "kidney beans, raw, mature"})
        again = {"If-None-Match": answer.headers["ETag"]}
        unchanged = await client.get("/v1/foods", params=answer.request.url.params, headers=again)
    assert (answer.status_code, head.status_code, unchanged.status_code) == (200, 200, 304)
    assert answer.json()["total"] > 0
    assert (head.content, unchanged.content) == (b"", b"")


async def test_a_fault_of_a_shortcut_is_a_problem(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Live) -> None:
        raise RuntimeError

    monkeypatch.setitem(SHORTCUTS, plain.PATH, plain.SEARCH._replace(plan=lambda _: fail))  # type: ignore[arg-type, return-value]
    async with connect(app) as client:
        answer = await client.get("/v1/foods", params={"q": "a search that fails"})
    assert (answer.status_code, answer.json()["type"]) == (500, "/problems/internal-error")
