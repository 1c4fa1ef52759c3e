"""`GET /v1/evaluation` on the real content."""

import httpx
import pytest

pytestmark = pytest.mark.anyio


async def test_sets_kinds_and_baselines_are_told(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/evaluation")
    assert answer.status_code == 200
    body = answer.json()
    assert [one["set"] for one in body["sets"]] == [
        "dev",
        "own",
        "held-out",
        "second-held-out",
        "third-held-out",
        "fourth-held-out",
    ]
    assert sum(one["cases"] for one in body["sets"]) == body["cases"]
    assert {one["kind"] for one in body["kinds"]} == {"case-report", "exam", "negative", "red-flag"}
    assert [one["name"] for one in body["baselines"]][:3] == [
        "symptom-count",
        "prevalence-only",
        "naive-bayes",
    ]
    assert all(len(one["sets"]) == len(body["sets"]) for one in body["baselines"])
    assert [one["k"] for one in body["top"]] == [1, 3, 5]


async def test_single_results_of_the_unseen_set_are_not_shown(client: httpx.AsyncClient) -> None:
    body = (await client.get("/v1/evaluation")).json()
    shown = {"dev", "own", "held-out", "second-held-out", "third-held-out"}
    assert {one["set"] for one in body["results"]} == shown
    assert len(body["results"]) == sum(one["cases"] for one in body["sets"] if one["set"] in shown)


async def test_the_same_bytes_each_time(client: httpx.AsyncClient) -> None:
    first, second = [await client.get("/v1/evaluation") for _ in range(2)]
    assert first.content == second.content
