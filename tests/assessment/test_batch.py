"""`POST /v1/assess/batch`: each item is answered, or refused, as `/v1/assess` would do it alone."""

import json
import logging
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.settings import Settings

pytestmark = pytest.mark.anyio

Json = dict[str, Any]
PATH = "/v1/assess/batch"
MARK = "Zweiundvierzig"
GOOD: tuple[Json, ...] = (
    {"symptoms": [{"id": "twitch"}]},
    {"symptoms": [{"text": "jumping lip"}], "profile": {"age_years": 20, "sex": "female"}},
    {"symptoms": [{"id": "stiffness", "present": False}], "options": {"limit": 1, "explain": False}},
    {"symptoms": [{"text": "nothing that is known"}]},
    {
        "symptoms": [{"id": "twitch"}],
        "intake": [{"food": 1, "grams_per_day": 5}, {"food": 9, "grams_per_day": 5}],
    },
)
BAD: tuple[tuple[Any, str, str], ...] = (
    ({"symptoms": [{"id": "twich"}]}, "unknown-symptom", "/symptoms/0/id"),
    (
        {"symptoms": [{"id": "twitch"}, {"id": "stiffness"}, {"id": "twitch", "present": False}]},
        "contradictory-symptoms",
        "/symptoms/2",
    ),
    ({}, "invalid-request", "/symptoms"),
    ({"symptoms": []}, "invalid-request", "/symptoms"),
    ({"symptoms": [{"id": "twitch"}], MARK: MARK}, "invalid-request", ""),
    ({"symptoms": [{"id": "twitch", "present": MARK}]}, "invalid-request", "/symptoms/0/present"),
    ({"symptoms": [{"id": "twitch"}], "profile": {"sex": MARK}}, "invalid-request", "/profile/sex"),
    (
        {"symptoms": [{"id": "twitch"}], "profile": {"age_years": "34"}},
        "invalid-request",
        "/profile/age_years",
    ),
    ({"symptoms": [{"id": "twitch"}], "options": {"limit": 0}}, "invalid-request", "/options/limit"),
    (None, "invalid-request", ""),
    (MARK, "invalid-request", ""),
    (42, "invalid-request", ""),
    ([], "invalid-request", ""),
)


async def ask(client: httpx.AsyncClient, items: list[Any]) -> list[Json]:
    answer = await client.post(PATH, json={"items": items})
    assert answer.status_code == 200, answer.text
    found: list[Json] = answer.json()["items"]
    assert [one["index"] for one in found] == list(range(len(items)))
    assert all((one["assessment"] is None) != (one["problem"] is None) for one in found)
    return found


async def alone(client: httpx.AsyncClient, item: Any) -> Json:
    headers = {"Content-Type": "application/json"}
    answer: Json = (await client.post("/v1/assess", content=json.dumps(item), headers=headers)).json()
    return answer


async def test_each_item_is_answered_as_it_would_be_alone(small_client: httpx.AsyncClient) -> None:
    found = await ask(small_client, list(GOOD))
    for item, one in zip(GOOD, found, strict=True):
        assert one["assessment"] == await alone(small_client, item)


async def test_it_is_so_on_the_real_content(client: httpx.AsyncClient) -> None:
    item = {
        "symptoms": [{"id": "lip-twitching"}, {"text": "so tired, no cramps"}],
        "profile": {"age_years": 34, "sex": "female", "diet": "vegan", "medications": ["Prilosec"]},
        "intake": [{"food": 168878, "grams_per_day": 1000}],
    }
    (one, other) = await ask(client, [item, {"symptoms": [{"id": "lip-twiching"}]}])
    assert one["assessment"] == await alone(client, item)
    assert "lip-twitching" in other["problem"]["errors"][0]["suggestions"]


@pytest.mark.parametrize(("item", "slug", "pointer"), BAD)
async def test_a_bad_item_gives_a_problem_in_its_place(
    small_client: httpx.AsyncClient, item: Any, slug: str, pointer: str
) -> None:
    answer = await small_client.post(PATH, json={"items": [GOOD[0], item, GOOD[0]]})
    assert answer.status_code == 200
    before, found, after = answer.json()["items"]
    assert before["assessment"] == after["assessment"] is not None
    assert found["assessment"] is None
    problem = found["problem"]
    assert problem["type"] == f"/problems/{slug}"
    assert problem["status"] == 422
    assert problem["instance"] == PATH
    assert problem["request_id"] == answer.headers["X-Request-ID"]
    assert [part["pointer"] for part in problem["errors"]] == [f"/items/1{pointer}"]
    assert MARK not in answer.text


