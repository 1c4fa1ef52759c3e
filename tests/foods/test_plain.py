"""The plain search for foods gives the same answer as the whole route, byte for byte."""

import httpx
import pytest

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
    client: httpx.AsyncClient, query: str, limit: str | None
) -> None:
    asked = {"q": query} if limit is None else {"q": query, "limit": limit}
    quick = await client.get("/v1/foods", params=asked)
    # A media type that is as good, but not the plain one, takes the whole route.
    whole = await client.get("/v1/foods", params=asked, headers={"Accept": "application/json, */*"})
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
