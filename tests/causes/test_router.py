"""Triggers and diseases to rule out, through the API."""

import httpx
import pytest

pytestmark = pytest.mark.anyio


async def test_all_that_is_not_a_nutrient_is_listed(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/triggers?limit=100")).json()
    kinds = {item["kind"] for item in page["items"]}
    assert kinds == {"trigger", "rule-out", "benign"}
    diseases = (await client.get("/v1/triggers?category=disease&limit=100")).json()
    assert diseases["total"] >= 40
    assert {item["kind"] for item in diseases["items"]} == {"rule-out"}


@pytest.mark.parametrize(
    "trigger", ["stress", "caffeine", "dehydration", "overexertion", "sleep-loss", "alcohol", "statin-effect"]
)
async def test_the_triggers_of_the_articles_have_pages(trigger: str, client: httpx.AsyncClient) -> None:
    page = (await client.get(f"/v1/triggers/{trigger}")).json()
    assert page["symptoms"]
    assert page["priors"]
    assert page["when_to_seek_care"]
    assert page["sources"]


async def test_dehydration_and_exercise_cramps_are_told_as_tested(client: httpx.AsyncClient) -> None:
    page = (await client.get("/v1/triggers/dehydration")).json()
    stances = {link["symptom"]["id"]: link["stance"] for link in page["symptoms"]}
    assert stances["exercise-muscle-cramps"] in {"contradicts", "partly"}


async def test_a_deficiency_is_no_trigger(client: httpx.AsyncClient) -> None:
    answer = await client.get("/v1/triggers/magnesium-deficiency")
    assert answer.status_code == 404
    assert answer.json()["type"] == "/problems/trigger-not-found"