@pytest.mark.parametrize(("item", "slug", "pointer"), BAD)
async def test_the_problem_is_the_one_that_it_would_give_alone(
    small_client: httpx.AsyncClient, item: Any, slug: str, pointer: str
) -> None:
    (found,) = await ask(small_client, [item])
    told, expected = found["problem"], await alone(small_client, item)
    assert {part["pointer"] for part in expected["errors"]} == {pointer}
    assert expected["type"] == f"/problems/{slug}"
    for key in ("type", "title", "status", "detail"):
        assert told[key] == expected[key]
    assert list(told) == list(expected)
    if isinstance(item, dict):  # pydantic words "no object" in another way where it is no body
        assert [part["detail"] for part in told["errors"]] == [part["detail"] for part in expected["errors"]]


@given(picks=st.lists(st.sampled_from([*GOOD, *(bad for bad, _, _ in BAD)]), min_size=1, max_size=8))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_no_item_matters_to_another(small_client: httpx.AsyncClient, picks: list[Any]) -> None:
    name = {"X-Request-ID": "same"}
    together = (await small_client.post(PATH, json={"items": picks}, headers=name)).json()["items"]
    for index, (item, one) in enumerate(zip(picks, together, strict=True)):
        single = await small_client.post(PATH, json={"items": [item]}, headers=name)
        expected = json.dumps({**single.json()["items"][0], "index": index})
        assert json.dumps(one) == expected.replace('"/items/0', f'"/items/{index}')


async def test_the_same_batch_gives_the_same_bytes(small_client: httpx.AsyncClient) -> None:
    body = {"items": [*GOOD, BAD[0][0]]}
    first = await small_client.post(PATH, json=body, headers={"X-Request-ID": "a"})
    assert (await small_client.post(PATH, json=body, headers={"X-Request-ID": "a"})).content == first.content


async def test_nothing_is_cached(small_client: httpx.AsyncClient) -> None:
    answer = await small_client.post(PATH, json={"items": [GOOD[0], BAD[0][0]]})
    assert answer.headers["Cache-Control"] == "no-store"
    assert "ETag" not in answer.headers


async def test_a_hundred_items_are_answered_and_no_more(small_client: httpx.AsyncClient) -> None:
    assert len(await ask(small_client, [GOOD[0]] * 100)) == 100
    answer = await small_client.post(PATH, json={"items": [GOOD[0]] * 101})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/items"


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, "/items"),
        ({"items": []}, "/items"),
        ({"items": None}, "/items"),
        ({"items": GOOD[0]}, "/items"),
        ({"items": [GOOD[0]], MARK: MARK}, ""),
        ([GOOD[0]], ""),
    ],
)
async def test_the_batch_itself_is_checked_strictly(
    small_client: httpx.AsyncClient, body: Any, pointer: str
) -> None:
    answer = await small_client.post(PATH, json=body)
    assert answer.status_code == 422
    assert answer.json()["type"] == "/problems/invalid-request"
    assert {part["pointer"] for part in answer.json()["errors"]} == {pointer}
    assert MARK not in answer.text


async def test_a_batch_may_be_larger_than_one_request(small_client: httpx.AsyncClient) -> None:
    item = {"symptoms": [{"text": "a" * 300}] * 10}
    content = json.dumps({"items": [item] * 25}).encode()
    assert Settings().max_body_bytes < len(content) < Settings().max_batch_body_bytes
    headers = {"Content-Type": "application/json"}
    assert (await small_client.post(PATH, content=content, headers=headers)).status_code == 200
    single = await small_client.post("/v1/assess", content=content, headers=headers)
    assert single.status_code == 413
    padded = b'{"items": []}'.ljust(Settings().max_batch_body_bytes)
    assert (await small_client.post(PATH, content=padded, headers=headers)).status_code == 422
    refused = await small_client.post(PATH, content=padded + b" ", headers=headers)
    assert refused.status_code == 413
    assert str(Settings().max_batch_body_bytes) in refused.json()["detail"]


async def test_nothing_of_it_is_logged(
    small_client: httpx.AsyncClient,
    small_app: FastAPI,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG, logger="app")
    await ask(small_client, [{"symptoms": [{"text": MARK}]}, {"symptoms": [{"id": MARK.lower()}]}, MARK])
    assert MARK.lower() not in caplog.text.lower()
    small_app.state.log.flush()
    output = capsys.readouterr().err
    assert '"operation": "assess_batch"' in output
    assert MARK.lower() not in output.lower()


async def test_the_contract_tells_what_an_item_is(small_client: httpx.AsyncClient) -> None:
    schemas = (await small_client.get("/openapi.json")).json()["components"]["schemas"]
    assert schemas["BatchRequest"]["properties"]["items"]["items"] == {
        "$ref": "#/components/schemas/AssessmentRequest"
    }
