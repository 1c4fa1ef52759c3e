"""Items by id: in the order asked, with the missing named."""

import httpx
import pytest

pytestmark = pytest.mark.anyio

LISTS = [
    "/v1/nutrients", "/v1/symptoms", "/v1/foods", "/v1/triggers", "/v1/risk-factors", "/v1/red-flags",
    "/v1/lab-tests", "/v1/sources", "/v1/life-stages", "/v1/conflicts", "/v1/nutrients/magnesium/foods",
]  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
async def test_items_come_in_the_order_asked(client: httpx.AsyncClient, path: str) -> None:
    some = (await client.get(f"{path}?limit=25")).json()["items"]
    ids = [str(item["id"]) for item in reversed(some)]
    page = (await client.get(f"{path}?ids={','.join(ids)}")).json()
    assert page["items"] == some[::-1]
    assert (page["total"], page["next_cursor"], page["missing"]) == (len(some), None, [])


async def test_what_is_not_there_is_named_with_what_is_near(small_client: httpx.AsyncClient) -> None:
    page = (await small_client.get("/v1/symptoms?ids=twich,lip-twitch,zzz")).json()
    assert [item["id"] for item in page["items"]] == ["lip-twitch"]
    assert [one["id"] for one in page["missing"]] == ["twich", "zzz"]
    assert page["missing"][0]["suggestions"][0] == "twitch"
    assert page["missing"][1]["suggestions"] == []


async def test_what_a_filter_leaves_out_is_missing(small_client: httpx.AsyncClient) -> None:
    page = (await small_client.get("/v1/symptoms?ids=stiffness,lip-twitch&parent=twitch")).json()
    assert [item["id"] for item in page["items"]] == ["lip-twitch"]
    assert [one["id"] for one in page["missing"]] == ["stiffness"]


async def test_without_ids_nothing_is_missing(small_client: httpx.AsyncClient) -> None:
    assert (await small_client.get("/v1/symptoms")).json()["missing"] == []


async def test_an_id_asked_for_twice_is_given_once(small_client: httpx.AsyncClient) -> None:
    page = (await small_client.get("/v1/symptoms?ids=twitch,twitch,spasm")).json()
    # `spasm` was merged into `twitch`.
    assert [item["id"] for item in page["items"]] == ["twitch"]
    assert page["missing"] == []


async def test_a_hundred_ids_fit_on_one_page(client: httpx.AsyncClient) -> None:
    ids = [item["id"] for item in (await client.get("/v1/symptoms?limit=100")).json()["items"]]
    page = (await client.get(f"/v1/symptoms?ids={','.join(ids)}&fields=name,sources&expand=sources")).json()
    assert [item["id"] for item in page["items"]] == ids
    answer = await client.get(f"/v1/symptoms?ids={','.join([*ids, 'more'])}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "?ids"


async def test_a_food_that_was_never_measured_is_missing_among_the_sources(
    small_client: httpx.AsyncClient,
) -> None:
    page = (await small_client.get("/v1/nutrients/metal/foods?ids=2,1,9,99999999999999999999,stone")).json()
    assert [item["id"] for item in page["items"]] == [2, 1]
    assert [one["id"] for one in page["missing"]] == ["9", "99999999999999999999", "stone"]


@pytest.mark.parametrize("other", ["limit=5", "cursor=YWJj"])
async def test_ids_go_with_neither_limit_nor_cursor(small_client: httpx.AsyncClient, other: str) -> None:
    answer = await small_client.get(f"/v1/symptoms?ids=twitch&{other}")
    assert answer.status_code in {400, 422}


@pytest.mark.parametrize("ids", ["", "A", "a,,b", ",", "a b", "a" * 65])
async def test_ids_that_are_none_are_refused(small_client: httpx.AsyncClient, ids: str) -> None:
    answer = await small_client.get("/v1/symptoms", params={"ids": ids})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "?ids"
